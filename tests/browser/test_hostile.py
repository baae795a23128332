"""Nothing of an article, its metadata or its file's name is ever markup: in the pages and in JupyterLab."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import RUN_ALL, needs_chromium

from helpers import figures
from helpers.article import load
from helpers.export import export
from helpers.figures.base import figure_script
from helpers.reader.page import script as page_script
from helpers.reader.rows import table_script
from helpers.render import render
from helpers.themes import actors
from helpers.themes.summary import by_actor

HOSTILE = (Path(__file__).parents[1] / "hostile.txt").read_text("utf8").splitlines()


def hostile_article(folder, name="port <b>&amp; 'x' $y$.md"):
    """Hostile lines, five together, in a quotation and as a name; by turns in a heading, a list, a block quotation."""
    lines = []
    for number in range(len(HOSTILE) // 5 + 1):
        evil = " and ".join(HOSTILE[5 * number : 5 * number + 5])
        also = (
            f"## On {evil} in port {number}",
            f"- Terrible {evil}, Tom Roe claimed.",
            f"> He praised {evil} and Norway {evil}.",
        )
        lines += [
            also[number % 3],
            f"“The port is {evil} closed,” said Anna Berg{number} {evil} in Oslo on May 8, 202{number % 10}.",
        ]
    path = folder / name
    front = f"---\ntitle: {HOSTILE[0]} title\nauthor: {HOSTILE[2]}\noutlet: {HOSTILE[3]}\n---\n\n"
    path.write_text(front + "\n\n".join(lines), encoding="utf8")
    return path


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, few_changes):
    folder = tmp_path_factory.mktemp("hostile")
    path = hostile_article(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("helpers.export.pictures.PRINT", 30)  # dots say no words
        _, failed = render(path, folder / "out")
    assert not failed
    return path, folder / "out"


def test_there_are_enough():
    assert len(set(HOSTILE)) >= 60


CHECK = """() => ({
    pwned: "pwned" in window,
    handlers: [...document.querySelectorAll("main *, .cr *")].flatMap(e => [...e.attributes].map(a => a.name))
        .filter(name => /^on/.test(name)),
    links: [...document.querySelectorAll("main, .cr")].flatMap(e => [...e.querySelectorAll("[href],[src],[action]")])
        .map(e => e.getAttribute("href") || e.getAttribute("src") || "")
        .filter(a => /^\\s*(javascript|vbscript):|^data:(?!image.png)/i.test(a) || a.includes("evil")),
    styled: [...document.querySelectorAll("main [style], .cr [style]")]
        .filter(e => /url\\((?!["']?#)|fixed/.test(e.getAttribute("style"))).length,
    maths: document.querySelectorAll(".cr mjx-container, .cr .MathJax, .cr .katex").length,
    blocks: [...document.querySelectorAll("#text [data-s]")].map(e => {
        const copy = e.cloneNode(true);
        copy.querySelectorAll("br").forEach(b => b.replaceWith("\\n"));
        return copy.textContent;
    }),
})"""


def judge(found, article):
    assert not found["pwned"]
    assert found["handlers"] == []
    assert found["links"] == []
    assert found["styled"] == 0
    assert found["maths"] == 0
    if found["blocks"]:
        assert found["blocks"] == article.blocks["text"].tolist()


@needs_chromium
def test_pages(browser, hostile):
    path, out = hostile
    article = load(path)
    context = browser.new_context(offline=True, viewport={"width": 1000, "height": 800})
    page = context.new_page()
    trouble = []
    page.on("dialog", lambda dialog: (trouble.append("dialog"), dialog.dismiss()))
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else trouble.append(r.url))
    ours = {figure_script(), table_script(), page_script()}
    seen = 0
    for file in sorted(out.glob("*.html")):
        page.goto(file.as_uri())
        found = page.evaluate(CHECK)
        judge(found, article)
        seen += bool(found["blocks"])
        scripts = page.locator("script:not([type='application/json'])").all_text_contents()
        assert set(scripts) <= ours, file.name
        for tag in ("iframe", "object", "embed", "form[action]", "base", "link", "video", "math", "marquee"):
            assert page.locator(tag).count() == 0, (file.name, tag)
    assert seen == 1
    page.goto((out / "index.html").as_uri())
    marks = page.locator("mark.q[id]")
    for number in range(0, marks.count(), 7):
        marks.nth(number).dispatch_event("click")
        judge(page.evaluate(CHECK), article)
    for key in "123456":
        page.keyboard.press(key)
        for row in page.locator("#body button[data-row]").all()[:10]:
            row.dispatch_event("click")
        judge(page.evaluate(CHECK), article)
    page.get_by_role("searchbox", name="Search the text").fill("<script>")
    page.keyboard.press("Enter")
    judge(page.evaluate(CHECK), article)
    assert trouble == []
    context.close()


def test_figures_and_exports_hold_them_as_text(hostile, tmp_path):
    article = load(hostile[0])
    described = figures.actor_lanes(article, by_actor(actors(article)))
    assert described.png()
    for file in export(article, tmp_path):
        if file.suffix == ".svg":
            assert "<script" not in file.read_text("utf8")
    json.loads((tmp_path / "annotations.jsonld").read_text("utf8"))


@needs_chromium
def test_jupyterlab(browser, lab, tmp_path):
    address, folder = lab
    path = hostile_article(folder / "data", "hostile.md")
    article = load(path)
    for name in ("0_start_here", "2_themes"):
        copy = folder / "notebooks" / f"hostile_{name}.ipynb"
        shutil.copy(folder / "notebooks" / f"{name}.ipynb", copy)
        notebook = json.loads(copy.read_text("utf8"))
        for cell in notebook["cells"]:
            if "parameters" in cell["metadata"].get("tags", ()):
                cell["source"] = ['ARTICLE = "../data/hostile.md"\n', "PUBLISHED = None"]
            if cell["cell_type"] == "code":
                cell["outputs"], cell["execution_count"] = [], None
        copy.write_text(json.dumps(notebook), encoding="utf8")
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(300_000)
        trouble = []
        page.on("dialog", lambda dialog: trouble.append("dialog"))  # noqa: B023
        page.on("request", lambda r: trouble.append(r.url) if "evil" in r.url else None)  # noqa: B023
        page.goto(f"{address}/lab/tree/notebooks/{copy.name}?token=t&reset")
        page.wait_for_function("window.jupyterapp?.shell?.currentWidget?.sessionContext", timeout=120_000)
        page.evaluate(RUN_ALL)
        page.wait_for_timeout(500)
        judge(page.evaluate(CHECK), article)
        if name == "0_start_here":
            page.set_default_timeout(20_000)
            inner = page.frame_locator("iframe.cr-page")
            inner.locator("mark.q[id]").first.click()
            frame = next(
                one
                for one in page.frames
                if one.parent_frame and one.evaluate("Boolean(document.getElementById('panel'))")
            )
            judge(frame.evaluate(CHECK), article)
            assert frame.evaluate(CHECK)["blocks"] == article.blocks["text"].tolist()
        assert trouble == []
        page.context.close()
