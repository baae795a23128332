"""A log-linear choice within groups, fitted by penalised maximum likelihood.

Each group (a cue) has rows (its candidates) with features that are there or not; the model gives
each row a share of the group in proportion to exp(sum of its weights). Maximum entropy ranking
after Berger, Della Pietra & Della Pietra (1996), with a Gaussian prior (Chen & Rosenfeld 1999).
"""

import numpy as np
from scipy import sparse
from scipy.optimize import minimize


class Groups:
    """Rows of named features, in groups, with the share that each row should get.

    Parameters
    ----------
    null : bool
        Whether a group may choose none of its rows (which then has a score of 0).
    """

    def __init__(self, null):
        self.null, self.index = null, {}
        self.features, self.rows, self.sizes, self.shares, self.parts = [], [0], [], [], []

    def add(self, rows, shares, part=0):
        """Add a group.

        Parameters
        ----------
        rows : list of list of str
        shares : list of float
            Of each row; they sum to 1, or to 0 where none of the rows is right.
        part : int
            The fold that the group belongs to.
        """
        index = self.index
        for names in rows:
            self.features += [index.setdefault(name, len(index)) for name in names]
            self.rows.append(len(self.features))
        self.sizes.append(len(rows))
        self.shares += shares
        self.parts.append(part)

    def fit(self, penalty, least=8, steps=150, leave_out=None):
        """Weights of the features.

        Parameters
        ----------
        penalty : float
            Of the squared weights; the higher, the smaller the weights.
        least : int
            A feature seen in fewer rows than these is left out.
        steps : int
            Of L-BFGS at most.
        leave_out : int, optional
            The fold not to learn from.

        Returns
        -------
        dict of str to float
        """
        matrix, names = self._matrix(least)
        sizes, parts = np.array(self.sizes), np.array(self.parts)
        use = parts != leave_out if leave_out is not None else np.ones(len(sizes), dtype=bool)
        kept = np.repeat(use, sizes)
        matrix, shares, sizes = matrix[kept], np.array(self.shares)[kept], sizes[use]
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        group = np.repeat(np.arange(len(sizes)), sizes)
        turned, null = matrix.T.tocsr(), self.null
        nothing = 1 - np.add.reduceat(shares, starts)

        def cost(weights):
            scores = matrix @ weights
            top = np.maximum.reduceat(scores, starts)
            if null:
                top = np.maximum(top, 0)
            powers = np.exp(scores - top[group])
            total = np.add.reduceat(powers, starts) + (np.exp(-top) if null else 0)
            logs = np.log(total)
            value = -(shares * (scores - top[group] - logs[group])).sum()
            if null:
                value += (nothing * (top + logs)).sum()
            slope = turned @ (powers / total[group] - shares)
            return value + penalty / 2 * weights @ weights, slope + penalty * weights

        found = minimize(cost, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": steps})
        return dict(zip(names, found.x.tolist(), strict=True))

    def _matrix(self, least):
        features, rows = np.array(self.features, dtype=np.int64), np.array(self.rows)
        keep = np.bincount(features, minlength=len(self.index)) >= least
        place = np.cumsum(keep) - 1
        mask = keep[features]
        row = np.repeat(np.arange(len(rows) - 1), np.diff(rows))[mask]
        shape = (len(rows) - 1, int(keep.sum()))
        ones = np.ones(int(mask.sum()))
        names = [name for name, number in self.index.items() if keep[number]]
        return sparse.csr_matrix((ones, (row, place[features[mask]])), shape=shape), names
