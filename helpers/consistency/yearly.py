"""What comes once a year, and what is paid every month: their numbers against the years and the sum of a year."""

import re
from datetime import timedelta

from ..tables import is_missing
from .amounts import Relation, exact, told

EXAMPLES = {
    "to the day": (
        "A hundred years to the day after the fire, the bell was tolled. The stone bears the date 8 May 1924.",
        "A hundred years to the day after the fire, the bell was tolled. The stone bears the date 8 May 1925.",
    ),
    "yearly": (
        "The 45th festival opens in June. She was there in 1984, when the festival was held for the first time. "
        "There has been one every summer since.",
        "The 42nd festival opens in June. She was there in 1984, when the festival was held for the first time. "
        "There has been one every summer since.",
    ),
    "a year of months": (
        "The rent is $1,150 a month. The owner offered three times the $12,600 that she pays in a year.",
        "The rent is $1,150 a month. The owner offered three times the $13,800 that she pays in a year.",
    ),
}
# Lengths that are counted from this very day: "50 years **to the day**", "30 years ago **today**".
_TO_THE_DAY = re.compile(
    r" (?:to the day\b|ago (?:today|yesterday|tonight|this week|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
NEAR_DAYS = 7
_FIRST = re.compile(r"\b(?:first (?:held|staged|run|time)|began|started|founded|launched|inaugura\w+)\b")
_EVERY_SINCE = re.compile(
    r"\b(?:every|each) (?:year|spring|summer|autumn|fall|winter|[A-Z]\w+)\b[^.;]{0,30}\bsince\b|\bannual\w*\b|"
    r"\bonce a year\b|\bnever missed\b|\bwithout a break\b"
)
_GAPS = re.compile(
    r"\b(?:cancel\w+|not held|called off|suspend\w+|except|interrupt\w+|revived|pandemic|covid\S*|lapsed|biennial|"
    r"every (?:other|second|two|three|four)|twice a year)\b",
    re.I,
)
OFF = 12  # years that a wrong number may be off; what is farther is another thing


def yearly(grounds):
    """Anniversaries to the day, editions of what is held every year, and twelve months of a sum."""
    if grounds.trusted:
        yield from _to_the_day(grounds)
        yield from _editions(grounds)
    yield from _months(grounds.figures)


def _to_the_day(grounds):
    """A hundred years **to the day** after a fire, and its date: the same day of another year."""
    days = [time for time in grounds.dated if time.first == time.last and re.search(r"\d{4}", time.text)]
    for row in grounds.amounts:
        found = _TO_THE_DAY.match(grounds.text, row.end)
        if not found or row.unit not in ("year", "decade") or row.approximate or row.high == row.high:
            continue
        number = round(row.value * (10 if row.unit == "decade" else 1))
        same = [time for time in days if _kept(grounds.day, time.first)]
        if len({time.first for time in same}) != 1:
            continue
        passed = grounds.day.year - same[0].first.year
        spans = ((row.start, row.end), same[0].place)
        words = f"{grounds.day.year} − {same[0].first.year} = {passed}"
        if passed == number:
            yield Relation("anniversary", spans, words)
        elif abs(passed - number) <= OFF:
            problem = f"From {same[0].text} it is {passed} years, not {row.text}."
            yield Relation("to the day", spans, words, "disagrees", f"the article tells {row.text}", problem)


def _kept(today, day):
    """Whether a day of the past lies within a week of the same day this year."""
    try:
        kept = day.replace(year=today.year)
    except ValueError:
        return False
    return day.year < today.year and abs(today - kept) <= timedelta(days=NEAR_DAYS)


def _editions(grounds):
    """The **41st** festival, and the year of the first one, where there has been one each year since."""
    if not _EVERY_SINCE.search(grounds.text) or _GAPS.search(grounds.text):
        return
    for row in grounds.amounts:
        if row.kind != "ordinal" or row.value < 5:
            continue
        after = re.match(r" (?:annual )?((?:[A-Z][\w’']+ )*[a-z]+|[A-Z]\w+)", grounds.text[row.end : row.end + 60])
        noun = after and after[1].split()[-1].lower()
        sentence = grounds.sentences[grounds.sentence_at(row.start)]
        years = {time.year for time in grounds.times_in(sentence)} - {None, grounds.day.year}
        if not noun or noun in _DATES or years:
            continue
        firsts = [
            time
            for time in grounds.dated
            if time.year
            and time.year < grounds.day.year - 3
            and re.search(r"\d{4}", time.text)
            and _began(grounds, time, noun)
        ]
        if len({time.year for time in firsts}) != 1:
            continue
        year = firsts[0].year
        most = grounds.day.year - year + 1
        spans, words = ((row.start, row.end), firsts[0].place), f"{grounds.day.year} − {year} + 1 = {most}"
        if row.value in (most, most - 1):
            yield Relation("edition", spans, words)
        elif abs(row.value - most) <= OFF:
            problem = f"From {year} to {grounds.day.year} there are {most}, so this is not number {row.value:.0f}."
            yield Relation("yearly", spans, words, "disagrees", f"the article tells the {row.text} {noun}", problem)


_DATES = frozenset("century birthday minute district street avenue floor of".split())


def _began(grounds, time, noun):
    """Whether a year is the one in which a yearly thing was held for the first time."""
    around = grounds.text[max(time.start - 80, 0) : time.end + 60]
    return noun in around.lower() and bool(_FIRST.search(around))


_A_YEAR = re.compile(r"(?: that)? (?:[a-z]+ ){0,4}(?:a|per|each|every|in a) year\b|[^.;]{0,12} annually\b")
_TIMES = {"month": 12, "week": 52, "quarter": 4}
WIDE = 0.35  # of the right sum: what is farther is another sum


def _months(own):
    """So much a month, and so much a year: $1,150 a month are $13,800 a year."""
    money = [one for one in own.all if one.kind == "money" and exact(one)]
    rates = [one for one in money if one.per in _TIMES]
    years = [one for one in money if one.per == "year" or (is_missing(one.per) and _A_YEAR.match(own.text, one.end))]
    if len(rates) != 1 or len(years) != 1 or rates[0].unit != years[0].unit:
        return
    (rate,), (year,) = rates, years
    right = rate.value * _TIMES[rate.per]
    if abs(rate.sentence - year.sentence) > 3 or abs(right - year.value) > WIDE * right:
        return
    spans, words = (year.place, rate.place), f"{_TIMES[rate.per]} × {told(rate.value)} = {told(right)}"
    if abs(right - year.value) < 0.02 * right:
        yield Relation("product", spans, words)
    else:
        problem = f"{rate.text} every {rate.per} make {told(right)} in a year, not {year.text}."
        yield Relation("a year of months", spans, words, "disagrees", f"the article tells {year.text}", problem)
