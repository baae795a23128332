"""The time of the story: what a bare month, day, weekday or hour means in a passage that narrates another time.

The story stands at the last time that a main clause told in the past, by its full date, by a day that lies long before
the publication ("Ten years ago today"), or leaning on the story; it goes over into the next paragraphs while they go
on in the past. A look back ("a smaller tank **had** burst in November 1987") stands beside it: what goes on from there
leans on it, and the next paragraph returns to the story. A time of the publication's own frame ("last week"), a present
tense, a heading or the future end the story; not so what was ahead then ("was to close in May"). The temporal anchor of
a clause is taken up by the next one unless it sets another (Webber 1988).
"""

from dataclasses import replace
from datetime import date, timedelta

from . import leaning
from .leaning import MONTH, SEASON, YEAR, Told, over
from .meaning.base import SIZES, size_of
from .meaning.periods import same_unit
from .meaning.weeks import following_weekday

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
LATE, EARLY = "18:00", "06:59"  # between them lies midnight
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
        if rule.name == "weekday" and (time := leaning.named(groups, reference, self.day)):
            return time
        if rule.name == "later" and groups["unit"].lower() in CLOCK_UNITS:
            return leaning.minutes_later(groups, telling, self.day)
        anchor = self._anchor(rule, groups, telling, reference)
        if anchor is None or (telling.future and not telling.would):
            return None
        said = replace(reference, said=(anchor.said,))
        if rule.name == "ago":
            return leaning.earlier(groups, telling, reference, anchor)
        if rule.name == "day alone":
            return leaning.day_alone(groups, telling, reference, anchor)
        if rule.name == "weekday":
            return leaning.weekday(groups, telling, reference, anchor)
        if groups.get("weekday") and rule.name in WITH_WEEKDAY:
            day = leaning.weekday(groups, telling, reference, anchor)
            time = day and rule.meaning(groups, replace(reference, day=day.earliest))
            return time and replace(time, leaned=False, said=day.said)
        if rule.name == "the weekday" and telling.had:
            return following_weekday({**groups, "way": "previous"}, reference)
        if rule.name == "shifted unit" and groups["shift"].lower() == "next":
            return leaning.next_unit(groups, telling, reference)
        if rule.name == "weekday the day" and anchor.size <= MONTH:
            day = anchor.first + timedelta(days=15) if anchor.size else anchor.first
            time = rule.meaning(groups, replace(reference, day=day, past=False, future=False))
            return replace(time, leaned=False, said=(anchor.start, anchor.end))
        if rule.name in ("end of the unit", "the weekend"):
            unit = groups["unit"].lower()
            near = anchor.size <= SIZES.index(unit) and over(anchor.last, self.published)
            return same_unit(groups, said) if near else None
        if rule.name not in BARE or groups.get("year") or groups.get("shift") or groups.get("of"):
            return None
        return leaning.bare(rule, groups, telling, reference, anchor)

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
            time = leaning.after(time, told)
        return time and replace(time, leaned=False, said=(told.start, told.end))

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
        long_over = over(told.last, self.published)
        if deictic and not (long_over and rule.name in DATING) and telling.kind != "heading":
            if not telling.reporting and not telling.speech and not telling.aside:
                self.main = self.local = None  # "in the yard, which is **now** a car park, they met": it goes on
            return
        if dated:
            self._move(rule, groups, told, time, leaned, long_over)

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
        gone = before is not None and (before.first - told.last).days > 366
        local = self.local  # what leans on a look back looks back
        back = local is not None and local.beside and time.said == (local.start, local.end)
        beside = back or (before is not None and not leaned and (telling.had or (gone and before.chain > CHAIN)))
        self.local = replace(told, chain=chain, beside=beside)
        if not beside and (size < YEAR or self.main is None or telling.kind == "heading"):
            self.main = self.local
