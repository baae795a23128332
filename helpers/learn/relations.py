"""Learning what speaks for a relation and against chance: `python -m helpers learn relations`.

What is right are the relations that the writer of a story has listed. What is chance is what works out when each
figure is replaced by one of other texts with as many digits: the words stay, so only the coincidence is left.
"""

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression

from ..article import ArticleError, from_text, load
from ..consistency import stretches
from ..consistency.amounts import Figures, digits
from ..consistency.grounds import Grounds
from ..consistency.relations import arithmetic, equalities
from ..evaluate.scores import CROSS, figure, scores
from ..gold.contradictions import read_stories

DRAWS = 6  # of other figures, for each text


def learn_relations(folder: str | Path, out: str | Path) -> pd.DataFrame:
    """Learn the weights of `consistency.weigh` and write them.

    Parameters
    ----------
    folder : str or path
        With stories as `gold.contradictions.read_stories` reads them (*.json), and, if there are any, published
        articles (articles/*.txt), of which only what chance makes of their figures counts.
    out : str or path
        The file to write: model, feature and weight a line, with tabs between them.

    Returns
    -------
    pandas.DataFrame
        Area under the curve with each fifth of the texts left out in turn.
    """
    out = Path(out)
    if not out.parent.is_dir():
        raise ArticleError(f"{out}: its folder does not exist; make it first.")
    texts = [
        (from_text(one.text, published=one.published), one.facts)
        for path in sorted(Path(folder).glob("*.json"))
        for one in read_stories(path)
    ]
    if not texts:
        raise ArticleError(f"{folder}: holds no .json file of stories; name a folder that does.")
    texts += [(load(path), ()) for path in sorted(Path(folder).glob("articles/*.txt"))]
    read = [(article, facts, Figures(Grounds(article))) for article, facts in texts]
    lines = ["# Learned by: python -m helpers learn relations. Model, feature, weight. See relations.md."]
    figures = []
    for model, names, rows in (
        ("equality", arithmetic.FEATURES, _equalities(read)),
        ("stretch", stretches.FEATURES, _stretches(read)),
    ):
        figures.append(figure("relations", Path(folder).name, f"{model} AUC", _held_out(rows), len(rows), how=CROSS))
        fitted = _fit([one for text in rows for one in text])
        lines += [f"{model}\t{name}\t{weight:.4f}" for name, weight in zip(names, fitted.coef_[0], strict=True)]
        lines.append(f"{model}\tbase\t{fitted.intercept_[0]:.4f}")
    out.write_text("\n".join(lines) + "\n", encoding="utf8", newline="\n")
    return scores(figures).figures


def _listed(article, facts, places):
    """Whether places are those of a relation that the story's writer has listed."""
    for words, holds in facts:
        wanted = [(article.text.find(one), article.text.find(one) + len(one)) for one in words]
        if holds and _each_meets(wanted, places) and _each_meets(places, wanted):
            return True
    return False


def _each_meets(some, others):
    return all(any(a < d and c < b for c, d in others) for a, b in some)


def _equalities(read):
    """Rows of features, whether right, and weight, text by text."""
    pools = {}
    for _, _, own in read:
        for one in own.all:
            pools.setdefault(_shape(one), []).append(one.value)
    rng, rows = random.Random(0), []
    for article, facts, own in read:
        found = [
            (arithmetic.features(own, one), 1, 1.0)
            for one in equalities.equalities(own, own.all)
            if _listed(article, facts, [part.place for part in one.figures])
        ]
        for _ in range(DRAWS):
            drawn = [replace(one, row=one.row._replace(value=rng.choice(pools[_shape(one)]))) for one in own.all]
            other = own.with_figures(drawn)
            found += [
                (arithmetic.features(other, one, drawn), 0, 1 / DRAWS) for one in equalities.equalities(other, drawn)
            ]
        rows.append(found)
    return rows


def _shape(one):
    size = abs(one.value)
    kind = one.kind if one.kind in ("share", "multiple") else "number"
    return kind, len(str(int(size))), digits(size), size % 1 != 0


def _stretches(read):
    pools = {}
    lengths = [(article, facts, own.grounds, list(stretches.lengths_of(own.grounds))) for article, facts, own in read]
    for *_, rows in lengths:
        for row in rows:
            pools.setdefault((row.unit, row.kind, row.value < 10), []).append(row.value)
    rng, found = random.Random(0), []
    for article, facts, grounds, rows in lengths:
        here = []
        for one in stretches.stretches(grounds, rows):
            places = [(one.row.start, one.row.end), one.begin.place, *([one.end.place] if one.end.place else [])]
            if _listed(article, facts, places):
                here.append((stretches.features(grounds, one), 1, 1.0))
        for _ in range(DRAWS):
            drawn = [row._replace(value=rng.choice(pools[row.unit, row.kind, row.value < 10])) for row in rows]
            here += [(stretches.features(grounds, one), 0, 1 / DRAWS) for one in stretches.stretches(grounds, drawn)]
        found.append(here)
    return found


def _fit(rows):
    features, right, weight = zip(*rows, strict=True)
    return LogisticRegression(max_iter=3000).fit(np.array(features), np.array(right), sample_weight=np.array(weight))


def _held_out(texts):
    """Area under the curve, each fifth of the texts weighed by what the others taught."""
    told = []
    for fold in range(5):
        fitted = _fit([one for number, text in enumerate(texts) if number % 5 != fold for one in text])
        told += [
            (float(fitted.decision_function([row])[0]), right)
            for number, text in enumerate(texts)
            if number % 5 == fold
            for row, right, _ in text
        ]
    right = np.array([value for value, one in told if one])
    chance = np.array([value for value, one in told if not one])
    return float(np.mean([(chance < value).mean() + 0.5 * (chance == value).mean() for value in right]))
