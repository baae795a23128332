"""Actors: every mention of a person, place, organisation or group."""

from .. import corrections, tables
from ..coreference import mentions


def actors(article):
    """Who acts in the article: each mention with its canonical name.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The actors table: one row a mention and actor: names with and without titles, third-person
        pronouns, capitals that act for their government, joint descriptions ("the two leaders")
        and descriptions that the article explains. Demonyms are not joined to countries yet.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> table = actors(from_text("President Anna Berg spoke in Oslo. Berg left early."))
    >>> table[["actor", "how"]].values.tolist()
    [['Anna Berg', 'title'], ['Oslo', 'name'], ['Anna Berg', 'name']]
    """
    rows = [
        {"start": m.start, "end": m.end, "actor": name, "kind": m.kind, "how": m.how, "key": name}
        for m in mentions(article)
        for name in m.names
    ]
    return corrections.apply(article, "actors", tables.build("actors", rows, article.text))
