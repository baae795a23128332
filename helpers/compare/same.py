"""Whether two figures or times are the same, or count the same."""

import re
from collections import defaultdict
from decimal import Decimal
from functools import cache
from itertools import pairwise
from math import log
from pathlib import Path

from ..coreference.words import noun_class
from ..language.spelling import porter_stem

_THINGS = Path(__file__).parents[1] / "data" / "same_things.tsv"
HOUR, WEEK, SEASON = 1 / 8, 7, 90  # days that part two times of day, days, months as a third more parts two figures
LENGTHS = 0.08  # of a figure, within which two in different units are one
ROUNDING = 0.05  # of a figure, within which another with fewer digits may be the same
VAGUE = 1 / 72  # of a day: by how much a time of day that is about may be another
BEYOND = 0.25  # of a round figure, by which another may be more than it, or less, and the same
ABOUT = 0.06  # of a figure, within which it is about another
ROUNDED = 0.12  # of a figure, up to which its last digit may be rounded
# Persons as news counts them, besides the nouns that the collection knows: 150 **souls** aboard, 1,800 **troops**.
NUMBERED = frozenset(
    "addict adolescent applicant attendant attendee bather beneficiary borrower caller camper casualty competitor "
    "concertgoer conscript contributor corpse deportee depositor diner docker drinker elector entrant exhibitor "
    "fatality festivalgoer grower guerrilla herder holidaymaker islander lender lodger marcher mourner observer orphan "
    "parishioner participant passenger people performer petitioner rescuer reservist respondent rower saver seafarer "
    "shunter signatory smoker soul spectator squatter staff steward stewardess sufferer technician troop unionist "
    "worshiper".split()
)
MAN = re.compile(r"\w{2,}(?:man|woman)")


def is_somebody(noun):
    """Whether a noun counts persons, whatever else it says of them.

    >>> is_somebody("worker"), is_somebody("railwayman"), is_somebody("house")
    (True, True, False)
    """
    return noun_class(noun) in ("person", "people") or noun in NUMBERED or bool(MAN.fullmatch(noun))


@cache
def things():
    """What a word's stem may tell of what a figure is of: stem -> numbers of lines.

    >>> known = things()
    >>> known["arrest"].isdisjoint(known["custodi"]), known["arrest"].isdisjoint(known["harvest"])
    (False, True)
    """
    found = {}
    lines = [line for line in _THINGS.read_text("utf8").splitlines() if not line.startswith("#")]
    for number, line in enumerate(lines):
        for word in line.split("\t")[1].split():
            found.setdefault(porter_stem(word), set()).add(number)
    return found


def is_same(one, other):
    """Whether two figures or times may be one: 3.1 and 3, a month and a day of it, 27 months and two years.

    >>> from types import SimpleNamespace
    >>> told = [(27 * 30.4, 30.4), (2 * 365.2, 365.2), (22 * 30.4, 30.4)]
    >>> told = [SimpleNamespace(kind="", low=low, high=low, size=size, approximate=None) for low, size in told]
    >>> is_same(told[0], told[1]), is_same(told[0], told[2])
    (True, False)
    >>> told = (19 * 365.2, None), (20 * 365.2, "about")
    >>> is_same(*(SimpleNamespace(kind="", low=low, high=low, size=365.2, approximate=about) for low, about in told))
    True
    """
    if one.kind == "time" and one.sort == "clock":
        return apart(one, other) <= VAGUE * sum(own.approximate is not None for own in (one, other))
    if one.kind == "time":
        return one.low <= other.high and other.low <= one.high
    if one.size != other.size:
        slack = max(LENGTHS * one.low, one.size / 2, other.size / 2)
    else:
        slack = max(_rounded(own.low / own.size, own.approximate) * own.size for own in (one, other))
        few, many = sorted((one.low / one.size, other.low / other.size), key=_places)
        if abs(few - many) <= ROUNDING * many and float(f"{many:.{_places(few)}g}") == few:
            return True
    near = one.low <= other.high + slack and other.low <= one.high + slack
    return near or _is_beyond(one, other) or _is_beyond(other, one)


def _is_beyond(one, other):
    """Whether a round figure is told as less than another, or more, and nearly is it: well over a thousand, and 1,150.

    >>> from types import SimpleNamespace
    >>> told = (1000.0, "more than"), (1150.0, None), (1500.0, None)
    >>> told = [SimpleNamespace(low=low, size=1, approximate=near) for low, near in told]
    >>> _is_beyond(told[0], told[1]), _is_beyond(told[0], told[2])
    (True, False)
    """
    if one.approximate not in ("more than", "less than") or _places(one.low / one.size) > 1:
        return False
    more = (other.low - one.low) * (1 if one.approximate == "more than" else -1)
    return 0 <= more <= BEYOND * one.low


def apart(one, other):
    """Days between two times; half past ten may be before noon or after.

    >>> from types import SimpleNamespace
    >>> told = [("10:30 p.m.", 22.5, False), ("half past ten", 10.5, True)]
    >>> apart(*(SimpleNamespace(low=hour / 24, unsure=unsure) for _, hour, unsure in told))
    0.0
    """
    days = abs(one.low - other.low)
    return min(days, abs(days - 0.5)) if one.unsure or other.unsure else days


def _rounded(value, approximate):
    """By how much a figure may be rounded: half of its last digit that is none, where that is little; one if about.

    >>> [_rounded(value, None) for value in (1100.0, 1126.0, 8.5, 40.0)]
    [50.0, 0.5, 0.05, 0.0]
    >>> [_rounded(value, "about") for value in (64.0, 100.0)]
    [1.0, 6.0]
    """
    unit = 10.0 ** Decimal(repr(value)).normalize().as_tuple().exponent if value else 0.0
    if approximate:
        return min(ABOUT * value, unit)
    return unit / 2 if unit <= ROUNDED * value else 0.0


def _places(value):
    """How many digits a figure has that say something.

    >>> _places(1126.0), _places(1100.0), _places(3.1)
    (4, 2, 2)
    """
    return len(Decimal(f"{value:.9g}").normalize().as_tuple().digits)


def noun_stem(one):
    """The stem of what is counted, or nothing."""
    return one.noun and porter_stem(one.noun)


def digits(one):
    """The digits of a figure in order of size: 412,000 may be 421,000 misprinted."""
    return sorted(f"{one.low:.6g}".replace(".", "").strip("0"))


def sums(own):
    """What a count and the next of its sentence are together: number of either -> sums.

    >>> from helpers.article import from_text
    >>> from helpers.compare import compare
    >>> told = "The jet with 40 passengers and a crew of four crashed.", "The jet crashed with 44 people on board."
    >>> compare(*map(from_text, told))["facts"].empty
    True
    """
    found = defaultdict(set)
    for number, (one, other) in enumerate(pairwise(own)):
        if one.sort == other.sort == "count" and one.sentence == other.sentence:
            for place in (number, number + 1):
                found[place].add(one.low + other.low)
    return found


def is_measured_alike(one, other):
    """Whether two have one measure; "dollars" may be Australian ones, and "pounds" money.

    >>> is_measured_alike("money Australian dollar", "money dollar"), is_measured_alike("count", "age")
    (True, False)
    """
    if {one, other} == {"money pound", "measure pound"}:
        return True
    short, long = sorted((one, other), key=len)
    kind, _, unit = short.partition(" ")
    return one == other or (kind == "money" and long.startswith("money ") and long.endswith(f" {unit}"))


def gap(one, other):
    """How far apart two figures are, by their proportion; two times by their distance."""
    if one.kind == "time":
        longer = max(own.high - own.low for own in (one, other))
        days = HOUR if one.sort == "clock" else max(SEASON, longer) if longer else WEEK
        return 0.3 * apart(one, other) / days
    return abs(log(max(one.low, 1e-9) / max(other.low, 1e-9)))
