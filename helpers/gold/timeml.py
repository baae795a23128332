"""Gold expressions of time in TimeML files, as in TempEval-3 (UzZaman et al. 2013)."""

import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from ..article import ArticleError

_TAG = re.compile(r"<(/?)(\w+)((?:\s+\w+=\"[^\"]{0,400}\")*)\s*/?>")
_ATTRIBUTE = re.compile(r"(\w+)=\"([^\"]*)\"")
_ENTITY = re.compile(r"&(?:#\d{1,6}|\w{1,8});")


@dataclass(frozen=True)
class GoldTime:
    """One annotated expression: offsets in the text without tags, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


def read_folder(folder):
    """The TimeML files of a folder and its subfolders.

    Parameters
    ----------
    folder : str or path

    Returns
    -------
    list of (pathlib.Path, str, datetime.date or None, list of GoldTime)
        Path, text, day of creation and expressions of each file, by name.

    Raises
    ------
    ArticleError
        If there is no .tml file.
    """
    return [(path, *read(path.read_text(encoding="utf8", errors="replace"))) for path in _paths(folder)]


def _paths(folder):
    paths = sorted(Path(folder).rglob("*.tml"))
    if not paths:
        raise ArticleError(f"{folder}: there is no .tml file in it; name a folder of TimeML files.")
    return paths


def read(markup):
    """Text, day of creation and expressions of one TimeML document.

    Examples
    --------
    >>> read('<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="1998-08-07">x</TIMEX3></DCT><TEXT>It was '
    ...      '<TIMEX3 tid="t1" type="DATE" value="1998-08-06">Thursday</TIMEX3>.</TEXT></TimeML>')
    ('It was Thursday.', datetime.date(1998, 8, 7), [GoldTime(start=7, end=15, type='DATE', value='1998-08-06')])
    """
    text, created, spans = _read(markup)
    found = [
        GoldTime(start, end, attributes.get("type", ""), attributes.get("value", ""))
        for tag, start, end, attributes in spans
        if tag == "TIMEX3"
    ]
    return text, created, found


RELATIONS = frozenset(("IS_INCLUDED", "INCLUDES", "SIMULTANEOUS", "DURING", "IDENTITY"))


def read_links(folder):
    """The links between an event and a time that say that it happened then.

    Parameters
    ----------
    folder : str or path

    Returns
    -------
    list of (pathlib.Path, str, datetime.date or None, set)
        Path, text, day of creation and ((start, end) of the event, (start, end) of the time).

    Raises
    ------
    ArticleError
        If there is no .tml file.
    """
    rows = []
    for path in _paths(folder):
        markup = path.read_text(encoding="utf8", errors="replace")
        text, created, spans = _read(markup)
        places = {attributes.get("eid") or attributes.get("tid"): (start, end) for _, start, end, attributes in spans}
        events = {a["eiid"]: a["eventID"] for a in _attributes(markup, "MAKEINSTANCE")}
        links = set()
        for link in _attributes(markup, "TLINK"):
            event = events.get(link.get("eventInstanceID") or link.get("relatedToEventInstance"))
            time = link.get("timeID") or link.get("relatedToTime")
            if link.get("relType") in RELATIONS and event in places and time in places:
                links.add((places[event], places[time]))
        rows.append((path, text, created, links))
    return rows


def _attributes(markup, name):
    return [dict(_ATTRIBUTE.findall(tag.group(3))) for tag in _TAG.finditer(markup) if tag.group(2) == name]


def _read(markup):
    """Text, day of creation, and (tag, start, end, attributes) of each event and time."""
    head, _, rest = markup.partition("<TEXT>")
    body = rest.partition("</TEXT>")[0]
    created = re.search(r"<DCT>.{0,200}?value=\"(\d{4}-\d\d-\d\d)", head + markup.rpartition("</TEXT>")[2], re.DOTALL)
    pieces, found, opened, position, length = [], [], {}, 0, 0

    def add(piece):
        nonlocal length
        piece = _ENTITY.sub(lambda entity: unescape(entity.group()), piece)
        pieces.append(piece)
        length += len(piece)

    for tag in _TAG.finditer(body):
        add(body[position : tag.start()])
        position = tag.end()
        name = tag.group(2)
        if name in ("TIMEX3", "EVENT"):
            if not tag.group(1):
                opened[name] = (length, dict(_ATTRIBUTE.findall(tag.group(3))))
            elif name in opened:
                start, attributes = opened.pop(name)
                found.append((name, start, length, attributes))
    add(body[position:])
    return "".join(pieces), date.fromisoformat(created.group(1)) if created else None, found
