"""Figures and times that two articles give of the same thing, and that differ.

First what is alike is put together, one to one: whoever has the same figure of the same thing does not differ. Of what
is left, a logistic regression says how likely two figures are of one thing, and each is used once.
"""

from collections import defaultdict
from math import exp, log
from typing import NamedTuple

import numpy as np

from ..language.vectors import vectors
from .columns import build
from .measured import is_same, is_somebody, measured, noun_stem
from .sentences import WHO

# Learned from 17 pairs of reports that three hands wrote, 72 of whose figures differ, and from 24 pairs of PolNeAR's
# training part of which hardly any does; rounded. WEIGHTS stand for: the words around both; log of the greater by the
# smaller figure, or how far apart two times are; one is told of a time long ago; both are times; actors of one's clause
# whom the other's sentence has not; the articles tell the same; how much better than any other pair of either.
BASE = 0.9
WEIGHTS = (0.65, -3.7, -1.2, -1.7, -0.5, 0.7, 2.0)
LIKELY = 0.7  # from which on two figures are taken to be of the same thing: rather none than a false one
ALIKE = 0.05  # of the words around two figures, from which on they may be of one thing
FARTHEST = 3.0
NONE = -9.0  # how near a pair is that is not there
HOUR, WEEK, SEASON = 1 / 24, 7, 90  # days that part two times of day, days, months as a third more parts two figures
UNLIKE = 0.3  # cosine of two words, up to which they are not alike
COUNTED = 0.3  # cosine of two nouns, from which on both may count the same
LEAST = 0.03  # added to a share before its logarithm
FAR = 0.7  # what a gap weighs beside the words around, where pairs are compared with others of the same figure


class Pairing(NamedTuple):
    """Two figures that may be of the same thing: their numbers, what speaks for it, whether they are the same."""

    a: int
    b: int
    evidence: tuple
    same: bool

    @property
    def near(self):
        """How alike the words around and the figures are."""
        return self.evidence[0] - FAR * self.evidence[1]


def facts(a, b, ours, theirs, likely, called):
    """The facts table: what both give a figure or a time of, where the two are not the same.

    Parameters
    ----------
    a, b : Article
    ours, theirs : list of Sentence
    likely : dict of (int, int) to float
        From `passages.scores`.
    called : dict of str to str
        From `sentences.partners`.

    Returns
    -------
    pandas.DataFrame

    Examples
    --------
    >>> from helpers.compare import compare
    >>> from helpers.article import from_text
    >>> a = from_text("The mayor said that 40 workers of the port were hurt.")
    >>> b = from_text("At least 37 workers of the port were hurt, the mayor said.")
    >>> compare(a, b)["facts"][["about", "a_value", "b_value"]].values.tolist()
    [['workers', '40', 'at least 37']]
    """
    here, there = measured(a, ours, {}), measured(b, theirs, called)
    rows = []
    for i, j in _chosen(_unsettled(here, there, _pairings(here, there, ours, theirs, likely))):
        one, other = here[i], there[j]
        if a.text[one.start : one.end].casefold() == b.text[other.start : other.end].casefold():
            continue  # "today" in both is each one's own day
        if one.kind == "time":
            difference = "other time"
        else:
            difference = "other precision" if one.approximate or other.approximate else "other value"
        rows.append(
            {
                "a": (one.start, one.end),
                "b": (other.start, other.end),
                "kind": one.kind,
                "about": f"age of {min(one.whom & other.whom)}" if one.sort == "age" else one.about,
                "difference": difference,
                "a_value": one.told,
                "b_value": other.told,
                "a_whose": one.whose,
                "b_whose": other.whose,
            }
        )
    rows.sort(key=lambda row: row["a"])
    return build("facts", rows, a, b)


def _pairings(here, there, ours, theirs, likely):
    """All pairs of figures that may be compared."""
    words, alike = _alike(here, there)
    related = _related(ours, theirs, likely)
    left, right = ([_weighed(one, words) for one in own] for own in (here, there))
    known, found = vectors(), []
    for i, one in enumerate(here):
        for j, other in enumerate(there):
            if not _may_be_one(one, other, known):
                continue
            overlap = _overlap(left[i], right[j], alike)
            if overlap < ALIKE:
                continue
            evidence = (
                log(overlap + LEAST),
                min(_gap(one, other), FARTHEST),
                float(one.old != other.old),
                float(one.kind == "time"),
                min(len(one.whom - other.present) + len(other.whom - one.present), 3),
                5 * related,
            )
            found.append(Pairing(i, j, evidence, is_same(one, other)))
    return found


def _unsettled(here, there, pairings):
    """The pairs of what has no equal in the other article."""
    taken_a, taken_b = set(), set()
    for one in sorted(pairings, key=lambda one: -one.evidence[0]):
        if one.same and one.a not in taken_a and one.b not in taken_b:
            taken_a.add(one.a)
            taken_b.add(one.b)
    given = [{(one.sort, one.low) for one in own} for own in (here, there)]
    taken_a |= {i for i, one in enumerate(here) if (one.sort, one.low) in given[1]}
    taken_b |= {j for j, one in enumerate(there) if (one.sort, one.low) in given[0]}
    return [one for one in pairings if not one.same and one.a not in taken_a and one.b not in taken_b]


def _chosen(pairings):
    """Numbers of figures that are of the same thing, each at most once, the likeliest first."""
    best_a, best_b = _two_best(pairings, 0), _two_best(pairings, 1)
    scored = []
    for one in pairings:
        others = (own[1] if own[0] == one.near else own[0] for own in (best_a[one.a], best_b[one.b]))
        margin = min(max(one.near - max(others), -1.5), 1.5)
        told = BASE + sum(weight * value for weight, value in zip(WEIGHTS, (*one.evidence, margin), strict=True))
        scored.append((1 / (1 + exp(-told)), one.a, one.b))
    chosen = []
    for score, i, j in sorted(scored, reverse=True):
        if score >= LIKELY and all(i != a and j != b for a, b in chosen):
            chosen.append((i, j))
    return chosen


def _two_best(pairings, side):
    """Number of a figure -> how near the two nearest of its pairs are."""
    best = defaultdict(lambda: (NONE, NONE))
    for one in pairings:
        best[one[side]] = tuple(sorted((*best[one[side]], one.near), reverse=True)[:2])
    return best


def _may_be_one(one, other, known):
    """Whether two figures have one measure, one scope, and count alike nouns; two ages are somebody's of one name."""
    if one.sort != other.sort or one.scope != other.scope:
        return False
    if one.sort == "age":
        return not one.whom.isdisjoint(other.whom)
    if one.sort != "count" or not (one.noun and other.noun) or noun_stem(one) == noun_stem(other):
        return True
    # 40 **dead** and 37 **people**, but no houses
    return (is_somebody(one.noun) and is_somebody(other.noun)) or _cosine(known, one.noun, other.noun) >= COUNTED


def _gap(one, other):
    """How far apart two figures are, by their proportion; two times by their distance."""
    if one.kind == "time":
        longer = max(own.high - own.low for own in (one, other))
        days = HOUR if one.sort == "clock" else max(SEASON, longer) if longer else WEEK
        return 0.3 * abs(one.low - other.low) / days
    return abs(log(max(one.low, 1e-9) / max(other.low, 1e-9)))


def _cosine(known, one, other):
    return float(known.of([one]) @ known.of([other]))


def _alike(here, there):
    """The words around all figures, each with its row, and how alike any two of them are: 0 … 1."""
    words = {}
    for one in (*here, *there):
        for stem, (_, word) in one.around.items():
            words.setdefault(stem, (len(words), word))
    known = vectors()
    if not words:
        return {}, np.zeros((0, 0))
    rows = [known.of([] if stem.startswith(WHO) else [word]) for stem, (_, word) in words.items()]
    matrix = np.array(rows)
    alike = np.clip((matrix @ matrix.T - UNLIKE) / (1 - UNLIKE), 0, 1).round(4)
    np.fill_diagonal(alike, 1)
    return {stem: row for stem, (row, _) in words.items()}, alike


def _weighed(one, words):
    """Rows and weights of the words around a figure."""
    rows = np.array([words[stem] for stem in one.around], dtype=int)
    return rows, np.array([weight for weight, _ in one.around.values()])


def _overlap(left, right, alike):
    """Which share of the words around two figures has its like around the other, 0 … 1."""
    (rows, weights), (others, beside) = left, right
    if not len(rows) or not len(others):
        return 0.0
    near = alike[np.ix_(rows, others)]
    by = beside[None, :] / np.maximum(weights[:, None], 1e-9)
    mine = (near * np.sqrt(np.minimum(by, 1))).max(axis=1) @ weights
    its = (near * np.sqrt(np.minimum(1 / np.maximum(by, 1e-9), 1))).max(axis=0) @ beside
    return float((mine + its) / (weights.sum() + beside.sum()))


def _related(ours, theirs, likely):
    """How much of two articles tells the same, 0 … 1."""
    best_a, best_b = dict.fromkeys(range(len(ours)), 0.0), dict.fromkeys(range(len(theirs)), 0.0)
    for (i, j), score in likely.items():
        best_a[i], best_b[j] = max(best_a[i], score), max(best_b[j], score)
    means = [sum(own.values()) / max(len(own), 1) for own in (best_a, best_b)]
    return sum(means) / 2
