"""Times of day against how long something lasted: from 6.30pm to 8.15pm are an hour and 45 minutes."""

import re

from .amounts import Relation

EXAMPLES = {
    "clock": (
        "The meeting began at 6.30pm and ended at 8.15pm. It lasted two hours and 45 minutes.",
        "The meeting began at 6.30pm and ended at 8.15pm. It lasted one hour and 45 minutes.",
    ),
}
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_LENGTH = re.compile(
    rf"\b(?:(?P<hours>{_NUMBER}) ?(?:hours?|hrs?)(?: and)?(?: (?P<also>half|a quarter|{_NUMBER} ?(?:minutes?|mins?)))?"
    rf"|(?P<minutes>{_NUMBER}) ?(?:minutes?|mins?))\b",
    re.I,
)
_WORDS = dict(zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True))
_CLOCK = re.compile(r"(?<![\d.:])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))? ?(?P<half>[ap]\.?m\b\.?)", re.I)
_LASTED = re.compile(r"\b(?:lasted|took|ran for|went on for|sat for|spoke for|stood for|for)(?: [a-z]+){0,2} ?$", re.I)
_BEGAN = re.compile(r"\b(?:began|begun|started|opened|left|set off|departed|took off|from|kicked off|rose)\b", re.I)
_ENDED = re.compile(
    r"\b(?:ended|finished|closed|landed|arrived|until|to|over by|broke up|reached|stopped|sat down)\b", re.I
)
_ZONES = re.compile(r"\b(?:local time|time zone|GMT|hours? (?:behind|ahead)|EST|EDT|UTC)\b")
NEAR = 2  # sentences


def clock(grounds):
    """A length of minutes or hours, and two times of day."""
    times = []
    for found in _CLOCK.finditer(grounds.text):
        hour, minute = int(found["hour"]) % 12, int(found["minute"] or 0)
        if int(found["hour"]) <= 12 and minute < 60:
            times.append((60 * (hour + 12 * (found["half"][0].lower() == "p")) + minute, found))
    if len(times) < 2 or _ZONES.search(grounds.text):
        return
    for found in _LENGTH.finditer(grounds.text):
        minutes = _minutes(found)
        here = grounds.sentence_at(found.start())
        if not minutes or minutes < 10:
            continue
        near = [(time, one) for time, one in times if abs(grounds.sentence_at(one.start()) - here) <= NEAR]
        pairs = [(a, b) for a in near for b in near if a[1].start() < b[1].start()]
        right = [pair for pair in pairs if (pair[1][0] - pair[0][0]) % 1440 == minutes]
        if right:
            a, b = right[0]
            spans = (found.span(), a[1].span(), b[1].span())
            yield Relation("clock", spans, f"{a[1].group()} to {b[1].group()}: {_told(minutes)}")
        elif len(near) == 2 and _LASTED.search(grounds.text[max(found.start() - 25, 0) : found.start()]):
            (one, a), (other, b) = near
            if grounds.sentence_at(a.start()) != grounds.sentence_at(b.start()):
                continue
            begins = _BEGAN.search(grounds.text[max(a.start() - 30, 0) : a.start()])
            ends = _ENDED.search(grounds.text[a.end() : b.start()])
            passed = (other - one) % 1440
            if begins and ends and passed < 720 and abs(passed - minutes) > max(5, 0.15 * minutes):
                yield Relation(
                    "clock",
                    (found.span(), a.span(), b.span()),
                    f"{a.group()} to {b.group()}: {_told(passed)}",
                    "disagrees",
                    f"the article tells {found.group()}",
                    f"From {a.group()} to {b.group()} it is {_told(passed)}, not {found.group()}.",
                )


def _minutes(found):
    """The minutes of a length.

    >>> _minutes(_LENGTH.search("an hour and a quarter")), _minutes(_LENGTH.search("two hours and 45 minutes"))
    (75, 165)
    """
    if found["minutes"]:
        return _number(found["minutes"])
    also = (found["also"] or "").lower()
    extra = 30 if also == "half" else 15 if also == "a quarter" else _number(also.split()[0]) if also else 0
    return 60 * _number(found["hours"]) + extra


def _number(word):
    return int(word) if word.isdecimal() else _WORDS.get(word.lower(), 1)


def _told(minutes):
    hours, rest = divmod(minutes, 60)
    words = [f"{hours} hour{'s' * (hours > 1)}"] if hours else []
    return " ".join(words + ([f"{rest} minutes"] if rest or not hours else []))
