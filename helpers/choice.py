"""Which article the notebooks read, and the day of its publication: what their parameters mean."""

import os
from pathlib import Path

from .article import load

ROOT = Path(__file__).resolve().parents[1]
DEFAULT = ROOT / "data" / "xi_putin_moscow.txt"


def chosen(article, published=None):
    """Load the article that a notebook is about.

    Parameters
    ----------
    article : str or path
        The notebook's ARTICLE; the environment variable ARTICLE overrules it. A path that does
        not exist from here is tried from the project's folder.
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
    path = Path(os.environ.get("ARTICLE") or article)
    if not path.is_absolute() and not path.exists() and (ROOT / path).exists():
        path = ROOT / path
    return load(path, published=os.environ.get("PUBLISHED") or published)
