"""Named days: Victory Day, Easter, Ramadan.

Which day it is comes from the `holidays` library, by the country that keeps it; fixed days of no
country stand in `helpers/data/named_days.tsv` as month and day.
"""

import re
from csv import DictReader
from datetime import date as Date
from datetime import timedelta
from functools import cache
from pathlib import Path

import holidays
from dateutil.easter import easter
from dateutil.relativedelta import MO, relativedelta

from .base import SHIFTS, Time

_FILE = Path(__file__).parents[2] / "data" / "named_days.tsv"
YEARS = range(1583, 2101)  # of the Gregorian calendar that the library can count


def _table():
    with _FILE.open(encoding="utf8", newline="") as lines:
        return {row["name"]: (row["country"], row["rule"]) for row in DictReader(lines, delimiter="\t")}


NAMED = _table()
FEASTS = (
    "(?:"
    + "|".join(re.escape(name).replace("’", "['’]") for name in sorted(NAMED, key=len, reverse=True))
    + "|St Patrick['’]s Day)"
)


def feast(found, reference):
    """A named day: of its year, or else the nearest one.

    >>> from .base import Reference
    >>> feast({"feast": "Victory Day"}, Reference(Date(2025, 5, 8))).value
    '2025-05-09'
    """
    name = found["feast"].replace("'", "’").replace("St P", "St. P")
    shift = (found.get("shift") or "").lower()
    if found.get("year"):
        years = [int(found["year"])]
    elif reference.day and found.get("of"):
        years = [reference.day.year + SHIFTS[found["of"]]]
    elif reference.day is None:
        return Time("DATE", "XXXX-XX-XX", leaned=True)
    else:
        years = [reference.day.year + step for step in (-1, 0, 1)]
    days = [days for number in years if (days := days_of(name, number))]
    if not days:
        return Time("DATE", "XXXX-XX-XX", leaned=True)
    day = reference.day
    if len(days) == 1:
        first, last = days[0]
    elif shift == "last":
        first, last = max(d for d in days if d[0] < day)
    elif shift == "next" or reference.future:
        first, last = min([d for d in days if d[1] >= day] or days[-1:])
    else:
        first, last = min(days, key=lambda d: abs((d[0] - day).days))
    value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Time("DATE", value, first, last, leaned=not found.get("year"))


@cache
def days_of(name, year):
    """First and last day of a named day in a year; None where nobody knows."""
    country, rule = NAMED[name]
    if year not in YEARS:
        return None
    if rule == "easter":
        return (easter(year),) * 2
    if rule == "Election Day":  # the library knows it for states only
        return (Date(year, 11, 1) + relativedelta(weekday=MO(1)) + timedelta(days=1),) * 2
    if not country:
        return (Date(year, *map(int, rule.split("-"))),) * 2
    begins = _first(country, rule, year)
    if name != "Ramadan" or begins is None:
        return begins and (begins, begins)
    ends = _first("MV", "Eid al-Fitr", year)
    return begins, ends - timedelta(days=1)


def _first(country, rule, year):
    """The first day of that name in a country's year."""
    kept = holidays.country_holidays(country, years=year, language="en_US", observed=False)
    return min(
        (day for day, names in kept.items() if rule in names and "(estimated)" not in names.partition(rule)[0]),
        default=None,
    )
