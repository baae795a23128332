"""Parts and their whole: what is left, shares of a total, and parts that are told as all there is."""

import re
from itertools import pairwise

from ...tables import is_missing
from ..figures import Relation, digits, exact, told
from .change import firm, moved, slack

EXAMPLES = {
    "remaining": (
        "Of the club’s 96 boats, 60 were sold. The other 46 are for hire.",
        "Of the club’s 96 boats, 60 were sold. The other 36 are for hire.",
    ),
    "share": (
        "Of 490 pupils, 98, or 40 per cent, walk to school.",
        "Of 490 pupils, 98, or 20 per cent, walk to school.",
    ),
    "shares": (
        "Half of the money goes to Ann, a third to Ben and the remaining quarter to Cleo.",
        "Half of the money goes to Ann, a third to Ben and the remaining sixth to Cleo.",
    ),
    "parts": (
        "The ferry had 23 people aboard. A helicopter took eight. A lifeboat took twelve, and the other "
        "four were safe.",
        "The ferry had 24 people aboard. A helicopter took eight. A lifeboat took twelve, and the other "
        "four were safe.",
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
            if (
                same
                and abs(computed - given) <= slack(one, given)
                and (linked or (digits(whole.value) + digits(part.value) >= 4 and _about_share(own, one)))
            ):
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


def _about_share(own, figure):
    """Whether a share is no change, whose size would not be a part of a whole."""
    return figure.change is None


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


_ASIDE = re.compile(
    r"\b(?:about|nearly|almost|around|roughly|some|over|under|more|less|than|target\w*|expect\w*|would|should)\b"
)


def shares_apart(own):
    """A share in one sentence, and the part and the whole in another: **one in five** pupils; **312 of the 1,040**."""
    pairs = [
        (part, whole) for part in own.all if (whole := own.whole_of(part)) is not None and whole.value > part.value
    ]
    pairs = [(part, whole) for part, whole in pairs if exact(part) and exact(whole) and part.kind == "count"]
    told_shares = [one for one in own.all if one.kind == "share" and exact(one) and one.change is None]
    for one in told_shares:
        given = one.value if one.unit == "percentage" else 100 * one.value
        near = [
            (part, whole)
            for part, whole in pairs
            if 0 < abs(part.sentence - one.sentence) <= 3
            and whole.value >= 8
            and _counted(own, whole) & _shared(own, one)
        ]
        if not near or _ASIDE.search(own.before(one, 14)):
            continue
        for part, whole in near:
            computed = 100 * part.value / whole.value
            spans = (one.place, part.place, whole.place)
            if abs(computed - given) <= slack(one, given):
                yield Relation("share", spans, f"{told(part.value)} / {told(whole.value)} = {computed:.3g} per cent")
                break
        else:
            part, whole = near[0]
            computed = 100 * part.value / whole.value
            rivals = [other for other in told_shares if other is not one and abs(other.sentence - part.sentence) <= 1]
            if len(near) == 1 and firm(computed, given) and not rivals and abs(part.sentence - one.sentence) <= 2:
                if not _shared(own, one) - _counted(own, whole) - own.topic(part):
                    yield Relation(
                        "share",
                        spans,
                        f"{told(part.value)} / {told(whole.value)} = {computed:.3g} per cent",
                        "disagrees",
                        f"the article tells {one.text}",
                        f"{part.text} of {whole.text} are {computed:.3g} per cent, not {one.text}.",
                    )


def _counted(own, whole):
    return {whole.head} if whole.head else own.topic(whole)


def _shared(own, one):
    """Lemmas of what a share is of."""
    if is_missing(one.whole):
        after = own.doc.char_span(one.end, min(one.end + 30, len(own.text)), alignment_mode="contract")
        word = next((word for word in after or () if word.pos_ == "NOUN"), None)
        return {word.lemma_.lower()} if word is not None else set()
    return own.topic(one)
