"""Rows of named features as sparse matrices."""

from collections import Counter

from scipy import sparse


class Names:
    """Names seen in enough rows, and rows of features as a sparse matrix of them."""

    def __init__(self, rows, least):
        seen = Counter(name for row in rows for name in {name for name, _ in row})
        self.names = sorted(name for name, times in seen.items() if times >= least)
        self.index = {name: number for number, name in enumerate(self.names)}

    def matrix(self, rows):
        """A row's names, each counted, divided by the root of how many the row has."""
        values, columns, starts = [], [], [0]
        for row in rows:
            scale = max(len(row), 1) ** -0.5
            for name, _ in row:
                if name in self.index:
                    columns.append(self.index[name])
                    values.append(scale)
            starts.append(len(columns))
        table = sparse.csr_matrix((values, columns, starts), shape=(len(rows), len(self.names)))
        table.sum_duplicates()
        return table
