"""A statement about an article before it is a row."""

from typing import NamedTuple


class Finding(NamedTuple):
    """A sentence, what found it, and the words it rests on; `key` tells apart two on the same words."""

    key: str
    finding: str
    method: str
    start: int
    end: int


def in_marks(text: str) -> str:
    """Words of an article in quotation marks; marks inside become single ones.

    >>> in_marks('He said "no"')
    '“He said ‘no’”'
    """
    inner = text.strip().replace('""', '"').replace("“", "‘").replace("”", "’")
    parts = inner.split('"')
    inner = "".join(part if n == 0 else ("‘" if n % 2 else "’") + part for n, part in enumerate(parts))
    return f"“{' '.join(inner.split())}”"
