"""Two figures of one thing from two sources: police 40, organisers 200. That is told, and is no error."""

import re

from ..amounts import Relation

NEAR = 2  # sentences
MOST = 3  # such pairs that are told of one article
# What gives a figure for what another one has counted: **made it** 1,520, **put the figure at** 3,100.
_GIVES = re.compile(
    r"\b(?:made it|makes it|puts? it at|puts? the (?:figure|number|total|toll) at|said it was|that of|estimated it at|"
    r"lists?|spoke of|counted|according to)\b",
    re.I,
)


def two_figures(own):
    """The same noun counted by two, in one sentence or the next: not compared, since each has its own source."""
    told = 0
    for number, one in enumerate(own.all):
        for other in own.all[number + 1 : number + 4]:
            if told >= MOST or other.sentence - one.sentence > NEAR or one.kind != other.kind or one.kind == "ordinal":
                continue
            same = one.unit == other.unit and one.unit is not None
            leans = other.bare and _GIVES.search(own.before(other, 40))
            if not (same or leans) or one.value == other.value or max(one.value, other.value) < 2:
                continue
            first, second = own.speaker(one), own.speaker(other)
            if (
                not first
                or not second
                or first == second
                or (one.kind == "share" and not own.topic(one) & own.topic(other))
            ):
                continue
            if not (_GIVES.search(own.before(other, 40)) or _GIVES.search(own.before(one, 40))):
                continue
            told += 1
            yield Relation(
                "two figures",
                (one.place, other.place),
                f"{first}: {one.text}; {second}: {other.text}",
                "not comparable",
                "two sources give a figure each",
            )
