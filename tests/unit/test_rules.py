"""Each linguistic rule by its own example."""

from datetime import date

import pytest

from helpers.article import from_text
from helpers.timeline import (
    again,
    dating,
    find_events,
    find_times,
    history,
    moving,
    names,
    narrative,
    order,
    status,
    tense,
    times,
    triggers,
)
from helpers.timeline.ambiguous import CHECKS, EXAMPLES
from helpers.timeline.meaning.base import Reference
from helpers.timeline.meaning.clock import weekday
from helpers.timeline.rules import RULES
from helpers.timeline.status import EXAMPLES as STATUSES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}: {rule.example}")
def test_time_rule(rule):
    times = find_times(from_text(rule.example, published="2025-05-08"))
    match = rule.pattern.search(rule.example)
    start = match.start("x" if "x" in rule.pattern.groupindex else 0)
    assert times.loc[times["start"] == start, "value"].tolist() == [rule.value]


def test_a_form_that_its_meaning_does_not_know_is_no_silent_date():
    reference = Reference(date(2025, 5, 8))
    assert weekday({"weekday": "Monday", "shift": "this past"}, reference).value == "2025-05-05"
    with pytest.raises(LookupError, match="every other"):
        weekday({"weekday": "Monday", "shift": "every other"}, reference)


@pytest.mark.parametrize("name", EXAMPLES)
def test_company(name):
    time, words, none = EXAMPLES[name]
    assert name in CHECKS
    assert none
    read, other = (find_times(from_text(text, published="2025-05-08")) for text in (time, none))
    value = read.set_index("text").loc[words, "value"]
    assert value not in other.loc[other["text"] == words, "value"].tolist()
    assert other["text"].tolist() in (
        [],
        ["May 6"],
        ["two weeks"],
        ["Friday"],
        ["one day"],
    )  # of which some are durations there


@pytest.mark.parametrize(("text", "words", "value"), narrative.EXAMPLES)
def test_the_time_of_the_story(text, words, value):
    row = find_times(from_text(text, published="2025-05-08")).set_index("text").loc[words]
    assert row["value"] == value
    assert row["anchor"].startswith("published" if value.startswith(("2025", "2026")) else "the time of the story: “")


@pytest.mark.parametrize(("text", "words", "value"), moving.EXAMPLES)
def test_what_moves_a_story(text, words, value):
    assert find_times(from_text(text, published="2025-05-08")).set_index("text").loc[words, "value"] == value


@pytest.mark.parametrize(("text", "frame"), history.EXAMPLES)
def test_the_frame_of_an_article(text, frame, monkeypatch):
    asked = []
    monkeypatch.setattr(times, "frame_of", lambda *of: asked.append(history.frame_of(*of)) or asked[-1])
    find_times(from_text(text, published="2025-05-08"))
    assert asked == [frame]


def test_a_heading_sets_the_time_of_its_section():
    text = "# The Bridge\n\n## 2019\n\nIn March it moved.\n\nIn July it fell.\n\n## Now\n\nIn March it rained."
    values = find_times(from_text(text, published="2025-05-08"))["value"].tolist()
    assert [value for value in values if value and "-" in value] == ["2019-03", "2019-07", "2025-03"]


FEASTS = (  # of an article published on 6 November 2024
    ("He was arrested on Christmas Eve.", "2023-12-24", None),
    ("The shops will be shut on Christmas Day.", "2024-12-25", None),
    ("Last Christmas they lived in Leeds.", "2023-12-25", None),
    ("They parted at Easter.", "2024-03-31", None),
    ("They married on Valentine's Day 2019.", "2019-02-14", None),
    ("Shops hope for a record on Black Friday.", "2024-11-29", None),
    ("The parade on Independence Day was long.", "2024-07-04", "the United States: the article names no country"),
    ("The parade in Nairobi on Independence Day was long.", "2023-12-12", "Kenya, which the article names"),
    ("Shops in London sold more on Mother's Day.", "2024-03-10", "the United Kingdom, which"),
)


@pytest.mark.parametrize(("text", "value", "country"), FEASTS)
def test_feasts(text, value, country):
    row = find_times(from_text(text, published="2024-11-06")).iloc[0]
    assert row["value"] == value
    assert (country or "") in (row["anchor"] or "")


@pytest.mark.parametrize(("text", "words", "a_time"), names.EXAMPLES)
def test_names(text, words, a_time):
    times = find_times(from_text(text, published="2025-05-08"))
    assert (words in times["text"].tolist()) == a_time
    assert a_time or times.empty


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


@pytest.mark.parametrize("rule", dating.EXAMPLES)
def test_dating(rule):
    text, time, event = dating.EXAMPLES[rule]
    article = from_text(text, published="2025-05-08")
    row = find_events(article)[lambda table: table["time"].notna()].iloc[0]
    assert (row["text"], row["rule"]) == (event, rule)
    times = find_times(article).set_index("id")["text"]
    assert times[row["time"]] == time


@pytest.mark.parametrize("status", status.EXAMPLES)
def test_status(status):
    text, event = STATUSES[status]
    events = find_events(from_text(text)).set_index("text")["status"]
    assert events[event] == status


@pytest.mark.parametrize(("text", "event", "wanted"), status.PLANS)
def test_plans(text, event, wanted):
    events = find_events(from_text(text, published="2025-05-08"))
    assert events.loc[events["text"] == event, "status"].tolist() == ([wanted] if wanted else [])


def test_a_past_tense_is_not_dated_ahead():
    events = find_events(from_text("She booked the hall for June 3.", published="2025-05-08"))
    assert events[["text", "latest", "inferred"]].values.tolist() == [["booked", "2025-05-08", True]]


@pytest.mark.parametrize(("text", "words", "day"), tense.EXAMPLES)
def test_tense(text, words, day):
    times = find_times(from_text(text, published="2025-05-08"))
    assert times.loc[times["text"] == words, "value"].tolist() == [day]


def test_a_headline_tells_the_past():
    title, body = tense.HEADLINE
    article = from_text(f"{title}\n\n{body}", published="2025-05-08")
    assert find_times(article)["value"].tolist() == ["2025-05-05"]


@pytest.mark.parametrize("name", again.EXAMPLES)
def test_told_again(name):
    text = again.EXAMPLES[name]
    events = find_events(from_text(text, published="2025-05-08"))
    opened = events[events["text"] == "opened"]
    clauses = [text[a:b] for places in opened["told_again"] for a, b in places]
    assert clauses == (["On May 5 the bridge was opened by Anna Berg"] if name == "again" else [])
    assert len(opened) == (1 if name == "again" else 2)
    row = opened.iloc[0]
    assert text[row["clause_start"] : row["clause_end"]] == "Anna Berg opened the bridge on May 5"


@pytest.mark.parametrize("rule", order.EXAMPLES)
def test_order(rule):
    text, event, earliest, latest = order.EXAMPLES[rule]
    row = find_events(from_text(text, published="2025-05-08")).set_index("text").loc[event]
    assert (row["rule"], row["earliest"], row["latest"], bool(row["inferred"])) == (rule, earliest, latest, True)


@pytest.mark.parametrize(
    ("sentence", "published", "value"),
    [
        ("He would not run in the Nov. 8 election.", "2016-04-15", "2016-11-08"),
        ("They looked back on the Nov. 8 election.", "2016-12-10", "2016-11-08"),
        ("It may turn on the November election.", "2016-04-15", "2016-11"),
        ("Turnout is low after the November election.", "2016-12-10", "2016-11"),
        ("She lost the November election.", "2016-04-15", "2015-11"),
        ("Their support can be seen on Election Day.", "2016-04-15", "2016-11-08"),
        ("The Nov. 13 attacks had killed 130.", "2016-04-10", "2015-11-13"),
    ],
)
def test_a_vote_is_called_by_its_day_long_before_it(sentence, published, value):
    assert find_times(from_text(sentence, published=published))["value"].tolist() == [value]


def test_the_day_that_a_page_prints_is_a_time_of_the_table():
    text = "Ferry sinks\n\nTuesday, March 8, 2011\n\nA ferry sank on Monday, police said. Nobody was hurt in it."
    table = find_times(from_text(text, published="2011-03-08"))
    assert table["value"].tolist() == ["2011-03-08", "2011-03-07"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}: {rule.example}")
def test_a_rule_is_asked_where_its_letters_stand(rule):
    for other in RULES:
        for match in rule.pattern.finditer(other.example):
            assert all(triggers.runs_in(match.group().lower(), runs) for runs in triggers.needed(rule.pattern))
