"""Finding times: the rules over each block, the longest first, what is no time left out."""

import re
from bisect import bisect_right
from collections import Counter
from datetime import date

from dateutil.relativedelta import relativedelta

from .. import corrections, tables
from ..article import ABOUT
from ..language import parse, story
from .ambiguous import stands
from .bare import BARE, DEICTIC
from .history import frame_of
from .meaning import Reference
from .narrative import Story
from .reference import Basis, assumed, enough, published
from .rules import RULES
from .telling import in_the_present, tellings
from .tense import tense
from .triggers import needed, runs_in, windows

_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3])(:[0-5]\d)?")
NEEDED = [needed(rule.pattern) for rule in RULES]  # letters that each match of a rule has
RUNS = frozenset().union(*NEEDED)
HAVING = {run: {runs for runs in RUNS if run in runs} for run in frozenset().union(*RUNS)}
EXTRA = ("future", "rule", "then")  # what a row says of itself beyond the table's columns
HEADLINES = ("title", "heading")
COUNTED = DEICTIC - {"vague"}  # from the publication
# What is compared with a year earlier once one of these was named is no quarter.
SEVERAL_QUARTERS = frozenset(("P6M", "P9M"))
NEAR = 1500  # characters for which a quarter that was named stays the one that is talked about


def find_times(article):
    """Every expression of time, with its TIMEX3 value and the interval that it can mean.

    Parameters
    ----------
    article : Article
        Relative times are resolved against `article.published`; without it against the day that
        the article's own dates support, as an assumption that `anchor` states; without such
        dates they keep an underspecified value.

    Returns
    -------
    pandas.DataFrame
        The times table: `type` (DATE, TIME, DURATION, SET), `value` (TIMEX3), `earliest` and
        `latest` (ISO 8601: days, of a time of day the minute; missing if unknown), `anchor` (what it leans on).

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("It opened in October and closes next year.", published="2025-05-08")
    >>> find_times(article)[["text", "value", "anchor"]].values.tolist()
    [['October', '2024-10', 'published 2025-05-08'], ['next year', '2026', 'published 2025-05-08']]
    """
    return corrections.apply(article, "times", uncorrected(article))


def uncorrected(article):
    """The times table without corrections of its rows."""
    return _table(article, _found(article)[0])


def _table(article, rows):
    return tables.build("times", [{k: v for k, v in row.items() if k not in EXTRA} for row in rows], article.text)


def reference_day(article):
    """The day that relative times lean on: published, assumed from the article's own dates, or None.

    A reference that is no finer than a month or a year is not given.

    Parameters
    ----------
    article : Article

    Returns
    -------
    datetime.date or None
    """
    basis = _found(article)[1]
    return basis.day if basis.precision == "day" else None


def if_published(article, day=None):
    """Which times would mean something else if the article had been published on another day.

    Parameters
    ----------
    article : Article
    day : datetime.date or str, optional
        The other day; without it a year before the day that relative times lean on now.

    Returns
    -------
    pandas.DataFrame
        Times whose value changes: `start`, `end`, `text`, `value`, and `then`, the other value.
        Empty without a day given if nothing leans on a day.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("It opened in 1990 and closes next year.", published="2025-05-08")
    >>> if_published(article, "2020-01-01")[["text", "value", "then"]].values.tolist()
    [['next year', '2026', '2021']]
    """
    rows, basis, found, share = _found(article)
    if day is None and basis.day is not None:
        day = basis.day - relativedelta(years=1)
    changed = []
    if day is not None:
        day = date.fromisoformat(str(day))
        others = _resolved(found, Basis(day, f"published {day.isoformat()}"), article.text, share)
        then = {(row["start"], row["end"]): row["value"] for row in others}
        changed = [{**row, "then": then.get((row["start"], row["end"]))} for row in rows]
        changed = [row for row in changed if row["then"] != row["value"]]
    table = _table(article, changed)
    return table[["start", "end", "text", "value"]].assign(then=[row["then"] for row in changed])


def rules_used(article):
    """Which rule found each time.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        `start`, `end`, `text`, `value`, `rule` (a name in `timeline.rules.RULES`).

    Examples
    --------
    >>> from helpers.article import from_text
    >>> rules_used(from_text("It opened in 1990 and closes next year."))[["text", "rule"]].values.tolist()
    [['1990', 'year'], ['next year', 'shifted unit']]
    """
    rows = _found(article)[0]
    table = _table(article, rows)
    used = {(row["start"], row["end"]): row["rule"] for row in rows}
    rules = [used[place] for place in zip(table["start"], table["end"], strict=True)]
    return table[["start", "end", "text", "value"]].assign(rule=rules)


@tables.once_per_article
def _found(article):
    """Rows of times, what they lean on, the bare matches, and the share of sentences in the present tense."""
    doc = parse(article)
    matches = _matches(article, doc)
    tenses = [tense(doc, *row[2:4], headline=row[4]) for row in matches]
    present = in_the_present(article, doc) if matches else []
    told = tellings(article, doc, [row[2:4] for row in matches], tenses, present)
    found = [(*row[:4], telling) for row, telling in zip(matches, told, strict=True)]
    share = len(present) / max(sum(1 for _ in doc.sents), 1)
    basis = published(article)
    rows = _resolved(found, basis, article.text, share)
    if basis.day is None:
        basis = assumed(rows, article.text)
        if basis.day is not None:
            rows = _resolved(found, basis, article.text, share)
    blocks = tables.each(article.blocks, "start end kind")
    printed = [(start, end) for start, end, kind in blocks if kind in ("dateline", "published")]  # a day, so a time
    told = sorted([*story(article), *printed])
    starts = [start for start, _ in told]

    def is_told(start):
        number = bisect_right(starts, start) - 1
        return number >= 0 and start < told[number][1]

    return [row for row in rows if is_told(row["start"])], basis, [one for one in found if is_told(one[2])], share


def _resolved(found, basis, text, share):
    """What the expressions mean if relative ones lean on a basis."""
    rows, quarter = [], (0, None)
    bare = (one[4].block for one in found if one[0].name in BARE and one[4].past and not one[1].groupdict().get("year"))
    tale = Story(basis.day, frame_of(_own_words(found), basis.day, share), text, Counter(bare))
    for rule, match, start, end, telling in found:
        near = quarter[1] if start - quarter[0] < NEAR else None
        unit = (match.groupdict().get("unit") or "").lower()
        day = basis.day if enough(basis.precision, rule.name, unit) else None
        groups = {**match.groupdict(), "place": start}
        reference = tale.reference(
            Reference(day, telling.future, near, past=telling.past, text=text, noun=telling.noun), telling
        )
        try:
            leaned = tale.lean(rule, groups, telling, reference)
            time = leaned or rule.meaning(groups, reference)
        except (ValueError, OverflowError):  # years and days that no calendar has
            time = None
        if time is None:
            continue
        named = rule.name in ("bare quarter", "quarter") and time.value and time.value[4:6] == "-Q"
        if named and _over(time, basis.day):
            quarter = (end, time.value)
        elif time.value in SEVERAL_QUARTERS:
            quarter = (end, None)
        row = {
            "start": start,
            "end": end,
            "type": time.type,
            "value": time.value,
            "earliest": _iso(time.earliest),
            "latest": _iso(time.latest),
            "future": telling.future,
            "rule": rule.name,
            "anchor": time.anchor,
            "anchor_start": None,
            "anchor_end": None,
        }
        clock = _CLOCK.match(time.value or "")
        if clock and row["earliest"] and row["earliest"] == row["latest"]:  # a time of day is a moment of its day
            row["earliest"] = row["latest"] = f"{row['earliest']}T{clock[1]}{clock[2] or ':00'}"
        if time.said:
            words = f"{'the time of the story' if leaned else 'told before'}: “{text[slice(*time.said)]}”"
            row |= {"anchor": words, "anchor_start": time.said[0], "anchor_end": time.said[1]}
        elif time.leaned and day is not None and not time.anchor:
            row |= {"anchor": basis.words, "anchor_start": basis.start, "anchor_end": basis.end}
        if time.note:
            row["anchor"] = f"{row['anchor']}; {time.note}" if row["anchor"] else time.note
        tale.told(rule, groups, (start, end), text[start:end], time, telling, leaned is not None)
        rows.append(row)
    return rows


def _own_words(found):
    """Of each time that is nobody's speech what `frame_of` asks."""
    for rule, match, _, _, telling in found:
        groups = match.groupdict()
        if telling.speech or (telling.noun and not groups.get("month")):  # the **2014** nominee
            continue
        last = None
        if groups.get("year"):
            try:
                time = rule.meaning(groups, Reference())
            except (ValueError, OverflowError):
                time = None
            last = time.latest if time is not None and isinstance(time.latest, date) else None
        counted = rule.name in COUNTED or groups.get("shift") or (groups.get("weekday") and last is None)
        beside = telling.aside or telling.origin or telling.reporting or not telling.past
        yield last, bool(counted), bool(groups.get("month")) and not beside


def _iso(day):
    return day.isoformat() if isinstance(day, date) else day


def _matches(article, doc):
    """All matches that stand: the longest of those that overlap, the earlier rule on a tie."""
    found, near = [], runs_in(article.text.lower(), HAVING)
    # A dateline's day is no part of the story, but what relative times lean on.
    blocks = [
        (start, end, kind in HEADLINES)
        for start, end, kind in tables.each(article.blocks, "start end kind")
        if kind not in ABOUT - {"dateline", "published"}
    ]
    for start, end, headline in (
        (*window, block[2]) for block in blocks for window in windows(article.text, *block[:2])
    ):
        there = set().union(*map(HAVING.get, runs_in(article.text[start:end].lower(), near)))
        for number, rule in enumerate(RULES):
            if not NEEDED[number] <= there:
                continue
            for match in rule.pattern.finditer(article.text, start, end):
                first, last = match.span("x") if "x" in rule.pattern.groupindex else match.span()
                if stands(rule, match, first, last, doc):
                    found.append((first, -last, number, match, headline))
    found.sort(key=lambda row: row[:3])
    position, kept = 0, []
    for first, last, number, match, headline in found:
        if first >= position:
            kept.append((RULES[number], match, first, -last, headline))
            position = -last
    return kept


def _over(time, day):
    """Whether a quarter lies behind the article, so that "a year earlier" can be compared with it."""
    return day is None or (time.latest is not None and time.latest < day)
