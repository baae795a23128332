"""Each linguistic rule by its own example."""

import pytest

from helpers.article import from_text
from helpers.language import parse
from helpers.quotes import attribution, cues, find_quotes
from helpers.timeline import find_times
from helpers.timeline.rules import RULES


def named(rows):
    return [f"{number}-{rows[number][0]}" for number in range(len(rows))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}: {rule.example}")
def test_time_rule(rule):
    times = find_times(from_text(rule.example, published="2025-05-08"))
    assert times["value"].tolist() == [rule.value]
    assert rule.pattern.search(rule.example)


@pytest.mark.parametrize(("name", "rule", "example"), attribution.RULES, ids=named(attribution.RULES))
def test_attribution_rule(name, rule, example):
    doc = parse(from_text(example))
    span = doc.char_span(example.rindex("“"), example.rindex("”") + 1)
    cue = rule(attribution.Passage(doc, span.start, span.end, frozenset(range(span.start, span.end))))
    assert cues.VERBS.get(cue.lemma_) or cue.lower_ == "according"
    source = attribution.find_source(cue)
    assert doc[source[0] : source[1]].text.lower().startswith("the mayor")


@pytest.mark.parametrize("name", cues.CLASSES)
def test_cue_class(name):
    rows = find_quotes(from_text(cues.EXAMPLES[name]))
    assert rows["cue_class"].tolist() == [name]


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
