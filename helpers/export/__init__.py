"""Tables, annotations, figures and citations of one article in the formats of the field.

A new format is a module here, with a function from article and tables to what each of its files holds, and a
row of `FORMATS`; `export`, the list of downloads, the README's and the codebook's tests read that row.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .. import files
from ..analyses import ANALYSES, collect
from ..article import ArticleError
from ..findings import in_short, stated
from . import brat, cas, citations, crate, data_package, qda, tei, web_annotation

__all__ = ["FORMATS", "export"]


@dataclass(frozen=True)
class Format:
    """One format of an export.

    `what`: what it is, in the words of README and codebook; `files`: the paths that it will write, before any work;
    `write`: path -> bytes, of the article, its tables and whether running text must not be passed on; `has_text`:
    whether the article can be read from it, so that it is left out with `snippets`.
    """

    what: str
    files: Callable
    write: Callable
    has_text: bool = False


def _table_files():
    tables = [f"tables/{name}.{kind}" for name in (*ANALYSES, "findings", "in_short") for kind in ("csv", "parquet")]
    return [*tables, data_package.FILE]


def _pictures():
    """Drawing brings matplotlib along: the workers of a corpus, which write tables, never load it."""
    from . import pictures

    return pictures


FORMATS = {
    "tables": Format(
        "every table as CSV and Parquet with a Frictionless data package",
        _table_files,
        lambda article, tables, snippets: data_package.contents(article, tables, snippets=snippets),
    ),
    "citations": Format(
        "a citation for each finding",
        lambda: [citations.FILE],
        lambda article, tables, _: {citations.FILE: citations.content(article, tables["findings"])},
    ),
    "figures": Format(
        "figures as SVG and PNG for print with their captions",
        lambda: [f"figures/{name}.{kind}" for name in _pictures().FIGURES for kind in _pictures().KINDS],
        lambda article, tables, _: _pictures().contents(article, tables),
    ),
    "text": Format(
        "the clean text",
        lambda: ["article.txt"],
        lambda article, tables, _: {"article.txt": files.encoded(article.text)},
        has_text=True,
    ),
    "web_annotation": Format(
        "W3C Web Annotations",
        lambda: [web_annotation.FILE],
        lambda article, tables, _: {web_annotation.FILE: web_annotation.content(article, tables)},
        has_text=True,
    ),
    "brat": Format(
        "brat stand-off", lambda: brat.FILES, lambda article, tables, _: brat.contents(article, tables), has_text=True
    ),
    "cas": Format(
        "UIMA CAS with its type system",
        lambda: cas.FILES,
        lambda article, tables, _: cas.contents(article, tables),
        has_text=True,
    ),
    "qda": Format(
        "a REFI-QDA project (.qdpx) for programs of qualitative analysis",
        lambda: [qda.FILE],
        lambda article, tables, _: qda.contents(article, tables),
        has_text=True,
    ),
    "tei": Format(
        "TEI P5 with who speaks, names, dates and figures",
        lambda: [tei.FILE],
        lambda article, tables, _: {tei.FILE: tei.content(article, tables)},
        has_text=True,
    ),
    "crate": Format(
        "RO-Crate metadata",
        lambda: [crate.FILE],
        lambda article, tables, snippets: {crate.FILE: crate.content(article, _described(snippets))},
    ),
}


def export(article, folder, *, snippets=False):
    """Write everything that was found in an article into a folder.

    Parameters
    ----------
    article : Article
    folder : str or path
        Made if it is not there; files of an earlier export are written anew, those that somebody has
        changed or added are kept.
    snippets : bool
        Leave out the text itself and every column and file from which it could be put together.

    Returns
    -------
    list of pathlib.Path
        The files, in order: `tables/` (each table as CSV and Parquet), `datapackage.json`
        (Frictionless: what each column holds), `citations.txt`, `figures/` (SVG and PNG with 300
        dots an inch, each with its description), `article.txt` and `annotations.jsonld` (W3C Web
        Annotation), `brat/` (stand-off), `cas/` (UIMA CAS for INCEpTION), `project.qdpx` (REFI-QDA),
        `article.tei.xml` (TEI P5), `ro-crate-metadata.json`. Beside them lies `.close-reading.json`,
        the checksums by which an export knows its own files.

    Raises
    ------
    ArticleError
        If the folder cannot be written to, is no earlier export, or holds a file of ours that was changed.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from helpers.article import from_text
    >>> with TemporaryDirectory() as folder:
    ...     written = export(from_text("It opened in 1945."), folder)
    >>> [path.name for path in written if path.parent.name == "brat"]
    ['article.txt', 'article.ann', 'annotation.conf']
    """
    folder = Path(folder)
    check(folder, source=article.source.path, snippets=snippets)
    tables = collect(article)
    tables["findings"] = stated(article, snippets)
    tables["in_short"] = in_short(article)
    contents = {}
    for each in _wanted(snippets):
        contents |= each.write(article, tables, snippets)
    gone = [name for name in names() if name not in contents]  # what an export can have, and no page beside it
    return files.put(folder, contents, gone=gone, source=article.source.path)


def names(*, snippets=False):
    """The files that an export has, before it is made: as seen from its folder.

    Parameters
    ----------
    snippets : bool

    Returns
    -------
    list of str
    """
    return [file for each in _wanted(snippets) for file in each.files()]


def _described(snippets):
    """Each file of an export but the crate's own -> what it is."""
    return {
        file: each.what
        for name, each in FORMATS.items()
        if each in _wanted(snippets) and name != "crate"
        for file in each.files()
    }


def _wanted(snippets):
    return [each for each in FORMATS.values() if not (snippets and each.has_text)]


def check(folder, *, source=None, snippets=False):
    """Refuse, before any work is done, a folder in which something of the user's could be overwritten.

    Raises
    ------
    ArticleError
        One sentence.
    """
    files.try_folder(folder)
    known = files.ours(folder)
    if not known and folder.exists() and any(path.name != files.MANIFEST for path in folder.iterdir()):
        raise ArticleError(f"{folder}: holds something that is not an earlier export; name another folder.")
    files.check(folder, dict.fromkeys([*names(snippets=snippets), *known]), source=source)
