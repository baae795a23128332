"""Both offset promises, over every table of every text in a folder."""

import re
from pathlib import Path

import pandas as pd

from ..analyses import ANALYSES
from ..article import ArticleError, from_text
from ..article.edits import apply
from ..themes import collocations, concordance, cooccurrence, keyness, relations

TABLES = {**ANALYSES, "concordance": lambda article: concordance(article, "the")}
# Tables for reading that no other analysis builds on: without ids, but with places all the same.
INSTRUMENTS = {
    "keyness": keyness,
    "collocations": collocations,
    "cooccurrence": cooccurrence,
    "relations": relations,
}
# Columns that name a place of their own, beside start and end.
PLACES = ("source", "cue", "anchor")
_TAG = re.compile(r"<[^<>]{0,2000}>")


def offsets(folder: str | Path) -> pd.DataFrame:
    """Check `text[start:end] == text`, `in_source` and the log of cleaning on every text.

    Parameters
    ----------
    folder : str or path
        Searched for .txt and .tml files (of .tml, the text between tags).

    Returns
    -------
    pandas.DataFrame
        `text` (name of the file), `table`, `rows`, `problems` (a tuple of sentences, empty if every promise holds).

    Raises
    ------
    ArticleError
        If there is no text in the folder.
    """
    paths = [path for path in sorted(Path(folder).rglob("*")) if path.suffix in (".txt", ".tml")]
    if not paths:
        raise ArticleError(f"{folder}: there is no .txt or .tml file in it; name another folder.")
    rows = []
    for path in paths:
        text = path.read_text(encoding="utf8", errors="replace")
        text = _TAG.sub("", text) if path.suffix == ".tml" else text
        name = "cleaning"
        try:
            article = from_text(text, published="2020-06-15")
            edits = article.removed[["start", "end", "replacement"]].values.tolist()
            clean = apply(article.source.text, edits) == article.text
            rows.append((path.name, name, len(edits), () if clean else ("the log does not give the clean text",)))
            for name, table in {**TABLES, **INSTRUMENTS}.items():
                found = table(article)
                rows.append((path.name, name, len(found), tuple(problems(article, found))))
        except Exception as error:  # every exception is a finding here, whatever its kind
            rows.append((path.name, name, 0, (f"{type(error).__name__}: {error}",)))
    return pd.DataFrame(rows, columns=["text", "table", "rows", "problems"])


def described(table: pd.DataFrame) -> str:
    """Up to fifty broken promises, and how many there are, as lines to be read."""
    broken = table.explode("problems").dropna(subset="problems")
    lines = [f"{row.text}, {row.table}: {row.problems}" for row in broken.head(50).itertuples(index=False)]
    counts = (
        f"{table['text'].nunique():,} texts, {table['rows'].sum():,} rows in {table['table'].nunique()} tables, "
        f"{len(broken):,} broken promises"
    )
    return "\n".join([*lines, counts])


def problems(article, table):
    """What is wrong with a table's offsets, as sentences; empty if nothing is.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame

    Returns
    -------
    list of str
    """
    text, found = article.text, []
    if "id" in table and table["id"].duplicated().any():
        found.append("two rows have one id")
    spans = []
    if "start" in table:
        for start, end, words in zip(table["start"], table["end"], table["text"], strict=True):
            spans.append((start, end))
            if text[start:end] != words or not words:
                found.append(f"row at {start}:{end} does not hold its words")
        if not table["start"].is_monotonic_increasing:
            found.append("rows are not in order")
    for name in PLACES:
        if f"{name}_start" in table:
            placed = table[table[f"{name}_start"].notna()]
            for start, end, words in zip(placed[f"{name}_start"], placed[f"{name}_end"], placed[name], strict=True):
                spans.append((start, end))
                if text[start:end] not in words if name == "anchor" else text[start:end] != words:
                    found.append(f"{name} at {start}:{end} does not hold its words")
    for column in ("marked", "mentions"):
        if column in table:
            spans += [span for several in table[column] for span in several]
    for start, end in spans:
        first, last = article.in_source(int(start), int(end))
        if not 0 <= first < last <= len(article.source.text):
            found.append(f"{start}:{end} has no place in the source")
    return found
