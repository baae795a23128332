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
from filelock import FileLock
from nbval.plugin import IPyNbFile

from helpers import render

os.environ["IGNORE_CHOICE"] = "1"  # what somebody chose in notebook 0 is no business of the tests

# Every process that a test starts would compile all of `helpers` again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Before any kernel starts: a developer's own settings must not change what notebooks show.
for name in ("ARTICLE", "PUBLISHED"):
    os.environ.pop(name, None)

ROOT = Path(__file__).resolve().parents[1]
render.WORKERS = 1  # the tests themselves run side by side
ARTICLES = sorted((ROOT / "tests" / "articles").iterdir())


# The shell without a window first: it is quicker, as it opens no window's own pages.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync"]
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here: install it (Debian: apt install chromium) to run the browser tests"
)


# The longest first, so that no worker is left with one of them at the end.
LONGEST = (
    "test_corpus test_hostile test_render test_reading_page test_other_articles test_browser test_pages test_figures "
    "test_marks test_notebooks"
).split()


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST))


# nbval's notebooks run one after another in one process, as for `render`: all is loaded and parsed once.
kernels = []
start_kernel = IPyNbFile.setup


def setup(self):
    if not kernels or not kernels[-1].is_alive():
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SAME_ARTICLE", "1")
            start_kernel(self)
        kernels.append(self.kernel)
    self.kernel = kernels[-1]
    self.setup_sanitize_files()


def teardown(self):
    if self.kernel.is_alive():  # the next notebook finds no names
        message = self.kernel.execute_cell_input("get_ipython().reset()", allow_stdin=False)
        self.kernel.await_reply(message, timeout=60)
        self.kernel.await_idle(message, 60)


IPyNbFile.setup, IPyNbFile.teardown = setup, teardown


def pytest_sessionfinish():
    for kernel in kernels:
        if kernel.is_alive():
            kernel.stop()


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


def built_once(tmp_path_factory, name, build):
    """A folder that the first worker who wants it builds for all; nobody may write there."""
    base = tmp_path_factory.getbasetemp()
    out = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    broken = out.with_name(f"{name}.broken")
    with FileLock(out.with_name(f"{name}.lock")):
        assert not broken.exists(), f"building {name} broke off"
        if not out.exists():
            broken.touch()
            build(out)
            broken.unlink()
    return out


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The default article's pages, of the committed outputs: that running the notebooks gives the same, nbval tests."""
    from helpers.article import load
    from helpers.export import export
    from helpers.render import pages

    def build(out):
        article = load(pages.DEFAULT)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("helpers.export.pictures.PRINT", 30)  # the pages show none of the figures for print
            files = export(article, out / pages.DOWNLOADS)
        pages.write_pages(article, committed(), out, downloads=[file.relative_to(out) for file in files])

    return built_once(tmp_path_factory, "site", build)


@pytest.fixture(scope="session")
def practice(tmp_path_factory):
    """The practice corpus, analysed."""
    from helpers import corpus

    texts = ROOT / "data" / "corpus" / "texts"
    return built_once(tmp_path_factory, "practice", lambda out: corpus.analyse(texts, out, workers=0))


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


@pytest.fixture(scope="module")
def few_changes():
    """Notebook 9 makes two changes to the article instead of ten: where its process is forked, so on Linux."""
    from helpers.robustness import effects

    every = effects.changes
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(effects, "changes", lambda article: dict(list(every(article).items())[:2]))
        yield


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
