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
    "the other": (
        "The coach carried 40 passengers. Twelve were hurt and the other 30 were unharmed.",
        "The coach carried 40 passengers. Twelve were hurt and the other 28 were unharmed.",
    ),
    "told share": (
        "Turnout was 38 per cent, with 2,812 votes cast out of an electorate of 6,250.",
        "Turnout was 45 per cent, with 2,812 votes cast out of an electorate of 6,250.",
    ),
    "apposition": (
        "Seven people, four women and two men, were on board.",
        "Seven people, five women and two men, were on board.",
    ),
    "shared": (
        "The prize of £6,000 was shared equally by three climbers, who got £3,000 each.",
        "The prize of £6,000 was shared equally by three climbers, who got £2,000 each.",
    ),
    "margin": ("Ann Lee won by 12 points, 85 to 70.", "Ann Lee won by 15 points, 85 to 70."),
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
_OTHER = re.compile(r"\bthe (?:other|remaining) $")
_TURNOUT = re.compile(
    r"\b(?:turnout|share|proportion|rate|acceptance) (?:was|is|of) (?:just |only )?$|, or $|\($", re.I
)
_OUT_OF = re.compile(r"(?: [a-z]+){0,3} out of (?:(?:a|an|the) (?:possible |total |electorate of |total of )?)?")


def one_sentence(own):
    """What is wrong or right in the figures of single sentences."""
    for sentence, figures in own.by_sentence.items():
        yield from _change(own, sentence, figures)
        yield from _total(own, figures)
        yield from _the_other(own, sentence, figures)
        yield from _share(own, figures)
        yield from _apposition(own, figures)
        yield from _shared(own, sentence, figures)
    yield from _margins(own)


def _rows(kind, spans, words, right, wrong, problem):
    """One relation that agrees, or that does not."""
    if right:
        return Relation("difference" if kind == "margin" else "sum", spans, words)
    return Relation(kind, spans, words, "disagrees", wrong, problem)


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
            yield _rows("total", spans, words, equal, f"the article tells {whole.text}", problem)


def _the_other(own, sentence, figures):
    """The coach carried **40** passengers. **Twelve** were hurt and **the other 30** were not."""
    for rest in figures:
        parts = [one for one in figures if one.kind == "count" and one is not rest]
        if rest.kind != "count" or len(parts) != 1 or not _OTHER.search(own.before(rest)) or not sentence:
            continue
        part, above = parts[0], own.by_sentence.get(sentence - 1, ())
        above = [one for one in above if one.kind == "count" and one.head]
        if len(above) != 1 or part.start > rest.start or not all(map(exact, (part, rest, above[0]))):
            continue
        whole = above[0]
        if (
            part.head not in (None, "they", "these", "those", whole.head)
            or rest.head not in (None, whole.head)
            or own.whole_of(part)
        ):
            continue
        if part.start - own.sentences[sentence][0] > 8 or whole.value <= max(part.value, rest.value):
            continue
        left = whole.value - part.value
        words, spans = f"{told(whole.value)} − {told(part.value)} = {told(left)}", (rest.place, whole.place, part.place)
        if left == rest.value:
            yield Relation("remaining", spans, words)
        else:
            problem = f"Of {whole.text} {part.text} are told, which leaves {told(left)}, not {rest.text}."
            yield Relation("the other", spans, words, "disagrees", f"the article tells {rest.text}", problem)


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


_OPENS = re.compile(r"(?: [a-z]+){0,2}(?:,|:| [-–—]) ")
_AND = re.compile(r" (?!of\b)[a-z]+(?: (?!of\b|and\b)[a-z]+)?(?:,| and|, and) ")
_CLOSES = re.compile(r" [a-z]+(?: [a-z]+)?(?:,|\.| [-–—])")


def _apposition(own, figures):
    """**Seven** people, **four** women and **two** men, were on board."""
    for number, whole in enumerate(figures):
        parts = []
        for one in figures[number + 1 : number + 5]:
            before = parts[-1] if parts else whole
            if not (_AND if parts else _OPENS).fullmatch(own.between(before, one)):
                break
            parts.append(one)
        if not 2 <= len(parts) <= 4 or not _CLOSES.match(own.text, parts[-1].end):
            continue
        if " and " not in own.between(*parts[-2:]) or not all(map(exact, (whole, *parts))):
            continue
        if not whole.head or any(one.kind != "count" or not one.head for one in (whole, *parts)):
            continue
        if any(_of_time(one) for one in (whole, *parts)) or len({one.head for one in parts}) != len(parts):
            continue
        if whole.head in {one.head for one in parts} or whole.value <= max(one.value for one in parts):
            continue
        total = sum(one.value for one in parts)
        words = f"{' + '.join(told(one.value) for one in parts)} = {told(total)}"
        spans = (whole.place, *(one.place for one in parts))
        yield _rows("apposition", spans, words, total == whole.value, f"the article tells {whole.text}", f"{words}.")


_SHARED = re.compile(
    r"\b(?:shared?|split|divided?|sharing|splitting)\b[^.;]{0,20}\b(?:equal\w*|evenly)\b|\b(?:equal\w*|evenly)\b"
)
_EACH = re.compile(r" (?:each|apiece)\b")


def _shared(own, sentence, figures):
    """**£6,000** shared equally by **three**, who got **£3,000 each**."""
    each = [one for one in figures if one.kind == "money" and _EACH.match(own.text, one.end)]
    totals = [one for one in figures if one.kind == "money" and one not in each]
    numbers = [one for one in figures if one.kind == "count" and one.value < 100]
    if len(each) != 1 or len(totals) != 1 or len(numbers) != 1 or not _SHARED.search(own.words(sentence)):
        return
    (share,), (total,), (number,) = each, totals, numbers
    if not all(map(exact, (share, total, number))) or share.unit != total.unit:
        return
    product = share.value * number.value
    words, spans = (
        f"{told(number.value)} × {told(share.value)} = {told(product)}",
        (share.place, total.place, number.place),
    )
    if abs(product - total.value) <= 0.02 * total.value:
        yield Relation("product", spans, words)
    elif abs(product - total.value) <= 0.6 * total.value:
        yield Relation(
            "shared", spans, words, "disagrees", f"the article tells {total.text}", f"{words}, not {total.text}."
        )


_MARGIN = re.compile(
    r"\b(?:by|of) (?P<lead>\d[\d,]*) (?:points|votes|runs|goals|shots|seats|pins|strokes),? (?:with |at )?"
    r"(?P<high>\d[\d,]*)(?:[-–]| to | votes to (?:\w+ )?)(?P<low>\d[\d,]*)(?![\d,]*[-–\d])"
)


def _margins(own):
    """Won **by 12 points, 85 to 70**."""
    for found in _MARGIN.finditer(own.text):
        lead, high, low = (int(found[name].replace(",", "")) for name in ("lead", "high", "low"))
        words = f"{told(high)} − {told(low)} = {told(high - low)}"
        if high > low and lead < high:
            problem = f"{told(high)} and {told(low)} are {told(high - low)} apart, not {told(lead)}."
            spans = (found.span("lead"), (found.start("high"), found.end("low")))
            yield _rows("margin", spans, words, high - low == lead, f"the article tells {told(lead)}", problem)
