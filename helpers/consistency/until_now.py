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
    "from begin to end": (
        "The siege lasted ten days. It began on 3 April 2025 and ended on 9 April 2025.",
        "The siege lasted six days. It began on 3 April 2025 and ended on 9 April 2025.",
    ),
    "years after": (
        "The mill closed in 1998, 20 years after it had opened in 1970.",
        "The mill closed in 1998, 28 years after it had opened in 1970.",
    ),
    "empty": (
        "The mill has stood empty for 20 years. It closed in 2013.",
        "The mill has stood empty for 12 years. It closed in 2013.",
    ),
    "twins": (
        "Isla Roe, 14, swims. Her twin brother, Tom, who is 16, rows.",
        "Isla Roe, 16, swims. Her twin brother, Tom, who is 16, rows.",
    ),
}
BEGAN = STARTS | frozenset("hold come inaugurate introduce air broadcast wed".split())
BEGAN -= frozenset("close shut retire lose win send sell refuse die jail arrest leave".split())
CLOSES = frozenset("close shut".split())
_EMPTY = re.compile(r"\b(?:empty|derelict|closed|shut|idle|silent|unused|vacant|abandoned|disused)\b")
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
    yield from _begin_to_end(grounds)
    yield from _years_after(grounds)
    yield from _twins(grounds)


BEGINS = frozenset("begin start open break launch leave set depart sail".split())
ENDS = frozenset("end finish close stop conclude arrive land return".split())
_LASTED = re.compile(r"\b(?:last(?:ed|s|ing)|took|went on for|ran for|after|for)(?: [a-z]+)? ?$")
SIZES = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30.44, "year": 365.25}


def _begin_to_end(grounds):
    """It **lasted ten days**; it **began on 3 April** and **ended on 9 April**."""
    exact = [one for one in grounds.happenings if one.time.first == one.time.last and re.search(r"\d", one.time.text)]
    for row in grounds.amounts if len(exact) > 1 else ():
        if row.unit not in SIZES or row.approximate or row.high == row.high or row.value < 2:
            continue
        here = grounds.sentence_at(row.start)
        if not _LASTED.search(grounds.text[max(row.start - 25, 0) : row.start]) or _NO_LENGTH.match(
            grounds.text, row.end
        ):
            continue
        near = [one for one in exact if abs(one.sentence - here) <= 1]
        first = [one for one in near if one.lemma in BEGINS]
        last = [one for one in near if one.lemma in ENDS]
        if len(first) != 1 or len(last) != 1 or len(near) != 2 or last[0].time.first <= first[0].time.first:
            continue
        days, size = (last[0].time.first - first[0].time.first).days, SIZES[row.unit]
        spans = ((row.start, row.end), first[0].time.place, last[0].time.place)
        words = f"{first[0].time.text} to {last[0].time.text}: {days} days"
        if abs(days - row.value * size) <= max(1, 0.5 * size if size > 1 else 1):
            yield Relation("span", spans, words)
        elif 0.4 < days / (row.value * size) < 2.5 and abs(days - row.value * size) > max(2, size):
            problem = f"From {first[0].time.text} to {last[0].time.text} it is {days} days, not {row.text}."
            yield Relation("from begin to end", spans, words, "disagrees", f"the article tells {row.text}", problem)


_AFTER = re.compile(r" (?P<way>after|before)\b")


def _years_after(grounds):
    """It closed **in 1998**, **20 years after** it had opened **in 1970**: the two years of one sentence."""
    for row in grounds.amounts:
        found = _AFTER.match(grounds.text, row.end) if row.unit == "year" else None
        if not found or row.approximate or row.high == row.high or row.value < 3:
            continue
        sentence = grounds.sentences[grounds.sentence_at(row.start)]
        years = [time for time in grounds.times_in(sentence) if time.year and not time.named]
        if len(years) != 2 or not all(re.fullmatch(r"(?:.* )?\d{4}", time.text) for time in years):
            continue
        main = [time for time in years if time.end <= row.start]
        other = [time for time in years if time.start >= found.end()]
        if len(main) != 1 or len(other) != 1 or "," in grounds.text[found.end() : other[0].start]:
            continue
        passed = (main[0].year - other[0].year) * (1 if found["way"] == "after" else -1)
        spans = ((row.start, row.end), main[0].place, other[0].place)
        words = f"{max(t.year for t in years)} − {min(t.year for t in years)} = {abs(passed)}"
        if abs(passed - row.value) <= 1:
            yield Relation("span", spans, words)
        elif passed > 0:
            problem = f"From {other[0].text} to {main[0].text} it is {passed} years, not {row.text}."
            yield Relation("years after", spans, words, "disagrees", f"the article tells {row.text}", problem)


def _lengths(grounds):
    now = grounds.day.year
    years = {time.year for time in grounds.dated if time.year} | {now}
    begun = [
        one
        for one in grounds.happenings
        if one.lemma in BEGAN | CLOSES
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
        shut = bool(_EMPTY.search(word.sent.text))
        begins = [one for one in begun if (one.lemma in CLOSES) == shut]
        own = [one for one in begins if abs(one.sentence - here) <= NEAR and _same_one(grounds, word, one)]
        off = abs(now - own[0].time.year - number) if own else 0
        if len({one.time.year for one in own}) == 1 and 2 <= off <= max(4, 0.4 * number):
            year = own[0].time.year
            yield Relation(
                "empty" if shut else "until now",
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
