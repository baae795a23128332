"""One article against what a person marked in it: hits, misses and false finds, with their words.

What was marked lies in `data/gold/`, one CSV a table, and how to mark in its `guidelines.md`. A file in
`data/gold/passes/` is one reading of one person (`<article>.<table>.<person><number>.csv`); `agreement`
compares them.
"""

from itertools import combinations
from pathlib import Path

import pandas as pd

from ..answers.trust import OWN
from ..article import ArticleError, load
from ..gold.marked import COLUMNS as MARKED
from ..gold.marked import FOLDER, in_order, read
from ..sample.judged import nominal
from .actors import matched
from .scores import DEVELOPMENT, Scores, figure, scores, shares

# table -> its columns that are compared, and what a row is called that differs in the column
TABLES = {
    table: {column: f"other {'name' if column == 'actor' else column}" for column in columns}
    for table, columns in MARKED.items()
}
COLUMNS = ["table", "result", "start", "end", "text", "marked", "found"]
ORDER = ("missed", "false", *(name for labels in TABLES.values() for name in labels.values()), "right")


def misses(article, folder=FOLDER):
    """What is wrong in an article that somebody has marked.

    Parameters
    ----------
    article : Article
    folder : path

    Returns
    -------
    pandas.DataFrame
        The rows of `against_gold` that are not right; none where nobody has marked the article.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> len(misses(from_text("It rained.")))
    0
    """
    gold = against_gold(article, folder)
    return pd.DataFrame(columns=COLUMNS) if gold is None else gold[gold["result"] != "right"]


def against_gold(article, folder=FOLDER):
    """The tables of an article against what was marked in it.

    Parameters
    ----------
    article : Article
    folder : path

    Returns
    -------
    pandas.DataFrame or None
        `table`; `result`: missed, false, what is other, or right; `start`, `end`, `text`; `marked` and `found`: the
        name, or speaker, kind and cue, or value and type, or the words that contradict, in the gold and in the
        table; errors first. None where nobody has marked the article.
    """
    if not article.source.path:
        return None
    stem, rows = article.source.path.stem, []
    for name, labels in TABLES.items():
        wanted = read(Path(folder) / f"{stem}.{name}.csv", name, article.text)
        if wanted is None:
            continue
        found = _found(article, name)
        for result, row, other in compared(wanted, found, labels):
            start, end, _ = row or other
            marked, ours = ("; ".join(filter(None, (each or ("", "", ()))[2])) for each in (row, other))
            rows.append((name, result, start, end, article.text[start:end], marked, ours))
    if not rows:
        return None
    rows.sort(key=lambda row: (list(TABLES).index(row[0]), ORDER.index(row[1]), row[2]))
    return pd.DataFrame(rows, columns=COLUMNS)


def _found(article, name):
    """The rows of a table as (start, end, labels); the two rows of a joint mention as one."""
    from ..analyses import ANALYSES

    table = ANALYSES[name](article)
    if name == "consistency":
        pairs = zip(table["evidence_start"].astype(int), table["evidence_end"].astype(int), strict=True)
        table = table.assign(evidence=[article.text[start:end] for start, end in pairs])
    if name == "actors":
        table = table.groupby(["start", "end"], as_index=False).agg(actor=("actor", "; ".join))
    if name == "quotes":
        table = _whole(table)
    columns = [table[column].fillna("").map(in_order) for column in TABLES[name]]
    return sorted(zip(table["start"].astype(int), table["end"].astype(int), zip(*columns, strict=True), strict=True))


def _whole(table):
    """Quotations that a cue or a paragraph break splits as one row each, from the first word to the last."""
    first, end = {}, {}
    for row in table.itertuples(index=False):  # in the order of the text: what continues comes later
        first[row.id] = first.get(row.continues, row.id)
        end[first[row.id]] = max(end.get(first[row.id], 0), int(row.end))
    own = table[table["id"].isin(list(end))]
    return own.assign(end=[end[number] for number in own["id"]])


def compared(wanted, found, labels):
    """Each marked and each found row once, as (result, marked row or None, found row or None).

    >>> compared([(0, 9, ("A", "x"))], [(0, 8, ("B", "x")), (20, 30, ("C", "y"))], TABLES["times"])
    [('other value', (0, 9, ('A', 'x')), (0, 8, ('B', 'x'))), ('false', None, (20, 30, ('C', 'y')))]
    """
    if "evidence" in labels:  # a contradiction is the same where both of its places meet
        pairs = {
            i: j
            for i, one in enumerate(wanted)
            for j, other in enumerate(found)
            if matched([one], [other], 0) and alike("other evidence", one[2][0], other[2][0])
        }
    else:
        pairs = matched(wanted, found)
    rows = [("missed", wanted[i], None) for i in range(len(wanted)) if i not in pairs]
    for i, j in pairs.items():
        both = zip(labels.values(), wanted[i][2], found[j][2], strict=True)
        rows.append((next((said for said, a, b in both if not alike(said, a, b)), "right"), wanted[i], found[j]))
    taken = set(pairs.values())
    return rows + [("false", None, found[j]) for j in range(len(found)) if j not in taken]


def alike(said, one, other):
    """Whether two labels are the same; a cue is, if they share a word ("expressed", "expressed concern").

    >>> alike("other cue", "expressed", "expressed concern"), alike("other name", "Anna", "Anna Berg")
    (True, False)
    """
    if said == "other cue":
        return one == other or bool(set(one.lower().split()) & set(other.lower().split()))
    if said == "other evidence":
        return one in other or other in one
    return one == other


def agreement(article, folder=FOLDER):
    """How far the readings of an article agree, two by two.

    Parameters
    ----------
    article : Article
    folder : path
        Holds `passes/`.

    Returns
    -------
    pandas.DataFrame
        `table`, `first`, `second` (readings), `whose`: "one annotator's consistency" or "two annotators";
        `both` (rows that both have), `alike` (of them, with the same labels), `one` (rows that only one of them has),
        `alpha`: Krippendorff's (2004) over the words of the text, each word labelled by the row that it is in;
        missing where nothing varies.
    """
    rows, text = [], article.text
    stem = article.source.path.stem if article.source.path else ""
    for name, labels in TABLES.items():
        paths = sorted((Path(folder) / "passes").glob(f"{stem}.{name}.*.csv"))
        readings = {path.suffixes[-2][1:]: read(path, name, text) for path in paths}
        known = {reading: marked for reading, marked in readings.items() if marked is not None}
        for first, second in combinations(known, 2):
            each = compared(known[first], known[second], labels)
            both = [row for row in each if row[1] and row[2]]
            same = first.rstrip("0123456789") == second.rstrip("0123456789")
            values = [_by_word(text, known[reading]) for reading in (first, second)]
            rows.append(
                (
                    name,
                    first,
                    second,
                    OWN if same else "two annotators",
                    len(both),
                    sum(row[0] == "right" for row in both),
                    len(each) - len(both),
                    nominal(values),
                )
            )
    return pd.DataFrame(rows, columns=["table", "first", "second", "whose", "both", "alike", "one", "alpha"])


def _by_word(text, rows):
    """The label of each word of a text: that of the shortest row that it is in."""
    places, position = [], 0
    for word in text.split():
        position = text.index(word, position)
        places.append(position)
        position += len(word)
    found = [""] * len(places)
    for start, end, labels in sorted(rows, key=lambda row: (row[0] - row[1], row)):
        for number, place in enumerate(places):
            if start - 1 <= place < end:
                found[number] = " | ".join(labels)
    return found


def gold(path: str | Path) -> Scores:
    """Score every table of an article for which something is marked, and how far the readings of it agree.

    Parameters
    ----------
    path : str or path
        The article.

    Raises
    ------
    ArticleError
        If the article cannot be read, or nothing is marked in it.
    """
    article, corpus = load(path), f"gold {Path(path).stem}"
    table = against_gold(article)
    if table is None:
        raise ArticleError(f"{path}: nothing is marked in it; data/gold/ has no {Path(path).stem}.quotes.csv.")
    figures = []
    for name, own in table.groupby("table", sort=False):
        counts = own["result"].value_counts()
        missed, false, right = (int(counts.get(result, 0)) for result in ("missed", "false", "right"))
        marked, found = len(own) - false, len(own) - missed
        values = {said: value for said, (value, _) in shares(marked - missed, found, marked).items()}
        values["whole row right"] = right / max(marked, 1)
        figures += [figure(name, corpus, said, value, marked, how=DEVELOPMENT) for said, value in values.items()]
    for row in agreement(article).itertuples(index=False):
        said = f"alpha over words, {row.first} and {row.second} ({row.whose})"
        figures.append(figure(row.table, corpus, said, row.alpha, row.both + row.one, kept=False))
    wrong = table[table["result"] != "right"]
    errors = [
        (row.table, f"{row.start}:{row.end}", f"{row.result}: ⟦{row.text}⟧ {row.marked} / {row.found}")
        for row in wrong.itertuples(index=False)
    ]
    return scores(figures, errors)
