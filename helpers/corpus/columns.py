"""Articles as the rows of a table: which column holds what, in JSON lines, CSV and Parquet."""

import csv
import json
from itertools import chain, zip_longest

import pyarrow.parquet as pq

from ..article.decode import decode, not_text
from .item import Item
from .rows import Unusable, lines, records

LONGEST = 50_000_000  # characters of a cell
# What a column is for -> the names that it is known by, the best first.
NAMES = {
    "text": ("text", "body", "content", "article", "maintext", "full_text", "article_text"),
    "title": ("title", "headline", "head"),
    "published": ("published", "date", "published_at", "pub_date", "publication_date", "date_publish"),
    "id": ("id", "article_id", "uid"),
    "url": ("url", "link", "permalink"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "source_domain"),
    "author": ("author", "byline", "authors"),
}


def _recognised(names, columns):
    """What a column is for -> its name in this table.

    Raises
    ------
    Unusable
        If a column that was named is not there.
    """
    lower = {str(name).lower().strip(): name for name in names}
    found = {}
    for purpose, known in NAMES.items():
        if purpose in columns:
            if columns[purpose] not in names:
                there = ", ".join(map(str, names))[:200]
                raise Unusable(f"has no column “{columns[purpose]}”; it has {there or 'none at all'}")
            found[purpose] = columns[purpose]
        else:
            match = next((lower[name] for name in known if name in lower), None)
            if match is not None:
                found[purpose] = match
    return found


def _with_text(names, columns):
    """As `_recognised`; a table without texts is `Unusable`."""
    wanted = _recognised(names, columns)
    if "text" not in wanted:
        there = ", ".join(map(str, names))[:200]
        raise Unusable(f"has no column of texts; name it with --columns text=…, of {there or 'none at all'}")
    return wanted


def _plain(value, between=", "):
    """A cell as text: bytes, which Parquet has in plenty, decoded, several names or paragraphs joined."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return between.join(value)
    if not isinstance(value, bytes):
        return value
    read = None if not_text(value) else decode(value)
    return read[0] if read else None


def _record(row, wanted, place):
    if "text" not in wanted:
        there = ", ".join(map(str, row))[:200]
        return Item(place, trouble=f"has no column of texts; name it with --columns text=…, of {there}")
    text = _plain(row.get(wanted["text"]), "\n\n")
    if not isinstance(text, str | None):
        return Item(place, trouble=f"has no text in “{wanted['text']}”, but {text!r}"[:100])
    record = {purpose: _plain(row.get(name)) for purpose, name in wanted.items()} | {"text": text}
    kept = {purpose: value for purpose, value in record.items() if value not in (None, "") and value == value}
    return Item(place, record={purpose: value for purpose, value in kept.items() if not isinstance(value, list | dict)})


def json_lines(path, place, columns):
    missing, line = set(columns), ""
    for number, line in enumerate(lines(path), 1):
        if not line.strip():
            continue
        here = f"{place}#{number}"
        try:
            row = json.loads(line, strict=False)
            if not isinstance(row, dict):
                raise ValueError("not an object")
        except (ValueError, RecursionError) as error:
            yield Item(here, trouble=f"is not a JSON object ({error})"[:300])
            continue
        there = {purpose: name for purpose, name in columns.items() if name in row}
        missing -= set(there)
        wanted = _recognised(row, there)
        if "text" in columns and "text" not in there:
            wanted.pop("text", None)
        yield _record(row, wanted, here)
    if line and missing:
        names = ", ".join(f"“{columns[purpose]}”" for purpose in sorted(missing))
        yield Item(place, trouble=f"has no {names} in any of its lines; check --columns")


def _delimiter(line, columns):
    """What parts the cells of a table, by its first line: what makes the most known columns.

    Examples
    --------
    >>> _delimiter("title;text;published", {})
    ';'
    >>> _delimiter("headline\\tbody", {})
    '\\t'
    """
    best, most = ",", (0, 0, 0)
    for delimiter in ",;\t|":
        names = next(csv.reader([line], delimiter=delimiter), [])
        try:
            known = _recognised(names, columns)
        except Unusable:
            known = {}
        score = ("text" in known, len(known), len(names))
        if score > most:
            best, most = delimiter, score
    return best


def csv_rows(path, place, columns):
    csv.field_size_limit(LONGEST)
    source = lines(path)
    first = next(source, "")
    told = first.rstrip("\r\n")
    if told.lower().startswith("sep=") and len(told) == 5:  # Excel's own way to say it
        delimiter = told[4]
    else:
        delimiter = _delimiter(first, columns)
        source = chain([first], source)
    rows = records(source, delimiter)
    header = next(rows, [])
    if header is None:
        raise Unusable("has a quotation mark in its first line that is not closed; close it")
    wanted = _with_text(header, columns)
    if twice := next((name for name in wanted.values() if header.count(name) > 1), None):
        raise Unusable(f"has several columns “{twice}”; give each a name of its own")
    broken = False  # after a mark that is not closed, what was in its cell comes as rows: told by their cells
    for number, cells in enumerate(rows, 1):
        here = f"{place}#{number}"
        if cells is None:
            yield Item(
                here, trouble="has a quotation mark that is not closed, or one in its text that is not doubled; mend it"
            )
            broken = True
        elif any(cells[len(header) :]):
            yield Item(here, trouble="has more cells than the table has columns; put its text in quotation marks")
        elif broken and len(cells) < len(header):
            yield Item(here, trouble="has fewer cells than the table has columns, after a mark that is not closed")
        else:
            broken = False
            yield _record(dict(zip_longest(header, cells[: len(header)])), wanted, here)


def parquet(path, place, columns):
    table = pq.ParquetFile(path)
    wanted = _with_text(table.schema_arrow.names, columns)
    number = 0
    for batch in table.iter_batches(batch_size=64, columns=list(wanted.values())):
        for row in batch.to_pylist():
            number += 1
            yield _record(row, wanted, f"{place}#{number}")


# How a file's name ends -> what reads its rows.
TABLES = {
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".csv": csv_rows,
    ".tsv": csv_rows,
    ".parquet": parquet,
}
