"""Rows of a table, shown in the words of the article."""

from collections import namedtuple
from itertools import pairwise

import pandas as pd

from .language import sentences
from .markup import Html, escape

# Column -> heading in words, for tables that people read.
HEADINGS = {
    "speaker": "Speaker", "kind": "Kind", "cue": "Cue", "cue_class": "Cue class", "source": "Source",
    "source_type": "Type of source",
    "rule": "Found by", "value": "TIMEX3", "type": "Type", "earliest": "Earliest", "latest": "Latest",
    "anchor": "Leans on", "then": "Then", "problem": "What does not go together", "status": "Status",
    "inferred": "Inferred", "dated_by": "Dated by", "rows": "Rows",
    "polarity": "TextBlob", "vader": "VADER", "tone": "Tone", "low": "Low", "high": "High", "agreement": "Agreement",
    "driven": "TextBlob’s words", "method": "Method", "corpus": "Sentences", "result": "Result",
    "subjectivity": "Subjectivity", "voice": "Voice",
    "actor": "Actor", "how": "How", "theme": "Theme", "weight": "Weight", "phrase": "Phrase", "score": "Score",
    "count": "Mentions", "words": "Words", "reason": "Reason", "text": "Words", "replacement": "Becomes",
    "actors": "Actors", "word": "Word", "log_likelihood": "Log-likelihood", "log_ratio": "Log ratio",
    "log_dice": "logDice", "juilland_d": "Juilland’s D", "dp": "Gries’ DP", "verb": "Acts", "target": "On",
    "left": "Left", "match": "Match", "right": "Right", "pieces": "Passages",
}  # fmt: skip
Span = namedtuple("Span", "start end")
BRIEF = 16  # characters; a word as short as this is not broken
MOST_WORDS = 70  # a longer sentence is shown around the mark only


def passages(article, table, columns=(), *, most=12, caption=None):
    """Rows of a table, each marked in its sentence.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        Any table with `start` and `end`. If it has `source_start` or `cue_start`, source and
        cue are marked too.
    columns : sequence of str
        Columns to show beside the words.
    most : int or None
        How many rows to show; None for all. The rest is counted under the table.
    caption : str, optional

    Returns
    -------
    Html
        The span is in `<mark>`; plain text has it in ⟦brackets⟧.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.timeline import find_times
    >>> article = from_text("It opened in 1945. All came.")
    >>> print(passages(article, find_times(article)).plain)
    It opened in ⟦1945⟧.
    """
    shown = table if most is None else table.head(most)
    spans = sentences(article)[["start", "end"]].to_numpy(dtype="int64").tolist()
    rows, plain = [], []
    for row in shown.itertuples(index=False):
        words, line = _in_sentence(article.text, spans, row)
        cells = [_cell(getattr(row, column)) for column in columns]
        rows.append(f'<tr><td class="words">{words}</td>{"".join(_td(*cell) for cell in cells)}</tr>')
        plain.append(" | ".join([line, *(text for text, _ in cells)]))
    return _table(["Words in their sentence", *map(_heading, columns)], rows, plain, caption, len(table) - len(shown))


def pairs(article, table, columns=(), *, most=12):
    """Rows that name two places, such as a claim and what contradicts it, side by side.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        With `start`, `end`, `evidence_start` and `evidence_end`.
    columns : sequence of str
        Columns to show beside the two passages.
    most : int or None

    Returns
    -------
    Html

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.timeline import check_consistency
    >>> article = from_text("It opened on Monday, May 8, 2025.")
    >>> print(pairs(article, check_consistency(article), ["problem"]).plain)
    It opened on ⟦Monday⟧, May 8, 2025. | It opened on ⟦Monday, May 8, 2025⟧. | 8 May 2025 is a Thursday, not a Monday.
    """
    shown = table if most is None else table.head(most)
    spans = sentences(article)[["start", "end"]].to_numpy(dtype="int64").tolist()
    rows, plain = [], []
    for row in shown.itertuples(index=False):
        both = [_in_sentence(article.text, spans, Span(row.start, row.end)),
                _in_sentence(article.text, spans, Span(row.evidence_start, row.evidence_end))]  # fmt: skip
        cells = [_cell(getattr(row, column)) for column in columns]
        words = "".join(f'<td class="words">{body}</td>' for body, _ in both)
        rows.append(f"<tr>{words}{''.join(_td(*cell) for cell in cells)}</tr>")
        plain.append(" | ".join([*(line for _, line in both), *(text for text, _ in cells)]))
    headings = ["Here the text says", "There it says", *map(_heading, columns)]
    return _table(headings, rows, plain, None, len(table) - len(shown))


def listing(table, columns, *, most=12, caption=None):
    """A plain table of some columns, with headings in words.

    >>> import pandas as pd
    >>> print(listing(pd.DataFrame({"voice": ["narrator"], "polarity": [0.123456]}), ["voice", "polarity"]).plain)
    narrator | 0.12
    """
    shown = table if most is None else table.head(most)
    rows, plain = [], []
    for values in shown[list(columns)].itertuples(index=False):
        cells = [_cell(value) for value in values]
        rows.append(f"<tr>{''.join(_td(*cell) for cell in cells)}</tr>")
        plain.append(" | ".join(text for text, _ in cells))
    return _table(list(map(_heading, columns)), rows, plain, caption, len(table) - len(shown))


def _heading(column):
    return HEADINGS.get(column, column.replace("_", " ").capitalize())


def _table(headings, rows, plain, caption, left):
    if not rows:
        return Html('<p class="quiet">Nothing found.</p>', "Nothing found.")
    numbers = ["number" in cell.split(">", 1)[0] for cell in rows[0].split("<td")[1:]]
    head = "".join(
        f'<th scope="col" class="number">{escape(name)}</th>' if is_number else f'<th scope="col">{escape(name)}</th>'
        for name, is_number in zip(headings, numbers, strict=True)
    )
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    inner = f"{title}<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>"
    body = f'<div class="scroll" tabindex="0"><table>{inner}</table></div>'
    if left > 0:
        note = f"… and {left:,} more in the table."
        body += f'<p class="quiet">{note}</p>'
        plain = [*plain, note]
    return Html(body, "\n".join(plain))


def _cell(value):
    """(text, is a number) of a value: missing is a dash, never a word."""
    if isinstance(value, tuple):
        parts = [f"{word} {push:+.2f}".replace(" -", " −") if isinstance(push, float) else str(word)
                 for word, push in (item if isinstance(item, tuple) else (item, None) for item in value)]  # fmt: skip
        return ", ".join(parts) or "–", False
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return "–", False
    if isinstance(value, bool):
        return ("yes" if value else "no"), False
    if isinstance(value, float):
        return f"{value:.2f}".replace("-", "−"), True
    if hasattr(value, "__index__"):
        return f"{int(value):,}", True
    if not str(value).strip():  # only white space: made visible, or a dash for nothing
        return str(value).replace(" ", "␣").replace("\n", "⏎").replace("\t", "⇥") or "–", False
    return str(value), False


def _td(text, is_number):
    if is_number:
        return f'<td class="number">{escape(text)}</td>'
    brief = ' class="brief"' if len(text) <= BRIEF and " " not in text else ""
    return f"<td{brief}>{escape(text)}</td>"


def _in_sentence(text, sentence_spans, row):
    """One row's words in the sentences that hold them: as HTML and as plain text."""
    start, end = int(row.start), int(row.end)
    parts = [(start, end, "mark")]
    for name in ("source", "cue"):
        first = getattr(row, f"{name}_start", None)
        if first is not None and first is not pd.NA:
            parts.append((int(first), int(getattr(row, f"{name}_end")), name))
    near = [span for span in sentence_spans if any(span[0] < b and a < span[1] for a, b, _ in parts)]
    near = near or [(start, end)]
    # Far parts (a cue in another sentence) are left out rather than quoting a page.
    first, last = max(min(s for s, _ in near), start - 400), min(max(e for _, e in near), end + 400)
    first, before = _shorten_left(text, min(first, start), start)
    last, after = _shorten_right(text, max(last, end), end)
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
