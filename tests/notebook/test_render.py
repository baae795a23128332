"""Notebooks to shareable pages: complete, repeatable, self-contained, with failures named."""

import hashlib
import html
import html.parser
import re
import shutil
from base64 import b64decode

import nbformat
import pyarrow.parquet as pq

from helpers.__main__ import main
from helpers.article import load
from helpers.export import names
from helpers.files import MANIFEST
from helpers.render import pages, render, run
from helpers.render.run import run_all
from helpers.render.single import write_single

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
            self.links += [attrs["href"]] if "href" in attrs else []
        if tag == "img" and not attrs.get("alt"):
            self.mute.append(attrs)
        if "id" in attrs:
            self.ids.append(attrs["id"])


def digests(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_pages(site, default):
    written = sorted(site.glob("*.html"))
    assert len(written) >= 8
    for page in written:
        text = page.read_text(encoding="utf8")
        assert len(text.encode()) < BIGGEST
        parsed = Loads()
        parsed.feed(text)
        assert all(value.startswith(("data:", "#")) for value in parsed.loaded)
        assert not parsed.mute
        assert len(parsed.ids) == len(set(parsed.ids))
        assert not re.search(r"@import|url\((?!['\"]?(?:data:|#))", text)
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
        assert page.name == "index.html" or f'href="{page.name}"' in text
    assert hashlib.sha256((pages.DEFAULT).read_bytes()).hexdigest() in text
    assert text.count('id="text"') == 1


def test_second_run_gives_the_same_bytes(tmp_path, root, monkeypatch):
    """Two notebooks twice; that all give the same outputs is what comparing them with the committed ones shows."""
    folder = tmp_path / "project" / "notebooks"
    folder.mkdir(parents=True)
    (folder.parent / "helpers").symlink_to(root / "helpers")
    for name in ("0_start_here", "2_themes"):
        shutil.copy(root / "notebooks" / f"{name}.ipynb", folder)
    monkeypatch.setattr(run, "NOTEBOOKS", folder)
    for out in ("one", "two"):
        render(out=tmp_path / out, single=True)
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_a_notebook_that_fails_is_named_and_the_others_are_written(tmp_path, root, monkeypatch, capsys, few_figures):
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
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        MANIFEST,
        "downloads",
        "index.html",
    ]


def test_downloads_are_linked(site):
    text = (site / "index.html").read_text(encoding="utf8")
    files = [path for path in (site / "downloads").rglob("*") if path.is_file() and path.name != MANIFEST]
    assert {path.relative_to(site / "downloads").as_posix() for path in files} == set(names(snippets=False))
    for path in files:
        assert f'href="{path.relative_to(site).as_posix()}" download' in text


def test_one_file_to_send(tmp_path, default):
    """The reading page alone, with every table inside it."""
    file = write_single(default, tmp_path)
    assert {file, tmp_path / MANIFEST} == set(tmp_path.iterdir())
    assert file.name == "xi_putin_moscow.html"
    text = file.read_text(encoding="utf8")
    assert len(text.encode()) < 1_500_000
    parsed = Loads()
    parsed.feed(text)
    assert all(value.startswith(("data:", "#")) for value in parsed.loaded)
    assert not parsed.mute
    assert len(parsed.ids) == len(set(parsed.ids))
    for link in parsed.links:
        inside = link[1:] in parsed.ids or re.fullmatch(r"#\d+-\d+", link)
        assert inside or link.startswith("data:text/csv;base64,"), link[:80]
    quotes = re.search(r'href="data:text/csv;base64,([^"]*)" download="quotes.csv"', text)[1]
    assert b64decode(quotes).decode("utf8").splitlines()[0].startswith("id,start,end,text")
    assert text.count("<h1") == 1
    file.write_text("mine", encoding="utf8")
    assert main(["render", "--single", "--out", str(tmp_path)]) == 2
    assert file.read_text(encoding="utf8") == "mine"


INLINE = re.compile(r"</?(?:mark|span|a|b|em|cite|u|sup)\b[^>]*>")


def test_snippets_never_hold_the_text(tmp_path, default, coarse, few_changes):
    """No more than 25 words in a row of somebody's article anywhere in any file, whatever the tags between them."""
    own = tmp_path / "own.txt"
    own.write_text(f"{default.source.text}\n\nMoscow was quiet that night.\n", encoding="utf8")
    tmp_path /= "pages"
    _, failed = render(own, tmp_path, snippets=True)
    assert not failed
    words = load(own).text.split()
    runs = {" ".join(words[i + 1 : i + 25]): " ".join(words[i : i + 26]) for i in range(len(words) - 26)}
    seen = 0
    for path in tmp_path.rglob("*"):
        if path.suffix == ".parquet":
            text = pq.read_table(path).to_pandas().to_csv()
        elif path.suffix in (".html", ".csv", ".json", ".txt", ".svg", ".jsonld"):
            text = path.read_text(encoding="utf8")
        else:
            continue
        text = re.sub(r"<(script|style)\b.*?</\1>", " ¦ ", text, flags=re.S)
        text = " ".join(html.unescape(re.sub(r"<[^>]*>", " ¦ ", INLINE.sub("", text))).split())
        written = text.split()  # a run has 24 whole words inside it, whatever its first and last word touch
        inner = {" ".join(written[i : i + 24]) for i in range(len(written))}
        assert not [run for key, run in runs.items() if key in inner and run in text], path.name
        seen += 1
    assert seen > 40
    text = (tmp_path / "3_quotes.html").read_text(encoding="utf8")
    assert "text is not passed on" in text
    assert "<mark>" in text  # words around findings are there


def test_a_page_of_the_users_is_not_overwritten(tmp_path, capsys):
    (tmp_path / "3_quotes.html").write_text("mine", encoding="utf8")
    assert main(["render", "--out", str(tmp_path)]) == 2
    assert "3_quotes.html: is a file that is not ours" in capsys.readouterr().err
    assert [path.read_text(encoding="utf8") for path in tmp_path.iterdir()] == ["mine"]


def test_a_page_of_an_earlier_run_does_not_stay_when_its_notebook_fails(site, tmp_path, default):
    out = shutil.copytree(site, tmp_path / "out")
    results = {path: run.NotebookError(f"{path.name}, cell 5: no") for path in run.notebooks()}
    pages.write_pages(default, results, out)
    assert [path.name for path in out.glob("*.html")] == ["index.html"]


def test_the_index_shows_the_first_findings(site):
    card = (site / "index.html").read_text(encoding="utf8").split("Worth a look")[1]
    assert "third face-to-face encounter this year" in card.split("</section>")[0]


def test_notebooks_in_one_process_know_nothing_of_each_other(tmp_path):
    cells = {"1_one": ["import os", "name = 1"], "2_dies": ["import os; os._exit(1)"], "3_two": ['"name" in globals()']}
    for name, sources in cells.items():
        written = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
        nbformat.write(written, tmp_path / f"{name}.ipynb")
    results = run_all(sorted(tmp_path.glob("*.ipynb")), workers=1)
    dead, last = list(results.values())[1:]
    assert str(dead) == "2_dies.ipynb, cell 1: ended the process that ran it (exit code 1)"
    (cell,) = last.cells
    assert (cell.execution_count, cell.outputs[0].data["text/plain"]) == (1, "False")
