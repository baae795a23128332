""" "They" for two who were joined by "and", "its" of a clause's subject; other pronouns are weighed in `linking`."""

from bisect import bisect_left

from spacy.attrs import LOWER

from ..language import sentence_numbers, tokens_with
from ..language.grammar import NOUN_SUBJECTS
from .words import noun_class

MANY = frozenset("they them their theirs themselves".split())
ITS = frozenset(("its", "itself"))
ORGANS = frozenset(("place", "government", "organisation"))
LOOK_BACK = 3  # sentences that "they" may look back for persons


def together(doc, people, places=()):
    """ "They" after "Xi and Putin".

    Parameters
    ----------
    doc : spacy.tokens.Doc
    people : list of Mention
        Of persons, in the order of the text.
    places : list of Mention
        Of places and governments: "they" may be two countries of the same sentence.

    Returns
    -------
    list of (spacy.tokens.Token, tuple of str, str)
        The pronoun, the names, their kind.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.coreference import mentions
    >>> def joint(text):
    ...     return [mention.names for mention in mentions(from_text(text)) if mention.how == "joint"]
    >>> joint("Kim Berg and Tom Reed met. Then they left.")
    [('Kim Berg', 'Tom Reed')]
    >>> joint("Kim Berg and Tom Reed met. The voters said they were glad.")
    []
    """
    sentence_of = sentence_numbers(doc)
    found, first, ahead = [], 0, 0
    sure = {name for mention in people for name in mention.names}
    for token in tokens_with(doc, LOWER, MANY):
        here = sentence_of[token.i]
        while first < len(people) and sentence_of[people[first].head] < here - LOOK_BACK:
            first += 1
        while ahead < len(places) and sentence_of[places[ahead].head] < here:
            ahead += 1
        # The last few names are enough, and keep a list of 10,000 names linear.
        near = _window(people, first, token.idx)
        close = _window(places, ahead, token.idx)
        close = [m for m in close if sentence_of[m.head] == here and not _is_where(doc[m.head])]
        target, last = _joint(doc, sorted(near + close, key=lambda m: m.start), sentence_of)
        if target and not _others_between(doc, last, token.i):
            found.append((token, target, "person" if set(target) <= sure else "place"))
    return found


def _window(people, first, before, most=12):
    last = bisect_left(people, before, first, key=lambda mention: mention.end)
    return people[max(first, last - most) : last]


def _joint(doc, near, sentence_of):
    """The nearest names joined by "and", "Xi and Putin", and the token of the last of them; or None, 0."""
    for mention in reversed(near):
        if len(mention.names) > 1:
            return mention.names, mention.head
        joined = {token.i for token in doc[mention.head].conjuncts} | {mention.head}
        names = []
        for other in near:
            named = other.head in joined or (doc[other.head].dep_ == "appos" and doc[other.head].head.i in joined)
            if named and other.kind == mention.kind and sentence_of[other.head] == sentence_of[mention.head]:
                names += [name for name in other.names if name not in names]
        if len(names) > 1:
            return tuple(names), mention.head
    return None, 0


WHERE = frozenset("in from to at across".split())


def _is_where(token):
    """Whether a name, or one that it is joined to, only says where: "fighters in Iraq fear that they lose"."""
    steps = 0
    while token.dep_ in ("conj", "appos") and steps < 8:
        token, steps = token.head, steps + 1
    return token.dep_ == "pobj" and token.head.lower_ in WHERE


def _others_between(doc, start, end):
    """Whether several others are spoken of in between: Xi met Putin. Both liked **the soldiers**, and they cheered."""
    return any(
        token.tag_ == "NNPS"
        or (token.tag_ == "NNS" and noun_class(token.lemma_.lower()) in ("person", "people", "organisation"))
        for token in doc[start + 1 : end]
    )


def possessives(doc, places):
    """ "Its" of a country or organisation: of what it is joined to, or of its clause's subject.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    places : list of Mention
        Of places, governments and organisations, in the order of the text.

    Returns
    -------
    list of (spacy.tokens.Token, Mention)
        Nothing where another noun is the subject: "The plan has **its** faults."

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.coreference import mentions
    >>> [(m.names, m.how) for m in mentions(from_text("Norway wants its ships back."))]
    [(('Norway',), 'name'), (('Norway',), 'pronoun')]
    """
    by_head = {mention.head: mention for mention in places if mention.kind in ORGANS}
    found = []
    for token in tokens_with(doc, LOWER, ITS):
        target = _owner(token, by_head)
        if target is not None:
            found.append((token, target))
    return found


def _owner(token, by_head):
    noun, steps = token.head, 0
    if noun.dep_ == "conj" and noun.head.i in by_head and noun.head.i < token.i:
        return by_head[noun.head.i]  # Norway and **its** allies
    word = noun
    while word.head.i != word.i and steps < 8:
        for child in word.children:
            if child.dep_ in NOUN_SUBJECTS and child.i < token.i and child.i != noun.i:
                return by_head.get(child.i) if child.pos_ != "PRON" else None
        word, steps = word.head, steps + 1
    for child in word.children:
        if child.dep_ in NOUN_SUBJECTS and child.i < token.i and child.i != noun.i:
            return by_head.get(child.i)
    return None
