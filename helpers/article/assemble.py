"""From layout to clean text: which characters stay, what stands between blocks."""

import re
from bisect import bisect_left

_NOT_NEWLINE = re.compile(r"[^\n]+")


def assemble(text, layout):
    """Edits that leave only the units, and where each unit then stands.

    Parameters
    ----------
    text : str
    layout : structure.Layout
        Units and drops, offsets into `text`.

    Returns
    -------
    edits : list of (start, end, replacement, reason)
    blocks : list of (start, end, kind)
        Offsets into the text with these edits made.
    """
    starts = [drop[0] for drop in layout.drops]
    edits, blocks = [], []
    position, shift = 0, 0  # shift: what has been cut away so far, in characters

    def cut(edit):
        nonlocal shift
        edits.append(edit)
        shift += edit[1] - edit[0] - len(edit[2])

    for unit in layout.units:
        wanted = "" if not blocks else None
        for edit in _gap(
            text, position, unit.spans[0][0], _between(layout.drops, starts, position, unit.spans[0][0]), wanted
        ):
            cut(edit)
        begin = unit.spans[0][0] - shift
        for number, (start, end) in enumerate(unit.spans):
            if number:
                joint = "" if text[start - 2 : start - 1] == "-" else " "
                cut((position, start, joint, "line break inside a paragraph"))
            for drop in _between(layout.drops, starts, start, end):
                cut((drop[0], drop[1], "", drop[2]))
            position = end
        blocks.append((begin, position - shift, unit.kind))
    for edit in _gap(text, position, len(text), _between(layout.drops, starts, position, len(text)), ""):
        cut(edit)
    return edits, [block for block in blocks if block[1] > block[0]]


def _between(drops, starts, start, end):
    return drops[bisect_left(starts, start) : bisect_left(starts, end)]


def _gap(text, start, end, drops, wanted):
    """Edits for what lies between two units: drops go, one line break or a blank line stays."""
    pieces, position = [], start
    for drop in drops:
        pieces += [(position, drop[0], None), drop]
        position = drop[1]
    pieces.append((position, end, None))
    if wanted is None:
        blank = any(reason is None and "\n\n" in text[a:b] for a, b, reason in pieces)
        wanted = "\n\n" if blank else "\n"
    keep = len(wanted)
    edits = []
    for a, b, reason in pieces:
        if reason is None:
            kept = min(keep, b - a)
            keep -= kept
            a += kept
            if a >= b:
                continue
            if edits and edits[-1][1] == a:  # the line break goes with the line before it
                edits[-1] = (edits[-1][0], b, "", edits[-1][3])
                continue
            reason = "blank line" if text[start:end].strip("\n") == "" else "line break"
        edits.append((a, b, "", reason))
    return edits
