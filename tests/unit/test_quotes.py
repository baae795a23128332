"""Who says what: every construction, kind, mark and source by an example of its own."""

import csv

import pandas as pd
import pytest

from helpers.article import from_text, load
from helpers.language import parse
from helpers.language.marks import pair_marks
from helpers.quotes import (
    channels,
    cues,
    edge_features,
    edges,
    find_quotes,
    heard,
    role_words,
    speakers,
    summary,
    together,
    trust,
    uncovered,
)
from helpers.quotes.candidates import CONSTRUCTIONS, candidates
from helpers.quotes.parsed import Parsed
from helpers.quotes.source_types import source_type
from helpers.quotes.uncovered import RULES
from helpers.quotes.weigh import weigh, weights
from helpers.tables import CHANNELS, CUE_CLASSES, SOURCE_ROLES


def flat_of(text):
    article = from_text(text)
    blocks = list(zip(article.blocks["start"], article.blocks["end"], strict=True))
    return Parsed(parse(article), blocks, article.blocks["kind"].tolist(), pair_marks(article.text, blocks))


def shown(text):
    """Kind, content, source and cue of every row, in order."""
    rows = find_quotes(from_text(text))
    return list(rows[["kind", "text", "source", "cue"]].itertuples(index=False, name=None))


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_construction(name):
    text, content = CONSTRUCTIONS[name]
    parsed = flat_of(text)
    listed = [
        " … ".join(text[parsed.start[a] : parsed.end[b - 1]] for a, b in parts)
        for cue in range(parsed.size)
        if cues.may_report(parsed, cue, {f"{parsed.lemma[cue]}/{parsed.pos[cue]}"})
        for construction, _, _, parts in candidates(parsed, cue)
        if construction == name
    ]
    assert content in listed


@pytest.mark.parametrize("rule", RULES)
def test_words_in_marks_that_no_cue_took(rule):
    rows = find_quotes(from_text(RULES[rule]))
    assert rule in rows["rule"].tolist()


@pytest.mark.parametrize("name", CUE_CLASSES)
def test_cue_class(name):
    rows = find_quotes(from_text(cues.EXAMPLES[name]))
    assert name in rows["cue_class"].tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge is closed,” said Anna Berg.", ("direct", "“The bridge is closed,”", "Anna Berg", "said")),
        (
            "Anna Berg said the bridge is “closed for good.”",
            ("mixed", "the bridge is “closed for good.”", "Anna Berg", "said"),
        ),
        ("Anna Berg said that the bridge is closed.", ("indirect", "that the bridge is closed", "Anna Berg", "said")),
        ("Anna Berg pledged to rebuild the bridge.", ("indirect", "to rebuild the bridge", "Anna Berg", "pledged")),
        ("The bridge is closed, Anna Berg said.", ("indirect", "The bridge is closed", "Anna Berg", "said")),
        ("Critics blamed the mayor for the delay.", ("indirect", "the mayor for the delay", "Critics", "blamed")),
        (
            "The minister said it was late. He described the deal as a failure of the council.",
            ("indirect", "the deal as a failure of the council", "He", "described"),
        ),
        (
            "Her warning that the bridge is closed was ignored.",
            ("indirect", "that the bridge is closed", "Her", "warning"),
        ),
        ("It was reported that the bridge is closed.", ("indirect", "that the bridge is closed", None, "was reported")),
        (
            "He declared that “the bridge is closed for good.”",
            ("direct", "“the bridge is closed for good.”", "He", "declared"),
        ),
    ],
)
def test_kinds_and_parts(text, expected):
    assert expected in shown(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('"The bridge is closed," said Anna Berg.', '"The bridge is closed,"'),
        ("«The bridge is closed,» said Anna Berg.", "«The bridge is closed,»"),
        ("''The bridge is closed,'' said Anna Berg.", "''The bridge is closed,''"),
        ("‘The bridge is closed,’ said Anna Berg.", "‘The bridge is closed,’"),
    ],
)
def test_marks_of_every_form(text, content):
    row = find_quotes(from_text(text)).iloc[0]
    assert (row["kind"], row["text"], row["speaker"]) == ("direct", content, "Anna Berg")


@pytest.mark.parametrize(
    "text",
    ["The 6'2\" man didn't see the dogs' bowls.", "In the '80s rock 'n' roll wasn’t dead.", 'He wore size 9" tyres.'],
)
def test_apostrophes_and_inches_are_no_marks(text):
    assert find_quotes(from_text(text))["marked"].map(len).sum() == 0


def test_scare_quotes_and_marks_within_marks():
    rows = find_quotes(from_text("The “reform” hurts. “The ‘great reform’ hurts everybody here,” said Anna Berg."))
    scare = rows[rows["kind"] == "scare"]
    assert scare["text"].tolist() == ["“reform”", "‘great reform’"]
    outer = rows[rows["text"].str.startswith("“The")].iloc[0]
    assert scare["inside"].tolist() == [None, outer["id"]]
    assert scare["speaker"].isna().tolist() == [True, True]


def test_one_quotation_in_several_parts():
    rows = find_quotes(from_text("“Stay away,” said Anna Berg. “It is not safe at all.”"))
    assert rows["text"].tolist() == ["“Stay away,”", "“It is not safe at all.”"]
    assert rows["continues"].tolist() == [None, rows["id"].iloc[0]]
    assert rows["speaker"].tolist() == ["Anna Berg", "Anna Berg"]
    assert summary.attributions(rows)["whole"].nunique() == 1


def test_a_block_quotation_without_marks(tmp_path):
    path = tmp_path / "letter.md"
    path.write_text(
        "The storm broke the old bridge of Northport on Friday night, and nobody was hurt by it.\n\n"
        "Anna Berg wrote in a letter to the council:\n\n> The bridge is closed. It will stay closed for a year.\n\n"
        "The council did not answer her letter until the winter was over and the ice had gone.\n",
        encoding="utf8",
    )
    rows = find_quotes(load(path))
    row = rows[rows["rule"] == "block quotation"].iloc[0]
    assert (row["kind"], row["speaker"], row["source"]) == ("direct", "Anna Berg", "Anna Berg")
    assert row["text"] == "The bridge is closed. It will stay closed for a year."


def test_several_paragraphs_with_one_closing_mark():
    text = "“The bridge is closed and will stay closed.\n“It may never open again,” said Anna Berg."
    rows = find_quotes(from_text(text))
    assert rows["kind"].tolist() == ["direct", "direct"]
    assert rows["text"].str.contains("\n").sum() == 0
    assert rows["continues"].iloc[1] == rows["id"].iloc[0]


def test_an_unclosed_mark_is_repaired_and_said():
    rows = find_quotes(from_text("The mayor said “the bridge is closed. Nobody may pass it now."))
    assert rows["rule"].str.endswith("mark repaired").any()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Anna Berg arrived. She said that the bridge is closed.", "Anna Berg"),
        ("Anna Berg and Tom Roe met. The two leaders said that the bridge is closed.", "Anna Berg; Tom Roe"),
        ("Norway built a bridge with Sweden. Oslo demanded that the bridge be closed.", "Norway"),
        ("Officials said that the bridge is closed.", None),
        ("Tom Roe met the council. Roe senior adviser Jan Berg said that the bridge is closed.", "Jan Berg"),
        ("Jan Roe met her brother Tom Roe. Mr. Roe said that the bridge is closed.", "Tom Roe"),
        ("Tom Roe won. Jan Berg, a pollster who worked for Tom Roe, said that the bridge is shut.", "Jan Berg"),
        ("It was reported that the bridge is closed.", None),
    ],
)
def test_speakers(text, speaker):
    rows = find_quotes(from_text(text))
    assert rows["speaker"].iloc[-1] == speaker


def test_who_says_so_are_people_and_not_their_place():
    rows = find_quotes(from_text("The mayor met workers from the plant who said that it is shut."))
    assert rows["source"].iloc[-1] == "workers"


@pytest.mark.parametrize(
    ("words", "kinds", "expected"),
    [
        ("Anna Berg", ["person"], "named person"),
        ("She", ["person"], "named person"),
        ("state media", [], "media"),
        ("the newspaper", [], "media"),
        ("a National Security Council spokesperson", [], "anonymous"),
        ("senior officials", [], "anonymous"),
        ("the ministry", [], "institution"),
        ("Beijing", ["government"], "institution"),
        ("the two leaders", ["person", "person"], "collective"),
        ("critics", [], "collective"),
        ("they", [], "collective"),
        ("a neighbour", [], "anonymous"),
        ("some 22 percent of voters", [], "collective"),
        ("34%", [], "collective"),
        ("several studies", [], "institution"),
        ("the latest data", [], "institution"),
    ],
)
def test_source_type_follows_the_table(words, kinds, expected):
    text = f"{words} said so."
    parsed = flat_of(text)
    last = next(i for i in range(parsed.size) if parsed.lower[i] == "said")
    assert source_type(parsed, (0, last), kinds) == expected


@pytest.mark.parametrize("shape", trust.SHAPES)
def test_shape_of_a_content(shape):
    parsed = flat_of(trust.SHAPES[shape])
    assert shape in {trust.shape(parsed, found) for found in weigh(parsed, weights())}


@pytest.mark.parametrize(
    ("told", "reported"),
    [
        ("Blue 2 offers a vision of the future.", "The mayor said that the bridge is closed."),
        ("Carlos Reed hit a grand slam.", "Carlos Reed said he was glad."),
    ],
)
def test_what_is_told_is_no_attribution(told, reported):
    assert find_quotes(from_text(told)).empty
    assert len(find_quotes(from_text(reported))) == 1


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("As Ann Lee told the Ashby Post, bread is cheap again because of the law.", "bread is cheap"),
        ("As Ann Lee explained, bread is cheap again because of the law.", "bread is cheap"),
        ("The council reasoned, “this kind of work is a trade.”", "this kind of work"),
        ("“Nobody will ever come back to this house,” muttered Ann Lee.", "Nobody will ever"),
        ("The critics emphasised that the bridge is closed.", "the bridge is closed"),
        ("The critics recognised that the bridge is closed.", "the bridge is closed"),
    ],
)
def test_rare_verbs_other_spellings_and_what_only_frames_a_sentence(text, content):
    row = find_quotes(from_text(text)).iloc[0]
    assert content in row["text"]
    assert row["source"] in ("Ann Lee", "The council", "The critics")


@pytest.mark.parametrize(
    "told",
    [
        "Marsha Lee told WLOX, a television station in the south, that the idea horrifies her husband.",
        "Ann Lee warned lawyers for Ed Sanders that the idea horrifies her husband.",
        "Ann Lee told reporters that the idea horrifies her husband.",
    ],
)
def test_whom_something_is_told_is_not_in_the_content(told):
    assert find_quotes(from_text(told))["text"].tolist() == ["that the idea horrifies her husband"]


@pytest.mark.parametrize(
    ("word", "kept"),
    [
        ("I never thought that the bridge was safe.", False),
        ("I told them that the bridge was shut.", True),
        ("They hope that the bridge was shut.", True),
        ("It goes without saying that the bridge was shut.", False),
    ],
)
def test_what_the_writer_thinks_is_not_reported(word, kept):
    flat = flat_of(word)
    likely = [one for one in weigh(flat, weights()) if flat.lower[one.cue] in ("thought", "told", "hope", "saying")]
    assert [trust.unsaid(flat, one) for one in likely] == [not kept]


def test_a_committee_that_concludes_its_hearings_says_nothing():
    assert find_quotes(from_text("The index recorded its worst week, and the committee concluded its hearings.")).empty


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor has said that the bridge is closed.", "has said"),
        ("According to the mayor, the bridge is closed to cars and lorries until May.", "According to"),
        ("The mayor pointed out that the bridge is closed.", "pointed out"),
        ("The mayor did not say that the bridge is closed.", "did not say"),
    ],
)
def test_words_around_a_cue_belong_to_it(text, cue):
    assert find_quotes(from_text(text))["cue"].tolist() == [cue]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He sang “Blue Moon” and “Yesterday” at the party.", {"scare"}),
        ("The film “The Long Road” was late.", {"scare"}),
        ("Among them was “The Road That Led Me Back To Every Sea,” sung by all.", {"scare"}),
        ("He said “Blue is the moon, and I know it.”", {"direct"}),
        ("Ann Lee Said to the Town: “This Old Quay Will Fall”", {"direct"}),
    ],
)
def test_names_of_works_are_nobodys_words(text, expected):
    assert set(find_quotes(from_text(text))["kind"]) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        one
        for examples in (speakers.EXAMPLES, heard.EXAMPLES, together.EXAMPLES, uncovered.EXAMPLES)
        for one in examples.values()
    ],
)
def test_a_pronoun_stands_for_somebody_outside_the_quotation(text, speaker):
    assert find_quotes(from_text(text))["speaker"].iloc[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The quay is safe and open to all who need it.” -Mayor Ann Lee", "Ann Lee"),
        ("“It is dreadful to be so poor,” sighed Ann Lee, a nurse.", "Ann Lee"),
        ("In the words of the mayor, Ann Lee, the quay is “a death trap”.", "Ann Lee"),
        ("LEE: I never saw it.\n\nROE: But you signed it.\n\nLEE: No.\n\nROE: You did it on the last page.", "ROE"),
        ("Jan Berg, the head of the harbour, said: “They have to pay.”", "Jan Berg"),
    ],
)
def test_sources_before_and_behind(text, speaker):
    assert find_quotes(from_text(text))["speaker"].iloc[-1] == speaker


def test_a_joined_verb_has_the_subject_of_the_first():
    rows = find_quotes(
        from_text("The envoy to Chile accused Peru and Bolivia of meddling and warned that he would act.")
    )
    assert set(rows["source"]) == {"The envoy to Chile"}
    rows = find_quotes(from_text("The mayor said the bridge was unsafe and accused the council of doing nothing."))
    assert rows["source"].tolist() == ["The mayor"] * 2


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Jo Roe, a spokeswoman for Holm's parent company, said no boat sank.", "company"),
        ("Campaign manager Jo Roe said no boat sank.", "politician"),
        ("Jo Roe, the city manager, said no boat sank.", "official"),
        ("Jo Roe, the chairman of the judiciary committee, said no boat sank.", "politician"),
        ("Republican officials said no boat sank.", "politician"),
        ("Jo Roe, the deputy secretary of state, said no boat sank.", "official"),
        ("Sen. Jo Roe (D-Ohio) said no boat sank.", "politician"),
        ("Rep. Jo Roe, D-Ohio, said no boat sank.", "politician"),
        ("Mayor Ann Lee left. Jo Roe, a spokesman for Ann Lee, said no boat sank.", "politician"),
        ("Mayor Ann Lee left. Her friend Ann Lee said no boat sank.", "politician"),
        ("Ann Lee's attorney said no boat sank.", "expert"),
        ("Holm columnist Jo Roe, a guest at the court, said no boat sank.", "media"),
        ("Mayor Ann Lee met Senator Tom Roe. Lee and Roe said no boat sank.", "politician"),
        ("Jo Roe, the chief executive officer, said no boat sank.", "company"),
    ],
)
def test_whose_words_decide_a_role(text, role):
    assert find_quotes(from_text(text))["source_role"].tolist()[-1] == role


@pytest.mark.parametrize("role", SOURCE_ROLES)
def test_source_role(role):
    assert role in find_quotes(from_text(role_words.EXAMPLES[role]))["source_role"].tolist()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ann Lee said the bridge is safe.", None),
        ("A police spokesman said the bridge is safe.", "police or court"),
        ("The president of the bank said the bridge is safe.", "company"),
        ("A White House spokeswoman said the bridge is safe.", "official"),
    ],
)
def test_a_role_follows_the_words_beside_it(text, role):
    assert find_quotes(from_text(text))["source_role"].tolist() == [role]


@pytest.mark.parametrize(
    ("headline", "rows"),
    [
        ("Lee Says Bread Is Cheap", 1),
        ("Lee: Bread Is ‘Far Too Cheap’", 1),
        ("Bakers Worried About Bread", 0),
        ("Lee Growls In Response To Roe’s Claim Bread ‘Is Far Too Cheap’", 0),
        ("Lee Waits For Bread – And It Says A Lot", 0),
    ],
)
def test_a_headline_reports_in_few_ways(headline, rows):
    article = from_text(f"{headline}\n\nThere was bread in the shop on Monday. It was cheap, and there was much of it.")
    assert find_quotes(article)["kind"].ne("scare").sum() == rows


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "But old sailors clamoring to block Tom Roe from the GOP council say they’re suddenly in the midst of it.",
            ["old sailors"],
        ),
        (
            "But Republican nurses clamoring to block Tom Roe from the council seat say they’re in a hurry.",
            ["Republican nurses"],
        ),
        (
            "“It is cold,” said one sailor familiar with the campaign's organization, who said the quay is icy.",
            ["one sailor familiar with the campaign's organization, who said the quay is icy", "one sailor"],
        ),
        ("Rather, Ann Lee said, continued quarrels of the crew will sink the boat.", ["Ann Lee", "Ann Lee"]),
    ],
)
def test_who_is_meant_beside_other_nouns(text, sources):
    assert [words.split(" familiar")[0] for words in find_quotes(from_text(text))["source"]] == [
        words.split(" familiar")[0] for words in sources
    ]


@pytest.mark.parametrize("channel", channels.CHANNELS)
def test_channel(channel):
    assert channel in CHANNELS
    assert channel in find_quotes(from_text(channels.CHANNELS[channel][1]))["channel"].tolist()


@pytest.mark.parametrize(
    ("text", "channel", "first_hand"),
    [
        ("Ann Lee told the Northport Times that the bridge is closed.", "said to this outlet", True),
        ("Ann Lee told the Ashby Herald that the bridge is closed.", "other media", False),
        ("A spokesman said the bridge is closed.", "by spokesperson", True),
        ("Ann Lee said the bridge is closed.", None, True),
        ("The newspaper said the bridge is closed.", None, False),
    ],
)
def test_by_which_way_the_words_came(text, channel, first_hand):
    row = find_quotes(from_text(text, outlet="Northport Times")).iloc[0]
    assert (row["channel"], row["first_hand"]) == (channel, first_hand)


@pytest.mark.parametrize(
    ("text", "channel", "first_hand"),
    [
        ("Ann Lee told the Ashby Herald that the bridge is closed.", None, None),
        ("Ann Lee said in an interview with the Ashby Herald that the bridge is closed.", None, None),
        ("By Jo Roe, Ashby Herald\n\nAnn Lee told the Herald that the bridge is closed.", "said to this outlet", True),
        ("OSLO (Reuters) — Ann Lee told the Ashby Herald that the bridge is closed.", "other media", False),
        ("“The bridge is closed,” Ann Lee said, according to an Ashby Herald account.", "other media", False),
        ("“The bridge is closed,” Ann Lee wrote in a column on Yahoo News.", "other media", False),
        ("“The bridge is closed,” Ann Lee said in an interview with a host of songs.", "other media", False),
        ("“The bridge is closed,” Ann Lee said in an interview on Friday.", "said to this outlet", True),
    ],
)
def test_a_paper_may_be_this_one(text, channel, first_hand):
    row = find_quotes(from_text(text)).iloc[-1]
    known = None if pd.isna(row["first_hand"]) else row["first_hand"]
    assert (row["channel"], known) == (channel, first_hand)


def test_the_words_that_introduce_a_source_go_with_each_of_its_rows():
    text = "Ann Lee, the mayor of Ashby, said the bridge is safe. “Nobody was hurt,” she said."
    rows = find_quotes(from_text(text))
    assert rows["source_title"].tolist() == ["the mayor of Ashby"] * 2
    assert [text[a:b] for a, b in zip(rows["source_title_start"], rows["source_title_end"], strict=True)] == [
        "the mayor of Ashby"
    ] * 2


@pytest.mark.parametrize(
    "text",
    [
        "“" * 3000,
        "”" * 3000,
        '"' * 3001,
        "‘" * 3000,
        "“" + "The bridge is closed and nobody may pass it. " * 60 + "”",
        "“Yes.”\n“No.”\n“Why?”\n“Because I say so, and that is that.”\n“Oh.”",
        "The bridge is closed. It rained.",
        ": : : said said said according according to to —",
    ],
    ids=["opening", "closing", "straight", "single", "all in marks", "dialogue", "none", "cues only"],
)
def test_odd_input_gets_an_answer(text):
    article = from_text(text)
    rows, clean = find_quotes(article), article.text
    assert rows.empty == (text == "The bridge is closed. It rained.")
    assert [clean[start:end] for start, end in zip(rows["start"], rows["end"], strict=True)] == rows["text"].tolist()
    assert all(pd.isna(chance) or 0 <= chance <= 1 for chance in rows["confidence"])


def test_weights_are_readable_and_bounded():
    learned = weights()
    assert len(learned.words) > 500
    assert {"say/VERB", "claim/VERB", "warning/NOUN"} <= learned.words
    assert 0 < learned.threshold < 1
    assert {name.split()[0] for name in learned.edges} == set(edge_features.KINDS)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ann Lee said that the quay is safe (it broke a week later).", "that the quay is safe"),
        ("Ann Lee said that she likes the Oslo Harbour Board (OHB).", "that she likes the Oslo Harbour Board (OHB"),
        ("Ann Lee said that the quay (it broke in May and in June) is safe.", "that the quay (it broke"),
        ("Ann Lee cited a verse (“Go out and see the quays of men”).", "a verse (“Go out and see the quays of men”"),
    ],
)
def test_a_parenthesis_at_the_end_is_the_writers(text, content):
    found = find_quotes(from_text(text))["text"].iloc[0]
    assert found.startswith(content)
    assert "later" not in found


def test_edges_of_likely_contents_are_tried():
    flat = flat_of("Ann Lee has praised the plan as a gift to the town, which votes in May.")
    found = next(one for one in weigh(flat, weights()) if flat.lower[one.cue] == "praised")
    tried = edges.places(flat, "content", "first", (found.parts[0][0], flat.size - 1), found, (0, flat.size))
    begins = {first: chance for (first, _), chance in tried.items()}
    assert {parts[0][0] for _, parts in found.likely} <= set(begins)
    assert all(begins[parts[0][0]] for _, parts in found.likely)
    assert "" in begins.values()


@pytest.fixture(scope="module")
def by_hand(root):
    with (root / "data" / "gold" / "xi_putin_moscow.quotes.csv").open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


def spans(rows):
    return [(row, set(range(int(row["start"]), int(row["end"])))) for row in rows]


def overlap(one, other):
    return len(one & other) / len(one | other)


def test_default_article_without_marks(default, by_hand):
    found = find_quotes(default)
    ours = [set(range(a, b)) for a, b in zip(found["start"], found["end"], strict=True)]
    unmarked = [(row, span) for row, span in spans(by_hand) if row["kind"] == "indirect"]
    hits = [any(overlap(span, one) >= 0.5 for one in ours) for _, span in unmarked]
    # Half: what this text highlights, lauds or frames its reader counted; those who judged rows of other news did not.
    assert (sum(hits), len(hits)) >= (13, 27)


def test_default_article_marks(default, by_hand):
    """Each passage in marks lies in a row of the kind and speaker that a reader gave it, all but one."""
    found = find_quotes(default)
    gold = spans(by_hand)
    double = [mark for mark in pair_marks(default.text, [(0, len(default.text))]) if not mark.level]
    assert len(double) == 13
    other = []
    for mark in double:
        inside = set(range(mark.start, mark.end))
        ours = found[(found["start"] <= mark.start) & (found["end"] >= mark.end)]
        ours = {(row.kind, row.speaker or "") for row in ours.itertuples(index=False)}
        if not ours & {(row["kind"], row["speaker"]) for row, span in gold if inside <= span}:
            other.append(default.text[mark.start : mark.end])
    assert other == ["“no limits”"]  # "declared" stands behind it as a participle, which no construction reads
    nested = found[found["text"] == "‘dual containment’"].iloc[0]
    assert nested["inside"] in set(found["id"])


def test_who_is_named_in_a_clause_about_the_speaker_does_not_speak():
    rows = find_quotes(from_text("“It was 2,000 barrels,” said Jonas Oake, who speaks for forty crews."))
    assert rows["speaker"].tolist() == ["Jonas Oake"]


NAMES = ("Berg", "Xi", "Amina Okafor", "Lucía Morales", "Moscow", "Astrid")


def test_whose_name_it_is_has_no_weight():
    told = "The bridge broke on Monday. On Tuesday {} warned that the pier is unsafe and would be shut."
    found = {tuple(find_quotes(from_text(told.format(name)))[["text", "confidence"]].iloc[0]) for name in NAMES}
    assert len(found) == 1


def test_how_marks_are_set_has_no_weight():
    told = "“The bridge is shut,” said Anna Berg’s spokesman."
    straight = told.translate(str.maketrans("“”’", '""\''))
    one, other = (find_quotes(from_text(text)) for text in (told, straight))
    assert one["confidence"].tolist() == other["confidence"].tolist()


def test_no_attribution_is_found_twice():
    told = (
        "They said they were hopeful that things would turn their way by the next two - South Carolina and Nevada - but"
        ", realistically, Rubio's path to victory would be a months-long grind.\n\nOne at"
    )
    assert find_quotes(from_text(told))["id"].is_unique
