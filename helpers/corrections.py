"""The researcher's own judgement: a small CSV beside the article.

This version reads rows of kind `alias`: words that stand for an actor. The other kinds, which change
rows of tables, come with a later version; a file that has them is refused rather than passed over in
silence.
"""

import csv
from weakref import WeakKeyDictionary

from .article import ArticleError

COLUMNS = ("kind", "text", "name")
KINDS = frozenset(("alias",))

_read = WeakKeyDictionary()


def aliases(article):
    """The researcher's own aliases: words as the article writes them -> the actor they stand for.

    Parameters
    ----------
    article : Article

    Returns
    -------
    dict of str to str
        Empty where the article has no corrections.

    Raises
    ------
    ArticleError
        If the corrections file cannot be read, lacks a column, or has a row of another kind.
    """
    if article.corrections is None:
        return {}
    if article not in _read:
        _read[article] = _aliases(article.corrections)
    return _read[article]


def _aliases(path):
    try:
        with open(path, encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            rows, header = list(reader), reader.fieldnames or ()
    except (OSError, UnicodeDecodeError, csv.Error):
        raise ArticleError(f"{path}: the corrections cannot be read; save them as CSV in UTF-8.") from None
    if not set(COLUMNS) <= set(header):
        raise ArticleError(f"{path}: the first line of the corrections must name the columns {', '.join(COLUMNS)}.")
    found = {}
    for number, row in enumerate(rows, 2):
        if any(row.get(column) is None for column in COLUMNS):
            raise ArticleError(f"{path}: line {number} has no {', '.join(COLUMNS)}; give all three.")
        kind, text, name = (row[column].strip() for column in COLUMNS)
        if kind not in KINDS:
            raise ArticleError(f"{path}: line {number} is of kind “{kind}”; this version can apply “alias” only.")
        if not text or not name:
            raise ArticleError(f"{path}: line {number} has an empty text or name; give the words and the actor.")
        found[text] = name
    return found


def apply(article, name, table):
    """Apply the researcher's corrections to a table: the last step of every analysis.

    Parameters
    ----------
    article : Article
    name : str
        The table's name.
    table : pandas.DataFrame

    Returns
    -------
    pandas.DataFrame
        The table; aliases have been read by the coreference that it builds on.

    Raises
    ------
    ArticleError
        If there is a corrections file that cannot be applied.
    """
    aliases(article)
    return table
