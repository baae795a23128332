"""What is told as the whole, against what its parts or its price come to: a list of all, and so much for each."""

import re
from itertools import pairwise

from ..amounts import Relation, exact, told
from .equalities import unit_of, value_of

EXAMPLES = {
    "list": (
        "Police found 30 old clocks in a barn. Of these 14 belong to the abbey, eight to the school, "
        "seven to the mill and six to the town.",
        "Police found 35 old clocks in a barn. Of these 14 belong to the abbey, eight to the school, "
        "seven to the mill and six to the town.",
    ),
    "more than the whole": (
        "The team came home with 17 medals. There were six golds, five silvers and seven bronzes.",
        "The team came home with 18 medals. There were six golds, five silvers and seven bronzes.",
    ),
    "each": (
        "The 40 families are to get £300 per family, £15,000 in all.",
        "The 40 families are to get £300 per family, £12,000 in all.",
    ),
}
_OF_THEM_BEFORE = re.compile(r"\bOf (?:these|them|those),? (?:about )?$")
_OF_THEM_AFTER = re.compile(r" of (?:them|these|those|whom|which)\b")
_LOOSE = re.compile(
    r"\b(?:some|others?|includ\w+|at least|more than|about|also|again|both|as well|overlap\w*|once|twice|while)\b", re.I
)
REACH = 4  # sentences between a whole and the list of its parts
FEWEST = 3  # parts of a list that may be told as complete


def lists(own):
    """More parts than there are: of **38** books **17** belong to one, **nine**, **eight** and **six** to others."""
    for figures in own.by_sentence.values():
        for number, first in enumerate(figures):
            parts = _run(own, figures[number:])
            opens = _OF_THEM_AFTER.match(own.text, first.end) or _OF_THEM_BEFORE.search(own.before(first))
            if len(parts) < FEWEST or not opens or _LOOSE.search(own.words(first.sentence)):
                continue
            total = sum(one.value for one in parts)
            whole = _whole(own, first, max(one.value for one in parts))
            if whole is None or total <= whole.value:
                continue
            yield Relation(
                "list",
                (whole.place, *(one.place for one in parts)),
                f"{' + '.join(told(one.value) for one in parts)} = {told(total)}",
                "disagrees",
                f"the article tells {whole.text}",
                f"The parts of {whole.text} come to {told(total)}.",
            )


def _run(own, figures):
    """A first part and those that follow it without a noun, up to the one after "and"."""
    parts = figures[:1]
    if figures[0].kind != "count" or not exact(figures[0]):
        return []
    for one in figures[1:]:
        if not one.bare or not exact(one) or len(own.between(parts[-1], one)) > 60:
            return []
        parts.append(one)
        if re.search(r"\band $", own.before(one, 5)):
            return parts if one is figures[-1] else []
    return []


def _whole(own, first, largest):
    """The one count before a list that its parts can be of."""
    before = [
        one
        for one in own.all
        if 0 < first.sentence - one.sentence <= REACH and one.kind == "count" and one.head and one.value > largest
    ]
    return before[0] if len({(one.value, one.head) for one in before}) == 1 and exact(before[0]) else None


BESIDE = 25  # characters between two parts of a plain list
WITHIN = 1.15  # times a whole, up to which parts that come to more are surely meant to be its own
_OTHER_WHOLE = re.compile(
    r"\b(?:of (?:the|its|them)|each|every|another|more|further|extra|also|including|average)\b", re.I
)


def over(own):
    """Parts of one sentence that come to a little more than the whole told before it: **17** medals; 6, 5 and 7."""
    for number, figures in own.by_sentence.items():
        parts = [one for one in figures if one.kind in ("count", "money") and exact(one) and not one.per]
        if len(parts) < FEWEST or len(parts) != len(figures) or _LOOSE.search(own.words(number)):
            continue
        if any(len(own.between(one, other)) > BESIDE for one, other in pairwise(parts)):
            continue
        total = sum(value_of(one) for one in parts)
        wholes = [
            one
            for one in own.all
            if 0 < number - one.sentence <= 2
            and one.kind == parts[0].kind
            and exact(one)
            and not one.per
            and max(value_of(part) for part in parts) < value_of(one) <= total <= WITHIN * value_of(one)
        ]
        if len(wholes) == 1 and value_of(wholes[0]) != total and not _OTHER_WHOLE.search(own.words(number)):
            (whole,) = wholes
            yield Relation(
                "more than the whole",
                (whole.place, *(one.place for one in parts)),
                f"{' + '.join(told(value_of(one)) for one in parts)} = {told(total)}",
                "disagrees",
                f"the article tells {whole.text}",
                f"What is told of {whole.text} comes to {told(total)}.",
            )


_IN_ALL = re.compile(r",?(?: or)? (?:in all|altogether|in total|together|all told)\b")
_COMES_TO = re.compile(r"\b(?:for which|making|which (?:makes|comes to)|a total of|totalling|a bill of|or) ?$", re.I)
FAR = 0.03  # of a total: nearer ones may be rounded


def each(own):
    """So many times so much, and what they come to: **300** families, **£25 per** family, **£9,000** in all."""
    for price in own.all:
        if not price.per or not exact(price) or price.kind not in ("money", "measure") or price.per in _TIMES:
            continue
        here = own.by_sentence[price.sentence]
        numbers = {one.value: one for one in here if one.kind == "count" and one.head == price.per and exact(one)}
        totals = [
            one
            for one in here
            if one.kind == price.kind and not one.per and unit_of(one) == unit_of(price) and exact(one)
        ]
        if len(numbers) != 1 or len(totals) != 1:
            continue
        (number,), (total,) = numbers.values(), totals
        if not (_IN_ALL.match(own.text, total.end) or _COMES_TO.search(own.before(total))):
            continue
        product = number.value * value_of(price)
        if abs(product - value_of(total)) > FAR * product:
            yield Relation(
                "each",
                (total.place, number.place, price.place),
                f"{told(number.value)} × {told(price.value)} = {told(product)}",
                "disagrees",
                f"the article tells {total.text}",
                f"{number.text} times {price.text} come to {told(product)}, not {total.text}.",
            )


_TIMES = frozenset("second minute hour day night week month quarter year decade century".split())
