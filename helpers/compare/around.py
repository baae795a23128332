"""What stands around a figure or time in its sentence: words, actors, the groups and places that it holds of."""

from ..coreference.words import SAYERS, noun_class
from ..language.grammar import NOUN_SUBJECTS
from ..language.spelling import porter_stem
from ..quantities.numerals import SCALES, SMALL
from .sentences import WHEN

# Verbs that say too little of what happened.
GENERAL = frozenset("be have do say tell make get go come take give add call ask see want think know use".split())
BESIDE = frozenset(("prep", "compound", "poss", "appos", "nmod", "agent", "dative", *NOUN_SUBJECTS))
FADES = 0.8  # of a word's weight with each step away from the figure
SCOPE = frozenset("among in of for from at within across".split())


def tells(verb):
    """Whether a verb says what happened."""
    return verb.lemma_.lower() not in GENERAL


def around(doc, sentence, one, root):
    """The telling words of a figure's sentence: the nearer in the parse, the weightier."""
    far, ring = {root.i: 0}, [root]
    for token in ring:  # grows as it is read
        for other in (token.head, *token.children):
            if other.i not in far:
                far[other.i] = far[token.i] + 1
                ring.append(other)
    found = {}
    for word, (start, end), stem in zip(sentence.words, sentence.spans, sentence.stem_of, strict=True):
        if not stem or stem.startswith(WHEN) or any(sign.isdigit() for sign in stem):
            continue
        if one.start <= start < one.end or word in SMALL or word in SCALES:
            continue
        token = doc.char_span(start, end, alignment_mode="expand").root
        weight = sentence.stems.get(stem, 0) * FADES ** max(far.get(token.i, 8) - 1, 0)
        if weight > found.get(stem, (0, ""))[0]:
            found[stem] = (weight, word)
    return found


def _up_to_verb(token):
    """A token and those above it, up to the verb of its clause."""
    chain = [token]
    while chain[-1].pos_ not in ("VERB", "AUX") and chain[-1].head != chain[-1]:
        chain.append(chain[-1].head)
    return chain


def whom(root, at, aged):
    """The actors of a figure's clause: its subject, what it is a part of, where it holds.

    Of an age only its bearer: the 59-year-old **from Brasschaat** is somebody else.
    """
    chain, parts = _up_to_verb(root), BESIDE - {"prep"} if aged else BESIDE
    beside = (
        child
        for token in chain
        for child in token.children
        if child.dep_ in parts and child not in chain and not (child.dep_ in NOUN_SUBJECTS and token.lemma_ in SAYERS)
    )
    inside = (token for child in beside for token in child.subtree)
    return {name for token in (*chain, *inside) for name in at.get(token.i, ())}


def scope(root):
    """Stems of the groups and places that a share holds of: a lead **among Latinos**, 9 percent **of students**.

    >>> from helpers.language import pipeline
    >>> scope(pipeline()("Berg led among young voters by 4 points.")[6])
    {'voter'}
    """
    chain = _up_to_verb(root)
    where = (prep for token in chain for prep in token.children if prep.dep_ == "prep" and prep.lower_ in SCOPE)
    told = (token for prep in where for token in prep.subtree if token.dep_ in ("pobj", "appos", "conj"))
    return {
        porter_stem(token.lemma_.lower())
        for token in told
        if token.pos_ == "PROPN" or noun_class(token.lemma_.lower()) in ("person", "people", "place")
    }
