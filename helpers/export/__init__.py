"""Tables, annotations, figures and citations of one article in the formats of the field."""

from pathlib import Path

from .. import files
from ..analyses import ANALYSES, collect
from ..article import ArticleError
from ..findings import findings, in_short
from . import annotations, brat, cas, citations, data_package, pictures

__all__ = ["export"]

TEXT = "article.txt"


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
        Annotation), `brat/` (stand-off) and `cas/` (UIMA CAS for INCEpTION). Beside them lies
        `.close-reading.json`, the checksums by which an export knows its own files.

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
    tables["findings"] = findings(article, tables)
    tables["in_short"] = in_short(article)
    contents = data_package.contents(article, tables, snippets=snippets)
    contents["citations.txt"] = citations.content(article, tables["findings"])
    contents |= pictures.contents(article, tables)
    if not snippets:
        contents[TEXT] = files.encoded(article.text)
        contents["annotations.jsonld"] = annotations.content(article, tables)
        contents |= brat.contents(article, tables) | cas.contents(article, tables)
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
    tables = [f"tables/{name}.{kind}" for name in (*ANALYSES, "findings", "in_short") for kind in ("csv", "parquet")]
    drawn = [f"figures/{name}.{kind}" for name in pictures.FIGURES for kind in pictures.KINDS]
    full = [] if snippets else [TEXT, "annotations.jsonld", *brat.FILES, *cas.FILES]
    return [*tables, data_package.FILE, "citations.txt", *drawn, *full]


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
