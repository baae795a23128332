"""Expressions of time: each rule a row with its form, its meaning and an example.

Values are TIMEX3 (TimeML annotation guidelines 1.2.1; Pustejovsky et al. 2003; the forms of
value follow ISO 8601).
"""

import re
from dataclasses import dataclass

from . import meaning

MONTHS = ("january february march april may june july august september october november december").split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
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
    "edge": r"(?:earlier|later|early|late) ",
    "part": r"(?:morning|afternoon|evening|night)",
    "zone": r"(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|local time)",
    "spelled": r"nineteen[ -](?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|"
    r"five|six|seven|eight|nine))?)",
    "ordinal": r"(?:first|second|third|fourth)",
    "feast": r"(?:Thanksgiving(?: Day)?|Christmas(?: Day| Eve)?|New Year's (?:Day|Eve)|New Year’s (?:Day|Eve)|"
    r"Independence Day|Labor Day|Memorial Day|Veterans Day|Election Day|Easter(?: Sunday)?|Good Friday|"
    r"Valentine's Day|Valentine’s Day|Victory Day|May Day|Halloween)",
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
          r"November|December|May|March)", meaning.date,
          "It opened in October.", "2024-10"),
    _rule("clock and day", r"(?:(?P<hour>[01]?\d)(?::(?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\b\.?)|(?P<named>noon|"
          r"midnight|midday))(?: <zone>)?,?(?: on)? (?:(?P<shift>last|this|next) )?(?P<weekday><weekday>)",
          meaning.clock_on_day, "It opened at 10 p.m. Wednesday.", "2025-05-07T22:00", _I),
    _rule("clock and date", r"(?:(?P<hour>[01]?\d)(?::(?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\b\.?)|(?P<named>noon|"
          r"midnight|midday))(?: <zone>)?,?(?: on)? (?P<month><month>) (?P<day><day>)(?:,? (?P<year><year>))?",
          meaning.clock_on_day, "It closes at 5 p.m. EST, May 12.", "2025-05-12T17:00", _I),
    _rule("named hour", r"(?P<named>noon|midnight|midday)", meaning.clock_on_day, "It opened at noon.",
          "2025-05-08T12:00", _I),
    _rule("shifted weekday", r"(?:<edge>)?(?P<shift>last|this|next) (?P<weekday><weekday>)(?: (?P<part><part>))?",
          meaning.weekday, "It opens next Friday.", "2025-05-16", _I),
    _rule("feast", r"(?:(?P<shift>last|this|next) )?(?P<feast><feast>)(?:,? (?P<year><year>))?", meaning.feast,
          "It opened on Christmas Day.", "2024-12-25"),
    _rule("set", r"(?:every|each) (?P<unit>second|minute|hour|day|week|month|quarter|year|decade)", meaning.every,
          "It opens every year.", "P1Y", _I),
    _rule("set", r"(?:every|each) (?P<month><month>)", meaning.every, "They march each July.", "XXXX-07"),
    _rule("set", r"(?:every|each) (?P<weekday><weekday>)", meaning.every, "It opens every Tuesday.", "XXXX-WXX-2", _I),
    _rule("set", r"(?P<adverb>hourly|daily|weekly|monthly|annually|yearly)", meaning.every,
          "It is checked annually.", "P1Y", _I),
    _rule("weekday", r"(?P<weekday><weekday>)(?: (?P<part><part>))?",
          meaning.weekday, "It opened on Monday.", "2025-05-05"),
    _rule("shifted quarter", r"(?:the )?(?:(?P<shift>last|this|next) year(?:'s|’s) (?P<quarter><ordinal>)[ -]quarter|"
          r"(?P<quarter2><ordinal>) quarter of (?:the )?(?P<shift2>last|this|next) year)", meaning.quarter,
          "It may open next year's first quarter.", "2026-Q1", _I),
    _rule("year and quarter", r"(?:the )?(?P<year><year>)(?:'s|’s)? (?P<quarter><ordinal>)[ -]quarter",
          meaning.quarter, "It paid the 1988 second quarter.", "1988-Q2", _I),
    _rule("year before", r"(?:the year-(?:ago|earlier) (?:<ordinal>[ -])?(?:quarter|period)|year-(?:ago|earlier))",
          meaning.year_before, "It lost more than in the year-ago period.", "2024", _I),
    _rule("bare quarter", r"(?:(?:the |its )?(?:fiscal[ -])?(?P<quarter><ordinal>) quarter|"
          r"(?:fiscal[ -])?(?P<quarter2><ordinal>)-quarter)", meaning.quarter,
          "Profit fell in the third quarter.", "2024-Q3", _I),
    _rule("running quarter", r"(?:the )?(?P<which>latest|current|same|corresponding|year-earlier) (?:quarter|period)",
          meaning.running_quarter, "Profit rose in the latest quarter.", "2025-Q1", _I),
    _rule("the quarter", r"the quarter(?P<which>)", meaning.running_quarter, "Profit rose in the quarter.",
          "2025-Q1", _I),
    _rule("fiscal year", r"(?:the )?fiscal (?:year )?(?P<year><year>)", meaning.year, "It paid in fiscal 1989.",
          "1989", _I),
    _rule("year's period", r"the (?P<year><year>) (?:period|quarter|year)", meaning.year, "It paid in the 1988 period.",
          "1988", _I),
    _rule("the year", r"(?<=for )(?:the|the full) year|the (?:current )?(?:full|fiscal) year",
          meaning.this_year, "It earned more for the year.", "2025", _I),
    _rule("the weekend", r"the (?P<unit>weekend)", meaning.last_weekend, "It opened over the weekend.",
          "2025-W18-WE", _I),
    _rule("several units", r"(?:the )?(?:<edge>)?(?:last|past|previous|next|coming|first|latest) (?:about )?"
          r"(?P<number>(?:\d{1,3}(?:,\d{3})?|few|several|couple of|two|three|four|five|six|seven|eight|nine|ten|eleven|"
          r"twelve|fifteen|twenty|thirty|twenty[ -]four|forty[ -]eight)(?: (?:or|to) (?:\d{1,3}|two|three|four|five|"
          r"six|seven|eight|nine|ten))?(?: fiscal)?) (?P<unit><unit>)s(?: or so)?", meaning.duration,
          "It grew over the past three months.", "P3M", _I),
    _rule("shifted unit", r"(?:<edge>|early in |late in )?(?:the )?(?P<shift>last|past|previous|this|next|coming) "
          r"(?P<unit>week|weekend|month|quarter|year|decade|century)(?:(?:'s|’s) end)?", meaning.shifted,
          "It opens next year.", "2026", _I),
    _rule("end of unit", r"(?:the )?(?:end|beginning|start|middle) of (?:(?:the )?(?P<shift>last|past|previous|this|"
          r"next|coming) (?P<unit>week|month|quarter|year|decade|century))", meaning.shifted,
          "It opens at the end of this week.", "2025-W19", _I),
    _rule("end of the unit", r"(?:the )?(?:end|beginning|start|middle) of the (?P<unit>week|month|year|decade|century)",
          meaning.shifted, "It opens by the end of the month.", "2025-05", _I),
    _rule("end of year", r"(?:the )?(?:end|beginning|start|middle) of (?P<year><year>)", meaning.year,
          "It opens at the end of 1994.", "1994", _I),
    _rule("end of month", r"(?:the )?(?:end|beginning|start|middle) of (?P<month><month>)(?:,? (?P<year><year>))?",
          meaning.date, "It opened at the end of October.", "2024-10"),
    _rule("that year", r"(?:(?:earlier|later) )?that (?P<unit>week|month|year|decade|century)", meaning.same_unit,
          "It opened that year.", "XXXX", _I),
    _rule("spelled year", r"(?:(?P<month><month>),? )?(?P<spelled><spelled>)", meaning.spelled_year,
          "It opened in nineteen ninety-six.", "1996", _I),
    _rule("spelled decade", r"the (?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)",
          meaning.spelled_decade, "It opened in the nineties.", "199", _I),
    _rule("ago", r"(?:(?:about|some|nearly|almost|more than|over|just) )?(?P<number><number>) (?P<unit><unit>)s? "
          r"(?P<way>ago|earlier|from now)", meaning.offset, "It opened two weeks ago.", "2025-W17", _I),
    _rule("day word", r"(?:<edge>|mid-)?(?P<word>today|tonight|yesterday|tomorrow)(?: (?P<part><part>))?",
          meaning.day_word, "It opened yesterday.", "2025-05-07", _I),
    _rule("part of today", r"(?:<edge>)?(?P<word>this) (?P<part><part>)", meaning.day_word,
          "It opened this morning.", "2025-05-08TMO", _I),
    _rule("vague", r"(?P<word>(?:right )?now|currently|these days|at present|(?:more )?recently|lately|"
          r"(?<!as )(?<!so )soon(?! as)|the (?:near |foreseeable )?future|the (?:recent )?past)", meaning.vague,
          "It opened recently.", "PAST_REF", _I),
    _rule("vague units", r"(?:(?:the|these) )?(?P<which>coming|recent|past) (?P<unit>day|week|month|year|decade)s",
          meaning.duration, "It grew in recent years.", "PXY", _I),
    _rule("clock", r"(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\b\.?)", meaning.clock,
          "It opened at 3:30 p.m.", "2025-05-08T15:30", _I),
    _rule("clock", r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?= (?:GMT|UTC|local|ET|EST|CET|BST|hours)|[ ,.;)])",
          meaning.clock, "It opened at 15:30 GMT.", "2025-05-08T15:30"),
    _rule("duration", r"(?:(?:nearly|no more than|more than|at least|less than|up to|as long as) )?"
          r"(?P<number><number>)(?: to <number>| or <number>)?(?: more)?[ -](?P<unit><unit>)s?"
          r"(?: or (?P<open>two|so))?(?![ -]old)", meaning.duration,
          "It lasted more than two years.", "P2Y", _I),
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
