"""The corrections file: reading it, and writing to it so that nothing is lost."""

import csv
import io
import os
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from .. import files, tables
from ..article.model import ArticleError
from ..article.names import named
from .values import cell, day_told, number, unwritten, whole

BOM = "\ufeff"
CONTEXT = 40  # characters before and after that a row is known by
PATIENCE = 10  # seconds that a writer waits for another


@dataclass(frozen=True)
class Correction:
    """One line of the file. What a kind does not need is empty.

    Attributes
    ----------
    kind : str
        alias, rename, cue, word, add, remove or change.
    text : str
        The words: of an alias, of the row, the actor that is renamed, the cue, or the word with a tone.
    name : str
        The actor that an alias stands for, the new name, or the class of a cue (`never` if it is none).
    table, start, end, before, after : str
        Which table, and where the row stood, with the words around it.
    column, value : str
        What is changed, and to what; the tone of a word, -1 … 1.
    who, when, why : str
        Whose judgement it is.
    """

    kind: str
    text: str
    name: str = ""
    table: str = ""
    start: str = ""
    end: str = ""
    before: str = ""
    after: str = ""
    column: str = ""
    value: str = ""
    who: str = ""
    when: str = ""
    why: str = ""


COLUMNS = tuple(field.name for field in fields(Correction))
NEEDED = {
    "alias": ("text", "name"),
    "rename": ("text", "name"),
    "cue": ("text",),
    "word": ("text", "value"),
    "remove": ("table", "text"),
    "add": ("table", "text"),
    "change": ("table", "text", "column"),
}
READ_FIRST = ("alias", "rename", "cue", "word")  # what analyses begin with; the others are applied last
NEVER = "never"
CORRECTED = ("quotes", "times", "events", "quantities", "consistency", "tones", "voices", "actors", "themes")
KEPT = ("id", "start", "end", "text", "confidence", "corrected")  # columns that no line changes


def read(path):
    """The lines of a corrections file.

    Returns
    -------
    list of (int, Correction)
        With the number of each line.

    Raises
    ------
    ArticleError
        One sentence: it cannot be read, has no columns `kind` and `text`, or a line cannot be meant so.
    """
    _, header, rows = _sheet(path)
    found = []
    for place, cells in rows:
        row = dict(zip(header, cells, strict=False))
        given = {name: row.get(name, "") for name in COLUMNS}
        given = {name: value if name in ("text", "before", "after") else value.strip() for name, value in given.items()}
        if any(given.values()):
            line = Correction(**given)
            _check(path, place, line)
            found.append((place, line))
    return found


def _sheet(path):
    """A file as it is: its text with the byte order mark, the first line's cells, and (line, cells) of each row."""
    if not Path(path).is_file():  # a pipe would wait for ever
        raise ArticleError(f"{path}: is no file; move it, so that the corrections can lie there.")
    try:
        text = Path(path).read_bytes().decode("utf8")
        reader = csv.reader(io.StringIO(text.removeprefix(BOM), newline=""))
        header, rows, last = next(reader, []), [], reader.line_num
        for cells in reader:
            if cells:
                rows.append((last + 1, cells))
            last = reader.line_num
    except (OSError, UnicodeDecodeError):
        raise ArticleError(f"{path}: the corrections cannot be read; save them as CSV in UTF-8.") from None
    except csv.Error as error:
        raise ArticleError(f"{path}: the corrections cannot be read ({error}); save them as CSV in UTF-8.") from None
    if not {"kind", "text"} <= set(header):
        raise ArticleError(
            f"{path}: the first line of the corrections must name the columns kind and text, and of "
            f"{', '.join(COLUMNS[2:])} those that are used."
        )
    twice = [name for name in COLUMNS if header.count(name) > 1]
    if twice:
        raise ArticleError(f"{path}: line 1 names the column {twice[0]} twice; keep one of them.")
    return text, header, rows


def _check(path, place, line):
    here = f"{path}: line {place}"
    strange = unwritten(line)
    if strange:
        raise ArticleError(f"{here}, column {strange[0]}: holds {strange[1]}, which is no character; delete it.")
    if line.when and not day_told(line.when):
        raise ArticleError(f"{here}, column when: “{line.when}” is no day; write it as 2025-05-09, or leave it empty.")
    if line.kind not in NEEDED:
        raise ArticleError(f"{here} is of kind “{line.kind}”; the kinds are {', '.join(NEEDED)}.")
    empty = [name for name in NEEDED[line.kind] if not getattr(line, name).strip()]
    if empty:
        raise ArticleError(f"{here} ({line.kind}) has no {' and no '.join(empty)}; fill it in.")
    if line.kind in ("cue", "word") and len(line.text.split()) > 1:
        raise ArticleError(f"{here} ({line.kind}): “{line.text}” is more than one word; give its main word.")
    if line.kind == "cue":
        if line.name and line.name not in (*tables.CUE_CLASSES, NEVER):
            raise ArticleError(
                f"{here}: “{line.name}” is no class of cues; they are {', '.join(tables.CUE_CLASSES)}, and {NEVER} "
                "for a word that is no cue."
            )
    if line.kind == "word":
        _tone(here, line.value)
    if line.kind in READ_FIRST:
        return
    if line.table not in CORRECTED:
        what = "cannot be corrected" if line.table in tables.COLUMNS else "is no table"
        raise ArticleError(f"{here}: “{line.table}” {what}; the tables that can be are {', '.join(CORRECTED)}.")
    if line.column:
        layout = tables.columns(line.table)
        if line.column not in layout or line.column in KEPT:
            free = ", ".join(name for name in layout if name not in KEPT)
            raise ArticleError(f"{here}: “{line.column}” cannot be changed in {line.table}; its columns are {free}.")
        cell(path, place, line)
    for name in ("start", "end"):
        if getattr(line, name) and not whole(getattr(line, name)):
            raise ArticleError(f"{here}, column {name}: “{getattr(line, name)}”, which is no number.")


def _tone(here, value):
    tone = number(value)
    if tone is None or not -1 <= tone <= 1:
        raise ArticleError(f"{here}, column value: the tone of a word is “{value}”; it must be a number from -1 to 1.")


def append(path, *lines):
    """Add lines to a corrections file, and make the file if there is none.

    The file is locked against other writers, read again, written whole under another name and put
    in its place in one step; the state before stays as `….csv.bak`. A link is followed to its file. Mode,
    owner, byte order mark, line ends, own columns and cells beyond the first line's stay.

    Parameters
    ----------
    path : str or path
    *lines : Correction
        Without `when`, today's date is filled in.

    Raises
    ------
    ArticleError
        If a line cannot be meant so, the present file cannot be read, or another program holds it.
    """
    path = Path(path)
    added = [{**asdict(line), "when": line.when or date.today().isoformat()} for line in lines]
    for line in added:
        _check(path, "to be added", Correction(**line))
    target = Path(os.path.realpath(path))
    try:
        with files.told(path), FileLock(target.with_name(named(f".{target.name}", ".lock")), timeout=PATIENCE):
            if os.path.lexists(target):
                read(target)  # what cannot be read is not written over
                text = _extended(*_sheet(target), added)
                backup = target.with_name(named(target.name, ".bak"))
                with files.told(backup):
                    files.replace(backup, target.read_bytes(), like=target)
            else:
                text = _written([COLUMNS, *(line.values() for line in added)], "\n")
            files.replace(target, files.encoded(text))
    except Timeout:
        raise ArticleError(f"{path}: another program is writing it; try again.") from None


def _extended(text, header, rows, added):
    """A file's text with lines added, and nothing else of it changed if its columns suffice."""
    end = "\r\n" if "\r\n" in text else "\n"
    missing = [name for name in COLUMNS if name not in header and any(line[name] for line in added)]
    if not missing:
        own = _written([[line.get(name, "") for name in header] for line in added], end)
        longer = text + ("" if text.endswith(("\n", "\r")) else end) + own
        if len(list(filter(None, csv.reader(io.StringIO(longer, newline=""))))) == 1 + len(rows) + len(added):
            return longer
    # Cells beyond the first line's columns keep their place: new columns stand behind them.
    width = max(len(header), *(len(cells) for _, cells in rows), 0)
    header = [*header, *[""] * (width - len(header)), *missing]
    mine = [[line.get(name, "") for name in header] for line in added]
    return (BOM if text.startswith(BOM) else "") + _written([header, *(cells for _, cells in rows), *mine], end)


def _written(rows, end):
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator=end).writerows(rows)
    return buffer.getvalue()


def of_row(article, table, row, kind, *, column="", value="", who="", why=""):
    """The line that says something of a row of a table.

    Parameters
    ----------
    article : Article
    table : str
    row : namedtuple or mapping
        With `start` and `end`.
    kind : {"remove", "change", "add"}

    Returns
    -------
    Correction

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("It rained. We stayed.")
    >>> of_row(article, "tones", {"start": 11, "end": 21}, "change", column="tone", value="0.1").before
    'It rained. '
    """
    start, end = (int(row[name] if isinstance(row, dict) else getattr(row, name)) for name in ("start", "end"))
    text = article.text
    return Correction(
        kind=kind,
        text=text[start:end],
        table=table,
        start=str(start),
        end=str(end),
        before=text[max(start - CONTEXT, 0) : start],
        after=text[end : end + CONTEXT],
        column=column,
        value=value,
        who=who,
        why=why,
    )
