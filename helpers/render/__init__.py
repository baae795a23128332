"""The one room that knows the notebooks: runs them and writes shareable HTML."""

import os
import sys
from pathlib import Path

from ..choice import DEFAULT

__all__ = ["render"]


WORKERS = min(2, os.cpu_count() or 1)  # kernels that run notebooks side by side
ABOUT_OTHERS = ("7_many_articles",)  # a page of its own, and with a user's article only if CORPUS names theirs


def render(path=None, out="rendered", *, published=None, single=False, snippets=False):
    """Run all notebooks on an article and write them as pages that work without a network.

    Parameters
    ----------
    path : str or path, optional
        The article; None for the default one.
    out : str or path
        Folder for the pages; made if it is not there.
    published : str or datetime.date, optional
        Day of publication.
    single : bool
        One file to send, `<article>.html`: the reading page alone, with the tables as downloads inside it.
    snippets : bool
        For an article whose text must not be passed on: tables, figures and at most 25 words
        around a finding, and no download that has the text.

    Returns
    -------
    (list of pathlib.Path, list of str)
        The pages written, and a sentence for each notebook, and for the downloads, if they failed.

    Raises
    ------
    ArticleError
        If the article cannot be read or the folder is not ours to write to; nothing is written.
    """
    from ..article import ArticleError, load
    from ..export import check, export, names
    from . import pages
    from .run import NotebookError, notebooks, run_all
    from .single import write_single

    path, out = Path(os.path.abspath(path or DEFAULT)), Path(out)  # corrections lie beside a link
    article = load(path, published=published)
    pages.check_folder(out, article, single=single)
    if not single:
        check(out / pages.DOWNLOADS, source=path, snippets=snippets)
    environment = {**os.environ, "ARTICLE": str(path), "PUBLISHED": str(published or "")}
    environment["SNIPPETS"] = "1" if snippets else ""
    failed = []

    def done(notebook, result):
        if isinstance(result, NotebookError):
            failed.append(str(result))
            print(f"{notebook.name}: failed", file=sys.stderr, flush=True)
        else:
            print(f"{notebook.name}: done", flush=True)

    chosen = notebooks()
    if not pages.is_default(article) and not os.environ.get("CORPUS"):
        chosen = [path for path in chosen if path.stem not in ABOUT_OTHERS]
    if single:
        return [write_single(article, out, snippets=snippets)], failed
    chosen = [path for path in chosen if not path.stem.startswith(pages.DOOR)]
    results = run_all(chosen, environment, workers=WORKERS, done=done)
    links = [f"{pages.DOWNLOADS}/{name}" for name in names(snippets=snippets)]
    written = pages.write_pages(
        article, results, out, downloads=links, snippets=snippets
    )  # first: the notebooks were the longest work
    try:
        export(article, out / pages.DOWNLOADS, snippets=snippets)
    except ArticleError as error:
        failed.append(str(error))
        pages.write_pages(article, results, out, snippets=snippets)
    return written, failed
