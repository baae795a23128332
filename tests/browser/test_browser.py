"""The notebooks in a real JupyterLab, in headless Chromium: opened, run, used and saved."""

import json
import os

import nbformat
import pytest
from conftest import RUN_ALL, needs_chromium

from helpers.render.run import NOTEBOOKS

pytestmark = needs_chromium


def outputs(path):
    """What each code cell shows, as text."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    return [[output.get("data", {}).get("text/plain", output.output_type) for output in cell.outputs] for cell in cells]


# Two are enough here: nbval compares every notebook. One with controls, and one whose analysis runs in processes.
IN_LAB = [NOTEBOOKS / f"{name}.ipynb" for name in ("0_start_here", "7_many_articles")]


@pytest.mark.parametrize("path", IN_LAB, ids=lambda path: path.stem)
def test_run_all_in_jupyterlab_gives_the_committed_outputs(browser, lab, path):
    address, folder = lab
    copy = folder / "notebooks" / path.name
    notebook = json.loads(copy.read_text(encoding="utf8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    copy.write_text(json.dumps(notebook), encoding="utf8")

    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(300_000)
    page.goto(f"{address}/lab/tree/notebooks/{path.name}?token=t&reset")
    page.wait_for_function("window.jupyterapp?.shell?.currentWidget?.sessionContext", timeout=120_000)
    page.evaluate(RUN_ALL)
    assert outputs(copy) == outputs(path)
    if os.environ.get("SCREENSHOTS"):
        page.screenshot(path=os.path.join(os.environ["SCREENSHOTS"], f"lab_{path.stem}.png"))
    page.context.close()


def opened(browser, address, name):
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(120_000)
    page.goto(f"{address}/lab/tree/notebooks/{name}.ipynb?token=t&reset")
    page.wait_for_function("window.jupyterapp?.shell?.currentWidget?.sessionContext")
    page.evaluate(RUN_ALL)
    page.set_default_timeout(30_000)
    return page


def test_the_reader_and_another_article_in_jupyterlab(browser, lab):
    page = opened(browser, lab[0], "6_whole_picture")
    shown = page.locator(".cr-reader").first
    shown.scroll_into_view_if_needed()
    shown.locator("em.cue").first.click()
    assert "quotation" in shown.locator(".panel").inner_text()
    shown.get_by_role("checkbox", name="Actors").uncheck()
    assert "on-actors" not in shown.get_attribute("class")
    # a finding leads to its words, without leaving the notebook
    address = page.url
    page.locator(".findings a.go").first.scroll_into_view_if_needed()
    page.locator(".findings a.go").first.click()
    assert shown.locator(".panel").get_by_role("button", name="Back to the table").count() == 1
    assert page.url == address

    control = page.locator(".widget-vbox").first
    control.scroll_into_view_if_needed()
    button = control.get_by_role("button", name="Read it")
    button.click()
    control.get_by_text("There is nothing to read: paste a text or choose a file.").wait_for()
    control.get_by_placeholder("or choose a file below").fill("“It <b>rained</b> in 1945,” said Anna Berg.")
    button.click()
    again = control.locator(".cr-reader.live")
    again.wait_for()
    assert again.locator(".text p").inner_text() == "“It <b>rained</b> in 1945,” said Anna Berg."
    again.locator("u.t").click()
    assert again.locator(".panel .what").first.inner_text() == "Time: 1945"
    page.context.close()


def test_tables_and_controls_in_jupyterlab(browser, lab):
    page = opened(browser, lab[0], "2_themes")
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


def test_a_row_is_overruled_in_jupyterlab(browser, lab):
    address, folder = lab
    path = folder / "data" / "xi_putin_moscow.corrections.csv"
    page = opened(browser, address, "3_quotes")
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
