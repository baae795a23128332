"""Whether running time stays linear on hostile input, helper by helper."""

import gc
from time import perf_counter

import pandas as pd

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


def linear(size: int | None = None) -> pd.DataFrame:
    """The time of each step on each hostile text, at one and at two lengths.

    Parameters
    ----------
    size : int, optional
        Characters of the shorter text; `SIZE` if left out.

    Returns
    -------
    pandas.DataFrame
        `text`, `step`, `once`, `twice` (seconds on a text of `size` characters and of twice as many), `ratio`, `slow`:
        whether doubling the length took more than 2.3 times as long, where it took long enough to tell.
    """
    parse(from_text("The model is loaded before the clock starts."))
    gc.freeze()  # what is there already, so that it is not looked through before every step
    rows, size = [], size or SIZE
    for name, piece in HOSTILE.items():
        short, long = (_times(piece * (factor * size // len(piece))) for factor in (1, 2))
        for step, once in short.items():
            ratio = long[step] / once if once > 0 else 1
            rows.append((name, step, once, long[step], ratio, ratio > LIMIT and long[step] > TOO_SHORT))
    gc.unfreeze()
    return pd.DataFrame(rows, columns=["text", "step", "once", "twice", "ratio", "slow"])


def described(table: pd.DataFrame) -> str:
    """The steps that are slow or took long enough to tell, and how many are slow, as lines to be read."""
    shown = table[table["slow"] | (table["twice"] > TOO_SHORT)]
    return (
        shown.to_string(index=False, float_format="{:.2f}".format)
        + f"\n{table['text'].nunique()} hostile texts, {table['slow'].sum()} steps over {LIMIT} times"
    )


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
