"""What stands beside the story of a page: captions, credits and pull quotes, where the mark-up says so.

They are taken out of the tree before the body is sought, and put back between the lines that stood around them.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter

from .page_tree import BREAK, remove, shown

LONGEST = 120  # words: what is longer is no caption and no pull quote, whatever its class says
_LEAST_REPEATED = 4  # words of a box that stand in the text too: a pull quote
_NEAR = 3  # units between the last line of the text and a caption after it
_LEAST_ANCHOR = 20  # letters of a line that is looked for in the text
_CAPTION = re.compile(r"(?:^|[\s_-])(?:\w{0,30}[a-z])?[Cc]aption(?:[\s_-]|[Tt]ext|$)|^caption", re.ASCII)
_CREDIT = re.compile(
    r"(?:^|[\s_-])(?:photo|image|picture|media|img)?[-_]?(?:credits?|copyright|photographer)(?:[\s_-]|$)", re.I
)
_PULLED = re.compile(r"pull-?_?quote", re.I)
_CARD = ("a", "li", "nav", "footer", "header", "form", "table")
_QUOTED = re.compile(r"[“\"‘«].{10,}[”\"’»]")


@dataclass
class Beside:
    """A passage beside the story: its kind, its words, and what stood around it in the page."""

    kind: str
    text: str
    order: int  # where it stood, counted in elements
    place: object  # the <article> or <main> it stood in


def taken_out(tree, orders, homes):
    """Take captions, credits and pull quotes out of a page's tree; gives them in the page's order.

    Parameters
    ----------
    tree : lxml element
    orders : dict of element to int
        The place of each element in the page.
    homes : dict of element to element
        The <article> or <main> that each element stands in.

    Examples
    --------
    >>> from lxml import html
    >>> page = html.fromstring("<main><p>It rained.</p><figure><img><figcaption>The port. <i class='credit'>Jo Field"
    ...                        "</i></figcaption></figure></main>")
    >>> [(one.kind, one.text) for one in taken_out(page, {e: n for n, e in enumerate(page.iter())}, {})]
    [('caption', 'The port.'), ('credit', 'Jo Field')]
    >>> page.text_content()
    'It rained.'
    """
    found, seen, taken = [], set(), set()
    for element in list(tree.iter("figcaption", "div", "p", "span", "small", "em", "cite", "aside", "blockquote")):
        kind = _kind(element)
        if not kind or any(above.tag in _CARD or above in taken for above in element.iterancestors()):
            continue
        if len(shown(element).split()) > LONGEST or element.find(".//h1") is not None:
            continue
        taken.add(element)
        order, place, pieces = orders.get(element, 0), homes.get(element), []
        if kind == "caption":
            for inner in list(element.iter("span", "div", "p", "small", "cite", "em", "i", "b")):
                if inner is not element and _CREDIT.search(_class(inner)) and inner.getparent() is not None:
                    pieces += [("credit", text) for text in lines(inner)]
                    remove(inner)
        pieces = [(kind, text) for text in lines(element)] + pieces
        remove(element)
        for piece in pieces:
            if piece[1] not in seen and any(map(str.isalpha, piece[1])):
                seen.add(piece[1])
                found.append(Beside(*piece, order, place))
    return found


def lines(element):
    """The words of an element, parted at its breaks."""
    inner = " ".join(element.itertext()) if len(element) else element.text or ""
    return [line for part in inner.split(BREAK) if (line := " ".join(part.split()))]


def _class(element):
    return (element.get("class") or "")[:200]


def _kind(element):
    name = _class(element)
    if _PULLED.search(name):
        return "pull quote"
    if element.tag == "figcaption" or _CAPTION.search(name):
        return "caption"
    if _CREDIT.search(name) and any(above.tag == "figure" for above in element.iterancestors()):
        return "credit"
    if element.tag == "aside" and _QUOTED.fullmatch(shown(element)):
        return "pull quote"
    return None


def put_back(lines, passages, units):
    """The lines of a text with the passages that stood between them, and the passages that stood elsewhere.

    Parameters
    ----------
    lines : list of (str, str)
        Words and kind of each line.
    passages : list of Beside
    units : list of (int, str, element)
        Where each smallest element of the page stood, its words, and its <article> or <main>.

    Returns
    -------
    (list of (str, str), list of Beside)

    Examples
    --------
    >>> text = [("The harbour was shut on Monday.", "paragraph"), ("Two ferries waited outside.", "paragraph")]
    >>> units = [(1, text[0][0], None), (5, text[1][0], None)]
    >>> put_back(text, [Beside("caption", "The port.", 3, None)], units)[0][1]
    ('The port.', 'caption')
    """
    whole = "".join(bare(text) for text, _ in lines)
    ends, length = [], 0
    for text, _ in lines:
        length += len(bare(text))
        ends.append(length)
    anchors = []  # (order, number, first character, one after the last) of what became text
    for number, (order, text, _) in enumerate(units if passages else ()):
        one = bare(text)
        at = whole.find(one) if len(one) >= _LEAST_ANCHOR else -1
        if at >= 0:
            anchors.append((order, number, at, at + len(one)))
    homes = {units[number][2] for _, number, _, _ in anchors} - {None}
    inside, outside = defaultdict(list), []
    for passage in passages:
        at = bisect_left(anchors, (passage.order,))
        before, after = anchors[at - 1] if at else None, anchors[at] if at < len(anchors) else None
        home = passage.place in homes
        if after and (before or home):
            line = bisect_right(ends, after[2])
        elif before and home and bisect_left(units, passage.order, key=itemgetter(0)) - before[1] - 1 <= _NEAR:
            line = bisect_left(ends, before[3]) + 1
        else:
            outside.append(passage)
            continue
        inside[line].append((passage.text, _told(passage, whole)))
    out = []
    for number, line in enumerate(lines):
        out += [*inside[number], line]
    return out + inside[len(lines)], outside


def _told(passage, whole):
    """A pull quote repeats the story; where its words stand nowhere else it is a quotation of it."""
    if passage.kind == "pull quote" and (
        len(passage.text.split()) < _LEAST_REPEATED or bare(passage.text) not in whole
    ):
        return "blockquote"
    return passage.kind


def bare(text):
    return "".join(filter(str.isalnum, text.lower()))
