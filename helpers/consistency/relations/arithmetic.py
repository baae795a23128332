"""Which equalities between the figures of one article are no chance, and told as what adds up.

That one works out is itself evidence that its figures belong together, the more so the more exact they are and the
fewer others stand near; the words beside them are the rest of it. How much each weighs is learned against figures that
were drawn from other articles in their place (`helpers/data/relations.md`).
"""

import re
from math import comb, log1p, log10

from ..amounts import BESIDE, OTHERS, Relation, exact
from ..weigh import weigher
from .change import ends
from .equalities import equalities
from .linked import PER_CENT_MORE

# Of evidence, in natural logarithms of the odds among stories. Shares fit by chance more often, for they are rounded.
ENOUGH = {"share": -0.1, "change": -0.1, "factor": -0.1, "sum": -0.4, "product": -0.4}

# What says beside a figure that it is what others make.
TOGETHER = re.compile(
    r"\b(?:total|in all|all|altogether|together|combined|overall|sum|added|between them|both|made up of|"
    r"consist\w*|compris\w*|makes?|making|net|leaves?|leaving|brings?|bringing)\b",
    re.I,
)
# What says that one figure is another one less a third.
LESS = re.compile(
    r"\b(?:down|f[ae]ll\w*|drop\w*|declin\w+|less|fewer|cut\w*|lower|lost|died|short|behind|gone|by|majority|margin|"
    r"ahead|after|lead\w*|more|older|younger|taller|rose|risen|up)\b",
    re.I,
)
EACH = re.compile(r"\b(?:each|every|apiece|per|a head|to (?:a|the)|at|times|an?)\b", re.I)
FEATURES = (
    "exactness tried apart sentence block others together less each listed nouns bare whole change one_noun rough "
    "small sum sum3 product share change_of factor beside elliptic announced"
)
FEATURES = tuple(FEATURES.split())
_CHANGED = re.compile(
    r"\b(?:rise|rose|risen|increas\w*|fall|fell|fallen|declin\w*|drop\w*|up|down|deficit|more|less|fewer|higher|lower|"
    r"gone|grew|grown|growth|cut|gain\w*|shortfall)\b",
    re.I,
)
_SIZE_OF = re.compile(r"\b(?:deficit|shortfall|surplus|rise|increase|fall|decline|drop|growth) of (?:\w+ )?$", re.I)


def features(own, found):
    """What speaks for an equality and against chance, in the order of `FEATURES`."""
    told_here = sorted(found.figures, key=lambda one: one.start)
    first, last = told_here[0], told_here[-1]
    apart = last.sentence - first.sentence
    size = len(found.parts)
    near = own.how_many(first.sentence, last.sentence, found.parts[0])
    tried = log10(max(comb(max(near, size + 1), size), 1))
    heads = {one.head for one in told_here if one.head}
    kind = found.kind
    return [
        found.exactness,
        tried,
        log1p(apart),
        float(apart == 0),
        float(first.block == last.block),
        float(min(sum(own.says(one, OTHERS, *BESIDE) for one in told_here), 2)),
        float(min(sum(own.says(one, TOGETHER, 16, 14) for one in told_here), 2)),
        float(kind == "sum" and any(own.says(one, LESS, 14, 14) for one in told_here)),
        float(kind == "product" and any(own.says(one, EACH, 10, 12) or one.per for one in told_here)),
        float(kind == "sum" and len({one.sentence for one in found.parts}) == 1 and own.side_by_side(found.parts)),
        float(max(len(heads) - 1, 0)),
        sum(one.bare for one in told_here) / len(told_here),
        float(any(own.whole_of(one) in told_here for one in found.parts if one.kind != "share")),
        float(any(one.change for one in told_here)),
        float(found.whole.head is not None and any(one.head == found.whole.head for one in found.parts)),
        float(sum(one.approximate is not None for one in told_here)),
        float(sum(one.value <= 3 for one in told_here)),
        float(kind == "sum"),
        float(kind == "sum" and size > 2),
        float(kind == "product"),
        float(kind == "share"),
        float(kind == "change" and any(own.says(one, _CHANGED, 20, 20) for one in told_here)),
        float(kind == "factor"),
        float(kind in ("share", "change") and any(one.sentence == found.whole.sentence for one in found.parts)),
        float(kind == "sum" and _elliptic(found)),
        float(kind == "sum" and _announced(own, found)),
    ]


def _elliptic(found):
    """Whether parts without a noun follow a whole that has one: **12** were held; **ten** went home, **two** not."""
    first = min(one.start for one in found.parts)
    later = found.whole.head is not None and found.whole.end <= first
    return (
        later
        and all(one.bare for one in found.parts)
        and max(one.sentence for one in found.parts) - found.whole.sentence <= 2
    )


_ANNOUNCED = re.compile(
    r"[^.;]{0,30}(?::|, of (?:whom|which)|, including|, made up of|, comprising|, with) ?[^.;:]{0,25}"
)


def _announced(own, found):
    """Whether a whole stands right before its parts: **eight** games: **two** wins, **three** draws and …"""
    ordered = sorted(found.parts, key=lambda one: one.start)
    if found.whole.end > ordered[0].start or not own.side_by_side(ordered):
        return False
    return bool(_ANNOUNCED.fullmatch(own.text, found.whole.end, ordered[0].start))


def arithmetic(own):
    """Sums, products, shares and changes that work out: **18** women and **13** men are the **31** who were ill."""
    weigh, own.changes = weigher("equality", FEATURES), set(ends(own))
    found = [(weigh(features(own, one)), one) for one in equalities(own, own.all)]
    found = sorted((pair for pair in found if pair[0] > ENOUGH[pair[1].kind]), key=lambda pair: -pair[0])
    kept = []
    for _, one in found:
        if _belongs(own, one) and not _cut_short(own, one) and not any(_again(one, other) for other in kept):
            kept.append(one)
    for one in kept:
        kind = "difference" if one.kind == "sum" and len(one.parts) == 2 and _less(own, one) else one.kind
        yield Relation(kind, tuple(sorted(figure.place for figure in one.figures)), one.computation)


WINDOW = 2  # sentences between parts and whole that no word joins
SMALL = 20  # below it counts add up by chance all the time


def _belongs(own, one):
    """Whether words make the figures of an equality belong together: one noun, or what joins parts and whole."""
    figures = sorted(one.figures, key=lambda figure: figure.start)
    if one.kind == "product":
        return any(own.says(figure, EACH, 10, 12) or figure.per for figure in one.parts)
    if one.kind == "change":
        return one.whole.change in ("rise", "fall") or bool(
            _SIZE_OF.search(own.before(one.whole)) or PER_CENT_MORE.match(own.text, one.whole.end)
        )
    if one.kind != "sum":
        return one.kind == "factor" or own.whole_of(one.parts[0]) is one.parts[1] or _beside(own, one)
    if not all(map(exact, figures)) or any("-" in figure.text and figure.kind == "measure" for figure in figures):
        return False  # neither "about" nor "16-bit chips"
    if any("/" in own.text[figure.end : figure.end + 4] for figure in figures):
        return False  # 37 3/4
    if any((one.whole, part) in own.changes or (part, one.whole) in own.changes for part in one.parts):
        return any(part.change for part in one.parts)  # from $71 million to $98 million
    told_as_parts = (
        _elliptic(one)
        or _announced(own, one)
        or any(own.whole_of(part) is one.whole for part in one.parts)
        or any(own.says(part, OTHERS, *BESIDE) for part in one.parts)
    )
    apart = figures[-1].sentence - figures[0].sentence
    less = any(own.says(figure, LESS, 14, 14) for figure in figures)
    if one.whole.kind == "count" and one.whole.value <= SMALL:
        nouns = {figure.head for figure in figures} - {None}
        told_apart = own.says(one.whole, TOGETHER, 16, 14) or (less and apart <= 1)
        return apart <= WINDOW and (told_as_parts or (len(nouns) <= 1 and told_apart))
    one_noun = len({figure.head for figure in figures}) == 1 and figures[0].head is not None
    joined = told_as_parts or own.says(one.whole, TOGETHER, 16, 14)
    return joined or (apart <= WINDOW and (one_noun or less or one.whole.kind != "count" or one.exactness >= 2))


def _beside(own, one):
    """Whether a share stands with its part and its whole in one sentence that tells no other."""
    here = own.by_sentence[one.whole.sentence]
    shares = [figure for figure in here if figure.kind == "share"]
    after = one.whole.start > min(part.start for part in one.parts)  # "the top 1 per cent would get $275,000"
    return after and all(part.sentence == one.whole.sentence for part in one.parts) and len(shares) == 1


def _again(one, other):
    """Whether an equality is told by a better one: its figures again, some of them, or another way to its whole."""
    values, others = ({figure.value for figure in equality.figures} for equality in (one, other))
    if values <= others:
        return True
    places = {figure.place for figure in one.parts}
    return one.whole.place == other.whole.place and bool(places & {figure.place for figure in other.parts})


def _cut_short(own, one):
    """Whether the parts and their whole are some of one list: **17** are red, **nine** blue, **eight** green …"""
    ordered = sorted(one.figures, key=lambda figure: figure.start)
    if one.kind != "sum" or one.whole is not ordered[0] or not own.side_by_side(ordered):
        return False
    after = [figure for figure in own.by_sentence[one.whole.sentence] if figure.start > ordered[-1].start]
    return bool(after) and after[0].bare and len(own.between(ordered[-1], after[0])) < 60


def _less(own, one):
    return any(LESS.search(own.around(figure)) for figure in one.parts)
