"""Ordinals against how many there are: the eighth and final of six laps, a third conviction after three."""

import re

from .figures import Relation
from .grounds import ordinal_of

EXAMPLES = {
    "list of years": (
        "It was Tom Roe’s third conviction, the court heard. He had been fined in 2008, 2010 and 2013.",
        "It was Tom Roe’s fourth conviction, the court heard. He had been fined in 2008, 2010 and 2013.",
    ),
    "in a row": (
        "Ann Lee made it three in a row on Sunday. In the final of 2024 she came second to Eva Holm.",
        "Ann Lee made it three in a row on Sunday. In the final of 2021 she came second to Eva Holm.",
    ),
}


def ordinals(grounds):
    """Ordinals that the figures of the article do not allow."""
    yield from _after_years(grounds)
    yield from _in_a_row(grounds)


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


_ROW = re.compile(
    r"\b(?:(?P<count>two|three|four|five|six|seven|eight) (?:[a-z]+ )?in a row|(?P<nth>[a-z]+(?:th|rd|nd))[ -]"
    r"(?:consecutive|successive|straight) (?:national |world |league |annual |cup )?(?:title|win|victory|"
    r"year|championship|"
    r"triumph|crown))\b",
    re.I,
)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_LOST = frozenset("lose second runner-up beat miss fail third withdraw retire cancel".split())
_NOT_HERE = re.compile(r"\b(?:not|never|without|semi-final|qualif\w+|another|other|different)\b", re.I)


def _in_a_row(grounds):
    """A third title **in a row**, and a lost one within these years."""
    if not grounds.trusted:
        return
    for found in _ROW.finditer(grounds.text):
        number = _COUNTS.get((found["count"] or "").lower()) or ordinal_of(found["nth"] or "")
        if not number or number < 2:
            continue
        here = grounds.sentence_at(found.start())
        sentence = grounds.sentences[here]
        if found["count"] and not re.search(r"\b(?:made|makes|making) it\b|\btitles?\b|\bwon\b", sentence.text):
            continue
        names = grounds.who(sentence)
        for time in grounds.dated:
            other = time.span.root.sent
            if (
                time.year is None
                or not grounds.day.year - number < time.year < grounds.day.year
                or other.start == sentence.start
            ):
                continue
            if not re.search(r"\d{4}", time.text) or _NOT_HERE.search(other.text):
                continue
            after = [word for word in other if word.i >= time.span.start and word.lemma_.lower() in _LOST]
            if after and names & grounds.who(other):
                place = (after[0].idx, after[0].idx + len(after[0]))
                yield Relation(
                    "in a row",
                    (found.span(), (min(time.start, place[0]), max(time.end, place[1]))),
                    f"{grounds.day.year} − {number} + 1 = {grounds.day.year - number + 1}",
                    "disagrees",
                    f"{time.year} was lost",
                    f"“{found.group()}” counts every year from {grounds.day.year - number + 1}, but "
                    f"{time.text} was not won.",
                )
                break
