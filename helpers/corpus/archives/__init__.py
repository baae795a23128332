"""The files that news archives hand out: hundreds of articles in one, split with what is said of each."""

import re
from itertools import chain, islice

from ...article.archives import COUNTED, FACTIVA_END, XML, archive_in_markup, archive_of, repeated_fields
from ...article.days import day_of
from ...article.decode import decode
from ...article.formats import Unreadable
from ...article.word import read_docx
from .factiva import factiva, factiva_page, factiva_xml
from .markup import lines_of, parts_of_mail, tree_of
from .nexis import lexisnexis, nexis
from .proquest import NUMBERED, RULE, proquest

__all__ = ["FILES", "archive_of", "day_of", "documents", "split"]

LOOK = 2000  # lines that are looked at to tell whose file it is
START = 400_000  # bytes of a web page or XML that are looked at
BIGGEST = 200_000_000  # bytes of a file that has to be read whole
FILES = (".txt", ".docx", ".rtf", ".html", ".htm", ".xml", ".eml")  # what may hold an archive's articles
_READERS = {"nexis": nexis, "lexisnexis": lexisnexis, "factiva": factiva, "proquest": proquest}


def documents(lines, archive):
    """The articles in the lines of an archive's file, one after the other.

    Parameters
    ----------
    lines : iterable of str
    archive : {"nexis", "lexisnexis", "factiva", "proquest"}
        What `archive_of` says.

    Yields
    ------
    dict
        `text`, and as far as it is said `title`, `published`, `outlet`, `author`, `url`, `id`. A piece
        in which no text was found has an empty `text`, so that it becomes a failure and is not lost;
        one that could not be taken apart has its `trouble`.

    Examples
    --------
    >>> lines = ["Pier closes", "The Port Times", "May 5, 2024 Sunday", "Length: 5 words", "Byline: Anna Berg",
    ...          "Body", "The pier closes on Monday.", "Load-Date: May 6, 2024", "End of Document"]
    >>> next(documents(lines, "nexis"))["published"]
    '2024-05-05'
    """
    for piece in _pieces(lines, archive):
        found = _READERS[archive](piece)
        if found is not None:
            yield _checked(found)


def _checked(found):
    """A record without empty fields; one that still holds several articles is not passed on as one."""
    record = {name: value for name, value in found.items() if value or name == "text"}
    again = repeated_fields(record["text"].split("\n"))
    if again:
        record["trouble"] = f"could not be split into its articles ({', '.join(again[:4])} stand in it several times)"
    return record


def _pieces(lines, archive):
    """Lines of each document; memory holds one of them at a time."""
    piece = []
    for line in lines:
        line = line.strip()
        if _ends(line, archive):
            yield piece
            piece = []
        elif _begins(line, archive, piece):
            yield piece
            piece = [line]
        else:
            piece.append(line)
            if archive == "factiva" and (FACTIVA_END.fullmatch(line) or re.match(r"AN\s{1,6}Document ", line)):
                yield piece
                piece = []
    yield piece


def _ends(line, archive):
    return (archive == "proquest" and RULE.match(line)) or (archive == "nexis" and line == "End of Document")


def _begins(line, archive, piece):
    if archive == "lexisnexis":
        return COUNTED.fullmatch(line)
    return archive == "proquest" and NUMBERED.fullmatch(line) and any(map(NUMBERED.fullmatch, piece))


def split(path):
    """The documents of a file, or None if it is one article.

    Parameters
    ----------
    path : pathlib.Path
        With an ending of `FILES`; others are None.

    Returns
    -------
    iterator of dict, or None
    """
    name = path.name.lower()
    if name.endswith(".txt"):
        return _text(path)
    reader = {".rtf": _rtf, ".docx": _docx, ".html": _page, ".htm": _page, ".xml": _xml, ".eml": _mail}.get(
        path.suffix.lower()
    )
    if reader is None:
        return None
    if path.stat().st_size > BIGGEST:
        raise ValueError(f"is larger than {BIGGEST:,} bytes; divide it")
    return reader(path)


def _text(path):
    """Line by line: a text may be larger than memory."""
    with path.open("rb") as file:
        start = file.read(START)
    decoded = decode(start.rsplit(b"\n", 1)[0]) if start else None
    if decoded is None:
        return None
    head = decoded[0]
    if (XML.match(head) or "<html" in head[:2000].lower()) and archive_in_markup(head):
        return _xml(path) if _is_xml(head) else _page(path)
    archive = archive_of(head.splitlines()[:LOOK])
    return documents(_lines(path, decoded[1]), archive) if archive else None


def _lines(path, encoding):
    with path.open(encoding=encoding, errors="replace") as file:
        while line := file.readline(1_000_000):
            yield line


def _is_xml(text):
    return re.search(r"<(?:\w{1,20}:)?(?:leadParagraph|tailParagraphs|ppsarticle|PPSResponse)\b", text) is not None


def _page(path):
    """A web page: of Factiva by its divs, of the others by their lines."""
    decoded = decode(path.read_bytes())
    return _of_page(decoded[0]) if decoded else None


def _of_page(text):
    archive = archive_in_markup(text)
    if archive is None:
        return None
    # The declaration of an encoding no longer holds, and lxml refuses it in decoded text.
    tree = tree_of(re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text))
    if archive == "factiva":
        return _of_factiva(tree)
    return documents(lines_of(tree), archive)


def _of_factiva(tree):
    for found, div in factiva_page(tree):
        if found is None:
            yield from documents(lines_of(div), "factiva")
        else:
            yield _checked(found)


def _xml(path):
    """Factiva's XML; what else is XML is said to be unknown, for its tags would be read as words."""
    decoded = decode(path.read_bytes())
    if decoded and _is_xml(decoded[0]):
        return map(_checked, factiva_xml(path))
    if decoded and "<html" in decoded[0][:2000].lower():
        return _of_page(decoded[0])
    return iter(
        [{"text": "", "trouble": "is XML of a kind that is not known; save its articles as .txt, or as a table"}]
    )


def _mail(path):
    """A mail that an archive sent; another is said to be none."""
    found = []
    for text, page in parts_of_mail(path.read_bytes()):
        split_part = _of_page(text) if page else _of_lines(text.splitlines())
        found += list(split_part or ())
        if found:
            return iter(found)
    return iter(
        [{"text": "", "trouble": "is a mail in which no archive’s articles were recognised; save its text as .txt"}]
    )


def _docx(path):
    """Nexis Uni and others as Word documents."""
    try:
        lines = read_docx(path.read_bytes()).text.split("\n")
    except Unreadable:
        return None  # `load` says it
    return _of_lines(lines)


def _rtf(path):
    """One without an archive's marks is one article."""
    from striprtf.striprtf import rtf_to_text

    text = rtf_to_text(path.read_bytes().decode("cp1252", "replace"), errors="ignore")
    return _of_lines(text.split("\n")) or iter(
        [_checked({"text": "\n\n".join(filter(None, map(str.strip, text.split("\n"))))})]
    )


def _of_lines(lines):
    stream = iter(lines)
    head = list(islice(stream, LOOK))
    archive = archive_of(head) or archive_of(lines)
    return documents(chain(head, stream), archive) if archive else None
