"""Ordinals against how many there are: a third conviction after three."""

import re

from .amounts import Relation

EXAMPLES = {
    "list of years": (
        "It was Tom Roe’s third conviction, the court heard. He had been fined in 2008, 2010 and 2013.",
        "It was Tom Roe’s fourth conviction, the court heard. He had been fined in 2008, 2010 and 2013.",
    ),
    "edition": (
        "The fair was first held in 1985 and every year since. The 45th fair is open.",
        "The fair was first held in 1985 and every year since. The 41st fair is open.",
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


# "**every summer since**", "every year except 1951" is none.
_EVERY = re.compile(r"\bevery (?:year|summer|winter|spring|autumn|[A-Z][a-z]+) since\b(?! then except| except)")
_BUT = re.compile(r"\b(?:except|apart from|missed|skipped|cancel\w*|interrupted|biennial)\b")


def editions(grounds):
    """The **41st** festival of one held **every summer since** 1974: the number of the years and one."""
    every = _EVERY.search(grounds.text) if grounds.trusted else None
    if not every or _BUT.search(grounds.text):
        return
    here = grounds.sentence_at(every.start())
    times = [one for sentence in grounds.sentences[max(here - 1, 0) : here + 1] for one in grounds.times_in(sentence)]
    years = [one for one in times if one.year and re.search(r"\d{4}", one.text) and one.start < every.end() + 12]
    if len(years) != 1:
        return
    nouns = {word.lemma_.lower() for sentence in grounds.sentences[max(here - 1, 0) : here + 1] for word in sentence}
    number_now = grounds.day.year - years[0].year + 1
    for word, number in grounds.ordinals:
        head = word.head.lemma_.lower()
        if number < 5 or head not in nouns | {"year", "edition"} or word.head.pos_ != "NOUN" or word.head.i < word.i:
            continue
        if any(one.year and one.year not in (grounds.day.year, years[0].year) for one in grounds.times_in(word.sent)):
            continue
        if not any(child.lower_ in ("the", "its", "this") for child in word.head.children):
            continue
        claim = (word.idx, word.head.idx + len(word.head))
        words = f"{grounds.day.year} − {years[0].year} + 1 = {number_now}"
        if abs(number - number_now) <= 1:
            yield Relation("edition", (claim, years[0].place), words)
        else:
            problem = (
                f"Held every year since {years[0].year}, it is number {number_now} in {grounds.day.year}, not {number}."
            )
            reason = f"the article says “{grounds.text[slice(*claim)]}”"
            yield Relation("edition", (claim, years[0].place), words, "disagrees", reason, problem)
        return


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
