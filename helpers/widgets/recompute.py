"""Looked up or read again with other words and days."""

import ipywidgets

from .. import reader
from ..article import ArticleError, from_text
from ..themes import concordance
from ..timeline import find_times
from .control import DAY, LABEL, Control


def another_day(article):
    """Read the times from another day of publication.

    Parameters
    ----------
    article : Article

    Returns
    -------
    Control
        Shows the times table.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> control = another_day(from_text("It rained yesterday."))
    >>> control.fields["published"].value = "2025-05-09"
    >>> control.run()
    >>> control.output.outputs[0]["data"]["text/plain"].split(" | ")[1]
    '2025-05-08'
    """
    day = article.published.isoformat() if article.published else ""
    fields = {"published": ipywidgets.Text(description="Published on", value=day, placeholder=DAY, **LABEL)}

    def compute(published):
        if not published.strip():
            raise ArticleError("No day is given: write the day of publication, such as 2025-05-09.")
        again = from_text(article.text, published=published.strip(), language="any")
        return reader.passages(again, find_times(again), ["value", "earliest", "latest", "anchor"], most=None)

    return Control("Read the times from another day of publication", fields, compute, "Read the times again")


def pattern(article):
    """Look up a word or phrase in its contexts.

    Parameters
    ----------
    article : Article

    Returns
    -------
    Control
        Shows the concordance.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> control = pattern(from_text("It rained in Oslo."))
    >>> control.fields["pattern"].value = "rain*"
    >>> control.run()
    >>> print(control.output.outputs[0]["data"]["text/plain"])
    It | rained | in Oslo
    """
    fields = {
        "pattern": ipywidgets.Text(description="Word or phrase", placeholder="for example secur*", **LABEL),
        "by": ipywidgets.Dropdown(description="Compared by", options=["word", "lemma", "phrase"], **LABEL),
        "window": ipywidgets.IntSlider(description="Words around", value=6, min=1, max=15, **LABEL),
    }

    def compute(pattern, by, window):
        found = concordance(article, pattern, window=window, by=by)
        return reader.listing(found, ["left", "match", "right"], most=None)

    return Control("Look up a word", fields, compute, "Look it up")
