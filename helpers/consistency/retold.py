"""What happened, told twice with its times: after what came later, before what came earlier."""

import re

from .amounts import Relation

EXAMPLES = {
    "order": (
        "She signed the contract on April 10, 2025, a week after the board had approved it. The board approved the "
        "contract on April 21, 2025.",
        "She signed the contract on April 10, 2025, a week after the board had approved it. The board approved the "
        "contract on April 3, 2025.",
    ),
}
STEM = 5  # letters by which a verb and its noun are known as one: confess, confession
LIGHT = frozenset("be have do make take get give go come say tell begin start time day year week month follow".split())
_HELD = re.compile(
    r"\b(?:not|never|n’t|n't|almost|nearly|would|could|if|attempt\w*|tried|failed|another|second|other)\b"
)


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


def retold(grounds):
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


def _times_told(grounds, stem):
    return sum(lemma[:STEM] == stem for lemma in grounds.words.lemma)


def _is(grounds, other, told, stems):
    """Whether a dated sentence tells what an after-clause does: by a verb or its noun, and of whom or what."""
    sentence = other.verb.sent
    shared = stems & _stems(sentence)
    if not shared or _HELD.search(sentence.text) or len(grounds.times_in(sentence)) != 1:
        return False
    deeds = {_stem(word) for word in told.subtree if word.pos_ == "VERB"} | {_stem(told)}
    told_twice = [stem for stem in shared & deeds if len(stem) == STEM and _times_told(grounds, stem) == 2]
    if not told_twice:  # a batter hits many balls
        return False
    return bool(grounds.who(told.subtree) & grounds.who(sentence)) or len(shared) >= 2
