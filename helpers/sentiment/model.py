"""Tone and stance from learned weights: linear sums, so that every part belongs to a word.

The weights lie in `helpers/data/sentiment.npz`; the card beside it (`sentiment.md`) says what they
were learned from and how well they do. Scoring is NumPy and plain sums.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

import numpy as np

from ..language.vectors import vectors
from .directions import turns
from .features import RELATIONS, sentence_features, target_features

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "sentiment.npz"
REST = "everything else"  # the part of a tone that belongs to no single word: base rate and small pushes
SMALL = 0.005  # a push nearer to 0 than this is not named
DIGITS = 4  # of a tone: far finer than its interval, and a third of the bytes in a corpus
TURNED = 0.6  # what a fall of something bad pushes, as a strong word does; a rise of it half: its words push too
# What a word pushes to which somebody gave the tone 1: as much as the strongest thousandth of the learned words.
STRONG_TONE, STRONG_STANCE = 0.6, np.array([-0.7, 0.0, 0.7])
PLACES = [*RELATIONS, "*"]  # relations whose word vectors are weighed apart; "*" is any
SIZE = 32  # components of a word vector that the stance looks at
LABELS = ("negative", "neutral", "positive")
# A score nearer to 0 is called neutral; with less, more than 2 of 100 labels change with the names in an article.
SURE = 0.29


@dataclass(frozen=True, eq=False)
class Weights:
    """What was learned: see `helpers/data/sentiment.md`."""

    tone: dict
    base: float
    interval: np.ndarray
    stance: dict
    rows: np.ndarray
    places: np.ndarray
    bias: np.ndarray

    @cached_property
    def bounds(self):
        """The interval's three rows as lists."""
        return self.interval.astype(float).tolist()


@cache
def weights(path=WEIGHTS):
    """Read the weights.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    Weights
    """
    with np.load(path, allow_pickle=False) as data:
        tone = dict(zip(unpacked(data["tone_names"]), data["tone"].astype(float).tolist(), strict=True))
        stance = {name: number for number, name in enumerate(unpacked(data["stance_names"]))}
        return Weights(
            tone,
            float(data["base"]),
            data["interval"],
            stance,
            data["stance"].astype(np.float64),
            data["places"].astype(np.float64),
            data["bias"].astype(np.float64),
        )


def packed(names):
    """Names as an array of bytes, which needs no pickle.

    >>> unpacked(packed(["a", "é"]))
    ['a', 'é']
    """
    return np.frombuffer("\n".join(names).encode("utf8"), dtype=np.uint8)


def unpacked(array):
    """The names in an array made by `packed`."""
    return bytes(array).decode("utf8").split("\n") if len(array) else []


def tone_of(words, learned=None):
    """The tone of a run of words.

    Parameters
    ----------
    words : features.Words
    learned : Weights, optional

    Returns
    -------
    dict
        `tone`, `low`, `high` (each -1 … 1) and `words`: (words, push) pairs that add up to the tone,
        the last of them `REST`.
    """
    learned = learned or weights()
    row = sentence_features(words)
    scale = len(row) ** -0.5 if row else 0.0
    get = learned.tone.get
    pushes, known, seen = {}, 0, 0
    moved = turns(words)
    told = {token for sign, *_, pair in moved if sign > 0 for token in pair}
    for name, token in row:
        if token in told or ("<" in name and words.head[token] in told):  # good news: its words are not bad here
            known, seen = known + ("<" not in name), seen + ("<" not in name)
            continue
        weight = get(name) if token not in words.own else _own(words, name, token) * STRONG_TONE
        if "<" not in name:
            seen += 1
            known += weight is not None
        if weight:
            label = _label(words, name, token)
            pushes[label] = pushes.get(label, 0.0) + weight * scale
    for sign, noun, direction, _ in moved:
        first, second = sorted((noun, direction))
        label = f"{words.lower[first]} … {words.lower[second]}"
        pushes[label] = pushes.get(label, 0.0) + (TURNED if sign > 0 else -TURNED / 2) * scale
    tone = min(max(learned.base + sum(pushes.values()), -1.0), 1.0) if row else 0.0
    low, high = _interval(tone, known / seen if seen else 0.0, learned)
    tone = round(tone, DIGITS)
    named = _named({label: round(push, DIGITS) for label, push in pushes.items()}, tone)
    rest = (REST, round(named[-1][1], DIGITS))
    return {"tone": tone, "low": round(low, DIGITS), "high": round(high, DIGITS), "words": (*named[:-1], rest)}


def _own(words, name, token):
    """A researcher's own tone of a word, -1 … 1, counted once: for the word alone, not for its pairs."""
    if "<" in name or ":" in name:
        return 0.0
    return -words.own[token] if name.startswith("not_") else words.own[token]


def _label(words, name, token):
    """A feature as a reader sees it: the word as written, "not" before it, a pair in the text's order."""
    word = words.lower[token]
    if "<" in name:
        head = words.head[token]
        first, second = sorted((token, head))
        return f"{words.lower[first]} … {words.lower[second]}"
    return f"not {word}" if name.startswith("not_") else word


def _named(pushes, total):
    named = sorted((item for item in pushes.items() if abs(item[1]) >= SMALL), key=lambda item: (-abs(item[1]), item))
    return (*named, (REST, total - sum(push for _, push in named)))


def _interval(tone, known, learned):
    """The 90 % interval of a tone: residual quantiles by predicted tone, wider where words are unknown."""
    at, below, above = learned.bounds
    wider, after = widening(known), bisect_right(at, tone)
    low = tone - _between(tone, at, below, after) * wider
    high = tone + _between(tone, at, above, after) * wider
    return max(low, -1.0), min(high, 1.0)


def _between(value, at, found, after):
    """`np.interp` of one value, for a tenth of its time.

    >>> _between(1.5, [1.0, 2.0], [3.0, 5.0], 1), _between(0.5, [1.0, 2.0], [3.0, 5.0], 0)
    (4.0, 3.0)
    """
    if after in (0, len(at)) or at[after - 1] == value:
        return found[max(after - 1, 0)]
    slope = (found[after] - found[after - 1]) / (at[after] - at[after - 1])
    return slope * (value - at[after - 1]) + found[after - 1]


def widening(known):
    """How much wider an interval is by the share of words that have a weight: 1 … 4.

    >>> widening(1.0), widening(0.0)
    (1.0, 4.0)
    """
    return 1.0 + 3.0 * (1.0 - known)


def place_of(name):
    """The place in which a feature's word vector is weighed, the word, and its sign; None if it has none.

    >>> place_of("act:not_help"), place_of("help<ask")
    (('act', 'help', -1), None)
    """
    if "<" in name or "=" in name:
        return None
    place, found, word = name.rpartition(":")
    sign = -1 if word.startswith("not_") else 1
    return place if found else "*", word.removeprefix("not_"), sign


@lru_cache(maxsize=5_000)
def _push(learned, name):
    """What a feature pushes each label by, before it is scaled; every target of a sentence asks for most of them."""
    push, number, placed = np.zeros(3), learned.stance.get(name), place_of(name)
    if number is not None:
        push += learned.rows[number]
    if placed:
        place, word, sign = placed
        at = vectors().rows.get(word)
        if at is not None:
            push += sign * (vectors().matrix[at, :SIZE] @ learned.places[PLACES.index(place)])
    return push


def stance_of(words, first, last, learned=None):
    """The author's stance toward a target.

    Parameters
    ----------
    words : features.Words
    first, last : int
        The target's tokens, end exclusive.
    learned : Weights, optional

    Returns
    -------
    dict
        `label` (negative, neutral, positive: by the score, beyond `SURE`), `score` (probability of
        positive less that of negative, -1 … 1), `low`, `high` (the labels, as -1, 0, 1, between which nine in ten lie),
        `chances` (of the three labels) and `words`: (words, push on the log-odds of positive
        against negative).
    """
    learned = learned or weights()
    row = target_features(words, first, last)
    scale = len(row) ** -0.5 if row else 0.0
    pushes, total = {}, learned.bias.copy()
    for name, token in row:
        is_own = token in words.own and "=" not in name
        push = np.full(3, _own(words, name, token) * STRONG_STANCE) if is_own else _push(learned, name)
        push = push * scale
        total += push
        label = _label(words, name.rpartition(":")[2], token) if "=" not in name else REST
        pushes[label] = pushes.get(label, 0.0) + float(push[2] - push[0])
    chances = np.exp(total - total.max())
    chances /= chances.sum()
    below = np.cumsum(chances)
    score = float(chances[2] - chances[0])
    pushes.pop(REST, None)
    return {
        "label": LABELS[1 + (score > SURE) - (score < -SURE)],
        "score": score,
        "low": float(np.argmax(below >= 0.05)) - 1.0,
        "high": float(np.argmax(below >= 0.95)) - 1.0,
        "chances": tuple(float(chance) for chance in chances),
        "words": _named(pushes, float(total[2] - total[0])),
    }
