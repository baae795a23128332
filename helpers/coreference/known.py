"""One who has been spoken of, and the nouns by which a text says what a name is."""

from dataclasses import dataclass, field

from ..language.grammar import NOUN_SUBJECTS
from .words import noun_class, noun_of_title

BESIDE = frozenset(("appos", "compound", "nmod", "attr"))


@dataclass(slots=True, eq=False)
class Known:
    """One spoken of, as far as the text has come."""

    names: tuple  # empty for those without a name
    kind: str  # of a name its kind; of others person, people, organisation, place or thing
    plural: bool
    last: int  # token of the last mention
    dep: str
    how: str
    gender: str | None = None
    count: int = 1
    nouns: set = field(default_factory=set)  # by which the text has said what it is
    words: set = field(default_factory=set)  # of the name, or beside the noun
    places: list = field(default_factory=list)  # of one without a name: its Anaphors
    said: int = -9  # the last sentence in which it said something
    often: int = 1  # mentions by name in the whole text
    last_word: str = ""  # that says of what sort a name is: Oslo **University**, **University** of Oslo


def nouns_beside(doc, columns, mention):
    """The nouns by which words around a name say what it is.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    columns : Columns
        As from `language.parse_columns`.
    mention : Mention

    Returns
    -------
    list of str

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.coreference import mentions
    >>> from helpers.language import parse, parse_columns
    >>> def nouns(text):
    ...     doc = parse(article := from_text(text))
    ...     return nouns_beside(doc, parse_columns(doc), mentions(article)[0])
    >>> nouns("Sen. Kim Berg left."), nouns("They like the city of Oslo."), nouns("Kim Berg, a baker, left.")
    (['senator'], ['city'], ['baker'])
    """
    head = doc[mention.head]
    tokens = (*head.lefts, *head.rights, head.head)
    found = [t for t in tokens if t.tag_ in ("NN", "NNS") and (t.dep_ in BESIDE or head.dep_ == "appos")]
    above = head.head.head
    if head.dep_ == "pobj" and head.head.lower_ == "of" and above.tag_ == "NN" and above.i == head.head.i - 1:
        if mention.kind == "place" and noun_class(above.lemma_) == "place":
            found.append(above)
    if head.dep_ in NOUN_SUBJECTS and columns.lemma[head.head.i] == "be":
        found += [token for token in head.head.rights if token.dep_ == "attr"]
    nouns, i = [token.lemma_.lower() for token in found], mention.head if mention.how == "title" else 0
    while i and doc[i - 1].idx >= mention.start:
        i -= 1
        noun = noun_of_title(columns.lower[i])
        nouns += [noun] if noun else []
    return nouns
