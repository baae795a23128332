"""Sections: where they begin, and what of a table stands in the running text."""

from bisect import bisect_right

import numpy as np
import pandas as pd

from .model import ABOUT

NUMBERED = ("paragraph", "list item", "blockquote", "pull quote", "embed")


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


def paragraph_numbers(article):
    """The number that a reader counts each block by, None for headings and what is about the article.

    >>> from . import from_text
    >>> paragraph_numbers(from_text("# Rain\\n\\nIt rained.\\n\\nNobody came."))
    [None, 1, 2]
    """
    numbers, number = [], 0
    for kind in article.blocks["kind"]:
        number += kind in NUMBERED
        numbers.append(number if kind in NUMBERED else None)
    return numbers


def section_lengths(article):
    """Where each section stands and how many words it has, headings and what is about the article left out.

    Returns
    -------
    pandas.DataFrame
        `start`, `end` (of the heading; of the text before the first one no more than its first letter),
        `heading`, `words`, in the order of the text.

    Examples
    --------
    >>> from . import from_text
    >>> section_lengths(from_text("It rained.\\n\\n# Later\\n\\nNobody came."))[["heading", "words"]].values.tolist()
    [['Opening', 2], ['Later', 2]]
    """
    starts = section_starts(article)
    words = [0] * len(starts)
    for start, text, kind in zip(article.blocks["start"], article.blocks["text"], article.blocks["kind"], strict=True):
        if kind not in ("heading", "title", *ABOUT):
            words[section_of(starts, start)] += len(text.split())
    rows = [
        (start, start + (len(heading) if article.text.startswith(heading, start) else 1), heading, number)
        for (start, heading), number in zip(starts, words, strict=True)
    ]
    return pd.DataFrame(rows, columns=["start", "end", "heading", "words"])
