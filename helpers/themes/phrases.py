"""Key phrases: the words and phrases that readers would mark, best first.

The score is a logistic regression on plain features of each candidate, learned from stories in
which readers marked key phrases (KPCrowd; Marujo et al. 2012) by `python -m helpers learn phrases`.
"""

from collections import Counter
from functools import cache
from itertools import takewhile
from math import log
from pathlib import Path

import numpy as np

from .. import tables
from ..language import doc_text, parse, sentence_numbers
from ..language.vectors import vectors
from .candidates import candidates

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "phrases.tsv"
MOST = 60  # phrases in the table
SIZE = 32
TAGS = ("NOUN", "PROPN", "VERB", "ADJ")
ENTITIES = ("PERSON", "ORG", "GPE", "NORP", "DATE", "CARDINAL", "MONEY", "")
NAMES = (
    "often",
    "share of the most frequent",
    "often and long",
    "early",
    "in the first 30 words",
    "in the first 60 words",
    "in the first block",
    "share of sentences",
    "one word",
    "two words",
    "three words or more",
    *(f"is {tag}" for tag in TAGS),
    *(f"often and {tag}" for tag in TAGS),
    *(f"entity {name or 'none'}" for name in ENTITIES),
    "rarity",
    "rarity of the rarest",
    "rarity of the commonest",
    "rarity of a noun",
    "rarity of a verb",
    "rarity of an adjective",
    "near the middle of the text's words",
    "letters",
    "begins with a capital",
    "all capitals",
    "inside longer phrases",
    "name inside longer phrases",
    "length of the text",
    "length of the text and often",
    *(f"word vector {n}" for n in range(SIZE)),
    *(f"phrase vector {n}" for n in range(SIZE)),
)
_VECTORS = {kind: NAMES.index(f"{kind} vector 0") for kind in ("word", "phrase")}  # one of them stays zero
_PLAIN = [name for name in NAMES if " vector " not in name]
_PLACES = [NAMES.index(name) for name in _PLAIN]


def key_phrases(article):
    """The phrases that the article turns on, best first.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The key_phrases table: `phrase` in its most frequent form, `score` 0 … 1 (the chance that a
        reader would mark it), `count`, and all `mentions`. Singular and plural, with and without
        capitals, are one phrase.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> text = "Trade talks began in Oslo. The trade talks stalled. Trade talks need time."
    >>> table = key_phrases(from_text(text))
    >>> table.loc[table["phrase"] == "Trade talks", "count"].tolist()
    [3]

    References
    ----------
    Marujo, Gershman, Carbonell, Frederking & Neto (2012), LREC; features after El-Beltagy & Rafea
    (2009) and Campos et al. (2020).
    """
    doc = parse(article)
    every = candidates(doc)
    if not every:
        return tables.build("key_phrases", [])
    mean, spread, weight = weights()
    scores = 1 / (1 + np.exp(-((features(doc, every, article.blocks) - mean) / spread @ weight[:-1] + weight[-1])))
    order = sorted(range(len(every)), key=lambda i: (-round(float(scores[i]), 9), every[i].spans[0]))
    rows = [
        {
            "phrase": max(every[i].forms.items(), key=lambda item: (item[1], item[0]))[0],
            "score": round(float(scores[i]), 6),
            "count": len(every[i].spans),
            "mentions": tuple((doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in every[i].spans),
        }
        for i in _whole(doc, every, order)[:MOST]
    ]
    return tables.build("key_phrases", rows)


def _whole(doc, every, order):
    """The candidates that are no mere part of another: each stands somewhere outside the longer ones.

    A word that is part of a name wherever it stands ("Street" of "Downing Street") is no phrase.
    """
    longer = sorted({span for i in order for span in every[i].spans if span[1] - span[0] > 1})
    inside = [0] * (len(doc) + 1)  # the furthest end of a longer phrase that begins here or before

    names = {(span.start, span.end) for span in doc.ents if len(span) > 1}
    for first, last in {*longer, *names}:
        inside[first] = max(inside[first], last)
    reach, ends = 0, []
    for end in inside:
        reach = max(reach, end)
        ends.append(reach)
    alone = [i for i in order if any(not _covered(ends, inside, *span) for span in every[i].spans)]
    return _apart(every, alone[: 2 * MOST])


def _apart(every, order):
    """The phrases of which none is part of another: the better stays, but a name takes the place of its parts.

    "Prince Andrew" stays and "Prince" goes, if half of the princes are he; "trade" stays and "first trade" goes.
    """
    kept = []
    for i in order:
        key = f" {every[i].key} "
        if any(key in f" {every[j].key} " for j in kept):
            continue
        parts = [j for j in kept if f" {every[j].key} " in key]
        is_name = every[i].tags.most_common(1)[0][0] == "PROPN"
        if parts and not (is_name and all(2 * len(every[i].spans) >= len(every[j].spans) for j in parts)):
            continue
        kept = [j for j in kept if j not in parts] + [i]
    return kept


def _covered(ends, inside, first, last):
    """Whether a longer phrase covers a span: one that begins before it and ends with it or later, or begins with it."""
    return (first > 0 and ends[first - 1] >= last) or inside[first] > last


@cache
def weights(path=WEIGHTS):
    """Means and spreads of the features, in the order of `NAMES`, and their weights with the base last."""
    lines = [line.split("\t") for line in path.read_text("utf8").splitlines() if line and not line.startswith("#")]
    table = np.array([[float(value) for value in values] for _, *values in lines])
    return table[:-1, 0], table[:-1, 1], table[:, 2]


def features(doc, every, blocks):
    """What the score looks at: a row a candidate, a column a name of `NAMES`.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    every : list of Candidate
    blocks : pandas.DataFrame
        Of the article.

    Returns
    -------
    numpy.ndarray
    """
    shared = _Shared(doc, every, blocks)
    found = np.zeros((len(every), len(NAMES)))
    for row, one in zip(found, every, strict=True):
        tag, parts = one.tags.most_common(1)[0][0], one.key.split()
        vector = _vector(parts)
        values = (
            _counted(one, parts, tag, shared) | _written(one, parts, tag, shared) | _meant(parts, tag, vector, shared)
        )
        row[_PLACES] = [values[name] for name in _PLAIN]
        first = _VECTORS["word" if len(parts) == 1 else "phrase"]
        row[first : first + SIZE] = vector[:SIZE]
    return found


class _Shared:
    """What the features of all candidates of a text look at."""

    def __init__(self, doc, every, blocks):
        self.doc, self.size, self.length = doc, len(doc), max(len(doc_text(doc)), 1)
        self.counts = {one.key: len(one.spans) for one in every}
        self.most = max(self.counts.values(), default=1)
        self.longer = Counter()  # word -> how often longer candidates have it
        for one in every:
            parts = one.key.split()
            if len(parts) > 1:
                self.longer.update(dict.fromkeys(parts, self.counts[one.key]))
        first_end = int(blocks["end"].iloc[0]) if len(blocks) else 0
        before = takewhile(lambda t: t.idx < first_end, doc)
        self.opening = {one for t in before for one in (t.lemma_.lower(), t.lower_)}
        self.sentence_of = np.array(sentence_numbers(doc), dtype=int) + 1
        self.middle = vectors().of([one.key for one in every if " " not in one.key for _ in one.spans])


def _counted(one, parts, tag, shared):
    """How often a candidate stands, and where."""
    times = shared.counts[one.key]
    often = log(1 + times)
    start = one.spans[0][0]
    longer = shared.longer[one.key] / times if len(parts) == 1 else 0.0
    return {
        "often": often,
        "share of the most frequent": times / shared.most,
        "often and long": often * (len(parts) > 1),
        "early": 1 - shared.doc[start].idx / shared.length,
        "in the first 30 words": start < 30,
        "in the first 60 words": start < 60,
        "in the first block": all(part in shared.opening for part in parts),
        "share of sentences": len({int(shared.sentence_of[a]) for a, _ in one.spans})
        / max(int(shared.sentence_of[-1]), 1),
        **{f"often and {name}": (tag == name) * often for name in TAGS},
        "inside longer phrases": min(longer, 3.0),
        "name inside longer phrases": min(longer, 1.5) * (tag == "PROPN"),
        "length of the text": log(max(shared.size, 2)) / 7,
        "length of the text and often": log(max(shared.size, 2)) / 7 * often,
    }


def _written(one, parts, tag, shared):
    """Of which words a candidate is made."""
    entity, text = one.entities.most_common(1)[0][0], shared.doc[one.spans[0][0]].text
    return {
        "one word": len(parts) == 1,
        "two words": len(parts) == 2,
        "three words or more": len(parts) > 2,
        **{f"is {name}": tag == name for name in TAGS},
        **{f"entity {name or 'none'}": entity == name for name in ENTITIES},
        "letters": min(len(one.key), 20) / 10,
        "begins with a capital": text[0].isupper(),
        "all capitals": text.isupper(),
    }


def _vector(parts):
    """Where a phrase lies among the words that the vectors know: the mean of its words."""
    known = vectors()
    rows = [known.rows[part] for part in parts if part in known.rows]
    if len(rows) == 1:
        return known.matrix[rows[0]]
    return known.matrix[rows].mean(axis=0) if rows else np.zeros(known.matrix.shape[1])


def _meant(parts, tag, vector, shared):
    """How rare a candidate's words are, and how near they lie to the text's others."""
    known = vectors()
    ranks = [known.rarity(part) for part in parts]
    rarity = sum(ranks) / len(ranks)
    norm = float(np.linalg.norm(vector))
    return {
        "rarity": rarity,
        "rarity of the rarest": max(ranks),
        "rarity of the commonest": min(ranks),
        "rarity of a noun": (tag == "NOUN") * rarity,
        "rarity of a verb": (tag == "VERB") * rarity,
        "rarity of an adjective": (tag == "ADJ") * rarity,
        "near the middle of the text's words": float(vector @ shared.middle) / norm if norm else 0.0,
    }
