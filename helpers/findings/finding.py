"""A statement about an article before it is a row."""

import re
from typing import NamedTuple

_STOP = re.compile(r"(?<![A-Z.])(?<!\b(?:Rep|Sen|Gov|Inc|Ltd))(?<!\bCo)\.([”\"]{0,2})$")  # not of an abbreviation


class Finding(NamedTuple):
    """A sentence, what found it, and the words it rests on; `key` tells apart two on the same words."""

    key: str
    finding: str
    method: str
    start: int
    end: int


def in_marks(text: str) -> str:
    """Words of an article in quotation marks; marks inside become single ones, and a full stop at their end goes.

    >>> in_marks('He said "no"'), in_marks('He said “no.”'), in_marks("He left.")
    ('“He said ‘no’”', '“He said ‘no’”', '“He left”')
    """
    inner = _STOP.sub(r"\1", text.strip()).replace('""', '"').replace("“", "‘").replace("”", "’")
    parts = inner.split('"')
    inner = "".join(part if n == 0 else ("‘" if n % 2 else "’") + part for n, part in enumerate(parts))
    return f"“{' '.join(inner.split())}”"
