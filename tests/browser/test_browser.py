"""The notebooks in a real JupyterLab, in headless Chromium: opened, run, used and saved."""

import json
import os
import pathlib

import nbformat
from conftest import RUN_ALL, needs_chromium

from helpers.render.run import NOTEBOOKS

pytestmark = needs_chromium


def outputs(path):
    """What each code cell shows, as text."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    return [[output.get("data", {}).get("text/plain", output.output_type) for output in cell.outputs] for cell in cells]


def opened(browser, lab, name):
    """A notebook without outputs, run in JupyterLab: it shows what was committed. nbval compares every notebook."""
    address, folder = lab
    committed, copy = NOTEBOOKS / f"{name}.ipynb", folder / "notebooks" / f"{name}.ipynb"
    notebook = json.loads(committed.read_text(encoding="utf8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    copy.write_text(json.dumps(notebook), encoding="utf8")

    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(120_000)
    page.goto(f"{address}/lab/tree/notebooks/{name}.ipynb?token=t&reset")
    page.wait_for_function("window.jupyterapp?.shell?.currentWidget?.sessionContext")
    page.evaluate(RUN_ALL)
    page.set_default_timeout(30_000)
    assert outputs(copy) == outputs(committed)
    if os.environ.get("SCREENSHOTS"):
        page.screenshot(path=os.path.join(os.environ["SCREENSHOTS"], f"lab_{name}.png"))
    return page


def test_the_article_is_chosen_read_and_corrected_in_jupyterlab(browser, lab):
    """By Enter alone; the page in its frame follows, and what is corrected there is written."""
    _, folder = lab
    page = opened(browser, lab, "0_start_here")
    inner = page.frame_locator("iframe.cr-page")
    assert page.locator(".cr-untrusted").is_hidden()
    assert "Xi and Putin" in inner.locator(".legend").inner_text()

    control = page.locator(".widget-vbox").first
    control.scroll_into_view_if_needed()
    field = control.get_by_label("Path or text")
    field.fill("data/none.txt")
    field.press("Enter")
    control.get_by_text("none.txt").wait_for()
    control.get_by_label("Your name").fill("A. B.")
    field.fill(
        "“It <b>rained</b> in 1945,” said Anna Berg in Oslo on Monday.\n\n“It did not,” said Tom Roe, who was there."
    )
    field.press("Enter")
    control.get_by_text("is what all notebooks read from now on").wait_for()
    inner.get_by_text("“It <b>rained</b> in 1945,”").first.wait_for()
    kept = json.loads((folder / "notebooks" / "chosen" / "choice.json").read_text(encoding="utf8"))
    assert "<b>rained</b>" in pathlib.Path(kept["article"]).read_text(encoding="utf8")

    page.locator("iframe.cr-page").scroll_into_view_if_needed()
    inner.locator("mark.direct").first.click()
    inner.get_by_role("button", name="This is wrong").click()
    inner.locator(".wrong input").fill("Kate Moss")
    inner.get_by_role("button", name="Keep it").click()
    inner.get_by_text("the notebook writes it").wait_for()
    table = control.locator(".cr-table.live")
    table.wait_for()
    assert "A. B." in table.inner_text()
    written = pathlib.Path(kept["article"]).with_suffix(".corrections.csv").read_text(encoding="utf8")
    assert "Kate Moss" in written
    if os.environ.get("SCREENSHOTS"):
        page.screenshot(path=os.path.join(os.environ["SCREENSHOTS"], "lab_chosen.png"))
    page.context.close()


def test_a_notebook_that_is_not_trusted_says_how_to_trust_it(browser, lab):
    address, folder = lab
    copy = folder / "notebooks" / "untrusted.ipynb"
    copy.write_text((NOTEBOOKS / "0_start_here.ipynb").read_text(encoding="utf8"), encoding="utf8")
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{address}/lab/tree/notebooks/{copy.name}?token=t&reset")
    page.get_by_text("this notebook is not trusted").wait_for(timeout=60_000)
    assert page.locator("iframe.cr-page").count() == 0
    page.context.close()


def test_tables_and_controls_in_jupyterlab(browser, lab):
    page = opened(browser, lab, "2_themes")
    control = page.locator(".widget-vbox").first
    control.scroll_into_view_if_needed()
    control.get_by_placeholder("for example secur*").fill("mosc*")
    control.get_by_role("button", name="Look it up").click()
    table = control.locator(".cr-table.live")
    table.wait_for()
    rows = table.locator("tbody tr")
    assert rows.count() >= 10
    before = [row.locator("td").nth(2).inner_text() for row in rows.all()]
    table.get_by_role("button", name="Right").click()
    right = [row.locator("td").nth(2).inner_text() for row in rows.all()]
    assert right != before
    assert sorted(right) == sorted(before)
    assert table.locator("th").nth(2).get_attribute("aria-sort") == "ascending"
    control.get_by_placeholder("for example secur*").fill("two words")
    control.get_by_role("button", name="Look it up").click()
    control.get_by_text("is not one word").wait_for()
    page.context.close()


def a_mark_of_a_figure_lists_its_sentences(page, default):
    """By a click and by Enter, without leaving the notebook and without a kernel."""
    address = page.url
    figure = page.locator(".jp-OutputArea .cr-figure.live").first
    figure.scroll_into_view_if_needed()
    mark = figure.locator(".wide svg a[data-at]").first
    mark.focus()
    mark.press("Enter")
    said = mark.locator("title").text_content()
    assert figure.locator(".found p").inner_text() == said
    assert figure.locator(".found mark").first.inner_text() in default.text
    mark.press("Escape")
    assert figure.locator(".found li").count() == 0
    figure.locator(".wide svg a[data-at] path").last.click()
    assert figure.locator(".found li").count() >= 1
    assert figure.locator("a.go").count() == 0  # a notebook has no page of the article to lead to
    page.wait_for_timeout(500)  # JupyterLab looks at links after it has shown them
    assert page.get_by_text("Javascript Error").count() == 0
    assert page.url == address


def test_figure_and_row_open_their_words_and_a_row_is_overruled_in_jupyterlab(browser, lab, default):
    _, folder = lab
    page = opened(browser, lab, "3_quotes")
    a_mark_of_a_figure_lists_its_sentences(page, default)
    link = page.locator(".cr-table.live a.go").first
    link.scroll_into_view_if_needed()
    start, end = map(int, link.get_attribute("href")[1:].split("-"))
    place = page.url
    link.click()
    near = page.locator("tr.near")
    assert near.locator("mark").inner_text() == default.text[start:end]
    link.click()
    assert near.count() == 0
    assert page.url == place

    path = folder / "data" / "xi_putin_moscow.corrections.csv"
    control = page.locator(".widget-vbox").filter(has=page.get_by_role("button", name="Keep this correction")).first
    control.scroll_into_view_if_needed()
    button = control.get_by_role("button", name="Keep this correction")
    try:
        button.click()
        control.get_by_text("Choose a row first.").wait_for()
        assert not path.exists()
        rows = control.get_by_label("Row")
        rows.select_option(index=5)
        control.get_by_label("Column").select_option(label="speaker")
        control.get_by_label("New value").fill("the <b>analysts</b>")
        control.get_by_label("Your name").fill("A. B.")
        if os.environ.get("SCREENSHOTS"):
            control.screenshot(path=os.path.join(os.environ["SCREENSHOTS"], "correct_before.png"))
        button.click()
        table = control.locator(".cr-table.live")
        table.wait_for()
        assert "the <b>analysts</b>" in table.inner_text()
        assert "A. B." in table.inner_text()
        assert "the <b>analysts</b>" in path.read_text(encoding="utf8")
        if os.environ.get("SCREENSHOTS"):
            control.screenshot(path=os.path.join(os.environ["SCREENSHOTS"], "correct_after.png"))
    finally:
        path.unlink(missing_ok=True)
        page.context.close()
