"""Short texts in which a contradiction is planted, and tempting ones without."""

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
