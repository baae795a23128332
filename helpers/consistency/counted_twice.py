"""One thing counted or measured twice: the figures of one noun that cannot both be right."""

import re

from .amounts import Relation, exact

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
    r"now|then|once|added|adds|gr[eo]w\w*|ris\w+|rose|f[ae]ll\w*|cut|lost|remain\w*|left|each|every|would|could|plan\w*|"
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
    """One length, height or width of one thing, told with two figures."""
    known = {}
    for one in own.all:
        found = _SIZE.match(own.text, one.end) if one.kind == "measure" else None
        if not found or not exact(one) or found["how"] == "old":
            continue
        nouns = own.topic(one)
        for subject in nouns:
            key = (subject, one.unit, found["how"])
            other = known.setdefault(key, one)
            if other.value != one.value and other.sentence != one.sentence and not _two(own, one, other):
                if _CHANGES.search(_words(own, one)) or _CHANGES.search(_words(own, other)):
                    continue
                yield Relation(
                    "measured twice",
                    (one.place, other.place),
                    f"{other.text} against {one.text}",
                    "disagrees",
                    f"two figures of one {subject}",
                    f"The {subject} is {other.text} {found['how']} in one place and {one.text} in another.",
                )
                break
