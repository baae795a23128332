"""The researcher's own judgement: a small CSV beside the article, which every analysis applies last."""

from typing import NamedTuple

import pandas as pd

from .. import tables
from ..article.names import beside
from ..language import parse
from .anchor import find
from .sheet import COLUMNS, NEVER, Correction, append, of_row, read
from .values import cell

__all__ = [
    "COLUMNS",
    "NEVER",
    "Correction",
    "aliases",
    "append",
    "apply",
    "beside",
    "cues",
    "lines",
    "of_row",
    "outcomes",
    "renamed",
    "valences",
]

SAME = 0.5  # share of characters, of those of either, that the words of a line and of a row have in common
# Columns that hold an actor's name, and what an added row has where no line says otherwise.
NAMED = {"actors": "actor", "quotes": "speaker", "voices": "voice"}
ADDED = {
    "quotes": {"kind": "indirect", "rule": "by hand"},
    "actors": {"kind": "person", "how": "name"},
    "times": {"type": "DATE"},
    "events": {"status": "happened", "rule": "by hand"},
    "quantities": {"kind": "count"},
}
# Which own words a table is read with, and the columns of a row in which one of them must stand.
OWN_WORDS = {
    "quotes": ("cue", "cue_start", "cue_end"),
    "tones": ("word", "start", "end"),
    "voices": ("word", "start", "end"),
}
BY = "you"  # who, where the file does not say it

NO_WORDS, NO_ROW = "no words", "no row"


@tables.once_per_article
def lines(article):
    """The lines of an article's corrections, with their numbers; read once for each article.

    Raises
    ------
    ArticleError
        If the file cannot be read or a line cannot be meant so.
    """
    return read(article.corrections) if article.corrections is not None else []


def aliases(article):
    """The researcher's own aliases: words as the article writes them -> the actor they stand for.

    Parameters
    ----------
    article : Article

    Returns
    -------
    dict of str to str
        Empty where the article has no corrections.
    """
    return {line.text.strip(): line.name for _, line in lines(article) if line.kind == "alias"}


def renamed(article):
    """Actors under the researcher's own names: name found -> name wanted. Two of one name are one actor."""
    return {line.text.strip(): line.name for _, line in lines(article) if line.kind == "rename"}


def cues(article):
    """The researcher's own cues: word in lower case -> its class, or `never`."""
    return {line.text.strip().lower(): line.name or "neutral" for _, line in lines(article) if line.kind == "cue"}


def valences(article):
    """The researcher's own tones of words: word in lower case -> -1 … 1."""
    return {line.text.strip().lower(): float(line.value) for _, line in lines(article) if line.kind == "word"}


def _touched(article, kind):
    """Where the article has the researcher's own cues or words: (start, end, who)."""
    by = {line.text.strip().lower(): line.who or BY for _, line in lines(article) if line.kind == kind}
    if not by:
        return []
    return [
        (token.idx, token.idx + len(token), by.get(token.lower_) or by[token.lemma_.lower()])
        for token in parse(article)
        if token.lower_ in by or token.lemma_.lower() in by
    ]


class Outcome(NamedTuple):
    """What became of one line.

    Attributes
    ----------
    line : int
        Its number in the file.
    result : str
        "added", "changed" or "removed"; `NO_WORDS` or `NO_ROW` where it no longer fits.
    moved : bool
        Whether its words stand at another place of the text than they did.
    """

    line: int
    result: str
    moved: bool = False


def apply(article, name, table, only=None):
    """Apply the researcher's corrections to a table: the last step of every analysis.

    Parameters
    ----------
    article : Article
    name : str
        The table's name.
    table : pandas.DataFrame
    only : container of int, optional
        Numbers of the lines to apply, where others were applied before.

    Returns
    -------
    pandas.DataFrame
        Rows removed, changed and added; `corrected` says by whom. Aliases and new names have been
        read by the coreference that the table builds on. What no longer fits is in `outcomes`.

    Raises
    ------
    ArticleError
        If there is a corrections file that cannot be read.
    """
    if name in NAMED and renamed(article):
        table = _marked(article, name, table)
    if name in OWN_WORDS:
        table = _own_words(article, name, table)
    if not _about(article, name, only):
        return table
    return tables.build(name, _applied(article, name, table, only)[0], article.text)


def outcomes(article, name, table, only=None):
    """What becomes of each line that is about a table.

    Parameters
    ----------
    article : Article
    name : str
        The table's name.
    table : pandas.DataFrame
        The table as it was found, before `apply`.
    only : container of int, optional
        Numbers of the lines that are asked about.

    Returns
    -------
    list of Outcome
        In the order of the lines.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from pathlib import Path
    >>> from helpers.article import from_text
    >>> from helpers.timeline import find_times
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "a.corrections.csv"
    ...     append(file, Correction("remove", "1945", table="times"), Correction("remove", "It", table="times"))
    ...     article = from_text("It opened in 1945.", corrections=file)
    ...     found = find_times(from_text("It opened in 1945."))
    ...     [(outcome.line, outcome.result) for outcome in outcomes(article, "times", found)]
    [(2, 'removed'), (3, 'no row')]
    """
    return _applied(article, name, table, only)[1]


def _about(article, name, only=None):
    """The lines about a table, with their numbers."""
    return [(n, line) for n, line in lines(article) if line.table == name and (only is None or n in only)]


def _applied(article, name, table, only):
    """A table's rows after the lines about it, and what became of each line."""
    records, told, fresh = table.to_dict("records"), [], None
    for number, line in _about(article, name, only):
        # what follows an added row and stands at its place is about that row
        added = fresh[1] if fresh and line.kind == "change" and _place(line) == fresh[0] else None
        told.append(_apply_line(article, name, records, number, line, added))
        if line.kind == "add":
            fresh = (_place(line), records[-1]) if told[-1].result == "added" else None
        elif not added:
            fresh = None
    return records, told


def _place(line):
    return line.start, line.end, line.text


def _apply_line(article, name, records, number, line, added=None):
    """Apply one line, to the row `added` if it is given."""
    span = find(article.text, line)
    if span is None:
        return Outcome(number, NO_WORDS)
    moved = bool(line.start) and span != (int(line.start), int(line.end or -1))
    if line.kind == "add":
        row = {
            "start": span[0],
            "end": span[1],
            **ADDED.get(name, {}),
            "corrected": line.who or BY,
            "key": f"added {number}",
        }
        if line.column:
            row[line.column] = cell(article.corrections, number, line, longest=len(article.text))
        records.append(row)
        return Outcome(number, "added", moved)
    fitting = [(1.0, added)] if added else [(_shared(span, record), record) for record in records]
    best = max((share for share, _ in fitting), default=0.0)
    if best < SAME:
        return Outcome(number, NO_ROW)
    for share, record in fitting:
        if share == best:  # several rows may stand on one span, as those of a joint mention do
            if line.kind == "remove":
                records[:] = [other for other in records if other is not record]
                for other in records:  # what lay inside it stands alone now
                    for column in ("inside", "continues"):
                        if other.get(column) == record["id"]:
                            other[column] = None
            else:
                record[line.column] = cell(article.corrections, number, line, longest=len(article.text))
                record["corrected"] = line.who or BY
    return Outcome(number, "removed" if line.kind == "remove" else "changed", moved)


def _marked(article, name, table):
    """A table in which rows with an actor of the researcher's naming say so."""
    by = {line.name: line.who or BY for _, line in lines(article) if line.kind == "rename"}
    told = [next((by[part] for part in str(cell).split("; ") if part in by), None) for cell in table[NAMED[name]]]
    return table.assign(
        corrected=pd.Series(
            [own if own and tables.is_missing(old) else old for own, old in zip(told, table["corrected"], strict=True)],
            index=table.index,
            dtype=object,
        )
    )


def _own_words(article, name, table):
    """A table in which rows that come from the researcher's own cues or words say so."""
    kind, first, last = OWN_WORDS[name]
    places = _touched(article, kind)
    if not places or table.empty:
        return table
    told = []
    for start, end, old in zip(table[first], table[last], table["corrected"], strict=True):
        who = None if tables.is_missing(start) else next((by for a, b, by in places if start < b and a < end), None)
        told.append(who if who and tables.is_missing(old) else old)
    return table.assign(corrected=pd.Series(told, index=table.index, dtype=object))


def _shared(span, record):
    start, end = int(record["start"]), int(record["end"])
    both = min(end, span[1]) - max(start, span[0])
    return max(both, 0) / max(max(end, span[1]) - min(start, span[0]), 1)
