"""TEI P5 to raw text: the running text of `text`, block by block; notes, marks of pages and the header stay out.

Elements that mark words (who says them, names, dates) give their words alone. What `export.tei` writes comes
back as it was, block for block.
"""

import re

from lxml import etree

from .days import day_of
from .formats import Raw, Unreadable
from .formats import _one_line as one_line
from .model import ABOUT

SPACE = "http://www.tei-c.org/ns/1.0"
_START = re.compile(
    rb"\s{0,100}(?:(?:<\?[^>]{0,400}\?>|<!--[^>]{0,2000}-->|<!DOCTYPE TEI[^>\[]{0,400}>)\s{0,100}){0,20}<TEI[\s>]"
)
# kind of a block -> (element, its type)
BLOCKS = {
    "title": ("head", "title"),
    "heading": ("head", None),
    "paragraph": ("p", None),
    "list item": ("item", None),
    "blockquote": ("quote", None),
} | {
    kind: ("ab", kind.replace(" ", "_"))
    for kind in ("byline", "dateline", "published", "pull quote", "caption", "credit", "table", "embed", "note")
}
_KINDS = {place: kind for kind, place in BLOCKS.items()}
# elements that other encoders write for the same
_OTHER = {"ab": "paragraph", "byline": "byline", "dateline": "dateline", "figDesc": "caption", "cell": "table"}
_OTHER |= {"l": "paragraph", "head": "heading"}
_HOLDERS = frozenset(
    "div div1 div2 div3 div4 body front text group list table row figure lg sp floatingText cit".split()
)
# what is beside the running text: kind in `left_out`
_BESIDE = {"note": "note", "fw": "running head", "back": "back matter", "del": "deleted words"}


def is_tei(data):
    """Whether bytes are a TEI document.

    >>> is_tei(b'<?xml version="1.0"?>\\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>')
    True
    >>> is_tei(b"<html><p>TEI</p></html>")
    False
    """
    return bool(_START.match(data.removeprefix(b"\xef\xbb\xbf")))


def read_tei(data):
    """A TEI document's text, its blocks' kinds and what its header says of title, author, day and outlet.

    Parameters
    ----------
    data : bytes

    Returns
    -------
    Raw

    Raises
    ------
    Unreadable
        If it is no well-formed XML, or has no words in its `text`.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable("is no well-formed XML", "mend it in an XML editor, or save the text as .txt") from None
    lines, left_out = [], []
    for text in root.iterfind(f"{{{SPACE}}}text"):
        _gather(text, lines, left_out)
    if not lines:
        raise Unreadable("has no text in it", "check that it is the right file")
    pieces, hints, row = [], {}, 0
    for words, kind, gap in lines:
        pieces += [words, gap]
        hints[row] = kind  # a dateline before a paragraph, on its line, is found again by its form
        row += gap.count("\n")
    encoding = root.getroottree().docinfo.encoding
    return Raw("".join(pieces[:-1]), "tei", encoding, hints, facts=_facts(root), left_out=left_out)


def _gather(holder, lines, left_out):
    """Add the blocks of an element that holds blocks: (words, kind, the line breaks after it)."""
    for element in holder.iterchildren(tag=etree.Element):
        name = etree.QName(element).localname
        if name in _BESIDE:
            left_out.append((_BESIDE[name], " ".join(element.itertext())))
        elif name in _HOLDERS or (name == "item" and any(etree.QName(e).localname == "p" for e in element)):
            _gather(element, lines, left_out)
        else:
            words = one_line("".join(_words(element, left_out)))
            if words:
                kind = _KINDS.get((name, element.get("type"))) or _OTHER.get(
                    name, _KINDS.get((name, None), "paragraph")
                )
                # our own files keep the text's white space between blocks; others indent, or have none
                kept = element.tail == "\n" or (element.tail == " " and kind in ABOUT)
                lines.append((words, kind, element.tail if kept else "\n\n"))


def _words(element, left_out):
    """The words of a block, without notes in it; an end of line is a space unless it breaks no word."""
    yield element.text or ""
    for child in element:
        name = etree.QName(child).localname if isinstance(child.tag, str) else None
        if name in _BESIDE:
            left_out.append((_BESIDE[name], " ".join(child.itertext())))
        elif name in ("lb", "pb", "cb"):
            yield "" if child.get("break") == "no" else " "
        elif name is not None:
            yield from _words(child, left_out)
        yield child.tail or ""


def _facts(root):
    """What the header's source, else its title statement, says of the article."""
    places = [f".//{{{SPACE}}}sourceDesc//", f".//{{{SPACE}}}titleStmt/", f".//{{{SPACE}}}publicationStmt/"]
    facts = {}
    for fact, names in {"title": ("title",), "author": ("author",), "outlet": ("publisher",)}.items():
        found = [root.find(f"{place}{{{SPACE}}}{name}") for place in places for name in names]
        words = [
            one_line("".join(element.itertext()))
            for element in found
            if element is not None and element.get("type") != "supplied"
        ]
        facts |= {fact: next(filter(None, words))} if any(words) else {}
    for place in places:
        for element in root.iterfind(f"{place}{{{SPACE}}}date"):
            day = day_of(element.get("when") or "".join(element.itertext()))
            if day:
                facts.setdefault("published", day)
    reference = root.find(f"{places[0]}{{{SPACE}}}ref")
    if reference is not None and "://" in (reference.text or ""):
        facts["url"] = reference.text.strip()
    return facts
