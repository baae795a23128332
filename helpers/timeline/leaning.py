"""What a bare time means when it leans on a time of the story: its year, its week, its day.

Each function takes the groups of the match, how the time is told, and the `Told` that it leans on, and gives a `Time`,
or None where it does not lean on it. `narrative` decides on which time it leans.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from datetime import time as time_of_day

from .iso import WEEKDAYS
from .meaning.base import SIZES, Time, number_of, weekday_number
from .meaning.clock import in_part
from .meaning.periods import following
from .meaning.weeks import following_weekday
from .telling import Telling

WEEK, MONTH, SEASON, YEAR = (SIZES.index(size) for size in ("week", "month", "quarter", "year"))
AGAINST = 3  # how many times nearer a time must be against the way in which a clause's tense tells it
FRESH = 60  # days before the publication, of which a look back may tell without the year
RECENT = 183  # days before the publication that a month of the news needs no year for
UNTIL = re.compile(rf"\bfrom (?:{'|'.join(WEEKDAYS)}) (?:to|until|till|through) $")  # from Sunday to **Tuesday**
THE = re.compile(r"(?:(?:early|late)(?: in)? )?the ", re.IGNORECASE)
AHEAD = 4  # days within which the next weekday of a name is meant rather than the last one


@dataclass(frozen=True)
class Told:
    """A time that was told: from its first to its last day, and the words that tell it."""

    first: date
    last: date
    size: int
    start: int
    end: int
    telling: Telling
    chain: int = 1  # how many times of the story led to it
    weekday: bool = False  # told with its weekday
    hour: str = ""
    late: bool = False  # in the evening or at night
    beside: bool = False  # told beside the story that was open: in a look back, or counted from the publication

    @property
    def said(self):
        return self.size, self.first, self.start, self.end


def over(day, published):
    """Whether a day lies so long before the publication that it needs a story to be told without its year."""
    return published is not None and (published - day).days > FRESH


def named(groups, reference, told):
    """A weekday that only says which day the last one was: "on November 16, **a Saturday**"; None for another."""
    place, text = groups["place"], reference.text
    again = text[max(place - 3, 0) : place].lower().endswith((" a ", "\na "))
    again |= text[place : place + 6].lower() == "later "  # at noon on Monday … **later Monday**
    if told is None or not again or told.first.weekday() != weekday_number(groups["weekday"]):
        return None
    return replace(in_part(told.first, groups), leaned=False, said=(told.start, told.end))


def bare(rule, groups, telling, reference, anchor):
    """A month, a day, a season or a feast without its year: of the year of the story, or the one beside it."""
    number = weekday_number(groups["weekday"]) if groups.get("weekday") else None
    found = {}
    for year in (anchor.first.year - 1, anchor.first.year, anchor.first.year + 1):
        time = rule.meaning({**groups, "year": str(year)}, reference)
        if time is not None and isinstance(time.earliest, date) and number in (None, time.earliest.weekday()):
            found[year] = time
    if telling.had and telling.block != anchor.telling.block and _fresh(found, reference):
        return None
    year = _year(anchor, found, telling)
    if year not in found or (reference.day and anchor.first <= reference.day < found[year].earliest):
        return None
    return replace(found[year], leaned=False, said=(anchor.start, anchor.end))


def nearest(rule, groups, reference):
    """The day of a list's entry that no clause tells: the nearest to the publication, before it or after."""
    if reference.day is None:
        return None
    years = (reference.day.year - 1, reference.day.year, reference.day.year + 1)
    times = [rule.meaning({**groups, "year": str(year)}, reference) for year in years]
    known = [time for time in times if time is not None and isinstance(time.earliest, date)]
    if not known:
        return None
    return replace(min(known, key=lambda time: abs((time.earliest - reference.day).days)), leaned=True)


def recent(rule, groups, reference):
    """Whether a month or a day of the news lies so shortly before the publication that its year goes without saying.

    "It was filed in 2022. In **March** a court threw it out", told in May 2025.
    """
    time = nearest(rule, groups, reference)
    return time is not None and 0 <= (reference.day - time.earliest).days <= RECENT


def _fresh(found, reference):
    """Whether a day lies so shortly before the publication that it needs no year beside an older story."""
    days = [time.earliest for time in found.values() if time.earliest == time.latest]
    days += [
        day.replace(year=reference.day.year) for day in days[:1] if reference.day and (day.month, day.day) != (2, 29)
    ]
    return bool(reference.day) and any(0 <= (reference.day - day).days <= FRESH for day in days)


def weekday(groups, telling, reference, anchor):
    """A weekday of the story's week: the next one, or the one before where that is much nearer."""
    known = telling.noun and not telling.chronicle  # **Sunday's** service is called by its day today
    if anchor.size > WEEK or known or (telling.reporting and not telling.speech) or (telling.would and telling.had):
        return None
    near = telling.block - anchor.telling.block <= telling.had
    goes_on = (
        anchor.chain >= 2
        and (telling.past or telling.had or telling.before)
        and telling.block - anchor.telling.block <= 1
    )
    near = (near and (anchor.weekday or telling.would or telling.had)) or goes_on
    if not near and not over(anchor.last, reference.day):
        return None
    if anchor.size:  # over **the weekend** … on Sunday
        day = anchor.first + timedelta(days=weekday_number(groups["weekday"]) - anchor.first.weekday())
        return replace(in_part(day, groups), leaned=False, said=(anchor.start, anchor.end))
    ahead = (weekday_number(groups["weekday"]) - anchor.first.weekday()) % 7
    if not ahead and not telling.would:  # "Monday, the 10th … The next morning … **Tuesday** was hot"
        return replace(in_part(anchor.first, groups), leaned=False, said=(anchor.start, anchor.end))
    before = weekday_number(groups["weekday"]) < anchor.first.weekday()  # in a week from Monday to Sunday
    by = reference.text[: groups["place"]].endswith(" by ")  # they had left **by Wednesday**: the next one
    back = not telling.would and not by and (telling.had or (ahead > AHEAD and before))
    said = replace(reference, said=(anchor.said,))
    return following_weekday({**groups, "way": "previous" if back else "following"}, said)


def earlier(groups, telling, reference, anchor):
    """ "Two years earlier it had been sold": counted from the story."""
    back = (groups.get("way") or "").lower() == "earlier" and not reference.quarter
    if not back or telling.block != anchor.telling.block:
        return None
    return following({**groups, "way": "before that"}, replace(reference, said=(anchor.said,)))


def next_unit(groups, telling, reference):
    """ "The next month", told in the past: from the time that was told last."""
    if not THE.match(reference.text, groups["place"]) or not telling.past or telling.speech:
        return None
    time = following({**groups, "way": "next"}, reference)
    return time if time.said else None


def minutes_later(groups, telling, told):
    """ "Six minutes later": from the hour that was told last."""
    number = number_of(groups["number"])
    if told is None or not told.hour or number is None or telling.block - told.telling.block > 1:
        return None
    minutes = number * (60 if groups["unit"].lower() == "hour" else 1)
    sign = -1 if groups["way"].lower().startswith("before") else 1
    moment = datetime.combine(told.first, time_of_day.fromisoformat(told.hour)) + sign * timedelta(minutes=minutes)
    day = moment.date()
    return Time("TIME", moment.isoformat(timespec="minutes"), day, day, said=(told.start, told.end))


def _year(anchor, found, telling):
    """The year in which a bare time lies: the story goes on, unless it looks back or the other way is far nearer."""
    year = anchor.first.year
    time, before, ahead = found.get(year), found.get(year - 1), found.get(year + 1)
    if before is not None and before.earliest <= anchor.first <= anchor.last <= before.latest:
        return year - 1  # "in January 1947 … in **the winter**"
    if time is None or anchor.size >= YEAR:
        return year
    if telling.had or telling.before:
        if time.earliest <= anchor.last or before is None:
            return year
        return year if AGAINST * (time.earliest - anchor.last).days < (anchor.first - before.latest).days else year - 1
    if time.latest >= anchor.first or ahead is None:
        return year
    if telling.would:
        return year + 1
    forward = (ahead.earliest - anchor.last).days
    return year + 1 if forward <= AGAINST * (anchor.first - time.latest).days else year
