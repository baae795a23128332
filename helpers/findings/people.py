"""Which names an article comes back to, counted as they stand, and what it tells of them.

A count of letters as they stand cannot be wrong; that nothing else stands as often is not said.
"""

import re
from collections import Counter, defaultdict

from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from ..tables import once_per_article
from .finding import Finding, in_marks
from .in_short import alike, scored
from .standing import stands_alone
from .told import TWICE, in_front, told_sentences
from .who import is_title

LEAST = 3  # times, of the first
NEXT = 2  # times, of the others
FEW = 4
BESIDE = 0.8  # share of a word's places that stand at another name, from which on it is a part of that name
WHOLE = 0.6  # share of its places in which a name is all of what is named
SHARED = 0.1  # of the places of a last name, up to which another first name may stand before it
LONG = 10  # words of a sentence from which on it tells something of somebody
OWN = 0.1  # share of a sentence that is somebody's, up to which it is the writer's
TELLING = 3  # of which a sentence is told
NAMED_KINDS = ("PERSON", "ORG", "GPE", "NORP", "FAC", "LOC")
# Capitals that name no one: days, months, and what stands before a name.
NO_NAME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec am pm tv gmt et est inc corp "
    "co ltd llc jr sr st mr mrs ms dr god internet twitter facebook instagram youtube advertisement image photo".split()
)
NAMED = 0.25  # of a word's places, up to which it may be a name: "belt", where Belt hits the ball
ASIDE = re.compile(r"^(?:\S+ ){0,4}[-–—] |^If\b|: |\b(?:costs?|published by|on sale)\b")  # a book, a price, a condition
SAYING = re.compile(
    r"\b(?:sa(?:id|ys?)|told|according to|argue[ds]?|add(?:s|ed)|announced|claim(?:s|ed)|report(?:s|ed)|found|shows?"
    r"|admitted|confessed|testified|wrote|writes|explain(?:s|ed)|insist(?:s|ed)|denie[ds]|confirmed|warned)\b"
)


@once_per_article
def _names(article):
    """The names that stand most often: name, how often, first place; none where it is not sure what the name is."""
    doc = parse(article)
    words = [token for token in doc if _may_name(token)]
    places, beside = defaultdict(list), defaultdict(Counter)
    for token in words:
        places[token.text].append(token)
        for other in (token.i - 1, token.i + 1):
            if 0 <= other < len(doc) and _may_name(doc[other]) and abs(other - token.i) == 1:
                beside[token.text][doc[other].text] += 1
    found, parts = [], set()
    for word in sorted(places, key=lambda word: (-len(places[word]), places[word][0].i)):
        if word in parts or len(places[word]) < NEXT:
            continue
        name = _whole(word, places, beside, parts)
        if not _is_whole(doc, name, places[word]):
            continue
        pattern = re.compile(rf"(?<![\w@#]){re.escape(name)}(?!\w)")
        spans = [match.span() for match in pattern.finditer(article.text)]
        if len(spans) < NEXT:
            continue
        firsts = Counter(doc[t.i - 1].text for t in places[word] if t.i and _may_name(doc[t.i - 1]))
        others = sum(firsts.values()) - max(firsts.values(), default=0)
        people = sum(t.ent_type_ == "PERSON" for t in places[word]) > len(places[word]) / 2
        shared = people and others > SHARED * len(places[word])
        found.append((name, len(spans), None if shared else spans[0]))
    found.sort(key=lambda one: -one[1])
    found = [one for one in found if one[1] >= max(NEXT, found[0][1] / 4)][:FEW]
    if not found or found[0][1] < LEAST or any(place is None for *_, place in found):
        return []  # a surname that two bear is not counted as one
    return found


def _may_name(token):
    word = token.text
    return (
        token.pos_ == "PROPN"
        and word[0].isupper()
        and len(word) > 1
        and word.lower().strip(".") not in NO_NAME
        and not is_title(word)
        and token.ent_type_ not in ("DATE", "TIME", "PERCENT", "MONEY")
    )


def _whole(word, places, beside, parts):
    """The name of which a word is a part: "New York", not "York"; first names go with the last name."""
    words = [word]
    for other, number in beside[word].most_common(2):
        of_other, of_word = number / len(places[other]), number / len(places[word])
        if of_other >= BESIDE:
            parts.add(other)  # "Hillary" stands nowhere without "Clinton"
            if of_word >= BESIDE:
                first = min(places[other][0].i, places[word][0].i)
                words = [other, *words] if places[other][0].i == first else [*words, other]
    return " ".join(words)


def _is_whole(doc, name, tokens):
    """Whether a name is mostly all of what is named there, or a last name: not the "Amendment" of the Second one."""
    whole = 0
    for token in tokens:
        first, last = token.i, token.i + 1
        while last < len(doc) and doc[last].ent_iob_ == "I":
            last += 1
        while first > 0 and doc[first].ent_iob_ == "I":
            first -= 1
        words = doc[first:last].text.removeprefix("the ").removesuffix("'s").removesuffix("’s")
        goes_on = last < len(doc) and doc[last].text[:1].isupper() and not doc[last].is_sent_start
        whole += not goes_on and (words == name or (words.endswith(f" {name}") and token.ent_type_ == "PERSON"))
    return whole >= WHOLE * len(tokens)


def of_whom(article, tables):
    """“What it tells of Berg: “Anna Berg ran the ferry until the storm of 2019”.”"""
    return [
        Finding(f"of {name} {a}", f"What it tells of {name}: {in_marks(article.text[a:b])}.", "findings.people", a, b)
        for name, (a, b) in _told_of(article)
    ]


@once_per_article
def _told_of(article):
    """Name -> the place of a sentence of which it is the subject, for those that stand often."""
    known = [*in_front(article), *told_sentences(article)]
    ranked = [one for one, _ in sorted(scored(article), key=lambda pair: -pair[1])]
    rows = []
    for name in [name for name, _, _ in _names(article)[:FEW]]:
        for one in ranked if len(rows) < TELLING else []:
            if (one.attributed > OWN and not SAYING.search(one.text)) or any(alike(one, o) > TWICE for o in known):
                continue
            place = stands_alone(article, one) if len(one.text.split()) >= LONG and not ASIDE.search(one.text) else None
            if place and _is_named(_subject(article, place), name):
                known.append(one)
                rows.append((name, place))
                break
    for one in ranked[: len(ranked) // 2]:
        if len(rows) == TELLING:
            break
        if one.attributed > OWN or SAYING.search(one.text) or any(alike(one, other) > TWICE for other in known):
            continue
        place = stands_alone(article, one) if len(one.text.split()) >= LONG and not ASIDE.search(one.text) else None
        name = place and _name_of(article, _subject(article, place))
        if name and name not in dict(rows):
            known.append(one)
            rows.append((name, place))
    return rows


def _name_of(article, subject):
    """The name that a subject is, if the article has it more than once."""
    if subject is None or subject.ent_type_ not in NAMED_KINDS:
        return None
    name = next((span for span in subject.doc.ents if span.start <= subject.i < span.end), None)
    if name is None or name.end != subject.i + 1 or article.text.count(subject.text) < NEXT:
        return None
    return name.text.removeprefix("the ").removeprefix("The ")


def _subject(article, place):
    """The subject of the main clause of a sentence, if it is one alone."""
    span = parse(article).char_span(*place, alignment_mode="expand")
    if SAYING.search(span.root.lower_):
        return None  # "Making it was hard, Berg said" tells nothing of Berg
    subject = next((word for word in span.root.children if word.dep_ in NOUN_SUBJECTS), None)
    return None if subject is None or any(word.dep_ == "conj" for word in subject.children) else subject


def _is_named(subject, name):
    if subject is None or subject.text not in name.split():
        return False
    return subject.ent_type_ != "PERSON" or subject.text == name.split()[-1]
