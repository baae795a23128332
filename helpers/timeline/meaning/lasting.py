"""Durations and sets."""

from dataclasses import replace
from datetime import date as Date
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from .base import DAY_PARTS, UNITS, Time, number_of, weekday_number
from .dates import SEASONS, month_number

CLOCK = ("second", "minute", "hour")


def duration(found, reference):
    unit = found["unit"].lower()
    if found.get("half") is not None:
        number = 0.5
    elif found.get("number"):
        number = number_of(found["number"].strip())
    else:
        number = 1 if found.get("one") is not None else None  # "a decade-long dispute"
    if found.get("plus") is not None:
        number += 0.5
    if unit == "fortnight":
        return Time("DURATION", "PXW" if number is None else f"P{2 * number:.10g}W")
    amount = "X" if number is None or (found.get("open") or "more") != "more" else f"{number:.10g}"
    return Time("DURATION", f"P{'T' if unit in CLOCK else ''}{amount}{UNITS[unit]}")


def part_of_year(found, reference):
    """ "The last three months of 2008": how long, and from when to when.

    >>> from .base import Reference
    >>> time = part_of_year({"which": "last", "number": "three", "unit": "month", "year": "2008"}, Reference())
    >>> time.value, f"{time.earliest}/{time.latest}"
    ('P3M', '2008-10-01/2008-12-31')
    """
    time, number, unit = duration(found, reference), number_of(found["number"].strip()), found["unit"].lower()
    if number is None or number != int(number) or unit not in ("day", "week", "month"):
        return time
    year, step = int(found["year"]), relativedelta(**{f"{unit}s": int(number)})
    first, last = Date(year, 1, 1), Date(year, 12, 31)
    if found["which"].lower() in ("first", "next"):
        return replace(time, earliest=first, latest=first + step - timedelta(days=1))
    return replace(time, earliest=last + timedelta(days=1) - step, latest=last)


def running(found, reference):
    """ "3:07:35": how long somebody took."""
    parts = [f"{int(found[name])}{name[0].upper()}" for name in ("hours", "minutes", "seconds") if int(found[name])]
    return Time("DURATION", "PT" + ("".join(parts) or "0S"))


def every(found, reference):
    if found.get("month"):
        return Time("SET", f"XXXX-{month_number(found['month']):02}")
    if found.get("weekday"):
        number = weekday_number(found["weekday"]) + 1
        return Time("SET", f"XXXX-WXX-{number}")
    if found.get("part"):
        return Time("SET", f"XXXX-XX-XXT{DAY_PARTS[found['part'].lower()]}")
    if found.get("season"):
        return Time("SET", f"XXXX-{SEASONS[found['season'].lower()][0]}")
    adverbs = {
        "hourly": "PT1H",
        "daily": "P1D",
        "weekly": "P1W",
        "monthly": "P1M",
        "quarterly": "P1Q",
        "annually": "P1Y",
        "yearly": "P1Y",
        "nightly": "P1NI",
    }
    if found.get("adverb"):
        return Time("SET", adverbs[found["adverb"].lower()])
    unit, word = found["unit"].lower(), (found.get("number") or "one").strip().lower()
    number = 2 if word == "other" else number_of(word)
    return Time("SET", f"P{'T' if unit in CLOCK else ''}{'X' if number is None else f'{number:.10g}'}{UNITS[unit]}")


def quarters_of_century(found, reference):
    """ "A quarter of a century", "three-quarters of a century": in years."""
    return Time("DURATION", "P75Y" if found["three"] else "P25Y")
