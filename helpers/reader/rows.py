"""Rows of a table, shown in the words of the article."""

from collections import namedtuple
from functools import cache
from pathlib import Path

from ..language import sentences
from ..markup import WHOLE, Html, escape
from ..tables import is_missing
from ..wording import decimal, signed
from .in_sentence import SNIPPETS, in_sentence, sharing_only_snippets

# Column -> heading in words, for tables that people read.
HEADINGS = {
    "speaker": "Speaker",
    "kind": "Kind",
    "cue": "Cue",
    "cue_class": "Cue class",
    "source": "Source",
    "source_type": "Type of source",
    "rule": "Found by",
    "value": "TIMEX3",
    "type": "Type",
    "earliest": "Earliest",
    "latest": "Latest",
    "anchor": "Leans on",
    "then": "Then",
    "problem": "What does not go together",
    "status": "Status",
    "inferred": "Inferred",
    "dated_by": "Dated by",
    "rows": "Rows",
    "polarity": "TextBlob",
    "vader": "VADER",
    "tone": "Tone",
    "low": "Low",
    "high": "High",
    "agreement": "Agreement",
    "driven": "TextBlob’s words",
    "method": "Method",
    "corpus": "Sentences",
    "result": "Result",
    "subjectivity": "Subjectivity",
    "voice": "Voice",
    "actor": "Actor",
    "how": "How",
    "theme": "Theme",
    "weight": "Weight",
    "phrase": "Phrase",
    "score": "Score",
    "count": "Mentions",
    "words": "Words",
    "reason": "Reason",
    "text": "Words",
    "replacement": "Becomes",
    "actors": "Actors",
    "word": "Word",
    "log_likelihood": "Log-likelihood",
    "log_ratio": "Log ratio",
    "log_dice": "logDice",
    "juilland_d": "Juilland’s D",
    "dp": "Gries’ DP",
    "verb": "Acts",
    "target": "On",
    "left": "Left",
    "match": "Match",
    "right": "Right",
    "pieces": "Passages",
}
Span = namedtuple("Span", "start end")
WAYS = 6  # places of a row that are linked
EXTRA = ("rule", "id")  # columns that are shown on demand, if the table has them
BRIEF = 16  # characters; a word as short as this is not broken


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
    shown = _shown(table, most)
    spans = sentences(article)[["start", "end"]].to_numpy(dtype="int64").tolist()
    extra = [column for column in EXTRA if column in table.columns and column not in columns]
    rows, plain = [], []
    for row in shown.itertuples(index=False):
        words, line = in_sentence(article.text, spans, row)
        cells = [_cell(getattr(row, column)) for column in columns]
        more = [_cell(getattr(row, column)) for column in extra]
        rows.append(
            f'<tr{_row_id(row)}><td class="words">{words} {_way(row.start, row.end)}</td>'
            f"{''.join(_td(*cell) for cell in cells)}{_place(row.start, row.end)}"
            f"{''.join(_td(*cell, more=True) for cell in more)}</tr>"
        )
        plain.append(" | ".join([line, *(text for text, _ in cells)]))
    headings = ["Words in their sentence", *map(_heading, columns)]
    hidden = ["Place", *map(_heading, extra)]
    return _table(headings, rows, plain, caption, len(table) - len(shown), hidden)


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
    shown = _shown(table, most)
    spans = sentences(article)[["start", "end"]].to_numpy(dtype="int64").tolist()
    rows, plain = [], []
    for row in shown.itertuples(index=False):
        both = [
            in_sentence(article.text, spans, Span(row.start, row.end)),
            in_sentence(article.text, spans, Span(row.evidence_start, row.evidence_end)),
        ]
        cells = [_cell(getattr(row, column)) for column in columns]
        ways = (_way(row.start, row.end), _way(row.evidence_start, row.evidence_end))
        words = "".join(f'<td class="words">{body} {way}</td>' for (body, _), way in zip(both, ways, strict=True))
        rows.append(f"<tr{_row_id(row)}>{words}{''.join(_td(*cell) for cell in cells)}</tr>")
        plain.append(" | ".join([*(line for _, line in both), *(text for text, _ in cells)]))
    headings = ["Here the text says", "There it says", *map(_heading, columns)]
    return _table(headings, rows, plain, None, len(table) - len(shown))


def findings(article, table):
    """Findings as a list: a sentence and its words.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        From `findings.findings`.

    Returns
    -------
    Html

    Examples
    --------
    >>> import pandas as pd
    >>> from helpers.article import from_text
    >>> row = {"finding": "It rained.", "start": 0, "end": 4, "id": "f1"}
    >>> print(findings(from_text("Rain fell."), pd.DataFrame([row])).plain)
    It rained. ⟦Rain⟧ fell.
    """
    spans = sentences(article)[["start", "end"]].to_numpy(dtype="int64").tolist()
    items, plain = [], []
    for row in table.itertuples(index=False):
        words, line = in_sentence(article.text, spans, Span(row.start, row.end))
        items.append(
            f'<li><p class="finding">{escape(row.finding)}</p>'
            f"<blockquote><p>{words} {_way(row.start, row.end)}</p></blockquote></li>"
        )
        plain.append(f"{row.finding} {line}")
    if not items:
        return Html('<p class="quiet">Nothing is sure enough to be stated.</p>', "Nothing is sure enough to be stated.")
    return Html(f'<ul class="findings">{"".join(items)}</ul>', "\n".join(plain))


def in_short(article, table):
    """The article's own sentences that tell it, each with its role.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        From `findings.in_short`.

    Returns
    -------
    Html

    Examples
    --------
    >>> import pandas as pd
    >>> from helpers.article import from_text
    >>> row = {"start": 0, "end": 10, "text": "Rain fell.", "role": "what happened"}
    >>> print(in_short(from_text("Rain fell."), pd.DataFrame([row])).plain)
    What happened: Rain fell.
    """
    items, plain = [], []
    for row in table.itertuples(index=False):
        role = row.role[0].upper() + row.role[1:]
        words = " ".join(row.text.split())
        items.append(f"<dt>{escape(role)}</dt><dd>{escape(words)} {_way(row.start, row.end)}</dd>")
        plain.append(f"{role}: {words}")
    if not items:
        return Html('<p class="quiet">The text has no sentence to choose.</p>', "The text has no sentence to choose.")
    return Html(f'<dl class="short">{"".join(items)}</dl>', "\n".join(plain))


def listing(table, columns, *, most=12, caption=None, digits=2):
    """A plain table of some columns, with headings in words.

    Rows that have places in the article lead there: those of a table with `mentions`, or with
    `id`, `start` and `end`.

    >>> import pandas as pd
    >>> print(listing(pd.DataFrame({"voice": ["narrator"], "polarity": [0.123456]}), ["voice", "polarity"]).plain)
    narrator | 0.12
    """
    shown = table if most is None else table.head(most)
    places = _places(shown)
    rows, plain = [], []
    for number, values in enumerate(shown[list(columns)].itertuples(index=False)):
        cells = [_cell(value, digits) for value in values]
        ways = f"<td>{_ways(places[number])}</td>" if places else ""
        rows.append(f"<tr>{''.join(_td(*cell) for cell in cells)}{ways}</tr>")
        plain.append(" | ".join(text for text, _ in cells))
    headings = [*map(_heading, columns), *(["In the article"] if places else [])]
    return _table(headings, rows, plain, caption, len(table) - len(shown))


def _places(table):
    """The places of each row of a table in the article; nothing for a table that has none."""
    if "mentions" in table.columns:
        return table["mentions"].tolist()
    if {"id", "start", "end"} <= set(table.columns):
        return [[place] for place in zip(table["start"], table["end"], strict=True)]
    return []


def _ways(places):
    """Links to a row's places, the first few of them."""
    more = f' <span class="quiet">+{len(places) - WAYS:,}</span>' if len(places) > WAYS else ""
    return "".join(_way(start, end) for start, end in places[:WAYS]) + more


def _heading(column):
    return HEADINGS.get(column, column.replace("_", " ").capitalize())


def _shown(table, most):
    """The rows to show; where the text must not be passed on, few enough that it cannot be put together."""
    if sharing_only_snippets():
        most = SNIPPETS if most is None else min(most, SNIPPETS)
    return table if most is None else table.head(most)


def _row_id(row):
    return f' data-row="{escape(row.id)}"' if getattr(row, "id", None) else ""


def _way(start, end):
    """A link from a row to its words in the article."""
    if sharing_only_snippets():
        return ""
    return f'<a class="go" href="{WHOLE}#{start}-{end}" aria-label="Characters {start} to {end} in the article">¶</a>'


def _place(start, end):
    return f'<td class="number more">{start}–{end}</td>'


def _table(headings, rows, plain, caption, left, hidden=()):
    """A table that sorts, filters and shows `hidden` columns on demand where scripts run."""
    if not rows:
        return Html('<p class="quiet">Nothing found.</p>', "Nothing found.")
    numbers = ["number" in cell.split(">", 1)[0] for cell in rows[0].split("<td")[1:]]
    head = "".join(
        f'<th scope="col"{_classes(is_number and "number", place >= len(headings) and "more")}>{escape(name)}</th>'
        for place, (name, is_number) in enumerate(zip([*headings, *hidden], numbers, strict=True))
    )
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    inner = f"{title}<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>"
    body = f'<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>{inner}</table></div>'
    if left > 0:
        note = f"… and {left:,} more in the table."
        body += f'<p class="quiet">{note}</p>'
        plain = [*plain, note]
    return Html(f'<div class="cr-table">{body}<script>{table_script()}</script></div>', "\n".join(plain))


def _classes(*names):
    names = [name for name in names if name]
    return f' class="{" ".join(names)}"' if names else ""


@cache
def table_script():
    """The script of tables; pages allow it by its hash."""
    return (Path(__file__).resolve().parent / "assets" / "tables.js").read_text(encoding="utf8").strip()


def _cell(value, digits=2):
    """(text, is a number) of a value: missing is a dash, never a word."""
    if isinstance(value, tuple):
        parts = [
            f"{word} {signed(push)}" if isinstance(push, float) else str(word)
            for word, push in (item if isinstance(item, tuple) else (item, None) for item in value)
        ]
        return ", ".join(parts) or "–", False
    if is_missing(value):
        return "–", False
    if isinstance(value, bool):
        return ("yes" if value else "no"), False
    if isinstance(value, float):
        return decimal(value, digits), True
    if hasattr(value, "__index__"):
        return f"{int(value):,}", True
    if not str(value).strip():  # only white space: made visible, or a dash for nothing
        return str(value).replace(" ", "␣").replace("\n", "⏎").replace("\t", "⇥") or "–", False
    return str(value), False


def cell_text(value):
    """A value of a table as people read it.

    >>> cell_text(-0.25), cell_text(("a", "b")), cell_text(True)
    ('−0.25', 'a, b', 'yes')
    """
    return _cell(value)[0]


def _td(text, is_number, more=False):
    brief = len(text) <= BRIEF and " " not in text
    look = _classes("number" if is_number else brief and "brief", more and "more")
    return f"<td{look}>{escape(text)}</td>"
