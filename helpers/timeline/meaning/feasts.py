"""Named days: Victory Day, Easter, Ramadan.

Which day it is comes from the `holidays` library, by the country that keeps it, or from the rule in
`helpers/data/named_days.tsv`: month and day, a weekday of a month ("4 Thu 11": the fourth Thursday of November) or
the days from Easter. Where countries keep days of one name, it is that of the country that the article names most,
or else the first one of the table; `anchor` says which.
"""

import re
from csv import DictReader
from dataclasses import replace
from datetime import date as Date
from datetime import timedelta
from functools import cache, lru_cache
from pathlib import Path

import holidays
from dateutil.easter import easter
from dateutil.relativedelta import MO, relativedelta

from .base import DAY_PARTS, SHIFTS, SIZES, Time, moved, number_of, spanning, told, weekday_number
from .dates import LONG_OVER

_FILE = Path(__file__).parents[2] / "data" / "named_days.tsv"
BANK_HOLIDAYS = ("easter +1", "1 Mon 5", "1 Mon 6 -7", "1 Mon 9 -7")  # on Mondays, in England and Wales
YEARS = range(1583, 2101)  # of the Gregorian calendar that the library can count


def _table():
    kept = {}
    with _FILE.open(encoding="utf8", newline="") as lines:
        for row in DictReader(lines, delimiter="\t"):
            kept.setdefault(row["name"], []).append((row["country"], row["rule"]))
    return kept


NAMED = _table()
FEASTS = (
    "(?:"
    + "|".join(re.escape(name).replace("’", "['’]") for name in sorted(NAMED, key=len, reverse=True))
    + "|St Patrick['’]s Day)"
)
# A country that keeps a day of its own under a name that others have too, and the words that name it.
COUNTRIES = {
    "AU": ("Australia", r"Australia"),
    "BD": ("Bangladesh", r"Bangladesh|Dhaka"),
    "BR": ("Brazil", r"Brazil"),
    "CA": ("Canada", r"Canad"),
    "DE": ("Germany", r"German|Berlin"),
    "FI": ("Finland", r"Finland|Finnish|Helsinki"),
    "GB": ("the United Kingdom", r"Britain|British|England|English|Scotland|Wales|London|UK"),
    "GH": ("Ghana", r"Ghana"),
    "GR": ("Greece", r"Greece|Greek|Athens"),
    "ID": ("Indonesia", r"Indonesia|Jakarta"),
    "IN": ("India", r"India(?!na)|Delhi|Mumbai"),
    "IT": ("Italy", r"Ital|Rome"),
    "KE": ("Kenya", r"Kenya|Nairobi"),
    "MX": ("Mexico", r"(?<!New )Mexic"),
    "NG": ("Nigeria", r"Nigeria|Lagos|Abuja"),
    "NZ": ("New Zealand", r"New Zealand|Auckland|Wellington"),
    "PH": ("the Philippines", r"Philippine|Filipin|Manila"),
    "PK": ("Pakistan", r"Pakistan|Islamabad|Karachi"),
    "PL": ("Poland", r"Poland|Polish|Warsaw"),
    "RU": ("Russia", r"Russia|Moscow|Kremlin"),
    "TR": ("Turkey", r"Turkey|Turkish|Türkiye|Ankara"),
    "UA": ("Ukraine", r"Ukrain|Kyiv"),
    "US": ("the United States", r"America|U\.S\.|United States|Washington"),
}


def feast(found, reference):
    """A named day: of its year, or else the nearest one.

    >>> from .base import Reference
    >>> feast({"feast": "Victory Day"}, Reference(Date(2025, 5, 8))).value
    '2025-05-09'
    """
    name = _written(found["feast"])
    country, rule, note = _kept(name, reference.text)
    shift = (found.get("shift") or "").lower()
    before = told(reference.said, "year") if found.get("way") else None
    if found.get("year"):
        years = [int(found["year"])]
    elif before:
        years = [before[1].year + found["way"].endswith("following")]
    elif reference.day and found.get("of"):
        years = [reference.day.year + SHIFTS[found["of"].lower()]]
    elif reference.day is None:
        return Time("DATE", "XXXX-XX-XX", leaned=True, note=note)
    else:
        years = [reference.day.year + step for step in (-1, 0, 1)]
    rules = BANK_HOLIDAYS if rule == "bank holidays" else (rule,)
    days = sorted(days for number in years for one in rules if (days := days_of(name, country, one, number)))
    if not days:
        return Time("DATE", "XXXX-XX-XX", leaned=True, note=note)
    if name == "Election Day" and not reference.past and not shift and not found.get("of") and len(days) > 1:
        days = [day for day in days if (reference.day - day[0]).days < LONG_OVER]  # it is called by it long before
    first, last = days[0] if len(days) == 1 else _by_tense(days, shift, reference)
    value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    part = DAY_PARTS.get(found.get("part") or "")
    kind, value = ("TIME", f"{value}T{part}") if part and first == last else ("DATE", value)  # Christmas morning
    leaned = not (found.get("year") or before)
    return Time(kind, value, first, last, leaned=leaned, note=note, said=before and before[2:])


def that_feast(found, reference):
    """ "That Christmas", "the following Easter": by the time that the article named last."""
    before = told(reference.said, "year")
    if before is None:
        return feast(found, reference)
    size, day, *said = before
    which, year = found["which"].lower().removeprefix("the "), day.year
    time = feast({**found, "year": str(year)}, reference)
    if isinstance(time.earliest, Date):
        inside = size == SIZES.index("year")
        year += which in ("following", "next") and (inside or time.earliest <= day)
        year -= which == "previous" and (inside or time.earliest >= day)
    return replace(feast({**found, "year": str(year)}, reference), said=tuple(said))


def every_feast(found, reference):
    """ "Each Christmas Eve": its month and day, where they are the same in each year."""
    rule = _kept(_written(found["feast"]), reference.text)[1]
    return Time("SET", f"XXXX-{rule}" if rule[:2].isdigit() else "XXXX-XX-XX")


def beside_feast(found, reference):
    """ "Three days before Christmas"."""
    time, number, unit = feast(found, reference), number_of(found["number"] or "one"), found["unit"]
    if not isinstance(time.earliest, Date) or number is None or number != int(number):
        return None
    day = moved(time.earliest, unit, int(-number if found["side"] == "before" else number))
    value, first, last = (day.isoformat(), day, day) if unit == "day" else spanning(unit, day)
    return replace(time, value=value, earliest=first, latest=last)


def _written(name):
    return name.replace("'", "’").replace("St P", "St. P")


def _by_tense(days, shift, reference):
    """Which of the days before and after the reference it is: by "last" and "next", or by the tense."""
    day = reference.day
    if shift == "this":
        return next((d for d in days if d[0].year == day.year), days[-1])
    if shift == "last" or (reference.past and not shift):
        return max([d for d in days if d[0] < day or (d[0] == day and not shift)] or days[:1])
    if shift == "next" or reference.future:
        return min([d for d in days if d[1] >= day] or days[-1:])
    return min(days, key=lambda d: abs((d[0] - day).days))


def _kept(name, text):
    """The country and rule of a day, and why that country where several keep a day of the name.

    >>> _kept("Independence Day", "The parade in Kyiv was long.")[2]
    'as kept in Ukraine, which the article names'
    """
    kept = NAMED[name]
    if len(kept) == 1:
        return *kept[0], None
    named = {country: _named(text)[country] for country, _ in kept if country}
    best = max(named, key=named.get)
    if named[best]:
        return best, dict(kept)[best], f"as kept in {COUNTRIES[best][0]}, which the article names"
    country, rule = kept[0]
    where = f"in {COUNTRIES[country][0]}" if country else "in most countries"
    return country, rule, f"as kept {where}: the article names no country that keeps another day"


@lru_cache(maxsize=4)
def _named(text):
    """How often a text names each country."""
    return {code: len(re.findall(rf"\b(?:{words})", text)) for code, (_, words) in COUNTRIES.items()}


@cache
def days_of(name, country, rule, year):
    """First and last day of a named day in a year; None where nobody knows."""
    if year not in YEARS:
        return None
    if rule.startswith("easter"):
        return (easter(year) + timedelta(days=int(rule.removeprefix("easter") or 0)),) * 2
    if rule[1:2] == " ":  # the fourth Thursday of November, and days after it
        nth, weekday, month, *after = rule.split()
        first = Date(year, int(month), 1)
        step = (weekday_number(weekday) - first.weekday()) % 7 + 7 * (int(nth) - 1) + int(after[0] if after else 0)
        return (first + timedelta(days=step),) * 2
    if rule == "Election Day":  # the library knows it for states only
        return (Date(year, 11, 1) + relativedelta(weekday=MO(1)) + timedelta(days=1),) * 2
    if rule[:2].isdigit():
        return (Date(year, *map(int, rule.split("-"))),) * 2
    begins = _first(country, rule, year)
    if name != "Ramadan" or begins is None:
        return begins and (begins, begins)
    ends = _first("MV", "Eid al-Fitr", year)
    return begins, ends - timedelta(days=1)


def _first(country, rule, year):
    """The first day of that name in a country's year, or in that of a part of it: "CA-ON"."""
    country, _, part = country.partition("-")
    kept = holidays.country_holidays(country, subdiv=part or None, years=year, language="en_US", observed=False)
    return min(
        (day for day, names in kept.items() if rule in names and "(estimated)" not in names.partition(rule)[0]),
        default=None,
    )
