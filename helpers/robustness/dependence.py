"""What results hang on: the rest of the article, and each family of rules."""

import pandas as pd

from ..analyses import ANALYSES
from ..article.reworded import reworded, uncorrected

# A table -> the column on which two rows at the same words must agree to be the same.
DECISIVE = {
    "quotes": "speaker",
    "times": "value",
    "events": "earliest",
    "actors": "actor",
    "themes": "theme",
    "tones": "tone",
}
# A table -> the column that names the family of rules a row comes from, and what is asked of the table.
FAMILIES = {"actors": ("how", "named most"), "quotes": ("rule", "speaks most"), "events": ("rule", "dated from, to")}


def halved(article):
    """What the first half of an article gives when the second is not there.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        `table`, `rows` (of the whole article's table that end in its first half), `same` (those that the half alone
        gives too: same words, same decisive column), `share`. Empty for an article of one block.
    """
    ends = article.blocks["end"].tolist()
    middle = ends[(len(ends) - 1) // 2] if len(ends) > 1 else 0
    if not middle:
        return pd.DataFrame(columns=["table", "rows", "same", "share"])
    article = uncorrected(article)
    places = [(start, end) for start, end in zip(article.blocks["start"].tolist(), ends, strict=True) if end <= middle]
    half, rows = reworded(article, article.text[:middle], places), []
    for name, column in DECISIVE.items():
        whole, part = ANALYSES[name](article), ANALYSES[name](half)
        whole = whole[whole["end"] <= middle]
        known = set(zip(part["start"], part["end"], part[column].astype(str), strict=True))
        same = sum(key in known for key in zip(whole["start"], whole["end"], whole[column].astype(str), strict=True))
        rows.append({"table": name, "rows": len(whole), "same": same, "share": same / max(len(whole), 1)})
    return pd.DataFrame(rows)


def sensitivity(article):
    """What tables would say if the rows of one family of rules were not believed.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        `table`, `family` (how an actor is named; the construction of a quotation; what dates an event), `rows` (of
        the family), `share` (of the table), `question`, `all` (the answer with every row), `without` (the answer
        without the family), `changes` (whether they differ). The most rows first within a table.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> found = sensitivity(from_text("Anna Berg came. She sang, and she danced. Tom Clark left. Tom Clark slept."))
    >>> found.loc[found["family"] == "pronoun", ["all", "without"]].values.tolist()
    [['Anna Berg, Tom Clark', 'Tom Clark, Anna Berg']]
    """
    rows = []
    for name, (column, question) in FAMILIES.items():
        table = ANALYSES[name](article)
        answer = _ANSWERS[name]
        whole = answer(table)
        for family, own in table.groupby(column):
            other = answer(table[table[column] != family])
            rows.append(
                {
                    "table": name,
                    "family": family,
                    "rows": len(own),
                    "share": len(own) / len(table),
                    "question": question,
                    "all": whole,
                    "without": other,
                    "changes": other != whole,
                }
            )
    columns = ["table", "family", "rows", "share", "question", "all", "without", "changes"]
    found = pd.DataFrame(rows, columns=columns)
    order = {name: number for number, name in enumerate(FAMILIES)}
    return found.sort_values(
        ["table", "rows", "family"],
        ascending=[True, False, True],
        ignore_index=True,
        key=lambda own: own.map(order) if own.name == "table" else own,
    )


def _named_most(table, most=3):
    counts = table["actor"].value_counts()
    return ", ".join(sorted(counts.index, key=lambda name: (-counts[name], name))[:most]) or "nobody"


def _speaks_most(table):
    own = table[(table["kind"] != "scare") & table["inside"].isna()].dropna(subset="speaker")
    words = own["text"].str.split().str.len().groupby(own["speaker"]).sum()
    return str(words.sort_index().idxmax()) if len(words) else "nobody"


def _span(table):
    first, last = table["earliest"].dropna(), table["latest"].dropna()
    return f"{first.min() if len(first) else '…'}, {last.max() if len(last) else '…'}"


_ANSWERS = {"actors": _named_most, "quotes": _speaks_most, "events": _span}
