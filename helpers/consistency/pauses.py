"""A pause of so many days or weeks, and the day on which it ends."""

import re
from datetime import timedelta

from .amounts import Relation
from .lasting import DAYS

EXAMPLES = {
    "pause": (
        "The judge sent everybody home for three weeks on May 1, 2025, the trial to resume on Thursday, May 15.",
        "The judge sent everybody home for two weeks on May 1, 2025, the trial to resume on Thursday, May 15.",
    ),
}
# Adjourned **for three weeks**, to **resume** on 14 March.
_PAUSE = re.compile(
    r"\b(?:adjourn\w*|suspend\w*|postpon\w*|clos(?:e|ed|es|ing)|shut|ban(?:ned|s)?|sent (?:\w+ )?home|put (?:off|back)|"
    r"delay\w*|halt\w*|away|leave|off)\b[^.;]{0,40}\bfor (?:about |at least |another )?$",
    re.I,
)
_RESUMES = re.compile(r"\b(?:resum\w+|reopen\w*|return\w*|back|restart\w*|until|begin again|continue)\b", re.I)


def pauses(grounds):
    """A pause of so many weeks, and the day on which it ends."""
    for row in grounds.amounts:
        if row.unit not in ("day", "week", "fortnight") or not grounds.trusted:
            continue
        if row.approximate or not _PAUSE.search(grounds.text[max(row.start - 70, 0) : row.start]):
            continue
        here = grounds.sentence_at(row.start)
        sentence = grounds.sentences[here]
        ends = [
            time
            for time in grounds.times_in(sentence)
            if time.start > row.end and time.first == time.last and _RESUMES.search(grounds.text[row.end : time.start])
        ]
        if len(ends) != 1 or not re.search(r"\d", ends[0].text):
            continue
        end, length = ends[0], timedelta(days=row.value * DAYS[row.unit])
        bases = {time.first for time in grounds.dated if time.first == time.last and time.start < end.start}
        bases |= {grounds.day, grounds.day - timedelta(days=1)}
        bases = {base for base in bases if base < end.first}
        slack = 1 if row.unit == "day" else 3
        near = [base for base in bases if abs((base + length - end.first).days) <= slack]
        if bases and not near and all(abs((base + length - end.first).days) < 120 for base in bases):
            base = max(bases)
            right = base + length
            yield Relation(
                "pause",
                ((row.start, row.end), end.place),
                f"{base.day} {base:%B} and {row.text}: {right.day} {right:%B}",
                "disagrees",
                f"the article tells {end.text}",
                f"{row.text.capitalize()} from {base.day} {base:%B} end on {right.day} {right:%B}, not on {end.text}.",
            )
