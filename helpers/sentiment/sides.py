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


def by_block(article, tones):
    """The mean tone of each block of the story that has a sentence, as paragraphs mostly are.

    Parameters
    ----------
    article : Article
    tones : pandas.DataFrame
        The tones table.

    Returns
    -------
    pandas.DataFrame
        `block` (position in `article.blocks`), `start`, `end`, `tone` (-1 … 1, weighted by words), `low` and
        `high`: the 90 % interval. A paragraph has too few sentences to resample; the errors of its sentences
        are taken for independent of each other and combined.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.sentiment import score_sentences
    >>> article = from_text("A great day. They won.\\n\\nIt rained.")
    >>> by_block(article, score_sentences(article))["block"].tolist()
    [0, 1]
    """
    starts = article.blocks["start"].astype("int64").to_numpy()
    known = tones[tones["tone"].notna()]
    place = starts.searchsorted(known["start"].astype("int64").to_numpy(), side="right") - 1
    rows = []
    for block, own in known.groupby(place):
        words = own["text"].str.split().str.len().to_numpy(dtype=float)
        words = words / max(words.sum(), 1)
        tone, low, high = (own[column].to_numpy(dtype=float) for column in ("tone", "low", "high"))
        mean = float((tone * words).sum())
        below, above = (float((((tone - end) * words) ** 2).sum() ** 0.5) for end in (low, high))
        start, end = article.blocks.loc[block, ["start", "end"]]
        rows.append((int(block), int(start), int(end), mean, mean - below, mean + above))
    return pd.DataFrame(rows, columns=["block", "start", "end", "tone", "low", "high"])


def whole(tones):
    """The mean tone of all sentences: (tone, low, high), weighted by words, the interval by resampling them."""
    known = tones[tones["tone"].notna()]
    words = known["text"].str.split().str.len().to_numpy(dtype=float)
    tone = known["tone"].to_numpy(dtype=float)
    return float((tone * words).sum() / max(words.sum(), 1)), *interval(tone, words)
