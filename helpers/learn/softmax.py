"""Softmax regression on shares of classes, for sparse rows."""

import numpy as np
from scipy.optimize import minimize


def softmax(table, shares, penalty, steps=150):
    """Weights of a softmax regression on shares of classes.

    Parameters
    ----------
    table : scipy.sparse.csr_matrix
    shares : numpy.ndarray
        A row sums to 1.
    penalty : float
        Of the squared weights.
    steps : int
        Of L-BFGS at most.

    Returns
    -------
    (numpy.ndarray, numpy.ndarray)
        Weights (names × classes) and bias.
    """
    width, classes = table.shape[1], shares.shape[1]
    turned = table.T.tocsr()

    def cost(flat):
        weights, bias = flat[: width * classes].reshape(width, classes), flat[width * classes :]
        scores = table @ weights + bias
        scores -= scores.max(axis=1, keepdims=True)
        powers = np.exp(scores)
        total = powers.sum(axis=1, keepdims=True)
        slope = powers / total - shares
        value = -(shares * (scores - np.log(total))).sum() + penalty / 2 * (weights**2).sum()
        return value, np.concatenate([(turned @ slope + penalty * weights).ravel(), slope.sum(axis=0)])

    found = minimize(cost, np.zeros((width + 1) * classes), jac=True, method="L-BFGS-B", options={"maxiter": steps}).x
    return found[: width * classes].reshape(width, classes), found[width * classes :]
