"""Where a story stands, while the times of an article are read in order: what moves it on, and what is beside it."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from .bare import AGAIN, CLOCKS, DATING, DEICTIC
from .history import HISTORY
from .leaning import MONTH, SEASON, YEAR, Told, over
from .meaning.base import size_of

LATE = "18:00"  # between it and the morning lies midnight
OF_WHICH = re.compile(r",? (?:when|in which|during which)\b")
CHAIN = 2  # times of the story after which it goes over into the next paragraph

# a text published on Thursday, 2025-05-08; the words; their value
EXAMPLES = (
    ("It began badly in March 1932. At 9 p.m. a noise was heard.", "9 p.m.", "XXXX-XX-XXT21:00"),  # nobody says the day
    ("The trial\n\nMarch 3: The jury is chosen.\n\nMarch 6: The first witness is heard.", "March 6", "2025-03-06"),
    ("They won in 1968 with the 1964 Rights Act, and that year they lost.", "that year", "1968"),
    # a day by its name and number begins a story, whose weekdays follow, into the next paragraph too
    ("It began on Monday the 10th.\n\nThe next day it rained. On Wednesday it fell.", "Wednesday", "2025-03-12"),
    ("It began on Monday the 10th. The next morning it rained. Tuesday was hot.", "Tuesday", "2025-03-11"),
    ("He said on Monday the 10th that it was cold. On Wednesday it fell.", "Wednesday", "2025-05-07"),
    ("She spoke on Monday, and may face doubts when she speaks later Monday.", "later Monday", "2025-05-05"),
    ("She declared three days of mourning, from Sunday to Tuesday.", "Tuesday", "2025-05-06"),
    ("The sixth is delivered in June, and the last in December.", "December", "2025-12"),
    (
        "It began on Monday the 10th. Two days later it rained. Over the weekend it snowed. They left on Sunday.",
        "Sunday",
        "2025-03-16",
    ),
    ("It began on Monday the 10th. Two days later it rained. By the Friday they had left.", "Friday", "2025-03-14"),
    (
        "It burned on 14 March 2023. “We had until Thursday,” he said. That night they left.",
        "That night",
        "2023-03-16TNI",
    ),
    # no way back to the publication; and what is back there
    ("It burned on 14 March 2023. Nobody died, then or now. The owners left in August.", "August", "2023-08"),
    ("It burned on 14 March 2023. Nobody dies there now. The owners left in August.", "August", "2024-08"),
    ("It closed in May 2019. “It was bad,” she said on Sunday. “They rang in August.”", "August", "2024-08"),
    ("“We won in 2019, and that year we built it,” she said in March 2023.", "that year", "2019"),
    # on from what was told last, whoever told it: in a speech, in a clause beside, of three months
    ("“We asked in 1996,” she said. It was turned down on 30 April.", "30 April", "1996-04-30"),
    ("A hall that closed in 2019 has cost them more.\n\nTenders were opened in February.", "February", "2019-02"),
    ("It lost in the last three months of 2008. It was shut in December.", "December", "2008-12"),
    ("2011 - Portugal seeks a bailout in April, and they meet on the 26th.", "the 26th", "2011-04-26"),
    ("It burned on 24 April. The rain had set in on the Saturday.", "Saturday", "2025-04-19"),
    ("The inquiry, announced in 2020, had sat for nine days when it was put off that March.", "that March", "2020-03"),
)


class Narration:
    """The narrative time, while the times of an article are read in order.

    `main` is where the story stands, `local` what the paragraph told last: the same, or a look back ("a smaller tank
    **had** burst in November 1987"), or a year, on which only the rest of the paragraph leans.
    """

    def __init__(self, published=None, frame="", text="", series=None):
        self.published, self.frame, self.text, self.series = published, frame, text, series or Counter()
        self.history = frame == HISTORY
        self.main = self.local = None
        self.left = None  # where the story stood when a time of the publication broke it off
        self.spoken = -1  # the last block in which somebody says something on a day of the publication's
        self.last = None  # the time told last by its year or leaning on one, if none of the publication's came after it
        self.day = None  # the last day that was told, of the story or of the publication's week
        self.said, self.aside = (), ()  # the last time told of each size, oldest first; those told beside the story

    def reference(self, reference, telling):
        """What relative times lean on, with what was told before: in a speech, what this speech told."""
        here = [
            told
            for told in self.aside
            if (telling.speech and told.telling.block == telling.block)
            or (
                told.size == YEAR
                and told.telling.sentence == telling.sentence
                and told.telling.before
                and not told.telling.origin
            )
        ]  # the inquiry, announced in **2020**, was put off that March
        said = tuple(told.said for told in (*self.aside, *self.said, *here))
        return replace(reference, said=said)

    def _open(self, telling):
        """Where the story stands, as long as it goes on."""
        anchor = self.main
        entry = anchor is not None and anchor.telling.entry
        alone = entry and self.text[anchor.end : anchor.end + 1] in ("\n", "")  # and no text stands behind it
        if entry and (telling.entry or telling.block - anchor.telling.block <= 2 * alone):
            return anchor
        if telling.aside and anchor is not None and telling.block > self.spoken > anchor.telling.block:
            return None  # beside what is told after somebody spoke on a day of the publication's
        if anchor is None or telling.kind == "title" or anchor.telling.section != telling.section:
            return None
        if anchor.telling.kind == "heading" or telling.block == anchor.telling.block:
            return anchor
        goes_on = telling.block - anchor.telling.block == 1 and not telling.noun
        whole = anchor.size <= SEASON and (anchor.chain >= CHAIN or anchor.size == 0 or telling.had or goes_on)
        near = telling.block - anchor.telling.block <= 2
        going = telling.past or telling.had or telling.would or telling.chronicle
        going = going or (telling.speech and not telling.future and anchor.chain > CHAIN)
        still = telling.present - anchor.telling.present <= (anchor.chain > CHAIN)
        return anchor if whole and near and going and (still or telling.chronicle) else None

    def told(self, rule, groups, place, text, time, telling, leaned):
        """Let the time of the story move on with a time that was read."""
        dated = isinstance(time.earliest, date) and isinstance(time.latest, date)
        if not isinstance(time.earliest, date) or (time.type not in ("DATE", "TIME") and not groups.get("year")):
            return
        size = SEASON if time.type == "DURATION" else size_of(time.value or "")  # the last three months of 2008
        hour = (time.value or "").partition("T")[2][:5]
        told = Told(
            time.earliest,
            time.latest if dated else time.earliest,
            size,
            *place,
            telling,
            weekday="day" in text.lower(),
            hour=hour if ":" in hour else "",
            late=hour[:2] in ("EV", "NI") or (":" in hour and hour >= LATE),
        )
        looks_back = leaned and telling.had  # "**three weeks earlier** it had burned": beside the story, which goes on
        deictic = not looks_back and bool(rule.name in DEICTIC or groups.get("shift"))
        if (time.value == "PRESENT_REF" and telling.past) or (time.said and groups.get("shift")):
            deictic = False  # nobody drowned, then or **now**; had gone there **the previous week**
        self._remember(told, deictic, leaned)
        if telling.kind == "title":
            return
        if groups.get("year") or leaned or time.said:
            self.last = told if self.published is None or told.first <= self.published else self.last
        elif time.leaned and not telling.speech and time.value != "PRESENT_REF":
            self.last = None
        if telling.reporting and time.leaned and not leaned:
            self.spoken = telling.block
        known = self.day is not None and telling.block - self.day.telling.block <= 1
        back = (
            telling.had or telling.noun or telling.before
        )  # beside the day: the valve **had** stuck on Monday, **Saturday's** show
        ahead = telling.future or telling.would or (telling.chronicle and not telling.opens)
        new = not (ahead or telling.reporting or telling.speech or (known and back))
        if size == 0 and (new or (leaned and rule.name in CLOCKS)):
            self.day = told
        long_over = over(told.last, self.published)
        dating = rule.name in DATING or self._years_ago(groups, told)
        if deictic and not (long_over and dating) and telling.kind != "heading":
            if self.history or (self.main is not None and self.main.telling.entry):
                return
            if not telling.reporting and not telling.speech and not telling.aside:
                self.left, self.main, self.local = (
                    self.main or self.left,
                    None,
                    None,
                )  # "in the yard, which is **now** a car park, they met": it goes on
            return
        if dated:
            self._move(rule, groups, told, time, leaned, long_over)

    def _years_ago(self, groups, told):
        """Whether a year is told by how long ago it is: "**Two years ago**, on 7 June, it fell"."""
        years = self.published.year - told.first.year if told.size == YEAR and self.published else 0
        return (groups.get("way") or "").lower() == "ago" and years > 1

    def _remember(self, told, deictic, leaned):
        """Keep what "that day", "the next year" can lean on."""
        telling = told.telling
        one_more = telling.noun and any(
            one.size == told.size and one.telling.block == telling.block and not one.telling.noun for one in self.said
        )  # "in **1968** … under the 1964 Civil Rights Act … that year"
        beside = telling.aside and (deictic or (telling.before and self.said))
        if (telling.speech and not leaned) or one_more or beside:
            self.aside = (*(one for one in self.aside if one.size != told.size), told)
        else:
            self.said = (*(one for one in self.said if one.size != told.size), told)

    def _move(self, rule, groups, told, time, leaned, over):
        telling, size = told.telling, told.size
        if self.history:
            if leaned or not time.leaned:
                self._go_on(told)
            return
        again = rule.name in AGAIN  # "**that** Tuesday": back in the story
        before = self._open(telling)
        if again and before is not None and before.size < size and told.first <= before.first <= told.last:
            return  # "nothing more came **that year**": the story stands there at a finer time
        if over and size == YEAR and groups.get("year") and self._tells_of(told):
            self.local = replace(told, beside=True)
            return
        if telling.leads and over and size <= YEAR and groups.get("year") and not (telling.speech or telling.noun):
            self.main = self.local = replace(told, chain=CHAIN)
            return
        dating = (rule.name in DATING and size <= SEASON) or self._years_ago(groups, told)
        over = over and telling.past and dating
        placed = rule.name == "weekday the day" and telling.past  # it began on **Monday, the 10th**
        full = bool(groups.get("year")) or leaned or placed or (time.said and (again or before)) or over
        if not full or size > YEAR or telling.speech or (size == YEAR and telling.origin):
            return
        if telling.future or telling.would:
            return
        if telling.reporting and not leaned:
            return  # "she said in 2003": an aside of the one who tells it
        aside = telling.aside and not (again or (size <= MONTH and telling.finite))
        if telling.kind != "heading" and not telling.entry and (aside or not (telling.past or telling.had or leaned)):
            return
        if (telling.had or telling.before) and leaned and self.main is not None:
            if size <= SEASON and not telling.before:
                if self.main.size == YEAR and told.first.year == self.main.first.year:
                    self.main = replace(self.main, chain=self.main.chain + 1)  # what is told of the year goes on
                self.local = replace(told, beside=True)  # a look back
            return
        chain = max((before.chain if before is not None else 0) + 1, CHAIN if again else 1)
        gone = before is not None and (before.first - told.last).days > 366
        local = self.local  # what leans on a look back looks back
        back = local is not None and local.beside and time.said == (local.start, local.end)
        beside = back or (before is not None and not leaned and (telling.had or (gone and before.chain > CHAIN)))
        self.local = replace(told, chain=chain, beside=beside)
        if not beside and (size < YEAR or self.main is None or telling.kind == "heading" or telling.entry):
            self.main = self.local

    def _tells_of(self, told):
        """Whether a clause goes on to tell of a year, whatever the tense: of **1938**, when they won in March."""
        return bool(OF_WHICH.match(self.text, told.end))

    def _go_on(self, told):
        """In a history each time moves it on, but what is ahead, what is said, and a year that names a thing."""
        telling = told.telling
        if telling.speech or told.size > YEAR or (telling.future and not telling.scheduled):
            return
        if telling.noun and told.size == YEAR:
            return
        self.local = replace(told, beside=telling.had or telling.before)
        if not self.local.beside:
            self.main = self.local
