"""In which tone: sentence by sentence, and voice by voice."""

import pandas as pd

from .. import corrections, tables
from ..language import parse, sentences
from ..quotes import find_quotes
from .features import Words
from .lexicons import agreement, textblob, vader
from .model import tone_of
from .resample import mean_tone

NARRATOR, UNKNOWN = "narrator", "unknown"


@tables.once_per_article
def scored(article, start, end):
    """All opinions on a run of characters, as in the tones table; formed once for each."""
    span = parse(article).char_span(start, end, alignment_mode="expand")
    text, own = article.text[start:end], corrections.valences(article)
    found = tone_of(Words.of(span, own)) if span is not None else tone_of(Words())
    lexicon = textblob(text)
    other = vader(text)
    opinions = (lexicon["polarity"], other, found["tone"])
    return {
        "polarity": lexicon["polarity"],
        "subjectivity": lexicon["subjectivity"],
        "vader": other,
        **found,
        "agreement": agreement(opinions),
    }


def score_sentences(article):
    """The tone of each sentence.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The tones table. `polarity` (-1 … 1) and `subjectivity` (0 … 1) are TextBlob's own, `vader`
        (-1 … 1) is VADER's, both unchanged. `tone` (-1 … 1) is what human raters would have said
        on average, by weights learned from rated editorials and labelled news; `low` and `high`
        are its 90 % interval, `agreement` (0 … 1) the share of pairs of the three methods that
        agree on the sign. `words` holds (words, push); the pushes add up to the tone.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> table = score_sentences(from_text("A great day. The train left."))
    >>> table["polarity"].tolist()
    [0.8, 0.0]
    >>> bool(abs(sum(push for _, push in table["words"][0]) - table["tone"][0]) < 1e-9)
    True

    References
    ----------
    Loria (2013), TextBlob; Hutto & Gilbert (2014), VADER; `helpers/data/sentiment.md` for the weights.
    """
    return corrections.apply(article, "tones", uncorrected_tones(article))


def uncorrected_tones(article):
    """The tones table without corrections of its rows."""
    table = sentences(article)
    rows = [
        {"start": start, "end": end, **scored(article, start, end)}
        for start, end in zip(table["start"].tolist(), table["end"].tolist(), strict=True)
    ]
    return tables.build("tones", rows, article.text)


def driven_by(text):
    """The words that TextBlob's polarity of a text comes from, as (word, push).

    >>> driven_by("A great day.")
    (('great', 0.8),)
    """
    return textblob(text)["driven"]


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
    return corrections.apply(article, "voices", uncorrected_voices(article))


def uncorrected_voices(article):
    """The voices table without corrections of its rows."""
    quotes = tables.each(find_quotes(article), "start end kind speaker inside")
    spoken = [row for row in quotes if row.kind != "scare" and not row.inside]
    rows = []
    for start, end, voice in cut(article, spoken):
        piece = article.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if any(map(str.isalnum, article.text[start:end])):
            rows.append({"start": start, "end": end, "voice": voice, **scored(article, start, end)})
    return tables.build("voices", rows, article.text)


def cut(article, spoken):
    """Sentence pieces as (start, end, voice), none of which crosses a quotation's edge."""
    quotes = sorted((int(row.start), int(row.end), row.speaker or UNKNOWN) for row in spoken)
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
    """Tone and number of words by voice, most words first.

    Returns
    -------
    pandas.DataFrame
        `voice`, `pieces`, `words`, `tone` (mean over pieces, weighted by their words), `low` and
        `high` (90 % interval of that mean, as `resample.mean_tone` has it), `polarity` (TextBlob's mean).
    """
    rows = []
    for voice, own in voices.groupby("voice", sort=False):
        words = own["text"].str.split().str.len().to_numpy(dtype=float)
        tone, low, high = mean_tone(own)
        polarity = _mean(own["polarity"].to_numpy(dtype=float), words)
        rows.append(
            {
                "voice": voice,
                "pieces": len(own),
                "words": int(words.sum()),
                "tone": tone,
                "low": low,
                "high": high,
                "polarity": polarity,
            }
        )
    table = pd.DataFrame(rows, columns=["voice", "pieces", "words", "tone", "low", "high", "polarity"])
    return table.sort_values(["words", "voice"], ascending=[False, True], ignore_index=True)


def _mean(values, words):
    return float((values * words).sum() / max(words.sum(), 1))
