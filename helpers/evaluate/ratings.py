"""Reading sentences that people have rated or labelled, and measures of agreement with them."""

import json
from collections import namedtuple
from pathlib import Path

import numpy as np

from ..article import ArticleError

Rated = namedtuple("Rated", "group rating text")
Labelled = namedtuple("Labelled", "text start end label")
FURTHEST = 4.0  # of the raters' scale


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


def target_of(doc, start, end):
    """First and last token (end exclusive) of the characters of a target."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return (span.start, span.end) if span is not None and len(span) else (0, 1)


def coverage(truth, low, high, order):
    """The share of values inside their interval: in all, and in quarters by another value.

    >>> coverage(np.array([1, 2, 3, 9]), np.zeros(4), np.full(4, 5), np.arange(4))
    (0.75, [1.0, 1.0, 1.0, 0.0])
    """
    inside = (truth >= low) & (truth <= high)
    quarters = np.array_split(np.argsort(order, kind="stable"), 4)
    return float(inside.mean()), [float(inside[part].mean()) for part in quarters]


def macro_f1(truth, found, classes):
    """The mean of the classes' F1.

    >>> macro_f1(np.array([0, 1]), np.array([0, 1]), (0, 1))
    1.0
    """
    figures = []
    for name in classes:
        both = ((truth == name) & (found == name)).sum()
        figures.append(2 * both / max((truth == name).sum() + (found == name).sum(), 1))
    return float(np.mean(figures))


def calibration_error(right, chances, bins=10):
    """Expected calibration error: how far chances are from shares of right ones (Guo et al. 2017).

    >>> round(calibration_error(np.array([True, False]), np.array([0.5, 0.5])), 3)
    0.0
    """
    place = np.minimum((chances * bins).astype(int), bins - 1)
    gaps = [
        abs(right[place == b].mean() - chances[place == b].mean()) * (place == b).mean() for b in set(place.tolist())
    ]
    return float(sum(gaps))
