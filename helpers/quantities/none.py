"""What is no quantity: dates, names, addresses, labels, and "one" that counts nothing."""

import re

from .units import TIME

# What a number after it names and does not count.
LABELS = frozenset(
    (
        "unit game no number chapter section article page part phase route highway interstate flight room gate class "
        "category level type day week round stage title proposition prop act division group form model windows "
        "resolution channel line platform area bus volume issue season episode figure table step grade tier apollo "
        "fortune ftse p s&p stoxx nikkei dow cac dax world bill amendment clause paragraph formula covid covid-19 "
        "district ward precinct lane runway hall terminal pier berth hole lap race case exhibit item rule law top "
        "studio catch magnum boeing airbus psalm verse version mark appendix annex"
    ).split()
)
_LOW = frozenset("page day no number p category type phase level grade unit section chapter round stage".split())
_ROAD = re.compile(
    r"(?:[-–]\d{1,5})? (?:[NSEW]\.? )?(?:[A-Z][\w’']+\.? |\d+(?:st|nd|rd|th) ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|"
    r"Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Square|Place|Court|Terrace|Highway|Crescent|Close|Parkway)\b"
)
_ROUNDS, _ROUND = (4, 8, 16, 32), re.compile(r"\bthe last $")
_LENGTHS = re.compile(rf"(?: or | to |[-–])[\w.]+[ -](?:{'|'.join(TIME)})s?\b")  # "**three** or four years"
_RUN = re.compile(r"[0-9]+(?:[-/.:][0-9]+){2,}|[0-9]{3}[- ][0-9]{4}|\([0-9]{3}\) ?[0-9]{3}")
_NOT_ONE = frozenset("day another thing hand side way morning night evening".split())
_BEFORE_ONE = frozenset("no each every this that any the which some other another only".split())
# An ordinal of these names a part and says of nothing how many there were.
_PARTS = frozenset(
    (
        "quarter half floor party hand class degree person lady minister gear base round spell leg term time place "
        "world look glance stage phase amendment street avenue century grade reading instance name choice home step "
        "line eleven wave rate day week year month section baseman"
    ).split()
)


def is_none(fact, text, doc, time):
    """Whether a number is no quantity.

    >>> from helpers.article import from_text
    >>> from helpers.quantities import find_quantities
    >>> find_quantities(from_text("Flight 212 left Gate 4 at 5:30 p.m. on May 8, 2025, from 12 Mill Lane.")).empty
    True
    >>> find_quantities(from_text("Berg is the world's No. 3 producer of pulp.")).empty
    True
    >>> find_quantities(from_text("The hall opens at 6 p.m. and closes at 11 P.M., they say.")).empty
    True
    """
    start, end = fact.number
    if fact.form == "ordinal":
        return _no_ordinal(fact, text, time)
    if fact.form == "multiple":
        return False
    if fact.kind == "money":
        return False
    if time is not None and fact.unit is None:
        return not _LENGTHS.match(text, end)
    if time is not None and fact.unit not in TIME and fact.unit is not None and fact.kind == "measure":
        return time.start <= fact.start and fact.end <= time.end
    if time is not None and fact.unit in TIME and re.match(r"\d{4}$", text[start:end]):
        return True
    if fact.unit is None and any(
        m.start() < end and start < m.end() for m in _RUN.finditer(text, max(start - 12, 0), end + 14)
    ):
        return True
    if text[end : end + 1] == ":" and text[end + 1 : end + 2].isdigit():
        return True
    if fact.unit is None and (_ROAD.match(text, end) or _numbers_a_list(text, start, end)):
        return True
    if text[max(start - 9, 0) : start].endswith(("Group of ", " No. ", "(No. ")):
        return True
    if fact.unit is None and fact.value in _ROUNDS and _ROUND.search(text[max(start - 10, 0) : start]):
        return not _counts(fact.token)  # the last 16 of a cup are a round
    first = doc.char_span(start, end, alignment_mode="expand")[0]
    before = doc[first.i - 1] if first.i else None
    if fact.form == "words" and fact.value == 1 and text[start:end].lower() == "one":
        return _no_one(first, before)
    if fact.unit is None and fact.form == "figures" and _model(fact, text, doc):
        return True
    if fact.unit is None and before is not None and before.idx + len(before) == start - 1:
        low = before.lower_.rstrip(".")
        if low in LABELS and fact.form == "figures" and (before.is_title or before.is_upper or low in _LOW):
            return True
        if fact.form == "figures" and before.pos_ == "PROPN" and "," not in text[start:end] and not _counts(fact.token):
            return True
    if fact.unit is None and re.match(r"[’']?s\b|[A-Za-z]", text[end : end + 2]) and fact.form == "figures":
        tail = re.match(r"[A-Za-z]+", text[end:])
        if tail and len(tail.group()) <= 4 and not tail.group().startswith("s"):
            fact.unit, fact.end, fact.kind = tail.group(), end + tail.end(), "measure"
            return len(tail.group()) == 1
        return True
    if (
        fact.unit is None
        and fact.value >= 1900
        and fact.value < 2100
        and fact.form == "figures"
        and "," not in text[start:end]
    ):
        return not _counts(fact.token)
    return False


def _numbers_a_list(text, start, end):
    """Whether figures number the parts of a list: "**1**) bread, **2**) salt", but not "(about 20)".

    >>> _numbers_a_list("He wants 1) bread", 9, 10), _numbers_a_list("many (about 20)", 12, 14)
    (True, False)
    """
    before = text[max(start - 60, 0) : start]
    return text[end : end + 1] == ")" and end - start < 3 and before.rfind("(") <= before.rfind(")")


def _model(fact, text, doc):
    """Whether figures are the name of a model: two **737** Max jets, its **787** Dreamliner."""
    token = fact.token
    if token.i + 1 >= len(doc) or "," in text[slice(*fact.number)]:
        return False
    after, head = doc[token.i + 1], token.head
    if after.tag_ != "NNP" or after.is_lower:
        return False
    if head.tag_ not in ("NNS", "NNPS") or head.i < token.i:
        return True
    return any(child.pos_ == "NUM" and child.i < token.i for child in head.children)


def _counts(token):
    """Whether a number's head is a plural after it."""
    head = token.head
    return (
        head.i > token.i
        and token.dep_ in ("nummod", "compound", "quantmod")
        and (head.tag_ in ("NNS", "NNPS") or head.pos_ == "NUM")
    )


def ordinal_time(text, one):
    """Whether four figures before a unit of time are a year: "the 2019 year"."""
    return bool(re.fullmatch(r"(?:19|20)\d\d", text[one.start : one.end]))


def _no_one(token, before):
    """Whether "one" counts nothing: the **one** that, no **one**, **one** day."""
    if before is not None and (before.lower_ in _BEFORE_ONE or before.text in ("-",)):
        return True
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is None or after.text in ("-", "–"):
        return True
    if after.lower_ == "of":
        return token.i + 2 < len(token.doc) and token.doc[token.i + 2].lower_ not in (
            "the",
            "its",
            "his",
            "her",
            "their",
            "our",
            "my",
            "these",
            "those",
            "several",
            "many",
        )
    if token.dep_ != "nummod" or token.head.i < token.i:
        return True
    return token.head.lemma_.lower() in _NOT_ONE


def _no_ordinal(fact, text, time):
    """Whether an ordinal counts nothing that happened again: **first**, the **second** quarter, **third**-party."""
    token = fact.token
    if (
        time is not None
        or fact.value < 2
        or text[fact.end : fact.end + 1] in ("-", "–")
        or token.dep_ not in ("amod", "nummod", "compound")
    ):
        return True
    head = token.head
    return head.i < token.i or head.lemma_.lower() in _PARTS or head.pos_ == "PROPN" or head.i - token.i > 4
