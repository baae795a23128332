"""How much of a theme lies in each passage: its words, their likes, and the company that they keep."""

import numpy as np

from .. import tables
from ..article import ABOUT
from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from ..language.vectors import vectors

LONGEST = 200  # words of a passage
MOST = 400  # passages compared at most; a longer article is read in larger steps
HEADLINE, LINES = (4, 16), 2  # words of a line of a first paragraph that is the headline; lines of it
FAR = 6  # passages, from which on distance does not count
# what a block is for themes -> its kinds
KINDS = {"title": ("title",), "heading": ("heading",), "untold": ("title", "heading", *ABOUT)}
NAMES = (
    "the phrase",
    "the phrase often",
    "its head",
    "its words",
    "share of passages with the phrase",
    "like its words",
    "keeps its company",
    "its words just before",
    "its words just after",
    "its words just before, and it goes on",
    "its words just after, and it goes on",
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
        for number, (start, end, kind) in enumerate(tables.each(article.blocks, "start end kind"))
        if kind not in KINDS["untold"]
        for piece in _pieces(doc.char_span(start, end, alignment_mode="expand"), start, end, number)
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
    start, kinds = doc.to_array("IDX").astype(int), blocks["kind"].tolist()
    block = np.searchsorted(blocks["start"].to_numpy(int), start, side="right") - 1
    of = {name: np.array([kind in own for kind in kinds] + [False])[block] for name, own in KINDS.items()}
    here = np.searchsorted([a for a, *_ in spans], start, side="right") - 1
    ends = np.array([b for _, b, _ in spans] + [-1])  # the last one is of what stands before all passages
    place = np.where((here >= 0) & (start < ends[here]) & ~of["untold"], here, -1)
    titles = of["title"] | (start < headline(blocks))
    return place.tolist(), titles.tolist(), of["heading"].tolist()


def headline(blocks):
    """Where a headline ends that nothing marks as one: a first paragraph of a few words, in a text without a title.

    It may have a second line: "Harbour closes for good;", and below it why.
    """
    kinds = blocks["kind"].tolist()
    if "title" in kinds or len(kinds) < 3 or kinds[0] != "paragraph":
        return 0
    lines = blocks["text"].iloc[0].strip().split("\n")
    short = len(lines) <= LINES and all(HEADLINE[0] <= len(line.split()) <= HEADLINE[1] for line in lines)
    return int(blocks["end"].iloc[0]) if short else 0


class Words:
    """The words of passages: `rows` (word -> column), `there`, `weight` (tf-idf times rarity, rows of length 1)."""

    def __init__(self, labels, size):
        known = vectors()
        self.rows = {}
        told = [token for token in labels.content if labels.place[token] >= 0]
        for token in told:
            self.rows.setdefault(labels.base[token], len(self.rows))
        count = np.zeros((size, len(self.rows)))
        places, columns = (np.array(own, dtype=int) for own in _pairs(labels, told, self.rows))
        np.add.at(count, (places, columns), 1)
        self.there = (count > 0).astype(float)
        self.rarity = np.array([known.rarity(word) for word in self.rows])
        idf = np.log((1 + size) / (1 + self.there.sum(axis=0))) + 1
        # a word that stands once says little of what the article returns to
        weight = (self.there + np.log(np.maximum(count, 1))) * idf * self.rarity**0.7 * np.log(1 + count.sum(axis=0))
        self.weight = weight / np.maximum(np.linalg.norm(weight, axis=1, keepdims=True), 1e-9)
        # what carries a theme is shown as nouns, and people are listed elsewhere
        shown = {
            labels.base[token]
            for token in told
            if labels.columns.pos[token] in ("NOUN", "PROPN") and labels.kinds[token] != "PERSON"
        }
        self.nouns = np.array([word in shown for word in self.rows], dtype=float)
        rows = [known.rows.get(word, -1) for word in self.rows]
        self.vectors = np.where(np.array(rows)[:, None] >= 0, known.matrix[rows], 0) if rows else np.zeros((0, 1))
        self.vectors = self.vectors / np.maximum(np.linalg.norm(self.vectors, axis=1, keepdims=True), 1e-9)

    def of(self, labels):
        """Which words each label has: a row a label, adding up to 1 where any is known."""
        own = np.zeros((len(labels), len(self.rows)))
        for number, one in enumerate(labels):
            own[number, [self.rows[word] for word in dict.fromkeys(one.words) if word in self.rows]] = 1
        return own


def _pairs(labels, told, rows):
    return [labels.place[token] for token in told], [rows[labels.base[token]] for token in told]


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
    if not chosen or not size:
        return np.zeros((len(chosen), size, len(NAMES)))
    phrase, subject = np.zeros((len(chosen), size)), np.zeros((len(chosen), size))
    for number, one in enumerate(chosen):
        for span in one.spans:
            here = labels.place[span[0]]
            if here >= 0:
                phrase[number, here] += 1
                if labels.columns.dep[labels.head(span)] in NOUN_SUBJECTS:
                    subject[number, here] = 1
    there, own = (phrase > 0).astype(float), words.of(chosen)
    heads = [words.rows.get(one.head, -1) for one in chosen]
    head = np.where(np.array(heads)[:, None] >= 0, words.there.T[heads], 0) if words.rows else np.zeros_like(phrase)
    share = (own * words.rarity) @ words.there.T / np.maximum((own * words.rarity).sum(axis=1), 1e-9)[:, None]
    mean = own @ words.vectors
    mean /= np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-9)
    like = np.clip(mean @ words.vectors.T, 0, 1)
    near = like @ (words.weight**2).T
    weight = np.maximum(there, 0.5 * share)
    # a passage is compared with the others, so that its own words do not speak for it
    others = weight @ words.weight
    shared = others @ words.weight.T - weight * (words.weight**2).sum(axis=1)
    length = (others**2).sum(axis=1)[:, None] - 2 * weight * (others @ words.weight.T) + weight**2
    company = shared / np.sqrt(np.maximum(length, 1e-9))
    number = np.arange(size)
    far = np.full((len(chosen), size), FAR)
    for row, marked in enumerate(weight >= 0.5):
        if marked.any():
            far[row] = np.minimum(np.abs(number[:, None] - np.flatnonzero(marked)[None, :]).min(axis=1), FAR)
    before, after = (
        np.pad(share, ((0, 0), pad))[:, cut] for pad, cut in (((1, 0), slice(size)), ((0, 1), slice(1, None)))
    )
    # how like each passage is to the one before it and the one after it: where one subject goes on
    goes_on = (words.weight[1:] * words.weight[:-1]).sum(axis=1)
    on, back = np.append(goes_on, 0), np.append(0, goes_on)
    alike = np.ones((len(chosen), 1))
    columns = (
        there,
        np.log1p(phrase),
        head,
        share,
        alike * 0 + there.mean(axis=1, keepdims=True) + np.zeros(size),
        near,
        company,
        before,
        after,
        before * back,
        after * on,
        far / FAR,
        alike * (number == 0),
        alike * (number < 2),
        subject,
        _standard(near),
        _standard(company),
        alike * (np.log1p(words.there.sum(axis=1)) / 4),
    )
    return np.stack(columns, axis=-1)


def _standard(values):
    return (values - values.mean(axis=1, keepdims=True)) / np.maximum(values.std(axis=1, keepdims=True), 1e-6)
