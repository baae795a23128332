"""Which two articles are compared, and which cannot be."""

import os
from pathlib import Path

from ..article import ArticleError, load
from ..choice import ROOT

MOST = 1_000_000  # pairs of sentences, or of figures: two texts of some 20,000 words
COMMON = 0.02  # share of what both tell, weighed, below which two articles without a pair have nothing in common


def pair(article, published, other, other_published):
    """The two articles of a notebook: those of the environment variables ARTICLE and OTHER where both are set.

    Parameters
    ----------
    article, other : str or path
    published, other_published : str or datetime.date or None

    Returns
    -------
    (Article, Article)

    Raises
    ------
    ArticleError
        If one cannot be read, or is not named.
    """
    if os.environ.get("OTHER") and os.environ.get("ARTICLE"):
        article, published = os.environ["ARTICLE"], os.environ.get("PUBLISHED")
        other, other_published = os.environ["OTHER"], os.environ.get("OTHER_PUBLISHED")
    if not article or not other:
        raise ArticleError("Two articles are compared: name one as ARTICLE and the other as OTHER.")
    given = (article, published), (other, other_published)
    return tuple(load(_found(path), published=day or None) for path, day in given)


def _found(path):
    path = Path(path)
    return ROOT / path if not path.is_absolute() and not path.exists() and (ROOT / path).exists() else path


def few_enough(a, b, ours, theirs, what):
    """Raise an error where so much stands in both that setting each against each would take minutes or hours.

    Parameters
    ----------
    a, b : Article
    ours, theirs : list
    what : str
        What they are, in the plural.
    """
    if len(ours) * len(theirs) > MOST:
        raise ArticleError(
            f"“{a.name}” and “{b.name}” have {len(ours):,} and {len(theirs):,} {what}, more than can be set against "
            "each other; give a part of each."
        )


def refuse(a, b, ours, theirs, pairs):
    """Raise an error where there is nothing to compare: the same words, or nothing in common.

    Parameters
    ----------
    a, b : Article
    ours, theirs : list of Sentence
    pairs : list of Pair
    """
    names = f"“{a.name}” and “{b.name}”"
    if not ours or not theirs:
        raise ArticleError(f"{names}: one of them has no sentence; give two articles.")
    if [one.letters for one in ours] == [one.letters for one in theirs]:
        raise ArticleError(f"{names} have the same words, so there is nothing to compare; give two articles.")
    if not pairs and _common(ours, theirs) < COMMON:
        raise ArticleError(
            f"{names} have hardly a word in common and no sentence that tells the same; give two articles about one "
            "event, or two versions of one article."
        )


def _common(ours, theirs):
    """Share of the weight of all stems that both articles have."""
    weights = [{}, {}]
    for own, sentences in zip(weights, (ours, theirs), strict=True):
        for one in sentences:
            for stem, weight in one.stems.items():
                own[stem] = max(weight, own.get(stem, 0.0))
    both = sum(weights[0][stem] for stem in weights[0].keys() & weights[1].keys())
    every = sum(weights[0].values()) + sum(weights[1].values())
    return 2 * both / every if every else 0.0
