"""Expressions of time: each rule a row with its form, its meaning and an example.

Values are TIMEX3 (TimeML annotation guidelines 1.2.1; Pustejovsky et al. 2003; the forms of
value follow ISO 8601).
"""

import re
from dataclasses import dataclass

from . import meaning

MONTHS = ("january february march april may june july august september october november december").split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen twenty"
        ).split()
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "couple": 2, "dozen": 12}

PARTS = {
    "month": r"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "year": r"(?:1[0-9]\d\d|20\d\d)",
    "weekday": r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    "number": r"(?:\d{1,4}(?:\.\d)?|a couple of|a few|several|a|an|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty)",
    "unit": r"(?:second|minute|hour|day|week|month|quarter|year|decade|century|centurie)",
    "season": r"(?:spring|summer|autumn|fall|winter)",
    "modifier": r"(?:early|mid|late)[ -](?:in )?",
}


@dataclass(frozen=True)
class Rule:
    """How an expression is written and what it means."""

    name: str
    pattern: re.Pattern
    meaning: object
    example: str
    value: str  # of the example, for an article published on Thursday, 2025-05-08


def _rule(name, form, means, example, value, flags=0):
    form = re.sub(r"(?<!\?P)<(\w+)>", lambda part: PARTS[part.group(1)], form)
    return Rule(name, re.compile(rf"(?<![\w$€£-]){form}(?![\w%])", flags), means, example, value)


_I = re.IGNORECASE
RULES = [
    _rule("full date", r"(?:<weekday>,? )?(?P<month><month>) (?P<day><day>),? (?P<year><year>)", meaning.date,
          "It opened on May 8, 2025.", "2025-05-08"),
    _rule("full date", r"(?:<weekday>,? )?(?P<day><day>)(?: of)? (?P<month><month>),? (?P<year><year>)", meaning.date,
          "It opened on 8 May 2025.", "2025-05-08"),
    _rule("ISO date", r"(?P<year><year>)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])", meaning.date,
          "It opened on 2025-05-08.", "2025-05-08"),
    _rule("numeric date", r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year><year>)", meaning.numeric,
          "It opened on 13/5/2025.", "2025-05-13"),
    _rule("month and year", r"(?P<modifier><modifier>)?(?P<month><month>)(?: of|,)? (?P<year><year>)", meaning.date,
          "It opened in October 2024.", "2024-10"),
    _rule("day of month", r"(?:<weekday>,? )?(?P<month><month>) (?P<day><day>)", meaning.date,
          "It opens on May 12.", "2025-05-12"),
    _rule("day of month", r"(?:<weekday>,? )?(?:the )?(?P<day><day>)(?: of)? (?P<month><month>)", meaning.date,
          "It opens on 12 May.", "2025-05-12"),
    _rule("season", r"(?:(?P<shift>last|this|next) |(?:the )?)(?P<modifier><modifier>)?(?P<season><season>)"
          r"(?: of|,)? (?P<year><year>)", meaning.season, "It opened in the summer of 2019.", "2019-SU", _I),
    _rule("season", r"(?P<shift>last|this|next) (?P<season><season>)", meaning.season,
          "It opened last winter.", "2024-WI", _I),
    _rule("quarter", r"(?:the )?(?P<quarter>first|second|third|fourth) quarter of (?P<year><year>)", meaning.quarter,
          "Sales fell in the third quarter of 2019.", "2019-Q3", _I),
    _rule("decade", r"(?:the )?(?P<modifier><modifier>)?(?P<year>1[5-9]\d0|20[0-4]0)s", meaning.decade,
          "It opened in the 1990s.", "199", _I),
    _rule("century", r"(?:the )?(?P<modifier><modifier>)?(?P<number>\d\d?)(?:st|nd|rd|th)[ -]century", meaning.century,
          "It dates from the 19th century.", "18", _I),
    _rule("shifted month", r"(?P<shift>last|this|next) (?P<month><month>)", meaning.date,
          "It opened last March.", "2025-03"),
    _rule("month", r"(?P<modifier><modifier>)?(?P<month>January|February|April|June|July|August|September|October|"
          r"November|December|(?<=in )May|(?<=in )March|(?<=since )May|(?<=since )March)", meaning.date,
          "It opened in October.", "2024-10"),
    _rule("shifted weekday", r"(?P<shift>last|this|next) (?P<weekday><weekday>)", meaning.weekday,
          "It opens next Friday.", "2025-05-16"),
    _rule("set", r"(?:every|each) (?P<unit>second|minute|hour|day|week|month|quarter|year|decade)", meaning.every,
          "It opens every year.", "P1Y", _I),
    _rule("set", r"(?:every|each) (?P<weekday><weekday>)", meaning.every, "It opens every Tuesday.", "XXXX-WXX-2", _I),
    _rule("set", r"(?P<adverb>hourly|daily|weekly|monthly|quarterly|annually|yearly)", meaning.every,
          "It is checked annually.", "P1Y", _I),
    _rule("weekday", r"(?P<weekday><weekday>)", meaning.weekday, "It opened on Monday.", "2025-05-05"),
    _rule("shifted unit", r"(?:the )?(?P<shift>last|past|previous|this|next|coming) "
          r"(?P<unit>week|weekend|month|quarter|year|decade|century)", meaning.shifted,
          "It opens next year.", "2026", _I),
    _rule("ago", r"(?:about |some |nearly |almost |more than |over )?(?P<number><number>) (?P<unit><unit>)s? "
          r"(?P<way>ago|earlier|before|later|from now)", meaning.offset, "It opened two weeks ago.", "2025-W17", _I),
    _rule("day word", r"(?P<word>today|tonight|yesterday|tomorrow)", meaning.day_word,
          "It opened yesterday.", "2025-05-07", _I),
    _rule("vague", r"(?P<word>now|currently|at present|recently|lately|previously|formerly|soon|in the future|"
          r"in the past|in (?:the )?(?:coming|recent|past) (?:days|weeks|months|years|decades))", meaning.vague,
          "It opened recently.", "PAST_REF", _I),
    _rule("clock", r"(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\b\.?)", meaning.clock,
          "It opened at 3:30 p.m.", "2025-05-08T15:30", _I),
    _rule("clock", r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?= (?:GMT|UTC|local|ET|EST|CET|BST|hours)|[ ,.;)])",
          meaning.clock, "It opened at 15:30 GMT.", "2025-05-08T15:30"),
    _rule("duration", r"(?:(?:about|some|nearly|almost|more than|over|at least|up to|less than) )?"
          r"(?P<number><number>)[ -](?P<unit><unit>)s?", meaning.duration, "It lasted more than two years.", "P2Y", _I),
    _rule("vague duration", r"(?P<unit>hour|day|week|month|year|decade|centurie)s(?:-long)?", meaning.duration,
          "It lasted for decades.", "PXDE", _I),
    _rule("vague duration", r"(?P<unit>hour|day|week|month|year|decade|century)(?P<one>)-?long", meaning.duration,
          "A decade-long dispute ended.", "P1DE", _I),
    _rule("year", r"(?P<modifier><modifier>)?(?P<year><year>)", meaning.year, "It opened in 1945.", "1945"),
]  # fmt: skip

# A bare number is a year only in such company.
BEFORE_YEAR = frozenset((
    "in since by until till from of to during through before after early late mid around and circa for "
    "between"
).split())  # fmt: skip
# Words that look like times and are none without company: rule name -> what must stand before.
NEEDS = {"vague duration": frozenset("for over in of after within through many few recent past coming".split())}
