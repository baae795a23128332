"""In short: the few sentences of the article itself that tell it.

The words are the article's; what can be wrong is the choice. It is a sum of a few weighed features
(`salience.FEATURES`), learned from articles in which an editor marked the facts
(`python -m helpers learn in_short`), and a greedy walk that does not tell a thing twice (maximal
marginal relevance; Carbonell and Goldstein 1998).
"""

from functools import cache
from math import sqrt
from pathlib import Path

from .. import tables as layout
from ..language import sentences
from ..quotes import find_quotes
from ..tables import once_per_article
from .salience import FEATURES, features, story

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "in_short.tsv"
MOST = 5
OPENING = 3  # sentences among which the first row is looked for: news tells first what happened
ALIKE = 0.6  # what a wholly equal sentence costs the later one
SAME = 0.7  # cosine of their words from which on two sentences tell the same
WITH_IT = 0.25  # share that a sentence brought along adds to the one that needs it
ALONE = 0.3  # what it costs to lean on a sentence that cannot be brought along
FRESH = 0.15  # what a role adds that no row has yet
HALF = 0.5  # share of a sentence that somebody says, from which on it is theirs
OPINION = 0.15  # share of sentences in the first person from which on an article gives its writer's view


def in_short(article):
    """The few sentences of the article that tell it, best first.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The in_short table, five rows at most, best first: `start`, `end`, `text` (a sentence, or a sentence with
        the one before it that its pronoun needs), `role` (what happened, main figure, who says it, disputed, open
        or verdict) and `score` (the sum of its weights; higher is better, without a unit). Captions, credits,
        titles and headings are never rows.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("The council closed the bridge on Monday. It has not said when it will reopen.")
    >>> in_short(article)["role"].tolist()
    ['what happened']
    """
    return _in_short(article)


@once_per_article
def scored(article):
    """The sentences of the story and what speaks for each: a list of (salience.Sentence, float), in their order."""
    found = story(article, sentences(article), find_quotes(article))
    weights, base = _weights()
    return [(one, base + sum(w * x for w, x in zip(weights, features(one), strict=True))) for one in found]


@once_per_article
def _in_short(article):
    found, scores = [one for one, _ in scored(article)], [score for _, score in scored(article)]
    rows = []
    for first, last, score in choose(found, scores):
        rows.append(
            {"start": found[first].start, "end": found[last].end, "role": role(found, last, not rows), "score": score}
        )
    return layout.build("in_short", rows, article.text)


def choose(found, scores, most=MOST):
    """Which sentences, best first: (number of the first, number of the last, score) of each row.

    Parameters
    ----------
    found : list of salience.Sentence
    scores : list of float
    most : int

    Returns
    -------
    list of tuple
        The first is another than the last where a sentence begins with a pronoun and brings the one before it.
    """
    rows, told, roles = [], set(), set()
    while len(rows) < most:
        best = None
        for last, sentence in enumerate(found[:OPENING] if not rows else found):
            first = _brought(found, last)
            near = max((alike(found[n], found[m]) for n in {first, last} for m in told), default=0.0)
            if last in told or first in told or near > SAME:
                continue
            value = scores[last] - ALIKE * near
            if first < last:
                value += WITH_IT * max(0.0, scores[first])
            elif sentence.leans:
                value -= ALONE
            value += FRESH * bool(rows and _special(sentence) - roles)
            if best is None or value > best[2]:
                best = (first, last, value)
        if best is None:
            return rows
        rows.append(best)
        told |= set(range(best[0], best[1] + 1))
        roles |= _special(found[best[1]])
    return rows


def role(found, number, is_first=False):
    """What a sentence does among the few: the role of its row.

    Parameters
    ----------
    found : list of salience.Sentence
    number : int
    is_first : bool
        Whether it is the first row, which tells what happened or, in an opinion piece, what its writer thinks.

    Returns
    -------
    str
    """
    sentence = found[number]
    own = [one.attributed < HALF and one.has("first person") for one in found]
    if sum(own) > OPINION * len(found) and own[number]:
        return "verdict"
    if is_first:
        return "what happened"
    told = sentence.spoken < HALF  # what somebody says of a dispute or of the future is theirs
    if told and sentence.has("contested"):
        return "disputed"
    if told and sentence.has("open"):
        return "open"
    if sentence.is_figure:
        return "main figure"
    return "who says it" if sentence.attributed >= HALF else "what happened"


def _special(sentence):
    named = {"disputed", "open"}
    return {name for name in named if sentence.has(name)} | ({"figure"} if sentence.is_figure else set())


def _brought(found, number):
    """The number of the sentence from which a row must begin, so that its first pronoun has what it stands for."""
    before = found[number - 1] if number else None
    if before and found[number].leans and before.block == found[number].block:
        return number - 1
    return number


def alike(one, other):
    """Cosine of two sentences' stems, 0 … 1."""
    return len(one.stems & other.stems) / sqrt(max(1, len(one.stems)) * max(1, len(other.stems)))


@cache
def _weights():
    lines = [line.split("\t") for line in WEIGHTS.read_text("utf8").splitlines() if not line.startswith("#")]
    named = {name: float(weight) for name, weight in lines}
    return [named[name] for name in FEATURES], named["base"]
