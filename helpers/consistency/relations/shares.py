"""Shares of a whole, in per cent or as fractions, and the figures that they are of."""

import re

from ..amounts import Relation, exact, told
from .change import firm, moved, slack

EXAMPLES = {
    "share": (
        "Of 490 pupils, 98, or 40 per cent, walk to school.",
        "Of 490 pupils, 98, or 20 per cent, walk to school.",
    ),
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
        counts = [other for other in near if other.kind in ("count", "money") and not other.ranged and other.value > 1]
        for part, whole in ((a, b) for a in counts for b in counts if a is not b and 0 < a.value < b.value):
            if (
                part.unit and whole.unit and part.unit != whole.unit and part.kind == "money"
            ) or part.kind != whole.kind:
                continue
            linked = own.whole_of(part) is whole
            given = one.value if one.unit == "percentage" else 100 * one.value
            if part.change or whole.change:  # "fell $1.25, or 1.4 per cent, to $88.95": a change, and no share
                if part.kind == "money":
                    yield from moved(own, part, one, whole)
                continue
            computed = 100 * part.value / whole.value
            same = len({part.sentence, whole.sentence, one.sentence}) <= 2
            computation = f"{told(part.value)} / {told(whole.value)} = {computed:.3g} per cent"
            spans = (one.place, part.place, whole.place)
            if same and abs(computed - given) <= slack(one, given) and linked:
                yield Relation("share", spans, computation)
            elif (
                linked
                and re.search(r"^,? (?:or |\()", own.between(part, one) if one.start > part.start else "")
                and exact(one)
                and firm(computed, given)
                and one.sentence == part.sentence
                and len(own.between(part, one)) < 25
            ):
                yield Relation(
                    "share",
                    spans,
                    computation,
                    "disagrees",
                    f"the article tells {one.text}",
                    f"{part.text} of {whole.text} are {computed:.3g} per cent, not {one.text}.",
                )


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
