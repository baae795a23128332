"""Word files are read as Word shows the final document, and what it does not show is listed."""

import time

import pytest
from hostile import word
from hostile.word import box, deleted, docx, field, inserted, paragraph, run, table

from helpers.article import ArticleError, load, word_package

OPENING = paragraph("The ferry stayed in the harbour on Friday, and nobody knew when it would sail again.")
MORE = paragraph("People had waited on the quay since the morning, the harbour master said at noon.")
GONE = '<w:del w:id="9" w:author="x"/>'


@pytest.fixture
def read(tmp_path):
    def read(*blocks, **more):
        path = tmp_path / "a.docx"
        path.write_bytes(docx(*blocks, **more))
        return load(path)

    return read


def left_out(article):
    return list(zip(article.left_out["kind"], article.left_out["text"], strict=True))


def control(inside, properties=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


IN = {
    "tracked insertion": inserted("the port will"),
    "move to here": f'<w:moveTo w:id="1" w:author="x">{run("the port will")}</w:moveTo>',
    "insertion of a link": '<w:ins w:id="1">' + f"<w:hyperlink>{run('the port will')}</w:hyperlink></w:ins>",
    "content control": control(run("the port will")),
    "control in a control": control(control(run("the port will"))),
    "smart tag": f'<w:smartTag w:element="place">{run("the port will")}</w:smartTag>',
    "custom XML": f'<w:customXml w:element="x">{run("the port will")}</w:customXml>',
    "simple field": f'<w:fldSimple w:instr=" DOCPROPERTY x ">{run("the port will")}</w:fldSimple>',
    "complex field": field(" DOCPROPERTY x ", "the port will"),
    "field in a field": field(" IF ", field(" REF a ", "the port") + run(" will")),
    "link": f"<w:hyperlink>{run('the port will')}</w:hyperlink>",
    "element that no list knows": f"<w:later><w:other>{run('the port')}</w:other></w:later>{run(' will')}",
    "the same in a run": "<w:r><w:later><w:t>the port will</w:t></w:later></w:r>",
    "box of a formula": "<m:oMath><m:box><m:e><m:r><m:t>the port will</m:t></m:r></m:e></m:box></m:oMath>",
    "formula": "<m:oMath><m:r><m:t>the port will</m:t></m:r></m:oMath>",
    "embedded direction": f'<w:dir w:val="ltr">{run("the port will")}</w:dir>',
    "not hidden after all": run("the port will", '<w:vanish w:val="0"/>'),
    "hidden style overruled": run("the port will", '<w:rStyle w:val="Internal"/><w:vanish w:val="false"/>'),
    "ruby": f"<w:r><w:ruby><w:rt>{run('xx')}</w:rt><w:rubyBase>{run('the port will')}</w:rubyBase></w:ruby></w:r>",
    "tabs and breaks that never show": "<w:r><w:t>the</w:t><w:tab/><w:t>port</w:t><w:lastRenderedPageBreak/>"
    "<w:t> will</w:t></w:r>",
}


@pytest.mark.parametrize("inside", IN.values(), ids=IN)
def test_what_word_shows_is_in_the_text(read, inside):
    article = read(OPENING, paragraph("The minister said that ", inside, " open on Monday."))
    assert article.blocks["text"].iloc[1] == "The minister said that the port will open on Monday."


def math(inside):
    for name, sign in (("a", "n+1"), ("3", "3"), ("4", "4"), ("y", "y")):
        inside = inside.replace(f"{{{name}}}", f"<m:r><m:t>{sign}</m:t></m:r>")
    return f"<m:oMath>{inside}</m:oMath>"


FORMULAS = {
    "3/4": "<m:f><m:num>{3}</m:num><m:den>{4}</m:den></m:f>",
    "(n+1)/4": "<m:f><m:num>{a}</m:num><m:den>{4}</m:den></m:f>",
    "y/(3/4)": "<m:f><m:num>{y}</m:num><m:den><m:f><m:num>{3}</m:num><m:den>{4}</m:den></m:f></m:den></m:f>",
    "3¦4": "<m:f><m:fPr><m:type m:val='noBar'/></m:fPr><m:num>{3}</m:num><m:den>{4}</m:den></m:f>",
    "y^3": "<m:sSup><m:e>{y}</m:e><m:sup>{3}</m:sup></m:sSup>",
    "y_3^(n+1)": "<m:sSubSup><m:e>{y}</m:e><m:sub>{3}</m:sub><m:sup>{a}</m:sup></m:sSubSup>",
    "y(3|4)": "{y}<m:d><m:e>{3}</m:e><m:e>{4}</m:e></m:d>",
    "[3)": "<m:d><m:dPr><m:begChr m:val='['/></m:dPr><m:e>{3}</m:e></m:d>",
    "√(n+1)": "<m:rad><m:radPr><m:degHide/></m:radPr><m:deg/><m:e>{a}</m:e></m:rad>",
    "√[3]4": "<m:rad><m:deg>{3}</m:deg><m:e>{4}</m:e></m:rad>",
    "∑_3^4y": "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr>"
    "<m:sub>{3}</m:sub><m:sup>{4}</m:sup><m:e>{y}</m:e></m:nary>",
}


@pytest.mark.parametrize(("line", "inside"), FORMULAS.items(), ids=FORMULAS)
def test_formulas_keep_their_signs(read, line, inside):
    article = read(OPENING, paragraph("The share was ", math(inside), " of all votes."))
    assert article.blocks["text"].iloc[1] == f"The share was {line} of all votes."


def test_blocks_that_no_list_knows_are_read(read):
    block = "<w:later>{}</w:later>".format
    article = read(block(paragraph("First of all.")), OPENING, block(run("Bare words.")), block(MORE))
    assert [text[:11] for text in article.blocks["text"]] == [
        "First of al",
        "The ferry s",
        "Bare words.",
        "People had ",
    ]


def test_a_large_first_letter_is_part_of_its_word(read):
    for value in ("drop", "margin"):
        large = paragraph("P", properties=f'<w:framePr w:dropCap="{value}" w:lines="3"/>')
        article = read(OPENING, large, paragraph("eople had waited on the quay since the morning."))
        assert article.blocks["text"].iloc[1:].tolist() == ["People had waited on the quay since the morning."]


def test_words_drawn_in_a_shape_are_a_box(read):
    drawn = "<w:r><w:drawing><wps:wsp><a:txBody><a:p><a:r><a:t>Words in a shape.</a:t></a:r></a:p></a:txBody></wps:wsp>"
    article = read(OPENING, paragraph(f"{drawn}</w:drawing></w:r>", "Ships waited."))
    assert article.blocks["text"].iloc[1:].tolist() == ["Ships waited.", "Words in a shape."]


OUT = {
    "tracked deletion": deleted("certainly"),
    "deletion within an insertion": f'<w:ins w:id="3">{deleted("certainly")}</w:ins>',
    "moved text, where it stood": f'<w:moveFrom w:id="2">{run("certainly")}</w:moveFrom>',
    "hidden text": run("certainly", "<w:vanish/>"),
    "hidden text by its style": run("certainly", '<w:rStyle w:val="Internal"/>'),
    "struck-out text": run("certainly", "<w:strike/>"),
    "struck-out text, twice": run("certainly", "<w:dstrike/>"),
    "prompt of an empty field": control(run("certainly"), "<w:showingPlcHdr/>"),
}


@pytest.mark.parametrize(("kind", "inside"), OUT.items(), ids=OUT)
def test_what_word_does_not_show_is_out_and_listed(read, kind, inside):
    article = read(OPENING, paragraph("The port will ", inside, "open on Monday."))
    assert article.blocks["text"].iloc[1] == "The port will open on Monday."
    [(found, text)] = left_out(article)
    assert kind.startswith((found, "deletion"))
    assert text == "certainly"
    assert article.left_out["words"].tolist() == [1]


def test_how_says_that_changes_were_accepted(read):
    assert read(OPENING, paragraph(inserted("It rained all day."))).source.how == "docx, tracked changes accepted"
    assert read(OPENING, MORE).source.how == "docx"


def test_pieces_of_one_deletion_are_one_row(read):
    article = read(OPENING, paragraph(deleted("A whole"), deleted(" sentence."), "It rained."))
    assert left_out(article) == [("tracked deletion", "A whole sentence.")]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(read):
    first = paragraph("The port will ", mark=GONE)
    assert read(OPENING, first, paragraph("open on Monday.")).blocks["text"].tolist()[1:] == [
        "The port will open on Monday."
    ]
    hidden = paragraph("The port will ", mark="<w:vanish/>")
    assert len(read(OPENING, hidden, paragraph("open on Monday.")).blocks) == 2
    separate = paragraph("The port", mark="<w:vanish/><w:specVanish/>")
    assert len(read(OPENING, separate, paragraph("opens on Monday.")).blocks) == 3


def test_signs_that_are_elements(read):
    inside = (
        "<w:r><w:t>ice</w:t><w:noBreakHyphen/><w:t>free co</w:t><w:softHyphen/><w:t>operation at 5 </w:t>"
        '<w:sym w:font="Symbol" w:char="F0B0"/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="20AC"/></w:r>'
    )
    article = read(OPENING, paragraph(inside, " held."))
    assert article.blocks["text"].iloc[1] == "ice-free cooperation at 5 °€ held."
    assert "soft hyphen" in set(article.removed["reason"])
    assert left_out(article) == [("sign of a font", "wingdings F0FE")]


def test_text_boxes_once_and_as_what_they_are(read):
    boxes = box(paragraph("Nobody knew when it would sail again."), paragraph("Three ferries serve the islands."))
    article = read(paragraph("Ferry news", style="House"), OPENING.replace("</w:p>", f"{boxes}</w:p>"), MORE)
    assert article.blocks["kind"].tolist() == ["heading", "paragraph", "pull quote", "paragraph", "paragraph"]
    assert article.text.count("Three ferries") == 1
    assert article.text.index("again.") < article.text.index("Three ferries") < article.text.index("People")


def test_tables(read):
    facts = table(("Port", "Ships"), ("Oslo", "14"), ("", "3"))
    assert read(OPENING, facts, MORE).blocks[["kind", "text"]].values.tolist()[1:-1] == [
        ["table", "Port | Ships"],
        ["table", "Oslo | 14"],
        ["table", "3"],
    ]
    page = table((OPENING + MORE + MORE, "Oslo."), (facts, "No more."))
    assert read(page, MORE).blocks["kind"].tolist() == ["paragraph"] * 4 + ["table"] * 3 + ["paragraph"] * 2
    assert set(read(table((OPENING,), (MORE,))).blocks["kind"]) == {"paragraph"}


def test_changed_rows_of_a_table(read):
    rows = "<w:tbl>{}{}{}</w:tbl>".format(
        "<w:tr><w:trPr><w:ins w:id='1'/></w:trPr><w:tc>" + paragraph("Oslo") + "</w:tc><w:tc><w:p/></w:tc></w:tr>",
        "<w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>" + paragraph(deleted("Turku")) + "</w:tc></w:tr>",
        control(
            "<w:tr>" + control(f"<w:tc>{paragraph('Bergen')}</w:tc>") + "<w:tc>" + paragraph("7") + "</w:tc></w:tr>"
        ),
    )
    article = read(OPENING, rows)
    assert article.blocks["text"].tolist()[1:] == ["Oslo", "Bergen | 7"]
    assert left_out(article) == [("tracked deletion", "Turku")]


def notes(kind, *texts):
    apart = f'<w:{kind} w:id="-1" w:type="separator">{paragraph("-----")}</w:{kind}>'
    return apart + "".join(
        f'<w:{kind} w:id="{number}">{paragraph(text)}</w:{kind}>' for number, text in enumerate(texts, 1)
    )


def test_notes_stand_at_the_end(read):
    mark = '<w:r><w:{}Reference w:id="{}"/></w:r>'.format
    gone = f'<w:del w:id="1">{mark("footnote", 3)}</w:del>'
    texts = {"footnotes": ("footnote", "First note.", "Second note.", "Third note."), "endnotes": ("endnote", "End.")}
    article = read(
        paragraph("Ships", mark("footnote", 2), " waited", mark("footnote", 1), " and people, too, all day."),
        paragraph("It rained", mark("endnote", 1), " all day.", gone),
        MORE,
        parts={part: notes(*words) for part, words in texts.items()},
    )
    assert article.blocks["text"].iloc[0] == "Ships waited and people, too, all day."
    assert article.blocks[article.blocks["kind"] == "note"]["text"].tolist() == ["Second note.", "First note.", "End."]
    assert left_out(article) == [("note without a mark in the text", "Third note.")]


def test_what_stands_around_the_text_is_listed(read):
    parts = {
        "comments": f'<w:comment w:id="1">{paragraph("Check this.")}</w:comment>',
        "header": paragraph("DRAFT of May"),
        "footer": paragraph("Page ", field("PAGE", "1")),
    }
    article = read(OPENING, parts=parts)
    assert left_out(article) == [
        ("comment", "Check this."),
        ("page header", "DRAFT of May"),
        ("page footer", "Page 1"),
    ]
    assert len(article.blocks) == 1


def test_styles_count_in_every_tongue_and_by_what_they_are_based_on(read):
    listed = paragraph("Honey from roofs", properties='<w:numPr><w:numId w:val="4"/></w:numPr>')
    article = read(
        paragraph("Bees", style="berschrift1"), paragraph("Home", style="House"), OPENING, listed, title="Bees return"
    )
    assert article.blocks["kind"].tolist() == ["heading", "heading", "paragraph", "list item"]
    assert article.title == "Bees return"


def test_other_makers(read):
    """The strict version of the format, other names of parts, links to parts that are not there."""
    strict = word.NAMES.replace(word.W, word.STRICT)
    assert read(OPENING, paragraph(inserted("It rained.")), names=strict).text.endswith("It rained.")
    assert read(OPENING, main="word/document2.xml").text
    lost = '<Relationship Id="q" Type="http://x/image" Target="NULL"/></Relationships>'
    relations = f'<Relationships xmlns="http://x/relationships">{lost}'
    assert read(OPENING, more={"word/_rels/document.xml.rels": relations}).text


def test_many_empty_paragraphs_are_read_quickly(read):
    begin = time.monotonic()
    article = read(OPENING, "<w:p><w:pPr/></w:p>" * 100_000, MORE)
    assert time.monotonic() - begin < 12
    assert len(article.blocks) == 2


REFUSED = {
    "too many tags": (lambda: docx("<w:p/>" * 3_100_000), "more than 3,000,000 tags"),
    "a bomb": (lambda: docx(OPENING, "<w:p>" + "<!--" + " " * 210_000_000 + "-->" + "</w:p>"), "more than 200 MB"),
    "text elsewhere": (lambda: docx('<w:altChunk r:id="x"/>'), "embedded file"),
    "nothing": (lambda: docx("<w:p/>"), "no text"),
    "only deleted": (lambda: docx(paragraph(deleted("It rained.")), paragraph(deleted("We stayed."))), "no text"),
    "old Office": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "old Office"),
    "with a password": (lambda: b"\xd0\xcf\x11\xe0" + bytes(60) + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a text": (lambda: b"It rained all day.", "is no Word file"),
    "a PDF": (lambda: b"%PDF-1.7", "is a PDF"),
    "deep": (lambda: docx(control("<w:r>" * 400 + "</w:r>" * 400)), "broken .docx"),
    "cut off": (lambda: docx(OPENING)[:-30], "broken .docx"),
}


@pytest.mark.parametrize(("make", "problem"), REFUSED.values(), ids=REFUSED)
def test_refused_in_one_sentence(tmp_path, make, problem):
    path = tmp_path / "a.docx"
    path.write_bytes(make())
    with pytest.raises(ArticleError) as caught:
        load(path)
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_bomb_in_several_parts_is_refused(read, monkeypatch):
    monkeypatch.setattr(word_package, "UNPACKED_MOST", 300_000)
    with pytest.raises(ArticleError, match="more than 200 MB"):
        read("<!--" + " " * 200_000 + "-->", OPENING, parts={"footnotes": "<!--" + " " * 200_000 + "-->"})
