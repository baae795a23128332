"""Where many articles come from: folders, tables, archives. Read as a stream, one after the other."""

import codecs
import csv
import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq
from warcio.archiveiterator import ArchiveIterator

from ..article import FILES, ArticleError
from ..article.decode import decode, not_text
from .archives import FILES as SPLIT
from .archives import split

TABLES = (".jsonl", ".ndjson", ".csv", ".parquet")
CORRECTIONS = ".corrections.csv"  # what a researcher says of the article beside it; no articles
ARCHIVES = (".zip", ".warc", ".warc.gz", *SPLIT)
CLOSED = (".zip", ".warc", ".warc.gz", ".7z", ".rar", ".tar", ".tar.gz", ".tgz", ".gz", ".bz2", ".xz", *TABLES)
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
        an article a row, a .zip of files, a .warc of web pages, what LexisNexis, Nexis Uni, Factiva or
        ProQuest hand out (.txt, .docx, .rtf, .html, .xml, .eml), or one article.
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
    if not source.is_dir() and not source.is_file():
        raise ArticleError(f"{source}: is a device or a pipe, which has no end; name a file or a folder.")
    unknown = set(columns or ()) - set(NAMES)
    if unknown:
        raise ArticleError(f"columns: {', '.join(sorted(unknown))} is not one of {', '.join(NAMES)}.")
    if source.is_file():
        for item in _file(source, source.name, columns or {}):
            if item.trouble and item.place == source.name:  # it is all that was named: nothing else can be read
                raise ArticleError(f"{source}: {item.trouble}.")
            yield item
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
        elif (found := split(path)) is not None:
            yield from _split_items(found, place)
        else:
            yield Item(place, path=str(path))
    except ArticleError:
        raise
    except Exception as error:  # whatever a broken file makes its library say: the others are read all the same
        yield Item(place, trouble=f"cannot be read ({type(error).__name__}: {error})"[:300])


def _split_items(found, place):
    """What an archive's file was split into; what could not be taken apart is said, never one article."""
    number = 0
    for number, record in enumerate(found, 1):
        trouble = record.pop("trouble", None)
        yield Item(f"{place}#{number}", record=record, trouble=trouble)
    if not number:
        yield Item(place, trouble="looks like an archive’s file, but no article was found in it; save it as .txt")


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


def _plain(value):
    """A cell as text where it is bytes, which Parquet has in plenty."""
    if not isinstance(value, bytes):
        return value
    read = None if not_text(value) else decode(value)
    return read[0] if read else None


def _record(row, wanted, place):
    record = {purpose: _plain(row.get(name)) for purpose, name in wanted.items()}
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


def _encoding(path):
    """The encoding of a table of any size: by its beginning, and by what in it is not UTF-8."""
    with path.open("rb") as file:
        begin = file.read(100_000)
        refused = not_text(begin)
        if refused:
            raise ArticleError(f"{path}: {refused[0]}; {refused[1]}.")
        file.seek(0)
        other, size = [], 0
        for line in file:
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                other.append(line)
                size += len(line)
            if size > 1_000_000:
                break
    sure = begin.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in begin
    found = decode(begin if sure or not other else b"".join(other))
    if found is None:
        raise ArticleError(f"{path}: its encoding is not known; save it as CSV UTF-8.")
    return "utf-8-sig" if found[1] == "utf-8" else found[1]


def _delimiter(line, columns, place):
    """What parts the cells of a table, by its first line: what makes the most known columns.

    Examples
    --------
    >>> _delimiter("title;text;published", {}, "a.csv")
    ';'
    >>> _delimiter("headline\\tbody", {}, "a.csv")
    '\\t'
    """
    best, most = ",", (0, 0, 0)
    for delimiter in ",;\t|":
        names = next(csv.reader([line], delimiter=delimiter), [])
        try:
            known = _recognised(names, columns, place)
        except ArticleError:
            known = {}
        score = ("text" in known, len(known), len(names))
        if score > most:
            best, most = delimiter, score
    return best


def _csv(path, place, columns):
    csv.field_size_limit(BIGGEST)
    try:
        encoding = _encoding(path)
        with path.open(encoding=encoding, newline="") as file:
            first = file.readline(BIGGEST)
            told = first.rstrip("\r\n")
            if told.lower().startswith("sep=") and len(told) == 5:  # Excel's own way to say it
                delimiter, before = told[4], 1
            else:
                delimiter, before = _delimiter(first, columns, place), 0
            file.seek(0)
            for _ in range(before):
                file.readline()
            reader = csv.DictReader(file, delimiter=delimiter)
            wanted = _recognised(reader.fieldnames or [], columns, place)
            if "text" not in wanted:
                names = ", ".join(map(str, reader.fieldnames or ["none at all"]))
                yield Item(place, trouble=f"has no column of texts; name it with --columns text=…, of {names[:200]}")
                return
            for number, row in enumerate(reader, 1):
                here = f"{place}#{number}"
                if row.pop(None, None):
                    yield Item(
                        here, trouble="has more cells than the table has columns; put its text in quotation marks"
                    )
                else:
                    yield _record(row, wanted, here)
    except ArticleError as error:
        if columns:
            raise
        yield Item(place, trouble=str(error).removeprefix(f"{path}: ").removesuffix("."))
    except UnicodeDecodeError:
        yield Item(place, trouble=f"is not {encoding} throughout; save it as CSV UTF-8")


def _parquet(path, place, columns):
    table = pq.ParquetFile(path)
    wanted = _recognised(table.schema_arrow.names, columns, place)
    if "text" not in wanted:
        names = ", ".join(table.schema_arrow.names)
        yield Item(place, trouble=f"has no column of texts; name it with --columns text=…, of {names[:200]}")
        return
    number = 0
    for batch in table.iter_batches(batch_size=64, columns=list(wanted.values())):
        for row in batch.to_pylist():
            number += 1
            yield _record(row, wanted, f"{place}#{number}")


def _zip(path, place):
    with zipfile.ZipFile(path) as archive:
        times = {}
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            here = f"{place}#{info.filename}"
            times[here] = times.get(here, 0) + 1
            if times[here] > 1:  # a ZIP may hold two members of one name
                here = f"{here} ({times[here]})"
            name = info.filename.lower()
            if name.endswith(CLOSED):
                yield Item(
                    here, trouble="is an archive or a table inside an archive; unpack it and name it as a source"
                )
                continue
            if info.is_dir() or name.startswith("__macosx/") or not name.endswith((*FILES, *SPLIT)):
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
            yield from _member(here, Path(info.filename).name or "member.txt", data)


def _member(place, name, data):
    """A file inside an archive: one article, or what Nexis Uni, Factiva … handed out."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            found = split(path)
            if found is not None:
                yield from _split_items(found, place)
                return
        except Exception as error:  # a broken member says nothing of the others
            yield Item(place, trouble=f"cannot be read ({type(error).__name__}: {error})"[:300])
            return
    yield Item(place, name=name, data=data)


def _warc(path, place):
    with path.open("rb") as file:
        for number, record in enumerate(ArchiveIterator(file), 1):
            if record.rec_type != "response" or record.http_headers is None:
                continue
            kind = (record.http_headers.get_header("Content-Type") or "").lower()
            if "html" not in kind:
                if kind.startswith(("text/plain", "application/xml", "text/xml", "application/pdf", "application/zip")):
                    yield Item(
                        f"{place}#{number}", trouble=f"is no web page ({kind[:40]}); save it as a file and name it"
                    )
                continue
            url = record.rec_headers.get_header("WARC-Target-URI")
            data = record.content_stream().read(BIGGEST + 1)
            if len(data) > BIGGEST:
                yield Item(f"{place}#{number}", trouble=f"is larger than {BIGGEST:,} bytes, which is refused")
                continue
            yield Item(f"{place}#{number}", name="page.html", data=data, record={"url": url})
