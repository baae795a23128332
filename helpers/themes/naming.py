"""Noun phrases that name a theme in words that read well."""

from bisect import bisect_right
from collections import Counter, defaultdict
from math import log

from ..language import parse

LONGEST = 4  # words in a phrase
PARTS = ("NOUN", "PROPN", "ADJ")
MOST = 60
WORN = frozenset(  # nouns that carry no theme in news prose
    (
        "mr mrs ms thing way lot number part kind year month week day time today yesterday tomorrow "
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
        "july august september october november december percent people one other"
    ).split()
)


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
    places, forms = defaultdict(list), defaultdict(Counter)
    for first, last in _runs(doc):
        key = tuple(lemma(token) for token in doc[first:last])
        span = doc[first:last]
        places[key].append((span.start_char, span.end_char))
        forms[key][span.text] += 1
    return places, forms


def _runs(doc):
    """Runs of adjectives and nouns that end in a noun, and each noun in them."""
    position = 0
    while position < len(doc):
        if not belongs(doc[position]):
            position += 1
            continue
        end = position
        while end < len(doc) and belongs(doc[end]) and end - position < 8:
            end += 1
        last = end
        while last > position and doc[last - 1].pos_ == "ADJ":
            last -= 1
        if last - position > 1:
            yield max(position, last - LONGEST), last
        for number in range(position, last):
            if doc[number].pos_ != "ADJ":
                yield number, number + 1
        position = end


def belongs(token):
    return (
        token.pos_ in PARTS
        and len(token) > 1
        and any(map(str.isalpha, token.text))
        and not token.is_stop
        and lemma(token) not in WORN
    )


def lemma(token):
    return token.text.lower() if token.pos_ == "PROPN" else token.lemma_.lower()


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
