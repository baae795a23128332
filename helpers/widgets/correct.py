"""Rows overruled: in the file beside the article that every analysis applies."""

import json

import ipywidgets

from .. import analyses, corrections, reader, tables
from ..article import ArticleError, load
from .control import LABEL, Control

# Columns that a control offers, the likeliest first.
OPEN = (
    "speaker",
    "kind",
    "source",
    "cue",
    "cue_class",
    "source_type",
    "actor",
    "value",
    "earliest",
    "latest",
    "type",
    "status",
    "tone",
    "theme",
)


def kept(article, line, who):
    """Write a correction that came from the reading page, and show what became of all of them."""
    own = json.loads(line)
    line = corrections.Correction(**{name: str(own.get(name, "")) for name in corrections.COLUMNS} | {"who": who})
    again = _corrected(article, line)
    return reader.listing(analyses.report(again), ["text", "kind", "table", "result", "who"], most=None)


def _corrected(article, line):
    """The article, read again with one more line in its file of corrections."""
    if article.source.path is None:
        raise ArticleError("A pasted text has no place for corrections: save it as a file and load that.")
    corrections.append(article.corrections or corrections.beside(article.source.path), line)
    return load(article.source.path, published=article.published)


def correct(article, name, table):
    """Overrule a row: change a cell or remove the row, in a file beside the article that every analysis applies.

    Parameters
    ----------
    article : Article
        Read from a file.
    name : str
        The table's name.
    table : pandas.DataFrame

    Returns
    -------
    Control
        Shows the rows at these words as they are from now on.
    """
    layout = tables.columns(name)
    rows = [
        (f"{row.text[:60]}{'…' if len(row.text) > 60 else ''}  ({row.start}–{row.end})", row.id)
        for row in table.itertuples(index=False)
    ]
    fields = {
        "row": ipywidgets.Dropdown(description="Row", options=[("", ""), *rows], **LABEL),
        "what": ipywidgets.Dropdown(description="What to do", options=["change", "remove"], **LABEL),
        "column": ipywidgets.Dropdown(description="Column", options=[c for c in OPEN if c in layout], **LABEL),
        "value": ipywidgets.Text(description="New value", placeholder="empty: not known", **LABEL),
        "who": ipywidgets.Text(description="Your name", **LABEL),
        "why": ipywidgets.Text(description="Why", **LABEL),
    }

    def compute(row, what, column, value, who, why):
        if not row:
            raise ArticleError("Choose a row first.")
        own = table[table["id"] == row].iloc[0].to_dict()
        change = {"column": column, "value": value} if what == "change" else {}
        again = _corrected(article, corrections.of_row(article, name, own, what, who=who, why=why, **change))
        found = analyses.ANALYSES[name](again)
        near = found[(found["start"] < own["end"]) & (found["end"] > own["start"])]
        shown = dict.fromkeys(
            [column, *(c for c in OPEN if c in layout)][:4]
        )  # more are too many for a notebook's width
        return reader.passages(again, near, ["corrected", *shown], most=None)

    return Control("Correct a row", fields, compute, "Keep this correction")
