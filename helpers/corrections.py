"""The researcher's own judgement. Reading and anchoring corrections comes with a later version.

`apply` already stands where it belongs, as the last step of every analysis, and refuses a
corrections file rather than passing it over in silence.
"""

from .article import ArticleError


def apply(article, name, table):
    """Apply the researcher's corrections to a table.

    Parameters
    ----------
    article : Article
    name : str
        The table's name.
    table : pandas.DataFrame

    Returns
    -------
    pandas.DataFrame
        The table itself, where the article has no corrections.

    Raises
    ------
    ArticleError
        If there is a corrections file: this version cannot apply it.
    """
    if article.corrections is not None:
        raise ArticleError(
            f"{article.corrections}: corrections cannot be applied by this version; move the file away to go on."
        )
    return table
