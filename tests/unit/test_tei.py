"""TEI: what is written is valid against TEI all and comes back; what others write is read."""

import gzip

import pytest
from lxml import etree

from helpers.analyses import collect
from helpers.article import ArticleError, from_text, load
from helpers.article.tei import SPACE
from helpers.export import tei
from helpers.tables import build

TEI = f"{{{SPACE}}}"
RNG = "{http://relaxng.org/ns/structure/1.0}"
STORY = """Harbour to close

By Anna Lee

OSLO, May 9 (Wire) - The harbour will close on Friday, Anna Berg, the mayor, said on May 8, 2025.

What comes next

- It <has> 40 berths & “no hope”,
- and 12 ships.

“We will open again in 2027,” she said. “Nobody came.”

Photo: Tom Roe
"""


@pytest.fixture(scope="module")
def schema(root):
    """A function: the errors of a document by TEI all.

    Elements that the document has not are forbidden first, which changes nothing for it and makes the schema
    readable in no time instead of half a minute.
    """
    with gzip.open(root / "tests" / "schemas" / "tei_all.rng.gz") as file:
        whole = file.read()

    def errors(document):
        tags = {etree.QName(element).localname for element in document.iter("{*}*")}
        rules = etree.fromstring(whole)
        for define in rules.iter(f"{RNG}define"):
            element = define.find(f"{RNG}element")
            if element is not None and element.get("name") and element.get("name") not in tags:
                define[:] = [etree.Element(f"{RNG}notAllowed")]
        checked = etree.RelaxNG(rules)
        checked.validate(document)
        return list(checked.error_log)

    return errors


def test_a_document_that_is_not_valid_is_seen(schema, tmp_path):
    article = from_text(STORY)
    root = etree.parse(written(article, collect(article), tmp_path / "a.xml")).getroot()
    assert not schema(root)
    paragraph = next(root.iter(f"{TEI}p"))
    paragraph.tag = f"{TEI}date"
    assert schema(root)
    paragraph.tag = f"{TEI}nowhere"
    assert schema(root)


def written(article, tables, path):
    path.write_bytes(tei.content(article, tables))
    return path


@pytest.mark.parametrize("name", ["story", "default"])
def test_what_is_written_is_valid_and_comes_back(name, schema, root, tmp_path):
    if name == "story":
        (tmp_path / "story.md").write_text(STORY, encoding="utf8")
        article = load(tmp_path / "story.md", outlet="The Wire", url="https://wire.example/1", published="2025-05-09")
    else:
        article = load(root / "data" / "xi_putin_moscow.txt")
    path = written(article, collect(article), tmp_path / "article.xml")
    document = etree.parse(path)
    assert not schema(document)
    back = load(path)
    assert back.text == article.text
    assert back.blocks.kind.tolist() == article.blocks.kind.tolist()
    for fact in ("title", "author", "outlet", "url", "published"):
        assert getattr(back, fact) == getattr(article, fact), fact


def test_who_speaks_is_a_reference_to_the_list(schema, tmp_path):
    article = from_text(STORY, published="2025-05-09")
    root = etree.parse(written(article, collect(article), tmp_path / "a.xml")).getroot()
    names = {
        entry.get("{http://www.w3.org/XML/1998/namespace}id"): "".join(entry.itertext())
        for entry in root.iter(f"{TEI}person")
    }
    said = {"".join(one.itertext()): one for one in root.iter(f"{TEI}said")}
    assert said["“We will open again in 2027,”"].get("direct") == "true"
    reported = said["The harbour will close on Friday"]
    assert reported.get("direct") == "false"
    assert names[reported.get("who")[1:]] == "Anna Berg"
    assert {one.text for one in root.iter(f"{TEI}persName") if one.get("ref")} == {"Anna Berg"}
    assert {one.text: one.get("when") for one in root.iter(f"{TEI}date") if one.text in ("Friday", "2027")} == {
        "Friday": "2025-05-09",
        "2027": "2027",
    }
    assert [one.text for one in root.iter(f"{TEI}soCalled")] == ["“no hope”"]


def test_marks_that_cross_stand_apart_with_their_place(schema, tmp_path):
    article = from_text("One two three four five six.")
    tables = {name: build(name, [], article.text) for name in ("actors", "times")}
    spans = [(0, 13), (4, 18)]
    tables["quotes"] = build("quotes", [{"start": a, "end": b, "kind": "indirect"} for a, b in spans], article.text)
    root = etree.parse(written(article, tables, tmp_path / "a.xml"))
    assert not schema(root)
    assert ["".join(one.itertext()) for one in root.iter(f"{TEI}said")] == ["One two three"]
    assert [one.get("target") for one in root.iter(f"{TEI}annotation")] == ["#string-range(b1,4,14)"]


def test_tei_of_others_is_read_without_notes_and_breaks(tmp_path):
    path = tmp_path / "other.xml"
    path.write_text(
        f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- made elsewhere -->
<TEI xmlns="{SPACE}"><teiHeader><fileDesc><titleStmt><title>The strike</title><author>J. Roe</author></titleStmt>
<publicationStmt><publisher>The Herald</publisher><date when="1911-08-15"/></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc></teiHeader>
<text><body><pb n="3"/><div><head>The strike</head>
  <p>The men of the <orgName>docks</orgName> met on<lb/>Tuesday and they re<lb break="no"/>fused
     the offer.<note>So the <hi>Echo</hi>.</note></p>
  <list><item>One ship sailed for the islands.</item><item><p>Another was held at the pier.</p></item></list>
</div></body><back><div><p>An advertisement.</p></div></back></text></TEI>""",
        encoding="utf8",
    )
    article = load(path)
    assert article.blocks.text.tolist() == [
        "The strike",
        "The men of the docks met on Tuesday and they refused the offer.",
        "One ship sailed for the islands.",
        "Another was held at the pier.",
    ]
    assert article.blocks.kind.tolist() == ["heading", "paragraph", "list item", "paragraph"]
    assert (article.title, article.author, article.outlet) == ("The strike", "J. Roe", "The Herald")
    assert article.published.isoformat() == "1911-08-15"
    assert article.left_out.kind.tolist() == ["note", "back matter"]
    assert article.source.how == "tei"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (f'<TEI xmlns="{SPACE}"><text><body><p>Cut off', "is no well-formed XML"),
        (f'<TEI xmlns="{SPACE}"><teiHeader/></TEI>', "has no text in it"),
    ],
)
def test_what_is_no_text_gets_a_sentence(words, problem, tmp_path):
    path = tmp_path / "a.xml"
    path.write_text(words, encoding="utf8")
    with pytest.raises(ArticleError, match=problem):
        load(path)


def test_a_document_with_entities_of_its_own_is_refused(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text(
        f'<!DOCTYPE TEI [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;">]><TEI xmlns="{SPACE}"><text><body>'
        "<p>The harbour was closed on Monday and it is not &b; open to any of the ships.</p></body></text></TEI>",
        encoding="utf8",
    )
    with pytest.raises(ArticleError, match="is XML, not an article"):
        load(path)
