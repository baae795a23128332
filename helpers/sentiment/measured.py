"""What was measured when the weights were learned: the figures that the notebook shows."""

from pathlib import Path

import pandas as pd

FIGURES = Path(__file__).resolve().parents[1] / "data" / "sentiment.csv"


def measured(kind=None):
    """Figures of tone and stance on sentences that people rated or labelled.

    Parameters
    ----------
    kind : str, optional
        One of Spearman, coverage of 90 % interval, coverage in a quarter, macro-F1, calibration
        error, reliability; all but reliability if left out.

    Returns
    -------
    pandas.DataFrame
        `kind`, `method`, `corpus`, `x` (reliability: the predicted value), `result`, `n` (sentences),
        `how` (cross-validated, development part, or as it is).

    Examples
    --------
    >>> measured("macro-F1")["method"].tolist()
    ['TextBlob', 'VADER', 'stance']
    """
    table = pd.read_csv(FIGURES)
    keep = table["kind"] == kind if kind else table["kind"] != "reliability"
    return table[keep].reset_index(drop=True)
