"""Tone and stance against what people said: `python -m helpers evaluate sentiment`."""

import time
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr

from ..language import pipeline
from ..sentiment import measured
from ..sentiment.features import Words
from ..sentiment.lexicons import textblob, vader
from ..sentiment.model import LABELS, stance_of, tone_of
from .ratings import calibration_error, coverage, macro_f1, read_ratings, read_stances, target_of
from .record import note

BOUND = 0.05  # a lexicon's score nearer to 0 than this is neutral


def sentiment(path, errors=0):
    """Score tone on rated sentences, or stance on labelled targets, and print every method side by side.

    Parameters
    ----------
    path : str or path
        Lines of id, rating and sentence with tabs between them; or JSON lines (`.jsonl`) of
        sentence, from, to and polarity. A file that the weights were learned from gives flattering
        figures; the card has those on sentences held out.
    errors : int
        How many of the largest errors to print.

    Returns
    -------
    int
        Exit code.

    Raises
    ------
    ArticleError
        If the file cannot be read.
    """
    stance = Path(path).suffix == ".jsonl"
    # Weights are held out where they are learned, so the figures are those that `learn sentiment` kept.
    kinds = ("macro-F1", "calibration error") if stance else ("Spearman", "coverage of 90 % interval")
    for row in measured().itertuples(index=False):
        if row.kind in kinds:
            own = "" if row.method in ("tone", "stance") else f" ({row.method})"
            note(
                "stance" if stance else "tone",
                row.corpus,
                f"{row.kind}{own}",
                row.result,
                row.n,
                how="no rule or weight of ours" if own else None,
            )
    return (_stance if stance else _tone)(path, errors)


def _tone(path, errors):
    rows = read_ratings(path)
    truth = np.array([row.rating for row in rows])
    docs, spent = _parsed([row.text for row in rows])
    begin = time.perf_counter()
    found = [tone_of(Words.of(doc[:])) for doc in docs]
    spent = (time.perf_counter() - begin) / spent
    methods = {
        "TextBlob": [textblob(row.text)["polarity"] for row in rows],
        "VADER": [vader(row.text) for row in rows],
        "tone": [one["tone"] for one in found],
    }
    for name, values in methods.items():
        values = np.array(values)
        print(f"{name:<9} Spearman {spearmanr(values, truth)[0]:.3f}  exactly 0: {np.mean(values == 0):.0%}")
    tone, low, high = (np.array([one[key] for one in found]) for key in ("tone", "low", "high"))
    every, quarters = coverage(truth, low, high, tone)
    print(
        f"90 % interval covers {every:.1%}; in quarters of the tone {', '.join(f'{q:.1%}' for q in quarters)}; "
        f"mean width {np.mean(high - low):.2f}"
    )
    print(f"time beyond the parse: {spent:.0%} of it")
    for number in np.argsort(-np.abs(tone - truth))[:errors]:
        print(f"rated {truth[number]:+.2f}, tone {tone[number]:+.2f}: {rows[number].text}")
    return 0


def _stance(path, errors):
    rows = read_stances(path)
    truth = np.array([row.label for row in rows])
    docs, spent = _parsed([row.text for row in rows])
    begin = time.perf_counter()
    found = [
        stance_of(Words.of(doc[:]), *target_of(doc, row.start, row.end)) for doc, row in zip(docs, rows, strict=True)
    ]
    spent = (time.perf_counter() - begin) / spent
    methods = {
        "TextBlob": _signs([textblob(row.text)["polarity"] for row in rows]),
        "VADER": _signs([vader(row.text) for row in rows]),
        "stance": np.array([LABELS.index(one["label"]) - 1 for one in found]),
    }
    for name, labels in methods.items():
        print(f"{name:<9} macro-F1 {macro_f1(truth, labels, (-1, 0, 1)):.3f}  accuracy {np.mean(labels == truth):.3f}")
    right, best = _likeliest(found, truth)
    print(f"calibration error (ECE, 10 bins) of the stance's chances {calibration_error(right, best):.3f}")
    low, high = (np.array([one[key] for one in found]) for key in ("low", "high"))
    print(f"labels inside low … high: {np.mean((truth >= low) & (truth <= high)):.1%}")
    print(f"time beyond the parse: {spent:.0%} of it")
    wrong = sorted(np.flatnonzero(methods["stance"] != truth), key=lambda n: -best[n])
    for n in wrong[:errors]:
        text = rows[n].text
        words = f"{text[: rows[n].start]}⟦{text[rows[n].start : rows[n].end]}⟧{text[rows[n].end :]}"
        print(f"labelled {truth[n]:+d}, stance {methods['stance'][n]:+d} ({best[n]:.2f}): {words}")
    return 0


def tone_figures(texts, tone, truth, interval, bins=10):
    """Figures of a tone on rated sentences held out, beside those of the lexicons.

    Parameters
    ----------
    texts : list of str
    tone, truth : numpy.ndarray
    interval : (numpy.ndarray, numpy.ndarray)
    bins : int
        Groups of equal size for the reliability diagram.

    Returns
    -------
    list of tuple
        kind, method, corpus, x, value, n, how.
    """
    corpus, how, size = "NYT editorials", "cross-validated", len(truth)
    methods = (
        ("TextBlob", [textblob(text)["polarity"] for text in texts]),
        ("VADER", [vader(t) for t in texts]),
        ("tone", tone),
    )
    rows = [
        ("Spearman", name, corpus, None, spearmanr(values, truth)[0], size, how if name == "tone" else "as it is")
        for name, values in methods
    ]
    every, quarters = coverage(truth, *interval, tone)
    rows.append(("coverage of 90 % interval", "tone", corpus, None, every, size, how))
    rows += [("coverage in a quarter", "tone", corpus, n + 1, q, size // 4, how) for n, q in enumerate(quarters)]
    for part in np.array_split(np.argsort(tone, kind="stable"), bins):
        rows.append(("reliability", "tone", corpus, tone[part].mean(), truth[part].mean(), len(part), how))
    return rows


def stance_figures(path, learned=None, bins=10):
    """Figures of the stance on labelled targets that it was not learned from, beside those of the lexicons.

    Returns
    -------
    list of tuple
        As `tone_figures`.
    """
    rows = read_stances(path)
    truth = np.array([row.label for row in rows])
    docs, _ = _parsed([row.text for row in rows])
    found = [
        stance_of(Words.of(doc[:]), *target_of(doc, row.start, row.end), learned)
        for doc, row in zip(docs, rows, strict=True)
    ]
    ours = np.array([LABELS.index(one["label"]) - 1 for one in found])
    right, chances = _likeliest(found, truth)
    corpus, how = "NewsMTSC dev", "development part"
    methods = (
        ("TextBlob", _signs([textblob(row.text)["polarity"] for row in rows])),
        ("VADER", _signs([vader(row.text) for row in rows])),
        ("stance", ours),
    )
    figures = [
        ("macro-F1", name, corpus, None, macro_f1(truth, labels, (-1, 0, 1)), len(rows), how)
        for name, labels in methods
    ]
    figures.append(("calibration error", "stance", corpus, None, calibration_error(right, chances), len(rows), how))
    place = np.minimum((chances * bins).astype(int), bins - 1)
    for number in sorted(set(place.tolist())):
        here = place == number
        figures.append(
            ("reliability", "stance", corpus, chances[here].mean(), right[here].mean(), int(here.sum()), how)
        )
    return figures


def _likeliest(found, truth):
    """Whether the likeliest label is right, and its chance: the label itself goes by the score."""
    chances = np.array([one["chances"] for one in found])
    return chances.argmax(axis=1) - 1 == truth, chances.max(axis=1)


def _signs(scores):
    return np.array([0 if abs(score) < BOUND else 1 if score > 0 else -1 for score in scores])


def _parsed(texts):
    nlp = pipeline()
    begin = time.perf_counter()
    docs = list(nlp.pipe(texts, batch_size=64))
    return docs, time.perf_counter() - begin
