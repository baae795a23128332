"""Which words mean the same one: mentions, canonical names, pronouns, descriptions, metonyms.

Names come from the parse; they are gathered under the fullest form in the article without
its title. Third-person pronouns take the nearest fitting name, grammatical subjects first
(after Hobbs 1978 and Lappin & Leass 1994, reduced to what one sentence can defend). A capital
that acts stands for its government, and bears the country's name.
"""

from bisect import bisect_left
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from ..language import parse
from .countries import SEATS
from .descriptions import joint, roles
from .names import canonical_names, genders, named, trusted
from .pronouns import pronouns


@dataclass(frozen=True)
class Mention:
    """Words that stand for one actor, or for several at once.

    `how`: name, title, metonym, pronoun, description, joint (as in the actors table).
    """

    start: int
    end: int
    names: tuple
    kind: str
    how: str
    head: int  # token index


_found = WeakKeyDictionary()


def mentions(article):
    """All mentions in an article, in order.

    Parameters
    ----------
    article : Article

    Returns
    -------
    list of Mention

    Examples
    --------
    >>> from helpers.article import from_text
    >>> found = mentions(from_text("President Anna Berg spoke. Berg left early. She was tired."))
    >>> [(m.names, m.how) for m in found]
    [(('Anna Berg',), 'title'), (('Anna Berg',), 'name'), (('Anna Berg',), 'pronoun')]
    """
    if article not in _found:
        headings = article.blocks[article.blocks["kind"].isin(("title", "heading"))]
        _found[article] = _mentions(parse(article), list(zip(headings["start"], headings["end"], strict=True)))
    return _found[article]


def who(article, start, end):
    """Canonical names of those whom the words text[start:end] name, as a tuple.

    The mention nearest the head of the words counts; names that only describe it
    ("the Berlin spokesman") do not. Empty if nobody is named.

    >>> from helpers.article import from_text
    >>> article = from_text("President Anna Berg and Tom Roe spoke. Berg left early.")
    >>> who(article, 0, 31)
    ('Anna Berg', 'Tom Roe')
    """
    doc = parse(article)
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return ()
    heads = {span.root.i}
    heads |= {token.i for token in span.root.conjuncts if span.start <= token.i < span.end}
    heads |= {
        token.i for token in span if token.dep_ == "appos" and token.head.i in heads and token.ent_type_ == "PERSON"
    }
    names = []
    for mention in mentions_in(article, start, end):
        if mention.head in heads:
            names += [name for name in mention.names if name not in names]
    return tuple(names)


LONGEST = 200  # characters of a mention; how far `mentions_in` looks back


def mentions_in(article, start, end):
    """The mentions that share a character with text[start:end], in order."""
    every = mentions(article)
    place = bisect_left(every, start - LONGEST, key=lambda mention: mention.start)
    found = []
    while place < len(every) and every[place].start < end:
        if every[place].end > start:
            found.append(every[place])
        place += 1
    return found


# What a government does and a place does not: with these nouns a capital is no place.
ACTS = frozenset(
    "demand narrative policy position stance claim decision proposal offer response reaction strategy ambition "
    "interest goal aim intention plan threat warning request support opposition refusal view concern pressure "
    "sanction army influence posture effort attempt ally partner backer war security task course".split()
)
NO_ACTS = frozenset("be have lie sit become grow remain host see wake sleep expand burn freeze".split())


def _mentions(doc, headings=()):
    rows = trusted(named(doc), headings)
    canonical = canonical_names(rows)
    found = []
    countries = {canonical[name, kind] for _, kind, _, name in rows if kind == "place"}
    for span, kind, how, name in rows:
        full = canonical[name, kind]
        country = SEATS.get(name)
        if country in countries and _acts(span.root):
            full, kind, how = country, "government", "metonym"
        found.append(Mention(span.start_char, span.end_char, (full,), kind, how, span.root.i))
    people = [mention for mention in found if mention.kind == "person"]
    described = [
        Mention(doc[first].idx, doc[last].idx + len(doc[last]), pair, kind, "joint", head)
        for first, last, head, pair, kind in joint(doc, found)
    ]
    described += [
        Mention(doc[first].idx, doc[last].idx + len(doc[last]), name, "person", "description", head)
        for first, last, head, name in roles(doc, people)
    ]
    found += described
    # A pronoun may look back to a description: it is one more mention of its names.
    people = sorted(people + [m for m in described if m.kind == "person"], key=lambda m: (m.start, m.end))
    for token, target in pronouns(doc, people, genders(rows, canonical)):
        how = "joint" if len(target) > 1 else "pronoun"
        found.append(Mention(token.idx, token.idx + len(token), target, "person", how, token.i))
    return sorted(found, key=lambda mention: (mention.start, mention.end))


def _acts(token):
    """Whether a place does what only its government can: **Beijing** seeks; **Moscow**'s demand."""
    if token.dep_ in ("nsubj", "agent"):
        return token.head.pos_ == "VERB" and token.head.lemma_.lower() not in NO_ACTS
    if token.dep_ == "poss":
        return token.head.lemma_.lower() in ACTS
    if token.dep_ == "conj" and token.head.i != token.i and token.head.ent_type_ in ("GPE", "ORG"):
        return _acts(token.head)
    return False
