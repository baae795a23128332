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


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
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
