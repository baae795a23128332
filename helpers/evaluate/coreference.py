"""Actors against GUM: mentions found, and which of them mean the same."""

from collections import Counter, defaultdict
from pathlib import Path

from ..article import from_text
from ..gold.gum import read_folder
from ..themes import actors
from .actors import b_cubed, matched
from .scores import Scores, figure, scores

KINDS = ("person", "organization", "place")
LEADING, NEAR = 5, 0.15  # mentions of those whose number is looked at; share of it by which it may be wrong
BESIDE = frozenset(("", "is", "was", "are", "were"))
NOT_THIRD = frozenset("i me my mine myself you your yours yourself we us our ours ourselves".split())


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
    rows, numbers, errors = [], [], []
    for stem, text, marked in read_folder(folder):
        article = from_text(text, language="any")
        table = actors(article)
        named = set(table.loc[table["how"].isin(("name", "title")), "actor"])
        own = table[table["actor"].isin(named)].groupby(["start", "end"], sort=False)["actor"].agg(tuple)
        found = [(*article.in_source(int(start), int(end)), names) for (start, end), names in own.items()]
        row, missed, false = compared(marked, found)
        rows.append(row)
        numbers += counted(marked, found, text)
        errors += [("missed", stem, text[a:b]) for a, b, _ in missed]
        errors += [("false", stem, text[a:b]) for a, b, _ in false]
    corpus = Path(folder).parent.name
    return scores([*means(corpus, rows), near(corpus, numbers)], errors)


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


def counted(marked, found, text):
    """How often those leading are mentioned: (mentions in the gold, mentions found) of each.

    Of the gold those persons and organisations that have a name and at least five mentions; left out are the first
    and second person (of what was found, too) and what only says who one is (appositions and complements).

    Parameters
    ----------
    marked : list of Marked
    found : list of (int, int, tuple of str)
        As for `compared`.
    text : str
        That was marked.

    Examples
    --------
    >>> from helpers.gold.gum import Marked
    >>> text = "Anna sang. She sang. She sang. She sang. Anna, a singer, sang."
    >>> places = [(0, 4), (11, 14), (21, 24), (31, 34), (41, 45), (47, 55)]
    >>> marked = [Marked(start, end, "1", "person", start in (0, 41)) for start, end in places]
    >>> counted(marked, [(0, 4, ("Anna",)), (11, 14, ("Anna",))], text)
    [(5, 2)]
    """
    clusters = defaultdict(list)
    for one in marked:
        own = clusters[one.cluster]
        beside = own and text[own[-1].end : one.start].strip(" ,(") in BESIDE and one.start > own[-1].end
        inside = own and one.start < own[-1].end
        if not (beside or inside or text[one.start : one.end].lower() in NOT_THIRD):
            own.append(one)
    leading = {
        cluster: own
        for cluster, own in clusters.items()
        if len(own) >= LEADING and own[0].kind in KINDS[:2] and any(one.named for one in own)
    }
    wanted = [(one.start, one.end, (cluster,)) for cluster, own in clusters.items() for one in own]
    third = [names for start, end, names in found if text[start:end].lower() not in NOT_THIRD]
    votes, sizes = defaultdict(Counter), Counter(name for names in third for name in names)
    for i, j in matched(wanted, found).items():
        votes[wanted[i][2][0]].update(found[j][2])
    return [
        (len(own), sizes[votes[cluster].most_common(1)[0][0]] if votes[cluster] else 0)
        for cluster, own in leading.items()
    ]


def means(corpus: str, rows, **told) -> list[dict]:
    """The figures of a corpus, of the rows of its texts."""
    several = sum(row[2] for row in rows)
    return [
        figure("actors", corpus, measure, sum(row[place] for row in rows) / max(len(rows), 1), several, **told)
        for place, measure in enumerate(("mention F1", "name F1 (B³)"))
    ]


def near(corpus: str, pairs, **told) -> dict:
    """The figure of counts that are near enough, of pairs as `counted` gives them."""
    right = sum(abs(got - wanted) <= NEAR * wanted for wanted, got in pairs)
    return figure("actors", corpus, "number of mentions within 15 %", right / max(len(pairs), 1), len(pairs), **told)
