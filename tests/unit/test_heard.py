"""Who is not heard, and who is heard through somebody else."""

import pytest

from helpers.article import from_text
from helpers.quotes import find_quotes
from helpers.quotes.spoken_for import EXAMPLES, voiced
from helpers.quotes.unheard import never_heard, unanswered


@pytest.mark.parametrize(("text", "names"), EXAMPLES.values(), ids=EXAMPLES)
def test_a_body_is_heard_through_its_people(text, names):
    article = from_text(text)
    assert voiced(article, find_quotes(article)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee sued Tom Roe. Tom Roe left. Nobody saw Tom Roe again.", ["Tom Roe"]),
        ("Ann Lee sued Tom Roe. Tom Roe left. Tom Roe's lawyer, Jo Berg, said nobody saw him.", []),
        (  # what only modifies, and what only happens somewhere, is not spoken about
            "A Democratic nominee left. A Democratic primary came. He won the Democratic primary.",
            [],
        ),
        ("The Ashby Convention met. They left the Ashby Convention. The Ashby Convention was long.", []),
    ],
)
def test_who_never_speaks(text, names):
    article = from_text(text)
    assert never_heard(article, find_quotes(article))["actor"].tolist() == names


def test_who_is_spoken_for_is_not_without_an_answer():
    article = from_text("Ann Lee accused Tom Roe of theft. A lawyer for Tom Roe said nothing was taken.")
    assert unanswered(article, find_quotes(article)).empty


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Ann Lee accused Tom Roe of theft.", ["Tom Roe"]),
        ("Ann Lee criticized Tom Roe's plan for the bridge.", ["Tom Roe"]),
        ("Ann Lee blamed the papers for their silence on Tom Roe.", []),
    ],
)
def test_whom_an_accusation_is_aimed_at(text, target):
    article = from_text(text)
    assert unanswered(article, find_quotes(article))["target"].tolist() == target
