"""The figures and times of an article that may be set against those of another, with what each is of."""

import re
from dataclasses import dataclass, field
from datetime import date
from math import inf

from ..coreference import mentions
from ..coreference.words import noun_class
from ..language import parse
from ..language.spelling import porter_stem
from ..quantities import find_quantities
from ..quantities.numerals import numerals
from ..quotes import find_quotes
from ..tables import each, is_missing
from ..timeline import find_times
from ..timeline.iso import span_in_words
from ..wording import decimal
from .around import around, scope, tells, whom
from .same import is_same

COUNTED = ("count", "money", "share", "rate", "age", "score", "measure")  # kinds of quantities
SIZES = {"metre": 1, "kilometre": 1_000, "mile": 1_609, "yard": 0.914, "foot": 0.305, "inch": 0.0254}  # lengths
DAYS = {"second": 1 / 86_400, "minute": 1 / 1_440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.4, "year": 365.2}
AREAS = {"square metre": 1, "hectare": 1e4, "acre": 4_047, "square kilometre": 1e6, "square mile": 2.59e6}
SPEEDS = {"kilometre per hour": 1, "mile per hour": 1.609, "knot": 1.852}
MEASURES = {"day": DAYS, "metre": SIZES, "square metre": AREAS, "kilometre per hour": SPEEDS}
RANKED = frozenset("come finish rank place be end".split())
SCOPED = ("share", "rate", "score", "points")  # kinds that hold of some group or place
# What makes a time exact: a numeral, or one of these. "This week" is another one in each article.
EXACT = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow january february march "
    "april may june july august september october november december".split()
)
_CLOCK = re.compile(r"T(\d\d):(\d\d)$")
# What tells the half of the day, and what makes a time of day a rough one.
_HALF = re.compile(r"[ap]\.? ?m\b|morning|noon|evening|night|gmt|hrs|\bhours\b|^0\d|\bin the\b")
_ROUGHLY = r"(?:shortly|just|soon|a little|around|about|nearly|almost)"
_NEAR = re.compile(rf"\b{_ROUGHLY} (?:after |before )?\||\|{_ROUGHLY}\b")  # before "|" and the time, or in it
_CROWN = re.compile(r"\bkron[aore]{1,2}\b")  # SKr2bn and 2 billion Swedish crowns
# No time of day in so many words.
_RECKONED = re.compile(r"\b(?:later|earlier|ago|(?:hours?|minutes?) (?:after|before))\b")


@dataclass(eq=False)
class Measured:
    """A figure or time: `sort` (only those of one are set against each other), `low` and `high` in its own measure.

    `around`: stem -> (weight, word) of what stands near it in its sentence; `whom`: the actors of its clause;
    `present`: those of its sentence; `scope`: stems of the groups and places that a share or score holds of.
    """

    start: int
    end: int
    kind: str  # quantity or time
    sort: str
    low: float
    high: float
    told: str  # in words
    size: float = 1  # of its unit
    about: str = ""
    noun: str | None = None
    approximate: str | None = None
    sentence: int = -1
    around: dict = field(default_factory=dict)
    whom: set = field(default_factory=set)
    present: set = field(default_factory=set)
    scope: set = field(default_factory=set)
    whose: str | None = None
    verb: str = ""  # the stem of what happened
    unsure: bool = False  # whether a time of day is before noon or after
    ahead: bool = False  # a day that is to come when the article is published


def measured(article, sentences, called):
    """The figures and times of an article's sentences.

    Parameters
    ----------
    article : Article
    sentences : list of Sentence
    called : dict of str to str
        What the other article calls an actor, from `sentences.partners`.

    Returns
    -------
    list of Measured
    """
    doc, at, lands = parse(article), {}, set()
    for mention in mentions(article):
        if mention.kind in ("place", "government"):
            lands.update(called.get(name, name) for name in mention.names)
        if mention.head >= 0:
            at.setdefault(mention.head, set()).update(called.get(name, name) for name in mention.names)
    dates = [row for row in each(find_times(article), "start end type value earliest latest") if _is_dated(row)]
    said = each(find_quotes(article), "start end speaker source kind")
    found = []
    for one in [*_summed(article.text, _quantities(article, doc)), *_ordinals(article, doc), *_times(article, dates)]:
        number = next((n for n, own in enumerate(sentences) if own.start <= one.start < own.end), None)
        if number is None:
            continue
        own, root = sentences[number], doc.char_span(one.start, one.end, alignment_mode="expand").root
        verb = next((token for token in root.ancestors if token.pos_ == "VERB" and tells(token)), None)
        one.sentence, one.around, one.whom = number, around(doc, own, one, root), whom(root, at, one.sort == "age")
        one.present = {name for head, names in at.items() if own.start <= doc[head].idx < own.end for name in names}
        if one.sort == "age":
            one.whom -= lands
        if one.sort.split()[0] in SCOPED:
            one.scope = scope(root)
        one.ahead = one.sort == "date" and bool(article.published) and one.low > article.published.toordinal()
        one.verb = "" if verb is None else porter_stem(verb.lemma_.lower())
        one.about = one.about or (one.kind if verb is None else verb.lower_)
        one.whose = next(
            (q.speaker or q.source for q in said if q.kind != "scare" and q.start <= one.start < q.end), None
        )
        found.append(one)
    return found


def _quantities(article, doc):
    names = "start end value high unit approximate of of_start of_end kind"
    for row in each(find_quantities(article), names):
        if row.kind not in COUNTED or is_missing(row.value):
            continue
        ends = sorted((row.value, row.value if is_missing(row.high) else row.high))
        noun, about, size, unit = None, "", 1, _CROWN.sub("crown", row.unit) if row.kind == "money" else row.unit
        if row.kind == "measure":
            size, unit = next(((own[unit], name) for name, own in MEASURES.items() if unit in own), (1, unit))
        if row.kind == "count" and not is_missing(row.of_start):
            counted = doc.char_span(int(row.of_start), int(row.of_end), alignment_mode="expand").root
            noun, about = counted.lemma_.lower(), counted.text
        if row.kind == "count" and (crowd := _crowd(doc, row)) is not None:
            noun, about = crowd.lemma_.lower(), crowd.text
        near, told, kind = row.approximate, _in_words(row), "points" if "point" in (noun, row.unit) else row.kind
        if kind == "share" and is_missing(unit):  # a third is 33 percent, or so
            ends, unit, near = [round(100 * end) for end in ends], "percentage", near or "about"
            told = article.text[row.start : row.end]
        elif kind == "rate":
            kind = "share" if unit == "percentage" else "measure"
        sort = kind if kind in ("count", "age") else f"{kind} {unit}"
        low, high = (end * size for end in ends)
        yield Measured(row.start, row.end, "quantity", sort, low, high, told, size, about, noun, near)


def _crowd(doc, row):
    """Those who are so many: a **crowd** of 31,000 packed the stadium."""
    first = doc.char_span(row.start, row.end, alignment_mode="expand")[0].i
    if first < 2 or doc[first - 1].lower_ != "of" or noun_class(doc[first - 2].lemma_.lower()) != "people":
        return None
    return doc[first - 2]


def _ordinals(article, doc):
    """The **sixth week**: something has lasted more than five, at most six; a place in a race.

    >>> from helpers.article import from_text
    >>> article = from_text("The strike is in its sixth week. Ann Berg came eighth. It was the first talk.")
    >>> [(one.told, one.sort, one.low, one.high) for one in _ordinals(article, parse(article))]
    [('sixth week', 'measure day', 35.0, 42.0), ('eighth', 'rank', 8.0, 8.0)]
    """
    for one in numerals(article.text, 0, len(article.text)):
        span = doc.char_span(one.start, one.end) if one.form == "ordinal" and one.value else None
        if span is None or span.end >= len(doc):
            continue
        after = doc[span.end]
        if (unit := after.lemma_.lower()) in DAYS:
            size, end = DAYS[unit], after.idx + len(after)
            low, high, sort = (one.value - 1) * size, one.value * size, "measure day"
            if unit in ("second", "minute"):  # a goal in the 57th minute: when, and not how long
                sort = "minute"
        elif unit == "place" or (span.root.head.lemma_ in RANKED and after.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")):
            size, end, low, high, sort, unit = 1, one.end, one.value, one.value, "rank", "place"
        else:
            continue
        yield Measured(one.start, end, "quantity", sort, low, high, article.text[one.start : end], size, unit)


def _summed(text, found):
    """Two hours, six minutes and 47 seconds are one duration, 90 kph (56 mph) are one speed.

    >>> from helpers.article import from_text
    >>> article = from_text("She ran for two hours six minutes and 47 seconds, a car went at 90 kph (56 mph).")
    >>> [one.told for one in _summed(article.text, _quantities(article, parse(article)))]
    ['two hours six minutes and 47 seconds', '90']
    """
    kept = []
    for one in found:
        last = kept[-1] if kept else None
        if last and one.sort == last.sort and text[last.end : one.start] == " (" and is_same(last, one):
            continue
        if last and one.sort == last.sort == "measure day" and one.size < last.size:
            if text[last.end : one.start].strip(" .") in ("", ",", "and"):
                last.low, last.high, last.end, last.size = last.low + one.low, last.high + one.high, one.end, one.size
                last.told = text[last.start : last.end]
                continue
        kept.append(one)
    return kept


def _times(article, dates):
    for row in dates:
        words = article.text[row.start : row.end].lower()
        first, last = (date.fromisoformat(one[:10]).toordinal() for one in (row.earliest, row.latest))
        clock, near, unsure = _CLOCK.search(row.value or ""), None, False
        exact = any(sign.isdigit() for sign in words) or not EXACT.isdisjoint(re.split(r"\W+", words))
        if not (clock or exact) or (clock and _RECKONED.search(words)):
            continue
        if clock:
            sort, first = "clock", int(clock[1]) / 24 + int(clock[2]) / 1_440
            last, unsure = first, int(clock[1]) <= 12 and not _HALF.search(words)
            before = article.text[max(row.start - 20, 0) : row.start].lower()
            near = "about" if _NEAR.search(f"{before}|{words}") else None
            told = article.text[row.start : row.end] if unsure else f"{clock[1]}:{clock[2]}"
        else:
            sort, told = "date", span_in_words(row.earliest[:10], row.latest[:10])
        yield Measured(row.start, row.end, "time", sort, first, last, told, approximate=near, unsure=unsure)


def _is_dated(row):
    """Whether a time has a first and a last day of our calendar."""
    if row.type not in ("DATE", "TIME") or is_missing(row.earliest) or is_missing(row.latest):
        return False
    return all(re.match(r"\d{4}-\d\d-\d\d", one) for one in (row.earliest, row.latest))


def _in_words(row):
    """A quantity's figure in words.

    >>> from types import SimpleNamespace
    >>> _in_words(SimpleNamespace(value=37.0, high=None, approximate="at least"))
    'at least 37'
    """
    number = " to ".join(_figure(value) for value in (row.value, row.high) if not is_missing(value))
    return f"{row.approximate} {number}" if row.approximate else number


def _figure(value):
    if abs(value) == inf:
        return "?"
    return f"{int(value):,}" if value == int(value) else decimal(value)
