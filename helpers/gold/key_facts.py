"""An editor's key facts: `facts.json` beside a folder `articles`, each fact with every sentence that tells it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..article import Article, ArticleError, load

SHARE = 0.5  # of the characters of a passage that a row must have to tell it
FORM = 'a JSON list of {"article": …, "facts": [{"kind", "rank", "evidence": [passages]}], "traps": [passages]}'


class Fact(NamedTuple):
    """A fact: its rank (1 is the first), its kind, and the passages that tell it, as (start, end)."""

    rank: int
    kind: str
    passages: tuple


def read_folder(folder: str | Path) -> Iterator[tuple[str, Article, list[Fact], list[tuple]]]:
    """Name, article, facts and traps (passages that only look like facts) of each article.

    Parameters
    ----------
    folder : str or path
        With `facts.json` and `articles/`.

    Raises
    ------
    ArticleError
        If the folder has no such files, or the file has another form.
    """
    path = Path(folder) / "facts.json"
    try:
        every = json.loads(path.read_text("utf8"))
        wanted = [(one["article"], one["facts"], one.get("traps", [])) for one in every]
    except (OSError, ValueError, TypeError, KeyError):
        raise ArticleError(f"{path}: is not there or has another form; it has to be {FORM}.") from None
    for name, facts, traps in wanted:
        article = load(path.parent / "articles" / name, language="any")
        found = [Fact(one["rank"], one["kind"], _places(article, one["evidence"])) for one in facts]
        yield name, article, found, list(_places(article, traps))


def tells(spans: list[tuple], passages: tuple) -> bool:
    """Whether a row, or rows together, share at least half of the characters of one of the passages.

    >>> tells([(0, 10)], ((5, 15),)), tells([(0, 9)], ((5, 15),))
    (True, False)
    """
    return any(sum(max(0, min(end, b) - max(start, a)) for start, end in spans) >= SHARE * (b - a) for a, b in passages)


def _places(article, passages):
    """Where the article has some passages, white space aside; those that it has not are left out."""
    found = []
    for words in passages:
        match = re.search(r"\s+".join(map(re.escape, words.split())), article.text)
        if match:
            found.append(match.span())
    return tuple(found)
