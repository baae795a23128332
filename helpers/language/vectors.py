"""Word vectors: what frequent English words mean, as points that lie near each other where they are alike."""

from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path

import numpy as np

VECTORS = Path(__file__).resolve().parents[1] / "data" / "vectors.npz"
UNKNOWN = 40_000  # rank of a word that is not among the most frequent 30,000


@dataclass(frozen=True, eq=False)
class Vectors:
    """`rows`: word -> row, the most frequent first; `matrix`: a row a word, float32, by falling variance."""

    rows: dict
    matrix: np.ndarray

    def rarity(self, word):
        """How rare a word is in general English: 0 for the most frequent one, about 1 for an unknown one."""
        return log(1 + self.rows.get(word, UNKNOWN)) / 10

    def of(self, words):
        """Mean vector of some words, of length 1; zeros where none of them is known.

        Parameters
        ----------
        words : sequence of str
            In lower case.

        Returns
        -------
        numpy.ndarray
        """
        known = [self.rows[word] for word in words if word in self.rows]
        if not known:
            return np.zeros(self.matrix.shape[1], dtype=np.float32)
        mean = self.matrix[known].mean(axis=0)
        return mean / max(float(np.linalg.norm(mean)), 1e-9)


@cache
def vectors(path=VECTORS):
    """The vectors, loaded on first use.

    Parameters
    ----------
    path : pathlib.Path
        Made by `python -m helpers learn vectors`; its card is `helpers/data/vectors.md`.

    Returns
    -------
    Vectors

    Examples
    --------
    >>> known = vectors()
    >>> a, b, c = (known.of([word]) for word in ("war", "conflict", "banana"))
    >>> bool(a @ b > a @ c)
    True
    """
    with np.load(path, allow_pickle=False) as data:
        words = bytes(data["words"]).decode("utf8").split("\n")
        matrix = data["values"].astype(np.float32) * data["scale"]
    return Vectors({word: number for number, word in enumerate(words)}, matrix)
