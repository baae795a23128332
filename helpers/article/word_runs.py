"""What stands inside the paragraphs of a Word document: the words that Word shows, and those that it does not."""

from .formats import _one_line as one_line
from .word_xml import (
    CHARACTERS,
    FORMULA,
    Style,
    attribute,
    branch,
    child,
    is_on,
    name_of,
    plain,
    plain_parts,
    sign,
    signs_around,
    styles_of,
)

GONE = {"del": "tracked deletion", "moveFrom": "moved text, where it stood"}


class Runs:
    """Reads the elements of paragraphs and gathers words, what waits for a paragraph's end, and what is left out.

    Parameters
    ----------
    package : Package
    """

    def __init__(self, package):
        self.package = package
        self.styles = styles_of(package)
        self.left_out, self.changes = [], False
        self.words, self.boxes = [], []  # of the paragraph at hand
        self.style, self.fields, self.gone = Style(), [], None
        self.notes = []

    def inline(self, element):
        name = name_of(element)
        if name in GONE:
            self.changes = True
            self.say("".join(plain_parts(element)), GONE[name])
            for note in element.iter("{*}footnoteReference", "{*}endnoteReference"):
                self.notes.append((name_of(note), attribute(note, "id"), False))
        elif name == "r":
            self.run(element)
        elif name == "t":  # of a formula
            self.say(element.text or "")
        elif name in CHARACTERS:
            self.say(CHARACTERS[name])
        elif name in FORMULA:
            before, after = signs_around(element)
            self.say(before)
            self.wrapped(element, self.inline)
            self.say(after)
        elif name == "AlternateContent":
            if (found := branch(element)) is not None:
                for one in found:
                    self.inline(one)
        elif name in ("drawing", "pict", "object"):
            self.drawing(element)
        elif name == "ruby":
            for base in element.iter("{*}rubyBase"):
                self.wrapped(base, self.inline)
        elif not name.endswith("Pr"):
            self.wrapped(element, self.inline)

    def wrapped(self, element, read):
        """What an element wraps, with the prompt of a field that nobody filled in left out."""
        if name_of(element) in ("ins", "moveTo"):
            self.changes = True
        if is_on(child(element, "sdtPr", "showingPlcHdr")):
            self.out("prompt of an empty field", plain(element))
            return
        for one in element:
            read(one)

    def run(self, element):
        properties = child(element, "rPr")
        style = self.styles.get(attribute(child(properties, "rStyle"), "val"), Style())

        def looks(names, inherited):
            own = next((one for name in names if (one := child(properties, name)) is not None), None)
            return is_on(own) if own is not None else inherited

        gone = None
        if looks(["vanish"], style.hidden or self.style.hidden):
            gone = "hidden text"
        elif looks(["strike", "dstrike"], style.struck or self.style.struck):
            gone = "struck-out text"
        for one in element:
            name = name_of(one)
            if name == "fldChar":
                self.field(attribute(one, "fldCharType"))
            elif name == "t":
                self.say(one.text or "", gone)
            elif name in CHARACTERS:
                self.say(CHARACTERS[name], gone)
            elif name == "sym":
                self.sign(one, gone)
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes.append((name, attribute(one, "id"), gone is None))
            elif not gone or name in ("AlternateContent", "drawing", "pict", "object", *GONE):
                self.inline(one)
            elif text := plain(one):
                self.say(text, gone)

    def field(self, what):
        """Of a field (a date, a page number, a link) the result is shown, its instruction is not."""
        if what == "begin":
            self.fields.append("instruction")
        elif what == "separate" and self.fields:
            self.fields[-1] = "result"
        elif what == "end" and self.fields:
            self.fields.pop()

    def sign(self, element, gone):
        shown, font = sign(attribute(element, "char") or "", (attribute(element, "font") or "").lower())
        if shown is None:
            self.out("sign of a font", font)
        else:
            self.say(shown, gone)

    def drawing(self, element):
        """Text boxes wait for their paragraph's end; pictures, charts and diagrams are no text."""
        for one in element:
            name = name_of(one)
            if name in ("txbxContent", "txBody"):
                self.boxes.append(one)
            elif name == "t":
                self.out("drawn text", one.text or "")
            elif name == "AlternateContent":
                if (found := branch(one)) is not None:
                    self.drawing(found)
            elif name in ("blip", "imagedata"):
                described = next(
                    (text for up in one.iterancestors() if (text := attribute(child(up, "docPr"), "descr"))), ""
                )
                self.out("picture", described)
            elif name == "chart":
                self.out("chart", "")
            elif name == "relIds":
                self.out("diagram", self.package.text_of(attribute(one, "dm"), "t"))
            elif name == "OLEObject":
                self.out("embedded object", "")
            elif name == "textpath":
                self.out("ornamental text", attribute(one, "string") or "")
            else:
                self.drawing(one)

    # What is said, and what is not

    def say(self, text, gone=None):
        if "instruction" in self.fields:
            gone = "instruction of a field"
        if not gone:
            self.flush()
            self.words.append(text)
        elif self.gone and self.gone[0] == gone:
            self.gone[1].append(text)
        else:
            self.flush()
            self.gone = (gone, [text])

    def flush(self):
        """Neighbouring pieces that are left out for one reason are one row."""
        if self.gone:
            kind, pieces = self.gone
            self.gone = None
            if text := one_line("".join(pieces)):
                self.out(kind, text)

    def out(self, kind, text):
        self.left_out.append((kind, text))
