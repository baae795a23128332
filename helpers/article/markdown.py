"""The marks of Markdown inside a line: emphasis, code, links. The words stay, the marks and what is struck out go."""

import re

_LINK = re.compile(r"!?\[([^\[\]\n]{1,300})\]\([^()\s]{1,500}\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|_|`)(?=\S)([^*_`\n]{1,300})(?<=\S)\1(?!\w)")

_STRUCK = re.compile(r"(?<![^\n])~~(?=\S)[^~\n]{1,300}(?<=\S)~~ ?| ?~~(?=\S)[^~\n]{1,300}(?<=\S)~~")


def inline_marks(text, start, end):
    """Edits, as (start, end, reason), that take the marks out of one line.

    >>> inline_marks("a **bold** [word](http://x.org)", 0, 31)
    [(2, 4, 'mark-up'), (8, 10, 'mark-up'), (11, 12, 'mark-up'), (16, 31, 'mark-up')]
    """
    drops = [(*match.span(), "struck-out text") for match in _STRUCK.finditer(text, start, end)]
    for pattern in (_LINK, _EMPHASIS):
        for match in pattern.finditer(text, start, end):
            inner = match.span(1 if pattern is _LINK else 2)
            before = text[match.start() - 1 : match.start()]
            if pattern is _EMPHASIS and (before.isalnum() or before == "\\"):
                continue
            drops += [(match.start(), inner[0], "mark-up"), (inner[1], match.end(), "mark-up")]
    drops.sort()
    apart, position = [], start
    for drop in drops:
        if drop[0] >= position:
            apart.append(drop)
            position = drop[1]
    return apart
