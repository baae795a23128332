"""Dates against the calendar: the weekday, days that do not exist, tense against the day of publication."""

import re

from ..tables import each
from ..timeline.dating import event_of
from ..timeline.status import status_of
from .grounds import Finding

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_NAME = re.compile("|".join(WEEKDAYS))
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_AFTER = re.compile(
    r",? ?(?:\(|(?:which (?:was|is)|is|was|(?:which )?(?:fell|falls) on) )?(?:an? )?("
    + "|".join(WEEKDAYS)
    + r")\b(?! (?:and|to|or))"
)
_BEFORE = re.compile("(" + "|".join(WEEKDAYS) + r"),? ?(?:\(|the |on |on the )?$")

# kind -> (a text published on 2025-05-08 with the contradiction, one without)
EXAMPLES = {
    "weekday": ("It opened on Monday, May 5, 2024.", "It opened on Sunday, May 5, 2024."),
    "date": ("It opened on 31 February 2024.", "It opened on 29 February 2024."),
    "tense": ("It will open on May 5, 2025.", "It will open on May 12, 2025."),
}


def weekday(grounds):
    """A weekday that is not the date's: It opened on **Monday**, May 8, 2025."""
    for time in grounds.dated:
        if not _DAY.match(time.value) or not (re.search(r"\d{4}", time.text) or grounds.trusted):
            continue
        found = _NAME.match(time.text)
        start = time.start
        if not found and (found := _AFTER.match(grounds.text, time.end, time.end + 40)):
            start = found.start(1)
        elif not found and (found := _BEFORE.search(grounds.text[max(time.start - 20, 0) : time.start])):
            start = max(time.start - 20, 0) + found.start(1)
        if not found:
            continue
        name, right = found.group(found.lastindex or 0), WEEKDAYS[time.first.weekday()]
        if name != right:
            words = f"{time.first.day} {time.first:%B} {time.first.year}"
            yield Finding("weekday", (start, start + len(name)), time.place, f"{words} is a {right}, not a {name}.")


def impossible(grounds):
    """A day that no calendar has: **31 February**."""
    for row in each(grounds.times, "start end text anchor"):
        if row.anchor and row.anchor.startswith("no calendar"):
            place = int(row.start), int(row.end)
            yield Finding("date", place, place, f"No calendar has “{row.text}”.")


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
        ahead = any(child.lower_ in ("will", "shall") for child in verb.children if child.dep_ == "aux")
        told = verb.tag_ == "VBD" and status_of(verb) == "happened"
        place = verb.idx, verb.idx + len(verb)
        if ahead and time.last < grounds.day:
            yield Finding(
                "tense",
                place,
                time.place,
                f"“{time.text}” lies before the day of publication, but the "
                f"sentence tells it as the future (“will {verb.text}”).",
            )
        elif told and time.first > grounds.day:
            yield Finding(
                "tense",
                place,
                time.place,
                f"“{time.text}” lies after the day of publication, but the "
                f"sentence tells it as the past (“{verb.text}”).",
            )
