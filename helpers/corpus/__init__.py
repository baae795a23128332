"""Many articles: each analysed by what analyses one, on Dask, into tables larger than memory."""

import atexit
import json
import os
import shutil
import sys
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp

from filelock import FileLock, Timeout

from .. import __version__
from ..article import ArticleError
from ..article.characters import printable
from ..files import replace
from .known_of_files import described
from .limit import SECONDS, forget
from .sources import items
from .state import Changes, contents, drop, numbers, tidy, writing
from .stored import FORM
from .worker import TABLES, analyse_part

__all__ = ["TABLES", "Corpus", "analyse", "items", "opened"]

WRITTEN = (*TABLES, "articles", "failures")
PART = 25  # articles of a part
SMALL = 200  # articles that are analysed on the way; more are a run of their own


def __getattr__(name):
    """`Corpus` is loaded for who asks for it: DuckDB would take 13 MB of every worker, which asks nothing."""
    if name != "Corpus":
        raise AttributeError(name)
    from .read import Corpus

    return Corpus


def analyse(
    source,
    out,
    *,
    workers=None,
    scheduler=None,
    columns=None,
    names=None,
    metadata=None,
    no_text=False,
    lean=False,
    overwrite=False,
    limit=SECONDS,
    dashboard=False,
):
    """Analyse every article of a source.

    Parameters
    ----------
    source : str or path
        A folder, a table (.jsonl, .csv, .parquet) with an article a row, a .zip or a .warc.
    out : str or path
        Folder for the tables, one data set of Parquet files each; `articles` and `failures` too.
        An earlier run with the same source and settings is continued: what has changed since, what
        failed for a passing reason and what is damaged is done again, what is gone is taken out.
    workers : int, optional
        Processes of a cluster on this machine; all cores if left out, this process alone if 0.
    scheduler : str, optional
        Address of a Dask scheduler whose workers see `source` and `out` under the same paths; the
        environment variable DASK_SCHEDULER_ADDRESS is taken if left out.
    columns : dict of str to str, optional
        Which column of a table holds text, title, published, id, url, outlet, author.
    names : str, optional
        Fields in the names of files: "{outlet}_{published}_*"; see `beside.described`.
    metadata : str or path, optional
        A table (.csv) that says of each file, by its name, what columns of these names hold.
    no_text : bool
        Leave the articles' texts out; each row keeps its words then, which else are taken from the text.
    lean : bool
        Leave out of the tables which words make up a tone or a theme; they take two thirds of the space.
    overwrite : bool
        Begin anew where a run with other settings is there.
    limit : float
        Seconds for an article; one that takes longer is a failure.
    dashboard : bool
        Show Dask's dashboard, to this machine alone.

    Returns
    -------
    dict
        `articles`, `words`, `failures`, `parts`; `new`, `changed`, `gone`: articles, compared with the
        tables that were there before, 0 where there were none.

    Raises
    ------
    ArticleError
        One sentence: the source is not there, the folder holds something else or a run with other
        settings, another run is writing, the disk is full.
    """
    source, out = Path(source), Path(out)
    if lean and no_text:
        raise ArticleError(
            "--lean leaves out what can be read again in the articles' texts, and --no-text these; choose one."
        )
    if workers is not None and workers < 0:
        raise ArticleError(f"--workers {workers}: give the number of processes, 0 for none but this one.")
    if not 0 < limit < 1e7:
        raise ArticleError(f"--limit {limit}: give a number of seconds above 0 and below ten million.")
    given = {name: str(value) for name, value in (("names", names), ("metadata", metadata)) if value}
    if next(described(items(source, columns), **given), None) is None:  # said before anything is made
        raise ArticleError(f"{source}: has no article in it; name a folder or file of articles.")
    settings = {
        "source": os.path.realpath(source),
        "columns": columns or {},
        "text": not no_text,
        "lean": lean,
        "part": PART,
        "version": __version__,
        "files": FORM,
        **given,
    }
    from . import duplicates  # with DuckDB, as `Corpus`

    with writing(out):
        try:
            _check(out, source)
            (out / "_state").mkdir(parents=True, exist_ok=True)
            replace(out / "_state" / "tried", b"")  # what cannot be written is said before the work starts
            with FileLock(out / "_state" / "lock", timeout=0):
                _prepare(out, settings, overwrite)
                try:
                    totals = _run(source, out, settings, columns, workers, scheduler, limit, dashboard)
                except KeyboardInterrupt:
                    duplicates.group(out)  # what is done is a corpus of its own
                    raise
                duplicates.group(out)
                return totals
        except Timeout:
            raise ArticleError(f"{out}: another run is writing there; wait for it or name another folder.") from None


def opened(source, copies=True):
    """A corpus to be asked; a small source that is not analysed yet is analysed on the way.

    Parameters
    ----------
    source : str, path or Corpus
        A folder that `python -m helpers corpus` has written; or up to 200 articles in whatever
        `analyse` reads; or a corpus, to ask it again with or without copies. The environment
        variable CORPUS overrules a name.
    copies : bool
        Whether near duplicates count each.

    Returns
    -------
    Corpus

    Raises
    ------
    ArticleError
        One sentence: it does not exist, or is too large to be analysed on the way.
    """
    from .read import Corpus

    if isinstance(source, Corpus):
        return Corpus(source.folder, copies)
    source = Path(os.environ.get("CORPUS") or source)
    if (source / "_state").is_dir():
        return Corpus(source, copies)
    for number, _ in enumerate(items(source), 1):
        if number > SMALL:
            raise ArticleError(
                f"{source}: has more than {SMALL} articles; analyse it first with: python -m helpers "
                f"corpus {source} --out FOLDER, and name the folder here."
            )
    out = Path(mkdtemp(prefix="corpus-"))
    atexit.register(shutil.rmtree, out, ignore_errors=True)  # it holds the texts
    analyse(source, out, workers=0)
    return Corpus(out, copies)


def _check(out, source):
    if out.exists() and not out.is_dir():
        raise ArticleError(f"{out}: is a file, not a folder; name another folder with --out.")
    if out.exists() and any(out.iterdir()) and not (out / "_state").is_dir():
        raise ArticleError(f"{out}: holds something that is not a corpus; name another folder with --out.")
    if any("\ud800" <= one <= "\udfff" for one in os.path.realpath(out)):
        raise ArticleError(
            f"{printable(out)}: its name is no UTF-8, which tables cannot be named by; name another folder."
        )
    if Path(os.path.realpath(source)).is_relative_to(os.path.realpath(out)):
        raise ArticleError(
            f"{source}: lies inside {out}, whose tables are written anew; name another folder with --out."
        )
    if source.is_dir() and Path(os.path.realpath(out)).is_relative_to(os.path.realpath(source)):
        raise ArticleError(f"{out}: lies inside the source, and would be read as part of it; name another folder.")


def _prepare(out, settings, overwrite):
    """Continue, begin, or refuse."""
    record = out / "_state" / "run.json"
    if record.exists() and _settings(record) != settings:
        if not overwrite:
            raise ArticleError(
                f"{out}: holds a run with another source, other settings or another version; name another folder, or "
                "begin anew with --overwrite."
            )
        record.unlink()  # first, so that a run broken off here is not continued as the old one
    forget(out)
    tidy(out, WRITTEN)
    if overwrite or not record.exists():
        for number in numbers(out, WRITTEN):
            drop(out, number, WRITTEN)
        replace(record, json.dumps(settings, indent=1).encode())


def _settings(record):
    try:
        return json.loads(record.read_text(encoding="utf8"))
    except (ValueError, RecursionError):
        raise ArticleError(
            f"{record}: is damaged, so that nobody knows what the tables are of; delete it and run the same command "
            "again, which begins anew."
        ) from None


def _parts(source, columns, given):
    """(number, items) of each part, read from the source as a stream."""
    stream = described(items(source, columns), **given)
    number = 0
    while part := list(islice(stream, PART)):
        yield number, part
        number += 1


def _cluster(*given):
    from .engine import Cluster

    return Cluster(*given)


def _run(source, out, settings, columns, workers, scheduler, limit, dashboard):
    from .in_process import Here, Progress

    totals = {"articles": 0, "words": 0, "failures": 0, "parts": 0}
    scheduler = scheduler or os.environ.get("DASK_SCHEDULER_ADDRESS")
    changes, last = Changes(out, WRITTEN), -1
    with Here() if workers == 0 else _cluster(workers, scheduler, dashboard) as cluster:
        progress = Progress(cluster.dashboard, quiet=not (sys.stderr and sys.stderr.isatty()))

        def count(done, again=False):
            for name in ("articles", "words", "failures"):
                totals[name] += done[name]
            totals["parts"] += 1
            progress.add(done, again)

        def todo():
            given = {name: settings[name] for name in ("names", "metadata") if name in settings}
            nonlocal last
            for number, part in _parts(source, columns, given):
                last, made_of = number, contents(part)
                changes.see(made_of)
                done = changes.done.pop(number, None)
                if done and done["contents"] == made_of and not done["passing"]:
                    count(done, again=True)
                    continue
                drop(out, number, WRITTEN)
                yield number, part

        options = {"keep_text": settings["text"], "lean": settings["lean"], "limit": limit}
        try:
            cluster.map(analyse_part, todo(), count, out=os.path.realpath(out), expendable=workers != 0, **options)
        finally:
            progress.close()
    for number in numbers(out, WRITTEN):
        if number > last:  # the source has become shorter
            drop(out, number, WRITTEN)
    return totals | changes.counts()
