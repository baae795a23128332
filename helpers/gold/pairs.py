"""Pairs of articles in which somebody marked what tells the same and which facts differ: `data/gold/pairs.tsv`."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

from ..article import ArticleError
from .marked import FOLDER

FILE = FOLDER / "pairs.tsv"
ALIGNED, FACT, MAYBE = ("same", "reworded"), "fact", ("maybe", "maybe-fact")


@dataclass
class Marked:
    """Two articles by name, and what was marked: (kind, (a_start, a_end), (b_start, b_end)) of each row."""

    opened: str
    a: str
    b: str
    rows: list = field(default_factory=list)


def read_pairs(path: str | Path = FILE) -> list[Marked]:
    """The marked pairs.

    Returns
    -------
    list of Marked

    Raises
    ------
    ArticleError
        If the file cannot be read.

    Examples
    --------
    >>> read_pairs()[0].opened
    'first'
    """
    found = {}
    try:
        with Path(path).open(encoding="utf8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                own = found.setdefault((row["a"], row["b"]), Marked(row["opened"], row["a"], row["b"]))
                if row["a_start"]:
                    places = [(int(row[f"{side}_start"]), int(row[f"{side}_end"])) for side in "ab"]
                    own.rows.append((row["kind"], *places))
    except (OSError, KeyError, ValueError, csv.Error):
        raise ArticleError(f"{path}: cannot be read; it has opened, a, b, kind and four offsets, with tabs.") from None
    return list(found.values())
