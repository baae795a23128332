"""Times of day against how long something lasted: from 6.30pm to 8.15pm are an hour and 45 minutes."""

import re
from itertools import pairwise

from .amounts import Relation

EXAMPLES = {
    "clock": (
        "The meeting began at 6.30pm and ended at 8.15pm. It lasted two hours and 45 minutes.",
        "The meeting began at 6.30pm and ended at 8.15pm. It lasted one hour and 45 minutes.",
    ),
    "talk": (
        "Tom Roe got to his feet at ten minutes past nine. When he sat down it was 10.05pm. Nobody had heard the "
        "like of his 95 minutes.",
        "Tom Roe got to his feet at ten minutes past nine. When he sat down it was 10.05pm. Nobody had heard the "
        "like of his 55 minutes.",
    ),
    "before it began": (
        "The boat put out at five o’clock yesterday morning. A message from it was heard at 3.40am the same day.",
        "The boat put out at five o’clock yesterday morning. A message from it was heard at 7.40am the same day.",
    ),
}
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_LENGTH = re.compile(
    rf"\b(?:(?P<hours>{_NUMBER})[ -]?(?:hours?|hrs?)(?: and)?"
    rf"(?: (?P<also>half|a quarter|{_NUMBER} ?(?:minutes?|mins?)))?"
    rf"|(?P<minutes>{_NUMBER})[ -]?(?:minutes?|mins?))\b",
    re.I,
)
_WORDS = dict(zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True))
_CLOCK = re.compile(r"(?<![\d.:])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))? ?(?P<half>[ap]\.?m\b\.?)", re.I)
_LASTED = re.compile(
    r"\b(?:lasted|lasts|took|takes|runs for|ran for|went on for|sat for|spoke for|stood for|for)(?: [a-z]+){0,2} ?$",
    re.I,
)
_BEGAN = re.compile(r"\b(?:began|begun|started|opened|left|set off|departed|took off|from|kicked off|rose)\b", re.I)
_ENDED = re.compile(
    r"\b(?:ended|finished|closed|landed|arrived|until|to|over by|broke up|reached|stopped|sat down)\b", re.I
)
_ZONES = re.compile(r"\b(?:local time|time zone|GMT|hours? (?:behind|ahead)|EST|EDT|UTC)\b")
NEAR = 2  # sentences


_SIGN = re.compile(r"o[’']clock|[0-9] ?[ap]\.?m\b|\b(?:noon|midday|midnight)\b| past (?:[a-z]+|\d\d?)[ ,.]")
_HOUR = "|".join("one two three four five six seven eight nine ten eleven twelve".split())
# "ten **minutes past** nine", "half past six", "five o'clock yesterday **morning**", "3.40am"
_SPOKEN = re.compile(
    rf"\b(?:(?P<part>half|(?:a )?quarter|five|ten|twenty|twenty-five|\d{{1,2}})(?: minutes?)? (?P<way>past|to) "
    rf"(?P<hour>{_HOUR}|1[0-2]|[1-9])|(?P<full>{_HOUR}|1[0-2]|[1-9]) o[’']clock|(?P<noon>noon|midday|midnight))\b"
    r"(?P<when>(?: (?:in the|yesterday|this|that|on \w+day|[A-Z][a-z]+day))? (?:morning|afternoon|evening|night))?",
    re.I,
)
_PARTS = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_STARTS = re.compile(
    r"\b(?:began|begun|start(?:ed|s)|opened|got to (?:his|her) feet|rose|stood up|set (?:off|out)|left|departed|"
    r"took off|kicked off|put out|sailed|went in|boarded)\b[^.;]{0,40}$"
)
_STOPS = re.compile(
    r"\b(?:sat down|end(?:ed|s)|finish(?:ed|es)|stopped|closed|broke up|came out|landed|arrived|docked|returned|"
    r"reached)\b[^.;]{0,40}$"
)
_ITS = re.compile(r"(?:\w[’']s?|\b(?:his|her|its|their|that|those|the)) $", re.I)


def _spoken(found):
    """The minutes of the day that words tell, in either half of it where they leave that open.

    >>> _spoken(_SPOKEN.search("at ten minutes past nine")), _spoken(_SPOKEN.search("five o'clock yesterday morning"))
    ((550, 1270), (300,))
    """
    if found["noon"]:
        return (0,) if found["noon"].lower() == "midnight" else (720,)
    word = (found["hour"] or found["full"]).lower()
    minutes = 60 * (_number(word) % 12)
    if found["way"]:
        part = found["part"].lower()
        size = _PARTS[part] if part in _PARTS else int(part)
        minutes += size if found["way"].lower() == "past" else -size
    both = minutes % 720, minutes % 720 + 720
    when = (found["when"] or "").lower()
    return both[:1] if when.endswith("morning") else both[1:] if when else both


def _all_times(text):
    """(possible minutes of the day, start, end) of every time of day, in order."""
    found = [(_spoken(one), *one.span()) for one in _SPOKEN.finditer(text)]
    for one in _CLOCK.finditer(text):
        hour, minute = int(one["hour"]) % 12, int(one["minute"] or 0)
        if int(one["hour"]) <= 12 and minute < 60:
            found.append(((60 * (hour + 12 * (one["half"][0].lower() == "p")) + minute,), *one.span()))
    return sorted(found, key=lambda one: one[1])


def _talks(grounds, times):
    """Somebody **got to his feet** at one time and **sat down** at another, and how long that was."""
    text = grounds.text

    leads = [(one, text[max(one[1] - 60, 0) : one[1]].rpartition(". ")[2]) for one in times]
    ends = [one for one, lead in leads if _STOPS.search(lead)]
    begins = [one for one, lead in leads if _STARTS.search(lead) and one not in ends]
    if len(begins) != 1 or len(ends) != 1 or begins[0] is ends[0] or ends[0][1] < begins[0][1]:
        return
    (first, *a), (last, *b) = begins[0], ends[0]
    passed = {(end - begin) % 1440 for begin in first for end in last}
    passed = {one for one in passed if one < 720}
    for found in _LENGTH.finditer(text):
        minutes, lead = _minutes(found), text[max(found.start() - 25, 0) : found.start()]
        here = grounds.sentence_at(found.start())
        if not minutes or minutes < 10 or abs(here - grounds.sentence_at(b[0])) > 4:
            continue
        spans, words = (found.span(), tuple(a), tuple(b)), f"{text[slice(*a)]} to {text[slice(*b)]}"
        if minutes in passed:
            yield Relation("clock", spans, f"{words}: {_told(minutes)}")
        elif passed and (_LASTED.search(lead) or _ITS.search(lead)):
            right = min(passed, key=lambda one: abs(one - minutes))
            if abs(right - minutes) > max(5, 0.15 * minutes) and 0.4 < right / minutes < 2.5:
                problem = f"From {text[slice(*a)]} to {text[slice(*b)]} it is {_told(right)}, not {found.group()}."
                reason = f"the article tells {found.group()}"
                yield Relation("talk", spans, f"{words}: {_told(right)}", "disagrees", reason, problem)


_SAME_DAY = re.compile(r",?(?: on)? (?:the same|that same) (?:day|morning|night|afternoon|evening)\b")


def _before_it(grounds, times):
    """What comes from a thing on **the same day** before it **put out**."""
    text = grounds.text
    for first, later in pairwise(times):
        began = _STARTS.search(text[max(first[1] - 60, 0) : first[1]].rpartition(". ")[2])
        if not began or not _SAME_DAY.match(text, later[2]) or len(first[0]) + len(later[0]) > 2:
            continue
        if later[0][0] < first[0][0] and not _ENDED.search(text[later[1] - 40 : later[1]]):
            told = text[slice(*first[1:])], text[slice(*later[1:])]
            problem = f"{told[1]} the same day is before {told[0]}, when it began (“{began.group().strip()}”)."
            spans = (later[1:], first[1:])
            words = f"{told[1]} is before {told[0]}"
            yield Relation("before it began", spans, words, "disagrees", "too early", problem)


def clock(grounds):
    """How long something lasted, and two times of day."""
    yield from _lasted(grounds)
    told = _all_times(grounds.text) if _SIGN.search(grounds.text) else ()
    if len(told) >= 2 and not _ZONES.search(grounds.text):
        yield from _talks(grounds, told)
        yield from _before_it(grounds, told)


def _lasted(grounds):
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
