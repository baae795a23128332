"""Quarters, weeks, months and years that lean on the reference, offsets from it, vague times."""

from datetime import date as Date
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from .base import SHIFTS, Time, moved, number_of, spanning


def quarter(found, reference):
    """A quarter by its number: of the year given, or the last one that has begun."""
    word = (found.get("quarter") or found.get("quarter2")).lower()  # two ways to write it
    number = ("first", "second", "third", "fourth").index(word) + 1
    shift = found.get("shift") or found.get("shift2")
    if found.get("year"):
        year = int(found["year"])
    elif reference.day is None:
        return Time("DATE", f"XXXX-Q{number}", leaned=True)
    elif shift:
        year = reference.day.year + SHIFTS[shift.lower()]
    else:
        year = reference.day.year - (reference.day.month < 3 * number - 2)
    first = Date(year, 3 * number - 2, 1)
    last = first + relativedelta(months=3) - timedelta(days=1)
    return Time("DATE", f"{year}-Q{number}", first, last, leaned=not found.get("year"))


def running_quarter(found, reference):
    """ "The latest quarter": the one that the article named last, or the last one that is over."""
    back = -1 if (found.get("which") or "").lower() in ("year-earlier", "corresponding") else 0
    if reference.quarter:
        year, number = int(reference.quarter[:4]) + back, reference.quarter[5:]
        if number.startswith("Q") and number[1:].isdigit():
            first = Date(year, 3 * int(number[1:]) - 2, 1)
            return Time("DATE", f"{year}-{number}", first, first + relativedelta(months=3) - timedelta(days=1), True)
    if reference.day is None:
        return Time("DATE", "XXXX-QX", leaned=True)
    value, first, last = spanning("quarter", reference.day - relativedelta(months=3))
    return Time("DATE", value, first, last, leaned=True)


def year_before(found, reference):
    """The year before, or the same quarter of the year before where quarters are compared."""
    if reference.quarter:
        return running_quarter({"which": "year-earlier"}, reference)
    if reference.day is None:
        return Time("DATE", "XXXX", leaned=True)
    return Time("DATE", *spanning("year", reference.day - relativedelta(years=1)), leaned=True)


def this_year(found, reference):
    return shifted({"shift": "this", "unit": "year"}, reference)


def last_weekend(found, reference):
    """ "Over the weekend": the last one, as news has it."""
    if reference.day is None:
        return Time("DATE", "XXXX-WXX-WE", leaned=True)
    day = reference.day - timedelta(days=reference.day.weekday() + 1)
    return Time("DATE", *spanning("weekend", day), leaned=True)


def same_unit(found, reference):
    """ "That year": the year that the article named last."""
    unit = found["unit"].lower()
    if reference.said is None:
        return Time("DATE", {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX"}.get(unit, "XXXX"), leaned=True)
    return Time("DATE", *spanning(unit, reference.said), leaned=True)


def shifted(found, reference):
    unit = found["unit"].lower()
    if not reference.day:
        return Time("DATE", {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX"}.get(unit, "XXXX"), leaned=True)
    day = moved(reference.day, unit, SHIFTS[(found.get("shift") or "this").lower()])
    return Time("DATE", *spanning(unit, day), leaned=True) if day else Time("DATE", None, leaned=True)


def offset(found, reference):
    unit, number = found["unit"].lower(), number_of(found["number"])
    past = found["way"].lower() in ("ago", "earlier")
    if past and number == 1 and unit == "year" and reference.quarter:
        return running_quarter({"which": "year-earlier"}, reference)
    if not reference.day or unit in ("second", "minute", "hour"):
        return Time("DATE", "PAST_REF" if past else "FUTURE_REF", leaned=True)
    if number is None or number != int(number):
        edge = (None, reference.day) if past else (reference.day, None)
        return Time("DATE", "PAST_REF" if past else "FUTURE_REF", *edge, leaned=True)
    day = moved(reference.day, unit, int(-number if past else number))
    if day is None:
        return Time("DATE", "PAST_REF" if past else "FUTURE_REF", leaned=True)
    if unit == "day":
        return Time("DATE", day.isoformat(), day, day, leaned=True)
    return Time("DATE", *spanning({"centurie": "century"}.get(unit, unit), day), leaned=True)


def vague(found, reference):
    word = found["word"].lower()
    if word in ("now", "right now", "currently", "current", "at present", "these days"):
        return Time("DATE", "PRESENT_REF", reference.day, reference.day, leaned=True)
    if word == "soon" or "future" in word:
        return Time("DATE", "FUTURE_REF", reference.day, None, leaned=True)
    return Time("DATE", "PAST_REF", None, reference.day, leaned=True)
