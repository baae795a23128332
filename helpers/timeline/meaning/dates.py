"""Dates, months, seasons, years, decades, centuries and named days."""

from calendar import monthrange
from datetime import date as Date
from datetime import timedelta

from dateutil.easter import easter
from dateutil.relativedelta import MO, TH, relativedelta

from .base import Time, month_of, part_of, spelled

SOON = 60  # days
SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}
TENS = "twenties thirties forties fifties sixties seventies eighties nineties".split()
FIXED = {"christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1),
         "new year's eve": (12, 31), "independence day": (7, 4), "veterans day": (11, 11), "valentine's day": (2, 14),
         "victory day": (5, 9), "may day": (5, 1), "halloween": (10, 31)}  # fmt: skip
# month, weekday, which one of the month (-1: the last)
WEEKDAYS_OF = {"thanksgiving": (11, TH(4)), "thanksgiving day": (11, TH(4)), "labor day": (9, MO(1)),
               "memorial day": (5, MO(-1))}  # fmt: skip


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
            # "He came on May 8", told in January, is not about next May; "payable Dec. 7" may be.
            if reference.past and fits and (Date(year, month, day) - reference.day).days > SOON and year - 1 in fits:
                year -= 1
        else:
            year = _near_month(reference, month, (found.get("shift") or "").lower() or None)
    value = f"{year or 'XXXX'}-{month:02}" + (f"-{day:02}" if day else "")
    if year is None:
        return Time("DATE", value, leaned=True)
    if day and day > monthrange(year, month)[1]:
        return Time("DATE", None, leaned=leaned)  # 31 February: found, but no day
    first, last = (Date(year, month, day),) * 2 if day else part_of(*month_of(year, month), found.get("modifier"))
    return Time("DATE", value, first, last, leaned)


def numeric(found, reference):
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    days = []
    for month, day in ((first, second), (second, first)):
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            days.append(Date(year, month, day))
    if not days:
        return None
    if len(set(days)) == 2:
        return Time("DATE", f"{year}-XX-XX", min(days), max(days), anchor="month and day can be either way round")
    return Time("DATE", days[0].isoformat(), days[0], days[0])


def year(found, reference):
    number = int(found["year"])
    first, last = part_of(Date(number, 1, 1), Date(number, 12, 31), found.get("modifier"))
    return Time("DATE", str(number), first, last)


def season(found, reference):
    code, month = SEASONS[found["season"].lower()]
    number = int(found["year"]) if found.get("year") else None
    if number is None and reference.day:
        begins = [Date(reference.day.year + shift, month, 1) for shift in (-2, -1, 0, 1)]
        begun = [day for day in begins if day + relativedelta(months=3) <= reference.day]
        ahead = [day for day in begins if day + relativedelta(months=3) > reference.day]
        shift = found["shift"].lower()
        if shift == "this":
            number = reference.day.year - (month == 12 and reference.day.month < 3)
        else:
            number = (begun[-1] if shift == "last" else ahead[ahead[0] <= reference.day]).year
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


def spelled_decade(found, reference):
    return decade({"year": str(1920 + 10 * TENS.index(found["tens"].lower()))}, reference)


# Feasts of the United States and Russia that fall on the same rule every year.
def feast(found, reference):
    """A named day: by its date or its weekday in the month."""
    name = found["feast"].replace("’", "'").lower()
    shift = (found.get("shift") or "").lower()
    if found.get("year"):
        years = [int(found["year"])]
    elif reference.day is None:
        return Time("DATE", "XXXX-XX-XX", leaned=True)
    else:
        years = [reference.day.year + step for step in (-1, 0, 1)]
    days = [day for number in years if (day := _feast(name, number))]
    if not days:
        return None
    if len(days) == 1:
        day = days[0]
    elif shift == "last":
        day = max(d for d in days if d < reference.day)
    elif shift == "next" or reference.future:
        day = min(d for d in days if d >= reference.day)
    else:
        day = min(days, key=lambda d: abs((d - reference.day).days))
    return Time("DATE", day.isoformat(), day, day, leaned=not found.get("year"))


def _feast(name, year):
    if name in FIXED:
        return Date(year, *FIXED[name])
    if name in WEEKDAYS_OF:
        month, day = WEEKDAYS_OF[name]
        return Date(year, month, 1) + relativedelta(day=31 if day.n < 0 else 1, weekday=day)
    if name == "election day":  # the Tuesday after the first Monday in November
        return Date(year, 11, 1) + relativedelta(weekday=MO(1)) + timedelta(days=1)
    if name.startswith("easter"):
        return easter(year)
    return easter(year) - timedelta(days=2) if name == "good friday" else None


def decade(found, reference):
    first = int(found["year"])
    return Time("DATE", str(first)[:3], *part_of(Date(first, 1, 1), Date(first + 9, 12, 31), found.get("modifier")))


def century(found, reference):
    number = int(found["number"]) - 1
    if number < 0:
        return None
    first, last = Date(max(number * 100, 1), 1, 1), Date(number * 100 + 99, 12, 31)
    return Time("DATE", f"{number:02}", *part_of(first, last, found.get("modifier")))
