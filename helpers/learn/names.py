"""Rows of named features as sparse matrices."""

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer


class Names:
    """Names seen in enough rows, and rows of features as a sparse matrix of them.

    Examples
    --------
    >>> rows = [[("good", 1), ("good", 4), ("day", 2)], [("good", 0)]]
    >>> Names(rows, 2).names, Names(rows, 2).matrix(rows).toarray().round(2).tolist()
    (['good'], [[1.15], [1.0]])
    """

    def __init__(self, rows, least):
        self.counter = CountVectorizer(analyzer=_names, min_df=least).fit(rows)
        self.names = self.counter.get_feature_names_out().tolist()
        self.index = self.counter.vocabulary_

    def matrix(self, rows):
        """A row's names, each counted, divided by the root of how many the row has."""
        scale = np.array([max(len(row), 1) ** -0.5 for row in rows])
        return sparse.diags_array(scale) @ self.counter.transform(rows).tocsr()


def _names(row):
    return [name for name, _ in row]
