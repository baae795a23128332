"""Rules for durations and for times that come again."""

from .. import meaning
from .forms import ANY_CASE, rule

RULES = [
    rule(
        "set",
        r"(?:every|each) (?P<number>other |two |three |four |five |six |few |\d{1,3} )?(?P<unit><unit>)s?",
        meaning.every,
        "It opens every year.",
        "P1Y",
        ANY_CASE,
    ),
    rule("set", r"(?:[Ee]very|[Ee]ach) (?P<month><month>)", meaning.every, "Every July they march.", "XXXX-07"),
    rule("set", r"(?:every|each) (?P<season><season>)", meaning.every, "They march each spring.", "XXXX-SP", ANY_CASE),
    rule(
        "set",
        r"(?:every|each) (?P<weekday><weekday>)(?: <part>)?",
        meaning.every,
        "It opens every Tuesday.",
        "XXXX-WXX-2",
        ANY_CASE,
    ),
    rule(
        "weekdays",
        r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s",
        meaning.every,
        "It opens on Sundays.",
        "XXXX-WXX-7",
    ),
    rule(
        "set",
        r"(?P<adverb>hourly|daily|weekly|monthly|annually|yearly|nightly)",
        meaning.every,
        "It is checked annually.",
        "P1Y",
        ANY_CASE,
    ),
    rule(
        "rate",
        r"(?:once|twice|<plain number> times|several times|many times) (?:an?|per|each|every) "
        r"(?P<unit><unit>)",
        meaning.every,
        "It opens twice a week.",
        "P1W",
        ANY_CASE,
    ),
    rule(
        "amount a unit",
        r"(?:an?|per) (?P<unit>month|year)",
        meaning.every,
        "It costs 40 million dollars a year.",
        "P1Y",
    ),
    rule(
        "several units",
        r"(?:the )?<edge>?(?:last|past|previous|next|coming|first|latest|final) (?:about )?"
        r"(?P<number>(?:few|several|couple of|<plain number>)(?: (?:or|to) <plain number>)?(?: fiscal)?) <more>?"
        r"(?P<unit><unit>)s(?: or so)?(?: of (?P<year><year>))?",
        meaning.duration,
        "It grew over the past three months.",
        "P3M",
        ANY_CASE,
    ),
    rule(
        "unit ended",
        r"(?P<x>the (?:fiscal )?(?P<unit>year)(?P<one>)) (?:ended|ending|to) <month>",
        meaning.duration,
        "It lost money in the year ended March 2024.",
        "P1Y",
    ),
    rule(
        "running time",
        r"(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d)",
        meaning.running,
        "She ran it in 3:07:35.",
        "PT3H7M35S",
    ),
    rule(
        "first of a range",
        r"(?P<x><about>?(?P<number><plain number>))(?= ?(?:and|to|–|-) ?<plain number>[ -](?P<unit><unit>)s?(?!\w))",
        meaning.duration,
        "It takes between two and six days.",
        "P2D",
        ANY_CASE,
    ),
    rule(
        "another unit",
        r"another (?P<number><plain number> )?(?P<one>)(?P<unit><unit>)s?",
        meaning.duration,
        "It may go on for another month.",
        "P1M",
        ANY_CASE,
    ),
    rule(
        "duration",
        r"<about>?(?P<number><number>(?: or <plain number>)?)[ -]"
        r"(?:<more>|more )?(?P<unit><unit>)s?(?: or (?P<open>two|so|more))?(?:-long)?(?![ -]old|-olds?)",
        meaning.duration,
        "It lasted more than two years.",
        "P2Y",
        ANY_CASE,
    ),
    rule(
        "duration",
        r"the (?P<number><plain number>) <more>?(?P<unit><unit>)s",
        meaning.duration,
        "It lost money in the nine months to May.",
        "P9M",
        ANY_CASE,
    ),
    rule(
        "duration",
        r"an? (?P<number><plain number>)-(?P<unit><unit>) (?:period|span)",
        meaning.duration,
        "It fell over a three-year period.",
        "P3Y",
        ANY_CASE,
    ),
    rule(
        "a half",
        r"<about>?(?:half (?:an? |the )?|an? half[ -])(?P<unit>hour|day|year|decade|century)(?P<half>)",
        meaning.duration,
        "It lasted half an hour.",
        "PT0.5H",
        ANY_CASE,
    ),
    rule(
        "and a half",
        r"<about>?(?P<number>an?|one) (?P<unit>minute|hour|day|week|month|year|decade|century) and a half"
        r"(?P<plus>)",
        meaning.duration,
        "It lasted a year and a half.",
        "P1.5Y",
        ANY_CASE,
    ),
    rule(
        "vague duration",
        r"(?:many |the )?(?P<unit>hour|day|week|month|year|decade|centurie)s(?:-long)?",
        meaning.duration,
        "It lasted for decades.",
        "PXDE",
        ANY_CASE,
    ),
    rule(
        "vague duration",
        r"(?P<unit>hour|day|week|month|year|decade|century)(?P<one>)-?long",
        meaning.duration,
        "A decade-long dispute ended.",
        "P1DE",
        ANY_CASE,
    ),
]
