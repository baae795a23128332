"""Rows of a table: marked in their sentences, in pairs, or plainly."""

from collections import namedtuple

from pandas.api.types import is_float_dtype

from ...language import sentences
from ..in_sentence import SNIPPET, SNIPPETS, in_sentence, sharing_only_snippets
from .cells import NUMBER, Cell, cell, heading
from .table import Line, table_of, way, ways

Span = namedtuple("Span", "start end")
FIRST = 12  # rows that a table shows at first
EXTRA = ("rule", "id")  # columns that are shown on demand, if the table has them


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
        cells = [Cell(words + way(row.start, row.end), line, "words")]
        again = getattr(row, "type", None) == "SET"
        cells += [cell(getattr(row, column), column, again=again) for column in columns]
        cells += [Cell(f"{row.start}–{row.end}", "", "number more", "Place")]
        cells += [cell(getattr(row, column), column, more=True) for column in extra]
        lines.append(Line(cells, getattr(row, "id", None)))
    headings = ["Words in their sentence", *map(heading, columns), "Place", *map(heading, extra)]
    return table_of(headings, lines, caption, most, len(table) - len(shown), article)


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
            cells.append(Cell(words + way(*span), line, "words"))
        lines.append(Line([*cells, *(cell(getattr(row, column), column) for column in columns)], row.id))
    headings = ["Here the text says", "There it says", *map(heading, columns)]
    return table_of(headings, lines, None, most, len(table) - len(shown), article)


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
        cells = [cell(_shared(value), column, digits) for value, column in zip(values, columns, strict=True)]
        cells += [Cell(ways(places[number]), "", "ways", "In the article")] if places else []
        lines.append(Line(cells))
    headings = [*map(heading, columns), *(["In the article"] if places else [])]
    return table_of(headings, lines, caption, most, 0, article if places else None)


def _sentence_spans(article):
    return sentences(article)[["start", "end"]].to_numpy(dtype="int64").tolist()


def _places(table):
    """The places of each row of a table in the article."""
    if "mentions" in table.columns:
        return table["mentions"].tolist()
    return [[span] for span in zip(table["start"], table["end"], strict=True)]


def _shared(value):
    """A value; where the text must not be passed on, no more of its words than a passage may have."""
    words = value.split() if isinstance(value, str) and sharing_only_snippets() else ()
    return " ".join(words[:SNIPPET]) + " …" if len(words) > SNIPPET else value


def _shareable(table):
    """The rows; where the text must not be passed on, few enough that it cannot be put together."""
    return table.head(SNIPPETS) if sharing_only_snippets() else table
