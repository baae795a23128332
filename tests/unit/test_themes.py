"""Actors, phrases and reading instruments: each rule by its own example, and the default article's gold."""

from dataclasses import replace
from pathlib import Path

import corpora
import pandas as pd
import pytest
from wordfreq import word_frequency

from helpers import accuracy, coreference
from helpers.answers import what
from helpers.article import ArticleError, from_text
from helpers.coreference import evidence, linking, mentions, names, peoples, portraits, seats
from helpers.evaluate.actors import b_cubed, matched
from helpers.evaluate.themes import ranked, score
from helpers.evaluate.themes import themes as evaluate_themes
from helpers.gold import themes as gold
from helpers.gold.marked import read
from helpers.language import parse
from helpers.learn.frequency import learn_frequency
from helpers.themes import (
    actors,
    collocations,
    concordance,
    cooccurrence,
    dispersion,
    key_phrases,
    keyness,
    naming,
    nominals,
    opening,
    quoted,
    relations,
    spans,
    standing,
    summary,
    themes,
    told,
    topics,
)
from helpers.themes import candidates as kinds
from helpers.themes.concordance import EXAMPLES as WORDS
from helpers.themes.frequency import SHARES, frequency
from helpers.themes.words import ARTICLES, LINKS

HERE = Path(__file__).resolve().parents[1]
EDGES = {
    "three sentences": "It rained in Oslo. Nobody came. We waited.",
    "no names": "it rained all day and nobody came to see the play in the old barn. it was cold.",
    "capitals": "PRESIDENT ANNA BERG SPOKE IN OSLO. SHE WAS TIRED AND LEFT EARLY.",
    "names": ", ".join(f"Anna{chr(97 + n % 26)} Berg{chr(97 + n // 26)}" for n in range(500)) + " came.",
    "person like a place": "President Paris Holm spoke in Paris. Holm said that Paris was cold.",
    "empty": "",
}


@pytest.mark.parametrize("how", coreference.EXAMPLES)
def test_way_of_naming(how):
    text, words, names = coreference.EXAMPLES[how]
    assert (words, names) in [
        (text[one.start : one.end], one.names) for one in coreference.mentions(from_text(text)) if one.how == how
    ]


@pytest.mark.parametrize("name", peoples.EXAMPLES)
def test_demonym(name):
    text, words, countries = peoples.EXAMPLES[name]
    found = {from_text(text).text[m.start : m.end]: m.names for m in mentions(from_text(text)) if m.how == "demonym"}
    assert found[words] == countries


@pytest.mark.parametrize("name", seats.EXAMPLES)
def test_seat_of_government(name):
    text, capital, government = seats.EXAMPLES[name]
    kind = {text[m.start : m.end]: m.kind for m in mentions(from_text(text))}[capital]
    assert (kind == "government") == government


@pytest.mark.parametrize("kind", kinds.EXAMPLES)
def test_candidate(kind):
    text, key = kinds.EXAMPLES[kind]
    assert key in [one.key for one in kinds.candidates(parse(from_text(text)))]


def test_actors_of_the_default_article(default, root):
    path = root / "data" / "gold" / "xi_putin_moscow.actors.csv"
    wanted = [(start, end, tuple(names.split("; "))) for start, end, (names,) in read(path, "actors", default.text)]
    found = {}
    for row in actors(default).itertuples(index=False):
        found.setdefault((int(row.start), int(row.end)), []).append(row.actor)
    found = [(*span, tuple(names)) for span, names in found.items()]
    pairs = matched(wanted, found)
    precision, recall = b_cubed(wanted, found, pairs)
    assert 2 * len(pairs) / (len(wanted) + len(found)) >= 0.90
    assert 2 * precision * recall / (precision + recall) >= 0.82


@pytest.mark.parametrize("name", EDGES)
def test_every_instrument_takes_every_text(name):
    article = from_text(EDGES[name], language="any")
    for table in (
        actors(article),
        key_phrases(article),
        themes(article),
        keyness(article),
        collocations(article),
        cooccurrence(article),
        relations(article),
        dispersion(article, ["rain"]),
    ):
        if "mentions" in table:
            several = table["mentions"].tolist()
            assert all(several) or (table.loc[~table["mentions"].astype(bool), "count"] == 0).all()
        else:
            several = [[pair] for pair in zip(table["start"], table["end"], strict=True)]
        spans = [span for own in several for span in own]
        assert all(0 <= start < end <= len(article.text) for start, end in spans)


def test_a_person_named_like_a_place():
    text = EDGES["person like a place"]
    found = {(m.start, m.names, m.kind) for m in mentions(from_text(text))}
    assert (0, ("Paris Holm",), "person") in found
    assert (text.index("Paris."), ("Paris",), "place") in found


@pytest.mark.parametrize(
    "call",
    [
        lambda a: concordance(a, "*"),
        lambda a: concordance(a, "a b"),
        lambda a: dispersion(a, ["rain"], parts=1),
        lambda a: collocations(a, window=0),
    ],
)
def test_what_cannot_be_used_is_said(call):
    with pytest.raises(ArticleError):
        call(from_text("It rained."))


def test_relations_of_a_joint_act_are_nobodys():
    table = relations(from_text("Anna Berg and Tom Roe met in Oslo. They ended their talks."))
    assert table[table["verb"] == "end"]["target"].isna().all()


def test_words_are_as_frequent_as_the_package_says(tmp_path):
    learn_frequency(tmp_path / "frequency.tsv")
    assert (tmp_path / "frequency.tsv").read_bytes() == SHARES.read_bytes()
    for word in ("the", "ferry", "sanction", "we're", "café", "thatcherism", "qwrtz"):
        assert frequency(word) == pytest.approx(max(word_frequency(word, "en"), 1e-7), rel=1e-6)


def test_keyness_puts_what_is_rare_in_english_first():
    assert keyness(from_text("The ferry came. The ferry left. The man saw the man."))["word"].iloc[0] == "ferry"


def test_themes_say_what_hidden_headings_say():
    """The figures kept, which `test_accuracy` measures again."""
    table = accuracy.figures("themes").set_index("measure")
    assert table.loc["sections found", "n"] == 58
    assert table.loc["sections found", "value"] >= 0.3
    assert table.loc["sections found", "value"] >= 2 * table.loc["sections found by chance", "value"]


def test_one_long_paragraph_has_several_passages():
    text = "Ships wait in the harbour of Oslo. " * 60 + "Judges heard the farmers in the court of Bergen. " * 60
    table = themes(from_text(text))
    assert table["start"].nunique() > 2
    assert table["theme"].nunique() > 1


def test_evaluate_themes_needs_headings():
    with pytest.raises(ArticleError, match="headings"):
        evaluate_themes(HERE / "articles" / "three_sentences.txt")


def test_themes_are_measured_against_a_reader(tmp_path):
    figures, _ = evaluate_themes(corpora.themes(tmp_path / "own"))
    values = dict(zip(figures["measure"], figures["value"], strict=True))
    assert (values["labels right"], values["main theme right"], values["themes named"]) == (1, 1, 1)


def test_a_reader_is_agreed_with_by_pairs_labels_and_number():
    wanted = [
        gold.Theme("ferry", gold.stems("ferry ship"), frozenset({0, 1, 2}), True),
        gold.Theme("court", gold.stems("court"), frozenset({3, 4}), False),
    ]
    rows = [("old ships", 0, 0.3), ("old ships", 1, 0.3), ("rain", 3, 0.2), ("rain", 4, 0.1), ("wind", 2, 0.1)]
    table = pd.DataFrame(rows, columns=["theme", "block", "weight"])
    # of four pairs two are found and none is false; "ships" names one of two, "rain" and "wind" none
    assert score(table, wanted) == pytest.approx((2 * 2 / (4 + 2), 1 / 2, 1 / 3, 1, 1))
    table["weight"] = 1 - table["weight"]
    table.loc[table["theme"] == "rain", "weight"] = 2
    assert score(table, wanted)[3] == 0


@pytest.mark.parametrize("text", ["{", '[{"themes": []}]', '[{"article": "none.txt", "themes": []}]'])
def test_a_gold_of_another_form_is_named(tmp_path, text):
    (tmp_path / "themes.json").write_text(text, encoding="utf8")
    with pytest.raises(ArticleError, match=r"themes\.json"):
        evaluate_themes(tmp_path)


@pytest.mark.parametrize("kind", spans.EXAMPLES)
def test_label(kind):
    text, label, none = spans.EXAMPLES[kind]
    forms = [one.form for one in topics.Found(from_text(text)).labels.every]
    assert label in forms
    assert none not in forms


@pytest.mark.parametrize("kind", standing.EXAMPLES)
def test_what_does_not_stand_alone(kind):
    text, label, none = standing.EXAMPLES[kind]
    forms = [one.form for one in topics.Found(from_text(text)).labels.every]
    assert label in forms
    assert none not in forms


@pytest.mark.parametrize("shape", nominals.EXAMPLES)
def test_what_a_title_or_first_sentence_tells(shape):
    text, label = nominals.EXAMPLES[shape]
    told_there = {noun for rows in nominals.event_verbs().values() for noun, *_ in rows}
    forms = [one.form for one in topics.Found(from_text(text)).labels.every if one.form.split()[0] in told_there]
    assert forms == ([label] if label else [])


@pytest.mark.parametrize("what", opening.EXAMPLES)
def test_what_a_noun_of_the_opening_is_of(what):
    text, label = opening.EXAMPLES[what]
    assert label in [one.form for one in topics.Found(from_text(text)).labels.every]


@pytest.mark.parametrize("how", naming.EXAMPLES)
def test_what_a_main_theme_is_called(how):
    text, called = naming.EXAMPLES[how]
    table = themes(from_text(text))
    assert ranked(table)[0] == called


@pytest.mark.parametrize("what", quoted.EXAMPLES)
def test_what_is_cut_by_a_mark_or_a_verb(what):
    text, none = quoted.EXAMPLES[what]
    assert none not in [one.form for one in topics.Found(from_text(text)).labels.every]


def test_what_only_somebody_quoted_says_is_told_apart():
    labels = topics.Found(
        from_text("The ferry left. “Strong leadership made the harbour bridge,” said Anna Berg.")
    ).labels
    said = {one.form: spoken for one, spoken in zip(labels.every, labels.spoken, strict=True)}
    assert said["harbour bridge"]
    assert not said["ferry"]


def test_a_main_theme_is_stated_early_and_below_the_headline():
    text = (
        "Harbour ferry sinks in the storm;\nThe captain says that he was warned.\n\n"
        "The harbour ferry sank in a storm on Monday night off Bergen, and forty people swam ashore.\n\n"
        "The harbour ferry was old.\n\nThe harbour ferry had been sold twice before it sank in the storm that night."
    )
    assert told(from_text(text))["sentence"].iloc[0].startswith("The harbour ferry sank in a storm on Monday")


def test_a_part_of_a_name_is_no_adjective_that_picks_out():
    text = "The New Hampshire primary is near. Voters of New Hampshire wait, and New Hampshire counts."
    assert "Hampshire" not in [one.form for one in topics.Found(from_text(text)).labels.every]


def test_themes_beyond_the_second_are_sound(default):
    found = topics.Found(default)
    right, _, told_there, sound = found.chances(topics.weights())
    picked = topics.choose(found, right, told_there, sound)
    assert all(sound[full] >= topics.GATE for _, full in picked[2:])


def test_a_main_theme_is_no_mere_name():
    text = "# Berg opens harbour bridge\n\nAnna Berg opened the harbour bridge.\n\nBerg praised the harbour bridge."
    assert "harbour bridge" in told(from_text(text))["theme"].iloc[0]


def test_a_profile_is_about_its_person():
    about = "Anna Berg sailed from Oslo. She fished for cod. " * 5
    assert told(from_text(about))["theme"].iloc[0] == "Anna Berg"
    called = f"{about}The admiral rowed. The admiral fished with the admiral of Bergen. "
    assert not any("admiral" in theme for theme in told(from_text(called))["theme"])
    other = "Tom Roe sailed with her. He fished for crabs. " * 5
    assert told(from_text(f"{about}\n\n{other}"))["theme"].iloc[0] not in ("Anna Berg", "Tom Roe")


def test_what_is_said_once_does_not_come_back():
    found = topics.Found(from_text("The old ferry has a waist size of ten. The ferry left the harbour of Bergen."))
    back = {one.form: found.labels.comes_back(one) for one in found.labels.every}
    assert back["ferry"]
    assert not back["waist size"]


def test_a_title_that_is_not_in_the_text_counts():
    text = "The symptoms came quickly. Doctors blamed the duvet. The duvet was new. The symptoms left with the duvet."
    article = from_text(text)
    assert "duvet" not in told(article)["theme"].iloc[0]
    assert "duvet" in told(replace(article, title="The duvet that nearly killed him"))["theme"].iloc[0]


def test_voices_of_themes_stand_in_their_passages(default):
    table = told(default)
    assert table["start"].is_unique
    for row in table.itertuples(index=False):
        assert default.text[row.start : row.end] == row.sentence
        assert 0.5 < row.narrator + sum(row.voice_shares) <= 1.001
        assert len(row.voices) == len(row.voice_shares)
        assert 0 < row.share <= 1


def test_no_two_themes_share_a_word(default):
    names = themes(default)["theme"].unique()
    words = [word for name in names for word in name.lower().split() if word not in LINKS | ARTICLES]
    assert 2 <= len(names) <= 6
    assert len(words) == len(set(words))


def test_an_outlet_that_reports_is_no_theme():
    text = "The ferry sank, the Harbour Gazette reported. The captain told the Harbour Gazette that the ferry was old."
    assert not any("Gazette" in name for name in themes(from_text(text))["theme"])


def test_who_mostly_is_quoted_is_no_theme():
    text = (
        "The ferry sank off Bergen. The ferry was old, said Tom Roe. Roe said that it leaked. Roe told sailors so.\n\n"
        "Maritime scholars agreed that the ferry was old. Maritime scholars think that it leaked."
    )
    names = themes(from_text(text))["theme"]
    assert not any("Roe" in name or "scholars" in name for name in names)


def test_a_first_sentence_is_no_headline():
    dated = "LONDON, March 14 (NewsNet) -- The harbour strike was long, said Berg."
    text = f"Anna Berg wins at last.\n\nABSTRACT.\n\n{dated}\n\nIt was old."
    found = topics.Found(from_text(text))
    assert {"harbour", "strike"} <= found.labels.lead
    assert {"abstract", "london"}.isdisjoint(found.labels.lead)
    assert "LONDON" not in [one.form for one in found.labels.every]


def test_a_preposition_before_a_hyphen_ties_nothing():
    found = topics.Found(
        from_text("They heard Anna Berg's by-now-old complaints. The complaints were about the harbour.")
    )
    heads = {one.form: one.head for one in found.labels.every}
    assert heads["Anna Berg's by-now-old complaints"] == "complaint"


def test_weights_of_an_article_add_up(default):
    assert themes(default)["weight"].sum() == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("pattern", WORDS)
def test_words_are_what_a_reader_sees(pattern):
    text, lines = WORDS[pattern]
    assert concordance(from_text(text), pattern, by="phrase")["match"].tolist() == lines


@pytest.mark.parametrize(("pattern", "by"), [("—", "word"), ("* *", "phrase"), ("ships", "lemma")])
def test_a_pattern_that_cannot_match_says_so(pattern, by):
    with pytest.raises(ArticleError, match="concordance: "):
        concordance(from_text("Two ships came — in time."), pattern, by=by)


def test_a_concordance_can_stop_at_the_sentence():
    article = from_text("He left. The ferry sank. She wept.")
    line = concordance(article, "ferry", within="sentence").iloc[0]
    assert (line["left"], line["right"]) == ("The", "sank")


def test_a_lemma_is_found_in_a_compound_and_a_clitic():
    article = from_text("The cease-fires held. It's quiet, and it is calm.")
    assert concordance(article, "cease-fire", by="lemma")["match"].tolist() == ["cease-fires"]
    assert concordance(article, "be", by="lemma")["match"].tolist() == ["'s", "is"]


@pytest.mark.parametrize(
    ("text", "no"),
    [
        ("The man pleaded guilty, prosecutors said. Police said so too, and the judge said no.", "said"),
        ("Prices rose by ten per cent. Ten per cent is much, and the shop sold less.", "cent"),
        ("Police closed Downing Street. Downing Street was calm, and Downing Street opened again.", "Street"),
        ("The ferry ran. See https://www.example.org/Ferry and @ferry_news for the ferry.", "example"),
    ],
)
def test_key_phrases_are_phrases(text, no):
    assert not [phrase for phrase in key_phrases(from_text(text))["phrase"] if no in phrase.split(".")[0].split()[:1]]


def test_no_key_phrase_is_part_of_another():
    text = "Prince Olav Berg came. Prince Olav Berg opened the ferry terminal, and Berg left the terminal by the ferry."
    found = [f" {phrase.lower()} " for phrase in key_phrases(from_text(text))["phrase"]]
    assert not [(one, other) for one in found for other in found if one != other and one in other]


def test_a_place_that_acts_sets_no_scene():
    article = from_text(
        "Tom Roe met Kim Berg in Bergen. In Bergen it rained. Norway praised Tom Roe and thanked Kim Berg."
    )
    assert summary.scenes(article) == {"Bergen"}


@pytest.mark.parametrize("edge", names.EDGES)
def test_edges_of_names(edge):
    text, name = names.EDGES[edge]
    assert name in {name for one in mentions(from_text(text)) for name in one.names}


@pytest.mark.parametrize("rule", evidence.EXAMPLES)
def test_kind_of_a_name(rule):
    text, words, kind = evidence.EXAMPLES[rule]
    found = {one.kind for one in mentions(from_text(text, language="any")) if text[one.start : one.end] == words}
    assert found == ({kind} if kind else set())


@pytest.mark.parametrize("form", linking.EXAMPLES)
def test_whom_a_pronoun_or_definite_phrase_means(form):
    text, words, names = linking.EXAMPLES[form]
    found = [one.names for one in mentions(from_text(text, language="any")) if text[one.start : one.end] == words]
    assert found == [names]


NAMESAKES = {
    "by its last words": ("Marc Van Der Poel left. Van Der Poel said he was sad.", "Van Der Poel", "Marc Van Der Poel"),
    "by a rank": ("Det Insp Paul Falk spoke. Insp Falk said no more.", "Insp Falk", "Paul Falk"),
    "by a title": ("Tom Falk won. His wife, Sarah Falk, clapped. Mr Falk spoke.", "Mr Falk", "Tom Falk"),
    "who was named first": ("Tom Falk won the prize. His son, Carl Falk, sang. Falk wept.", "Falk", "Tom Falk"),
    "in capitals": ("HOLMVIK (NewsNet) said so. Rain fell on Holmvik in May.", "Holmvik", "Holmvik"),
}


@pytest.mark.parametrize("name", NAMESAKES)
def test_a_short_name_is_one_person_of_the_article(name):
    text, words, actor = NAMESAKES[name]
    found = [one.names for one in mentions(from_text(text, language="any")) if text[one.start : one.end] == words]
    assert found[-1] == (actor,)


@pytest.mark.parametrize(
    ("last", "actor"), [("", "Microsoft"), ("Microsoft Research came first. ", "Microsoft Research")]
)
def test_a_company_is_not_called_by_a_longer_name_that_comes_late_and_once(last, actor):
    text = f"{last}Microsoft sued. Microsoft won. Microsoft paid. Later Microsoft Research closed."
    found = [one.names for one in mentions(from_text(text, language="any")) if text[one.start : one.end] == "Microsoft"]
    assert set(found) == {(actor,)}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Democratic senators met. The Democrats left.", ("Democratic", "The Democrats"), ("Democrats", "group")),
        ("Kim Berg left the White House. The House voted.", ("The House",), ("House", "organisation")),
        ("Mark Cuban left. On Monday Cuban sang.", ("Mark Cuban", "Cuban"), ("Mark Cuban", "person")),
        (
            "The Republican Party met. The GOP left.",
            ("The Republican Party", "The GOP"),
            ("Republican Party", "organisation"),
        ),
        ("They met Governor Kasich. Later Kasich slept.", ("Governor Kasich", "Kasich"), ("Kasich", "person")),
    ],
)
def test_a_name_is_what_the_text_shows(text, words, actor):
    found = [
        (one.names[0], one.kind)
        for one in mentions(from_text(text, language="any"))
        if text[one.start : one.end] in words
    ]
    assert found == [actor] * len(words)


def test_two_persons_of_one_surname_stay_two():
    text = "Karen Sawyer leads the agency. Hale Sawyer leads the school."
    assert [one.names for one in mentions(from_text(text, language="any")) if one.kind == "person"] == [
        ("Karen Sawyer",),
        ("Hale Sawyer",),
    ]


@pytest.mark.parametrize("name", portraits.EXAMPLES)
def test_gender_and_role_are_what_the_text_says(name):
    text, actor, gender, role = portraits.EXAMPLES[name]
    table = actors(from_text(text, language="any"))
    rows = table[table["actor"] == actor]
    assert len(rows)
    assert {(row.gender, row.role) for row in rows.itertuples()} == {(gender, role)}
    for row in rows[rows["role"].notna()].itertuples():
        assert text[row.role_start : row.role_end] == row.role


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Council to shut ferry line\n\nThe council of Holm will shut the ferry line. The ferry line is old.", True),
        ("The strike went on.\n\nThe strike was long, and the strike hurt. It rained on the strike.", False),
        (
            "Anna Berg spoke.\n\nBerg’s campaign is long. Berg’s campaign went to Holm, and Berg’s campaign rested.",
            False,
        ),
    ],
)
def test_a_theme_is_stated_if_it_says_something_of_this_story(text, said):
    article = from_text(text)
    sentence = what.of_the_story(article, told(article))[0]
    assert sentence.startswith("Its main theme") == said, sentence


def test_a_common_noun_of_the_title_names_nobody():
    text = "# Party near landslide win\n\nThe party is near a landslide win in Holm. The vote was on Monday.\n\n"
    text += "Tom Win counts. Tom Win counted the vote in Holm, and said it was a win. The party waits."
    assert not any("Tom Win" in label for label in ranked(themes(from_text(text)))[:1])
