"""The tone of each paragraph, and of the whole."""

import pandas as pd

from ..article.sections import paragraph_numbers
from .resample import interval


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
        `block` (position in `article.blocks`), `paragraph` (the number that a reader counts it by, missing for
        headings), `start`, `end`, `tone` (-1 … 1, weighted by words), `low` and
        `high`: the 90 % interval. A paragraph has too few sentences to resample; the errors of its sentences
        are taken for independent of each other and combined.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.sentiment import score_sentences
    >>> article = from_text("A great day. They won.\\n\\nIt rained.")
    >>> by_block(article, score_sentences(article))[["block", "paragraph"]].values.tolist()
    [[0, 1], [1, 2]]
    """
    starts, numbers = article.blocks["start"].astype("int64").to_numpy(), paragraph_numbers(article)
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
        rows.append((int(block), numbers[block], int(start), int(end), mean, mean - below, mean + above))
    table = pd.DataFrame(rows, columns=["block", "paragraph", "start", "end", "tone", "low", "high"])
    return table.astype({"paragraph": "Int64"})


def whole(tones):
    """The mean tone of all sentences: (tone, low, high), weighted by words, the interval by resampling them."""
    known = tones[tones["tone"].notna()]
    words = known["text"].str.split().str.len().to_numpy(dtype=float)
    tone = known["tone"].to_numpy(dtype=float)
    return float((tone * words).sum() / max(words.sum(), 1)), *interval(tone, words)
