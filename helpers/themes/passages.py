"""How much of a theme lies in each passage: its words, their likes, and the company that they keep."""

from bisect import bisect_right
from math import log

import numpy as np

from ..article import ABOUT
from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from ..language.vectors import vectors

LONGEST = 200  # words of a passage
MOST = 400  # passages compared at most; a longer article is read in larger steps
FAR = 6  # passages, from which on distance does not count
NAMES = (
    "the phrase",
    "the phrase often",
    "its head",
    "its words",
    "share of passages with the phrase",
    "like its words",
    "three words most like its own",
    "keeps its company",
    "the phrase just before",
    "the phrase just after",
    "its words just before",
    "its words just after",
    "far from it",
    "is the first",
    "is one of the first two",
    "as a subject",
    "like its words, for this text",
    "keeps its company, for this text",
    "content words",
)


def passages(article):
    """Passages of prose as (start, end, block).

    A passage is a block; a block longer than `LONGEST` words is cut between its sentences.
    """
    doc = parse(article)
    spans = [
        piece
        for number, (start, end, kind) in enumerate(article.blocks[["start", "end", "kind"]].itertuples(index=False))
        if kind not in ("title", "heading", *ABOUT)
        for piece in _pieces(doc.char_span(start, end, alignment_mode="expand"), int(start), int(end), number)
    ]
    step = -(-len(spans) // MOST) or 1
    groups = [spans[first : first + step] for first in range(0, len(spans), step)]
    return [(group[0][0], group[-1][1], group[0][2]) for group in groups]


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


def places(article, spans):
    """The passage of each token (−1 outside of them), and whether it stands in the title, in a heading."""
    doc, blocks = parse(article), article.blocks
    starts, block_starts, kinds = [a for a, *_ in spans], blocks["start"].tolist(), blocks["kind"].tolist()
    place, titles, headings = [], [], []
    for start in doc.to_array("IDX").tolist():
        here = bisect_right(starts, start) - 1
        kind = kinds[bisect_right(block_starts, start) - 1] if kinds and block_starts[0] <= start else ""
        told = here >= 0 and start < spans[here][1] and kind not in ("title", "heading", *ABOUT)
        place.append(here if told else -1)
        titles.append(kind == "title")
        headings.append(kind == "heading")
    return place, titles, headings


class Words:
    """The words of passages: `rows` (word -> column), `there`, `weight` (tf-idf times rarity, rows of length 1)."""

    def __init__(self, labels, size):
        known = vectors()
        self.rows = {}
        told = [token for token in labels.content if labels.place[token] >= 0]
        for token in told:
            self.rows.setdefault(labels.base[token], len(self.rows))
        count = np.zeros((size, len(self.rows)))
        for token in told:
            count[labels.place[token], self.rows[labels.base[token]]] += 1
        self.there = (count > 0).astype(float)
        self.rarity = np.array([known.rarity(word) for word in self.rows])
        idf = np.log((1 + size) / (1 + self.there.sum(axis=0))) + 1
        # a word that stands once says little of what the article returns to
        weight = (self.there + np.log(np.maximum(count, 1))) * idf * self.rarity**0.7 * np.log(1 + count.sum(axis=0))
        self.weight = weight / np.maximum(np.linalg.norm(weight, axis=1, keepdims=True), 1e-9)
        self.vectors = np.zeros((len(self.rows), known.matrix.shape[1]))
        for word, row in self.rows.items():
            if word in known.rows:
                self.vectors[row] = known.matrix[known.rows[word]]
        self.vectors /= np.maximum(np.linalg.norm(self.vectors, axis=1, keepdims=True), 1e-9)

    def like(self, words):
        """How like each word of the text is to some words, 0 … 1."""
        own = [self.rows[word] for word in dict.fromkeys(words) if word in self.rows]
        if not own:
            return np.zeros(len(self.rows))
        return np.clip(self.vectors @ self.vectors[own].T, 0, 1).mean(axis=1)


def features(labels, chosen, words, size):
    """What the share of passages in themes looks at: label by passage by name of `NAMES`.

    Parameters
    ----------
    labels : labels.Labels
    chosen : sequence of labels.Label
    words : Words
    size : int
        Passages.
    """
    return (
        np.stack([_of_one(labels, one, words, size) for one in chosen]) if chosen else np.zeros((0, size, len(NAMES)))
    )


def _of_one(labels, one, words, size):
    phrase, subject = np.zeros(size), np.zeros(size)
    for span in one.spans:
        here = labels.place[span[0]]
        if here >= 0:
            phrase[here] += 1
            subject[here] = max(subject[here], labels.columns.dep[labels.head(span)] in NOUN_SUBJECTS)
    there = (phrase > 0).astype(float)
    head = words.there[:, words.rows[one.head]] if one.head in words.rows else np.zeros(size)
    own = [words.rows[word] for word in dict.fromkeys(one.words) if word in words.rows]
    share = np.zeros(size)
    if own:
        share = (words.there[:, own] * words.rarity[own]).sum(axis=1) / max(words.rarity[own].sum(), 1e-9)
    like = words.like(one.words)
    near = (words.weight**2) @ like
    most = np.sort(words.there * (like * words.rarity), axis=1)[:, -3:]
    most = most.sum(axis=1) / 3
    weight = np.maximum(there, 0.5 * share)
    # a passage is compared with the others, so that its own words do not speak for it
    others = (weight @ words.weight)[None, :] - weight[:, None] * words.weight
    company = (others * words.weight).sum(axis=1) / np.maximum(np.linalg.norm(others, axis=1), 1e-9)
    marked = np.flatnonzero(weight >= 0.5)
    far = np.abs(np.arange(size)[:, None] - marked[None, :]).min(axis=1) if len(marked) else np.full(size, FAR)
    number = np.arange(size)
    columns = (
        there,
        np.log1p(phrase),
        head,
        share,
        np.full(size, there.mean()),
        near,
        most,
        company,
        np.append(0, there)[:size],
        np.append(there, 0)[1:],
        np.append(0, share)[:size],
        np.append(share, 0)[1:],
        np.minimum(far, FAR) / FAR,
        number == 0,
        number < 2,
        subject,
        _standard(near),
        _standard(company),
        np.array([log(1 + count) for count in words.there.sum(axis=1)]) / 4,
    )
    return np.column_stack(columns).astype(float)


def _standard(values):
    return (values - values.mean()) / max(float(values.std()), 1e-6)
