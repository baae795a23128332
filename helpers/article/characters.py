"""Cleaning, first step: single characters. Curly quotation marks and dashes stay."""

import re

import ftfy

from .edits import apply

# Code points that never are characters: the last two of each plane.
_NO_CHARACTERS = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))

# What is replaced character by character. Each row: reason, characters, replacement, example.
CHARACTERS = [
    ("carriage return", "\r(?=\n)", "", "one\r\ntwo"),
    ("old line break", "[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", "\n", "one\u2028two"),
    ("no-break or wide space", "[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", " ", "10\u00a0km"),
    ("soft hyphen", "\u00ad", "", "co\u00adoperation"),
    # Joiners stay where scripts and emoji need them, and go between Latin letters.
    ("zero-width character", "[\u200b\u2060\ufeff]", "", "zero\u200bwidth"),
    ("zero-width character", r"(?<=[\x20-\x7e])[\u200c\u200d](?=[\x20-\x7e])", "", "a\u200cb"),
    # Tags of a flag stay; elsewhere they are letters that nobody sees.
    ("zero-width character", "(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+", "", "a\U000e0041b"),
    ("direction control", "[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", "a\u202eb"),
    # Windows-1252 that was read as Latin-1: what it stands for (None), so that no quotation mark is lost.
    ("mojibake", "[\x80-\x84\x86-\x9f]", None, "a\x92b"),
    ("control character", f"[\x00-\x08\x0e-\x1b\x1f\x7f\ufdd0-\ufdef{_NO_CHARACTERS}]", "", "a\x07b"),
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
            if replacement is None:
                replacement = match.group().encode("latin-1").decode("cp1252", "ignore")
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


_HALVES = re.compile("[\ud800-\udfff]+")


def whole_characters(text):
    """The text without halves of characters, and where one that has no other half was replaced.

    >>> whole_characters("a\\ud83d\\ude00b\\ud83d")
    ('a😀b�', [3])
    """
    pieces, lost, position, length = [], [], 0, 0
    for match in _HALVES.finditer(text):
        joined = match.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        pieces += [text[position : match.start()], joined]
        length += match.start() - position
        lost += [length + number for number, one in enumerate(joined) if one == "\ufffd"]
        length += len(joined)
        position = match.end()
    return "".join([*pieces, text[position:]]), lost


_PICTURES = {code: 0x2400 + code for code in range(32)} | {0x7F: 0x2421, 0x85: " ", 0x2028: " ", 0x2029: " "}


def printable(name):
    """A file's name as it can be shown and written anywhere, in one line.

    >>> printable("port\\udce9\\n.txt")
    'port�␊.txt'
    """
    return re.sub(f"[\ud800-\udfff{_NO_CHARACTERS}]", "\ufffd", str(name)).translate(_PICTURES)


def clean_line(value):
    """What is said of an article (a name, an address) in one clean line, and the reasons for what was changed.

    >>> clean_line("Ann\\x07 Lee\\ud83d")
    ('Ann Lee�', ['control character', 'broken character'])
    """
    text, lost = whole_characters(str(value))
    edits = character_edits(text)
    clean = " ".join(apply(text, edits).split())
    return clean, list(dict.fromkeys([edit[3] for edit in edits] + ["broken character"] * bool(lost)))
