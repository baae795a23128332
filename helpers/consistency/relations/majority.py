"""How far two numbers of votes, points or runs lie apart, and the lead that is told."""

import re

from ..amounts import Relation, exact, told

REACH = 8  # sentences between figures of one lead
NEAR = 2  # sentences between a lead and the two numbers that it lies between

EXAMPLES = {
    "majority": (
        "Ann Lee received 4,318 votes and Tom Roe 4,116. She won by 312 votes.",
        "Ann Lee received 4,318 votes and Tom Roe 4,116. She won by 202 votes.",
    ),
    "votes": (
        "The nine-member council met on Monday. It voted 6-4 to close the pool.",
        "The nine-member council met on Monday. It voted 5-4 to close the pool.",
    ),
}


def majority(own):
    """Won **by** as many votes as lie between the two numbers of votes."""
    for lead in own.all:
        if lead.unit not in ("vote", "point", "shot", "seat", "run", "goal", "stroke") or not re.search(
            r"\b(?:by|of) (?:just |only )?$", own.before(lead)
        ):
            continue
        if not re.search(
            r"\b(?:won|w[io]ns?|beat|beaten|defeat\w*|ahead|los[te]\w*|majority|margin|lead\w*)\b",
            own.words(lead.sentence),
        ):
            continue
        for sentence in range(max(lead.sentence - REACH, 0), lead.sentence + REACH + 1):
            pair = [
                one
                for one in own.by_sentence.get(sentence, ())
                if one is not lead and one.kind == "count" and exact(one)
            ]
            pair = pair[:2] if len(pair) == 3 else pair
            if len(pair) != 2 or not any(one.unit == lead.unit for one in pair) or not exact(lead):
                continue
            if abs(sentence - lead.sentence) > NEAR and (min(one.value for one in pair) < 1000 or lead.unit != "vote"):
                continue
            if not re.search(r"\b(?:and|to|with|against)\b", own.between(*pair)) or {one.unit for one in pair} - {
                lead.unit,
                None,
                *_names(pair),
            }:
                continue
            high, low = sorted((one.value for one in pair), reverse=True)
            computation = f"{told(high)} − {told(low)} = {told(high - low)}"
            spans = (lead.place, *(one.place for one in pair))
            if high - low == lead.value:
                yield Relation("majority", spans, computation)
            elif low > lead.value and high - low < 3 * lead.value and lead.sentence != sentence:
                yield Relation(
                    "majority",
                    spans,
                    computation,
                    "disagrees",
                    f"the article tells {lead.text}",
                    f"{told(high)} and {told(low)} are {told(high - low)} apart, not {told(lead.value)}.",
                )


def _names(pair):
    """Units that are the words after a bare number by accident."""
    return {one.unit for one in pair if one.of is None}


_WORDS = "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_SMALL = {word: number for number, word in enumerate(_WORDS)}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_SMALL)})"
# "voted **6-4**", "by **seven votes to four**"
_VOTE = re.compile(
    rf"\b(?:vot(?:ed|e|es|ing)|majority|decided|ruled|approved|rejected|passed|verdict|split|carried|margin)\b"
    rf"[^.;\d]{{0,40}}?\b(?P<yes>{_NUMBER})(?: votes?)?(?:[-–]| to )(?P<no>{_NUMBER})\b(?!-)"
)
_BODY = r"(?P<body>council|board|committee|commission|panel|court|jury|bench|cabinet|assembly|parish council)"
_MEMBERS = (
    re.compile(rf"\b(?P<number>{_NUMBER})-(?:member|strong|man|woman|person|judge) (?:[a-z]+ )?{_BODY}\b", re.I),
    re.compile(
        rf"\b(?:the|its|all) (?P<number>{_NUMBER}) (?P<body>councillors|judges|jurors|directors|trustees|governors)\b",
        re.I,
    ),
    re.compile(
        rf"\b{_BODY}(?: itself)?,? (?:which )?(?:has|have|of|comprises|consists of|is made up of) "
        rf"(?:only |just )?(?P<number>{_NUMBER})(?: (?!of\b)[a-z]+)?"
        r"(?: members| councillors| seats| judges| people)?\b(?! of)",
        re.I,
    ),
)


def votes(own):
    """More votes than there are members: a **nine-member** council that voted **6-4**."""
    cast = list(_VOTE.finditer(own.text))
    bodies = [found for pattern in _MEMBERS for found in pattern.finditer(own.text)] if cast else ()
    if len({_value(one["number"]) for one in bodies}) != 1:
        return
    body, members = bodies[0], _value(bodies[0]["number"])
    for one in cast:
        total = _value(one["yes"]) + _value(one["no"])
        around = own.text[max(one.start() - 200, 0) : one.end() + 80].lower()
        if members < 3 or _value(one["yes"]) == 0:
            continue
        spans, words = (one.span(), body.span()), f"{one['yes']} + {one['no']} = {total}"
        if total == members:
            yield Relation("votes", spans, words)
        elif members < total <= 1.5 * members and (body["body"].lower() in around or len(cast) == 1):
            problem = f"{one['yes']} and {one['no']} votes are {total}, but there are {body['number']} members."
            yield Relation("votes", spans, words, "disagrees", f"the article tells {body['number']} members", problem)


def _value(word):
    return int(word) if word.isdecimal() else _SMALL[word.lower()]
