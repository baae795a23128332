"""The findings of notebook 6: computed from tables, at most ten, each with its words."""

import pytest

from helpers import reader
from helpers.analyses import collect
from helpers.article import from_text
from helpers.findings import findings

TEXTS = {
    "empty": "",
    "one word": "Rain",
    "two sentences": "It rained. We stayed.",
    "contradiction": "The hall opened on Monday, May 8, 2025. Anna Berg said it was wonderful.",
}


def found(article, **more):
    return findings(article, collect(article), **more)


def test_ten_of_the_default_article(default):
    table = found(default)
    assert len(table) == 10
    assert table["number"].tolist() == list(range(1, 11))
    assert table["id"].is_unique
    assert (table["text"].str.len() > 0).all()
    for row in table.itertuples():
        assert default.text[row.start : row.end] == row.text
        assert row.finding.endswith(".")
        assert row.sure.endswith(".")
    assert len(found(default, most=3)) == 3


@pytest.mark.parametrize("name", TEXTS)
def test_any_text(name):
    article = from_text(TEXTS[name])
    table = found(article)
    assert len(table) <= 10
    assert (table["start"] < table["end"]).all()
    assert reader.findings(article, table).plain


def test_contradictions_come_first():
    article = from_text(TEXTS["contradiction"])
    first = found(article).iloc[0]
    assert "is a Thursday, not a Monday" in first.finding
    assert first.method == "timeline.check_consistency"


def test_an_id_does_not_hang_on_rank():
    """A contradiction before them does not change what the findings after it are called."""
    calm = "Anna Berg said it was wonderful. Anna Berg said it was a great day. Anna Berg smiled."
    alone, after = (found(from_text(text)) for text in (calm, f"{calm}\n\n{TEXTS['contradiction']}"))
    assert alone["id"].is_unique
    assert after["id"].is_unique
    first = [table[table["finding"].str.startswith("Anna Berg is the one")] for table in (alone, after)]
    assert first[0]["number"].iloc[0] != first[1]["number"].iloc[0]
    assert first[0]["id"].iloc[0] == first[1]["id"].iloc[0]
