"""How far a mean can be believed: resampling what it is the mean of (the bootstrap; Efron 1979)."""

from math import hypot

import numpy as np

RESAMPLES, SEED, SHARE = 2_000, 7, 0.9


def interval(values, weights=None):
    """The 90 % interval of a mean, always the same for the same values.

    Parameters
    ----------
    values : sequence of float
    weights : sequence of float, optional
        Of each value in the mean.

    Returns
    -------
    (float, float)
        Missing (NaN) for no value; the value itself, twice, for one.

    Examples
    --------
    >>> interval([0.5, 0.5])
    (0.5, 0.5)
    """
    values = np.asarray(values, dtype=float)
    if not len(values):
        return float("nan"), float("nan")
    weights = np.ones(len(values)) if weights is None else np.asarray(weights, dtype=float)
    chosen = np.random.default_rng(SEED).integers(0, len(values), (RESAMPLES, len(values)))
    means = (values * weights)[chosen].sum(axis=1) / np.maximum(weights[chosen].sum(axis=1), 1e-9)
    low, high = np.quantile(means, [(1 - SHARE) / 2, (1 + SHARE) / 2])
    return float(low), float(high)


def mean_tone(table):
    """The mean tone of passages, weighted by their words, with its 90 % interval.

    Parameters
    ----------
    table : pandas.DataFrame
        With `text`, `tone`, `low` and `high`.

    Returns
    -------
    (float, float, float)
        Tone, low and high. The passages' own errors, taken for independent of each other, and their spread are added
        in quadrature: a single passage has no spread, and resampling two or three gives far too little.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"text": "It rained.", "tone": 0.0, "low": -0.2, "high": 0.2}
    >>> mean_tone(pd.DataFrame([row])), mean_tone(pd.DataFrame([row] * 4))
    ((0.0, -0.2, 0.2), (0.0, -0.1, 0.1))
    """
    words = table["text"].str.split().str.len().to_numpy(dtype=float)
    tone, *ends = (table[column].to_numpy(dtype=float) for column in ("tone", "low", "high"))
    mean = float((tone * words).sum() / max(words.sum(), 1))
    own = [float((((tone - end) * words) ** 2).sum() ** 0.5 / max(words.sum(), 1)) for end in ends]
    low, high = (hypot(error, mean - end) for error, end in zip(own, interval(tone, words), strict=True))
    return mean, mean - low, mean + high
