"""Learning which sentences tell an article: `python -m helpers learn in_short`."""

from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

from ..article import ArticleError
from ..evaluate.scores import CROSS, figure, scores
from ..findings.in_short import choose
from ..findings.salience import FEATURES, features, story
from ..gold.key_facts import read_folder, tells
from ..language import sentences
from ..quotes import find_quotes

PENALTY = 10.0
FIRST = 0.5  # what the first fact counts beyond another
TRAP = 0.7  # what a trap counts against a sentence
MOST = 3.0  # facts that a sentence is credited with


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
    for number, (found, rows, _, wanted, traps) in enumerate(texts):
        model = _fit(texts[:number] + texts[number + 1 :])
        spans = [(found[a].start, found[b].end) for a, b, _ in choose(found, model.predict(rows).tolist())]
        told = [any(tells([span], one.passages) for span in spans) for one in wanted]
        caught = sum(any(tells([span], (trap,)) for span in spans) for trap in traps)
        figures.append((told[0], sum(told) / len(told), caught))
    model = _fit(texts)
    lines = ["# Learned by: python -m helpers learn in_short. Feature, weight. See in_short.md."]
    lines += [f"{name}\t{weight:.4f}" for name, weight in zip(FEATURES, model.coef_, strict=True)]
    lines.append(f"base\t{model.intercept_:.4f}")
    out.write_text("\n".join(lines) + "\n", encoding="utf8", newline="\n")
    names = ("first fact told", "facts told", "traps an article")
    size, corpus = len(texts), Path(folder).name
    held_out = zip(names, np.mean(figures, axis=0), strict=True)
    return scores([figure("in_short", corpus, name, value, size, how=CROSS) for name, value in held_out]).figures


def _read(_, article, wanted, traps):
    """Sentences, features, what each is worth, facts and traps of an article."""
    found = story(article, sentences(article), find_quotes(article))
    worth = []
    for one in found:
        span = [(one.start, one.end)]
        told = [fact for fact in wanted if tells(span, fact.passages)]
        trap = any(tells(span, (place,)) for place in traps)
        worth.append(min(MOST, len(told) + FIRST * any(fact.rank == 1 for fact in told) - TRAP * trap))
    return found, np.array([features(one) for one in found]), np.array(worth), wanted, traps


def _fit(texts):
    """Ridge regression of a sentence's worth, the features on one scale; sentences of long articles count less."""
    weights = np.concatenate([np.full(len(worth), len(worth) ** -0.5) for _, _, worth, _, _ in texts])
    rows, worth = np.vstack([rows for _, rows, *_ in texts]), np.concatenate([worth for _, _, worth, _, _ in texts])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    model = Ridge(alpha=PENALTY).fit((rows - mean) / spread, worth, sample_weight=weights)
    model.coef_ = model.coef_ / spread
    model.intercept_ -= float(model.coef_ @ mean)
    return model
