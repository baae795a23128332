"""Each linguistic rule by its own example."""

import pytest

from helpers.article import from_text
from helpers.timeline import find_times
from helpers.timeline.rules import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}: {rule.example}")
def test_time_rule(rule):
    times = find_times(from_text(rule.example, published="2025-05-08"))
    assert times["value"].tolist() == [rule.value]
    assert rule.pattern.search(rule.example)


@pytest.mark.parametrize(
    "text",
    [
        "Some 1945 soldiers marched on flight 370.",
        "They may march in second place.",
        "The team won 21-15 and paid $1999 for it.",
    ],
)
def test_numbers_that_are_no_times(text):
    assert find_times(from_text(text)).empty
