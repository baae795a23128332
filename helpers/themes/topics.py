"""Themes: words that keep company in the same passages.

Blocks are passages; their words, weighted by tf-idf and by their rarity in general English, are
factored into a few parts by non-negative matrix factorisation (Lee & Seung 1999). The start is
fixed (Boutsidis & Gallopoulos 2008), so the same article gives the same themes.
"""

from bisect import bisect_right
from collections import Counter, defaultdict

import numpy as np

from .. import corrections, tables
from ..article import ABOUT
from ..language import parse
from ..language.vectors import vectors
from .naming import content_words, naming_phrases

MOST, FEWEST = 12, 2
ROUNDS = 60
SHOWN = 10  # words kept for a theme
LEAST = 0.15  # share of a theme that makes a passage one of its passages
LONGEST = 200  # words of a passage
NOT_A_NOUN = 0.8  # weight of names and adjectives: what is spoken of is told by nouns, who by actors
PASSAGES = 400  # passages compared at most; a longer article is read in larger steps


def themes(article):
    """What the article is about: a few themes, each with the passages where it is strongest.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The themes table: one row a passage and theme. `theme` is a label from the article's
        own words, `weight` (0 … 1) how much of the theme lies in the passage, `words` its
        words found there. Up to ten themes, fewer for a short article.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> table = themes(from_text("Ships wait in port.\\n\\nThe court heard judges."))
    >>> sorted(table["theme"])
    ['judges', 'port']
    """
    return corrections.apply(article, "themes", uncorrected(article))


def uncorrected(article):
    """The themes table without corrections of its rows."""
    passages, counts, parts = _passages(article)
    # in the order of the text, so that of two words that weigh the same the earlier stands first
    vocabulary = list(parts)
    if not vocabulary:
        return tables.build("themes", [])
    matrix = _weighted(counts, vocabulary, parts)
    number = min(MOST, max(FEWEST, round(len(passages) * 0.75)), len(passages))
    strength, words = _factor(matrix, number)
    labels = _labels(article, words, vocabulary)
    rows, themes_of = [], Counter()
    for theme in range(len(strength[0])):
        column = strength[:, theme]
        if column.sum() <= 0 or not labels[theme]:
            continue
        themes_of[labels[theme]] += 1
        again = themes_of[labels[theme]]  # two themes can be called the same
        share = column / column.sum()
        for passage in np.flatnonzero(share >= min(LEAST, share.max())):
            start, end, block = passages[passage]
            # what the theme and the passage have in common, heaviest first
            common = np.round(words[theme] * matrix[passage], 9)
            here = tuple(vocabulary[i] for i in np.argsort(-common, kind="stable")[:SHOWN] if common[i] > 0)
            if here:
                rows.append(
                    {
                        "start": start,
                        "end": end,
                        "theme": labels[theme],
                        "weight": round(float(share[passage]), 6),
                        "words": here,
                        "block": block,
                        "key": labels[theme] if again == 1 else f"{labels[theme]} {again}",
                    }
                )
    return tables.build("themes", rows, article.text)


def _passages(article):
    """Passages of prose as (start, end, block), the content words of each, and word -> part of speech.

    A passage is a block; a block longer than `LONGEST` words is cut between its sentences.
    """
    doc = parse(article)
    spans = [
        piece
        for number, (start, end, kind) in enumerate(article.blocks[["start", "end", "kind"]].itertuples(index=False))
        if kind not in ("title", "heading", *ABOUT)
        for piece in _pieces(doc.char_span(start, end, alignment_mode="expand"), int(start), int(end), number)
    ]
    starts = [start for start, _, _ in spans]
    counts, parts = defaultdict(Counter), defaultdict(Counter)
    for word in content_words(doc):
        here = bisect_right(starts, word.start) - 1
        if here >= 0 and word.start < spans[here][1]:
            counts[here][word.lemma] += 1
            parts[word.lemma][word.part] += 1
    told = sorted(counts)
    step = -(-len(told) // PASSAGES) or 1
    passages, merged = [], []
    for first in range(0, len(told), step):
        group = told[first : first + step]
        passages.append((spans[group[0]][0], spans[group[-1]][1], spans[group[0]][2]))
        merged.append(sum((counts[number] for number in group), Counter()))
    return passages, merged, {word: count.most_common(1)[0][0] for word, count in parts.items()}


def _pieces(span, start, end, number):
    """A block as one passage, or, if it is long, as several whole sentences at a time."""
    if span is None or len(span) <= LONGEST:
        yield start, end, number
        return
    first, words, last = start, 0, start
    for sentence in span.sents:
        if words and words + len(sentence) > LONGEST:
            yield first, last, number
            first, words = sentence.start_char, 0
        words += len(sentence)
        last = sentence.end_char
    yield first, end, number


def _weighted(counts, vocabulary, parts):
    """Passages by words: tf-idf, times how rare a word is elsewhere and how much its kind tells."""
    known = vectors()
    index = {word: number for number, word in enumerate(vocabulary)}
    matrix = np.zeros((len(counts), len(vocabulary)))
    for row, count in enumerate(counts):
        for word, times in count.items():
            matrix[row, index[word]] = 1 + np.log(times)
    idf = np.log((1 + len(counts)) / (1 + (matrix > 0).sum(axis=0))) + 1
    # A word that stands once says little of what the article returns to.
    total = np.array([sum(count[word] for count in counts) for word in vocabulary])
    rarity = [known.rarity(word) ** 0.7 * (1 if parts[word] == "NOUN" else NOT_A_NOUN) for word in vocabulary]
    matrix *= idf * np.log(1 + total) * np.array(rarity)
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    return matrix / np.where(norms == 0, 1, norms)


def _factor(matrix, number):
    """Non-negative factors by multiplicative updates from a fixed start.

    The first theme starts at the passage most like all others, each further one at the passage
    least like those chosen.
    """
    likeness = matrix @ matrix.T
    chosen = [int(np.argmax(likeness.sum(axis=1).round(9)))]
    while len(chosen) < number:
        nearest = likeness[:, chosen].max(axis=1).round(9)
        nearest[chosen] = np.inf
        chosen.append(int(np.argmin(nearest)))
    words = matrix[chosen] + 1e-4
    strength = likeness[:, chosen] + 1e-4
    for _ in range(ROUNDS):
        strength *= (matrix @ words.T) / (strength @ (words @ words.T) + 1e-9)
        words *= (strength.T @ matrix) / ((strength.T @ strength) @ words + 1e-9)
    return strength.round(9), words.round(9)


def _labels(article, words, vocabulary):
    """A label for each theme: the key phrase whose words weigh most in it, none used twice."""
    index = {word: number for number, word in enumerate(vocabulary)}
    phrases = []
    text = article.text
    doc_lemma = {text[word.start : word.end].lower(): word.lemma for word in reversed(content_words(parse(article)))}
    for phrase in naming_phrases(article):
        numbers = [index.get(doc_lemma.get(word.lower(), word.lower())) for word in phrase.split()]
        if numbers and None not in numbers:
            phrases.append((phrase, numbers))
    labels, used = [], set()
    for row in words:
        scored = [
            (float(row[numbers].sum()) / len(numbers) ** 0.5, phrase)
            for phrase, numbers in phrases
            if phrase.lower() not in used
        ]
        best = max(scored, key=lambda item: item[0], default=(0, None))
        label = best[1] if best[0] > 0 else vocabulary[int(np.argmax(row))] if row.max() > 0 else None
        if label:
            used.add(label.lower())
        labels.append(label)
    return labels
