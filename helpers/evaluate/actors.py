"""Actors against a hand-made gold: mention F1 and B³ (Bagga & Baldwin 1998)."""

from pathlib import Path

import pandas as pd

from ..article import load
from ..gold.marked import read_mentions
from ..themes import actors as find_actors
from .scores import CORPORA, DEVELOPMENT, Scores, by_rule, figure, scores, shares

SHARE = 1 / 3  # of the union that two spans must share to be one mention


def actors(gold: str | Path, article: str | Path) -> Scores:
    """Score `themes.actors` on one article: mention F1, B³, and how often each way of naming is right.

    Spans match one to one if they share a third of their union. B³ counts each mention and name:
    how much of its gold cluster is in its found cluster, and the other way round; a mention that
    was missed counts nothing. A mention of two actors counts once for each.

    Parameters
    ----------
    gold : str or path
        As `gold.marked.read_mentions` reads it.
    article : str or path

    Raises
    ------
    ArticleError
        If the gold cannot be read.
    """
    wanted, text = read_mentions(gold), load(article)
    table = find_actors(text)
    named = set(table.loc[~table["how"].isin(("description", "pronoun")), "actor"])  # the gold marks no others
    joint = (
        table[table["actor"].isin(named)]
        .groupby(["start", "end"], sort=False, as_index=False)
        .agg(names=("actor", tuple), rule=("how", "last"))
    )
    found = [(int(row.start), int(row.end), row.names) for row in joint.itertuples(index=False)]
    pairs = matched(wanted, found)
    partner = {j: i for i, j in pairs.items()}
    right = [j in partner and set(wanted[partner[j]][2]) == set(names) for j, (_, _, names) in enumerate(found)]
    corpus = Path(article).stem
    corpus = corpus if corpus in CORPORA else f"PolNeAR development part, {corpus}"
    precision, recall = b_cubed(wanted, found, pairs)
    cubed = {"precision": precision, "recall": recall, "F1": 2 * precision * recall / max(precision + recall, 1e-9)}
    mention = {name: value for name, (value, _) in shares(len(pairs), len(found), len(wanted)).items()}
    figures = [
        figure("actors", corpus, measure, value, len(wanted), how=DEVELOPMENT)
        for said, values in (("mention {}", mention), ("name {} (B³)", cubed))
        for measure, value in ((said.format(name), value) for name, value in values.items())
    ]
    figures += by_rule("actors", corpus, pd.DataFrame({"rule": joint["rule"], "right": right}), DEVELOPMENT)
    return scores(figures, _errors(text.text, wanted, found, pairs))


def _errors(text, wanted, found, pairs):
    taken = set(pairs.values())
    rows = [("missed", *wanted[i]) for i in range(len(wanted)) if i not in pairs]
    rows += [("false", *found[j]) for j in range(len(found)) if j not in taken]
    wrong = [(i, j) for i, j in pairs.items() if set(wanted[i][2]) != set(found[j][2])]
    rows += [(f"found {'; '.join(found[j][2])}", *wanted[i]) for i, j in wrong]
    return [
        (
            kind if kind in ("missed", "false") else "other name",
            f"{start}:{end}",
            f"{kind}: {'; '.join(names)}: {text[max(start - 40, 0) : start]}⟦{text[start:end]}⟧{text[end : end + 30]}",
        )
        for kind, start, end, names in rows
    ]


def matched(wanted, found, share=SHARE):
    """Gold row -> found row, one to one, the best overlaps first; on the same words, those with the same labels.

    >>> matched([(0, 10, ("A",))], [(3, 10, ("A",))])
    {0: 0}
    """
    options = []
    for i, (a, b, ours) in enumerate(wanted):
        for j, (x, y, theirs) in enumerate(found):
            both = min(b, y) - max(a, x)
            if both > 0 and both >= share * (max(b, y) - min(a, x)):
                same = sum(one == other for one, other in zip(ours, theirs, strict=False))
                options.append((both / (max(b, y) - min(a, x)), same, -i, -j))
    pairs, taken = {}, set()
    for _, _, i, j in sorted(options, reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs


def b_cubed(wanted, found, pairs):
    """Precision and recall of clusters, over mentions and their names.

    >>> b_cubed([(0, 1, ("A",)), (2, 3, ("A",))], [(0, 1, ("A",)), (2, 3, ("B",))], {0: 0, 1: 1})
    (1.0, 0.5)
    """
    back = {j: i for i, j in pairs.items()}
    gold, ours = _clusters(wanted), _clusters(found)
    ours_in_gold = {name: {back[j] for j in places if j in back} for name, places in ours.items()}
    gold_size = {name: len(places) for name, places in gold.items()}
    recall = [
        max((len(gold[name] & ours_in_gold[other]) / gold_size[name] for other in found[pairs[i]][2]), default=0)
        if i in pairs
        else 0.0
        for i, (_, _, names) in enumerate(wanted)
        for name in names
    ]
    precision = [
        max((len(gold[other] & ours_in_gold[name]) / len(ours[name]) for other in wanted[back[j]][2]), default=0)
        if j in back
        else 0.0
        for j, (_, _, names) in enumerate(found)
        for name in names
    ]
    return sum(precision) / max(len(precision), 1), sum(recall) / max(len(recall), 1)


def _clusters(rows):
    clusters = {}
    for number, (_, _, names) in enumerate(rows):
        for name in names:
            clusters.setdefault(name, set()).add(number)
    return clusters
