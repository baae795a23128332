"""Running notebooks with the article of the caller's choice, in few kernels: packages are loaded once in each."""

import asyncio
import os
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

import nbformat
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from ..widgets import VIEW

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
TIMEOUT = 900  # seconds for one cell
START = 120  # seconds for a kernel, on a busy machine
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def notebooks():
    """The notebooks' files, in reading order."""
    return sorted(NOTEBOOKS.glob("[0-9]_*.ipynb"))


class NotebookError(RuntimeError):
    """A notebook that failed: its name, the number of the cell, and the error."""


@asynccontextmanager
async def kernel(folder, environment=None):
    """A Python process that runs notebooks one after another, until the block ends.

    What takes longest, importing packages and loading the language model, is done by the first notebook.
    """
    manager = AsyncKernelManager(kernel_name="python3")
    await manager.start_kernel(
        extra_arguments=["--IPKernelApp.log_level=40", "--HistoryManager.hist_file=:memory:"],
        cwd=str(folder),
        **({"env": environment} if environment else {}),
    )
    try:
        yield manager
    finally:
        await manager.shutdown_kernel(now=True)


async def run(path, manager):
    """Run one notebook from its source, in an empty namespace.

    Parameters
    ----------
    path : pathlib.Path
    manager : jupyter_client.AsyncKernelManager
        A kernel, which may have run other notebooks; see `kernel`.

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
    client = NotebookClient(notebook, km=manager, timeout=TIMEOUT, record_timing=False)
    try:
        await client.async_execute()
        return normalised(notebook)
    except CellExecutionError as error:
        reason = error.evalue if error.ename.endswith("Error") else f"{error.ename}: {error.evalue}"
        reason = _COLOURS.sub("", reason).strip().split("\n")[0] or error.ename
        raise NotebookError(f"{path.name}, cell {_failed(notebook)}: {reason}") from None
    except (CellTimeoutError, DeadKernelError) as error:
        await manager.restart_kernel(now=True)
        number = _numbers(notebook)[client.code_cells_executed - 1]
        raise NotebookError(f"{path.name}, cell {number}: {type(error).__name__}") from None
    finally:
        await _forget(client)


async def _forget(client):
    """The notebook's names go; packages and the model stay."""
    if client.kc is None or not await client.km.is_alive():
        return
    await client.kc.wait_for_ready(timeout=START)
    await client.kc.execute_interactive("get_ipython().reset()", silent=True, timeout=START)
    client.kc.stop_channels()


def _numbers(notebook):
    """Numbers of the cells with code among all cells, from 1."""
    return [number for number, cell in enumerate(notebook.cells, 1) if cell.cell_type == "code"]


def _failed(notebook):
    """Number of the first cell that has an error."""
    return next(
        number
        for number in _numbers(notebook)
        if any(output.output_type == "error" for output in notebook.cells[number - 1].outputs)
    )


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
    left, results = list(paths), {}

    async def work():
        async with kernel(paths[0].parent, environment) as manager:
            while left:
                path = left.pop(0)
                try:
                    results[path] = await run(path, manager)
                except NotebookError as error:
                    results[path] = error
                done(path, results[path])

    with ThreadPoolExecutor(max_workers=workers) as pool:
        for future in [pool.submit(asyncio.run, work()) for _ in range(min(workers, len(left)))]:
            future.result()
    return {path: results[path] for path in paths}


def refresh():
    """Run every notebook on its own article and write the outputs back into it (for developers)."""
    paths = notebooks()
    results = run_all(paths, {**os.environ, "IGNORE_CHOICE": "1"})
    for path, result in results.items():
        if isinstance(result, NotebookError):
            raise result
        nbformat.write(result, path)
    return paths
