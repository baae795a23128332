"""In which tone: TextBlob's polarity, sentence by sentence and voice by voice.

TextBlob averages the polarity of the words it knows (its lexicon is Pattern's, De Smedt &
Daelemans 2012). Many sentences hold no such word and get exactly 0. The calibrated `tone`
with its interval comes with a later version and is missing here.
"""

import pandas as pd
from textblob import TextBlob

from . import corrections, tables
from .language import parse, sentences
from .quotes import find_quotes

NARRATOR, UNKNOWN = "narrator", "unknown"


def _scores(text):
    """TextBlob's figures for a text, and what each word added to its polarity."""
    found = TextBlob(text).sentiment_assessments
    count = len(found.assessments)
    words = tuple((" ".join(chunk), polarity / count) for chunk, polarity, _, _ in found.assessments if polarity)
    return {"polarity": found.polarity, "subjectivity": found.subjectivity, "words": words}


def score_sentences(article):
    """The tone of each sentence.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The tones table: `polarity` (-1 … 1) and `subjectivity` (0 … 1) are TextBlob's own;
        `words` holds (word, push), and the pushes add up to the polarity. `tone`, `low`,
        `high` and `agreement` are missing in this version.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> table = score_sentences(from_text("A great day. The train left."))
    >>> table[["polarity", "words"]].values.tolist()
    [[0.8, (('great', 0.8),)], [0.0, ()]]

    References
    ----------
    Loria (2013), TextBlob; De Smedt & Daelemans (2012), Pattern for Python, JMLR 13.
    """
    table = sentences(article)
    rows = [
        {"start": start, "end": end, **_scores(text)}
        for start, end, text in zip(table["start"], table["end"], table["text"], strict=True)
    ]
    return corrections.apply(article, "tones", tables.build("tones", rows, article.text))


def score_voices(article):
    """The tone of each voice: sentences cut where a quotation begins or ends.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The voices table: as for `score_sentences`, and `voice`: the speaker of a quotation,
        "unknown" where the article names none, "narrator" for everything else (scare quotes
        included).

    Examples
    --------
    >>> from helpers.article import from_text
    >>> table = score_voices(from_text("“A great day,” said Anna Berg."))
    >>> table[["voice", "text"]].values.tolist()
    [['Anna Berg', '“A great day,”'], ['narrator', 'said Anna Berg.']]
    """
    quotes = find_quotes(article)
    spoken = quotes[(quotes["kind"] != "scare") & quotes["inside"].isna()]
    rows = []
    for start, end, voice in cut(article, spoken):
        piece = article.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if any(map(str.isalnum, article.text[start:end])):
            rows.append({"start": start, "end": end, "voice": voice, **_scores(article.text[start:end])})
    return corrections.apply(article, "voices", tables.build("voices", rows, article.text))


def cut(article, spoken):
    """Sentence pieces as (start, end, voice), none of which crosses a quotation's edge."""
    quotes = sorted((int(row.start), int(row.end), row.speaker or UNKNOWN) for row in spoken.itertuples(index=False))
    number = 0
    for sentence in parse(article).sents:
        position, end = sentence.start_char, sentence.end_char
        while number < len(quotes) and quotes[number][1] <= position:
            number += 1
        following = number
        while following < len(quotes) and quotes[following][0] < end:
            begin, stop, voice = quotes[following]
            if stop > position:
                if begin > position:
                    yield position, begin, NARRATOR
                yield max(begin, position), min(stop, end), voice
                position = min(stop, end)
            following += 1
        if position < end:
            yield position, end, NARRATOR


def by_voice(voices):
    """Mean polarity and number of words by voice, most words first.

    Returns
    -------
    pandas.DataFrame
        voice, pieces, words, polarity (mean over pieces, weighted by their words).
    """
    words = voices["text"].str.split().str.len().astype("float64")
    parts = pd.DataFrame({"voice": voices["voice"], "words": words, "push": words * voices["polarity"]})
    table = parts.groupby("voice", as_index=False).agg(
        pieces=("words", "size"), words=("words", "sum"), push=("push", "sum")
    )
    table["polarity"] = table["push"] / table["words"]
    table["words"] = table["words"].astype("int64")
    order = table.sort_values(["words", "voice"], ascending=[False, True], ignore_index=True)
    return order[["voice", "pieces", "words", "polarity"]]
