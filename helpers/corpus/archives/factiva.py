"""Factiva: with field codes (HD, PD, SN, LP, TD …) or without, as text, web page or XML."""

import re

from lxml import etree

from ...article.archives import FACTIVA_END, WORDS
from ...article.days import day_of
from .lines import author_of, is_rights, paragraphs

_CODE = re.compile(
    r"(SE|HD|BY|CR|WC|PD|ET|SN|SC|NGC|GC|ED|PG|VOL|LA|CY|LP|TD|ART|CLM|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN)"
    r"(?:([ \t]{1,6})(.*))?$"
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?(?: ?[A-Z]{2,4})?")
_NAME = re.compile(r"[A-Z][\w.'’-]{0,20}(?: (?:[A-Z][\w.'’-]{0,20}|and|de|van|von|der|la|&)){1,7}")
_LANGUAGES = ("English", "French", "German", "Spanish", "Français", "Deutsch")


def factiva(lines):
    """One article in Factiva's lines; None where nothing is."""
    if not any(lines):
        return None
    coded = _coded(lines)
    return _of_codes(coded) if "LP" in coded or "TD" in coded else _plain([line for line in lines if line])


def _coded(lines):
    """Field code -> its lines. Within the text a code has to look like one: "IN the end" is text."""
    coded, name = {}, None
    for line in lines:
        match = _CODE.match(line)
        if match and name in ("LP", "TD"):
            gap, rest = match[2] or "", match[3] or ""
            wide = not gap or gap != " " or match[1] == "TD" or " : " in rest or rest.startswith("Document ")
            match = match if wide else None
        if match:
            name = match[1]
            coded.setdefault(name, [])
            line = match[3] or ""
        if name and line:
            coded[name].append(line.strip())
    return coded


def _of_codes(coded):
    first = {name: " ".join(value) for name, value in coded.items()}
    return {
        "text": paragraphs(coded.get("LP", []) + coded.get("TD", [])),
        "title": first.get("HD"),
        "outlet": first.get("SN"),
        "published": day_of(first.get("PD", "")),
        "author": author_of(first.get("BY", "")),
        "id": first.get("AN", "").removeprefix("Document ").strip(),
    }


def _plain(full):
    if len(full) < 4:
        return None
    count = next((n for n, line in enumerate(full) if WORDS.fullmatch(line)), None)
    ends = full[-1] if FACTIVA_END.fullmatch(full[-1]) else ""
    if count is None:
        return {"text": "", "title": full[0]}
    title, author = _title(full[:count])
    day = next((n for n in range(count + 1, min(count + 5, len(full))) if day_of(full[n])), None)
    start = day + 1 if day is not None else count + 1
    while start < len(full) and _CLOCK.fullmatch(full[start]):
        start += 1
    near = range(start, min(start + 10, len(full)))
    last = next((n for n in near if is_rights(full[n])), None)
    if last is None:
        last = next((n for n in near if full[n] in _LANGUAGES), start)
    return {
        "text": paragraphs(full[last + 1 : len(full) - bool(ends)]),
        "title": title,
        "outlet": full[start] if start < len(full) else None,
        "published": day_of(full[day]) if day is not None else None,
        "author": author,
        "id": ends.removeprefix("Document "),
    }


def _title(head):
    """(title, author) of the lines above the number of words: [section], title, [author].

    >>> _title(["News", "Council closes ferry terminal", "By Jo Field"])
    ('Council closes ferry terminal', 'Jo Field')
    >>> _title(["Museum to charge visitors", "Lee Marsh"])
    ('Museum to charge visitors', 'Lee Marsh')
    """
    author = next((author_of(line) for line in head if line.lower().startswith("by ")), None)
    head = [line for line in head if not line.lower().startswith("by ")]
    if author is None and len(head) > 1 and len(head[-1].split()) <= 8 and _NAME.fullmatch(head[-1]):
        author = head.pop()
    if len(head) > 1 and len(head[0].split()) <= 3 and len(head[1].split()) > len(head[0].split()):
        head = head[1:]
    return " ".join(head) or None, author


def factiva_page(tree):
    """The articles of a Factiva web page: each a div of class "article", its fields in rows or in plain divs."""
    for div in tree.xpath("//div[contains(concat(' ', normalize-space(@class), ' '), ' article ')]"):
        coded = {}
        for row in div.iter("tr"):
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            code = "".join(cells[0].itertext()).strip() if len(cells) == 2 else ""
            if re.fullmatch(r"[A-Z]{2,3}", code):
                parts = [" ".join("".join(p.itertext()).split()) for p in cells[1].iter("p")]
                coded[code] = [part for part in parts if part] or [" ".join("".join(cells[1].itertext()).split())]
        yield (_of_codes(coded) if coded else None), div


def factiva_xml(path):
    """The articles of Factiva's XML, one after the other; memory holds one."""
    for _, node in etree.iterparse(
        str(path), events=("end",), recover=True, resolve_entities=False, no_network=True, load_dtd=False
    ):
        if not isinstance(node.tag, str) or etree.QName(node).localname != "article":
            continue
        parts = [part for name in ("leadParagraph", "tailParagraphs") for part in _paragraphs_in(node, name)]
        yield {
            "text": paragraphs(parts),
            "title": " ".join(_paragraphs_in(node, "headline")),
            "author": author_of(" ".join(_paragraphs_in(node, "byline"))),
            "outlet": " ".join(_paragraphs_in(node, "sourceName")),
            "published": day_of(" ".join(_paragraphs_in(node, "publicationDate"))),
            "id": " ".join(_paragraphs_in(node, "accessionNo")),
        }
        node.clear()


def _paragraphs_in(node, name):
    for found in node.iter("{*}" + name):
        own = list(found.iter("{*}paragraph")) or [found]
        yield from (text for part in own if (text := " ".join("".join(part.itertext()).split())))
