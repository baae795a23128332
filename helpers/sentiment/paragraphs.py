"""The tone of each paragraph, and of the whole."""

import pandas as pd

from ..article.sections import paragraph_numbers
from .resample import mean_tone

MUCH = 0.12  # from which mean on its wording is mostly so: below, readers found the text as good as neutral
CLEAR = 0.08  # from which mean on a text is said to have a tone: what is less is within the error of a sentence


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
        `high`: the 90 % interval, as `resample.mean_tone` has it.

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
        mean, low, high = mean_tone(own)
        start, end = article.blocks.loc[block, ["start", "end"]]
        rows.append((int(block), numbers[block], int(start), int(end), mean, low, high))
    table = pd.DataFrame(rows, columns=["block", "paragraph", "start", "end", "tone", "low", "high"])
    return table.astype({"paragraph": "Int64"})


def whole(tones):
    """The mean tone of all sentences: (tone, low, high), as `resample.mean_tone` has it.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.sentiment import score_sentences
    >>> tone, low, high = whole(score_sentences(from_text("It rained on Monday in Holm.")))
    >>> low < 0 < high  # one sentence has no spread, but an error
    True
    """
    return mean_tone(tones[tones["tone"].notna()])


def on_the_whole(mean, low, high):
    """What is said of a mean and its interval: its wording is called something only beyond the error.

    >>> on_the_whole(0.13, 0.02, 0.24), on_the_whole(-0.08, -0.15, -0.01)
    ('Mostly warm wording', 'Slightly grim wording')
    >>> on_the_whole(-0.04, -0.05, -0.03)
    'No tone is stated; the mean of its sentences is too near 0 or too unsure'
    >>> on_the_whole(float("nan"), float("nan"), float("nan")).partition(";")[0]
    'No tone is stated'
    """
    if not (abs(mean) >= CLEAR and (low > 0 or high < 0)):  # nor of what is missing
        return "No tone is stated; the mean of its sentences is too near 0 or too unsure"
    return f"{'Mostly' if abs(mean) >= MUCH else 'Slightly'} {'warm' if mean > 0 else 'grim'} wording"
