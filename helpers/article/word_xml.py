"""What the elements of a Word document say: text, styles, signs of fonts. Names without their namespace."""

import re
from dataclasses import dataclass

from .formats import _one_line as one_line

_KINDS_BY_STYLE = [
    ("title", "title"),
    ("heading", "heading"),
    ("list", "list item"),
    ("intense quote", "blockquote"),
    ("quote", "blockquote"),
    ("block text", "blockquote"),
    ("caption", "caption"),
    ("footnote text", "note"),
    ("endnote text", "note"),
]
CHARACTERS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\xad"}
# What some fonts of signs put at the places of other characters.
_SYMBOL = dict(zip(map(ord, "abgdezhqiklmnxoprstufcyw"), "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_SYMBOL |= {0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBB: "≈"}
_SYMBOL |= {
    0xA5: "∞",
    0xA2: "′",
    0xB2: "″",
    0xBC: "…",
    0xD2: "®",
    0xD3: "©",
    0xD4: "™",
    0x2D: "−",
    0x44: "Δ",
    0x57: "Ω",
}
_WINGDINGS = {0x4A: "☺", 0x6C: "●", 0x6E: "■", 0xA7: "▪", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓"}

# Parts of formulas -> what stands before them in one line, as in Word's own linear form ("3/4", "y^2").
FORMULA = {"num": "", "den": "/", "sup": "^", "sub": "_", "lim": "_", "deg": "", "e": "", "mr": ""}
FORMULA |= {"rad": "√", "d": "(", "nary": "∫", "acc": ""}
_BETWEEN = {"d": "|", "mr": ", ", "m": "; ", "eqArr": "; "}  # what holds parts of one name -> what parts them


@dataclass
class Style:
    kind: str | None = None
    hidden: bool = False
    struck: bool = False


def sign(code, font):
    """(the character, "") that a font shows at a place of its own; (None, what it is) if nobody knows.

    >>> sign("F0B0", "symbol")
    ('°', '')
    >>> sign("F0FE", "wingdings 2")
    (None, 'wingdings 2 F0FE')
    """
    if not re.fullmatch("[0-9A-Fa-f]{1,5}", code):
        return "", ""
    number = int(code, 16)
    if not 0xE000 <= number <= 0xF8FF and font not in ("symbol", "wingdings"):
        return chr(number), ""
    known = (_SYMBOL if font == "symbol" else _WINGDINGS if font == "wingdings" else {}).get(number & 0xFF)
    return (known, "") if known else (None, f"{font} {code}".strip())


def name_of(element):
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element, *path):
    """The first element down a path of names, or None."""
    for name in path:
        element = next((one for one in element if name_of(one) == name), None) if element is not None else None
    return element


def attribute(element, name):
    """An attribute whatever its namespace, or None."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def is_on(element):
    return element is not None and attribute(element, "val") not in ("0", "false", "off", "none")


def branch(element):
    """Of the alternatives for old and new versions of Word, which hold the same, one."""
    choices = [one for one in element if name_of(one) in ("Choice", "Fallback")]
    return next((one for one in choices if plain(one)), choices[0] if choices else None)


def signs_around(element):
    """What a part of a formula has before and after it where the formula is written in one line.

    >>> from lxml import etree
    >>> signs_around(etree.fromstring("<f><num><t>3</t></num><den><t>a</t><t>+b</t></den></f>")[1])
    ('/(', ')')
    """
    name, above = name_of(element), element.getparent()
    before, after, around = FORMULA[name], "", name_of(above)
    if name in ("d", "nary", "acc"):
        own = {key: attribute(child(element, f"{name}Pr", key), "val") for key in ("begChr", "endChr", "chr")}
        if name == "d":
            return own["begChr"] if own["begChr"] is not None else "(", own["endChr"] if own[
                "endChr"
            ] is not None else ")"
        return (own["chr"] or "∫", "") if name == "nary" else ("", own["chr"] or "\u0302")
    if not plain(element):
        return "", ""
    if any(name_of(one) == name for one in element.itersiblings(preceding=True)):
        before = _BETWEEN.get(around, before)
    elif name == "e" and around == "func":
        before = " "
    elif name == "den" and attribute(child(above, "fPr", "type"), "val") == "noBar":
        before = "¦"  # no fraction: n over k
    if name == "deg":
        return "[", "]"
    texts = [one.text or "" for one in element.iter("{*}t")]
    alone = len(texts) == 1 and texts[0].replace(".", "").replace(",", "").isalnum()
    bracketed = not alone and (name in ("num", "den", "sup", "sub", "lim") or around == "rad")
    return (before + "(", ")") if bracketed else (before, after)


def plain(element):
    """All text of an element, deleted text too, in one line."""
    return one_line("".join(plain_parts(element)))


def plain_parts(element):
    """The pieces of that text."""
    for one in element:
        name = name_of(one)
        if name in ("t", "delText"):
            yield one.text or ""
        elif name in CHARACTERS:
            yield CHARACTERS[name]
        elif name == "AlternateContent":
            yield from plain_parts(found) if (found := branch(one)) is not None else ()
        else:
            yield from plain_parts(one)
            if name == "p":
                yield " "


def styles_of(package):
    """Style id -> what it says of its paragraphs or words, by itself or by the style it is based on."""
    elements = {
        attribute(one, "styleId"): one for root in package.parts("styles") for one in root if name_of(one) == "style"
    }
    found_styles = {None: Style()}
    for key, element in elements.items():
        found, seen, decided = Style(), set(), set()
        while element is not None and id(element) not in seen and len(seen) < 20:
            seen.add(id(element))
            name = (attribute(child(element, "name"), "val") or "").lower()
            kind = next((kind for start, kind in _KINDS_BY_STYLE if name.startswith(start)), None)
            level = attribute(child(element, "pPr", "outlineLvl"), "val")
            found.kind = found.kind or kind or ("heading" if level and level in "012345678" else None)
            for field, names in (("hidden", ["vanish"]), ("struck", ["strike", "dstrike"])):
                own = next((one for name in names if (one := child(element, "rPr", name)) is not None), None)
                if own is not None and field not in decided:
                    decided.add(field)
                    setattr(found, field, is_on(own))
            element = elements.get(attribute(child(element, "basedOn"), "val"))
        found_styles[key] = found
        if attribute(elements[key], "default") in ("1", "true") and attribute(elements[key], "type") == "paragraph":
            found_styles[None] = found
    return found_styles
