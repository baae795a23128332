"""When an undated event can have been: the narrowest interval that the words around it support.

Order words bound one event by another (Allen 1983); tense bounds it by the reference; in one paragraph
a simple past told after a dated simple past does not lie before it (the temporal discourse principle
of Dowty 1986). All of it is inference, and each row says which.
"""

from .iso import day_key

AFTER = frozenset("after following since once".split())
BEFORE = frozenset("before until till prior".split())
WHILE = frozenset("while as during when amid".split())

# rule -> (text published on Thursday, 2025-05-08; the undated event; earliest, latest)
EXAMPLES = {
    "after the other event": ("She opened it on May 5, before the mayor spoke.", "spoke", "2025-05-05", "2025-05-08"),
    "before the other event": ("She opened it on May 5, after the mayor spoke.", "spoke", None, "2025-05-05"),
    "while the other event": ("She opened it on May 5, while the mayor slept.", "slept", "2025-05-05", "2025-05-05"),
    "shares the time": ("She came on May 5 and opened it.", "opened", "2025-05-05", "2025-05-05"),
    "time bounds it": ("She will open it by May 12.", "open", None, "2025-05-12"),
    "told after it": ("She came on May 5. She opened it.", "opened", "2025-05-05", "2025-05-08"),
    "past tense": ("She opened it.", "opened", None, "2025-05-08"),
    "future tense": ("She will open it.", "open", "2025-05-08", None),
}


def interval(token, status, dated, before, day):
    """The interval of an undated event, and why.

    Parameters
    ----------
    token : spacy.tokens.Token
        Its verb.
    status : str
    dated : dict
        Token index -> (earliest, latest) of the events that a time dates.
    before : (str, str) or None
        Interval of the last dated event that the same paragraph told before.
    day : str or None
        The reference, ISO 8601.

    Returns
    -------
    (str or None, str or None, str)
        Earliest, latest, rule.
    """
    planned = status in ("planned", "possible")
    low, high = (day, None) if planned else (None, day)
    for mark, other, later in _linked(token):
        if other.i not in dated:
            continue
        first, last = dated[other.i]
        if mark in WHILE:
            return first, last, "while the other event"
        if (mark in AFTER) == later:  # this one comes after the other
            return first, _not_before(first, high), "after the other event"
        return low if planned else None, last, "before the other event"
    head = token.head
    if token.dep_ == "conj" and head.i in dated and head.tag_ == token.tag_:
        return *dated[head.i], "shares the time"
    if planned:
        return low, high, "future tense"
    if before and token.tag_ == "VBD" and before[0]:
        return before[0], _not_before(before[0], high), "told after it"
    return low, high, "past tense" if _past(token) else "present tense"


def _not_before(first, last):
    return last if first is None or last is None or day_key(first) <= day_key(last) else None


def _past(token):
    return token.tag_ in ("VBD", "VBN") or any(child.tag_ == "VBD" for child in token.children)


def _linked(token):
    """(order word, other event, whether this one is the one that the word lets come later)."""
    for child in token.children:
        if child.dep_ == "advcl":
            mark = next((word.lower_ for word in child.children if word.dep_ in ("mark", "advmod")), "")
            if mark in AFTER | BEFORE | WHILE:
                yield mark, child, True
        if child.dep_ == "prep" and child.lower_ in AFTER | BEFORE | WHILE:
            for noun in child.children:
                if noun.dep_ in ("pobj", "pcomp"):
                    yield child.lower_, noun, True
    if token.dep_ == "advcl":
        mark = next((word.lower_ for word in token.children if word.dep_ in ("mark", "advmod")), "")
        if mark in AFTER | BEFORE | WHILE:
            yield mark, token.head, False
