"""What all tests share: the project's folder, the default article, no parameters from outside."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from helpers import render

os.environ["IGNORE_CHOICE"] = "1"  # what somebody chose in notebook 0 is no business of the tests

# Before any kernel starts: a developer's own settings must not change what notebooks show.
for name in ("ARTICLE", "PUBLISHED"):
    os.environ.pop(name, None)

ROOT = Path(__file__).resolve().parents[1]
render.WORKERS = 1  # the tests themselves run side by side: a second kernel would load everything once more
ARTICLES = sorted((ROOT / "tests" / "articles").iterdir())


CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync"]
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here: install it (Debian: apt install chromium) to run the browser tests"
)


# The longest first, so that no worker is left with one of them at the end.
LONGEST = ("test_hostile", "test_other_articles", "test_render", "test_browser", "test_pages", "test_notebooks")


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST))


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


# The command behind Run, "Run All Cells"; clicking the menu would race with the kernel's start.
RUN_ALL = """async () => {
    const panel = jupyterapp.shell.currentWidget;
    await panel.context.ready;
    await panel.sessionContext.ready;
    await panel.sessionContext.session.kernel.info;
    await jupyterapp.commands.execute("notebook:run-all-cells");
    await panel.context.save();
}"""


@pytest.fixture(scope="session")
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


def committed():
    """The notebooks with the outputs that were committed."""
    import nbformat

    from helpers.render import run

    return {path: nbformat.read(path, as_version=4) for path in run.notebooks()}


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The default article's pages, written once for all workers; nobody may write there.

    Of the committed outputs: that running the notebooks gives the same is what nbval tests.
    """
    from helpers.article import load
    from helpers.export import export
    from helpers.render import pages

    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    out, lock, ready = base / "site", base / "site.lock", base / "site.ready"
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        for _ in range(2400):
            if ready.exists():
                assert not ready.read_text(), ready.read_text()
                return out
            time.sleep(0.1)
        raise
    broken = "writing the pages broke off"
    try:
        article = load(pages.DEFAULT)
        files = export(article, out / pages.DOWNLOADS)
        pages.write_pages(article, committed(), out, downloads=[file.relative_to(out) for file in files])
        broken = ""
    finally:
        ready.write_text(broken)
    return out


@pytest.fixture
def few_figures(monkeypatch):
    """Exports draw two figures instead of all: for tests that look at other files, or at any of them."""
    from helpers.export import pictures

    monkeypatch.setattr(pictures, "FIGURES", {name: pictures.FIGURES[name] for name in ("sections", "speakers")})


@pytest.fixture
def coarse(monkeypatch):
    """Figures for print with few dots: for tests that look at their words."""
    from helpers.export import pictures

    monkeypatch.setattr(pictures, "PRINT", 30)


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def default():
    from helpers.article import load

    return load(ROOT / "data" / "xi_putin_moscow.txt")


@pytest.fixture(scope="session")
def harbour():
    from helpers.article import load

    return load(ROOT / "tests" / "articles" / "harbour.md")
