"""The command line: `python -m helpers render`, `compare`, `corpus`, `correct`, `sample`, `evaluate`, `learn`."""

import argparse
import sys
from importlib import import_module

from .article import ArticleError

# what can be measured -> what it is measured on
EVALUATIONS = {
    "offsets": "a folder of texts",
    "invariance": "a folder with text/*.txt and attributions/*.ann",
    "linear": "nothing: it makes its own texts",
    "quotes": "a folder with text/*.txt and attributions/*.ann",
    "times": "a folder of TimeML files",
    "events": "a folder of TimeML files",
    "consistency": "a folder of .tsv files with kind, planted and text, or a .json of stories",
    "quantities": "a file of sentences with their quantities, as NewsQuant has them",
    "sentiment": "a file of rated sentences, or a .jsonl file of labelled ones",
    "phrases": "a folder with docsutf8/*.txt and keys/*.key",
    "facts": "a folder with facts.json and articles/",
    "pages": "a folder with html/*.html.gz and ground-truth.json, and perhaps a file of marks",
    "compare": "a folder with text/*.txt that has the pairs of data/gold/pairs.tsv",
    "themes": "a folder of articles with headings, or with a reader's themes in themes.json",
    "actors": "a gold in JSON or CSV, and its article",
    "coreference": "a folder with *.conllu, as GUM has them",
    "gold": "an article in which somebody marked by hand what is there (data/gold/)",
    "sample": "a sheet of `sample` that was judged, and perhaps another person's",
}
PACKAGES = "install the packages of the tests: uv pip install --group test"


def main(arguments=None):
    """Parse the arguments, call a room, return the exit code.

    0: done. 1: something failed on the way and is named. 2: the input cannot be used.
    """
    parser = argparse.ArgumentParser(prog="python -m helpers", description="Read one news article closely.")
    commands = parser.add_subparsers(dest="command", required=True)

    render = commands.add_parser("render", help="run the notebooks on an article and write offline HTML")
    render.add_argument("article", nargs="?", help=".txt, .md, .html or .docx; the default article if left out")
    render.add_argument("--out", default="rendered", help="folder for the pages (default: rendered)")
    render.add_argument("--published", help="day of publication, as YYYY-MM-DD")
    render.add_argument("--single", action="store_true", help="one HTML file to send: the reading page with its tables")
    render.add_argument(
        "--snippets",
        action="store_true",
        help="for a text that must not be passed on: at most 25 words around a finding, no download with the text",
    )
    render.add_argument("--benchmark", action="store_true", help="say the seconds of each stage")
    render.add_argument("--refresh", action="store_true", help="for developers: renew the notebooks' own outputs")
    render.set_defaults(run=_render)

    compare = commands.add_parser("compare", help="set two articles, or two versions of one, side by side")
    compare.add_argument("article", help="the first article, or the earlier version")
    compare.add_argument("other", help="the second article, or the later version")
    compare.add_argument("--published", help="day of publication of the first, as YYYY-MM-DD")
    compare.add_argument("--other-published", help="day of publication of the second")
    compare.add_argument("--out", help="folder for the page and the tables; without it only sentences are printed")
    compare.set_defaults(run=_compare)

    corpus = commands.add_parser("corpus", help="analyse many articles into Parquet tables")
    corpus.add_argument(
        "source", help="a folder, a table (.jsonl, .csv, .parquet), a .zip, a .warc, or an archive's file"
    )
    corpus.add_argument("--out", help="folder for the tables")
    corpus.add_argument("--workers", type=int, help="processes on this machine (default: all cores)")
    corpus.add_argument("--scheduler", help="address of a Dask scheduler, in place of processes on this machine")
    corpus.add_argument("--columns", help="columns of a table, for example text=body,published=date")
    corpus.add_argument("--names", help='fields in the names of files, for example "{outlet}_{published}_*"')
    corpus.add_argument("--metadata", help="a table (.csv) with a column of file names, and what is known of each")
    corpus.add_argument("--no-text", action="store_true", help="leave the articles' texts out of the tables")
    corpus.add_argument(
        "--lean", action="store_true", help="smaller tables, without the words that make up a tone or a theme"
    )
    corpus.add_argument("--overwrite", action="store_true", help="begin anew where another run is")
    corpus.add_argument("--limit", type=float, default=300, help="seconds for an article (default: 300)")
    corpus.add_argument("--dashboard", action="store_true", help="show Dask's dashboard, to this machine alone")
    corpus.add_argument("--benchmark", action="store_true", help="measure on up to 500 of the articles, write nothing")
    corpus.set_defaults(run=_corpus)

    sample = commands.add_parser("sample", help="draw rows of a corpus to be judged by hand")
    sample.add_argument("corpus", help="a folder that `corpus` has written, or up to 200 articles")
    sample.add_argument("--table", default="quotes", help="quotes, times, events, actors, quantities or consistency")
    sample.add_argument("--n", type=int, default=200, help="rows (default: 200)")
    sample.add_argument("--seed", type=int, default=1, help="another number draws other rows")
    sample.add_argument("--out", default="sample.xlsx", help="spreadsheet to write (default: sample.xlsx)")
    sample.set_defaults(run=_sample)

    correct = commands.add_parser(
        "correct", help="take over what somebody changed in an export, in brat, INCEpTION or a QDA program"
    )
    correct.add_argument("article", help="the article that was exported")
    correct.add_argument("annotated", help="brat's .ann, INCEpTION's .xmi with its TypeSystem.xml, or a .qdpx")
    correct.add_argument("--published", help="day of publication, as for the export")
    correct.add_argument("--who", default="", help="whose judgement it is")
    correct.add_argument("--why", default="", help="on what ground")
    correct.set_defaults(run=_correct)

    evaluate = commands.add_parser("evaluate", help="measure: offsets, running time, accuracy")
    evaluate.add_argument("what", choices=EVALUATIONS)
    evaluate.add_argument(
        "folder",
        nargs="?",
        help="folder of texts (offsets), of annotated texts, or a file of rated sentences (sentiment)",
    )
    evaluate.add_argument(
        "article", nargs="?", help="the article that a gold is of (actors); the second sheet (sample)"
    )
    evaluate.add_argument(
        "--errors", type=int, default=0, metavar="N", help="also print the N worst errors of each kind"
    )
    evaluate.add_argument("--record", action="store_true", help="for developers: also keep it in data/accuracy.csv")
    evaluate.set_defaults(run=_evaluate)

    learn = commands.add_parser("learn", help="learn the weights of an analysis from annotated texts")
    learn.add_argument(
        "what", choices=("quotes", "coreference", "sentiment", "vectors", "phrases", "in_short", "themes", "relations")
    )
    learn.add_argument("folder", nargs="?", help="annotated texts, as the analysis' card says; none for vectors")
    learn.add_argument("--out", required=True, help="file to write the weights to")
    learn.add_argument(
        "--record", action="store_true", help="for developers: keep figures held out in data/accuracy.csv"
    )
    learn.set_defaults(run=_learn)

    options = parser.parse_args(arguments)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")  # names of files need not be UTF-8
    try:
        return options.run(options)
    except ArticleError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        where = error.filename2 or error.filename or options.command
        print(f"{where}: {error.strerror or error}; check the name and the permissions.", file=sys.stderr)
    return 2


def _render(options):
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
    return 1 if failed else 0


def _compare(options):
    from .article import load
    from .compare import answer, compare, write

    a = load(options.article, published=options.published)
    b = load(options.other, published=options.other_published)
    tables = compare(a, b)
    print(answer(a, b, tables).plain)
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
    print(
        f"{done['articles']:,} articles with {done['words']:,} words in {options.out}; {done['failures']:,} failures."
    )
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
    if options.what != "vectors" and not options.folder:
        raise ArticleError(f"learn {options.what}: no folder is named; give the one with annotated texts.")
    given = (options.out,) if options.what == "vectors" else (options.folder, options.out)
    figures = learned(*given)
    from .evaluate.scores import described

    print(described(figures))
    return _record(options, figures)


if __name__ == "__main__":
    sys.exit(main())
