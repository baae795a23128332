"""Figures of one article set against each other: parts and whole, differences, shares, changes, spans of years.

Two figures are about one thing only where words say so: the same noun, or "the other", "in all", "up from". What adds
up is told beside what does not; what cannot be compared is told with the reason.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import combinations, pairwise

from ..language import parse
from ..quantities import find_quantities
from ..tables import each

REACH = 2  # sentences between two figures that are compared
OTHERS = re.compile(r"\b(?:other|others|remaining|rest|further|another|left|additional|missing)\b", re.I)
WHOLE = re.compile(
    r"\b(?:total|in all|all|altogether|together|combined|overall|sum|added|between them|both|entire|made up of|consist|"
    r"comprise|majority|margin|ahead|lead|votes? to|shots? to)\b",
    re.I,
)
DOWN = re.compile(
    r"\b(?:down|f[ae]ll\w*|drop\w*|declin\w+|decreas\w+|less|fewer|cut\w*|lower|lost|shr[aiu]nk\w*|reduc\w+|died|"
    r"short|behind)\b",
    re.I,
)
EXAMPLES = {
    "remaining": (
        "Of the club’s 96 boats, 60 were sold. The other 46 are for hire.",
        "Of the club’s 96 boats, 60 were sold. The other 36 are for hire.",
    ),
    "change": (
        "The fare goes from £2.80 to £2.94, a rise of 15 per cent.",
        "The fare goes from £2.80 to £2.94, a rise of 5 per cent.",
    ),
    "share": (
        "Of 490 pupils, 98, or 40 per cent, walk to school.",
        "Of 490 pupils, 98, or 20 per cent, walk to school.",
    ),
    "majority": (
        "Ann Lee received 4,318 votes and Tom Roe 4,116. She won by 312 votes.",
        "Ann Lee received 4,318 votes and Tom Roe 4,116. She won by 202 votes.",
    ),
    "shares": (
        "Half of the money goes to Ann, a third to Ben and the remaining quarter to Cleo.",
        "Half of the money goes to Ann, a third to Ben and the remaining sixth to Cleo.",
    ),
}


@dataclass(frozen=True)
class Relation:
    """Places whose figures were compared: what was computed, and whether it holds."""

    kind: str
    spans: tuple
    computation: str
    verdict: str = "agrees"
    reason: str | None = None
    problem: str | None = None


@dataclass(frozen=True)
class Figure:
    """A row of quantities with the number of its sentence and block."""

    row: object
    sentence: int
    block: int

    def __getattr__(self, name):
        return getattr(self.row, name)

    @property
    def ranged(self):
        """Whether it has two ends."""
        return self.row.high == self.row.high

    @property
    def bare(self):
        """Whether no word says what it counts."""
        return self.row.kind == "count" and self.row.unit is None

    @property
    def place(self):
        return self.row.start, self.row.end


class Figures:
    """The quantities of one article, sentence by sentence."""

    def __init__(self, article):
        self.text, doc = article.text, parse(article)
        self.sentences = [(span.start_char, span.end_char) for span in doc.sents]
        starts = [start for start, _ in self.sentences]
        blocks = article.blocks["start"].tolist()
        table = find_quantities(article)
        columns = "id start end text value high unit approximate change of per whole time quote kind"
        self.all = [
            Figure(row, bisect_right(starts, row.start) - 1, bisect_right(blocks, row.start) - 1)
            for row in each(table, columns)
        ]
        self.by_sentence = {}
        for one in self.all:
            self.by_sentence.setdefault(one.sentence, []).append(one)

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


def told(value):
    """A number as the computation tells it.

    >>> told(1204.0), told(0.25), told(2600000.0)
    ('1,204', '0.25', '2,600,000')
    """
    if abs(value - round(value)) < 1e-9:
        return f"{round(value):,}"
    return f"{value:,.4g}" if abs(value) < 1e4 else f"{value:,.2f}"


def _exact(figure):
    return not figure.ranged and figure.approximate is None


def _comparable(figures):
    """Whether figures are of one kind and unit, as far as the article says a unit."""
    units = {figure.unit for figure in figures if figure.unit}
    kinds = {figure.kind for figure in figures}
    if kinds & {"ordinal", "multiple", "score", "age", "rate"} or any(figure.per for figure in figures):
        return False
    if kinds & {"money", "measure", "share"}:
        named = [figure for figure in figures if not figure.bare]
        return len({figure.kind for figure in named}) == 1 and len(units) == 1 and len(named) >= 2
    return True


def _digits(value):
    """Significant figures of a number: the more, the less a sum is chance.

    >>> _digits(118406.0), _digits(2600000.0), _digits(15.0)
    (6, 2, 2)
    """
    return len(f"{value:.6g}".replace(".", "").strip("0")) if value < 1e6 else len(str(int(value)).rstrip("0"))


def relations(article):
    """Everything that was compared in an article's figures.

    Parameters
    ----------
    article : Article

    Returns
    -------
    list of Relation
    """
    own = Figures(article)
    found = []
    for rule in (remaining, majority, change, share, shares, sums):
        taken = {frozenset(one.spans) for one in found}
        found += [one for one in rule(own) if frozenset(one.spans) not in taken]
    return found


def remaining(own):
    """Of a whole a part is told, and "the other" part: of 96 boats 60 were sold, **the other 36** …"""
    for part in own.all:
        whole = _whole_of(own, part)
        if whole is None or not _exact(whole) or not _exact(part) or part.value >= whole.value:
            continue
        rest = _rest_of(own, part, whole)
        if rest is None or not _exact(rest):
            continue
        left = whole.value - part.value
        computation = f"{told(whole.value)} − {told(part.value)} = {told(left)}"
        spans = tuple(sorted((part.place, whole.place, rest.place)))
        if left == rest.value:
            yield Relation("remaining", spans, computation)
        elif _told_alone(own, part, whole, rest):
            reason = f"the article tells {rest.text} as the rest"
            yield Relation(
                "remaining", (rest.place, whole.place, part.place), computation, "disagrees", reason,
                f"Of {whole.text} {part.text} are told, which leaves {told(left)}, not {rest.text}.",
            )  # fmt: skip


def _whole_of(own, part):
    """The figure of which another one is said to be a part: 60 **of the 96**; **of 96** boats, 60."""
    same = own.by_sentence[part.sentence]
    for one in same:
        if one is part or one.kind not in ("count", "money", "measure") or one.kind != part.kind:
            continue
        if one.start > part.end and re.fullmatch(
            r"(?: [a-z]+)? (?:of|out of) (?:the |its |his |her |their |about )?", own.text[part.end : one.start]
        ):
            return one
        if one.end < part.start and re.search(
            r"\b[Oo]f (?:the |its |her |his |their )?(?:[\w’' -]{1,30}’s? )?$", own.before(one, 40)
        ):
            if len(own.text[one.end : part.start]) < 60 and ";" not in own.text[one.end : part.start]:
                return one
    return None


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


def majority(own):
    """Won **by** as many votes as lie between the two numbers of votes."""
    for lead in own.all:
        if lead.unit not in ("vote", "point", "shot", "seat") or not re.search(
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
                if one is not lead and one.kind == "count" and _exact(one)
            ]
            pair = pair[:2] if len(pair) == 3 else pair
            if len(pair) != 2 or not any(one.unit == lead.unit for one in pair) or not _exact(lead):
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
                    "majority", spans, computation, "disagrees", f"the article tells {lead.text}",
                    f"{told(high)} and {told(low)} are {told(high - low)} apart, not {told(lead.value)}.",
                )  # fmt: skip


def _names(pair):
    """Units that are the words after a bare number by accident."""
    return {one.unit for one in pair if one.of is None}


_FROM_TO = re.compile(
    r"(?:an? [a-z]+ )?(?:in 20\d\d )?to |,? becomes? |,? became |, (?:compared with|against|up from|down from) "
    r"|.{0,20}\b(?:compared with|against|up from|down from|more than(?: the)?|to|from) "
)
# "from 5 to 6, **a rise of** 20 per cent"; "rose 20 per cent **to** 6 from 5"
_SIZE_AFTER = re.compile(r",? (?:an? (?:\w+ )?(?:of )|or |up |down |\()")
_SIZE_BEFORE = re.compile(r",? (?:to|from) (?:a record |about |just )?")


def change(own):
    """Two ends of a change, and its size: **from** £2.80 **to** £2.94, a rise of **5 per cent**; by **36** to 566."""
    for sentence, figures in own.by_sentence.items():
        sizes = [
            one
            for one in figures
            if one.kind in ("share", "multiple")
            or one.change in ("rise", "fall")
            or re.search(r"\b(?:by|of|another|added) $", own.before(one, 9))
        ]
        ends = [one for one in figures if not one.ranged and one.kind in ("money", "count", "measure", "share")]
        for one, other in combinations(ends, 2):
            if one.unit != other.unit and one.unit and other.unit:
                continue
            if one.value == other.value or min(one.value, other.value) <= 0:
                continue
            words = own.between(one, other)
            if len(words) > 45 or not _FROM_TO.fullmatch(words) or any(char in words for char in ';“”"'):
                continue
            old, new = (one, other)
            if re.search(r"\b(?:up|down) from|compared with|against|more than", words) or (
                re.search(r"\bto (?:a record )?$", own.before(one, 14)) and re.search(r"\bfrom\b", words)
            ):
                old, new = other, one
            elif not re.search(r"\bbecome|\bbecame", words) and not re.search(
                r"\bfrom (?:about |just |around )?$", own.before(one, 14)
            ):
                continue
            for size in sizes:
                if size in (one, other) or (size.start > other.end + 60) or (size.end < one.start - 60):
                    continue
                yield from _changed(own, old, new, size, sentence)


def _changed(own, old, new, size, sentence):
    """The size of a change against its ends."""
    spans = (size.place, old.place, new.place)
    difference = new.value - old.value
    if size.kind == "share" and (old.kind != "share" or size.unit != old.unit):
        told_share = size.value if size.unit == "percentage" else 100 * size.value
        share = 100 * abs(difference) / old.value
        computation = f"({told(new.value)} − {told(old.value)}) / {told(old.value)} = {share:.3g} per cent"
        if abs(share - told_share) <= _slack(size, told_share):
            yield Relation("change", spans, computation)
        elif (
            _exact(old) and _exact(new) and _exact(size) and _of_these(own, old, new, size) and _firm(share, told_share)
        ):
            yield Relation(
                "change", spans, computation, "disagrees", f"the article tells {size.text}",
                f"From {old.text} to {new.text} is {share:.3g} per cent, not {size.text}.",
            )  # fmt: skip
    elif (
        size.kind == old.kind and size.unit == old.unit and abs(abs(difference) - size.value) < 1e-6 * max(old.value, 1)
    ):
        big, small = max(old.value, new.value), min(old.value, new.value)
        yield Relation("difference", spans, f"{told(big)} − {told(small)} = {told(abs(difference))}")


def _of_these(own, old, new, size):
    """Whether nothing stands between a change's ends and its size that could change what is talked about."""
    first, last = sorted((old, new), key=lambda one: one.start)
    if size.start > last.end:
        return bool(_SIZE_AFTER.fullmatch(own.between(last, size)))
    return size.end <= first.start and bool(_SIZE_BEFORE.fullmatch(own.between(size, first)))


def _slack(figure, value):
    """How far rounding lets a share be from what is computed: half of its last place, more where it is rough."""
    text = figure.text
    last = 0.1 if re.search(r"\.\d", text) else 1.0
    if figure.unit != "percentage":
        last = max(1.0, 0.03 * value)
    return (3.0 if figure.approximate else 0.55) * last


def _firm(computed, given):
    """Whether two shares are too far apart for rounding and for a slip of a point."""
    return abs(computed - given) > max(1.5, 0.15 * max(computed, given))


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
            linked = _whole_of(own, part) is whole
            given = one.value if one.unit == "percentage" else 100 * one.value
            if part.change or whole.change:  # "fell $1.25, or 1.4 per cent, to $88.95": a change, and no share
                if part.kind == "money":
                    yield from _moved(own, part, one, whole)
                continue
            computed = 100 * part.value / whole.value
            same = len({part.sentence, whole.sentence, one.sentence}) <= 2
            computation = f"{told(part.value)} / {told(whole.value)} = {computed:.3g} per cent"
            spans = (one.place, part.place, whole.place)
            if (
                same
                and abs(computed - given) <= _slack(one, given)
                and (linked or (_digits(whole.value) + _digits(part.value) >= 4 and _about_share(own, one)))
            ):
                yield Relation("share", spans, computation)
            elif (
                linked
                and re.search(r"^,? (?:or |\()", own.between(part, one) if one.start > part.start else "")
                and _exact(one)
                and _firm(computed, given)
                and one.sentence == part.sentence
                and len(own.between(part, one)) < 25
            ):
                yield Relation(
                    "share", spans, computation, "disagrees", f"the article tells {one.text}",
                    f"{part.text} of {whole.text} are {computed:.3g} per cent, not {one.text}.",
                )  # fmt: skip


def _moved(own, size, share, new):
    """A move told as a sum and as a share, and where it ended: **fell $1.25**, or **1.4** per cent, to **$88.95**."""
    told_together = re.fullmatch(r",? or (?:about |nearly )?", own.between(size, share)) and size.end <= share.start
    if (
        not told_together
        or not re.fullmatch(r",? to (?:close at )?", own.between(share, new))
        or share.unit != "percentage"
    ):
        return
    old = new.value - size.value if size.change == "rise" else new.value + size.value
    if old <= 0 or size.change not in ("rise", "fall"):
        return
    computed = 100 * size.value / old
    if abs(computed - share.value) <= _slack(share, share.value):
        places = (share.place, size.place, new.place)
        yield Relation("change", places, f"{told(size.value)} / {told(old)} = {computed:.3g} per cent")


def _about_share(own, figure):
    """Whether a share is no change, whose size would not be a part of a whole."""
    return figure.change is None


def shares(own):
    """Shares that are told as all of a thing: half, a third and **the remaining** quarter."""
    for first, figures in own.by_sentence.items():
        run = [*figures, *own.by_sentence.get(first + 1, ())]
        run = [one for one in run if one.kind == "share" and not one.ranged and one.change is None]
        if len(run) < 3 or len({one.unit for one in run}) > 1 or len({one.block for one in run}) > 1:
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
                "shares", (rest.place, *spans[:-1]), computation, "disagrees", "the parts are not the whole",
                f"The parts are told as all there is, and make {told(round(100 * total, 1))} per cent.",
            )  # fmt: skip


def sums(own):
    """Figures that add up: 31 were ill, **18** women and **13** men; 1,480 feet without **340** are 1,140."""
    seen = set()
    for whole in own.all:
        if whole.kind not in ("count", "money", "measure") or whole.ranged or whole.value < 3:
            continue
        near = [
            one
            for one in own.all
            if one is not whole
            and one.block == whole.block
            and abs(one.sentence - whole.sentence) <= REACH
            and not one.ranged
            and 0 < one.value < whole.value
            and (one.kind == whole.kind or one.bare or whole.bare)
        ]
        for size in (2, 3, 4):
            if size > 2 and len(near) > 8:
                break
            for parts in combinations(near, size):
                key = frozenset(one.id for one in (whole, *parts))
                if key in seen or abs(sum(one.value for one in parts) - whole.value) > 1e-6 * whole.value:
                    continue
                if not _comparable((whole, *parts)) or not _meant(own, whole, parts):
                    continue
                seen.add(key)
                spans = tuple(sorted(one.place for one in (whole, *parts)))
                computation = f"{' + '.join(told(one.value) for one in parts)} = {told(whole.value)}"
                yield Relation("sum" if size > 2 or not _less(own, whole, parts) else "difference", spans, computation)


def _less(own, whole, parts):
    return bool(DOWN.search(own.around(parts[0])) or DOWN.search(own.around(parts[1])))


def _meant(own, whole, parts):
    """Whether a sum is no chance: figures of many places, or words that say what belongs together."""
    figures = (whole, *parts)
    places = sum(_digits(one.value) for one in figures)
    sentences = {one.sentence for one in figures}
    units = {one.unit for one in figures if one.unit}
    if max(sentences) - min(sentences) > REACH:
        return False
    if whole.kind != "count":
        return places >= 2 * len(figures) + 1 or (len(sentences) == 1 and places > len(figures))
    together = len(sentences) <= 3
    if places >= 8 and len(parts) == 2:
        return True
    said = any(WHOLE.search(own.around(one)) or OTHERS.search(own.around(one, 18, 12)) for one in figures)
    listed = _side_by_side(own, parts)
    known = len(units) <= 1 or any(one.unit is None for one in parts)
    if places >= 6 and len(parts) == 2:
        return together and (said or known)
    if whole.value < 12:
        return len(sentences) <= 2 and said and listed and len(units) == 1
    return together and said and (listed or known)


def _side_by_side(own, parts):
    """Whether parts stand in one list: **18** were women and **13** men."""
    ordered = sorted(parts, key=lambda one: one.start)
    return len({one.sentence for one in parts}) == 1 and all(len(own.between(a, b)) < 45 for a, b in pairwise(ordered))
