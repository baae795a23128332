"""Two articles side by side: what both tell, what differs, and what cannot be compared."""

import re
from dataclasses import replace

import pytest

from helpers.__main__ import main
from helpers.article import ArticleError, from_text, load
from helpers.compare import COLUMNS, answer, compare, pair
from helpers.compare.absent import Elsewhere, missing
from helpers.compare.columns import PLACES
from helpers.compare.page import looks, page
from helpers.compare.support import NOTE, NOTES
from helpers.compare.voices import heard_only
from helpers.gold.pairs import ALIGNED, FACT, MAYBE, read_pairs
from helpers.reader.shell import hash_of, policy

TWO = "data/corpus/two"
FIRST, OTHER = f"{TWO}/2024-05-22_velmora-wire.md", f"{TWO}/2024-05-22_tarrow-review.md"


@pytest.fixture(scope="module")
def practice(root):
    a, b = load(root / FIRST), load(root / OTHER)
    return a, b, compare(a, b)


def rows(table, *columns):
    return [tuple(row) for row in table[list(columns)].values.tolist()]


def test_every_row_points_at_its_words(practice):
    a, b, tables = practice
    for name, table in tables.items():
        if name == "corrections":
            continue
        assert list(table.columns) == [*PLACES, *COLUMNS[name]]
        assert table["id"].is_unique
        for row in table.itertuples(index=False):
            for article, start, end, text in (
                (a, row.a_start, row.a_end, row.a_text),
                (b, row.b_start, row.b_end, row.b_text),
            ):
                assert (text is None) == (str(start) == "<NA>")
                assert text is None or article.text[start:end] == text


def test_every_sentence_is_in_the_passages(practice):
    a, b, tables = practice
    from helpers.language import sentences

    for side, article in (("a", a), ("b", b)):
        told = set(tables["passages"][f"{side}_start"].dropna().astype(int))
        assert told == set(sentences(article)["start"].astype(int))


def test_what_was_planted_in_the_practice_pair_is_found(practice):
    facts = rows(practice[2]["facts"], "about", "difference", "a_value", "b_value")
    assert facts == [
        ("passengers", "other value", "180", "212"),
        ("people", "other precision", "at least 37", "40"),
        ("opened", "other time", "21 May 2024", "22 May 2024"),
        ("age of Swan", "other value", "31", "33"),
    ]
    voices = rows(practice[2]["voices"], "kind", "speaker", "a_cue", "b_cue")
    assert ("trimmed", "Lena Holt", "said", "claimed") in voices
    assert ("only in B", "Clara Venn", None, "said") in voices
    assert {"another figure", "another time"} <= set(practice[2]["in_short"]["kind"])
    said = answer(*practice).plain
    assert "4 figures and times of the same thing differ" in said
    assert not re.search(r"\b(wrong|right|bias|lie)", said)


def test_compared_the_other_way_round_it_says_the_same(practice):
    a, b, tables = practice
    other = compare(b, a)
    sides = "a_start", "b_start"
    pairs = {(x, y) for x, y in rows(tables["passages"].dropna(subset=list(sides)), *sides)}
    assert pairs == {(y, x) for x, y in rows(other["passages"].dropna(subset=list(sides)), *sides)}
    assert len(other["facts"]) == len(tables["facts"])


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Police said 40 workers were hurt in the fire.", "In the fire 37 workers were hurt, police said.", 1),
        ("Police said 40 workers were hurt in the fire.", "In the fire 40 workers were hurt, police said.", 0),
        # The other thing that is counted has another figure.
        ("Police said 40 workers were hurt in the fire.", "In the fire 37 houses were lost, police said.", 0),
        ("The council opened the inquiry on 3 May 2021.", "The council opened the inquiry on 4 May 2021.", 1),
        ("The council opened the inquiry on 3 May 2021.", "The council opened its inquiry on May 3, 2021.", 0),
        ("Police arrested 46 people after the match.", "Police made 38 arrests after the match.", 1),
        ("A fire burned 2,000 hectares of wood.", "The fire burned 8,000 acres of wood.", 1),
        ("A fire burned 2,000 hectares of wood.", "The fire burned 5,000 acres of wood.", 0),
        ("The strike at the port is in its sixth week.", "The strike at the port has lasted four weeks.", 1),
        ("The trial in Ostrand lasted 27 months.", "The trial in Ostrand lasted two years.", 0),
        ("Shares of the port fell 3.1 percent.", "Shares of the port fell 3 percent.", 0),
        ("The driver had 19 years of service.", "The driver had served for nearly twenty years.", 0),
        ("The fire cost the port 1.8 million Australian dollars.", "The fire cost the port $2.2 million.", 1),
        ("A crowd of 31,000 packed Stade Ostrand.", "There were 28,000 fans packed in Stade Ostrand.", 1),
        ("On strike are 2,300 signalmen of the port.", "On strike are 2,700 workers of the port.", 1),
        ("The car was going at 85 kilometers an hour.", "The car was going at 95 kilometres an hour.", 1),
    ],
)
def test_facts(one, other, found):
    more = " It was the largest fire in the old town of Ostrand.", " It was a large fire for the old town of Ostrand."
    assert len(compare(from_text(one + more[0]), from_text(other + more[1]))["facts"]) == found


def test_reports_without_a_sentence_in_common_differ_in_their_figures():
    one = from_text(
        "At least 37 people drowned when a passenger ferry capsized off the port of Maravel on Monday, the coastguard "
        "said. The captain, Rui Falcato, 52, was being questioned. The government has declared three days of mourning.",
        published="2023-03-14",
    )
    other = from_text(
        "Divers were combing the hull of the ferry, which turned over within sight of Maravel harbour, killing 40 "
        "people. Detectives were interviewing the skipper, Rui Falcato, 54. Flags will fly at half-mast during five "
        "days of mourning ordered by the government.",
        published="2023-03-14",
    )
    told = rows(compare(one, other)["facts"], "a_value", "b_value")
    assert told == [("at least 37", "40"), ("52", "54"), ("three days", "five days")]


def test_a_day_is_read_from_each_articles_own_day_of_publication():
    one = from_text("The council of Ostrand opened the old bridge yesterday.", published="2024-05-22")
    other = from_text("On Tuesday the council of Ostrand opened the old bridge.", published="2024-05-23")
    assert compare(one, other)["facts"].empty
    later = from_text("On Tuesday the council of Ostrand opened the old bridge.", published="2024-05-30")
    assert compare(one, later)["facts"]["difference"].tolist() == ["other time"]
    one = from_text("The council hopes to close the sale by the end of January.", published="2024-10-19")
    other = from_text("The council aims to close the sale by mid-March.", published="2024-10-20")
    assert len(compare(one, other)["facts"]) == 1


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("“We will stay in the port,” said Anna Berg.", "“We will stay in the port,” Anna Berg said.", "same words"),
        (
            "“We will stay in the port,” said Anna Berg.",
            "“We will stay in the port and wait,” Anna Berg said.",
            "trimmed",
        ),
        (
            "“We will stay in the port,” said Anna Berg.",
            "Anna Berg said that they would stay in the port.",
            "in marks in A alone",
        ),
        (
            "Anna Berg said that they would stay in the port.",
            "Anna Berg claimed they would stay in the port.",
            "retold",
        ),
    ],
)
def test_the_same_words_of_one_speaker(one, other, kind):
    more = "The ferry came into the port of Ostrand on Monday. "
    tables = compare(from_text(more + one), from_text(more + "It rained. " + other))
    assert kind in tables["voices"]["kind"].tolist()


def test_versions_have_a_headline_and_figures_that_changed():
    body = "The ferry sank off Oslo.\n\n{} people were hurt in the night.\n\nIt was 30 years old.\n\nHelp came soon."
    one = from_text(f"# Ferry sinks off Oslo\n\n{body.format('Twelve')}", title="Ferry sinks off Oslo")
    other = from_text(
        f"# Old ferry lost\n\n{body.format('Fourteen')}\n\nThe king sent a letter.", title="Old ferry lost"
    )
    kinds = compare(one, other)["versions"]["kind"].tolist()
    assert "inserted" in kinds
    assert "figure changed" in kinds


def test_a_digest_that_shares_a_passage_is_no_version():
    told = [f"The {port} of Ostrand has {number} cranes and a long wall." for number, port in enumerate("abcdefgh")]
    more = [f"Nobody in the {town} town had seen so large a ship before." for town in ("old", "new", "upper", "lower")]
    whole = from_text(" ".join(told))
    assert not len(compare(whole, from_text(" ".join(told[:3] + more[:1])))["versions"])
    assert len(compare(whole, from_text(" ".join(told[:6] + more[:1])))["versions"])


def test_a_hyphen_more_is_no_other_sentence():
    one = "The club let its non-members play on the old course. Rain fell."
    other = "The club let its nonmembers play on the old course. Snow fell."
    assert compare(from_text(one), from_text(other))["passages"]["kind"].tolist()[0] == "same words"


@pytest.mark.parametrize("note", NOTES)
def test_notes_of_the_desk_are_no_difference(note):
    assert NOTE.match(note)
    told = "The ferry ran aground near the town of Ostrand on Monday night, and nobody was hurt in the accident."
    tables = compare(from_text(f"{told}\n\nFishermen helped.\n\n{note}"), from_text(f"{told}\n\nHelp came."))
    kinds = dict(rows(tables["passages"].dropna(subset=["a_text"]), "a_text", "kind"))
    assert kinds.get(note, "unsure") == "unsure"
    assert note not in tables["versions"]["a_text"].tolist()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Two polls of two groups.
        ("In the poll 9 percent of students chose Anna Berg.", "In a poll 37 percent of voters chose Anna Berg."),
        # What the writer calls near differs with the day of writing.
        (
            "The port of Ostrand was closed by the council this week.",
            "The council closed the port of Ostrand last week.",
        ),
        # A day that is past and one that is to come.
        ("The council closed the port on Monday.", "The council closes the port on Friday."),
        # A year that one does not tell.
        ("The port was closed after the fire of May 3, 2001.", "The port was closed after the fire of May 3."),
    ],
)
def test_what_need_not_differ_is_no_fact(one, other):
    dates = {"published": "2024-05-22"}
    assert compare(from_text(one + " It rained.", **dates), from_text(other + " It snowed.", **dates))["facts"].empty


def test_who_is_named_in_the_other_is_not_heard_in_one_alone():
    one = from_text("“The old port of Oslo is quite safe today,” said Anna Berg. Kim Dahl left the town on Monday.")
    other = from_text("Kim Dahl left the town on Monday. He met Mayor Berg.")
    assert heard_only(one, other) == []


@pytest.mark.parametrize(
    ("own", "other", "told"),
    [
        # The first name alone, initials, a word of the family, a short form, a rounded figure, a word that stands in.
        ("Anna Berg left.", "They called Anna on Monday.", []),
        ("The Federal Housing Office left.", "The FHO wrote a letter.", []),
        ("The immigrants left.", "Immigration was low.", []),
        ("It left Vermont.", "Sen. Berg (I-Vt.) spoke.", []),
        ("It cost $25.3 million.", "It cost about $25 million.", []),
        ("About 48 percent left.", "Half of them left.", []),
        ("The divers had left.", "A ferry sank.", ["divers"]),
        ("It cost $25.3 million.", "It cost much.", ["$25.3 million"]),
    ],
)
def test_nothing_is_missing_that_the_other_has_in_another_form(own, other, told):
    assert [one.text for one in missing(from_text(own), Elsewhere(from_text(other)))] == told


def test_what_is_said_to_stand_in_one_alone_stands_nowhere_in_the_other(practice):
    a, b, tables = practice
    for row in tables["in_short"].itertuples(index=False):
        if "words only in" in row.kind:
            words = re.findall("“(.+?)”", row.says)
            text, other = (row.a_text, b.text) if row.a_text else (row.b_text, a.text)
            assert words
            assert all(word in text and word.lower() not in other.lower() for word in words)


def test_a_poll_is_nobodys_voice():
    one = from_text("Some 22 percent said they would back Berg. The ferry sank off Oslo on Monday.")
    assert compare(one, from_text("The ferry sank off Oslo on Monday. It rained."))["voices"].empty


def test_one_noun_of_which_other_things_are_told_is_no_fact():
    one = from_text("Police said on Monday that 40 workers of the port were hurt in Ostrand.")
    other = from_text("The port of Ostrand, which belongs to the town, has 2,600 workers and pays them well.")
    assert compare(one, other)["facts"].empty


def test_corrections_are_carried_over(tmp_path):
    text = "“We will stay in the port,” said Anna Berg. The ferry sank off Oslo on Monday."
    (tmp_path / "one.txt").write_text(text, encoding="utf8")
    sheet = "kind,text,name,who\nalias,Anna Berg,Anna Holt,me\nalias,Iron Lady,Anna Berg,me\n"
    (tmp_path / "one.corrections.csv").write_text(sheet, encoding="utf8")
    (tmp_path / "two.txt").write_text(text.replace("Monday", "Monday night"), encoding="utf8")
    carried = compare(load(tmp_path / "one.txt"), load(tmp_path / "two.txt"))["corrections"]
    assert [result.startswith("no longer fits") for result in carried["result"]] == [False, True]
    assert compare(load(tmp_path / "two.txt"), load(tmp_path / "one.txt"))["corrections"].empty


def test_what_cannot_be_compared_gets_a_sentence(root, tmp_path, capsys):
    with pytest.raises(ArticleError, match="have the same words"):
        compare(load(root / FIRST), load(root / FIRST))
    cooking = from_text("Peel two onions and fry them in butter. Add cream, salt and a spoon of mustard.")
    long = from_text("The ferry sank. " * 1_001)
    with pytest.raises(ArticleError, match="1,001 and 1,001 sentences, more than can be set against each other"):
        compare(long, long)
    with pytest.raises(ArticleError, match="hardly a word in common"):
        compare(load(root / OTHER), cooking)
    with pytest.raises(ArticleError, match="no sentence"):
        compare(load(root / OTHER), from_text(""))
    french = tmp_path / "french.txt"
    french.write_text("Le ferry a coulé au large de la ville lundi soir, selon la police. " * 8, encoding="utf8")
    assert main(["compare", str(root / FIRST), str(french)]) == 2
    assert "English" in capsys.readouterr().err
    with pytest.raises(ArticleError, match="name one as ARTICLE"):
        pair(FIRST, None, None, None)


def test_the_environment_names_both_or_none(root, monkeypatch):
    monkeypatch.delenv("OTHER", raising=False)
    monkeypatch.setenv("ARTICLE", str(root / "data" / "xi_putin_moscow.txt"))
    assert [one.outlet for one in pair(FIRST, None, OTHER, None)] == ["Velmora Wire", "Tarrow Review"]
    monkeypatch.setenv("OTHER", str(root / FIRST))
    monkeypatch.setenv("ARTICLE", str(root / OTHER))
    assert [one.outlet for one in pair(None, None, None, None)] == ["Tarrow Review", "Velmora Wire"]


def test_the_command_writes_page_and_tables(root, tmp_path, capsys):
    assert main(["compare", str(root / FIRST), str(root / OTHER), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "212 in B" in said
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"two_articles.html", "facts.csv", "passages.csv"} <= names
    assert main(["compare", str(root / FIRST), str(root / OTHER), "--out", str(tmp_path / "out")]) == 0


def test_the_page_is_closed_to_all_but_its_own(practice):
    a, b, tables = practice
    html = page(a, b, tables)
    script, style = (html.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0] for tag in ("script", "style"))
    allowed = policy(**looks())
    assert allowed in html
    assert hash_of(script) in allowed
    assert hash_of(style) in allowed
    assert "unsafe" not in html
    assert "http" not in html.replace("http-equiv", "")
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for target in re.findall(r'href="#([^"]+)"', html):
        assert target in ids


def test_hostile_words_stay_words():
    told = "The <b>ferry</b> “sank” & </script><script>alert(1)</script> off Oslo on Monday."
    a, b = from_text(told + " It rained."), from_text(told + " $x$ came.", title='"><img src=x onerror=alert(2)>')
    html = page(a, b, compare(a, b))
    assert html.count("<script>") == 1
    assert "<img" not in html
    assert "<b>ferry" not in html


def test_an_article_without_sentences_of_prose_breaks_nothing():
    a, b = from_text("The ferry sank off Oslo on Monday."), from_text("Ferry sank!\n\nThe ferry sank off Oslo.")
    assert len(compare(a, replace(b, title=None))["passages"])


def test_the_marks_of_the_pairs_are_of_known_kinds():
    found = read_pairs()
    assert {row[0] for one in found for row in one.rows} <= {*ALIGNED, FACT, *MAYBE}
    assert {one.opened for one in found} <= {"first", "last"}


def test_the_codebook_has_every_column(root):
    book = (root / "data" / "README.md").read_text(encoding="utf8").partition("## The tables of two articles")[2]
    for name, columns in {**COLUMNS, "places": PLACES}.items():
        for column in columns:
            assert f"`{column}`" in book, (name, column)


@pytest.mark.parametrize(
    ("own", "heard"),
    [
        ("Anna Berg said on Monday that the port is old.", ["Anna Berg"]),
        ("“The port is much too old for us,” Anna Berg told the Oslo Times.", ["Anna Berg"]),
        # A past phrase of hers, and what others tell of her.
        ("Since Anna Berg called the owners of the port “fat cats” in 2009, they have left.", []),
        ("Anna Berg explained how she felt about the old port, people in the room said.", []),
    ],
)
def test_heard_is_who_speaks_here(own, heard):
    other = from_text("The port of Oslo was closed on Monday. It rained.")
    assert [name for _, name, *_ in heard_only(from_text(own), other)] == heard


def test_a_lead_and_one_among_some_voters_are_two_things():
    one = from_text(
        "Clinton leads Sanders in California by about 6 points, polls of voters in the state found on Monday."
    )
    other = from_text(
        "Clinton led Sanders among Latinos by just 4 points, polls of voters in the state found on Monday."
    )
    assert compare(one, other)["facts"].empty


def test_a_list_counts_as_no_sentences():
    one = from_text("Who leads now:\n\n3. Ted Cruz\n\n4. Ben Carson\n\nThe old ferry sank off Oslo on Monday.")
    other = from_text("The old ferry sank off Oslo on Monday.\n\n4. Ben Carson\n\nIt carried much coal.")
    assert "Of the 2 sentences of A 1 stands" in answer(one, other, compare(one, other)).plain
