"""Tables that are text: their lines whatever the encoding, their records whatever is wrong with one of them."""

import codecs
import csv
import io
from collections import deque

from ..article.decode import decode, mixed, not_text, wide

LOOK = 1_000_000  # bytes of lines that are not UTF-8, by which their encoding is told
AGAIN = 1_000_000  # lines that are read a second time at most: a table in which no mark closes is not read for ever


class Unusable(ValueError):
    """Why a table cannot be read: a sentence without its beginning and its stop."""


def lines(path):
    """The lines of a table of any size as text, each with its end.

    A line that is not UTF-8 has the encoding that all such lines seem to have; so a table may be of two.

    Parameters
    ----------
    path : pathlib.Path

    Yields
    ------
    str

    Raises
    ------
    Unusable
        If the file is no text.
    """
    with path.open("rb") as file:
        begin = file.read(100_000)
    if refused := not_text(begin):
        raise Unusable("; ".join(refused))
    encoding = wide(begin)
    if encoding:
        with path.open(encoding=encoding, errors="replace", newline="\n") as file:
            for line in file:
                yield line.lstrip("\ufeff")
        return
    other = _other(path)
    with path.open("rb") as file:
        for line in file:
            yield _text(line, other).lstrip("\ufeff")


def _other(path):
    """The encoding of the lines that are not UTF-8."""
    found, size = [], 0
    with path.open("rb") as file:
        for line in file:
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                found.append(line)
                size += len(line)
            if size > LOOK:
                break
    decoded = decode(b"".join(found).removeprefix(codecs.BOM_UTF8))
    return decoded[1] if decoded else "cp1252"


def _text(line, other):
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if decoded := mixed(line):
        return decoded[0]
    try:
        return line.decode(other)
    except (UnicodeDecodeError, LookupError):
        return line.decode("utf-8", "helpers.article.mixed")


def records(found, delimiter):
    """The records of a CSV table; None for one whose quotation mark does not close, and the next line begins anew.

    Parameters
    ----------
    found : iterable of str
        Lines with their ends.
    delimiter : str

    Yields
    ------
    list of str, or None

    Examples
    --------
    >>> list(records(["a,b\\n", '1,"two\\n', '3,"four"\\n'], ","))
    [['a', 'b'], None, ['3', 'four']]
    >>> list(records(['1,"two\\n', 'lines"\\n'], ","))
    [['1', 'two\\nlines']]
    """
    rest = (part for line in found for part in io.StringIO(line, newline=""))
    waiting, taken, again = deque(), [], 0

    def following():
        while (line := waiting.popleft() if waiting else next(rest, None)) is not None:
            taken.append(line)
            yield line

    while True:
        taken.clear()
        try:
            record = next(csv.reader(following(), delimiter=delimiter, strict=True), None)
        except csv.Error:
            again += len(taken)
            if again <= AGAIN:
                waiting.extendleft(reversed(taken[1:]))
            yield None
            continue
        if record is None:
            return
        if record:
            yield record
