"""Durations and sets."""

from .base import UNITS, Time, number_of
from .dates import month_number


def duration(found, reference):
    unit = UNITS[found["unit"].lower()]
    one = 1 if found.get("one") is not None else None  # "a decade-long dispute"
    number = number_of(found["number"]) if found.get("number") else one
    amount = "X" if number is None or found.get("open") else f"{number:g}"
    return Time("DURATION", f"P{'T' if unit in 'HS' or found['unit'].lower() == 'minute' else ''}{amount}{unit}")


def every(found, reference):
    if found.get("month"):
        return Time("SET", f"XXXX-{month_number(found['month']):02}")
    if found.get("weekday"):
        number = "mon tue wed thu fri sat sun".split().index(found["weekday"][:3].lower()) + 1
        return Time("SET", f"XXXX-WXX-{number}")
    adverbs = {"hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q",
               "annually": "P1Y", "yearly": "P1Y"}  # fmt: skip
    if found.get("adverb"):
        return Time("SET", adverbs[found["adverb"].lower()])
    unit = found["unit"].lower()
    return Time("SET", f"P{'T' if unit in ('second', 'minute', 'hour') else ''}1{UNITS[unit]}")
