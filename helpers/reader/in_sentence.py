"""A row's words in the sentences that hold them."""

from itertools import pairwise

from ..markup import SNIPPET, escape, sharing_only_snippets
from ..tables import is_missing

MOST_WORDS = 70  # a longer sentence is shown around the mark only
SNIPPETS = 12  # rows of a table that show their words there


def clip(text, first, last, start, end):
    """At most `SNIPPET` words around a mark, of a longer mark its beginning.

    Returns
    -------
    (int, int, str, str)
        Where the words begin and end, and what says that something is left out before and after.

    Examples
    --------
    >>> text = "one two " + "many " * 40 + "end"
    >>> first, last, before, after = clip(text, 0, len(text), 4, 7)
    >>> 20 < len(text[first:last].split()) <= SNIPPET, before, after
    (True, '', ' …')
    """
    own = text[start:end].split(" ")
    if len(own) >= SNIPPET:
        return start, start + len(" ".join(own[:SNIPPET])), "… " if first < start else "", " …"
    left, right = text[first:start].split(" "), text[end:last].split(" ")
    rest = SNIPPET - len(own)
    n = min(len(left), max(rest // 2, rest - len(right)))
    m = min(len(right), rest - n)
    a, b = start - len(" ".join(left[len(left) - n :])), end + len(" ".join(right[:m]))
    return a, b, "… " if a > first else "", " …" if b < last else ""


def in_sentence(text, sentence_spans, row):
    """One row's words in the sentences that hold them: as HTML and as plain text."""
    start, end = int(row.start), int(row.end)
    parts = [(start, end, "mark")]
    for name in ("source", "cue"):
        first = getattr(row, f"{name}_start", None)
        if not is_missing(first):
            parts.append((int(first), int(getattr(row, f"{name}_end")), name))
    near = [span for span in sentence_spans if any(span[0] < b and a < span[1] for a, b, _ in parts)]
    near = near or [(start, end)]
    # Far parts (a cue in another sentence) are left out rather than quoting a page.
    first, last = max(min(s for s, _ in near), start - 400), min(max(e for _, e in near), end + 400)
    first, before = _shorten_left(text, min(first, start), start)
    last, after = _shorten_right(text, max(last, end), end)
    if sharing_only_snippets():
        first, last, before, after = clip(text, first, last, start, end)
        end = min(end, last)
    edges = sorted({first, last, *(x for a, b, _ in parts for x in (a, b) if first <= x <= last)})
    body, plain = [before], [before]
    for a, b in pairwise(edges):
        names = [name for x, y, name in parts if x <= a and b <= y]
        piece = escape(text[a:b].replace("\n", " "))
        for name in names:
            piece = f"<mark>{piece}</mark>" if name == "mark" else f'<span class="{name}">{piece}</span>'
        body.append(piece)
        plain.append(("⟦" if a == start else "") + text[a:b].replace("\n", " ") + ("⟧" if b == end else ""))
    return "".join([*body, after]), "".join([*plain, after])


def _shorten_left(text, first, start):
    words = text[first:start].split(" ")
    if len(words) <= MOST_WORDS // 2:
        return first, ""
    return start - len(" ".join(words[-MOST_WORDS // 2 :])), "… "


def _shorten_right(text, last, end):
    words = text[end:last].split(" ")
    if len(words) <= MOST_WORDS // 2:
        return last, ""
    return end + len(" ".join(words[: MOST_WORDS // 2])), " …"
