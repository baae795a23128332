"""Mentions as rows of the actors table, and back: so that a researcher's corrections of rows reach whoever asks."""

from dataclasses import dataclass
from itertools import groupby

from .. import corrections, tables
from ..tables import is_missing


@dataclass(frozen=True)
class Mention:
    """Words that stand for one actor, or for several at once.

    `how`: name, title, demonym, metonym, pronoun, description, joint (as in the actors table).
    """

    start: int
    end: int
    names: tuple
    kind: str
    how: str
    head: int  # token index


def rows_of(mentions):
    """A row a mention and actor, in order: dictionaries for `tables.build`."""
    return [
        {"start": m.start, "end": m.end, "actor": name, "kind": m.kind, "how": m.how, "key": name}
        for m in mentions
        for name in m.names
    ]


def with_persons(rows, persons, text):
    """Rows with what the article says of their actors.

    Parameters
    ----------
    rows : list of dict
    persons : dict of str to Person
        As from `portraits.described`.
    text : str
        The article's.
    """
    found = []
    for row in rows:
        person = persons.get(row["actor"])
        if person is not None:
            start, end = person.role_start, person.role_end
            role = None if start is None else text[start:end]
            said = {"gender": person.gender, "role": role, "role_start": start, "role_end": end}
            row = {**row, **{column: value for column, value in said.items() if is_missing(row.get(column))}}
        found.append(row)
    return found


def corrected(article, doc, mentions):
    """Rows of mentions after the researcher's lines about actors.

    Parameters
    ----------
    article : Article
    doc : spacy.tokens.Doc
    mentions : list of Mention

    Returns
    -------
    (list of Mention, list of dict, container of int)
        The mentions; their rows, for `tables.build`; and the numbers of the lines that no mention took: they can be
        about "I" and "we", which are nobody's mention before it is known who speaks.
    """
    rows = rows_of(mentions)
    if not any(line.table == "actors" for _, line in corrections.lines(article)):
        return mentions, rows, ()
    table = tables.build("actors", rows, article.text)
    outcomes = corrections.outcomes(article, "actors", table)
    left = frozenset(outcome.line for outcome in outcomes if outcome.result == corrections.NO_ROW)
    heads = {row["id"]: mention.head for row, mention in _with_mention(table, mentions)}
    records = corrections.apply(article, "actors", table).to_dict("records")
    found = []
    for (start, end, kind, how), group in groupby(records, lambda row: tuple(map(row.get, PLACE))):
        group = list(group)
        names = tuple(dict.fromkeys(row["actor"] for row in group if row["actor"]))
        head = heads.get(group[0]["id"])
        if head is None:  # an added row: its words' own head
            span = doc.char_span(start, end, alignment_mode="expand")
            head = span.root.i if span else -1
        if names:
            found.append(Mention(start, end, names, kind, how, head))
    return found, records, left


PLACE = ("start", "end", "kind", "how")


def _with_mention(table, mentions):
    """Each row of the table of some mentions with its mention; both are in the order of the text."""
    every = (mention for mention in mentions for _ in mention.names)
    return zip(table.to_dict("records"), every, strict=True)
