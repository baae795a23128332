"""Tone and stance against what people said: `python -m helpers evaluate sentiment`."""

import time
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr
from sklearn.metrics import f1_score

from ..gold.ratings import read_ratings, read_stances
from ..language import pipeline
from ..sentiment.features import Words
from ..sentiment.lexicons import textblob, vader
from ..sentiment.model import LABELS, stance_of, tone_of
from .scores import Scores, figure, pace, scores

BOUND = 0.05  # a lexicon's score nearer to 0 than this is neutral
NOT_OURS = "no rule or weight of ours"


def sentiment(path: str | Path) -> Scores:
    """Score tone on rated sentences, or stance on labelled targets, every method side by side.

    Parameters
    ----------
    path : str or path
        Lines of id, rating and sentence with tabs between them; or JSON lines (`.jsonl`) of
        sentence, from, to and polarity. A file that the weights were learned from gives flattering
        figures; the card has those on sentences held out. Of tone, therefore, no record keeps them: `learn sentiment`
        measures on editorials held out.

    Raises
    ------
    ArticleError
        If the file cannot be read.
    """
    return _stance(Path(path)) if Path(path).suffix == ".jsonl" else _tone(Path(path))


def _tone(path):
    rows = read_ratings(path)
    truth = np.array([row.rating for row in rows])
    docs, parsing = _parsed([row.text for row in rows])
    begin = time.perf_counter()
    found = [tone_of(Words.of(doc[:])) for doc in docs]
    beyond = time.perf_counter() - begin
    tone, low, high = (np.array([one[key] for one in found]) for key in ("tone", "low", "high"))
    figures = tone_figures([row.text for row in rows], tone, truth, (low, high), corpus=path.stem, kept=False)
    figures.append(pace("tone", path.stem, parsing, beyond, sum(len(doc) for doc in docs)))
    worst = np.argsort(-np.abs(tone - truth))
    errors = [("tone", f"line {n + 1}", f"rated {truth[n]:+.2f}, tone {tone[n]:+.2f}: {rows[n].text}") for n in worst]
    return scores(figures, errors)


def tone_figures(texts, tone, truth, interval, *, corpus="NYT editorials", bins=10, kept=True) -> list[dict]:
    """Figures of a tone on rated sentences, beside those of the lexicons.

    Parameters
    ----------
    texts : list of str
    tone, truth : numpy.ndarray
    interval : (numpy.ndarray, numpy.ndarray)
    bins : int
        Groups of equal size for the reliability diagram.
    """

    def row(measure, value, n=None, **more):
        return figure("tone", corpus, measure, value, len(truth) if n is None else n, kept=kept, **more)

    lexicons = {
        "TextBlob": [textblob(text)["polarity"] for text in texts],
        "VADER": [vader(text) for text in texts],
    }
    rows = [row(f"Spearman ({name})", spearmanr(values, truth)[0], how=NOT_OURS) for name, values in lexicons.items()]
    every, quarters = coverage(truth, *interval, tone)
    rows += [row("Spearman", spearmanr(tone, truth)[0]), row("coverage of 90 % interval", every)]
    rows += [row("coverage in a quarter", share, len(truth) // 4, at=n) for n, share in enumerate(quarters, 1)]
    for part in np.array_split(np.argsort(tone, kind="stable"), bins):
        if len(part):
            rows.append(row("reliability", truth[part].mean(), len(part), at=tone[part].mean()))
    return rows


def _stance(path):
    rows = read_stances(path)
    found, pace_of_it = _stances(path, rows)
    figures = stance_figures(path, found, rows)
    truth, ours = np.array([row.label for row in rows]), np.array([LABELS.index(one["label"]) - 1 for one in found])
    low, high = (np.array([one[key] for one in found]) for key in ("low", "high"))
    inside = np.mean((truth >= low) & (truth <= high))
    figures.append(figure("stance", named(path), "labels inside low … high", inside, len(rows), kept=False))
    _, best = _likeliest(found, truth)
    errors = []
    for n in sorted(np.flatnonzero(ours != truth), key=lambda n: -best[n]):
        text, start, end, _ = rows[n]
        words = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
        said = f"labelled {truth[n]:+d}, stance {ours[n]:+d} ({best[n]:.2f}): {words}"
        errors.append(("stance", f"line {n + 1}", said))
    return scores([*figures, pace_of_it], errors)


def _stances(path, rows, learned=None):
    """What is found for each target, and how long it takes."""
    docs, parsing = _parsed([row.text for row in rows])
    begin = time.perf_counter()
    found = [
        stance_of(Words.of(doc[:]), *target_of(doc, row.start, row.end), learned)
        for doc, row in zip(docs, rows, strict=True)
    ]
    beyond = time.perf_counter() - begin
    return found, pace("stance", named(path), parsing, beyond, sum(len(doc) for doc in docs))


def learned_stance(path: str | Path, learned) -> list[dict]:
    """Figures of newly learned weights of the stance on labelled targets that they were not learned from."""
    rows = read_stances(path)
    found, _ = _stances(path, rows, learned)
    return stance_figures(path, found, rows)


def named(path: str | Path) -> str:
    """A corpus that is one file of a folder, "newsmtsc dev".

    >>> named("corpora/newsmtsc/dev.jsonl")
    'newsmtsc dev'
    """
    return f"{Path(path).parent.name} {Path(path).stem}"


def stance_figures(path, found, rows, bins=10) -> list[dict]:
    """Figures of the stance on labelled targets, beside those of the lexicons."""
    truth = np.array([row.label for row in rows])
    right, chances = _likeliest(found, truth)
    methods = {
        " (TextBlob)": _signs([textblob(row.text)["polarity"] for row in rows]),
        " (VADER)": _signs([vader(row.text) for row in rows]),
        "": np.array([LABELS.index(one["label"]) - 1 for one in found]),
    }

    def row(measure, value, n=None, **more):
        return figure("stance", named(path), measure, value, len(rows) if n is None else n, **more)

    figures = [
        row(f"macro-F1{name}", macro_f1(truth, labels), how=NOT_OURS if name else None)
        for name, labels in methods.items()
    ]
    figures.append(row("calibration error", calibration_error(right, chances)))
    place = np.minimum((chances * bins).astype(int), bins - 1)
    for number in sorted(set(place.tolist())):
        here = place == number
        figures.append(row("reliability", right[here].mean(), int(here.sum()), at=chances[here].mean()))
    return figures


def macro_f1(truth, found) -> float:
    """The mean of the F1 of cold, neutral and warm."""
    return float(f1_score(truth, found, labels=(-1, 0, 1), average="macro", zero_division=0))


def coverage(truth, low, high, order):
    """The share of values inside their interval: in all, and in quarters by another value.

    >>> coverage(np.array([1, 2, 3, 9]), np.zeros(4), np.full(4, 5), np.arange(4))
    (0.75, [1.0, 1.0, 1.0, 0.0])
    """
    inside = (truth >= low) & (truth <= high)
    quarters = np.array_split(np.argsort(order, kind="stable"), 4)
    return float(inside.mean()), [float(inside[part].mean()) for part in quarters]


def calibration_error(right, chances, bins=10):
    """Expected calibration error: how far chances are from shares of right ones (Guo et al. 2017).

    >>> round(calibration_error(np.array([True, False]), np.array([0.5, 0.5])), 3)
    0.0
    """
    place = np.minimum((chances * bins).astype(int), bins - 1)
    gaps = [
        abs(right[place == b].mean() - chances[place == b].mean()) * (place == b).mean() for b in set(place.tolist())
    ]
    return float(sum(gaps))


def target_of(doc, start, end):
    """First and last token (end exclusive) of the characters of a target."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return (span.start, span.end) if span is not None and len(span) else (0, 1)


def _likeliest(found, truth):
    """Whether the likeliest label is right, and its chance: the label itself goes by the score."""
    chances = np.array([one["chances"] for one in found])
    return chances.argmax(axis=1) - 1 == truth, chances.max(axis=1)


def _signs(values):
    return np.array([0 if abs(value) < BOUND else 1 if value > 0 else -1 for value in values])


def _parsed(texts):
    nlp = pipeline()
    begin = time.perf_counter()
    docs = list(nlp.pipe(texts, batch_size=64))
    return docs, time.perf_counter() - begin
