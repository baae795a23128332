"""Narrator and speakers apart: over the whole text, and section by section."""

import pandas as pd

from ..article.sections import prose_only, section_of, section_starts
from .resample import interval
from .scores import NARRATOR

COLUMNS = ["side", "passages", "words", "tone", "low", "high"]


def by_side(voices):
    """The mean tone of the narrator and of all speakers together.

    Parameters
    ----------
    voices : pandas.DataFrame
        The voices table, or rows of it.

    Returns
    -------
    pandas.DataFrame
        `side` (narrator, speakers), `passages`, `words`, `tone` (-1 … 1, weighted by words), `low` and
        `high`: the 90 % interval of that mean, by resampling the passages. A side without passages is left out.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.sentiment import score_voices
    >>> by_side(score_voices(from_text("“A great day,” said Anna Berg.")))["side"].tolist()
    ['narrator', 'speakers']
    """
    rows = []
    for side, own in voices.groupby(voices["voice"].ne(NARRATOR).map({False: NARRATOR, True: "speakers"})):
        words = own["text"].str.split().str.len().to_numpy(dtype=float)
        tones = own["tone"].to_numpy(dtype=float)
        mean = float((tones * words).sum() / max(words.sum(), 1))
        rows.append((side, len(own), int(words.sum()), mean, *interval(tones, words)))
    return pd.DataFrame(rows, columns=COLUMNS)


def by_section(article, voices):
    """The same for each section, headings left out.

    Parameters
    ----------
    article : Article
    voices : pandas.DataFrame
        The voices table.

    Returns
    -------
    pandas.DataFrame
        `section` (its heading), `start`, `end`, and the columns of `by_side`, in the order of the text.
    """
    starts = section_starts(article)
    ends = [start for start, _ in starts[1:]] + [len(article.text)]
    body = prose_only(article, voices)
    number = pd.Series([section_of(starts, start) for start in body["start"]], index=body.index, dtype=int)
    parts = [
        by_side(own).assign(section=starts[n][1], start=starts[n][0], end=ends[n]) for n, own in body.groupby(number)
    ]
    columns = ["section", "start", "end", *COLUMNS]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)
