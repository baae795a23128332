"""Where many articles come from: folders, tables, archives. Read as a stream, one after the other."""

import csv
import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.parquet as pq
from warcio.archiveiterator import ArchiveIterator

from ..article import FILES, ArticleError
from .archives import split_docx, split_rtf, split_text

TABLES = (".jsonl", ".ndjson", ".csv", ".parquet")
CORRECTIONS = ".corrections.csv"  # what a researcher says of the article beside it; no articles
ARCHIVES = (".zip", ".warc", ".warc.gz", ".rtf")
BIGGEST = 50_000_000  # bytes of one member of an archive
RATIO = 200  # times that a member may be larger than it lies in the archive
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


@dataclass
class Item:
    """One article to be read.

    Attributes
    ----------
    place : str
        Where it lies in the source: a relative path, with the row or member after "#".
    path : str or None
        A file that `load` reads.
    name, data : str and bytes, or None
        A file inside an archive.
    record : dict or None
        A row of a table, by what its columns are for.
    trouble : str or None
        Why it cannot be read, where that is known already.
    """

    place: str
    path: str | None = None
    name: str | None = None
    data: bytes | None = None
    record: dict | None = field(default=None)
    trouble: str | None = None


def items(source, columns=None):
    """The articles of a source, in an order that is the same each time.

    Parameters
    ----------
    source : str or path
        A folder, searched with all folders in it; or a file: a table (.jsonl, .csv, .parquet) with
        an article a row, a .zip of files, a .warc of web pages, what Nexis Uni (.docx, .rtf), Factiva
        or ProQuest (.txt) hand out, or one article.
    columns : dict of str to str, optional
        What a column is for (text, title, published, id, url, outlet, author) -> its name; names
        not given are recognised.

    Yields
    ------
    Item

    Raises
    ------
    ArticleError
        If the source does not exist, or a column that was named is not there.
    """
    source = Path(source)
    if not source.exists():
        raise ArticleError(f"{source}: does not exist; name a folder or file of articles.")
    unknown = set(columns or ()) - set(NAMES)
    if unknown:
        raise ArticleError(f"columns: {', '.join(sorted(unknown))} is not one of {', '.join(NAMES)}.")
    if source.is_file():
        yield from _file(source, source.name, columns or {})
        return
    root = source.resolve()
    for path in sorted(source.rglob("*")):
        place = path.relative_to(source).as_posix()
        name = path.name.lower()
        if name.endswith(CORRECTIONS) or not name.endswith((*FILES, *TABLES, *ARCHIVES)) or path.is_dir():
            continue
        if not path.resolve().is_relative_to(root):
            yield Item(place, trouble="is a link that leads out of the source; copy the file there")
        elif not path.is_file():
            yield Item(place, trouble="is not a regular file")
        else:
            yield from _file(path, place, columns or {})


def _file(path, place, columns):
    name = path.name.lower()
    try:
        if name.endswith((".jsonl", ".ndjson")):
            yield from _json_lines(path, place, columns)
        elif name.endswith(".csv"):
            yield from _csv(path, place, columns)
        elif name.endswith(".parquet"):
            yield from _parquet(path, place, columns)
        elif name.endswith(".zip"):
            yield from _zip(path, place)
        elif name.endswith((".warc", ".warc.gz")):
            yield from _warc(path, place)
        elif (found := _several_in(path, name)) is not None:
            for number, record in enumerate(found, 1):
                yield Item(f"{place}#{number}", record=record)
        else:
            yield Item(place, path=str(path))
    except ArticleError:
        raise
    except Exception as error:  # whatever a broken file makes its library say: the others are read all the same
        yield Item(place, trouble=f"cannot be read ({type(error).__name__}: {error})"[:300])


def _several_in(path, name):
    """The articles of a file that Nexis Uni, Factiva or ProQuest handed out; None if it is one article."""
    if name.endswith(".rtf"):
        return split_rtf(path)
    if name.endswith(".docx"):
        return split_docx(path)
    return split_text(path) if name.endswith(".txt") else None


def _recognised(names, columns, place):
    """What a column is for -> its name in this table."""
    lower = {str(name).lower().strip(): name for name in names}
    found = {}
    for purpose, known in NAMES.items():
        if purpose in columns:
            if columns[purpose] not in names:
                raise ArticleError(f"{place}: has no column “{columns[purpose]}”; it has {', '.join(map(str, names))}.")
            found[purpose] = columns[purpose]
        else:
            match = next((lower[name] for name in known if name in lower), None)
            if match is not None:
                found[purpose] = match
    return found


def _record(row, wanted, place):
    record = {purpose: row.get(name) for purpose, name in wanted.items()}
    record = {purpose: value for purpose, value in record.items() if value not in (None, "")}
    if "text" not in wanted:
        return Item(
            place, trouble=f"has no column of texts; name it with --columns text=…, of {', '.join(map(str, row))}"
        )
    return Item(place, record=record)


def _json_lines(path, place, columns):
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            here = f"{place}#{number}"
            try:
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise ValueError("not an object")
            except (ValueError, RecursionError) as error:
                yield Item(here, trouble=f"is not a JSON object ({error})"[:300])
                continue
            yield _record(row, _recognised(list(row), columns, here), here)


def _csv(path, place, columns):
    csv.field_size_limit(BIGGEST)
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        reader = csv.DictReader(file)
        wanted = _recognised(reader.fieldnames or [], columns, place)
        for number, row in enumerate(reader, 1):
            yield _record({name: value for name, value in row.items() if name is not None}, wanted, f"{place}#{number}")


def _parquet(path, place, columns):
    table = pq.ParquetFile(path)
    wanted = _recognised(table.schema_arrow.names, columns, place)
    number = 0
    for batch in table.iter_batches(batch_size=64, columns=list(wanted.values())):
        for row in batch.to_pylist():
            number += 1
            yield _record(row, wanted, f"{place}#{number}")


def _zip(path, place):
    with zipfile.ZipFile(path) as archive:
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            here = f"{place}#{info.filename}"
            if info.is_dir() or not info.filename.lower().endswith(FILES):
                continue
            if info.file_size > BIGGEST or info.file_size > RATIO * max(info.compress_size, 1000):
                yield Item(here, trouble=f"unpacks to {info.file_size:,} bytes, which is refused")
                continue
            try:
                with archive.open(info) as member:
                    data = member.read(BIGGEST + 1)
            except Exception as error:  # a broken member says nothing of the others
                yield Item(here, trouble=f"cannot be unpacked ({type(error).__name__}: {error})"[:300])
                continue
            yield Item(here, name=Path(info.filename).name, data=data)


def _warc(path, place):
    with path.open("rb") as file:
        for number, record in enumerate(ArchiveIterator(file), 1):
            if record.rec_type != "response" or record.http_headers is None:
                continue
            if "html" not in (record.http_headers.get_header("Content-Type") or ""):
                continue
            url = record.rec_headers.get_header("WARC-Target-URI")
            data = record.content_stream().read(BIGGEST + 1)
            if len(data) > BIGGEST:
                yield Item(f"{place}#{number}", trouble=f"is larger than {BIGGEST:,} bytes, which is refused")
                continue
            yield Item(f"{place}#{number}", name="page.html", data=data, record={"url": url})
