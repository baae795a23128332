"""Actors: every mention of a person, place, organisation or group."""

from spacy.attrs import LOWER

from .. import corrections, tables
from ..coreference import actor_rows, nameless, persons
from ..coreference import uncorrected as mentions
from ..coreference.rows import rows_of, with_persons
from ..language import parse, tokens_with
from ..quotes import find_quotes

FIRST = frozenset("i me my mine myself we us our ours ourselves".split())


def actors(article):
    """Who acts in the article: each mention with its canonical name.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The actors table: one row a mention and actor: names with and without titles, demonyms,
        capitals that act for their government, pronouns, joint descriptions ("the two leaders")
        and descriptions that the article explains. "I" and "we" in quotation marks are their
        speaker, where the article names one. `gender` is that of a title, of a noun ("actress"), or
        of the pronouns of the person; `role` the fullest words that say who this is ("the mayor of Oslo").

    Examples
    --------
    >>> from helpers.article import from_text
    >>> table = actors(from_text("President Anna Berg spoke in Oslo. “I am tired,” Berg said."))
    >>> table[["text", "actor", "how"]].values.tolist()[:3]
    [['President Anna Berg', 'Anna Berg', 'title'], ['Oslo', 'Oslo', 'name'], ['I', 'Anna Berg', 'pronoun']]
    """
    rows, left = actor_rows(article)
    rows = with_persons(
        rows + _first_persons(article, rows) + rows_of(nameless(article)), persons(article), article.text
    )
    table = tables.build("actors", rows, article.text)
    return corrections.apply(article, "actors", table, only=left)


def uncorrected(article):
    """The actors table without corrections of its rows."""
    rows = rows_of(mentions(article))
    return tables.build("actors", rows + _first_persons(article, rows) + rows_of(nameless(article)), article.text)


def _first_persons(article, rows):
    """ "I" and "we" inside quotation marks: the innermost quotation's speaker."""
    kinds = {row["actor"]: row["kind"] for row in rows}
    spoken = {}
    quotes = tables.each(find_quotes(article), "start end kind speaker marked")
    for row in sorted(quotes, key=lambda row: row.start - row.end):
        if row.kind not in ("direct", "mixed") or not row.speaker:
            continue
        for start, end in row.marked:
            spoken |= dict.fromkeys(range(start, end), row.speaker)
    found = []
    for token in tokens_with(parse(article), LOWER, FIRST):
        if token.idx in spoken and token.pos_ == "PRON":
            names = spoken[token.idx].split("; ")
            found += [
                {
                    "start": token.idx,
                    "end": token.idx + len(token),
                    "actor": name,
                    "kind": kinds.get(name, "person"),
                    "how": "pronoun" if len(names) == 1 else "joint",
                    "key": name,
                }
                for name in names
            ]
    return found


def called(table):
    """How often each actor is called in which way.

    Parameters
    ----------
    table : pandas.DataFrame
        From `actors`.

    Returns
    -------
    pandas.DataFrame
        A row an actor, the one named most first: `actor`, `count`, and a column for each way.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> called(actors(from_text("Anna Berg left. She was glad."))).values.tolist()
    [['Anna Berg', 2, 1, 1]]
    """
    ways = table.groupby(["actor", "how"], sort=False).size().unstack(fill_value=0)
    ways.insert(0, "count", ways.sum(axis=1))
    return ways.sort_values("count", ascending=False, kind="stable").rename_axis(columns=None).reset_index()
