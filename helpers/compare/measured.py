"""What a figure is of: the noun it counts, what happens to it, and of whom, where and of which of them it holds."""

from ..language.spelling import porter_stem
from ..tables import is_missing

# Prepositions of what a figure holds for: a lead “among Latinos”, “in California”.
SCOPE = frozenset("among in of for from at within across between".split())
SPANS = frozenset("day week month year decade time season morning evening night summer spring fall winter".split())
AROUND = 4  # words on each side of a figure that say what it is of, where the table does not
# Verbs that say too little to tell that two events are one.
GENERAL = frozenset("be have do say tell make get go come take give add call ask see want think know use".split())


def act_of(doc, row):
    """Stem of the verb that a counted noun hangs on, where it says something."""
    figure = doc.char_span(row.start, row.end, alignment_mode="expand").root
    verb = next((token for token in figure.ancestors if token.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.pos_ == "AUX" or verb.lemma_.lower() in GENERAL:
        return None
    return porter_stem(verb.lemma_.lower())


def scope_of(doc, row):
    """Stems of what a figure is limited to: modifiers of its noun, and of whom or where it and its verb hold.

    >>> from types import SimpleNamespace
    >>> from helpers.article import from_text
    >>> from helpers.language import parse
    >>> text = "Berg led among young voters by 4 points."
    >>> row = SimpleNamespace(start=text.index("4"), end=len(text) - 1, of_start=None, of_end=None)
    >>> scope_of(parse(from_text(text)), row)
    {'voter'}
    """
    figure = doc.char_span(row.start, row.end, alignment_mode="expand").root
    start, end = (row.start, row.end) if is_missing(row.of_start) else (int(row.of_start), int(row.of_end))
    noun = doc.char_span(start, end, alignment_mode="expand").root
    verb = next((token for token in figure.ancestors if token.pos_ in ("VERB", "AUX")), noun)
    heads = {figure, noun, verb}
    limits = {own for head in heads for own in head.children if own.dep_ == "prep" and own.lower_ in SCOPE}
    told = {own for prep in limits for own in prep.children if own.dep_ == "pobj" and own not in heads}
    told |= {own for own in noun.children if own.dep_ in ("amod", "compound") and own.is_alpha}
    told = {own for own in told if own.ent_type_ not in ("DATE", "TIME") and own.lemma_.lower() not in SPANS}
    return {porter_stem(own.lemma_.lower()) for own in told}


def counted(doc, row):
    """Stem of the noun that is counted or measured."""
    if is_missing(row.of_start):
        return None
    span = doc.char_span(int(row.of_start), int(row.of_end), alignment_mode="expand")
    return porter_stem(span.root.lemma_.lower())


def near_of(doc, row):
    """Stems of the telling words around a figure."""
    span = doc.char_span(row.start, row.end, alignment_mode="expand")
    around = doc[max(0, span.start - AROUND) : min(len(doc), span.end + AROUND)]
    return {porter_stem(t.lemma_.lower()) for t in around if t.is_alpha and not t.is_stop and not t.like_num}
