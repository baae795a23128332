"""What a corpus costs on this machine: the complete analysis beside the bare parse, in one run."""

import os
import time
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from ..analyses import ANALYSES
from ..article import ArticleError
from ..language import as_published, parse
from ..wording import count
from .engine import Cluster
from .sources import items
from .stored import stored, write
from .worker import analyse_part, read, settle

MOST = 500  # articles
LOOKED_AT = 40  # articles of which the share of each part is measured
PIECE = 10  # articles of a part: small, so that no process waits long for the last one


def benchmark(source, *, columns=None, workers=None, most=MOST):
    """Measure throughput, the gain of a second process, memory and size.

    Parameters
    ----------
    source : str or path
    columns : dict of str to str, optional
        As for `analyse`.
    workers : int, optional
        Processes; all cores if left out.
    most : int
        Articles of the source that are taken.

    Returns
    -------
    dict
        `articles`, `words`; `bare` and `complete`: words a second of spaCy's tokenizer to named
        entities, and of all tables written, in the same processes; `share`: complete by bare;
        `gain`: complete with all processes by one; `memory`: largest process, bytes; `size`: Parquet
        by UTF-8 text; `parts`: of the time of the first articles, the share of reading, parsing, each
        analysis and writing, in the order in which they are done (what several need, the first pays).

    Raises
    ------
    ArticleError
        If no article of the source can be read.
    """
    if workers is not None and workers < 1:
        raise ArticleError(f"--workers {workers}: give the number of processes, 1 or more.")
    workers = workers or os.cpu_count()
    texts, parts, kept = [], [], []
    for item in islice(items(source, columns), most):
        try:
            texts.append(read(item)[0].text)
            kept.append(item)
        except ArticleError:
            continue
    if not kept:
        raise ArticleError(f"{source}: no article of it can be read.")
    parts = [(n, kept[at : at + PIECE]) for n, at in enumerate(range(0, len(kept), PIECE))]
    plain = [(n, texts[at : at + PIECE]) for n, at in enumerate(range(0, len(texts), PIECE))]
    words = sum(len(text.split()) for text in texts)
    found = {"articles": len(kept), "words": words, "processes": workers}
    with TemporaryDirectory() as folder:
        seconds = {}
        for number in dict.fromkeys((workers, 1)):
            with Cluster(number, None) as cluster:
                cluster.client.run(warm, parts[0][1], folder)
                seconds[number] = timed(cluster, analyse_part, parts, out=str(Path(folder) / str(number)))
                if number == workers:
                    found["memory"] = max(cluster.client.run(memory).values())
                    cluster.client.run(published)
                    seconds["bare"] = timed(cluster, bare, plain)
        written = sum(file.stat().st_size for file in (Path(folder) / str(workers)).rglob("[a-z]*/*.parquet"))
    found |= {
        "bare": words / seconds["bare"],
        "complete": words / seconds[workers],
        "size": written / sum(len(text.encode("utf8", "replace")) for text in texts),
    }
    found["parts"] = parts_of(kept[:LOOKED_AT])
    found |= {"share": seconds["bare"] / seconds[workers], "gain": seconds[1] / seconds[workers]}
    return found


def parts_of(some):
    """The share of each part of the work, by processor time of this process.

    Parameters
    ----------
    some : list of Item

    Returns
    -------
    dict of str to float
    """
    settle()
    seconds = dict.fromkeys(("reading", "parse", *ANALYSES, "writing"), 0.0)

    def measured(name, function, *given):
        began = time.process_time()
        result = function(*given)
        seconds[name] += time.process_time() - began
        return result

    found = []
    with TemporaryDirectory() as folder:
        for number, item in enumerate(some):
            article, _ = measured("reading", read, item)
            measured("parse", parse, article)
            tables = {name: measured(name, analysis, article) for name, analysis in ANALYSES.items()}
            found.append((str(number), article.text, tables))
        measured("writing", _written, found, Path(folder))
    whole = sum(seconds.values())
    return {name: value / whole for name, value in seconds.items()}


def _written(found, folder):
    for at in range(0, len(found), PIECE):
        for name in ANALYSES:
            write(stored(name, found[at : at + PIECE]), folder / name, at)


def timed(cluster, function, parts, **options):
    began = time.perf_counter()
    cluster.map(function, parts, lambda done: None, **options)
    return time.perf_counter() - began


def bare(number, texts):
    """spaCy's own pipeline on whole texts, as its manual has it (`nlp.pipe`)."""
    return sum(len(doc) for doc in published().pipe(texts))


@cache
def published():
    """The model as it is published: what the analysis is compared with, without what makes ours faster."""
    nlp = as_published()
    nlp("Loaded, and run once.")
    return nlp


def warm(part, folder):
    settle()
    analyse_part(0, part, str(Path(folder) / f"warm-{os.getpid()}"))


def memory():
    return psutil.Process().memory_info().rss


def described(found):
    """The figures as sentences.

    >>> figures = {"articles": 2, "words": 100, "processes": 2, "bare": 50.0, "complete": 30.0, "share": 0.6,
    ...            "gain": 1.8, "memory": 500_000_000, "size": 4.0, "parts": {"parse": 0.7, "quotes": 0.3}}
    >>> print(described(figures).splitlines()[1])
    complete analysis        30 words a second, 0.60 of the bare parse in the same 2 processes
    >>> print(described(figures).splitlines()[-1])
    of its time       parse 70 %, quotes 30 %
    """
    processes = count(found["processes"], "process", "processes")
    shares = sorted(found["parts"].items(), key=lambda part: -part[1])
    gain = f"{processes} are {found['gain']:.2f} times as fast as one"
    return "\n".join(
        [
            f"{found['articles']:,} articles, {found['words']:,} words",
            f"complete analysis {found['complete']:>9,.0f} words a second, {found['share']:.2f} "
            f"of the bare parse in the same {processes}",
            f"bare spaCy parse  {found['bare']:>9,.0f} words a second",
            *([gain] if found["processes"] > 1 else []),
            f"largest process   {found['memory'] / 1e6:>9,.0f} MB",
            f"Parquet           {found['size']:>9.1f} times the size of the texts",
            "of its time       " + ", ".join(f"{name} {share:.0%}".replace("%", " %") for name, share in shares),
        ]
    )
