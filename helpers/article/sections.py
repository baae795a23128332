"""Sections: where they begin, and what of a table stands in the running text."""

from bisect import bisect_right

import numpy as np

from .model import ABOUT


def section_starts(article):
    """Where sections begin: (start, heading) for the text before the first heading and each heading."""
    blocks = article.blocks
    found = [
        (start, text)
        for start, text, kind in zip(blocks["start"], blocks["text"], blocks["kind"], strict=True)
        if kind == "heading"
    ]
    if len(blocks) and (not found or found[0][0] > 0):
        first = blocks[~blocks["kind"].isin((*ABOUT, "title"))]
        start = int(first["start"].iloc[0]) if len(first) else 0
        if not found or start < found[0][0]:
            found.insert(0, (start, "Opening" if found else "Whole text"))
    return found


def section_of(starts, position):
    """Number of the section in which a position lies."""
    return max(bisect_right([start for start, _ in starts], position) - 1, 0)


def prose_only(article, table):
    """The rows that do not stand in a title or heading, nor in what is about the article."""
    blocks = article.blocks[article.blocks["kind"].isin((*ABOUT, "title", "heading"))]
    spans = list(zip(blocks["start"], blocks["end"], strict=True))
    starts = [start for start, _ in spans]
    inside = [bool(n := bisect_right(starts, start)) and start < spans[n - 1][1] for start in table["start"]]
    return table[~np.array(inside, dtype=bool)]
