"""Learning which sentences tell an article: `python -m helpers learn in_short`."""

from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression

from ..article import ArticleError
from ..evaluate.scores import CROSS, figure, scores
from ..findings.in_short import choose
from ..findings.salience import FEATURES, features, story
from ..gold.key_facts import read_folder, tells
from ..language import sentences
from ..quotes import find_quotes

STRENGTH = 0.05  # inverse of the penalty: few articles, so a strong one
TRAP = 4  # what a passage that only looks like a fact counts, beside another that tells none


def learn_in_short(folder: str | Path, out: str | Path) -> pd.DataFrame:
    """Learn the weights of `findings.in_short` and write them.

    Parameters
    ----------
    folder : str or path
        With `facts.json` and `articles/`.
    out : str or path
        The file to write: name and weight a line, with a tab between them.

    Returns
    -------
    pandas.DataFrame
        Figures with each article left out in turn, as `evaluate.scores.scores` has them.
    """
    out = Path(out)
    if not out.parent.is_dir():
        raise ArticleError(f"{out}: its folder does not exist; make it first.")
    texts = [_read(*one) for one in read_folder(folder)]
    figures = []
    for number, (found, rows, _, _, wanted, traps) in enumerate(texts):
        weights, base = _fit(texts[:number] + texts[number + 1 :])
        likely = 1 / (1 + np.exp(-(rows @ weights + base)))
        spans = [(found[a].start, found[b].end) for a, b, _ in choose(found, likely.tolist())]
        told = [any(tells([span], one.passages) for span in spans) for one in wanted]
        caught = sum(any(tells([span], (trap,)) for span in spans) for trap in traps)
        figures.append((tells(spans[:1], wanted[0].passages), told[0], sum(told) / len(told), caught))
    weights, base = _fit(texts)
    lines = ["# Learned by: python -m helpers learn in_short. Feature, weight. See in_short.md."]
    lines += [f"{name}\t{weight:.4f}" for name, weight in zip(FEATURES, weights, strict=True)]
    lines.append(f"base\t{base:.4f}")
    out.write_text("\n".join(lines) + "\n", encoding="utf8", newline="\n")
    names = ("first row tells the first fact", "first fact told", "facts told", "traps an article")
    size, corpus = len(texts), Path(folder).name
    held_out = zip(names, np.mean(figures, axis=0), strict=True)
    return scores([figure("in_short", corpus, name, value, size, how=CROSS) for name, value in held_out]).figures


def _read(_, article, wanted, traps):
    """Sentences, features, whether each tells a fact, what each counts, facts and traps of an article."""
    found = story(article, sentences(article), find_quotes(article))
    told = [any(tells([(one.start, one.end)], fact.passages) for fact in wanted) for one in found]
    caught = np.array([any(tells([(one.start, one.end)], (trap,)) for trap in traps) for one in found])
    counts = np.where(caught & ~np.array(told), TRAP, 1) * len(told) ** -0.5
    return found, np.array([features(one) for one in found]), np.array(told), counts, wanted, traps


def _fit(texts):
    """Weights and base of a logistic regression, the features on one scale; a long article's sentences count less."""
    counts = np.concatenate([counts for _, _, _, counts, *_ in texts])
    rows, told = np.vstack([rows for _, rows, *_ in texts]), np.concatenate([told for _, _, told, *_ in texts])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=STRENGTH).fit((rows - mean) / spread, told, sample_weight=counts / counts.mean())
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - weights @ mean)
