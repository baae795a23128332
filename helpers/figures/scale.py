"""A scale of time that is true in each of its pieces; between them, years in which nothing lies are left out."""

from datetime import date
from itertools import pairwise

from ..timeline.iso import day_key
from .sheet import free, width_of
from .tokens import INK, QUIET

YEAR, MONTH = 365.2425, 30.436875
MANY = 20  # so many times as long as another that it holds: an interval is then no reason to show all of it
EMPTY = 1  # of what else is drawn: a longer gap is left out
LONG = 0.5  # share of a piece that one interval takes, from which on it leaves the others no room: it has its own
GAP, SMALL = 26, 11
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 100000)


def number(moment):
    """A day or hour as a number of days; a day begins at a whole number.

    >>> number("2025-05-09") - number("2025-05-08"), number("2025-05-08T12:00") - number("2025-05-08")
    (1.0, 0.5)
    """
    clock = moment.partition("T")[2]
    hours = sum(
        float(part) / share for part, share in zip(clock.split(":")[:2], (24, 1440), strict=False) if part.isdigit()
    )
    return _day(*day_key(moment)) + hours


def _day(year, month=1, day=1):
    """29 February lies on the 28th, so that every year begins where the one before it ends."""
    day = min(day, 28) if month == 2 else day
    return float(int(YEAR * year) + (date(2001, month, day) - date(2001, 1, 1)).days)


def pieces(spans, most=4):
    """The parts of time that are drawn: (first, last) of each, in days.

    Parameters
    ----------
    spans : list of tuple of float
        First and last day of each interval.
    most : int

    Returns
    -------
    list of tuple of float

    Examples
    --------
    >>> pieces([(0, 8), (10, 11), (9000, 9001)])
    [(0, 11), (9000, 9001)]
    >>> pieces([(0, 10000), (9000, 9001)])  # the long one says little of when
    [(9000, 9001)]
    >>> pieces([(0, 365), (376, 386), (440, 446), (448, 449)])  # a year, and then days
    [(0, 365), (376, 449)]
    """
    inner = [(a, b) for a, b in spans if not any(a <= c and d <= b and MANY * max(d - c, 1) < b - a for c, d in spans)]
    found = []
    for a, b in sorted(inner):
        if found and a <= found[-1][1]:
            found[-1] = (found[-1][0], max(b, found[-1][1]))
        else:
            found.append((a, b))
    gaps = sorted(((b[0] - a[1], n) for n, (a, b) in enumerate(pairwise(found), 1)), key=lambda gap: (-gap[0], gap[1]))
    rest, cuts = found[-1][1] - found[0][0], []
    for gap, place in gaps[: most - 1]:
        rest -= gap
        if gap < EMPTY * rest:
            break
        cuts.append(place)
    if len(cuts) < most - 1:
        cuts += _beside_long(found, cuts)
    parts = [found[a:b] for a, b in pairwise([0, *sorted(cuts), len(found)])]
    return [(part[0][0], part[-1][1]) for part in parts]


def _beside_long(found, cuts):
    """The place of one more cut, in a list: between an interval that fills most of its piece and the others of it."""
    for a, b in pairwise([0, *sorted(cuts), len(found)]):
        extent = found[b - 1][1] - found[a][0]
        for one, cut in ((a, a + 1), (b - 1, b - 1)):
            if b - a > 2 and found[one][1] - found[one][0] > LONG * extent:
                return [cut]
    return []


class TimeScale:
    """Days to places on a sheet.

    Parameters
    ----------
    spans : list of tuple of str
        Earliest and latest day of each interval.
    left, right : float
    most : int
        Pieces at most.

    Attributes
    ----------
    pieces : list of tuple of float
        First and last day, left and right edge.
    """

    def __init__(self, spans, left, right, most=4):
        days = [(number(a), max(number(b) + ("T" not in b), number(a) + 1)) for a, b in spans]
        least = 46
        found = pieces(days, min(most, max(1, int((right - left + GAP) // (least + GAP + 20)))))
        weights = [1 + sum(a < last and first < b for a, b in set(days)) for first, last in found]
        room = right - left - GAP * (len(found) - 1) - least * len(found)
        self.pieces, x = [], left
        for (first, last), weight in zip(found, weights, strict=True):
            width = least + room * weight / sum(weights)
            self.pieces.append((first, last, x, x + width))
            x += width + GAP

    def x(self, day):
        """Where a day lies; what lies in a gap, in the middle of it; what lies outside, at the edge."""
        for place, (first, last, left, right) in enumerate(self.pieces):
            if day < first:
                return left - GAP / 2 if place else left
            if day <= last:
                return left + (right - left) * (day - first) / (last - first)
        return self.pieces[-1][3]

    def span(self, earliest, latest):
        """Left and right edge of an interval: both the same for an hour."""
        end = number(latest) + ("T" not in latest)
        return self.x(number(earliest)), self.x(end)

    def beyond(self, earliest, latest):
        """Whether an interval begins before the first day that is drawn, and whether it ends after the last.

        >>> scale = TimeScale([("2016-06-01", "2016-06-22"), ("2016-06-21", "2016-06-21")], 0, 100)
        >>> scale.beyond("2016-06-01", "2016-06-22"), scale.beyond("2016-06-21", "2016-06-21")
        ((True, True), (False, False))
        """
        end = number(latest) + ("T" not in latest)
        return number(earliest) < self.pieces[0][0], end > self.pieces[-1][1]

    def ticks(self):
        """(x, middle of its words, words) of the days that are named; none touches another, and each piece comes first
        to one of its own, where it has room for it.

        >>> days = [("2016-06-15", "2016-06-22"), ("2016-06-25", "2016-06-26"), ("2016-12-01", "2016-12-31")]
        >>> [words for *_, words in TimeScale(days, 0, 260).ticks()]
        ['15 Jun 2016', 'Dec 2016']
        """
        found, boxes = [], []
        named = [_named(first, last, right - left) for first, last, left, right in self.pieces]
        for day, words in [part[0] for part in named] + [one for part in named for one in part[1:]]:
            x = self.x(day)
            half = width_of(words, SMALL) / 2
            middle = max(x, self.pieces[0][2] + half)
            middle = min(middle, self.pieces[-1][3] - half)
            if free(boxes, (middle - half, 0, middle + half, 1), apart=8):
                found.append((x, middle, words))
        return sorted(found)

    def draw(self, sheet, y):
        """The line with its breaks and named days; the words take 18 pixels below it."""
        for *_, left, right in self.pieces:
            sheet.line([left, right], [y, y], INK, 1.2)
        for (*_, a), (_, _, b, _) in pairwise(self.pieces):
            middle = (a + b) / 2
            sheet.line([a, middle - 6, middle - 2, middle + 2, middle + 6, b], [y, y, y - 4, y + 4, y, y], QUIET)
        for x, middle, words in self.ticks():
            sheet.line([x, x], [y, y + 4], INK)
            sheet.quiet(middle, y + 16, words, ha="center", size=SMALL)


def _named(first, last, width):
    """(day, words) of the round days in a piece, and of its first where there is none."""
    low, high = int(first / YEAR) - 1, int(last / YEAR) + 1
    if last - first > 1.6 * YEAR:
        step = next((step for step in STEPS if width * step * YEAR / (last - first) >= 44), STEPS[-1])
        named = [(_day(year), _year(year)) for year in range(low - low % step, high + 1, step)]
    elif last - first > 25:
        step = next((step for step in (1, 2, 3, 6) if width * step * MONTH / (last - first) >= 64), 12)
        months = [(year, month) for year in range(low, high + 1) for month in range(1, 13, step)]
        named = [(_day(year, month), f"{MONTHS[month - 1]} {_year(year)}") for year, month in months]
        if step == 12:
            named = [(day, words.removeprefix("Jan ")) for day, words in named]
    else:
        days = [(year, month, day) for year in range(low, high + 1) for month in range(1, 13) for day in range(1, 32)]
        named = [(_day(*one), f"{one[2]} {MONTHS[one[1] - 1]} {_year(one[0])}") for one in days if _real(*one)]
        step = next((step for step in (1, 2, 5, 10) if width * step / (last - first) >= 90), 20)
        within = [one for one in named if first <= one[0] < last]
        return within[::step]
    within = [one for one in named if first <= one[0] < last]
    if within:
        return within
    year = max((year for year in range(low, high + 2) if _day(year) <= first), default=low)
    month = max((month for month in range(1, 13) if _day(year, month) <= first), default=1)
    return [(first, f"{MONTHS[month - 1]} {_year(year)}")]


def _real(year, month, day):
    return day <= (29, 30, 31)[(month in (1, 3, 5, 7, 8, 10, 12)) + (month != 2)]


def _year(year):
    return f"{1 - year} BC" if year <= 0 else f"AD {year}" if year < 1000 else str(year)
