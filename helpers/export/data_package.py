"""Tables as CSV and Parquet, and the Frictionless data package that says what each column holds."""

import json
from functools import cache
from itertools import accumulate

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from .. import __version__
from ..files import encoded
from ..tables import DTYPES, columns

SPANS = pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())]))
PUSHES = pa.list_(pa.struct([("words", pa.string()), ("push", pa.float64())]))
NAMES = pa.list_(pa.string())
NAME = "close-reading"
FILE = "datapackage.json"
# What a column that holds several things holds.
SEVERAL = {"marked": SPANS, "spans": SPANS, "mentions": SPANS, "told_again": SPANS, "actors": NAMES}
TYPES = {"text": pa.string(), "offset": pa.int32(), "number": pa.float64(), "flag": pa.bool_()}
FRICTIONLESS = {"text": "string", "offset": "integer", "number": "number", "flag": "boolean", "several": "array"}
# Columns that hold the article's words, left out where its text must not be passed on.
WORDS = {"text", "source", "cue", "words", "of", "whole"}


@cache
def schema(name):
    """The Parquet schema of a table, each column with its description.

    Parameters
    ----------
    name : str
        A table of `helpers.tables`.

    Returns
    -------
    pyarrow.Schema

    Examples
    --------
    >>> schema("times").field("start").type
    DataType(int32)
    """
    fields = []
    for column, (kind, description) in columns(name).items():
        several = (NAMES if name == "themes" else PUSHES) if column == "words" else SEVERAL.get(column)
        fields.append(
            pa.field(column, several if kind == "several" else TYPES[kind], metadata={"description": description})
        )
    return pa.schema(fields)


def to_arrow(name, table, fixed=None, cells=()):
    """A table as Arrow has it.

    Parameters
    ----------
    name : str
    table : pandas.DataFrame
    fixed : pyarrow.Schema, optional
        Its columns and their types; those of `schema` if left out.
    cells : dict, optional
        Column -> what it holds, in place of the table's own.

    Returns
    -------
    pyarrow.Table
    """
    fixed, cells = fixed or schema(name), dict(cells)
    arrays = []
    for field in fixed:
        values = cells[field.name] if field.name in cells else table[field.name]
        if pa.types.is_list(field.type):
            arrays.append(_several(values, field.type))
        else:
            values = getattr(values, "values", values)  # Arrow reads a Series by way of much more
            arrays.append(pa.array(values, type=field.type, from_pandas=True))
    return pa.Table.from_arrays(arrays, schema=fixed)


def _several(rows, kind):
    """Rows of several things each: all of them in one array, and where each row begins."""
    inner, flat = kind.value_type, [one for row in rows for one in row]
    if pa.types.is_struct(inner):
        parts = zip(*flat, strict=True) if flat else [()] * inner.num_fields
        leaves = [pa.array(part, type=field.type) for part, field in zip(parts, inner, strict=True)]
        values = pa.StructArray.from_arrays(leaves, fields=list(inner))
    else:
        values = pa.array(flat, type=inner)
    begins = pa.array([0, *accumulate(map(len, rows))], type=pa.int32())
    return pa.ListArray.from_arrays(begins, values, type=kind)


def from_arrow(name, table):
    """The table that `to_arrow` was given."""
    records = table.to_pylist()
    data = {}
    for column, (kind, _) in columns(name).items():
        values = [record[column] for record in records]
        if kind == "several":
            values = [tuple(tuple(item.values()) if isinstance(item, dict) else item for item in row) for row in values]
        data[column] = pd.Series(values, dtype=DTYPES[kind])
    return pd.DataFrame(data)


def contents(article, tables, *, snippets=False):
    """What the tables and `datapackage.json` hold.

    Returns
    -------
    dict of str to bytes
    """
    found, resources = {}, []
    for name, table in tables.items():
        left_out = WORDS if snippets else set()
        kept = [column for column in columns(name) if column not in left_out]
        flat = table[kept].copy()
        for column in kept:
            if columns(name)[column][0] == "several":
                flat[column] = [json.dumps(value, ensure_ascii=False) for value in flat[column]]
        found[f"tables/{name}.csv"] = encoded(flat.to_csv(index=False, lineterminator="\n"))
        sink = pa.BufferOutputStream()
        pq.write_table(to_arrow(name, table).select(kept), sink)
        found[f"tables/{name}.parquet"] = sink.getvalue().to_pybytes()
        resources.append(_resource(name, kept))
    description = {
        "name": NAME,
        "title": f"{article.name}, read closely",
        "version": __version__,
        "description": "What was found in one news article. Offsets count Unicode code points in article.txt, "
        "the end exclusive." + (" The article’s words are left out." if snippets else ""),
        "sources": [
            {"title": article.source.path.name if article.source.path else "a text", "sha256": article.source.sha256}
        ],
        "resources": resources,
    }
    found[FILE] = encoded(json.dumps(description, ensure_ascii=False, indent=1))
    return found


def _resource(name, kept):
    fields = [
        {"name": column, "type": FRICTIONLESS[columns(name)[column][0]], "description": columns(name)[column][1]}
        for column in kept
    ]
    return {
        "name": name.replace("_", "-"),
        "path": f"tables/{name}.csv",
        "parquet": f"tables/{name}.parquet",  # the same rows; the file says itself what its columns hold
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": {"fields": fields, "primaryKey": ["id"], "missingValues": [""]},
    }
