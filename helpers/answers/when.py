"""On which day the news is, and from which day an article's relative times are read, in a sentence each."""

import re
from datetime import date

from ..findings.in_short import in_short
from ..language import parse
from ..tables import each
from ..timeline import find_events, find_times
from ..wording import day_in_full

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def of_the_news(article):
    """On which day that was which the first row of In short tells: the sentence, and the place of its words.

    "" where that row's own words do not date its main verb.

    >>> from helpers.article import from_text
    >>> of_the_news(from_text("The council of Holm closed the old bridge on Monday.", published="2025-05-08"))
    ('What it reports first is dated Monday, 5 May 2025.', {'Monday, 5 May 2025': (45, 51)})
    >>> of_the_news(from_text("The council of Holm closed the old bridge that had been built on May 8, 1946."))
    ('', {})
    """
    rows = in_short(article).head(1)
    if rows.empty:
        return "", {}
    start, end = int(rows["start"].iloc[0]), int(rows["end"].iloc[0])
    span = parse(article).char_span(start, end, alignment_mode="expand")
    events, times = find_events(article), find_times(article)
    told = events[events["start"].eq(span.root.idx) & events["status"].eq("happened") & events["time"].notna()]
    told = told[~told["inferred"]].merge(times, left_on="time", right_on="id", suffixes=("", "_of_time"))
    own = told["start_of_time"].ge(start) & told["end_of_time"].le(end) & told["value"].ne("PRESENT_REF")
    spans = {tuple(str(day).partition("T")[0] for day in row) for row in each(told[own], "earliest latest")}
    if own.sum() != 1 or len(spans) != 1:
        return "", {}
    first, last = spans.pop()
    if first != last or not _DAY.fullmatch(first):
        return "", {}  # a month, an open end, a year before our era
    day = date.fromisoformat(first)
    words = f"{day:%A}, {day_in_full(day)}"
    [(start, end)] = each(told[own], "start_of_time end_of_time")
    return f"What it reports first is dated {words}.", {words: (start, end)}


def read_from(article):
    """What “last year” is counted from.

    >>> from helpers.article import from_text
    >>> read_from(from_text("It rained last year."))
    'No day of publication is known, so times such as “last year” stay open.'
    """
    if article.published:
        return f"Relative times are read from the day of publication, {day_in_full(article.published)}."
    assumed = find_times(article)["anchor"].dropna()
    assumed = assumed[assumed.str.startswith("assumed ")]
    if assumed.empty:
        return "No day of publication is known, so times such as “last year” stay open."
    day, _, words = assumed.iloc[0].removeprefix("assumed ").partition(", from ")
    return (
        f"No day of publication is known. Relative times are read from {_assumed(day)}, an assumption from the "
        f"article’s own words {words}."
    )


def _assumed(day):
    """A day, month or year as ISO 8601 writes it, in words."""
    if len(day) == 10:
        return day_in_full(date.fromisoformat(day))
    return f"{date.fromisoformat(day + '-01'):%B} {day[:4]}" if len(day) == 7 else day
