"""Changes told as two ends and a size: from £2.80 to £2.94, a rise of 5 per cent; twice as many."""

import re
from itertools import combinations, pairwise

from ..amounts import Relation, exact, told

EXAMPLES = {
    "change": (
        "The fare goes from £2.80 to £2.94, a rise of 15 per cent.",
        "The fare goes from £2.80 to £2.94, a rise of 5 per cent.",
    ),
}

_FROM_TO = re.compile(
    r"(?:an? [a-z]+ )?(?:in 20\d\d )?to |,? becomes? |,? became |, (?:compared with|against|up from|down from) "
    r"|.{0,20}\b(?:compared with|against|up from|down from|more than(?: the)?|to|from) "
)
# "from 5 to 6, **a rise of** 20 per cent"; "rose 20 per cent **to** 6 from 5"
_SIZE_AFTER = re.compile(r",? (?:an? (?:\w+ )?(?:of )|or |up |down |\()")
_SIZE_BEFORE = re.compile(r",? (?:to|from) (?:a record |about |just )?")


def change(own):
    """Two ends of a change, and its size: **from** £2.80 **to** £2.94, a rise of **5 per cent**; by **36** to 566."""
    for old, new in ends(own):
        first, last = sorted((old, new), key=lambda one: one.start)
        for size in own.by_sentence[old.sentence]:
            sized = (
                size.kind in ("share", "multiple")
                or size.change in ("rise", "fall")
                or re.search(r"\b(?:by|of|another|added) $", own.before(size, 9))
            )
            if sized and size not in (old, new) and size.start <= last.end + 60 and size.end >= first.start - 60:
                yield from _changed(own, old, new, size)


def ends(own):
    """The two ends of each change, the old one first."""
    for figures in own.by_sentence.values():
        both = [one for one in figures if not one.ranged and one.kind in ("money", "count", "measure", "share")]
        for one, other in combinations(both, 2):
            if one.unit != other.unit and one.unit and other.unit:
                continue
            if one.value == other.value or min(one.value, other.value) <= 0:
                continue
            words = own.between(one, other)
            if len(words) > 45 or not _FROM_TO.fullmatch(words) or any(char in words for char in ';“”"'):
                continue
            if re.search(r"\b(?:up|down) from|compared with|against|more than", words) or (
                re.search(r"\bto (?:a record )?$", own.before(one, 14)) and re.search(r"\bfrom\b", words)
            ):
                yield other, one
            elif re.search(r"\bbecomes?\b|\bbecame\b", words) or re.search(
                r"\bfrom (?:about |just |around )?$", own.before(one, 14)
            ):
                yield one, other
    yield from _year_before(own)


_BEFORE = re.compile(
    r"\b(?:the year before|a year (?:before|earlier)|the previous year|"
    r"the (?:equivalent|corresponding|same) (?:figure|number)|"
    r"twelve months earlier)\b[^.;]{0,40}\b(?:was|were|had been|stood at)(?: only| just)? $",
    re.I,
)


def _year_before(own):
    """Two ends in two sentences: there were **237** break-ins. **The year before there had been** 474."""
    for new, old in pairwise(own.all):
        if old.sentence - new.sentence == 1 and old.bare and new.kind == "count" and exact(old) and exact(new):
            if _BEFORE.search(own.before(old, 70)) and old.value != new.value and min(old.value, new.value) > 0:
                yield old, new


def _changed(own, old, new, size):
    """The size of a change against its ends."""
    spans = (size.place, old.place, new.place)
    difference = new.value - old.value
    if size.kind == "share" and (old.kind != "share" or size.unit != old.unit):
        told_share = size.value if size.unit == "percentage" else 100 * size.value
        share = 100 * abs(difference) / old.value
        computation = f"({told(new.value)} − {told(old.value)}) / {told(old.value)} = {share:.3g} per cent"
        if abs(share - told_share) <= slack(size, told_share):
            yield Relation("change", spans, computation)
        elif exact(old) and exact(new) and exact(size) and _of_these(own, old, new, size) and firm(share, told_share):
            yield Relation(
                "change",
                spans,
                computation,
                "disagrees",
                f"the article tells {size.text}",
                f"From {old.text} to {new.text} is {share:.3g} per cent, not {size.text}.",
            )
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


def moved(own, size, share, new):
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
    if abs(computed - share.value) <= slack(share, share.value):
        places = (share.place, size.place, new.place)
        yield Relation("change", places, f"{told(size.value)} / {told(old)} = {computed:.3g} per cent")


_PER_CENT_MORE = re.compile(r" (?:more|less|fewer|higher|lower|up|down)\b")
LINKED = 8  # sentences between a change and its two ends


def linked(own):
    """The size of a change in one sentence, and its two ends in another, about one thing: **profits** up by a fifth."""
    pairs = list(ends(own))
    if not pairs:
        return
    here = {old.sentence for old, _ in pairs}  # what has its ends beside it is of those
    sizes = [
        (one, _share(one), one.place)
        for one in own.all
        if one.kind == "share" and one.sentence not in here and _is_size(own, one)
    ]
    for size, told_share, place in sizes:
        near = [pair for pair in pairs if 0 < abs(pair[0].sentence - size.sentence) <= LINKED and _kinds(size, pair)]
        about = [pair for pair in near if own.topic(size) & (own.topic(pair[0]) | own.topic(pair[1]))]
        for old, new in near:
            share = 100 * abs(new.value - old.value) / old.value
            spans = (place, old.place, new.place)
            computation = f"({told(new.value)} − {told(old.value)}) / {told(old.value)} = {share:.3g} per cent"
            close = abs(old.sentence - size.sentence) <= 2 or (old, new) in about
            if close and abs(share - told_share) <= slack(size, told_share) and (size.change or told_share % 5):
                yield Relation("change", spans, computation)
                break
        else:
            others = [other for other, *_ in sizes if other is not size and own.topic(other) & own.topic(size)]
            ends_of = about[0] if len(about) == 1 and _alone(own, size, about[0]) else _taken_up(own, size, sizes, near)
            if ends_of and not others and exact(size):
                old, new = ends_of
                share = 100 * abs(new.value - old.value) / old.value
                if exact(old) and exact(new) and firm(share, told_share) and share < 300:
                    yield Relation(
                        "change",
                        (place, old.place, new.place),
                        f"({told(new.value)} − {told(old.value)}) / {told(old.value)} = {share:.3g} per cent",
                        "disagrees",
                        f"the article tells {size.text}",
                        f"From {old.text} to {new.text} is {share:.3g} per cent, not {size.text}.",
                    )


# "A rise of 3 per cent is …" takes up the one rise that has been told.
_TAKEN_UP = re.compile(
    r"(?:^|[“\"‘'])\s*(?:A|An|The|That|This) (?:[a-z]+ )?(?:(?P<up>rise|increase|jump)|cut|fall|drop|decrease) of $"
)


def _taken_up(own, size, sizes, near):
    """The two ends of the only change of an article, where a noun that begins a sentence takes it up."""
    found = _TAKEN_UP.search(own.text[max(size.start - 40, 0) : size.start])
    ways = [pair for pair in near if (pair[1].value > pair[0].value) == bool(found and found["up"])]
    if not found or len(ways) != 1 or len(near) != 1 or len(sizes) != 1 or own.text[size.end :].startswith(" in "):
        return None
    return ways[0]


def _is_size(own, one):
    """Whether a share is the size of a change: rose **5 per cent**; **11 per cent** more."""
    return not one.ranged and (
        one.change in ("rise", "fall", "by")
        or _PER_CENT_MORE.match(own.text, one.end)
        or _TAKEN_UP.search(own.text[max(one.start - 40, 0) : one.start])
    )


def _share(size):
    return size.value if size.unit == "percentage" else 100 * size.value


def _kinds(size, pair):
    return pair[0].kind != "share" and not pair[0].per


# Words that make a change one of another time or part: "in the first year", "on average", "among women".
_OTHER_SCOPE = re.compile(
    r"\b(?:average|month\w*|quarter\w*|annual\w*|year|decade|since|overall|expect\w*|forecast\w*|could|would|may|might|"
    r"plan\w*|target\w*|among|per)\b",
    re.I,
)


def _alone(own, size, pair):
    """Whether a change and its ends name no other time, place or part."""
    old, new = pair
    head = [own.topic(size), own.topic(old) | own.topic(new)]
    narrower = any(len(words - (head[0] & head[1])) > 2 for words in head)
    return not narrower and not _OTHER_SCOPE.search(own.words(size.sentence))
