"""Files to raw text: plain text, Markdown and pages (Word: `word`), each giving text, line kinds and metadata."""

import re
from dataclasses import dataclass, field
from datetime import date

from .days import day_of
from .decode import decode

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})""", re.IGNORECASE)
_FRONT_MATTER = re.compile(
    r"(---|\+\+\+)[ \t]*\r?\n((?:(?:[ \t#][^\n]*|-[ \t][^\n]*|\w[\w-]{0,40}[ \t]*[:=][^\n]*|\r?)\n){1,200}?)"
    r"(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)"
)
_FIELD = re.compile(r"(\w[\w-]*)[ \t]*[:=](.*)")
_FIELDS = {"title": "title", "author": "author", "authors": "author", "date": "published", "published": "published"}
_FIELDS |= {"outlet": "outlet", "source": "outlet", "url": "url"}
_COMMENT = re.compile(r"<!--.{0,1000}?-->", re.S)
_LOOKS_HTML = re.compile(rb"\s{0,100}(?:<!doctype html|<html\b|<\?xml[^>]{0,200}\?>\s{0,100}<(?:!doctype )?html)", re.I)


# What XML does not hold (control characters, half characters) passes the libraries in disguise, for cleaning to log.
_NOT_XML = [*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
_DISGUISE = {code: 0xF0000 + code for code in _NOT_XML}
BACK = {0xF0000 + code: code for code in _NOT_XML}
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));?")


def disguised(text):
    """Mark-up that no library chokes on: what is no character of XML, written out or as a reference, is another.

    `translate(BACK)` gives it back.

    >>> disguised("a&#xFFFE;b&#38;c").translate(BACK)
    'a\ufffeb&#38;c'
    """
    return _REFERENCE.sub(_hidden, text).translate(_DISGUISE)


def _hidden(reference):
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return chr(_DISGUISE[code]) if code in _DISGUISE else reference[0]


NO_ARTICLE = (
    "is a page in which no article was found",
    "open it in a browser and copy the article's text into a .txt file",
)


class Unreadable(ValueError):
    """(problem, way out): why a file could not be read; `load` makes it one sentence."""


@dataclass
class Raw:
    """What a reader gives.

    `hints`: kind of a line by its number, None where the form of the lines has to tell.
    `cuts`: edits that take out what is not text, a header with metadata or a comment.
    `left_out`: (kind, text) of what never becomes text.
    """

    text: str
    how: str
    encoding: str | None = None
    hints: dict | None = None
    facts: dict = field(default_factory=dict)
    cuts: list = field(default_factory=list)
    left_out: list = field(default_factory=list)


def is_html(name, data):
    return name.endswith((".html", ".htm", ".xhtml")) or bool(_LOOKS_HTML.match(data))


def read_plain(data, markdown=False):
    """Plain text or Markdown; a YAML header gives title, author, date, outlet, url."""
    decoded = decode(data)
    if decoded is None:
        raise Unreadable("cannot be decoded as text", "save it as UTF-8")
    raw = Raw(decoded[0], "markdown" if markdown else "text", decoded[1])
    header = _FRONT_MATTER.match(raw.text) if markdown else None
    if header:
        raw.cuts.append((0, header.end(), "", "header with metadata"))
        raw.facts = _header(header[2])
    if markdown:
        comments = _COMMENT.finditer(raw.text, header.end() if header else 0)
        raw.cuts += [(*comment.span(), "", "comment") for comment in comments]
    return raw


def _header(text):
    """The fields of a header in YAML or TOML that tell of the article; the first of a name counts.

    >>> _header("title: >-\\n  Ships\\n  wait\\nauthors: [Ann Lee, Tom Roe]\\ndate: May 1, 2024\\n")
    {'title': 'Ships wait', 'author': 'Ann Lee, Tom Roe', 'published': '2024-05-01'}
    """
    found, pieces = {}, []
    for line in text.splitlines():
        field = _FIELD.match(line)
        if field:
            value, pieces = field[2].strip(), []
            found.setdefault(_FIELDS.get(field[1].lower()), pieces)
            several = value.startswith("[") and value.endswith("]")
            pieces += value[1:-1].split(",") if several else [] if value in (">", "|", ">-", "|-") else [value]
        elif line[:1] in (" ", "\t", "-"):
            pieces.append(line.strip(" \t-").removeprefix("name:"))
    found.pop(None, None)
    joined = {
        name: (", " if name == "author" else " ").join(filter(None, (one.strip().strip("\"'") for one in parts)))
        for name, parts in found.items()
    }
    if "published" in joined:
        joined["published"] = day_of(joined["published"]) or joined["published"]
    return {name: value for name, value in joined.items() if value}


def _from_lines(lines, how, encoding):
    text = "\n\n".join(line for line, _ in lines)
    return Raw(text, how, encoding, {2 * number: kind for number, (_, kind) in enumerate(lines)})


_BREAKS = re.compile("[ \t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def _one_line(text):
    """White space of the mark-up folded; no-break and wide spaces are left for cleaning to log."""
    return _BREAKS.sub(" ", text or "").strip(" ")


def as_date(value):
    """A date from a date, a datetime or an ISO 8601 string; None stays None.

    Raises
    ------
    ValueError
        If it is anything else.

    >>> as_date("2025-05-08")
    datetime.date(2025, 5, 8)
    """
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.date() if hasattr(value, "date") else value
    text = str(value).strip()
    if text[10:11] not in ("", "T", "t", " "):
        raise ValueError(f"{text} is no date")
    return date.fromisoformat(text[:10])
