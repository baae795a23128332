"""How far two numbers of votes, points or runs lie apart, and the lead that is told."""

import re

from ..amounts import Relation, exact, told

REACH = 8  # sentences between figures of one lead
_COUNTED = ("vote", "point", "shot", "seat", "run", "goal", "stroke")
NEAR = 2  # sentences between a lead and the two numbers that it lies between

EXAMPLES = {
    "majority": (
        "Ann Lee received 4,318 votes and Tom Roe 4,116. She won by 312 votes.",
        "Ann Lee received 4,318 votes and Tom Roe 4,116. She won by 202 votes.",
    ),
}


def majority(own):
    """Won **by** as many votes as lie between the two numbers of votes."""
    for lead in own.all:
        before = own.before(lead)
        bare = lead.bare and re.search(r"\b(?:majority|margin|lead) of (?:just |only )?$", before)
        if not bare and (lead.unit not in _COUNTED or not re.search(r"\b(?:by|of) (?:just |only )?$", before)):
            continue
        if not re.search(
            r"\b(?:won|w[io]ns?|beat|beaten|defeat\w*|ahead|los[te]\w*|majority|margin(?! of error)|lead\w*)\b",
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
            if len(pair) != 2 or not exact(lead) or pair[0].value <= pair[1].value:
                continue
            if not any(one.unit in (lead.unit, *_COUNTED) for one in pair):
                continue
            if abs(sentence - lead.sentence) > NEAR and (min(one.value for one in pair) < 1000 or lead.unit != "vote"):
                continue
            others = {one.unit for one in pair} - {lead.unit, None, *_names(pair)} - (set(_COUNTED) if bare else set())
            if others or not re.search(r"\b(?:and|to|with|against)\b", own.between(*pair)):
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


# "voted **6-4**", "by **seven votes to four**"
