"""Reading, cleaning and structure."""

import codecs
from datetime import date
from hashlib import sha256

import docx
import pytest

from helpers.article import from_text, load
from helpers.article.boilerplate import RULES, boilerplate
from helpers.article.characters import CHARACTERS
from helpers.article.edits import apply
from helpers.language import sentences

PROSE = "The ships were held in the harbour as the storm came near. “It’s over,” said the mayor – at last."


def rebuilt(article):
    return apply(article.source.text, article.removed[["start", "end", "replacement"]].values.tolist())


def test_default_article_is_the_one_in_the_codebook(root, default):
    checksum = sha256((root / "data" / "xi_putin_moscow.txt").read_bytes()).hexdigest()
    assert default.source.sha256 == checksum
    assert checksum in (root / "data" / "README.md").read_text(encoding="utf8")


def test_default_article_structure(default):
    assert default.blocks["kind"].value_counts().to_dict() == {"paragraph": 16, "heading": 15}
    assert default.removed["reason"].tolist() == ["promotional line", "space before a stop", "space before a stop"]
    headings = default.blocks.index[default.blocks["kind"] == "heading"]
    assert (~sentences(default)["block"].isin(headings)).sum() == 48
    assert (default.title, default.author, default.outlet, default.url, default.published) == (None,) * 5
    assert rebuilt(default) == default.text


@pytest.mark.parametrize(
    ("encoding", "bom", "newline"),
    [
        ("utf-8", b"", "\n"),
        ("utf-8", codecs.BOM_UTF8, "\r\n"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "\r\n"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "\n"),
        ("utf-16-le", b"", "\n"),
        ("cp1252", b"", "\r"),
    ],
)
def test_encodings_and_line_endings_give_one_text(tmp_path, encoding, bom, newline):
    text = f"Storm Warning\n\n{PROSE}\n\nNobody had seen such waves for years, and the ferry stayed away.\n"
    path = tmp_path / "article.txt"
    path.write_bytes(bom + text.replace("\n", newline).encode(encoding))
    article = load(path)
    assert article.text == text.strip()
    assert rebuilt(article) == article.text
    assert article.title == "Storm Warning"


def test_mojibake_is_mended_and_logged():
    broken = PROSE.encode("utf8").decode("cp1252", "replace")
    article = from_text(broken.replace("\ufffd", "\x9d"))
    assert "It’s over" in article.text
    assert "mojibake" in set(article.removed["reason"])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example[:30])
def test_boilerplate_rule_by_its_example(rule):
    assert boilerplate(rule.example, at_end=True) == rule.reason
    article = from_text(f"{PROSE}\n\n{PROSE}\n\n{rule.example}\n")
    assert rule.example not in article.text
    assert rule.reason in set(article.removed["reason"])


@pytest.mark.parametrize(
    "line",
    [
        "Read in full, the statement says nothing about the harbour.",
        "Reading more closely, the mayor found the mistake.",
        "Share prices fell on Monday as the storm came near.",
        "Sign language was taught at the school for the first time.",
        "Related charges were dropped in May, the court said.",
        "Copyright law was changed last year to protect musicians.",
        "Advertisement spending rose by a third.",
    ],
)
def test_prose_that_begins_like_boilerplate_stays(line):
    assert boilerplate(line) is None
    assert line in from_text(f"{PROSE}\n{line}\n{PROSE}").text


@pytest.mark.parametrize("row", CHARACTERS, ids=lambda row: row[0])
def test_character_rule_by_its_example(row):
    reason, _, _, example = row
    article = from_text(f"{PROSE} {example} {PROSE}")
    assert reason in "; ".join(article.removed["reason"])
    assert rebuilt(article) == article.text


@pytest.mark.parametrize(
    "text", ["“Curly” – and — dashes’ ‘stay’ as they are…", "Well . . . he said.", "It cost .5 cents."]
)
def test_what_a_scholar_quotes_is_not_changed(text):
    assert from_text(text).text == text


def test_markdown(harbour):
    kinds = harbour.blocks["kind"].tolist()
    assert kinds[:3] == ["title", "byline", "paragraph"]
    assert kinds.count("heading") == 2
    assert kinds.count("list item") == 2
    assert kinds.count("blockquote") == 1
    assert (harbour.title, harbour.author) == ("Storm closes Norhaven harbour for a third day", "Ines Okafor")
    assert harbour.published == date(2023, 11, 17)
    assert {"newsletter line", "copyright line", "header with metadata"} <= set(harbour.removed["reason"])
    assert "up to nine metres broke over the mole" in harbour.text
    assert rebuilt(harbour) == harbour.text


def test_underlined_headings_and_wrapped_paragraphs():
    wrapped = "The ships were held in the harbour as\nthe storm came near, and nobody had seen\nsuch waves for years."
    article = from_text(f"Storm at sea\n============\n\n{wrapped}\n\nWhat next\n---------\n\n{wrapped}\n")
    assert article.blocks["kind"].tolist() == ["title", "paragraph", "heading", "paragraph"]
    assert "\n" not in article.blocks["text"].iloc[1]


def test_html_page(root):
    article = load(root / "tests" / "articles" / "page.html")
    assert article.title == "Bees return to the city"
    assert (article.author, article.outlet, article.published) == ("Ann Lee", "The Valley Courier", date(2022, 4, 3))
    assert "heading" in set(article.blocks["kind"])
    assert "Home" not in article.text
    assert rebuilt(article) == article.text


def test_what_was_left_out_is_a_table_even_where_nothing_was():
    article = from_text("It rained.\n\nWe stayed.")
    assert article.left_out.columns.tolist() == ["kind", "words", "text"]
    assert len(article.left_out) == 0
    assert article.left_out["words"].dtype == "int64"


def test_docx_styles_decide(tmp_path):
    document = docx.Document()
    document.add_paragraph("Bees return", style="Title")
    document.add_paragraph(PROSE)
    document.add_paragraph("Roofs instead of fields.", style="Heading 1")
    document.add_paragraph(PROSE)
    document.add_paragraph("Honey", style="List Bullet")
    document.add_paragraph("The sea gives.", style="Quote")
    document.save(tmp_path / "a.docx")
    article = load(tmp_path / "a.docx")
    assert article.blocks["kind"].tolist() == ["title", "paragraph", "heading", "paragraph", "list item", "blockquote"]
    assert article.title == "Bees return"


def test_the_caller_overrules_the_file(root):
    article = load(
        root / "tests" / "articles" / "page.html", title="T", author="A", outlet="O", published=date(2020, 1, 2)
    )
    assert (article.title, article.author, article.outlet, article.published) == ("T", "A", "O", date(2020, 1, 2))


def test_published_as_a_string():
    assert from_text(PROSE, published="2020-01-02").published == date(2020, 1, 2)


def test_article_is_frozen(default):
    with pytest.raises(AttributeError):
        default.text = "other"


def test_in_source_refuses_what_is_outside(default):
    with pytest.raises(IndexError):
        default.in_source(0, len(default.text) + 1)
