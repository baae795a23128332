"""One person has one age."""

import re

from .durations import ages
from .figures import Relation
from .grounds import place

EXAMPLES = {
    "two ages": (
        "Ann Lee, 46, was held. Her lawyer said that Ann Lee, aged 49, was innocent.",
        "Ann Lee, 46, was held. Her lawyer said that Ann Lee, aged 46, was innocent.",
    ),
}
_NAMESAKES = re.compile(
    r"\b(?:same name|namesakes?|both (?:named|called)|men named|women named|not related|no relation)\b"
)
_FORMERLY = re.compile(r"\b(?:then|when|was|were|in (?:18|19|20)\d\d|years? (?:ago|earlier|later)|turn\w*)\b")


def lives(grounds):
    """One person with two ages, both told as of now."""
    if _NAMESAKES.search(grounds.text):
        return
    known = {}
    for person, number, token in ages(grounds):
        words = grounds.text[max(token.idx - 30, token.sent.start_char) : token.idx]
        after = grounds.text[token.idx : token.idx + 14]
        if _FORMERLY.search(words) or re.match(r"\d+ (?:when|in|at)\b", after) or "month" in after or "week" in after:
            continue
        if person not in known:
            known[person] = (number, token)
        elif known[person][0] != number and known[person][1].sent.start != token.sent.start:
            other = known[person][1]
            problem = f"{person} is told to be {other.text} and {token.text} years old."
            yield Relation(
                "two ages",
                (place(token), place(other)),
                f"{other.text} against {token.text}",
                "disagrees",
                f"two ages of {person}",
                problem,
            )
            return
