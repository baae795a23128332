"""The researcher's own judgement: a small CSV beside the article, which every analysis applies last."""

from weakref import WeakKeyDictionary

import pandas as pd

from .. import tables
from .anchor import find
from .sheet import COLUMNS, NEVER, Correction, append, beside, cell, of_row, read

__all__ = [
    "COLUMNS",
    "NEVER",
    "Correction",
    "aliases",
    "append",
    "apply",
    "beside",
    "cues",
    "of_row",
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
}
# Which own words a table is read with, and the columns of a row in which one of them must stand.
OWN_WORDS = {
    "quotes": ("cue", "cue_start", "cue_end"),
    "tones": ("word", "start", "end"),
    "voices": ("word", "start", "end"),
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


def cues(article):
    """The researcher's own cues: word in lower case -> its class, or `never`."""
    return {line.text.strip().lower(): line.name or "neutral" for _, line in lines(article) if line.kind == "cue"}


def valences(article):
    """The researcher's own tones of words: word in lower case -> -1 … 1."""
    return {line.text.strip().lower(): float(line.value) for _, line in lines(article) if line.kind == "word"}


def _touched(article, kind):
    """Where the article has the researcher's own cues or words: (start, end, who)."""
    from ..language import parse

    by = {line.text.strip().lower(): line.who or BY for _, line in lines(article) if line.kind == kind}
    if not by:
        return []
    return [
        (token.idx, token.idx + len(token), by.get(token.lower_) or by[token.lemma_.lower()])
        for token in parse(article)
        if token.lower_ in by or token.lemma_.lower() in by
    ]


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
    if name in OWN_WORDS:
        table = _own_words(article, name, table)
    if not own:
        return table
    records = table.to_dict("records")
    told, fresh = _anchored.setdefault(article, {}), None
    for number, line in own:  # what follows an added row and stands at its place is about that row
        mine = fresh if fresh and line.kind == "change" and _place(line) == fresh[0] else None
        told[number] = _one(article, name, records, number, line, mine and mine[1])
        if line.kind == "add":
            fresh = (_place(line), records[-1]) if told[number].startswith("added") else None
        elif not mine:
            fresh = None
    return tables.build(name, records, article.text)


def _place(line):
    return line.start, line.end, line.text


def _one(article, name, records, number, line, mine=None):
    """Apply one line, to the row `mine` if it is given; what became of it, in words."""
    span = find(article.text, line)
    if span is None:
        return "no longer fits: its words are not in the text as they were"
    moved = "" if line.start and span == (int(line.start), int(line.end or -1)) else ", at another place of the text"
    if line.kind == "add":
        added = {
            "start": span[0],
            "end": span[1],
            **ADDED.get(name, {}),
            "corrected": line.who or BY,
            "key": f"added {number}",
        }
        if line.column:
            added[line.column] = cell(article.corrections, number, line)
        records.append(added)
        return f"added{moved}"
    fitting = [(1.0, mine)] if mine else [(_shared(span, record), record) for record in records]
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
