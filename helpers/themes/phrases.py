"""Key phrases: noun phrases by how often, how early and how widely they are used."""

from collections import Counter, defaultdict
from math import log

from .. import corrections, tables
from ..language import parse

LONGEST = 4  # words in a phrase
PARTS = ("NOUN", "PROPN", "ADJ")
MOST = 60  # phrases in the table
WORN = frozenset(  # nouns that carry no theme in news prose
    (
        "mr mrs ms thing way lot number part kind year month week day time today yesterday tomorrow "
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
        "july august september october november december percent people one other"
    ).split()
)


def key_phrases(article):
    """The phrases that the article turns on, best first.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The key_phrases table: `phrase` in its most frequent form, `score` 0 … 1, `count`,
        and all `mentions`. Singular and plural, with and without capitals, are one phrase.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> text = "Trade talks began. The trade talks stalled. Trade talks need time."
    >>> key_phrases(from_text(text))[["phrase", "count"]].values.tolist()[0]
    ['Trade talks', 3]

    Notes
    -----
    Score: occurrences, damped, times the length of the phrase, times a bonus for the share of
    blocks it appears in and for appearing early; scaled so that the best phrase has 1
    (features after El-Beltagy & Rafea 2009 and Campos et al. 2020).
    """
    places, forms = candidates(parse(article))
    if not places:
        return tables.build("key_phrases", [])
    length = max(len(article.text), 1)
    blocks = article.blocks["start"].tolist()
    scores = {}
    for key, spans in places.items():
        spread = len({_block(blocks, start) for start, _ in spans}) / max(len(blocks), 1)
        early = 1 - spans[0][0] / length
        words = len(key)
        # A phrase of several words is rarer and says more, if it is repeated at all.
        weight = 1.0 if words == 1 else 1.6 if len(spans) > 1 else 0.7
        scores[key] = log(1 + len(spans)) * weight * (1 + spread) * (1 + 0.5 * early)
    best = max(scores.values())
    ranked = sorted(scores, key=lambda key: (-scores[key], places[key][0]))
    rows = [
        {
            "phrase": max(forms[key].items(), key=lambda item: (item[1], item[0]))[0],
            "score": scores[key] / best,
            "count": len(places[key]),
            "mentions": tuple(places[key]),
            "key": key,
        }
        for key in _without_parts(ranked, places)[:MOST]
    ]
    return corrections.apply(article, "key_phrases", tables.build("key_phrases", rows))


def candidates(doc):
    """Noun phrases: key (lower-case lemmas) -> spans, and key -> Counter of written forms."""
    places, forms = defaultdict(list), defaultdict(Counter)
    for first, last in _runs(doc):
        key = tuple(_lemma(token) for token in doc[first:last])
        span = doc[first:last]
        places[key].append((span.start_char, span.end_char))
        forms[key][span.text] += 1
    return places, forms


def _runs(doc):
    """Runs of adjectives and nouns that end in a noun, and each noun in them."""
    position = 0
    while position < len(doc):
        if not _belongs(doc[position]):
            position += 1
            continue
        end = position
        while end < len(doc) and _belongs(doc[end]) and end - position < 8:
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


def _belongs(token):
    return (
        token.pos_ in PARTS
        and len(token) > 1
        and any(map(str.isalpha, token.text))
        and not token.is_stop
        and _lemma(token) not in WORN
    )


def _lemma(token):
    return token.text.lower() if token.pos_ == "PROPN" else token.lemma_.lower()


def _block(starts, position):
    from bisect import bisect_right

    return bisect_right(starts, position)


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
