"""Events as a reader meets them: the words of their clause, in the order of time."""

import pandas as pd

from .. import tables
from .iso import day_key, moment_key

# What hangs on a verb and tells another event: "she left **when it rained**", "she sang **and danced**".
BESIDE = frozenset("advcl conj cc punct parataxis mark preconj relcl appos".split())
TRAILING = frozenset(", ; : – — - --".split())
COLUMNS = ["id", "start", "end", "text", "earliest", "latest", "inferred", "status"]


def clause_of(token):
    """The words that tell an event: the verb with its subject and objects, a noun with its phrase.

    Parameters
    ----------
    token : spacy.tokens.Token
        The event's word.

    Returns
    -------
    tuple of int
        Offsets of the first character and after the last one.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.language import parse
    >>> doc = parse(from_text("When it rained, Anna Berg opened the bridge on May 8, and Tom Roe left."))
    >>> [doc.text[slice(*clause_of(word))] for word in doc if word.text in ("rained", "opened", "left")]
    ['When it rained', 'Anna Berg opened the bridge on May 8', 'Tom Roe left']
    """
    while token.dep_ == "xcomp" and token.head != token:  # "he is expected **to attend**": nothing without its head
        token = token.head
    doc, kept = token.doc, {token.i}
    for child in token.children:  # "**It rained;** later it snowed" is read as an object that stands before its verb
        if child.dep_ not in BESIDE and not (child.dep_ == "ccomp" and child.i < token.i):
            kept.update(word.i for word in child.subtree)
    first = last = token.i
    while first - 1 in kept or (first - 2 in kept and doc[first - 1].is_punct):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and doc[last + 1].is_punct):
        last += 1
    while last > first and doc[last].text in TRAILING:
        last -= 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def dated(article, events):
    """The events of which both ends of their time are known, each once, past to future, with their clauses.

    Parameters
    ----------
    article : Article
    events : pandas.DataFrame
        The events table.

    Returns
    -------
    pandas.DataFrame
        `id` (of the event), `start`, `end`, `text` (its clause), `earliest`, `latest`, `inferred`, `status`. Of two
        times of one event the narrower stands here, and of two clauses of one time, one in the other, the longer.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.timeline import find_events
    >>> article = from_text("Anna Berg opened the bridge on May 8, 2025.")
    >>> dated(article, find_events(article))[["text", "earliest"]].values.tolist()
    [['Anna Berg opened the bridge on May 8, 2025', '2025-05-08']]
    """
    kept = {}
    known = events[events["earliest"].notna() & events["latest"].notna()]
    for row in tables.each(known, "id start end clause_start clause_end earliest latest inferred status"):
        place = (row.start, row.end) if tables.is_missing(row.clause_start) else (row.clause_start, row.clause_end)
        if place not in kept or _width(row) < _width(kept[place]):
            kept[place] = row
    spans = [(*place, row.earliest, row.latest) for place, row in kept.items()]
    rows = [
        (row.id, a, b, article.text[a:b], row.earliest, row.latest, bool(row.inferred), row.status)
        for (a, b), row in kept.items()
        if not any(
            c <= a and b <= d and (a, b) != (c, d) and when == [row.earliest, row.latest] for c, d, *when in spans
        )
    ]
    rows.sort(key=lambda row: (moment_key(row[4]), moment_key(row[5]), row[1]))
    return pd.DataFrame(rows, columns=COLUMNS)


def _width(row):
    """How long an interval is, in years and parts of them that only compare."""
    return tuple(b - a for a, b in zip(day_key(row.earliest), day_key(row.latest), strict=True))


def telling(times):
    """In which order the dates are told: each date and its words once, with its place in time.

    Parameters
    ----------
    times : pandas.DataFrame
        The times table.

    Returns
    -------
    pandas.DataFrame
        `start`, `end`, `text`, `earliest`, `latest`, `rank` (in time, 0 the earliest), `back` (how many ranks before
        the one told before it; 0 where it is not earlier), in the order of the text.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.timeline import find_times
    >>> table = telling(find_times(from_text("In 2020 it rained. In 1990 it did. In 2024 it will.")))
    >>> table[["rank", "back"]].values.tolist()
    [[1, 0], [0, 1], [2, 0]]
    """
    known = times[times["earliest"].notna() & times["latest"].notna() & times["type"].isin(("DATE", "TIME"))]
    table = known.assign(words=known["text"].str.lower()).drop_duplicates(["words", "earliest", "latest"])
    table = table.sort_values("start", kind="stable")[["start", "end", "text", "earliest", "latest"]]
    spans = list(zip(table["earliest"], table["latest"], strict=True))
    order = sorted(set(spans), key=lambda span: (moment_key(span[0]), moment_key(span[1])))
    place = {span: rank for rank, span in enumerate(order)}
    ranks = [place[span] for span in spans]
    back = [max(before - rank, 0) for before, rank in zip(ranks[:1] + ranks, ranks, strict=False)]
    return table.assign(rank=ranks, back=back).reset_index(drop=True)
