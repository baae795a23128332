"""Rules for days of the calendar: dates, days of the month and named days."""

from .. import meaning
from .forms import ANY_CASE, rule

RULES = [
    rule(
        "full date",
        r"(?:<weekday>,? )?(?P<month><month>) (?:the )?(?P<day><day>),? (?P<year><year>)",
        meaning.date,
        "It opened on May 8, 2025.",
        "2025-05-08",
    ),
    rule(
        "full date",
        r"(?:<weekday>,? )?(?:the )?(?P<day><day>)(?: of)? (?P<month><month>),? (?P<year><year>)",
        meaning.date,
        "It opened on 8 May 2025.",
        "2025-05-08",
    ),
    rule(
        "ISO date",
        r"(?P<year><year>)(?P<bar>[-/])(?P<month>0[1-9]|1[0-2])(?P=bar)(?P<day>0[1-9]|[12]\d|3[01])",
        meaning.date,
        "It opened on 2025-05-08.",
        "2025-05-08",
    ),
    rule(
        "numeric date",
        r"(?P<first>\d{1,2})(?P<bar>[/.])(?P<second>\d{1,2})(?P=bar)(?P<year><year>)",
        meaning.numeric,
        "It opened on 13/5/2025.",
        "2025-05-13",
    ),
    rule(
        "numeric date",
        r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d\d)",
        meaning.numeric,
        "It opened on 5/13/25.",
        "2025-05-13",
    ),
    rule(
        "date of a name",
        r"(?P<month>9)/(?P<day>11)(?P<fixed>)",
        meaning.september_11,
        "It was built after 9/11.",
        "2001-09-11",
    ),
    rule(
        "date of a name",
        r"(?P<x>(?P<month>Sept\.|September) (?P<day>11)(?:th)?)(?= (?:terror(?:ist)? )?attacks)(?P<fixed>)",
        meaning.september_11,
        "She wrote about the Sept. 11 attacks.",
        "2001-09-11",
    ),
    rule(
        "days of a month",
        r"(?P<month><month>) (?P<day><day>) ?[–—-] ?(?P<last><day>)(?:,? (?P<year><year>))?",
        meaning.day_span,
        "It opens May 3–5.",
        "2025-05-03/2025-05-05",
    ),
    rule(
        "days of a month",
        r"(?P<day><day>) ?[–—-] ?(?P<last><day>) (?P<month><month>)(?:,? (?P<year><year>))?",
        meaning.day_span,
        "It opens 3–5 May.",
        "2025-05-03/2025-05-05",
    ),
    rule(
        "short date",
        r"(?P<day>3[01]|[12]\d|0?[1-9])-(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-(?P<year><year>|\d\d)",
        meaning.short,
        "It opened on 19-Nov-12.",
        "2012-11-19",
        ANY_CASE,
    ),
    rule(
        "day before another",
        r"(?P<x>(?:<weekday>,? )?(?:the )?(?P<day><day>))(?=(?:(?:,| and| or| to| until| till| through|, and) (?:the )?"
        r"(?:<weekday>,? )?<day>){1,6}(?: of)? (?P<month><month>)(?:,? (?P<year><year>))?(?!\w))",
        meaning.date,
        "It is open from 2 to 22 October 2024.",
        "2024-10-02",
    ),
    rule(
        "day before another",
        r"(?P<x>(?:<weekday>,? )?(?P<month><month>) (?P<day><day>))(?= ?(?:[–—-]|to|and|until|till|through) ?"
        r"(?:<weekday>,? )?(?P<until><month>) <day>,? (?P<year><year>)(?!\w))",
        meaning.before_another,
        "It was open from October 2 to November 22, 2024.",
        "2024-10-02",
    ),
    rule(
        "day before another",
        r"(?P<x>(?:<weekday>,? )?(?P<day><day>) (?P<month><month>))(?= ?(?:[–—-]|to|and|until|till|through) ?"
        r"(?:<weekday>,? )?<day> (?P<until><month>),? (?P<year><year>)(?!\w))",
        meaning.before_another,
        "It was open from 2 December to 22 January 2024.",
        "2023-12-02",
    ),
    rule(
        "day after another",
        r"<month> <day>[–—-](?P<x>(?P<month><month>) (?P<day><day>),? (?P<year><year>))",
        meaning.date,
        "It was open October 2–November 22, 2024.",
        "2024-11-22",
    ),
    rule(
        "part of a day",
        r"(?:the )?(?P<part><part>) of (?:(?P<weekday><weekday>),? )?(?P<month><month>) (?:the )?(?P<day><day>)"
        r"(?:,? (?P<year><year>))?",
        meaning.part_of_day,
        "It burned on the night of May 6.",
        "2025-05-06TNI",
    ),
    rule(
        "part of a day",
        r"(?:the )?(?P<part><part>) of (?:(?P<weekday><weekday>),? )?(?:the )?(?P<day><day>)(?: of)? (?P<month><month>)"
        r"(?:,? (?P<year><year>))?",
        meaning.part_of_day,
        "It burned on the evening of 6 May.",
        "2025-05-06TEV",
    ),
    rule(
        "week of a day",
        r"(?:the )?week (?:of|beginning|starting) (?:(?:<weekday>,? )?(?P<month><month>) (?:the )?(?P<day><day>)|"
        r"(?:the )?(?P<day2><day>)(?: of)? (?P<month2><month>))(?:,? (?P<year><year>))?",
        meaning.week_of,
        "It opens in the week of May 12.",
        "2025-W20",
        ANY_CASE,
    ),
    rule(
        "another day",
        r"(?P<month><month>) <day>(?:, <day>)*,? (?:and|or|to|through|until) (?P<x>(?P<day><day>))"
        r"(?:,? (?P<year><year>))?",
        meaning.date,
        "The doors open on May 6 and 7.",
        "2025-05-07",
    ),
    rule(
        "day of month",
        r"(?:(?P<shift><shift>) )?(?:(?P<weekday><weekday>),? )?(?P<month><month>) (?:the )?(?P<day><day>)",
        meaning.date,
        "It opens on May 12.",
        "2025-05-12",
    ),
    rule(
        "day of month",
        r"(?:(?P<weekday><weekday>),? )?(?:the )?(?P<day><day>)(?: of)? (?P<month><month>)",
        meaning.date,
        "It opens on 12 May.",
        "2025-05-12",
    ),
    rule(
        "feast of a year",
        r"(?P<of>[Ll]ast|[Tt]his|[Nn]ext) year[’']s (?P<x>(?P<feast>" + meaning.FEASTS + r"))",
        meaning.feast,
        "She will come to next year’s Christmas.",
        "2026-12-25",
    ),
    rule(
        "feast of a year",
        r"(?P<which>[Tt]hat|[Tt]he (?:same|following|next|previous)) (?P<feast>" + meaning.FEASTS + r")",
        meaning.that_feast,
        "It closed in March 2019, and reopened the following Christmas.",
        "2019-12-25",
    ),
    rule(
        "feast of a year",
        r"(?P<feast>" + meaning.FEASTS + r")(?: of|,)? (?P<way>that|the same|the following) year",
        meaning.feast,
        "It closed in June 2019, and reopened at Christmas the following year.",
        "2020-12-25",
    ),
    rule(
        "feast",
        r"(?:(?P<number><number>)|[Tt]he) (?P<unit>day|week|fortnight|month)s? (?P<side>before|after) (?P<feast>"
        + meaning.FEASTS
        + r")(?:(?:,| of| in)? (?P<year><year>))?",
        meaning.beside_feast,
        "It opened three days before Christmas.",
        "2024-12-22",
    ),
    rule(
        "feast",
        r"(?:(?P<shift>[Ll]ast|[Tt]his|[Nn]ext) )?(?P<feast>"
        + meaning.FEASTS
        + r")(?: (?P<part><part>))?(?:(?:,| of| in)? (?P<year><year>))?",
        meaning.feast,
        "It opened on Christmas Day.",
        "2024-12-25",
    ),
    rule(
        "spelled day",
        r"(?:the )?(?P<number><nth day>) of (?P<month><month>)(?:,? (?P<year><year>))?",
        meaning.spelled_day,
        "It opened on the twenty-second of April.",
        "2025-04-22",
    ),
]
