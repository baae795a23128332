"""Days and weeks that are called by their place in a week, in a month, or from another day."""

from dataclasses import replace
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from .base import SHIFTS, SIZES, Time, month_of, moved, number_of, spanning, told, weekday_number
from .clock import day_word, in_part, weekday
from .dates import ORDINAL_DAYS, date

LAST = ("last", "final")
NEXT_TO = {"before last": -2, "after next": 2}


def weekday_of_week(found, reference):
    """ "Friday of next week"; "next week, on Friday"."""
    number = weekday_number(found["weekday"])
    if not reference.day:
        return Time("DATE", f"XXXX-WXX-{number + 1}", leaned=True)
    monday = reference.day - timedelta(days=reference.day.weekday())
    day = monday + timedelta(weeks=SHIFTS[found["shift"].lower()], days=number)
    return in_part(day, found)


def nth_weekday(found, reference):
    """ "The first Sunday of July"; "the last Friday of this month"."""
    month = _month(found, reference)
    if month is None:
        return Time("DATE", "XXXX-XX-XX", leaned=True)
    first, last = month.earliest, month.latest
    if found["nth"].lower() in LAST:
        day = last - timedelta(days=(last.weekday() - weekday_number(found["weekday"])) % 7)
    else:
        day = first + timedelta(days=(weekday_number(found["weekday"]) - first.weekday()) % 7)
        day += timedelta(weeks=number_of_ordinal(found["nth"]) - 1)
    if day > last:
        return Time("DATE", None, anchor="no calendar has this day")
    return replace(month, value=day.isoformat(), earliest=day, latest=day)


def nth_week(found, reference):
    """ "The last day of January"; "its last week": seven days from its edge, called by the week of their middle."""
    month = _month(found, reference)
    unit = found["unit"].lower()
    if month is None:
        return Time("DATE", "XXXX-WXX", leaned=True)
    first, last = month.earliest, month.latest
    if found["nth"].lower() in LAST:
        first = last - timedelta(days=6)
    else:
        first += timedelta(weeks=number_of_ordinal(found["nth"]) - 1)
        last = min(first + timedelta(days=6), last)
    if unit == "weekend":
        saturday = first + timedelta(days=(5 - first.weekday()) % 7)
        value, first, last = spanning("weekend", saturday)
        return replace(month, value=value, earliest=first, latest=last)
    if unit == "day":
        day = last if found["nth"].lower() in LAST else month.earliest + timedelta(number_of_ordinal(found["nth"]) - 1)
        return replace(month, value=day.isoformat(), earliest=day, latest=day)
    value = spanning("week", first + timedelta(days=3))[0]
    return replace(month, value=value, earliest=first, latest=last)


def number_of_ordinal(word):
    return ORDINAL_DAYS.index(word.lower()) + 1


def _month(found, reference):
    """The month, or the year, that a day or week is counted in."""
    if found.get("month"):
        time = date({"month": found["month"], "year": found.get("year")}, reference)
        return time if time.earliest else None
    shift = (found.get("shift") or "").lower()
    if shift in ("that", "same", "the same"):
        before = told(reference.said, "month")
        if before is None:
            return None
        return Time("DATE", None, *month_of(before[1].year, before[1].month), said=before[2:])
    if not reference.day:
        return None
    day = moved(reference.day, "month", SHIFTS[shift or "this"])
    return Time("DATE", None, *month_of(day.year, day.month), leaned=True)


def day_of_that_month(found, reference):
    """ "The 20th of next month"."""
    month, number = _month(found, reference), int(found["day"].rstrip("stndrh"))
    if month is None:
        return Time("DATE", f"XXXX-XX-{number:02}", leaned=True)
    if number > month.latest.day:
        return Time("DATE", None, anchor="no calendar has this day")
    time = in_part(month.earliest.replace(day=number), found)
    return replace(time, leaned=month.leaned, said=month.said)


def day_alone(found, reference):
    """ "The 12th": of the month that was told last, or of the one after it; else the one nearest to the publication."""
    number = int(found["day"].rstrip("stndrh"))
    before = told(reference.said, "month")
    if before is not None and reference.future and reference.day and before[1] < reference.day.replace(day=1):
        here = ". " not in reference.text[before[3] : found["place"]]  # They bid in January, once **on the 19th**
        before = before if here else None
    size, first, *said = before or (0, reference.day)
    if first is None:
        return Time("DATE", f"XXXX-XX-{number:02}", leaned=True)
    back = not said and not reference.future
    # On 30 March it fell, and rose on the 2nd: of April.
    if size < SIZES.index("month") and (number > first.day if back else number < first.day):
        first += relativedelta(months=-1 if back else 1)
    if reference.past and reference.day and first <= reference.day and number > reference.day.day:
        first += relativedelta(months=-((first.year, first.month) == (reference.day.year, reference.day.month)))
    last = month_of(first.year, first.month)[1]
    if number > last.day:
        return Time("DATE", f"XXXX-XX-{number:02}", leaned=True)  # in February, by the 31st: of which month?
    day = first.replace(day=number)
    return Time("DATE", day.isoformat(), day, day, leaned=not said, said=tuple(said) or None)


def week_of(found, reference):
    """ "The week of March 6": the week in which that day lies."""
    day = date({**found, "month": found["month"] or found["month2"], "day": found["day"] or found["day2"]}, reference)
    if day.earliest is None:
        return Time("DATE", "XXXX-WXX", leaned=True)
    value, first, last = spanning("week", day.earliest)
    return replace(day, value=value, earliest=first, latest=last)


def beside(found, reference):
    """ "The day before yesterday"; "the week after next"; "the year before last"."""
    if not reference.day:
        return Time("DATE", "XXXX-XX-XX" if found.get("word") else "XXXX", leaned=True)
    if found.get("word"):
        word, way = found["word"].lower(), found["way"].lower()
        step = {"yesterday": -1, "today": 0, "tomorrow": 1}[word] + (-1 if way == "before" else 1)
        day = reference.day + timedelta(days=step)
        return in_part(day, {"part": found["unit"]})
    unit = found["unit"].lower()
    day = moved(reference.day, "day" if unit == "night" else unit, NEXT_TO[found["which"].lower()])
    if unit in ("day", "night"):
        return in_part(day, {"part": unit})
    return Time("DATE", *spanning(unit, day), leaned=True)


def counted_from(found, reference):
    """ "Two weeks from tomorrow"; "a week ago Friday"."""
    number, unit = number_of(found["number"]), found["unit"].lower()
    back, word = not found.get("way"), (found.get("word") or found.get("word2") or "").lower()
    if word:
        base = day_word({"word": "today" if word == "now" else word}, reference)
    else:
        base = weekday({"weekday": found.get("weekday") or found["weekday2"]}, replace(reference, future=not back))
    if base.earliest is None or number is None or number != int(number):
        return Time("DATE", "PAST_REF" if back else "FUTURE_REF", leaned=True)
    day = moved(base.earliest, unit, int(-number if back else number))
    if day is None:
        return Time("DATE", None, leaned=True)
    return Time("DATE", day.isoformat(), day, day, leaned=True)


def following_weekday(found, reference):
    """ "The following Tuesday", "the previous Friday": from the day that the article named last."""
    number = weekday_number(found["weekday"])
    before = told(reference.said, "week")
    if before is None:
        return Time("DATE", f"XXXX-WXX-{number + 1}")
    back = found["way"].lower() in ("previous", "preceding", "before")
    step = -((before[1].weekday() - number) % 7 or 7) if back else ((number - before[1].weekday()) % 7 or 7)
    return replace(in_part(before[1] + timedelta(days=step), found), leaned=False, said=before[2:])
