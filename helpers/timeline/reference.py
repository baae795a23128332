"""The day that relative times lean on: the day of publication, or an assumption that is stated.

Without a day of publication the article's own dates are weighed: the latest full date with a year,
or else the first day of a month without a year ("May 8") in the latest year that the article
names, or else only a month or a year, on which nothing finer leans. It is an assumption, never a
finding: `find_times` names the words that it comes from in `anchor`, and the day of publication
overrules it.
"""

import re
from dataclasses import dataclass
from datetime import date

from .iso import WEEKDAYS

YEARS = range(1900, 2101)  # an older year is what a story is about, not when it was written
_FULL, _DAY, _YEAR = re.compile(r"\d{4}-\d\d-\d\d$"), re.compile(r"XXXX-\d\d-\d\d$"), re.compile(r"\d{4}(?![\dX])")


_WEEKDAY = re.compile(rf"\b(?:{'|'.join(day[:3] for day in WEEKDAYS)})", re.IGNORECASE)
_MONTH = re.compile(r"\d{4}-\d\d$")
_A, _NOUN = re.compile(r"\b(?:an?|the|his|her|its) $", re.IGNORECASE), re.compile(r" [a-z]{2}")


@dataclass(frozen=True)
class Basis:
    """A reference day; `words` says why, `start` and `end` are the words in the text that say so."""

    day: date | None
    words: str | None
    start: int | None = None
    end: int | None = None
    precision: str = "day"


def published(article):
    """The basis that the researcher or the page gives."""
    day = article.published
    return Basis(day, f"published {day.isoformat()}" if day else None)


def assumed(rows, text):
    """The basis that the article's own dates support, or one without a day.

    Parameters
    ----------
    rows : list of dict
        Times found without a reference: start, end, value and `future`, whether the clause is
        about the future.
    text : str

    Returns
    -------
    Basis
    """
    told = [row for row in rows if row["value"] and not row["future"]]
    dated = [row for row in told if _YEAR.match(row["value"]) and int(row["value"][:4]) in YEARS]
    if not dated:
        return Basis(None, None)
    latest = max(dated, key=lambda row: int(row["value"][:4]))
    year = latest["value"][:4]
    full = [row for row in dated if _FULL.match(row["value"]) and row["value"].startswith(year)]
    if full:
        best = max(full, key=lambda row: row["value"])
        return _basis(best["value"], best, text)
    if _is_of_a_work(latest, text):
        return Basis(None, None)
    for row in told:
        if _DAY.match(row["value"]) and row.get("rule") == "day of month":
            own = _year_of(text[row["start"] : row["end"]], int(year), row["value"][5:])
            return _basis(f"{own}-{row['value'][5:]}", row, text, latest)
    # The month of another year's story ("founded in 1998 … in January") says nothing of the day of publication.
    months = [row for row in dated if _MONTH.match(row["value"]) and year in text[row["start"] : row["end"]]]
    if months:
        best = max(months, key=lambda row: row["value"])
        return _basis(f"{best['value']}-01", best, text, precision="month")
    return Basis(None, None)


def _is_of_a_work(row, text):
    """Whether a year only says of when something is: a **1969** documentary; it is not when an article was written.

    >>> text = "They show a 1969 documentary."
    >>> _is_of_a_work({"start": 12, "end": 16}, text), _is_of_a_work({"start": 8, "end": 12}, "It was, 1969.")
    (True, False)
    """
    before, after = text[max(row["start"] - 6, 0) : row["start"]], text[row["end"] : row["end"] + 4]
    return bool(_A.search(before)) and bool(_NOUN.match(after))


def _year_of(words, year, day):
    """The year of a day of the month: from a year on the first in which its weekday fits, if one is told.

    >>> _year_of("THURSDAY, March 31", 2007, "03-31"), _year_of("March 31", 2007, "03-31")
    (2011, 2007)
    """
    told = _WEEKDAY.search(words)
    if told is None or day == "02-29":
        return year
    number = next(n for n, day in enumerate(WEEKDAYS) if day[:3].lower() == told.group().lower())
    return next(
        (own for own in range(year, year + 12) if date(own, *map(int, day.split("-"))).weekday() == number), year
    )


# Rules and units that a month is enough for.
FINE = {"month": ("month", "shifted month")}
UNITS = {"month": ("month", "year", "decade", "century")}


def enough(precision, rule, unit):
    """Whether a reference is as fine as an expression needs: "this year" leans on a year, "Friday" does not."""
    if precision == "day":
        return True
    return rule in FINE[precision] or (rule in ("shifted unit", "ago") and unit in UNITS[precision])


def _basis(value, row, text, other=None, precision="day"):
    try:
        day = date.fromisoformat(value)
    except ValueError:  # 29 February of a year that has none
        return Basis(None, None)
    shown = value[: {"day": 10, "month": 7}[precision]]
    words = f"assumed {shown}, from “{text[row['start'] : row['end']]}”"
    if other is not None:
        words += f" and “{text[other['start'] : other['end']]}”"
    return Basis(day, words, row["start"], row["end"], precision)
