"""Durations and sets."""

from .base import UNITS, Time, number_of
from .dates import SEASONS, month_number

CLOCK = ("second", "minute", "hour")


def duration(found, reference):
    unit = found["unit"].lower()
    if found.get("half") is not None:
        number = 0.5
    elif found.get("number"):
        number = number_of(found["number"])
    else:
        number = 1 if found.get("one") is not None else None  # "a decade-long dispute"
    if found.get("plus") is not None:
        number += 0.5
    amount = "X" if number is None or (found.get("open") or "more") != "more" else f"{number:.10g}"
    return Time("DURATION", f"P{'T' if unit in CLOCK else ''}{amount}{UNITS[unit]}")


def every(found, reference):
    if found.get("month"):
        return Time("SET", f"XXXX-{month_number(found['month']):02}")
    if found.get("weekday"):
        number = "mon tue wed thu fri sat sun".split().index(found["weekday"][:3].lower()) + 1
        return Time("SET", f"XXXX-WXX-{number}")
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
