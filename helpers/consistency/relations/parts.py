"""Parts and their whole: what is left, and parts that are told as all there is."""

import re
from itertools import pairwise

from ..amounts import Relation, exact, told

EXAMPLES = {
    "remaining": (
        "Of the club’s 96 boats, 60 were sold. The other 46 are for hire.",
        "Of the club’s 96 boats, 60 were sold. The other 36 are for hire.",
    ),
    "parts": (
        "The ferry had 23 people aboard. A helicopter took eight. A lifeboat took twelve, and the other "
        "four were safe.",
        "The ferry had 24 people aboard. A helicopter took eight. A lifeboat took twelve, and the other "
        "four were safe.",
    ),
    "left over": (
        "The farm had 340 geese and two barns. Vets killed 212 of the geese. The remaining 118 were moved.",
        "The farm had 340 geese and two barns. Vets killed 212 of the geese. The remaining 128 were moved.",
    ),
    "sum": (
        "All 31 of those who fell ill were guests: 18 were women and 15 men.",
        "All 31 of those who fell ill were guests: 18 were women and 13 men.",
    ),
}


def remaining(own):
    """Of a whole a part is told, and "the other" part: of 96 boats 60 were sold, **the other 36** …"""
    for part in own.all:
        whole = own.whole_of(part)
        if whole is None or not exact(whole) or not exact(part) or part.value >= whole.value:
            continue
        rest = _rest_of(own, part, whole)
        if rest is None or not exact(rest):
            continue
        left = whole.value - part.value
        computation = f"{told(whole.value)} − {told(part.value)} = {told(left)}"
        spans = tuple(sorted((part.place, whole.place, rest.place)))
        if left == rest.value:
            yield Relation("remaining", spans, computation)
        elif _told_alone(own, part, whole, rest):
            reason = f"the article tells {rest.text} as the rest"
            yield Relation(
                "remaining",
                (rest.place, whole.place, part.place),
                computation,
                "disagrees",
                reason,
                f"Of {whole.text} {part.text} are told, which leaves {told(left)}, not {rest.text}.",
            )


def _rest_of(own, part, whole):
    """What is told as the rest, in the same sentence or the next, and nothing between."""
    last = max(part.end, whole.end)
    for one in own.all:
        if one.start < last or one.sentence - part.sentence > 1 or one.kind != part.kind or one.block != part.block:
            continue
        if re.search(r"\b(?:other|remaining|rest,?|missing)(?: [a-z]+)? ?$", own.before(one)):
            return one
        if one.kind == part.kind and (one.unit in (None, part.unit, whole.unit)):
            return None
    return None


def _told_alone(own, part, whole, rest):
    """Whether no other figure of the same things stands near, which would be a part too."""
    near = [
        one
        for one in own.all
        if abs(one.sentence - part.sentence) <= 1
        and one.kind == part.kind
        and one not in (part, whole, rest)
        and one.unit in (None, part.unit, whole.unit)
    ]
    return not near and own.text[slice(part.end, rest.start)].count(".") <= 1


# What closes a list of parts: **the other** four, **the remaining** two, four **others**.
_CLOSING = re.compile(r"\b(?:the|its|his|her|their) (?:other|remaining|last|rest,?)(?: [a-z]+)? ?$", re.I)
_OTHERS_AFTER = re.compile(r" (?:[a-z]+ )?others?\b")
_APIECE = re.compile(r"(?: [a-z]+)?,? (?:apiece|each)\b")
_PARTS_MOST = 6


def divided(own):
    """Parts that are told one after another up to "the other four", against the whole that they are of."""
    for last in own.all:
        closing = _CLOSING.search(own.before(last)) or _OTHERS_AFTER.match(own.text, last.end)
        if last.kind != "count" or not exact(last) or not closing:
            continue
        before = [
            one
            for one in own.all
            if one.start < last.start and one.kind == "count" and last.sentence - one.sentence <= 3 and one.value >= 1
        ]
        for number in range(len(before) - 2, -1, -1):
            whole, parts = before[number], before[number + 1 :]
            if len(parts) >= _PARTS_MOST or not exact(whole) or not all(exact(one) for one in parts):
                break
            if whole.value <= max(one.value for one in (*parts, last)) or not _one_lot(whole, (*parts, last)):
                continue
            sizes = [(_times(own, one), one) for one in (*parts, last)]
            total = sum(times * one.value for times, one in sizes)
            spans = tuple(one.place for one in (whole, *parts, last))
            added = " + ".join(
                told(one.value) if times == 1 else f"{times} × {told(one.value)}" for times, one in sizes
            )
            if total == whole.value:
                yield Relation("parts", spans, f"{added} = {told(whole.value)}")
                break
            one_gone = len(parts) == 1 and whole.value >= 50 and re.search(r"\bremaining ?$", own.before(last))
            if (_elliptic(own, parts) or one_gone) and 0 < abs(total - whole.value) <= max(1, 0.12 * whole.value):
                yield Relation(
                    "parts",
                    (last.place, *spans[:-1]),
                    f"{added} = {told(total)}",
                    "disagrees",
                    f"the article tells {whole.text} in all",
                    f"The parts of {whole.text} come to {told(total)}: {added}.",
                )
                break


_OF_THE = re.compile(r" of (?:the|its|those|these|his|her|their)(?: [a-z]+)? (?P<noun>[a-z]+)\b")
_REST = re.compile(r"\b(?:the|its|his|her|their) (?:other|remaining|rest,?) ?$", re.I)


def left_over(own):
    """What remains of a lot whose noun the part names again: **340** geese; **212 of the geese**; **the remaining**."""
    for rest in own.all:
        if rest.kind != "count" or not exact(rest) or not _REST.search(own.before(rest)):
            continue
        near = [one for one in own.all if 0 <= rest.sentence - one.sentence <= REACH and one.start < rest.start]
        parts = [one for one in near if one.kind == "count" and _OF_THE.match(own.text, one.end)]
        if len(parts) != 1 or not exact(parts[0]):
            continue
        part, noun = parts[0], _OF_THE.match(own.text, parts[0].end)["noun"]
        wholes = [one for one in near if one.head and one is not part and one.start < part.start]
        wholes = [one for one in wholes if _names_it(own, one, noun)]
        if len({one.value for one in wholes}) != 1 or not exact(wholes[0]) or wholes[0].value <= part.value:
            continue
        whole = wholes[0]
        if rest.head not in (None, whole.head, "other") or own.whole_of(part) is whole:
            continue
        left = whole.value - part.value
        words, spans = f"{told(whole.value)} − {told(part.value)} = {told(left)}", (whole.place, part.place, rest.place)
        if left == rest.value:
            yield Relation("remaining", spans, words)
        elif abs(left - rest.value) <= max(1, 0.12 * whole.value):
            problem = f"Of {whole.text} {part.text} are told, which leaves {told(left)}, not {rest.text}."
            reason = f"the article tells {rest.text} as the rest"
            yield Relation("left over", (rest.place, whole.place, part.place), words, "disagrees", reason, problem)


REACH = 4  # sentences between a whole and what is left of it


def _names_it(own, whole, noun):
    """Whether a figure counts what a noun names."""
    return bool(re.match(rf"(?: [a-z]+)? {noun}\b", own.text[whole.end : whole.end + 40])) or (
        whole.head is not None and whole.text.lower().endswith(noun)
    )


def _one_lot(whole, parts):
    """Whether parts name nothing, or what the whole names."""
    return {one.head for one in parts} - {None, "person", "other", *_LEAN} <= {whole.head}


# What a part that stands alone may be said to count: "four **others** stayed", "**six** apiece".
_LEAN = frozenset("other others apiece each".split())


def _elliptic(own, parts):
    """Whether each part stands for the noun of the whole: lifted off **eight**; **four** turned out to be reporters."""
    return len(parts) >= 2 and all(one.head in (None, *_LEAN) for one in parts)


def _times(own, one):
    """How often a part is meant: lifeboats from Perrin **and** St Bede's took six **apiece**."""
    if not _APIECE.match(own.text, one.end):
        return 1
    words = own.text[own.sentences[one.sentence][0] : one.start]
    return 2 if len(re.findall(r"\band\b", words)) == 1 or re.search(r"\b(?:both|two)\b", words, re.I) else 1


# Two words that divide people.
_SEXES = re.compile(r"\b(?:women|men|girls|boys|females?|males?)\b", re.I)
_SEX = {"woman": 1, "girl": 1, "female": 1, "man": 2, "boy": 2, "male": 2}
_ALL = re.compile(r"\b(?:[Aa]ll|total of|in all)\b")


def sexes(own):
    """Women and men, against how many there are in all: **18** women and **13** men of **31**."""
    for first, second in pairwise(own.all):
        if first.sentence != second.sentence or len(own.between(first, second)) > 40:
            continue
        if not all(one.kind == "count" and exact(one) for one in (first, second)):
            continue
        sides = [_side(own, first, second.start), _side(own, second, second.end + 30)]
        if None in sides or sides[0] == sides[1]:
            continue
        total, near = first.value + second.value, None
        for whole in own.all:
            apart = abs(whole.sentence - first.sentence)
            if whole.kind != "count" or whole in (first, second) or apart > 3 or not exact(whole):
                continue
            if whole.value == total:
                near = whole
                break
            counted_people = _ALL.search(own.before(whole, 12)) and whole.head in (None, "person", "those", "guest")
            if counted_people and apart <= 1 and whole.value > max(first.value, second.value) and near is None:
                near = whole
        if near is None:
            continue
        computation, spans = f"{told(first.value)} + {told(second.value)} = {told(total)}", (first.place, second.place)
        if near.value == total:
            yield Relation("sum", (*spans, near.place), computation)
        elif abs(near.value - total) <= max(2, 0.15 * total):
            yield Relation(
                "sum",
                (first.place, near.place, second.place),
                computation,
                "disagrees",
                f"the article tells {near.text} in all",
                f"{first.text} and {second.text} make {told(total)}, not {near.text}.",
            )


def _side(own, one, until):
    """Whether the words after a figure are about women (1) or men (2)."""
    found = _SEXES.search(own.text, one.end, min(until, own.sentences[one.sentence][1]))
    word = found.group().lower() if found else ""
    return {"women": 1, "girls": 1, "men": 2, "boys": 2}.get(word, _SEX.get(word.rstrip("s")))
