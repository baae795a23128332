"""Sums for a picture: who is mentioned how and where, the largest themes, the words that are the text's own."""

import numpy as np
import pandas as pd

from ..language import parse
from ..quotes.cues import CLASS_OF
from .actors import actors
from .acts import relations
from .instruments import keyness

BY_NAME = ("name", "title")
SELDOM = 5  # mentions of a place for each time that it acts


def by_actor(table):
    """Each actor's mentions, most first, and which of them are by name.

    Parameters
    ----------
    table : pandas.DataFrame
        The actors table.

    Returns
    -------
    pandas.DataFrame
        `actor`, `count`, `named` (the places where the text names it), `others` (by pronoun, adjective, description or
        jointly).

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.themes import actors
    >>> by_actor(actors(from_text("Anna Berg came. She left.")))[["actor", "count", "named"]].values.tolist()
    [['Anna Berg', 2, ((0, 9),)]]
    """
    rows = []
    for actor, own in table.groupby("actor", sort=False):
        places = list(zip(own["start"].astype(int), own["end"].astype(int), own["how"].isin(BY_NAME), strict=True))
        named, others = (tuple((a, b) for a, b, by_name in places if by_name is wanted) for wanted in (True, False))
        rows.append((actor, len(places), named, others))
    rows.sort(key=lambda row: (-row[1], min(row[2] + row[3])))
    return pd.DataFrame(rows, columns=["actor", "count", "named", "others"])


def scenes(article):
    """Places where things only happen: named, but hardly ever the subject of a verb, and never for a government.

    Parameters
    ----------
    article : Article

    Returns
    -------
    frozenset of str
        Canonical names.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> sorted(scenes(from_text("Anna Berg lives in Bergen. Norway praised Anna Berg.")))
    ['Bergen']
    """
    table = actors(article)
    acts = relations(article)["actor"].value_counts()
    found = set()
    for actor, own in table.groupby("actor", sort=False):
        if set(own["kind"]) == {"place"} and SELDOM * acts.get(actor, 0) < len(own):
            found.add(actor)
    return frozenset(found)


def largest_themes(table, most=4):
    """The rows of the themes that weigh most, the main one first.

    Parameters
    ----------
    table : pandas.DataFrame
        The themes table.
    most : int

    Returns
    -------
    pandas.DataFrame
        The rows of at most so many themes, theme by theme, in the order of the text.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.themes import themes
    >>> table = themes(from_text("Ships wait in port for ships.\\n\\nThe court heard judges."))
    >>> largest_themes(table, most=1)["theme"].nunique()
    1
    """
    sizes = table["weight"].astype(float).groupby(table["theme"], sort=False).sum()
    order = {theme: number for number, theme in enumerate(sizes.sort_values(ascending=False, kind="stable").index)}
    kept = table[table["theme"].map(order) < most]
    return kept.iloc[np.argsort(kept["theme"].map(order), kind="stable")]


def typical_words(article, *, least=2):
    """Keyness without names and without verbs that only report: what is said, not who it is about or how it is told.

    Parameters
    ----------
    article : Article
    least : int
        Occurrences at least.

    Returns
    -------
    pandas.DataFrame
        The columns of `keyness`.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("Anna Berg said the ferry came. Berg said the ferry left.")
    >>> typical_words(article)["word"].tolist()
    ['ferry']
    """
    doc, out = parse(article), set()
    for start, end in zip(actors(article)["start"], actors(article)["end"], strict=True):
        out.update(range(int(start), int(end)))
    for token in doc:
        if token.pos_ == "PROPN" or (token.pos_ == "VERB" and token.lemma_.lower() in CLASS_OF):
            out.add(token.idx)
    return keyness(article, least=least, without=out)
