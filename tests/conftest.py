"""What all tests share: the project's folder, the default article, no parameters from outside."""

import os
from pathlib import Path

import pytest

# Before any kernel starts: a developer's own settings must not change what notebooks show.
for name in ("ARTICLE", "PUBLISHED"):
    os.environ.pop(name, None)

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = sorted((ROOT / "tests" / "articles").iterdir())


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
