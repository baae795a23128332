"""The one room that knows the notebooks: runs them and writes shareable HTML."""

import os
import sys
from pathlib import Path

from ..choice import DEFAULT

__all__ = ["render"]


WORKERS = min(2, os.cpu_count() or 1)  # processes that run notebooks side by side
LAST = ("8_many_articles", "9_how_far_to_trust")  # which take longest, and which reading an article does not need
# A page of its own, and with a user's article only if this variable names what else is read.
PAIR = "7_two_articles"
ABOUT_OTHERS = {PAIR: "OTHER", "8_many_articles": "CORPUS"}


def render(path=None, out="rendered", *, published=None, single=False, snippets=False, stages=None):
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
    stages : Stages, optional
        Says what is being done, and keeps the seconds of each stage.

    Returns
    -------
    (list of pathlib.Path, list of str)
        The pages written, and a sentence for each notebook, and for the downloads, if they failed.

    Raises
    ------
    ArticleError
        If the article cannot be read or the folder is not ours to write to; nothing is written.
    """
    from ..analyses import collect
    from ..article import ArticleError
    from ..choice import once
    from ..export import check, export, names
    from . import pages
    from .run import NotebookError, begin, notebooks
    from .single import write_single
    from .stages import Stages

    path, out = Path(os.path.abspath(path or DEFAULT)), Path(out)  # corrections lie beside a link
    once.cache_clear()  # the file may be another one than before
    stages = stages or Stages()
    stages.begin("load")
    article = once(str(path), str(published or ""))
    pages.check_folder(out, article, single=single)
    if not single:
        check(out / pages.DOWNLOADS, source=path, snippets=snippets)
    environment = {**os.environ, "ARTICLE": str(path), "PUBLISHED": str(published or "")}
    environment["SNIPPETS"] = "1" if snippets else ""
    stages.begin("analyse")
    collect(article)  # all that is built on has it from here
    if single:
        return [write_single(article, out, snippets=snippets)], []

    chosen = [path for path in notebooks() if not path.stem.startswith(pages.DOOR)]
    if not pages.is_default(article):
        named = {name for name, variable in ABOUT_OTHERS.items() if os.environ.get(variable)}
        named -= {PAIR} if snippets else set()  # its page has both texts
        chosen = [path for path in chosen if path.stem in named or path.stem not in ABOUT_OTHERS]
    chosen.sort(key=lambda path: path.stem in LAST)
    failed = []

    def done(notebook, result):
        if isinstance(result, NotebookError):
            failed.append(str(result))
            print(f"{notebook.name}: failed", file=sys.stderr, flush=True)
        else:
            stages.say(f"{notebook.name}: done")

    stages.begin("notebooks")
    running = begin(chosen, environment, workers=WORKERS, done=done)
    try:
        links = [f"{pages.DOWNLOADS}/{name}" for name in names(snippets=snippets)]
        first = {path: running[path].result() for path in chosen if path.stem not in LAST}
        stages.begin("pages")
        bodies = {}
        pages.write_pages(article, first, out, downloads=links, snippets=snippets, bodies=bodies)  # to be opened now
        stages.begin("downloads")
        try:
            export(article, out / pages.DOWNLOADS, snippets=snippets)
        except ArticleError as error:
            failed.append(str(error))
            links = ()
        stages.begin("others")
        results = {path: future.result() for path, future in running.items()}
        stages.begin("all")
        written = pages.write_pages(article, results, out, downloads=links, snippets=snippets, bodies=bodies)
    except BaseException:
        for future in running.values():
            future.cancel()
        raise
    finally:
        stages.close()
    return written, failed
