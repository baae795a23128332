"""What the documents say against what is there."""

import hashlib
import re

import pytest

from helpers import article, corpus
from helpers.article import page_bounds, word_package
from helpers.corpus import limit, sources
from helpers.tables import COLUMNS


def test_default_article_is_as_received(root):
    data = (root / "data" / "xi_putin_moscow.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() in (root / "data" / "README.md").read_text(encoding="utf8")


@pytest.mark.parametrize("name", COLUMNS)
def test_codebook_has_every_column(name, root):
    text = (root / "data" / "README.md").read_text(encoding="utf8")
    section = text.split(f"**{name}**")[1].split("\n\n**")[0]
    for column, (_, description) in COLUMNS[name].items():
        assert f"| `{column}` | {description} |" in section


@pytest.mark.parametrize("name", ["README.md", "data/README.md"])
def test_links_lead_somewhere(name, root):
    text = (root / name).read_text(encoding="utf8")
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        assert target.startswith("http") or (root / name).parent.joinpath(target).exists(), target


def test_lock_is_complete_and_hashed(root):
    project = (root / "pyproject.toml").read_text(encoding="utf8")
    running, testing = project.split("[tool.ruff]")[0].split("[dependency-groups]")
    pins = {}
    for direct, file in ((running, "requirements.txt"), (testing, "tests/requirements.txt")):
        lock = (root / file).read_text(encoding="utf8")
        names = re.findall(r'^    "([\w-]+)(?:==[\d.]+)?",$', direct, re.MULTILINE)
        assert len(names) >= 10
        for name in names:
            assert re.search(rf"^{name}==\S+", lock, re.MULTILINE), name
        pinned = re.findall(r"^[\w.-]+==\S+.*(?:\n    --hash=sha256:\w{64}.*)+", lock, re.MULTILINE)
        assert len(pinned) == len(re.findall(r"^[\w.-]+==", lock, re.MULTILINE))
        own = {}
        for name, version in re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE):
            own.setdefault(name, set()).add(version)  # several, where it hangs on Python's version
        for name, versions in own.items():  # what both lists have can be installed together
            assert versions <= pins.setdefault(name, versions), name
    assert "pytest" not in (root / "requirements.txt").read_text(encoding="utf8")


def test_promised_bounds_are_those_of_the_code(root):
    text = (root / "data" / "README.md").read_text(encoding="utf8").split("## What is promised")[1].split("\n## ")[0]
    largest = article._LARGEST
    for said in (
        f"part of {corpus.PART} articles",
        f"more than {article.LONGEST:,} characters",
        f"a web page of more than {largest['html'] // 1_000_000} MB, {page_bounds.TAGS_MOST:,} tags, "
        f"or {page_bounds.ATTRIBUTES_MOST:,} attributes",
        f"a Word file of more than {largest['docx'] // 1_000_000} MB, {word_package.UNPACKED_MOST // 1_000_000} MB "
        f"unpacked or {word_package.TAGS_MOST:,} tags",
        f"more than {sources.BIGGEST // 1_000_000} MB or {sources.RATIO} times its size",
        f"longer than {limit.SECONDS} seconds",
    ):
        assert said in text
    named = set(re.findall(r"\.\w+", text.split("keep articles in (")[1].split(")")[0]))
    assert named <= set(sources.UNREAD)
