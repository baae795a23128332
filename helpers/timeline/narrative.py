"""The time of the story: the year of a bare month, day or holiday in a passage that narrates another year.

The narrative time is the last full date of the paragraph, in a main clause told in the past, and moves on with each
time that leans on it; it goes over into the next paragraphs while the passage goes on in the past. A time of the
publication's own frame ("last week"), a present tense, a heading or the future end it. The temporal anchor of a
clause is taken up by the next one unless it sets another (Webber 1988).
"""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..language.grammar import clause_verb
from .meaning.base import SIZES, size_of, weekday_number
from .meaning.periods import following
from .meaning.weeks import day_of_that_month, following_weekday
from .tense import RELATING

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
    )
)
AGAIN = frozenset(("that weekday", "that month", "that season", "same unit"))
CLOCKS = frozenset(("clock", "o'clock", "named hour", "hour of a part", "spoken clock"))
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
# Who tells it later tells it in another time: "she **said** in 2003".
SAYING = frozenset("say tell recall remember claim report note cite quote explain argue add".split())
ORIGINS = frozenset("found establish create build incorporate bear launch set".split())  # asides: "founded in 1987"
BESIDE = frozenset("relcl acl appos".split())
NOUNS = frozenset("compound nummod nmod amod poss".split())
SEASON, YEAR = SIZES.index("quarter"), SIZES.index("year")  # sizes
AGAINST = 3  # how many times nearer a time must be against the way in which a clause's tense tells it
FRESH = 60  # days before the publication, of which a look back may tell without the year
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
class Telling:
    """How a time is told: its clause's tense, and where it stands."""

    future: bool
    past: bool
    had: bool  # "had closed": before the time of the story
    would: bool  # "would close": after it
    reporting: bool  # said, wrote, told
    aside: bool  # in a relative clause, at a noun
    origin: bool  # was founded, was born
    speech: bool
    block: int
    section: int
    kind: str  # of the block
    present: int  # how many main clauses in the present tense were told before
    finite: bool = False  # in a relative clause that is told in the past: who **was found** on 1 November
    noun: str = ""  # that the time modifies: the 8 November **election**


@dataclass(frozen=True)
class Anchor:
    first: date
    last: date
    size: int
    start: int
    end: int
    telling: Telling
    chain: int
    weekday: bool
    hour: str = ""


def tellings(article, doc, places, tenses):
    """How each time is told: places (start, end) in order, and (future, past) of each."""
    kinds = article.blocks["kind"].tolist()
    starts = article.blocks["start"].tolist()
    sections, number = [], 0
    for kind in kinds:
        number += kind == "heading"
        sections.append(number)
    speech = _speech(article.text, starts)
    if places:
        present = [
            sent.root.idx
            for sent in doc.sents
            if sent.root.tag_ in ("VBZ", "VBP")
            and sent.root.lemma_.lower() not in RELATING
            and not speech(sent.root.idx)
        ]
    rows = []
    for (start, end), (future, past) in zip(places, tenses, strict=True):
        span = doc.char_span(start, end, alignment_mode="expand")
        block = max(bisect_left(starts, start + 1) - 1, 0)
        verb = clause_verb(span.root) if span is not None else None
        helpers = (
            {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")} if verb is not None else set()
        )
        rows.append(
            Telling(
                future,
                past,
                bool({"had", "’d"} & helpers) or _looks_back(verb),
                "would" in helpers,
                verb is not None and verb.lemma_.lower() in SAYING and not _is_told(verb),
                span is None or _aside(span, verb),
                verb is not None and verb.lemma_.lower() in ORIGINS,
                speech(start),
                block,
                sections[block],
                kinds[block],
                bisect_left(present, start),
                span is not None and verb.dep_ == "relcl" and past and not _modified(span),
                _modified(span) if span is not None else "",
            )
        )
    return rows


def _is_told(verb):
    """Whether a verb of saying is passive, and so tells of the story: it **was reported** as unsafe in March."""
    return any(child.dep_ == "auxpass" for child in verb.children)


def _looks_back(verb):
    """Whether a verb shares the "had" of the one that it is joined to: it **had** been reported and put off."""
    joined = verb is not None and verb.dep_ == "conj" and verb.tag_ == "VBN"
    return joined and any(child.lower_ == "had" for child in verb.head.children)


def _aside(span, verb):
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return verb.dep_ in BESIDE or bool(_modified(span)) or before in ("since", "(")


def _modified(span):
    """The noun that a time stands before, in its dictionary form; "" where there is none."""
    head = span.root.head
    return head.lemma_.lower() if span.root.dep_ in NOUNS and head.pos_ in ("NOUN", "PROPN") else ""


def _speech(text, starts):
    """Whether a place stands in quotation marks that its block opened; asked in the order of the text."""
    marks = [(place, mark) for place, mark in enumerate(text) if mark in '“”"']
    inside, block, opened = [], 0, False
    for place, mark in marks:
        while block < len(starts) and starts[block] <= place:
            block, opened = block + 1, False
        opened = {"“": True, "”": False}.get(mark, not opened)
        inside.append((place, opened, block))
    places = [row[0] for row in inside]

    def asked(place):
        number = bisect_left(places, place) - 1
        if number < 0 or not inside[number][1]:
            return False
        return inside[number][2] == bisect_left(starts, place + 1)  # not of the block before

    return asked


class Story:
    """The narrative time, while the times of an article are read in order."""

    def __init__(self):
        self.anchor = None
        self.day = None  # the last day that was told, of the story or of the publication's week

    def lean(self, rule, groups, telling, reference):
        """What a bare time means in the time of the story, and what says so; None where it leans on no story.

        Returns
        -------
        Time or None
        """
        if rule.name in CLOCKS:
            return self._clock(rule, groups, telling, reference)
        anchor = self._open(telling)
        if anchor is None or (telling.future and not telling.would):
            return None
        if rule.name == "ago":
            return self._earlier(groups, telling, reference, anchor)
        if rule.name == "day alone":
            said = ((SIZES.index("month"), anchor.first, anchor.start, anchor.end),)
            time = day_of_that_month({**groups, "shift": "that"}, replace(reference, said=said))
            if time.earliest and time.earliest < anchor.first and anchor.size == 0 and not telling.had:
                following = ((said[0][0], anchor.first + relativedelta(months=1), *said[0][2:]),)
                time = day_of_that_month({**groups, "shift": "that"}, replace(reference, said=following))
            return time if anchor.size <= SIZES.index("month") else None
        if rule.name == "weekday":
            return self._weekday(groups, telling, reference, anchor)
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

    def _fresh(self, found, reference):
        """Whether a day lies so shortly before the publication that it needs no year beside an older story."""
        days = [time.earliest for time in found.values() if time.earliest == time.latest]
        days += [
            day.replace(year=reference.day.year)
            for day in days[:1]
            if reference.day and (day.month, day.day) != (2, 29)
        ]
        return bool(reference.day) and any(0 <= (reference.day - day).days <= FRESH for day in days)

    def _weekday(self, groups, telling, reference, anchor):
        """A weekday told among days of the story that are called by their weekdays, or in its future or its past."""
        near = telling.block - anchor.telling.block <= telling.had and anchor.size == 0
        if not near or telling.reporting or not (anchor.weekday or telling.would or telling.had):
            return None
        said = ((0, anchor.first, anchor.start, anchor.end),)
        way = {"way": "previous"} if telling.had else {"way": "following"}
        return following_weekday({**groups, **way}, replace(reference, said=said))

    def _earlier(self, groups, telling, reference, anchor):
        """ "Two years earlier it had been sold": counted from the story."""
        back = (groups.get("way") or "").lower() == "earlier" and not reference.quarter
        if not back or telling.block != anchor.telling.block or not (telling.had or anchor.size < YEAR):
            return None
        said = ((anchor.size, anchor.first, anchor.start, anchor.end),)
        return following({**groups, "way": "before that"}, replace(reference, said=said))

    def _clock(self, rule, groups, telling, reference):
        """A time of day without its day: of the last day that was told; after midnight, of the next one."""
        told = self.day
        if any(groups.get(name) for name in ("weekday", "month", "word")) or told is None or telling.future:
            return None
        if told.telling.section != telling.section or telling.block - told.telling.block > 1:
            return None
        if telling.block != told.telling.block and not telling.past:
            return None
        time = rule.meaning(groups, replace(reference, day=told.first))
        hour = time and time.value and time.value.partition("T")[2][:5]
        if hour and told.hour and told.hour >= LATE and hour <= EARLY and telling.past:
            time = rule.meaning(groups, replace(reference, day=told.first + timedelta(days=1)))
        return time and replace(time, leaned=False, said=(told.start, told.end))

    def _open(self, telling):
        anchor = self.anchor
        if anchor is None or telling.kind == "title" or anchor.telling.section != telling.section:
            return None
        if anchor.telling.kind == "heading" or telling.block == anchor.telling.block:
            return anchor
        whole = anchor.size <= SEASON and (anchor.chain >= CHAIN or anchor.size == 0 or telling.had)
        near = telling.block - anchor.telling.block <= 2 and telling.present == anchor.telling.present
        return anchor if whole and near and (telling.past or telling.had) else None

    def told(self, rule, groups, place, text, time, telling, leaned):
        """Let the time of the story move on with a time that was read."""
        if telling.kind == "title":
            return
        if time.type in ("DATE", "TIME") and size_of(time.value or "") == 0 and isinstance(time.earliest, date):
            if not (telling.future or telling.reporting or telling.speech):
                hour = time.value.partition("T")[2][:5]
                self.day = Anchor(
                    time.earliest, time.earliest, 0, *place, telling, 1, False, hour if ":" in hour else ""
                )
        deictic = rule.name in DEICTIC or groups.get("shift")
        if deictic and not telling.reporting and not telling.speech and telling.kind != "heading":
            if not telling.aside:  # "in the yard, which is **now** a car park, they met": the story goes on
                self.anchor = None
            return
        if (
            time.type not in ("DATE", "TIME")
            or not isinstance(time.earliest, date)
            or not isinstance(time.latest, date)
        ):
            return
        size = size_of(time.value or "")
        again = rule.name in AGAIN  # "**that** Tuesday": back in the story
        full = bool(groups.get("year")) or leaned or (time.said and (again or self._open(telling)))
        if not full or size > YEAR or telling.future or telling.speech or (size == YEAR and telling.origin):
            return
        if telling.reporting and not leaned:
            return  # "she said in 2003": an aside of the one who tells it
        aside = telling.aside and not (again or (size == 0 and telling.finite))
        if telling.kind != "heading" and (aside or not (telling.past or telling.had or leaned)):
            return
        if telling.had and leaned:
            return  # a look back
        before = self._open(telling)
        self.anchor = Anchor(
            time.earliest,
            time.latest,
            size,
            *place,
            telling,
            (before.chain if before is not None else 0) + 1,
            "day" in text.lower(),
        )


def _year(anchor, found, telling):
    """The year in which a bare time lies: the story goes on, unless it looks back or the other way is far nearer."""
    year = anchor.first.year
    time, before, ahead = found.get(year), found.get(year - 1), found.get(year + 1)
    if time is None or anchor.size >= YEAR:
        return year
    if telling.had:
        if time.earliest <= anchor.last or before is None:
            return year
        return year if AGAINST * (time.earliest - anchor.last).days < (anchor.first - before.latest).days else year - 1
    if time.latest >= anchor.first or ahead is None:
        return year
    forward = (ahead.earliest - anchor.last).days
    return year + 1 if forward <= AGAINST * (anchor.first - time.latest).days else year
