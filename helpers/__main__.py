"""The command line: `python -m helpers render`, `compare`, `corpus`, `correct`, `sample`, `evaluate`, `learn`."""

import gc
import sys
from importlib import import_module

from .arguments import EVALUATIONS, parser
from .article import ArticleError
from .wording import count

PACKAGES = "install the packages of the tests: pip install -r tests/requirements.txt"


def main(arguments=None):
    """Parse the arguments, call a room, return the exit code.

    0: done. 1: something failed on the way and is named. 2: the input cannot be used.
    """
    options = parser().parse_args(arguments)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")  # names of files need not be UTF-8
    try:
        return RUNS[options.command](options)
    except ArticleError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        where = error.filename2 or error.filename or options.command
        print(f"{where}: {error.strerror or error}; check the name and the permissions.", file=sys.stderr)
    return 2


def _render(options):
    gc.set_threshold(50_000, 20, 50)  # what is loaded stays: to look through it again and again is a tenth of the time
    if options.refresh:
        from .render.run import NotebookError, refresh

        try:
            print(f"{len(refresh())} notebooks run and written back.")
        except NotebookError as error:
            print(error, file=sys.stderr)
            return 1
        return 0
    from .render import render
    from .render.stages import Stages, described

    if options.article == "":  # of a script whose variable is not set
        raise ArticleError("render: the article's name is empty; give a file, or nothing for the default article.")
    stages = Stages()
    pages, failed = render(
        options.article,
        options.out,
        published=options.published,
        single=options.single,
        snippets=options.snippets,
        stages=stages,
    )
    if options.benchmark:
        print(described(stages.seconds))
    if options.single:
        print(f"The page is {pages[0]}; open it in a browser.")
    else:
        print(f"{len(pages)} pages in {options.out}; open {options.out}/index.html in a browser.")
    for sentence in failed:
        print(f"Failed: {sentence}", file=sys.stderr)
    for sentence in _unfit(options):
        print(sentence, file=sys.stderr)
    return 1 if failed else 0


def _unfit(options):
    """A sentence for each line of the corrections that fits nothing in the article."""
    from .analyses import report
    from .article import load

    article = options.article and load(options.article, published=options.published)
    for row in report(article).itertuples() if article else ():
        if row.result.startswith("no longer fits"):
            words = f"“{row.text}”" if row.text else row.table
            yield f"Corrections, line {row.line} ({row.kind} {words}) {row.result}; change it or take it out."


def _compare(options):
    from .article import load
    from .compare import answer, compare, write

    a = load(options.article, published=options.published)
    b = load(options.other, published=options.other_published)
    tables = compare(a, b)
    print(answer(a, b, tables).plain, *tables["in_short"]["says"].dropna(), sep="\n")
    if options.out:
        files = write(a, b, tables, options.out)
        print(f"{len(files)} files in {options.out}; open {files[0]} in a browser.")
    return 0


def _corpus(options):
    from .corpus import analyse

    columns = None
    if options.columns:
        pairs = [pair.split("=", 1) for pair in options.columns.split(",")]
        if not all(len(pair) == 2 and all(pair) for pair in pairs):
            raise ArticleError(f"--columns {options.columns}: write it as text=body,published=date.")
        columns = dict(pairs)
    if options.benchmark:
        from .corpus.benchmark import benchmark, described

        print(described(benchmark(options.source, columns=columns, workers=options.workers)))
        return 0
    if not options.out:
        raise ArticleError("corpus: no folder for the tables is named; name one with --out.")
    try:
        done = analyse(
            options.source,
            options.out,
            workers=options.workers,
            scheduler=options.scheduler,
            columns=columns,
            names=options.names,
            metadata=options.metadata,
            no_text=options.no_text,
            lean=options.lean,
            overwrite=options.overwrite,
            limit=options.limit,
            dashboard=options.dashboard,
        )
    except KeyboardInterrupt:
        print("Stopped. What is done is usable; the same command continues.", file=sys.stderr)
        return 130
    articles, words, failures = (count(done[f"{one}s"], one) for one in ("article", "word", "failure"))
    print(f"{articles} with {words} in {options.out}; {failures}.")
    if done["new"] or done["changed"] or done["gone"]:
        print("Since the run before: {new:,} new, {changed:,} changed, {gone:,} gone.".format(**done))
    if not done["articles"]:
        raise ArticleError(f"{options.source}: no article of it could be read; {options.out}/failures says why.")
    return 0


def _sample(options):
    from .corpus import opened
    from .sample import check, draw, write

    check(options.out)
    rows = draw(opened(options.corpus), options.table, options.n, options.seed)
    files = write(rows, options.table, options.out, seed=options.seed)
    print(
        f"{len(rows):,} rows to judge in {files[0]}, and for INCEpTION in {files[1].parent}; then: python -m helpers "
        f"evaluate sample {files[0]}"
    )
    return 0


def _correct(options):
    from .article import load
    from .corrections import append, beside
    from .export.read_back import from_annotations

    article = load(options.article, published=options.published)
    lines, absent = from_annotations(article, options.annotated, who=options.who, why=options.why)
    if lines:
        append(beside(options.article), *lines)
    print(f"{len(lines):,} lines added to {beside(options.article)}.")
    if absent:
        print(f"Left alone, as {options.annotated} has no mark of them: {', '.join(absent)}.")
    return 0


def _judged(options):
    from .sample import described, judged

    print(described(judged(options.folder, options.article)))
    return 0


def _linear(options):
    from .evaluate.running_time import described, linear

    table = linear()
    print(described(table))
    return 1 if table["slow"].any() else 0


def _offsets(options):
    from .evaluate.offsets import described, offsets

    table = offsets(options.folder)
    print(described(table))
    return 1 if table["problems"].map(len).any() else 0


def _evaluate(options):
    what, own = options.what, {"linear": _linear, "offsets": _offsets, "sample": _judged}
    if what != "linear" and not options.folder:
        raise ArticleError(f"evaluate {what}: nothing is named to measure on; give {EVALUATIONS[what]}.")
    if what == "actors" and not options.article:
        raise ArticleError("evaluate actors: the article is not named; give the gold and then the article.")
    if what in own:
        if options.record:
            raise ArticleError(f"evaluate {what}: has no figure that is kept; leave out --record.")
        return own[what](options)
    from .evaluate.scores import described

    measure = getattr(_needing(f"evaluate.{what}", f"evaluate {what}"), what)
    given = (options.folder, options.article) if what in ("actors", "pages") else (options.folder,)
    figures, errors = measure(*given)
    print(described(figures))
    for row in errors.groupby("kind").head(options.errors).itertuples(index=False):
        print(f"{row.kind}: {row.where}: {row.what}")
    return _record(options, figures)


def _record(options, figures):
    if options.record:
        from .evaluate.scores import keep

        if not figures["kept"].any():
            raise ArticleError(f"{options.command} {options.what}: has no figure that is kept; leave out --record.")
        kept, every = keep(figures)
        print(f"{kept} figures kept; data/accuracy.csv has {every}.")
    return 0


def _needing(module, command):
    """A module that may need more packages than running does."""
    try:
        return import_module(f".{module}", __package__)
    except ModuleNotFoundError as error:
        raise ArticleError(f"{command}: needs the package {error.name}; {PACKAGES}") from None


def _learn(options):
    learned = getattr(_needing(f"learn.{options.what}", f"learn {options.what}"), f"learn_{options.what}")
    alone = options.what in ("vectors", "frequency")  # of a package, not of a corpus
    if not alone and not options.folder:
        raise ArticleError(f"learn {options.what}: no folder is named; give the one with annotated texts.")
    given = (options.out,) if alone else (options.folder, options.out)
    figures = learned(*given)
    from .evaluate.scores import described

    print(described(figures))
    return _record(options, figures)


RUNS = {
    "render": _render,
    "compare": _compare,
    "corpus": _corpus,
    "sample": _sample,
    "correct": _correct,
    "evaluate": _evaluate,
    "learn": _learn,
}

if __name__ == "__main__":
    sys.exit(main())
