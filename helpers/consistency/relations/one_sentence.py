"""Sums and changes that one sentence tells whole: its only figures of one kind, and what they come to."""

import re

from ..amounts import Relation, exact, told
from .change import firm, slack

EXAMPLES = {
    "told change": (
        "Visitors to the museum fell from 12,400 to 9,300 last year, a drop of 15 per cent.",
        "Visitors to the museum fell from 12,400 to 9,300 last year, a drop of 25 per cent.",
    ),
    "total": (
        "The fund has raised $5,000 from the fair and $3,000 from the concert, for a total of $9,000.",
        "The fund has raised $5,000 from the fair and $3,000 from the concert, for a total of $8,000.",
    ),
    "told share": (
        "Turnout was 38 per cent, with 2,812 votes cast out of an electorate of 6,250.",
        "Turnout was 45 per cent, with 2,812 votes cast out of an electorate of 6,250.",
    ),
}
_OLD = re.compile(r"\b(?:from|compared (?:with|to)|against)(?: about| just| around| a record)? $")
_NEW = re.compile(r"\bto(?: about| just| around| a record)? $")
_MOVED = re.compile(
    r"\b(?:ris\w+|rose|increas\w*|up|down|f[ae]ll\w*|drop\w*|cut\w*|grew|gr[eo]w\w*|jump\w*|declin\w*|lower\w*|"
    r"higher|reduc\w*|more|less|fewer|soar\w*|plung\w*|climb\w*|raised?)\b",
    re.I,
)
_SCOPE = re.compile(
    r"\b(?:average|annual\w*|a year|per year|each|since|inflation|real terms|points?|expect\w*|forecast\w*|adjusted|"
    r"while|whereas|margin|share|chance|about|nearly|almost|more than|over|roughly)\b"
)
_TOTAL = re.compile(
    r"\b(?:(?:for|making|bringing|giving|with) (?:a|the|them a|it a) (?:combined )?total(?: of| to)?|totalling) $"
)
_IN_ALL = re.compile(r"(?: [a-z]+)? (?:in all|in total|altogether|all told)\b")
_LOOSE = re.compile(
    r"\b(?:includ\w+|another|more|other|plus|at least|about|nearly|some|per|each|every|from \d|to \d|of)\b", re.I
)
_TURNOUT = re.compile(
    r"\b(?:turnout|share|proportion|rate|acceptance) (?:was|is|of) (?:just |only )?$|, or $|\($", re.I
)
_OUT_OF = re.compile(r"(?: [a-z]+){0,3} out of (?:(?:a|an|the) (?:possible |total |electorate of |total of )?)?")


def one_sentence(own):
    """What is wrong or right in the figures of single sentences."""
    for sentence, figures in own.by_sentence.items():
        yield from _change(own, sentence, figures)
        yield from _total(own, figures)
        yield from _share(own, figures)


def _change(own, sentence, figures):
    """**From** 12,400 **to** 9,300 last year, a drop of **15 per cent**: two ends and a size, and no other figure."""
    shares = [one for one in figures if one.kind == "share" and not one.ranged]
    ends = [one for one in figures if one.kind in ("count", "money", "measure") and not _of_time(one)]
    if len(shares) != 1 or len(ends) != 2 or not all(map(exact, (*shares, *ends))) or min(e.value for e in ends) <= 0:
        return
    (size,), words = shares, own.words(sentence)
    old = [one for one in ends if _OLD.search(own.before(one))]
    new = [one for one in ends if one not in old]
    units = {one.unit for one in ends} - {None}
    if len(old) != 1 or len({one.kind for one in ends} - {"count"}) + (len(units) > 1) > 1 or _SCOPE.search(words):
        return
    if not _MOVED.search(own.around(size, 25, 18)) or len(units) > 1 or own.speaker(size) != own.speaker(old[0]):
        return
    (old,), (new,) = old, new
    given = size.value if size.unit == "percentage" else 100 * size.value
    share = 100 * abs(new.value - old.value) / old.value
    computation = f"({told(new.value)} − {told(old.value)}) / {told(old.value)} = {share:.3g} per cent"
    spans = (size.place, old.place, new.place)
    if abs(share - given) <= slack(size, given):
        yield Relation("change", spans, computation)
    elif firm(share, given) and share < 200 and (new.value < old.value or share > 2):
        problem = f"From {old.text} to {new.text} is {share:.3g} per cent, not {size.text}."
        yield Relation("told change", spans, computation, "disagrees", f"the article tells {size.text}", problem)


def _of_time(one):
    return one.unit in ("year", "month", "week", "day", "hour", "minute", "decade")


def _total(own, figures):
    """$5,000 from the fair **and** $3,000 from the concert, **for a total of** $9,000."""
    for whole in figures:
        marked = _TOTAL.search(own.before(whole, 40)) or _IN_ALL.match(own.text, whole.end)
        if not marked or not exact(whole) or whole.kind not in ("count", "money", "measure"):
            continue
        parts = [one for one in figures if one.end < whole.start and one.kind == whole.kind and not _of_time(one)]
        if not 2 <= len(parts) <= 5 or not all(map(exact, parts)) or whole.value <= max(one.value for one in parts):
            continue
        if whole.kind != "count" and len({one.unit for one in (*parts, whole)}) > 1:
            continue
        if not re.search(r"\band (?:an? )?$", own.before(parts[-1], 8)) and " and " not in own.between(*parts[-2:]):
            continue
        stretch = own.text[parts[0].start : whole.start - 12]
        if _LOOSE.search(stretch) or any(one.per == one.per and one.per for one in parts):
            continue
        total = sum(one.value for one in parts)
        words = f"{' + '.join(told(one.value) for one in parts)} = {told(total)}"
        near = abs(total - whole.value) <= 0.3 * whole.value
        if near:
            problem = f"{words}, not {whole.text}."
            spans = (whole.place, *(one.place for one in parts))
            equal = abs(total - whole.value) < 1e-6 * max(total, 1)
            if equal:
                yield Relation("sum", spans, words)
            else:
                yield Relation("total", spans, words, "disagrees", f"the article tells {whole.text}", problem)


def _share(own, figures):
    """**38 per cent**, with 2,812 votes cast **out of an electorate of** 6,250."""
    shares = [one for one in figures if one.kind == "share" and exact(one) and one.change is None]
    counts = [one for one in figures if one.kind == "count" and one.value > 1]
    if len(shares) != 1 or len(counts) != 2 or not all(map(exact, counts)):
        return
    (one,), (part, whole) = shares, counts
    if not _OUT_OF.fullmatch(own.between(part, whole)) or not part.value < whole.value:
        return
    given, computed = one.value if one.unit == "percentage" else 100 * one.value, 100 * part.value / whole.value
    words = f"{told(part.value)} / {told(whole.value)} = {computed:.3g} per cent"
    spans = (one.place, part.place, whole.place)
    if abs(computed - given) <= slack(one, given):
        yield Relation("share", spans, words)
    elif firm(computed, given) and _TURNOUT.search(own.before(one, 30)):
        problem = f"{part.text} of {whole.text} are {computed:.3g} per cent, not {one.text}."
        yield Relation("told share", spans, words, "disagrees", f"the article tells {one.text}", problem)
