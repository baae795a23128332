"""Key phrases that readers marked, as in 500N-KPCrowd (Marujo et al. 2012)."""

from collections.abc import Iterator
from pathlib import Path

from nltk.stem import PorterStemmer

from ..article import Article, ArticleError, from_text

_stemmer = PorterStemmer()


def read_folder(folder: str | Path) -> Iterator[tuple[str, Article, set[str]]]:
    """Name, article and the stemmed phrases that readers marked, of each text of a folder.

    Parameters
    ----------
    folder : str or path
        With `docsutf8/*.txt` and `keys/*.key`, one phrase a line.

    Raises
    ------
    ArticleError
        If the folder has no such files, or a text has no phrases.
    """
    paths = sorted((Path(folder) / "docsutf8").glob("*.txt"))
    if not paths:
        raise ArticleError(f"{folder}: holds no docsutf8/*.txt; name a folder with docsutf8 and keys.")
    for path in paths:
        keys = path.parents[1] / "keys" / f"{path.stem}.key"
        if not keys.is_file():
            raise ArticleError(f"{keys}: there is no such file; each text needs one with its phrases, one a line.")
        marked = {stemmed(line) for line in keys.read_text("utf8", errors="replace").splitlines() if line.strip()}
        yield path.stem, from_text(path.read_text("utf8", errors="replace"), language="any"), marked


def stemmed(phrase: str) -> str:
    """A phrase with each word cut to its stem (Porter 1980).

    >>> stemmed("Trade Talks")
    'trade talk'
    """
    return " ".join(_stemmer.stem(word) for word in phrase.lower().split())
