"""The reporting words: which source is reported with which, of which class; what may have been missed."""

from itertools import dropwhile

import pandas as pd

from ..language import parse
from ..tables import CUE_CLASSES
from .cues import CLASS_OF
from .summary import LAST, WRITER, attributions

NO_CLASS = "of no class"
AUXILIARIES = frozenset(
    "has have had is are was were be been being will would may might could should must can do does did to also".split()
)


def unused_cues(article, table):
    """Verbs of saying, thinking and wanting that no row has as its cue: what may have been missed.

    Returns
    -------
    pandas.DataFrame
        start, end, text, cue_class.
    """
    used = {(int(a), int(b)) for a, b in zip(table["cue_start"], table["cue_end"], strict=True) if a is not pd.NA}
    starts = {i for a, b in used for i in range(a, b)}
    rows = [
        (token.idx, token.idx + len(token), token.text, CLASS_OF[token.lemma_.lower()])
        for token in parse(article)
        if token.pos_ == "VERB" and token.lemma_.lower() in CLASS_OF and token.idx not in starts
    ]
    return pd.DataFrame(rows, columns=["start", "end", "text", "cue_class"])


def reporting_words(table, unnamed=None):
    """With which words each source is reported: who, the words, their class, how often.

    Parameters
    ----------
    table : pandas.DataFrame
        The quotes table.
    unnamed : str, optional
        What all sources without a name are called together; without it each stands for itself.

    Returns
    -------
    pandas.DataFrame
        who, cue (in small letters), cue_class (missing where it is on no list), attributions, mentions (the places of
        the words). Who is reported most stands first, and of one source the word that is used most.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.quotes import find_quotes
    >>> quotes = find_quotes(from_text("“It rains,” said Anna Berg. Berg claimed that it was cold."))
    >>> reporting_words(quotes)[["who", "cue", "cue_class"]].values.tolist()
    [['Anna Berg', 'claimed', 'doubting'], ['Anna Berg', 'said', 'neutral']]
    """
    rows = attributions(table).drop_duplicates("whole").dropna(subset=["cue"])
    if unnamed:
        rows = rows.assign(who=rows["who"].where(rows["speaker"].notna() | (rows["who"] == WRITER), unnamed))
    used = {}
    for row in rows.itertuples(index=False):
        one = used.setdefault((row.who, _without_auxiliaries(row.cue.lower())), [row.cue_class, []])
        one[1].append((int(row.cue_start), int(row.cue_end)))
    total = rows["who"].value_counts()
    records = [(who, cue, kind, len(places), tuple(places)) for (who, cue), (kind, places) in used.items()]
    records.sort(
        key=lambda record: (unnamed and record[0] in LAST, -total[record[0]], record[0], -record[3], record[1])
    )
    return pd.DataFrame(records, columns=["who", "cue", "cue_class", "attributions", "mentions"])


def _without_auxiliaries(cue):
    """The reporting words from the first that is no auxiliary on.

    >>> _without_auxiliaries("has been saying"), _without_auxiliaries("did not say"), _without_auxiliaries("is")
    ('saying', 'not say', 'is')
    """
    words = cue.split()
    return " ".join(dropwhile(AUXILIARIES.__contains__, words)) or cue


def by_cue_class(words):
    """How often each class of reporting words is used, in the order of `tables.CUE_CLASSES`.

    Parameters
    ----------
    words : pandas.DataFrame
        From `reporting_words`.

    Returns
    -------
    pandas.DataFrame
        cue_class ("of no class" for words on no list), attributions, stance (whether it is more than neutral).

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.quotes import find_quotes
    >>> quotes = find_quotes(from_text("“It rains,” said Anna Berg. Berg claimed that it was cold."))
    >>> by_cue_class(reporting_words(quotes)).values.tolist()
    [['neutral', 1, False], ['doubting', 1, True]]
    """
    sums = words.fillna({"cue_class": NO_CLASS}).groupby("cue_class")["attributions"].sum()
    found = [name for name in (*CUE_CLASSES, NO_CLASS) if name in sums.index]
    rows = [(name, int(sums[name]), name in CUE_CLASSES[1:]) for name in found]
    return pd.DataFrame(rows, columns=["cue_class", "attributions", "stance"])
