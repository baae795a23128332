"""The one room that knows the notebooks: runs them and writes shareable HTML."""

import os
import sys
from pathlib import Path

from .parameters import DEFAULT, chosen

__all__ = ["chosen", "render"]


def render(path=None, out="rendered", *, published=None):
    """Run all notebooks on an article and write them as pages that work without a network.

    Parameters
    ----------
    path : str or path, optional
        The article; None for the default one.
    out : str or path
        Folder for the pages; made if it is not there.
    published : str or datetime.date, optional
        Day of publication.

    Returns
    -------
    (list of pathlib.Path, list of str)
        The pages written, and a sentence for each notebook that failed.

    Raises
    ------
    ArticleError
        If the article cannot be read or the folder is not ours to write to; nothing is written.
    """
    from ..article import load
    from . import pages
    from .run import NOTEBOOKS, NotebookError, run_all

    path, out = Path(path or DEFAULT).resolve(), Path(out)
    article = load(path, published=published)
    pages.check_folder(out)
    environment = {**os.environ, "ARTICLE": str(path), "PUBLISHED": str(published or "")}
    notebooks = sorted(NOTEBOOKS.glob("[0-9]_*.ipynb"))
    failed = []

    def done(notebook, result):
        if isinstance(result, NotebookError):
            failed.append(str(result))
            print(f"{notebook.name}: failed", file=sys.stderr, flush=True)
        else:
            print(f"{notebook.name}: done", flush=True)

    results = run_all(notebooks, environment, workers=min(2, os.cpu_count() or 1), done=done)
    out.mkdir(parents=True, exist_ok=True)
    return pages.write_pages(article, results, out), failed
