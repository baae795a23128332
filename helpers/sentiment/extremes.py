"""The sentences to read first: those with the strongest tone, and those on which the methods are furthest apart."""

from ..article.sections import prose_only
from .scores import driven_by, score_sentences


def strongest(article):
    """The sentences outside the headings, the strongest tone first.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The columns of `score_sentences`.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> strongest(from_text("It was Monday. The terrible war killed many people."))["text"].iloc[0]
    'The terrible war killed many people.'
    """
    body = prose_only(article, score_sentences(article))
    return body.sort_values("tone", key=abs, ascending=False, kind="stable")


def furthest_apart(article):
    """The sentences outside the headings on which TextBlob and the learned tone differ most, the furthest first.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The columns of `score_sentences`, and `driven`: the words that TextBlob rated, and how.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> furthest_apart(from_text("It was Monday. A great, beautiful crime."))["driven"].iloc[0]
    (('great', 0.4), ('beautiful', 0.425))
    """
    body = prose_only(article, score_sentences(article))
    apart = (body["polarity"] - body["tone"]).abs().sort_values(ascending=False, kind="stable").index
    body = body.loc[apart]
    return body.assign(driven=[driven_by(text) for text in body["text"]])
