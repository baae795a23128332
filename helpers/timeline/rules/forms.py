"""What the rules are made of: the parts of an expression of time, and a rule."""

import re
from dataclasses import dataclass

from ...language.grammar import ONES, TEENS, TENS
from ..names import FILES

_ONES = "|".join(word for word, number in ONES.items() if number)
_TEENS, _TENS = "|".join(TEENS), "|".join(TENS)
_CLOCK = f"{'|'.join(word for word in ONES if ONES[word])}|ten|eleven|twelve|1[0-2]|[1-9]"
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d)?|(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}|{_ONES})"

PARTS = {
    "month": r"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)",
    "long month": r"(?:January|February|March|April|May|June|July|August|September|October|November|December)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "year": r"(?:1[0-9]\d\d|20\d\d)",
    "nth day": r"(?:thirty-first|thirtieth|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|"
    r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth)",
    "weekday": r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|"
    r"(?:Mon|Tues?|Wed|Thurs?|Fri)\.)",
    "number": rf"(?:a couple of|a couple|(?:a|the) few|several|hundreds of|thousands of|dozens of|a (?:dozen|hundred|"
    rf"thousand)|(?:half )?an?(?: single)?|\d{{0,2}}[½¼¾]|\d{{1,2}}[ -][13]/[24]|"
    rf"{_NUMBER}(?:-and-a-half| (?:hundred|thousand|million|and a half))?)",
    "plain number": _NUMBER,
    "more": r"(?:(?:more|additional|full|whole|consecutive|straight|trading|business|working|calendar)[ -])",
    "about": r"(?:(?:about|around|some|nearly|almost|no more than|more than|at least|less than|up to|as long as|"
    r"roughly|approximately|just over|just under) )",
    "unit": r"(?:second|minute|hour|day|night|fortnight|week|weekend|month|quarter|year|decade|century|centurie|"
    r"millennium|millennia)",
    "season": r"(?:spring|summer|autumn|fall|winter)",
    "modifier": r"(?:(?:early|mid|late)[ -](?:in )?)",
    "near": r"(?:(?:about|around|just (?:after|before)|shortly (?:after|before)) )",
    "edge": r"(?:(?:earlier|later|early|late) )",
    "part": r"(?:morning|afternoon|evening|night)",
    "zone": r"(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|MSK|Z|local time|"
    r"(?:Eastern|Central|Pacific|Moscow|London|Beijing) time)",
    "clock": r"(?:(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap](?:\.m\b\.?|m\b))|"
    r"(?P<hour2>[01]?\d|2[0-3]):(?P<minute2>[0-5]\d)|(?P<named>noon|midnight|midday))(?: (?P<zone><zone>)(?!\w))?",
    "a clock": r"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)? ?[ap](?:\.m\b\.?|m\b)|(?:[01]?\d|2[0-3]):[0-5]\d|noon|midnight|"
    r"midday)",
    "spoken": rf"(?:(?P<spoken>half|(?:a )?quarter|five|ten|twenty|twenty-five)(?: minutes)? "
    rf"(?P<side>past|to|after|before) "
    rf"(?P<clock>{_CLOCK}))",
    "clock word": rf"(?:{_CLOCK})",
    "spelled": rf"(?:nineteen[ -](?:{_TENS})(?:[ -](?:{_ONES}))?|two thousand(?: (?:and )?(?:{_ONES}|{_TEENS}))?|"
    rf"twenty[ -](?:{_TEENS}|twenty(?:[ -](?:{_ONES}))?))",
    "ordinal": r"(?:first|second|third|fourth)",
    "century": r"(?:\d\d?(?:st|nd|rd|th)|(?:twenty-)?first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)",
    "bc": r"(?:BCE?|B\.C\.(?:E\.)?)",
    "shift": r"(?:last|past|previous|this|next|coming)",
}


@dataclass(frozen=True)
class Rule:
    """How an expression is written and what it means.

    The expression is the whole match, or its group `x` where a rule has one: the words around it
    are then what it needs to be a time.
    """

    name: str
    pattern: re.Pattern
    meaning: object
    example: str
    value: str  # of the example's expression, for an article published on Thursday, 2025-05-08


def rule(name, form, means, example, value, flags=0):
    """A rule whose form may name PARTS in angle brackets; no expression begins inside a word."""
    while (filled := re.sub(r"(?<!\?P)<([a-z ]+)>", lambda part: PARTS[part.group(1)], form)) != form:
        form = filled
    return Rule(
        name, re.compile(rf"(?<![\w$€£/-])(?:{form})(?![\w%])(?![.,]\d)(?!{FILES})", flags), means, example, value
    )


ANY_CASE = re.IGNORECASE
