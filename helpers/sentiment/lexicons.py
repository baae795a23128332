"""Second opinions: the scores that researchers know, unchanged, each under its own name."""

from functools import cache

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from ..language.partial_import import alone

NEUTRAL = 0.05  # VADER's own bound: nearer to 0 is neutral


# What TextBlob(text).sentiment_assessments calls, which calls it twice and makes a class each time.
pattern_sentiment = alone("textblob.en").sentiment


def textblob(text):
    """TextBlob's polarity and subjectivity (Loria 2013; lexicon of De Smedt & Daelemans 2012).

    Returns
    -------
    dict
        `polarity` -1 … 1, `subjectivity` 0 … 1, `driven` by which (word, push), adding up to the polarity.

    Examples
    --------
    >>> textblob("A great day.")["polarity"]
    0.8
    """
    found = pattern_sentiment(text)
    polarity, subjectivity = found
    count = len(found.assessments)
    driven = tuple((" ".join(chunk), push / count) for chunk, push, _, _ in found.assessments if push)
    return {"polarity": polarity, "subjectivity": subjectivity, "driven": driven}


@cache
def analyzer():
    """VADER, loaded on first use."""
    return SentimentIntensityAnalyzer()


def vader(text):
    """VADER's compound score, -1 … 1 (Hutto & Gilbert 2014).

    >>> vader("A great day.")
    0.6249
    """
    return analyzer().polarity_scores(text)["compound"]


def agreement(scores):
    """The share of pairs of methods that agree on negative, neutral or positive.

    Parameters
    ----------
    scores : sequence of float

    Returns
    -------
    float
        0 … 1.

    Examples
    --------
    >>> agreement([0.4, 0.1, -0.2])
    0.3333333333333333
    """
    signs = [0 if abs(score) < NEUTRAL else 1 if score > 0 else -1 for score in scores]
    pairs = [a == b for i, a in enumerate(signs) for b in signs[i + 1 :]]
    return sum(pairs) / len(pairs) if pairs else 1.0
