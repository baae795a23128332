"""Rows of a table, shown in the words of the article."""

from collections import namedtuple
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pandas.api.types import is_float_dtype

from ..language import sentences
from ..markup import Html, escape, place, safe_json
from ..tables import is_missing
from ..wording import decimal, signed
from .in_sentence import SNIPPETS, in_sentence, sharing_only_snippets

NUMBER = "number"  # how the value of a quantity is called here: that of a time is no number
# Column -> heading in words, for tables that people read.
HEADINGS = {
    "speaker": "Speaker",
    "who": "Who",
    "heard": "Who is heard",
    "kind": "Kind",
    "cue": "Cue",
    "cue_class": "Cue class",
    "source": "Source",
    "source_type": "Type of source",
    "rule": "Found by",
    "value": "TIMEX3",
    NUMBER: "Number",
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
NOTHING = "–"
WAYS = 6  # places of a row that are linked
FIRST = 12  # rows that a table shows at first
EXTRA = ("rule", "id")  # columns that are shown on demand, if the table has them
BRIEF = 16  # characters; a word as short as this is not broken
# Who or what a row is about, the likeliest first: on a phone its card is headed by it.
HEADS = (
    "who",
    "speaker",
    "voice",
    "actor",
    "actors",
    "theme",
    "phrase",
    "word",
    "pair",
    "what",
    "problem",
    "title",
    "verdict",
    NUMBER,
    "value",
    "dated_by",
)


def passages(article, table, columns=(), *, most=FIRST, caption=None):
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
        How many rows to show at first; None for all. The others are there, one touch away.
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
    if "value" in table and is_float_dtype(table["value"]):
        table, columns = table.rename(columns={"value": NUMBER}), [NUMBER if c == "value" else c for c in columns]
    shown = _shareable(table)
    spans = _sentence_spans(article)
    extra = [column for column in EXTRA if column in table.columns and column not in columns]
    lines = []
    for row in shown.itertuples(index=False):
        words, line = in_sentence(article.text, spans, row)
        cells = [Cell(words + _way(row.start, row.end), line, "words")]
        cells += [_cell(getattr(row, column), column) for column in columns]
        cells += [Cell(f"{row.start}–{row.end}", "", "number more", "Place")]
        cells += [_cell(getattr(row, column), column, more=True) for column in extra]
        lines.append(Line(cells, getattr(row, "id", None)))
    headings = ["Words in their sentence", *map(_heading, columns), "Place", *map(_heading, extra)]
    return _table(headings, lines, caption, most, len(table) - len(shown), article)


def pairs(article, table, columns=(), *, most=FIRST):
    """Rows that name two places, such as a claim and what contradicts it, side by side.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        With `start`, `end`, `evidence_start` and `evidence_end`.
    columns : sequence of str
        Columns to show beside the two passages.
    most : int or None
        How many rows to show at first.

    Returns
    -------
    Html

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.consistency import check_consistency
    >>> article = from_text("It opened on Monday, May 8, 2025.")
    >>> print(pairs(article, check_consistency(article), ["problem"]).plain)
    It opened on ⟦Monday⟧, May 8, 2025. | It opened on ⟦Monday, May 8, 2025⟧. | 8 May 2025 is a Thursday, not a Monday.
    """
    shown = _shareable(table)
    spans = _sentence_spans(article)
    lines = []
    for row in shown.itertuples(index=False):
        cells = []
        for span in (Span(row.start, row.end), Span(row.evidence_start, row.evidence_end)):
            words, line = in_sentence(article.text, spans, span)
            cells.append(Cell(words + _way(*span), line, "words"))
        lines.append(Line([*cells, *(_cell(getattr(row, column), column) for column in columns)], row.id))
    headings = ["Here the text says", "There it says", *map(_heading, columns)]
    return _table(headings, lines, None, most, len(table) - len(shown), article)


def listing(table, columns=None, *, most=FIRST, caption=None, digits=2, article=None):
    """A plain table of some columns, with headings in words.

    Parameters
    ----------
    table : pandas.DataFrame
    columns : sequence of str, optional
        All, if it is not given.
    most : int or None
        How many rows to show at first; None for all. The others are there, one touch away.
    caption : str, optional
    digits : int
    article : Article, optional
        Given, rows lead to their places in it: to their `mentions`, or from `start` to `end`.

    Returns
    -------
    Html

    Examples
    --------
    >>> import pandas as pd
    >>> print(listing(pd.DataFrame({"voice": ["narrator"], "polarity": [0.123456]}), ["voice", "polarity"]).plain)
    narrator | 0.12
    """
    columns = list(table.columns if columns is None else columns)
    places = _places(table) if article is not None else []
    lines = []
    for number, values in enumerate(table[columns].itertuples(index=False)):
        cells = [_cell(value, column, digits) for value, column in zip(values, columns, strict=True)]
        cells += [Cell(_ways(places[number]), "", "ways", "In the article")] if places else []
        lines.append(Line(cells))
    headings = [*map(_heading, columns), *(["In the article"] if places else [])]
    return _table(headings, lines, caption, most, 0, article if places else None)


def _sentence_spans(article):
    return sentences(article)[["start", "end"]].to_numpy(dtype="int64").tolist()


def _places(table):
    """The places of each row of a table in the article."""
    if "mentions" in table.columns:
        return table["mentions"].tolist()
    return [[span] for span in zip(table["start"], table["end"], strict=True)]


def _ways(places):
    """Links to a row's places, the first few of them."""
    more = f' <span class="quiet">+{len(places) - WAYS:,}</span>' if len(places) > WAYS else ""
    return "".join(_way(start, end) for start, end in places[:WAYS]) + more


def _heading(column):
    return HEADINGS.get(column, column.replace("_", " ").capitalize())


def _shareable(table):
    """The rows; where the text must not be passed on, few enough that it cannot be put together."""
    return table.head(SNIPPETS) if sharing_only_snippets() else table


def _way(start, end):
    """A link from a row to its words in the article."""
    if sharing_only_snippets():
        return ""
    return f' <a class="go" href="{place(start, end)}" aria-label="Characters {start} to {end} in the article">¶</a>'


@dataclass
class Cell:
    """A cell: its HTML, what plain text has for it, classes, and the heading of its column in words."""

    body: str
    plain: str
    look: str = ""
    label: str = ""
    column: str = ""


class Line(NamedTuple):
    """A row of a table that is shown."""

    cells: list
    id: str | None = None


def _table(headings, lines, caption, most, withheld, article=None):
    """A table of which `most` rows are seen at first, and that sorts and filters all of them, where scripts run."""
    if not lines:
        told = " ".join(filter(None, [caption, "Nothing found."]))
        return Html(f'<p class="quiet">{escape(told)}</p>', told)
    most = len(lines) if most is None else most
    head = "".join(
        f'<th scope="col"{_classes(cell.look if cell.look != "words" else "")}>{escape(name)}</th>'
        for name, cell in zip(headings, lines[0].cells, strict=True)
    )
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    rows = "".join(_row(line, number >= most) for number, line in enumerate(lines))
    inner = f"{title}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    body = f'<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>{inner}</table></div>'
    plain = [" | ".join(cell.plain for cell in line.cells if "more" not in cell.look and cell.look != "ways")
             for line in lines[:most]]  # fmt: skip
    if len(lines) > most:
        plain.append(f"… and {len(lines) - most:,} more.")
    if withheld > 0:
        note = f"{withheld:,} more are not shown, so that the article’s text is not passed on."
        body += f'<p class="quiet">{note}</p>'
        plain.append(note)
    body += _near(article) if article is not None and not sharing_only_snippets() else ""
    return Html(f'<div class="cr-table">{body}<script>{table_script()}</script></div>', "\n".join(plain))


def _row(line, later):
    by_column = {cell.column: cell for cell in line.cells if cell.column and cell.plain != NOTHING}
    first = next((by_column[name] for name in HEADS if name in by_column), None)
    if first is None and line.cells[0].look != "words":
        first = next((cell for cell in line.cells if cell.column and cell.plain != NOTHING), None)
    cells = "".join(
        f"<td{_classes(cell.look, cell is first and 'head', cell.plain == NOTHING and 'none')}"
        f"{_labelled(cell.label)}>{cell.body}</td>"
        for cell in line.cells
    )
    own = f' data-row="{escape(line.id)}"' if line.id else ""
    return f"<tr{_classes(later and 'rest')}{own}>{cells}</tr>"


def _labelled(label):
    return f' data-label="{escape(label)}"' if label else ""


def _near(article):
    """The blocks of the article, for a notebook, where a ¶ opens its words in place; pages go without it."""
    blocks = article.blocks[["start", "text"]].values.tolist()
    return f'<script type="application/json" class="cr-near">{safe_json(blocks)}</script>'


def _classes(*names):
    names = [name for name in names if name]
    return f' class="{" ".join(names)}"' if names else ""


@cache
def table_script():
    """The script of tables; pages allow it by its hash."""
    return (Path(__file__).resolve().parent / "assets" / "tables.js").read_text(encoding="utf8").strip()


def _cell(value, column, digits=2, more=False):
    text, is_number = _said(value, digits)
    if column == NUMBER and is_number:  # 27 million has no hundredths
        text = f"{float(value):,.2f}".rstrip("0").rstrip(".").replace("-", "−")
    brief = len(text) <= BRIEF and " " not in text
    look = " ".join(filter(None, ["number" if is_number else "brief" if brief else "", "more" if more else ""]))
    return Cell(escape(text), text, look, _heading(column), column)


def _said(value, digits=2):
    """(text, is a number) of a value: missing is a dash, never a word."""
    if isinstance(value, tuple):
        parts = [
            f"{word} {signed(push)}" if isinstance(push, float) else str(word)
            for word, push in (item if isinstance(item, tuple) else (item, None) for item in value)
        ]
        return ", ".join(parts) or NOTHING, False
    if is_missing(value):
        return NOTHING, False
    if isinstance(value, bool):
        return ("yes" if value else "no"), False
    if isinstance(value, float):
        return decimal(value, digits), True
    if hasattr(value, "__index__"):
        return f"{int(value):,}", True
    if not str(value).strip():  # only white space: made visible, or a dash for nothing
        return str(value).replace(" ", "␣").replace("\n", "⏎").replace("\t", "⇥") or NOTHING, False
    return str(value), False


def cell_text(value):
    """A value of a table as people read it.

    >>> cell_text(-0.25), cell_text(("a", "b")), cell_text(True)
    ('−0.25', 'a, b', 'yes')
    """
    return _said(value)[0]
