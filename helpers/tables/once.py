"""What is worked out once for each article."""

from functools import wraps
from weakref import WeakKeyDictionary


def once_per_article(function):
    """Let a function of an article (and of what else tells its answers apart) do its work once for each article.

    What it gave is kept for as long as the article is; nobody may change it.

    Parameters
    ----------
    function : callable
        Its first argument is the article, the others can be keys of a dict.

    Returns
    -------
    callable

    Examples
    --------
    >>> asked = []
    >>> class Article:
    ...     pass
    >>> @once_per_article
    ... def answer(article, question):
    ...     asked.append(question)
    ...     return len(asked)
    >>> article = Article()
    >>> answer(article, "who"), answer(article, "who"), answer(article, "when"), answer(Article(), "who")
    (1, 1, 2, 3)
    """
    known = WeakKeyDictionary()

    @wraps(function)
    def asked(article, *more):
        answers = known.setdefault(article, {})
        if more not in answers:
            answers[more] = function(article, *more)
        return answers[more]

    return asked
