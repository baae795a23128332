"""Rules for quarters, weeks, months and years that lean on the day of publication or on a time told before."""

from .. import meaning
from .forms import ANY_CASE, rule

RULES = [
    rule(
        "year before",
        r"(?:the )?year-(?:ago|earlier) (?:<ordinal>[ -])?(?:quarter|period)|year-(?:ago|earlier)",
        meaning.year_before,
        "It lost more than in the year-ago period.",
        "2024",
        ANY_CASE,
    ),
    rule(
        "period of a year",
        r"(?:the )?(?:same|corresponding|comparable|latest|<ordinal>) (?:<ordinal>[ -])?"
        r"(?P<which>quarter|period|months?) (?:of |in )?(?:(?P<shift>last|this|next) year|a year (?:ago|earlier)|the "
        r"previous year|(?P<year><year>))",
        meaning.period_of_year,
        "It lost more than in the same period last year.",
        "2024",
        ANY_CASE,
    ),
    rule(
        "running quarter",
        r"(?:the )?(?P<which>latest|current|same|corresponding|year-earlier) (?:quarter|period)",
        meaning.running_quarter,
        "Profit rose in the latest quarter.",
        "2025-Q1",
        ANY_CASE,
    ),
    rule(
        "quarter ended",
        r"(?P<x>the (?:fiscal )?(?:<ordinal>[ -])?quarter)(?= (?P<how>(?:that )?(?:ended|ending)) "
        r"(?P<month><month>) (?P<day><day>)(?:,? (?P<year><year>))?(?!\w))",
        meaning.quarter_ended,
        "Profit rose in the quarter ended March 29.",
        "2025-Q1",
        ANY_CASE,
    ),
    rule(
        "the quarter",
        r"the quarter(?P<which>)",
        meaning.running_quarter,
        "Profit rose in the quarter.",
        "2025-Q1",
        ANY_CASE,
    ),
    rule(
        "rest of the unit",
        r"(?:the )?(?:rest|remainder) of (?:the|this) (?P<unit>week|month|quarter|year)",
        meaning.rest_of,
        "It stays shut for the rest of the year.",
        "2025",
        ANY_CASE,
    ),
    rule(
        "unit to date",
        r"(?:the )?(?P<unit>year|quarter|month)[ -]to[ -]date",
        meaning.to_date,
        "Sales fell in the year to date.",
        "2025-01-01/2025-05-08",
        ANY_CASE,
    ),
    rule(
        "the year",
        r"(?<=for )(?:the|the full) year(?! end)|the (?:current )?(?:full|fiscal) year|the current year|"
        r"(?:the )?year(?:[’']s)?[ -]end",
        meaning.this_year,
        "It made a profit for the full year.",
        "2025",
        ANY_CASE,
    ),
    rule(
        "the weekend",
        r"the (?P<unit>weekend)",
        meaning.last_weekend,
        "It opened over the weekend.",
        "2025-W18-WE",
        ANY_CASE,
    ),
    rule(
        "shifted unit",
        r"(?:(?P<edge><edge>|early in |late in ))?(?:the )?(?P<shift><shift>) "
        r"(?P<unit>week|weekend|month|quarter|year|decade|century)(?:(?:'s|’s) end)?"
        r"(?! of (?:the|his|her|its|their)\b)",
        meaning.shifted,
        "It opens next year.",
        "2026",
        ANY_CASE,
    ),
    rule(
        "end of unit",
        r"(?:the )?(?:end|beginning|start|middle) of (?:(?:the )?(?P<shift><shift>) "
        r"(?P<unit>week|month|quarter|year|decade|century))",
        meaning.shifted,
        "It opens at the end of this week.",
        "2025-W19",
        ANY_CASE,
    ),
    rule(
        "end of the unit",
        r"(?:(?:the )?(?:end|beginning|start|middle) of|<edge>in) the (?P<unit>week|month|year|decade|century)",
        meaning.shifted,
        "It opens by the end of the month.",
        "2025-05",
        ANY_CASE,
    ),
    rule(
        "end of the unit",
        r"(?:(?<=for )|(?<=during )|(?<=course of ))the (?P<unit>week|month)(?! of\b)",
        meaning.shifted,
        "The index fell two points for the week.",
        "2025-W19",
        ANY_CASE,
    ),
    rule(
        "that year",
        r"(?:<edge>|(?:the )?(?:end|beginning|start|middle) of )?(?:that(?: same)?|the same) "
        r"(?P<unit>day|weekend|week|month|year|decade|century)",
        meaning.same_unit,
        "It opened in 2019 and closed that year.",
        "2019",
        ANY_CASE,
    ),
    rule(
        "that part",
        r"(?:that(?: same)?|the same) (?P<unit>night|morning|afternoon|evening)",
        meaning.same_unit,
        "It opened on May 6, 2025, and burned that night.",
        "2025-05-06TNI",
        ANY_CASE,
    ),
    rule(
        "following unit",
        r"(?:(?P<edge>early|late)(?: in)? (?=the \w+ (?:month|year|decade)))?"
        r"the (?P<way>following|next|previous|preceding) (?P<unit>day|weekend|week|month|year|decade|century|<part>)",
        meaning.following,
        "It opened in 2019 and closed the following year.",
        "2020",
        ANY_CASE,
    ),
    rule(
        "unit before",
        r"the (?P<unit>day|<part>|week|month|year|decade) (?P<way>before|after)(?: that)?(?= ?[.,;:)”\"]|$)",
        meaning.following,
        "It opened in 2019 and was built the year before.",
        "2018",
        ANY_CASE,
    ),
    rule(
        "later",
        r"<about>?(?P<number><number>) (?P<unit><unit>)s? (?P<way>later|afterwards?|after that|before that|"
        r"before(?= ?[.,;:)”\"]|$))",
        meaning.following,
        "It opened in 2019 and closed two years later.",
        "2021",
        ANY_CASE,
    ),
    rule(
        "ago",
        r"<about>?(?P<number><number>) (?P<unit><unit>)s?(?: or so)? (?P<way>ago|earlier|from now|hence)",
        meaning.offset,
        "It opened two weeks ago.",
        "2025-W17",
        ANY_CASE,
    ),
    rule(
        "ago",
        r"(?P<number>)(?P<unit><unit>)s(?: or so)? (?P<way>ago|earlier)",
        meaning.offset,
        "It opened years ago.",
        "PAST_REF",
        ANY_CASE,
    ),
    rule(
        "ago",
        r"<about>?a (?P<unit>quarter)(?:[ -]| of a )century (?P<way>ago|earlier)",
        meaning.quarter_century_ago,
        "It opened a quarter-century ago.",
        "2000",
        ANY_CASE,
    ),
    rule(
        "later",
        r"(?P<number>)(?P<unit><unit>)s (?P<way>later|afterwards?)",
        meaning.following,
        "It opened in 2019 and closed months later.",
        "FUTURE_REF",
        ANY_CASE,
    ),
    rule(
        "in a while",
        r"(?<=\bin )<about>?(?P<number><number>) (?P<unit><unit>)s?(?P<way>)(?:[’']s?)?(?: time)?",
        meaning.offset,
        "It will open in two weeks.",
        "2025-W21",
        ANY_CASE,
    ),
    rule(
        "vague",
        r"(?P<word>(?:right )?now|currently|nowadays|these days|at present|at the moment|"
        r"(?:more )?recently|lately|(?:the )?(?:near|foreseeable) future|"
        r"the future|the (?:recent )?past|a later date)",
        meaning.vague,
        "It opened recently.",
        "PAST_REF",
        ANY_CASE,
    ),
    rule(
        "at the time",
        r"(?:at )(?P<x>(?P<word>the time))(?= ?[.,;:)”\"]|$| and\b)",
        meaning.vague,
        "It was shut at the time.",
        "PAST_REF",
        ANY_CASE,
    ),
    rule("one day", r"(?P<word>one day)", meaning.vague, "It will one day be the largest.", "FUTURE_REF", ANY_CASE),
    rule("those days", r"(?P<word>those days)", meaning.vague, "In those days it was shut.", "PAST_REF"),
    rule(
        "vague units",
        r"(?:(?:the|these) )?(?P<which>coming|recent|past) (?P<unit>day|week|month|year|decade)s",
        meaning.vague_units,
        "It will grow in the coming months.",
        "FUTURE_REF",
        ANY_CASE,
    ),
]
