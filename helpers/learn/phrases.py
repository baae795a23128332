"""Learning which phrases readers mark: `python -m helpers learn phrases`."""

from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression

from ..article import ArticleError
from ..evaluate.phrases import means, score
from ..evaluate.scores import scores
from ..gold.phrases import read_folder, stemmed
from ..language import parse
from ..themes.candidates import candidates
from ..themes.phrases import NAMES, features

FOLDS, PENALTY = 5, 5.0


def learn_phrases(folder: str | Path, out: str | Path) -> pd.DataFrame:
    """Learn the weights of `themes.phrases`, and write them.

    Parameters
    ----------
    folder : str or path
        With `docsutf8/*.txt` and `keys/*.key`.
    out : str or path
        The file to write: name, mean, spread and weight a line, with tabs between them.

    Returns
    -------
    pandas.DataFrame
        Figures, each fifth of the texts held out in turn, as `evaluate.scores` has them.
    """
    out = Path(out)
    if not out.parent.is_dir():
        raise ArticleError(f"{out}: its folder does not exist; make it first.")
    texts, mean, spread = _read(folder)
    figures = means(Path(folder).name, _held_out(texts, mean, spread))
    weight = _fit(texts, mean, spread)
    lines = ["# Learned by: python -m helpers learn phrases. Name, mean, spread, weight. See phrases.md."]
    table = zip([*NAMES, "base"], [*mean, 0], [*spread, 1], weight, strict=True)
    lines += [f"{name}\t{m:.6g}\t{s:.6g}\t{w:.4f}" for name, m, s, w in table]
    out.write_text("\n".join(lines) + "\n", encoding="utf8", newline="\n")
    return scores(figures).figures


def _read(folder):
    texts = []
    for _, article, gold in read_folder(folder):
        doc = parse(article)
        every = candidates(doc)
        forms = [one.form for one in every]
        if every:
            texts.append((features(doc, every, article.blocks), forms, gold))
    whole = np.vstack([rows for rows, _, _ in texts])
    return texts, whole.mean(axis=0), whole.std(axis=0) + 1e-6


def _held_out(texts, mean, spread):
    """Precision, recall and F1 of the first fifteen phrases of each text, its fifth of the texts held out."""
    rows = []
    for fold in range(min(FOLDS, len(texts))):
        weight = _fit([text for n, text in enumerate(texts) if n % FOLDS != fold], mean, spread)
        for own, forms, gold in texts[fold::FOLDS]:
            values = (own - mean) / spread @ weight[:-1]
            rows.append(score([forms[i] for i in np.argsort(-values, kind="stable")], gold))
    return rows


def _fit(texts, mean, spread):
    """Weights of a logistic regression on whether a reader marked a candidate, the base last."""
    rows = (np.vstack([rows for rows, _, _ in texts]) - mean) / spread
    marked = [stemmed(form) in gold for _, forms, gold in texts for form in forms]
    found = LogisticRegression(C=1 / PENALTY, max_iter=1000).fit(rows, marked)
    return np.append(found.coef_[0], found.intercept_)
