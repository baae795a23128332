"""What people have in their folders stays: nothing of theirs is written over, half a file is never left."""

import errno
import hashlib
import json
import os
import shutil
from concurrent.futures import ThreadPoolExecutor

import lxml.etree
import pytest
from conftest import committed
from filelock import FileLock

from helpers import files
from helpers.__main__ import main
from helpers.article import ArticleError, from_text, load
from helpers.corrections import Correction, sheet
from helpers.export import export, names
from helpers.render import pages, render, run

pytestmark = pytest.mark.usefixtures("few_figures")

TEXT = "Anna Berg said on Monday: “The port is closed.” Tom Roe denied it in Oslo.\n" * 3


@pytest.fixture
def article(tmp_path):
    (tmp_path / "essay.txt").write_text(TEXT, encoding="utf8")
    return load(tmp_path / "essay.txt")


@pytest.fixture
def no_notebooks(monkeypatch):
    """Whoever runs a notebook has begun the work."""

    def begun(*given, **more):
        raise AssertionError("the notebooks were run")

    monkeypatch.setattr(run, "begin", begun)


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_marks_made_in_an_export_stay(article, tmp_path):
    out = tmp_path / "out"
    export(article, out)
    with (out / "brat" / "article.ann").open("a", encoding="utf8") as file:
        file.write("T900\tActor 0 9\tAnna Berg\n")
    (out / "brat" / "second_reader.ann").write_text("T1\tActor 0 9\tAnna Berg\n", encoding="utf8")
    before = contents(out)
    for snippets in (False, True):
        with pytest.raises(ArticleError, match=r"article\.ann: was changed .* is kept; move it .*helpers correct"):
            export(article, out, snippets=snippets)
        assert contents(out) == before
    (out / "brat" / "article.ann").rename(tmp_path / "mine.ann")
    export(article, out)
    assert (out / "brat" / "second_reader.ann").exists()


def test_every_file_of_an_export_that_was_changed_stays(article, tmp_path):
    out = tmp_path / "out"
    written = export(article, out)
    assert sorted(path.relative_to(out).as_posix() for path in written) == sorted(names())
    assert sorted(files.ours(out)) == sorted(names())
    for name in ("datapackage.json", "tables/quotes.csv", "figures/speakers.svg", "cas/article.xmi"):
        data = (out / name).read_bytes()
        (out / name).write_bytes(data + b" ")
        with pytest.raises(ArticleError, match="was changed"):
            export(article, out)
        assert (out / name).read_bytes() == data + b" "
        (out / name).write_bytes(data)
    assert export(article, out) == written


def test_an_export_that_broke_off_is_taken_up(article, tmp_path, monkeypatch):
    out, put_down, number = tmp_path / "out", files.replace, iter(range(1000))

    def full(path, data):
        if next(number) == 30:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        put_down(path, data)

    export(from_text("It rained."), out)
    monkeypatch.setattr(files, "replace", full)
    with pytest.raises(ArticleError, match="the disk is full; make space"):
        export(article, out)
    monkeypatch.setattr(files, "replace", put_down)
    export(article, out)
    assert (out / "article.txt").read_text(encoding="utf8") == article.text
    assert not list(out.rglob("*.tmp"))


@pytest.mark.parametrize("code", ["EDQUOT", "EROFS", "EACCES", "ENOSPC", "EFBIG", "EIO"])
def test_what_the_system_refuses_is_one_sentence(article, tmp_path, monkeypatch, code, no_notebooks, capsys):
    real = os.open

    def refused(path, flags, *more, **named):
        if flags & os.O_CREAT and str(path).endswith(".tmp"):
            number = getattr(errno, code)
            raise OSError(number, os.strerror(number), str(path))
        return real(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(ArticleError, match=r"out.*: cannot be written: .*; "):
        export(article, tmp_path / "out")
    for more in ([], ["--single"]):
        assert main(["render", str(tmp_path / "essay.txt"), "--out", str(tmp_path / "out"), *more]) == 2
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert "cannot be written" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("where", ["file", "file/in"])
def test_a_folder_is_tried_before_the_work(article, tmp_path, no_notebooks, capsys, where):
    (tmp_path / "file").write_text("mine", encoding="utf8")
    assert main(["render", str(tmp_path / "essay.txt"), "--out", str(tmp_path / where)]) == 2
    assert "file" in capsys.readouterr().err
    assert (tmp_path / "file").read_text(encoding="utf8") == "mine"


def test_the_essay_is_never_written_over(tmp_path, no_notebooks, capsys):
    """A page that somebody saved of ours, or wrote about us, is theirs."""
    essay = tmp_path / "essay.html"
    words = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    essay.write_text(f"<html><meta name=generator content=close-reading><title>Port</title>{words}", encoding="utf8")
    before = essay.read_bytes()
    assert main(["render", str(essay), "--single", "--out", str(tmp_path)]) == 2
    assert "is the article itself" in capsys.readouterr().err
    essay.unlink()
    files.put(tmp_path, {"essay.html": before})  # even where it is ours
    assert main(["render", str(essay), "--single", "--out", str(tmp_path)]) == 2
    assert "is the article itself" in capsys.readouterr().err
    assert essay.read_bytes() == before


def test_an_export_is_not_written_over_its_own_article(article, tmp_path):
    export(article, tmp_path / "out")
    again = load(tmp_path / "out" / "article.txt")
    with pytest.raises(ArticleError, match="is the article itself"):
        export(again, tmp_path / "out")
    with pytest.raises(ArticleError, match="is the article itself"):
        export(again, tmp_path / "out", snippets=True)
    assert (tmp_path / "out" / "article.txt").read_text(encoding="utf8") == article.text


def test_a_page_that_was_changed_stays(site, default, tmp_path, no_notebooks, capsys):
    out = shutil.copytree(site, tmp_path / "out")
    pages.write_pages(default, committed(), out)
    page = out / "2_themes.html"
    page.write_text(page.read_text(encoding="utf8") + "<!-- my note -->", encoding="utf8")
    assert main(["render", "--out", str(out)]) == 2
    assert "2_themes.html: was changed since it was written here, and is kept" in capsys.readouterr().err
    assert page.read_text(encoding="utf8").endswith("<!-- my note -->")


def test_planted_links_are_not_followed(article, tmp_path):
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "diary.txt").write_text("mine", encoding="utf8")
    out = tmp_path / "out"
    export(article, out)
    for name, target in (("article.txt", theirs / "diary.txt"), ("citations.txt", theirs / "new.txt")):
        (out / name).unlink()
        (out / name).symlink_to(target)
        with pytest.raises(ArticleError, match=f"{name}: was changed"):
            export(article, out)
        (out / name).unlink()
    shutil.rmtree(out / "cas")
    (out / "cas").symlink_to(theirs)
    with pytest.raises(ArticleError, match="is a link"):
        export(article, out)
    assert contents(theirs) == {"diary.txt": b"mine"}


def test_pages_are_there_when_downloads_fail(article, tmp_path, monkeypatch, capsys):
    def fails(*given, **more):
        raise ArticleError("downloads: cannot be written: the disk is full; make space.")

    monkeypatch.setattr("helpers.export.export", fails)
    there = ThreadPoolExecutor().submit
    monkeypatch.setattr(run, "begin", lambda paths, *given, **more: {p: there(committed().get, p) for p in paths})
    assert main(["render", str(tmp_path / "essay.txt"), "--out", str(tmp_path / "out")]) == 1
    assert "Failed: downloads: cannot be written" in capsys.readouterr().err
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf8")
    assert "article.ann" not in index
    assert len(list((tmp_path / "out").glob("*.html"))) > 6


@pytest.mark.parametrize("sign", ["\ufffe", "\uffff", "\x01", "\x0b", "\x7f", "\ud800"])
def test_signs_that_xml_has_not(tmp_path, sign):
    """In a text, a title, a heading, a name: each file is written, and read by its reader."""
    text = (
        f"Anna{sign}Berg said on May 8: “The{sign}port is closed.” Tom Roe met Anna{sign}Berg.\n\n# A{sign} b\n\nYes."
    )
    article = from_text(text, title=f"Port{sign}", author=f"A{sign}", outlet=sign, url=f"https://a.b/{sign}")
    written = export(article, tmp_path / "out")
    for path in written:
        assert path.stat().st_size or path.suffix in (".csv", ".txt", ".ann")
        if path.suffix in (".svg", ".xmi", ".xml"):
            lxml.etree.parse(path)
    results = {path: result for path, result in committed().items() if path.stem[0] in "12"}
    for page in pages.write_pages(article, results, tmp_path / "site"):
        assert "read closely" in page.read_text(encoding="utf8") or "Port" in page.read_text(encoding="utf8")


def test_names_of_255_bytes(tmp_path):
    for stem in ("x" * 251, "é" * 125 + "x"):
        path = tmp_path / f"{stem}.txt"
        path.write_text(TEXT, encoding="utf8")
        article = load(path)
        assert article.corrections is None
        export(article, tmp_path / "out")
        assert len(os.fsencode(pages.single_name(article))) <= 255
        pages.check_folder(tmp_path, article, single=True)


def test_mode_and_owner_stay(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("one", encoding="utf8")
    path.chmod(0o640)
    if os.getuid() == 0:
        os.chown(path, 1234, 4321)
    before = path.stat()
    files.replace(path, b"two")
    after = path.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert path.read_bytes() == b"two"


def test_a_planted_manifest_removes_nothing(article, tmp_path):
    """Whoever may write there could name any file as ours, and the next export would take it away."""
    diary, out = tmp_path / "diary.txt", tmp_path / "out"
    export(article, out)
    diary.write_text("mine", encoding="utf8")
    manifest = json.loads((out / files.MANIFEST).read_text(encoding="utf8"))
    sums = [hashlib.sha256(b"mine").hexdigest()]
    manifest["files"] |= dict.fromkeys(
        ["../diary.txt", str(diary), "tables/../../diary.txt", "..\\diary.txt", ""], sums
    )
    (out / files.MANIFEST).write_text(json.dumps(manifest), encoding="utf8")
    export(article, out)
    assert diary.read_text(encoding="utf8") == "mine"
    assert sorted(files.ours(out)) == sorted(names())


def test_a_link_in_the_manifests_place_is_not_followed(article, tmp_path):
    diary, out = tmp_path / "diary.txt", tmp_path / "out"
    diary.write_text("mine", encoding="utf8")
    out.mkdir()
    (out / files.MANIFEST).symlink_to(diary)
    export(article, out)
    assert diary.read_text(encoding="utf8") == "mine"


def test_the_manifest_can_be_anything(article, tmp_path):
    out = tmp_path / "out"
    export(article, out)
    for text in ("", "[]", '{"files": 3}', '{"files": {"a": null}}', "\x00"):
        (out / files.MANIFEST).write_text(text, encoding="utf8")
        with pytest.raises(ArticleError, match="not an earlier export"):
            export(article, out)


def test_an_export_takes_no_page_away(article, tmp_path):
    out = tmp_path / "out"
    files.put(out, {"report.html": b"a page", "tables/old.csv": b"old"})
    export(article, out)
    assert (out / "report.html").read_bytes() == b"a page"
    export(article, out, snippets=True)
    assert (out / "report.html").exists()
    assert not (out / "article.txt").exists()


@pytest.mark.parametrize("what", ["pipe", "deep", "folder"])
def test_a_manifest_that_is_none_says_nothing_of_files(tmp_path, what):
    if what == "pipe":
        os.mkfifo(tmp_path / files.MANIFEST)
    elif what == "folder":
        (tmp_path / files.MANIFEST).mkdir()
    else:
        (tmp_path / files.MANIFEST).write_text("[" * 100_000)
    assert files.ours(tmp_path) == {}


def test_corrections_beside_a_link_are_those_of_the_page(tmp_path, monkeypatch):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "v3.txt").write_text(TEXT, encoding="utf8")
    (tmp_path / "essay.txt").symlink_to(tmp_path / "real" / "v3.txt")
    (tmp_path / "essay.corrections.csv").write_text("kind,text,name\nalias,Roe,Tom Roe\n", encoding="utf8")
    monkeypatch.setattr("helpers.render.single.write_single", lambda article, *_, **more: article)
    [made], _ = render(tmp_path / "essay.txt", tmp_path / "out", single=True)
    assert made.corrections == tmp_path / "essay.corrections.csv"


def test_no_name_is_not_the_default_article(no_notebooks, tmp_path, capsys):
    assert main(["render", "", "--out", str(tmp_path / "out")]) == 2
    assert "is empty" in capsys.readouterr().err


def test_the_page_of_another_article_of_that_name_stays(article, tmp_path):
    out, (one, other) = tmp_path / "out", [tmp_path / name / "port.txt" for name in ("a", "b")]
    for path in (one, other):
        path.parent.mkdir()
        path.write_text(TEXT, encoding="utf8")
    put = lambda path, data: files.put(out, {"port.html": data}, source=path, page=True)  # noqa: E731
    put(one, b"one")
    put(one, b"one, revised")
    files.put(out, {"x.txt": b"of an export"}, source=one)
    for attempt in (lambda: put(other, b"other"), lambda: pages.check_folder(out, load(other), single=True)):
        with pytest.raises(
            ArticleError, match=r"is the page of another article of that name, .*port\.txt; name another"
        ):
            attempt()
    assert (out / "port.html").read_bytes() == b"one, revised"
    shutil.move(tmp_path / "a", tmp_path / "c")  # where one article was moved, it is known by its name again
    put(tmp_path / "c" / "port.txt", b"moved")
    for planted in ('{"files": {}, "sources": 3}', '{"sources": {"port.html": null}}'):
        (out / files.MANIFEST).write_text(planted, encoding="utf8")
        with pytest.raises(ArticleError, match="is a file that is not ours"):
            put(one, b"again")


def test_a_lock_that_somebody_holds_is_said_as_such(tmp_path, monkeypatch):
    monkeypatch.setattr(sheet, "PATIENCE", 0.1)
    path = tmp_path / "essay.corrections.csv"
    with (
        FileLock(tmp_path / f".{path.name}.lock"),
        pytest.raises(ArticleError, match="another program is writing it; try again"),
    ):
        sheet.append(path, Correction("alias", text="Roe", name="Tom Roe"))
    assert not path.exists()
