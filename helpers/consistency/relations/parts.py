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
    "sum": (
        "All 31 of those who fell ill were guests: 18 were women and 15 men.",
        "All 31 of those who fell ill were guests: 18 were women and 13 men.",
    ),
}


# What closes parts of a whole: **the other** four, **the remaining** two villages; four **others**; two **were left**.
_CLOSING = re.compile(
    r"\b(?:the|its|his|her|their|all|these|those) (?:others?,?|remaining|last|rest,?)(?: of)?(?: [a-z]+)?,? ?$"
    r"|\b(?:remaining|leaving|which leaves)(?: just| only| about)? $",
    re.I,
)
_CLOSING_AFTER = re.compile(r" (?:[a-z]+ )?(?:others?\b|(?:were|was|are|is|remain(?:ed|s)?) (?:left|still)\b)")
_OF_IT = re.compile(
    r"(?: more)? of (?:the|its|those|these|his|her|their|them|which|whom)\b(?: [a-z]+)? ?(?P<noun>[a-z]+)?"
)
_PARTS_MOST = 6
REACH = 4  # sentences between a whole and the last of its parts
FAR = 0.3  # of the whole: what is farther off is hardly told of it
# What a part that stands alone may be said to count: "four **others** stayed", "71 of **them**", "58 **more**".
_LEAN = frozenset("other others apiece each they them more these those which whom".split())


def parts(own):
    """Parts up to "the other four" against their whole: of **96** boats **60** were sold, **the other 36** …"""
    for rest in own.all:
        if rest.kind not in ("count", "money", "measure") or not exact(rest) or not _closes(own, rest):
            continue
        before = [one for one in own.all if one.end <= rest.start and 0 <= rest.sentence - one.sentence <= REACH]
        before = [one for one in before if one.kind == rest.kind and one.value >= 1 and not one.per]
        best = None
        for number in range(len(before) - 2, -1, -1):
            whole = before[number]
            for some in _lots(own, before[number + 1 :], whole):
                if not exact(whole) or not 1 <= len(some) <= _PARTS_MOST or not all(map(exact, some)):
                    continue
                if whole.value <= max(one.value for one in (*some, rest)) or not _one_lot(whole, rest):
                    continue
                total, words = _added((*some, rest))
                if total == whole.value or (best is None and _sure(own, whole, some, rest)):
                    best = whole, some, total, words
            if best and best[0].value == best[2]:
                break
        if best:
            yield from _compared(own, *best, rest)


def _closes(own, rest):
    """Whether a figure is told as what is left."""
    return _CLOSING.search(own.before(rest, 35)) or _CLOSING_AFTER.match(own.text, rest.end)


def _compared(own, whole, told_parts, total, words, rest):
    """Parts and whole as the computation tells them: one part as a difference, more as a sum."""
    spans = (whole.place, *(one.place for one in told_parts), rest.place)
    kind, left = "parts", rest.value + whole.value - total
    if len(told_parts) == 1:
        kind, words = "remaining", f"{told(whole.value)} − {told(told_parts[0].value)} = {told(left)}"
    if total == whole.value:
        yield Relation(kind, spans, words if kind == "remaining" else f"{words} = {told(total)}")
    elif abs(total - whole.value) <= max(1, FAR * whole.value):
        if kind == "remaining":
            problem = f"Of {whole.text} {told_parts[0].text} are told, which leaves {told(left)}, not {rest.text}."
        else:
            problem = f"The parts of {whole.text} come to {told(total)}: {words}."
        words = words if kind == "remaining" else f"{words} = {told(total)}"
        reason = f"the article tells {whole.text} in all"
        yield Relation(kind, (rest.place, whole.place, *spans[1:-1]), words, "disagrees", reason, problem)


def _added(figures):
    """What parts come to, and the words of it."""
    return sum(one.value for one in figures), " + ".join(told(one.value) for one in figures)


def _lots(own, between, whole):
    """What may be the parts among the figures between a whole and its rest: those told as of it, or all of its kind."""
    possible = [one for one in between if _part(own, one, whole)]
    linked = [one for one in possible if own.whole_of(one) is whole or _of_noun(own, one, whole)]
    return [possible] if linked in ([], possible) else [possible, linked]


def _part(own, one, whole):
    """Whether a figure after a whole may be a part of it: its noun, or none, or "of them"."""
    if one.kind != "count":
        return one.unit in (None, whole.unit)
    return one.head in (None, whole.head, "person") or one.head in _LEAN or bool(_OF_IT.match(own.text, one.end))


def _sure(own, whole, some, rest):
    """Whether words make figures the parts of a whole, so that they have to come to it."""
    if whole.kind == "count" and (whole.head is None or whole.head in _LEAN):
        return False
    if len(some) == 1:
        linked = own.whole_of(some[0]) is whole or _of_noun(own, some[0], whole)
        return linked and rest.sentence - some[0].sentence <= 2
    leaning = all(one.head in (None, whole.head) or one.head in _LEAN or own.whole_of(one) is whole for one in some)
    apart = [b.sentence - a.sentence for a, b in pairwise((whole, *some, rest))]
    return whole.kind == "count" and leaning and max(apart) <= 2


def _of_noun(own, part, whole):
    """Whether a part is of a whole's noun: 340 geese; **212 of the geese**; 212 of **them**."""
    if re.search(
        r"^[^.;:\d]{0,30}, of (?:which|whom) (?:about |some |only |just )?$", own.text[whole.end : part.start]
    ):
        return True
    found = _OF_IT.match(own.text, part.end)
    if not found:
        return False
    after = own.text[part.end : part.end + 40]
    return bool(re.match(r" of (?:them|these|those|which|whom)\b", after)) or _names_it(own, whole, after)


def _names_it(own, whole, words):
    """Whether words name what a figure counts."""
    noun = re.match(r"(?: [a-z-]+){0,2} ([a-z]+)", own.text[whole.end : whole.end + 40])
    return bool(noun) and any(re.search(rf"\b{word}\b", words) for word in noun.group().split() if len(word) > 3)


def _one_lot(whole, rest):
    """Whether what is left names nothing, or what the whole names."""
    if whole.kind != "count":
        return rest.unit in (None, whole.unit)
    return rest.head in (None, "person", "other", whole.head) or rest.head in _LEAN


# Words for those who divide a lot between them: women and men; for, against and abstaining.
_SIDES = (
    re.compile(r"\b(?:women|men|girls|boys|females?|males?)\b", re.I),
    re.compile(
        r"\b(?:in favou?r|voted|(?:voting |were )?for\b|against|abstain\w*|abstentions?|supported|backed|opposed|"
        r"rejected|undecided|no opinion|no view|not know)\b",
        re.I,
    ),
)
_ALL = re.compile(r"\b(?:(?:all|total of|in all)(?: of)?(?: the| its| his| her| their| those)?|of (?:the|its)) $", re.I)
_WITHIN = 2  # sentences between a whole and what divides it


def divided(own):
    """Women and men, or ayes and noes, against **all 31** of them: **18** women and **13** men; **nine** for it …"""
    for sentence, figures in own.by_sentence.items():
        for pattern in _SIDES:
            sides = [one for one in figures if one.kind == "count" and _side(own, one, figures, pattern)]
            words = {_side(own, one, figures, pattern) for one in sides}
            if len(sides) < 2 or len(words) < len(sides) or not own.side_by_side(sides) or not all(map(exact, sides)):
                continue
            yield from _divided(own, sentence, sides)


def _divided(own, sentence, sides):
    """The whole that sides come to, the nearest of the right size, or the one that is told as all of them."""
    total = sum(one.value for one in sides)
    near = [one for one in own.all if abs(one.sentence - sentence) <= _WITHIN + 1 and one.kind == "count"]
    near = sorted(
        (one for one in near if one not in sides and exact(one)), key=lambda one: abs(one.start - sides[0].start)
    )
    equal = [one for one in near if one.value == total]
    told_all = [one for one in near if _ALL.search(own.before(one, 14)) and abs(one.sentence - sentence) <= _WITHIN]
    told_all = [one for one in told_all if one.value > max(side.value for side in sides)]
    words = f"{' + '.join(told(one.value) for one in sides)} = {told(total)}"
    spans = tuple(one.place for one in sides)
    if equal:
        yield Relation("sum", (*spans, equal[0].place), words)
    elif told_all and abs(told_all[0].value - total) <= max(2, 0.15 * total):
        whole = told_all[0]
        reason = f"the article tells {whole.text} in all"
        problem = f"{words}, not {whole.text}."
        yield Relation("sum", (spans[0], whole.place, *spans[1:]), words, "disagrees", reason, problem)


def _side(own, one, figures, pattern):
    """On which side those are whom a figure counts: the word for it after the figure, before the next one."""
    after = [other.start for other in figures if other.start > one.start]
    until = min([own.sentences[one.sentence][1], one.end + 40, *after])
    found = list(pattern.finditer(own.text, one.end, until))
    return found[-1].group().lower().removeprefix("voted ") if found else ""
