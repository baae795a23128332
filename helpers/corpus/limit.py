"""A limit of time for each article: what takes longer is a failure, and the work goes on."""

import faulthandler
import signal
import threading
from contextlib import contextmanager
from hashlib import blake2s
from pathlib import Path

SECONDS = 300  # the longest text that is read takes a fraction of it


class TooLong(Exception):
    """An article took longer than the limit."""


def _mark(out, item):
    name = blake2s(item.place.encode("utf8", "surrogatepass"), digest_size=12).hexdigest()
    return Path(out) / "_state" / f"late-{name}"


def forget(out):
    """Take away the marks of an earlier run: what was too slow then is tried again."""
    for path in (Path(out) / "_state").glob("late-*"):
        path.unlink(missing_ok=True)


@contextmanager
def limited(out, item, seconds, expendable):
    """Work on an article for so long and no longer.

    A library that is busy in C hears no exception. A process that Dask replaces is therefore ended
    by a watchdog outside the interpreter, which leaves its trace in a file; whoever gets the part
    next finds it, and goes on with the next article. A process that must live is interrupted by a
    signal, as soon as it returns to Python.

    Parameters
    ----------
    out : str or path
        Folder of the corpus.
    item : Item
    seconds : float
    expendable : bool
        Whether somebody replaces this process when it ends.

    Raises
    ------
    TooLong
    """
    mark = _mark(out, item)
    if mark.exists() and mark.stat().st_size:
        raise TooLong
    if expendable:
        mark.parent.mkdir(parents=True, exist_ok=True)
        with mark.open("wb") as trace:
            faulthandler.dump_traceback_later(seconds, exit=True, file=trace)
            try:
                yield
            finally:
                faulthandler.cancel_dump_traceback_later()
        mark.unlink(missing_ok=True)
    elif hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        before = signal.signal(signal.SIGALRM, _interrupt)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
    else:
        yield


def _interrupt(*_):
    raise TooLong
