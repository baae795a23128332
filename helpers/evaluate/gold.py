"""One article against what a person marked in it: hits, misses and false finds, with their words."""

import json
from pathlib import Path

import pandas as pd

from ..themes import actors
from .actors import matched

GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"
COLUMNS = ["result", "start", "end", "text", "marked", "found"]


def against_gold(article):
    """The actors of an article against `data/gold/<its name>.actors.json`.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame or None
        `result` (missed, false, other name, right), `start`, `end`, `text`, `marked` (the names in the gold),
        `found` (those of the table); the errors first. None where nobody has marked the article.
    """
    path = article.source.path and GOLD / f"{article.source.path.stem}.actors.json"
    if not path or not path.is_file():
        return None
    marked = json.loads(path.read_text("utf8"))
    if any(article.text[row["start"] : row["end"]] != row["text"] for row in marked):
        return None  # another text of the same name
    wanted = [(row["start"], row["end"], tuple(row["names"])) for row in marked]
    spans = {}
    for row in actors(article).itertuples(index=False):
        spans.setdefault((int(row.start), int(row.end)), []).append(row.actor)
    found = [(start, end, tuple(names)) for (start, end), names in spans.items()]
    pairs = matched(wanted, found)
    taken = set(pairs.values())
    rows = [("missed", *wanted[i], ()) for i in range(len(wanted)) if i not in pairs]
    rows += [("false", start, end, (), names) for j, (start, end, names) in enumerate(found) if j not in taken]
    for i, j in pairs.items():
        right = set(wanted[i][2]) == set(found[j][2])
        rows.append(("right" if right else "other name", *wanted[i], found[j][2]))
    order = ["missed", "false", "other name", "right"]
    rows.sort(key=lambda row: (order.index(row[0]), row[1]))
    text = article.text
    return pd.DataFrame([(result, start, end, text[start:end], "; ".join(gold), "; ".join(names))
                         for result, start, end, gold, names in rows], columns=COLUMNS)  # fmt: skip
