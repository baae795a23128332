"""Figures and times that two articles give of the same thing, and that differ."""

import re

from ..language import parse
from ..language.spelling import porter_stem
from ..quantities import find_quantities
from ..quotes import find_quotes
from ..tables import each, is_missing
from ..timeline import find_events, find_times
from ..timeline.iso import span_in_words
from ..wording import decimal
from .columns import build
from .measured import GENERAL, act_of, counted, near_of, scope_of
from .sentences import WHEN, nearness

COMPARED = ("count", "money", "share", "rate", "age", "score", "measure")  # kinds of quantities
# Kinds that are of some group at some time: two polls that ask one question in two weeks do not differ about a thing.
SCOPED = ("share", "rate", "score")
LIKE = 0.9  # from which on two sentences tell one thing of one group
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow january february march "
    "april may june july august september october november december".split()
)


def facts(a, b, ours, theirs, pairs, called):
    """The facts table: what both give a figure or a time of, where the two are not the same.

    Two quantities are of the same thing if they have one unit, count one noun and stand in sentences that tell the
    same. Two times are of the same event if its word is one and stands in such sentences, or has the same two actors.
    Where the other article has the same figure or time too, nothing differs.

    Parameters
    ----------
    a, b : Article
    ours, theirs : list of Sentence
    pairs : list of Pair
    called : dict of str to str
        From `sentences.partners`.

    Returns
    -------
    pandas.DataFrame

    Examples
    --------
    >>> from helpers.compare import compare
    >>> from helpers.article import from_text
    >>> a = from_text("The mayor said that 40 workers of the port were hurt.")
    >>> b = from_text("At least 37 workers of the port were hurt, the mayor said.")
    >>> compare(a, b)["facts"][["about", "a_value", "b_value"]].values.tolist()
    [['worker', '40', 'at least 37']]
    """
    together = {(pair.a, pair.b): pair.score for pair in pairs}
    rows = _quantities(a, b, ours, theirs, together) + _times(a, b, ours, theirs, together, called)
    rows.sort(key=lambda row: row["a"])
    return build("facts", rows, a, b)


def _within(sentences, start):
    """The number of the sentence that a character stands in, or None."""
    return next((number for number, one in enumerate(sentences) if one.start <= start < one.end), None)


def _quantities(a, b, ours, theirs, together):
    here, there = _figures(a, ours), _figures(b, theirs)
    rows = []
    for one in here:
        others = [other for other in there if _of_one(one, other, together, here, there)]
        if not others or any(_value(one["row"]) == _value(other["row"]) for other in others):
            continue
        other = max(others, key=lambda other: len(one["near"] & other["near"]))
        if _tells(here, other["row"]) or _tells(there, one["row"]):
            continue
        inexact = one["row"].approximate or other["row"].approximate
        rows.append(
            {
                "a": (one["row"].start, one["row"].end),
                "b": (other["row"].start, other["row"].end),
                "kind": "quantity",
                "about": one["row"].unit or one["row"].of,
                "difference": "other precision" if inexact else "other value",
                "a_value": told(one["row"]),
                "b_value": told(other["row"]),
                "a_whose": one["whose"],
                "b_whose": other["whose"],
            }
        )
    return rows


def _tells(figures, row):
    """Whether an article has a figure too, of the same unit or of none: **71** delegates short of **2,383**."""
    return any(_value(own["row"]) == _value(row) and (own["row"].unit or row.unit) == row.unit for own in figures)


def _figures(article, sentences):
    names = "start end value high unit approximate change of of_start of_end whole per quote kind"
    doc, said = parse(article), find_quotes(article).set_index("id")
    found = []
    for row in each(find_quantities(article), names):
        number = _within(sentences, row.start)
        if row.kind not in COMPARED or number is None or is_missing(row.value):
            continue
        quote = said.loc[row.quote] if row.quote in said.index else None
        whose = None if quote is None else quote["speaker"] or quote["source"]
        own = {"row": row, "sentence": number, "whose": whose, "of": counted(doc, row), "near": near_of(doc, row)}
        when = {stem for stem in sentences[number].stems if stem.startswith(WHEN)}
        found.append(own | {"act": act_of(doc, row), "scope": scope_of(doc, row), "when": when})
    return found


def _of_one(one, other, together, here, there):
    """Whether two figures are of the same thing: in sentences that tell the same, or each the only one of its event."""
    apart = one["when"] and other["when"] and one["when"] != other["when"]
    if (apart and one["row"].kind in SCOPED) or one["scope"] != other["scope"]:
        return False
    if (one["sentence"], other["sentence"]) in together:
        alike = together[one["sentence"], other["sentence"]] >= LIKE
        return _comparable(one, other) and ((alike and one["of"] == other["of"]) or one["row"].kind not in SCOPED)
    event = one["row"].unit, one["act"]
    if not one["act"] or one["row"].kind != "count" or event != (other["row"].unit, other["act"]):
        return False
    return all(sum((own["row"].unit, own["act"]) == event for own in figures) == 1 for figures in (here, there))


def _comparable(one, other):
    """Whether two figures in sentences that tell the same are of the same thing."""
    x, y = one["row"], other["row"]
    if any((getattr(x, name) or None) != (getattr(y, name) or None) for name in ("unit", "kind", "change", "per")):
        return False
    unit = {porter_stem(word) for word in (x.unit or "").lower().split()}
    around = len((one["near"] & other["near"]) - unit - {one["of"]})
    if (
        one["of"] and other["of"]
    ):  # one noun, and what happens to it where both say so: 40 workers hurt, 37 workers hurt
        return one["of"] == other["of"] and (
            around > 0 or not (one["act"] and other["act"] and one["act"] != other["act"])
        )
    return around >= 2 - (x.kind == "count")


def _end(row):
    return None if is_missing(row.high) else row.high


def _value(row):
    return row.value, _end(row), row.approximate or None


def told(row):
    """A quantity's figure in words.

    >>> from types import SimpleNamespace
    >>> told(SimpleNamespace(value=37.0, high=None, approximate="at least"))
    'at least 37'
    """
    number = " to ".join(_figure(value) for value in (row.value, row.high) if not is_missing(value))
    return f"{row.approximate} {number}" if row.approximate else number


def _figure(value):
    return f"{int(value):,}" if value == int(value) else decimal(value)


def _times(a, b, ours, theirs, together, called):
    here, there = _dated(a, ours, {}), _dated(b, theirs, called)
    near, rows, seen = nearness(), [], set()
    for one in here:
        others = [other for other in there if _one_event(one, other, together, near)]
        if not others:
            continue
        other = others[0]
        apart = one["when"][1] < other["when"][0] or other["when"][1] < one["when"][0]
        # Of two times of which one is within the other, only the more exact one is news.
        exact = [side for side, its in ((one, other), (other, one)) if apart or _within_it(side, its)]
        # “This year” is no less exact a time of what lasts than a day of it is.
        if not apart and any(first[:7] != last[:7] for first, last in (one["when"], other["when"])):
            continue
        if not exact or any(_told_too(side, there if side is one else here) for side in exact):
            continue
        places = one["place"], other["place"]
        alike = a.text[slice(*places[0])].casefold() == b.text[slice(*places[1])].casefold()
        if places in seen or alike:  # "today" in both: what leans on the day of publication differs with it
            continue
        words = [article.text[slice(*place)] for article, place in zip((a, b), places, strict=True)]
        if apart and not (_is_exact(words[0]) and _is_exact(words[1])):
            continue
        if _but_for_the_year(words, one["when"], other["when"]):
            continue
        seen.add(places)
        rows.append(
            {
                "a": one["place"],
                "b": other["place"],
                "kind": "time",
                "about": one["told"],
                "difference": "other time" if apart else "more exact",
                "a_value": span_in_words(*one["when"]),
                "b_value": span_in_words(*other["when"]),
                "a_whose": one["whose"],
                "b_whose": other["whose"],
            }
        )
    return rows


def _dated(article, sentences, called):
    """The events that a time dates in so many words."""
    times = {row.id: row for row in each(find_times(article), "id start end type earliest latest")}
    doc = parse(article)
    said = each(find_quotes(article), "start end speaker source kind")
    found = []
    for row in each(find_events(article), "start end actors time"):
        time = times.get(row.time)
        if time is None or time.type not in ("DATE", "TIME") or is_missing(time.earliest) or is_missing(time.latest):
            continue
        token = doc.char_span(row.start, row.end, alignment_mode="expand").root
        number = _within(sentences, row.start)
        if token.lemma_.lower() in GENERAL or token.pos_ not in ("VERB", "NOUN", "PROPN") or number is None:
            continue
        whose = next((q.speaker or q.source for q in said if q.kind != "scare" and q.start <= row.start < q.end), None)
        found.append(
            {
                "word": token.lemma_.lower(),
                "told": token.lower_,
                "stem": porter_stem(token.lemma_.lower()),
                "actors": {called.get(name, name) for name in row.actors},
                "sentence": number,
                "place": (time.start, time.end),
                "when": (time.earliest[:10], time.latest[:10]),
                "whose": whose,
            }
        )
    return found


def _is_exact(words):
    """Whether a time is told by a number, a month or a day, and not by what the writer calls near.

    >>> _is_exact("Monday night"), _is_exact("the past week")
    (True, False)
    """
    return any(sign.isdigit() for sign in words) or not set(words.lower().split()).isdisjoint(DAYS)


def _but_for_the_year(words, when, other):
    """Whether two times are one day of two years, of which one is not told: “Sept. 11” and “Sept. 11, 2001”."""
    told = [re.search(r"\d{4}", own) is not None for own in words]
    return told[0] != told[1] and all(one[4:] == its[4:] for one, its in zip(when, other, strict=True))


def _within_it(one, other):
    """Whether the time of an event is more exact than that of another."""
    (first, last), (start, end) = one["when"], other["when"]
    return start <= first and last <= end and (first, last) != (start, end)


def _told_too(one, others):
    """Whether the other article has an event of this word at this time."""
    return any(one["stem"] == other["stem"] and one["when"] == other["when"] for other in others)


def _one_event(one, other, together, near):
    """Whether two dated events are the same: one word, and sentences that tell the same or the same two actors."""
    if one["stem"] != other["stem"] and not near(one["word"], other["word"]):
        return False
    if (one["sentence"], other["sentence"]) in together:
        return True
    return one["stem"] == other["stem"] and len(one["actors"] & other["actors"]) >= 2
