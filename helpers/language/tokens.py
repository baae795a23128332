"""Looking at a few tokens of many: a Python loop over all of them costs ten times as much."""

import numpy as np
from spacy.attrs import ORTH, SENT_START


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
    wanted = np.array([strings[one] if isinstance(one, str) else one for one in values], dtype=np.uint64)
    for number in np.flatnonzero(np.isin(doc.to_array(attribute), wanted)).tolist():
        yield doc[number]


def written(doc):
    """The tokens as they are written: a list of str."""
    strings = doc.vocab.strings
    return [strings[number] for number in doc.to_array(ORTH).tolist()]


def sentence_numbers(doc):
    """The number of the sentence of each token, from 0: a list of int."""
    starts = doc.to_array(SENT_START) == 1
    starts[:1] = True
    return (np.cumsum(starts) - 1).tolist()
