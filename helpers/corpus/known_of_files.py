"""What is known of files besides their texts: fields in their names, a table that names them."""

import os
import re
from itertools import chain, zip_longest
from pathlib import Path, PurePosixPath

from ..article import ArticleError
from ..article.days import day_of
from .columns import NAMES
from .item import Item
from .rows import Unusable, lines, records

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
    used, places = {}, []
    for item in stream:
        if metadata and item.path and os.path.realpath(item.path) == os.path.realpath(metadata):
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
            if rows[key][0] in used:
                other = used[rows[key][0]]
                item.trouble = f"is meant by the row “{key}” of {metadata} as {other} is; name both with their folders"
            used[rows[key][0]] = item.place
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
        if not path.is_file():
            raise ArticleError(f"{path}: cannot be read (no such file); check its name.")
        text = lines(path)
        head = next(text, "")
        table = records(chain([head], text), max(",;\t", key=head.count))
        header = next(table, None) or []
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror}); check its name.") from None
    except Unusable as error:
        raise ArticleError(f"{path}: {error}.") from None
    lower = {name.strip().lower(): name for name in header}
    file = next((lower[name] for name in FILE_COLUMNS if name in lower), None)
    wanted = {field: next((lower[name] for name in NAMES[field] if name in lower), None) for field in FIELDS}
    if file is None or not any(wanted.values()):
        raise ArticleError(f"{path}: needs a column “file” with the names of files, and one of {', '.join(FIELDS)}.")
    rows = {}
    for number, cells in enumerate(table, 1):
        if cells is None:
            raise ArticleError(f"{path}: its row {number} has a quotation mark that is not closed; close it.")
        row = dict(zip_longest(header, cells[: len(header)]))
        known = {field: (row[name] or "").strip() for field, name in wanted.items() if name and name != file}
        known["published"] = day_of(known.get("published", "")) or ""
        if key := (row[file] or "").strip().replace("\\", "/"):
            said = {field: value for field, value in known.items() if value}
            if key in rows and rows[key][1] != said:
                raise ArticleError(f"{path}: its rows {rows[key][0]} and {number} name “{key}” and differ; remove one.")
            rows[key] = (number, said)
    return rows
