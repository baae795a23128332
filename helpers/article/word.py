"""A Word document as Word shows it with every change accepted and hidden text not shown.

What Word shows becomes blocks: paragraphs wherever they stand (content controls, smart tags,
fields, text boxes, cells), tables row by row, notes at the end. What it does not show, or what
stands around the text, is listed in `Raw.left_out`.
"""

import re

from .formats import BACK, Raw, Unreadable
from .formats import _one_line as one_line
from .word_package import Package
from .word_runs import GONE, Runs
from .word_xml import attribute, branch, child, is_on, name_of, plain

LAYOUT_WORDS = 60  # a cell of so many words holds running text: its table lays a page out
_LEAST_REPEATED = 4  # words of a text box that stand in the text too: a pull quote


def read_docx(data):
    """A Word document; paragraph styles decide what is a heading.

    Parameters
    ----------
    data : bytes

    Returns
    -------
    Raw

    Raises
    ------
    Unreadable
        If it is no Word document, protected, broken, or too much is in it.
    """
    with Package(data) as package:
        reader = _Reader(package)
        for block in package.body():
            reader.block(block)
        reader.paragraph_ends()
        lines = [(text, kind) for text, kind, _ in reader.with_notes()]
        reader.around()
        title = package.title()
        back = BACK if package.disguised else {}
    if not lines and "embedded file" in {kind for kind, _ in reader.left_out}:
        raise Unreadable("keeps its text in an embedded file that only Word opens", "open it in Word and save it again")
    left_out = [(kind, text.translate(back)) for kind, text in reader.left_out]
    raw = Raw("\n\n".join(text for text, _ in lines).translate(back), "docx", left_out=left_out)
    if reader.changes:
        raw.how = "docx, tracked changes accepted"
    # Where no styles are used, only the few kinds that are marked count, and the form of the lines tells the rest.
    usual = "paragraph" if any(kind == "heading" for _, kind in lines) else None
    raw.hints = {2 * n: kind or usual for n, (_, kind) in enumerate(lines) if kind or usual} or None
    raw.facts = {"title": title.translate(back)} if title else {}
    return raw


class _Reader(Runs):
    """Walks over a document and gathers lines: [text, kind, in a text box]."""

    def __init__(self, package):
        super().__init__(package)
        self.lines, self.box = [], 0

    # Blocks

    def block(self, element):
        """A paragraph, a table, or what wraps them: elements that no list knows are looked into, too."""
        name = name_of(element)
        if name == "p":
            if self.words or len(element) > 1 or (len(element) == 1 and name_of(element[0]) != "pPr"):
                self.paragraph(element)
        elif name == "tbl":
            self.paragraph_ends()
            self.table(element)
        elif name in GONE:
            self.out(GONE[name], plain(element))
        elif name in ("altChunk", "subDoc"):
            self.out("embedded file", "")
        elif name == "AlternateContent":
            if (found := branch(element)) is not None:
                self.container(found)
        elif next(element.iter("{*}p", "{*}tbl"), None) is not None:
            self.wrapped(element, self.block)
        elif plain(element):
            self.paragraph_ends()
            self.inline(element)
            self.flush()
            self.paragraph_ends()

    def container(self, element):
        for one in element:
            self.block(one)
        self.paragraph_ends()

    def paragraph(self, element):
        properties = child(element, "pPr")
        style = self.styles.get(attribute(child(properties, "pStyle"), "val"), self.styles[None])
        kind = style.kind
        if kind is None and attribute(child(properties, "numPr", "numId"), "val") not in (None, "0"):
            kind = "list item"
        self.style, self.fields = style, []
        for one in element:
            self.inline(one)
        self.flush()
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self.changes = True
        elif attribute(child(properties, "framePr"), "dropCap") in ("drop", "margin"):
            pass  # the large first letter of the next paragraph
        elif not is_on(child(mark, "vanish")) or is_on(child(mark, "specVanish")):
            self.paragraph_ends(kind)

    def paragraph_ends(self, kind=None):
        """Without its mark (deleted, hidden) a paragraph runs on into the next."""
        if not self.words and not self.boxes:
            return
        parts = map(one_line, "".join(self.words).split("\n"))
        self.words = []
        for number, part in enumerate(parts):
            if part:
                self.lines.append((part, kind if number == 0 or kind else None, bool(self.box)))
        boxes, self.boxes = self.boxes, []
        for one in boxes:
            self.box += 1
            self.container(one)
            self.box -= 1

    def captured(self, element):
        """The lines of a part, not yet put into the document."""
        before, self.lines = self.lines, []
        self.container(element)
        found, self.lines = self.lines, before
        return found

    def table(self, element):
        """A table of facts, a block a row; or one that lays out a page, its cells one after the other."""
        rows = [[self.captured(cell) for cell in cells] for cells in self.rows(element)]
        layout = max(map(len, rows), default=0) == 1
        for cell in (cell for cells in rows for cell in cells):
            words = sum(len(text.split()) for text, _, _ in cell)
            nested = any(kind == "table" for _, kind, _ in cell)
            layout = layout or nested or words >= LAYOUT_WORDS or (len(cell) > 1 and 2 * words >= LAYOUT_WORDS)
        for cells in rows:
            if layout:
                self.lines += [line for cell in cells for line in cell]
            elif row := " | ".join(filter(None, (" ".join(text for text, _, _ in cell) for cell in cells))):
                self.lines.append((row, "table", False))

    def rows(self, element):
        """The cells of each row that is shown."""
        for one in element:
            name = name_of(one)
            if name == "tr":
                if child(one, "trPr", "del") is not None:
                    self.changes = True
                    self.out("tracked deletion", plain(one))
                elif is_on(child(one, "trPr", "hidden")):
                    self.out("hidden text", plain(one))
                else:
                    yield list(self.cells(one))
            elif name in GONE:
                self.out(GONE[name], plain(one))
            elif not name.endswith("Pr"):
                yield from self.rows(one)

    def cells(self, element):
        for one in element:
            name = name_of(one)
            if name == "tc":
                if child(one, "tcPr", "cellDel") is not None:
                    self.out("tracked deletion", plain(one))
                else:
                    yield one
            elif not name.endswith("Pr"):
                yield from self.cells(one)

    # Around the text

    def with_notes(self):
        """The lines, pull quotes told from other boxes, then the notes in the order of their marks."""
        running = " ".join(_bare(text) for text, kind, box in self.lines if not box and kind != "table")
        for text, kind, box in self.lines:
            if box and kind in (None, "blockquote") and len(text.split()) >= _LEAST_REPEATED and _bare(text) in running:
                kind = "pull quote"
            yield text, kind, box
        notes = {(kind, attribute(note, "id")): note for kind in ("footnote", "endnote") for note in self.part(kind)}
        order = dict.fromkeys((name.removesuffix("Reference"), number) for name, number, shown in self.notes if shown)
        for key in order:
            note = notes.pop(key, None)
            if note is not None:
                yield from ((text, "note", False) for text, _, _ in self.captured(note))
        for note in notes.values():
            if attribute(note, "type") in (None, "normal") and (text := plain(note)):
                self.out("note without a mark in the text", text)

    def part(self, kind):
        return [one for root in self.package.parts(f"{kind}s") for one in root if name_of(one) == kind]

    def around(self):
        """What stands around the text: comments, headers, footers."""
        for comment in self.part("comment"):
            self.out("comment", plain(comment))
        for kind in ("header", "footer"):
            texts = dict.fromkeys(plain(root) for root in self.package.parts(kind))
            self.left_out += [(f"page {kind}", text) for text in texts if text]


def _bare(text):
    return " ".join(re.findall(r"\w+", text.casefold()))
