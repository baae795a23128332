"""The notebooks' form, and that comparing their outputs can fail."""

import os
import shutil
import subprocess
import sys

import nbformat
import pytest

from helpers.render.run import NOTEBOOKS

PATHS = sorted(NOTEBOOKS.glob("*.ipynb"))
READ = {path: nbformat.read(path, as_version=4) for path in PATHS}
every = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def code(path):
    return [cell for cell in READ[path].cells if cell.cell_type == "code"]


def test_all_are_there():
    names = "0_start_here 1_article 2_themes 3_quotes 4_sentiment 5_timeline 6_numbers 7_two_articles"
    assert [path.stem for path in PATHS] == [*names.split(), "8_many_articles", "9_how_far_to_trust"]


@every
def test_form(path):
    cells = READ[path].cells
    assert cells[0].source.startswith("# ")
    common = code(PATHS[0])[0].source
    if path.stem in ("7_two_articles", "8_many_articles"):  # which are about no single article
        common = common.rsplit("\n", 1)[0]
    assert code(path)[0].source == common
    parameters = [cell for cell in cells if "parameters" in cell.metadata.get("tags", ())]
    assert len(parameters) == 1
    assert "CHANGE THIS" in parameters[0].source
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    for heading in ("What could be wrong", "What to try next"):
        assert f"## {heading}" in text or (path.stem == "4_sentiment" and "How far to believe it" in text)


@every
def test_code(path):
    for cell in code(path):
        lines = cell.source.splitlines()
        assert not any(line.lstrip().startswith(("def ", "class ", "%", "!")) for line in lines)
        assert len(lines) <= 12
        assert "NBVAL" not in cell.source
        assert cell.execution_count


@every
def test_outputs(path):
    text = path.read_text(encoding="utf8")
    assert str(NOTEBOOKS.parent) not in text
    outputs = [output for cell in code(path) for output in cell.outputs]
    assert outputs
    assert {output.output_type for output in outputs} <= {"execute_result", "display_data"}
    for output in outputs:
        assert "image/png" not in output.data  # a figure is HTML, with its drawing inline


@every
def test_links_lead_to_notebooks(path):
    for cell in READ[path].cells:
        for part in cell.source.split("](")[1:]:
            target = part.split(")")[0]
            assert target.startswith("http") or (NOTEBOOKS / target).exists()


def nbval(folder):
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--nbval", "--nbval-current-env", "-q", "-c"]
    return subprocess.run(
        [*command, os.devnull, "--rootdir", str(folder), str(folder / "notebooks")],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )


def test_comparison_can_fail(tmp_path, root):
    """An output altered in a copy turns red, and no other; nbval's own run shows that they are green as they are."""
    for name in ("helpers", "data"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "notebooks").mkdir()
    copy = tmp_path / "notebooks" / "1_article.ipynb"
    shutil.copy(root / "notebooks" / "1_article.ipynb", copy)

    notebook = nbformat.read(copy, as_version=4)
    figures = [
        o
        for cell in notebook.cells
        for o in cell.get("outputs", ())
        if "cr-figure" in o.get("data", {}).get("text/html", "")
    ]
    figures[0].data["text/plain"] = figures[0].data["text/plain"].replace("words", "word", 1)
    nbformat.write(notebook, copy)
    altered = nbval(tmp_path)
    assert altered.returncode == 1
    assert "1 failed" in altered.stdout
