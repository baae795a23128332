"""Anniversaries, ages and durations against the dates that they are counted from."""

import re
from itertools import pairwise

from ..language.grammar import NOUN_SUBJECTS
from ..tables import each
from .grounds import Finding, place
from .number_words import ordinal_of

_ROUND = {
    "centenary": 100,
    "centennial": 100,
    "bicentenary": 200,
    "bicentennial": 200,
    "tricentennial": 300,
    "sesquicentennial": 150,
}
ORIGINS = frozenset(
    (
        "open found establish bear begin sign build create start launch happen end liberate inaugurate complete "
        "introduce publish release erupt marry form settle sink strike burn fall set adopt take"
    ).split()
)
BEGINS = frozenset("begin start open break erupt launch".split())
ENDS = frozenset("end finish close conclude stop cease".split())
CELEBRATIONS = frozenset("ceremony celebration service parade concert festivity party gala commemoration".split())
UNPUNCTUAL = frozenset("late early belated belatedly delayed postponed".split())
ABOUT = frozenset("about around some nearly almost roughly approximately".split())
_DURATION = re.compile(r"P(\d+)([DWMY])$")
DAYS = {"D": 1, "W": 7, "M": 30.44, "Y": 365.25}
NAMES = {"D": "day", "W": "week", "M": "month", "Y": "year"}

EXAMPLES = {
    "anniversary": (
        "In 2025 it marked the 80th anniversary of the fire of 1935.",
        "In 2025 it marked the 90th anniversary of the fire of 1935.",
    ),
    "duration": ("He led it for three years, from 2003 to 2014.", "He led it for eleven years, from 2003 to 2014."),
}


def anniversary(grounds):
    """An anniversary whose number is not the distance of its years: the 80th of 1935 in 2025."""
    for token in grounds.with_lemma(("anniversary", "birthday", "jubilee", *_ROUND)):
        lemma = token.lemma_.lower()
        if lemma in _ROUND:
            number, claim = _ROUND[lemma], place(token)
        else:
            words = [word for word in token.children if ordinal_of(word)] or [
                word for word in grounds.doc[max(token.i - 2, 0) : token.i] if ordinal_of(word)
            ]
            if not words:
                continue
            number, claim = ordinal_of(words[0]), (words[0].idx, token.idx + len(token))
        if UNPUNCTUAL & {word.lower_ for word in token.sent}:
            continue  # "a year late, in 2021"
        held, origin = _years(grounds, token)
        if held and origin and held[0] - origin.year != number and held[0] > origin.year:
            yield Finding(
                "anniversary",
                claim,
                origin.place,
                f"From {origin.year} to {held[0]} it is {held[0] - origin.year} years, not {number}.",
            )


def _years(grounds, token):
    """The year in which an anniversary is kept, and the time from which it is counted."""
    sentence = token.sent
    clause = [time for time in grounds.times_in(sentence) if time.year]
    others = [word for word in sentence if word.lemma_.lower() in ("anniversary", *_ROUND) and word.i != token.i]
    if others:  # each has the years up to the next one
        stop = min((word.i for word in others if word.i > token.i), default=sentence.end)
        begin = max((word.i for word in others if word.i < token.i), default=sentence.start)
        clause = [time for time in clause if begin < time.span.start < stop]
    years = sorted({time.year for time in clause})
    if len(years) == 2:
        return (years[1],), next(time for time in clause if time.year == years[0])
    if len(years) > 2:
        return None, None
    origin = None
    about = {word.lemma_.lower() for word in token.subtree if word.pos_ in ("NOUN", "PROPN")} - {token.lemma_.lower()}
    about |= {word.lemma_.lower() for word in sentence if word.dep_ in NOUN_SUBJECTS and word.pos_ != "PRON"}
    its = any(word.dep_ == "poss" and word.pos_ == "PRON" for word in token.children)
    latest = years[0] if years else None
    for other in grounds.near(sentence):
        for time in grounds.times_in(other):
            verb = time.span.root.head.head if time.span.root.dep_ == "pobj" else time.span.root.head
            subject = [word for word in verb.children if word.dep_ in NOUN_SUBJECTS]
            same = verb.dep_ == "acl" and verb.head.lemma_.lower() in about
            same = same or any(its or word.pos_ == "PRON" or word.lemma_.lower() in about for word in subject)
            if time.year and same and verb.lemma_.lower() in ORIGINS and origin is None:
                origin = time
    if origin is not None and latest and origin.year < latest:
        return (latest,), origin
    if origin is not None and not latest and grounds.day and origin.year < grounds.day.year:
        return (grounds.day.year,), origin
    if len(clause) == 1 and origin is None and not clause[0].leaned and (kept := _kept(grounds, sentence, clause[0])):
        return (kept,), clause[0]
    if len(clause) == 1 and clause[0].start > token.idx and grounds.day and clause[0].year < grounds.day.year - 1:
        ahead = any(word.lower_ in ("will", "next", "upcoming") for word in sentence)
        if not ahead and not clause[0].leaned and origin is None and _held_now(grounds, sentence):
            return (grounds.day.year,), clause[0]
    return None, None


def _kept(grounds, sentence, origin):
    """The year of the celebration, told beside it: 60th anniversary of … of 1953. The **ceremony in 2023** …"""
    for other in grounds.near(sentence, 1):
        for time in grounds.times_in(other):
            words = [time.span.root, time.span.root.head, time.span.root.head.head]
            if time.year and time.year > origin.year and any(word.lemma_.lower() in CELEBRATIONS for word in words):
                return time.year
    return None


def _held_now(grounds, sentence):
    """Whether a sentence is not told of another year: none near it names one but the reference's."""
    return all(
        not time.year or time.year == grounds.day.year
        for other in grounds.near(sentence, 1)
        for time in grounds.times_in(other)
        if time.start < sentence.start_char
    )


def duration(grounds):
    """A duration that is not the distance of the dates beside it: nine years, from 2010 to 2014."""
    for row in each(grounds.times, "start end text type value"):
        value = row.type == "DURATION" and _DURATION.match(row.value or "")
        if not value:
            continue
        span = grounds.doc.char_span(row.start, row.end, alignment_mode="expand")
        if span is None or grounds.doc[max(span.start - 1, 0)].lower_ in ("aged", "ages"):
            continue
        number, unit = int(value.group(1)), value.group(2)
        ends = _ends(grounds, span)
        if ends is None:
            continue
        first, last = ends
        if last.last < first.first:
            continue  # a weekday that was read as one of another week
        low, high = _distance(first, last, unit)
        words = set(row.text.lower().split()) | {
            word.lower_ for word in grounds.doc[max(span.start - 2, 0) : span.start]
        }
        slack = max(1, 0.15 * number) if words & ABOUT else 0
        least = low - slack if not words & {"less", "under"} else None
        most = high + slack if not words & {"more", "over", "least"} else None
        if (most is not None and number > most) or (least is not None and number < least):
            place = (first.start, last.end) if first.start < last.end else first.place
            problem = f"From {first.text} to {last.text} it is {_amount(low, high, unit)}, not {row.text}."
            yield Finding("duration", (int(row.start), int(row.end)), place, problem)


def _distance(first, last, unit):
    """Least and most units between two times, as news counts them."""
    if unit == "Y":
        return last.last.year - first.first.year - 1 + (first.year is not None), last.last.year - first.first.year + 1
    days = (last.last - first.first).days
    least = (last.first - first.last).days
    if unit == "D":
        return min(least, days), days + 1
    return int(least / DAYS[unit]) - 1, int(days / DAYS[unit]) + 1


def _amount(low, high, unit):
    number = low if unit in "YD" else (low + high) // 2
    return f"{number:,} {NAMES[unit]}{'s' if number != 1 else ''}"


def _ends(grounds, span):
    """The two dates that a duration lies between, if the text names them."""
    times = grounds.times_in(span.root.sent)
    for first, last in pairwise(times):
        before, between = grounds.text[max(first.start - 9, 0) : first.start], grounds.text[first.end : last.start]
        word = before.lower().split()[-1:] or [""]
        if (word[0], between.strip().lower()) in (("from", "to"), ("from", "until"), ("between", "and")):
            return (first, last) if _of_it(span, first) else None
    if any(child.dep_ == "poss" and child.pos_ == "PRON" for child in span.root.children):
        return _told_before(grounds, span)  # "her twelve years as director"
    head = span.root.head if span.root.head.pos_ in ("NOUN", "PROPN") else span.root
    below = [
        noun for prep in span.root.children if prep.dep_ == "prep" for noun in prep.children if noun.dep_ == "pobj"
    ]
    if len(below) == 1 and below[0].pos_ == "NOUN":  # "three weeks on strike"
        head = below[0]
    if head.pos_ == "NOUN" and (number := grounds.place_of[span.root.sent.start]):  # "the six-year siege"
        before = grounds.sentences[number - 1].root
        if any(child.lemma_ == head.lemma_ for child in before.children if child.dep_ in NOUN_SUBJECTS):
            if told := _told_before(grounds, span):
                return told
    if head.i == span.root.i and span.root.dep_ != "dobj":
        return None
    for sentence in (span.root.sent, *grounds.near(span.root.sent, 1)):
        begin = end = None
        for time in grounds.times_in(sentence):
            verb = time.span.root.head.head if time.span.root.dep_ == "pobj" else time.span.root.head
            if head.pos_ in ("NOUN", "PROPN") and verb.pos_ == "VERB" and _subject(verb) != head.lemma_.lower():
                continue
            if verb.lemma_.lower() in BEGINS:
                begin = time
            elif verb.lemma_.lower() in ENDS:
                end = time
        if begin and end and begin.first <= end.first:
            return begin, end
    return None


def _told_before(grounds, span):
    """The dates that the sentence before gives to what somebody did: **from 2001 to 2009**."""
    number = grounds.place_of[span.root.sent.start]
    if not number:
        return None
    times = grounds.times_in(grounds.sentences[number - 1])
    if len(times) != 2 or times[0].leaned or times[1].leaned:
        return None
    first, last = times
    word = (grounds.text[max(first.start - 9, 0) : first.start].lower().split() or [""])[-1]
    between = grounds.text[first.end : last.start].strip().lower()
    return (first, last) if (word, between) in (("from", "to"), ("from", "until"), ("between", "and")) else None


def _of_it(span, time):
    """Whether a span of dates belongs to the duration's clause: no other clause begins between them."""
    low, high = sorted((span.start, time.span.start))
    return not any(word.dep_ in ("conj", "advcl", "relcl") and word.pos_ == "VERB" for word in span.doc[low:high])


def _subject(verb):
    """The lemma of a verb's subject, through "and ended"."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in NOUN_SUBJECTS:
                return child.lemma_.lower()
        if verb.dep_ != "conj":
            return None
        verb = verb.head
    return None
