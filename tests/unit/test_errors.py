"""Bad input: one sentence that names the file, the problem and the way out."""

import io
import os
import sys
import zipfile

import pytest

from helpers.__main__ import main
from helpers.article import LONGEST, ArticleError, from_text, load

GERMAN = (
    "Der Hafen blieb am Freitag geschlossen, weil die Wellen über die Mole schlugen. Niemand hatte so etwas seit "
    "vielen Jahren gesehen, sagte die Bürgermeisterin, und die Fähre fährt erst am Montag wieder.\n"
)
CODE = (
    "import os\n\ndef main(path):\n    for name in os.listdir(path):\n        print(name, os.stat(name).st_size)\n" * 5
)
TABLE = "year,ships,tons\n" + "".join(f"{year},{year % 7},{year * 3}\n" for year in range(1900, 1960))
LINKS = "\n".join(f"https://example.org/{number}" for number in range(40))

# name of the file, its bytes, a word of the problem, a word of the way out
BAD = [
    ("empty.txt", b"", "no text", "right file"),
    ("spaces.txt", b" \n\t \n", "no text", "right file"),
    ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200), "image", "OCR"),
    ("photo.txt", b"\xff\xd8\xff\xe0" + bytes(200), "image", "OCR"),
    ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3", "PDF", "paper.pdf' "),
    ("program.txt", bytes(range(256)) * 20, "binary", ".docx"),
    ("old.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "old Office", ".docx"),
    ("rich.txt", rb"{\rtf1\ansi Hello}", "rich text", ".docx"),
    ("archive.txt", b"PK\x03\x04" + bytes(100), "ZIP", "unpack"),
    ("broken.docx", b"PK\x03\x04 this is no archive", "broken .docx", "save it again"),
    ("page.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article was found", "copy"),
    ("empty.html", b"<html></html>", "", "copy"),
    ("code.txt", CODE.encode(), "no prose", "sentences"),
    ("table.txt", TABLE.encode(), "no prose", "sentences"),
    ("links.txt", LINKS.encode(), "no prose", "sentences"),
    ("german.txt", GERMAN.encode(), "English", 'language="any"'),
]


@pytest.mark.parametrize(("name", "data", "problem", "way_out"), BAD, ids=[row[0] for row in BAD])
def test_one_sentence(tmp_path, name, data, problem, way_out):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ArticleError) as caught:
        load(path)
    sentence = str(caught.value)
    assert str(path) in sentence
    assert problem in sentence
    assert way_out in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_no_such_file_and_folder(tmp_path):
    with pytest.raises(ArticleError, match="no such file"):
        load(tmp_path / "missing.txt")
    with pytest.raises(ArticleError, match="is a folder"):
        load(tmp_path)


def test_too_long_is_refused_at_once(tmp_path):
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(20_000_000_000)  # a sparse file: it takes no space, and must not be read
    with pytest.raises(ArticleError, match="longer than 1,000,000 characters"):
        load(path)
    with pytest.raises(ArticleError, match="longer than"):
        from_text("a" * (LONGEST + 1))


def test_docx_without_a_document(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(ArticleError, match=r"broken \.docx"):
        load(tmp_path / "a.docx")


def test_any_language_is_read_if_asked(tmp_path):
    path = tmp_path / "german.txt"
    path.write_text(GERMAN, encoding="utf8")
    assert load(path, language="any").text.startswith("Der Hafen")


def test_bad_date_and_language(root):
    path = root / "tests" / "articles" / "three_sentences.txt"
    with pytest.raises(ArticleError, match="YYYY-MM-DD"):
        load(path, published="soon")
    with pytest.raises(ArticleError, match='one of "en" and "any"'):
        load(path, language="fr")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("MODEL", "no_such_model", r"not installed; .*pip install"),
        ("VERSION", "2.0", r"is version 3\.8.*not 2\.0"),
    ],
)
def test_a_model_that_is_missing_or_another_is_one_sentence(monkeypatch, name, value, said):
    import helpers.language.model as module

    monkeypatch.setattr(module, name, value)
    module.pipeline.cache_clear()
    with pytest.raises(module.ModelError, match=said):
        module.pipeline()
    module.pipeline.cache_clear()


def test_corrections_are_never_passed_over(tmp_path, root):
    from helpers.quotes import find_quotes

    (tmp_path / "a.txt").write_bytes((root / "tests" / "articles" / "no_date.txt").read_bytes())
    (tmp_path / "a.corrections.csv").write_text("what\n")
    with pytest.raises(ArticleError, match="corrections"):
        find_quotes(load(tmp_path / "a.txt"))


def test_command_line_says_one_sentence_and_makes_no_folder(tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["render", str(tmp_path / "missing.txt"), "--out", str(out)]) == 2
    assert "no such file" in capsys.readouterr().err
    assert not out.exists()


def test_command_line_overwrites_nothing_of_the_users(tmp_path, capsys, root):
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_text("mine")
    assert main(["render", "--out", str(out)]) == 2
    assert "not ours" in capsys.readouterr().err
    assert (out / "index.html").read_text() == "mine"


def test_notebook_shows_the_sentence_only():
    assert ArticleError("a: b; c.")._render_traceback_() == ["a: b; c."]


@pytest.mark.skipif(os.name != "posix", reason="names are not bytes there")
def test_a_name_that_is_no_utf8_is_printed(tmp_path, monkeypatch):
    """As a person's terminal has it, which takes UTF-8 alone."""
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "w", encoding="utf8") as file:
        file.write("Anna Berg said on Monday: “The port is closed.” Tom Roe denied it in Oslo.\n" * 3)
    with open(os.fsencode(tmp_path) + b"/a.ann", "w", encoding="utf8"):
        pass
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf8", errors="strict")
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["correct", os.fsdecode(name), str(tmp_path / "a.ann")]) == 0
    out.flush()
    assert b"lines added to" in out.buffer.getvalue()
    assert rb"caf\udce9" in out.buffer.getvalue()
