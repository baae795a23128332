"""The consistency checks on short texts in which a contradiction is planted, and on tempting ones without."""

from pathlib import Path

import pandas as pd

from ..article import from_text
from ..consistency import check_consistency
from ..gold.contradictions import read_folder
from .scores import Scores, by_rule, figure, scores


def consistency(folder: str | Path) -> Scores:
    """Score `check_consistency` on texts: recall of what is planted, precision of what is found.

    A planted contradiction is found if a row of its kind is. Every other row is a false find.

    Parameters
    ----------
    folder : str or path
        As `gold.contradictions.read_folder` reads it.

    Raises
    ------
    ArticleError
        If there is no such file.
    """
    planted, found, errors = [], [], []
    for story in read_folder(folder):
        kinds = check_consistency(from_text(story.text))["kind"].tolist()
        hit = story.planted and story.kind in kinds
        if story.planted:
            planted.append(hit)
        found += [(kind, hit and kind == story.kind and kind not in kinds[:n]) for n, kind in enumerate(kinds)]
        if hit != story.planted or len(kinds) != hit:
            said = f"{story.kind}, planted: {'yes' if story.planted else 'no'}, found: {kinds}: {story.text}"
            errors.append(("missed" if hit != story.planted else "false", story.where, said))
    table, corpus = pd.DataFrame(found, columns=["rule", "right"]), Path(folder).name
    right = int(table["right"].sum())
    figures = [
        figure("consistency", corpus, "recall", sum(planted) / max(len(planted), 1), len(planted)),
        figure("consistency", corpus, "precision", right / max(len(table), 1), len(table)),
    ]
    return scores(figures + by_rule("consistency", corpus, table), errors)
