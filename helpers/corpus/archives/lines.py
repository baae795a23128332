"""What the readers of several archives share: lines, blocks of lines, names of authors."""

import re

_RIGHTS = re.compile(r"(?:copyright\b|all rights reserved|©|\(c\) |alle rechte|tous droits)", re.IGNORECASE)


def paragraphs(lines):
    """The lines that are not empty, as paragraphs."""
    return "\n\n".join(line for line in lines if line)


def blocks_of(lines):
    """Lists of lines between empty lines; lines are stripped."""
    blocks, block = [], []
    for line in lines:
        if line := line.strip():
            block.append(line)
        elif block:
            blocks.append(block)
            block = []
    return [*blocks, block] if block else blocks


def is_rights(line):
    """Whether a line is a notice of rights; "Copyright was the subject …" is not, being long.

    >>> is_rights("Copyright 2024 Port Times Ltd"), is_rights("All Rights Reserved"), is_rights("(c) 2024 Port Times")
    (True, True, True)
    """
    return len(line) < 160 and _RIGHTS.match(line) is not None


def author_of(byline):
    """The name in a byline; none for "Anonymous".

    >>> author_of("BY JO FIELD"), author_of("By Lee Marsh; Staff Writer"), author_of("Anonymous")
    ('JO FIELD', 'Lee Marsh; Staff Writer', '')
    """
    name = re.sub(r"^\s*(?:by|von|par)\b\s*:?\s*", "", byline, flags=re.IGNORECASE).strip()
    return "" if name.lower() in ("anonymous", "none", "unknown") else name
