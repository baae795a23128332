"""Which articles are (nearly) the same: groups by MinHash (Broder 1997), found when all are there."""

from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from ..article import ArticleError
from .state import renewed
from .stored import write
from .worker import schema_of

ALIKE = 0.5  # share of runs of five words that two articles have in common: a reprint is often cut or added to
# So many numbers of a signature are a band: of pairs that are just ALIKE, 94 in 100 share one, and what is proposed
# wrongly goes by its whole signature.
BANDS, WIDE = 21, 3
MEMORY = "200MB"  # of the index of signatures; what is more lies on disk
AT_ONCE = 10_000  # pairs that are compared at a time
# Signatures are cut into bands; whoever shares a band is compared (Leskovec, Rajaraman and Ullman, 3.4). Of articles
# with one signature the first stands for all. A number has eight signs in hexadecimal.
PAIRS = """
WITH apart AS (SELECT min(place) AS place, signature FROM seen GROUP BY signature),
bands AS (SELECT place, band, hash(substring(hex(signature), band * $wide + 1, $wide)) AS key
          FROM apart, range($bands) AS numbered(band)),
pairs AS (SELECT DISTINCT one.place AS earlier, other.place AS later
          FROM bands AS one JOIN bands AS other USING (band, key) WHERE one.place < other.place)
SELECT earlier, later, one.signature, other.signature
FROM pairs JOIN apart AS one ON one.place = earlier JOIN apart AS other ON other.place = later
"""
COPIES = """
SELECT * FROM (SELECT min(place) OVER (PARTITION BY signature) AS earlier, place AS later FROM seen)
WHERE earlier < later
"""
NAMED = """
SELECT own.article_id, first.article_id
FROM heads JOIN seen AS own ON own.place = later JOIN seen AS first ON first.place = earlier
"""


def group(out):
    """Write into `articles` to which group of near duplicates each belongs.

    Parameters
    ----------
    out : pathlib.Path
        Folder of the corpus.
    """
    try:
        firsts = _firsts(out)
    except duckdb.Error as error:
        why = " ".join(str(error).split())[:80]
        raise ArticleError(
            f"{out}: near duplicates could not be compared ({why}); make space for temporary files and run the same "
            "command again."
        ) from None
    for path in sorted((out / "articles").glob("part-*.parquet")):
        table = _table(path)
        column = table.schema.get_field_index("duplicates")
        groups = pa.array([firsts.get(own) for own in table["article_id"].to_pylist()], pa.string())
        new = table.set_column(column, schema_of("articles").field("duplicates"), groups)
        if not new.equals(table):
            number = int(path.stem.split("-")[1])
            write(new, path.parent, number)
            renewed(out, number, "articles")


def _firsts(out):
    """Each article that is like another -> the first of its group."""
    # A folder of its own: DuckDB cannot write below every name that a corpus may have.
    with TemporaryDirectory() as folder, duckdb.connect(str(Path(folder) / "seen.db")) as index:
        index.execute(f"SET memory_limit = '{MEMORY}'")
        index.execute("SET enable_progress_bar = false")
        index.execute("CREATE TABLE seen (place BIGINT, article_id VARCHAR, signature BLOB)")
        place = 0
        for path in sorted((out / "_state").glob("part-*.parquet")):
            part = _table(path)
            part = part.add_column(0, "place", pa.array(range(place, place + len(part)), pa.int64()))
            index.register("part", part)
            index.execute("INSERT INTO seen SELECT place, article_id, signature FROM part")
            place += len(part)
        found = _heads(index)
        heads = pa.table({"later": pa.array(found, pa.int64()), "earlier": pa.array(found.values(), pa.int64())})
        index.register("heads", heads)
        return dict(index.execute(NAMED).fetchall())


def _heads(index):
    """The place of each article that is like another -> that of the first of its group."""
    heads = {}

    def head(place):
        while heads.setdefault(place, place) != place:
            heads[place] = heads[heads[place]]
            place = heads[place]
        return place

    def join(earlier, later):
        first, second = sorted((head(earlier), head(later)))
        heads[second] = first

    pairs = index.execute(PAIRS, {"wide": WIDE * 8, "bands": BANDS})
    while some := pairs.fetchmany(AT_ONCE):
        for earlier, later, *signatures in some:
            one, other = (np.frombuffer(signature, dtype="<u4") for signature in signatures)
            # A shared band proposes pairs; of those it proposes wrongly most are far below.
            if np.mean(one == other) >= ALIKE:
                join(earlier, later)
    for earlier, later in index.execute(COPIES).fetchall():
        join(earlier, later)
    return {place: head(place) for place in list(heads)}


def _table(path):
    """A part as it lies there; `read_table` would take columns from folders named like a=b."""
    try:
        with pq.ParquetFile(path) as file:
            return file.read()
    except (pa.ArrowInvalid, OSError) as error:
        raise ArticleError(
            f"{path}: is damaged ({str(error)[:80]}); delete it and run the same command again, its part is done anew."
        ) from None
