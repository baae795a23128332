"""Names of the files that lie beside an article or are made of it."""

import os
from hashlib import sha256
from pathlib import Path

LONGEST = 255  # bytes that a file's name may have


def named(stem, ending):
    """A name made from another one, no longer than systems allow.

    Of a longer one the end is cut, and a checksum of all of it stands there.

    >>> named("port", ".corrections.csv")
    'port.corrections.csv'
    >>> len(named("x" * 251, ".corrections.csv"))
    255
    """
    if len(os.fsencode(stem + ending)) <= LONGEST:
        return stem + ending
    tail = f"~{sha256(os.fsencode(stem)).hexdigest()[:8]}{ending}"
    return os.fsencode(stem)[: LONGEST - len(os.fsencode(tail))].decode("utf8", "ignore") + tail


def beside(article_path):
    """Where an article's corrections lie: `<name>.corrections.csv` beside it.

    >>> beside("texts/port.html").as_posix()
    'texts/port.corrections.csv'
    """
    path = Path(article_path)
    return path.with_name(named(path.stem, ".corrections.csv"))
