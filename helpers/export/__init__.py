"""Tables, annotations, figures and citations of one article in the formats of the field."""

from pathlib import Path

from ..analyses import collect
from ..article import ArticleError
from ..findings import findings, in_short
from . import annotations, brat, cas, citations, pictures
from .data_package import NAME, write_package

__all__ = ["export"]

MARK = "datapackage.json"
FULL = ("article.txt", "annotations.jsonld", "brat/*", "cas/*")  # files from which the text can be put together


def export(article, folder, *, snippets=False):
    """Write everything that was found in an article into a folder.

    Parameters
    ----------
    article : Article
    folder : str or path
        Made if it is not there; files of an earlier export are written anew.
    snippets : bool
        Leave out the text itself and every column and file from which it could be put together.

    Returns
    -------
    list of pathlib.Path
        The files, in order: `tables/` (each table as CSV and Parquet), `datapackage.json`
        (Frictionless: what each column holds), `citations.txt`, `figures/` (SVG and PNG with 300
        dots an inch, each with its description), `article.txt` and `annotations.jsonld` (W3C Web
        Annotation), `brat/` (stand-off) and `cas/` (UIMA CAS for INCEpTION).

    Raises
    ------
    ArticleError
        If the folder is a file, or holds something that is not an earlier export.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from helpers.article import from_text
    >>> with TemporaryDirectory() as folder:
    ...     files = export(from_text("It opened in 1945."), folder)
    >>> [path.name for path in files if path.parent.name == "brat"]
    ['article.txt', 'article.ann', 'annotation.conf']
    """
    folder = Path(folder)
    check(folder)
    tables = collect(article)
    tables["findings"] = findings(article, tables)
    tables["in_short"] = in_short(article)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(f'{{"name": "{NAME}"}}', encoding="utf8")  # ours from now on, even if this breaks off
    for path in (path for pattern in FULL for path in folder.glob(pattern)):
        path.unlink()  # of an earlier export, which may have been one with the text
    files = write_package(article, tables, folder, snippets=snippets)
    files.append(citations.write(article, tables["findings"], folder))
    files += pictures.write(article, tables, folder / "figures")
    if not snippets:
        files.append(_text(article, folder / "article.txt"))
        files.append(annotations.write(article, tables, folder))
        files += brat.write(article, tables, folder / "brat")
        files += cas.write(article, tables, folder / "cas")
    return files


def check(folder):
    """Refuse a folder in which something of the user's could be overwritten."""
    if folder.exists() and not folder.is_dir():
        raise ArticleError(f"{folder}: is a file, not a folder; name another folder for the export.")
    mark = folder / MARK
    ours = mark.exists() and f'"name": "{NAME}"' in mark.read_text(encoding="utf8", errors="replace")[:200]
    if folder.exists() and any(folder.iterdir()) and not ours:
        raise ArticleError(f"{folder}: holds something that is not an earlier export; name another folder.")


def _text(article, path):
    path.write_text(article.text, encoding="utf8", newline="\n")
    return path
