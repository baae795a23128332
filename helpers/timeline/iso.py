"""Days as the tables have them, ISO 8601 strings of years of any size: in order, and in words."""

import re
from datetime import date


def day_key(day):
    """What days are sorted by: "-0043-03-15" lies before "0079-08-24".

    >>> sorted(["+99999-01-01", "2025-05-08", "-0043-03-15"], key=day_key)
    ['-0043-03-15', '2025-05-08', '+99999-01-01']
    """
    sign = -1 if day.startswith("-") else 1
    year, month, number = day.lstrip("+-").split("-")
    return sign * int(year), int(month), int(number[:2])


def moment_key(moment):
    """What days and times of day are sorted by; a day lies before its hours.

    >>> sorted(["2025-05-08T16:30", "2025-05-08", "2025-05-08T04:15"], key=moment_key)
    ['2025-05-08', '2025-05-08T04:15', '2025-05-08T16:30']
    """
    return *day_key(moment), moment.partition("T")[2]


def year_in_words(day):
    """The year of a day.

    >>> year_in_words("-0043-03-15"), year_in_words("0079-08-24"), year_in_words("2025-05-08")
    ('44 BC', 'AD 79', '2025')
    """
    year = day_key(day)[0]
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 1000 else str(year)


def day_in_words(day):
    """A day: 8 May 2025; its year alone where it is the first or the last day of one.

    >>> day_in_words("2025-05-08"), day_in_words("1945-01-01")
    ('8 May 2025', '1945')
    """
    _, month, number = day_key(day)
    if (month, number) in ((1, 1), (12, 31)):
        return year_in_words(day)
    return f"{number} {date(2000, month, 1):%B} {year_in_words(day)}"


def span_in_words(first, last):
    """An interval: a day, a month, a year, or both ends; open where an end is missing.

    >>> span_in_words("2025-05-01", "2025-05-31"), span_in_words("1990-01-01", "1999-12-31")
    ('May 2025', '1990–1999')
    >>> span_in_words("2022-01-01", "2022-04-30"), span_in_words("2022-01-01", "2022-05-09")
    ('January – April 2022', '1 January – 9 May 2022')
    >>> span_in_words("2025-05-08T04:15", "2025-05-08T04:15")
    '04:15, 8 May 2025'
    >>> span_in_words(None, "2025-05-08")
    'by 8 May 2025'
    """
    if not first or not last:
        return f"by {day_in_words(last)}" if last else f"from {day_in_words(first)}" if first else "at no known time"
    a, b = day_key(first), day_key(last)
    clock = first.partition("T")[2]
    if clock and first == last:
        return f"{clock}, {day_in_words(first)}"
    if a == b:
        return day_in_words(first) if a[1:] not in ((1, 1), (12, 31)) else f"{a[2]} {date(2000, a[1], 1):%B} {a[0]}"
    if (a[1:], b[1:]) == ((1, 1), (12, 31)):
        return year_in_words(first) if a[0] == b[0] else f"{year_in_words(first)}–{year_in_words(last)}"
    year = year_in_words(last)
    if a[2] == 1 and a[0] == b[0] and b[2] >= 28:  # whole months
        until = f"{date(2000, b[1], 1):%B} {year}"
        return until if a[1] == b[1] else f"{date(2000, a[1], 1):%B} – {until}"
    if a[0] == b[0]:
        return f"{a[2]} {date(2000, a[1], 1):%B} – {b[2]} {date(2000, b[1], 1):%B} {year}"
    return f"{day_in_words(first)} – {day_in_words(last)}"


UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "DE": "decade", "CE": "century"}
VAGUE = {
    "PRESENT_REF": "now",
    "PAST_REF": "some time past",
    "FUTURE_REF": "some time to come",
    "XXXX": "some year",
    "XXXX-XX": "some month",
    "XXXX-XX-XX": "some day",
}
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_LENGTH = re.compile(r"P(?:T(?=\d{1,9}[HM]))?(\d{1,9}(?:\.\d{1,3})?|X)(DE|CE|[YMWDH])")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_MONTH = re.compile(r"XXXX-(0[1-9]|1[0-2])")


def value_in_words(value, again=False):
    """A TIMEX3 value that is no place on a line, as a reader has it; others are given back. `again`: it is a SET's.

    >>> value_in_words("P25Y"), value_in_words("PXD"), value_in_words("FUTURE_REF"), value_in_words("XXXX-WXX-5")
    ('25 years long', 'some days long', 'some time to come', 'a Friday')
    >>> value_in_words("PT1H"), value_in_words("PT30M"), value_in_words(None), value_in_words("XXXX-10")
    ('1 hour long', '30 minutes long', 'no time known', 'an October')
    >>> value_in_words("P1W", again=True)  # each week, or three times a week
    'again and again'
    """
    if not value or again:
        return "again and again" if again else "no time known"
    weekday, length = _WEEKDAY.fullmatch(value), _LENGTH.fullmatch(value)
    if weekday:
        return f"a {WEEKDAYS[int(weekday[1]) - 1]}"
    if month := _MONTH.fullmatch(value):
        name = MONTHS[int(month[1]) - 1]
        return f"{'an' if name[0] in 'AO' else 'a'} {name}"
    if length:
        number, unit = length[1], "minute" if "T" in value and length[2] == "M" else UNITS[length[2]]
        many = "centuries" if unit == "century" else f"{unit}s"
        return f"{'some' if number == 'X' else number} {unit if number == '1' else many} long"
    return VAGUE.get(value, value)
