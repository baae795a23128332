"""The notebooks in a real JupyterLab, in headless Chromium: opened, run, used and saved."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import nbformat
import pytest
from conftest import needs_chromium

from helpers.render.run import NOTEBOOKS

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def lab(tmp_path_factory, root):
    """JupyterLab, started in a copy of the project's folder, so that saving changes nothing here."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("helpers", "data", "notebooks"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = tmp_path_factory.mktemp("jupyter")
    environment = {**os.environ, "JUPYTER_CONFIG_DIR": str(home), "JUPYTER_DATA_DIR": str(home / "data")}
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", f"--port={port}", "--ServerApp.port_retries=0"]
    command += [
        "--IdentityProvider.token=t",
        "--allow-root",
        "--LabApp.news_url=None",
        "--LabApp.expose_app_in_browser=True",
    ]
    with (home / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        address = f"http://127.0.0.1:{port}"
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{address}/api/status?token=t", timeout=1).read()
                break
            except OSError:
                assert process.poll() is None, (home / "log").read_text()
                time.sleep(0.25)
        yield address, folder
        process.terminate()
        process.wait(20)


def outputs(path):
    """What each code cell shows, as text."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    return [[output.get("data", {}).get("text/plain", output.output_type) for output in cell.outputs] for cell in cells]


# The command behind Run, "Run All Cells"; clicking the menu would race with the kernel's start.
RUN_ALL = """async () => {
    const panel = jupyterapp.shell.currentWidget;
    await panel.context.ready;
    await panel.sessionContext.ready;
    await panel.sessionContext.session.kernel.info;
    await jupyterapp.commands.execute("notebook:run-all-cells");
    await panel.context.save();
}"""


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
