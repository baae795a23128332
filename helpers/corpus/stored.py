"""How tables lie in the files of a corpus: without what the rest of them says already, and in few bytes."""

import json
from functools import cache

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from ..export.data_package import schema, to_arrow
from ..files import replace
from ..tables import columns, identifier, is_missing

FORM = 2  # of the files: what was written in another is not continued
# Columns that are the article's words, and the offsets that say which.
SPANS = {"text": ("start", "end")} | {
    name: (f"{name}_start", f"{name}_end") for name in ("source", "cue", "source_title", "of", "role")
}
SPANS["phrase"] = ("mentions", "mentions")  # the first of them, of fourteen phrases in fifteen
# Tables to whose rows no other refers -> the column that tells two rows on one span apart: what an id is made of.
KEYS = dict.fromkeys(("sentences", "quantities", "tones", "voices"))
KEYS |= {"actors": "actor", "themes": "theme", "events": "time", "key_phrases": None}
# A passage of one voice that is a whole sentence has the sentence's numbers, which are in `tones`.
SCORES = ("polarity", "subjectivity", "vader", "tone", "low", "high", "agreement", "words")
MEASURED = ("quotes",)  # tables whose rows have a confidence
LENGTHS = pa.list_(pa.struct([("start", pa.int32()), ("length", pa.int32())]))  # of mentions, nearly all alike
PUSHES = "words"  # what a lean table leaves to reading it again
OTHERWISE = "otherwise"
# Numbers of so many digits, which are kept in half the bytes; `Corpus` gives them as they were.
DIGITS = dict.fromkeys((*SCORES[:-1], "push", "confidence", "score"), 4) | {"low": 3, "high": 3, "weight": 6}
LEVEL, TEXT = 12, 15  # of compression; of the articles' texts
FEW = ("agreement", "role_start", "role_end")  # numbers that are the same in many rows
PLAIN = ("text", "id", "article_id", "role_start", "role_end")  # what a dictionary makes longer, or no shorter


@cache
def corpus_schema(name, *, text=False, lean=False):
    """The schema of a table of an analysis in the files of a corpus.

    Parameters
    ----------
    name : str
    text : bool
        With the words of each row, which the article's text has at its offsets.
    lean : bool
        Without the words that make up a tone or a theme.

    Returns
    -------
    pyarrow.Schema
        That of one article's table with `article_id` before it, without the columns in `left_out`; instead of these
        `otherwise`: as JSON, what a row has in them that is not to be had from the rest, missing of nearly every row.

    Examples
    --------
    >>> corpus_schema("quotes").names[:3]
    ['article_id', 'id', 'start']
    """
    fields = [pa.field("article_id", pa.string(), metadata={"description": "the row's article in articles"})]
    gone = left_out(name, text)
    for field in schema(name):
        if field.name not in gone and not (lean and field.name == PUSHES):
            fields.append(field.with_type(_small(field)))
    if set(gone) - {"count", "confidence"}:
        fields.append(pa.field(OTHERWISE, pa.string(), metadata={"description": "cells of its own, as JSON"}))
    return pa.schema(fields)


@cache
def left_out(name, text=False):
    """Which columns of a table are not in its files, because the rest says what they hold.

    >>> left_out("events"), left_out("events", text=True)
    (['text', 'confidence', 'id'], ['confidence', 'id'])
    """
    return [
        column
        for column in (*list(columns(name))[1:], "id")  # which is made of the others
        if (column == "id" and name in KEYS)
        or (column == "confidence" and name not in MEASURED)
        or (column == "count" and name == "key_phrases")
        or (not text and column in SPANS and SPANS[column][0] in columns(name))
    ]


def _small(field):
    if field.name == "mentions":
        return LENGTHS
    if field.name in DIGITS:
        return pa.float32()
    if pa.types.is_list(field.type) and pa.types.is_struct(field.type.value_type):
        return pa.list_(pa.struct([part.with_type(_small(part)) for part in field.type.value_type]))
    return field.type


def stored(name, some, *, text=False, lean=False):
    """A table of some articles as it lies in the files.

    Parameters
    ----------
    name : str
    some : list of (str, str, dict)
        Of each article its article_id, its text and all its tables.
    text, lean : bool
        As for `corpus_schema`.

    Returns
    -------
    pyarrow.Table
    """
    fixed, some = corpus_schema(name, text=text, lean=lean), [one for one in some if len(one[2][name])]
    if not some:
        return fixed.empty_table()
    table = dict(pd.concat([tables[name] for *_, tables in some], ignore_index=True).items())
    sizes = [len(tables[name]) for *_, tables in some]
    ids, texts = (np.repeat(np.array(every, dtype=object), sizes) for every in list(zip(*some, strict=True))[:2])
    said = {"article_id": ids}
    if OTHERWISE in fixed.names:
        said[OTHERWISE] = _otherwise(name, table, texts, left_out(name, text))
    cells = {column: table[column] for column in fixed.names if column not in said}
    if name == "voices":
        own = ~np.array([one for *_, tables in some for one in _sentences(tables["voices"], tables["tones"])])
        cells |= {column: cells[column].where(own) for column in SCORES if column in cells}
    for column, values in cells.items():
        if column in DIGITS:
            values = coarse(values, DIGITS[column])
        elif name in ("tones", "voices") and column == PUSHES:
            values = _pushes(values)
        elif column == "mentions":
            values = [[(start, end - start) for start, end in row] for row in values]
        said[column] = values
    return to_arrow(name, table, fixed, said)


def _pushes(rows):
    rows = [() if is_missing(row) else row for row in rows]
    flat = iter(coarse([push for row in rows for _, push in row], DIGITS["push"]).tolist())
    return [[(words, next(flat)) for words, _ in row] for row in rows]


def coarse(numbers, digits):
    """Numbers of so many digits, or the nearest that need fewer bits and are the same when they are rounded again.

    >>> coarse([0.1234, -0.9], 4).tolist(), coarse([0.1234, -0.9], 4).round(4).tolist()
    ([0.1234130859375, -0.9000244140625], [0.1234, -0.9])
    """
    step = 2.0 ** np.ceil(digits * np.log2(10))
    return np.round(np.round(np.asarray(numbers, dtype=float), digits) * step) / step


def _sentences(voices, tones):
    """Which passages are a sentence: where nobody corrected either, both have the numbers of these words."""
    told = {(start, end) for start, end, corrected in _places(tones) if is_missing(corrected)}
    return [is_missing(corrected) and (start, end) in told for start, end, corrected in _places(voices)]


def _places(table):
    return zip(*(table[column].to_numpy().tolist() for column in ("start", "end", "corrected")), strict=True)


def _otherwise(name, table, texts, gone):
    """Of each row the cells that are not what the article's text, or its place, says: a researcher's corrections."""
    found = {}
    derived = {column: _words(texts, *_spans(table, column)) for column in gone if column in SPANS and column != "text"}
    # An id is made of its row, which only a correction changes; no correction changes a row's text.
    if "id" in gone and not all(map(is_missing, table["corrected"].tolist())):
        derived["id"] = _ids(name, table)
    for column, cells in derived.items():
        for row, (one, cell) in enumerate(zip(cells, table[column].tolist(), strict=True)):
            if one != cell and not (is_missing(one) and is_missing(cell)):
                found.setdefault(row, {})[column] = None if is_missing(cell) else cell
    return [json.dumps(found[row]) if row in found else None for row in range(len(texts))]


def _spans(table, column):
    if column == "phrase":
        return zip(*(mentions[0] for mentions in table["mentions"]), strict=True)
    return (table[offset].to_numpy("int64", na_value=-1).tolist() for offset in SPANS[column])


def _words(texts, starts, ends):
    return [None if start < 0 else text[start:end] for text, start, end in zip(texts, starts, ends, strict=True)]


def _ids(name, table):
    words = "phrase" if name == "key_phrases" else "text"
    keys = [KEYS[name]] if KEYS[name] else []
    places = zip(*_spans(table, words), *(table[column].tolist() for column in (words, *keys)), strict=True)
    return [row_id(name, *place) for place in places]


def row_id(name, start, end, text, key=None):
    """The id of a row of a table in `KEYS`.

    >>> row_id("sentences", 0, 9, "It rains.") == identifier("sentences", 0, 9, "It rains.", None)
    True
    """
    return identifier(name, start, end, text, None if is_missing(key) else key)


def write(table, folder, number):
    """Write a part of a table under its name only when it is whole.

    What its columns hold is in the codebook and not in each part, whose end it would double.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sink = pa.BufferOutputStream()
    leaves = [(path, kind) for field in table.schema for path, kind in _leaves(field.name, field.type)]
    # A number's first bytes hardly change from row to row: compressed apart from its last they take no space.
    split = [path for path, kind in leaves if pa.types.is_integer(kind) or pa.types.is_float32(kind)]
    split = [path for path in split if path not in FEW]
    pq.write_table(
        table,
        sink,
        compression="zstd",
        compression_level={path: TEXT if path == "text" else LEVEL for path, _ in leaves},
        use_dictionary=[path for path, _ in leaves if path not in split and path not in PLAIN],
        column_encoding=dict.fromkeys(split, "BYTE_STREAM_SPLIT"),
        write_statistics=False,
        store_schema=False,
    )
    replace(folder / f"part-{number:06}.parquet", sink.getvalue().to_pybytes())


def _leaves(name, kind):
    """The columns as Parquet names them, where a list is one level deeper, and their types."""
    if not pa.types.is_list(kind):
        return [(name, kind)]
    inner = kind.value_type
    if not pa.types.is_struct(inner):
        return [(f"{name}.list.element", inner)]
    return [(f"{name}.list.element.{field.name}", field.type) for field in inner]
