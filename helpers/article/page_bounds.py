"""Is a page small enough to be read in time? Asked before it is parsed: parsers are quadratic in some of it."""

import re

from .formats import Unreadable

TAGS_MOST = 15_000  # the longest of 87 saved pages of news has 1,737; twice as many take a library four times as long
ATTRIBUTES_MOST = 1_000  # of one tag
MANY_TAGS = 8_000  # from here on, what is quadratic in the library that finds the body is not asked

_TAG = re.compile("<[a-zA-Z]")
_IN_TAG = re.compile(r"""=\s{0,50}(["'])|(>)|[\s/"'](?=[^\s/>=])""")


def bounded(page):
    """How many tags a page has.

    Raises
    ------
    Unreadable
        If there are more than `TAGS_MOST`, or one has more than `ATTRIBUTES_MOST` attributes.

    Examples
    --------
    >>> bounded('<p class="a > b">Ships<br>wait</p>')
    2
    """
    position = tags = 0
    while tag := _TAG.search(page, position):
        tags += 1
        if tags > TAGS_MOST:
            raise _refused(f"has more than {TAGS_MOST:,} tags in it")
        position = _end_of(page, tag.end())
    return tags


def _end_of(page, position):
    """Where a tag ends, its quoted values passed over."""
    attributes = 0
    while token := _IN_TAG.search(page, position):
        position = token.end()
        if token[2]:
            return position
        if token[1]:
            closing = page.find(token[1], position)
            if closing < 0:
                return len(page)
            position = closing + 1
        attributes += 1
        if attributes > 2 * ATTRIBUTES_MOST:  # a name and a quoted value count as two
            raise _refused(f"has a tag with more than {ATTRIBUTES_MOST:,} attributes")
    return len(page)


def _refused(problem):
    return Unreadable(f"{problem}: too many for an article", "copy the article's text into a .txt file")
