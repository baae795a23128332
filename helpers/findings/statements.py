"""What may be stated about one article: the kinds of sentences tried in their order, and nothing quoted twice."""

import re

import pandas as pd

from .. import tables as layout
from ..analyses import collect
from ..article import Article
from ..markup import SNIPPET, sharing_only_snippets
from ..tables import once_per_article
from .kinds import STATEMENTS
from .salience import stems

PASSAGE = 6  # words in marks, from which on a statement quotes a sentence
TWICE = 0.8  # share of the shorter one's words from which on two statements quote the same
_PASSAGE = re.compile(r"“([^”]*)”")


@once_per_article
def stated(article: Article, snippets: bool) -> pd.DataFrame:
    """The statements about an article's own tables, found once for page, downloads and answers; nobody changes them."""
    return findings(article, collect(article), snippets=snippets)


def findings(article: Article, tables: dict[str, pd.DataFrame], *, snippets: bool | None = None) -> pd.DataFrame:
    """What may be stated about an article, and the words that each statement rests on.

    Parameters
    ----------
    article : Article
    tables : dict of str to pandas.DataFrame
        The article's tables by name, as `analyses.collect` gives them.
    snippets : bool, optional
        Leave out what quotes more in a row than may be passed on; by default where the environment variable
        SNIPPETS says so.

    Returns
    -------
    pandas.DataFrame
        The findings table, in the order in which they should be read, the contradictions first: `finding` (a
        sentence), `statement` (which kind of `STATEMENTS`), `page` (the notebook whose answer states it), `method`
        (the function that found it), `start`, `end` and `text` (the words it rests on, or the best example).

    Examples
    --------
    >>> from helpers.analyses import collect
    >>> from helpers.article import from_text
    >>> article = from_text("The hall opened on Monday, May 8, 2025.")
    >>> findings(article, collect(article))["statement"].tolist()
    ['contradiction']
    """
    snippets = sharing_only_snippets() if snippets is None else snippets
    rows, told = [], []
    for statement in STATEMENTS:
        for found in statement.says(article, tables):
            quoted = _PASSAGE.findall(found.finding)
            if snippets and any(len(words.split()) > SNIPPET for words in quoted):
                continue
            passages = [stems(words) for words in quoted if len(words.split()) >= PASSAGE]
            if any(len(one & other) > TWICE * min(len(one), len(other)) for one in passages for other in told):
                continue  # what another statement has quoted
            told += passages
            place = {"number": len(rows) + 1, "statement": statement.name, "page": statement.page}
            rows.append(found._asdict() | place)
    return layout.build("findings", rows, article.text)
