"""The arguments of the command line: which commands there are, and what each takes."""

import argparse

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


def parser():
    """The parser of the command line; `command` of what it parsed names the room to call."""
    found = argparse.ArgumentParser(prog="python -m helpers", description="Read one news article closely.")
    commands = found.add_subparsers(dest="command", required=True)

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

    compare = commands.add_parser("compare", help="set two articles, or two versions of one, side by side")
    compare.add_argument("article", help="the first article, or the earlier version")
    compare.add_argument("other", help="the second article, or the later version")
    compare.add_argument("--published", help="day of publication of the first, as YYYY-MM-DD")
    compare.add_argument("--other-published", help="day of publication of the second")
    compare.add_argument("--out", help="folder for the page and the tables; without it only sentences are printed")

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

    sample = commands.add_parser("sample", help="draw rows of a corpus to be judged by hand")
    sample.add_argument("corpus", help="a folder that `corpus` has written, or up to 200 articles")
    sample.add_argument("--table", default="quotes", help="quotes, times, events, actors, quantities or consistency")
    sample.add_argument("--n", type=int, default=200, help="rows (default: 200)")
    sample.add_argument("--seed", type=int, default=1, help="another number draws other rows")
    sample.add_argument("--out", default="sample.xlsx", help="spreadsheet to write (default: sample.xlsx)")

    correct = commands.add_parser(
        "correct", help="take over what somebody changed in an export, in brat, INCEpTION or a QDA program"
    )
    correct.add_argument("article", help="the article that was exported")
    correct.add_argument("annotated", help="brat's .ann, INCEpTION's .xmi with its TypeSystem.xml, or a .qdpx")
    correct.add_argument("--published", help="day of publication, as for the export")
    correct.add_argument("--who", default="", help="whose judgement it is")
    correct.add_argument("--why", default="", help="on what ground")

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

    learn = commands.add_parser("learn", help="learn the weights of an analysis from annotated texts")
    learn.add_argument(
        "what",
        choices=("quotes coreference sentiment vectors frequency phrases in_short themes relations".split()),
    )
    learn.add_argument(
        "folder", nargs="?", help="annotated texts, as the analysis' card says; none for vectors and frequency"
    )
    learn.add_argument("--out", required=True, help="file to write the weights to")
    learn.add_argument(
        "--record", action="store_true", help="for developers: keep figures held out in data/accuracy.csv"
    )
    return found
