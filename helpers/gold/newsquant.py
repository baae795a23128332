"""Sentences of news with their quantities, as NewsQuant has them (Almasian et al. 2023)."""

import json
import re
from pathlib import Path
from typing import NamedTuple

from ..article import ArticleError

_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


class Marked(NamedTuple):
    """A quantity as it was marked: its numbers, the words of its unit, and the sign of its change."""

    values: tuple[float, ...]
    unit: frozenset[str]
    change: str


def words(*units: str | None) -> frozenset[str]:
    """The words of units, without an "s" at their end.

    >>> sorted(words("dollars per gram", None))
    ['dollar', 'gram', 'per']
    """
    found = re.findall(r"[a-z%$€£°]+", " ".join(str(unit).lower() for unit in units if unit))
    return frozenset(word.rstrip("s") for word in found if word not in ("of", "the"))


def read_file(path: str | Path) -> list[tuple[str, list[Marked]]]:
    """Sentences with their quantities: a JSON list of `text` and `quantities` (value, unit, normalized_unit, change).

    Raises
    ------
    ArticleError
        If the file is no such list.
    """
    try:
        rows = json.loads(Path(path).read_text(encoding="utf8"))
        return [
            (
                row["text"],
                [
                    Marked(
                        tuple(float(one) for one in _NUMBER.findall(str(found["value"]).replace(",", ""))),
                        words(found["unit"], found["normalized_unit"]),
                        found["change"],
                    )
                    for found in row["quantities"]
                ],
            )
            for row in rows
        ]
    except (OSError, ValueError, KeyError, TypeError):
        raise ArticleError(
            f"{path}: is no JSON list of texts with quantities; name a file as NewsQuant has it."
        ) from None
