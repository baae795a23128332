"""A length of time against the two times that the same sentence sets it between."""

import re
from datetime import timedelta

from .amounts import Relation
from .number_words import ordinal_of
from .sequence import whose

EXAMPLES = {
    "between": (
        "The men were out from 22 February 2005 until 13 March 2005, a strike of 29 days.",
        "The men were out from 22 February 2005 until 13 March 2005, a strike of 19 days.",
    ),
    "ago": (
        "The bridge was opened 40 years ago, in 1998, by the mayor.",
        "The bridge was opened 27 years ago, in 1998, by the mayor.",
    ),
    "anniversary": (
        "They met on the 40th anniversary of the flood of 1998.",
        "They met on the 27th anniversary of the flood of 1998.",
    ),
}
DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30.44, "year": 365.25, "decade": 3652.5}
COUNTED = {"season": 365.25, "winter": 365.25, "summer": 365.25, "term": 365.25}  # the first one counts, the last too
MINUTES = {"minute": 1 / 1440, "hour": 1 / 24}
UNITS = DAYS | COUNTED | MINUTES
# With these something begins, and ends, whatever it is.
BEGINNING = frozenset(
    "begin start open leave set sail depart launch found establish join arrive enter marry elect appoint take "
    "seize kidnap capture arrest jail detain".split()
)
ENDING = frozenset(
    (
        "end finish close complete conclude arrive reach land return retire resign leave die stop release free lift "
        "dissolve"
    ).split()
)
_FROM = re.compile(r"\b(?:from|between|since|on|in) (?:the |early |late |mid-?|about )?$")
_TO = re.compile(r",? ?(?:to|until|till|through|and|[-–—]) (?:the |early |late |about )?")
_SINCE = re.compile(r"\bsince (?:the |early |late )?$")
_AGO = re.compile(r" ago,? (?:in|on|at the end of|during) ")
# "40 years **since the eruption of** 1961"; "held it for three weeks **until** 17 March"
_SINCE_WHAT = re.compile(r" since [^.;:\d“”\"]{1,45}\b(?:in|of) ")
_SO_LONG = re.compile(
    r"\b(?:for|lasted|lasting|spent|after|of|in|over|a|an|the|his|her|its|their|,|-) ?"
    r"(?:more |some |nearly |almost )?$",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:every|each|per|next|another|first|last|within|aged?|old|older|younger|sentence\w*|up to|at (?:least|most))\b"
)


def between(grounds):
    """Lengths of time that one sentence sets between two times, and anniversaries of a year."""
    for row in grounds.amounts:
        unit = UNITS.get(row.unit)
        if unit is None or row.kind not in ("measure", "count") or row.high == row.high or row.value < 1:
            continue
        sentence = grounds.sentences[grounds.sentence_at(row.start)]
        times = [
            one
            for one in grounds.times_in(sentence)
            if not one.named and (one.end <= row.start or row.end <= one.start)
        ]
        pair = _ends(grounds, row, times) or (not times and _ends_after(grounds, row, sentence))
        if pair and not _OTHER.search(grounds.text[max(row.start - 18, 0) : row.end + 8]):
            yield from _compared(grounds, row, unit, *pair)
    if grounds.trusted:
        for word, number in grounds.ordinals:
            if word.head.lemma_ in DAYS and number > 1:
                yield from _in_its(grounds, word, number)
    yield from _anniversaries(grounds)


def _ends(grounds, row, times):
    """The two times that a length lies between: from … to …; since …; so long ago, in …"""
    text = grounds.text
    for one in times:
        if _AGO.fullmatch(text[row.end : one.start]) or (
            text[one.end : row.start] in (", ", " — ", " – ") and text[row.end :].startswith(" ago")
        ):
            return (one, None, "ago") if grounds.trusted else None
        if _SINCE_WHAT.fullmatch(text[row.end : one.start]):
            return (one, None, "ago") if grounds.trusted else None
    here = grounds.sentence_at(row.start)
    lengths = [one for one in grounds.amounts if one.unit in UNITS and grounds.sentence_at(one.start) == here]
    if len(lengths) != 1 or not _SO_LONG.search(text[max(row.start - 16, 0) : row.start]):
        return None
    if len(times) == 2 and (_from_to(text, *times) or _begun_and_ended(grounds, *times)):
        return *times, "between"
    since = len(times) == 1 and _SINCE.search(text[max(times[0].start - 14, 0) : times[0].start])
    return (times[0], None, "between") if since and grounds.trusted else None


_IN_ITS = re.compile(r"\b(?:in|on|entered|entering|into|for) (?:its|the|his|her|their) $")


def _in_its(grounds, word, number):
    """What is now in its **30th day** against the day on which it began, told in the same sentence."""
    unit, place = DAYS[word.head.lemma_], (word.idx, word.head.idx + len(word.head))
    times = [one for one in grounds.times_in(word.sent) if one.end <= place[0] or place[1] <= one.start]
    if len(times) != 1 or not _IN_ITS.search(grounds.text[max(word.idx - 14, 0) : word.idx]):
        return
    first = times[0]
    since = _SINCE.search(grounds.text[max(first.start - 14, 0) : first.start])
    if not (since or _verb_before(grounds, first) in BEGINNING) or not re.search(r"\d", first.text):
        return
    least, most = (grounds.day - first.last).days / unit, (grounds.day - first.first).days / unit + 1
    day = f"{grounds.day.day} {grounds.day:%B} {grounds.day.year}"
    if most >= 1 and not least - 1.5 <= number <= most + 1.5:
        problem = f"From {first.text} to {day} it is about number {round(most)}, not {number}."
        words = f"{first.text} to {day}: {round(most)}"
        yield Relation(
            "between", (place, first.place), words, "disagrees", f"the article tells the {word.text}", problem
        )


def _from_to(text, first, last):
    """Whether words set two times as the ends of a stretch: **from** 1984 **to** 1995."""
    return _FROM.search(text[max(first.start - 16, 0) : first.start]) and _TO.fullmatch(text[first.end : last.start])


def _ends_after(grounds, row, sentence):
    """The two times of the next sentence: held **for 45 days**. They were **seized** on 1 March and **freed** …"""
    number = grounds.place_of[sentence.start] + 1
    lasted = re.search(r"\b(?:for|last(?:ed|ing)) $", grounds.text[max(row.start - 9, 0) : row.start])
    if not lasted or number >= len(grounds.sentences):
        return None
    times = [one for one in grounds.times_in(grounds.sentences[number]) if not one.named]
    return (*times, "between") if len(times) == 2 and _begun_and_ended(grounds, *times) else None


def _begun_and_ended(grounds, first, last):
    """Whether something began at one time and ended at the other: it **opened** in 1952 and **closed** in 1987."""
    until = grounds.text[: last.start].endswith((" until ", " till "))
    return _verb_before(grounds, first) in BEGINNING and bool(until or _verb_before(grounds, last) in ENDING)


def _verb_before(grounds, time):
    """The lemma of the verb, or word for what happens, that stands nearest before a time."""
    words = grounds.doc[max(time.span.start - 6, time.span.sent.start) : time.span.start]
    return next((word.lemma_.lower() for word in reversed(words) if word.pos_ in ("VERB", "AUX")), "")


def _clock(time):
    """The minute of a day that a time of day is, or None: 9.15am is 555."""
    found = re.search(r"T(\d\d):(\d\d)", time.value)
    return 60 * int(found[1]) + int(found[2]) if found and "-" in time.value else None


def _compared(grounds, row, unit, first, last, kind):
    """Whether so many units fit between two times, as exactly as both are told."""
    if row.unit in MINUTES:
        yield from _on_the_clock(row, unit, first, last)
        return
    until, latest = (last.first, last.last) if last else (grounds.day - timedelta(days=2), grounds.day)
    least, most = (until - first.last).days / unit, (latest - first.first).days / unit
    if most < 0:
        return
    slack = 1 + (0.15 * row.value if row.approximate else 0) + (row.unit in COUNTED or row.unit in ("month", "decade"))
    end = last.text if last else f"{grounds.day.day} {grounds.day:%B} {grounds.day.year}"
    spans = ((row.start, row.end), first.place, *([last.place] if last else []))
    if least - slack <= row.value <= most + slack:
        if least - 0.5 <= row.value <= most + 0.5 + (row.unit in COUNTED):
            yield Relation("span", spans, f"{first.text} to {end}: {row.text}")
    elif row.approximate not in ("more than", "at least") or row.value > most:
        number = round((least + most) / 2) if most > 1 else round(most, 1)
        problem = f"From {first.text} to {end} it is about {number} {row.unit}s, not {row.text}."
        yield Relation(
            kind, spans, f"{first.text} to {end}: {number}", "disagrees", f"the article tells {row.text}", problem
        )


def _on_the_clock(row, unit, first, last):
    """Hours and minutes between two times of day: left at **9.15am** and arrived at **11.45am**, after three hours."""
    clocks = [_clock(one) for one in (first, last) if one is not None]
    if len(clocks) != 2 or None in clocks or first.first != last.first or clocks[1] <= clocks[0]:
        return
    minutes, told = clocks[1] - clocks[0], row.value * unit * 1440
    spans, words = ((row.start, row.end), first.place, last.place), f"{first.text} to {last.text}: {minutes} minutes"
    if abs(minutes - told) <= max(2, 0.05 * told):
        yield Relation("span", spans, words)
    elif abs(minutes - told) > max(10, 0.15 * minutes) and row.approximate is None:
        problem = f"From {first.text} to {last.text} are {minutes} minutes, not {row.text}."
        yield Relation("between", spans, words, "disagrees", f"the article tells {row.text}", problem)


_YEAR = re.compile(
    r"\b(?:anniversary|birthday|jubilee) (?:of|since) [^.;:“”\"]{3,60}?\b(?:in|of|,) "
    r"(?:[A-Z][a-z]+ )?(?P<year>1[0-9]\d\d|20\d\d)\b(?![-–]\d)"
)
FOUNDING = frozenset(
    "found establish open build start launch form begin create set inaugurate institute charter".split()
)
NAMED = {"centenary": 100, "bicentenary": 200, "bicentennial": 200, "centennial": 100, "tercentenary": 300}


def _anniversaries(grounds):
    """The **80th anniversary** of what happened **in 1945**; of what was **founded in** that year."""
    if not grounds.trusted:
        return
    for token in grounds.with_lemma(("anniversary", "birthday", *NAMED)):
        numbers = [word for word in token.children if ordinal_of(word)]
        number = NAMED.get(token.lemma_.lower()) or (ordinal_of(numbers[0]) if numbers else None)
        year = _year_of(grounds, token) if number and number > 4 else None
        if year is None or abs(grounds.day.year - year[0] - number) <= 1:
            continue
        years = grounds.day.year - year[0]
        spans = ((numbers[0].idx if numbers else token.idx, token.idx + len(token)), year[1])
        told = grounds.text[slice(*spans[0])]
        problem = f"From {year[0]} to {grounds.day.year} are {years} years, not {number}."
        words = f"{grounds.day.year} − {year[0]} = {years}"
        yield Relation("anniversary", spans, words, "disagrees", f"the article says “{told}”", problem)


def _year_of(grounds, token):
    """The year that an anniversary is counted from, and its place: told behind it, or when its sentence says."""
    found = _YEAR.match(grounds.text, token.idx)
    if found:
        return int(found["year"]), found.span("year")
    own = any(word.lower_ in ("its", "their", "the") for word in token.children)
    years = [one for one in grounds.times_in(token.sent) if one.year and re.search(r"\d{4}", one.text)]
    if own and not years:
        return _founded(grounds, token)
    if not own or len(years) != 1 or years[0].named or _verb_before(grounds, years[0]) not in FOUNDING:
        return None
    others = {word.lemma_.lower() for word in token.sent if word.dep_ == "pobj" and word.head.head is token}
    return None if others else (years[0].year, years[0].place)


def _founded(grounds, token):
    """The year of the only founding that an article dates, of what has the anniversary: the same name or noun."""
    found = [one for one in grounds.happenings if one.lemma in ("found", "establish") and one.time.year]
    found = [one for one in found if re.fullmatch(r"\d{4}|[A-Z][a-z]+,? \d{4}", one.time.text)]
    verb = next((word for word in token.ancestors if word.pos_ == "VERB"), None)
    if len(found) != 1 or verb is None or abs(found[0].sentence - grounds.place_of[token.sent.start]) > 4:
        return None
    same = whose(grounds, verb) & whose(grounds, found[0].verb)
    return (found[0].time.year, found[0].time.place) if same else None
