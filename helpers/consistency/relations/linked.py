"""The size of a change in one sentence, and its two ends in another."""

import re

from ..amounts import Relation, exact
from .change import ends, firm, in_per_cent, share_of, signed, slack

PER_CENT_MORE = re.compile(r" (?:more|less|fewer|higher|lower|up|down)\b")
LINKED = 8  # sentences between a change and its two ends


def linked(own):
    """The size of a change in one sentence, and its two ends in another, about one thing: **profits** up by a fifth."""
    pairs = list(ends(own))
    if not pairs:
        return
    here = {old.sentence for old, _ in pairs}  # what has its ends beside it is of those
    sizes = [
        (one, share_of(one), one.place)
        for one in own.all
        if one.kind == "share" and one.sentence not in here and _is_size(own, one)
    ]
    for size, told_share, place in sizes:
        near = [pair for pair in pairs if 0 < abs(pair[0].sentence - size.sentence) <= LINKED and _kinds(size, pair)]
        about = [pair for pair in near if own.topic(size) & (own.topic(pair[0]) | own.topic(pair[1]))]
        for old, new in near:
            change, computation = in_per_cent(old, new)
            share, spans = abs(change), (place, old.place, new.place)
            apart = own.topic(size) and (own.topic(old) | own.topic(new)) and (old, new) not in about
            close = (abs(old.sentence - size.sentence) <= 2 or (old, new) in about) and not apart
            close = close and not _own_end(own, size, new)
            if (
                close
                and abs(share - told_share) <= slack(size, told_share)
                and (size.change or told_share % 5)
                and size.change != _other_way(change)
            ):
                yield Relation("change", spans, computation)
                break
        else:
            others = [other for other, *_ in sizes if other is not size and own.topic(other) & own.topic(size)]
            if len(about) == 1 and _alone(own, size, about[0]) and not others and exact(size):
                old, new = about[0]
                change, computation = in_per_cent(old, new)
                share = abs(change)
                if exact(old) and exact(new) and firm(share, told_share) and share < 300:
                    yield Relation(
                        "change",
                        (place, old.place, new.place),
                        computation,
                        "disagrees",
                        f"the article tells {size.text}",
                        f"From {old.text} to {new.text} is {signed(change)} per cent, not {size.text}.",
                    )


def _own_end(own, size, new):
    """Whether a size is told with an end of its own: it fell **30 per cent to $59 million**."""
    after = [one for one in own.by_sentence[size.sentence] if 0 <= one.start - size.end < 5]
    return bool(after) and own.text[size.end : after[0].start] == " to " and after[0].value != new.value


def _other_way(change):
    return "rise" if change < 0 else "fall"


def _is_size(own, one):
    """Whether a share is the size of a change: rose **5 per cent**; **11 per cent** more."""
    return not one.ranged and (one.change in ("rise", "fall", "by") or PER_CENT_MORE.match(own.text, one.end))


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
