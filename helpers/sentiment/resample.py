"""How far a mean can be believed: resampling what it is the mean of (the bootstrap; Efron 1979)."""

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
