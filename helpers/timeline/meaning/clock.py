"""Weekdays, today and yesterday, parts of the day and times of the clock."""

from datetime import timedelta

from .base import Time
from .dates import date

DAY_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
NAMED_HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def clock_on_day(found, reference):
    """A time of day with its day: 10 p.m. Wednesday; noon Thursday; 5 p.m. EST, Nov. 6."""
    if found.get("weekday"):
        day = weekday({"weekday": found["weekday"], "shift": found.get("shift")}, reference)
    elif found.get("month"):
        day = date(found, reference)
    else:
        day = Time("DATE", reference.day.isoformat() if reference.day else "XXXX-XX-XX", reference.day, reference.day)
    hour = NAMED_HOURS.get((found.get("named") or "").lower()) or _hour(found)
    if day is None or hour is None or day.value is None:
        return None
    return Time("TIME", f"{day.value}T{hour}", day.earliest, day.latest, leaned=True)


def _hour(found):
    hour = int(found["hour"])
    if found.get("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    return f"{hour:02}:{found.get('minute') or '00'}"


def weekday(found, reference):
    number = "mon tue wed thu fri sat sun".split().index(found["weekday"][:3].lower())
    if not reference.day:
        return Time("DATE", f"XXXX-WXX-{number + 1}", leaned=True)
    shift = (found.get("shift") or "").lower()
    back = (reference.day.weekday() - number) % 7
    day = reference.day - timedelta(days=back)
    if shift == "last" and back == 0:
        day -= timedelta(days=7)
    if shift == "next":
        day += timedelta(days=14 if back else 7)
        day = day if (day - reference.day).days <= 13 else day - timedelta(days=7)
    elif shift == "this" or (reference.future and not shift):
        day += timedelta(days=7 if back else 0)
    return _in_part(day, found)


def _in_part(day, found):
    """A day, or a part of it: Monday night."""
    part = DAY_PARTS.get((found.get("part") or "").lower())
    if part:
        return Time("TIME", f"{day.isoformat()}T{part}", day, day, leaned=True)
    return Time("DATE", day.isoformat(), day, day, leaned=True)


def day_word(found, reference):
    word = found["word"].lower()
    if not reference.day:
        return Time("DATE", "XXXX-XX-XX", leaned=True)
    day = reference.day + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(word, 0))
    if word == "tonight":
        return Time("TIME", f"{day.isoformat()}TNI", day, day, leaned=True)
    return _in_part(day, found)


def clock(found, reference):
    hour = _hour(found)
    if hour is None:
        return None
    day = reference.day.isoformat() if reference.day else "XXXX-XX-XX"
    return Time("TIME", f"{day}T{hour}", reference.day, reference.day, leaned=True)
