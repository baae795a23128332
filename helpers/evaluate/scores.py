"""What measuring gives: figures and errors as tables; `keep` alone writes figures into `data/accuracy.csv`."""

import csv
import io
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from .. import __version__
from ..accuracy import COLUMNS, FILE
from ..files import replace

DEVELOPMENT = "development: the rules have seen it"
UNSEEN = "not looked at while rules were written"
READ_SINCE = "not looked at while the first rules were written; some were read since"
HELD_OUT = "held out: weights were learned without it"
CROSS = "cross-validated: each part held out in turn"
SOME_PAGES = "development: a third of the pages were read for the rules, mark-up and counts of the others too"
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
    "AQUAINT odd": ("TempEval-3 AQUAINT, odd files", READ_SINCE),
    "TimeBank": ("TempEval-3 TimeBank", DEVELOPMENT),
    "TimeBank even": ("TempEval-3 TimeBank, even files", DEVELOPMENT),
    "TimeBank odd": ("TempEval-3 TimeBank, odd files", READ_SINCE),
    "kpcrowd-dev": ("500N-KPCrowd, development part", CROSS),
    "key-facts": (
        "45 articles of Wikinews, American papers, saved pages and feeds, three readers' key facts",
        DEVELOPMENT,
    ),
    "themes": ("twenty-one articles, one reader's themes", DEVELOPMENT),
    "sections": ("twelve articles of our own with headings", OWN),
    "xi_putin_moscow": ("the default article", DEVELOPMENT),
    "pages": ("saved news pages (article-extraction-benchmark)", SOME_PAGES),
    "pages, English": ("saved news pages in English (article-extraction-benchmark)", SOME_PAGES),
    "contradictions dev": ("134 stories of another writer, a contradiction planted in half of them", DEVELOPMENT),
    "contradictions unread": ("90 stories of two other writers, a contradiction planted in half of them", UNSEEN),
    "contradictions": ("short texts of our own, contradictions planted in half of them", OWN),
    "newsquant dev": ("NewsQuant, a half", DEVELOPMENT),
    "newsquant last": ("NewsQuant, the other half", UNSEEN),
    "gold xi_putin_moscow": ("the default article, row by row", DEVELOPMENT),
    "polnear_dev": ("three articles of PolNeAR, development part", DEVELOPMENT),
    "gum-news": ("GUM, twelve articles of Wikinews", HELD_OUT + ", but looked at for the rules of names"),
    "NYT editorials": ("New York Times editorials (VADER's)", CROSS),
    "pairs first": ("six pairs of PolNeAR's training part, one reader", DEVELOPMENT),
    "pairs last": ("five other pairs of PolNeAR's training part, another reader", UNSEEN),
    "newsmtsc dev": ("NewsMTSC, development part", HELD_OUT + ", but looked at when settings were chosen"),
}

FIGURES = ("analysis", "corpus", "measure", "rule", "at", "value", "n", "how", "kept")
ERRORS = ("kind", "where", "what")


class Scores(NamedTuple):
    """What one measuring gives.

    `figures`: `analysis`, `corpus`, `measure`, `rule` (empty for the whole analysis), `at` (the
    point of a curve; missing elsewhere), `value`, `n` (how many things it
    is a share or mean of), `how` (what it is worth), `kept` (whether a record takes it up). `errors`: `kind`, `where`,
    `what`, the worst first of each kind.
    """

    figures: pd.DataFrame
    errors: pd.DataFrame


def scores(figures: list[dict], errors: list[tuple] = ()) -> Scores:
    """Figures and errors as tables."""
    return Scores(pd.DataFrame(figures, columns=FIGURES), pd.DataFrame(errors, columns=ERRORS))


def figure(analysis, corpus, measure, value, n, *, rule="", at=None, how=None, kept=True) -> dict:
    """A row of figures.

    Parameters
    ----------
    corpus : str
        Name of the folder or file that it was measured on; one of `CORPORA` gets its full name.
    how : str, optional
        What the figure is worth, if the corpus does not say it.

    Examples
    --------
    >>> figure("quotes", "polnear-dev", "word F1", 0.5, 10)["corpus"]
    'PolNeAR, development part'
    """
    name, known = CORPORA.get(corpus, (corpus, "not known"))
    return dict(zip(FIGURES, (analysis, name, measure, rule, at, value, int(n), how or known, kept), strict=True))


def shares(hits: int, found: int, gold: int) -> dict[str, tuple[float, int]]:
    """Precision, recall and F1, each with what it is a share of.

    >>> shares(1, 2, 4)
    {'precision': (0.5, 2), 'recall': (0.25, 4), 'F1': (0.3333333333333333, 4)}
    """
    return {
        "precision": (hits / max(found, 1), found),
        "recall": (hits / max(gold, 1), gold),
        "F1": (2 * hits / max(found + gold, 1), gold),
    }


def by_rule(analysis, corpus, found: pd.DataFrame, how=None) -> list[dict]:
    """How often the rows of each rule were right: a figure a rule, of a table with `rule` and `right`."""
    return [
        figure(analysis, corpus, "precision", own.mean(), len(own), rule=rule, how=how)
        for rule, own in found["right"].astype(bool).groupby(found["rule"])
    ]


def pace(analysis, corpus, parse: float, beyond: float, words: int) -> dict:
    """How long an analysis takes on top of the parse, as a share of it."""
    return figure(analysis, corpus, "time beyond the parse", beyond / max(parse, 1e-9), words, kept=False)


def described(figures: pd.DataFrame) -> str:
    """Figures as lines to be read: the corpus, and under it each measure with its value and of how many.

    >>> print(described(scores([figure("times", "mine", "value F1", 0.75, 1200)]).figures))
    times, mine
      value F1                                            0.750 of 1,200
    """
    lines = []
    for (analysis, corpus), own in figures.groupby(["analysis", "corpus"], sort=False):
        lines.append(f"{analysis}, {corpus}")
        for row in own.itertuples(index=False):
            named = ", ".join(filter(None, (row.measure, row.rule, "" if pd.isna(row.at) else f"{row.at:.3f}")))
            value = "not defined" if pd.isna(row.value) else f"{row.value:.3f}"
            lines.append(f"  {named:<48} {value:>8} of {row.n:,}")
    return "\n".join(lines)


def keep(figures: pd.DataFrame, path=None) -> tuple[int, int]:
    """Put figures in the place of those of the same analysis and corpora in a file, which is replaced in one step.

    Returns
    -------
    (int, int)
        How many figures were kept, and how many the file has now.
    """
    path = Path(path or FILE)
    own = figures[figures["kept"].astype(bool)].assign(version=__version__)
    at = ["" if pd.isna(at) else f"{at:.4f}" for at in own["at"]]
    own = own.assign(at=at, value=own["value"].map("{:.4f}".format), n=own["n"].astype(str))
    rows = own[list(COLUMNS)].to_dict("records")
    fresh = {(row["analysis"], row["corpus"]) for row in rows}
    old = []
    if path.exists():
        with path.open(encoding="utf8", newline="") as file:
            old = [row for row in csv.DictReader(file) if (row["analysis"], row["corpus"]) not in fresh]
    every = sorted(old + rows, key=_order)
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(every)
    replace(path, buffer.getvalue().encode("utf8"))
    return len(rows), len(every)


def _order(row):
    """Figures of whole analyses before those of rules, a curve from left to right."""
    whole = row["analysis"], row["corpus"], row["rule"] != "", row["rule"], row["measure"]
    return *whole, float(row["at"]) if row["at"] else float("-inf")
