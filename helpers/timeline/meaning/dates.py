"""Dates, months, seasons, years, decades, centuries and named days."""

import re
from calendar import monthrange
from datetime import date as Date
from datetime import timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from .base import Time, month_of, part_of, spelled

SOON = 60  # days
LONG_OVER = 90  # days after which nobody calls a vote by its day and month alone
# They are called by their day or month long before it.
VOTES = frozenset("election vote ballot referendum runoff midterm".split())
SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
# Where the seasons lie the other way round, and where they do not: words that name the places.
SOUTH = re.compile(
    r"\b(?:Austral(?:ia|asia)|Anzac|ANZAC|New Zealand|South Africa|Argentin|Chile|Uruguay|Sydney|Melbourne|"
    r"Brisbane|Canberra|Adelaide|Queensland|New South Wales|Tasmania|Auckland|Johannesburg|Cape Town|Buenos Aires)"
)
NORTH = re.compile(
    r"\b(?:America|U\.S\.|United States|Washington|New York|California|Texas|Britain|British|UK\b|England|English|"
    r"London|Scot|Wales|Welsh|Ireland|Irish|Canad|Europe|EU\b|France|French|Paris|German|Berlin|Ital|Spain|Spanish|Russia|"
    r"Ukrain|China|Chinese|Japan|Korea|India|Pakistan|Iran|Iraq|Israel|Syria|Turk|Greece|Greek|Poland|Swed|Norw|Finland)"
)
CENTURIES = (
    ORDINALS
    + (
        "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
        "twenty-first"
    ).split()
)
# How days of the month are written out: the **twenty-second** of June.
ORDINAL_DAYS = (
    *ORDINALS,
    *"eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
    *(f"twenty-{word}" for word in ORDINALS[:9]),
    "thirtieth",
    "thirty-first",
)
TENS = "twenties thirties forties fifties sixties seventies eighties nineties".split()


def month_number(name):
    return "jan feb mar apr may jun jul aug sep oct nov dec".split().index(name[:3].lower()) + 1


def _near_month(reference, month, shift):
    """The year in which a bare month lies: the last one that has begun, or the next one."""
    day = reference.day
    if shift == "last":
        return day.year if month < day.month else day.year - 1
    if shift == "next" or (reference.future and shift is None):
        return day.year if (month >= day.month and shift is None) or month > day.month else day.year + 1
    if shift == "this":
        return day.year
    if reference.noun in VOTES and not reference.past:  # the November **election**, told in May; just over in January
        return day.year + (month < day.month - 3) - (month > day.month + 8)
    if not reference.past and 0 < (month - day.month) % 12 <= 3:  # told in no tense: the nearer one
        return day.year + (month < day.month)
    return day.year if month <= day.month else day.year - 1


def date(found, reference):
    month = found["month"]
    month = int(month) if month.isdigit() else month_number(month)
    day = int(found["day"].rstrip("stndrh")) if found.get("day") else None
    year = int(found["year"]) if found.get("year") else None
    leaned = year is None
    if leaned and reference.day:
        if day and not found.get("shift"):  # a day of the month: the nearest one
            years = [reference.day.year + shift for shift in (-1, 0, 1)]
            fits = [y for y in years if day <= monthrange(y, month)[1]]
            year = min(fits, key=lambda y: abs((Date(y, month, day) - reference.day).days)) if fits else years[1]
            if reference.noun in VOTES and fits and (Date(year, month, day) - reference.day).days < -LONG_OVER:
                year = year + 1 if year + 1 in fits else year  # the 8 November **election**, told in April
            # "He came on May 8", told in January, is not about next May; "payable Dec. 7" may be.
            if (
                reference.past
                and not reference.noun
                and fits
                and (Date(year, month, day) - reference.day).days > SOON
                and year - 1 in fits
            ):
                year -= 1
        else:
            year = _near_month(reference, month, (found.get("shift") or "").lower() or None)
    value = f"{year or 'XXXX'}-{month:02}" + (f"-{day:02}" if day else "")
    if year is None:
        return Time("DATE", value, leaned=True)
    if day and day > monthrange(year, month)[1]:
        return Time("DATE", None, leaned=leaned, anchor="no calendar has this day")  # 31 February: found
    first, last = (Date(year, month, day),) * 2 if day else part_of(*month_of(year, month), found.get("modifier"))
    return Time("DATE", value, first, last, leaned)


def short(found, reference):
    """ "19-Nov-12"."""
    year = int(found["year"])
    year += 0 if year > 99 else 1900 if year >= 69 else 2000
    return date({**found, "year": str(year)}, reference)


def before_another(found, reference):
    """ "From **October 2** to November 22, 2024": of the year of the later one, or the year before it."""
    back = month_number(found["month"]) > month_number(found["until"])
    return date({**found, "year": str(int(found["year"]) - back)}, reference)


def numeric(found, reference):
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    if year < 100:  # as POSIX reads two digits
        year += 1900 if year >= 69 else 2000
    days = []
    for month, day in ((first, second), (second, first)):
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            days.append(Date(year, month, day))
    if not days:
        return Time("DATE", None, anchor="no calendar has this day")
    if len(set(days)) == 2:
        return Time("DATE", f"{year}-XX-XX", min(days), max(days), anchor="month and day can be either way round")
    return Time("DATE", days[0].isoformat(), days[0], days[0])


def year(found, reference):
    number = int(found["year"])
    first, last = part_of(Date(number, 1, 1), Date(number, 12, 31), found.get("modifier"))
    return Time("DATE", str(number), first, last)


@lru_cache(maxsize=4)
def _southern(text):
    """Whether a text names places in which July is winter more often than others.

    >>> _southern("It snowed in Canberra."), _southern("It snowed in Canberra, as in London.")
    (True, False)
    """
    south = sum(1 for _ in SOUTH.finditer(text))
    return south > 0 and south > sum(1 for _ in NORTH.finditer(text))


def season_month(name, text):
    """The month in which a season begins, where the text is at home."""
    month = SEASONS[name.lower()][1]
    return (month + 5) % 12 + 1 if _southern(text) else month


def season(found, reference):
    code, month = SEASONS[found["season"].lower()][0], season_month(found["season"], reference.text)
    number = int(found["year"]) if found.get("year") else None
    shift = (found.get("shift") or "").lower()
    if number is None and reference.day:
        begins = [Date(reference.day.year + step, month, 1) for step in (-2, -1, 0, 1)]
        begun = [day for day in begins if day <= reference.day]
        over = [day for day in begins if day + relativedelta(months=3) <= reference.day]
        ahead = [day for day in begins if day > reference.day]
        if shift in ("last", "this past"):
            number = over[-1].year
        elif shift == "this" and reference.future:  # is to open **this autumn**, told in January
            number = (begun[-1] if begun[-1] not in over else ahead[0]).year
        elif shift == "this":  # the nearer one of those around the day
            number = min((begun[-1], ahead[0]), key=lambda day: abs((day - reference.day).days)).year
        elif shift == "next" or reference.future:
            running = begun[-1] if begun[-1] not in over and shift != "next" else ahead[0]
            number = running.year
        else:
            number = begun[-1].year
    if number is None:
        return Time("DATE", f"XXXX-{code}", leaned=True)
    first = Date(number, month, 1)
    last = first + relativedelta(months=3) - timedelta(days=1)
    return Time("DATE", f"{number}-{code}", *part_of(first, last, found.get("modifier")), leaned=not found.get("year"))


def spelled_year(found, reference):
    number = str(spelled(found["spelled"]))
    if found.get("month"):
        return date({"month": found["month"], "year": number}, reference)
    return year({"year": number}, reference)


def spelled_day(found, reference):
    """ "The first of May"."""
    return date({**found, "day": str(ORDINAL_DAYS.index(found["number"].lower()) + 1)}, reference)


def september_11(found, reference):
    """The one day that is called by its numbers."""
    return Time("DATE", "2001-09-11", Date(2001, 9, 11), Date(2001, 9, 11))


def day_span(found, reference):
    """ "May 3–5": an interval of days, its value in ISO 8601's form for intervals."""
    first = date({**found, "shift": None}, reference)
    last = date({**found, "day": found["last"], "shift": None}, reference)
    if first.earliest is None or last.earliest is None or last.earliest < first.earliest:
        value = f"{first.value}/{last.value}" if first.value and last.value and not first.earliest else None
        return Time("DATE", value, leaned=first.leaned)
    return Time("DATE", f"{first.value}/{last.value}", first.earliest, last.earliest, first.leaned)


def year_span(found, reference):
    """ "2015–2018", "2015-18": an interval of years; None if they run backwards."""
    first, last = int(found["year"]), found["last"]
    last = int(found["year"][: 4 - len(last)] + last)
    if not first < last < first + 300:
        return None
    return Time("DATE", f"{first}/{last}", Date(first, 1, 1), Date(last, 12, 31))


SOON_YEARS = 5  # that an article may tell of ahead


def short_year(found, reference):
    """ "In ’51": of the century in which it lies behind the article."""
    this = reference.day.year if reference.day else 2020
    number = this // 100 * 100 + int(found["year"])
    return year({"year": str(number if number <= this + SOON_YEARS else number - 100)}, reference)


def decade(found, reference):
    first = int(found["year"])
    modifier = found.get("modifier") or found.get("modifier2")
    return Time("DATE", str(first)[:3], *part_of(Date(first, 1, 1), Date(first + 9, 12, 31), modifier))


def short_decade(found, reference):
    """ "The ’60s", "the nineties": of the century in which they lie behind the article."""
    tens = int(found["tens"]) if found.get("tens") else 20 + 10 * TENS.index(found["spelled"].lower())
    this = reference.day.year if reference.day else 2020
    first = this // 100 * 100 + tens
    return decade({**found, "year": str(first if first <= this else first - 100)}, reference)


def century(found, reference):
    word = found["number"].lower()
    number = int(word[:-2]) if word[0].isdigit() else CENTURIES.index(word) + 1
    if not 1 <= number <= 99:
        return None
    if found.get("era"):
        value, first, last = f"BC{number - 1:02}", era_day(1 - 100 * number, 1, 1), era_day(-100 * (number - 1), 12, 31)
        return Time("DATE", value, first, last)
    first, last = Date(max(number * 100 - 100, 1), 1, 1), Date(number * 100 - 1, 12, 31)
    return Time("DATE", f"{number - 1:02}", *part_of(first, last, found.get("modifier")))


def era(found, reference):
    """A year of any size, before or after the turn of the eras: its value as TIMEX3 writes it."""
    number = int(found["year"])
    if number == 0:
        return Time("DATE", None, anchor="no calendar has this year")
    if (found.get("era") or "").upper().startswith("B"):
        return Time("DATE", f"BC{number:04}", era_day(1 - number, 1, 1), era_day(1 - number, 12, 31))
    return Time("DATE", f"{number:04}", era_day(number, 1, 1), era_day(number, 12, 31))


def era_day(number, month, day):
    """A day of any year in ISO 8601; its year 0 is 1 BC, and years of more than four digits bear a sign."""
    if 0 <= number <= 9999:
        return f"{number:04}-{month:02}-{day:02}"
    return f"{'-' if number < 0 else '+'}{abs(number):04}-{month:02}-{day:02}"
