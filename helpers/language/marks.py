"""Quotation marks: which belong together, which are none, and what to do where one is missing."""

import re
from dataclasses import dataclass

from spacy.attrs import ORTH

from .tokens import tokens_with

OPENING = {"“": "”", "«": "»", "„": "“”", "‘": "’"}
# Wire copy writes a double mark as two single ones; what came through a table has each twice.
_MARK = re.compile('""|[“”„«»"]|\'\'|``|‘‘|’’')
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[^\W\d_a-z])")
# Words that begin with an apostrophe.
_ELIDED = re.compile(r"['’‘](?:\d\ds?\b|em\b|tis\b|twas\b|til\b|cause\b|n\b|bout\b|round\b)", re.IGNORECASE)
SINGLE_REACH = 600  # characters within which a single mark must close


@dataclass(frozen=True)
class Marked:
    """A passage in quotation marks; the span includes the marks.

    `rule`: "paired", "paragraph" (goes on in the next), "unclosed" or "unopened" (repaired).
    """

    start: int
    end: int
    level: int
    rule: str


def pair_marks(text, spans):
    """Find the passages in quotation marks.

    Parameters
    ----------
    text : str
    spans : list of (int, int)
        Blocks, in order; marks pair inside a block.

    Returns
    -------
    list of Marked
        In order of start; nested passages have level 1.

    Examples
    --------
    >>> text = "He said “stop the ‘game’ now,” and left. It's 6'2\\" tall."
    >>> [(text[m.start:m.end], m.level) for m in pair_marks(text, [(0, len(text))])]
    [('“stop the ‘game’ now,”', 0), ('‘game’', 1)]
    >>> text = '""It is shut,"" Anna Berg said.'
    >>> [text[m.start:m.end] for m in pair_marks(text, [(0, len(text))])]
    ['""It is shut,""']
    """
    found = []
    for number, (start, end) in enumerate(spans):
        follows = text[spans[number + 1][0]] if number + 1 < len(spans) else ""
        found += _in_block(text, start, end, follows)
    return sorted(found, key=lambda marked: (marked.start, -marked.end))


def _in_block(text, start, end, follows):
    found, opened = [], None  # opened: position of the double mark that waits for its partner
    for match in _MARK.finditer(text, start, end):
        position, after = match.span()
        role = _role(text, position, after, start, end, opened is not None)
        if role == "open" and opened is None:
            opened = position
        elif role == "close":
            if opened is not None:
                found.append(Marked(opened, after, 0, "paired"))
                opened = None
            elif not found:
                ends = [m.end() for m in _SENTENCE_END.finditer(text, start, position)]
                begin = ends[-1] if ends else start
                begin += len(text[begin:position]) - len(text[begin:position].lstrip())
                if begin < position:
                    found.append(Marked(begin, after, 0, "unopened"))
    if opened is not None:
        if follows and follows in '“"„«' and follows == text[opened]:
            found.append(Marked(opened, end, 0, "paragraph"))
        else:
            stop = _SENTENCE_END.search(text, opened, end)
            whole = opened == start  # a paragraph that begins with a mark is quoted to its end
            found.append(Marked(opened, end if whole or not stop else stop.start() + 1, 0, "unclosed"))
    return found + _singles(text, start, end, found)


def _role(text, position, after, start, end, is_open):
    """Whether a double mark opens or closes; None if it is no quotation mark."""
    mark = text[position]
    if text[position:after] in ("``", "‘‘"):
        return "open"
    if text[position:after] == "’’":
        return "close"
    if mark in "“„«" and not (mark == "“" and is_open and _closes(text, position, end)):
        return "open"
    if mark == "”" and not is_open and after < end and text[after].isalnum():
        if position == start or text[position - 1].isspace():
            return "open"  # set the wrong way round
    if mark in "”»" or mark == "“":
        return "close"
    before = text[position - 1] if position > start else " "
    if before.isdigit() and (not is_open or re.search(r"\d['’]\d{1,2}$", text[max(start, position - 5) : position])):
        return None  # inches
    if is_open:
        return "close"
    return "open" if after < end and not text[after].isspace() else "close"


def _closes(text, position, end):
    """German „…“ closes with the mark that opens in English."""
    return text.rfind("„", max(0, position - 1000), position) >= 0 and (
        position + 1 >= end or not text[position + 1].isalnum()
    )


def _singles(text, start, end, doubles):
    """Single marks: opened before a letter, closed after one; apostrophes are none."""
    found, position = [], start
    inside = [(m.start, m.end) for m in doubles]
    number = 0
    for match in re.finditer("[‘'’]", text[start:end]):
        begin = start + match.start()
        if begin < position or not _opens_single(text, begin, start, end):
            continue
        close = _close_single(text, begin, min(end, begin + SINGLE_REACH))
        if close is None:
            continue
        while number < len(inside) and inside[number][1] <= begin:
            number += 1
        nested = number < len(inside) and inside[number][0] < begin and close < inside[number][1]
        found.append(Marked(begin, close + 1, int(nested), "paired"))
        position = close + 1
    return found


def _opens_single(text, position, start, end):
    mark = text[position]
    before = text[position - 1] if position > start else " "
    after = text[position + 1] if position + 1 < end else " "
    if mark == "’" or _ELIDED.match(text, position):
        return False
    return (after.isalnum() or after in '“"') and (before.isspace() or before in '([{—–-“"„/')


def _close_single(text, begin, end):
    partner = "’" if text[begin] == "‘" else "'"
    for match in re.finditer(partner, text[begin + 1 : end]):
        position = begin + 1 + match.start()
        after = text[position + 1] if position + 1 < len(text) else " "
        before = text[position - 1]
        if after.isalnum() or before.isspace():
            continue
        if before in "sS" and after == " " and text.find(partner, position + 1, end) > 0:
            later = text.find(partner, position + 1, end)  # "the allies’ plan’"
            if not text[later + 1 : later + 2].isalnum():
                continue
        return position
    return None


def begin_sentences(doc):
    """Begin a sentence with the two apostrophes that open it, as archives of newspapers set them, not behind them.

    >>> from helpers.language.model import pipeline
    >>> [one.text for one in pipeline()("Berg lives in Holm. ''I like it,'' she said. ''It is so.''").sents]
    ['Berg lives in Holm.', "''I like it,'' she said.", "''It is so.''"]
    """
    for mark in tokens_with(doc, ORTH, ("''", "``", "‘‘")):
        if not 0 < mark.i < len(doc) - 1 or mark.whitespace_:
            continue
        before = mark.nbor(-1)
        if (before.whitespace_ or before.is_space) and before.text[-1] in ".!?":
            mark.is_sent_start, mark.nbor(1).is_sent_start = True, False
    return doc
