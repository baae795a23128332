"""Shares of a whole, in per cent or as fractions, and the figures that they are of."""

import re

from ..amounts import Relation, told
from .change import of_time, slack

EXAMPLES = {
    "shares": (
        "Half of the money goes to Ann, a third to Ben and the remaining quarter to Cleo.",
        "Half of the money goes to Ann, a third to Ben and the remaining sixth to Cleo.",
    ),
}


def share(own):
    """A part of a whole, and the share that it is: **98** out of **490**, or **a fifth**."""
    for one in own.all:
        if one.kind != "share":
            continue
        near = [other for other in own.all if abs(other.sentence - one.sentence) <= 1 and other.block == one.block]
        counts = [other for other in near if other.kind in ("count", "money", "measure") and not other.ranged]
        counts = [other for other in counts if other.value > 0 and not of_time(other)]
        for part, whole in ((a, b) for a in counts for b in counts if a is not b and a.kind == b.kind):
            if part.unit and whole.unit and part.unit != whole.unit and part.kind != "count":
                continue
            if part.change or whole.change:  # "fell $1.25, or 1.4 per cent, to $88.95": a change, and no share
                if part.kind == "money" and part.value < whole.value:
                    yield from _moved(own, part, one, whole)
                continue
            if one.change is None:
                yield from _shared(own, part, whole, one)


def _shared(own, part, whole, one):
    """A share against the part and the whole that it is told of."""
    given, computed = one.value if one.unit == "percentage" else 100 * one.value, 100 * part.value / whole.value
    if own.whole_of(part) is not whole or abs(part.start - one.start) > 120:
        return
    computation = f"{told(part.value)} / {told(whole.value)} = {computed:.3g} per cent"
    spans = (one.place, part.place, whole.place)
    if abs(computed - given) <= slack(one, given):
        yield Relation("share", spans, computation)


def _moved(own, size, share, new):
    """A move told as a sum and as a share, and where it ended: **fell $1.25**, or **1.4** per cent, to **$88.95**."""
    told_together = re.fullmatch(r",? or (?:about |nearly )?", own.between(size, share)) and size.end <= share.start
    if (
        not told_together
        or not re.fullmatch(r",? to (?:close at )?", own.between(share, new))
        or share.unit != "percentage"
    ):
        return
    old = new.value - size.value if size.change == "rise" else new.value + size.value
    if old <= 0 or size.change not in ("rise", "fall"):
        return
    computed = 100 * size.value / old
    if abs(computed - share.value) <= slack(share, share.value):
        places = (share.place, size.place, new.place)
        yield Relation("change", places, f"{told(size.value)} / {told(old)} = {computed:.3g} per cent")


def shares(own):
    """Shares that are told as all of a thing: half, a third and **the remaining** quarter."""
    for first, figures in own.by_sentence.items():
        run = [*figures, *own.by_sentence.get(first + 1, ())]
        run = [one for one in run if one.kind == "share" and not one.ranged and one.change is None]
        if len(run) < 3 or len({one.unit for one in run}) > 1:
            continue
        rest = run[-1]
        if rest.sentence not in (first, first + 1) or not re.search(
            r"\b(?:remaining|rest,?|other) ?$", own.before(rest, 12)
        ):
            continue
        scale = 100 if rest.unit == "percentage" else 1
        total = sum(one.value for one in run) / scale
        computation = f"{' + '.join(one.text for one in run)} = {told(round(total, 4))} of the whole"
        spans = tuple(one.place for one in run)
        if abs(total - 1) < 0.012 * len(run):
            yield Relation("shares", spans, computation)
        elif all(one.approximate is None for one in run) and abs(total - 1) > 0.04:
            yield Relation(
                "shares",
                (rest.place, *spans[:-1]),
                computation,
                "disagrees",
                "the parts are not the whole",
                f"The parts are told as all there is, and make {told(round(100 * total, 1))} per cent.",
            )
