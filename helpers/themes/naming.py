"""Noun phrases that name a theme in words that read well."""

from bisect import bisect_right
from collections import Counter, defaultdict
from math import log
from typing import NamedTuple

import numpy as np
from spacy.attrs import IS_STOP, LENGTH, POS
from spacy.symbols import ADJ, NOUN, PROPN

from ..language import doc_text, parse

LONGEST = 4  # words in a phrase
PART_NUMBERS = (NOUN, PROPN, ADJ)
MOST = 60
WORN = frozenset(  # nouns that carry no theme in news prose
    (
        "mr mrs ms thing way lot number part kind year month week day time today yesterday tomorrow "
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
        "july august september october november december percent people one other"
    ).split()
)


class Word(NamedTuple):
    """A content word of the text."""

    number: int
    part: str
    lemma: str
    start: int
    end: int


def naming_phrases(article):
    """Noun phrases that could name a theme, best first.

    Score: occurrences, damped, times a weight for length, a bonus for the share of blocks a phrase
    appears in and for appearing early. Not the score of `key_phrases`, which says what readers
    would mark: they mark single words, which make poor titles.

    Parameters
    ----------
    article : Article

    Returns
    -------
    list of str

    Examples
    --------
    >>> from helpers.article import from_text
    >>> naming_phrases(from_text("Trade talks began. The trade talks stalled."))[0]
    'trade talks'
    """
    places, forms = noun_phrases(parse(article))
    length = max(len(article.text), 1)
    blocks = article.blocks["start"].tolist()
    scores = {}
    for key, spans in places.items():
        spread = len({bisect_right(blocks, start) for start, _ in spans}) / max(len(blocks), 1)
        early = 1 - spans[0][0] / length
        # A phrase of several words is rarer and says more, if it is repeated at all.
        weight = 1.0 if len(key) == 1 else 1.6 if len(spans) > 1 else 0.7
        scores[key] = log(1 + len(spans)) * weight * (1 + spread) * (1 + 0.5 * early)
    ranked = sorted(scores, key=lambda key: (-scores[key], places[key][0]))
    kept = _without_parts(ranked, places)[:MOST]
    return [max(forms[key].items(), key=lambda item: (item[1], item[0]))[0] for key in kept]


def noun_phrases(doc):
    """Noun phrases: key (lower-case lemmas) -> spans, and key -> Counter of written forms."""
    places, forms, text = defaultdict(list), defaultdict(Counter), doc_text(doc)
    for run in _runs(content_words(doc)):
        last = len(run)
        while last and run[last - 1].part == "ADJ":
            last -= 1
        wholes = [run[max(0, last - LONGEST) : last]] if last > 1 else []
        for words in wholes + [[word] for word in run[:last] if word.part != "ADJ"]:
            key, start, end = tuple(word.lemma for word in words), words[0].start, words[-1].end
            places[key].append((start, end))
            forms[key][text[start:end]] += 1
    return places, forms


def _runs(words):
    """Content words that stand next to each other, eight at most."""
    run = []
    for word in words:
        if run and (word.number != run[-1].number + 1 or len(run) == 8):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def content_words(doc):
    """Nouns, names and adjectives that can carry a theme.

    Parameters
    ----------
    doc : spacy.tokens.Doc

    Returns
    -------
    list of Word
        `number` of the token, `part` of speech, `lemma` (a name as written, in lower case), and the
        offsets `start` and `end`.
    """
    found = []
    table = doc.to_array([POS, IS_STOP, LENGTH])  # a loop over tokens costs ten times as much
    for number in np.flatnonzero(np.isin(table[:, 0], PART_NUMBERS) & (table[:, 1] == 0) & (table[:, 2] > 1)).tolist():
        token = doc[number]
        text, part = token.text, token.pos_
        lemma = text.lower() if part == "PROPN" else token.lemma_.lower()
        if lemma not in WORN and any(map(str.isalpha, text)):
            found.append(Word(number, part, lemma, token.idx, token.idx + len(text)))
    return found


def _without_parts(ranked, places):
    """Leave out a word that hardly ever stands outside a longer phrase ranked above it."""
    kept, inside = [], Counter()
    for key in ranked:
        if len(key) == 1 and inside[key[0]] >= 0.8 * len(places[key]):
            continue
        kept.append(key)
        if len(key) > 1 and len(places[key]) > 1:
            for word in key:
                inside[word] += len(places[key])
    return kept
