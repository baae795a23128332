"""Short texts in which a contradiction is planted, and tempting ones without."""

import json
from csv import DictReader
from pathlib import Path
from typing import NamedTuple

from ..article import ArticleError


class Story(NamedTuple):
    """A short text: where it is from, the kind of contradiction it is about, and whether one is planted."""

    where: str
    kind: str
    planted: bool
    text: str


def read_folder(folder: str | Path) -> list[Story]:
    """The stories of a folder's .tsv files: `kind`, `planted` (yes or no), `text`.

    Raises
    ------
    ArticleError
        If there is no such file, or one has other columns.
    """
    paths = sorted(Path(folder).glob("*.tsv"))
    if not paths:
        raise ArticleError(f"{folder}: holds no .tsv file with kind, planted and text; name a folder that does.")
    stories = []
    for path in paths:
        with path.open(encoding="utf8", newline="") as lines:
            reader = DictReader(lines, delimiter="\t")
            if not {"kind", "planted", "text"} <= set(reader.fieldnames or ()):
                raise ArticleError(f"{path}: has no columns kind, planted and text; its first line must name them.")
            stories += [Story(path.stem, row["kind"], row["planted"] == "yes", row["text"] or "") for row in reader]
    return stories


class Told(NamedTuple):
    """A story with the places of its planted contradiction, if it has one, and the relations that it lets one check."""

    where: str
    published: str
    text: str
    kind: str
    planted: tuple[str, ...]
    facts: tuple[tuple[tuple[str, ...], bool], ...]


def read_stories(path: str | Path) -> list[Told]:
    """The stories of a JSON file: `id`, `published`, `text`, `planted` (kind, claim, evidence) and `facts`.

    Of the facts, those that state an equality: (words of each place, whether it holds).

    Raises
    ------
    ArticleError
        If the file is no such list.
    """
    try:
        rows = json.loads(Path(path).read_text(encoding="utf8"))
        stories = []
        for row in rows:
            planted = row["planted"] or {}
            facts = [
                (tuple(fact["spans"]), bool(fact["holds"]))
                for fact in row["facts"]
                if "=" in fact["relation"] and not set("≠<>") & set(fact["relation"])
            ]
            places = tuple(filter(None, (planted.get("claim"), planted.get("evidence"))))
            told = (row["id"], row["published"], row["text"], planted.get("kind", ""), places, tuple(facts))
            stories.append(Told(*told))
        return stories
    except (OSError, ValueError, KeyError, TypeError):
        raise ArticleError(f"{path}: is no JSON list of stories with planted contradictions and facts.") from None
