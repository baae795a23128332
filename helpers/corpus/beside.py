"""What is known of files besides their texts: fields in their names, a table that names them."""

import csv
import io
import re
from pathlib import Path, PurePosixPath

from ..article import ArticleError
from ..article.days import day_of
from ..article.decode import decode
from .sources import NAMES, Item

FIELDS = tuple(name for name in NAMES if name not in ("text", "id"))
FILE_COLUMNS = ("file", "filename", "file_name", "file name", "path", "document", "doc_id", "name", "id")
_DAY = r"\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{1,2}[-_. ][A-Za-z]{3,9}[-_. ]\d{4}|[A-Za-z]{3,9}[-_. ]\d{1,2}[-_. ]\d{4}"


def pattern_of(names):
    """The regular expression of a pattern for file names; an underscore in what a field holds is a space.

    >>> pattern_of("{outlet}_{published}_*").fullmatch("The_Port_Times_2024-03-05_12").groupdict()
    {'outlet': 'The_Port_Times', 'published': '2024-03-05'}

    Raises
    ------
    ArticleError
        If it has no field, one twice, or one that is not known.
    """
    fields = re.findall(r"\{(.*?)\}", names)
    if not fields or len(set(fields)) < len(fields) or not set(fields) <= set(FIELDS):
        raise ArticleError(
            f"--names {names}: write each of {', '.join(FIELDS)} once at most, as in {{outlet}}_{{published}}_*."
        )
    if re.search(r"\}\{", names):
        raise ArticleError(f"--names {names}: put something between two fields, as in {{outlet}}_{{published}}.")
    parts = re.split(r"(\{.*?\}|\*)", names)
    return re.compile("".join(map(_part, parts)))


def _part(part):
    if part == "*":
        return ".*?"
    if part.startswith("{") and part.endswith("}"):
        return f"(?P<{part[1:-1]}>{_DAY if part == '{published}' else '[^/]+?'})"
    return re.escape(part)


def described(stream, names=None, metadata=None):
    """Items with what their names and a table say of them; what their files say otherwise is overruled.

    Parameters
    ----------
    stream : iterable of Item
    names : str, optional
        Pattern of file names without their ending: fields in braces, `*` for anything. A file whose
        name does not fit becomes a failure.
    metadata : str or path, optional
        A .csv or .tsv with a column of file names (`file`, `filename`, `path` …; with or without
        folder and ending) and columns that are known as those of a table of articles. A row whose
        file is not there becomes a failure.

    Yields
    ------
    Item

    Raises
    ------
    ArticleError
        If the pattern has no known field, the table cannot be read, or fits no file.
    """
    pattern = pattern_of(names) if names else None
    rows = _rows(Path(metadata)) if metadata else {}
    used, places = set(), []
    for item in stream:
        if metadata and item.path and Path(item.path).resolve() == Path(metadata).resolve():
            continue
        if metadata and item.place.split("#")[0] == Path(metadata).name:
            continue  # the table lies in the folder that it describes
        known = {}
        if pattern and (item.path or item.data is not None):
            stem = PurePosixPath(item.place.split("#")[-1]).stem
            match = pattern.fullmatch(stem)
            found = _fields(match.groupdict()) if match else None
            if found is None:
                item.trouble = item.trouble or f"its name does not fit --names {names}; rename it, or widen the pattern"
            known |= found or {}
        key = next((key for key in _keys(item.place) if key in rows), None)
        if key:
            used.add(rows[key][0])
            known |= rows[key][1]
        places.append(item.place)
        if known:
            item.record = {**(item.record or {}), **known}
        yield item
    if metadata:
        unused = {number: key for key, (number, _) in reversed(rows.items()) if number not in used}
        if not used and places:
            raise ArticleError(
                f"{metadata}: none of its rows names a file of the source (such as {places[0]}); put the "
                "names of files in a column “file”."
            )
        for number, key in sorted(unused.items()):
            yield Item(f"{Path(metadata).name}#{number}", trouble=f"names “{key}”, which is not in the source")


def _fields(found):
    """Fields of a name as facts; None if its day is none ("20241345")."""
    facts = {name: value.replace("_", " ").strip() for name, value in found.items()}
    if "published" in facts:
        parts = re.findall(r"\d+|[A-Za-z]+", found["published"])
        facts["published"] = day_of(("-" if all(map(str.isdigit, parts)) else " ").join(parts))
        if facts["published"] is None:
            return None
    return facts


def _keys(place):
    """What a table may call a file, the longest first: with its folder and ending, and without."""
    path = PurePosixPath(place.replace("#", "/"))
    return [place, str(path), str(path.with_suffix("")), path.name, path.stem]


def _rows(path):
    """File name -> (number of the row, what it says)."""
    try:
        decoded = decode(path.read_bytes())
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror}); check its name.") from None
    if decoded is None:
        raise ArticleError(f"{path}: cannot be decoded as text; save it as UTF-8 with commas.")
    text = decoded[0].lstrip("\ufeff")
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    lower = {str(name).strip().lower(): name for name in table.fieldnames or []}
    file = next((lower[name] for name in FILE_COLUMNS if name in lower), None)
    wanted = {field: next((lower[name] for name in NAMES[field] if name in lower), None) for field in FIELDS}
    if file is None or not any(wanted.values()):
        raise ArticleError(f"{path}: needs a column “file” with the names of files, and one of {', '.join(FIELDS)}.")
    rows = {}
    for number, row in enumerate(table, 1):
        known = {field: (row[name] or "").strip() for field, name in wanted.items() if name and name != file}
        known["published"] = day_of(known.get("published", "")) or ""
        if key := (row[file] or "").strip().replace("\\", "/"):
            rows[key] = (number, {field: value for field, value in known.items() if value})
    return rows
