"""Evidence weighed: the learned weights of what speaks for a relation and against chance."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).parents[1] / "data" / "relations.tsv"


@cache
def _weights():
    lines = (line.split("\t") for line in FILE.read_text(encoding="utf8").splitlines() if not line.startswith("#"))
    return {(model, name): float(weight) for model, name, weight in lines}


@cache
def weigher(model, names):
    """The function that weighs a row of features, in natural logarithms of the odds.

    Parameters
    ----------
    model : str
        equality or stretch.
    names : tuple of str
        The features, in the order of a row.

    Returns
    -------
    callable
        Row of numbers -> float.

    Examples
    --------
    >>> weigh = weigher("equality", ("exactness", "tried"))
    >>> weigh([2.0, 0.0]) > weigh([1.0, 0.0]) > weigh([1.0, 1.0])
    True
    """
    known = _weights()
    weights, base = [known[model, name] for name in names], known[model, "base"]
    return lambda row: sum(weight * value for weight, value in zip(weights, row, strict=True)) + base
