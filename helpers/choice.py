"""Which article the notebooks read, and the day of its publication: what their parameters mean."""

import json
import os
from functools import lru_cache
from pathlib import Path

from .article import ArticleError, load

ROOT = Path(__file__).resolve().parents[1]
DEFAULT = ROOT / "data" / "xi_putin_moscow.txt"
CHOSEN = ROOT / "notebooks" / "chosen"  # what notebook 0 keeps: the choice, and texts that came without a file


def chosen(article=None, published=None):
    """Load the article that a notebook is about.

    The environment variable ARTICLE comes first, then the line under CHANGE THIS, then the article
    chosen in notebook 0, then the default one. The day of a chosen article goes with that article only.

    Parameters
    ----------
    article : str or path, optional
        The notebook's ARTICLE. A path that does not exist from here is tried from the project's folder.
    published : str or datetime.date, optional
        The notebook's PUBLISHED; the environment variable PUBLISHED overrules it.

    Returns
    -------
    Article

    Raises
    ------
    ArticleError
        One sentence, which JupyterLab shows without a traceback.

    Examples
    --------
    >>> chosen("data/xi_putin_moscow.txt", "2025-05-09").published.year
    2025
    """
    path, day = os.environ.get("ARTICLE") or article, None
    if not path:
        path, day = _kept() or (DEFAULT, None)
    path, day = _found(path), os.environ.get("PUBLISHED") or published or day
    return once(str(path.absolute()), str(day or "")) if os.environ.get("SAME_ARTICLE") else load(path, published=day)


@lru_cache(maxsize=1)
def once(path, day):
    """Load an article, or give the one that was loaded last.

    Notebooks that run one after another for the same pages share an article and its parse.
    """
    return load(path, published=day or None)


def choose(path, published=None):
    """Keep an article as the one that all notebooks read; it is read first, so that a bad one is not kept.

    Parameters
    ----------
    path : str or path
    published : str or datetime.date, optional

    Returns
    -------
    Article

    Raises
    ------
    ArticleError
    """
    path = _found(path).absolute()
    article = load(path, published=published or None)
    kept = {"article": str(path), "published": str(published) if published else None}
    _write("choice.json", json.dumps(kept, ensure_ascii=False).encode("utf8"))
    return article


def choose_contents(name, data, published=None):
    """Keep a pasted text or an uploaded file, and choose it.

    Parameters
    ----------
    name : str
        Its file name; a folder in it is left out.
    data : bytes
    published : str or datetime.date, optional

    Returns
    -------
    Article
    """
    name = Path(name.replace("\\", "/")).name.lstrip(".")
    return choose(_write(f"article_{name or 'uploaded.txt'}", data), published)


def _found(path):
    path = Path(path)
    return ROOT / path if not path.is_absolute() and not path.exists() and (ROOT / path).exists() else path


def _write(name, data):
    file = CHOSEN / name
    try:
        CHOSEN.mkdir(exist_ok=True)
        file.write_bytes(data)
    except OSError as error:
        raise ArticleError(f"{file} cannot be written ({error.strerror}): make its folder writable.") from None
    return file


def _kept():
    """(path, day) of the article chosen in notebook 0; None if none was, or where the choice is not asked for."""
    file = CHOSEN / "choice.json"
    if os.environ.get("IGNORE_CHOICE") or not file.exists():
        return None
    try:
        kept = json.loads(file.read_text(encoding="utf8"))
        return Path(kept["article"]), kept["published"]
    except (OSError, ValueError, KeyError, TypeError):
        raise ArticleError(f"{file} is not a choice of notebook 0: delete it, or choose the article again.") from None
