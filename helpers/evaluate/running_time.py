"""Whether running time stays linear on hostile input, helper by helper."""

import gc
from time import perf_counter

from ..article import from_text
from ..language import parse
from .offsets import INSTRUMENTS, TABLES

HOSTILE = {
    "one letter": "a",
    "one line of words": "word ",
    "quotation marks": "“",
    "straight marks": '"',
    "single marks": "'",
    "digits": "7",
    "dates": "May 8, 2025 ",
    "open brackets": "(",
    "dashes": "-",
    "nested tags": "<div>",
    "names": "Ann Lee said. ",
    "line breaks": "a\n",
    "no-break spaces": "\u00a0",
    "mojibake": "â€™",
}
SIZE = 20_000  # characters; compared with twice as many
LIMIT = 2.3
TOO_SHORT = 0.05  # seconds under which a ratio says nothing
RUNS = 3  # the fastest counts: what else the machine does only ever makes a run slower


def linear(size=SIZE):
    """Print, for each hostile text, the time of each step at one and at two lengths.

    Returns
    -------
    int
        Exit code: 0 if doubling the length never took more than 2.3 times as long.
    """
    parse(from_text("The model is loaded before the clock starts."))
    slow = 0
    for name, piece in HOSTILE.items():
        short, long = (_times(piece * (factor * size // len(piece))) for factor in (1, 2))
        for step, once in short.items():
            twice = long[step]
            ratio = twice / once if once > 0 else 1
            bad = ratio > LIMIT and twice > TOO_SHORT
            slow += bad
            if bad or twice > TOO_SHORT:
                print(f"{name:20} {step:12} {once:7.2f} s {twice:7.2f} s  ratio {ratio:.2f}{'  SLOW' if bad else ''}")
    print(f"{len(HOSTILE)} hostile texts of {size:,} and {2 * size:,} characters, {slow} steps over {LIMIT} times")
    return 1 if slow else 0


def _times(text):
    times = {}
    for _ in range(RUNS):
        for name, seconds in _run(text):
            times[name] = min(seconds, times.get(name, seconds))
    return times


def _run(text):
    """Each step's seconds; without the collector, whose pauses fall on whichever step is running."""
    article = None
    for name, step in {"from_text": from_text, "parse": parse, **TABLES, **INSTRUMENTS}.items():
        gc.collect()
        gc.disable()
        begin = perf_counter()
        result = step(article if article is not None else text)
        seconds = perf_counter() - begin
        gc.enable()
        article = result if article is None else article
        yield name, seconds
