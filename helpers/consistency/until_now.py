"""How long something has lasted until the day of publication, against the one year in which it began."""

import re

from ..language.grammar import NOUN_SUBJECTS, clause_verb
from .amounts import Relation
from .stretches import STARTS

EXAMPLES = {
    "until now": (
        "Ann Lee has run the shop for 40 years. She opened it in May 1995.",
        "Ann Lee has run the shop for 30 years. She opened it in May 1995.",
    ),
    "twins": (
        "Isla Roe, 14, swims. Her twin brother, Tom, who is 16, rows.",
        "Isla Roe, 16, swims. Her twin brother, Tom, who is 16, rows.",
    ),
}
BEGAN = STARTS | frozenset("hold come inaugurate introduce air broadcast".split())
BEGAN -= frozenset("close shut retire lose win send sell refuse die jail arrest leave".split())
_NOT_NOW = re.compile(
    r"\b(?:past|last|next|every|each|another|first|within|under|aged?|coming|further|other|than|up to|by|"
    r"at)(?: [a-z]+)? ?$",
    re.I,
)
_NO_LENGTH = re.compile(
    r"[ -](?:later|earlier|before|old|of age|sentence|term|contract|deal|plan|lease|to go|from now|in a row|running|"
    r"in (?:prison|jail|custody)|imprisonment|apart|younger|older|senior|junior|of (?:war|drought|conflict)|after)\b"
)
_AGO = re.compile(r" ago\b")
_IN_ITS = re.compile(r"\b(?:in|into|for) (?:his|her|its|their) $")
_KEPT = re.compile(r"\b(?:celebrat\w+|mark(?:s|ed|ing)?|retir\w+|stand\w* down|step\w* down|jubilee|anniversary)\b")
NEAR = 6  # sentences


def until_now(grounds):
    """What has lasted so many years until now, and when it began; and twins, who are of one age."""
    if grounds.trusted:
        yield from _lengths(grounds)
    yield from _twins(grounds)


def _lengths(grounds):
    now = grounds.day.year
    years = {time.year for time in grounds.dated if time.year} | {now}
    begun = [
        one
        for one in grounds.happenings
        if one.lemma in BEGAN
        and one.verb.pos_ == "VERB"
        and one.time.year
        and one.time.year < now - 3
        and re.search(r"\d{4}", one.time.text)
        and not any(child.lower_ in ("will", "would", "not", "n't", "never", "if") for child in one.verb.children)
    ]
    for row in grounds.amounts if begun else ():
        number = row.value * (10 if row.unit == "decade" else 1)
        if row.unit not in ("year", "decade", "season") or number < 5 or row.high == row.high:
            continue
        before = grounds.text[max(row.start - 20, 0) : row.start]
        if _NOT_NOW.search(before) or _NO_LENGTH.match(grounds.text, row.end) or row.start in grounds.attributed:
            continue
        if any(abs(b - a - number) <= 1 for a in years for b in years if a < b):
            continue
        word = grounds.doc.char_span(row.start, row.end, alignment_mode="expand").root
        if not _runs(grounds, row, word):
            continue
        here = grounds.place_of[word.sent.start]
        own = [one for one in begun if abs(one.sentence - here) <= NEAR and _same_one(grounds, word, one)]
        off = abs(now - own[0].time.year - number) if own else 0
        if len({one.time.year for one in own}) == 1 and 2 <= off <= max(4, 0.4 * number):
            year = own[0].time.year
            yield Relation(
                "until now",
                ((row.start, row.end), own[0].time.place),
                f"{now} − {year} = {now - year}",
                "disagrees",
                f"the article tells {row.text}",
                f"From {year} to {now} it is {now - year} years; the article tells {row.text}.",
            )


def _runs(grounds, row, word):
    """Whether a length runs until now: **has run** for 40 years; 40 years **ago**; **in her** 40th year."""
    if row.kind == "ordinal":
        return bool(_IN_ITS.search(grounds.text[max(row.start - 12, 0) : row.start]))
    verb = clause_verb(word)
    perfect = any(child.lower_ in ("has", "have", "’s", "'s") and child.dep_ == "aux" for child in verb.children)
    perfect = perfect and verb.tag_ in ("VBN", "VBG")
    return perfect or bool(_AGO.match(grounds.text, row.end)) or bool(_KEPT.search(word.sent.text))


def _same_one(grounds, word, begun):
    """Whether a beginning is that of whom a length is told: one name, one noun, or a pronoun in the next sentence."""
    here, there = clause_verb(word), begun.verb
    who, doers = grounds.doers(here), grounds.doers(there)
    if who and doers:
        return bool(who & doers)
    nouns = [{child.lemma_.lower() for child in verb.children if child.dep_ in NOUN_SUBJECTS} for verb in (here, there)]
    if nouns[0] & nouns[1]:
        return True
    pronoun = bool((nouns[0] | nouns[1]) & {"it", "he", "she"})
    return pronoun and abs(grounds.place_of[word.sent.start] - begun.sentence) <= 1


_TWIN = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:[a-z]+ )?twin(?: brother| sister)?,? (?:(?P<name>[A-Z]\w+),? )?"
    r"(?:who (?:is|turned)|is|turned|aged|,)? ?(?P<age>\d{1,2})\b"
)
_AGE = re.compile(r"\b(?P<name>[A-Z][\w’']+), (?P<age>\d{1,2}),")


def _twins(grounds):
    """Isla, **14**, and her **twin** brother, who is **16**."""
    for found in _TWIN.finditer(grounds.text):
        ages = [
            one
            for one in _AGE.finditer(grounds.text)
            if one["name"] != found["name"] and abs(one.start() - found.start()) < 600
        ]
        before = [one for one in ages if one.start() < found.start()]
        if not before or re.search(r"\bwas \d", found.group()):
            continue
        one = before[-1]
        apart = abs(int(one["age"]) - int(found["age"]))
        if apart > ("turned" in found.group()):
            yield Relation(
                "twins",
                (one.span("age"), found.span()),
                f"{one['age']} against {found['age']}",
                "disagrees",
                "twins are of one age",
                f"{one['name']} is {one['age']}, but the twin is {found['age']}.",
            )
