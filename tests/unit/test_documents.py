"""What the documents say against what is there."""

import hashlib
import re

import pytest

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
    lock = (root / "requirements.txt").read_text(encoding="utf8")
    names = re.findall(r'^    "([\w-]+)(?:==[\d.]+)?",$', project.split("[tool.ruff]")[0], re.MULTILINE)
    assert len(names) > 20
    for name in names:
        assert re.search(rf"^{name}==\S+", lock, re.MULTILINE), name
    pinned = re.findall(r"^[\w.-]+==\S+.*(?:\n    --hash=sha256:\w{64}.*)+", lock, re.MULTILINE)
    assert len(pinned) == len(re.findall(r"^[\w.-]+==", lock, re.MULTILINE))
