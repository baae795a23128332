"""Dates that agree: a weekday with its date or dateline, and an anniversary with its year."""

import re

from .amounts import Relation
from .calendar import WEEKDAYS, weekday_of
from .number_words import ordinal_of

NEAR = 800  # characters between an anniversary or a span of years and the year that it is counted from
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# "MARLOW, June 22 —", "KASRIK, Sunday –"
_DATELINE = re.compile(
    r"^[A-Z][A-Z’'. -]{2,40}(?:, [A-Z][A-Za-z.]+)?, (?:(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2})|"
    r"(?P<name>[A-Z][a-z]+day))"
    r"(?: \([A-Z][\w ]+\))? [-–—]",
    re.M,
)


def weekdays(grounds):
    """A weekday and a date that are told together: **Friday 6 July** 2012."""
    for day, place, name, _ in weekday_of(grounds):
        right = WEEKDAYS[day.weekday()]
        if name == right:
            spans = (place,)
            words = f"{day.day} {day:%B} {day.year} is a {right}"
            yield Relation("weekday", spans, words)


def dateline(grounds):
    """The day of a dateline, and the weekday on which the story happened: MARLOW, **June 22** — … on **Wednesday**."""
    found = _DATELINE.search(grounds.text, 0, 600)
    if not found or not grounds.trusted:
        return
    if found["name"]:
        if found["name"] == WEEKDAYS[grounds.day.weekday()]:
            words = (
                f"{grounds.day.day} {grounds.day:%B} {grounds.day.year}, the day of publication, is a {found['name']}"
            )
            yield Relation("weekday", (found.span("name"),), words)
        return
    if found["month"][:3] not in _MONTHS:
        return
    month, number = _MONTHS.index(found["month"][:3]) + 1, int(found["day"])
    for time in grounds.dated:
        if (
            time.text.split()[0] in WEEKDAYS
            and time.first == time.last
            and found.end() <= time.start < found.end() + 1500
        ):
            if (time.first.month, time.first.day) == (month, number):
                day = WEEKDAYS[time.first.weekday()]
                words = f"{number} {time.first:%B} {time.first.year} is a {day}"
                yield Relation("weekday", ((found.start("month"), found.end("day")), time.place), words)
                return


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
