"""Running notebooks with the article of the caller's choice, in few processes that share what this one has loaded."""

import gc
import multiprocessing
import os
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from .light import nbformat

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
TIMEOUT = 900  # seconds for one cell
# A forked process has at once what its parent has loaded and parsed. Only on Linux can all libraries bear it.
CONTEXT = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def notebooks():
    """The notebooks' files, in reading order."""
    return sorted(NOTEBOOKS.glob("[0-9]_*.ipynb"))


class NotebookError(RuntimeError):
    """A notebook that failed: its name, the number of the cell, and the error."""


class Runner:
    """A process that runs notebooks one after another; another one takes its place when it ends."""

    def __init__(self, folder, environment):
        self.given = str(folder), environment
        self._start()

    def _start(self):
        self.pipe, theirs = CONTEXT.Pipe()
        self.process = CONTEXT.Process(target=_serve, args=(theirs, *self.given), daemon=False)
        self.process.start()
        theirs.close()

    def run(self, path):
        """The notebook with fresh outputs.

        Raises
        ------
        NotebookError
            If a cell fails, takes too long or ends the process.
        """
        number = 1
        try:
            self.pipe.send(str(path))
            while self.pipe.poll(TIMEOUT):
                what, value = self.pipe.recv()
                if what == "cell":
                    number = value
                elif what == "failed":
                    raise NotebookError(f"{path.name}, cell {number}: {value}")
                else:
                    return nbformat.from_dict(value)
            reason = f"took longer than {TIMEOUT} seconds"
        except (EOFError, OSError):
            self.process.join(10)
            reason = f"ended the process that ran it (exit code {self.process.exitcode})"
        self.close()
        self._start()
        raise NotebookError(f"{path.name}, cell {number}: {reason}")

    def close(self):
        self.pipe.close()
        self.process.terminate()
        self.process.join()


def _serve(pipe, folder, environment):
    """What a `Runner`'s process does: a path comes in, cells' numbers and a notebook go out."""
    from . import cells

    # What a fork inherits is left alone: to collect what hangs on its parent's threads and sockets can end it.
    gc.freeze()
    os.environ.clear()
    os.environ.update({**environment, "SAME_ARTICLE": "1"})
    shell = cells.ready(folder)
    while True:
        try:
            path = Path(pipe.recv())
        except EOFError:
            return
        notebook, failed, error = cells.run(shell, path, lambda number: pipe.send(("cell", number)))
        if failed is None:
            pipe.send(("done", notebook))
            continue
        name, said = type(error).__name__, str(error).strip().split("\n")[0]
        pipe.send(("failed", (said if name.endswith("Error") and said else f"{name}: {said}".rstrip(": "))))


def begin(paths, environment=None, workers=2, begun=lambda path: None, done=lambda path, result: None):
    """Begin to run several notebooks, a few at a time, in this order.

    Parameters
    ----------
    paths : list of pathlib.Path
    environment : dict of str to str, optional
    workers : int
        Processes side by side.
    begun, done : callable
        Get each path, and what became of it.

    Returns
    -------
    dict of pathlib.Path to concurrent.futures.Future
        Its result is a notebook, or the NotebookError.
    """
    left, results = list(paths), {path: Future() for path in paths}
    environment = dict(os.environ if environment is None else environment)
    # All processes first: where they are forked, no thread of ours may hold anything.
    runners = [Runner(paths[0].parent, environment) for _ in range(min(workers, len(left)))]

    def work(runner):
        try:
            while left:
                path = left.pop(0)
                if not results[path].set_running_or_notify_cancel():
                    continue
                begun(path)
                try:
                    result = runner.run(path)
                except NotebookError as error:
                    result = error
                done(path, result)
                results[path].set_result(result)
        except BaseException as error:
            for future in results.values():
                if not future.done():
                    future.set_exception(error)
            raise
        finally:
            runner.close()

    with_threads = ThreadPoolExecutor(max_workers=max(1, len(runners)))
    for runner in runners:
        with_threads.submit(work, runner)
    with_threads.shutdown(wait=False)
    return results


def run_all(paths, environment=None, workers=2, **heard):
    """Run several notebooks; as `begin`, and wait for all of them.

    Returns
    -------
    dict of pathlib.Path to nbformat.NotebookNode or NotebookError
    """
    return {path: future.result() for path, future in begin(paths, environment, workers, **heard).items()}


def refresh():
    """Run every notebook on its own article and write the outputs back into it (for developers)."""
    paths = notebooks()
    results = run_all(paths, {**os.environ, "IGNORE_CHOICE": "1"})
    for path, result in results.items():
        if isinstance(result, NotebookError):
            raise result
        nbformat.write(result, path)
    return paths
