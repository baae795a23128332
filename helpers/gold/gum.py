"""Entities and coreference of GUM (Zeldes 2017), from its CoNLL-U."""

import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from ..article import ArticleError


class Marked(NamedTuple):
    """A mention: characters of the text, its cluster, the kind of entity, whether it holds a proper name or a link."""

    start: int
    end: int
    cluster: str
    kind: str
    named: bool


def read_folder(folder: str | Path) -> list[tuple[str, str, list[Marked]]]:
    """Name, text and mentions of each file.

    Raises
    ------
    ArticleError
        If the folder holds no CoNLL-U.
    """
    paths = sorted(Path(folder).glob("*.conllu"))
    if not paths:
        raise ArticleError(f"{folder}: holds no *.conllu.")
    return [(path.stem, *read(path.read_text(encoding="utf8"))) for path in paths]


def read(raw: str) -> tuple[str, list[Marked]]:
    """Text and mentions of one file; paragraphs are apart by an empty line.

    >>> lines = ["# newpar", "1\\tOslo\\t_\\tPROPN\\tNNP\\t_\\t_\\t_\\t_\\tEntity=(1-place-new-cf1-1-sgl)"]
    >>> read("\\n".join([*lines, "2\\twaits\\t_\\tVERB\\tVBZ\\t_\\t_\\t_\\t_\\t_"]))
    ('Oslo waits', [Marked(start=0, end=4, cluster='1', kind='place', named=True)])
    """
    text, places, proper, found, open_, paragraph = "", [], [], [], defaultdict(list), False
    for line in raw.split("\n"):
        paragraph |= line.startswith("# newpar") and not line.startswith("# newpar_block")
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 10 or not cells[0].isdigit():
            continue
        if paragraph:
            text, paragraph = text.rstrip() + ("\n\n" if text else ""), False
        i = len(places)
        places.append((len(text), len(text) + len(cells[1])))
        proper.append(cells[3] == "PROPN")
        text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
        entities = re.search(r"Entity=([^|]*)", cells[9])
        for part in re.findall(r"\(\d+-[^()]*\)?|\d+\)", entities[1] if entities else ""):
            fields = part.strip("()").split("-")
            if part.startswith("("):
                open_[fields[0]].append((i, fields[1], len(fields) > 7))
            if part.endswith(")") and open_[fields[0]]:
                first, kind, link = open_[fields[0]].pop()
                named = link or proper[first] or proper[i]
                found.append(Marked(places[first][0], places[i][1], fields[0], kind, named))
    return text.rstrip(), sorted(found)
