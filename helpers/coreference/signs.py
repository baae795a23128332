"""Signs of a name's kind: how it is written and what stands beside it; each asks one question of one name."""

from collections import Counter

from spacy.attrs import LOWER

from ..language import parse_columns, tokens_with
from ..language.grammar import NOUN_SUBJECTS
from .countries import ALIASES, COUNTRIES
from .peoples import adherent
from .words import (
    FEMALE_NOUNS,
    FEMALE_TITLES,
    LAST_WORDS,
    MALE_NOUNS,
    MALE_TITLES,
    SAYERS,
    TITLES,
    noun_class,
)

HIGH = 6  # words up from a pronoun to its verb
OFFICES = frozenset("chief vice deputy executive managing senior assistant associate general".split())
USED = frozenset(
    "use install download launch update run ship upgrade release inject smoke snort inhale swallow".split()
)
THINGS = frozenset(
    "browser software app console smartphone phone tablet drug medicine pill vaccine engine model game film movie "
    "album song series vehicle car rifle missile currency cookie cracker cereal candy soda beer burger brand".split()
)
STANDING = frozenset("in at near outside inside".split())  # where only a place or a body is
# whoever is one is so of somebody: a friend of **Falk**, no mayor of Falk
RELATIONS = (
    (FEMALE_NOUNS - FEMALE_TITLES)
    | (MALE_NOUNS - MALE_TITLES)
    | frozenset(
        "friend supporter critic fan aide ally rival opponent colleague follower admirer biographer lawyer killer "
        "murderer adviser advisor assistant partner parent child cousin lover student disciple successor predecessor "
        "descendant relative victim backer detractor defender companion client contemporary loyalist surrogate "
        "opposite enemy foe hater lookalike impersonator incarnation reader boss employer neighbour neighbor".split()
    )
)
BODIES = frozenset("state front brotherhood army coalition conference convention congress caucus movement".split()) | {
    word for word, kind in LAST_WORDS.items() if kind == "organisation" and word != "house"
}
DEPARTMENTS = frozenset("secretary secretaries undersecretary undersecretaries minister ministers".split())
# sites and services that people are on: nobody bears these names
PLATFORMS = frozenset(
    "Twitter Facebook Instagram YouTube Snapchat Tumblr Reddit WhatsApp TikTok LinkedIn Pinterest Telegram Skype "
    "Netflix Google Yahoo Wikipedia eBay Uber Airbnb Groupon Spotify".split()
)


def is_body(doc, span):
    """Whether a word for a people or faith goes on as the name of a body: Islamic **State**."""
    after = doc[span.end] if span.end < len(doc) else None
    return (
        after is not None
        and after.is_title
        and after.lower_ in BODIES
        and not (span.end + 1 < len(doc) and doc[span.end + 1].is_title and doc[span.end + 1].pos_ == "PROPN")
    )


def is_human(doc, span, name):
    """Whether words are somebody by what stands beside them: superintendent **Donnie Falk**; **Dara Falk**, who."""
    if name.count(" ") > 2 or not name.replace(" ", "").replace("-", "").isalpha() or not name.istitle():
        return False
    before = doc[span.start - 1] if span.start else None
    if before is None or before.lower_ == "the" or name in COUNTRIES:
        return False
    if _has_age(doc, span) or _has_role(doc, span):
        return True
    if " " not in name:
        return False
    if before.pos_ == "NOUN" and before.head.i == span.root.i and noun_class(before.lemma_.lower()) == "person":
        return True
    if span.end + 1 >= len(doc):
        return False
    after, word = doc[span.end].text, doc[span.end + 1].lower_
    return (after == "," and word == "who") or (after == "(" and word == "born")


def _has_age(doc, span):
    """Whether a number between commas is somebody's years: **Dara Falk**, 26, left."""
    after = [token.text for token in doc[span.end : span.end + 3]]
    return len(after) == 3 and after[0] == after[2] == "," and len(after[1]) == 2 and after[1].isdigit()


def _has_role(doc, span):
    """Whether a noun of persons stands right behind in apposition: **Dara Falk**, a delegate from Oslo, left."""
    root = span.root
    if span.end >= len(doc) or doc[span.end].text != "," or root.head.lower_ in ("of", "in", "at", "near"):
        return False
    return any(
        child.dep_ == "appos"
        and child.tag_ == "NN"
        and child.left_edge.i == span.end + 1
        and noun_class(child.lemma_.lower()) == "person"
        and child.lemma_.lower() not in RELATIONS  # a firm has a rival too
        for child in root.rights
    )


def saying(doc, rows):
    """Full names of which the last word alone says something: **Dara Falk** left; Falk said.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    rows : list
        As from `names.name_spans`.

    Returns
    -------
    set of str
    """
    inside = {i for span, *_ in rows if len(span) > 1 for i in range(span.start, span.end)}
    columns, said = parse_columns(doc), set()
    for i, dep in enumerate(columns.dep):
        if dep == "nsubj" and i not in inside and columns.lemma[columns.head[i]] in SAYERS:
            before = doc[i - 1] if i else None
            if before is None or not (before.lower_ == "the" or before.pos_ == "PROPN"):
                said.add(columns.text[i])
    return {
        name
        for *_, name in rows
        if name.count(" ") in (1, 2)
        and name.istitle()
        and name.split()[-1] in said
        and all(part.strip(".").isalpha() for part in name.split())
    }


def of_his(doc, rows):
    """Single words that act with he or she of their own more often than with its: **Falk** launched his campaign.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    rows : list
        As from `names.name_spans`.

    Returns
    -------
    set of str
        Without those that have an article, or are written in capitals.
    """
    at = {span.root.i: name for span, *_, name in rows if len(span) == 1 and not name.isupper()}
    people = {span.root.i for span, kind, *_ in rows if kind == "person"}
    counts = Counter()
    for token in tokens_with(doc, LOWER, ("his", "her", "its")):
        verb, steps = token.head, 0
        while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i and steps < HIGH:
            verb, steps = verb.head, steps + 1
        subject = next((t.i for t in verb.lefts if t.dep_ in NOUN_SUBJECTS and t.i < token.i), None)
        if token.dep_ == "poss" and subject in at and not people.intersection(range(subject + 1, token.i)):
            counts[at[subject]] += -1 if token.lower_ == "its" else 1
    return {
        name
        for name, count in counts.items()
        if count > 1 and name not in COUNTRIES and not _bears_article(doc, rows, name)
    }


def _bears_article(doc, rows, name):
    return any(has_article(doc, span) for span, *_, other in rows if other == name)


def is_team(doc, span, name):
    """Whether a word has an article as no person has, and is several: the **Falks** are a team or a family."""
    return " " not in name and name.endswith("s") and bool(span.start) and doc[span.start - 1].lower_ == "the"


def is_acronym(doc, span, name):
    """Whether capitals have an article, as those of no town have: the **NRA**; or shorten a name before: (**NRA**)."""
    if not (name.isalpha() and name.isupper() and len(name) > 2) or adherent(name.title()) or name in ALIASES:
        return False
    return bool(span.start) and doc[span.start - 1].lower_ in ("the", "(")


def is_department(doc, span):
    """Whether a word only says which secretary it is: the secretary of **State**."""
    return (
        len(span) == 1
        and span.start > 1
        and doc[span.start - 1].lower_ == "of"
        and doc[span.start - 2].lower_ in DEPARTMENTS
    )


def is_where(doc, span):
    """Whether a name stands as a place's does: in **Holm**; Anna Berg, the mayor of **Holm**; Kim Berg of **Holm**."""
    root = span.root
    if root.dep_ != "pobj" or not span.start or root.head.i != span.start - 1:
        return False
    above = root.head.head
    if root.head.lower_ in STANDING:
        return len(span) == 1
    if root.head.lower_ not in ("of", "from"):
        return False
    if above.ent_type_ == "PERSON":
        return above.i < span.start
    noun = above.lemma_.lower()
    is_office = noun_class(noun) == "person" or (above.dep_ == "appos" and above.head.ent_type_ == "PERSON")
    return len(span) == 1 and above.tag_ == "NN" and is_office and noun not in RELATIONS


def has_article(doc, span):
    """Whether a word has an article of its own, as no person has: the **Hill** reported it."""
    before = doc[span.start - 1] if span.start else None
    return len(span) == 1 and before is not None and before.lower_ == "the" and before.head.i == span.start


def is_office(name):
    """Whether a name is that of an office, whoever holds it: Chief Strategy Officer."""
    words = name.lower().split()
    return len(words) > 1 and words[0] in OFFICES and words[-1] in TITLES


def is_address(doc, span):
    return any(token.like_url or token.text[0] in "#@" for token in span) or (
        span.start and doc[span.start - 1].text in ("#", "@")
    )


def is_town(doc, span):
    """Whether a word has a wider place between commas behind it: they met in **Holm**, Norway, on Monday."""
    if len(span) > 1 or span.end + 1 >= len(doc) or doc[span.end].text != ",":
        return False
    before, last = doc[span.start - 1].lower_ if span.start else "", span.end + 1
    while last < min(span.end + 4, len(doc)) and doc[last].ent_type_ == "GPE":
        last += 1
    return before != "the" and last > span.end + 1 and (last == len(doc) or doc[last].is_punct)


def is_thing(doc, span):
    """Whether a name is used as only things are: "Falcon 6", "the Falcon browser", "to install Falcon"."""
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and (after.like_num and after.text.replace(".", "").isdigit() and len(after) < 3):
        return True
    head = span.root
    if head.dep_ in ("compound", "nmod") and head.head.i >= span.end and head.head.lemma_.lower() in THINGS:
        return True
    return head.dep_ == "dobj" and head.head.lemma_.lower() in USED
