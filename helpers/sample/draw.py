"""Drawing a stratified sample: enough rows of each kind to say how good that kind is."""

import pandas as pd

from ..article import ArticleError

# A table -> what divides its rows, and the columns that a judge has to see.
STRATA = {
    "quotes": ("kind", ("kind", "speaker", "cue")),
    "times": ("type", ("type", "value", "earliest", "latest")),
    "events": ("status", ("status", "earliest", "latest", "inferred")),
    "actors": ("how", ("actor", "kind", "how")),
    "quantities": ("kind", ("value", "high", "unit", "of", "kind")),
    "consistency": ("kind", ("problem", "kind")),
}
LEAST = 10  # rows of a stratum, if it has so many: fewer say nothing


def draw(corpus, table="quotes", n=200, seed=1):
    """Draw rows of a table, each kind in its proportion but none too few.

    Parameters
    ----------
    corpus : corpus.Corpus
    table : {"quotes", "times", "events", "actors", "quantities", "consistency"}
    n : int
        How many rows; all if there are fewer.
    seed : int
        Another number draws others; the same draws the same.

    Returns
    -------
    pandas.DataFrame
        `number`, `article_id`, `id`, `start`, `end`, `stratum`, `rows` (of the stratum in the corpus), the
        columns to be judged, `outlet`, `published` and `passage`; in an order drawn by lot.

    Raises
    ------
    ArticleError
        If the table cannot be sampled or is empty, or n is less than one.
    """
    if table not in STRATA:
        raise ArticleError(f"sample: the table “{table}” cannot be sampled; choose {', '.join(STRATA)}.")
    if not 0 <= seed < 2**32:
        raise ArticleError(f"sample: the seed {seed} cannot be used; give a number from 0 to {2**32 - 1}.")
    if n < 1:
        raise ArticleError(f"sample: {n} rows cannot be drawn; give 1 or more.")
    stratum, shown = STRATA[table]
    sizes = corpus.sql(
        f"SELECT coalesce(\"{stratum}\", 'none') AS stratum, count(*)::INT AS rows FROM {table} GROUP BY 1 ORDER BY 1"
    )
    if sizes.empty:
        raise ArticleError(f"{corpus.folder}: the table {table} has no row to draw.")
    wanted = shares(dict(zip(sizes["stratum"], sizes["rows"], strict=True)), n)
    columns = ", ".join(f'"{column}"' for column in dict.fromkeys(shown))
    parts = []
    for name, number in wanted.items():
        # The order is that of a hash, which is by lot, the same on every machine, and needs no memory.
        parts.append(
            corpus.sql(
                f'SELECT article_id, id, start, "end", coalesce("{stratum}", \'none\') AS '
                f"stratum, {columns} FROM {table} "
                f"WHERE coalesce(\"{stratum}\", 'none') = $name ORDER BY md5(concat($seed, "
                f"article_id, id)) LIMIT $number",
                name=name,
                seed=str(seed),
                number=number,
            )
        )
    rows = pd.concat(parts, ignore_index=True)
    rows = rows.sample(frac=1, random_state=seed, ignore_index=True)  # so that a judge does not tire on one kind
    rows.insert(0, "number", range(1, len(rows) + 1))
    rows["rows"] = rows["stratum"].map(dict(zip(sizes["stratum"], sizes["rows"], strict=True)))
    return corpus.in_context(rows)


def shares(sizes, n):
    """How many rows of each stratum are drawn.

    >>> shares({"direct": 900, "indirect": 90, "mixed": 5}, 100)
    {'direct': 85, 'indirect': 10, 'mixed': 5}
    >>> shares({"a": 3, "b": 2}, 100)
    {'a': 3, 'b': 2}
    """
    whole = sum(sizes.values())
    least = max(min(LEAST, n // len(sizes)), 1)
    found = {name: min(size, max(round(n * size / whole), least)) for name, size in sizes.items()}
    while sum(found.values()) > n and max(found.values()) > 1:
        found[max(found, key=found.get)] -= 1
    return found
