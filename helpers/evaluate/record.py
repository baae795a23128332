"""Keeping what was measured: `evaluate --record` writes `data/accuracy.csv`, and nothing else does."""

import csv
import os
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from .. import __version__
from ..accuracy import COLUMNS, FILE

DEVELOPMENT = "development: the rules have seen it"
UNSEEN = "not looked at while rules were written"
HELD_OUT = "held out: weights were learned without it"
CROSS = "cross-validated: each part held out in turn"
OWN = "development: texts of our own"
# A folder or file, by its name -> the corpus, and what its figures are.
CORPORA = {
    "polnear-dev": ("PolNeAR, development part", "held out from the weights, looked at for the rules"),
    "polnear-train, changed": (
        "100 articles of PolNeAR, training part, changed",
        "development: the weights for quotations were learned on these articles",
    ),
    "polnear-dev, changed": (
        "PolNeAR, development part, changed",
        "held out from the weights, looked at for the rules",
    ),
    "AQUAINT": ("TempEval-3 AQUAINT", DEVELOPMENT),
    "AQUAINT even": ("TempEval-3 AQUAINT, even files", DEVELOPMENT),
    "AQUAINT odd": ("TempEval-3 AQUAINT, odd files", UNSEEN),
    "TimeBank": ("TempEval-3 TimeBank", DEVELOPMENT),
    "TimeBank even": ("TempEval-3 TimeBank, even files", DEVELOPMENT),
    "TimeBank odd": ("TempEval-3 TimeBank, odd files", UNSEEN),
    "kpcrowd-dev": ("500N-KPCrowd, development part", CROSS),
    "sections": ("twelve articles of our own with headings", OWN),
    "xi_putin_moscow": ("the default article", DEVELOPMENT),
    "contradictions": ("short texts of our own, contradictions planted in half of them", OWN),
    "gold xi_putin_moscow": ("the default article, row by row", DEVELOPMENT),
    "polnear_dev": ("three articles of PolNeAR, development part", DEVELOPMENT),
    "NYT editorials": ("New York Times editorials (VADER's)", CROSS),
    "NewsMTSC dev": ("NewsMTSC, development part", HELD_OUT + ", but looked at when settings were chosen"),
}
_rows = ContextVar("rows", default=None)


@contextmanager
def recording():
    """Within this, what is noted is kept.

    >>> with recording() as rows:
    ...     note("quotes", "polnear-dev", "word F1", 0.5, 10)
    >>> rows[0]["value"], rows[0]["corpus"]
    ('0.5000', 'PolNeAR, development part')
    """
    rows = []
    token = _rows.set(rows)
    try:
        yield rows
    finally:
        _rows.reset(token)


def is_recording():
    """Whether what is noted is kept."""
    return _rows.get() is not None


def note(analysis, corpus, measure, value, n, rule="", how=None):
    """Keep a figure, if a record is being written.

    Parameters
    ----------
    analysis, measure : str
    corpus : str
        Name of the folder or file that it was measured on.
    value : float
    n : int
        How many things (attributions, expressions, mentions, sentences, sections) it is a share or mean of.
    rule : str
        The rule that the figure is about; empty for the whole analysis.
    how : str, optional
        What the figure is worth, if the corpus does not say it.
    """
    rows = _rows.get()
    if rows is None:
        return
    name, known = CORPORA.get(corpus, (corpus, "not known"))
    rows.append(
        {
            "analysis": analysis,
            "corpus": name,
            "measure": measure,
            "rule": rule,
            "value": f"{value:.4f}",
            "n": str(int(n)),
            "how": how or known,
            "version": __version__,
        }
    )


def write(rows, path=FILE):
    """Put rows in the place of those of the same analysis and corpora; the file is replaced in one step.

    Returns
    -------
    int
        How many rows the file has now.
    """
    path = Path(path)
    fresh = {(row["analysis"], row["corpus"]) for row in rows}
    old = []
    if path.exists():
        with path.open(encoding="utf8", newline="") as file:
            old = [row for row in csv.DictReader(file) if (row["analysis"], row["corpus"]) not in fresh]
    every = sorted(
        old + rows, key=lambda row: (row["analysis"], row["corpus"], row["rule"] != "", row["rule"], row["measure"])
    )
    unfinished = path.with_suffix(".tmp")
    with unfinished.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(every)
    os.replace(unfinished, path)
    return len(every)
