"""A kind of statement, and a statement about an article before it is a row."""

import re
from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from ..article import Article

_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\.[A-Z])(?<!\.)(?<!\b(?:Rep|Sen|Gov|Inc|Ltd))(?<!\bCo)\.([”\"]{0,2})$"
)  # not of an abbreviation


class Finding(NamedTuple):
    """A sentence, what found it, and the words it rests on; `key` tells apart two on the same words."""

    key: str
    finding: str
    method: str
    start: int
    end: int


class Statement(NamedTuple):
    """A kind of sentence.

    `page` is the notebook whose answer states it; on the reading page stand those of page "0". `says` gives the
    findings, none where the condition does not hold. `right` and `silent` are articles: text, and day of publication.
    """

    name: str
    page: str
    condition: str
    says: Callable[[Article, dict[str, pd.DataFrame]], list[Finding]]
    right: tuple[str, str | None]
    silent: tuple[str, str | None]


def in_marks(text: str) -> str:
    """Words of an article in quotation marks; marks inside become single ones, and a full stop at their end goes.

    >>> in_marks('He said "no"'), in_marks('He said “no.”'), in_marks("He is its CEO."), in_marks("He left the U.S.")
    ('“He said ‘no’”', '“He said ‘no’”', '“He is its CEO”', '“He left the U.S.”')
    """
    inner = _STOP.sub(r"\1", text.strip()).replace('""', '"').replace("“", "‘").replace("”", "’")
    parts = inner.split('"')
    inner = "".join(part if n == 0 else ("‘" if n % 2 else "’") + part for n, part in enumerate(parts))
    return f"“{' '.join(inner.split())}”"
