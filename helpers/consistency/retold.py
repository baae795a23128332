"""What happened, told twice with its times: after what came later, or for the first time since what came before."""

import re

from .amounts import Relation

EXAMPLES = {
    "order": (
        "She signed the contract on April 10, 2025, a week after the board had approved it. The board approved the "
        "contract on April 21, 2025.",
        "She signed the contract on April 10, 2025, a week after the board had approved it. The board approved the "
        "contract on April 3, 2025.",
    ),
    "first since": (
        "The team won the cup for the first time since 1990. In 2003 the team won the cup in a replay.",
        "The team won the cup for the first time since 1990. In 1983 the team won the cup in a replay.",
    ),
}
STEM = 5  # letters by which a verb and its noun are known as one: confess, confession
LIGHT = frozenset("be have do make take get give go come say tell begin start time day year week month follow".split())
_HELD = re.compile(
    r"\b(?:not|never|n’t|n't|almost|nearly|would|could|if|attempt\w*|tried|failed|another|second|other)\b"
)


def retold(grounds):
    """Events whose order, or whose being the first, another sentence contradicts."""
    yield from _orders(grounds)
    yield from _firsts(grounds)


def _stem(word):
    return word.lemma_.lower()[:STEM]


def _stems(words):
    """Stems of the verbs and nouns that can name an event."""
    return {
        _stem(word)
        for word in words
        if word.pos_ in ("VERB", "NOUN") and len(word.lemma_) > 2 and word.lemma_.lower() not in LIGHT
    }


def _exact(time):
    return time.first == time.last and re.search(r"\d", time.text)


def _orders(grounds):
    """She wrote **on April 10**, **after** he had **confessed**; he made his **confession on May 4**."""
    dated = [one for one in grounds.happenings if _exact(one.time)]
    for one in dated if len(dated) > 1 else ():
        for word in one.verb.sent:
            if word.lower_ not in ("after", "before"):
                continue
            told = word.head if word.dep_ == "mark" else next(word.children, None)
            if (
                told is None
                or told.i < word.i
                or one.verb not in told.ancestors
                or any(t.span.start > word.i for t in grounds.times_in(one.verb.sent))
            ):
                continue
            stems = _stems(told.subtree)
            for other in dated:
                later = other.time.first > one.time.last if word.lower_ == "after" else other.time.last < one.time.first
                if later and other.sentence != one.sentence and _is(grounds, other, told, stems):
                    says = f"“{one.time.text}” is told as {word.lower_} it"
                    yield Relation(
                        "order",
                        (one.time.place, other.time.place),
                        f"{one.time.first} {word.lower_} {other.time.first}",
                        "disagrees",
                        says,
                        f"“{other.verb.text}” is dated “{other.time.text}”, and {says}.",
                    )


def _is(grounds, other, told, stems):
    """Whether a dated event is what an after-clause tells: its verb, or the noun of a light one, and who or what."""
    words = [other.verb, *(child for child in other.verb.children if child.dep_ in ("dobj", "nsubj", "nsubjpass"))]
    shared = stems & (_stems(words[:1]) or _stems(words))
    if not shared or _HELD.search(other.verb.sent.text):
        return False
    here, there = list(told.subtree), list(other.verb.subtree)
    names = grounds.who(here) & grounds.who(there)
    return bool(names or len(_stems(here) & _stems(there)) >= 2)


def _firsts(grounds):
    """For the **first time since 1990** they won the cup; in **2003** they won it."""
    for word, number in grounds.ordinals:
        if number != 1 or word.head.pos_ != "NOUN" or word.head.i < word.i:
            continue
        since = [one for one in grounds.times_in(word.sent) if one.year and _since(grounds, word, one)]
        verb = next((head for head in word.ancestors if head.pos_ == "VERB"), None)
        what = verb if word.head.lemma_ == "time" else word.head
        if len(since) != 1 or what is None or what.lemma_.lower() in LIGHT:
            continue
        for other in grounds.happenings:
            year = other.time.year
            if other.sentence == grounds.place_of[word.sent.start] or year is None or not since[0].year < year:
                continue
            if (grounds.day and year >= grounds.day.year - 1) or not re.search(r"\d{4}", other.time.text):
                continue
            if _stem(what) in _stems(other.verb.subtree) and _same_lot(grounds, word, other):
                words = f"“first … since {since[0].text}” against “{other.time.text}”"
                problem = (
                    f"“{what.text}” is told as the first since {since[0].text}, but there was one in {other.time.text}."
                )
                places = ((word.idx, word.head.idx + len(word.head)), other.time.place)
                yield Relation("first since", places, words, "disagrees", f"one in {other.time.text}", problem)
                break


def _since(grounds, word, time):
    between = grounds.text[word.idx : time.start]
    return bool(re.fullmatch(r"first [^.;:,“”\"]{0,60}\bsince (?:the |early |late )?", between, re.I))


def _same_lot(grounds, word, other):
    """Whether a later event is of those of whom it is the first: the same names, or two more nouns."""
    if _HELD.search(other.verb.sent.text):
        return False
    names = grounds.who(word.sent) & grounds.who(other.verb.sent)
    return bool(names) or len(_stems(word.sent) & _stems(other.verb.sent)) >= 2
