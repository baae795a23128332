"""An analysed corpus, asked in SQL: DuckDB over its Parquet files, larger than memory."""

from glob import escape
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from .. import tables
from ..article import ArticleError, from_text
from ..reader.in_sentence import in_sentence
from .stored import DIGITS, KEYS, OTHERWISE, PUSHES, SCORES, SPANS, left_out, row_id

PASSAGES = 400  # that stand behind the marks of a figure: more would make a page too large
NAMES = """
WITH spoken AS (SELECT DISTINCT speaker FROM quotes WHERE speaker IS NOT NULL),
long AS (SELECT speaker, regexp_extract(speaker, '(\\S+)$', 1) AS last FROM spoken WHERE contains(speaker, ' '))
SELECT spoken.speaker, coalesce(any_value(long.speaker), spoken.speaker) AS person
FROM spoken LEFT JOIN long ON long.last = spoken.speaker
GROUP BY spoken.speaker HAVING count(long.speaker) <= 1
UNION ALL
SELECT spoken.speaker, spoken.speaker
FROM spoken JOIN long ON long.last = spoken.speaker GROUP BY spoken.speaker HAVING count(*) > 1
"""


class Corpus:
    """The tables of a corpus.

    Attributes
    ----------
    folder : pathlib.Path
    copies : bool
        Whether near duplicates count each; if not, only the first of each group does.
    """

    def __init__(self, folder, copies=True):
        self.folder, self.copies = Path(folder), copies
        if not (self.folder / "articles").is_dir():
            raise ArticleError(
                f"{folder}: is not an analysed corpus; make one with: python -m helpers corpus SOURCE --out {folder}"
            )
        self.connection = duckdb.connect()
        self.connection.execute("SET enable_progress_bar = false")
        self.connection.create_function(
            "row_id", row_id, ["VARCHAR", "BIGINT", "BIGINT", "VARCHAR", "VARCHAR"], "VARCHAR", null_handling="special"
        )
        kept = "" if copies else " WHERE duplicates IS NULL OR duplicates = article_id"
        self._view(
            "articles", f"SELECT * EXCLUDE (published), try_cast(published AS DATE) AS published FROM {{}}{kept}"
        )
        for folder in sorted(self.folder.iterdir()):
            if folder.name in tables.COLUMNS:
                self._view(folder.name, self._rows(folder))
        self._view("failures", "SELECT * FROM {}")
        # A surname alone is the one speaker of the corpus who bears it, if there is one.
        try:
            self.connection.execute(f"CREATE TABLE people AS {NAMES}")
        except duckdb.Error as error:
            raise self._damaged(self.folder, error) from None

    def _rows(self, folder):
        """A table's rows with what its files leave out, and numbers as the analyses gave them."""
        name, layout = folder.name, tables.columns(folder.name)
        part = next(folder.glob("part-*.parquet"), None)
        try:
            there = {"article_id", *layout} if part is None else set(pq.read_schema(part).names)
        except (pa.ArrowInvalid, OSError) as error:
            raise self._damaged(folder, error) from None
        known = {column: _cell(name, column, there) for column in layout if column in there}
        for column in left_out(name):
            if column not in there:
                known[column] = _derived(name, column, known)
        columns = ", ".join(f'{known[column]} AS "{column}"' for column in layout if column in known)
        query = f"SELECT t.article_id, {columns} FROM {{}} t JOIN articles USING (article_id)"
        if name == "voices":
            own = ", ".join(f"t.{column}" for column in SCORES if column != PUSHES)
            query += f""" LEFT JOIN {self._files("tones")} s ON s.article_id = t.article_id AND s."end" = t."end"
                         AND s.start = CASE WHEN coalesce({own}) IS NULL THEN t.start END"""
        return query

    def _files(self, name):
        place = f"{escape(str(self.folder / name))}/part-*.parquet".replace("'", "''")
        return f"read_parquet('{place}', hive_partitioning=false)"

    def _view(self, name, query):
        try:
            self.connection.execute(f"CREATE VIEW {name} AS {query.replace('{}', self._files(name))}")
        except duckdb.Error as error:
            if "\\" in str(self.folder):
                why = "its path has a backslash, which DuckDB cannot read; rename the folder"
                raise ArticleError(f"{self.folder / name}: {why}.") from None
            raise self._damaged(self.folder / name, error) from None

    @staticmethod
    def _damaged(where, error):
        why = " ".join(str(error).split())[:80]
        return ArticleError(f"{where}: a table is missing or damaged ({why}); run the corpus command again.")

    def sql(self, query, **values):
        """The answer to a question in SQL.

        Parameters
        ----------
        query : str
            Over the views `articles`, `failures` and every table of the codebook; `$name` stands for
            a value.
        **values
            What the names stand for.

        Returns
        -------
        pandas.DataFrame
        """
        return self._execute(query, values or None).df()

    def _execute(self, query, values=None):
        try:
            return self.connection.execute(query, values)
        except (duckdb.ProgrammingError, duckdb.DataError):  # what is asked is wrong
            raise
        except duckdb.Error as error:
            raise self._damaged(self.folder, error) from None

    def article(self, article_id):
        """An article of the corpus, to be read or analysed again.

        Raises
        ------
        ArticleError
            If it is not there, or the corpus was made with --no-text.
        """
        found = self._execute(
            "SELECT text, title, author, outlet, url, published FROM articles WHERE article_id = ?", [article_id]
        ).fetchone()
        if found is None:
            raise ArticleError(f"{self.folder}: has no article {article_id}.")
        text, *rest = found
        if text is None:
            raise ArticleError(f"{self.folder}: was made with --no-text; read the article in its source.")
        given = dict(zip(("title", "author", "outlet", "url", "published"), rest, strict=True))
        return from_text(text, **{name: value for name, value in given.items() if value is not None})

    def in_context(self, rows):
        """Rows with their words in the sentences that hold them, and whose they are.

        Parameters
        ----------
        rows : pandas.DataFrame
            With `article_id`, `start` and `end`.

        Returns
        -------
        pandas.DataFrame
            The rows with `published`, `outlet` and `passage`: the words in ⟦⟧, in their sentence.
        """
        told = {}
        for own in dict.fromkeys(rows["article_id"]):
            text, outlet, day = self._execute(
                "SELECT text, outlet, published FROM articles WHERE article_id = ?", [own]
            ).fetchone()
            spans = self._execute(
                'SELECT start, "end" FROM sentences WHERE article_id = ? ORDER BY start', [own]
            ).fetchall()
            told[own] = (text, outlet, day, spans)
        found = rows.copy()
        passages = []
        for row in rows.itertuples(index=False):
            text, *_, spans = told[row.article_id]
            passages.append(in_sentence(text, spans, row)[1] if text is not None else "the text was left out")
        found["passage"] = passages
        found["outlet"] = [told[own][1] for own in found["article_id"]]
        found["published"] = [told[own][2].isoformat() if told[own][2] else None for own in found["article_id"]]
        return found


def _cell(name, column, there):
    """A column that is in the files, in SQL: `t` is the table, `s` the tones of the sentences."""
    cell = f't."{column}"'
    if name == "voices" and column in SCORES:
        cell = f"coalesce(s.{column}, {cell})"
    if column == PUSHES and name in ("voices", "tones"):
        return f"[{{'words': one.words, 'push': round(one.push::DOUBLE, {DIGITS['push']})}} FOR one IN {cell}]"
    if column == "mentions":
        return f"[{{'start': one.start, 'end': one.start + one.length}} FOR one IN {cell}]"
    return f"round({cell}::DOUBLE, {DIGITS[column]})" if column in DIGITS else cell


def _derived(name, column, known):
    """A column that is not in the files, in SQL."""
    if column in ("confidence", "count"):
        return "NULL::DOUBLE" if column == "confidence" else "len(t.mentions)::INT"
    start, end = (f't."{offset}"' for offset in SPANS.get(column, SPANS["text"]))
    words = "text"
    if name == "key_phrases":
        words, start = "phrase", "t.mentions[1].start"
        end = f"({start} + t.mentions[1].length)"
    if column == "id":
        said = f"row_id('{name}', {start}, {end}, {known[words]}, {known[KEYS[name]] if KEYS[name] else 'NULL'})"
    else:
        said = f"substring(articles.text, ({start} + 1)::INT, ({end} - {start})::INT)"
    own = f"t.{OTHERWISE}, '$.{column}'"
    return f"CASE WHEN json_type({own}) IS NULL THEN {said} ELSE json_extract_string({own}) END"


def first_in_context(corpus, rows, most=PASSAGES):
    """`Corpus.in_context` of at most so many rows, as a figure lists them; the others have their days and no passage.

    Returns
    -------
    pandas.DataFrame
        The rows with `published`, `outlet` and `passage` (missing beyond the first `most`).
    """
    found = rows.assign(passage=None)
    found["passage"] = found["passage"].astype("object")
    about = corpus.sql("SELECT article_id, outlet, published FROM articles").set_index("article_id")
    for column in ("outlet", "published"):
        found[column] = found["article_id"].map(about[column])
    found["published"] = [None if day is None or day != day else str(day)[:10] for day in found["published"]]
    found.loc[found.index[:most], "passage"] = corpus.in_context(rows.head(most))["passage"].to_numpy()
    return found
