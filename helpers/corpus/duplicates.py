"""Which articles are (nearly) the same: groups by MinHash (Broder 1997), found when all are there."""

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from datasketch import MinHash, MinHashLSH

from ..article import ArticleError
from .state import renewed
from .worker import PERMUTATIONS, SCHEME, corpus_schema, write

ALIKE = 0.5  # share of runs of five words that two articles have in common: a reprint is often cut or added to


def group(out):
    """Write into `articles` to which group of near duplicates each belongs.

    Parameters
    ----------
    out : pathlib.Path
        Folder of the corpus.
    """
    index = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    leader, order, seen = {}, {}, {}

    def head(own):
        while leader[own] != own:
            leader[own] = leader[leader[own]]
            own = leader[own]
        return own

    for path in sorted((out / "_state").glob("part-*.parquet")):
        for row in _table(path).to_pylist():
            own = row["article_id"]
            hashed = MinHash(
                num_perm=PERMUTATIONS, hashvalues=np.frombuffer(row["signature"], dtype="<u8"), scheme=SCHEME
            )
            leader[own], order[own] = own, len(order)
            for other in sorted(index.query(hashed), key=order.get):
                # The index proposes pairs; of those it proposes wrongly most are far below.
                if hashed.jaccard(seen[other]) >= ALIKE and head(other) != head(own):
                    earlier, later = sorted((head(other), head(own)), key=order.get)
                    leader[later] = earlier
            index.insert(own, hashed)
            seen[own] = hashed
    heads = {own: head(own) for own in leader}
    several = {}
    for first in heads.values():
        several[first] = several.get(first, 0) + 1
    for path in sorted((out / "articles").glob("part-*.parquet")):
        table = _table(path)
        found = [heads[own] if several[heads[own]] > 1 else None for own in table["article_id"].to_pylist()]
        column = table.schema.get_field_index("duplicates")
        new = table.set_column(column, corpus_schema("articles").field("duplicates"), pa.array(found, pa.string()))
        if not new.equals(table):
            number = int(path.stem.split("-")[1])
            write(new, path.parent, number)
            renewed(out, number, "articles")


def _table(path):
    """A part as it lies there; `read_table` would take columns from folders named like a=b."""
    try:
        with pq.ParquetFile(path) as file:
            return file.read()
    except (pa.ArrowInvalid, OSError) as error:
        raise ArticleError(
            f"{path}: is damaged ({str(error)[:80]}); delete it and run the same command again, its part is done anew."
        ) from None
