"""Rules for times that lean on the day of publication or on a time told before."""

from .. import meaning
from .forms import ANY_CASE, rule

RULES = [
    rule("clock and day", r"<clock>,?(?: on)? (?:(?P<shift>last|this|next) )?(?P<weekday><weekday>)",
         meaning.clock_on_day, "It opened at 10 p.m. Wednesday.", "2025-05-07T22:00", ANY_CASE),
    rule("clock and day", r"<clock>,? (?P<word>today|yesterday|tomorrow)", meaning.clock_on_day,
         "It opened at 10 p.m. yesterday.", "2025-05-07T22:00", ANY_CASE),
    rule("clock and date", r"<clock>,?(?: on)? (?P<month><month>) (?P<day><day>)(?:,? (?P<year><year>))?",
         meaning.clock_on_day, "It closes at 5 p.m. EST, May 12.", "2025-05-12T17:00-05:00", ANY_CASE),
    rule("clock and date", r"<clock>,?(?: on)? (?P<day><day>) (?P<month><month>)(?:,? (?P<year><year>))?",
         meaning.clock_on_day, "It closes at 17:00 GMT on 12 May.", "2025-05-12T17:00Z", ANY_CASE),
    rule("named hour", r"(?P<named>noon|midnight|midday)(?: (?P<zone><zone>)(?!\w))?", meaning.clock_on_day,
         "It opened at noon.", "2025-05-08T12:00", ANY_CASE),
    rule("clock", r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\b\.?)"
         r"(?: (?P<zone><zone>)(?!\w))?", meaning.clock, "It opened at 3:30 p.m.", "2025-05-08T15:30", ANY_CASE),
    rule("clock", r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?: (?P<zone><zone>)(?!\w)|(?= hours|[ ,.;)]))",
         meaning.clock, "It opened at 15:30 GMT.", "2025-05-08T15:30Z"),
    rule("o'clock", r"(?P<clock><plain number>) o[’']clock(?: in the (?P<part><part>))?", meaning.clock,
         "It opened at three o'clock in the afternoon.", "2025-05-08T15:00", ANY_CASE),
    rule("shifted weekday", r"<edge>?(?P<shift>last|this|next|this past|this coming) (?P<weekday><weekday>)"
         r"(?: (?P<part><part>))?", meaning.weekday, "It opens next Friday.", "2025-05-16", ANY_CASE),
    rule("that weekday", r"that (?P<weekday><weekday>)(?: (?P<part><part>))?(?P<same>)", meaning.same_weekday,
         "It opened on May 6, 2024, and that Friday it closed.", "2024-05-10"),
    rule("weekday", r"<edge>?(?P<weekday><weekday>)(?: (?P<part><part>))?",
         meaning.weekday, "It opened on Monday.", "2025-05-05"),
    rule("day word", r"(?:<edge>|mid-|(?P<part2>mid-<part>) )?(?P<word>today|tonight|yesterday|tomorrow)"
         r"(?: (?P<part><part>))?", meaning.day_word, "It opened yesterday.", "2025-05-07", ANY_CASE),
    rule("part of today", r"<edge>?(?P<word>this) (?P<part><part>)", meaning.day_word,
         "It opened this morning.", "2025-05-08TMO", ANY_CASE),
    rule("last night", r"<edge>?(?P<word>last) (?P<part>night)", meaning.day_word, "It opened last night.",
         "2025-05-07TNI", ANY_CASE),
    rule("year before", r"(?:the )?year-(?:ago|earlier) (?:<ordinal>[ -])?(?:quarter|period)|year-(?:ago|earlier)",
         meaning.year_before, "It lost more than in the year-ago period.", "2024", ANY_CASE),
    rule("period of a year", r"(?:the )?(?:same|corresponding|comparable|latest|<ordinal>) (?:<ordinal>[ -])?"
         r"(?P<which>quarter|period|months?) (?:of |in )?(?:(?P<shift>last|this|next) year|a year (?:ago|earlier)|the "
         r"previous year|(?P<year><year>))", meaning.period_of_year,
         "It lost more than in the same period last year.", "2024", ANY_CASE),
    rule("running quarter", r"(?:the )?(?P<which>latest|current|same|corresponding|year-earlier) (?:quarter|period)",
         meaning.running_quarter, "Profit rose in the latest quarter.", "2025-Q1", ANY_CASE),
    rule("the quarter", r"the quarter(?P<which>)", meaning.running_quarter, "Profit rose in the quarter.",
         "2025-Q1", ANY_CASE),
    rule("the year", r"(?<=for )(?:the|the full) year|the (?:current )?(?:full|fiscal) year|<edge>in the year|"
         r"(?:the )?year(?:[’']s)?[ -]end", meaning.this_year, "It opened earlier in the year.", "2025", ANY_CASE),
    rule("the weekend", r"the (?P<unit>weekend)", meaning.last_weekend, "It opened over the weekend.",
         "2025-W18-WE", ANY_CASE),
    rule("shifted unit", r"(?:<edge>|early in |late in )?(?:the )?(?P<shift><shift>) "
         r"(?P<unit>week|weekend|month|quarter|year|decade|century)(?:(?:'s|’s) end)?", meaning.shifted,
         "It opens next year.", "2026", ANY_CASE),
    rule("end of unit", r"(?:the )?(?:end|beginning|start|middle) of (?:(?:the )?(?P<shift><shift>) "
         r"(?P<unit>week|month|quarter|year|decade|century))", meaning.shifted,
         "It opens at the end of this week.", "2025-W19", ANY_CASE),
    rule("end of the unit", r"(?:the )?(?:end|beginning|start|middle) of the (?P<unit>week|month|year|decade|century)",
         meaning.shifted, "It opens by the end of the month.", "2025-05", ANY_CASE),
    rule("that year", r"(?:<edge>)?(?:that|the same) (?P<unit>day|week|month|year|decade|century)", meaning.same_unit,
         "It opened in 2019 and closed that year.", "2019", ANY_CASE),
    rule("that part", r"that (?P<unit>night|morning|afternoon|evening)", meaning.same_unit,
         "It opened on May 6, 2025, and burned that night.", "2025-05-06TNI", ANY_CASE),
    rule("following unit", r"the (?P<way>following|next|previous|preceding) "
         r"(?P<unit>day|week|month|year|decade|century|<part>)", meaning.following,
         "It opened in 2019 and closed the following year.", "2020", ANY_CASE),
    rule("unit before", r"the (?P<unit>day|night|week|month|year|decade) (?P<way>before|after)(?= ?[.,;:)”\"]|$)",
         meaning.following, "It opened in 2019 and was built the year before.", "2018", ANY_CASE),
    rule("later", r"<about>?(?P<number><number>) (?P<unit><unit>)s? (?P<way>later|afterwards?|after that|before that)",
         meaning.following, "It opened in 2019 and closed two years later.", "2021", ANY_CASE),
    rule("ago", r"<about>?(?P<number><number>) (?P<unit><unit>)s? (?P<way>ago|earlier|from now|hence)",
         meaning.offset, "It opened two weeks ago.", "2025-W17", ANY_CASE),
    rule("in a while", r"(?<=\bin )<about>?(?P<number><number>) (?P<unit><unit>)s?(?P<way>)(?:[’']s?)?(?: time)?",
         meaning.offset, "It will open in two weeks.", "2025-W21", ANY_CASE),
    rule("vague", r"(?P<word>(?:right )?now|currently|nowadays|these days|at present|at the moment|"
         r"(?:more )?recently|lately|(?<!as )(?<!so )soon(?! as| after)|(?:the )?(?:near|foreseeable) future|"
         r"the future|the (?:recent )?past|someday|a later date)", meaning.vague,
         "It opened recently.", "PAST_REF", ANY_CASE),
    rule("vague units", r"(?:(?:the|these) )?(?P<which>coming|recent|past) (?P<unit>day|week|month|year|decade)s",
         meaning.vague_units, "It will grow in the coming months.", "FUTURE_REF", ANY_CASE),
]  # fmt: skip
