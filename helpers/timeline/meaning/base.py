"""What the meanings share: the reference, the result, numbers, units and calendar steps."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from ...language.grammar import NUMBER_WORDS, SCALES

NUMBERS = NUMBER_WORDS | {"a": 1, "an": 1, "couple": 2, "dozen": 12}
UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "centurie": "CE",
    "weekend": "WE",
    "night": "NI",
    "fortnight": "2W",
    "millennium": "ML",
    "millennia": "ML",
}
# A calendar unit in dateutil's words, and how many of them it is.
MOVABLE = {
    "week": ("weeks", 1),
    "fortnight": ("weeks", 2),
    "weekend": ("weeks", 1),
    "month": ("months", 1),
    "quarter": ("months", 3),
    "year": ("years", 1),
    "decade": ("years", 10),
    "century": ("years", 100),
    "centurie": ("years", 100),
    "day": ("days", 1),
}
DAY_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
MODIFIERS = {"e": (0, 1 / 3), "m": (1 / 3, 2 / 3), "l": (2 / 3, 1)}
SHIFTS = {
    "last": -1,
    "past": -1,
    "this past": -1,
    "this coming": 1,
    "the": 0,
    "previous": -1,
    "this": 0,
    "next": 1,
    "coming": 1,
}


@dataclass(frozen=True)
class Reference:
    """What relative times lean on.

    `day` is the day of publication (None: unknown), `future` whether the clause is about the
    future, `quarter` the value of the last quarter that the article named near by, `said` what
    the article told before: (size, first day, start, end), the last of each size, oldest first;
    `past` whether the clause is told in the past; `text` is the article's; `noun` is what the time stands before
    (the 8 November **election**; "" where it stands alone); `told` whether the article told the day itself.
    """

    day: Date | None = None
    future: bool = False
    quarter: str | None = None
    said: tuple = ()
    past: bool = False
    text: str = ""
    noun: str = ""
    told: bool = False


@dataclass(frozen=True)
class Time:
    """Type, TIMEX3 value, interval (days, or ISO text where no `date` can be so old); `leaned`: on the reference."""

    type: str
    value: str | None
    earliest: Date | str | None = None
    latest: Date | str | None = None
    leaned: bool = False
    anchor: str | None = None
    note: str | None = None  # what else was assumed
    said: tuple | None = None  # start and end of the time told before, if it leans on that and not on the reference


SIZES = ("day", "weekend", "week", "month", "quarter", "year", "decade", "century")


def size_of(value):
    """How long a unit a TIMEX3 value names: 0 a day, the last one a century.

    >>> size_of("2025-05-08"), size_of("2025-W18"), size_of("2025"), size_of("199")
    (0, 2, 5, 6)
    """
    if "W" in value:
        return SIZES.index("weekend" if value.endswith("WE") else "week")
    if "Q" in value or "-H" in value or value[5:7].isalpha():
        return SIZES.index("quarter")
    return {10: 0, 7: 3, 4: 5, 3: 6, 2: 7}.get(len(value.partition("T")[0].partition("/")[0]), 5)


def told(said, unit):
    """The last time told before that is no longer than a unit: "that day" is not in "1987"."""
    size = SIZES.index({"centurie": "century", "fortnight": "week"}.get(unit, unit))
    return next((row for row in reversed(said) if row[0] <= size), None)


def weekday_number(name):
    """Of Monday 0.

    >>> weekday_number("Sunday")
    6
    """
    return "mon tue wed thu fri sat sun".split().index(name[:3].lower())


FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}


def number_of(word):
    """A number in words or digits; None where it is open.

    >>> number_of("two and a half"), number_of("five-and-a-half"), number_of("1-1/2"), number_of("a few")
    (2.5, 5.5, 1.5, None)
    """
    if not word:  # "years ago"
        return None
    word = word.lower().removesuffix(" fiscal").removesuffix(" of").removesuffix(" single").replace(",", "")
    word = word if word in ("a", "an") else word.removeprefix("a ").removeprefix("the ")
    if " to " in word or " or " in word:  # "two to three weeks": the number is open
        return None
    if word in ("few", "several", "hundreds", "thousands", "dozens", "other"):
        return None
    word = word.replace("-and-a-half", " and a half")
    if word.endswith(" and a half"):
        return number_of(word.removesuffix(" and a half")) + 0.5
    if fraction := next((part for part in FRACTIONS if word.endswith(part)), None):
        return number_of(word.removesuffix(fraction).strip(" -") or "0") + FRACTIONS[fraction]
    if word in ("half a", "half an"):
        return 0.5
    number = 0
    for part in word.replace("-", " ").split():
        if part in SCALES:
            number = max(number, 1) * SCALES[part]
        else:
            number += NUMBERS[part] if part in NUMBERS else float(part)
    return number


def spelled(words):
    """The year of "nineteen ninety-six".

    >>> spelled("nineteen ninety-six")
    1996
    """
    parts = words.lower().replace("-", " ").replace(" and ", " ").split()
    head, rest = (2000, parts[2:]) if parts[1] == "thousand" else (NUMBERS[parts[0]] * 100, parts[1:])
    return head + sum(NUMBERS[part] for part in rest)


def part_of(first, last, modifier):
    """The early, middle or late third of an interval; of a year, four months."""
    if not modifier or first is None:
        return first, last
    low, high = MODIFIERS[modifier[0].lower()]
    if (first.month, first.day, last.month, last.day, last.year) == (1, 1, 12, 31, first.year):
        return Date(first.year, round(12 * low) + 1, 1), month_of(first.year, round(12 * high))[1]
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):  # years, a decade, a century
        years = last.year - first.year + 1
        return Date(first.year + round(years * low), 1, 1), Date(first.year + round(years * high) - 1, 12, 31)
    days = (last - first).days + 1
    return first + timedelta(days=int(days * low)), first + timedelta(days=max(int(days * high) - 1, 0))


def month_of(year, month):
    return Date(year, month, 1), Date(year, month, monthrange(year, month)[1])


def spanning(unit, day):
    """The calendar unit in which a day lies: value, first and last day."""
    if unit in ("week", "weekend", "fortnight"):
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
    name, size = MOVABLE[unit]
    try:
        return day + relativedelta(**{name: size * count})
    except (ValueError, OverflowError):
        return None
