"""A reader's themes: `themes.json`, each theme with its name, other names for it, and the paragraphs that tell it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..article import Article, ArticleError, load
from .phrases import stemmed

STOP = frozenset("the a an of in on for to and or at by with from as its their his her new under over after".split())
DATA = Path(__file__).resolve().parents[2] / "data"
FORM = 'a JSON list of {"article": …, "themes": [{"name", "also": [names], "paragraphs": [their first words], "main"}]}'


class Theme(NamedTuple):
    """A theme: its name, the stems of its names, the blocks that tell it, whether it is the main one, and
    the stems of each name."""

    name: str
    stems: frozenset
    blocks: frozenset
    main: bool
    names: tuple = ()


def stems(text: str) -> frozenset:
    """Stems of the content words of three letters or more.

    >>> sorted(stems("The ships of Oslo"))
    ['oslo', 'ship']
    """
    return frozenset(stemmed(word) for word in re.findall(r"[^\W\d_]{3,}", text.lower()) if word not in STOP)


def read_folder(folder: str | Path) -> Iterator[tuple[str, Article, list[Theme]]]:
    """Name, article and themes of each article that is found.

    Parameters
    ----------
    folder : str or path
        With `themes.json`, and the articles in `articles` in it or in a folder beside it; the default article is
        found where it lies.

    Raises
    ------
    ArticleError
        If the folder has no such file, it has another form, or none of its articles is there.
    """
    path = Path(folder) / "themes.json"
    try:
        every = json.loads(path.read_text("utf8"))
        wanted = [(one["article"], one["themes"]) for one in every]
    except (OSError, ValueError, TypeError, KeyError):
        raise ArticleError(f"{path}: is not there or has another form; it has to be {FORM}.") from None
    places = [path.parent / "articles", *sorted(path.resolve().parents[1].glob("*/articles")), DATA]
    found = [(name, place / name, themes) for name, themes in wanted for place in places if (place / name).is_file()]
    if not found:
        raise ArticleError(f"{path}: none of its articles is there; put them into {path.parent / 'articles'}.")
    for name, file, themes in found:
        article = load(file, language="any")
        yield name, article, [_theme(article, one) for one in themes]


def _theme(article, one):
    blocks = article.blocks[~article.blocks["kind"].isin(("heading", "title", "byline", "caption"))]
    texts = [" ".join(text.split()) for text in blocks["text"]]
    openings = tuple(" ".join(words.split()) for words in one["paragraphs"])
    told = frozenset(n for n, text in zip(blocks.index, texts, strict=True) if openings and text.startswith(openings))
    names = [one["name"], *one["also"]]
    each = tuple(stems(name) for name in names)
    return Theme(one["name"], stems(" ".join(names)), told, bool(one.get("main")), each)
