"""A life as points of year and age: between any two of one person as many years lie as he grew older.

And a post as the year in which it began, the years that it lasted and the year in which it ended.
"""

import re
from itertools import combinations

from ..language.grammar import NOUN_SUBJECTS
from .amounts import Relation
from .lasting import ENDING, JOINING

EXAMPLES = {
    "points": (
        "Ann Lee, 70, runs the shop. She was 24 when she bought it, in 1995.",
        "Ann Lee, 54, runs the shop. She was 24 when she bought it, in 1995.",
    ),
    "service": (
        "Tom Roe joined the band in 1990. He left it in 2005 after 25 years.",
        "Tom Roe joined the band in 1990. He left it in 2015 after 25 years.",
    ),
}
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
# An age and the year in which it was reached, or the words that say "now".
_THEN = (
    re.compile(rf"\bwas (?:only |just |then )?(?P<age>\d{{1,2}}) (?:years old )?when [^.;]{{1,90}}?\bin {_YEAR}\b"),
    re.compile(
        rf"\b[Ii]n {_YEAR},? (?:when (?:he|she) was(?: aged| only| just)?|at the age of|aged|at) (?P<age>\d{{1,2}})\b"
    ),
    re.compile(rf"\b(?:at the age of|aged|at|was|turned) (?P<age>\d{{1,2}}),? in {_YEAR}\b"),
    re.compile(rf"\b(?:at the age of|aged|at) (?P<age>\d{{1,2}})\b(?: [a-z]+){{1,8}} in {_YEAR}\b"),
    re.compile(rf"\b[Ii]n {_YEAR},? [^.;]{{1,60}}?\b(?:at the age of|aged) (?P<age>\d{{1,2}})\b"),
)
_BORN = re.compile(
    rf"\b[Bb]orn\b(?:[^.;]|(?<=\b[A-Z][a-z][a-z])\.|(?<=Sept)\.){{0,60}}?\b{_YEAR}\b"
)  # "on Nov. 8, 1917"
_NOW = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*), (?P<age>\d{2})(?=[,.;])|\b(?:who|he|she) is (?:now "
    r")?(?P<told>\d{2})\b(?! [a-z]*(?:per|times))"
    r"|\bthe (?P<old>\d{2})-year-old\b|\bNow (?P<now>\d{2}),"
)
_AGED = re.compile(
    r"\bdied [^.;]{0,60}?\b(?:aged|at the age of|at) (?P<age>\d{2,3})\b|\bhas died,? (?:[a-z]+ )?(?:aged|"
    r"at) (?P<has>\d{2,3})\b|\b(?:dies|dead),? (?:aged|at) (?P<dies>\d{2,3})\b"
)
_TURNS = re.compile(r"\b(?:turns|will be|will turn) (?P<age>\d{2})\b(?= (?:on|in|next|this|at|tomorrow)\b|[.,;])")
_KIN = re.compile(
    r"\b(?:father|mother|brother|sister|son|daughter|wife|husband|twin|grandson|granddaughter|uncle|aunt|cousin|widow|friend)\b"
)


def points(grounds):
    """Years and ages of one person, years of service, and anniversaries, each against the dates."""
    if grounds.trusted:
        yield from _ages(grounds)
        yield from _service(grounds)
        yield from _anniversaries(grounds)


def _ages(grounds):
    found = list(_points(grounds))
    for (name, year, age, place, how), (other_name, other_year, other_age, other_place, other_how) in combinations(
        found, 2
    ):
        if name != other_name or not name or (how == other_how == "now"):
            continue
        grown, passed = other_age - age, other_year - year
        if "turns" in (how, other_how):
            later, now = (age, other_age) if how == "turns" else (other_age, age)
            if {how, other_how} == {"turns", "now"} and later - now not in (0, 1):
                yield Relation(
                    "points",
                    (other_place, place),
                    f"{now} against {later}",
                    "disagrees",
                    "two ages of one person",
                    f"{name} is told to be {now} and to turn {later}.",
                )
                return
            continue
        if abs(passed) < 2:
            continue
        if abs(grown - passed) <= 1:
            told = f"{max(year, other_year)} − {min(year, other_year)} = {abs(passed)} years"
            yield Relation("age", (place, other_place), told)
        elif 2 <= abs(grown - passed) <= 40 and (how == "life" or _alone(grounds, place, other_place)):
            yield Relation(
                "points",
                (other_place, place),
                f"{year}: {age}, {other_year}: {other_age}",
                "disagrees",
                "the years and the ages do not go together",
                _born_then(name, year, other_year, other_age)
                if how in ("born", "life")
                else f"From {year} to {other_year} are {abs(passed)} years, but {name} is {age} and {other_age}.",
            )
            return


def _born_then(name, year, later, age):
    """The sentence that sets an age against the year of birth."""
    return f"Who was born in {year} is {later - year - 1} or {later - year} in {later}; {name} is told to be {age}."


_BORN_AS = re.compile(r"\bborn ((?:[A-Z][\w’'-]+ ){1,4})")  # his own name: born **Ann Mary Lee** in …


def _alone(grounds, place, other):
    """Whether no kin and no second person stand in the sentences of two ages, to whom one may belong."""
    for start in (place[0], other[0]):
        sentence = grounds.sentences[grounds.sentence_at(start)]
        own = _BORN_AS.search(sentence.text)
        begin, end = own.span(1) if own else (0, 0)
        people = {
            name
            for word in sentence
            for name in grounds.names.get(word.i, ())
            if word.pos_ == "PROPN" and not begin <= word.idx - sentence.start_char < end
        }
        if _KIN.search(sentence.text) or len(people) > 1:
            return False
    return True


def _points(grounds):
    """(person, year, age, place, how) of all that the text tells in so many words."""
    now = grounds.day.year
    for pattern in _THEN:
        for one in pattern.finditer(grounds.text):
            if (who := _who(grounds, one.start("age"))) and not _KIN.search(one.group()):
                yield (
                    who,
                    int(one["year"]),
                    int(one["age"]),
                    (one.start("age"), one.end("year"))
                    if one.start("age") < one.start("year")
                    else (one.start("year"), one.end("age")),
                    "then",
                )
    born, aged = list(_BORN.finditer(grounds.text)), list(_AGED.finditer(grounds.text))
    for one in born:
        who, how = _who(grounds, one.start()), "born"
        if len(born) == len(aged) == 1 and _is_told(grounds, one):
            who, how = _who(grounds, aged[0].start()) or who, "life"
        if who:
            yield who, int(one["year"]), 0, one.span(), how
    for one in _NOW.finditer(grounds.text):
        age = next(int(value) for value in (one["age"], one["told"], one["old"], one["now"]) if value)
        who = _name(grounds, one) if one["name"] else _who(grounds, one.start())
        if who and age >= 10:
            yield who, now, age, one.span(), "now"
    for one in _TURNS.finditer(grounds.text):
        if who := _who(grounds, one.start()):
            yield who, now, int(one["age"]), one.span(), "turns"
    for one in aged:
        sentence = grounds.sentences[grounds.sentence_at(one.start())]
        years = {time.year for time in grounds.times_in(sentence) if time.year}
        who = _who(grounds, one.start()) or _before(grounds, sentence, one.start())
        if len(years) <= 1 and who:
            yield who, next(iter(years), now), int(one["age"] or one["has"] or one["dies"]), one.span(), "died"


def _is_told(grounds, born):
    """Whether a birth is that of whom the text tells: **Born** on 3 August 1929, **she** married."""
    token = grounds.doc.char_span(born.start(), born.start() + 4, alignment_mode="expand")[0]
    verb = token.head if token.dep_ in ("advcl", "acl") else token
    return any(child.dep_ in NOUN_SUBJECTS and child.lower_ in ("he", "she") for child in verb.children)


def _before(grounds, sentence, place):
    """The one person who is named before a place in its sentence."""
    who = {
        name for word in sentence if word.idx < place and word.pos_ == "PROPN" for name in grounds.names.get(word.i, ())
    }
    return next(iter(who)) if len(who) == 1 else None


def _name(grounds, found):
    """The person whose name stands before an age."""
    span = grounds.doc.char_span(*found.span("name"), alignment_mode="expand")
    names = grounds.who([span[-1]]) if span is not None else set()
    if len(names) != 1:
        return found["name"] if " " in found["name"] else None
    name = next(iter(names))
    # Two of one family may have been taken for one.
    return found["name"] if " " in found["name"] and found["name"].split()[0] not in name.split() else name


def _who(grounds, place):
    """The person of whom a place tells: the subject of its clause; through "born in 1932, she"."""
    token = grounds.doc.char_span(place, place + 1, alignment_mode="expand")[0]
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX"):
            subjects = [child for child in token.children if child.dep_ in NOUN_SUBJECTS]
            for subject in subjects:
                if subject.lower_ in ("who", "which"):
                    names = grounds.who([token.head])
                elif subject.pos_ == "NOUN":
                    return None
                else:
                    names = grounds.who([subject])
                return next(iter(names)) if len(names) == 1 else None
        elif token.dep_ in ("appos", "relcl", "acl") and token.head.pos_ == "PROPN":
            names = grounds.who([token.head])
            if len(names) == 1:
                return next(iter(names))
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _service(grounds):
    """How many years somebody served, and the years in which that began and ended."""
    joined = {}
    for one in grounds.happenings:
        if one.time.year and re.search(r"\d{4}", one.time.text) and one.verb.pos_ == "VERB":
            for name in grounds.doers(one.verb):
                if one.lemma in JOINING:
                    joined.setdefault(name, []).append(one)
    for row in grounds.amounts:
        if row.unit != "year" or row.high == row.high or row.value < 3 or row.approximate in ("more than", "at least"):
            continue
        before = grounds.text[max(row.start - 12, 0) : row.start]
        if not re.search(r"\b(?:for|after|in his|in her|his|her) $", before, re.I) or re.match(
            r" (?:ago|later|earlier|in (?:prison|jail)|of (?:the|a)\b)|-", grounds.text[row.end :]
        ):
            continue
        who = _who(grounds, row.start)
        begun = joined.get(who, [])
        if len({one.time.year for one in begun}) != 1 or abs(begun[0].sentence - grounds.sentence_at(row.start)) > 6:
            continue
        start = begun[0].time.year
        sentence = grounds.sentences[grounds.sentence_at(row.start)]
        left = [
            one
            for one in grounds.happenings
            if one.time.year and one.time.year > start and who in grounds.doers(one.verb) and one.lemma in LEAVING
        ]
        here = [one for one in left if one.verb.sent.start == sentence.start]
        if not here and left:
            continue
        ends = {one.time.year for one in here} or {grounds.day.year}
        spans = ((row.start, row.end), begun[0].time.place, *(one.time.place for one in here))
        if any(abs(end - start - row.value) <= 1 for end in ends):
            yield Relation("span", spans, f"{min(ends)} − {start} = {min(ends) - start} years")
        elif here and len(ends) == 1 and 2 <= abs(min(ends) - start - row.value) <= 25:
            yield Relation(
                "service",
                spans,
                f"{min(ends)} − {start} = {min(ends) - start}",
                "disagrees",
                f"the article tells {row.text}",
                f"From {start} to {min(ends)} are {min(ends) - start} years, not {row.text}.",
            )


LEAVING = ENDING | frozenset("retire resign quit step sell hand give depart".split())
_NTH = re.compile(r"\b(?P<nth>\d{1,3})(?:st|nd|rd|th) (?:anniversary|birthday)\b")
_WORDS = {"golden jubilee": 50, "silver jubilee": 25, "diamond jubilee": 60, "centenary": 100, "bicentenary": 200}
_ROUND = re.compile(r"\b(?:golden jubilee|silver jubilee|diamond jubilee|bicentenary|centenary)\b", re.I)
_ORIGIN = frozenset("found establish open build form create launch start begin bear set write finish complete".split())


def _anniversaries(grounds):
    """An anniversary that is kept now, and the one year in which anything was founded, opened or born."""
    now, years = grounds.day.year, {time.year for time in grounds.dated if time.year}
    for found in (*_NTH.finditer(grounds.text), *_ROUND.finditer(grounds.text)):
        number = int(found["nth"]) if found.re is _NTH else _WORDS[found.group().lower()]
        sentence = grounds.sentences[grounds.sentence_at(found.start())]
        if any(time.year not in (None, now) for time in grounds.times_in(sentence)):
            continue
        if any(abs(now - year - number) <= 1 for year in years) or re.search(
            r"\b(?:last|next|had|in \d{4})\b", sentence.text
        ):
            continue
        origins = [
            one
            for one in grounds.happenings
            if one.lemma in _ORIGIN and one.time.year and re.search(r"\d{4}", one.time.text) and one.time.year < now - 4
        ]
        near = [one for one in origins if abs(one.sentence - grounds.sentence_at(found.start())) <= 5]
        if len({one.time.year for one in origins}) == 1 and near and 2 <= abs(now - near[0].time.year - number) <= 20:
            words = {word.lemma_.lower() for word in sentence if word.pos_ in ("NOUN", "PROPN")}
            subject = {child.lemma_.lower() for child in near[0].verb.children if child.dep_ in NOUN_SUBJECTS}
            if not subject & (words | {"it", "he", "she", "which", "who", "they"}):
                continue
            year = near[0].time.year
            yield Relation(
                "anniversary",
                (found.span(), near[0].time.place),
                f"{now} − {year} = {now - year}",
                "disagrees",
                f"the article says “{found.group()}”",
                f"From {year} to {now} it is {now - year} years, not {number}.",
            )
