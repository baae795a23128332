"""Sentences that people have rated (as VADER's editorials) or labelled toward somebody (as NewsMTSC)."""

import json
from pathlib import Path
from typing import NamedTuple

from ..article import ArticleError

FURTHEST = 4.0  # of the raters' scale


class Rated(NamedTuple):
    """A sentence with the mean of its ratings, and what it was taken from."""

    group: str
    rating: float
    text: str


class Labelled(NamedTuple):
    """A sentence with a target (characters, end exclusive) and the author's stance toward it."""

    text: str
    start: int
    end: int
    label: int


def read_ratings(path):
    """Rated sentences: id, rating from -4 to 4, sentence, with tabs between them.

    Parameters
    ----------
    path : str or path

    Returns
    -------
    list of Rated
        `group` is the id before its last underscore (an editorial), `rating` is -1 … 1.

    Raises
    ------
    ArticleError
        If the file is missing or a line has another form.
    """
    rows = []
    for number, line in enumerate(_lines(path), 1):
        parts = line.split("\t", 2)
        try:
            rows.append(Rated(parts[0].rpartition("_")[0], float(parts[1]) / FURTHEST, parts[2]))
        except (IndexError, ValueError):
            raise ArticleError(
                f"{path}: line {number} is not id, rating and sentence with tabs between them."
            ) from None
    return rows


def read_stances(path):
    """Sentences with a marked target and a stance: JSON lines of sentence, from, to, polarity.

    Parameters
    ----------
    path : str or path

    Returns
    -------
    list of Labelled
        `label` is -1, 0 or 1.

    Raises
    ------
    ArticleError
        If the file is missing or a line has another form.
    """
    rows = []
    for number, line in enumerate(_lines(path), 1):
        try:
            row = json.loads(line)
            rows.append(Labelled(row["sentence"], int(row["from"]), int(row["to"]), int(row["polarity"])))
        except (ValueError, KeyError, TypeError):
            raise ArticleError(f"{path}: line {number} has no sentence, from, to and polarity in JSON.") from None
    return rows


def _lines(path):
    try:
        text = Path(path).read_text(encoding="utf8")
    except (OSError, UnicodeDecodeError):
        raise ArticleError(f"{path}: cannot be read; name a file with rated or labelled sentences.") from None
    return [line for line in text.split("\n") if line.strip()]
