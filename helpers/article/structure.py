"""Structure: which lines are title, byline, heading, paragraph, list item, quotation, caption.

Works on text whose characters are clean. Reads the marks that a file carries (Markdown,
underlining, hints from HTML or .docx) and, where there are none, the form of the lines.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from .about import FOOT, HEAD, SPEAKER, dateline, is_credit, kind_of
from .boilerplate import boilerplate
from .model import ABOUT

LAST_LINES = 4  # how near the end "only at the end" is
HEADING_WORDS = 16
TITLE_WORDS = 30

_MARKDOWN_HEADING = re.compile(r"(#{1,6}) +(?=\S)")
_CLOSING_MARKS = re.compile(r" +#+$")
_UNDERLINE = re.compile(r"=+|-+|~+")
_RULE_LINE = re.compile(r"[-*_=~#•· ]{3,}")
_BULLET = re.compile(r"[-*•‣▪·] +(?=\S)")
_NUMBERED = re.compile(r"\d{1,2}[.)] +(?=\S)")
_BLOCKQUOTE = re.compile(r">+ ?(?=\S)")
_CAPTION = re.compile(
    r"\(?(?:File )?(?:Photo|Photograph|Picture|Image|Caption|Photo credit|Image credit|Illustration|Graphic)s?"
    r"(?: (?:by|credit|courtesy of))?(?: ?[:|/] ?| by ).{1,250}",
    re.IGNORECASE,
)
_STOPS = ".!?…;,:"
_CLOSERS = "”’\"')]»"


@dataclass
class Unit:
    """A block to be: its kind, and the spans that are its text (more than one if wrapped)."""

    kind: str
    spans: list
    hint: bool = False  # the file says so; the form of the lines is not asked


@dataclass
class Layout:
    units: list = field(default_factory=list)
    drops: list = field(default_factory=list)  # (start, end, reason)


def layout(text, hints=None, markdown=False):
    """Find the units of a text, and what is to be dropped around them.

    Parameters
    ----------
    text : str
        Text with clean characters; lines end with "\\n".
    hints : dict of int to str, optional
        Kind of a line by its number, where the file format says it.
    markdown : bool
        Read emphasis and links as marks too.

    Returns
    -------
    Layout
    """
    lines, position = [], 0
    for line in text.split("\n"):
        lines.append((position, position + len(line)))
        position += len(line) + 1
    result = Layout()
    _units(text, lines, hints or {}, result)
    if markdown:
        from .markdown import inline_marks

        for unit in result.units:
            for start, end in unit.spans:
                result.drops += inline_marks(text, start, end)
    _kinds_by_form(text, result.units)
    result.drops.sort()
    return result


def _units(text, lines, hints, result):
    """Walk over the lines: drop what is not the article's, gather the rest."""
    width = 0 if hints else wrap_width([text[a:b] for a, b in lines])
    filled = [number for number, (start, end) in enumerate(lines) if end > start]
    last = set(filled[-LAST_LINES:])
    skip, previous = set(), None
    for number in filled:
        start, end = lines[number]
        if number in skip:
            continue
        line = text[start:end]
        reason = boilerplate(line, number in last)
        follows = lines[number + 1] if number + 1 < len(lines) else (0, 0)
        below = text[slice(*follows)]
        if reason:
            result.drops.append((start, end, reason))
            previous = None
            continue
        if number in hints:
            result.units.append(Unit(hints[number], [(start, end)], hint=True))
            previous = None
            continue
        if _RULE_LINE.fullmatch(line) and not any(c.isalnum() for c in line):
            result.drops.append((start, end, "rule line"))
            previous = None
            continue
        unit, mark = _marked(text, start, end)
        if mark:
            result.drops.append((start, start + mark, "mark-up"))
        closing = _CLOSING_MARKS.search(line) if unit and unit.kind in ("heading", "title") else None
        if closing:
            result.drops.append((start + closing.start(), end, "mark-up"))
            unit.spans = [(unit.spans[0][0], start + closing.start())]
        if unit is None and len(below) >= 3 and _UNDERLINE.fullmatch(below) and len(line) <= 200:
            first = below[0] == "=" and not result.units
            unit = Unit("title" if first else "heading", [(start, end)], hint=True)
            result.drops.append((*follows, "underline"))
            skip.add(number + 1)
        if unit is None and previous is not None and number - 1 == previous:
            above = text[slice(*lines[previous])]
            if _filled(above, line, width, 0.6):
                result.units[-1].spans.append((start, end))
                previous = number
                continue
        goes_on = width and (unit is None or unit.kind in _WRAPS)
        result.units.append(unit or Unit("paragraph", [(start, end)]))
        previous = number if goes_on else None


_WRAPS = ("list item", "blockquote")


def _marked(text, start, end):
    """The unit of a line that carries a mark, and how long the mark is."""
    line = text[start : min(end, start + 400)]
    for pattern, kind in (
        (_MARKDOWN_HEADING, "heading"),
        (_BLOCKQUOTE, "blockquote"),
        (_BULLET, "list item"),
    ):
        match = pattern.match(line)
        if match:
            if kind == "heading" and match.group(1) == "#" and not text[:start].strip():
                kind = "title"
            return Unit(kind, [(start + match.end(), end)], hint=True), match.end()
    if _NUMBERED.match(line):  # the number is content: it stays
        return Unit("list item", [(start, end)], hint=True), 0
    if _CAPTION.fullmatch(text[start:end][:400]):
        return Unit("credit" if is_credit(text[start:end]) else "caption", [(start, end)], hint=True), 0
    return None, 0


def wrap_width(lines):
    """The width to which lines are filled, if line breaks fall inside paragraphs; else 0.

    A wrapped line is one that the first word of the next would have made too long.

    Examples
    --------
    >>> wrap_width(["Ships were held in the harbour as the", "storm came nearer and the wind", "rose."])
    37
    >>> wrap_width(["“It is closed and will stay closed.", "“It may never open,” said Anna Berg."])
    0
    >>> wrap_width(["A paragraph of its own.", "Another paragraph that is much longer than that."])
    0
    """
    pairs = [(line, below) for line, below in pairwise(lines) if line and below]
    width = max((max(map(len, pair)) for pair in pairs), default=0)
    if not 30 <= width <= 132:
        return 0
    long = [pair for pair in pairs if len(pair[0]) >= 0.5 * width]
    full = sum(_filled(*pair, width, 0.85) for pair in long)
    inside = sum(line.rstrip(_CLOSERS)[-1:] not in _STOPS for line, _ in long)  # a break within a sentence
    return width if full >= 0.6 * len(long) and 2 * len(long) >= len(pairs) and 2 * inside >= len(long) > 0 else 0


def _filled(line, below, width, share):
    return len(line) + 1 + len(below.split(" ", 1)[0]) > share * width


def words_of(unit, text):
    return " ".join(text[a:b] for a, b in unit.spans)


def heading_like(line, most=HEADING_WORDS):
    """Whether a bare line has the form of a heading.

    >>> heading_like("Standing Together Against “Unilateralism and Bullying”")
    True
    >>> heading_like("“It was a long night,” she said.")
    False
    """
    if len(line) > 200 or not any(c.isalpha() for c in line):
        return False
    bare = line.rstrip(_CLOSERS)
    ends_open = bool(bare) and bare[-1] not in _STOPS
    asks = line.endswith(("?", "!")) and line[0] not in "“\"‘'«" and _in_title_case(line)
    return len(line.split()) <= most and (ends_open or asks)


def title_like(line):
    """A first line in title case may end with a stop and still be the headline; databases set “;” before the deck.

    >>> title_like("Harbour Closed After Storm: Ships Diverted to Avoid the Rocks.")
    True
    >>> title_like("Harbour is closed after storm;"), title_like("The harbour was closed on Monday after a storm.")
    (True, False)
    """
    short = len(line.split()) <= TITLE_WORDS
    return short and (heading_like(line, TITLE_WORDS) or _in_title_case(line) or line.endswith(";"))


def _in_title_case(line):
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def _kinds_by_form(text, units):
    """Tell what is about the article, title and headings from paragraphs where nothing marks them."""
    lines = [words_of(unit, text) for unit in units]
    for number, (unit, line) in enumerate(zip(units, lines, strict=True)):
        if unit.kind in ("paragraph", "heading", "caption") and (number < HEAD or number >= len(units) - FOOT):
            about = kind_of(line) if len(units) > 1 else None
            if about and not (unit.hint and about == "published" and unit.kind == "heading"):
                unit.kind, unit.hint = about, True
    story = [pair for pair in zip(units, lines, strict=True) if pair[0].kind not in ABOUT]
    prose = [_is_prose(line) for _, line in story]
    for number, (unit, line) in enumerate(story):
        if unit.hint:
            continue
        if number == 0 and len(units) > 1 and title_like(line) and any(prose[1:4]):
            unit.kind = "title"
        elif (
            number == 1
            and story[0][0].kind == "title"
            and story[0][1].endswith(";")
            and len(line.split()) <= TITLE_WORDS
        ):
            unit.kind = "heading"  # the deck
        elif heading_like(line) and number + 1 < len(story):
            # A heading heads something: prose must follow, at most one line between.
            if prose[number + 1] or (number + 2 < len(story) and prose[number + 2]):
                unit.kind = "heading"
    _split_dateline(text, units)


def _split_dateline(text, units):
    """The dateline of the first paragraph becomes a block of its own."""
    paragraphs = [unit for unit in units if unit.kind == "paragraph"]
    if not paragraphs:
        return
    first, (start, end) = paragraphs[0], paragraphs[0].spans[0]
    dialogue = any(SPEAKER.match(text[unit.spans[0][0] :][:160]) for unit in paragraphs[1:8])
    length = dateline(text[start:end], dialogue)
    if not length:
        return
    rest = start + length
    while text[rest] == " ":
        rest += 1
    units.insert(units.index(first), Unit("dateline", [(start, start + length)], hint=True))
    first.spans[0] = (rest, end)


def _is_prose(line):
    bare = line.rstrip(_CLOSERS)
    return len(line.split()) > HEADING_WORDS or (bool(bare) and bare[-1] in _STOPS)
