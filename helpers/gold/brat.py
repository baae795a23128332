"""Gold attributions in brat's stand-off format, as in PolNeAR (Newell et al. 2018)."""

import re
from dataclasses import dataclass
from pathlib import Path

from ..article import ArticleError

_SPAN = re.compile(r"^(T\d+)\t(\S+) ([\d ;]+)\t", re.MULTILINE)
_EVENT = re.compile(r"^E\d+\t(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Attribution:
    """One annotated attribution: each part a tuple of (start, end), empty if it is not there."""

    content: tuple
    source: tuple
    cue: tuple


def read_folder(folder):
    """The annotated articles of a folder with `text/*.txt` and `attributions/*.ann`.

    Where several annotators marked one article, the first by name counts.

    Parameters
    ----------
    folder : str or path

    Returns
    -------
    list of (pathlib.Path, str, list of Attribution)
        Path and text of each article, and its attributions in the order of the text.

    Raises
    ------
    ArticleError
        If the folder has no such files; one sentence.
    """
    folder = Path(folder)
    texts = sorted((folder / "text").glob("*.txt"))
    annotations = sorted((folder / "attributions").glob("*.ann"))
    if not texts or not annotations:
        raise ArticleError(f"{folder}: has no text/*.txt and attributions/*.ann; name a folder in PolNeAR's layout.")
    found = []
    for path in texts:
        own = [a for a in annotations if a.stem == path.stem or re.fullmatch(re.escape(path.stem) + r"_\w+", a.stem)]
        if own:
            with path.open(encoding="utf8", newline="") as file:  # offsets count every character of a line end
                text = file.read()
            found.append((path, text, read(own[0].read_text(encoding="utf8"))))
    return found


def read(annotation):
    """The attributions of one annotation file.

    Parameters
    ----------
    annotation : str
        The content of an `.ann` file.

    Returns
    -------
    list of Attribution

    Examples
    --------
    >>> read("T1\\tSource 0 2\\tHe\\nT2\\tCue 3 7\\tsaid\\nT3\\tContent 8 10;12 14\\tso it\\n"
    ...      "T4\\tAttribution 3 7\\tsaid\\nE1\\tAttribution:T4 Source:T1 Cue:T2 Content:T3\\n")
    [Attribution(content=((8, 10), (12, 14)), source=((0, 2),), cue=((3, 7),))]
    """
    spans = {}
    for name, _, places in _SPAN.findall(annotation):
        spans[name] = tuple(tuple(map(int, place.split())) for place in places.split(";"))
    found = []
    for event in _EVENT.findall(annotation):
        parts = {"Content": (), "Source": (), "Cue": ()}
        for role, _, name in (part.partition(":") for part in event.split()):
            role = role.rstrip("0123456789")
            if role in parts:
                parts[role] += spans.get(name, ())
        if parts["Content"]:
            found.append(Attribution(*(tuple(sorted(parts[role])) for role in ("Content", "Source", "Cue"))))
    return sorted(found, key=lambda gold: (gold.content, gold.source, gold.cue))
