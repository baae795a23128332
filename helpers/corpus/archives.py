"""The files that news archives hand out: hundreds of articles in one, split with what is said of each."""

import re
from itertools import chain, islice

from dateutil import parser as dates

from ..article.decode import decode
from ..article.formats import Unreadable, read_docx

LOOK = 400  # lines that are looked at to tell whose file it is
BIGGEST = 200_000_000  # bytes of a file that has to be read whole (.docx, .rtf)
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_FIELD = re.compile(r"([A-Z][A-Za-z][A-Za-z /-]{0,38}):[ \t]{0,4}(.*)")
_CODE = re.compile(r"(HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|ART|CO|IN|NS|RE|IPC|IPD|PUB|AN)(?: {1,6}(.*))?$")
_FACTIVA_END = re.compile(r"Document [A-Za-z0-9]{4,20}\d{4,10}[A-Za-z0-9]{2,20}$")
_PROQUEST_RULE = re.compile(r"_{20,200}$")
_NEXIS_AFTER = ("Classification", "Load-Date", "Graphic", "Notes", "Correction", "Correction-Date")


def day_of(text):
    """The day in a line as archives write it, ISO 8601; None if it has none with a year.

    >>> day_of("May 5, 2024 Sunday 10:15 PM GMT"), day_of("5 May 2024"), day_of("Late Edition")
    ('2024-05-05', '2024-05-05', None)
    """
    if len(text) > 80 or not _YEAR.search(text):
        return None
    try:
        found = dates.parse(text, fuzzy=True, ignoretz=True)
    except (ValueError, OverflowError):
        return None
    return found.date().isoformat()


def archive_of(lines):
    """Which archive the first lines of a file come from: "nexis", "factiva", "proquest" or None.

    >>> archive_of(["A title", "The Paper", "Body", "Text.", "End of Document"])
    'nexis'
    >>> archive_of(["Body", "An article about bodies."]) is None
    True
    """
    stripped = {line.strip() for line in lines}
    if "Body" in stripped and ("End of Document" in stripped or any(line.startswith("Length:") for line in stripped)):
        return "nexis"
    if any(line.startswith("Full text:") for line in stripped) and any(
        line.startswith(("ProQuest document ID:", "Document URL: http", "Publication title:")) for line in stripped
    ):
        return "proquest"
    words = any(re.fullmatch(r"[\d,.]{1,9} words", line.removeprefix("WC").strip()) for line in stripped)
    if words and (any(_FACTIVA_END.match(line) for line in stripped) or {"LP", "TD"} <= {s[:2] for s in stripped}):
        return "factiva"
    return None


def documents(lines, archive):
    """The articles in the lines of an archive's file, one after the other.

    Parameters
    ----------
    lines : iterable of str
    archive : str
        What `archive_of` says.

    Yields
    ------
    dict
        `text`, and as far as it is said `title`, `published`, `outlet`, `author`, `url`, `id`. A piece
        in which no text was found has an empty `text`, so that it becomes a failure and is not lost.

    Examples
    --------
    >>> lines = ["Pier closes", "The Port Times", "May 5, 2024 Sunday", "Length: 5 words", "Byline: Anna Berg",
    ...          "Body", "The pier closes on Monday.", "Load-Date: May 6, 2024", "End of Document"]
    >>> next(documents(lines, "nexis"))["published"]
    '2024-05-05'
    """
    read = {"nexis": _nexis, "factiva": _factiva, "proquest": _proquest}[archive]
    for piece in _pieces(lines, archive):
        found = read(piece)
        if found is not None:
            yield {name: value for name, value in found.items() if value or name == "text"}


def _pieces(lines, archive):
    """Lines of each document; memory holds one of them at a time."""
    piece = []
    for line in lines:
        line = line.strip()
        if archive == "proquest" and _PROQUEST_RULE.match(line):
            yield piece
            piece = []
            continue
        if archive == "nexis" and line == "End of Document":
            yield piece
            piece = []
            continue
        piece.append(line)
        if archive == "factiva" and (_FACTIVA_END.match(line) or re.match(r"AN {1,6}Document ", line)):
            yield piece
            piece = []
    yield piece


def _paragraphs(lines):
    return "\n\n".join(line for line in lines if line)


def _nexis(lines):
    """Nexis Uni: title, outlet and day above "Body"; a cover page may stand before the first."""
    if "Body" not in lines:
        return {"text": "", "title": next(filter(None, lines), "")} if len(list(filter(None, lines))) > 5 else None
    body = lines.index("Body")
    head = [line for line in lines[:body] if line]
    fields = dict(match.groups() for match in map(_FIELD.match, head) if match)
    plain = [line for line in head if not _FIELD.match(line)]
    at = next(
        (
            n
            for n in range(len(plain) - 1, -1, -1)
            if day_of(plain[n]) and not plain[n].lower().startswith(("copyright", "all rights"))
        ),
        None,
    )
    day = day_of(plain[at]) if at is not None else day_of(fields.get("Load-Date", ""))
    outlet = plain[at - 1] if at else None
    title = plain[at - 2] if at and at > 1 else (plain[0] if plain and not at else None)
    rest = lines[body + 1 :]
    end = next((n for n, line in enumerate(rest) if _nexis_after(line)), len(rest))
    return {
        "text": _paragraphs(rest[:end]),
        "title": title,
        "outlet": outlet,
        "published": day,
        "author": fields.get("Byline", "").removeprefix("By ").strip(),
    }


def _nexis_after(line):
    """Whether the index below a text begins: the word alone, or a field; "Graphic scenes …" is text."""
    return line in _NEXIS_AFTER or line.startswith(("Load-Date:", "Correction-Date:"))


def _factiva(lines):
    """Factiva, with field codes (HD, PD, SN, LP, TD …) or without."""
    if not any(lines):
        return None
    coded, name = {}, None
    for line in lines:
        match = _CODE.match(line)
        if match:
            name = match.group(1)
            coded.setdefault(name, [])
            line = match.group(2) or ""
        if name and line:
            coded[name].append(line)
    if "LP" in coded or "TD" in coded:
        first = {name: " ".join(value) for name, value in coded.items()}
        return {
            "text": _paragraphs(coded.get("LP", []) + coded.get("TD", [])),
            "title": first.get("HD"),
            "outlet": first.get("SN"),
            "published": day_of(first.get("PD", "")),
            "author": first.get("BY", "").removeprefix("By ").strip(),
            "id": first.get("AN", "").removeprefix("Document ").strip(),
        }
    full = [line for line in lines if line]
    if len(full) < 4:
        return None
    count = next((n for n, line in enumerate(full) if re.fullmatch(r"[\d,.]{1,9} words", line)), None)
    ends = full[-1] if _FACTIVA_END.match(full[-1]) else ""
    if count is None:
        return {"text": "", "title": full[0]}
    title = [line for line in full[:count] if not line.startswith("By ")]
    day = next((n for n in range(count + 1, min(count + 5, len(full))) if day_of(full[n])), None)
    start = day + 1 if day is not None else count + 1
    outlet = full[start] if start < len(full) else None
    rights = next(
        (n for n in range(start, min(start + 9, len(full))) if full[n].lower().startswith(("copyright", "(c)", "©"))),
        start,
    )
    return {
        "text": _paragraphs(full[rights + 1 : len(full) - bool(ends)]),
        "title": " ".join(title),
        "outlet": outlet,
        "published": day_of(full[day]) if day is not None else None,
        "author": next((line[3:] for line in full[:count] if line.startswith("By ")), None),
        "id": ends.removeprefix("Document "),
    }


def _proquest(lines):
    """ProQuest: "Name: value" lines, the text after "Full text:"."""
    fields, name, first = {}, None, None
    for line in lines:
        match = _FIELD.match(line)
        # Within the text only the names that stand after it end it: "Note: …" may be a paragraph.
        if match and (name != "Full text" or match.group(1) in _PROQUEST_AFTER):
            name = match.group(1)
            fields.setdefault(name, []).append(match.group(2))
        elif name:
            fields[name].append(line)
        elif line and first is None and not re.fullmatch(r"Document \d{1,6} of \d{1,6}", line):
            first = line
    if "Full text" not in fields:
        return {"text": "", "title": first} if "Publication title" in fields else None
    one = {name: " ".join(value).strip() for name, value in fields.items()}
    return {
        "text": _paragraphs(fields["Full text"]),
        "title": one.get("Title") or first,
        "author": one.get("Author"),
        "outlet": one.get("Publication title"),
        "published": day_of(one.get("Publication date", "")),
        "url": one.get("Document URL"),
        "id": one.get("ProQuest document ID"),
    }


_PROQUEST_AFTER = frozenset(
    "Subject|Title|Publication title|Publication date|Publication year|Publication info|Publisher|Document URL|"
    "ProQuest document ID|Copyright|Database|Last updated|Location|People|Company|Source type|Place of publication|"
    "Country of publication|Publication subject|ISSN|Language of publication|Document type|Section|Credit".split("|")
)


def split_text(path):
    """The documents of a text file, line by line; None if it is one article."""
    with path.open("rb") as file:
        start = file.read(200_000)
    decoded = decode(start.rsplit(b"\n", 1)[0]) if start else None
    if decoded is None:
        return None
    archive = archive_of(decoded[0].splitlines()[:LOOK])
    if archive is None:
        return None
    return documents(_lines(path, decoded[1]), archive)


def _lines(path, encoding):
    with path.open(encoding=encoding, errors="replace") as file:
        while line := file.readline(1_000_000):
            yield line


def split_docx(path):
    """The documents of a Nexis Uni .docx; None if it is one article."""
    if path.stat().st_size > BIGGEST:
        return None  # `load` says it
    try:
        lines = read_docx(path.read_bytes()).text.split("\n")
    except Unreadable:
        return None  # `load` says it
    return _split_lines(lines)


def split_rtf(path):
    """The documents of an .rtf; one without an archive's marks is one article."""
    from striprtf.striprtf import rtf_to_text

    if path.stat().st_size > BIGGEST:
        raise ValueError(f"is larger than {BIGGEST:,} bytes; divide it")
    text = rtf_to_text(path.read_bytes().decode("cp1252", "replace"), errors="ignore")
    return _split_lines(text.split("\n")) or iter(
        [{"text": "\n\n".join(filter(None, map(str.strip, text.split("\n"))))}]
    )


def _split_lines(lines):
    stream = iter(lines)
    head = list(islice(stream, LOOK))
    archive = archive_of(head) or archive_of(lines)
    return documents(chain(head, stream), archive) if archive else None
