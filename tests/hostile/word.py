"""Word files written part by part: what Word, its rivals and attackers put into them."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:'
    'vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House headline"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
<w:style w:type="character" w:styleId="Internal"><w:name w:val="Internal"/><w:rPr><w:vanish/></w:rPr></w:style>
"""


def run(text, properties="", tag="t"):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def deleted(text):
    return f'<w:del w:id="1" w:author="x">{run(text, tag="delText")}</w:del>'


def inserted(text):
    return f'<w:ins w:id="1" w:author="x">{run(text)}</w:ins>'


def paragraph(*inside, style="", mark="", properties=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    mark = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    words = "".join(part if part.startswith("<") else run(part) for part in inside)
    return f"<w:p><w:pPr>{style}{properties}{mark}</w:pPr>{words}</w:p>"


def box(*paragraphs):
    """A text box as Word writes it: twice, for new and old versions."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        f"{inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}"
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows):
    """Rows of cells; a cell is text or the XML of its paragraphs."""
    return (
        "<w:tbl>"
        + "".join(
            "<w:tr>"
            + "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row)
            + "</w:tr>"
            for row in rows
        )
        + "</w:tbl>"
    )


def field(instruction, result):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return (
        mark("begin")
        + run(instruction, tag="instrText")
        + mark("separate")
        + (result if result.startswith("<") else run(result))
        + mark("end")
    )


def docx(*blocks, parts=None, more=None, title="", names=NAMES, main="word/document.xml"):
    """The bytes of a Word file.

    `parts`: kind of a part ("footnotes", "header", …) -> the XML inside its root; `more`: further
    members of the archive, name -> bytes.
    """
    kinds = {"styles": STYLES} | (parts or {})
    relations = "".join(
        f'<Relationship Id="p{number}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(kinds)
    )
    root = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    core = (
        '<p:coreProperties xmlns:p="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></p:coreProperties>'
    )
    folder, _, name = main.rpartition("/")
    members = {
        "_rels/.rels": root.format(
            f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="/{main}"/>'
            '<Relationship Id="b" Type="http://x/metadata/core-properties" Target="docProps/core.xml"/>'
        ),
        f"{folder}/_rels/{name}.rels": root.format(relations),
        main: f"<w:document {names}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>",
        "docProps/core.xml": core,
        **{f"{folder}/{kind}.xml": f"<w:{kind} {names}>{inside}</w:{kind}>" for kind, inside in kinds.items()},
        **(more or {}),
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in members.items():
            archive.writestr(name, inside)
    return data.getvalue()
