"""How frequent a word is in general English."""

from functools import cache
from pathlib import Path

SHARES = Path(__file__).resolve().parents[1] / "data" / "frequency.tsv"
RARE = 1e-7  # share of a word that is not in the table


@cache
def _shares():
    lines = (line.split("\t") for line in SHARES.read_text("utf8").splitlines())
    return {word: float(f"{10 ** (int(level) / 100):.3g}") for level, words in lines for word in words.split()}


def frequency(word):
    """A word's share of all words in general English.

    Parameters
    ----------
    word : str
        In lower case.

    Returns
    -------
    float
        1e-7 … 1, to three digits, as the package `wordfreq` (Speer 2022) gives it; a word that is rarer, or not known,
        counts as one in ten million. The card of the table is `helpers/data/frequency.md`.

    Examples
    --------
    >>> frequency("the"), frequency("ferry"), frequency("u.s."), frequency("qwrtz")
    (0.0537, 1.05e-05, 0.000204, 1e-07)
    """
    return _shares().get(word.replace("’", "'").rstrip("."), RARE)
