"""The time of the story: what a bare month, day, weekday or hour means in a passage that narrates another time.

The story stands at the last time that a main clause told in the past, by its full date, by a day that lies long before
the publication ("Ten years ago today"), or leaning on the story; it goes over into the next paragraphs while they go
on in the past. A look back ("a smaller tank **had** burst in November 1987") stands beside it: what goes on from there
leans on it, and the next paragraph returns to the story. A time of the publication's own frame ("last week"), a present
tense, a heading or the future end the story; not so what was ahead then ("was to close in May"). The temporal anchor of
a clause is taken up by the next one unless it sets another (Webber 1988).
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from datetime import time as time_of_day

from dateutil.relativedelta import relativedelta

from .meaning.base import SIZES, Time, number_of, size_of, weekday_number
from .meaning.clock import in_part
from .meaning.periods import following, same_unit
from .meaning.weeks import day_of_that_month, following_weekday
from .telling import Telling

BARE = frozenset(
    (
        "month",
        "day of month",
        "day before another",
        "another day",
        "days of a month",
        "end of month",
        "bare season",
        "spelled day",
        "feast",
        "nth weekday",
        "nth week",
        "week of a day",
        "part of a day",
        "bare quarter",
    )
)
AGAIN = frozenset(("that weekday", "that month", "that season", "same unit"))
CLOCKS = frozenset(("clock", "o'clock", "named hour", "hour of a part", "spoken clock"))
HALF_OPEN = frozenset(("o'clock", "spoken clock"))
PARTS = ("part", "part2", "part3")
WITH_WEEKDAY = CLOCKS | {"clock and day", "day and clock"}
CLOCK_UNITS = frozenset(("minute", "hour"))
DATING = (BARE - {"bare quarter"}) | {"counted from a day", "shifted month", "season"}  # and may begin a story
# What is counted from the publication's day, and so brings the passage back to it.
DEICTIC = frozenset(
    (
        "shifted weekday",
        "day word",
        "part of today",
        "last night",
        "shifted unit",
        "shifted month",
        "ago",
        "weekday of a week",
        "beside today",
        "next but one",
        "vague",
    )
)
MONTH, SEASON, YEAR = (SIZES.index(size) for size in ("month", "quarter", "year"))
AGAINST = 3  # how many times nearer a time must be against the way in which a clause's tense tells it
FRESH = 60  # days before the publication, of which a look back may tell without the year
LATE, EARLY = "18:00", "06:59"  # between them lies midnight
AHEAD = 4  # days within which the next weekday of a name is meant rather than the last one
CHAIN = 2  # times of the story after which it goes over into the next paragraph

# a text published on Thursday, 2025-05-08; the words; their value
EXAMPLES = (
    ("The hall was inspected in January 2023. In March the council wrote to them.", "March", "2023-03"),
    ("It burned on 19 November 2023. In January the owners left.", "January", "2024-01"),
    ("It all ended in 1997. By July the money was gone.", "July", "1997-07"),
    ("It burned on 19 November 2023. In March the owners had been warned.", "March", "2023-03"),
    (
        "It was inspected in January 2023. In March the council wrote.\n\nOn 4 July the manager left the house.",
        "4 July",
        "2023-07-04",
    ),
    ("It moved on 7 October 2013. At 6 p.m. it fell.", "6 p.m.", "2013-10-07T18:00"),
    ("She was born in May 1952. In August they left.", "August", "1952-08"),
    ("It burned in 2019. Two years earlier it had been sold.", "Two years earlier", "2017"),
    ("They left on 3 January 1911. On the 17th they turned back.", "the 17th", "1911-01-17"),
    ("It burst on 6 May 2023 at 11 p.m. At 4 a.m. it stopped.", "4 a.m.", "2023-05-07T04:00"),
    (
        "On 7 March 1912 they met in a yard that is now a car park. On 2 April the yard was searched.",
        "2 April",
        "1912-04-02",
    ),
    ("The hall burned on 14 March 2023. It had been reported as unsafe in January.", "January", "2023-01"),
    (
        "The hall, which was inspected on 31 October 2023, stands. Police had questioned a man on 6 November.",
        "6 November",
        "2023-11-06",
    ),
    ("It burned on 14 March 2023. Two men were buried on Saturday, March 18.", "Saturday, March 18", "2023-03-18"),
    (
        "It burned on 14 March 2023.\n\nThe firm calls it bad luck. A valve that failed that Tuesday was old. It was "
        "sold in May.",
        "May",
        "2023-05",
    ),
    # told in the story's own future; a look back; a weekday of the story
    ("The hall was inspected in January 2023. A repair was scheduled for June, and it closed.", "June", "2023-06"),
    ("It burned on 14 March 2023. A valve was to be in place by Christmas.", "Christmas", "2023-12-25"),
    ("It burned on 14 March 2023. The fire lasted until Thursday.", "Thursday", "2023-03-16"),
    ("It burned on 14 March 2023. Three men were missing by Friday.", "Friday", "2023-03-17"),
    ("It burned on 14 March 2023. It was a Tuesday, and it rained.", "Tuesday", "2023-03-14"),
    ("Ten years ago today it burned. The owners left in August.", "August", "2015-08"),
    (
        "It closed in March 2023. In May the owners left. In July it was sold. A smaller hall had burned in June "
        "1987.\n\nOn 13 October it fell.",
        "13 October",
        "2023-10-13",
    ),
    ("It burned on 14 March 2023. It had last been full in May 1990. By August it was sold.", "August", "2023-08"),
    ("It lost on 8 November 2023 to a side promoted in April.", "April", "2023-04"),
    ("It closed in March 2023 and paid less in the third quarter.", "the third quarter", "2023-Q3"),
    ("It burned on 14 March 2023 at 11 p.m. Six minutes later it fell.", "Six minutes later", "2023-03-14T23:06"),
    ("It burned on 14 March 2023 at noon. It fell at ten past one.", "ten past one", "2023-03-14T13:10"),
    ("It burned on 14 March 2023.\n\n11.50pm: A gauge stops working.", "11.50pm", "2023-03-14T23:50"),
    ("It closed on Saturday 13 March 2021. They met on the night of 3 May.", "the night of 3 May", "2021-05-03TNI"),
    # the other frame
    ("The hall was inspected in January 2023. In March they will open it.", "March", "2026-03"),
    ("The hall, built in January 2023, was sold. In March the owners left.", "March", "2025-03"),
    ("The hall was founded in 1987. In March the owners left.", "March", "2025-03"),
    ("It was inspected in January 2023. It stands empty.\n\nIn March the owners left it.", "March", "2025-03"),
    ("It was inspected in January 2023. They left last week. In March they sold it.", "March", "2025-03"),
    ("On Monday 7 October 2013 he felt it move. On Wednesday he rang again.", "Wednesday", "2013-10-09"),
    ("On 7 October 2013 it moved. He said on Wednesday that he rang.", "Wednesday", "2025-05-07"),
)


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
    beside: bool = False  # told beside the story that was open: in a look back, or counted from the publication

    @property
    def said(self):
        return self.size, self.first, self.start, self.end


class Story:
    """The narrative time, while the times of an article are read in order.

    `main` is where the story stands, `local` what the paragraph told last: the same, or a look back ("a smaller tank
    **had** burst in November 1987"), or a year, on which only the rest of the paragraph leans.
    """

    def __init__(self, published=None):
        self.published = published
        self.main = self.local = None
        self.day = None  # the last day that was told, of the story or of the publication's week
        self.said, self.aside = (), ()  # the last time told of each size, oldest first; those told beside the story
        self.weekdays = ()

    def reference(self, reference):
        """What relative times lean on, with what was told before."""
        return replace(reference, said=tuple(told.said for told in (*self.aside, *self.said)), weekdays=self.weekdays)

    def lean(self, rule, groups, telling, reference):
        """What a bare time means in the time of the story, and what says so; None where it leans on no story.

        Returns
        -------
        Time or None
        """
        if rule.name in CLOCKS and not groups.get("weekday"):
            return self._clock(rule, groups, telling, reference)
        if rule.name == "weekday" and self._is_named(groups, reference):
            return self._named(groups, reference)
        if rule.name == "later" and groups["unit"].lower() in CLOCK_UNITS:
            return self._minutes(groups, telling)
        anchor = self._anchor(rule, groups, telling, reference)
        if anchor is None or (telling.future and not telling.would):
            return None
        said = replace(reference, said=(anchor.said,))
        if rule.name == "ago":
            return self._earlier(groups, telling, reference, anchor)
        if rule.name == "day alone":
            return self._day_alone(groups, telling, reference, anchor)
        if rule.name == "weekday":
            return self._weekday(groups, telling, reference, anchor)
        if groups.get("weekday") and rule.name in WITH_WEEKDAY:
            day = self._weekday(groups, telling, reference, anchor)
            time = day and rule.meaning(groups, replace(reference, day=day.earliest))
            return time and replace(time, leaned=False, said=day.said)
        if rule.name == "the weekday" and telling.had:
            return following_weekday({**groups, "way": "previous"}, reference)
        if rule.name == "shifted unit" and groups["shift"].lower() == "next":
            return self._next_unit(groups, telling, reference)
        if rule.name == "weekday the day" and anchor.size <= MONTH:
            day = anchor.first + timedelta(days=15) if anchor.size else anchor.first
            time = rule.meaning(groups, replace(reference, day=day, past=False, future=False))
            return replace(time, leaned=False, said=(anchor.start, anchor.end))
        if rule.name in ("end of the unit", "the weekend"):
            unit = groups["unit"].lower()
            near = anchor.size <= SIZES.index(unit) and self._long_over(anchor.last)
            return same_unit(groups, said) if near else None
        if rule.name not in BARE or groups.get("year") or groups.get("shift") or groups.get("of"):
            return None
        weekday = weekday_number(groups["weekday"]) if groups.get("weekday") else None
        found = {}
        for year in (anchor.first.year - 1, anchor.first.year, anchor.first.year + 1):
            time = rule.meaning({**groups, "year": str(year)}, reference)
            if time is not None and isinstance(time.earliest, date) and weekday in (None, time.earliest.weekday()):
                found[year] = time
        if telling.had and telling.block != anchor.telling.block and self._fresh(found, reference):
            return None
        year = _year(anchor, found, telling)
        if year not in found or (reference.day and found[year].earliest > reference.day):
            return None
        return replace(found[year], leaned=False, said=(anchor.start, anchor.end))

    def _long_over(self, day):
        return self.published is not None and (self.published - day).days > FRESH

    def _fresh(self, found, reference):
        """Whether a day lies so shortly before the publication that it needs no year beside an older story."""
        days = [time.earliest for time in found.values() if time.earliest == time.latest]
        days += [
            day.replace(year=reference.day.year)
            for day in days[:1]
            if reference.day and (day.month, day.day) != (2, 29)
        ]
        return bool(reference.day) and any(0 <= (reference.day - day).days <= FRESH for day in days)

    def _is_named(self, groups, reference):
        """Whether a weekday only says which day the last one was: "on November 16, **a Saturday**"."""
        place, text = groups["place"], reference.text
        return (
            self.day is not None
            and text[max(place - 3, 0) : place].lower().endswith((" a ", "\na "))
            and self.day.first.weekday() == weekday_number(groups["weekday"])
        )

    def _named(self, groups, reference):
        return replace(in_part(self.day.first, groups), leaned=False, said=(self.day.start, self.day.end))

    def _weekday(self, groups, telling, reference, anchor):
        """A weekday of the story's week: the next one, or the one before where that is much nearer."""
        known = telling.noun and not telling.chronicle  # **Sunday's** service is called by its day today
        if anchor.size or known or (telling.reporting and not telling.speech) or (telling.would and telling.had):
            return None
        near = telling.block - anchor.telling.block <= telling.had
        if not (near and (anchor.weekday or telling.would or telling.had)) and not self._long_over(anchor.last):
            return None
        ahead = (weekday_number(groups["weekday"]) - anchor.first.weekday()) % 7
        back = not telling.would and (telling.had or ahead > AHEAD)
        said = replace(reference, said=(anchor.said,))
        return following_weekday({**groups, "way": "previous" if back else "following"}, said)

    def _day_alone(self, groups, telling, reference, anchor):
        """ "On the 17th": of the month of the story, or of the next one where it lies behind."""
        if anchor.size > MONTH:
            return None
        groups = {**groups, "shift": "that"}
        time = day_of_that_month(groups, replace(reference, said=((MONTH, *anchor.said[1:]),)))
        if time.earliest and time.earliest < anchor.first and anchor.size == 0 and not telling.had:
            month = anchor.first + relativedelta(months=1)
            time = day_of_that_month(groups, replace(reference, said=((MONTH, month, *anchor.said[2:]),)))
        return time

    def _earlier(self, groups, telling, reference, anchor):
        """ "Two years earlier it had been sold": counted from the story."""
        back = (groups.get("way") or "").lower() == "earlier" and not reference.quarter
        if not back or telling.block != anchor.telling.block or not (telling.had or anchor.size < YEAR):
            return None
        return following({**groups, "way": "before that"}, replace(reference, said=(anchor.said,)))

    def _clock(self, rule, groups, telling, reference):
        """A time of day without its day: of the day in its sentence, or the last one told; after midnight, the next."""
        if any(groups.get(name) for name in ("month", "word")):
            return None
        last = self.said[-1] if self.said else None
        together = last is not None and last.size == 0 and last.telling.sentence == telling.sentence
        told = last if together else self.day
        if told is None or (telling.future and not (telling.would or telling.chronicle or together)):
            return None
        near = telling.block - told.telling.block <= 1 or (telling.opens and told.hour)
        if told.telling.section != telling.section or not near:
            return None
        going = telling.past or telling.would or telling.chronicle
        if telling.block != told.telling.block and not going:
            return None
        time = rule.meaning(groups, replace(reference, day=told.first))
        hour = time and time.value and time.value.partition("T")[2][:5]
        if hour and told.hour and told.hour >= LATE and hour <= EARLY and going:
            time = rule.meaning(groups, replace(reference, day=told.first + timedelta(days=1)))
        if time and rule.name in HALF_OPEN and ":" in told.hour and not any(groups.get(part) for part in PARTS):
            time = _after(time, told)
        return time and replace(time, leaned=False, said=(told.start, told.end))

    def _next_unit(self, groups, telling, reference):
        """ "The next month", told in the past: from the time that was told last."""
        if reference.text[groups["place"] :][:4].lower() != "the " or not telling.past or telling.speech:
            return None
        time = following({**groups, "way": "next"}, reference)
        return time if time.said else None

    def _minutes(self, groups, telling):
        """ "Six minutes later": from the hour that was told last."""
        told, number = self.day, number_of(groups["number"])
        if told is None or not told.hour or number is None or telling.block - told.telling.block > 1:
            return None
        minutes = number * (60 if groups["unit"].lower() == "hour" else 1)
        sign = -1 if groups["way"].lower().startswith("before") else 1
        moment = datetime.combine(told.first, time_of_day.fromisoformat(told.hour)) + sign * timedelta(minutes=minutes)
        day = moment.date()
        return Time("TIME", moment.isoformat(timespec="minutes"), day, day, said=(told.start, told.end))

    def _anchor(self, rule, groups, telling, reference):
        """The time that a bare one leans on: what its paragraph told last, or where the story stands."""
        local = self.local
        if telling.kind == "title":
            return None
        if local is not None and local.telling.block == telling.block:
            that = reference.text[: groups["place"]].endswith("that ")
            finest = 0 if rule.name == "weekday" else MONTH  # a look back to a year holds no day
            back = telling.had or telling.would or (local.telling.past and not local.telling.had)
            if that or not local.beside or (back and local.size <= finest):
                return local
        return self._open(telling)

    def _open(self, telling):
        """Where the story stands, as long as it goes on."""
        anchor = self.main
        if anchor is None or telling.kind == "title" or anchor.telling.section != telling.section:
            return None
        if anchor.telling.kind == "heading" or telling.block == anchor.telling.block:
            return anchor
        whole = anchor.size <= SEASON and (anchor.chain >= CHAIN or anchor.size == 0 or telling.had)
        near = telling.block - anchor.telling.block <= 2
        going = telling.past or telling.had or telling.would or telling.chronicle
        going = going or (telling.speech and not telling.future and anchor.chain > CHAIN)
        still = telling.present - anchor.telling.present <= (anchor.chain > CHAIN)
        return anchor if whole and near and going and (still or telling.chronicle) else None

    def told(self, rule, groups, place, text, time, telling, leaned):
        """Let the time of the story move on with a time that was read."""
        dated = isinstance(time.earliest, date) and isinstance(time.latest, date)
        if time.type not in ("DATE", "TIME") or not isinstance(time.earliest, date):
            return
        size = size_of(time.value or "")
        hour = (time.value or "").partition("T")[2][:5]
        told = Told(
            time.earliest,
            time.latest if dated else time.earliest,
            size,
            *place,
            telling,
            weekday="day" in text.lower(),
            hour=hour if ":" in hour else "",
        )
        deictic = bool(rule.name in DEICTIC or groups.get("shift"))
        self._remember(told, deictic)
        if telling.kind == "title":
            return
        known = self.day is not None and telling.block - self.day.telling.block <= 1
        back = telling.had or telling.noun  # beside the day: the valve **had** stuck on Monday, **Saturday's** show
        ahead = telling.future or telling.would or (telling.chronicle and not telling.opens)
        if size == 0 and not (ahead or telling.reporting or telling.speech or (known and back)):
            self.day = told
        over = self._long_over(told.last)
        if deictic and not (over and rule.name in DATING) and telling.kind != "heading":
            if not telling.reporting and not telling.speech and not telling.aside:
                self.main = self.local = None  # "in the yard, which is **now** a car park, they met": it goes on
            return
        if dated:
            self._move(rule, groups, told, time, leaned, over)

    def _remember(self, told, deictic):
        """Keep what "that day", "the next year" can lean on."""
        telling = told.telling
        if telling.speech or (deictic and telling.aside):
            self.aside = (*(one for one in self.aside if one.size != told.size), told)
        else:
            self.said = (*(one for one in self.said if one.size != told.size), told)
        if told.size == 0 and not telling.future:
            number = told.first.weekday()
            kept = (row for row in self.weekdays if row[0].weekday() != number)
            self.weekdays = (*kept, (told.first, told.start, told.end))

    def _move(self, rule, groups, told, time, leaned, over):
        telling, size = told.telling, told.size
        again = rule.name in AGAIN  # "**that** Tuesday": back in the story
        before = self._open(telling)
        over = over and telling.past and rule.name in DATING and size <= SEASON
        full = bool(groups.get("year")) or leaned or (time.said and (again or before)) or over
        if not full or size > YEAR or telling.speech or (size == YEAR and telling.origin):
            return
        if telling.future or telling.would:
            return
        if telling.reporting and not leaned:
            return  # "she said in 2003": an aside of the one who tells it
        aside = telling.aside and not (again or (size <= MONTH and telling.finite))
        if telling.kind != "heading" and (aside or not (telling.past or telling.had or leaned)):
            return
        if (telling.had or telling.before) and leaned:
            if size <= SEASON and not telling.before:
                self.local = replace(told, beside=True)  # a look back
            return
        chain = (before.chain if before is not None else 0) + 1
        gone = before is not None and told.last < before.first - timedelta(days=366)
        local = self.local  # what leans on a look back looks back
        back = local is not None and local.beside and time.said == (local.start, local.end)
        beside = back or (before is not None and not leaned and (telling.had or (gone and before.chain > CHAIN)))
        self.local = replace(told, chain=chain, beside=beside)
        if not beside and (size < YEAR or self.main is None or telling.kind == "heading"):
            self.main = self.local


def _after(time, told):
    """The hour after the one that was told, where it does not say its half of the day: noon … "ten past one"."""
    day, _, hour = time.value.partition("T")
    late = f"{int(hour[:2]) + 12:02}{hour[2:]}" if hour[:2] < "12" else hour
    behind = told.first == time.earliest and hour < told.hour < late
    return replace(time, value=f"{day}T{late}") if behind else time


def _year(anchor, found, telling):
    """The year in which a bare time lies: the story goes on, unless it looks back or the other way is far nearer."""
    year = anchor.first.year
    time, before, ahead = found.get(year), found.get(year - 1), found.get(year + 1)
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
