"""Many articles: each analysed by what analyses one, on Dask, into tables larger than memory."""

import errno
import json
import os
import sys
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp

from filelock import FileLock, Timeout

from .. import __version__
from ..article import ArticleError
from .beside import described
from .duplicates import group
from .read import Corpus
from .sources import items
from .worker import TABLES, analyse_part, corrections_of, places_of, replace

__all__ = ["TABLES", "Corpus", "analyse", "items", "opened"]

PART = 25  # articles of a part
SMALL = 200  # articles that are analysed on the way; more are a run of their own


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
):
    """Analyse every article of a source.

    Parameters
    ----------
    source : str or path
        A folder, a table (.jsonl, .csv, .parquet) with an article a row, a .zip or a .warc.
    out : str or path
        Folder for the tables, one data set of Parquet files each; `articles` and `failures` too.
        An earlier run with the same source and settings that did not end is continued.
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
        Leave the articles' texts out.
    lean : bool
        Leave out of the tables what the articles' texts give again: the words of each row, and which
        words make up a tone. `Corpus` puts the words back; the tables take half of the space.
    overwrite : bool
        Begin anew where a run with other settings is there.

    Returns
    -------
    dict
        `articles`, `words`, `failures`, `parts`.

    Raises
    ------
    ArticleError
        One sentence: the source is not there, the folder holds something else or a run with other
        settings, another run is writing, the disk is full.
    """
    source, out = Path(source), Path(out)
    if lean and no_text:
        raise ArticleError(
            "--lean takes the words of rows from the articles' texts, which --no-text leaves out; choose one."
        )
    given = {name: str(value) for name, value in (("names", names), ("metadata", metadata)) if value}
    next(described(items(source, columns), **given), None)  # what is wrong is said before anything is made
    settings = {
        "source": str(source.resolve()),
        "columns": columns or {},
        "text": not no_text,
        "lean": lean,
        "part": PART,
        "version": __version__,
        **given,
    }
    _check(out, source)
    out.mkdir(parents=True, exist_ok=True)
    (out / "_state").mkdir(exist_ok=True)
    try:
        with FileLock(out / "_state" / "lock", timeout=0):
            _prepare(out, settings, overwrite)
            try:
                totals = _run(source, out, settings, columns, workers, scheduler)
            except KeyboardInterrupt:
                group(out)  # what is done is a corpus of its own
                raise
            group(out)
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
    analyse(source, out, workers=0)
    return Corpus(out, copies)


def _check(out, source):
    if out.exists() and not out.is_dir():
        raise ArticleError(f"{out}: is a file, not a folder; name another folder with --out.")
    if out.exists() and any(out.iterdir()) and not (out / "_state").exists():
        raise ArticleError(f"{out}: holds something that is not a corpus; name another folder with --out.")
    if source.is_dir() and out.resolve().is_relative_to(source.resolve()):
        raise ArticleError(f"{out}: lies inside the source, and would be read as part of it; name another folder.")


def _prepare(out, settings, overwrite):
    """Continue, begin, or refuse."""
    record = out / "_state" / "run.json"
    if record.exists() and json.loads(record.read_text(encoding="utf8")) != settings:
        if not overwrite:
            raise ArticleError(
                f"{out}: holds a run with another source, other settings or another version; name another folder, or "
                "begin anew with --overwrite."
            )
        record.unlink()  # first, so that a run broken off here is not continued as the old one
    if overwrite or not record.exists():
        for name in (*TABLES, "articles", "failures", "_state"):
            for path in (out / name).glob("part-*"):
                path.unlink()
        replace(record, json.dumps(settings, indent=1).encode())


def _parts(source, columns, given):
    """(number, items) of each part, read from the source as a stream."""
    stream = described(items(source, columns), **given)
    number = 0
    while part := list(islice(stream, PART)):
        yield number, part
        number += 1


def _run(source, out, settings, columns, workers, scheduler):
    from .engine import Cluster, Here, Progress

    totals = {"articles": 0, "words": 0, "failures": 0, "parts": 0}
    scheduler = scheduler or os.environ.get("DASK_SCHEDULER_ADDRESS")
    with Here() if workers == 0 else Cluster(workers, scheduler) as cluster:
        progress = Progress(cluster.dashboard, quiet=not sys.stderr.isatty())

        def count(done, again=False):
            for name in ("articles", "words", "failures"):
                totals[name] += done[name]
            totals["parts"] += 1
            progress.add(done, again)

        def todo():
            given = {name: settings[name] for name in ("names", "metadata") if name in settings}
            for number, part in _parts(source, columns, given):
                manifest = out / "_state" / f"part-{number:06}.json"
                if manifest.exists():
                    done = json.loads(manifest.read_text(encoding="utf8"))
                    if done["places"] != places_of(part):
                        raise ArticleError(
                            f"{source}: has changed since the run in {out} began; begin anew with --overwrite."
                        )
                    if done.get("corrections", "") == corrections_of(part):
                        count(done, again=True)
                        continue
                yield number, part

        try:
            cluster.map(
                analyse_part, todo(), count, out=str(out.resolve()), keep_text=settings["text"], lean=settings["lean"]
            )
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            raise ArticleError(
                f"{out}: the disk is full; make space and run the same command again, it continues."
            ) from None
        finally:
            progress.close()
    return totals
