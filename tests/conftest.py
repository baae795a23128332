"""What all tests share: the project's folder, the default article, no parameters from outside."""

import os
import shutil
import time
from pathlib import Path

import pytest

# Before any kernel starts: a developer's own settings must not change what notebooks show.
for name in ("ARTICLE", "PUBLISHED"):
    os.environ.pop(name, None)

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = sorted((ROOT / "tests" / "articles").iterdir())


CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync"]
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here: install it (Debian: apt install chromium) to run the browser tests"
)


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The default article's pages, rendered once for all workers; nobody may write there."""
    from helpers.render import render

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
    failed = ["rendering broke off"]
    try:
        _, failed = render(out=out)
    finally:
        ready.write_text("\n".join(failed))
    assert not failed
    return out


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
