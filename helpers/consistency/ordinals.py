"""Ordinals against how many there are: the eighth and final of six laps, a third conviction after three."""

import re

from .amounts import Relation

EXAMPLES = {
    "list of years": (
        "It was Tom Roe’s third conviction, the court heard. He had been fined in 2008, 2010 and 2013.",
        "It was Tom Roe’s fourth conviction, the court heard. He had been fined in 2008, 2010 and 2013.",
    ),
    "edition": (
        "Held every May since 2010, the race is loved. The cake of its twentieth edition was dry.",
        "Held every May since 2010, the race is loved. The cake of its fifteenth edition was dry.",
    ),
}


def ordinals(grounds):
    """Ordinals that the figures of the article do not allow."""
    yield from _after_years(grounds)
    yield from _editions(grounds)


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


def _after_years(grounds):
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


# What is held once a year.
_YEARLY = frozenset("edition running festival race fair show anniversary season year tournament parade".split())
_EVERY = re.compile(
    r"\b(?:every|each) (?:year|spring|summer|autumn|winter|[A-Z][a-z]+) (?:since|from) (?P<year>(?:18|19|20)\d\d)\b"
)


def _editions(grounds):
    """More editions than years since the first: run every October since **1990**, and in 2007 the **twentieth**."""
    starts = list(_EVERY.finditer(grounds.text)) if grounds.trusted else []
    if len({found["year"] for found in starts}) != 1:
        return
    year = int(starts[0]["year"])
    most = grounds.day.year - year + 1
    for word, number in grounds.ordinals:
        head = word.head
        if word.dep_ != "amod" or head.lemma_.lower() not in _YEARLY or number < 5 or number > most + 60:
            continue
        claim, computation = (word.idx, head.idx + len(head)), f"{grounds.day.year} − {year} + 1 = {most}"
        if number in (most, most - 1):
            yield Relation("edition", (claim, starts[0].span("year")), computation)
        elif number > most and not any(
            time.year not in (None, grounds.day.year) for time in grounds.times_in(word.sent)
        ):
            yield Relation(
                "edition",
                (claim, starts[0].span("year")),
                computation,
                "disagrees",
                f"the article says “{grounds.text[slice(*claim)]}”",
                f"From {year} to {grounds.day.year} there are at most {most}, not {number}.",
            )
