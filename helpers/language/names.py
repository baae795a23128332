"""Which words are names, by how they are written rather than by which name it is."""

from collections import Counter

from spacy.attrs import ENT_TYPE, POS

from .tokens import parse_columns, sentence_numbers

NAMED = frozenset(("PERSON", "NORP", "GPE", "LOC", "FAC"))
WITHIN = frozenset((",", "'s", "’s", "-", "$", "%"))  # after these a sentence goes on
_KEY = "named"


def in_names(doc):
    """Which tokens are part of a name, or say where somebody is from; found once for each document.

    The parser takes some names for nouns ("Sanders supporters"); but English writes nothing else with
    a capital within a sentence, and what is a name there is one at the beginning of a sentence too.

    Parameters
    ----------
    doc : spacy.tokens.Doc

    Returns
    -------
    list of bool

    Examples
    --------
    >>> from helpers.language import pipeline
    >>> in_names(pipeline()("Berg met the mayor of Oslo."))
    [True, False, False, False, False, True, False]
    """
    if _KEY not in doc.user_data:
        doc.user_data[_KEY] = _named(doc)
    return doc.user_data[_KEY]


def _named(doc):
    words, numbers = parse_columns(doc).text, sentence_numbers(doc)
    capital = [word[:1].isupper() for word in words]
    letters = [word.isalpha() for word in words]
    title = _titled(capital, letters, numbers)
    known = {
        words[i]
        for i in range(1, len(words))
        if capital[i]
        and len(words[i]) > 1
        and numbers[i] == numbers[i - 1] not in title
        and (letters[i - 1] or words[i - 1] in WITHIN)
    }
    strings = doc.vocab.strings
    codes = doc.to_array((POS, ENT_TYPE)).tolist()
    kinds, proper = {strings[name] for name in NAMED}, strings["PROPN"]
    return [
        capital[i] and (kind in kinds or (numbers[i] not in title and (pos == proper or words[i] in known)))
        for i, (pos, kind) in enumerate(codes)
    ]


def _titled(capital, letters, numbers):
    """The numbers of sentences in which Most Words Have a Capital, so that capitals tell nothing."""
    size = Counter(number for number, flag in zip(numbers, letters, strict=True) if flag)
    upper = Counter(number for number, flag, a in zip(numbers, letters, capital, strict=True) if flag and a)
    return {number for number, n in size.items() if 2 * upper[number] > n > 3}
