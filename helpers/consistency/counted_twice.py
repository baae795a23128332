"""One thing counted or measured twice: the figures of one noun that cannot both be right."""

import re

from .amounts import Relation, exact
from .relations.change import of_time

EXAMPLES = {
    "counted twice": (
        "The hotel has 14 rooms. All 16 rooms were searched.",
        "The hotel has 14 rooms. All 14 rooms were searched.",
    ),
    "ordinal": (
        "The race is run over six laps. She led until the eighth lap.",
        "The race is run over six laps. She led until the fifth lap.",
    ),
    "measured twice": (
        "The tower is 90 metres high. Two men climbed it. The tower is 80 metres high.",
        "The tower is 90 metres high. Two men climbed it. The crane is 80 metres high.",
    ),
}
# Nouns that follow one another by number, so that none is later than their last.
SERIES = frozenset(
    "lap round hole stage chapter act set storey leg over verse volume episode movement instalment heat "
    "frame hearing".split()
)
VAGUE = frozenset(
    "person man woman other others one year month week day hour minute time percent point vote mile child "
    "way thing case "
    "half those they them us dollar pound euro member goal game match run seat thousand hundred million".split()
)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|its|his|her|their|all|each of the|both)(?: of)?(?: the| its| his| her| their)? $", re.I
)
_ALL = re.compile(r"\b[Aa]ll(?: of)?(?: the| its| his| her| their)? $")
_CHANGES = re.compile(
    r"\b(?:another|additional|extra|further|more|other|others|later|earlier|previous\w*|originally|initially|first|last|next|"
    r"now|then|once|added|adds|gr[eo]w\w*|ris\w+|rose|f[ae]ll\w*|cut|lost|remain\w*|left|each|every|would|could|plan(?:s|ned|ning)?|"
    r"until|since|former\w*|new|old|same|about|double\w*|halv\w*|if|expect\w*|by (?:19|20)\d\d|in (?:19|20)\d\d)\b",
    re.I,
)
_SIZE = re.compile(r"[- ](?P<how>long|wide|high|tall|deep|thick|old|across|in (?:length|height|diameter|weight))\b")


def counted_twice(grounds):
    """Two figures of one noun of which the later is told as the same lot, and is larger."""
    own = grounds.figures
    yield from _counts(own)
    yield from _ordinals(own)
    yield from _measures(own)
    yield from _tolls(own)


def _words(own, one):
    return own.words(one.sentence)


def _counts(own):
    """A lot of 14 rooms, and later **all 16** rooms: a part could be smaller, but not larger."""
    by_noun = {}
    for one in own.all:
        if one.kind == "count" and one.head and one.head not in VAGUE and one.value >= 2:
            by_noun.setdefault(one.head, []).append(one)
    for noun, figures in by_noun.items():
        if len({one.value for one in figures}) != 2 or not all(exact(one) for one in figures):
            continue
        first = figures[0]
        for other in figures[1:]:
            if other.value == first.value or other.sentence == first.sentence:
                continue
            before = own.before(other, 22)
            if not _DEFINITE.search(before) or (other.value < first.value and not _ALL.search(before)):
                continue
            if _CHANGES.search(_words(own, first)) or _CHANGES.search(_words(own, other)) or _two(own, first, other):
                continue
            if _described(own, first) != _described(own, other) or own.whole_of(first) or own.whole_of(other):
                continue
            yield Relation(
                "counted twice",
                (other.place, first.place),
                f"{first.text} against {other.text}",
                "disagrees",
                f"two numbers of one {noun}",
                f"The article counts {first.text} and {other.text} of the same ({noun}).",
            )
            break


def _two(own, first, other):
    """Whether two speakers give two figures."""
    a, b = own.speaker(first), own.speaker(other)
    return a is not None and b is not None and a != b


def _described(own, one):
    """The words between a number and its noun, which make it one of another lot: 16 **double** rooms."""
    of = one.of if isinstance(one.of, str) else ""
    return " ".join(of.lower().split()[:-1])


def _ordinals(own):
    """The **eighth** lap of six."""
    counts = {}
    for one in own.all:
        if one.kind == "count" and one.head in SERIES and not one.ranged:
            counts.setdefault(one.head, []).append(one)
    for one in own.all:
        total = counts.get(one.unit) if one.kind == "ordinal" else None
        if not total or len({figure.value for figure in total}) != 1 or total[0].value < 2:
            continue
        figure = total[0]
        if one.value > figure.value and re.search(r"\b(?:the|its|his|her) $", own.before(one, 6)):
            if not re.search(r"\b(?:after|remaining|left|first|last|final|more|another)\b", own.before(figure, 22)):
                yield Relation(
                    "ordinal",
                    (one.place, figure.place),
                    f"{one.text} against {figure.text}",
                    "disagrees",
                    f"the article counts {figure.text}",
                    f"Of {figure.text} {figure.head}s none is the {one.text}.",
                )


def _measures(own):
    """One sum or size of one thing with two figures: a **budget of $4.2 million**; **the $4.8 million budget**."""
    known = {}
    for one in own.all:
        if one.kind not in ("measure", "money") or not exact(one) or one.per or one.value <= 0 or of_time(one):
            continue
        for thing, definite in _things(own, one):
            known.setdefault((thing, one.unit), []).append((one, definite))
    for (thing, _), told_here in known.items():
        ways = {_dimension(own, one) for one, _ in told_here} - {None}
        if len({one.value for one, _ in told_here}) != 2 or len(ways) > 1:
            continue
        first = told_here[0][0]
        other, definite = next(pair for pair in told_here if pair[0].value != first.value)
        if not definite or other.sentence == first.sentence or _two(own, first, other) or _other_one(own, first, other):
            continue
        yield Relation(
            "measured twice",
            (other.place, first.place),
            f"{first.text} against {other.text}",
            "disagrees",
            f"two figures of one {thing}",
            f"The {thing} is told with {first.text} in one place and with {other.text} in another.",
        )


def _other_one(own, first, other):
    """Whether words make two figures those of two times or things; a length does not change by the year."""
    if first.unit in LENGTHS and all(re.search(r"\d{4}", found) for found in _changing(own, first, other)):
        return False
    return bool(_changing(own, first, other)) or any(one.change or own.whole_of(one) for one in (first, other))


LENGTHS = frozenset("metre kilometre mile foot yard centimetre inch".split())


def _changing(own, *figures):
    return [found.group() for one in figures for found in _CHANGES.finditer(_words(own, one))]


def _dimension(own, one):
    found = _SIZE.match(own.text, one.end)
    return found["how"] if found and found["how"] != "old" else None


def _things(own, one):
    """(noun, whether it is known) of what a figure measures: **the** 280-metre **bridge**, a **budget** of £4m."""
    span = own.doc.char_span(one.start, one.end, alignment_mode="expand")
    last = span[-1]
    after = own.doc[last.i + 1] if last.i + 1 < len(own.doc) else None
    if after is not None and after.pos_ == "NOUN" and own.text[one.end : after.idx].strip(" ") in ("", "-"):
        noun = after
        while noun.i + 1 < len(own.doc) and noun.dep_ == "compound" and own.doc[noun.i + 1].pos_ == "NOUN":
            noun = own.doc[noun.i + 1]
        yield noun.lemma_.lower(), _known(noun)
        return
    before = own.doc[span[0].i - 1] if span[0].i else None
    if before is not None and before.lower_ == "of" and before.head.pos_ == "NOUN":
        yield before.head.lemma_.lower(), _known(before.head)
    elif span.root.dep_ in ("dobj", "attr") and span.root.head.lemma_ in ("cost", "weigh", "measure", "award"):
        verb = span.root.head
        yield verb.lemma_.lower(), False
        for noun in verb.children:
            if noun.dep_ == "nsubj" and noun.pos_ == "NOUN":
                yield noun.lemma_.lower(), True
    elif _SIZE.match(own.text, one.end):
        for noun in own.topic(one):
            yield noun, True


def _known(noun):
    return any(child.lower_ in ("the", "this", "that", "its", "his", "her", "their") for child in noun.children)


_DEAD = frozenset("dead death victim fatality body".split())
_PEOPLE = frozenset("person people man woman passenger".split()) | {None}
_KILLS = re.compile(
    r"\b(?:killed|killing|kills|claimed the lives of|death of|deaths of|cost the lives of)(?: all)?(?: the)? $"
)
_DIED = re.compile(r"(?: [a-z]+)? (?:died|were killed|have died|lost their lives|perished|dead\b)")
_THE_DEAD = re.compile(r"\b(?:the|all|those)(?: of the)? $", re.I)


def _tolls(own):
    """How many died, told with two figures: it **killed 12 people**; a service for **the 14 dead**."""
    told_here = [one for one in own.all if one.kind == "count" and one.value >= 2 and _of_the_dead(own, one)]
    if len({one.value for one in told_here}) != 2 or not all(map(exact, told_here)):
        return
    first = told_here[0]
    other = next(one for one in told_here if one.value != first.value)
    if not _THE_DEAD.search(own.before(other, 12)) or other.head not in _DEAD or first.sentence == other.sentence:
        return
    if _changing(own, first, other) or _two(own, first, other) or own.whole_of(first) or own.whole_of(other):
        return
    problem = f"The article tells {first.text} and {other.text} of the dead."
    both = f"{first.text} against {other.text}"
    yield Relation("counted twice", (other.place, first.place), both, "disagrees", "two numbers of the dead", problem)


def _of_the_dead(own, one):
    """Whether a figure counts the dead: killed **12** people; **12** died; the **14** dead."""
    if one.head in _DEAD:
        return True
    return one.head in _PEOPLE and bool(_KILLS.search(own.before(one)) or _DIED.match(own.text, one.end))
