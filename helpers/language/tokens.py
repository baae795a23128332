"""Looking at a few tokens of many: a Python loop over all of them costs ten times as much."""

from dataclasses import dataclass

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, LOWER, ORTH, POS, SENT_START

TOGETHER = 4_000


def tokens_with(doc, attribute, values):
    """The tokens of which an attribute is one of some values, in order.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    attribute : int
        Of `spacy.attrs`: LOWER, TAG, IS_TITLE …
    values : iterable of str or int

    Yields
    ------
    spacy.tokens.Token

    Examples
    --------
    >>> from spacy.attrs import LOWER
    >>> from helpers.article import from_text
    >>> from helpers.language import parse
    >>> [token.i for token in tokens_with(parse(from_text("She said it. We came.")), LOWER, {"she", "we"})]
    [0, 4]
    """
    strings = doc.vocab.strings
    wanted = np.array(sorted({strings[one] if isinstance(one, str) else one for one in values}), dtype=np.uint64)
    if len(wanted):
        column = doc.to_array(attribute)
        nearest = wanted[np.searchsorted(wanted[:-1], column)]  # `np.isin` sorts the whole text
        for number in np.flatnonzero(nearest == column).tolist():
            yield doc[number]


def batches(docs):
    """Runs of documents that together have about `TOGETHER` tokens, so that what is made for a run fits in the cache.

    Parameters
    ----------
    docs : iterable of spacy.tokens.Doc

    Yields
    ------
    list of spacy.tokens.Doc

    Examples
    --------
    >>> [len(run) for run in batches(["word " * 500] * 3)]
    [2, 1]
    """
    run, size = [], 0
    for doc in docs:
        run.append(doc)
        size += len(doc)
        if size >= TOGETHER:
            yield run
            run, size = [], 0
    if run:
        yield run


@dataclass(frozen=True, eq=False)
class Columns:
    """A parse as lists: `text`, `lower`, `lemma` (in lower case), `pos`, `dep`, and `head` as token numbers."""

    text: list
    lower: list
    lemma: list
    pos: list
    dep: list
    head: list


def parse_columns(doc):
    """The parse as lists; made once for each document.

    Parameters
    ----------
    doc : spacy.tokens.Doc

    Returns
    -------
    Columns

    Examples
    --------
    >>> from helpers.language import pipeline
    >>> found = parse_columns(pipeline()("She said it."))
    >>> found.lemma, found.head
    (['she', 'say', 'it', '.'], [1, 1, 1, 1])
    """
    if "columns" not in doc.user_data:
        table = doc.to_array((ORTH, LOWER, LEMMA, POS, DEP, HEAD))
        text, lower, lemma, pos, dep = (spelled(doc, table[:, number]) for number in range(5))
        head = [i + step for i, step in enumerate(table[:, 5].astype("int64").tolist())]
        doc.user_data["columns"] = Columns(text, lower, [word.lower() for word in lemma], pos, dep, head)
    return doc.user_data["columns"]


def spelled(doc, column):
    """The strings of a column of `doc.to_array`; most words come often, so each number is looked up once."""
    strings, known = doc.vocab.strings, {0: ""}
    found = []
    for key in column.tolist():
        word = known.get(key)
        if word is None:
            word = known[key] = strings[key]
        found.append(word)
    return found


def doc_text(doc):
    """The text of a document: spaCy puts it together anew at each look."""
    if "text" not in doc.user_data:
        doc.user_data["text"] = doc.text
    return doc.user_data["text"]


def sentence_numbers(doc):
    """The number of the sentence of each token, from 0: a list of int."""
    starts = doc.to_array(SENT_START) == 1
    starts[:1] = True
    return (np.cumsum(starts) - 1).tolist()
