"""REFI-QDA: read by a library that is not ours, and back as corrections."""

import zipfile
from io import BytesIO

import pytest
from pyrefiqda.models import Project
from xsdata.formats.dataclass.parsers.config import ParserConfig
from xsdata_pydantic.bindings import XmlParser

from helpers.analyses import collect
from helpers.article import ArticleError, load
from helpers.corrections import append, beside
from helpers.export import qda
from helpers.export.read_back import from_annotations
from helpers.quotes import find_quotes

TEXT = "Port 😀 closed\n\nAnna Berg said on Friday: “The port is 😀 closed.” It will reopen, Tom Roe and she claimed.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "port.txt"
    path.write_text(TEXT, encoding="utf8")
    return load(path, published="2025-05-09")


def exported(article, path):
    path.write_bytes(qda.contents(article, collect(article))[qda.FILE])
    return path


def changed(path, old, new):
    """The same project with some words of `project.qde` changed, as a program would write it."""
    target = BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(target, "w") as other:
        for name in archive.namelist():
            words = archive.read(name).decode("utf8")
            if name.endswith(".qde"):
                assert old in words
                words = words.replace(old, new, 1)
            else:
                words = "\ufeff" + words.replace("\n", "\r\n")  # as NVivo and ATLAS.ti write them
            other.writestr(name, words)
    path.write_bytes(target.getvalue())
    return path


def test_pyrefiqda_reads_it_by_the_published_schema(article, tmp_path):
    path = exported(article, tmp_path / "p.qdpx")
    strict = ParserConfig(fail_on_unknown_attributes=True, fail_on_converter_warnings=True)
    with zipfile.ZipFile(path) as archive:
        project = XmlParser(config=strict).from_bytes(archive.read("project.qde"), Project)
        source = project.sources.text_source[0]
        text = archive.read("sources/" + source.plain_text_path.removeprefix("internal://")).decode("utf8")
    assert text == article.text
    codes = {code.guid: code.name for top in project.code_book.codes.code for code in top.code}
    direct = next(
        one
        for one in source.plain_text_selection
        if "direct" in [codes[coding.code_ref.target_guid] for coding in one.coding]
    )
    assert text[direct.start_position : direct.end_position] == "“The port is 😀 closed.”"
    assert [codes[coding.code_ref.target_guid] for coding in direct.coding] == ["direct", "Anna Berg"]


def test_what_nobody_changed_gives_no_lines(article, tmp_path):
    assert from_annotations(article, exported(article, tmp_path / "p.qdpx")) == ([], [])


def test_a_speaker_that_was_coded_anew_is_a_correction(article, tmp_path):
    path = changed(exported(article, tmp_path / "p.qdpx"), 'name="Anna Berg" isCodable', 'name="Berg, A." isCodable')
    # the first code of that name is the actor's
    lines, absent = from_annotations(article, path, who="R. R.", why="she signs so")
    assert absent == []
    assert {(line.table, line.column, line.value) for line in lines} == {("actors", "actor", "Berg, A.")}
    append(beside(article.source.path), *lines)
    again = load(article.source.path, published="2025-05-09")
    assert "Berg, A." in set(collect(again)["actors"].actor)
    words = zipfile.ZipFile(exported(again, tmp_path / "q.qdpx")).read("project.qde").decode("utf8")
    assert "she signs so" in words
    assert len(find_quotes(again)) == len(find_quotes(article))


@pytest.mark.parametrize(
    ("data", "problem"),
    [(b"no archive", "cannot be read as a REFI-QDA project"), (None, "is of another text than the article")],
)
def test_what_is_no_project_of_this_text_is_refused(data, problem, article, tmp_path):
    path = tmp_path / "p.qdpx"
    other = tmp_path / "other.txt"
    other.write_text("The school was open on Monday, and it is not known who of them will come.\n", encoding="utf8")
    path.write_bytes(data or qda.contents(load(other), collect(load(other)))[qda.FILE])
    with pytest.raises(ArticleError, match=problem):
        from_annotations(article, path)
