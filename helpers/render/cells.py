"""The cells of a notebook, run in this process: what a kernel would show, without one."""

import io
import os
from contextlib import redirect_stderr, redirect_stdout

import pandas
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from ..widgets import VIEW
from .light import nbformat


class _Publisher(DisplayPublisher):
    """What a cell displays is an output of it."""

    def publish(self, data, metadata=None, **_):
        self.shell.outputs.append(nbformat.v4.new_output("display_data", data, metadata=metadata or {}))


class _Hook(DisplayHook):
    """What a cell's last line gives is an output of it."""

    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        output = {"metadata": md_dict or {}, "execution_count": self.prompt_count}
        self.shell.outputs.append(nbformat.v4.new_output("execute_result", format_dict, **output))

    def finish_displayhook(self):
        pass


class _Printed(io.TextIOBase):
    """What a cell prints is an output of it."""

    def __init__(self, name, outputs):
        self.name, self.outputs = name, outputs

    def write(self, text):
        last = self.outputs[-1] if self.outputs else {}
        if last.get("name") == self.name:
            last.text += text
        else:
            self.outputs.append(nbformat.v4.new_output("stream", name=self.name, text=text))
        return len(text)


class ZmqShell(InteractiveShell):
    """IPython as notebooks know it, without messages.

    pandas looks for "zmq" in the name of the shell's class: there it breaks wide tables as notebooks show them.

    Attributes
    ----------
    outputs : list of nbformat.NotebookNode
        Those of the cell that runs.
    """

    outputs = ()

    def init_display_pub(self):
        self.display_pub = _Publisher(parent=self, shell=self)

    def showtraceback(self, *_, **__):
        pass  # the error is in the cell's result

    def showsyntaxerror(self, *_, **__):
        pass


def ready(folder):
    """A shell for this process, which works in the folder from now on."""
    os.chdir(folder)
    pandas.set_option("display.max_columns", 20)  # pandas decides it when it is imported, which was in no notebook
    InteractiveShell.clear_instance()
    ZmqShell.clear_instance()
    config = Config()
    config.HistoryManager.enabled = False
    ZmqShell.displayhook_class = _Hook
    shell = ZmqShell.instance(config=config)
    shell.display_formatter.active_types = shell.display_formatter.format_types
    return shell


def run(shell, path, begun=lambda number: None):
    """Run one notebook from its source, in an empty namespace.

    Parameters
    ----------
    shell : ZmqShell
    path : pathlib.Path
    begun : callable
        Gets the number of each cell before it runs.

    Returns
    -------
    (nbformat.NotebookNode, int or None, BaseException or None)
        With fresh outputs and without anything that differs from run to run; the number of the cell
        that failed, and its error.
    """
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    shell.reset()
    shell.execution_count = 1
    for number, cell in enumerate(notebook.cells, 1):
        cell.metadata.pop("execution", None)
        if cell.cell_type != "code":
            continue
        begun(number)
        cell.outputs = shell.outputs = []
        cell.execution_count = shell.execution_count
        with redirect_stdout(_Printed("stdout", shell.outputs)), redirect_stderr(_Printed("stderr", shell.outputs)):
            result = shell.run_cell(cell.source, store_history=True)
        if not result.success:
            return notebook, number, result.error_before_exec or result.error_in_exec
        for output in cell.outputs:
            output.get("data", {}).pop(VIEW, None)  # a control's view: its number is random, and no kernel is there
    return notebook, None, None
