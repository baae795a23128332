"""Weekdays, today and yesterday, parts of the day and times of the clock."""

from dataclasses import replace
from datetime import date as CalendarDay
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from .base import DAY_PARTS, Time, month_of, number_of, told, weekday_number
from .dates import date, numeric

NAMED_HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
# Hours from UTC; "ET" and "local time" depend on the day or the place and keep the bare hour.
ZONES = {
    "GMT": "Z",
    "UTC": "Z",
    "Z": "Z",
    "BST": "+01:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "MSK": "+03:00",
    "MOSCOW TIME": "+03:00",
    "BEIJING TIME": "+08:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
}


def clock_on_day(found, reference):
    """A time of day with its day: 10 p.m. Wednesday; noon Thursday; 5 p.m. EST, Nov. 6."""
    if found.get("weekday") and found.get("day") and not found.get("month"):
        day = weekday_the(found, reference)  # noon on Saturday the 19th
    elif found.get("weekday"):
        day = weekday({"weekday": found["weekday"], "shift": found.get("shift")}, reference)
    elif found.get("month"):
        day = date(found, reference)
    else:
        day = day_word({"word": found.get("word") or "today"}, reference)
    hour = _hour(found)
    if day is None or hour is None or day.value is None:
        return None
    return Time("TIME", f"{day.value}T{hour}", day.earliest, day.latest, leaned=True)


def clock_in_part(found, reference):
    """ "5.30 this evening", "7.30 on Friday evening": the part says which half of the day."""
    half = "a" if found["part"].lower() == "morning" else "p"
    word = (found.get("word") or "").lower().replace("this", "today")
    return clock_on_day({**found, "half": half, "word": word}, reference)


def part_of_day(found, reference):
    """ "The night of 12 May"; "the evening" of a day that was told, or no time."""
    if "month" not in found:
        return in_part(reference.day, found) if reference.day and reference.told else None
    day = date(found, reference)
    part = DAY_PARTS[found["part"].lower()]
    if day.value is None:
        return day
    return replace(day, type="TIME", value=f"{day.value}T{part}")


def stamp(found, reference):
    """ "02/08/2012 4:49 PM"."""
    day, hour = numeric(found, reference), _hour(found)
    if hour is None or day.value is None:
        return None
    return Time("TIME", f"{day.value}T{hour}", day.earliest, day.latest, anchor=day.anchor)


def clock_following(found, reference):
    """ "6:30 a.m. the following morning": of the day after the one that was named last."""
    hour, before = _hour(found), told(reference.said, "day")
    if hour is None or before is None:
        return clock(found, reference)
    day = before[1] + timedelta(days=1)
    return Time("TIME", f"{day.isoformat()}T{hour}", day, day, said=before[2:])


MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}


def spoken(found, reference):
    """ "Half past eight", "a quarter to six in the morning"."""
    part = next((found[name] for name in ("part", "part2", "part3") if found.get(name)), "")
    hour = _hour({"clock": found["clock"], "part": part})
    if hour is None:
        return None
    minutes = MINUTES[found["spoken"].lower().removeprefix("a ")]
    minutes = 60 * int(hour[:2]) + (minutes if found["side"].lower() in ("past", "after") else -minutes)
    hour = f"{minutes // 60 % 24:02}:{minutes % 60:02}"
    if found.get("weekday"):
        day = weekday({"weekday": found["weekday"]}, reference)
    else:
        day = day_word({"word": found.get("word") or "today"}, reference)
    return Time("TIME", f"{day.value}T{hour}", day.earliest, day.latest, leaned=True)


def clock(found, reference):
    hour = _hour(found)
    if hour is None:
        return None
    day = reference.day.isoformat() if reference.day else "XXXX-XX-XX"
    return Time("TIME", f"{day}T{hour}", reference.day, reference.day, leaned=True)


def _hour(found):
    """Hour, minute and zone as ISO 8601 writes them; None if no clock shows it."""
    zone = ZONES.get((found.get("zone") or "").upper(), "")
    if found.get("named"):
        return NAMED_HOURS[found["named"].lower()] + zone
    if found.get("clock"):
        hour = number_of(found["clock"])
        if not 1 <= hour <= 12 or hour != int(hour):
            return None
        part = (found.get("part") or "").lower()
        late = (hour < 12 and part in ("afternoon", "evening")) or (6 < hour < 12 and part == "night")
        return f"{int(hour) % (24 if part != 'morning' else 12) + 12 * late:02}:00"
    hour, minute = int(found.get("hour") or found["hour2"]), found.get("minute") or found.get("minute2") or "00"
    if found.get("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    return f"{hour:02}:{minute}{zone}"


def weekday(found, reference):
    """The day that "Monday", "last Monday" or "this coming Monday" means."""
    number = weekday_number(found["weekday"])
    if not reference.day:
        return Time("DATE", f"XXXX-WXX-{number + 1}", leaned=True)
    shift = (found.get("shift") or "").lower().removeprefix("this ").replace("past", "last").replace("coming", "")
    if shift.strip() not in ("", "last", "this", "next"):
        raise LookupError(f"weekday: no case for “{found['shift']}”")  # a rule's form and its meaning do not fit
    back = (reference.day.weekday() - number) % 7
    day = reference.day - timedelta(days=back)
    if shift == "last" and back < 2:  # it is not today, nor what would be called yesterday
        day -= timedelta(days=7)
    if shift == "next":  # of the next week, and not tomorrow
        day = reference.day + timedelta(days=7 + number - reference.day.weekday())
        day += timedelta(days=7 if day - reference.day < timedelta(days=2) else 0)
    elif shift == "this" or (reference.future and not shift):
        day += timedelta(days=7 if back else 0)
    return in_part(day, found)


def weekday_the(found, reference):
    """ "Friday the 23rd": the nearest day that is both, behind the article if it is told in the past."""
    number, wanted = int(found["day"].rstrip("stndrh")), weekday_number(found["weekday"])
    if not reference.day:
        return Time("DATE", f"XXXX-XX-{number:02}", leaned=True)
    first = reference.day.replace(day=1)
    months = [first + relativedelta(months=step) for step in range(-24, 25)]
    days = [CalendarDay(m.year, m.month, number) for m in months if number <= month_of(m.year, m.month)[1].day]
    days = [day for day in days if day.weekday() == wanted]
    if reference.future:
        days = [day for day in days if day >= reference.day]
    elif reference.past:
        days = [day for day in days if day <= reference.day]
    if not days:
        return Time("DATE", None, leaned=True, anchor="no calendar has this day")
    day = min(days, key=lambda day: abs((day - reference.day).days))
    return Time("DATE", day.isoformat(), day, day, leaned=True)


def in_part(day, found):
    """A day, or a part of it: Monday night."""
    part = DAY_PARTS.get((found.get("part") or "").lower())
    if part:
        return Time("TIME", f"{day.isoformat()}T{part}", day, day, leaned=True)
    return Time("DATE", day.isoformat(), day, day, leaned=True)


def day_word(found, reference):
    word = found["word"].lower()
    if not reference.day:
        return Time("DATE", "XXXX-XX-XX", leaned=True)
    step = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(word, 0)
    day = reference.day + timedelta(days=step)
    if word == "tonight":
        return Time("TIME", f"{day.isoformat()}TNI", day, day, leaned=True)
    part = (found.get("part2") or "").lower().removeprefix("mid-")
    return in_part(day, {**found, "part": part or found.get("part")})
