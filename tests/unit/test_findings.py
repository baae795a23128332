"""What the pages state: each kind of sentence where it is right, and its silence where it is not sure."""

import re
from datetime import date

import pytest

from helpers.analyses import collect
from helpers.article import from_text
from helpers.findings import STATEMENTS, findings, standing, told
from helpers.findings.examples import story
from helpers.findings.in_short import scored
from helpers.findings.leaning import leans
from helpers.language import parse
from helpers.markup import SNIPPET

TEXTS = {"empty": "", "one word": "Rain", "two sentences": "It rained. We stayed."}
BY_NAME = {statement.name: statement for statement in STATEMENTS}


def stated(example):
    text, published = example
    article = from_text(text, published=published and date.fromisoformat(published), language="any")
    return article, findings(article, collect(article))


@pytest.mark.parametrize("name", BY_NAME)
def test_it_is_said_where_it_is_right(name):
    article, table = stated(BY_NAME[name].right)
    own = table[table["statement"] == name]
    assert len(own) >= 1, table["finding"].tolist()
    for row in own.itertuples():
        assert article.text[row.start : row.end] == row.text != ""
        assert row.finding.endswith((".", ".”"))
        assert row.page == BY_NAME[name].page


@pytest.mark.parametrize("name", BY_NAME)
def test_it_is_silent_where_it_is_not_sure(name):
    _, table = stated(BY_NAME[name].silent)
    assert name not in table["statement"].tolist(), table["finding"].tolist()


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_said_of_next_to_nothing(name):
    _, table = stated((TEXTS[name], None))
    assert table.empty


def test_names_and_wording_are_one_a_kind():
    assert len(BY_NAME) == len(STATEMENTS)
    assert all(statement.condition.endswith(".") for statement in STATEMENTS)


def test_an_id_does_not_hang_on_rank():
    """A contradiction before them does not change what the findings after it are called."""
    calm = BY_NAME["no answer"].right[0]
    alone, after = (stated((text, None))[1] for text in (calm, f"{calm}\n\n{BY_NAME['contradiction'].right[0]}"))
    first = [table[table["statement"] == "no answer"].iloc[0] for table in (alone, after)]
    assert first[0]["number"] != first[1]["number"]
    assert first[0]["id"] == first[1]["id"]
    assert alone["id"].is_unique
    assert after["id"].is_unique


def test_a_day_without_a_verb_hangs_on_nothing():
    """A title of nouns has a root that is no verb; the way up to a verb ends there."""
    _, table = stated(("Sale on 9 May 2026\n\nThe town has a sale of boats.", "2025-05-08"))
    assert "still to come" not in table["statement"].tolist()
    _, table = stated(("A fair for everybody on 9 May 2026. People like it.", "2025-05-08"))
    assert "still to come" not in table["statement"].tolist()


def test_no_statement_quotes_more_than_may_be_passed_on(default):
    tables = collect(default)
    every, shared = (findings(default, tables, snippets=share)["finding"].tolist() for share in (False, True))
    longest = [max((len(words.split()) for words in re.findall("“([^”]*)”", said)), default=0) for said in every]
    assert max(longest) > SNIPPET
    assert shared == [said for said, size in zip(every, longest, strict=True) if size <= SNIPPET]


LEANING = (
    ("The inspector of the State Department judged it much worse in May.", True),
    ("The council of Holm judged the plan of Berg, and experts called it absurd.", False),
    ("An old soldier found both issues to be grave.", True),
    ("An old soldier found both Berg and Holm to be grave.", False),
    ("Voters made it clear that both parties are tired.", False),
    ("The council of Holm found that no such letter was written.", True),
    ("The council of Holm found that no letter was written.", False),
)


@pytest.mark.parametrize(("text", "wanted"), LEANING)
def test_it_and_both_lean_where_nothing_before_them_can_be_meant(text, wanted):
    article = from_text(text)
    assert leans(article, parse(article)[:]) is wanted


READ = "obody in the council read a letter of divers before last winter's storm sank two ferries."
TOLD = (  # a sentence of a story, and whether it is told
    (f"N{READ}", True),
    (f"By comparison, n{READ}", False),
    (f"Old quay Meanwhile, n{READ}", False),  # a heading that runs into its text
)


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_a_passage_is_told_if_it_stands_alone(sentence, wanted):
    _, table = stated((story(sentence), None))
    assert any(sentence[-60:-1] in said for said in table.loc[table["statement"] == "told", "finding"]) is wanted


@pytest.mark.parametrize(
    ("between", "wanted"),
    [(" Anna Berg", True), ("\n\nAnna Berg", False), ("\n\nBut Anna Berg", True), ("\n\nShe", True)],
)
def test_a_passage_goes_on_in_its_paragraph_or_with_a_word_that_joins(between, wanted):
    article = from_text(story(f"Ada Moe of the council spent two million.{between} never asked a diver for money."))
    pair = [one for one, _ in scored(article) if "two million" in one.text or "never asked" in one.text]
    assert len(pair) == 2
    assert standing._follow(pair) is wanted


AFAR = "Seven painters of Ostrand sold 40 pictures of whales to museums in Norway last winter."


@pytest.mark.parametrize(("sentence", "wanted"), [(f"N{READ}", True), (AFAR, False)])
def test_a_passage_is_told_if_it_has_words_of_the_event(monkeypatch, sentence, wanted):
    monkeypatch.setattr(told, "LEAST", {"told": 0, "reported": 0})
    _, table = stated((story(sentence), None))
    assert any(sentence[:-1] in said for said in table["finding"]) is wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The survey will be told on 9 May 2026.", True),
        ("The results of which will be told on 9 May 2026.", False),  # of what?
        ("Another 27 will be elected on 9 May 2026.", False),
        ("Berg will need his votes on 9 May 2026.", False),  # a view
        ("Her victories on 9 May 2026 will hasten the shift.", False),  # not when it will
    ],
)
def test_what_is_planned_stands_alone_and_is_still_to_come(sentence, wanted):
    _, table = stated((story(sentence), "2025-05-08"))
    assert ("still to come" in table["statement"].tolist()) is wanted
