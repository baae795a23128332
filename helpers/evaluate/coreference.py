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
    mention, cubed, errors, several = [], [], [], 0
    for stem, text, marked in read_folder(folder):
        clusters = {}
        for one in marked:
            clusters.setdefault(one.cluster, []).append(one)
        wanted = [
            (one.start, one.end, (one.cluster,))
            for own in clusters.values()
            if own[0].kind in KINDS and any(one.named for one in own)
            for one in own
        ]
        article = from_text(text, language="any")
        table = actors(article)
        named = set(table.loc[table["how"].isin(("name", "title")), "actor"])
        rows = table[table["actor"].isin(named)].groupby(["start", "end"], sort=False)["actor"].agg(tuple)
        found = [(*article.in_source(int(start), int(end)), names) for (start, end), names in rows.items()]
        pairs = matched(wanted, found)
        precision, recall = b_cubed(wanted, found, pairs)
        mention.append(2 * len(pairs) / max(len(wanted) + len(found), 1))
        cubed.append(2 * precision * recall / max(precision + recall, 1e-9))
        several += len(wanted)
        errors += [("missed", stem, text[a:b]) for i, (a, b, _) in enumerate(wanted) if i not in pairs]
        errors += [("false", stem, text[a:b]) for j, (a, b, _) in enumerate(found) if j not in set(pairs.values())]
    figures = [
        figure("actors", Path(folder).parent.name, measure, sum(values) / max(len(values), 1), several)
        for measure, values in (("mention F1", mention), ("name F1 (B³)", cubed))
    ]
    return scores(figures, errors)
