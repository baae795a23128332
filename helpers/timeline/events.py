"""Events: what a time dates, and the main events that no time dates, with the interval that they can have."""

import pandas as pd

from .. import corrections, tables
from ..coreference import mentions
from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from ..quotes import find_quotes
from .again import once
from .clauses import clause_of
from .dating import FROM, UNTIL, event_of, is_event_noun, relation
from .iso import day_key, moment_key
from .order import interval
from .status import is_over, purpose, status_of
from .times import find_times, reference_day

MAIN = frozenset(("ROOT", "conj", "ccomp", "advcl", "parataxis"))
STATES = frozenset(
    (
        "be have seem remain include mean need want like contain consist involve belong appear "
        "become know believe think "
        "feel exist stand lie depend represent reflect carry matter let go keep try use"
    ).split()
)


def find_events(article):
    """The events that an account of the story needs, with when they happened.

    A time dates the event that it hangs on by syntax; a verb of a main, reported or order clause
    that no time dates gets the interval that tense, order words and the paragraph support.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The events table: the span is the event's word; `actors` take part in it as subject or
        object; `status` is happened, planned, possible, denied or reported; `time` is the id of
        the time that dates it, missing where `inferred` is true; `rule` says why; `clause_start` and
        `clause_end` are the clause that tells it, `told_again` the clauses that tell it once more.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("Anna Berg opened the bridge on May 8, 2025. It will close.")
    >>> find_events(article)[["text", "actors", "status", "earliest", "inferred"]].values.tolist()
    [['opened', ('Anna Berg',), 'happened', '2025-05-08', False], ['close', (), 'planned', '2025-05-08', True]]
    """
    return corrections.apply(article, "events", uncorrected(article))


def uncorrected(article):
    """The events table without corrections of its rows."""
    rows = [{k: v for k, v in row.items() if k != "token"} for row in once(told(article))]
    return tables.build("events", rows, article.text)


def told(article):
    """Each telling of an event as a row of the events table, and its word as `token`."""
    doc, day = parse(article), reference_day(article)
    day = day.isoformat() if day else None
    named = {mention.head: mention.names for mention in mentions(article)}
    said, cues = _attributed(article)
    rows, dated = [], {}
    for time in tables.each(find_times(article), "id start end type earliest latest"):
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        found = event_of(span) if span is not None else None
        if found is None:
            continue
        event, rule = found
        word = relation(span)
        exact = time.type not in ("DURATION", "SET") and word not in UNTIL | FROM
        low = time.earliest if exact or word in FROM else None
        high = time.latest if exact or word in UNTIL else None
        if time.type in ("DURATION", "SET"):  # how long or how often, not when
            low = high = None
        status = status_of(event, said(event), _side(low, high, day))
        if exact and status in ("happened", "reported") and is_over(event) and _side(low, high, day) == "ahead":
            continue  # "They **called** for an election in June" was not in June
        if exact and time.earliest and (event.i not in dated or _narrower(time, dated[event.i])):
            dated[event.i] = (time.earliest, time.latest)
        bounded = time.type not in ("DURATION", "SET") and not exact
        rows.append(
            _row(event, named, status, "time bounds it" if bounded else rule)
            | {"time": time.id, "earliest": low, "latest": high, "inferred": bounded, "key": time.id}
        )
    placed = {row["start"] for row in rows}
    blocks = list(zip(article.blocks["start"], article.blocks["end"], article.blocks["kind"], strict=True))
    for start, end, kind in blocks:
        block = doc.char_span(start, end, alignment_mode="expand")
        if block is None or kind not in ("paragraph", "list item", "blockquote"):
            continue
        before = None
        for token in block:
            if token.i in dated and token.tag_ == "VBD":
                before = dated[token.i]
            if token.idx in placed or token.idx in cues or not _is_main(token):
                continue
            status = status_of(token, said(token))
            low, high, rule = interval(token, status, dated, before, day)
            rows.append(_row(token, named, status, rule) | {"earliest": low, "latest": high, "inferred": True})
    return rows


def _side(low, high, day):
    """Whether a time lies after the reference, or before it."""
    if day and low and low.partition("T")[0] > day:
        return "ahead"
    return "over" if day and high and high.partition("T")[0] < day else None


def _row(token, named, status, rule):
    first, last = clause_of(token)
    return {
        "token": token,
        "start": token.idx,
        "end": token.idx + len(token),
        "clause_start": first,
        "clause_end": last,
        "actors": _actors(token, named),
        "status": status,
        "rule": rule,
    }


def _narrower(time, known):
    if not (time.latest and known[0] and known[1]):
        return False
    return moment_key(time.earliest) >= moment_key(known[0]) and day_key(time.latest) <= day_key(known[1])


def _attributed(article):
    """Whether a word stands in what the article attributes to somebody, and where its reporting words stand."""
    quotes = [
        row for row in tables.each(find_quotes(article), "start end kind cue_start cue_end") if row.kind != "scare"
    ]
    inside = {place for row in quotes for place in range(row.start, row.end)}
    cues = {place for row in quotes if row.cue_start is not pd.NA for place in range(row.cue_start, row.cue_end)}
    return (lambda token: token.idx in inside), cues


def _is_main(token):
    """Whether a verb tells an event of the story, and not how somebody tells it or how things are."""
    if token.pos_ != "VERB" or token.lemma_.lower() in STATES or token.tag_ in ("VBG", "VBZ", "VBP"):
        return False  # the simple present tells how things are
    if any(child.dep_ in ("ccomp", "xcomp") for child in token.children):
        return False  # who says or wants it; the event is what is said or wanted
    verb = token
    while verb.dep_ in ("xcomp", "conj", "ccomp") and verb.head.i != verb.i and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":  # "is due **to open**"
        return verb.head.head.dep_ in MAIN and not purpose(verb)
    return verb.dep_ in MAIN and not purpose(verb)  # "she left **to see** it": nobody says that she saw it


def _actors(token, named):
    """Who takes part: subject, object and agent; a noun's possessor; of "came and opened" the subject of both."""
    names, places = [], [token]
    if token.dep_ in ("conj", "xcomp") and not any(child.dep_ in NOUN_SUBJECTS for child in token.children):
        places += [child for child in token.head.children if child.dep_ in NOUN_SUBJECTS]
    for place in places:
        wanted = [place] if place is not token else []
        if place is token:
            wanted = [
                child for child in token.children if child.dep_ in (*NOUN_SUBJECTS, "dobj", "poss", "compound", "amod")
            ]
            wanted += [
                noun
                for child in token.children
                if child.dep_ in ("agent", "prep")
                and (child.lower_ in ("by", "with") or (child.lower_ == "of" and is_event_noun(token)))
                for noun in child.children
                if noun.dep_ == "pobj"
            ]
        for word in wanted:
            for part in (word, *word.children, *word.conjuncts):
                names += [name for name in named.get(part.i, ()) if name not in names]
    return tuple(names)
