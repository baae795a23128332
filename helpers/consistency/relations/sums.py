"""Figures that add up, and how far two of them lie apart."""

import re
from itertools import combinations
from math import comb, log10

from ..figures import OTHERS, Relation, comparable, exact, told

NEAR = 2  # sentences between a lead and the two numbers that it lies between

EXAMPLES = {
    "majority": (
        "Ann Lee received 4,318 votes and Tom Roe 4,116. She won by 312 votes.",
        "Ann Lee received 4,318 votes and Tom Roe 4,116. She won by 202 votes.",
    ),
}


def majority(own):
    """Won **by** as many votes as lie between the two numbers of votes."""
    for lead in own.all:
        if lead.unit not in ("vote", "point", "shot", "seat", "run", "goal", "stroke") or not re.search(
            r"\b(?:by|of) (?:just |only )?$", own.before(lead)
        ):
            continue
        if not re.search(
            r"\b(?:won|w[io]ns?|beat|beaten|defeat\w*|ahead|los[te]\w*|majority|margin|lead\w*)\b",
            own.words(lead.sentence),
        ):
            continue
        for sentence in range(max(lead.sentence - REACH, 0), lead.sentence + REACH + 1):
            pair = [
                one
                for one in own.by_sentence.get(sentence, ())
                if one is not lead and one.kind == "count" and exact(one)
            ]
            pair = pair[:2] if len(pair) == 3 else pair
            if len(pair) != 2 or not any(one.unit == lead.unit for one in pair) or not exact(lead):
                continue
            if abs(sentence - lead.sentence) > NEAR and (min(one.value for one in pair) < 1000 or lead.unit != "vote"):
                continue
            if not re.search(r"\b(?:and|to|with|against)\b", own.between(*pair)) or {one.unit for one in pair} - {
                lead.unit,
                None,
                *_names(pair),
            }:
                continue
            high, low = sorted((one.value for one in pair), reverse=True)
            computation = f"{told(high)} − {told(low)} = {told(high - low)}"
            spans = (lead.place, *(one.place for one in pair))
            if high - low == lead.value:
                yield Relation("majority", spans, computation)
            elif low > lead.value and high - low < 3 * lead.value and lead.sentence != sentence:
                yield Relation(
                    "majority",
                    spans,
                    computation,
                    "disagrees",
                    f"the article tells {lead.text}",
                    f"{told(high)} and {told(low)} are {told(high - low)} apart, not {told(lead.value)}.",
                )


def _names(pair):
    """Units that are the words after a bare number by accident."""
    return {one.unit for one in pair if one.of is None}


# What says beside a figure that it belongs with others: **in all**, **the other**, **another**, **a further**.
TOGETHER = re.compile(
    r"\b(?:total|in all|all|altogether|together|combined|overall|sum|added|between them|both|entire|made up of|"
    r"consist\w*|comprise\w*|majority|margin|plus|makes?|making|net|therefore|leaves?|leaving|and|with)\b",
    re.I,
)
DOWN = re.compile(
    r"\b(?:down|f[ae]ll\w*|drop\w*|declin\w+|decreas\w+|less|fewer|cut\w*|lower|lost|shr[aiu]nk\w*|reduc\w+|died|"
    r"short|behind|gone)\b",
    re.I,
)
REACH = 8  # sentences between figures of one sum
ENOUGH = 1.95  # evidence, in powers of ten, that a sum is no chance


def sums(own):
    """Figures that add up: 31 were ill, **18** women and **13** men; 1,480 feet without **340** are 1,140.

    That some figures of an article add up can be chance. Against it speak how exact they are, how few others stand
    near, and the words beside them.
    """
    seen = set()
    amounts = [one for one in own.all if one.kind in ("count", "money", "measure") and not one.ranged and one.value > 0]
    for whole in amounts:
        if whole.value < 3:
            continue
        near = [
            one
            for one in amounts
            if one is not whole and abs(one.sentence - whole.sentence) <= REACH and one.value < whole.value
        ]
        near = [one for one in near if one.kind == whole.kind or one.bare or whole.bare]
        for size in (2, 3, 4):
            if size > 2 and len(near) > 10:
                break
            for parts in combinations(near, size):
                if abs(sum(one.value for one in parts) - whole.value) > 1e-6 * whole.value:
                    continue
                key = frozenset(one.id for one in (whole, *parts))
                if key in seen or not comparable((whole, *parts)) or _same_figure(own, whole, parts):
                    continue
                if _evidence(own, whole, parts, near) < ENOUGH:
                    continue
                seen.add(key)
                spans = tuple(sorted(one.place for one in (whole, *parts)))
                less = size == 2 and _less(own, parts)
                yield Relation(
                    "difference" if less else "sum",
                    spans,
                    f"{' + '.join(told(one.value) for one in parts)} = {told(whole.value)}",
                )


def _less(own, parts):
    return any(DOWN.search(own.around(one)) for one in parts)


def _same_figure(own, whole, parts):
    """Whether a list repeats what stands in it: "a third and **two thirds** of 90"."""
    return any(one.start < whole.end and whole.start < one.end for one in parts)


def _evidence(own, whole, parts, near):
    """How unlikely it is, in powers of ten, that figures add up by chance."""
    figures = sorted((whole, *parts), key=lambda one: one.start)
    step = min(one.step for one in figures)
    exactness = log10(max(whole.value / step, 1))
    tried = log10(max(comb(len(near), len(parts)), 1))
    apart = figures[-1].sentence - figures[0].sentence
    cues = sum(bool(OTHERS.search(own.beside(one))) or bool(_closes(own, one, figures)) for one in figures)
    listed = len({one.sentence for one in parts}) == 1 and own.side_by_side(parts)
    nouns = {one.head for one in figures if one.head}
    evidence = exactness - tried + 0.7 * min(cues, 2) + 0.6 * listed
    evidence += 0.6 if apart == 0 else 0.4 if apart <= 1 else 0 if apart <= 3 else -0.1 * apart
    evidence += 0.5 if len(nouns) <= 1 else -0.5 * (len(nouns) - 1) if not cues else 0
    evidence += 1.0 if any(own.whole_of(one) is whole for one in parts) else 0
    evidence += 0.7 if any(one.change for one in parts) else 0
    return evidence if exactness > 0.8 else 0


def _closes(own, one, figures):
    """Whether words beside a figure say that it is what the others make, or what is with them."""
    return TOGETHER.search(own.around(one, 14, 14)) is not None
