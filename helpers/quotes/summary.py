"""Sums over the quotes table: who speaks, how much, in whose words."""

import re

import pandas as pd

from ..article import ABOUT
from ..coreference import mentions_in
from ..wording import joined

NOBODY = "(no source named)"
UNNAMED = "sources without a name"  # all of them, where they stand together
LAST = (NOBODY, UNNAMED)
IN_MARKS = "(in marks, nobody says it)"
WHO = frozenset("who whom whose which".split())
LEANING = frozenset("those people some many one all someone somebody anyone everyone others men women person".split())
WRITER = "the writer, as “I”"


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
        words = bare(source)
        if words.casefold() not in unnamed or words[:1].islower():
            unnamed[words.casefold()] = words
    rows["who"] = [
        speaker or (WRITER if is_writer(source) else f"“{unnamed[bare(source).casefold()]}”" if source else NOBODY)
        for speaker, source in zip(rows["speaker"], rows["source"], strict=True)
    ]
    return rows


def is_writer(source):
    """Whether a source that stands in nobody's words is the one who writes.

    >>> is_writer("I"), is_writer("my friend"), is_writer(None)
    (True, False, False)
    """
    return bool(source) and source.strip().casefold() in ("i", "i myself")


def bare(source):
    """A source's words as one name, in one line: no article, no clause that tells more of it.

    >>> bare("The senior officials"), bare("The analysts") == bare("analysts"), bare('The ad, titled "Unifier')
    ('senior officials', True, 'ad')
    >>> bare("Owners of the Holm Company, which has two boats"), bare("those who left")
    ('Owners of the Holm Company', 'those who left')
    """
    if source.count('"') % 2 or source.count("“") != source.count("”"):  # cut in the middle of a title
        source = re.split(r"[,(“\"]", source)[0].strip() or source
    words = source.split()
    words = words[1:] if len(words) > 1 and words[0].lower() in ("the", "a", "an") else words
    clause = next((place for place, word in enumerate(words) if word in WHO), len(words))
    if clause > 1 or (clause and words[0].endswith(",")) or (clause and words[0].lower() not in LEANING):
        words = words[:clause]
    return " ".join(words).rstrip(",")


def of_story(article, table):
    """The rows of the quotes table that stand in the running text: words of a headline are counted nowhere.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        The quotes table.

    Returns
    -------
    pandas.DataFrame

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.quotes import find_quotes
    >>> article = from_text("# Berg: “The quay is safe”\\n\\n“The quay is safe,” said Anna Berg.")
    >>> table = find_quotes(article)
    >>> len(table), len(of_story(article, table))
    (2, 1)
    >>> len(of_story(article, table[:0]).columns) == len(table.columns)
    True
    """
    spans = _running_text(article)
    told = [any(a <= start < b for a, b in spans) for start in table["start"]]
    return table[pd.Series(told, index=table.index, dtype=bool)]  # a list that is empty would choose no columns


def by_speaker(table, unnamed=None):
    """Attributions and words of each speaker, most words first; as on every page.

    Where sources without a name stand together, they stand last.

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
    for row in attributions(table).itertuples(index=False):
        who = unnamed if unnamed and not row.speaker and row.who != WRITER else row.who
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
    records.sort(key=lambda record: (unnamed and record[0] in LAST, -record[2] - record[3], record[0]))
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


def with_who(table):
    """The rows of the quotes table, each with the one whose words they are: for a table that people read.

    Parameters
    ----------
    table : pandas.DataFrame
        The quotes table.

    Returns
    -------
    pandas.DataFrame
        With one more column, `who`: as in `attributions`, for every row; scare quotes are nobody's.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.quotes import find_quotes
    >>> with_who(find_quotes(from_text("“We go,” the sailors said.")))["who"].tolist()
    ['“sailors”']
    """
    known = attributions(table).set_index("id")["who"]
    own = {
        row.id: row.speaker or (f"“{bare(row.source)}”" if row.source else NOBODY)
        for row in table.itertuples(index=False)
    }
    own |= dict.fromkeys(table.loc[table["kind"] == "scare", "id"], IN_MARKS) | known.to_dict()
    return table.assign(who=[joined(own[one]) for one in table["id"]])


def speaks_of(article, table, most=9):
    """Whom each speaker names: (speaker, name, attributions), most first.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        The quotes table.
    most : int
        Speakers, and names, that have a place in a matrix: those with most attributions.

    Returns
    -------
    pandas.DataFrame
        who, names, attributions, mentions (the places of the names), row and column (the place in a matrix, from 0;
        missing for those that have none). A speaker's own name in the speaker's words does not count.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.quotes import find_quotes
    >>> article = from_text("“Norway left,” said Anna Berg.")
    >>> speaks_of(article, find_quotes(article))[["who", "names", "row", "column"]].values.tolist()
    [['Anna Berg', 'Norway', 0, 0]]
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
    found = pd.DataFrame(records, columns=["who", "names", "attributions", "mentions"])
    names = _ranks(found, "names", most)
    speakers = _ranks(found[found["names"].isin(names)], "who", most)
    inside = found["names"].isin(names) & found["who"].isin(speakers)
    for place, column, ranks in (("row", "who", speakers), ("column", "names", names)):
        found[place] = found[column].map(ranks).where(inside).astype("Int64")
    return found


def _ranks(table, column, most):
    """Value -> its rank by attributions, of the first ones."""
    sums = table.groupby(column)["attributions"].sum().sort_values(ascending=False, kind="stable")
    return {value: number for number, value in enumerate(sums.index[:most])}
