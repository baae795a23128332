"""The findings of notebook 6: computed from tables, at most ten, each with its words."""

import pytest

from helpers import prose, reader
from helpers.article import from_text
from helpers.quotes import find_quotes
from helpers.sentiment import by_target, score_sentences, score_voices
from helpers.themes import actors, relations, themes
from helpers.timeline import check_consistency, find_events, find_times

TEXTS = {
    "empty": "",
    "one word": "Rain",
    "two sentences": "It rained. We stayed.",
    "contradiction": "The hall opened on Monday, May 8, 2025. Anna Berg said it was wonderful.",
}


def found(article, **more):
    return prose.findings(
        article,
        actors(article),
        find_quotes(article),
        find_times(article),
        find_events(article),
        score_sentences(article),
        score_voices(article),
        themes(article),
        check_consistency(article),
        by_target(article),
        relations(article),
        **more,
    )


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
