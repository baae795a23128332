"""How a number is the size or an end of a change: rose by 5 per cent, to 20, from 15."""

from .units import TIME

RISE = frozenset(
    "rise grow increase climb jump gain surge soar expand add swell advance rally rocket leap boost raise lift up "
    "higher improve double hike".split()
)
FALL = frozenset(
    "fall drop decline decrease lose plunge shrink slump slip tumble sink dip slide cut reduce down lower shed "
    "contract plummet ease trim slash weaken crash".split()
)
MOVES = RISE | FALL | frozenset("go change move revise triple treble quadruple halve".split())
TAKING = frozenset("raise add lose gain cut shed boost expand".split())


def changed(fact, text, doc, last):
    """How a number is the size or an end of a change: rose **by 5 per cent**, **to 20**, **from 15**."""
    if fact.kind in ("ordinal", "age", "score") or fact.unit in TIME:
        return
    first = doc.char_span(fact.start, fact.end, alignment_mode="expand")[0]
    if text[fact.start] == "+":
        fact.change = "rise"
        return
    start = first.i
    while start and doc[start - 1].lower_ in _SKIP:
        start -= 1
    before = doc[start - 1] if start else None
    if before is None:
        return
    low = before.lemma_.lower()
    if fact.kind in ("share", "multiple") and (way := _named_size(doc, before, fact)):
        fact.change = way
        return
    if before.lower_ in ("to", "from"):
        verb = _verb(before)
        if verb is not None and verb.lemma_.lower() in RISE | FALL:
            fact.side = before.lower_
        return
    if before.lower_ == "by":
        verb = _verb(before)
        fact.change = _way(verb, doc) or (
            "by" if verb is not None and verb.pos_ == "VERB" and verb.lemma_ in ("change", "move") else None
        )
    elif low in RISE | FALL and (before.pos_ == "VERB" or before.lower_ in ("up", "down")):
        if low in TAKING and fact.kind in ("money", "count"):  # "raised $5 million" got it
            return
        fact.change = "rise" if low in RISE else "fall"
    if fact.change and fact.kind == "count" and fact.unit and before.lower_ not in ("by", "up", "down"):
        fact.change = None  # "added 400 jobs" counts jobs


def _named_size(doc, before, fact):
    """Which way a share goes whose noun is a change: **a drop of** 60 per cent, a 60 per cent **drop**."""
    after = doc.char_span(fact.start, fact.end, alignment_mode="expand")[-1].i + 1
    for named in (before if doc[before.i + 1].lower_ == "of" else None, doc[after] if after < len(doc) else None):
        if named is not None and named.pos_ == "NOUN" and named.lemma_.lower() in RISE | FALL:
            return "rise" if named.lemma_.lower() in RISE else "fall"
    return None


_SKIP = frozenset(
    "about around some nearly almost roughly just only more than over at least as much an average of up".split()
) - {"up"}


def _verb(token):
    for _ in range(4):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.pos_ in ("VERB", "NOUN", "ADV", "AUX"):
            return token
    return None


def _way(verb, doc):
    for _ in range(3):
        if verb is None:
            return None
        low = verb.lemma_.lower()
        if low in RISE:
            return "rise"
        if low in FALL:
            return "fall"
        beside = {child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod", "acomp")}
        if beside & {"up", "higher"}:
            return "rise"
        if beside & {"down", "lower"}:
            return "fall"
        verb = verb.head if verb.head.i != verb.i else None
    return None
