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


# What ties a share to its part: 45 were accepted, **or** 65 per cent; 45 per cent, **with** 2,812 votes cast.
_PART_FIRST = re.compile(
    r"[^.;:“”\"\d]{0,60}?(?:,? or |,? ?\(|,? ?[-–—] ?|, (?:that|which) is |, which makes )(?:about |nearly |some )?"
)
_SHARE_FIRST = re.compile(r"[^.;“”\"\d]{0,25}?(?::|,? or|,? with| ?\(|,| [-–—]) ?(?:just |only |some |about )?")
# "A quarter **of the** 2,000 workers**,** 600, …"
_OF_THE = re.compile(r" of (?:the|its|his|her|their|all|about)(?: [a-z]+)? ?")
_THEN_PART = re.compile(r"(?: [a-z]+){1,3}(?:, (?:or |about |some )?| \()")
_OUT_OF = re.compile(r"(?: [a-z]+){0,3} out of (?:(?:a|an|the) (?:possible |total |electorate of |total of )?)?")
# "It had received $26 million, 65 per cent **of it**."
_OF_IT = re.compile(r" of (?:it|that|them|this|the total|that (?:sum|total|amount|number))\b")


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
    tied = _tied(own, part, whole, one)
    if not tied and (own.whole_of(part) is not whole or abs(part.start - one.start) > 120):
        return
    computation = f"{told(part.value)} / {told(whole.value)} = {computed:.3g} per cent"
    spans = (one.place, part.place, whole.place)
    if abs(computed - given) <= slack(one, given):
        yield Relation("share", spans, computation)


def _tied(own, part, whole, one):
    """Whether words make a share that of this part of this whole."""
    if part.sentence != one.sentence or part.value >= whole.value:
        return False
    if one.start > part.end and _OF_IT.match(own.text, one.end):
        before = [other for other in own.all if other.end <= part.start and other.unit == part.unit]
        return len(own.between(part, one)) < 5 and before[-1:] == [whole] and part.kind == "money"
    if whole.sentence != one.sentence:
        return False
    if one.end <= whole.start and _OF_THE.fullmatch(own.text, one.end, whole.start):
        return whole.end <= part.start and bool(_THEN_PART.fullmatch(own.text, whole.end, part.start))
    out_of = whole.start > part.end and _OUT_OF.fullmatch(own.text, part.end, whole.start)
    if own.whole_of(part) is not whole and not out_of:
        return False
    if one.start > part.end:
        return bool(_PART_FIRST.fullmatch(own.text, max(part.end, min(whole.end, one.start)), one.start))
    return bool(_SHARE_FIRST.fullmatch(own.text, one.end, min(part.start, whole.start)))


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
