"""The corrections file: reading it, and writing to it so that nothing is lost."""

import csv
import io
import os
import shutil
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from .. import tables
from ..article.model import ArticleError

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
CORRECTED = ("quotes", "times", "events", "consistency", "tones", "voices", "actors", "themes")
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
    try:
        with open(path, encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            rows, header = list(reader), reader.fieldnames or ()
    except (OSError, UnicodeDecodeError, csv.Error):
        raise ArticleError(f"{path}: the corrections cannot be read; save them as CSV in UTF-8.") from None
    if not {"kind", "text"} <= set(header):
        raise ArticleError(
            f"{path}: the first line of the corrections must name the columns kind and text, and of "
            f"{', '.join(COLUMNS[2:])} those that are used."
        )
    found = []
    for number, row in enumerate(rows, 2):
        given = {name: (row.get(name) or "") for name in COLUMNS}
        given = {name: value if name in ("text", "before", "after") else value.strip() for name, value in given.items()}
        if any(given.values()):
            line = Correction(**given)
            _check(path, number, line)
            found.append((number, line))
    return found


def _check(path, number, line):
    here = f"{path}: line {number}"
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
        cell(path, number, line)
    for name in ("start", "end"):
        if getattr(line, name) and not getattr(line, name).isdigit():
            raise ArticleError(f"{here}: {name} is “{getattr(line, name)}”, which is no number.")


def _tone(here, value):
    try:
        if -1 <= float(value) <= 1:
            return
    except ValueError:
        pass
    raise ArticleError(f"{here}: the tone of a word is “{value}”; it must be a number from -1 to 1.")


def cell(path, number, line):
    """A line's value, as its column holds it; empty is missing."""
    kind, _ = tables.columns(line.table)[line.column]
    if kind == "several":
        return tuple(part.strip() for part in line.value.split(";") if part.strip())
    if not line.value:
        return None
    try:
        if kind == "number":
            return float(line.value)
        if kind == "offset":
            return int(line.value)
        if kind == "flag":
            return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}[line.value.lower()]
    except (ValueError, KeyError):
        raise ArticleError(f"{path}: line {number}: “{line.value}” is no {kind}, as {line.column} needs.") from None
    return line.value


def beside(article_path):
    """Where an article's corrections lie: `<name>.corrections.csv` beside it."""
    path = Path(article_path)
    return path.with_name(f"{path.stem}.corrections.csv")


def append(path, *lines):
    """Add lines to a corrections file, and make the file if there is none.

    The file is locked against other writers, read again, written whole under another name and put
    in its place in one step; the state before stays as `….csv.bak`.

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
    try:
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=PATIENCE):
            header, rows = list(COLUMNS), []
            if path.exists():
                read(path)  # what cannot be read is not written over
                with open(path, encoding="utf-8-sig", newline="") as lines:
                    reader = csv.DictReader(lines)
                    rows = [{k: v for k, v in row.items() if k is not None} for row in reader]
                    header = [*(reader.fieldnames or ()), *(c for c in COLUMNS if c not in (reader.fieldnames or ()))]
                shutil.copyfile(path, path.with_name(f"{path.name}.bak"))
            buffer = io.StringIO()
            writer = csv.DictWriter(buffer, header, lineterminator="\n", restval="")
            writer.writeheader()
            writer.writerows([*rows, *added])
            unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
            try:
                with open(unfinished, "w", encoding="utf8", newline="") as file:
                    file.write(buffer.getvalue())
                    file.flush()
                    os.fsync(file.fileno())
                os.replace(unfinished, path)
            finally:
                unfinished.unlink(missing_ok=True)
    except Timeout:
        raise ArticleError(f"{path}: another program is writing it; try again.") from None
    except OSError as error:
        raise ArticleError(f"{path}: cannot be written ({error.strerror}); check the folder.") from None


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
