"""Nexis Uni ("Body" … "End of Document") and LexisNexis before it ("1 of 10 DOCUMENTS", LENGTH, LOAD-DATE)."""

import re

from ...article.archives import COUNTED
from ...article.days import day_of, names_time
from .lines import author_of, blocks_of, is_rights, paragraphs

_FIELD = re.compile(r"([A-Z][A-Za-z][A-Za-z /-]{0,38}):[ \t]{0,4}(.*)")
_AFTER = ("Classification", "Load-Date", "Graphic", "Notes", "Correction", "Correction-Date")
_NAME = re.compile(r"([A-ZÄÖÜ][A-ZÄÖÜ-]{2,30}):(?:\s{1,9}(.*))?$", re.DOTALL)
HEAD = frozenset(
    "BYLINE SECTION LENGTH DATELINE HIGHLIGHT HEADLINE SERIES COLUMN BODY AUTOR RUBRIK LÄNGE AUTEUR RUBRIQUE LONGUEUR "
    "TITEL TITRE SOURCE KICKER EDITION".split()
)
TAIL = frozenset(
    "LOAD-DATE LANGUAGE GRAPHIC PUBLICATION-TYPE PUB-TYPE DOCUMENT-TYPE SUBJECT ORGANIZATION COMPANY TICKER INDUSTRY "
    "PERSON GEOGRAPHIC CITY STATE COUNTRY REGION NOTES NOTE CORRECTION CORRECTION-DATE JOURNAL-CODE ACC-NO URL UPDATE "
    "TYPE CATEGORY DISTRIBUTION NAME ISSN COPYRIGHT SPRACHE LANGUE GRAFIK CHART PHOTO PHOTOS".split()
)
_FAILED = "We are sorry but there is an error in this document"


def nexis(lines):
    """Nexis Uni: title, outlet and day above "Body"; a cover page may stand before the first."""
    if "Body" not in lines:
        return {"text": "", "title": next(filter(None, lines), "")} if len(list(filter(None, lines))) > 5 else None
    body = lines.index("Body")
    head = [line for line in lines[:body] if line]
    fields = dict(match.groups() for match in map(_FIELD.match, head) if match)
    rights = next((n for n in range(len(head) - 1, -1, -1) if is_rights(head[n])), len(head))
    # The outlet stands above the day, the title above it; a title may look like a field: "Storm: what we know".
    plain = head[:rights]
    at = next((n for n in range(len(plain) - 1, -1, -1) if names_time(plain[n]) and not _FIELD.match(plain[n])), None)
    rest = lines[body + 1 :]
    end = next((n for n, line in enumerate(rest) if _after(line)), len(rest))
    names = plain[:at] if at is not None else [line for line in plain if not _FIELD.match(line)]
    return {
        "text": paragraphs(rest[:end]),
        "title": (names[-2] if len(names) > 1 else names[-1] if names else None),
        "outlet": names[-1] if len(names) > 1 else None,
        "published": day_of(plain[at]) if at is not None else None,
        "author": author_of(fields.get("Byline", "")),
    }


def _after(line):
    """Whether the index below a text begins: the word alone, or a field; "Graphic scenes …" is text."""
    return line in _AFTER or line.startswith(("Load-Date:", "Correction-Date:"))


def lexisnexis(lines):
    """LexisNexis: outlet, day and title in blocks of their own, fields in capitals around the text."""
    blocks = [block for block in blocks_of(lines) if not COUNTED.fullmatch(block[0]) or len(block) > 1]
    whole = " ".join(line for block in blocks for line in block)
    fields, title, body = _head(blocks)
    if not {"LENGTH", "BODY", "BYLINE", "SECTION", "LÄNGE", "LONGUEUR"} & set(fields) and not _has_tail(blocks):
        if _FAILED in whole:
            return {"text": "", "trouble": "was not handed out by LexisNexis (“there is an error in this document”)"}
        return {"text": "", "title": title} if len(whole.split()) > 60 and any(map(COUNTED.fullmatch, lines)) else None
    kept = []
    for block in blocks[body:]:
        name = _field(block)
        if name and name[0] in TAIL:
            break
        kept.append(block)
    if body < len(blocks) and fields.get("BODY") is not None and fields["BODY"]:
        kept.insert(0, [fields["BODY"]])
    while kept and all(map(is_rights, kept[-1])):
        kept.pop()
    return {
        "text": "\n\n".join(" ".join(block) for block in kept),
        "title": fields.get("HEADLINE") or fields.get("TITEL") or fields.get("TITRE") or title,
        "outlet": fields.pop("outlet", None),
        "published": fields.pop("published", None),
        "author": author_of(fields.get("BYLINE") or fields.get("AUTOR") or fields.get("AUTEUR") or ""),
    }


def _field(block):
    """(name, value) of a block that is a field; None for others: "EU: no delay" is a headline."""
    match = _NAME.match(block[0])
    if not match or match[1] not in HEAD | TAIL:
        return None
    return match[1], " ".join([match[2] or "", *block[1:]]).strip()


def _has_tail(blocks):
    return any((name := _field(block)) and name[0] in TAIL for block in blocks)


def _head(blocks):
    """({field: value}, title, number of the block with which the text begins)."""
    fields, plain = {}, []
    for number, block in enumerate(blocks):
        block = [line for line in block if not is_rights(line)]
        if not block:
            continue
        found = _field(block)
        if found is None and any(name in fields for name in ("BODY", "LENGTH", "LÄNGE", "LONGUEUR")):
            return _named(fields, plain, number)
        if found is None and fields and not _length_follows(blocks, number):
            return _named(fields, plain, number)
        if found is None:
            plain.append(block)
            if not fields and len(plain) > 3 and not _length_follows(blocks, number):
                return _named(fields, plain[:3], number)
        elif found[0] in TAIL:
            return _named(fields, plain, number)
        else:
            fields.setdefault(*found)
            if found[0] == "BODY":
                return _named(fields, plain, number + 1)
    return _named(fields, plain, len(blocks))


def _length_follows(blocks, number):
    ahead = map(_field, blocks[number + 1 : number + 9])
    return any(found and found[0] in ("LENGTH", "LÄNGE", "LONGUEUR", "BODY", "BYLINE", "SECTION") for found in ahead)


def _named(fields, plain, number):
    """The head with outlet, day and title, which have no names: the day may stand before or after the title."""
    at = next((n for n, block in enumerate(plain[:6]) if any(map(names_time, block))), None)
    flat = [line for block in plain[:at] for line in block] if at is not None else plain[0][:1] if plain else []
    if at is not None:
        fields["published"] = next(filter(None, map(day_of, plain[at])), None)
        if at == 0:  # outlet and day are one block
            flat = plain[0][: next(n for n, line in enumerate(plain[0]) if names_time(line))]
    fields["outlet"] = flat[0] if flat else None
    after = plain[at + 1 :] if at is not None else plain[1:]
    title = " ".join(after[0]) if after else " ".join(flat[1:])
    return fields, title.rstrip("; ") or None, number
