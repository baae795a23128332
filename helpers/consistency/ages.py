"""When somebody was born, as each age and date of birth that the text tells has it: one person is born once."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from ..language.grammar import NOUN_SUBJECTS
from .amounts import Relation
from .number_words import ordinal_of

EXAMPLES = {
    "two ages": (
        "Ann Lee, 46, was held. Her lawyer said that Ann Lee, aged 49, was innocent.",
        "Ann Lee, 46, was held. Her lawyer said that Ann Lee, aged 46, was innocent.",
    ),
    "age": (
        "Ann Lee, 70, runs the shop. She was 24 when she bought it, in 1995.",
        "Ann Lee, 54, runs the shop. She was 24 when she bought it, in 1995.",
    ),
}
APART = timedelta(days=300)  # between two times of birth that cannot be one, where an age is told of another day
FARTHEST = timedelta(days=40 * 366)  # beyond it the two are of two people
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_AGE = r"(?P<age>\d{1,3})"
# An age and the year in which it was reached.
_THEN = (
    re.compile(rf"\bwas (?:only |just |then )?{_AGE} (?:years old )?when [^.;]{{1,90}}?\bin {_YEAR}\b"),
    re.compile(rf"\b[Ii]n {_YEAR},? (?:when (?:he|she) was(?: aged| only| just)?|at the age of|aged|at) {_AGE}\b"),
    re.compile(rf"\b(?:at the age of|aged|at|was|turned) {_AGE},? in {_YEAR}\b"),
    re.compile(rf"\b(?:at the age of|aged|at) {_AGE}\b(?: [a-z]+){{1,8}} in {_YEAR}\b"),
    re.compile(rf"\b[Ii]n {_YEAR},? [^.;]{{1,60}}?\b(?:at the age of|aged) {_AGE}\b"),
)
_AGED = re.compile(r"\b(?:age|aged|at|was|turned)(?: of| only| just| then)? \d{1,3}\b")
_BORN = re.compile(
    rf"\b[Bb]orn\b(?:[^.;]|(?<=\b[A-Z][a-z][a-z])\.|(?<=Sept)\.){{0,60}}?\b{_YEAR}\b"
)  # "on Nov. 8, 1917"
_NOW = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*), (?:aged )?(?P<age>\d{2})(?=[,.;])|\b(?:who|he|she) is (?:now "
    r")?(?P<told>\d{2})\b(?! [a-z]*(?:per|times))"
    r"|\bAt (?P<at>1[3-9]|[2-9]\d), (?=[A-Z]|he |she )|\b(?:the|a|an) (?P<old>\d{2})-year-old\b|\bNow (?P<now>\d{2}),"
    r"|\b(?:is|are) (?:now )?(?P<is>\d{2})(?=[.,;])"
)
_DIED = re.compile(
    r"\bdied [^.;]{0,60}?\b(?:aged|at the age of|at) (?P<age>\d{2,3})\b|\bhas died,? (?:[a-z]+ )?(?:aged|"
    r"at) (?P<has>\d{2,3})\b|\b(?:dies|dead),? (?:aged|at) (?P<dies>\d{2,3})\b|(?<=[.!?”\"\n] )(?:He|She) was "
    r"(?P<was>\d{2,3})(?: years old)?(?=\.(?:\s|$))"
)
_DEATH = re.compile(r"\b(?:died|dies|dead|death|killed|passed away)\b")
_BIRTHDAY = re.compile(
    r"\b(?P<which>[a-z]+(?:-[a-z]+)?|\d{2,3}(?:st|nd|rd|th)) birthday |"
    r"\b(?:turns|will turn|turned|will be) (?P<age>\d{2,3}) (?=(?P<at>on|in|next|this|tomorrow|yesterday)\b)"
)
_KIN = re.compile(
    r"\b(?:father|mother|brother|sister|son|daughter|wife|husband|twin|grandson|granddaughter|uncle|aunt|cousin|widow|friend)\b"
)
_NAMESAKES = re.compile(
    r"\b(?:same name|namesakes?|both (?:named|called)|men named|women named|not related|no relation)\b"
)


@dataclass(frozen=True)
class Birth:
    """When a person was born at the earliest and at the latest, as one place of the text has it."""

    who: str
    first: date
    last: date
    place: tuple
    how: str  # born, life, then, now, died, birthday
    told: str


def ages(grounds):
    """Ages, years and dates of birth of one person, each against the others."""
    if not grounds.trusted or _NAMESAKES.search(grounds.text):
        return
    clashes = set()
    for one, other in combinations(_births(grounds), 2):
        if one.who != other.who or one.how == other.how == "born":
            continue
        if one.how == other.how == "now":
            if one.first != other.first and grounds.sentence_at(one.place[0]) != grounds.sentence_at(other.place[0]):
                yield _two_ages(one, other)
            continue
        gap = max(one.first, other.first) - min(one.last, other.last)
        if gap.days <= 60:
            if one.how != other.how or one.how == "then":
                yield Relation("age", (one.place, other.place), f"{one.told}, {other.told}")
        elif APART < gap < FARTHEST and one.who not in clashes and _of_one(grounds, one, other):
            clashes.add(one.who)
            yield Relation(
                "age",
                (other.place, one.place),
                f"{one.told}, {other.told}",
                "disagrees",
                "the years and the ages do not go together",
                f"{one.who} is told with “{one.told}”, which makes {_year(one)} the year of birth, and with "
                f"“{other.told}”, which makes it {_year(other)}.",
            )


def _plain(words):
    """Whether words tell one year and nobody else's age, and no death: not "in 1872 and in 1873, aged 31"."""
    return len(re.findall(r"\b\d{4}\b", words)) == 1 and not _KIN.search(words) and not _DEATH.search(words)


def _two_ages(one, other):
    """Two ages of one person, both told as of now."""
    both = f"“{one.told}” and “{other.told}”"
    problem = f"{one.who} is told with two ages: {both}."
    return Relation("two ages", (other.place, one.place), both, "disagrees", f"two ages of {one.who}", problem)


def _year(one):
    return str(one.first.year) if one.first.year == one.last.year else f"{one.first.year} or {one.last.year}"


def _of_one(grounds, one, other):
    return "life" in (one.how, other.how) or _alone(grounds, one.place, other.place)


def _years_before(day, years):
    """The same day so many years before.

    >>> _years_before(date(2004, 2, 29), 1), _years_before(date(300, 1, 1), 310)
    (datetime.date(2003, 2, 28), datetime.date(1, 1, 1))
    """
    return date(max(day.year - years, 1), day.month, min(day.day, 28) if day.month == 2 else day.day)


def _aged(who, first, last, age, place, how, told):
    """The birth of who has an age within an interval."""
    return Birth(who, _years_before(first, age + 1), _years_before(last, age), place, how, " ".join(told.split()))


def _births(grounds):
    """Everything that the text tells of when somebody was born."""
    text, now, then = grounds.text, grounds.day, set()
    for pattern in _THEN if _AGED.search(text) else ():
        for one in pattern.finditer(text):
            then.add(one.start("age"))
            if (who := _who(grounds, one.start("age"))) and _plain(one.group()):
                year, ends = int(one["year"]), sorted((*one.span("age"), *one.span("year")))
                place = ends[0], ends[-1]
                yield _aged(
                    who, date(year, 1, 1), date(year, 12, 31), int(one["age"]), place, "then", text[slice(*place)]
                )
    born, deadly = list(_BORN.finditer(text)), _DEATH.search(text)
    died = [one for one in _DIED.finditer(text) if _of_death(grounds, one)] if deadly else []
    for one in born:
        who, how = _who(grounds, one.start()), "born"
        if len(born) == 1 and died and _is_told(grounds, one):
            who, how = _dead(grounds, died[0]) or who, "life"
        if who:
            first, last = _interval(grounds, one)
            yield Birth(who, first, last, one.span(), how, one.group())
    for one in _NOW.finditer(text):
        age = next(int(value) for value in one.group("age", "told", "old", "now", "is", "at") if value)
        who = _name(grounds, one) if one["name"] else _who(grounds, one.start())
        if who and age >= 10 and one.start("age") not in then and not _of_another(grounds, one):
            yield _aged(who, now, now, age, one.span(), "now", one.group())
    for one in died:
        if who := _dead(grounds, one):
            sentence = grounds.sentences[grounds.sentence_at(one.start())]
            years = {time.year for time in grounds.times_in(sentence) if time.year and time.start > one.start()}
            year = next(iter(years), now.year)
            first, last = (now, now) if year == now.year else (date(year, 1, 1), date(year, 12, 31))
            age = next(int(value) for value in one.groups() if value)
            if len(years) <= 1:
                yield _aged(who, first - timedelta(days=31), last, age, one.span(), "died", one.group())
    yield from _birthdays(grounds)


OTHERS = ("dobj", "pobj", "dative", "poss", "conj")


def _of_another(grounds, one):
    """Whether an age is not the subject's: the 60-year-old **firm**; she met a **15-year-old**."""
    if not one["old"]:
        return False
    span = grounds.doc.char_span(one.start(), one.end(), alignment_mode="expand")
    after, noun = span[-1].i + 1, span.root
    while noun.dep_ in ("det", "amod", "compound", "nmod"):
        noun = noun.head
    return noun.dep_ in OTHERS or (after < len(grounds.doc) and grounds.doc[after].pos_ in ("NOUN", "ADJ"))


def _birthdays(grounds):
    """Births of whom a birthday is told with its day: he **turns 60** on 11 February."""
    if not re.search("birthday|turn|will be", grounds.text):
        return
    for one in _BIRTHDAY.finditer(grounds.text):
        age = int(one["age"]) if one["age"] else _ordinal(one["which"])
        sentence = grounds.sentences[grounds.sentence_at(one.start())]
        days = [time for time in grounds.times_in(sentence) if time.start >= one.end() and time.start - one.end() < 14]
        who = _who(grounds, one.start())
        if age and age > 9 and who and days and not _KIN.search(sentence.text[: one.start() - sentence.start_char]):
            first, last = days[0].first, days[0].last
            told = grounds.text[one.start() : days[0].end]
            yield Birth(who, _years_before(first, age), _years_before(last, age), one.span(), "birthday", told)


def _ordinal(word):
    found = re.match(r"\d+", word)
    return int(found.group()) if found else ordinal_of(word)


def _interval(grounds, born):
    """The first and the last day that a date of birth can mean."""
    for time in grounds.dated:
        if time.start < born.end() and born.start("year") < time.end and str(time.year) == born["year"]:
            return time.first, time.last
    return date(int(born["year"]), 1, 1), date(int(born["year"]), 12, 31)


def _of_death(grounds, one):
    """Whether an age is that of somebody who died: "She was 84." after a death is told."""
    return not one["was"] or bool(_DEATH.search(grounds.text, max(one.start() - 400, 0), one.start()))


def _dead(grounds, one):
    """Whose age at death it is."""
    sentence = grounds.sentences[grounds.sentence_at(one.start())]
    return _who(grounds, one.end() - 4 if one["was"] else one.start()) or _before(grounds, sentence, one.start())


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
            if word.pos_ == "PROPN" and name in grounds.people and not begin <= word.idx - sentence.start_char < end
        }
        if _KIN.search(sentence.text) or len(people) > 1:
            return False
    return True


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
    """The person whose name stands before an age; a surname that two have is nobody's."""
    if " " not in found["name"] and sum(name.split()[-1] == found["name"] for name in grounds.people) > 1:
        return None
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
                    head = token.head.head if token.head.dep_ == "appos" else token.head
                    names = grounds.who([token.head]) or grounds.who([head])
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
