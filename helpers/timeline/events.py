"""Events that the article dates in so many words: a time, and the verb that it hangs on."""

from .. import corrections, tables
from ..coreference import mentions
from ..language import parse
from .times import find_times

STEPS = 8  # from a time up to its verb


def find_events(article):
    """The events that a time dates.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The events table: the span is the event's word; `actors` take part in it as subject or
        object; `time` is the id of the time that dates it, with its interval. `status` is
        missing and `inferred` false throughout: this version keeps to dated events.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("Anna Berg opened the bridge on May 8, 2025.")
    >>> find_events(article)[["text", "actors", "earliest"]].values.tolist()
    [['opened', ('Anna Berg',), '2025-05-08']]
    """
    doc = parse(article)
    named = {mention.head: mention.names for mention in mentions(article)}
    rows = []
    for time in find_times(article).itertuples(index=False):
        if time.type in ("SET", "DURATION"):
            continue
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        verb = _verb(span.root) if span is not None else None
        if verb is None or time.start <= verb.idx < time.end:
            continue
        rows.append({
            "start": verb.idx, "end": verb.idx + len(verb), "actors": _actors(verb, named), "time": time.id,
            "earliest": time.earliest, "latest": time.latest, "inferred": False, "rule": "time under verb",
            "key": time.id,
        })  # fmt: skip
    return corrections.apply(article, "events", tables.build("events", rows, article.text))


def _verb(token):
    """The verb above a token; None if there is none near."""
    for _ in range(STEPS):
        if token.pos_ == "VERB":
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _actors(verb, named):
    names = []
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "agent"):
            for token in (child, *child.children, *child.conjuncts):
                names += [name for name in named.get(token.i, ()) if name not in names]
    return tuple(names)
