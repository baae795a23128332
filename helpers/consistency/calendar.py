"""Dates against the calendar: the weekday, days that do not exist, tense against the day of publication."""

import re
from datetime import date

from ..tables import each
from ..timeline.dating import event_of
from ..timeline.status import status_of
from .grounds import Finding

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
PLANS = frozenset("forecast estimate target budget plan projection outlook schedule expect".split())
CLOSE = 8  # words between a verb and the time that is surely its own
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_WEEKDAY = "|".join(WEEKDAYS)
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d)(?!\d))?"
_AMERICAN = _MONTH + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:]|\.\d)" + _YEAR  # "on Tuesday, Nov. 9"
_BRITISH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? " + _MONTH + _YEAR  # "Friday 6 July"
_WITH = r"(?:(?P<before>" + _WEEKDAY + r"),? (?:the |\()?)?DATE"
_WITH += (
    r"(?:,? ?\(?(?:(?:which )?(?:was|is|fell on|falls on) )?(?:an? )?(?P<after>"
    + _WEEKDAY
    + r")\b(?! (?:and|to|or)\b))?"
)


class _Both:
    """Dates with a weekday, as either country writes them."""

    patterns = tuple(re.compile(r"(?<![\w–-])" + _WITH.replace("DATE", date)) for date in (_AMERICAN, _BRITISH))

    def finditer(self, text):
        found = [one for pattern in self.patterns for one in pattern.finditer(text) if one["before"] or one["after"]]
        return sorted(found, key=lambda one: one.start())


_TOLD = _Both()
_OTHER_YEAR = re.compile(
    r"\b(?:next|last|previous|following|that) year|\b(?:19|20)\d\d\b|years? (?:ago|earlier|later|before)", re.I
)

# kind -> (a text published on 2025-05-08 with the contradiction, one without)
EXAMPLES = {
    "weekday": ("It opened on Monday, May 5, 2024.", "It opened on Sunday, May 5, 2024."),
    "date": ("It opened on 31 February 2024.", "It opened on 29 February 2024."),
    "tense": ("It will open on May 5, 2025.", "It will open on May 12, 2025."),
}


def weekday(grounds):
    """A weekday that is not the date's: It opened on **Monday**, May 8, 2025."""
    for day, place, name, start in weekday_of(grounds):
        right = WEEKDAYS[day.weekday()]
        if name != right:
            words = f"{day.day} {day:%B} {day.year}"
            yield Finding("weekday", (start, start + len(name)), place, f"{words} is a {right}, not a {name}.")


def weekday_of(grounds):
    """Each date that is told with a weekday: (its day, place of the date, the weekday's name, where it starts)."""
    for found in _TOLD.finditer(grounds.text):
        day = _day_of(grounds, found)
        sentence = grounds.doc.char_span(*found.span(), alignment_mode="expand")
        if day is None or sentence is None or sentence.root.pos_ == "X":
            continue
        name = found["before"] or found["after"]
        start = found.start("before" if found["before"] else "after")
        yield day, found.span(), name, start


def _sentence(grounds, found):
    span = grounds.doc.char_span(*found.span(), alignment_mode="expand")
    return span.sent.text if span is not None else ""


def _day_of(grounds, found):
    """The day of a date: with its year, or of the year in which it is nearest to the day of publication."""
    month, day = MONTHS.index(found["month"][:3]) + 1, int(found["day"])
    told = _YEAR_AFTER.match(grounds.text, found.end())
    if found["year"]:
        years = [int(found["year"])]
    elif told and grounds.trusted:
        years = [grounds.day.year + {"last": -1, "this": 0, "next": 1}[told[1]]]
    elif grounds.trusted and not _OTHER_YEAR.search(_sentence(grounds, found)):
        years = [grounds.day.year + step for step in (-1, 0, 1)]
    else:
        return None
    days = []
    for year in years:
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    if not days:
        return None
    if len(days) == 1:
        return days[0]
    before = [one for one in days if one <= grounds.day][-1:]
    after = [one for one in days if one > grounds.day][:1]
    either = sorted(before + after, key=lambda one: abs((one - grounds.day).days))
    named = [one for one in either if WEEKDAYS[one.weekday()] == (found["before"] or found["after"])]
    # Half a year back or ahead: the text says which by its weekday alone.
    return named[0] if named and abs((either[0] - grounds.day).days) > HALF_YEAR else either[0]


HALF_YEAR = 100  # days from which a date without a year may be the last one or the next one
_YEAR_AFTER = re.compile(r",? (last|this|next) year\b")
_LAST = {"Feb": 29, "Apr": 30, "Jun": 30, "Sep": 30, "Nov": 30}
_PLAIN = tuple(re.compile(r"(?<![\w–-])" + shape) for shape in (_AMERICAN, _BRITISH))


def impossible(grounds):
    """A day that no calendar has: **31 February**, **29 February 2015**."""
    told = set()
    for found in (one for pattern in _PLAIN for one in pattern.finditer(grounds.text)):
        month, day, year = found["month"][:3], int(found["day"]), int(found["year"] or 2024)
        try:
            date(year, MONTHS.index(month) + 1, day)
        except ValueError:
            if 29 <= day <= 31 and (found["year"] or day > _LAST.get(month, 31)):
                told.add(found.start())
                yield Finding("date", found.span(), found.span(), f"No calendar has “{found.group()}”.")
    for row in each(grounds.times, "start end text anchor"):
        known = any(row.start <= start < row.end for start in told)
        if row.anchor and row.anchor.startswith("no calendar") and not known:
            place = int(row.start), int(row.end)
            yield Finding("date", place, place, f"No calendar has “{row.text}”.")


def _is_fiscal(time, day):
    """Whether a year may be the one that money is for: Congress raised the funds **in 2016**, told in autumn 2015."""
    return time.text.isdecimal() and time.first.year == day.year + 1 and day.month >= 9


def tense(grounds):
    """A future that is over, or a past that is to come, seen from the day of publication."""
    if not grounds.trusted:
        return
    for time in grounds.dated:
        if not re.search(r"\d{4}", time.text) or time.named or time.start in grounds.attributed:
            continue
        found = event_of(time.span)
        if found is None or found[0].pos_ != "VERB":
            continue
        verb = found[0]
        if verb.i not in (time.span.root.head.i, time.span.root.head.head.i):
            continue
        if PLANS & {word.lemma_.lower() for word in verb.sent}:
            continue  # "cut its forecast for growth in 2016"
        ahead = any(child.lower_ in ("will", "shall") for child in verb.children if child.dep_ == "aux")
        told = verb.tag_ == "VBD" and status_of(verb) == "happened"
        place = verb.idx, verb.idx + len(verb)
        if time.span.root.head.lower_ == "by" or abs(time.span.root.i - verb.i) > CLOSE:
            continue  # "found a loss of a tenth by 2050"; "will recall the speech to the party in 2004"
        if ahead and time.last < grounds.day:
            yield Finding(
                "tense",
                place,
                time.place,
                f"“{time.text}” lies before the day of publication, but the "
                f"sentence tells it as the future (“will {verb.text}”).",
            )
        elif told and time.first > grounds.day and not _is_fiscal(time, grounds.day):
            yield Finding(
                "tense",
                place,
                time.place,
                f"“{time.text}” lies after the day of publication, but the "
                f"sentence tells it as the past (“{verb.text}”).",
            )
