"""The code's form: ruff finds nothing; the workflow runs what was looked at."""

import re
import subprocess
import sys

import pytest


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=" ".join)
def test_ruff(command, root):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "--no-cache", "."],
        capture_output=True,
        text=True,
        cwd=root,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_the_workflow_uses_is_pinned_by_commit(root):
    used = re.findall(r"uses: (\S+)", (root / ".github" / "workflows" / "tests.yml").read_text(encoding="utf8"))
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40}", action) for action in used)
