"""What expressions of time mean: TIMEX3 values and the interval that each can mean.

Each function takes the match's named groups and a `Reference`, and returns a `Time`. Calendar
arithmetic is dateutil's.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta

from dateutil.relativedelta import relativedelta

UNITS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q",
         "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE", "weekend": "WE"}  # fmt: skip
SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}
MODIFIERS = {"e": (0, 1 / 3), "m": (1 / 3, 2 / 3), "l": (2 / 3, 1)}
SHIFTS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}


@dataclass(frozen=True)
class Reference:
    """The day that relative times lean on (None: unknown), and whether the clause is about the future."""

    day: Date | None = None
    future: bool = False


@dataclass(frozen=True)
class Time:
    """Type, TIMEX3 value, interval; `leaned` if the reference was needed."""

    type: str
    value: str | None
    earliest: Date | None = None
    latest: Date | None = None
    leaned: bool = False
    anchor: str | None = None


def month_number(name):
    return "jan feb mar apr may jun jul aug sep oct nov dec".split().index(name[:3].lower()) + 1


def _number(word):
    from .rules import NUMBERS

    word = word.lower().removesuffix(" of")
    word = word if word == "a" else word.removeprefix("a ")
    if word in ("few", "several"):
        return None
    return NUMBERS[word] if word in NUMBERS else float(word)


def _part(first, last, modifier):
    """The early, middle or late third of an interval."""
    if not modifier or first is None:
        return first, last
    low, high = MODIFIERS[modifier[0].lower()]
    days = (last - first).days + 1
    return first + timedelta(days=int(days * low)), first + timedelta(days=max(int(days * high) - 1, 0))


def _month(year, month):
    return Date(year, month, 1), Date(year, month, monthrange(year, month)[1])


def _near_month(reference, month, shift):
    """The year in which a bare month lies: the last one that has begun, or the next one."""
    day = reference.day
    if shift == "last":
        return day.year if month < day.month else day.year - 1
    if shift == "next" or (reference.future and shift is None):
        return day.year if (month >= day.month and shift is None) or month > day.month else day.year + 1
    return day.year if month <= day.month or shift == "this" else day.year - 1


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
        else:
            year = _near_month(reference, month, (found.get("shift") or "").lower() or None)
    value = f"{year or 'XXXX'}-{month:02}" + (f"-{day:02}" if day else "")
    if year is None:
        return Time("DATE", value, leaned=True)
    if day and day > monthrange(year, month)[1]:
        return Time("DATE", None, leaned=leaned)  # 31 February: found, but no day
    first, last = (Date(year, month, day),) * 2 if day else _part(*_month(year, month), found.get("modifier"))
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
    first, last = _part(Date(number, 1, 1), Date(number, 12, 31), found.get("modifier"))
    return Time("DATE", str(number), first, last)


def season(found, reference):
    code, month = SEASONS[found["season"].lower()]
    number = int(found["year"]) if found.get("year") else None
    if number is None and reference.day:
        begins = [Date(reference.day.year + shift, month, 1) for shift in (-2, -1, 0, 1)]
        begun = [day for day in begins if day + relativedelta(months=3) <= reference.day]
        ahead = [day for day in begins if day + relativedelta(months=3) > reference.day]
        shift = found["shift"].lower()
        number = (begun[-1] if shift == "last" else ahead[shift == "next" and ahead[0] <= reference.day]).year
    if number is None:
        return Time("DATE", f"XXXX-{code}", leaned=True)
    first = Date(number, month, 1)
    last = first + relativedelta(months=3) - timedelta(days=1)
    return Time("DATE", f"{number}-{code}", *_part(first, last, found.get("modifier")), leaned=not found.get("year"))


def quarter(found, reference):
    number = ("first", "second", "third", "fourth").index(found["quarter"].lower()) + 1
    first = Date(int(found["year"]), 3 * number - 2, 1)
    return Time("DATE", f"{found['year']}-Q{number}", first, first + relativedelta(months=3) - timedelta(days=1))


def decade(found, reference):
    first = int(found["year"])
    return Time("DATE", str(first)[:3], *_part(Date(first, 1, 1), Date(first + 9, 12, 31), found.get("modifier")))


def century(found, reference):
    number = int(found["number"]) - 1
    if number < 0:
        return None
    first, last = Date(max(number * 100, 1), 1, 1), Date(number * 100 + 99, 12, 31)
    return Time("DATE", f"{number:02}", *_part(first, last, found.get("modifier")))


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
    return Time("DATE", day.isoformat(), day, day, leaned=True)


def day_word(found, reference):
    word = found["word"].lower()
    if not reference.day:
        return Time("DATE", "XXXX-XX-XX", leaned=True)
    day = reference.day + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(word, 0))
    if word == "tonight":
        return Time("TIME", f"{day.isoformat()}TNI", day, day, leaned=True)
    return Time("DATE", day.isoformat(), day, day, leaned=True)


def _spanning(unit, day):
    """The calendar unit in which a day lies: value, first and last day."""
    if unit in ("week", "weekend"):
        first = day - timedelta(days=day.weekday())
        number = f"{first.isocalendar()[0]}-W{first.isocalendar()[1]:02}"
        if unit == "weekend":
            return f"{number}-WE", first + timedelta(days=5), first + timedelta(days=6)
        return number, first, first + timedelta(days=6)
    if unit == "month":
        return day.isoformat()[:7], *_month(day.year, day.month)
    if unit == "quarter":
        number = (day.month - 1) // 3 + 1
        first = Date(day.year, 3 * number - 2, 1)
        return f"{day.year}-Q{number}", first, first + relativedelta(months=3) - timedelta(days=1)
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    first = max(day.year // size * size, 1)
    value = f"{day.year:04}"[: {1: 4, 10: 3, 100: 2}[size]]
    return value, Date(first, 1, 1), Date(day.year // size * size + size - 1, 12, 31)


def _moved(day, unit, count):
    unit = "century" if unit == "centurie" else unit
    names = {"week": ("weeks", 1), "weekend": ("weeks", 1), "month": ("months", 1), "quarter": ("months", 3),
             "year": ("years", 1), "decade": ("years", 10), "century": ("years", 100), "day": ("days", 1)}  # fmt: skip
    name, size = names[unit]
    try:
        return day + relativedelta(**{name: size * count})
    except (ValueError, OverflowError):
        return None


def shifted(found, reference):
    unit = found["unit"].lower()
    if not reference.day:
        return Time("DATE", {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX"}.get(unit, "XXXX"), leaned=True)
    day = _moved(reference.day, unit, SHIFTS[found["shift"].lower()])
    return Time("DATE", *_spanning(unit, day), leaned=True) if day else Time("DATE", None, leaned=True)


def offset(found, reference):
    unit, number = found["unit"].lower(), _number(found["number"])
    past = found["way"].lower() in ("ago", "earlier", "before")
    if not reference.day or unit in ("second", "minute", "hour"):
        return Time("DATE", "PAST_REF" if past else "FUTURE_REF", leaned=True)
    if number is None or number != int(number):
        edge = (None, reference.day) if past else (reference.day, None)
        return Time("DATE", "PAST_REF" if past else "FUTURE_REF", *edge, leaned=True)
    day = _moved(reference.day, unit, int(-number if past else number))
    if day is None:
        return Time("DATE", "PAST_REF" if past else "FUTURE_REF", leaned=True)
    if unit == "day":
        return Time("DATE", day.isoformat(), day, day, leaned=True)
    return Time("DATE", *_spanning({"centurie": "century"}.get(unit, unit), day), leaned=True)


def vague(found, reference):
    word = found["word"].lower()
    if word in ("now", "currently", "at present"):
        return Time("DATE", "PRESENT_REF", reference.day, reference.day, leaned=True)
    if word in ("soon", "in the future") or "coming" in word:
        return Time("DATE", "FUTURE_REF", reference.day, None, leaned=True)
    return Time("DATE", "PAST_REF", None, reference.day, leaned=True)


def clock(found, reference):
    hour, minute = int(found["hour"]), found.get("minute")
    if found.get("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    day = reference.day.isoformat() if reference.day else "XXXX-XX-XX"
    return Time(
        "TIME", f"{day}T{hour:02}" + (f":{minute}" if minute else ""), reference.day, reference.day, leaned=True
    )


def duration(found, reference):
    unit = UNITS[found["unit"].lower()]
    one = 1 if found.get("one") is not None else None  # "a decade-long dispute"
    number = _number(found["number"]) if found.get("number") else one
    amount = "X" if number is None else f"{number:g}"
    return Time("DURATION", f"P{'T' if unit in 'HS' or found['unit'].lower() == 'minute' else ''}{amount}{unit}")


def every(found, reference):
    if found.get("weekday"):
        number = "mon tue wed thu fri sat sun".split().index(found["weekday"][:3].lower()) + 1
        return Time("SET", f"XXXX-WXX-{number}")
    adverbs = {"hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q",
               "annually": "P1Y", "yearly": "P1Y"}  # fmt: skip
    if found.get("adverb"):
        return Time("SET", adverbs[found["adverb"].lower()])
    unit = found["unit"].lower()
    return Time("SET", f"P{'T' if unit in ('second', 'minute', 'hour') else ''}1{UNITS[unit]}")
