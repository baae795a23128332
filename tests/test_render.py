"""Notebooks to shareable pages: complete, repeatable, self-contained, with failures named."""

import hashlib
import html.parser
import re
import shutil

import nbformat

from helpers.__main__ import main
from helpers.render import pages, render, run

BIGGEST = 3_000_000
LOADING = {("img", "src"), ("script", "src"), ("link", "href"), ("iframe", "src"), ("source", "src"), ("use", "href")}


class Loads(html.parser.HTMLParser):
    """Addresses that a page loads, those that it links to, and its images without alternative text."""

    def __init__(self):
        super().__init__()
        self.loaded, self.links, self.mute, self.ids = [], [], [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.loaded += [value for name, value in attrs.items() if (tag, name) in LOADING]
        if tag == "a":
            self.links.append(attrs.get("href", ""))
        if tag == "img" and not attrs.get("alt"):
            self.mute.append(attrs)
        if "id" in attrs:
            self.ids.append(attrs["id"])


def digests(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_pages(site, default):
    written = sorted(site.glob("*.html"))
    assert len(written) >= 8
    for page in written:
        text = page.read_text(encoding="utf8")
        assert len(text.encode()) < BIGGEST
        parsed = Loads()
        parsed.feed(text)
        assert all(value.startswith("data:") for value in parsed.loaded)
        assert not parsed.mute
        assert len(parsed.ids) == len(set(parsed.ids))
        assert not re.search(r"@import|url\((?!data:|['\"]?data:)", text)
        for link in parsed.links:
            target, _, place = link.partition("#")
            if target and "://" not in target:
                assert (page.parent / target).exists(), link
            if not target:
                passage = re.fullmatch(r"(\d+)-(\d+)", place)  # the reader finds any, marked or not
                inside = passage and 0 <= int(passage[1]) < int(passage[2]) <= len(default.text)
                assert place in parsed.ids or inside, link
        assert text.count("<main") == 1


def test_index(site):
    text = (site / "index.html").read_text(encoding="utf8")
    for page in site.glob("*.html"):
        assert page.name in text
    assert hashlib.sha256((pages.DEFAULT).read_bytes()).hexdigest() in text
    assert text.count("<img") >= 6


def test_second_run_gives_the_same_bytes(site, tmp_path):
    render(out=tmp_path)
    assert digests(tmp_path) == digests(site)


def test_a_notebook_that_fails_is_named_and_the_others_are_written(tmp_path, root, monkeypatch, capsys):
    folder = tmp_path / "project" / "notebooks"
    folder.mkdir(parents=True)
    (folder.parent / "helpers").symlink_to(root / "helpers")
    for name in ("0_start_here", "1_article"):
        shutil.copy(root / "notebooks" / f"{name}.ipynb", folder)
    broken = nbformat.read(folder / "1_article.ipynb", as_version=4)
    broken.cells[4].source += "\nraise ValueError('the lamp went out')"
    nbformat.write(broken, folder / "1_article.ipynb")
    monkeypatch.setattr(run, "NOTEBOOKS", folder)
    assert main(["render", "--out", str(tmp_path / "out")]) == 1
    assert "1_article.ipynb, cell 5: the lamp went out" in capsys.readouterr().err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["0_start_here.html", "index.html"]


def test_what_an_article_says_is_text_and_never_html(tmp_path, root):
    """Every place where words of an article meet HTML."""
    path = tmp_path / "a <b>bold<b> name.md"
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    path.write_text(
        f"# Title {evil}\n\n## Head {evil} $x_1$\n\n“It is {evil} closed and $5 lost on May 8, 2025,” said Anna "
        f"{evil} Berg. She was delighted. `code` **bold** [link](javascript:alert(1)) was terrible in London.\n\n"
        f"The weather {evil} was wonderful in Oslo in 2019, said Tom Roe. He knew that nobody had seen such rain.\n",
        encoding="utf8",
    )
    render(path, tmp_path / "out")
    for page in (tmp_path / "out").iterdir():
        text = page.read_text(encoding="utf8")
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "<b>bold" not in text
        assert 'href="javascript' not in text
