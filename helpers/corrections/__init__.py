"""The researcher's own judgement: a small CSV beside the article, which every analysis applies last."""

from weakref import WeakKeyDictionary

import pandas as pd

from .. import tables
from .anchor import find
from .sheet import COLUMNS, Correction, append, beside, cell, of_row, read

__all__ = ["COLUMNS", "Correction", "aliases", "append", "apply", "beside", "of_row", "renamed", "report"]

SAME = 0.5  # share of characters, of those of either, that the words of a line and of a row have in common
# Columns that hold an actor's name, and what an added row has where no line says otherwise.
NAMED = {"actors": "actor", "quotes": "speaker", "voices": "voice"}
ADDED = {
    "quotes": {"kind": "indirect", "rule": "by hand"},
    "actors": {"kind": "person", "how": "name"},
    "times": {"type": "DATE"},
    "events": {"status": "happened", "rule": "by hand"},
}
BY = "you"  # who, where the file does not say it

_lines = WeakKeyDictionary()
_anchored = WeakKeyDictionary()


def lines(article):
    """The lines of an article's corrections, with their numbers; read once for each article.

    Raises
    ------
    ArticleError
        If the file cannot be read or a line cannot be meant so.
    """
    if article.corrections is None:
        return []
    if article not in _lines:
        _lines[article] = read(article.corrections)
    return _lines[article]


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


def apply(article, name, table):
    """Apply the researcher's corrections to a table: the last step of every analysis.

    Parameters
    ----------
    article : Article
    name : str
        The table's name.
    table : pandas.DataFrame

    Returns
    -------
    pandas.DataFrame
        Rows removed, changed and added; `corrected` says by whom. Aliases and new names have been
        read by the coreference that the table builds on. What no longer fits is in `report`.

    Raises
    ------
    ArticleError
        If there is a corrections file that cannot be read.
    """
    own = [(number, line) for number, line in lines(article) if line.table == name]
    if name in NAMED and renamed(article):
        table = _marked(article, name, table)
    if not own:
        return table
    records = table.to_dict("records")
    told = _anchored.setdefault(article, {})
    for number, line in own:
        told[number] = _one(article, name, records, number, line)
    return tables.build(name, records, article.text)


def _one(article, name, records, number, line):
    """Apply one line; what became of it, in words."""
    span = find(article.text, line)
    if span is None:
        return "no longer fits: its words are not in the text as they were"
    moved = "" if line.start and span == (int(line.start), int(line.end or -1)) else ", at another place of the text"
    if line.kind == "add":
        added = {"start": span[0], "end": span[1], **ADDED.get(name, {}), "corrected": line.who or BY,
                 "key": f"added {number}"}  # fmt: skip
        if line.column:
            added[line.column] = cell(article.corrections, number, line)
        records.append(added)
        return f"added{moved}"
    fitting = [(_shared(span, record), record) for record in records]
    best = max((share for share, _ in fitting), default=0.0)
    if best < SAME:
        return f"no longer fits: {name} has no row there"
    for share, record in fitting:
        if share == best:  # several rows may stand on one span, as those of a joint mention do
            if line.kind == "remove":
                records[:] = [other for other in records if other is not record]
                for other in records:  # what lay inside it stands alone now
                    for column in ("inside", "continues"):
                        if other.get(column) == record["id"]:
                            other[column] = None
            else:
                record[line.column] = cell(article.corrections, number, line)
                record["corrected"] = line.who or BY
    return f"{'removed' if line.kind == 'remove' else 'changed'}{moved}"


def _marked(article, name, table):
    """A table in which rows with an actor of the researcher's naming say so."""
    by = {line.name: line.who or BY for _, line in lines(article) if line.kind == "rename"}
    told = [next((by[part] for part in str(cell).split("; ") if part in by), None) for cell in table[NAMED[name]]]
    return table.assign(corrected=pd.Series(
        [own if own and tables.is_missing(old) else old for own, old in zip(told, table["corrected"], strict=True)],
        index=table.index, dtype=object))  # fmt: skip


def _shared(span, record):
    start, end = int(record["start"]), int(record["end"])
    both = min(end, span[1]) - max(start, span[0])
    return max(both, 0) / max(max(end, span[1]) - min(start, span[0]), 1)


def report(article):
    """What became of each line of the corrections.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        `line`, `kind`, `table`, `text`, `who`, `when`, `why` and `result`: in words; what no longer fits
        begins with "no longer fits". Empty where the article has no corrections.
    """
    from ..export.collect import ANALYSES

    for table in dict.fromkeys(line.table for _, line in lines(article) if line.table):
        if table in ANALYSES:
            ANALYSES[table](article)
    told = _anchored.get(article, {})
    rows = []
    for number, line in lines(article):
        if line.kind in ("alias", "rename"):
            result = "read first" if _known(article, line) else "no longer fits: neither text nor actors have it"
        else:
            result = told.get(number, "no longer fits: no analysis makes this table")
        rows.append({"line": number, "kind": line.kind, "table": line.table, "text": line.text, "who": line.who,
                     "when": line.when, "why": line.why, "result": result})  # fmt: skip
    return pd.DataFrame(rows, columns=["line", "kind", "table", "text", "who", "when", "why", "result"])


def _known(article, line):
    from ..coreference import mentions

    if line.kind == "alias":
        return line.text.strip() in article.text
    return any(line.name in mention.names for mention in mentions(article))
