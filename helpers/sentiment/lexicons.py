"""Second opinions: the scores that researchers know, unchanged, each under its own name.

Both libraries look at every character and word of a text many times, and most words have no part in a score.
What follows asks them only about those that can have one; a test compares the scores with the libraries' own.
"""

from functools import cache, lru_cache

from vaderSentiment.vaderSentiment import BOOSTER_DICT, SentimentIntensityAnalyzer, SentiText

from ..language.partial_import import alone

NEUTRAL = 0.05  # VADER's own bound: nearer to 0 is neutral
NEAR = 3  # words before one that VADER looks at


# What TextBlob(text).sentiment_assessments calls, which calls it twice and makes a class each time.
pattern_sentiment = alone("textblob.en").sentiment
_pattern = type(pattern_sentiment).__mro__[1].__call__.__globals__  # the module that it is from, whole
_MARKS = "“”‘’'\""


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
    found = pattern_sentiment.assessments((word, None) for word in _telling(_words(text)))
    count, polarity, subjectivity = len(found), 0, 0
    for _, one, other, _ in found:
        polarity, subjectivity = polarity + one, subjectivity + other
    driven = tuple((" ".join(chunk), push / count) for chunk, push, _, _ in found if push)
    return {"polarity": polarity / (count or 1.0), "subjectivity": subjectivity / (count or 1.0), "driven": driven}


def _words(text):
    """A text's words as TextBlob has them: each run of characters is cut once, unless lines or faces go over several.

    >>> _words("It was not “good”.")
    ['it', 'was', 'not', '“', 'good', '”', '.']
    """
    apart = text
    if "'" in text:
        for joined, parted in _pattern["replacements"].items():
            apart = apart.replace(joined, parted)
    for mark in _MARKS:
        if mark in text:
            apart = apart.replace(mark, f" {mark} ")
    runs = [_cut(run) for run in apart.split()]
    whole = " ".join(spelled for spelled, _ in runs)
    if "\n" in text or _pattern["RE_EMOTICONS"].search(whole) or _pattern["RE_SARCASM"].search(whole):
        return [word.lower() for word in " ".join(pattern_sentiment.tokenizer(text)).split()]
    return [word for _, words in runs for word in words]


@lru_cache(maxsize=10_000)
def _cut(run):
    """A run of characters as TextBlob cuts it, and the same in lower case.

    >>> _cut("Oslo"), _cut("day,"), _cut("U.S.")
    (('Oslo', ['oslo']), ('day ,', ['day', ',']), ('U.S.', ['u.s.']))
    """
    if run.isalnum():
        return run, [run.lower()]
    if run[-1] in ",;:?!" and run[:-1].isalnum():
        return f"{run[:-1]} {run[-1]}", [run[:-1].lower(), run[-1]]
    spelled = " ".join(pattern_sentiment.tokenizer(run))
    return spelled, [word.lower() for word in spelled.split()]


def _telling(words):
    """The words that have a score or turn one, and what stands behind them until it ends their reach."""
    rated, reaches = _rated(), False
    for word in words:
        if word in rated:
            reaches = True
            yield word
        elif reaches:
            yield word
            reaches = len(word) <= 2 or len(word.strip("'")) <= 1  # these TextBlob looks through


@cache
def _rated():
    """Words that TextBlob scores, negations, and signs that it takes for a face or a raised voice."""
    faces = {face.lower() for faces in _pattern["EMOTICONS"].values() for face in faces}
    return frozenset(pattern_sentiment.keys()) | {"!", "(!)", *pattern_sentiment.negations} | faces


class _Analyzer(SentimentIntensityAnalyzer):
    def _negation_check(self, valence, words_and_emoticons, start_i, i):
        near = words_and_emoticons[max(i - NEAR, 0) : i]  # and not the whole text in lower case each time
        return super()._negation_check(valence, near, start_i, len(near))


@cache
def analyzer():
    """VADER, loaded on first use."""
    return _Analyzer()


def vader(text):
    """VADER's compound score, -1 … 1 (Hutto & Gilbert 2014).

    >>> vader("A great day.")
    0.6249
    """
    known = analyzer()
    if not known.emojis.keys().isdisjoint(text):
        return known.polarity_scores(text)["compound"]
    text, scores = text.strip(), []
    read = SentiText(text)
    words = [word.lower() for word in read.words_and_emoticons]
    for at, word in enumerate(words):
        if word not in known.lexicon or word in BOOSTER_DICT or words[at : at + 2] == ["kind", "of"]:
            scores.append(0)
        else:
            scores = known.sentiment_valence(0, read, read.words_and_emoticons[at], at, scores)
    return known.score_valence(known._but_check(words, scores), text)["compound"]


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
