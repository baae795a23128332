"""Every sum, product, share and change that the figures of one article allow, whether by chance or not."""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import log10

from ..amounts import comparable, digits, told
from .change import in_per_cent, slack

REACH = 12  # sentences between figures of one equality
WINDOW = 2  # sentences between three parts of a sum
LONGEST = 7  # parts of a sum that stand one after another
CROWD = 40  # figures within reach of one; where more stand, only the nearest are tried
EQUAL = 4  # figures of one value that are tried on either side: there are no more but in lists and tables

# Measures that are told in another unit: their size in the smaller one.
SIZES = {
    "tonne": ("kilogram", 1000.0),
    "gram": ("kilogram", 0.001),
    "kilometre": ("metre", 1000.0),
    "centimetre": ("metre", 0.01),
    "millimetre": ("metre", 0.001),
    "hour": ("minute", 60.0),
    "second": ("minute", 1 / 60),
    "yard": ("foot", 3.0),
}


@dataclass(frozen=True)
class Equality:
    """Figures that make an equality: the operands, what they make, and how exact it is (powers of ten)."""

    kind: str
    parts: tuple
    whole: object
    computation: str
    exactness: float

    @property
    def figures(self):
        return (*self.parts, self.whole)


def value_of(one):
    """A figure's value in the smaller unit of its kind."""
    return one.value * SIZES[one.unit][1] if one.unit in SIZES else one.value


def unit_of(one):
    return SIZES[one.unit][0] if one.unit in SIZES else one.unit


def _key(value):
    return f"{value:.9g}"


def equalities(own, figures):
    """Every equality among an article's figures.

    Parameters
    ----------
    own : Figures
    figures : list of Figure
        In order.

    Yields
    ------
    Equality
    """
    amounts = [one for one in figures if one.kind in ("count", "money", "measure") and not one.ranged and one.value > 0]
    whole = [one for one in amounts if not one.per]
    index = {}
    for one in whole:
        index.setdefault(_key(value_of(one)), []).append(one)
    yield from _sums(whole, index)
    yield from _products(amounts, index)
    shares = [one for one in figures if one.kind in ("share", "multiple") and not one.ranged and one.value > 0]
    yield from _shares(whole, shares)


def _near(one, others, reach=REACH):
    return [other for other in others if abs(other.sentence - one.sentence) <= reach]


def _together(figures):
    numbers = [one.sentence for one in figures]
    return max(numbers) - min(numbers) <= REACH


def _overlap(figures):
    """Whether two figures are one place of the text."""
    ordered = sorted(figures, key=lambda one: one.start)
    return any(a.end > b.start for a, b in pairwise(ordered))


def _sums(whole, index):
    for number, one in enumerate(whole):
        for other in whole[number + 1 : number + CROWD]:
            if other.sentence - one.sentence > REACH:
                break
            yield from _made((one, other), index)
        window = [other for other in whole[number + 1 : number + 12] if other.sentence - one.sentence <= WINDOW]
        for second, third in combinations(window, 2):
            yield from _made((one, second, third), index)
        run = (one, *window)
        for length in range(4, min(len(run), LONGEST) + 1):
            yield from _made(run[:length], index)


def _made(parts, index):
    total = sum(value_of(one) for one in parts)
    if any(_key(total - value_of(one)) == _key(total) for one in parts):
        return  # $1.3 trillion and 2 are $1.3 trillion, told so coarsely
    for whole in _of_value(index, total, parts[0].start):
        figures = (*parts, whole)
        if whole in parts or not _together(figures) or _overlap(figures) or not alike(figures):
            continue
        step = min(one.step * SIZES.get(one.unit, ("", 1.0))[1] for one in figures)
        exactness = log10(max(total / step, 1))
        words = f"{' + '.join(_words(one, figures) for one in parts)} = {_words(whole, figures)}"
        yield Equality("sum", parts, whole, words, exactness)


def _of_value(index, value, place):
    """The figures that have a value, the nearest to a place."""
    figures = index.get(_key(value), ())
    number = bisect_left(figures, place, key=lambda one: one.start)
    return figures[max(number - EQUAL, 0) : number + EQUAL]


def alike(figures):
    """Whether figures are of one kind and unit, as far as the article says a unit, once told in one unit."""
    if any(one.unit in SIZES for one in figures):
        kinds = {one.kind for one in figures if not one.bare}
        units = {unit_of(one) for one in figures if not one.bare}
        return kinds == {"measure"} and len(units) == 1 and sum(not one.bare for one in figures) >= 2
    return comparable(figures)


def _products(amounts, index):
    for number, one in enumerate(amounts):
        for other in amounts[number + 1 : number + CROWD]:
            if other.sentence - one.sentence > REACH:
                break
            for times, each in ((one, other), (other, one)):
                if not _multiplies(times, each):
                    continue
                total = times.value * value_of(each)
                for whole in _of_value(index, total, one.start):
                    figures = (times, each, whole)
                    if whole in (times, each) or not _together(figures) or _overlap(figures) or not _of(whole, each):
                        continue
                    words = f"{told(times.value)} × {_words(each, figures)} = {_words(whole, figures)}"
                    yield Equality("product", (times, each), whole, words, float(digits(total)))


def _multiplies(times, each):
    """Whether a figure can be how often another one is meant: **40** drums of 180 kilograms, **3** hours at £20."""
    if times.kind == "money" or times.per or times.value < 2 or times.value in (10, 100, 1000):
        return False
    if each.value in (1, 10, 100) or (times.kind == "measure" and each.kind != "money"):
        return False
    twice = each.kind == "count" and times.start > each.start  # each pair of counts once
    return not twice and not (times.kind == "count" and times.value % 1)


def _of(whole, each):
    """Whether a product can be so many times a figure: in its unit, as far as the article says one."""
    if each.kind == "count":
        return whole.kind == "count"
    if whole.bare:
        return True
    return whole.kind == each.kind and unit_of(whole) == unit_of(each)


def _words(one, figures):
    """A figure as the computation tells it: with its unit where another one is told in another unit."""
    mixed = len({figure.unit for figure in figures if figure.kind == "measure"}) > 1
    return one.text if mixed and one.kind == "measure" else told(one.value)


def _shares(whole, shares):
    for share in shares:
        given = share.value if share.unit == "percentage" else 100 * share.value
        near = _near(share, whole, 6)
        if share.value <= 0 or len(near) > CROWD:
            continue
        room = slack(share, given)
        exactness = log10(max(100 / (2 * room), 1))
        for one, other in combinations(near, 2):
            if not alike((one, other)) or one.value == other.value or _overlap((share, one, other)):
                continue
            high, low = sorted((one, other), key=value_of, reverse=True)
            part = 100 * value_of(low) / value_of(high)
            if share.kind == "share" and share.change is None and abs(part - given) <= room:
                words = f"{told(low.value)} / {told(high.value)} = {part:.3g} per cent"
                yield Equality("share", (low, high), share, words, exactness)
            elif share.kind == "multiple" and abs(value_of(high) / value_of(low) - share.value) <= 0.02 * share.value:
                words = f"{told(high.value)} / {told(low.value)} = {value_of(high) / value_of(low):.3g}"
                yield Equality("factor", (high, low), share, words, 1.0)
            if share.kind != "share":
                continue
            for old, new in ((one, other), (other, one)):
                change = 100 * (value_of(new) - value_of(old)) / value_of(old)
                if abs(abs(change) - given) > room or (share.change == "rise" and change < 0):
                    continue
                if share.change == "fall" and change > 0:
                    continue
                _, words = in_per_cent(old, new)
                yield Equality("change", (old, new), share, words, exactness)
