"""Actors against GUM: mentions found, and which of them mean the same."""

from pathlib import Path

from ..article import from_text
from ..gold.gum import read_folder
from ..themes import actors
from .actors import b_cubed, matched
from .scores import Scores, figure, scores

KINDS = ("person", "organization", "place")


def coreference(folder: str | Path) -> Scores:
    """Score `themes.actors` on texts of GUM: mention F1 and B³, each the mean over the texts.

    Gold are the clusters of persons, organisations and places that have at least one name, with all their
    mentions; of what was found, the actors that have a name.

    Parameters
    ----------
    folder : str or path
        With `*.conllu`.

    Raises
    ------
    ArticleError
        If the folder holds none.
    """
    rows, errors = [], []
    for stem, text, marked in read_folder(folder):
        article = from_text(text, language="any")
        table = actors(article)
        named = set(table.loc[table["how"].isin(("name", "title")), "actor"])
        own = table[table["actor"].isin(named)].groupby(["start", "end"], sort=False)["actor"].agg(tuple)
        found = [(*article.in_source(int(start), int(end)), names) for (start, end), names in own.items()]
        row, missed, false = compared(marked, found)
        rows.append(row)
        errors += [("missed", stem, text[a:b]) for a, b, _ in missed]
        errors += [("false", stem, text[a:b]) for a, b, _ in false]
    return scores(means(Path(folder).parent.name, rows), errors)


def compared(marked, found):
    """One text: (mention F1, B³, mentions of the gold), the gold's mentions that were missed, and those found falsely.

    Parameters
    ----------
    marked : list of Marked
    found : list of (int, int, tuple of str)
        Start and end in the text that was marked, and names.

    Examples
    --------
    >>> from helpers.gold.gum import Marked
    >>> compared([Marked(0, 4, "1", "place", True)], [(0, 4, ("Oslo",))])
    ((1.0, 1.0, 1), [], [])
    """
    clusters = {}
    for one in marked:
        clusters.setdefault(one.cluster, []).append(one)
    wanted = [
        (one.start, one.end, (one.cluster,))
        for own in clusters.values()
        if own[0].kind in KINDS and any(one.named for one in own)
        for one in own
    ]
    pairs = matched(wanted, found)
    precision, recall = b_cubed(wanted, found, pairs)
    cubed = 2 * precision * recall / max(precision + recall, 1e-9)
    row = (2 * len(pairs) / max(len(wanted) + len(found), 1), cubed, len(wanted))
    missed = [one for i, one in enumerate(wanted) if i not in pairs]
    taken = set(pairs.values())
    return row, missed, [one for j, one in enumerate(found) if j not in taken]


def means(corpus: str, rows, **told) -> list[dict]:
    """The figures of a corpus, of the rows of its texts."""
    several = sum(row[2] for row in rows)
    return [
        figure("actors", corpus, measure, sum(row[place] for row in rows) / max(len(rows), 1), several, **told)
        for place, measure in enumerate(("mention F1", "name F1 (B³)"))
    ]
