"""A life as points of year and age: between any two of one person as many years lie as he grew older."""

import re
from itertools import combinations

from ..language.grammar import NOUN_SUBJECTS
from .amounts import Relation

EXAMPLES = {
    "points": (
        "Ann Lee, 70, runs the shop. She was 24 when she bought it, in 1995.",
        "Ann Lee, 54, runs the shop. She was 24 when she bought it, in 1995.",
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
_KIN = re.compile(
    r"\b(?:father|mother|brother|sister|son|daughter|wife|husband|twin|grandson|granddaughter|uncle|aunt|cousin|widow|friend)\b"
)


def points(grounds):
    """Years and ages of one person, each against the others."""
    if not grounds.trusted:
        return
    found = list(_points(grounds))
    for (name, year, age, place, how), (other_name, other_year, other_age, other_place, other_how) in combinations(
        found, 2
    ):
        if name != other_name or not name or (how == other_how == "now"):
            continue
        grown, passed = other_age - age, other_year - year
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
