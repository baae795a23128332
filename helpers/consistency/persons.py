"""One person told as two: on both sides of a court."""

import re

from ..coreference import mentions
from .amounts import Relation

EXAMPLES = {
    "two sides": (
        "Roland Pargeter, prosecuting, said that the car was old. Mr Pargeter, in mitigation, said that his "
        "client was sorry.",
        "Roland Pargeter, prosecuting, said that the car was old. Ann Lee, in mitigation, said that her "
        "client was sorry.",
    ),
}
# Words beside a name that put somebody on one side of a court, and on the other.
_SIDES = (
    re.compile(r"\b(?:prosecuting|for the (?:prosecution|Crown|state)\b|the prosecutor|opening the case for the)\b"),
    re.compile(
        r"\b(?:defending|for the (?:defen[cs]e|accused)|appear(?:s|ing) for (?=[A-Z])|in mitigation|"
        r"(?:his|her) client|defen[cs]e (?:lawyer|counsel))\b"
    ),
)


def persons(grounds):
    """Both sides of a court in one person."""
    for name, own in _by_person(grounds).items():
        told = {}
        for mention in own:
            after = grounds.text[mention.end : mention.end + 90].partition(".")[0]
            lead = re.match(r"(?:,? (?:QC|KC)\b)?,? ?(?:who )?", after)
            for side, pattern in enumerate(_SIDES):
                found = pattern.search(after)
                if found and (found.start() <= lead.end() + 2 or (side == 1 and "client" in found.group())):
                    start = mention.end + found.start()
                    told.setdefault(
                        side, (mention.start, mention.end + found.end(), grounds.text[start : start + len(found[0])])
                    )
        if len(told) == 2:
            (a, b, one), (c, d, other) = told[0], told[1]
            both = f"“{one}” and “{other}”"
            places, problem = ((c, d), (a, b)), f"{name} is told as {both}."
            yield Relation("two sides", places, both, "disagrees", "one lawyer is on one side", problem)


def _by_person(grounds):
    """Mentions of each person by name or title, in order."""
    found = {}
    for mention in mentions(grounds.article):
        if (
            mention.kind == "person"
            and len(mention.names) == 1
            and mention.how in ("name", "title")
            and mention.head >= 0
        ):
            found.setdefault(mention.names[0], []).append(mention)
    return found
