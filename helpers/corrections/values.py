"""What a line of corrections may say: each value is checked when it is read, not where it is used."""

import re
from calendar import monthrange
from math import isfinite

from .. import tables
from ..article import ArticleError
from ..files import holdable

# (table, column) -> the values that it can have
CLASSES = {
    ("quotes", "kind"): ("direct", "mixed", "indirect", "scare"),
    ("quotes", "source_type"): ("named person", "institution", "media", "anonymous", "collective"),
    ("quotes", "cue_class"): tables.CUE_CLASSES,
    ("quotes", "source_role"): tables.SOURCE_ROLES,
    ("quotes", "channel"): tables.CHANNELS,
    ("times", "type"): ("DATE", "TIME", "DURATION", "SET"),
    ("events", "status"): ("happened", "planned", "possible", "denied", "reported"),
    ("quantities", "kind"): ("count", "money", "share", "rate", "age", "score", "measure", "ordinal", "multiple"),
    ("actors", "kind"): ("person", "government", "place", "organisation", "group"),
    ("actors", "how"): ("name", "title", "demonym", "metonym", "pronoun", "description", "joint"),
}
TONES = ("polarity", "subjectivity", "vader", "tone", "low", "high")
# (table, column) without which a row says nothing
NEVER_EMPTY = {
    *(key for key in CLASSES if key[1] in ("kind", "type", "status", "how")),
    *((table, column) for table in ("tones", "voices") for column in TONES),
    ("actors", "actor"),
    ("voices", "voice"),
    ("events", "inferred"),
    ("quantities", "value"),
    ("consistency", "evidence_start"),
    ("consistency", "evidence_end"),
    ("consistency", "problem"),
    ("consistency", "kind"),
    ("themes", "theme"),
    ("themes", "weight"),
    ("themes", "block"),
}
LEAST = {"polarity": -1, "vader": -1, "tone": -1, "low": -1, "high": -1}  # of the others 0; the most is always 1
DAYS = ("earliest", "latest")
FLAGS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_WHOLE = re.compile(r"[0-9]{1,9}")
_NUMBER = re.compile(r"[-+]?(?:[0-9]{1,15}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})(?:[eE][-+]?[0-9]{1,3})?")
_DAY = re.compile(r"(?P<year>[-+]?[0-9]{4,9})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?P<time>T.*)?", re.S)
_CLOCK = r"T(?:[01][0-9]|2[0-4])(?::[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?)?(?:Z|[-+][0-9]{2}(?::?[0-9]{2})?)?"
_TIME = re.compile(_CLOCK)
# A spreadsheet that saved the file may have written the day as its country does.
_COUNTRY = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{2}|[0-9]{4})")
# TIMEX3: a date or time of any grain, unknown figures as X; a duration; a reference
_TIMEX = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF|P(?=.)[0-9XYMWDHSTCEN./AL]{1,30}|T(?:MO|MI|AF|EV|NI|DT)|"
    r"[-+]?(?:BC)?[0-9X]{2,9}(?:-(?:[0-9X]{1,2}|W[0-9X]{2}|Q[1-4X]|H[12X]|SP|SU|FA|AU|WI|WE)){0,3}"
    rf"(?:T(?:MO|MI|AF|EV|NI|DT)|T[0-9X]{{2}}(?::[0-9X]{{2}}){{0,2}}|{_CLOCK})?"
)


def whole(value):
    """Whether a value is a whole number in the figures 0 to 9.

    >>> whole("12"), whole("²"), whole("-1"), whole("1e3")
    (True, False, False, False)
    """
    return bool(_WHOLE.fullmatch(value))


def number(value):
    """A number, or None where a value is none.

    >>> number("-0.5"), number("²"), number("nan"), number("1_0"), number("1e999")
    (-0.5, None, None, None, None)
    """
    found = float(value) if _NUMBER.fullmatch(value) else None
    return found if found is not None and isfinite(found) else None


def moment(value):
    """Whether a value is a day or a moment in ISO 8601, with a year of any size.

    >>> moment("2025-05-09"), moment("-0043-03-15"), moment("2025-05-09T16:30")
    (True, True, True)
    >>> moment("2025-02-30"), moment("May 2025"), moment("2025-05-09T25:00")
    (False, False, False)
    """
    found = _DAY.fullmatch(value)
    if not found or not 1 <= int(found["month"]) <= 12:
        return False
    year = 2000 + int(found["year"]) % 400  # the calendar repeats itself
    last = monthrange(year, int(found["month"]))[1]
    return 1 <= int(found["day"]) <= last and (found["time"] is None or bool(_TIME.fullmatch(found["time"])))


def timex(value):
    """Whether a value is one of TIMEX3: a day that is named must be in the calendar.

    >>> timex("2025-05"), timex("P3D"), timex("XXXX-WXX-1"), timex("2025-05-09TNI")
    (True, True, True, True)
    >>> timex("2025-02-30"), timex("next week"), timex("2025-13")
    (False, False, False)
    """
    if not _TIMEX.fullmatch(value):
        return False
    found = re.match(r"([-+]?[0-9]{4,9})-([0-9]{2})(?:-([0-9]{2}))?(?:T|$)", value)
    return not found or moment(f"{found[1]}-{found[2]}-{found[3] or '01'}")


def day_told(value):
    """Whether a value says a day: as ISO 8601 has it, or in figures as spreadsheets write it.

    >>> day_told("2025-05-09"), day_told("9.5.2025"), day_told("yesterday")
    (True, True, False)
    """
    return moment(value.replace(" ", "T", 1)) or bool(_COUNTRY.fullmatch(value))


def cell(path, place, line, *, longest=None):
    """A line's value, as its column holds it; empty is missing. No place lies beyond the `longest` text.

    Raises
    ------
    ArticleError
        One sentence with the file, the line and the column.
    """
    kind, _ = tables.columns(line.table)[line.column]
    known = CLASSES.get((line.table, line.column))

    def refused(problem):
        return ArticleError(f"{path}: line {place}, column value: {problem}.")

    if not line.value.strip(" ;") and (line.table, line.column) in NEVER_EMPTY:
        raise refused(f"{line.column} is empty, and a row of {line.table} cannot be without it; fill it in")
    if kind == "several":
        return tuple(part.strip() for part in line.value.split(";") if part.strip())
    if not line.value:
        return None
    if known and line.value not in known:
        raise refused(f"{line.column} is “{line.value}”; it can be {', '.join(known)}")
    if line.column in DAYS and not moment(line.value):
        raise refused(f"{line.column} is “{line.value}”, which is no day; write it as 2025-05-09")
    if (line.table, line.column) == ("times", "value") and not timex(line.value):
        raise refused(f"value is “{line.value}”, which TIMEX3 has not; write it as 2025-05-09, 2025-05 or P3D")
    found = line.value
    if kind == "number":
        found = number(line.value)
        of_any_size = line.table == "quantities" and line.column in ("value", "high")
        if found is not None and not of_any_size and not LEAST.get(line.column, 0) <= found <= 1:
            raise refused(f"{line.column} is {line.value}; it must be from {LEAST.get(line.column, 0)} to 1")
    elif kind == "offset":
        found = int(line.value) if whole(line.value) else None
        if longest is not None and found is not None and found > longest:
            raise refused(f"{line.column} is {line.value}, and the text ends at {longest}")
    elif kind == "flag":
        found = FLAGS.get(line.value.lower())
    if found is None:
        raise refused(f"“{line.value}” is no {kind}, as {line.column} needs")
    return found


def unwritten(line):
    """The first column of a line whose value holds what no file can, and the sign; None if there is none."""
    for column in ("kind", "name", "table", "start", "end", "column", "value", "who", "when", "why"):
        value = getattr(line, column)
        sign = next((a for a, b in zip(value, holdable(value), strict=True) if a != b), None)
        if sign:
            return column, f"U+{ord(sign):04X}"
    return None
