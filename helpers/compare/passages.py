"""Which sentences of two articles tell the same: with the same words, in other words, or in one of them alone."""

from difflib import SequenceMatcher
from math import exp, log1p
from typing import NamedTuple

from .absent import within
from .columns import build
from .sentences import WHEN, WHO, Nearness, likeness

SAME, REWORDED, ONLY_A, ONLY_B, UNSURE = ("same words", "reworded", "only in A", "only in B", "unsure")
# A logistic regression on six pairs of PolNeAR's training part whose sentences were aligned by hand, rounded:
# the larger and the smaller share that is told by both, log(1 + weight of what both have), the longest run of words.
LARGER, SMALLER, SHARED, RUN, BASE = 2.5, 5.5, 5.3, 4.8, -9.0
LONG_RUN = 10  # words, from which on a run is as good as a longer one
CLOSE = 0.8  # share of the words of two sentences that stand in the same order in both, from which on they are one
LIKELY = 0.3  # from which on two sentences are taken to tell the same: chosen for the best F1 on these pairs
SPARE = 6  # words that a sentence needs, for another one with one word changed to have the same words


class Pair(NamedTuple):
    """Two sentences that tell the same: their numbers, how much speaks for it, whether the words are the same."""

    a: int
    b: int
    score: float
    same: bool


def scores(ours, theirs):
    """How much speaks for it that two sentences tell the same: (number, number) -> 0 … 1, where they share a word.

    Parameters
    ----------
    ours, theirs : list of Sentence
        From `sentences.both`.

    Returns
    -------
    dict of (int, int) to float
    """
    near = Nearness(word for one in (*ours, *theirs) for word in one.forms.values())
    matchers = [SequenceMatcher(None, (), other.words, autojunk=False) for other in theirs]
    return {
        (i, j): _score(one, other, near, matchers[j])
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        if one.stems.keys() & other.stems.keys()
    }


def align(ours, theirs, likely):
    """Pair the sentences of two articles; one sentence may tell what several of the other do, in any order.

    Parameters
    ----------
    ours, theirs : list of Sentence
        From `sentences.both`.
    likely : dict of (int, int) to float
        From `scores`.

    Returns
    -------
    list of Pair

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.compare.sentences import both
    >>> a = from_text("The ferry sank off Oslo on Monday. Nobody was hurt.")
    >>> b = from_text("It rained. The ferry sank off Oslo on Monday.")
    >>> [(pair.a, pair.b, pair.same) for pair in align(*both(a, b), scores(*both(a, b)))]
    [(0, 1, True)]
    """
    found = _same(ours, theirs)
    taken_a, taken_b = {pair.a for pair in found}, {pair.b for pair in found}
    for (i, j), score in likely.items():
        if score >= LIKELY and i not in taken_a and j not in taken_b:
            found.append(Pair(i, j, score, False))
    return sorted(found)


def nearest(likely, side):
    """Number of a sentence of the first (0) or second (1) article -> the best of its `scores`."""
    best = {}
    for pair, score in likely.items():
        best[pair[side]] = max(score, best.get(pair[side], 0.0))
    return best


def _score(one, other, near, matcher):
    """`matcher` knows the other's words already: each sentence is set against many."""
    matcher.set_seq1(one.words)
    if min(len(one.words), len(other.words)) >= SPARE and matcher.quick_ratio() >= CLOSE <= matcher.ratio():
        return 1.0
    shares = sorted(likeness(one, other, near))
    shared = sum(weight for stem, weight in one.stems.items() if stem in other.stems)
    run = min(matcher.find_longest_match().size, LONG_RUN) / LONG_RUN
    told = BASE + LARGER * shares[1] + SMALLER * shares[0] + SHARED * log1p(shared) + RUN * run
    return 1 / (1 + exp(-told))


def _same(ours, theirs):
    """Sentences with the same words: first those in the same order, then what was moved, then one word changed."""
    words = [one.letters for one in ours], [other.letters for other in theirs]
    found = []
    for start, other, size in SequenceMatcher(None, *words, autojunk=False).get_matching_blocks():
        found += [(start + n, other + n) for n in range(size)]
    left_a = [i for i in range(len(ours)) if i not in {a for a, _ in found}]
    left_b = [j for j in range(len(theirs)) if j not in {b for _, b in found}]
    for agree in (_equal, _but_one):
        for i in list(left_a):
            j = next((j for j in left_b if agree(ours[i], theirs[j])), None)
            if j is not None:
                found.append((i, j))
                left_a.remove(i)
                left_b.remove(j)
    return [Pair(i, j, 1.0, True) for i, j in found]


def _equal(one, other):
    """Whether two sentences have the same letters: a hyphen more or less is no other word."""
    return one.letters == other.letters


def _but_one(one, other):
    """Whether two long sentences differ by one word that is more, less or another; no figure, name or day is another.

    >>> from helpers.article import from_text
    >>> from helpers.compare.sentences import both
    >>> told = "The ferry sank off Oslo on Monday", "The old ferry sank off Oslo on Monday"
    >>> _but_one(*(one for one, in both(*map(from_text, told))))
    True
    >>> told = "The old ferry sank off Oslo on Monday", "The old ferry sank off Oslo on Tuesday"
    >>> _but_one(*(one for one, in both(*map(from_text, told))))
    False
    """
    if min(len(one.words), len(other.words)) < SPARE or abs(len(one.words) - len(other.words)) > 1:
        return False
    codes = SequenceMatcher(None, one.words, other.words, autojunk=False).get_opcodes()
    changed = [code for code in codes if code[0] != "equal"]
    if len(changed) != 1 or max(changed[0][2] - changed[0][1], changed[0][4] - changed[0][3]) > 1:
        return False
    code, i, _, j, _ = changed[0]
    return code != "replace" or not (_exact(one, i) or _exact(other, j))


def _exact(sentence, number):
    """Whether a word is a figure, or the first of a day or a name."""
    stem = sentence.stem_of[number] or ""
    return stem.startswith((WHO, WHEN)) or any(sign.isdigit() for sign in sentence.words[number])


def differing(one, other):
    """Where the words of two sentences differ: two tuples of (start, end).

    Where hardly a word stands as in the other, only telling words that the other does not have are shown.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.compare.sentences import both
    >>> (one,), (other,) = both(from_text("Forty men came to the old port."), from_text("Thirty men came to the port."))
    >>> differing(one, other)
    (((0, 5), (22, 25)), ((0, 6),))
    """
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    if matcher.ratio() < 0.5:
        return _untold(one, other), _untold(other, one)
    here = tuple((one.spans[i][0], one.spans[to - 1][1]) for _, i, to, *_ in codes if to > i)
    there = tuple((other.spans[j][0], other.spans[to - 1][1]) for *_, j, to in codes if to > j)
    return here, there


def _untold(one, other):
    return tuple(place for place, stem in zip(one.spans, one.stem_of, strict=True) if stem and stem not in other.stems)


def with_facts(pairs, facts, ours, theirs):
    """Pairs, and those with a figure or time of the same thing of which one sentence would stand alone.

    Parameters
    ----------
    pairs : list of Pair
    facts : pandas.DataFrame
        The facts table.
    ours, theirs : list of Sentence

    Returns
    -------
    list of Pair
        In the order of the first article; `score` is missing where the fact alone speaks for it.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.compare import compare
    >>> a = from_text("The Swan ran aground near Oslo on Monday. At least 37 people were hurt.")
    >>> b = from_text("The Swan ran aground near Oslo on Monday. Doctors say that 40 people were hurt in the night.")
    >>> compare(a, b)["passages"]["kind"].tolist()
    ['same words', 'reworded']
    """
    ours_told, theirs_told = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    more = {
        (number, other)
        for row in facts.itertuples(index=False)
        for number, one in enumerate(ours)
        if one.start <= row.a_start < one.end
        for other, its in enumerate(theirs)
        if its.start <= row.b_start < its.end and not (number in ours_told and other in theirs_told)
    }
    return sorted([*pairs, *(Pair(*both, float("nan"), False) for both in more)], key=lambda pair: pair[:2])


def passages(a, b, ours, theirs, pairs, alone, lacking):
    """The passages table: every sentence of both, in the first article's order, then what is only in the second.

    Parameters
    ----------
    a, b : Article
    ours, theirs : list of Sentence
    pairs : list of Pair
    alone : (set of int, set of int)
        The numbers of each one's sentences that the other does not tell, from `support.alone`.
    lacking : (list of Missing, list of Missing)
        From `absent.missing`: what of each the other has in no form; these are the words of a sentence that is alone.

    Returns
    -------
    pandas.DataFrame
    """
    rows, partners = [], {}
    for pair in pairs:
        partners.setdefault(pair.a, []).append(pair)
    for number, one in enumerate(ours):
        place = (one.start, one.end)
        for pair in partners.get(number, ()):
            other = theirs[pair.b]
            here, there = differing(one, other)
            kind = SAME if pair.same else REWORDED
            row = {"a": place, "b": (other.start, other.end), "kind": kind, "score": pair.score}
            rows.append(row | {"a_words": here, "b_words": there})
        if number not in partners:
            words = _places(place, lacking[0]) if number in alone[0] else ()
            rows.append({"a": place, "kind": ONLY_A if number in alone[0] else UNSURE, "a_words": words})
    told = {pair.b for pair in pairs}
    for number, one in enumerate(theirs):
        if number not in told:
            place = (one.start, one.end)
            words = _places(place, lacking[1]) if number in alone[1] else ()
            rows.append({"b": place, "kind": ONLY_B if number in alone[1] else UNSURE, "b_words": words})
    return build("passages", rows, a, b)


def _places(place, lacking):
    """Where in a sentence the words stand that the other article has in no form, none inside another."""
    found, last = [], 0
    for one in within(place, lacking):
        if one.start >= last and one.end <= place[1]:
            found.append((one.start, one.end))
            last = one.end
    return tuple(found)
