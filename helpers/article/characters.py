"""Cleaning, first step: single characters. Curly quotation marks and dashes stay."""

import re

import ftfy

# What is replaced character by character. Each row: reason, characters, replacement, example.
CHARACTERS = [
    ("carriage return", "\r(?=\n)", "", "one\r\ntwo"),
    ("old line break", "[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", "\n", "one\u2028two"),
    ("no-break or wide space", "[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", " ", "10\u00a0km"),
    ("soft hyphen", "\u00ad", "", "co\u00adoperation"),
    # Joiners stay where scripts and emoji need them, and go between Latin letters.
    ("zero-width character", "[\u200b\u2060\ufeff]", "", "zero\u200bwidth"),
    ("zero-width character", r"(?<=[\x20-\x7e])[\u200c\u200d](?=[\x20-\x7e])", "", "a\u200cb"),
    ("direction control", "[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", "a\u202eb"),
    ("broken character", "[\ud800-\udfff]", "\ufffd", "a\ud83d"),
    ("control character", "[\x00-\x08\x0e-\x1b\x1f\x7f]", "", "a\x07b"),
]

# Runs of these are where UTF-8 that was read as Windows-1252 shows.
_NOT_ASCII = re.compile(r"[^\x00-\x7f]{2,200}")
_ONE_OF = re.compile("|".join(f"({pattern})" for _, pattern, _, _ in CHARACTERS))

# What follows a stray space: a stop, but not the spaced ellipsis ". . ." and not ".5".
_STRAY_AFTER = re.compile(r"[.,;:!?](?=[\s”’\"')]|$)(?! ?\.)")


def character_edits(text):
    """Edits for characters that nobody can see or that decoding broke.

    Examples
    --------
    >>> character_edits("It\\u00e2\\u20ac\\u2122s 10\\u00a0km")
    [(2, 5, '’', 'mojibake'), (9, 10, ' ', 'no-break or wide space')]
    """
    edits = []
    for run in _NOT_ASCII.finditer(text):
        mended = ftfy.fix_encoding(run.group())
        if mended != run.group():
            edits.append((*run.span(), mended, "mojibake"))
    broken = iter([*edits, (len(text) + 1,) * 2])
    start, end, *_ = next(broken)
    for match in _ONE_OF.finditer(text):
        while match.start() >= end:
            start, end, *_ = next(broken)
        if match.end() <= start:
            reason, _, replacement, _ = CHARACTERS[match.lastindex - 1]
            edits.append((*match.span(), replacement, reason))
    return sorted(edits)


def space_edits(text):
    """Edits for doubled spaces, spaces at line ends, and a stray space before a stop.

    >>> space_edits("He came home .  She left.")
    [(12, 13, '', 'space before a stop'), (15, 16, '', 'repeated space')]
    """
    edits = []
    for run in re.finditer(r" +", text):
        start, end = run.span()
        at_edge = start == 0 or text[start - 1] == "\n" or end == len(text) or text[end] == "\n"
        if at_edge:
            edits.append((start, end, "", "space at the edge of a line"))
        elif _STRAY_AFTER.match(text, end) and text[start - 1] != ".":
            edits.append((start, end, "", "space before a stop"))
        elif end - start > 1:
            edits.append((start + 1, end, "", "repeated space"))
    return edits
