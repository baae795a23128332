"""Sums over the quotes table: who speaks, how much, in whose words; what may have been missed."""

import pandas as pd

from ..article import ABOUT
from ..coreference import mentions_in
from ..language import parse
from .cues import CLASS_OF

NOBODY = "(no source named)"
SURE = 0.5  # a row that is less likely right than wrong is in the table, and on no page
UNNAMED = "sources without a name"  # all of them, where they stand together


def shown(quotes):
    """The rows of the quotes table that a page shows: scare quotes, and what is more likely right than wrong."""
    unsure = quotes["confidence"].notna() & (quotes["confidence"] < SURE) & (quotes["kind"] != "scare")
    return quotes[~unsure | quotes["corrected"].notna()]


def attributions(table):
    """The rows that say who says something: no scare quotes, no reports within reports.

    Returns
    -------
    pandas.DataFrame
        With two more columns: `who`, the speaker, or the source's words in quotation marks where
        the article names nobody; `whole`, the id of the attribution of which the row is a part.
    """
    rows = table[(table["kind"] != "scare") & table["inside"].isna()].copy()
    whole = {}
    for row in rows.itertuples(index=False):
        whole[row.id] = whole.get(row.continues, row.id)
    rows["whole"] = rows["id"].map(whole)
    # A later part has the source of the first.
    for column in ("speaker", "source"):
        first = {}
        for whole, value in zip(rows["whole"], rows[column], strict=True):
            first.setdefault(whole, value)
        values = [value or first[whole] for whole, value in zip(rows["whole"], rows[column], strict=True)]
        rows[column] = pd.Series(values, index=rows.index, dtype="object")
    unnamed = {}
    for source in rows["source"].dropna():
        words = _bare(source)
        if words.casefold() not in unnamed or words[:1].islower():
            unnamed[words.casefold()] = words
    rows["who"] = [
        speaker or (f"“{unnamed[_bare(source).casefold()]}”" if source else NOBODY)
        for speaker, source in zip(rows["speaker"], rows["source"], strict=True)
    ]
    return rows


def _bare(source):
    """A source's words without an article: "The analysts" and "analysts" are one."""
    words = source.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in ("the", "a", "an") else words)


def by_speaker(table, unnamed=None):
    """Attributions and words of each speaker, most words first; as on every page, of rows that are shown.

    Parameters
    ----------
    table : pandas.DataFrame
        The quotes table.
    unnamed : str, optional
        What all sources without a name are called together; without it each stands for itself.

    Returns
    -------
    pandas.DataFrame
        who, attributions, marked (words in quotation marks), paraphrased (words without), source_type,
        mentions (the places of the words).
    """
    sums = {}
    for row in attributions(shown(table)).itertuples(index=False):
        who = unnamed if unnamed and not row.speaker else row.who
        new = {"wholes": set(), "marked": 0, "paraphrased": 0, "source_type": None, "mentions": []}
        one = sums.setdefault(who, new)
        one["mentions"].append((int(row.start), int(row.end)))
        marked = sum(len(row.text[a - row.start : b - row.start].split()) for a, b in row.marked)
        marked = min(marked, len(row.text.split()))
        one["wholes"].add(row.whole)
        one["marked"] += marked
        one["paraphrased"] += len(row.text.split()) - marked
        one["source_type"] = one["source_type"] or row.source_type
    records = [
        (who, len(one["wholes"]), one["marked"], one["paraphrased"], one["source_type"], tuple(one["mentions"]))
        for who, one in sums.items()
    ]
    records.sort(key=lambda record: (-record[2] - record[3], record[0]))
    columns = ["who", "attributions", "marked", "paraphrased", "source_type", "mentions"]
    return pd.DataFrame(records, columns=columns)


def by_source_type(table):
    """Attributions by the kind of their source.

    Parameters
    ----------
    table : pandas.DataFrame
        The quotes table.

    Returns
    -------
    pandas.DataFrame
        `source_type` ("none" where nobody is named), `attributions`; most first.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.quotes import find_quotes
    >>> by_source_type(find_quotes(from_text("“We go,” said Anna Berg."))).values.tolist()
    [['named person', 1]]
    """
    whole = attributions(table).drop_duplicates("whole").fillna({"source_type": "none"})
    found = whole.groupby("source_type", as_index=False).agg(attributions=("whole", "size"))
    return found.sort_values(["attributions", "source_type"], ascending=[False, True], ignore_index=True)


def running_words(article):
    """How many words the running text has: no title, heading, caption or what else is about the article."""
    return sum(len(article.text[start:end].split()) for start, end in _running_text(article))


def _running_text(article):
    prose = article.blocks[~article.blocks["kind"].isin(("title", "heading", *ABOUT))]
    return list(zip(prose["start"], prose["end"], strict=True))


def voice_share(article, table):
    """Words of the running text that are somebody's, and all of them: (somebody's, all)."""
    spans = _running_text(article)
    rows = attributions(table)
    taken = sorted(zip(map(int, rows["start"]), map(int, rows["end"]), strict=True))
    total, somebodys, reach = running_words(article), 0, 0
    for start, end in taken:
        start = max(start, reach)
        if start < end and any(a <= start < b for a, b in spans):
            somebodys += len(article.text[start:end].split())
        reach = max(reach, end)
    return min(somebodys, total), total


def speaks_of(article, table):
    """Whom each speaker names: (speaker, name, attributions), most first.

    Returns
    -------
    pandas.DataFrame
        who, names, attributions, mentions (the places of the names). A speaker's own name in the
        speaker's words does not count.
    """
    pairs = {}
    for row in attributions(table).itertuples(index=False):
        if row.who == NOBODY:
            continue
        own = set(row.speaker.split("; ")) if row.speaker else set()
        for mention in mentions_in(article, int(row.start), int(row.end)):
            for name in set(mention.names) - own:
                wholes, places = pairs.setdefault((row.who, name), (set(), []))
                wholes.add(row.whole)
                places.append((mention.start, mention.end))
    records = [(*pair, len(wholes), tuple(sorted(places))) for pair, (wholes, places) in pairs.items()]
    records.sort(key=lambda record: (-record[2], record[0], record[1]))
    return pd.DataFrame(records, columns=["who", "names", "attributions", "mentions"])


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
        rows = rows.assign(who=rows["who"].where(rows["speaker"].notna(), unnamed))
    used = {}
    for row in rows.itertuples(index=False):
        one = used.setdefault((row.who, row.cue.lower()), [row.cue_class, []])
        one[1].append((int(row.cue_start), int(row.cue_end)))
    total = rows["who"].value_counts()
    records = [(who, cue, kind, len(places), tuple(places)) for (who, cue), (kind, places) in used.items()]
    records.sort(key=lambda record: (-total[record[0]], record[0], -record[3], record[1]))
    return pd.DataFrame(records, columns=["who", "cue", "cue_class", "attributions", "mentions"])
