"""The command line: `python -m helpers render`, `python -m helpers evaluate`."""

import argparse
import sys

from .article import ArticleError


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
    render.add_argument("--refresh", action="store_true", help="for developers: renew the notebooks' own outputs")
    render.set_defaults(run=_render)

    evaluate = commands.add_parser("evaluate", help="measure: offsets and running time so far")
    evaluate.add_argument("what", choices=("offsets", "linear"))
    evaluate.add_argument("folder", nargs="?", help="folder of texts (offsets)")
    evaluate.set_defaults(run=_evaluate)

    options = parser.parse_args(arguments)
    try:
        return options.run(options)
    except ArticleError as error:
        print(error, file=sys.stderr)
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

    pages, failed = render(options.article, options.out, published=options.published)
    print(f"{len(pages)} pages in {options.out}; open {options.out}/index.html in a browser.")
    for sentence in failed:
        print(f"Failed: {sentence}", file=sys.stderr)
    return 1 if failed else 0


def _evaluate(options):
    from . import evaluate

    if options.what == "offsets":
        if not options.folder:
            raise ArticleError("evaluate offsets: no folder is named; give the folder with the texts.")
        return evaluate.offsets(options.folder)
    return evaluate.linear()


if __name__ == "__main__":
    sys.exit(main())
