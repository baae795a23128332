"""An event that is told twice is one event: the same head, the same actors, the same time."""

from ..language.grammar import NOUN_SUBJECTS
from .iso import day_key

LONGEST = 31  # days: within a longer time the same people do the same thing more than once
ALIKE = (frozenset(("happened", "reported")),)

# the second telling is another place of the first; or it is another event
EXAMPLES = {
    "again": "Anna Berg opened the bridge on May 5. Tom left. On May 5 the bridge was opened by Anna Berg.",
    "another thing": "Anna Berg opened the bridge on May 5. Tom left. On May 5 Anna Berg opened a school.",
    "another day": "Anna Berg opened the bridge on May 5. Tom left. On May 6 the bridge was opened by Anna Berg.",
}


def once(rows):
    """The rows with each event once; the first telling has the clauses of the later ones in `told_again`.

    Parameters
    ----------
    rows : list of dict
        Of the events table, with `token`, the event's word.

    Returns
    -------
    list of dict
    """
    kept, known = [], {}
    for row in sorted(rows, key=lambda row: row["start"]):
        first = next((one for one in known.get(_time(row), ()) if _same(one, row)), None) if _exact(row) else None
        if first is None:
            kept.append(row)
            known.setdefault(_time(row), []).append(row)
        else:
            first["told_again"] = (*first.get("told_again", ()), (row["clause_start"], row["clause_end"]))
    return kept


def _time(row):
    return row["earliest"], row["latest"]


def _exact(row):
    """Whether a time dates an event closely enough that two of a kind are one."""
    if row["inferred"] or not row["earliest"] or not row["latest"]:
        return False
    (year, month, day), (year2, month2, day2) = map(day_key, _time(row))
    return 372 * (year2 - year) + 31 * (month2 - month) + day2 - day < LONGEST


def _same(one, other):
    a, b = one["token"], other["token"]
    if a.i == b.i or a.lemma_.lower() != b.lemma_.lower() or a.pos_ != b.pos_:
        return False
    status = frozenset((one["status"], other["status"]))
    if len(status) > 1 and status not in ALIKE:
        return False
    things = [_thing(token) for token in (a, b)]
    if None not in things and things[0] != things[1]:
        return False
    if one["actors"] or other["actors"]:
        return set(one["actors"]) == set(other["actors"])
    return None not in things


def _thing(token):
    """What it is done to, or what does it where nothing else is said: the **bridge** is opened, the **ferry** sank."""
    roles = {child.dep_: child for child in token.children if child.pos_ in ("NOUN", "PROPN")}
    noun = next((roles[role] for role in ("dobj", *reversed(NOUN_SUBJECTS)) if role in roles), None)
    return noun.lemma_.lower() if noun is not None else None
