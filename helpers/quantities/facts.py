"""From a number to what it says: its unit, what it counts, its kind, what it is about."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from ..tables import each
from . import about, none
from .numerals import SHORT, numerals
from .units import TIME, land_after, money_before, per_after, unit_after


@dataclass
class Fact:
    """A quantity on the parse: the row of the table, and the tokens that the relations ask for."""

    start: int
    end: int
    value: float
    high: float | None = None
    unit: str | None = None
    kind: str = "count"
    form: str = "figures"
    approximate: str | None = None
    change: str | None = None
    side: str | None = None  # from or to: an end of a change
    per: str | None = None
    whole: str | None = None
    time: str | None = None
    of: tuple | None = None  # offsets
    number: tuple = ()  # offsets of the number alone
    token: object = None  # the last token of the number
    noun: object = None  # the token of the noun that is counted, or of the unit
    text: str = ""

    def row(self):
        """The columns of the table that this fact knows."""
        names = "start end value high unit approximate change per whole time kind".split()
        row = {name: getattr(self, name) for name in names}
        if self.of:
            row |= {"of_start": self.of[0], "of_end": self.of[1], "of": self.text[slice(*self.of)]}
        return row


def facts(text, doc, blocks, times):
    """The quantities of a text, in order.

    Parameters
    ----------
    text : str
    doc : spacy.tokens.Doc
    blocks : list of (int, int)
        Where the story stands.
    times : pandas.DataFrame
        The times table.

    Returns
    -------
    list of Fact
    """
    rows = each(times, "id start end type value")
    starts = [row.start for row in rows]
    found = []
    for start, end in blocks:
        kept = []
        for one in numerals(text, start, end):
            fact = _fact(text, doc, one, rows, starts)
            if fact is not None:
                kept.append(fact)
        found += _joined(text, kept)
    _inherit(found)
    for number, fact in enumerate(found):
        about.complete(fact, text, doc)
        if number and text[found[number - 1].end : fact.start] == " (" and fact.kind == found[number - 1].kind:
            fact.approximate = fact.approximate or found[number - 1].approximate  # told again in another unit
        row = _time_of(fact, rows, starts)
        fact.time = row.id if row else None
    return found


def _over(rows, starts, start, end):
    """The row of times over a place."""
    number = bisect_left(starts, end) - 1
    row = rows[number] if number >= 0 else None
    return row if row is not None and row.end > start else None


def _time_of(fact, rows, starts):
    """The time that a number is told with: the nearest of its sentence."""
    sentence = fact.token.sent
    first = bisect_left(starts, sentence.start_char)
    near = []
    for row in rows[first:]:
        if row.start >= sentence.end_char:
            break
        if row.type in ("DATE", "TIME") and (row.end <= fact.start or fact.end <= row.start):
            near.append((max(row.start - fact.end, fact.start - row.end), row))
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _fact(text, doc, one, rows, starts):
    """The quantity of a number, or None where it is no quantity."""
    span = doc.char_span(one.start, one.end, alignment_mode="expand")
    if span is None or one.value is None:
        return None
    fact = Fact(one.start, one.end, one.value, one.high, form=one.form, number=(one.start, one.end), text=text)
    fact.token = span[-1]
    money, begin = money_before(text, one.start)
    if one.form in ("ordinal", "multiple"):
        fact.kind = one.form
    elif one.form in ("ratio", "fraction"):
        fact.kind = "share"
        unit, is_money, end = _unit_of(text, one.end)
        if unit and not is_money:
            fact.kind, fact.unit, fact.end = "measure", unit, end
    elif money:
        fact.start, fact.unit, fact.kind = begin, money, "money"
        if text[begin : one.start].endswith(("-", "−")):
            fact.value = -fact.value
        if one.letter:
            fact.value *= SHORT[one.letter.lower()]
            fact.end = one.end + 1
        fact.end = land_after(text, fact.end)
    else:
        unit, is_money, end = unit_after(text, one.end)
        if unit and not (unit in TIME and none.ordinal_time(text, one)):
            fact.unit, fact.end = unit, end
            fact.kind = "money" if is_money else "share" if unit in ("percentage",) else "measure"
            fact.kind = "age" if unit.endswith("of age") else fact.kind
        elif one.letter:
            fact.value *= SHORT[one.letter.lower()]
            fact.end = one.end + 1
    if fact.unit:
        per, end = per_after(text, fact.end)
        if per:
            fact.per, fact.end = per, end
            fact.kind = "rate" if fact.kind != "money" else "money"
    over = _over(rows, starts, one.start, one.end)
    if none.is_none(fact, text, doc, over):
        return None
    return fact


def _unit_of(text, end):
    """The unit that a fraction is one of: a quarter **of an hour**, three quarters **of a mile**; as `unit_after`.

    >>> _unit_of("a quarter of an hour", 9)[0], _unit_of("a quarter of a village", 9)[0]
    ('hour', None)
    """
    of = _OF_ONE.match(text, end)
    return unit_after(text, of.end()) if of else (None, False, end)


_OF_ONE = re.compile(r" of an?(?= )")
JOINTS = {
    "-": "range",
    "–": "range",
    "—": "range",
    " to ": "range",
    " or ": "range",
    " and ": "between",
    " - ": "range",
}


def _joined(text, found):
    """Ranges and scores made one: "5-10W", "three or four years", "between 50 and 70", "$1 million to $2 million"."""
    kept = []
    for fact in found:
        last = kept[-1] if kept else None
        joint = JOINTS.get(text[last.end : fact.start]) if last else None
        if joint and fact.form not in ("ordinal", "multiple") and last.form not in ("ordinal", "multiple"):
            if last.high is None and about.one_range(last, fact, text, joint):
                low = last.value
                if last.unit is None and last.value < 1000 and text[fact.number[0] : fact.number[1]].isalpha() is False:
                    low = about.scaled(last, fact, text)
                last.value, last.high = low, fact.value
                last.unit, last.end, last.kind = fact.unit or last.unit, fact.end, fact.kind if fact.unit else last.kind
                last.per, last.token = fact.per, fact.token
                if about.is_score(last, text, joint):
                    last.kind, last.unit = "score", None
                continue
        kept.append(fact)
    return kept


CLOSE = 15  # characters between a bare number and the one from which it can take a length of time


def _inherit(found):
    """A bare number takes the unit of the one that it is told with: "from 21 mpg **to 23**".

    >>> from helpers.article import from_text
    >>> from helpers.quantities import find_quantities
    >>> find_quantities(from_text("Sales rose to 2.1 billion crowns ($208 million) from 1.9 billion.")).unit.tolist()
    ['crown', 'dollar', 'crown']
    """
    for number, fact in enumerate(found):
        if fact.unit or fact.kind != "count" or about.counted(fact) is not None:
            continue
        for other in (*reversed(found[max(number - 2, 0) : number]), *found[number + 1 : number + 2]):
            if other.kind == "share" and fact.value > 100 >= other.value:
                continue  # "down 15 per cent from 12,400"
            if fact.text[other.start - 2 : other.start] == " (" and fact.text[other.end : other.end + 1] == ")":
                continue  # told again in another unit
            apart = max(fact.start - other.end, other.start - fact.end)
            if other.unit in TIME and apart > CLOSE:
                continue  # "a 99-year lease, by 31 votes to 22"
            if other.unit is None and apart <= CLOSE and about.counted(other) is not None:
                break  # "31 votes to 22"
            if other.unit and other.token.sent.start == fact.token.sent.start and about.told_with(fact, other):
                fact.unit, fact.kind, fact.per = other.unit, other.kind, other.per
                break
