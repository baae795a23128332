"""Choosing among contents that overlap.

This is the one place where it is decided which row remains when two constructions find the same
words:

1. Contents that share half their words are one attribution; the more probable cue keeps it.
2. A passage in marks that is a part of two contents belongs to the more probable one.
3. A cue inside the content of another attribution reports within a report: it is kept, and its
   `inside` names the smallest attribution that holds it.
4. Words in marks that no attribution covers, and turns of an interview: see `uncovered`.
"""

from dataclasses import replace

from .doubt import describes, labels_a_turn, no_headline, nobody_says, over_the_closing_mark
from .edges import moved
from .sources import named
from .trust import UNCLEAR, believed, shape, unsaid
from .uncovered import Chosen, block_quotations, turns, uncovered
from .weigh import SAME, alike, sources_of, weigh, words_in


def choose(parsed, learned):
    """The attributions of an article.

    Parameters
    ----------
    parsed : Parsed
    learned : Weights

    Returns
    -------
    list of Chosen
        In the order of the text.
    """
    chosen = _whole(parsed, sure(parsed, weigh(parsed, learned), learned), learned)
    chosen += turns(parsed)
    _enclose(chosen)
    chosen = [one for one in chosen if one.enclosing is None or shape(parsed, one.found) not in UNCLEAR]
    _enclose(chosen)
    chosen += uncovered(parsed, chosen, learned)
    chosen += block_quotations(parsed, chosen, learned)
    return sorted(chosen, key=lambda c: (c.found.parts, c.found.cue))


def once(options):
    """The more probable of contents that are the same; linear, as each word knows who took it."""
    kept, taken = [], {}
    for found in sorted(options, key=lambda f: (-f.probability, f.cue)):
        rivals = {id(taken[i]): taken[i] for i in found.words if i in taken}
        if any(alike(found.words, rival.words) >= SAME for rival in rivals.values()):
            continue
        kept.append(found)
        for i in found.words:
            taken.setdefault(i, found)
    return kept


def sure(parsed, likely, learned):
    """Of what is likely what is believed, each content once."""
    trusted = [
        one
        for one in believed(parsed, likely, learned)
        if one.probability >= learned.threshold
        and not over_the_closing_mark(parsed, one)
        and not nobody_says(parsed, one)
        and not unsaid(parsed, one)
        and not no_headline(parsed, one)
        and not describes(parsed, one)
        and not labels_a_turn(parsed, one.cue)  # of these `turns` decides
    ]
    return _apart(parsed, once(trusted))


def _apart(parsed, kept):
    """Contents of several parts without a part that a more probable one has: a passage is said once.

    “It is late,” Ann said. “I am ill.” But Ben told her that “nobody knows.” (The middle one is Ann's.)
    """
    taken, found = set(), []
    for one in kept:  # the most probable first
        if len(one.parts) > 1:
            left = tuple(
                part for part in one.parts if not (_passage(parsed, part) and words_in(parsed, (part,)) <= taken)
            )
            if left and left != one.parts and one.cue not in taken:
                one = replace(one, parts=left, words=words_in(parsed, left))
        found.append(one)
        taken |= one.words
    return found


def _passage(parsed, part):
    """Whether a part of a content is what stands between two marks."""
    number = parsed.quote[part[0]]
    return number >= 0 and parsed.passages[number] == part


def _whole(parsed, founds, learned):
    """With their sources, and with the edges that annotators would give to content, cue and source."""
    sources = sources_of(parsed, [(one.cue, one.construction, one.parts) for one in founds], learned)
    return [
        Chosen(
            replace(found, parts=parts),
            named(parsed, source, found.cue) if source else None,
            found.construction,
            cue,
            probability=found.probability,
        )
        for found, (parts, cue, source) in zip(founds, moved(parsed, founds, sources, learned), strict=True)
    ]


def _enclose(chosen):
    """Point each attribution whose cue lies in another's content at the smallest such."""
    by_size = sorted(chosen, key=lambda c: -len(c.found.words))
    holder = {}
    for outer in by_size:  # smaller ones overwrite larger ones
        for a, b in outer.found.parts:
            for i in range(a, b):
                holder.setdefault(i, []).append(outer)
    for inner in chosen:
        size = len(inner.found.words)
        for outer in reversed(holder.get(inner.found.cue, ())):
            if outer is not inner and len(outer.found.words) >= size:
                inner.enclosing = outer
                break
