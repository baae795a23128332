"""Learning which phrases name themes, and which passages tell them: `python -m helpers learn themes`."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression

from ..article import ArticleError, load
from ..evaluate.scores import scores
from ..evaluate.themes import means, score
from ..gold.themes import read_folder, stems
from ..themes.topics import PARTS, Found, themes_of, weights

PENALTY = 100.0  # of the squared weights
EACH = 200  # what an article's labels count together
SEED = 1
ROWS = 1000  # of an article's passages, drawn to learn from


def learn_themes(folder: str | Path, out: str | Path) -> pd.DataFrame:
    """Learn the weights of `themes.topics`, and write them.

    Parameters
    ----------
    folder : str or path
        As `gold.themes.read_folder` reads it. If it has `judged.json` (article -> label -> 0 silly, 1 weak, 2 sound:
        what a reader found of labels of other articles in `articles`), `sound` is learned from it, else kept.
    out : str or path
        The file to write: part, feature, mean, spread and weight a line, with tabs between them.

    Returns
    -------
    pandas.DataFrame
        Figures with each article left out in turn, as `evaluate.scores` has them.
    """
    out = Path(out)
    if not out.parent.is_dir():
        raise ArticleError(f"{out}: its folder does not exist; make it first.")
    texts = [_read(number, *one) for number, one in enumerate(read_folder(folder))]
    judged = list(_judged(Path(folder)))
    rows = []
    for number, (article, found, wanted, _) in enumerate(texts):
        learned = _fit([parts for *_, parts in texts[:number] + texts[number + 1 :]] + judged)
        rows.append(score(themes_of(found, learned, article.text)[0], wanted))
    lines = ["# Learned by: python -m helpers learn themes. Part, feature, mean, spread, weight. See themes.md."]
    for part, (mean, spread, weight) in _fit([parts for *_, parts in texts] + judged).items():
        table = zip([*PARTS[part], "base"], [*mean, 0], [*spread, 1], weight, strict=True)
        lines += [f"{part}\t{name}\t{m:.6g}\t{s:.6g}\t{w:.4f}" for name, m, s, w in table]
    out.write_text("\n".join(lines) + "\n", encoding="utf8", newline="\n")
    return scores(means(Path(folder).name, rows)).figures


def _read(number, _, article, wanted):
    """Article, what is found in it, the reader's themes, and for each part rows, which are right, and their weights."""
    found = Found(article)
    own = [stems(label.form) for label in found.labels.every]
    fits = np.array([[bool(one & theme.stems) for theme in wanted] for one in own])
    well = np.array([[agreement(one, theme) for theme in wanted] for one in own])
    main = [theme.main for theme in wanted].index(True)
    alike = np.full(len(own), EACH / len(own))
    rows, right, weight = [], [], []
    for theme, fit in zip(wanted, fits.T, strict=True):
        if fit.any():
            rows.append(found.of_passages(np.flatnonzero(fit)).reshape(-1, len(PARTS["told"])))
            right.append(np.tile([span[2] in theme.blocks for span in found.spans], fit.sum()))
            weight.append(np.full(len(rows[-1]), 1 / len(rows[-1])))
    rows, right, weight = np.vstack(rows), np.concatenate(right), np.concatenate(weight)
    drawn = np.random.default_rng(SEED + number).permutation(len(rows))[:ROWS]
    weight = weight[drawn] / weight[drawn].sum() * 5 * EACH
    learned_from = {
        "right": (found.of_labels, well.max(axis=1), alike),
        "main": (found.of_labels, well[:, main], alike),
        "told": (rows[drawn], right[drawn].astype(float), weight),
    }
    return article, found, wanted, learned_from


def agreement(own, theme):
    """How well a label with these stems says what a theme's names say, 0 … 1: F1 with the name it is most like.

    Parameters
    ----------
    own : frozenset of str
    theme : gold.themes.Theme
    """
    shared = len(own & theme.stems)
    if not shared:
        return 0.0
    precision, recall = shared / len(own), max(len(own & name) / max(len(name), 1) for name in theme.names)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def _judged(folder):
    """For each article of `judged.json` the rows of its judged labels, how right they are, and their weights."""
    if not (folder / "judged.json").is_file():
        return
    for name, labels in json.loads((folder / "judged.json").read_text("utf8")).items():
        found = Found(load(folder / "articles" / name, language="any"))
        rows = [number for number, label in enumerate(found.labels.every) if label.form in labels]
        if rows:
            right = np.array([labels[found.labels.every[number].form] for number in rows]) / 2
            yield {"sound": (found.of_labels[rows], right, np.full(len(rows), EACH / len(rows)))}


def _fit(texts):
    """For each part means, spreads and weights of a logistic regression, the base last."""
    learned = {}
    for part in PARTS:
        every = [parts[part] for parts in texts if part in parts]
        if not every:
            learned[part] = weights()[part]
            continue
        rows, right, weight = (np.concatenate(columns) for columns in zip(*every, strict=True))
        mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
        model = LogisticRegression(C=1 / PENALTY, max_iter=500)
        # a row that is partly right stands for both answers, as much as it is right and as much as it is not
        yes, no = right > 0, right < 1
        both = np.append(weight[yes] * right[yes], weight[no] * (1 - right[no]))
        rows = (rows - mean) / spread
        model.fit(np.vstack((rows[yes], rows[no])), np.repeat([1, 0], (yes.sum(), no.sum())), sample_weight=both)
        learned[part] = mean, spread, np.append(model.coef_[0], model.intercept_)
    return learned
