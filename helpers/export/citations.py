"""A citation for each finding: article, passage, method, version."""

from .. import __version__
from ..files import encoded

FILE = "citations.txt"
WORDS = 25


def citation(article, row, *, words=WORDS):
    """One line that says where a finding stands and what found it.

    Parameters
    ----------
    article : Article
    row : namedtuple or Series
        A row of the findings table.
    words : int
        Words of the passage that are quoted at most.

    Returns
    -------
    str

    Examples
    --------
    >>> import pandas as pd
    >>> from helpers.article import from_text
    >>> row = pd.Series({"finding": "It rained.", "start": 0, "end": 4, "method": "themes.themes"})
    >>> citation(from_text("Rain fell."), row).split(" SHA")[0]
    'It rained. – “Rain”, characters 0–4 of: untitled article, author not known, publisher not known, undated, a text,'
    """
    passage = article.text[int(row.start) : int(row.end)].split()
    quoted = " ".join(passage[:words]) + (" …" if len(passage) > words else "")
    title = f"“{article.title}”" if article.title else "untitled article"
    day = article.published.isoformat() if article.published else "undated"
    file = article.source.path.name if article.source.path else "a text"
    parts = [
        title,
        article.author or "author not known",
        article.outlet or "publisher not known",
        day,
        *([article.url] if article.url else []),
        file,
        f"SHA-256 {article.source.sha256[:12]}…",
    ]
    place = f"characters {int(row.start)}–{int(row.end)} of: {', '.join(parts)}."
    method = f"Found by {row.method}, Close Reading {__version__}."
    return f"{row.finding} – “{quoted.strip('“”')}”, {place} {method}"


def content(article, findings):
    """What `citations.txt` holds.

    Returns
    -------
    bytes
    """
    lines = [citation(article, row) for row in findings.itertuples(index=False)]
    return encoded("".join(f"{' '.join(line.split())}\n" for line in lines))
