"""The article with its codes as a REFI-QDA project, for NVivo, MAXQDA, ATLAS.ti, QualCoder and their like.

A `.qdpx` is an archive of `project.qde` (QDA-XML 1.5, REFI-QDA 2019) and its sources. Each table below is a code,
what its rows are called a code beneath it; speakers and actors are codes by name. Positions count Unicode code
points from 0, end exclusive, as ours do. Reasons of your corrections are notes. Nothing in it depends on the day:
identifiers are made of the article's checksum and the names.
"""

import io
import zipfile
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree import ElementTree as XML

from lxml import etree

from .. import __version__
from ..corrections import lines
from ..files import encoded, holdable
from ..tables import is_missing

FILE = "project.qdpx"
SPACE = "urn:QDA-XML:project:1.0"
# table -> the code that its rows hang under, and the column that says which beneath it
TABLES = {
    "quotes": ("Quotations", "kind"),
    "actors": ("Actors", "actor"),
    "times": ("Times", "type"),
    "events": ("Events", "status"),
    "themes": ("Themes", "theme"),
    "consistency": ("Contradictions", "kind"),
}
SPEAKERS = "Speakers"
LARGEST = 50_000_000  # bytes of one file in an archive that is read back
_DAY = (1980, 1, 1, 0, 0, 0)  # of the files in the archive: the first that ZIP knows


def contents(article, tables):
    """What `project.qdpx` holds.

    Parameters
    ----------
    article : Article
    tables : dict of str to pandas.DataFrame

    Returns
    -------
    dict of str to bytes
    """
    XML.register_namespace("", SPACE)
    project = _Project(article)
    for name, (top, column) in TABLES.items():
        for row in tables[name].itertuples(index=False):
            codes = [(top, getattr(row, column))]
            if name == "quotes" and not is_missing(row.speaker):
                codes += [(SPEAKERS, speaker) for speaker in row.speaker.split("; ")]
            project.select(name, row, codes)
    target, text = io.BytesIO(), encoded(holdable(article.text))
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in ("project.qde", project.written()), (f"sources/{project.source}.txt", text):
            archive.writestr(zipfile.ZipInfo(name, _DAY), data, zipfile.ZIP_DEFLATED)
    return {FILE: target.getvalue()}


class _Project:
    """A project as it grows: codes as they are met, selections, notes."""

    def __init__(self, article):
        self.article = article
        self.space = uuid5(NAMESPACE_URL, f"urn:sha256:{article.source.sha256}")
        self.user, self.source = self._id("user"), self._id("source")
        self.codes, self.notes, self.selections = {}, {}, []
        self.reasons = {(line.table, line.text): line.why for _, line in lines(article) if line.why}

    def _id(self, *parts):
        return str(uuid5(self.space, "\n".join(map(str, parts))))

    def _code(self, *path):
        return self.codes.setdefault(path, self._id("code", *path))

    def select(self, table, row, codes):
        """One row: a selection of its words with a coding for each code."""
        identifier = self._id("selection", table, row.id, row.start, row.end)
        selection = XML.Element(_tag("PlainTextSelection"), guid=identifier, name=_short(row.text))
        selection.set("startPosition", str(int(row.start)))
        selection.set("endPosition", str(int(row.end)))
        selection.set("creatingUser", self.user)
        why = None if is_missing(row.corrected) else self.reasons.get((table, row.text))
        for path in codes:
            self._code(path[0])
            own = self._id("coding", identifier, *path)
            coding = XML.SubElement(selection, _tag("Coding"), guid=own, creatingUser=self.user)
            XML.SubElement(coding, _tag("CodeRef"), targetGUID=self._code(*map(holdable, map(str, path))))
            if why:
                XML.SubElement(coding, _tag("NoteRef"), targetGUID=self.notes.setdefault(why, self._id("note", why)))
        self.selections.append(selection)

    def written(self):
        """`project.qde`, in the schema's order."""
        root = XML.Element(_tag("Project"), name=holdable(self.article.name), origin=f"Close Reading {__version__}")
        root.set("creatingUserGUID", self.user)
        users = XML.SubElement(root, _tag("Users"))
        XML.SubElement(users, _tag("User"), guid=self.user, name="Close Reading")
        book = XML.SubElement(XML.SubElement(root, _tag("CodeBook")), _tag("Codes"))
        tops = {}
        for path, identifier in sorted(self.codes.items()):
            parent = book if len(path) == 1 else tops[path[0]]
            made = XML.SubElement(parent, _tag("Code"), guid=identifier, name=path[-1], isCodable="true")
            if len(path) == 1:
                tops[path[0]] = made
        sources = XML.SubElement(root, _tag("Sources"))
        source = XML.SubElement(sources, _tag("TextSource"), guid=self.source, name=holdable(self.article.name))
        source.set("plainTextPath", f"internal://{self.source}.txt")
        source.set("creatingUser", self.user)
        source.extend(self.selections)
        if self.notes:
            notes = XML.SubElement(root, _tag("Notes"))
            for why, identifier in self.notes.items():
                note = XML.SubElement(notes, _tag("Note"), guid=identifier, name=_short(why), creatingUser=self.user)
                XML.SubElement(note, _tag("PlainTextContent")).text = holdable(why)
        return b'<?xml version="1.0" encoding="UTF-8"?>\n' + encoded(XML.tostring(root, encoding="unicode"))


def _tag(name):
    return f"{{{SPACE}}}{name}"


def _short(words):
    words = " ".join(holdable(words).split())
    return words if len(words) <= 60 else words[:59] + "…"


def read(path):
    """The texts of a project and what is coded in each.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    list of (str, list of (int, int, list of tuple of str))
        Each source's text with its selections: start, end, and the path of each code from the top.

    Raises
    ------
    ValueError
        If the file is no project, or larger than may be read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.rpartition("/")[2].lower(): name for name in archive.namelist()}
            inner = next((name for key, name in names.items() if key.endswith(".qde")), None)
            if inner is None or any(info.file_size > LARGEST for info in archive.infolist()):
                raise ValueError("no project")
            parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
            root = etree.fromstring(archive.read(inner), parser)
            codes = {}
            for code in root.iter(_tag("Code")):
                holders = [*code.iterancestors(_tag("Code"))][::-1]
                codes[_bare(code.get("guid"))] = tuple(one.get("name") or "" for one in (*holders, code))
            return [
                (_text(source, archive, names), _selections(source, codes)) for source in root.iter(_tag("TextSource"))
            ]
    except (OSError, KeyError, TypeError, RuntimeError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise ValueError("no project") from error


def _bare(identifier):
    return UUID(identifier or "")


def _text(source, archive, names):
    """A source's plain text; with a byte order mark and Windows' line ends, as some programs write it."""
    inline = source.findtext(_tag("PlainTextContent"))
    if inline is not None:
        return inline
    place = (source.get("plainTextPath") or "").rpartition("/")[2].lower()
    return archive.read(names[place]).decode("utf-8-sig").replace("\r\n", "\n")


def _selections(source, codes):
    found = []
    for one in source.iter(_tag("PlainTextSelection")):
        references = one.iterfind(f"{_tag('Coding')}/{_tag('CodeRef')}")
        paths = [codes[_bare(reference.get("targetGUID"))] for reference in references]
        found.append((int(one.get("startPosition")), int(one.get("endPosition")), paths))
    return found
