"""Learning which phrases readers mark: `python -m helpers learn phrases`."""

from pathlib import Path

import numpy as np
from scipy import sparse

from ..article import ArticleError
from ..evaluate.phrases import read_folder, score, stemmed
from ..language import parse
from ..themes.candidates import candidates
from ..themes.phrases import NAMES, features
from .softmax import softmax

FOLDS, PENALTY = 5, 10.0


def learn_phrases(folder, out):
    """Learn the weights of `themes.phrases`, print cross-validated figures, and write them.

    Parameters
    ----------
    folder : str or path
        With `docsutf8/*.txt` and `keys/*.key`.
    out : str or path
        The file to write: name, mean, spread and weight a line, with tabs between them.

    Returns
    -------
    int
        Exit code.
    """
    out = Path(out)
    if not out.parent.is_dir():
        raise ArticleError(f"{out}: its folder does not exist; make it first.")
    texts, mean, spread = _read(folder)
    n, precision, recall, f1 = _held_out(texts, mean, spread)
    print(f"cross-validated on {n:,} texts:", end=" ")
    print(f"precision@15 {precision:.3f}  recall@15 {recall:.3f}  F1@15 {f1:.3f}")
    weight = _fit(texts, mean, spread)
    lines = ["# Learned by: python -m helpers learn phrases. Name, mean, spread, weight. See phrases.md."]
    table = zip([*NAMES, "base"], [*mean, 0], [*spread, 1], weight, strict=True)
    lines += [f"{name}\t{m:.6g}\t{s:.6g}\t{w:.4f}" for name, m, s, w in table]
    out.write_text("\n".join(lines) + "\n", encoding="utf8", newline="\n")
    return 0


def cross_validated(folder):
    """Texts, and precision, recall and F1 of the first fifteen phrases, each fifth of the texts held out in turn."""
    return _held_out(*_read(folder))


def _read(folder):
    texts = []
    for _, article, gold in read_folder(folder):
        doc = parse(article)
        every = candidates(doc)
        forms = [max(one.forms.items(), key=lambda item: (item[1], item[0]))[0] for one in every]
        if every:
            texts.append((features(doc, every, article.blocks), forms, gold))
    whole = np.vstack([rows for rows, _, _ in texts])
    return texts, whole.mean(axis=0), whole.std(axis=0) + 1e-6


def _held_out(texts, mean, spread):
    figures = []
    for fold in range(FOLDS):
        weight = _fit([text for n, text in enumerate(texts) if n % FOLDS != fold], mean, spread)
        for rows, forms, gold in texts[fold::FOLDS]:
            values = (rows - mean) / spread @ weight[:-1]
            figures.append(score([forms[i] for i in np.argsort(-values, kind="stable")], gold))
    return len(figures), *(sum(values) / len(figures) for values in zip(*figures, strict=True))


def _fit(texts, mean, spread):
    rows = (np.vstack([rows for rows, _, _ in texts]) - mean) / spread
    marked = np.array([stemmed(form) in gold for _, forms, gold in texts for form in forms], dtype=float)
    weights, base = softmax(sparse.csr_matrix(rows), np.column_stack([1 - marked, marked]), PENALTY)
    return np.append(weights[:, 1] - weights[:, 0], base[1] - base[0])
