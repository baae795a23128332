"""Where one person comes from: two places of birth, two nations."""

import re
from itertools import combinations

from ..coreference import mentions
from ..coreference.countries import DEMONYMS
from .amounts import Relation

EXAMPLES = {
    "two birthplaces": (
        "Leon Roe kept his title. The Brigthorpe-born champion is 27. Roe was born in Leedham, above a shop.",
        "Leon Roe kept his title. The Brigthorpe-born champion is 27. Roe was born in Brigthorpe, above a shop.",
    ),
    "two nations": (
        "The Danish pianist Ann Lee played on Monday. In May Ann Lee, a Swedish pianist, had fallen ill.",
        "The Danish pianist Ann Lee played on Monday. In May Ann Lee, a Danish pianist, had fallen ill.",
    ),
}
_PLACE = r"(?P<place>[A-Z][\w’']+(?: [A-Z][\w’']+)?)"
_BORN_ADJECTIVE = re.compile(r"\b(?P<place>[A-Z][a-z]+)-born (?P<noun>(?:[a-z]+ ){0,3}[A-Za-z]\w+)")
_BORN_IN = re.compile(rf"\bborn(?: and (?:raised|bred|brought up))? (?:in|at) {_PLACE}(?! \d)(?P<more>, [A-Z]\w+)?")
_MONTHS = frozenset("January February March April May June July August September October November December".split())


def origins(grounds):
    """Places of birth and nations of one person."""
    yield from _births(grounds)
    yield from _nations(grounds)


def _births(grounds):
    """The **Brigthorpe-born** champion, and he was **born in Leedham**."""
    adjectives = [one for one in _BORN_ADJECTIVE.finditer(grounds.text) if one["place"] not in DEMONYMS]
    if not adjectives:
        return
    found = [(one, _owner(grounds, one.end() - 1)) for one in adjectives]
    for one in _BORN_IN.finditer(grounds.text):
        if one["place"].split()[0] not in _MONTHS and not one["more"]:
            verb = grounds.doc.char_span(one.start(), one.start() + 4, alignment_mode="expand")[0]
            found.append((one, _subject(grounds, verb)))
    for (one, who), (other, whom) in combinations(found, 2):
        both = {one["place"], other["place"]}
        # "The Brigthorpe-born champion" names nobody: only where one person is told to be born anywhere.
        if len(both) == 2 and not _within(*both) and (who == whom or (len(found) == 2 and not (who and whom))):
            name = who or whom
            if name:
                words = f"born in {' and in '.join(sorted(both))}"
                yield _two("two birthplaces", other.span(), one.span(), name, words)
                return


def _within(one, other):
    return one in other or other in one


def _owner(grounds, place):
    span = grounds.doc.char_span(place, place + 1, alignment_mode="expand")
    names = grounds.who([span[0]]) if span is not None else set()
    return next(iter(names)) if len(names) == 1 else None


def _subject(grounds, verb):
    names = grounds.doers(verb)
    return next(iter(names)) if len(names) == 1 else None


def _two(kind, claim, evidence, name, both):
    return Relation(kind, (claim, evidence), both, "disagrees", "one person has one of them", f"{name} is {both}.")


def _nations(grounds):
    """The **Danish** pianist Ann Lee, and Ann Lee, a **Swedish** pianist."""
    told = {}
    for mention in mentions(grounds.article):
        if mention.kind != "person" or mention.how not in ("name", "title") or len(mention.names) != 1:
            continue
        head = grounds.doc[mention.head]
        nouns = [child for child in head.children if child.dep_ == "appos" and child.pos_ == "NOUN"]
        nouns += [head.head] if head.dep_ == "appos" and head.head.pos_ == "NOUN" else []
        words = [child for noun in (head, *nouns) for child in noun.lefts if child.text in DEMONYMS]
        words += [child for child in head.children if child.dep_ == "appos" and child.text in DEMONYMS]
        for word in words:
            after = grounds.text[word.idx + len(word) : word.idx + len(word) + 1]
            if after != "-" and grounds.text[word.idx - 1 : word.idx] != "-":
                told.setdefault(mention.names[0], {}).setdefault(DEMONYMS[word.text], word)
    for name, nations in told.items():
        if len(nations) == 2:
            (one, a), (other, b) = nations.items()
            if a.sent.start != b.sent.start:
                places = ((word.idx, word.idx + len(word)) for word in (b, a))
                yield _two("two nations", *places, name, f"of {one} and of {other}")
