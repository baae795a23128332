"""Paragraphs and headings for text that stands bare, in divisions or between breaks."""

import re

from lxml import etree

from .elements import BREAK, INLINE, shown, words_below

_HOLDS = frozenset("div section article main td blockquote body center".split())  # may hold bare text and blocks
_HEADED = re.compile(r"(?:^|[\s_-])(?:sub-?)?(?:head(?:ing|line|er)?|title)s?(?:[\s_-]|$)|subhead|subtitle", re.I)
_NO_LEAF = re.compile(
    r"author|\bbio|caption|credit|copyright|disclaimer|note|teaser|\bads?\b|\bad-|promo|comment", re.I
)
_PROSE, _HEADING = 15, 16  # words: at least, at most


def paragraphs(tree):
    """Bare text beside blocks, or cut by two breaks in a row, becomes paragraphs."""
    holds = _blocks_inside(tree)
    for element in list(tree.iter(*_HOLDS)):
        bare = (element.text or "").strip() or any((child.tail or "").strip() for child in element)
        breaks = any(_double_break(child) for child in element)
        if not (bare or breaks) or not (element in holds or breaks):
            continue
        children, text = list(element), element.text
        element.text = None
        for child in children:
            element.remove(child)
        run = _open(element, text)
        for number, child in enumerate(children):
            tail, child.tail = child.tail, None
            block = not isinstance(child.tag, str) or child.tag not in INLINE or child in holds
            after = children[number + 1] if number + 1 < len(children) else None
            if block:
                element.append(child)
                run = _open(element, tail)
            elif child.tag == "br" and (
                (after is not None and after.tag == "br" and not (tail or "").strip())
                or (number and children[number - 1].tag == "br" and not _run_text(run))
            ):
                run = _open(element, tail)
            else:
                if run is None:
                    run = element.makeelement("p")
                    element.append(run)
                child.tail = tail
                run.append(child)


def leaves(tree):
    """Divisions that are paragraphs or headings, between paragraphs, become what they are.

    >>> from lxml import html
    >>> page = html.fromstring("<main><p>It rained, and the wind tore the roof off the old customs house by noon.</p>"
    ...                        "<div class='sub-headline'>Why it fell</div></main>")
    >>> leaves(page)
    >>> [element.tag for element in page]
    ['p', 'h3']
    """
    counts = words_below(tree)
    beside_prose = {line.getparent() for line in tree.iter("p") if counts[line][0] >= _PROSE}
    for element in tree.iter("div"):
        words, links = counts[element]
        if (
            not words
            or 2 * links >= words
            or any(child.tag not in INLINE for child in element.iter() if child is not element)
        ):
            continue
        above, name = element.getparent(), f"{element.get('class') or ''} {element.get('id') or ''}"[:200]
        if above is None or _NO_LEAF.search(name):
            continue
        prose = above in beside_prose
        ends = shown(element).rstrip("”’\"')")[-1:]
        if prose and words <= _HEADING and _HEADED.search(name) and ends not in (".", ";", ","):
            element.tag = "h3"
        elif prose and words >= _PROSE and ends in (".", "?", "!", "…"):
            element.tag = "p"
        else:
            continue
        element.attrib.clear()


def breaks(tree):
    """Breaks and rules that are left are marks in the text."""
    for element in tree.iter():
        if isinstance(element.tag, str):
            if element.text and BREAK in element.text:
                element.text = element.text.replace(BREAK, " ")
            if element.tail and BREAK in element.tail:
                element.tail = element.tail.replace(BREAK, " ")
    for line in tree.iter("br"):
        line.text = f" {BREAK} "
    etree.strip_tags(tree, "br")


def _blocks_inside(tree):
    """Elements that hold a block, directly or below."""
    holds = set()
    for element in reversed(list(tree.iter())):
        above = element.getparent()
        if above is not None and isinstance(element.tag, str) and (element in holds or element.tag not in INLINE):
            holds.add(above)
    return holds


def _run_text(run):
    return run is not None and bool((run.text or "").strip() or len(run))


def _double_break(child):
    after = child.getnext()
    return child.tag == "br" and after is not None and after.tag == "br" and not (child.tail or "").strip()


def _open(element, text):
    """A new paragraph for bare text; none for white space."""
    if not (text or "").strip():
        return None
    run = element.makeelement("p")
    run.text = text
    element.append(run)
    return run
