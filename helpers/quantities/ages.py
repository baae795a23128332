"""Whether a bare number is somebody's age."""

import re

from ..coreference.words import noun_class

# Who is **of 91**: a woman of 91, a schoolboy of 18; but no mother of 12, no winner of 16.
_AGED = frozenset("man woman boy girl child widow widower lad baby youth".split())
_HAVE = frozenset("father mother parent grandfather grandmother winner leader member one veteran author owner".split())
_TOLD_OF = re.compile(r"\), [a-z]")  # Lee (43)**, a guard**: no minute of a goal, no runs
_YOUNGEST = 12  # from which on somebody may be over, or under, an age
_THEY = frozenset("those them they he she who".split())


def is_age(fact, doc):
    """Whether a bare number is somebody's age: Ann Lee, **25**, said; he will be **35**; Lee, just **20** and ill.

    >>> from helpers.article import from_text
    >>> from helpers.quantities import find_quantities
    >>> told = "Ann Lee (43), a guard of the bank, was jailed. Voters over 65 like her. The average age was 44."
    >>> find_quantities(from_text(told))[["text", "kind"]].values.tolist()
    [['43', 'age'], ['65', 'age'], ['44', 'age']]
    >>> told = "His co-pilot, 31, is a mother of 12. Lund, a schoolboy of 18 with a cold, slid in."
    >>> find_quantities(from_text(told))[["text", "kind"]].values.tolist()
    [['31', 'age'], ['12', 'count'], ['18', 'age']]
    """
    token = fact.token
    span = doc.char_span(*fact.number, alignment_mode="expand")
    first = span[0].i
    if not 1 <= fact.value <= 115 or len(span) > 2 or fact.value % 1:
        return False
    before = doc[first - 1] if first else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if before is not None and before.lower_ == "of" and first > 1 and _may_be_of(doc[first - 2], fact.value):
        return after is None or not after.is_alpha or after.pos_ not in ("NOUN", "PROPN", "ADJ")
    if before is not None and before.lower_ in ("over", "under") and first > 1 and fact.value >= _YOUNGEST:
        return _is_somebody(doc[first - 2]) and (after is None or after.pos_ not in ("NOUN", "PROPN", "NUM"))
    if before is not None and before.lower_ in ("just", "only") and first > 2:
        first, before = first - 1, doc[first - 2]
        after = None if after is not None and after.lower_ == "and" else after
    if before is not None and before.text == "," and first > 1 and doc[first - 2].pos_ == "PROPN":
        return after is None or after.text in (",", ".", ")", ";")
    if before is not None and before.text == "," and first > 1 and fact.value >= _YOUNGEST and _is_one(doc[first - 2]):
        return after is not None and after.text == ","
    if before is not None and before.text == "(" and first > 1 and doc[first - 2].pos_ == "PROPN":
        return bool(_TOLD_OF.match(fact.text, fact.number[1]))
    if before is not None and before.lower_ == "then" and first > 2 and doc[first - 2].text == ",":
        return doc[first - 3].pos_ == "PROPN" and (after is None or after.is_punct)
    if token.dep_ in ("attr", "acomp") and token.head.lemma_ in ("be", "turn"):
        subject = next((word for word in token.head.children if word.dep_ == "nsubj"), None)
        if subject is None or (after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ")):
            return False
        return subject.lower_ in ("he", "she", "i", "who", "age") or subject.ent_type_ == "PERSON"
    return before is not None and before.lower_ == "aged"


def _is_one(word):
    """Whether a word before a number in commas tells one person: his **co-pilot**, 31, is."""
    return word.tag_ == "NN" and noun_class(word.lemma_.lower()) == "person"


def _may_be_of(word, value):
    """Whether one may be of so many years: a **woman** of 91, a **schoolboy** of 18."""
    if word.lower_ in _AGED:
        return True
    if value < _YOUNGEST or word.lower_ in _HAVE or not _is_one(word):
        return False
    return any(child.lower_ in ("a", "an") for child in word.children)


def _is_somebody(word):
    """Whether a word before "over 65" tells persons: **men** over 65, all of **them** over 65."""
    return word.lower_ in _THEY or (word.pos_ == "NOUN" and noun_class(word.lemma_.lower()) in ("person", "people"))
