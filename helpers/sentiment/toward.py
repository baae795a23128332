"""The author's stance toward somebody: one mention, or all mentions of an actor."""

from math import hypot

import numpy as np
import pandas as pd

from .. import corrections
from ..coreference import mentions
from ..language import parse
from .features import Words
from .model import LABELS, stance_of
from .resample import interval

NINE_IN_TEN = 1.645  # standard deviations
LEAST = 3  # mentions, below which a mean says nothing


def tone_toward(article, start, end):
    """The author's stance toward the person, organisation or place mentioned at a place.

    Parameters
    ----------
    article : Article
    start, end : int
        The mention's characters in `article.text`, end exclusive.

    Returns
    -------
    dict
        `label` (negative, neutral, positive: by the score, neutral between -0.29 and 0.29), `score`
        (-1 … 1: probability of positive less that of negative), `low` and `high` (-1, 0 or 1: the
        labels between which nine in ten lie),
        `chances` (calibrated, of the three labels), `words`: (words, push) on the log-odds of
        positive against negative, adding up with a named remainder.

    Raises
    ------
    ValueError
        If the span holds no word.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("Critics praised the brilliant Anna Berg.")
    >>> tone_toward(article, 30, 39)["label"]
    'positive'

    References
    ----------
    Hamborg & Donnay (2021), NewsMTSC: target-dependent sentiment in political news.
    """
    span = parse(article).char_span(int(start), int(end), alignment_mode="expand")
    if span is None or not article.text[start:end].strip():
        raise ValueError(f"tone_toward: there is no word between {start} and {end}.")
    sentence = span.root.sent
    first = max(span.start, sentence.start) - sentence.start
    words = Words.of(sentence, corrections.valences(article))
    return stance_of(words, first, max(min(span.end, sentence.end) - sentence.start, first + 1))


def by_target(article):
    """The stance toward each actor, over all mentions.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        `actor`, `kind` (its most frequent), `mentions`, `score` (mean), `low` and `high` (90 % interval of the mean:
        the spread of the mentions and the doubt about each), `negative`, `neutral`, `positive` (mentions with the
        label), `start` and `end` of the mention that pushes most. Only actors with three mentions or more; the most
        mentioned first.
    """
    rows = {}
    for mention in mentions(article):
        found = tone_toward(article, mention.start, mention.end)
        for name in mention.names:
            row = (found["score"], found["label"], mention.start, mention.end, mention.kind, _doubt(found))
            rows.setdefault(name, []).append(row)
    table = []
    for name, found in rows.items():
        if len(found) < LEAST:
            continue
        scores, labels = np.array([row[0] for row in found]), [row[1] for row in found]
        mean, own = float(scores.mean()), NINE_IN_TEN * sum(row[5] for row in found) ** 0.5 / len(found)
        low, high = (mean + side * hypot(own, mean - end) for side, end in zip((-1, 1), interval(scores), strict=True))
        _, _, start, end, *_ = max(found, key=lambda row: abs(row[0]))
        kinds = [row[4] for row in found]
        table.append(
            {
                "actor": name,
                "kind": max(kinds, key=kinds.count),
                "mentions": len(found),
                "score": mean,
                "low": max(-1.0, low),
                "high": min(1.0, high),
                **{label: labels.count(label) for label in LABELS},
                "start": start,
                "end": end,
            }
        )
    columns = ["actor", "kind", "mentions", "score", "low", "high", *LABELS, "start", "end"]
    frame = pd.DataFrame(table, columns=columns)
    return frame.sort_values(["mentions", "actor"], ascending=[False, True], ignore_index=True)


def _doubt(found):
    """The variance of a mention's label, −1, 0 or 1, as its chances have it."""
    negative, _, positive = found["chances"]
    return negative + positive - found["score"] ** 2
