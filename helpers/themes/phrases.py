"""Key phrases: the words and phrases that readers would mark, best first.

The score is a logistic regression on plain features of each candidate, learned from stories in
which readers marked key phrases (KPCrowd; Marujo et al. 2012) by `python -m helpers learn phrases`.
"""

from collections import Counter
from functools import cache
from math import log
from pathlib import Path

import numpy as np
from spacy.attrs import IDX, LENGTH

from .. import tables
from ..language import doc_text, parse, parse_columns, sentence_numbers
from ..language.vectors import vectors
from .candidates import candidates, most

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
_PLACES = {name: number for number, name in enumerate(NAMES)}


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
    places = doc.to_array((IDX, LENGTH))
    start, end = places[:, 0].tolist(), places.sum(axis=1).tolist()
    rows = [
        {
            "phrase": every[i].form,
            "score": round(float(scores[i]), 6),
            "count": len(every[i].spans),
            "mentions": tuple((start[a], end[b - 1]) for a, b in every[i].spans),
        }
        for i in _whole(doc, every, order)[:MOST]
    ]
    return tables.build("key_phrases", rows)


def things(article, phrases, actors, most=20):
    """The key phrases that name a thing: no verb, no adjective alone, nobody of the actors, no word said once.

    Parameters
    ----------
    article : Article
    phrases, actors : pandas.DataFrame
        The key_phrases and the actors table.
    most : int

    Returns
    -------
    pandas.DataFrame
        Rows of the key_phrases table, best first.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.themes import actors
    >>> article = from_text("Anna Berg insisted. Trade talks began in Oslo. The trade talks stalled. Talks need time.")
    >>> things(article, key_phrases(article), actors(article))["phrase"].tolist()
    ['talks']
    >>> empty = from_text("It rained.")
    >>> list(things(empty, key_phrases(empty), actors(empty))["phrase"])
    []
    """
    doc, people = parse(article), {word for name in actors["actor"] for word in name.lower().split()}

    def is_thing(phrase, spans):
        own, last = set(phrase.lower().split()), doc.char_span(*spans[0], alignment_mode="expand")[-1]
        return last.pos_ in ("NOUN", "PROPN") and not own <= people and (len(own) > 1 or len(spans) > 1)

    kept = [is_thing(*row) for row in zip(phrases["phrase"], phrases["mentions"], strict=True)]
    return phrases[np.array(kept, dtype=bool)].head(most)  # an empty list would take no columns


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
    kept = {}  # candidate -> its words between spaces
    for i in order:
        key = f" {every[i].key} "
        if any(key in other for other in kept.values()):
            continue
        parts = [j for j, other in kept.items() if other in key]
        is_name = most(every[i].tags) == "PROPN"
        if parts and not (is_name and all(2 * len(every[i].spans) >= len(every[j].spans) for j in parts)):
            continue
        for j in parts:
            del kept[j]
        kept[i] = key
    return list(kept)


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
    parts, tags = [one.key.split() for one in every], [most(one.tags) for one in every]
    columns = _counted(doc, every, parts, blocks) | _written(doc, every, parts)
    vectors_of = [_vector(words) for words in parts]
    columns |= _meant(every, parts, vectors_of)
    for tag in TAGS:
        is_tag = np.array([one == tag for one in tags])
        columns |= {f"is {tag}": is_tag, f"often and {tag}": is_tag * columns["often"]}
    for name, tag in (("a noun", "NOUN"), ("a verb", "VERB"), ("an adjective", "ADJ")):
        columns[f"rarity of {name}"] = columns[f"is {tag}"] * columns["rarity"]
    columns["name inside longer phrases"] = np.minimum(columns["inside longer phrases"], 1.5) * columns["is PROPN"]
    found = np.zeros((len(every), len(NAMES)))
    for name, values in columns.items():
        found[:, _PLACES[name]] = values
    for row, words, vector in zip(found, parts, vectors_of, strict=True):
        first = _PLACES["word vector 0" if len(words) == 1 else "phrase vector 0"]  # the other stays zero
        row[first : first + SIZE] = vector[:SIZE]
    return found


def _counted(doc, every, parts, blocks):
    """How often candidates stand, and where."""
    times = np.array([len(one.spans) for one in every])
    often = np.array([log(1 + len(one.spans)) for one in every])
    several = np.array([len(words) > 1 for words in parts])
    longer = Counter()  # word -> how often longer candidates have it
    for one, words in zip(every, parts, strict=True):
        if len(words) > 1:
            longer.update(dict.fromkeys(words, len(one.spans)))
    inside = [longer[one.key] for one in every]
    start = np.array([one.spans[0][0] for one in every])
    sentence, columns = sentence_numbers(doc), parse_columns(doc)
    first_end = int(blocks["end"].iloc[0]) if len(blocks) else 0
    offsets = doc.to_array(IDX)
    block = int(np.searchsorted(offsets, first_end))
    opening = {*columns.lemma[:block], *columns.lower[:block]}
    size = log(max(len(doc), 2)) / 7
    return {
        "often": often,
        "share of the most frequent": times / times.max(),
        "often and long": often * several,
        "early": 1 - offsets[start] / max(len(doc_text(doc)), 1),
        "in the first 30 words": start < 30,
        "in the first 60 words": start < 60,
        "in the first block": [opening.issuperset(words) for words in parts],
        "share of sentences": np.array([len({sentence[a] for a, _ in one.spans}) for one in every])
        / max(sentence[-1] + 1, 1),
        "inside longer phrases": np.minimum(np.where(several, 0.0, inside / times), 3.0),
        "length of the text": size,
        "length of the text and often": size * often,
    }


def _written(doc, every, parts):
    """Of which words candidates are made."""
    text, sizes = parse_columns(doc).text, np.array([len(words) for words in parts])
    first, kinds = [text[one.spans[0][0]] for one in every], [most(one.entities) for one in every]
    return {
        "one word": sizes == 1,
        "two words": sizes == 2,
        "three words or more": sizes > 2,
        **{f"entity {name or 'none'}": [kind == name for kind in kinds] for name in ENTITIES},
        "letters": [min(len(one.key), 20) / 10 for one in every],
        "begins with a capital": [word[0].isupper() for word in first],
        "all capitals": [word.isupper() for word in first],
    }


def _vector(parts):
    """Where a phrase lies among the words that the vectors know: the mean of its words."""
    known = vectors()
    rows = [known.rows[part] for part in parts if part in known.rows]
    if len(rows) == 1:
        return known.matrix[rows[0]]
    return known.matrix[rows].mean(axis=0) if rows else np.zeros(known.matrix.shape[1])


def _meant(every, parts, vectors_of):
    """How rare candidates' words are, and how near they lie to the text's others."""
    known = vectors()
    rarity = {word: known.rarity(word) for words in parts for word in words}
    ranks = [[rarity[word] for word in words] for words in parts]
    middle = known.of([one.key for one in every if " " not in one.key for _ in one.spans])
    norms = [float(np.linalg.norm(vector)) for vector in vectors_of]
    return {
        "rarity": np.array([sum(own) / len(own) for own in ranks]),
        "rarity of the rarest": [max(own) for own in ranks],
        "rarity of the commonest": [min(own) for own in ranks],
        "near the middle of the text's words": [
            float(vector @ middle) / norm if norm else 0.0 for vector, norm in zip(vectors_of, norms, strict=True)
        ],
    }
