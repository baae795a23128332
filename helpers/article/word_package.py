"""The parts of a Word file: a ZIP of XML, read within bounds and whatever its version or maker."""

import io
import posixpath
import re
import zipfile

from lxml import etree

from .decode import not_text, wide
from .formats import Unreadable, disguised
from .formats import _one_line as one_line

UNPACKED_MOST = 200_000_000  # bytes of XML
TAGS_MOST = 3_000_000
_BLOCKS = tuple(
    "{*}" + name
    for name in "p tbl sdt customXml ins del moveTo moveFrom altChunk subDoc AlternateContent oMathPara".split()
)
AGAIN = "open it in a word processor and save it again, or as .txt"
BROKEN = ("is a broken .docx file", AGAIN)
_PROTECTED = ("is protected with a password", "open it in Word, take the password off and save it again")
_TOO_LARGE = (f"unpacks to more than {UNPACKED_MOST // 1_000_000} MB", "save only its text as .txt")
_OLE = b"\xd0\xcf\x11\xe0"
_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


class Package:
    """A Word file that is open; what is wrong with it is `Unreadable`."""

    def __init__(self, data):
        if data.startswith(_OLE):
            old = ("is an old Office file, whatever its name says", "open it in Word and save it as .docx or .txt")
            raise Unreadable(*(_PROTECTED if "EncryptedPackage".encode("utf-16-le") in data else old))
        if not data.startswith(b"PK"):
            problem, way_out = not_text(data) or ("is no Word file, whatever its name says", "")
            raise Unreadable(problem, way_out or "give it the name that fits it: .txt, .md or .html")
        self.left, self.disguised = UNPACKED_MOST, False
        self.data = data

    def __enter__(self):
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(self.data))
            self.names = {name.lower(): name for name in self.archive.namelist()}
            targets = self._relations("")
            main = next((name for kind, name in targets.values() if kind == "officeDocument"), "word/document.xml")
            self.main = self.names[main.lower()]
            if self.archive.getinfo(self.main).file_size > self.left:  # by what the archive says: none is unpacked
                raise Unreadable(*_TOO_LARGE)
            self.relations = self._relations(self.main)
        except Exception as error:
            raise self._wrong(error) from None
        return self

    def __exit__(self, kind, error, trace):
        self.archive.close()
        if error is not None and not isinstance(error, Unreadable) and isinstance(error, Exception):
            raise self._wrong(error) from None

    def _wrong(self, error):
        if isinstance(error, Unreadable):
            return error
        if isinstance(error, RuntimeError) and "password" in str(error):
            return Unreadable(*_PROTECTED)
        return Unreadable(*BROKEN)  # zipfile and lxml raise many kinds on broken files

    def body(self):
        """The blocks of the document, one at a time: only one is in memory."""
        left = self.left
        with self.archive.open(self.main) as file:
            bounded = _Bounded(file, self)
            if sum(data.count(b"<") for data in iter(bounded.read, b"")) > TAGS_MOST:
                raise Unreadable(
                    f"has more than {TAGS_MOST:,} tags in it: too many for an article", "save its text as .txt"
                )
        self.left = left  # it is read twice, and counted once
        with self.archive.open(self.main) as file:
            body = done = None
            for _, element in etree.iterparse(_Bounded(file, self), events=("end",), tag=_BLOCKS, **_PARSER):
                if element.getparent().tag.rpartition("}")[2] == "body":
                    body = element.getparent()
                    while (first := body[0]) != element:  # what no list knows is a block, too
                        if first != done:
                            yield first
                        del body[0]
                    yield element
                    element.clear()
                    done = element
            yield from (one for one in (body if body is not None else ()) if one != done)

    def parts(self, kind):
        """The roots of the document's parts of a kind ("styles", "footnotes", "header", …)."""
        for found, name in self.relations.values():
            if found == kind and (root := self._tree(name)) is not None:
                yield root

    def text_of(self, relation, tag):
        """All text of elements of a name in the part that a relation leads to."""
        root = self._tree(self.relations.get(relation, ("", ""))[1])
        return one_line(" ".join(one.text or "" for one in root.iter(f"{{*}}{tag}"))) if root is not None else ""

    def title(self):
        """What the document's properties say its title is."""
        name = next((name for kind, name in self._relations("").values() if kind == "core-properties"), "")
        root = self._tree(name)
        return one_line(root.findtext("{*}title")) if root is not None else ""

    def _relations(self, part):
        folder, name = posixpath.split(part)
        root = self._tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for one in root if root is not None else ():
            if isinstance(one.tag, str) and one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
                found[one.get("Id")] = (one.get("Type", "").rpartition("/")[2], target)
        return found

    def _tree(self, name):
        """A part's root; None where there is no such part."""
        if name.lower() not in self.names:
            return None
        with self.archive.open(self.names[name.lower()]) as file:
            return etree.parse(_Bounded(file, self), etree.XMLParser(**_PARSER)).getroot()


class _Bounded:
    """A part's bytes as they unpack, whatever size the archive says they have."""

    def __init__(self, file, package):
        self.file, self.package = file, package
        self.rest, self.wide = b"", None

    def read(self, size=65536):
        fresh = self.file.read(min(max(size, 1), 1_000_000))
        self.package.left -= len(fresh)
        if self.package.left < 0:
            raise Unreadable(*_TOO_LARGE)
        if self.wide is None:
            self.wide = wide(fresh) is not None
        if self.wide:
            return fresh
        data, self.rest = self.rest + fresh, b""
        if fresh:
            whole = max(data.rfind(one, -12) for one in (b"&", b"\xed", b"\xef"))  # what follows may be cut in two
            if whole >= 0:
                data, self.rest = data[:whole], data[whole:]
            if not data:
                return self.read(size)
        clean = _NOT_XML.sub(_disguised, data)
        self.package.disguised |= clean != data
        return clean


# What a part may not hold, in UTF-8, and what may stand for it.
_NOT_XML = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]|\xed[\xa0-\xbf][\x80-\xbf]|&#(?:[xX][0-9a-fA-F]{1,6}|[0-9]{1,7});"
)


def _disguised(found):
    return disguised(found[0].decode("utf8", "surrogatepass")).encode("utf8")
