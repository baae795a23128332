"""Dates that agree: a weekday with its date, and a span of years with the two years that it lies between."""

import re

from ..tables import each
from ..timeline.times import find_times
from .calendar import WEEKDAYS, weekday_of
from .grounds import ordinal_of
from .relations import Relation

NEAR = 800  # characters between an anniversary or a span of years and the year that it is counted from
_YEARS = re.compile(r"P(\d+)Y$")


def weekdays(grounds):
    """A weekday and a date that are told together: **Friday 6 July** 2012."""
    for day, place, name, _ in weekday_of(grounds):
        right = WEEKDAYS[day.weekday()]
        if name == right:
            spans = (place,)
            words = f"{day.day} {day:%B} {day.year} is a {right}"
            yield Relation("weekday", spans, words)


def years(grounds):
    """A number of years, and the year that lies so far back: for **28 years**, since the winter of **1982**."""
    if grounds.day is None or not grounds.trusted:
        return
    now = grounds.day.year
    spans = [
        (row, int(found[1]))
        for row in each(find_times(grounds.article), "start end text type value")
        if row.type in ("DURATION", "DATE") and (found := _YEARS.match(_length(row)))
    ]
    for row, number in spans:
        if number < 5:
            continue
        for time in grounds.dated:
            if time.year == now - number and abs(time.start - row.start) < NEAR / 2 and str(time.year) in time.text:
                yield Relation("span", ((row.start, row.end), time.place), f"{now} − {time.year} = {number} years")
                break


def anniversaries(grounds):
    """An anniversary whose number is the distance of its years: the **80th anniversary** of a victory in **1945**."""
    if grounds.day is None:
        return
    for token in grounds.with_lemma(("anniversary",)):
        ordinals = [word for word in token.children if ordinal_of(word)]
        number = ordinal_of(ordinals[0]) if ordinals else None
        if not number or number < 5:
            continue
        year = grounds.day.year - number
        for time in grounds.dated:
            if time.year == year and str(year) in time.text and abs(time.start - token.idx) < NEAR:
                claim = (ordinals[0].idx, token.idx + len(token))
                yield Relation("anniversary", (claim, time.place), f"{grounds.day.year} − {year} = {number}")
                break


_WORDS = re.compile(r"\b(\d{1,3}) years\b")


def _length(row):
    """The TIMEX3 duration of "28 years", and of "28 years ago"."""
    found = _WORDS.search(row.text)
    return f"P{found[1]}Y" if found else row.value or ""
