"""The one way to build a table, and quick ways into and out of a DataFrame."""

from collections import namedtuple
from functools import cache
from hashlib import blake2s

import numpy as np
import pandas as pd

from .layout import BEST_FIRST, DTYPES, columns


def is_missing(value):
    """Whether a cell holds nothing: None, NA, NaN, or an empty tuple.

    >>> is_missing(pd.NA), is_missing(()), is_missing(0)
    (True, True, False)
    """
    if isinstance(value, tuple):
        return not value
    return value is None or value is pd.NA or value != value


def identifier(name, *parts):
    """Short stable id: a hash of the table and of what tells its rows apart.

    >>> identifier("quotes", 3, 9, "“Yes.”") == identifier("quotes", 3, 9, "“Yes.”")
    True
    """
    digest = blake2s(repr((name, *parts)).encode("utf8"), digest_size=5).hexdigest()
    return f"{name[0]}{digest}"


def build(name, rows, text=None):
    """Make the table `name` from dictionaries.

    Parameters
    ----------
    name : str
        A key of `COLUMNS`.
    rows : iterable of dict
        With `start` and `end` (key phrases: `phrase`), and any other column of the table.
        A row may bring its own `id`; a `key` (what tells apart two rows on one span) only
        goes into the id.
    text : str, optional
        The article's clean text, from which `text` is filled.

    Returns
    -------
    pandas.DataFrame
        All columns of the table, sorted by start and end (`BEST_FIRST`: as given).
    """
    layout = columns(name)
    records = []
    for row in rows:
        row = dict(row)
        key = row.pop("key", None)
        if text is not None and "start" in row:
            row["text"] = text[row["start"] : row["end"]]
        place = row.get("start"), row.get("end")
        if row.get("mentions"):  # a phrase is where it stands first
            place = row["mentions"][0]
        row.setdefault("id", identifier(name, *place, row.get("text", row.get("phrase")), key))
        records.append(row)
    if name not in BEST_FIRST:
        records.sort(key=lambda row: (row["start"], row["end"]))
    arrays = []
    for column, (kind, _) in layout.items():
        missing = () if kind == "several" else None
        arrays.append(array([row.get(column, missing) for row in records], kind))
    return frame(tuple(layout), arrays)


def frame(names, arrays):
    """A DataFrame of arrays as they are.

    Articles have many short tables, and the public constructor takes six times as long to look into the arrays.

    Parameters
    ----------
    names : tuple of str
    arrays : list of array
        As `array` makes them, of one length.

    Returns
    -------
    pandas.DataFrame

    Examples
    --------
    >>> found = frame(("start", "kind"), [array([3, None], "offset"), array(["title", None], "text")])
    >>> same = {"start": pd.array([3, None], "Int64"), "kind": pd.Series(["title", None], dtype=object)}
    >>> pd.testing.assert_frame_equal(found, pd.DataFrame(same))
    """
    return pd.DataFrame._from_arrays(arrays, _index(names), pd.RangeIndex(len(arrays[0])), verify_integrity=False)


@cache
def _index(names):
    return pd.Index(names)


def each(table, columns):
    """The rows of a table with some of its columns: for short tables many times as fast as `itertuples`.

    Parameters
    ----------
    table : pandas.DataFrame
    columns : str
        Names with spaces between them.

    Returns
    -------
    list of namedtuple

    Examples
    --------
    >>> [row.start for row in each(build("sentences", [{"start": 0, "end": 3, "block": 0}]), "start end")]
    [0]
    """
    row, names = _row(columns)
    place, cells = table.columns.get_loc, table._get_column_array  # without a Series around each column
    return [row(*some) for some in zip(*(cells(place(name)).tolist() for name in names), strict=True)]


@cache
def _row(columns):
    return namedtuple("Row", columns), columns.split()


def array(values, kind):
    """A column's cells as pandas keeps them; through NumPy, which takes half the time that pandas' own guessing does.

    Parameters
    ----------
    values : list
    kind : str
        Of `DTYPES`, or a NumPy dtype whose values are never missing.

    Returns
    -------
    numpy.ndarray or pandas.api.extensions.ExtensionArray
    """
    if kind == "offset":
        mask = np.array([value is None or value is pd.NA for value in values], dtype=bool)
        numbers = np.array([0 if hole else value for value, hole in zip(values, mask, strict=True)], dtype="int64")
        return pd.arrays.IntegerArray(numbers, mask)
    if kind == "number":
        return np.array(values, dtype="float64")  # None is NaN
    if kind in ("text", "several"):
        cells = np.empty(len(values), dtype=object)
        cells[:] = values
        return cells
    return pd.array(values, dtype=DTYPES[kind]) if kind in DTYPES else np.array(values, dtype=kind)
