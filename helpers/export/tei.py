"""The article as TEI P5: who speaks, names, dates and figures in the text; what overlaps stands apart.

Words in marks or reported are `said` (with `@who` and `@direct`), words held at arm's length `soCalled`; names
are `persName`, `orgName`, `placeName`, other words for the same `rs`, all with `@ref` to the lists in `standOff`;
dates `date` or `time`, figures `measure` or `num`. A mark that cannot be nested in the others, or runs over
blocks, is an `annotation` whose target is a `string-range` in its block (TEI Guidelines P5 4.3, chapters 3, 13
and 16). `article.tei` reads the text and its blocks back.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from xml.etree import ElementTree as XML

from .. import __version__
from ..article.tei import BLOCKS, SPACE
from ..files import encoded, holdable
from ..tables import is_missing

FILE = "article.tei.xml"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_W3C_DAY = re.compile(r"(?!0000)\d{4}(-\d\d(-\d\d)?)?")
_W3C_TIME = re.compile(r"(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?")
_W3C_DURATION = re.compile(r"P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?")
# kind of actor -> its list, its entry there, the name in the text and in the list
ENTRIES = {
    "person": ("listPerson", "person", "persName"),
    "group": ("listPerson", "personGrp", "persName"),
    "place": ("listPlace", "place", "placeName"),
    "government": ("listOrg", "org", "orgName"),
    "organisation": ("listOrg", "org", "orgName"),
}
KINDS = {
    "direct": "quoted word for word",
    "mixed": "reported, with words in marks",
    "indirect": "reported without marks",
    "scare": "a term held at arm's length",
}


@dataclass
class _Mark:
    start: int
    end: int
    tag: str
    attributes: dict = field(default_factory=dict)


def content(article, tables):
    """What `article.tei.xml` holds.

    Parameters
    ----------
    article : Article
    tables : dict of str to pandas.DataFrame
        By name; quotes, actors, times and, where they are, quantities.

    Returns
    -------
    bytes
        UTF-8. The text of its blocks, joined by the white space between them, is `article.text`.
    """
    XML.register_namespace("", SPACE)
    entries = _entries(tables)
    marks = [*_said(tables["quotes"], entries), *_names(tables["actors"], entries), *_dates(tables["times"])]
    marks = sorted([*marks, *_figures(tables.get("quantities"))], key=lambda mark: (mark.start, -mark.end))
    root = XML.Element(_tag("TEI"))
    _header(root, article)
    body = _add(_add(root, "text"), "body")
    apart, blocks = [], list(article.blocks.itertuples(index=False))
    ends = [block.end for block in blocks]
    by_block = defaultdict(list)
    for mark in marks:
        number = next((n for n, end in enumerate(ends) if mark.start < end), None)
        if number is not None and blocks[number].start <= mark.start and mark.end <= ends[number]:
            by_block[number].append(mark)
        elif number is not None:
            apart.append((number, mark))
    _blocks(body, article, blocks, by_block, apart)
    _stand_off(root, entries, blocks, apart)
    return encoded('<?xml version="1.0" encoding="UTF-8"?>\n' + XML.tostring(root, encoding="unicode") + "\n")


def _tag(name):
    return f"{{{SPACE}}}{name}"


def _add(parent, name, text=None, **attributes):
    child = XML.SubElement(parent, _tag(name), {key: holdable(str(value)) for key, value in attributes.items()})
    child.text = None if text is None else holdable(text)
    return child


def _header(root, article):
    """Title, author, outlet, day: each is left out where nobody says it, but for the title."""
    header = _add(root, "teiHeader")
    described = _add(header, "fileDesc")
    statement = _add(described, "titleStmt")
    named = (
        {} if article.title else {"type": "supplied"}
    )  # TEI wants a title; a reader sees that it is not the article's
    _add(statement, "title", article.name, **named)
    if article.author:
        _add(statement, "author", article.author)
    _add(_add(described, "publicationStmt"), "p", "Annotated copy for research; the article's rights are its owner's.")
    source = _add(_add(described, "sourceDesc"), "bibl")
    _add(source, "title", article.name, **named)
    if article.author:
        _add(source, "author", article.author)
    if article.outlet:
        _add(source, "publisher", article.outlet)
    if article.published:
        _add(source, "date", article.published.isoformat(), when=article.published.isoformat())
    if article.url:
        _add(source, "ref", article.url)
    _add(source, "idno", article.source.sha256, type="sha256")
    encoding = _add(header, "encodingDesc")
    _add(
        _add(_add(encoding, "appInfo"), "application", ident="close-reading", version=__version__),
        "label",
        "Close Reading",
    )
    taxonomy = _add(_add(encoding, "classDecl"), "taxonomy")
    for kind, words in KINDS.items():
        _add(_add(taxonomy, "category", **{_ID: kind}), "catDesc", words)
    _add(_add(_add(header, "profileDesc"), "langUsage"), "language", "English", ident="en")


def _entries(tables):
    """Who is named: name -> (kind, id), actors first and then speakers that are no actor's name."""
    kinds = dict(tables["actors"][["actor", "kind"]].drop_duplicates("actor").itertuples(index=False))
    for speaker in tables["quotes"].speaker.dropna():
        for name in speaker.split("; "):
            kinds.setdefault(name, "person")
    return {name: (kind, f"a{number}") for number, (name, kind) in enumerate(kinds.items(), 1)}


def _said(quotes, entries):
    for row in quotes.itertuples(index=False):
        if row.kind == "scare":
            yield _Mark(int(row.start), int(row.end), "soCalled")
            continue
        told = {"direct": "true" if row.kind == "direct" else "false", "ana": f"#{row.kind}"}
        if not is_missing(row.speaker):
            told["who"] = " ".join(f"#{entries[name][1]}" for name in row.speaker.split("; "))
        yield _Mark(int(row.start), int(row.end), "said", told)


def _names(actors, entries):
    for row in actors.itertuples(index=False):
        kind, key = entries[row.actor]
        named = row.how in ("name", "title")
        told = {"ref": f"#{key}"} | ({} if named else {"type": kind})
        yield _Mark(int(row.start), int(row.end), ENTRIES.get(kind, ENTRIES["person"])[2] if named else "rs", told)


def _dates(times):
    for row in times.itertuples(index=False):
        told = {}
        value = "" if is_missing(row.value) else row.value
        if row.type == "TIME" and _W3C_TIME.fullmatch(value):
            told["when"] = value if value.count(":") == 2 else f"{value}:00"
        elif row.type == "DATE" and _W3C_DAY.fullmatch(value):
            told["when"] = value
        elif row.type == "DURATION" and _W3C_DURATION.fullmatch(value):
            told["dur"] = value
        elif not is_missing(row.earliest) and not is_missing(row.latest):
            first, last = row.earliest[:10], row.latest[:10]
            if _W3C_DAY.fullmatch(first) and _W3C_DAY.fullmatch(last):
                told |= {"from": first, "to": last}
        yield _Mark(int(row.start), int(row.end), "time" if row.type == "TIME" else "date", told)


def _figures(quantities):
    if quantities is None:
        return
    for row in quantities.itertuples(index=False):
        if is_missing(row.value):
            continue
        value, unit = f"{row.value:g}", row.unit
        if is_missing(unit):
            yield _Mark(int(row.start), int(row.end), "num", {"value": value})
        else:
            told = {"quantity": value, "unit": re.sub(r"\s+", "_", str(unit))}
            yield _Mark(int(row.start), int(row.end), "measure", told)


def _blocks(body, article, blocks, by_block, apart):
    """The blocks in their order; headings open a division, list items of one list stand in one."""
    division = last = None
    for number, block in enumerate(blocks):
        tag, kind = BLOCKS[block.kind]
        gap = article.text[blocks[number - 1].end : block.start] if number else ""
        if division is None or (tag == "head" and last.tag != _tag("head")):
            parent = division = _add(body, "div")
        elif tag == "item":
            parent = division[-1] if len(division) and division[-1].tag == _tag("list") else _add(division, "list")
        else:
            parent = division
        if last is not None:
            last.tail = gap
        last = _add(parent, tag, **{_ID: f"b{number + 1}"}, **({"type": kind} if kind else {}))
        _inline(last, article.text, block, by_block[number], number, apart)


def _inline(element, text, block, marks, number, apart):
    """Nest the marks in a block's text; one that crosses another stands apart."""
    open_marks, position = [(element, block.end)], block.start

    def write(until):
        nonlocal position
        parent = open_marks[-1][0]
        words = holdable(text[position:until])
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + words
        else:
            parent.text = (parent.text or "") + words
        position = until

    for mark in marks:
        while open_marks[-1][1] <= mark.start:
            write(open_marks[-1][1])
            open_marks.pop()
        if mark.end > open_marks[-1][1]:
            apart.append((number, mark))
            continue
        write(mark.start)
        open_marks.append((_add(open_marks[-1][0], mark.tag, **mark.attributes), mark.end))
    while open_marks:
        write(open_marks[-1][1])
        open_marks.pop()


def _stand_off(root, entries, blocks, apart):
    """The lists that `@ref` and `@who` point to, and the marks that nest in nothing."""
    stand_off = XML.Element(_tag("standOff"))
    lists = {}
    for name, (kind, key) in entries.items():
        list_name, entry, name_tag = ENTRIES.get(kind, ENTRIES["person"])
        if list_name not in lists:
            lists[list_name] = _add(stand_off, list_name)
        _add(_add(lists[list_name], entry, **{_ID: key}), name_tag if entry != "personGrp" else "name", name)
    if apart:
        annotations = _add(stand_off, "listAnnotation")
        apart = sorted(apart, key=lambda pair: (pair[1].start, -pair[1].end))
        for count, (number, mark) in enumerate(apart, 1):
            start = mark.start - blocks[number].start
            place = f"#string-range(b{number + 1},{start},{mark.end - mark.start})"
            one = _add(annotations, "annotation", **{_ID: f"m{count}"}, target=place)
            words = "; ".join([mark.tag, *(f"{key} {value}" for key, value in mark.attributes.items())])
            _add(one, "note", words)
    if len(stand_off):
        root.insert(1, stand_off)
