"""The figures of one article as the relations see them: the rows of quantities, sentence by sentence."""

import re
from bisect import bisect_right
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import floor, log10

from ..language.grammar import NOUN_SUBJECTS, clause_verb
from ..quantities import find_quantities
from ..tables import each, is_missing

# One hundredth of another unit: 14p are £0.14.
HUNDREDTHS = {"penny": "pound", "cent": "dollar", "paisa": "rupee"}
BESIDE = (18, 12)  # characters before and after a figure that say of what lot it is
OTHERS = re.compile(r"\b(?:other|others|remaining|rest|further|another|left|additional|missing)\b", re.I)


@dataclass(frozen=True)
class Relation:
    """Places whose figures were compared: what was computed, and whether it holds."""

    kind: str
    spans: tuple
    computation: str
    verdict: str = "agrees"
    reason: str | None = None
    problem: str | None = None


@dataclass(frozen=True, eq=False)
class Figure:
    """A row of quantities, whose columns it has, with the number of its sentence and block."""

    row: object
    sentence: int
    block: int

    def __post_init__(self):
        self.__dict__.update(self.row._asdict())  # asked some thousand times where an article has many figures

    @cached_property
    def ranged(self):
        """Whether it has two ends."""
        return self.high == self.high

    @cached_property
    def bare(self):
        """Whether no word says what it counts."""
        return self.kind == "count" and self.unit is None

    @cached_property
    def head(self):
        """What a count counts: the lemma of its noun; None of measures, and where no word says it."""
        return self.unit if self.kind == "count" else None

    @cached_property
    def step(self):
        """The unit of its last place: 100 of 2,400, a tenth of a million of 1.2m."""
        digits = f"{self.value:.10g}"
        if "e" in digits:
            return 10.0 ** (floor(log10(abs(self.value))) - 1)
        whole, _, fraction = digits.partition(".")
        return 10.0 ** -len(fraction) if fraction else 10.0 ** (len(whole) - len(whole.rstrip("0") or "0"))

    @cached_property
    def place(self):
        return self.start, self.end


class Figures:
    """The quantities of one article, sentence by sentence."""

    def __init__(self, grounds):
        article = grounds.article
        self.grounds, self.text, self.doc = grounds, article.text, grounds.doc
        self.sentences = [(span.start_char, span.end_char) for span in grounds.sentences]
        starts = [start for start, _ in self.sentences]
        blocks = article.blocks["start"].tolist()
        self.kinds = article.blocks["kind"].tolist()
        columns = "id start end text value high unit approximate change of of_start of_end per whole time quote kind"
        self.all = [
            Figure(_in_whole_units(row), bisect_right(starts, row.start) - 1, bisect_right(blocks, row.start) - 1)
            for row in each(find_quantities(article), columns)
        ]
        self._topics, self._says = {}, {}
        self._group()

    def _group(self):
        self._wholes, self._many, self.by_sentence = {}, {}, {}
        for one in self.all:
            self.by_sentence.setdefault(one.sentence, []).append(one)

    def with_figures(self, figures):
        """The same article with other figures in the places of its own."""
        other = copy(self)
        other.all = figures
        other._group()
        return other

    def words(self, sentence):
        """The words of a sentence."""
        return self.text[slice(*self.sentences[sentence])]

    def between(self, one, other):
        """The words between two figures."""
        first, last = sorted((one, other), key=lambda figure: figure.start)
        return self.text[first.end : last.start]

    def before(self, one, size=25):
        """The words before a figure, of its sentence."""
        return self.text[max(one.start - size, self.sentences[one.sentence][0]) : one.start]

    def around(self, one, before=12, after=25):
        """A figure with the words around it, in its sentence."""
        first, last = self.sentences[one.sentence]
        return self.text[max(one.start - before, first) : min(one.end + after, last)]

    def says(self, one, pattern, before, after):
        """Whether the words around a figure match a pattern; asked for each equality that it is in."""
        key = one.start, pattern, before, after
        if key not in self._says:
            self._says[key] = bool(pattern.search(self.around(one, before, after)))
        return self._says[key]

    def how_many(self, first, last, like):
        """How many figures of the kind of another one, or of none, stand in these sentences."""
        key = first, last, None if like.bare else like.kind
        if key not in self._many:
            near = [one for number in range(first, last + 1) for one in self.by_sentence.get(number, ())]
            self._many[key] = sum(like.bare or one.bare or one.kind == like.kind for one in near)
        return self._many[key]

    def side_by_side(self, parts):
        """Whether parts stand in one list: **18** were women and **13** men."""
        ordered = sorted(parts, key=lambda one: one.start)
        return all(a.sentence == b.sentence and len(self.between(a, b)) < 45 for a, b in pairwise(ordered))

    def token(self, one):
        """The last word of a figure."""
        span = self.doc.char_span(one.start, one.end, alignment_mode="expand")
        return span[-1]

    def topic(self, one):
        """Lemmas of what a figure is about: its noun, what that is of, and the subject of its clause."""
        if one.id not in self._topics:
            verb = clause_verb(self.token(one))
            words = [child for child in verb.children if child.dep_ in NOUN_SUBJECTS]
            words += [child for child in verb.children if child.dep_ in ("dobj", "nsubj") and child.i < verb.i + 6]
            if not is_missing(one.of_start):
                span = self.doc.char_span(int(one.of_start), int(one.of_end), alignment_mode="expand")
                words += [word for word in span if word.pos_ in ("NOUN", "PROPN")]
            self._topics[one.id] = {word.lemma_.lower() for word in words if word.pos_ in ("NOUN", "PROPN")} - VAGUE
        return self._topics[one.id]

    def speaker(self, one):
        """Who gives a figure, as the article says, or None."""
        return self.grounds.attributed.get(one.start) or None

    def whole_of(self, part):
        """The figure of which another one is said to be a part: 60 **of the 96**; **of 96** boats, 60."""
        if part.id not in self._wholes:
            self._wholes[part.id] = self._find_whole(part)
        return self._wholes[part.id]

    def _find_whole(self, part):
        for one in self.by_sentence[part.sentence]:
            if one is part or one.kind not in ("count", "money", "measure") or one.kind != part.kind:
                continue
            if one.start > part.end and _OF_AFTER.fullmatch(self.text[part.end : one.start]):
                return one
            between = self.text[one.end : part.start]
            if one.end < part.start and len(between) < 60 and ";" not in between:
                if _OF_BEFORE.search(self.before(one, 40)):
                    return one
        return None


# "60 **of the** 96", "98 **out of** 490"; "**Of the club’s** 96 boats, 60"
# 2,812 papers **from an electorate of** 6,250
_OF_AFTER = re.compile(
    r"(?: [a-z]+)?(?: [a-z]+)? (?:of|out of|from among) (?:the |its |his |her |their |about )?"
    r"|(?: [a-z]+){0,3} (?:of|from|out of|among) (?:a|an|the) (?:possible|total|electorate|field|list|roll|pool|total "
    r"electorate|population|membership|workforce|fleet|stock)(?: [a-z]+)? of "
)
_OF_BEFORE = re.compile(r"(?:\bOf|[,;:(–—“\"] ?of) (?:the |its |her |his |their )?(?:[\w’' -]{1,30}[’']s? )?$")
# Words that stand for too many things to say what a figure is about.
VAGUE = frozenset(
    "figure number total year month week day people person thing one half rate number part amount".split()
)


def _in_whole_units(row):
    """A row in the larger unit of its money: 14p are £0.14."""
    if row.unit not in HUNDREDTHS:
        return row
    return row._replace(value=round(row.value / 100, 6), high=row.high / 100, unit=HUNDREDTHS[row.unit])


def told(value):
    """A number as the computation tells it.

    >>> told(1204.0), told(0.25), told(2600000.0)
    ('1,204', '0.25', '2,600,000')
    """
    if abs(value - round(value)) < 1e-9:
        return f"{round(value):,}"
    return f"{value:,.4g}" if abs(value) < 1e4 else f"{value:,.2f}"


def exact(figure):
    """Whether a figure is told as one number, and not about."""
    return not figure.ranged and figure.approximate is None


def comparable(figures):
    """Whether figures are of one kind and unit, as far as the article says a unit."""
    units = {figure.unit for figure in figures if figure.unit}
    kinds = {figure.kind for figure in figures}
    if kinds & {"ordinal", "multiple", "score", "age", "rate"} or any(figure.per for figure in figures):
        return False
    if kinds & {"money", "measure", "share"}:
        named = [figure for figure in figures if not figure.bare]
        return len({figure.kind for figure in named}) == 1 and len(units) == 1 and len(named) >= 2
    return True


def digits(value):
    """Significant figures of a number: the more, the less a sum is chance.

    >>> digits(118406.0), digits(2600000.0), digits(15.0)
    (6, 2, 2)
    """
    return len(f"{value:.6g}".replace(".", "").strip("0")) if value < 1e6 else len(str(int(value)).rstrip("0"))
