"""Changes told as two ends and a size: from £2.80 to £2.94, a rise of 5 per cent."""

import re

from ..amounts import Relation, exact, told

EXAMPLES = {
    "change": (
        "The fare goes from £2.80 to £2.94, a rise of 15 per cent.",
        "The fare goes from £2.80 to £2.94, a rise of 5 per cent.",
    ),
}

# What stands before the figure that a change starts from, and before the one that it ends with.
_OLD = re.compile(
    r"\b(?:from|compared (?:with|to)|(?<!protest )(?<!vote )against)(?: (?:about|just|around|nearly|some|only|a record|"
    r"an|the|its|last year[’']s|(?:a|an|the) (?:estimated|previous|restated|revised)))? ?$",
    re.I,
)
_NEW = re.compile(r"\bto(?: (?:about|just|around|nearly|some|only|a record|an estimated))? $")
_BECOMES = re.compile(r"[^.;:“”\"\d]{0,10}\b(?:becomes?|became|turned into)(?: about| just)? ")
# "from 5 to 6, **a rise of** 20 per cent"; "rose 20 per cent **to** 6 from 5"
_SIZE_AFTER = re.compile(
    r"[^.;:()“”\"\d]{0,70}?(?:, (?:(?:which|that) is |marking |representing |for )?an? (?:[a-z]+ )?[a-z]+ "
    r"of |,? or |, up |, down | ?\(|,? [-–—]+ ?(?:an? (?:[a-z]+ )?[a-z]+ of )?|, an? )"
    r"(?:about |nearly |just |almost |more than |roughly |some )?"
)
_SIZE_BEFORE = re.compile(r",? (?:to|from) (?:a record |about |just )?")
_LONGEST = 110  # characters between the two ends of a change


def change(own):
    """Two ends of a change, and its size: **from** £2.80 **to** £2.94, a rise of **5 per cent**."""
    pairs = {}
    for old, new in ends(own):
        pairs.setdefault(old.sentence, []).append((old, new))
    for sentence, told_here in pairs.items():
        for old, new in told_here:
            first, last = sorted((old, new), key=lambda one: one.start)
            for size in own.by_sentence[sentence]:
                if (
                    size.kind == "share"
                    and size not in (old, new)
                    and size.start <= last.end + 90
                    and size.end >= first.start - 60
                ):
                    yield from _changed(own, old, new, size)
            if len(told_here) == 1:
                yield from _multiplied(own, old, new)


# Verbs that say by how much one end of a change is more than the other.
_FACTORS = {"doubl": 2.0, "trebl": 3.0, "tripl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_FACTOR = re.compile(
    r"(?P<rough>\b(?:nearly|almost|about|roughly|more than|over|less than|well over) )?\b"
    r"(?P<verb>doubl|trebl|tripl|quadrupl|halv)(?:ed|es|ing|e|led)\b(?! to| the (?:number|size))[^.;:“”\"]{0,60}$"
)


def _multiplied(own, old, new):
    """What doubled, trebled or was halved between its two ends: it **doubled**, from 1,200 to 2,400."""
    first = min(old.start, new.start)
    found = _FACTOR.search(own.text[own.sentences[old.sentence][0] : first])
    if not found or not (exact(old) and exact(new)) or old.kind == "share" != new.kind:
        return
    wanted, factor = _FACTORS[found["verb"]], new.value / old.value
    start = own.sentences[old.sentence][0] + found.start("verb")
    words = f"{told(new.value)} / {told(old.value)} = {factor:.3g}"
    verb = re.match(r"\w+", own.text[start:]).group()
    spans = ((start, start + len(verb)), old.place, new.place)
    if abs(factor / wanted - 1) <= (0.25 if found["rough"] else 0.12):
        yield Relation("factor", spans, words)
    elif abs(factor / wanted - 1) > (0.4 if found["rough"] else 0.25):
        problem = f"{new.text} is {factor:.3g} times {old.text}, which is not “{verb}”."
        yield Relation("change", spans, words, "disagrees", f"the article says “{verb}”", problem)


def ends(own):
    """The two ends of each change, the old one first."""
    for figures in own.by_sentence.values():
        kinds = [one for one in figures if not one.ranged and one.kind in ("money", "count", "measure", "share")]
        kinds = [one for one in kinds if one.value > 0]
        for number, old in enumerate(kinds):
            if new := _new(own, kinds, number) if _OLD.search(own.before(old, 40)) else _becoming(own, kinds, number):
                yield old, new


def _becoming(own, figures, number):
    """What a figure becomes: £2.80 **becomes** £2.94."""
    old, new = figures[number], figures[number + 1] if number + 1 < len(figures) else None
    return new if new and _one_unit(old, new) and _BECOMES.fullmatch(own.between(old, new)) else None


def _new(own, figures, number):
    """The figure that a change ends with, of one whose start is told: from £2.80 **to £2.94**; **610**, up from 575."""
    old = figures[number]
    after = [one for one in figures[number + 1 :] if _one_unit(old, one)][:1]
    for one in after:
        if _NEW.search(own.before(one)) and _joined(own, old, one):
            return one
    before = [one for one in figures[:number] if _one_unit(old, one)][-1:]
    for one in before:
        plain = re.search(r"\bfrom\b", own.before(old, 22)) and not re.search(
            r"\b(?:up|down) from", own.before(old, 22)
        )
        if _joined(own, old, one) and (
            not plain or _NEW.search(own.before(one)) or _MOVED.search(own.words(old.sentence))
        ):
            return one
    return None


def _joined(own, one, other):
    words = own.between(one, other)
    return len(words) <= _LONGEST and not any(char in words for char in ';“”"') and one.value != other.value


def _one_unit(one, other):
    """Whether two figures can be two ends of one change: of one unit, or one of them without its noun."""
    if one.per != other.per and (one.per == one.per and one.per) and (other.per == other.per and other.per):
        return False
    if ("share" in (one.kind, other.kind) and one.kind != other.kind) or of_time(one) or of_time(other):
        return False
    return one.unit == other.unit or (
        (one.kind == other.kind or one.bare or other.bare) and not (one.unit and other.unit)
    )


def of_time(one):
    return one.unit in ("year", "month", "week", "day", "hour", "minute", "decade")


_MOVED = re.compile(
    r"\b(?:ris\w+|rose|increas\w*|up|down|f[ae]ll\w*|drop\w*|cut\w*|grew|gr[eo]w\w*|jump\w*|declin\w*|lower\w*|"
    r"higher|reduc\w*|soar\w*|plung\w*|climb\w*|raised?|gain\w*|advanc\w*|slip\w*|slump\w*|shr[aiu]nk\w*|"
    r"doubled|trebled|tripled|quadrupled|halved|goes|went|edged|inched)\b",
    re.I,
)


def _changed(own, old, new, size):
    """The size of a change against its ends."""
    spans, difference = (size.place, old.place, new.place), new.value - old.value
    if size.unit != "percentage point" and (old.kind != "share" or size.unit != old.unit):
        given, (moved_by, computation) = share_of(size), in_per_cent(old, new)
        share = abs(moved_by)
        against = size.change == ("fall" if difference > 0 else "rise")
        if abs(share - given) <= slack(size, given) and not against:
            yield Relation("change", spans, computation)
        elif not (exact(old) and exact(new) and exact(size)) or not (
            too_far(size, share, given, (old, new)) or against
        ):
            return
        elif size.change and _of_these(own, old, new, size) and share < 300:
            yield Relation(
                "change",
                spans,
                computation,
                "disagrees",
                f"the article tells {size.text}",
                f"From {old.text} to {new.text} is {signed(moved_by)} per cent, not {size.text}.",
            )


def too_far(size, computed, given, ends):
    if size.unit != "percentage":
        return firm(computed, given)
    return beyond_rounding(computed, given, ends)


def in_per_cent(old, new):
    """The change between two figures in per cent, with its sign, and the computation in words."""
    change = 100 * (new.value - old.value) / old.value
    words = f"({told(new.value)} − {told(old.value)}) / {told(old.value)} = {signed(change)} per cent"
    return change, words


def signed(change):
    """A number with three digits and its sign.

    >>> signed(-2.5), signed(25.0)
    ('−2.5', '25')
    """
    return f"{change:.3g}".replace("-", "−")


def _of_these(own, old, new, size):
    """Whether nothing stands between a change's ends and its size that could change what is talked about."""
    first, last = sorted((old, new), key=lambda one: one.start)
    if size.start > last.end:
        return bool(_SIZE_AFTER.fullmatch(own.between(last, size)))
    return size.end <= first.start and bool(_SIZE_BEFORE.fullmatch(own.between(size, first)))


def slack(figure, value):
    """How far rounding lets a share be from what is computed: half of its last place, more where it is rough."""
    text = figure.text
    last = 0.1 if re.search(r"\.\d", text) else 1.0
    if figure.unit != "percentage":
        last = max(1.0, 0.03 * value)
    return (3.0 if figure.approximate else 0.55) * last


def firm(computed, given):
    """Whether two shares are too far apart for rounding and for a slip of a point."""
    return abs(computed - given) > max(1.5, 0.15 * max(computed, given))


def beyond_rounding(computed, given, ends):
    """Whether a share in per cent is farther from what its ends (the base first) make than their rounding allows."""
    loose = sum(_rounding(one) for one in ends) * 100 * ends[1].value / ends[0].value
    return abs(computed - given) > max(1.5, 0.05 * max(computed, given)) + loose


def _rounding(one):
    """How far the value of a figure can be off, as a part of it: $4 billion is 3.5 to 4.5."""
    digits = re.search(r"\d[\d,]*(?:\.(?P<part>\d+))?(?P<scale> ?(?:thousand|[mbt]illion|[mb]n?\b))?", one.text)
    if not digits or not one.value:
        return 0.02
    shown = float(re.sub(r"[^\d.]", "", digits.group()).strip(".") or 1)
    step = 10.0 ** -len(digits["part"] or "")
    if not digits["scale"] and not digits["part"]:
        step = min(one.step, one.value / 50)
    return 0.5 * step / max(shown, step)


def share_of(size):
    return size.value if size.unit == "percentage" else 100 * size.value
