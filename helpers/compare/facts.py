"""Figures and times that two articles give of the same thing, and that differ.

First what is alike is put together, one to one: whoever has the same figure of the same thing does not differ. Of what
is left, a logistic regression says how likely two figures are of one thing, and each is used once.
"""

from collections import Counter, defaultdict
from math import exp, log1p
from typing import NamedTuple

import numpy as np

from ..language.spelling import porter_stem
from ..language.vectors import vectors
from .around import GENERAL
from .columns import build
from .door import few_enough
from .measured import measured
from .same import digits, gap, is_measured_alike, is_same, is_somebody, noun_stem, sums, things
from .sentences import WHO

# Learned from 47 pairs of reports that eight hands wrote, 212 of whose figures differ, and from 24 pairs of PolNeAR's
# training part of which hardly any does; rounded. WEIGHTS stand for: any pair; log(1 + weight of the words around that
# both have); log of the greater by the smaller figure, or how far apart two times are; the same digits, turned; how
# many of the two the other article has too; both are past days, as each article has its own; how far apart the two
# stand in their articles; how many sentences away the nearest stand that tell the same; the words nearest to each tell
# different things (`same.things`); of the groups and places that a share holds of, one tells others; both are the only
# figures of their unit.
WEIGHTS = (-0.79, 2.4, -2.3, 1.4, -0.87, -2.83, -1.87, -0.23, -0.36, -1.02, 1.03)
MARGIN = 0.78  # of how much better a pair is than any other of either of its figures
LIKELY = 0.58  # from which on two figures are taken to be of the same thing: rather none than a false one
ALIKE = 0.02  # of the words around two figures, from which on they may be of one thing
TELLING = 13  # from which on a figure that both have is hardly one by chance
EQUAL, ROUGH = 0.05, 0.2  # of the words around two figures that are the same, or nearly: from which on they are one
FARTHEST = 3.0
NONE = -9.0  # what speaks for a pair that is not there
CLEAR = 2.5  # by how much a pair may be better than any other
ANCHOR, AWAY = 0.3, 4.0  # how much speaks for it that two sentences tell the same; sentences, from which on all is far
COUNTS = 0.6  # weight of the noun that is counted
NEXT = 0.75  # of the weightiest word's weight, from which on another tells what a figure is of
TOGETHER = 0.7  # how alike two words are that may tell the same thing
UNLIKE = 0.3  # cosine of two words, up to which they are not alike
COUNTED = 0.3  # cosine of two nouns, from which on both may count the same


_SAID = frozenset(porter_stem(verb) for verb in GENERAL)


class Pairing(NamedTuple):
    """Two figures that may be of the same thing: their numbers, the weight and the share of words that both have."""

    a: int
    b: int
    told: float
    share: float


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
    few_enough(a, b, here, there, "figures and times")
    anchors = {pair for pair, score in likely.items() if score >= ANCHOR}
    rows = []
    for i, j in _chosen(*_evidence(here, there, _pairings(here, there), anchors, (len(ours), len(theirs)))):
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
                "about": _about(one, other),
                "difference": difference,
                "a_value": _value(one, a),
                "b_value": _value(other, b),
                "a_whose": one.whose,
                "b_whose": other.whose,
            }
        )
    rows.sort(key=lambda row: row["a"])
    return build("facts", rows, a, b)


def _about(one, other):
    """What two figures are of: whose age, the noun that is counted, or the weightiest word that stands around both.

    >>> from helpers.article import from_text
    >>> from helpers.compare import compare
    >>> told = "The shares of Berg fell 6 percent to 9 euros.", "Shares of Berg were 8 percent lower."
    >>> compare(*map(from_text, told))["facts"][["about", "a_value", "b_value"]].values.tolist()
    [['shares', '6 percent', '8 percent']]
    """
    if one.sort == "age":
        named = one.whom & other.whom or one.whom | other.whom
        return f"age of {min(named)}" if named else "age"
    if one.noun or other.noun or one.verb in other.around:
        return one.about if one.noun or not other.noun else other.about
    both = [stem for stem in one.around if stem in other.around and not stem.startswith(WHO) and stem not in _SAID]
    near = max(both, key=lambda stem: min(one.around[stem][0], other.around[stem][0]), default=None)
    return one.around[near][1] if near else one.about


def _value(one, article):
    """A figure in words, and with its unit; a count alone, a time as its first and last moment."""
    if one.kind == "time" or one.sort in ("count", "age"):
        return one.told
    words = article.text[one.start : one.end]
    rough = one.approximate and (one.approximate != "about" or not words[0].isalpha())  # "a third" needs no "about"
    return f"{one.approximate} {words}" if rough else words


def _pairings(here, there):
    """All pairs of figures that may be compared."""
    words, alike = _alike(here, there)
    left, right = ([_weighed(one, words) for one in own] for own in (here, there))
    known, found = vectors(), []
    for i, one in enumerate(here):
        for j, other in enumerate(there):
            if _may_be_one(one, other, known):
                told, share = _overlap(left[i], right[j], alike)
                if share >= ALIKE:
                    found.append(Pairing(i, j, told, share))
    return found


def _evidence(here, there, pairings, anchors, lengths):
    """The pairs of what has no equal in the other article, and what speaks for each."""
    taken_a, taken_b, anchors, rest = set(), set(), set(anchors), []
    for pair in sorted(pairings, key=lambda pair: -pair.share):
        one, other = here[pair.a], there[pair.b]
        if not is_same(one, other):
            rest.append(pair)
        elif (
            pair.share >= (EQUAL if one.low == other.low and (one.sort != "count" or one.low >= TELLING) else ROUGH)
            and pair.a not in taken_a
            and pair.b not in taken_b
        ):
            taken_a.add(pair.a)
            taken_b.add(pair.b)
            anchors.add((one.sentence, other.sentence))
    given = [{(one.sort, one.low) for one in own} for own in (here, there)]
    summed = [sums(own) for own in (here, there)]
    rest = [
        pair
        for pair in rest
        if pair.a not in taken_a
        and pair.b not in taken_b
        and there[pair.b].low not in summed[0].get(pair.a, ())
        and here[pair.a].low not in summed[1].get(pair.b, ())
    ]
    left = [
        Counter(own[place].sort for place in {pair[side] for pair in rest}) for side, own in enumerate((here, there))
    ]
    of, evidence = [[_told_of(one) for one in own] for own in (here, there)], []
    for pair in rest:
        one, other = here[pair.a], there[pair.b]
        i, j = one.sentence, other.sentence
        evidence.append(
            (
                1,
                log1p(pair.told),
                min(gap(one, other), FARTHEST),
                one.kind != "time" and digits(one) == digits(other),
                ((one.sort, one.low) in given[1]) + ((other.sort, other.low) in given[0]),
                one.sort == "date" and not one.ahead,
                abs(i / lengths[0] - j / lengths[1]),
                min((max(abs(i - own), abs(j - its)) for own, its in anchors | {(i - AWAY, j)})),
                bool(of[0][pair.a] and of[1][pair.b]) and of[0][pair.a].isdisjoint(of[1][pair.b]),
                one.scope != other.scope,
                one.sort.startswith(("measure", "money")) and left[0][one.sort] == left[1][other.sort] == 1,
            )
        )
    return rest, np.array(evidence, dtype=float).reshape(-1, len(WEIGHTS))


def _told_of(one):
    """What the weightiest words around a figure tell that it is of, from `same.things`."""
    known = {stem: weight for stem, (weight, _) in one.around.items() if stem in things()}
    if one.noun and noun_stem(one) in things():
        known[noun_stem(one)] = max(COUNTS, known.get(noun_stem(one), 0))
    most = max(known.values(), default=0)
    return set().union(*(things()[stem] for stem, weight in known.items() if weight >= NEXT * most))


def _chosen(pairings, evidence):
    """Numbers of figures that are of the same thing, each at most once, the likeliest first."""
    told = evidence @ WEIGHTS
    best = defaultdict(lambda: (NONE, NONE))  # of either side, a figure's two best
    for pair, score in zip(pairings, told, strict=True):
        for own in (("a", pair.a), ("b", pair.b)):
            best[own] = tuple(sorted((*best[own], score), reverse=True)[:2])
    scored = []
    for pair, score in zip(pairings, told, strict=True):
        rival = max(own[int(own[0] == score)] for own in (best["a", pair.a], best["b", pair.b]))
        margin = min(max(score - rival, -CLEAR), CLEAR)
        scored.append((1 / (1 + exp(-(score + MARGIN * margin))), pair.a, pair.b))
    chosen = []
    for score, i, j in sorted(scored, reverse=True):
        if score >= LIKELY and all(i != a and j != b for a, b in chosen):
            chosen.append((i, j))
    return chosen


def _may_be_one(one, other, known):
    """Whether two figures have one measure, one scope, and count alike nouns; two ages are somebody's of one name."""
    if not is_measured_alike(one.sort, other.sort) or one.ahead != other.ahead:
        return False
    if one.scope != other.scope and (one.sort.startswith("points") or (one.scope and other.scope)):
        return False
    if one.sort == "age":
        return not (one.whom and other.whom) or not one.present.isdisjoint(other.present)
    if one.sort.startswith("points") and one.present and other.present and one.present.isdisjoint(other.present):
        return False  # another lead, of others
    if one.sort != "count" or not (one.noun and other.noun) or noun_stem(one) == noun_stem(other):
        return True
    if one.low == other.low >= TELLING:  # 450 centres and 450 camps
        return True
    if noun_stem(one) in other.around or noun_stem(other) in one.around:  # 38 **arrests** and 46 people **arrested**
        return True
    if not things().get(noun_stem(one), set()).isdisjoint(things().get(noun_stem(other), ())):
        return True
    # 40 **dead** and 37 **people**, but no houses
    return (is_somebody(one.noun) and is_somebody(other.noun)) or _cosine(known, one.noun, other.noun) >= COUNTED


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
    told = [things().get(stem, frozenset()) for stem in words]
    alike = np.maximum(alike, [[0 if one.isdisjoint(other) else TOGETHER for other in told] for one in told])
    np.fill_diagonal(alike, 1)
    return {stem: row for stem, (row, _) in words.items()}, alike


def _weighed(one, words):
    """Rows and weights of the words around a figure."""
    rows = np.array([words[stem] for stem in one.around], dtype=int)
    return rows, np.array([weight for weight, _ in one.around.values()])


def _overlap(left, right, alike):
    """How much of the words around two figures has its like around the other: weight, and share 0 … 1."""
    (rows, weights), (others, beside) = left, right
    if not len(rows) or not len(others):
        return 0.0, 0.0
    near = alike[np.ix_(rows, others)]
    by = beside[None, :] / np.maximum(weights[:, None], 1e-9)
    mine = (near * np.sqrt(np.minimum(by, 1))).max(axis=1) @ weights
    its = (near * np.sqrt(np.minimum(1 / np.maximum(by, 1e-9), 1))).max(axis=0) @ beside
    return float(mine + its), float((mine + its) / (weights.sum() + beside.sum()))
