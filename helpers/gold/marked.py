"""What a person marked in one article: one CSV a table, as `data/gold/guidelines.md` says, or JSON for actors.

A row is (start, end, labels): characters of the clean text, end exclusive, and the values of the table's columns.
"""

import csv
import json
from pathlib import Path

from ..article import ArticleError

FOLDER = Path(__file__).resolve().parents[2] / "data" / "gold"
# table -> its columns that are marked beside start, end and text
COLUMNS = {
    "actors": ("actor",),
    "quotes": ("speaker", "kind", "cue"),
    "times": ("value", "type"),
    "consistency": ("evidence",),
}


def read(path: str | Path, name: str, text: str) -> list[tuple] | None:
    """Marked rows of one table, sorted; None if there is no such file, or it is of another text.

    Names that are joined stand in one order, so that "A; B" is "B; A".

    Raises
    ------
    ArticleError
        If it is no CSV with the columns of `data/gold/guidelines.md`.
    """
    if not Path(path).is_file():
        return None
    needed = ("start", "end", "text", *COLUMNS[name])
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = [{column: row[column] or "" for column in needed} for row in csv.DictReader(file)]
        if any(text[int(row["start"]) : int(row["end"])] != row["text"] for row in rows):
            return None
    except (KeyError, ValueError, csv.Error):
        raise ArticleError(
            f"{path}: cannot be read; it must be a CSV in UTF-8 with {', '.join(needed)}, start and end in characters."
        ) from None
    return sorted(
        (int(row["start"]), int(row["end"]), tuple(in_order(row[column]) for column in COLUMNS[name])) for row in rows
    )


def in_order(names: str) -> str:
    """Joined names in one order.

    >>> in_order("Putin; Xi"), in_order("Xi; Putin")
    ('Putin; Xi', 'Putin; Xi')
    """
    return "; ".join(sorted(names.split("; ")))


def read_mentions(path: str | Path) -> list[tuple]:
    """Marked mentions of actors, each with the names of all whom it stands for.

    Parameters
    ----------
    path : str or path
        CSV with `start`, `end` and `actor` (names joined by "; "), or JSON: a list of objects with `start`, `end` and
        `names`.

    Raises
    ------
    ArticleError
        If it is neither.
    """
    path = Path(path)
    try:
        if path.suffix.lower() == ".csv":
            with path.open(encoding="utf8", newline="") as file:
                rows = [{**row, "names": row["actor"].split("; ")} for row in csv.DictReader(file)]
        else:
            rows = json.loads(path.read_text("utf8"))
        return [(int(row["start"]), int(row["end"]), tuple(row["names"])) for row in rows]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise ArticleError(
            f"{path}: is no list of start, end and names in JSON, and no CSV with start, end, actor."
        ) from None
