"""Lengths of time against the days and years between which they lie, as far as that they meet is no chance.

Every length (43 years, nine weeks), age and ordinal of years (the 50th anniversary, its 31st season) is set against
every two times that the article tells, and against its day of publication. How much the words beside them speak for
one that fits is learned, as in `relations.arithmetic`.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from math import log1p, log10

from .amounts import Relation
from .weigh import weigher

REACH = 12  # sentences between a length and the times between which it lies
CROWD = 30  # times before a length, and behind it, that are tried
YEARS = frozenset("year season winter summer decade edition anniversary birthday jubilee festival".split())
COUNTED = frozenset("season winter summer edition festival".split())  # the first one counts
DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True)
class Point:
    """A time that a length may begin or end with; the day of publication has no place."""

    first: object
    last: object
    sentence: int
    place: tuple | None = None
    text: str = ""
    lemma: str = ""

    @property
    def exact(self):
        return self.first == self.last

    @property
    def year(self):
        return self.first.year if self.first.year == self.last.year else None

    @property
    def monthly(self):
        return (self.last - self.first).days < 32


@dataclass(frozen=True)
class Stretch:
    """A length with the two times that it lies between."""

    row: object
    begin: Point
    end: Point
    sentence: int
    tried: int


def points_of(grounds):
    """The times of an article, and the day on which it came out."""
    events = {one.time.start: one for one in grounds.happenings}
    found = []
    for time in grounds.dated:
        if time.named:
            continue
        event = events.get(time.start)
        lemma = event.lemma if event else ""
        found.append(Point(time.first, time.last, grounds.sentence_at(time.start), time.place, time.text, lemma))
    return found


def lengths_of(grounds):
    """The rows of quantities that tell a length, an age or an ordinal of years."""
    for row in grounds.amounts:
        if row.high == row.high or row.value < 2 or row.value > 3000:
            continue
        if row.unit in DAYS or row.unit in ("month", "year of age") or row.unit in YEARS:
            yield row


def fits(row, begin, end):
    """Whether so much time lies between two times, as exactly as they are told."""
    if row.unit in DAYS:
        days = (end.first - begin.first).days
        length = row.value * DAYS[row.unit]
        return begin.exact and end.exact and abs(days - length) <= (0 if row.unit in ("day", "night") else 1)
    if row.unit == "month":
        months = 12 * (end.first.year - begin.first.year) + end.first.month - begin.first.month
        return begin.monthly and end.monthly and months == row.value
    if begin.year is None or end.year is None:
        return False
    years = end.year - begin.year
    number = row.value * (10 if row.unit == "decade" else 1)
    if row.unit == "year of age" or row.unit in ("birthday", "anniversary"):
        if begin.exact and end.exact:
            years -= (end.first.month, end.first.day) < (begin.first.month, begin.first.day)
            return years == number or (row.unit != "year of age" and abs(years - number) <= 1 == years - number + 2)
        return years == number or (row.unit == "year of age" and years - 1 == number)
    if row.kind == "ordinal" or row.unit in COUNTED:
        return years + 1 == number or (row.unit not in COUNTED and years == number)
    return years == number


def within(times, place):
    """Of times in order, given by their starts, which are tried with a length at a place: a slice.

    >>> within([3, 5, 9], 6)
    slice(0, 32, None)
    """
    number = bisect_left(times, place)
    return slice(max(number - CROWD, 0), number + CROWD)


def stretches(grounds, rows):
    """Every length that fits between two times."""
    points = points_of(grounds)
    starts = [one.place[0] for one in points]
    for row in rows:
        here = grounds.sentence_at(row.start)
        near = [
            one
            for one in points[within(starts, row.start)]
            if abs(one.sentence - here) <= REACH and not (one.place[0] < row.end and row.start < one.place[1])
        ]
        now = [Point(grounds.day, grounds.day, here)] if grounds.trusted else []
        tried = 0
        hits = []
        seen = set()
        for begin in near:
            for end in (*near, *now):
                if end.first <= begin.first or (begin.place == end.place):
                    continue
                key = (begin.first, begin.last, end.first, end.last)
                tried += key not in seen
                seen.add(key)
                if fits(row, begin, end):
                    hits.append((begin, end))
        for begin, end in hits:
            yield Stretch(row, begin, end, here, tried)


FEATURES = (
    "size tried apart_begin apart_end begin_here end_here now age ordinal short cue since linked begins rough exact "
    "year_digits ago block"
)
FEATURES = tuple(FEATURES.split())
ENOUGH = -0.4  # of evidence, in natural logarithms of the odds among stories
_CUE = re.compile(
    r"\b(?:for|after|of|his|her|its|their|in|over|the|than|last|past|nearly|stayed|later|within|by)(?: [a-z]+)? ?$",
    re.I,
)
_SINCE = re.compile(r"\b(?:since|from|until|to|between|after|born|opened|founded|began)\b[^.;]{0,24}$", re.I)
_AGO = re.compile(r"[ -](?:ago|later|earlier|after|before|since|old|on)\b")
STARTS = frozenset(
    (
        "join start begin become appoint take move arrive open found run elect sign settle leave sail set depart "
        "seize arrest jail marry bear die launch establish create build close shut publish find write buy retire "
        "lose win send sell refuse convict sentence"
    ).split()
)


def features(grounds, one):
    """What speaks for a stretch and against chance, in the order of `FEATURES`."""
    row, begin, end, here = one.row, one.begin, one.end, one.sentence
    before = grounds.text[max(row.start - 24, 0) : row.start]
    now = end.place is None
    return [
        log10(max(row.value, 1)),
        log10(max(one.tried, 1)),
        log1p(abs(begin.sentence - here)),
        0.0 if now else log1p(abs(end.sentence - here)),
        float(begin.sentence == here),
        float(not now and end.sentence == here),
        float(now),
        float(row.unit == "year of age"),
        float(row.kind == "ordinal"),
        float(row.unit in DAYS or row.unit == "month"),
        float(bool(_CUE.search(before))),
        float(bool(_SINCE.search(grounds.text[max(begin.place[0] - 30, 0) : begin.place[0]]))),
        float(not now and 0 <= end.place[0] - begin.place[1] < 12),
        float(begin.lemma in STARTS),
        float(row.approximate is not None),
        float(begin.exact),
        float(bool(re.search(r"\d{4}", begin.text)) and (now or bool(re.search(r"\d{4}", end.text)))),
        float(bool(_AGO.match(grounds.text, row.end))),
        float(abs(begin.sentence - here) <= 2 and (now or abs(end.sentence - here) <= 2)),
    ]


_EARLIER = re.compile(r"[ -](?:ago|earlier|before|old)\b")
LONG = 15  # years
_LATER = re.compile(r" (?:later|after)\b")
_LATELY = re.compile(r"\b(?:last|past|recent|these)(?: [a-z]+)? ?$", re.I)
_DAY_OR_MONTH = re.compile(r"\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def told_so(grounds, row, begin, end):
    """Whether a length and the times that it fits between are told of each other; `end` is None for today.

    "Eight years ago" fits 2008 wherever it stands; "for eight years" has to stand with its years.
    """
    after, here = grounds.text[row.end : row.end + 12], grounds.sentence_at(row.start)
    dated = [one for one in (begin, end) if one is not None]
    if row.approximate in ("more than", "less than"):
        return False  # "over 10 years" is no ten
    if row.unit == "year of age" and getattr(begin, "lemma", "") != "bear":
        return False  # "You were 14" is not of today
    yearly = row.unit in YEARS or row.unit == "year of age"
    if any(" ago" in one.text or "P" in one.text[:1] for one in dated):
        return False
    long = yearly and row.value >= LONG  # no two times lie so far apart by chance
    near = [abs(grounds.sentence_at(one.place[0]) - here) for one in dated]
    if not re.search(r"\d{4}|9/11", begin.text) if yearly else not _DAY_OR_MONTH.search(begin.text) and max(near) > 0:
        return False
    if any(re.search(r"\d (?:[ap]\.?m\b|o.clock)|\d[:.]\d\d", one.text) for one in dated):
        return False
    since = bool(_SINCE.search(grounds.text[max(begin.place[0] - 30, 0) : begin.place[0]]))
    if end is None:
        lately = _LATELY.search(grounds.text[max(row.start - 20, 0) : row.start])
        reach = 5 if row.value >= 5 else 3  # sentences
        told = (bool(_EARLIER.match(after)) and min(near) <= reach) or row.kind == "ordinal"
        told = told or row.unit == "year of age" or (long and getattr(begin, "lemma", "") in STARTS)
        return not _LATER.match(after) and (told or (min(near) <= reach and since) or (min(near) <= 1 and bool(lately)))
    if _LATER.match(after) and begin.place[0] > row.start:
        return False
    return min(near) == 0 or (max(near) <= 2 and since) or (long and bool(re.search(r"\d{4}", end.text)))


def spans(grounds):
    """Lengths that lie between two times: in **1941** she married; he died in **1998**, after **57 years** …"""
    weigh, best = weigher("stretch", FEATURES), {}
    for one in stretches(grounds, lengths_of(grounds)):
        weight = weigh(features(grounds, one)) + (_CERTAIN if _from_to(grounds, one) else 0)
        if not told_so(grounds, one.row, one.begin, one.end if one.end.place else None):
            continue
        if weight > ENOUGH and weight > best.get(one.row.id, (ENOUGH,))[0]:
            best[one.row.id] = weight, one
    for _, one in best.values():
        last = one.end.text or f"{grounds.day.day} {grounds.day:%B} {grounds.day.year}"
        places = ((one.row.start, one.row.end), one.begin.place, *([one.end.place] if one.end.place else []))
        yield Relation("span", places, f"{one.begin.text} to {last}: {one.row.text}")


_CERTAIN = 4.0  # "for eleven seasons, **from** 1984 **to** 1994" leaves no doubt


def _from_to(grounds, one):
    if one.end.place is None or abs(one.row.start - one.begin.place[0]) > 60:
        return False
    between = grounds.text[one.begin.place[1] : one.end.place[0]].strip()
    before = grounds.text[max(one.begin.place[0] - 9, 0) : one.begin.place[0]].strip()
    return between in ("to", "until", "and") and before.endswith(("from", "between"))
