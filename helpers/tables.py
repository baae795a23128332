"""The tables: their columns, in one place, and the one way to build them.

Every analysis returns a table built by `build`, so that identifiers, column order, types
and missing values are the same everywhere. `COLUMNS` is also the source of the codebook.
"""

from collections import namedtuple
from functools import cache, wraps
from hashlib import blake2s
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd

# kind of value -> pandas dtype. Text is kept as object with None for "missing", so that
# `if row.speaker:` does what it looks like (NaN would be true).
DTYPES = {
    "text": "object",
    "offset": "Int64",
    "number": "float64",
    "flag": "boolean",
    "several": "object",
}

# In which manner words report what somebody says; the words of each class are in `quotes.cues`.
CUE_CLASSES = ("neutral", "assertive", "doubting", "demanding", "promising", "emotional", "thinking")

# What kind of source speaks, and by which way the words came; the words are in `quotes.source_roles` and `.channels`.
SOURCE_ROLES = tuple(
    "official|politician|company|expert|affected person|police or court|advocate|media|document|anonymous|other".split(
        "|"
    )
)
CHANNELS = tuple(
    "said to this outlet|statement|social media|press conference|document|other media|court|by spokesperson".split("|")
)

# Every row of every table has these; `corrected` and `confidence` come last.
FIRST = {
    "id": ("text", "short, stable identifier"),
    "start": ("offset", "first character in article.text"),
    "end": ("offset", "one past the last character in article.text"),
    "text": ("text", "article.text[start:end]"),
}
LAST = {
    "confidence": ("number", "calibrated probability 0 … 1, missing where nobody measured it"),
    "corrected": ("text", "who overruled this row, missing if nobody did"),
}

COLUMNS = {
    "sentences": {"block": ("offset", "position in article.blocks of the block it stands in")},
    "quotes": {
        "kind": ("text", "direct, mixed, indirect or scare"),
        "marked": ("several", "(start, end) of each passage in quotation marks inside it"),
        "speaker": ("text", "canonical names joined by '; ', missing if the article names none"),
        "source": ("text", "the words that name the speaker"),
        "source_start": ("offset", "first character of source"),
        "source_end": ("offset", "one past the last character of source"),
        "source_type": ("text", "named person, institution, media, anonymous or collective"),
        "cue": ("text", "the reporting words"),
        "cue_start": ("offset", "first character of cue"),
        "cue_end": ("offset", "one past the last character of cue"),
        "cue_class": ("text", "neutral, assertive, doubting, promising, …"),
        "inside": ("text", "id of the quotation that encloses this one"),
        "continues": ("text", "id of the part of the same quotation that this one continues"),
        "rule": ("text", "the construction that found it"),
        "source_role": (
            "text",
            "official, politician, company, expert, affected person, police or court, advocate, media, document, "
            "anonymous or other; missing if the text does not say",
        ),
        "source_title": ("text", "the words that introduce the source"),
        "source_title_start": ("offset", "first character of source_title"),
        "source_title_end": ("offset", "one past the last character of source_title"),
        "channel": (
            "text",
            "said to this outlet, statement, social media, press conference, document, other media, court or "
            "by spokesperson; missing if the text does not say",
        ),
        "first_hand": ("flag", "false where somebody else reports it: another paper, hearsay, the words of a source"),
    },
    "times": {
        "type": ("text", "TIMEX3 type: DATE, TIME, DURATION or SET"),
        "value": ("text", "TIMEX3 value, missing where the words give none"),
        "earliest": ("text", "first moment it can mean, ISO 8601, missing if open"),
        "latest": ("text", "last moment it can mean, ISO 8601, missing if open"),
        "anchor": ("text", "what it was resolved against, missing if against nothing"),
        "anchor_start": ("offset", "first character of the anchor, if it is in the text"),
        "anchor_end": ("offset", "one past the last character of the anchor"),
    },
    "events": {
        "actors": ("several", "canonical names of who takes part"),
        "status": ("text", "happened, planned, possible, denied or reported"),
        "time": ("text", "id of the row of times that dates it"),
        "earliest": ("text", "first moment it can have been, ISO 8601"),
        "latest": ("text", "last moment it can have been, ISO 8601"),
        "inferred": ("flag", "true where no time dates it in so many words"),
        "rule": ("text", "the construction that linked it to its time"),
        "clause_start": ("offset", "first character of the clause that tells it"),
        "clause_end": ("offset", "one past the last character of that clause"),
        "told_again": ("several", "(start, end) of the other clauses that tell the same event"),
    },
    "consistency": {
        "evidence_start": ("offset", "first character of the place that contradicts it"),
        "evidence_end": ("offset", "one past the last character of that place"),
        "problem": ("text", "what does not go together, in one sentence"),
        "kind": ("text", "what was compared: count, sum, share, change, duration, weekday, …"),
    },
    "quantities": {
        "value": ("number", "the number; of a range the lower end, of a share named in words the fraction"),
        "high": ("number", "the upper end of a range, the other side of a score"),
        "unit": ("text", "name in the singular: percentage, US dollar, kilometre; of a count the counted noun"),
        "approximate": ("text", "about, at least, more than, at most or less than; missing where told as exact"),
        "change": ("text", "rise, fall, from, to or by, where it is the size or an end of a change"),
        "of": ("text", "the words that are counted or measured"),
        "of_start": ("offset", "first character of of"),
        "of_end": ("offset", "one past the last character of of"),
        "per": ("text", "what a rate is per"),
        "whole": ("text", "the words for what it is a part of"),
        "time": ("text", "id of the row of times that it is told with"),
        "quote": ("text", "id of the quotation that it stands in"),
        "kind": ("text", "count, money, share, rate, age, score, measure, ordinal or multiple"),
    },
    "relations_checked": {
        "spans": ("several", "(start, end) of every place compared; the span is the first"),
        "kind": ("text", "sum, remaining, difference, share, change, span, age, anniversary, weekday, order, …"),
        "computation": ("text", "what was computed, in words and figures"),
        "verdict": ("text", "agrees, disagrees or not comparable"),
        "reason": ("text", "why it disagrees or cannot be compared; missing where it agrees"),
    },
    "tones": {
        "polarity": ("number", "TextBlob's polarity, -1 … 1, unchanged"),
        "subjectivity": ("number", "TextBlob's subjectivity, 0 … 1, unchanged"),
        "vader": ("number", "VADER's compound score, -1 … 1, unchanged"),
        "tone": ("number", "what human raters would have said on average, -1 … 1"),
        "low": ("number", "lower end of the 90 % interval of tone"),
        "high": ("number", "upper end of the 90 % interval of tone"),
        "agreement": ("number", "share of pairs of methods that agree on the sign, 0 … 1"),
        "words": ("several", "(words, push) of what makes up the tone, the last of them everything else"),
    },
    "actors": {
        "actor": ("text", "canonical name: the fullest form in the article without a title"),
        "kind": ("text", "person, government, place, organisation or group"),
        "how": ("text", "name, title, demonym, metonym, pronoun, description or joint"),
        "gender": ("text", "female, male or mixed, as the text refers to the person; missing if it does not"),
        "role": ("text", "the words that say who this is"),
        "role_start": ("offset", "first character of role"),
        "role_end": ("offset", "one past the last character of role"),
    },
    "themes": {
        "theme": ("text", "label: a noun phrase of the article, or what its title or first sentence tells, as a noun"),
        "weight": (
            "number",
            "how much the passage counts for it, 0 … 1; all of an article add up to 1, the theme with the largest "
            "sum is the main one",
        ),
        "words": ("several", "the phrases that carry the theme here"),
        "block": ("offset", "position in article.blocks of the passage"),
    },
    "key_phrases": {
        "phrase": ("text", "the phrase in its most frequent form"),
        "score": ("number", "relevance, best first, 0 … 1"),
        "count": ("offset", "number of mentions"),
        "mentions": ("several", "(start, end) of each mention"),
    },
    "findings": {
        "number": ("offset", "place in the order in which they should be read, from 1"),
        "finding": ("text", "one sentence"),
        "statement": ("text", "which kind of statement it is, of findings.STATEMENTS"),
        "page": ("text", "number of the notebook whose answer states it"),
        "method": ("text", "the function that found it"),
    },
    "in_short": {
        "role": (
            "text",
            "what happened, main figure, who says it, disputed, open or verdict; missing where it does not show",
        ),
        "score": ("number", "how likely it tells a fact that the rows before it do not; higher is better"),
    },
    "concordance": {
        "left": ("text", "the words before"),
        "match": ("text", "the words found"),
        "right": ("text", "the words after"),
        "block": ("offset", "position in article.blocks of the block it stands in"),
    },
}
BEST_FIRST = ("key_phrases", "in_short", "findings")  # tables in the order in which they should be read
COLUMNS["voices"] = {**COLUMNS["tones"], "voice": ("text", "speaker, 'unknown' or 'narrator'")}


def once_per_article(function):
    """Let a function of an article (and of what else tells its answers apart) do its work once for each article.

    What it gave is kept for as long as the article is; nobody may change it.

    Parameters
    ----------
    function : callable
        Its first argument is the article, the others can be keys of a dict.

    Returns
    -------
    callable

    Examples
    --------
    >>> asked = []
    >>> class Article:
    ...     pass
    >>> @once_per_article
    ... def answer(article, question):
    ...     asked.append(question)
    ...     return len(asked)
    >>> article = Article()
    >>> answer(article, "who"), answer(article, "who"), answer(article, "when"), answer(Article(), "who")
    (1, 1, 2, 3)
    """
    known = WeakKeyDictionary()

    @wraps(function)
    def asked(article, *more):
        answers = known.setdefault(article, {})
        if more not in answers:
            answers[more] = function(article, *more)
        return answers[more]

    return asked


def is_missing(value):
    """Whether a cell holds nothing: None, NA, NaN, or an empty tuple.

    >>> is_missing(pd.NA), is_missing(()), is_missing(0)
    (True, True, False)
    """
    if isinstance(value, tuple):
        return not value
    return value is None or value is pd.NA or value != value


def columns(name):
    """All columns of a table, in order: name -> (kind of value, what it holds)."""
    own = COLUMNS[name]
    if name == "key_phrases":  # one row a phrase: it has many places, so no place of its own
        return {"id": FIRST["id"], **own, **LAST}
    return {**FIRST, **own, **LAST}


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
