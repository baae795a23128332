"""How long something lasted against the days on which it began and ended."""

import re

from ..language.grammar import NOUN_SUBJECTS
from .amounts import Relation
from .stretches import told_so, within

DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30.44, "year": 365.25, "decade": 3652.5}
# state -> lemmas of the verbs with which it begins
STATES = {
    "sea": "leave sail set row depart",
    "captivity": "take seize kidnap capture abduct snatch",
    "prison": "jail arrest imprison sentence detain",
    "jail": "jail arrest imprison sentence detain",
    "custody": "arrest detain hold remand",
    "detention": "arrest detain hold",
    "hospital": "admit take rush bring fly collapse",
    "strike": "begin start walk strike",
    "siege": "begin start besiege surround",
    "office": "elect appoint take swear",
    "exile": "flee leave",
    "marriage": "marry wed",
    "trial": "begin open start",
    "inquiry": "begin open start",
    "voyage": "leave sail begin start",
    "hearing": "begin open start",
    "occupation": "begin start occupy",
    "blockade": "begin start",
    "darkness": "fail lose cut",
    "space": "launch leave",
    "hiding": "flee disappear vanish",
}
STATES = {state: frozenset(verbs.split()) for state, verbs in STATES.items()}
_STATE = re.compile(
    r"-?(?: |-)(?P<thing>trial|strike|siege|inquiry|voyage|hearing|occupation|blockade)\b|"
    r"(?: [a-z]+)? (?:at|in|of|on|under)(?: the| a| his| her| its| their)? (?P<state>" + "|".join(STATES) + r")\b"
)
NEAR = 3  # sentences
# Words before a stretch of years that say from where it is counted: for 28 years, in 61 years, after 19 years.
_STRETCH = re.compile(r"\b(?:for|in|after|over|of|his|her|its|their|the|than|next|last|past)(?: [a-z]+)? ?$", re.I)

EXAMPLES = {
    "lasting": (
        "She was seized on March 4, 2024, with her driver, and freed on April 27, 2025. Three years of "
        "captivity ended.",
        "She was seized on March 4, 2024, with her driver, and freed on April 27, 2025. A year of captivity ended.",
    ),
}


def lasting(grounds):
    """What agrees and what does not between stretches of time and the dates at their ends."""
    for row in grounds.amounts:
        if row.unit in DAYS and row.kind in ("measure", "count") and row.high != row.high and row.value >= 1:
            yield from _stretch(grounds, row)


def _stretch(grounds, row):
    here = grounds.sentence_at(row.start)
    length = row.value * DAYS[row.unit]
    state = _state(grounds, row)
    if state is None and _negated(grounds, row):
        return
    dated = [one for one in grounds.happenings if not one.time.start <= row.start < one.time.end]
    near = dated[within([one.time.start for one in dated], row.start)]
    best = None
    for first in near:
        for last in (*near, None):
            if last is None and not grounds.trusted:
                continue
            until = last.time.first if last else grounds.day
            if until <= first.time.first or (last and last.time.start == first.time.start):
                continue
            if not _fits(row, first.time, last.time if last else None, until):
                continue
            kin = _linked(grounds, row, here, first, last, length, state)
            if kin and (best is None or kin > best[0]):
                best = (kin, first, last, until)
    if best and told_so(grounds, row, best[1].time, best[2].time if best[2] else None):
        _, first, last, until = best
        spans = ((row.start, row.end), first.time.place, *([last.time.place] if last else []))
        yield Relation("span", spans, f"{_day(first.time)} to {_until(last, until)}: {row.text}")
    elif state and (begun := _begun(grounds, STATES[state], here)):
        ends = [one.time.last for one in dated if one.time.first > begun.time.last] + [grounds.day]
        ends = [day for day in ends if day is not None]
        days = [(day - begun.time.first).days for day in ends]
        about = 0.18 if row.approximate else 0.04
        slack = max(about * length, 2 if row.unit in ("day", "night") else DAYS[row.unit])
        if days and all(abs(one - length) > slack for one in days) and grounds.trusted | bool(len(ends) > 1):
            if row.approximate in ("more than", "at least") and max(days) > length:
                return
            longest = max(days)
            yield Relation(
                "lasting",
                ((row.start, row.end), begun.time.place),
                f"from {_day(begun.time)} at most {longest} days",
                "disagrees",
                f"the article tells {row.text}",
                f"From {_day(begun.time)} it is {_lengths(days)}, not {row.text}.",
            )


def _state(grounds, row):
    """The state that a stretch of time measures: an 11-week **trial**, the **strike** lasted 31 days; None if none."""
    found = _STATE.match(grounds.text, row.end)
    if found:
        return found["thing"] or found["state"]
    unit = grounds.doc.char_span(row.start, row.end, alignment_mode="expand")[-1]
    verb = unit.head
    if verb.lemma_ not in ("last", "continue"):
        return None
    subjects = [child for child in verb.children if child.dep_ in NOUN_SUBJECTS]
    noun = verb.head if subjects and subjects[0].lower_ in ("that", "which") else subjects[0] if subjects else verb.head
    return noun.lemma_.lower() if noun.lemma_.lower() in STATES else None


def _lengths(days):
    told = sorted({one for one in days if one > 0})
    return " or ".join(f"{one} days" for one in told[-2:])


def _negated(grounds, row):
    return bool(
        re.search(r"\b(?:next|every|each|first|another|within|per)(?: [a-z]+)? ?$", _before(grounds, row), re.I)
    )


def _before(grounds, row):
    return grounds.text[max(row.start - 20, 0) : row.start]


def _fits(row, first, last, until):
    """Whether two times are so far apart, as exactly as the article tells them."""
    days = (until - first.first).days
    exact_first = first.first == first.last
    exact_last = last is None or last.first == last.last
    if row.unit in ("day", "night"):
        return exact_first and exact_last and days == row.value
    if row.unit in ("week", "fortnight"):
        return exact_first and exact_last and days == row.value * DAYS[row.unit]
    if row.unit == "month":
        months = 12 * (until.year - first.first.year) + until.month - first.first.month
        return (first.last - first.first).days < 32 and months == row.value and (last is None or len(last.value) >= 7)
    years = until.year - first.first.year
    number = row.value * (10 if row.unit == "decade" else 1)
    if exact_first and exact_last and last is not None:
        years -= (until.month, until.day) < (first.first.month, first.first.day)
    return first.year is not None and years == number


def _linked(grounds, row, here, first, last, length, state):
    """How surely two times are the ends of a stretch: 0 where nothing says so."""
    text_first = bool(re.search(r"\d", first.time.text))
    apart = [abs(one.sentence - here) for one in (first, last) if one is not None]
    if state and first.lemma in STATES[state]:
        return 4
    if row.unit in ("year", "decade"):
        return _linked_years(grounds, row, first, last, apart)
    if row.unit == "month":
        return 2 if row.value >= 5 and max(apart) <= NEAR + 1 and text_first else 0
    if max(apart) > NEAR or not (text_first or (last is not None and re.search(r"\d", last.time.text))):
        return 0
    if last is None and row.unit in ("day", "night"):
        return 0
    return 2 if row.value * DAYS[row.unit] >= 9 and min(apart) <= 1 else 0


def _linked_years(grounds, row, first, last, apart):
    """How surely two years are the ends of a stretch of years."""
    years = row.value * (10 if row.unit == "decade" else 1)
    plain = re.search(r"(?<!\d)\d{4}(?!\d)", first.time.text) and not re.search(r"fiscal|ago", first.time.text)
    if not plain or first.time.named or (grounds.text[row.start : row.end].count("-") and years < 15):
        return 0
    if last is None:
        if re.match(r" (?:ago|earlier)\b", grounds.text[row.end :]):
            return 2 if years >= 4 and max(apart) <= 1 else 0
        if not _STRETCH.search(_before(grounds, row)):
            return 0
        return 2 if years >= 15 and max(apart) <= 4 else 0
    if not re.search(r"\d{4}", last.time.text) or "fiscal" in last.time.text or last.time.named:
        return 0
    return 3 if years >= 15 and max(apart) <= 5 else 0


def _begun(grounds, verbs, here):
    """The one dated time at which a state began, or None."""
    found = [one for one in grounds.happenings if one.lemma in verbs and one.verb.pos_ == "VERB" and is_past(one.verb)]
    found = [one for one in found if not one.time.leaned or re.search(r"\d", one.time.text)]
    days = {one.time.first for one in found}
    return found[0] if len(days) == 1 and abs(found[0].sentence - here) <= 14 else None


def is_past(verb):
    """Whether a verb tells what was so: neither what will or might be, nor what was not."""
    return verb.tag_ in ("VBD", "VBN", "VBG") and not any(
        child.lower_ in ("will", "would", "could", "may", "might", "not", "n't", "never") for child in verb.children
    )


def _day(time):
    return f"{time.first.day} {time.first:%B} {time.first.year}" if time.first == time.last else time.text


def _until(last, until):
    return _day(last.time) if last else f"{until.day} {until:%B} {until.year}"
