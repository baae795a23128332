"""Mentions that name nobody: pronouns of the third person, and noun phrases with what their noun says of them."""

from dataclasses import dataclass

from spacy.attrs import LOWER

from ..language import parse_columns, tokens_with
from .words import noun_class

PRONOUNS = (
    dict.fromkeys(("he", "him", "his", "himself"), "he")
    | dict.fromkeys(("she", "her", "hers", "herself"), "she")
    | dict.fromkeys(("it", "its", "itself"), "it")
    | dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they")
)
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
TIMES = frozenset(("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"))
BESIDE = frozenset(("amod", "compound", "nmod", "nummod", "poss"))
NO_PHRASES = frozenset(("compound", "npadvmod", "amod", "nmod"))


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A mention that names nobody: its first token, its head, and how it is written."""

    first: int
    head: int
    form: str  # he, she, it, they; thing, things for noun phrases in singular and plural
    lemma: str = ""
    kind: str = ""  # of a noun: person, people, organisation, place or thing
    det: str = ""  # the, this, poss, none or a
    words: frozenset = frozenset()  # beside the noun
    rest: str = "bare"  # what follows it: clause, prep or bare

    @property
    def learned(self):
        """The form as the weights know it: she is weighed as he, so that neither is worse known."""
        return "he" if self.form == "she" else self.form

    @property
    def plural(self):
        """Whether it is several."""
        return self.form in ("things", "they")

    @property
    def definite(self):
        """Whether its determiner says that it is known."""
        return self.det in ("the", "this", "poss")


def pronouns(doc, taken):
    """Pronouns of the third person that are no mentions yet, in order: a list of Anaphor."""
    return [
        Anaphor(token.i, token.i, PRONOUNS[token.lower_])
        for token in tokens_with(doc, LOWER, PRONOUNS)
        if token.i not in taken
    ]


def noun_phrases(doc, taken):
    """Noun phrases without a name at their head, in order.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    taken : set of int
        Tokens that are mentions already.

    Returns
    -------
    list of Anaphor

    Examples
    --------
    >>> from helpers.language import pipeline
    >>> [(one.lemma, one.det, one.form) for one in noun_phrases(pipeline()("The firm hired two drivers."), set())]
    [('firm', 'the', 'thing'), ('driver', 'none', 'things')]
    >>> [one.lemma for one in noun_phrases(pipeline()("Then the President left."), set())]
    ['president']
    """
    columns, found = parse_columns(doc), []
    for i, pos in enumerate(columns.pos):
        if pos not in ("NOUN", "PROPN") or i in taken or columns.dep[i] in NO_PHRASES:
            continue
        token = doc[i]
        if token.ent_type_ in TIMES or _is_office(columns, i):
            continue
        if token.tag_ not in ("NN", "NNS") and not _is_definite_office(doc, columns, i):
            continue
        first, det, words = i, "none", []
        for child in token.lefts:
            j = child.i
            if i - j > 6:
                continue
            dep = columns.dep[j]
            if dep == "det":
                lower = columns.lower[j]
                det = "the" if lower == "the" else "this" if lower in DEFINITE else "a"
            elif dep == "poss":
                det = "poss"
                j = min(child.left_edge.i, j)
            elif dep not in BESIDE:
                continue
            if dep in ("amod", "compound", "nmod", "nummod"):
                words.append(columns.lower[j])
            first = min(first, j)
        rights = {columns.dep[child.i] for child in token.rights}
        rest = "clause" if rights & {"relcl", "acl"} else "prep" if "prep" in rights else "bare"
        form = "things" if token.tag_ == "NNS" else "thing"
        lemma = columns.lemma[i] if pos == "NOUN" else columns.lower[i]
        kind = noun_class(lemma)
        if kind == "people" and rest == "prep" and i + 1 < len(doc) and columns.lower[i + 1] == "of":
            kind = "thing"  # a pair **of trousers**
        found.append(Anaphor(first, i, form, lemma, kind, det, frozenset(words), rest))
    return found


def _is_definite_office(doc, columns, i):
    """Whether a capital is all that makes a name of a noun: **the President** left, **the Court** ruled."""
    token = doc[i]
    return (
        token.tag_ == "NNP"
        and token.is_title
        and noun_class(columns.lower[i]) in ("person", "organisation")
        and any(child.lower_ in DEFINITE for child in token.lefts)
    )


def _is_office(columns, i):
    """Whether a noun only says what somebody is or becomes: she serves **as mayor**, was **named chairman**."""
    return columns.dep[i] == "oprd" or (
        columns.dep[i] == "pobj" and columns.lower[columns.head[i]] == "as" and columns.dep[columns.head[i]] == "prep"
    )
