"""Where many articles come from: folders, tables, archives. Read as a stream, one after the other."""

import os
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from warcio.archiveiterator import ArchiveIterator

from ..article import FILES, ArticleError
from ..article.names import named
from .archives import FILES as SPLIT
from .archives import split
from .columns import NAMES, TABLES
from .item import Item
from .rows import Unusable

CORRECTIONS = ".corrections.csv"  # what a researcher says of the article beside it; no articles
ARCHIVES = (".zip", ".warc", ".warc.gz", *SPLIT)
CLOSED = (".zip", ".warc", ".warc.gz", *TABLES)
# What people keep articles in, too: `load` says what is wrong with each, so that none is passed over in silence.
UNREAD = tuple(".7z .rar .tar .tgz .gz .bz2 .xz .pdf .doc .docm .odt .pages .epub .xls .xlsx .json .mht .mhtml".split())
BIGGEST = 50_000_000  # bytes of one member of an archive
RATIO = 200  # times that a member may be larger than it lies in the archive


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
    if not os.path.exists(source):
        raise ArticleError(f"{source}: does not exist; name a folder or file of articles.")
    if not source.is_dir() and not source.is_file():
        raise ArticleError(f"{source}: is a device or a pipe, which has no end; name a file or a folder.")
    unknown = set(columns or ()) - set(NAMES)
    if unknown:
        raise ArticleError(f"columns: {', '.join(sorted(unknown))} is not one of {', '.join(NAMES)}.")
    if source.is_file():
        for number, item in enumerate(_file(source, source.name, columns or {})):
            if item.trouble and item.place == source.name and not number:  # nothing of all that was named can be read
                raise ArticleError(f"{source}: {item.trouble}.")
            yield item
        return
    root = os.path.realpath(source)
    for path, trouble in _below(source):
        place = path.relative_to(source).as_posix()
        name = path.name.lower()
        if not trouble and (name.endswith(CORRECTIONS) or not name.endswith((*FILES, *TABLES, *ARCHIVES, *UNREAD))):
            continue
        if trouble:
            yield Item(place, trouble=trouble)
        elif not Path(os.path.realpath(path)).is_relative_to(root):
            yield Item(place, trouble="is a link that leads out of the source; copy the file there")
        elif not path.is_file():
            yield Item(place, trouble="is a link that leads nowhere, a pipe or a device")
        else:
            yield from _file(path, place, columns or {})


def _below(source):
    """(path, why nothing of it can be read or None) of all files below a folder, in the order of their names."""
    found = []

    def unread(error):
        if Path(error.filename) == source:
            raise ArticleError(f"{source}: cannot be read ({error.strerror}); check its permissions.")
        found.append((Path(error.filename), error))

    for folder, folders, names in os.walk(source, onerror=unread):
        links = [(Path(folder, name), "link") for name in folders if os.path.islink(os.path.join(folder, name))]
        found += [*links, *((Path(folder, name), None) for name in names)]
    for path, wrong in sorted(found, key=lambda pair: pair[0]):
        if wrong == "link":
            yield path, "is a link to a folder, which is not followed; name that folder as a source"
        elif wrong:
            yield path, f"is a folder that cannot be read ({wrong.strerror}); check its permissions"
        else:
            yield path, None


def _file(path, place, columns):
    name = path.name.lower()
    try:
        if name.endswith(tuple(TABLES)):
            yield from TABLES[path.suffix.lower()](path, place, columns)
        elif name.endswith(".zip"):
            yield from _zip(path, place)
        elif name.endswith((".warc", ".warc.gz")):
            yield from _warc(path, place)
        elif (found := split(path)) is not None:
            yield from _split_items(found, place)
        else:
            yield Item(place, path=str(path))
    except Unusable as error:
        yield Item(place, trouble=str(error))
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


def _zip(path, place):
    with zipfile.ZipFile(path) as archive:
        times = {}
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            here = f"{place}#{info.filename}"
            times[here] = times.get(here, 0) + 1
            if times[here] > 1:  # a ZIP may hold two members of one name
                here = f"{here} ({times[here]})"
            name = info.filename.lower()
            if name.endswith((*CLOSED, *UNREAD)):
                yield Item(
                    here, trouble="is an archive, a table or a document that is not read inside an archive; unpack it"
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
            own = Path(info.filename)
            yield from _member(here, named(own.stem, own.suffix), data)


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
    cut = "ends in the middle of a record; fetch the file again"
    with path.open("rb") as file:
        archive = ArchiveIterator(file)
        for number, record in enumerate(archive, 1):
            here = f"{place}#{number}"
            if record.rec_type in ("resource", "conversion"):
                yield Item(here, trouble=f"is a record of the kind {record.rec_type}, which is not read")
            if record.rec_type != "response" or record.http_headers is None:
                continue
            kind = (record.http_headers.get_header("Content-Type") or "html").lower()
            status = record.http_headers.get_statuscode()
            if "html" not in kind:
                if kind.startswith(("text/plain", "application/xml", "text/xml", "application/pdf", "application/zip")):
                    yield Item(here, trouble=f"is no web page ({kind[:40]}); save it as a file and name it")
                continue
            if status.isdecimal() and not status.startswith("2"):
                yield Item(here, trouble=f"is what the server answered with status {status[:3]}, and no article")
                continue
            url = record.rec_headers.get_header("WARC-Target-URI")
            data = record.content_stream().read(BIGGEST + 1)
            if len(data) > BIGGEST:
                yield Item(here, trouble=f"is larger than {BIGGEST:,} bytes, which is refused")
            elif getattr(record.raw_stream, "limit", 0):  # bytes that the record should have and has not
                yield Item(here, trouble=cut)
            else:
                yield Item(here, name="page.html", data=data, record={"url": url})
        if file.tell() > archive.offset:  # the beginning of a record that is none
            yield Item(place, trouble=cut)
