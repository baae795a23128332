"""Sums and changes that one sentence tells whole: its only figures of one kind, and what they come to."""

import re
from itertools import pairwise

from ..amounts import Relation, exact, told
from .change import of_time

EXAMPLES = {
    "total": (
        "The fund has raised $5,000 from the fair and $3,000 from the concert, for a total of $9,000.",
        "The fund has raised $5,000 from the fair and $3,000 from the concert, for a total of $8,000.",
    ),
    "listed": (
        "Voters chose 21 councillors: 12 Liberals, seven Conservatives and four Greens.",
        "Voters chose 23 councillors: 12 Liberals, seven Conservatives and four Greens.",
    ),
    "product": (
        "She sold 40 pictures at $50 each, raising $2,400.",
        "She sold 40 pictures at $50 each, raising $2,000.",
    ),
}
_TOTAL = re.compile(
    r"(?:(?:\b(?:for|making|bringing|giving|with)|,) (?:a|the|them a|it a) "
    r"(?:combined )?total(?: of| to)?|\btotalling) $"
)
_IN_ALL = re.compile(r"(?: [a-z]+)? (?:in all|in total|altogether|all told)\b")
_LOOSE = re.compile(
    r"\b(?:includ\w+|another|more|other|plus|at least|about|nearly|some|per|each|every|from \d|to \d|of)\b", re.I
)
# Between a whole and its parts: 21 councillors**:** 12 Liberals; 15 members, **of whom** nine voted for it.
_PARTS_FOLLOW = re.compile(
    r"[^.;:“”\"\d]{0,45}"
    r"(?P<how>:|, of (?:whom|which)| (?:made up of|comprising|consisting of)| [-–—])[^.;:“”\"\d]{0,14}"
)
_EACH = re.compile(r"(?: [a-z]+)? (?:each|apiece|a head)\b")
_MAKES = re.compile(
    r"\b(?:rais\w+|total\w*|bring\w* in|or|cost\w*|making|worth|earn\w+|pay\w*|for) (?:a total of |about )?$"
)


def one_sentence(own):
    """What is wrong or right in the figures of single sentences."""
    for figures in own.by_sentence.values():
        yield from _total(own, figures)
        yield from _listed(own, figures)
        yield from _product(own, figures)


def _total(own, figures):
    """$5,000 from the fair **and** $3,000 from the concert, **for a total of** $9,000."""
    for whole in figures:
        marked = _TOTAL.search(own.before(whole, 40)) or _IN_ALL.match(own.text, whole.end)
        if not marked or not exact(whole) or whole.kind not in ("count", "money", "measure"):
            continue
        parts = [one for one in figures if one.end < whole.start and one.kind == whole.kind and not of_time(one)]
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
        yield from _told("total", whole, parts, total, " + ".join(told(one.value) for one in parts))


def _listed(own, figures):
    """**21** councillors: **12** Liberals, **seven** Conservatives **and four** Greens."""
    for kind in ("count", "money"):
        yield from _listed_of(own, [one for one in figures if one.kind == kind and not one.per])


def _listed_of(own, figures):
    """Lists of one kind of figures."""
    for number, whole in enumerate(figures[:-2]):
        parts = figures[number + 1 :]
        if whole.kind == "money" and {one.unit for one in parts} != {whole.unit}:
            continue
        opened = _PARTS_FOLLOW.fullmatch(own.text, whole.end, parts[0].start)
        if (
            not opened
            or not 2 <= len(parts) <= 8
            or not own.side_by_side(parts)
            or not all(map(exact, (whole, *parts)))
        ):
            continue
        if opened["how"] != ":" and len(parts) < 3:
            continue
        last, rest = own.between(*parts[-2:]), own.text[parts[-1].end : own.sentences[whole.sentence][1]]
        if not re.search(r"\band(?: [a-z]+)? ?$", last) or re.search(r"[,;:]| (?:and|of|who|which) ", rest):
            continue
        if any(re.search(r"[;:()“”\"]|\b(?:of|who|which|per)\b", own.between(a, b)) for a, b in pairwise(parts)):
            continue
        total = sum(one.value for one in parts)
        yield from _told("listed", whole, parts, total, " + ".join(told(one.value) for one in parts))


def _product(own, figures):
    """**40** pictures at **$50** each, raising **$2,000**."""
    for times, each, total in zip(figures, figures[1:], figures[2:], strict=False):
        if times.kind != "count" or each.kind != "money" or total.kind != "money" or each.unit != total.unit:
            continue
        if not _EACH.match(own.text, each.end) or not all(map(exact, (times, each, total))) or total.per:
            continue
        if _MAKES.search(own.before(total)) and len(own.between(times, each)) < 40 and each.value < total.value:
            words = f"{told(times.value)} × {told(each.value)}"
            yield from _told("product", total, (times, each), times.value * each.value, words)


def _told(kind, whole, parts, total, words):
    """A sum or product that one sentence tells, against what it comes to."""
    spans, words = (whole.place, *(one.place for one in parts)), f"{words} = {told(total)}"
    if abs(total - whole.value) < 1e-6 * max(total, 1):
        yield Relation("product" if kind == "product" else "sum", spans, words)
    elif abs(total - whole.value) <= 0.4 * whole.value:
        yield Relation(
            kind, spans, words, "disagrees", f"the article tells {whole.text}", f"{words}, not {whole.text}."
        )
