"""Running notebooks: each in a fresh kernel, with the article of the caller's choice."""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from ..widgets import VIEW

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
TIMEOUT = 900  # seconds for one cell
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def notebooks():
    """The notebooks' files, in reading order."""
    return sorted(NOTEBOOKS.glob("[0-9]_*.ipynb"))


class NotebookError(RuntimeError):
    """A notebook that failed: its name, the number of the cell, and the error."""


def run(path, environment=None):
    """Run one notebook from its source.

    Parameters
    ----------
    path : pathlib.Path
    environment : dict of str to str, optional
        The kernel's environment; None for the present one.

    Returns
    -------
    nbformat.NotebookNode
        With fresh outputs and without anything that differs from run to run.

    Raises
    ------
    NotebookError
        If a cell fails.
    """
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=TIMEOUT,
        record_timing=False,
        kernel_name="python3",
        extra_arguments=["--IPKernelApp.log_level=40"],
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        client.execute(**({"env": environment} if environment else {}))
    except CellExecutionError as error:
        reason = error.evalue if error.ename.endswith("Error") else f"{error.ename}: {error.evalue}"
        reason = _COLOURS.sub("", reason).strip().split("\n")[0] or error.ename
        raise NotebookError(f"{path.name}, cell {_failed(notebook)}: {reason}") from None
    except (CellTimeoutError, DeadKernelError) as error:
        raise NotebookError(f"{path.name}, cell {_failed(notebook)}: {type(error).__name__}") from None
    return normalised(notebook)


def _failed(notebook):
    """Number of the first cell that has an error or has not been run."""
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "code" and any(output.output_type == "error" for output in cell.outputs):
            return number
    return sum(1 for cell in notebook.cells if cell.get("execution_count")) or "?"


def normalised(notebook):
    """A notebook without what depends on the machine or the run."""
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", ()):
            output.get("data", {}).pop(VIEW, None)  # a control's view: its number is random, and no kernel is there
    return notebook


def run_all(paths, environment=None, workers=2, done=lambda path, result: None):
    """Run several notebooks, a few at a time.

    Returns
    -------
    dict of pathlib.Path to nbformat.NotebookNode or NotebookError
    """
    results = {}

    def one(path):
        try:
            return run(path, environment)
        except NotebookError as error:
            return error

    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = {path: pool.submit(one, path) for path in paths}
        for path, future in futures.items():
            results[path] = future.result()
            done(path, results[path])
    return results


def refresh():
    """Run every notebook on its own article and write the outputs back into it (for developers)."""
    paths = notebooks()
    results = run_all(paths, {**os.environ, "IGNORE_CHOICE": "1"})
    for path, result in results.items():
        if isinstance(result, NotebookError):
            raise result
        nbformat.write(result, path)
    return paths
