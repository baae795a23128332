"""The consistency checks on short texts in which a contradiction is planted, and on tempting ones without."""

from pathlib import Path

import pandas as pd

from ..article import from_text
from ..consistency import check_consistency, relations_checked
from ..gold.contradictions import read_folder, read_stories
from ..tables import each
from .scores import Scores, by_rule, figure, scores


def consistency(folder: str | Path) -> Scores:
    """Score `check_consistency` on texts: recall of what is planted, precision of what is found.

    In a folder of our own a planted contradiction is found if a row of its kind is, and every other row is a false
    find. In a JSON file of stories it is found if a row touches one of its places; a relation is found if one row of
    `relations_checked` touches all its places and says what holds.

    Parameters
    ----------
    folder : str or path
        As `gold.contradictions.read_folder` reads it, or `read_stories`.

    Raises
    ------
    ArticleError
        If there is no such file.
    """
    if Path(folder).suffix == ".json":
        return _stories(folder)
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


def _stories(path):
    """The figures of stories that somebody else has written."""
    hits, flagged, kept, facts, errors = [], [], 0, 0, []
    for story in read_stories(path):
        article = from_text(story.text, published=story.published)
        rows = each(check_consistency(article), "start end evidence_start evidence_end problem")
        places = [_place(article, words) for words in story.planted]
        touched = [
            _touches(places, ((row.start, row.end), (row.evidence_start, row.evidence_end)), any) for row in rows
        ]
        if story.planted:
            hits.append(any(touched))
            errors += [("missed", story.where, "; ".join(story.planted))] * (not any(touched))
        else:
            flagged.append(bool(rows))
            errors += [("false", story.where, row.problem) for row in rows]
        checked = each(relations_checked(article), "spans verdict")
        for words, holds in story.facts:
            wanted = [_place(article, one) for one in words]
            facts += 1
            kept += any(_touches(wanted, row.spans, all) and (row.verdict == "agrees") == holds for row in checked)
    corpus = f"contradictions {Path(path).stem}"
    return scores(
        [
            figure("consistency", corpus, "planted found", sum(hits) / max(len(hits), 1), len(hits)),
            figure("consistency", corpus, "controls flagged", sum(flagged) / max(len(flagged), 1), len(flagged)),
            figure("consistency", corpus, "relations found", kept / max(facts, 1), facts),
        ],
        errors,
    )


def _place(article, words):
    start = article.text.find(words)
    return start, start + len(words)


def _touches(places, spans, how):
    """Whether spans touch all or any of some places."""
    return how(any(start < last and first < end for start, end in spans) for first, last in places)
