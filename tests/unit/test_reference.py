"""What relative times lean on: the day of publication, or an assumption that is stated."""

import pytest

from helpers.article import from_text
from helpers.timeline import find_times


@pytest.mark.parametrize(
    ("text", "values", "words"),
    [
        ("He came on May 8. Their 2025 meeting follows talks in October.", ["2025-05-08", "2025", "2024-10"], "May 8"),
        ("It opened on 3 March 2021. It closed last year.", ["2021-03-03", "2020"], "3 March 2021"),
        ("It closed last year, in October.", ["XXXX", "XXXX-10"], None),
        ("It burned in 1666. They met on Friday.", ["1666", "XXXX-WXX-5"], None),
        ("It will open in 2040. They met last year.", ["2040", "XXXX"], None),
    ],
)
def test_assumption(text, values, words):
    times = find_times(from_text(text))
    assert times["value"].tolist() == values
    leaning = times[times["anchor"].notna()]
    if words is None:
        assert leaning.empty
        return
    for row in leaning.itertuples(index=False):
        assert row.anchor.startswith("assumed ")
        assert text[row.anchor_start : row.anchor_end] == words


def test_the_day_of_publication_overrules(default):
    text = "He came on May 8. Their 2025 meeting follows talks in October."
    times = find_times(from_text(text, published="2026-01-02"))
    assert times["value"].tolist() == ["2025-05-08", "2025", "2025-10"]
    assert not times["anchor"].dropna().str.startswith("assumed").any()


def test_default_article(default):
    times = find_times(default).drop_duplicates("text").set_index("text")["value"]
    expected = {"May 8": "2025-05-08", "October": "2024-10", "January": "2025-01", "next year": "2026"}
    assert {name: times[name] for name in expected} == expected
    assert times["this year"] == "2025"
