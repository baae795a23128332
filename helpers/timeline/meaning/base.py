"""What the meanings share: the reference, the result, numbers, units and calendar steps."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta

from dateutil.relativedelta import relativedelta

NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen twenty"
        ).split()
    )
} | {
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "couple": 2,
    "dozen": 12,
}
UNITS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q",
         "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE", "weekend": "WE"}  # fmt: skip
MODIFIERS = {"e": (0, 1 / 3), "m": (1 / 3, 2 / 3), "l": (2 / 3, 1)}
SHIFTS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}


@dataclass(frozen=True)
class Reference:
    """What relative times lean on.

    `day` is the day of publication (None: unknown), `future` whether the clause is about the
    future, `quarter` the value of the last quarter that the article named near by, `said` the
    first day of the last date that it named, `past` whether the clause is told in the past.
    """

    day: Date | None = None
    future: bool = False
    quarter: str | None = None
    said: Date | None = None
    past: bool = False


@dataclass(frozen=True)
class Time:
    """Type, TIMEX3 value, interval; `leaned` if the reference was needed."""

    type: str
    value: str | None
    earliest: Date | None = None
    latest: Date | None = None
    leaned: bool = False
    anchor: str | None = None


def number_of(word):
    word = word.lower().removesuffix(" fiscal").removesuffix(" of").replace(",", "")
    word = word if word == "a" else word.removeprefix("a ")
    for joint in (" to ", " or "):  # "two to three weeks": the number is open
        if joint in word:
            return number_of(word.split(joint)[0]) if joint == " to " else None
    if word in ("few", "several"):
        return None
    if word in NUMBERS:
        return NUMBERS[word]
    if word.replace("-", " ").split()[0] in NUMBERS:
        return sum(NUMBERS[part] for part in word.replace("-", " ").split())
    return float(word)


def spelled(words):
    """The year of "nineteen ninety-six".

    >>> spelled("nineteen ninety-six")
    1996
    """
    return 1900 + sum(NUMBERS[part] for part in words.lower().replace("-", " ").split()[1:])


def part_of(first, last, modifier):
    """The early, middle or late third of an interval."""
    if not modifier or first is None:
        return first, last
    low, high = MODIFIERS[modifier[0].lower()]
    days = (last - first).days + 1
    return first + timedelta(days=int(days * low)), first + timedelta(days=max(int(days * high) - 1, 0))


def month_of(year, month):
    return Date(year, month, 1), Date(year, month, monthrange(year, month)[1])


def spanning(unit, day):
    """The calendar unit in which a day lies: value, first and last day."""
    if unit in ("week", "weekend"):
        first = day - timedelta(days=day.weekday())
        number = f"{first.isocalendar()[0]}-W{first.isocalendar()[1]:02}"
        if unit == "weekend":
            return f"{number}-WE", first + timedelta(days=5), first + timedelta(days=6)
        return number, first, first + timedelta(days=6)
    if unit == "month":
        return day.isoformat()[:7], *month_of(day.year, day.month)
    if unit == "quarter":
        number = (day.month - 1) // 3 + 1
        first = Date(day.year, 3 * number - 2, 1)
        return f"{day.year}-Q{number}", first, first + relativedelta(months=3) - timedelta(days=1)
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    first = max(day.year // size * size, 1)
    value = f"{day.year:04}"[: {1: 4, 10: 3, 100: 2}[size]]
    return value, Date(first, 1, 1), Date(day.year // size * size + size - 1, 12, 31)


def moved(day, unit, count):
    unit = "century" if unit == "centurie" else unit
    names = {"week": ("weeks", 1), "weekend": ("weeks", 1), "month": ("months", 1), "quarter": ("months", 3),
             "year": ("years", 1), "decade": ("years", 10), "century": ("years", 100), "day": ("days", 1)}  # fmt: skip
    name, size = names[unit]
    try:
        return day + relativedelta(**{name: size * count})
    except (ValueError, OverflowError):
        return None
