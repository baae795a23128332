"""Rules for weekdays, and days called by where they lie from today."""

from .. import meaning
from .forms import ANY_CASE, rule

RULES = [
    rule(
        "weekday of a week",
        r"(?P<weekday><weekday>)(?: (?P<part><part>))?,? (?:of )?(?P<shift>last|this|next) week(?! ?end)",
        meaning.weekday_of_week,
        "It opens on Friday of next week.",
        "2025-05-16",
        ANY_CASE,
    ),
    rule(
        "weekday of a week",
        r"(?P<shift>last|this|next) week,? (?:on )?(?P<x>(?P<weekday><weekday>)(?: (?P<part><part>))?)",
        meaning.weekday_of_week,
        "Next week, on Thursday, it opens.",
        "2025-05-15",
        ANY_CASE,
    ),
    rule(
        "nth weekday",
        r"(?:the )?(?P<nth>first|second|third|fourth|fifth|last|final) (?P<weekday><weekday>) (?:of|in) "
        r"(?:(?P<month><month>)(?:,? (?P<year><year>))?|(?P<shift>this|next|last|that|the same) month)",
        meaning.nth_weekday,
        "It opens on the first Sunday of July.",
        "2025-07-06",
        ANY_CASE,
    ),
    rule(
        "nth week",
        r"(?:the )?(?P<nth>first|second|third|fourth|last|final) (?P<unit>week|weekend) (?:of|in) "
        r"(?:(?P<month><month>)(?:,? (?P<year><year>))?|(?P<shift>this|next|last|that|the same) month)",
        meaning.nth_week,
        "It froze in the last week of January.",
        "2025-W05",
        ANY_CASE,
    ),
    rule(
        "nth week",
        r"(?:the )?(?P<nth>first|last) (?P<unit>day) of (?:(?P<month><month>)(?:,? (?P<year><year>))?|"
        r"(?P<shift>this|next|last|that|the same) month)",
        meaning.nth_week,
        "It froze on the last day of January.",
        "2025-01-31",
        ANY_CASE,
    ),
    rule(
        "beside today",
        r"the (?P<unit>day|morning|evening|night) (?P<way>before|after) (?P<word>yesterday|today|tomorrow)",
        meaning.beside,
        "It opened the day before yesterday.",
        "2025-05-06",
        ANY_CASE,
    ),
    rule(
        "next but one",
        r"the (?P<unit>week|weekend|month|year|night) (?P<which>before last|after next)",
        meaning.beside,
        "It opens the week after next.",
        "2025-W21",
        ANY_CASE,
    ),
    rule(
        "counted from a day",
        r"(?P<number><number>) (?P<unit>day|fortnight|week|month|year)s? "
        r"(?:(?P<way>from) (?:(?P<word>today|tomorrow|now)|"
        r"(?P<weekday><weekday>))|(?P<way2>ago) (?:(?P<word2>today)|(?:on )?(?P<weekday2><weekday>)))",
        meaning.counted_from,
        "It opens two weeks from tomorrow.",
        "2025-05-23",
        ANY_CASE,
    ),
    rule(
        "weekday the day",
        r"(?P<weekday><weekday>),? (?:the )?(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?! (?:of )?<month>)",
        meaning.weekday_the,
        "He was held on Friday the 25th.",
        "2025-04-25",
    ),
    rule(
        "day of that month",
        r"(?:the )?(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)) of (?P<shift>this|next|last|that|the same) month",
        meaning.day_of_that_month,
        "It opens on the 20th of next month.",
        "2025-06-20",
        ANY_CASE,
    ),
    rule(
        "day alone",
        r"(?:(?:on|by|until|till|from|since|before|after|between|and|to|is|(?:hours|<part>) of) )"
        r"(?P<x>the (?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)))(?![ -](?:of|century|anniversary)\b)",
        meaning.day_alone,
        "It was shut in March 2024, and fell on the 12th.",
        "2024-03-12",
        ANY_CASE,
    ),
    rule(
        "following weekday",
        r"the (?P<way>following|next|previous|preceding) (?P<weekday><weekday>)(?: (?P<part><part>))?",
        meaning.following_weekday,
        "It opened on May 9, 2024, and closed the following Tuesday.",
        "2024-05-14",
        ANY_CASE,
    ),
    rule(
        "following weekday",
        r"the (?P<weekday><weekday>)(?: (?P<part><part>))? (?P<way>before|after)(?= ?[.,;:)”\"]|$)",
        meaning.following_weekday,
        "It opened on May 9, 2024, and closed the Tuesday after.",
        "2024-05-14",
        ANY_CASE,
    ),
    rule(
        "shifted weekday",
        r"<edge>?(?P<shift>last|this|next|this past|this coming) (?P<weekday><weekday>)"
        r"(?: (?:in the )?(?P<part><part>))?",
        meaning.weekday,
        "It opens next Friday.",
        "2025-05-16",
        ANY_CASE,
    ),
    rule(
        "weekday",
        r"<edge>?(?P<weekday><weekday>)(?: (?:in the )?(?P<part><part>))?",
        meaning.weekday,
        "It opened on Monday.",
        "2025-05-05",
    ),
    rule(
        "day word",
        r"(?:<edge>|mid-|(?P<part2>mid-<part>) )?(?P<word>today|tonight|yesterday|tomorrow)"
        r"(?: (?:in the )?(?P<part><part>))?",
        meaning.day_word,
        "It opened yesterday.",
        "2025-05-07",
        ANY_CASE,
    ),
    rule(
        "part of today",
        r"<edge>?(?P<word>this) (?P<part><part>)",
        meaning.day_word,
        "It opened this morning.",
        "2025-05-08TMO",
        ANY_CASE,
    ),
    rule(
        "last night",
        r"<edge>?(?P<word>last) (?P<part>night)",
        meaning.day_word,
        "It opened last night.",
        "2025-05-07TNI",
        ANY_CASE,
    ),
]
