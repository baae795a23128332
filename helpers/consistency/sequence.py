"""Order words against dates, and "first since" against what else is told."""

import re
from itertools import pairwise

from ..language.grammar import NOUN_SUBJECTS
from ..timeline.order import AFTER, BEFORE
from .grounds import Finding

BEGINNING = frozenset("found bear establish create begin start build form launch open".split())
ENDING = frozenset("close die dissolve end finish demolish disband collapse bankrupt scrap".split())
PRONOUNS = frozenset("it he she they which".split())
# What another time is counted from hangs on which one that is: no ground to compare on.
_RELATIVE = re.compile(r"\b(?:that|same|later|earlier|next|previous|following)\b", re.IGNORECASE)
_LATER = re.compile(
    r"(?:(?:a|an|one|two|three|four|five|six|ten|\d{1,3}|some|many|several) (?:day|week|month|year|decade)s? )?"
    r"(?:later|afterwards?|subsequently|thereafter)\b,?",
    re.IGNORECASE,
)
# Words for one kind of event: "title" and "won" are about the same.
KINDS = [
    frozenset(words.split())
    for words in (
        "win victory title triumph champion",
        "strike walkout",
        "visit trip travel",
        "defeat loss lose",
        "erupt eruption",
        "meet meeting summit talk",
        "elect election vote",
        "flood flooding",
        "launch start",
        "die death",
        "quake earthquake",
    )
]

EXAMPLES = {
    "order": (
        "After the vote in June 2024, she left in March 2024.",
        "After the vote in June 2024, she left in July 2024.",
    ),
    "first since": (
        "It was the city’s first strike since 1998, in 2024. A strike in 2011 failed.",
        "It was the city’s first strike since 1998, in 2024. A strike in 1991 failed.",
    ),
}


def order(grounds):
    """An order that the dates do not have: **after** the vote in June 2024 … in March 2024."""
    yield from _order_words(grounds)
    yield from _beginning_and_end(grounds)
    yield from _backwards(grounds)
    yield from _later(grounds)


def _order_words(grounds):
    for token in grounds.with_word(AFTER | BEFORE):
        if token.dep_ not in ("prep", "mark", "advmod"):
            continue
        other = (
            token.head
            if token.dep_ != "prep"
            else next((c for c in token.children if c.dep_ in ("pobj", "pcomp")), None)
        )
        main = token.head.head if token.dep_ != "prep" else token.head
        if other is None or main.i == other.i or (token.dep_ != "prep" and other.dep_ != "advcl"):
            continue
        below = {word.i for word in other.subtree}
        times = grounds.times_in(token.sent)
        there = [time for time in times if time.span.root.i in below and time.span.root.i != other.i]
        here = [time for time in times if time.span.root.i not in below and _clause(time.span.root) in (main.i, None)]
        if len(there) != 1 or len(here) != 1:
            continue
        first, second = (there[0], here[0]) if token.lower_ in AFTER else (here[0], there[0])
        if second.last < first.first and not any(_RELATIVE.search(time.text) for time in (first, second)):
            yield Finding(
                "order",
                here[0].place,
                there[0].place,
                f"“{token.text}” puts “{first.text}” before “{second.text}”, but the dates lie the other way round.",
            )


def _clause(token):
    """The verb of a word's clause."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token.i if token.pos_ in ("VERB", "AUX") else None


def _beginning_and_end(grounds):
    begun = {}
    for time in grounds.dated:
        verb = time.span.root.head.head if time.span.root.dep_ == "pobj" else time.span.root.head
        lemma = verb.lemma_.lower()
        if lemma not in BEGINNING | ENDING or verb.pos_ != "VERB":
            continue
        for who in _who(grounds, verb):
            if lemma in BEGINNING:
                begun.setdefault(who, (time, verb))
            elif who in begun and time.last < begun[who][0].first:
                known, earlier = begun[who]
                yield Finding(
                    "order",
                    time.place,
                    known.place,
                    f"It “{verb.text}” in {time.text}, before it was “{earlier.text}” in {known.text}.",
                )


def _who(grounds, verb):
    """What a verb is about: names of its subject, or the subject's noun; through "and closed", and "it"."""
    for _ in range(4):
        subject = [child for child in verb.children if child.dep_ in NOUN_SUBJECTS]
        if subject:
            if names := grounds.who(subject):
                return names
            if subject[0].pos_ != "PRON":
                return {subject[0].lemma_.lower()}
            if verb.dep_ == "conj":  # "The mine was opened …, and it closed"
                return _who(grounds, verb.head)
            number = grounds.place_of[verb.sent.start]
            return (
                _who(grounds, grounds.sentences[number - 1].root) if number and subject[0].lower_ in PRONOUNS else set()
            )
        if verb.dep_ == "acl":
            return grounds.who([verb.head]) or {verb.head.lemma_.lower()}
        if verb.dep_ != "conj":
            return set()
        verb = verb.head
    return set()


def _backwards(grounds):
    """From 2018 to 2015."""
    for first, last in pairwise(grounds.dated):
        word = (grounds.text[max(first.start - 9, 0) : first.start].lower().split() or [""])[-1]
        between = grounds.text[first.end : last.start].strip().lower()
        if (word, between) in (("from", "to"), ("from", "until"), ("between", "and")) and last.last < first.first:
            if not first.leaned and not last.leaned:
                yield Finding("order", last.place, first.place, f"“{last.text}” lies before “{first.text}”.")


def _later(grounds):
    """Later, in 2010, … after a sentence about 2012."""
    for number, sentence in enumerate(grounds.sentences[1:], 1):
        found = _LATER.match(sentence.text)
        if not found:
            continue
        here = [time for time in grounds.times_in(sentence) if time.start >= sentence.start_char + found.end()]
        before = grounds.times_in(grounds.sentences[number - 1])
        if len(here) != 1 or len(before) != 1 or here[0].leaned:
            continue
        if here[0].last < before[0].first:
            start = sentence.start_char
            yield Finding(
                "order",
                (start, here[0].end),
                before[0].place,
                f"“{found.group().rstrip(',')}” leads back from “{before[0].text}” to “{here[0].text}”.",
            )


def first_since(grounds):
    """A first since a year, with another one told in between: the first strike **since 1998**, and one in 2011."""
    for time in grounds.dated:
        head = time.span.root.head
        if head.lower_ != "since":
            continue
        sentence = time.span.root.sent
        first = next((word for word in sentence if word.lower_ == "first" and word.i < head.i), None)
        if first is None or head.i - first.i > 12:
            continue
        kind = _kind(first, sentence)
        here = [other for other in grounds.times_in(sentence) if other.start != time.start]
        until = here[0].first if here else grounds.day
        claimants = _claimants(grounds, first)
        for other in grounds.dated:
            place_of = other.span.root.sent
            if place_of.start == sentence.start or not other.first > time.last or (until and not other.last < until):
                continue
            same = [word for word in place_of if _same(word, kind) and _together(word, other)]
            if not same or any(word.dep_ == "neg" for word in place_of):
                continue
            if _narrower(first, place_of) or _stranger(grounds, same[0], claimants):
                continue
            yield Finding(
                "first since",
                (first.idx, time.end),
                other.place,
                f"“{first.text} … since {time.text}”, but the text tells of another in {other.text}.",
            )
            break


def _kind(first, sentence):
    """Lemmas of what is the first: the noun, and for "the first time that" the verb."""
    head = first.head
    if head.lemma_.lower() == "time" or head.pos_ in ("VERB", "AUX"):
        words = {word.lemma_.lower() for word in sentence if word.pos_ == "VERB"}
    else:
        words = {head.lemma_.lower()}
    for group in KINDS:
        if words & group:
            words |= group
    return words - {"be", "have", "say", "tell", "make", "take"}


def _same(word, kind):
    lemma = word.lemma_.lower()
    return word.pos_ in ("NOUN", "VERB", "PROPN") and (
        lemma in kind or any(len(name) > 5 and lemma[:5] == name[:5] for name in kind)
    )


def _narrower(first, sentence):
    """Whether the first is of a kind that the other is not said to be: the first **three-game winning** streak."""
    kind = {child.lemma_.lower() for child in first.head.children if child.dep_ in ("compound", "nummod", "amod")}
    kind -= {"first", first.lemma_.lower()}
    return bool(kind - {word.lemma_.lower() for word in sentence})


def _together(word, time):
    """Whether a word and a time stand in one clause."""
    return _clause(word) == _clause(time.span.root) or abs(word.i - time.span.root.i) <= 6


def _stranger(grounds, word, claimants):
    """Whether somebody else did it: a first visit of a Danish king; a visit of the **Swedish** queen."""
    verb = word
    while verb.pos_ != "VERB" and verb.head.i != verb.i:
        verb = verb.head
    doers = [child for child in verb.children if child.dep_ in NOUN_SUBJECTS] + list(_doers(word))
    names = _names(grounds, doers) | {token.text for token in doers if token.pos_ == "PROPN"}
    return bool(names) and bool(claimants) and not names & claimants


def _claimants(grounds, first):
    """Names of whose first it is: **Rovers** won … their first title; the first visit of a **Danish** king."""
    head = first.head
    verb = head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    doers = [child for child in verb.children if child.dep_ in NOUN_SUBJECTS]
    own = [*_doers(head), *doers]
    return _names(grounds, own) | {token.text for token in own if token.pos_ == "PROPN"}


def _doers(noun):
    """Who does what a noun names: the **city's** strike, a visit of a **king**."""
    for child in noun.children:
        if child.dep_ == "poss":
            yield child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("of", "by", "for"):
            yield from (grandchild for grandchild in child.children if grandchild.dep_ == "pobj")


def _names(grounds, tokens):
    """Names of some words and of the adjectives before them."""
    return grounds.who([word for token in tokens for word in (token, *token.lefts)])
