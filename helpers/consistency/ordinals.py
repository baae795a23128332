"""Ordinals against how many there are: a third conviction after three."""

import re

from .amounts import Relation

EXAMPLES = {
    "list of years": (
        "It was Tom Roe’s third conviction, the court heard. He had been fined in 2008, 2010 and 2013.",
        "It was Tom Roe’s fourth conviction, the court heard. He had been fined in 2008, 2010 and 2013.",
    ),
    "ordinal": (
        "The race is run over six laps. She led until the eighth lap.",
        "The race is run over six laps. She led until the fifth lap.",
    ),
}


# "in 2008, 2010 **and** 2013"
_YEARS = re.compile(
    r"\bin ((?:(?:19|20)\d\d, ){1,6}(?:19|20)\d\d,? and (?:again in |in )?(?:19|20)\d\d|(?:19|20)\d\d and "
    r"(?:in )?(?:19|20)\d\d)\b"
)
_EARLIER = re.compile(r"\b(?:had|previously|already|earlier|before|also|past)\b")
# What happens to somebody, or is won, more than once.
AGAIN = frozenset(
    "conviction title win victory defeat championship medal term marriage operation arrest offence "
    "appearance fine gold "
    "crown triumph success award prize ban strike fire flood visit attempt bid election".split()
)


def ordinals(grounds):
    """Its **third** conviction, after ones in 2008, 2010 **and** 2013: the number of the years and one."""
    for word, number in grounds.ordinals:
        head = word.head
        if not 2 <= number <= 12 or word.dep_ not in ("amod", "nummod") or head.lemma_.lower() not in AGAIN:
            continue
        here = grounds.place_of[word.sent.start]
        for sentence in grounds.sentences[max(here - 2, 0) : here + 4]:
            found = _YEARS.search(grounds.text, sentence.start_char, sentence.end_char)
            if not found or not _about_same(grounds, word, sentence):
                continue
            years = {int(year) for year in re.findall(r"\d{4}", found[1])}
            if len(years) != len(re.findall(r"\d{4}", found[1])) or (grounds.day and max(years) > grounds.day.year):
                continue
            now = grounds.day is not None and grounds.day.year in years
            earlier = not now and _EARLIER.search(sentence.text)
            expected = len(years) + (0 if now else 1)
            claim = (word.idx, head.idx + len(head))
            if number == expected and (earlier or now):
                yield Relation("list of years", (claim, found.span(1)), f"{len(years)} + {0 if now else 1} = {number}")
            elif earlier and number <= len(years):
                yield Relation(
                    "list of years",
                    (claim, found.span(1)),
                    f"{len(years)} + 1 = {expected}",
                    "disagrees",
                    f"the article says “{grounds.text[slice(*claim)]}”",
                    f"With {len(years)} earlier ones, in {found[1]}, it is number {expected}, not {number}.",
                )


# Nouns that follow one another by number, so that none is later than their last.
SERIES = frozenset(
    "lap round hole stage chapter act set storey leg over verse volume episode movement instalment heat "
    "frame hearing".split()
)


def beyond(grounds):
    """The **eighth** lap of a race that has **six**."""
    own, counts = grounds.figures, {}
    for one in own.all:
        if one.kind == "count" and one.head in SERIES and not one.ranged:
            counts.setdefault(one.head, []).append(one)
    for one in own.all:
        total = counts.get(one.unit) if one.kind == "ordinal" else None
        if not total or len({figure.value for figure in total}) != 1 or total[0].value < 2:
            continue
        figure = total[0]
        if one.value > figure.value and re.search(r"\b(?:the|its|his|her) $", own.before(one, 6)):
            if not re.search(r"\b(?:after|remaining|left|first|last|final|more|another)\b", own.before(figure, 22)):
                yield Relation(
                    "ordinal",
                    (one.place, figure.place),
                    f"{one.text} against {figure.text}",
                    "disagrees",
                    f"the article counts {figure.text}",
                    f"Of {figure.text} {figure.head}s none is the {one.text}.",
                )


def _about_same(grounds, word, sentence):
    """Whether a list of years is of the one whose ordinal it is: the same name, or a pronoun."""
    if word.sent.start == sentence.start:
        return True
    names = grounds.who(word.sent)
    subjects = [token.lower_ for token in sentence if token.dep_ in ("nsubj", "nsubjpass")]
    if len(names) == 1 and subjects[:1] in (["he"], ["she"], ["it"], ["they"]):
        return True
    others = grounds.who([token for token in sentence if token.dep_ in ("nsubj", "nsubjpass")])
    return bool(names & others)
