"""Quarters, weeks, months and years that lean on the reference, offsets from it, vague times."""

from dataclasses import replace
from datetime import date as Date
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from .base import DAY_PARTS, MOVABLE, SHIFTS, SIZES, Time, moved, number_of, part_of, spanning, told
from .dates import date, month_number, season, season_month

ROLLING = ("past", "this past", "coming", "this coming")  # up to the day of the article, or from it on
LONG_UNITS = {"decade": 10, "century": 100}
TOLD_LATE = 3  # months after a quarter in which a company may still expect its figures


def quarter(found, reference):
    """A quarter by its number: of the year given, or the last one that has begun."""
    word = (found.get("quarter") or found.get("quarter2") or "").lower()  # two ways to write it
    number = ("first", "second", "third", "fourth").index(word) + 1 if word else int(found["number"])
    shift = found.get("shift") or found.get("shift2")
    if found.get("year"):
        year = int(found["year"])
    elif reference.day is None:
        return Time("DATE", f"XXXX-Q{number}", leaned=True)
    elif shift:
        year = reference.day.year + SHIFTS[shift.lower()]
    else:
        year = reference.day.year - (reference.day.month < 3 * number - 2)
        behind = 12 * (reference.day.year - year) + reference.day.month - 3 * number
        year += reference.future and not reference.noun and behind > TOLD_LATE  # is delivered in the third quarter
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


def quarter_ended(found, reference):
    """ "The quarter ended Sept. 29": the three months up to that day, called by the quarter of their middle."""
    over = "ended" in found["how"].lower()
    end = date(found, replace(reference, past=over, future=reference.future and not over)).latest
    if not isinstance(end, Date):
        return Time("DATE", "XXXX-QX", leaned=True)
    first = end - relativedelta(months=3) + timedelta(days=1)
    value = spanning("quarter", first + (end - first) // 2)[0]
    return Time("DATE", value, first, end, leaned=not found.get("year"))


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


def half(found, reference):
    """A half of a year: TIMEX3's H1 and H2."""
    number = int(found["number"]) if found.get("number") else 1 + (found["half"].lower() == "second")
    year = int(found["year"]) if found.get("year") else None
    if year is None and reference.day is None:
        return Time("DATE", f"XXXX-H{number}", leaned=True)
    year = year or reference.day.year + SHIFTS[(found.get("shift") or "this").lower()]
    first = Date(year, 6 * number - 5, 1)
    last = first + relativedelta(months=6) - timedelta(days=1)
    return Time("DATE", f"{year}-H{number}", first, last, leaned=not found.get("year"))


def period_of_year(found, reference):
    """ "The same period last year": the quarter that is talked about, in that year; or the year."""
    if found.get("year"):
        back = int(found["year"]) - reference.day.year if reference.day else 0
    else:
        back = SHIFTS[(found.get("shift") or "last").lower()]
    if reference.day is None:
        return Time("DATE", found.get("year") or "XXXX", leaned=True)
    if reference.quarter and reference.quarter[5:6] == "Q" and not found["which"].lower().startswith("month"):
        first = Date(reference.day.year + back, 3 * int(reference.quarter[6:7]) - 2, 1)
        return Time("DATE", *spanning("quarter", first), leaned=True)
    return Time("DATE", *spanning("year", Date(reference.day.year + back, 1, 1)), leaned=True)


def rest_of(found, reference):
    """ "The rest of the year": from the reference to its end."""
    if reference.day is None:
        return Time("DATE", "XXXX", leaned=True)
    value, _, last = spanning(found["unit"].lower(), reference.day)
    return Time("DATE", value, reference.day, last, leaned=True)


def to_date(found, reference):
    """ "The year to date": from its beginning to the reference."""
    if reference.day is None:
        return Time("DATE", "XXXX", leaned=True)
    _, first, _ = spanning(found["unit"].lower(), reference.day)
    return Time("DATE", f"{first.isoformat()}/{reference.day.isoformat()}", first, reference.day, leaned=True)


WAYS = {"following": 1, "next": 1, "previous": -1}


def _that_year(found, reference):
    """The year of "June of that year", "June last year", and what told it before; None where nothing did."""
    if found.get("shift"):
        return (reference.day.year + SHIFTS[found["shift"].lower()], None) if reference.day else (None, None)
    before = told(reference.said, "year")
    way = found["way"].lower().removeprefix("the ")
    return (before[1].year + WAYS.get(way, 0), before[2:]) if before else (None, None)


def month_of_that_year(found, reference):
    """ "June last year"; "5 April of that year"."""
    year, words = _that_year(found, reference)
    time = date({**found, "shift": None, "year": year and str(year)}, replace(reference, day=None))
    return replace(time, leaned=words is None, said=words)


def that_month(found, reference):
    """ "That October", "the following February": by the time that the article named last."""
    return _that(found, reference, date, month_number(found["month"]))


def that_season(found, reference):
    """ "That summer", "the autumn before": by the time that the article named last."""
    if found.get("side"):
        found = {**found, "way": {"before": "previous", "after": "following"}[found["side"].lower()]}
    return _that(found, reference, season, season_month(found["season"], reference.text))


def _that(found, reference, means, month):
    before = told(reference.said, "year")
    if before is None:
        return means({**found, "shift": None}, replace(reference, day=None))
    day, way = before[1], found["way"].lower().removeprefix("the ").removeprefix("that ")
    year = day.year
    if way in ("following", "next") and before[0] < SIZES.index("year"):
        year += month <= day.month
    elif way in ("following", "next"):
        year += 1
    elif way == "previous":
        year -= month >= day.month
    elif before[0] < SIZES.index("year") and means is season and month == 12 and day.month <= 3:
        year -= 1  # "January 1947 … that winter"
    elif before[0] < SIZES.index("year") and means is date and month < day.month - 6:
        year += 1  # "November 1952 … that February"
    time = means({**found, "shift": None, "year": str(year)}, reference)
    return replace(time, said=before[2:], leaned=False)


UNKNOWN = {"month": "XXXX-XX", "week": "XXXX-WXX", "day": "XXXX-XX-XX"}


def same_unit(found, reference):
    """ "That year", "the same day": of the time that the article named last."""
    return _from_said(found["unit"].lower(), reference.said, 0)


def following(found, reference):
    """ "The following year", "two days later", "the day before": from the time that the article named last."""
    number = 1 if found.get("number") is None else number_of(found["number"])
    back = found["way"].lower().startswith(("previous", "preceding", "before"))
    edge = (found.get("edge") or "").split()
    if number is None or number != int(number):
        return Time("DATE", "PAST_REF" if back else "FUTURE_REF", leaned=True)
    unit = found["unit"].lower()
    time = _from_said(unit, reference.said, int(-number if back else number))
    beyond = isinstance(time.earliest, Date) and reference.day is not None and time.earliest > reference.day
    if beyond and not back and not reference.future:  # "Four years later it is open": from what nobody told
        return Time("DATE", UNKNOWN.get(unit, "XXXX"))
    if edge and isinstance(time.earliest, Date):  # **early** the next year
        first, last = part_of(time.earliest, time.latest, edge[0])
        time = replace(time, earliest=first, latest=last)
    return time


def _from_said(unit, said, count):
    part = DAY_PARTS.get(unit)
    unit = "day" if part else {"centurie": "century"}.get(unit, unit)
    before = told(said, unit) if unit in MOVABLE else None
    if before is None:
        return Time("DATE", UNKNOWN.get(unit, "XXXX"))
    day, words = moved(before[1], unit, count), before[2:]
    if day is None:
        return Time("DATE", None, said=words)
    if part:
        return Time("TIME", f"{day.isoformat()}T{part}", day, day, said=words)
    if unit == "day":
        return Time("DATE", day.isoformat(), day, day, said=words)
    return Time("DATE", *spanning(unit, day), said=words)


def shifted(found, reference):
    """ "Last year", "late last year", "earlier this year", "the past week", "the next decade".

    >>> from .base import Reference
    >>> saturday, time = Reference(Date(2025, 5, 10)), lambda time: (time.value, f"{time.earliest}", f"{time.latest}")
    >>> time(shifted({"shift": "past", "unit": "week"}, saturday))
    ('2025-W19', '2025-05-03', '2025-05-10')
    >>> time(shifted({"shift": "next", "unit": "decade"}, saturday))
    ('P10Y', '2025-05-10', '2035-05-10')
    >>> time(shifted({"shift": "this", "unit": "year", "edge": "earlier "}, saturday))
    ('2025', '2025-01-01', '2025-05-10')
    >>> time(shifted({"shift": "last", "unit": "year", "edge": "late "}, saturday))
    ('2024', '2024-09-01', '2024-12-31')
    """
    unit = found["unit"].lower()
    if not reference.day:
        return Time("DATE", {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX"}.get(unit, "XXXX"), leaned=True)
    shift = (found.get("shift") or "this").lower()
    day = moved(reference.day, unit, SHIFTS[shift])
    if day is None:
        return Time("DATE", None, leaned=True)
    if shift in ROLLING or (shift == "next" and unit == "decade"):
        return _rolling(unit, *sorted((day, reference.day)))
    value, first, last = spanning(unit, day)
    edge = (found.get("edge") or "").split()
    if shift == "this" and edge == ["earlier"]:
        last = reference.day
    elif shift == "this" and edge == ["later"]:
        first = min(reference.day + timedelta(days=1), last)
    elif edge and edge[0].lower() in ("early", "late"):
        first, last = part_of(first, last, edge[0])
    return Time("DATE", value, first, last, leaned=True)


def _rolling(unit, first, last):
    """ "The past week": seven days, called by the week of their middle; "the past decade": ten years."""
    if unit in LONG_UNITS:
        return Time("DURATION", f"P{LONG_UNITS[unit]}Y", first, last, leaned=True)
    day = first + (last - first) / 2 if unit == "week" else first
    return Time("DATE", spanning(unit, day)[0], first, last, leaned=True)


def offset(found, reference):
    unit, number = found["unit"].lower(), number_of(found["number"])
    past = found["way"].lower() in ("ago", "earlier")
    vague = "PAST_REF" if past else "FUTURE_REF"
    if past and number == 1 and unit == "year" and reference.quarter:
        return running_quarter({"which": "year-earlier"}, reference)
    if not reference.day or unit not in MOVABLE:
        return Time("DATE", vague, leaned=True)
    if number is None or number != int(number):
        edge = (None, reference.day) if past else (reference.day, None)
        return Time("DATE", vague, *edge, leaned=True)
    day = moved(reference.day, unit, int(-number if past else number))
    if day is None:
        return Time("DATE", vague, leaned=True)
    if unit == "day":
        return Time("DATE", day.isoformat(), day, day, leaned=True)
    return Time("DATE", *spanning({"centurie": "century"}.get(unit, unit), day), leaned=True)


def quarter_century_ago(found, reference):
    return offset({**found, "number": "25", "unit": "year"}, reference)


def vague_units(found, reference):
    """ "In recent years", "in the coming months": a time without edges."""
    if found["which"].lower() == "coming":
        return Time("DATE", "FUTURE_REF", reference.day, None, leaned=True)
    return Time("DATE", "PAST_REF", None, reference.day, leaned=True)


NOW = frozenset(("now", "right now", "currently", "at present", "these days", "nowadays", "at the moment"))


def vague(found, reference):
    word = found["word"].lower()
    if word in NOW:
        return Time("DATE", "PRESENT_REF", reference.day, reference.day, leaned=True)
    if word in ("a later date", "one day") or "future" in word:
        return Time("DATE", "FUTURE_REF", reference.day, None, leaned=True)
    return Time("DATE", "PAST_REF", None, reference.day, leaned=True)
