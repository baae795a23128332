"""The time of the story: what a bare month, day, weekday or hour means in a passage that narrates another time.

There are two clocks: the publication's, and the story's, which stands at the last time that a main clause told in the
past by its full date, by a weekday and its day ("Monday the 10th"), by one that lies long before the publication ("Ten
years ago today"), or leaning on the story. Which of them a bare time is read on:

- the story's, while the paragraph and those after it go on in the past; a weekday needs a day told twice, or with its
  weekday, or a week, in this paragraph or the one before;
- beside the story, in a look back ("a smaller tank **had** burst in November 1987"): what goes on from there leans on
  it, the next paragraph returns to the story, and a story of a year alone is the firmer for it;
- the publication's again, from a time of its own frame ("last week"), a present tense, a heading or the future on; not
  by what was ahead then ("was to close in May"), "now" in the past tense, or what somebody "said on Wednesday", though
  his own words are of that day. Only a month or day that would else lie more than half a year back is still the
  story's, in the next paragraph.

The temporal anchor of a clause is taken up by the next one unless it sets another (Webber 1988). In a history
(`history`) each time that is told moves the story on, and it never ends. What was told last by its year, in a speech
or beside, is gone on from too, where nothing of the publication's came between (`_goes_on`). A block that is a time,
or opens with one ("2005", "March 3: …"), sets it for what follows. A bare month of the last half year is the news'
own, where only a year was told before, unless its paragraph goes from date to date (`SERIES`).
"""

from dataclasses import replace
from datetime import timedelta

from . import leaning
from .bare import BARE, CLOCK_UNITS, CLOCKS, WITH_WEEKDAY
from .history import NEWS
from .leaning import MONTH, YEAR, over
from .meaning.base import SIZES
from .meaning.periods import following, same_unit
from .meaning.weeks import following_weekday
from .moving import CHAIN, Narration

SERIES = 3  # bare times of the past, from one of which to the next a paragraph goes: it tells a story
EARLY = "06:59"  # after what was told in the evening it is the next day's

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
    ("It burst on 6 May 2023 at 11 p.m. At 4 a.m. it stopped.", "4 a.m.", "2023-05-07T04:00"),
    ("It burned on 14 March 2023 at 11 p.m. Six minutes later it fell.", "Six minutes later", "2023-03-14T23:06"),
    ("She was born in May 1952. In August they left.", "August", "1952-08"),
    ("It burned in 2019. Two years earlier it had been sold.", "Two years earlier", "2017"),
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
    ("It burned on 14 March 2023.\n\n11.50pm: A gauge stops working.", "11.50pm", "2023-03-14T23:50"),
    ("It closed on Saturday 13 March 2021. They met on the night of 3 May.", "the night of 3 May", "2021-05-03TNI"),
    ("It burned in January 1947. In the winter they left.", "the winter", "1946-WI"),
    # what had gone **by** then; the morning after; a present tense that leads into the story; what follows a year
    ("It was filed in February 2024, and by June the clerks had left.", "June", "2024-06"),
    ("The dispute begins in October 1981.\n\nIn November the mills closed.", "November", "1981-11"),
    ("It lost in June 2022. A claim went in the following year. It was turned down in March.", "March", "2023-03"),
    (
        "It ended in the fall of 1996. He was freed three days before Christmas.",
        "three days before Christmas",
        "1996-12-22",
    ),
    ("It sailed in 1997. It had been given a door that May. In April two men saw it.", "April", "1997-04"),
    ("It burned on 14 March 2023. She had gone there the previous week.", "the previous week", "2023-W10"),
    (
        "It sailed on 7 March 2023. She left at noon on Saturday the 11th.",
        "noon on Saturday the 11th",
        "2023-03-11T12:00",
    ),
    (
        "It is the lowest since the survey began, in 2019. It was lower in February.",
        "February",
        "2025-02",
    ),
    ("Men will tell you about 1938, when they won in March.", "March", "1938-03"),
    # broken off by a time of the publication, and taken up where a day would else lie too long ago
    (
        "They moved in in the spring of 2023. Papers show that which were released last week.\n\nA man walked there on "
        "3 September.",
        "3 September",
        "2023-09-03",
    ),
    # a year by how long ago it is; counted back from a year
    ("Eight years ago he lost, having won in February.", "February", "2017-02"),
    ("It closed in 1994. A decade earlier it had been full.", "A decade earlier", "198"),
    ("It closed in 1994. Two years earlier it was full.", "Two years earlier", "1992"),
    # a look back that does not end the story
    (
        "It closed on 7 October 2013. It had been shut three weeks earlier.\n\nOn 9 November it fell.",
        "9 November",
        "2013-11-09",
    ),
    ("It burned on 22 December 2021. Then it was Christmas morning.", "Christmas morning", "2021-12-25TMO"),
    # the next paragraph; the evening of the day
    ("It was inspected in January 2023.\n\nIn March the owners left it.", "March", "2023-03"),
    ("It burned on 14 March 2023. They spent the evening in a school.", "the evening", "2023-03-14TEV"),
    # a history; a chronicle by days; a list of them without a year
    ("The party of 1846 left Springfield in April. In February 1847 it was found.", "April", "1846-04"),
    ("2005\n\nApril 3\n\nThe paper reports a loss.\n\nMay 11\n\nThe governor gives a speech.", "May 11", "2005-05-11"),
    # the other frame
    ("It was filed in 2022, she said on Tuesday. In March a court threw it out.", "March", "2025-03"),
    ("The hall was inspected in January 2023. In March they will open it.", "March", "2026-03"),
    ("The hall, built in January 2023, was sold. In March the owners left.", "March", "2025-03"),
    ("The hall was founded in 1987. In March the owners left.", "March", "2025-03"),
    ("It was inspected in January 2023. It stands empty.\n\nIn March the owners left it.", "March", "2025-03"),
    ("It was inspected in January 2023. They left last week. In March they sold it.", "March", "2025-03"),
    ("On Monday 7 October 2013 he felt it move. On Wednesday he rang again.", "Wednesday", "2013-10-09"),
    ("On 7 October 2013 it moved. He said on Wednesday that he rang.", "Wednesday", "2025-05-07"),
)


class Story(Narration):
    """The narrative time, and what leans on it."""

    def lean(self, rule, groups, telling, reference):
        """What a bare time means in the time of the story, and what says so; None where it leans on no story.

        Returns
        -------
        Time or None
        """
        if self.history and telling.scheduled:  # a history is told in the present tense, too
            telling = replace(telling, future=False, past=True)
            reference = replace(reference, future=False, past=True)
        if rule.name in CLOCKS and not groups.get("weekday"):
            time = self._clock(rule, groups, telling, reference)
            if time is None and self.history and not telling.future:
                return rule.meaning(groups, replace(reference, day=None))  # of a day that nobody tells
            return time
        last = self.said[-1] if self.said else None
        here = last is not None and last.size == 0 and last.telling.sentence == telling.sentence
        if rule.name == "weekday" and (time := leaning.named(groups, reference, last if here else self.day)):
            return time
        if rule.name == "weekday" and leaning.UNTIL.search(
            reference.text[max(groups["place"] - 30, 0) : groups["place"]]
        ):
            return following_weekday({**groups, "way": "following"}, reference)
        if rule.name == "later" and groups["unit"].lower() in CLOCK_UNITS:
            return leaning.minutes_later(groups, telling, self.day)
        anchor = self._anchor(rule, groups, telling, reference)
        if rule.name in BARE and self._goes_on(telling):
            nearer = anchor is None or (self.last.start > anchor.start and self.last.telling.block == telling.block)
            anchor = self.last if nearer else anchor
        the = rule.name == "weekday" and reference.text[: groups["place"]].endswith("the ")
        if the and anchor is None and last is not None and telling.block - last.telling.block <= 1:
            anchor = last  # on **24 September** … It had rained since the Saturday
        if anchor is None and telling.entry and rule.name in BARE and not groups.get("year"):
            return leaning.nearest(rule, groups, reference)
        if anchor is None or (telling.future and not telling.would and not telling.entry):
            return None
        said = replace(reference, said=(anchor.said,))
        if rule.name == "ago":
            return leaning.earlier(groups, telling, reference, anchor)
        if rule.name == "weekday":
            far = anchor.telling.block != telling.block and not anchor.weekday and anchor.chain < CHAIN
            if far and not the and self.frame == NEWS:
                return None
            return leaning.weekday(groups, telling, reference, anchor)
        if rule.name == "clock and day" and groups.get("day") and anchor.size <= MONTH:
            return self._beside(rule, groups, reference, anchor)
        if groups.get("weekday") and rule.name in WITH_WEEKDAY:
            day = leaning.weekday(groups, telling, reference, anchor)
            time = day and rule.meaning(groups, replace(reference, day=day.earliest))
            return time and replace(time, leaned=False, said=day.said)
        if rule.name == "shifted unit" and groups["shift"].lower() == "previous":
            here = anchor.telling.block == telling.block and (telling.past or telling.had)
            time = following(groups | {"way": "previous"}, said) if here else None
            return time if time and time.said else None
        if rule.name == "shifted unit" and groups["shift"].lower() == "next":
            return leaning.next_unit(groups, telling, reference)
        if rule.name == "weekday the day" and anchor.size <= MONTH:
            return self._beside(rule, groups, reference, anchor)
        if rule.name in ("end of the unit", "the weekend"):
            unit = groups["unit"].lower()
            goes_on = over(anchor.last, self.published) or (anchor.chain >= CHAIN and telling.past)
            near = anchor.size <= SIZES.index(unit) and goes_on
            return same_unit(groups, said) if near else None
        if rule.name not in BARE or groups.get("year") or groups.get("shift") or groups.get("of"):
            return None
        apart = anchor.telling.sentence != telling.sentence or telling.joined
        if (
            (self.frame == NEWS or telling.reporting)
            and anchor.size == YEAR
            and anchor.chain < CHAIN
            and apart
            and self.series[telling.block] < SERIES
            and not (telling.speech and anchor.telling.speech)
            and leaning.recent(rule, groups, reference)
        ):
            return None
        return leaning.bare(rule, groups, telling, reference, anchor)

    def _goes_on(self, telling):
        """Whether a clause goes on from the time that was told last, whoever told it, and in what construction.

        “We asked in **1996**. They told us July.” It was turned down **on 30 September**.
        """
        beside = telling.had or telling.aside or telling.noun or telling.perfect
        if self.last is None or beside or not (telling.past or telling.would):
            return False
        last = self.last.telling
        named = last.noun or last.origin or last.perfect or last.had or last.before or (last.aside and not last.finite)
        near = telling.block - last.block <= 1 and telling.section == last.section and telling.present == last.present
        return near and not named and (telling.speech or not telling.reporting)

    def _beside(self, rule, groups, reference, anchor):
        """ "Saturday the 19th": the day of that name and number nearest to the story."""
        day = anchor.first + timedelta(days=15) if anchor.size else anchor.first
        time = rule.meaning(groups, replace(reference, day=day, past=False, future=False))
        return time and replace(time, leaned=False, said=(anchor.start, anchor.end))

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
        time = rule.meaning(groups, replace(reference, day=told.first, told=True))
        hour = time and time.value and time.value.partition("T")[2][:5]
        if hour and told.late and (hour <= EARLY or hour == "MO") and going:
            time = rule.meaning(groups, replace(reference, day=told.first + timedelta(days=1), told=True))
        return time and replace(time, leaned=False, said=(told.start, told.end))

    def _anchor(self, rule, groups, telling, reference):
        """The time that a bare one leans on: what its paragraph told last, or where the story stands."""
        local = self.local
        if telling.kind == "title" or telling.perfect:
            return None
        if telling.speech and self.spoken == telling.block:
            return None  # “They rang me in **August**,” she said on Sunday
        if self.history:
            back = telling.had or reference.text[: groups["place"]].endswith("that ")
            here = local is not None and local.telling.block == telling.block and (back or not local.beside)
            return local if here else self.main
        if local is not None and local.telling.sentence == telling.sentence and self._tells_of(local):
            return local
        if local is not None and local.telling.block == telling.block:
            that = reference.text[: groups["place"]].endswith("that ")
            finest = 0 if rule.name == "weekday" else MONTH  # a look back to a year holds no day
            back = telling.had or telling.would or (local.telling.past and not local.telling.had)
            if that or not local.beside or (back and local.size <= finest):
                return local
        return self._open(telling) or self._taken_up(rule, groups, telling, reference)

    def _taken_up(self, rule, groups, telling, reference):
        """Where the story stood before a time of the publication, for what would else lie too long ago to be bare.

        "They moved in in **2009**, papers show that were released last week. A surveyor came on **3 March**."
        """
        left = self.left
        if left is None or left.telling.section != telling.section or telling.block - left.telling.block != 1:
            return None
        if rule.name not in BARE or not telling.past or telling.aside or telling.speech or telling.reporting:
            return None
        return None if groups.get("year") or leaning.recent(rule, groups, reference) else left
