"""The tables about two articles: their columns, and the one way to build them."""

import pandas as pd

from ..tables import DTYPES, identifier

PLACES = {
    "id": ("text", "short, stable identifier"),
    "a_start": ("offset", "first character in the first article's text, missing where it is silent"),
    "a_end": ("offset", "one past the last character"),
    "b_start": ("offset", "the same in the second article"),
    "b_end": ("offset", "one past the last character"),
    "a_text": ("text", "the first article's words there"),
    "b_text": ("text", "the second article's words there"),
}
COLUMNS = {
    "passages": {
        "kind": ("text", "same words, reworded, only in A, only in B, or unsure: no such sentence, yet its words"),
        "score": ("number", "how much speaks for it that both tell the same, 0 … 1; missing where one is silent"),
        "a_words": (
            "several",
            "(start, end) of what differs in the first article; of a sentence only in A, of what B nowhere has",
        ),
        "b_words": ("several", "the same in the second article"),
    },
    "voices": {
        "kind": ("text", "same words, trimmed, in marks in A or B alone, retold, only in A, only in B, or unsure"),
        "speaker": ("text", "whose words they are, as in who of the quotes' attributions; names as the first has them"),
        "a_cue": ("text", "the reporting words of the first article"),
        "b_cue": ("text", "the reporting words of the second article"),
        "a_class": ("text", "class of a_cue"),
        "b_class": ("text", "class of b_cue"),
    },
    "speakers": {
        "kind": (
            "text",
            "in both, only in A, only in B, or unsure: without a name, or named there where somebody is reported",
        ),
        "speaker": ("text", "who is heard"),
        "role": ("text", "what kind of source it is, as source_role of the quotes table"),
        "a_share": ("number", "share of the first article's words that are reported of this speaker, 0 … 1"),
        "b_share": ("number", "the same in the second article"),
    },
    "facts": {
        "kind": ("text", "quantity or time"),
        "about": ("text", "what the two figures or times are of: what is counted, or a word that stands around both"),
        "difference": ("text", "other value, other precision or other time"),
        "a_value": ("text", "the figure with its unit, or first and last moment"),
        "b_value": ("text", "the same in the second article"),
        "a_whose": ("text", "who is said to give it; missing where it is the writer's"),
        "b_whose": ("text", "the same in the second article"),
    },
    "wording": {
        "kind": ("text", "actor, noun, verb or adjective"),
        "about": ("text", "the actor's canonical name; missing for other words"),
        "a_words": ("text", "what only the first calls it"),
        "b_words": ("text", "what only the second calls it"),
    },
    "keyness": {
        "word": ("text", "dictionary form"),
        "a_count": ("offset", "how often the first has it"),
        "b_count": ("offset", "how often the second has it"),
        "log_likelihood": ("number", "G², how little the difference is by chance (Rayson & Garside 2000)"),
        "log_ratio": ("number", "how many doublings more frequent in the first; below 0, in the second (Hardie 2014)"),
    },
    "versions": {
        "kind": ("text", "headline changed, figure changed, changed, inserted or removed"),
    },
    "in_short": {
        "kind": ("text", "which kind of difference it is"),
        "score": ("number", "how much speaks for it; higher is better, without a unit"),
        "says": ("text", "what differs, in words that can be looked up in both; missing where the sentences show it"),
    },
}


def build(name, rows, a, b):
    """Make the table `name` from dictionaries, in the order given.

    Parameters
    ----------
    name : str
        A key of `COLUMNS`.
    rows : list of dict
        With `a` and `b`, the (start, end) of each place or None, and other columns of the table.
    a, b : Article

    Returns
    -------
    pandas.DataFrame

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("It rained.")
    >>> build("versions", [{"a": (0, 10), "b": None, "kind": "removed"}], article, article)["a_text"].tolist()
    ['It rained.']
    """
    layout = {**PLACES, **COLUMNS[name]}
    records = []
    for row in rows:
        record = {column: value for column, value in row.items() if column not in ("a", "b")}
        for side, article in (("a", a), ("b", b)):
            start, end = row.get(side) or (None, None)
            words = None if start is None else article.text[start:end]
            record |= {f"{side}_start": start, f"{side}_end": end, f"{side}_text": words}
        parts = (row.get("kind"), row.get("a"), row.get("b"), row.get("speaker") or row.get("about") or row.get("word"))
        record["id"] = identifier(name, *parts)
        records.append(record)
    data = {}
    for column, (kind, _) in layout.items():
        missing = () if kind == "several" else pd.NA if kind == "offset" else None
        data[column] = pd.Series([record.get(column, missing) for record in records], dtype=DTYPES[kind])
    for column in ("a_start", "a_end", "b_start", "b_end"):
        data[column] = data[column].astype("Int64")
    return pd.DataFrame(data)
