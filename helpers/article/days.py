"""The day that a line names, and none that it does not: nothing is filled in from the clock."""

import re
from datetime import date

_NAMES = {
    1: "january jan janvier januar enero gennaio",
    2: "february feb février fevrier februar febrero febbraio",
    3: "march mar mars märz marz marzo",
    4: "april apr avril abril aprile",
    5: "may mai mayo maggio",
    6: "june jun juin juni junio giugno",
    7: "july jul juillet juli julio luglio",
    8: "august aug août aout agosto",
    9: "september sep sept septembre septiembre settembre",
    10: "october oct octobre oktober okt octubre ottobre",
    11: "november nov novembre noviembre",
    12: "december dec décembre decembre dezember dez diciembre dicembre",
}
MONTHS = {name: number for number, names in _NAMES.items() for name in names.split()}
_MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:1[6-9]|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|\.)?"
_TO = r" {0,2}(?:-|–|—|/|to|and|&) {0,2}"
_SHAPES = (
    # "March 5, 2024", "March 4-10, 2024", "March 30 - April 5, 2024"
    rf"\b(?P<month>{_MONTH}) {{0,3}}(?P<day>{_DAY})\b(?:{_TO}(?:(?P<last>{_MONTH}) {{0,2}})?{_DAY})?,?"
    rf"[ ,]{{0,3}}(?P<year>{_YEAR})\b",
    # "5 March 2024", "4-10 March 2024", "30 March - 5 April 2024", "5 de marzo de 2024"
    rf"\b(?P<day>{_DAY})(?:{_TO}{_DAY}| {{0,2}}(?P<month1>{_MONTH}){_TO}{_DAY})?[ -]{{0,2}}(?:of |de )?"
    rf"(?P<month>{_MONTH})(?: de)?[ ,-]{{0,3}}(?P<year>{_YEAR})\b",
    rf"\b(?P<year>{_YEAR})(?P<sep>[-/._]?)(?P<number>0[1-9]|1[0-2])(?P=sep)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
    rf"\b(?P<year>{_YEAR}),? (?P<month>{_MONTH}) (?P<day>{_DAY})\b",
)
_PATTERNS = [re.compile(shape, re.IGNORECASE) for shape in _SHAPES]
_SLASHES = re.compile(rf"(?<!\d)(\d{{1,2}})([/.])(\d{{1,2}})\2({_YEAR})(?!\d)")
_ISSUE = re.compile(r"(?:\b(?:issue|no|nr|number|vol|volume|edition|pg|page)\b\.?|#) {0,2}$", re.IGNORECASE)
_PERIOD = re.compile(
    rf"(?:\W|^)(?:{_MONTH}|spring|summer|autumn|fall|winter|q[1-4])(?:\W{{1,3}}{_MONTH})?\W{{1,3}}{_YEAR}\b",
    re.IGNORECASE,
)
LONGEST = 200  # characters of a line that is looked at


def day_of(text):
    """The day that a line names with its year, ISO 8601; None if it names none.

    Of several days the first ("March 4-10" begins on the 4th). A month or a season is no day, and a
    day and month that may be either way round ("03/05/2024") are none.

    Parameters
    ----------
    text : str

    Returns
    -------
    str or None

    Examples
    --------
    >>> day_of("May 5, 2024 Sunday 10:15 PM GMT"), day_of("5 May 2024"), day_of("Wednesday, March 6, 2024 2nd Edition")
    ('2024-05-05', '2024-05-05', '2024-03-06')
    >>> day_of("March 5 2024"), day_of("20240305")
    ('2024-03-05', '2024-03-05')
    >>> day_of("March 4-10, 2024"), day_of("December 30 - January 5, 2024"), day_of("30 March-5 April 2024")
    ('2024-03-04', '2023-12-30', '2024-03-30')
    >>> day_of("March 2024"), day_of("Spring 2024"), day_of("2nd Edition, May 2024"), day_of("03/05/2024")
    (None, None, None, None)
    """
    text = text[:LONGEST]
    found = []
    for number, pattern in enumerate(_PATTERNS):
        for match in pattern.finditer(text):
            if number != 1 or not _ISSUE.search(text[: match.start()]):  # "Issue 3 March 2024"
                found.append((match.start(), -match.end(), _date(match.groupdict())))
                break
    for match in _SLASHES.finditer(text):
        first, second = int(match[1]), int(match[3])
        if first > 12 or second > 12 or first == second:
            day, month = (first, second) if first > 12 else (second, first)
            found.append((match.start(), -match.end(), _made(int(match[4]), month, day)))
    found = [(*place, day) for *place, day in sorted(found, key=lambda one: one[:2]) if day]
    return found[0][-1].isoformat() if found else None


def _date(parts):
    year = int(parts["year"])
    first = parts.get("month1") or parts.get("month")
    month = int(parts["number"]) if parts.get("number") else MONTHS[first.lower().strip(".")]
    last = parts.get("month") if parts.get("month1") else parts.get("last")
    if last and MONTHS[last.lower().strip(".")] < month:  # over the turn of the year
        year -= 1
    return _made(year, month, int(re.match(r"\d+", parts["day"])[0]))


def _made(year, month, day):
    try:
        return date(year, month, day)
    except ValueError:
        return None


def names_time(text):
    """Whether a short line names a day, or only a month or season with its year.

    >>> names_time("Spring 2024"), names_time("May 5, 2024 Sunday"), names_time("Copyright 2024 The Port Times")
    (True, True, False)
    """
    return len(text) <= 100 and (day_of(text) is not None or _PERIOD.search(text) is not None)
