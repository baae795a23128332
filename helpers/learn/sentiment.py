"""Learning tone and stance from rated and labelled news: `python -m helpers learn sentiment`.

Tone: a ridge regression on words, pairs, word vectors and VADER's word valences. Stance: a
softmax regression on words by their relation to the target. Both also learn from sentences that a
tuned encoder has labelled (`encoder`), which is where most of what they know comes from; what is kept
is a sum over words.
"""

import random
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.linear_model import LogisticRegression, Ridge

from ..article import ArticleError
from ..evaluate.scores import scores
from ..evaluate.sentiment import learned_stance, target_of, tone_figures
from ..gold.ratings import read_ratings, read_stances
from ..language import pipeline
from ..language.vectors import vectors
from ..sentiment.features import Words, sentence_features, target_features
from ..sentiment.lexicons import analyzer
from ..sentiment.model import PLACES, SIZE, packed, place_of, weights, widening
from .names import Names

SEED, FOLDS = 1, 5
LEAST = 3  # rows in which a name must be seen
TEACHER_PENALTY, TONE_PENALTY, STANCE_PENALTY = 2_000.0, 1.0, 0.5
SENTENCES, MENTIONS = 27_000, 42_000
TARGETS = frozenset(("PERSON", "ORG", "NORP", "GPE"))
PRONOUNS = frozenset("he she they him her them".split())
BINS = 10


def learn_sentiment(folder: str | Path, out: str | Path) -> pd.DataFrame:
    """Learn the weights of `sentiment.model` and write them.

    Parameters
    ----------
    folder : str or path
        With `nyt-editorials-dev/`, `newsmtsc/train.jsonl`, and texts without labels in
        `polnear-train/text/` and `kpcrowd-dev/docsutf8/`.
    out : str or path
        The .npz file to write.

    Returns
    -------
    pandas.DataFrame
        Figures of the tone on editorials held out and of the stance on NewsMTSC's development part, as
        `evaluate.scores` has them.

    Raises
    ------
    ArticleError
        If a part of the folder or a package that learning needs is missing.
    """
    folder, out = Path(folder), Path(out)
    if not out.parent.is_dir():
        raise ArticleError(f"{out}: its folder does not exist; make it first.")
    rated = read_ratings(next(iter((folder / "nyt-editorials-dev").glob("*.txt")), folder / "nyt-editorials-dev"))
    labelled = read_stances(folder / "newsmtsc" / "train.jsonl")
    print(f"{len(rated):,} rated sentences, {len(labelled):,} labelled targets; parsing …", flush=True)
    loose = _loose(folder)
    taught = teach(labelled, [row.text for row in rated], loose)
    tone, figures = _learn_tone(rated, loose, *taught["tone"])
    stance = _learn_stance(labelled, loose, *taught["stance"])
    np.savez_compressed(out, **tone, **stance)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB")
    return scores([*figures, *learned_stance(folder / "newsmtsc" / "dev.jsonl", weights(out))]).figures


def _loose(folder):
    """Sentences that nobody has labelled, as spaCy documents, in a fixed random order."""
    paths = [*sorted(folder.glob("polnear-train/text/*.txt")), *sorted(folder.glob("kpcrowd-dev/docsutf8/*.txt"))]
    if not paths:
        raise ArticleError(f"{folder}: holds no polnear-train/text or kpcrowd-dev/docsutf8; name the folder with both.")
    lines = [line for path in paths for line in path.read_text("utf8", errors="replace").split("\n") if len(line) > 40]
    random.Random(SEED).shuffle(lines)
    found, seen = [], set()
    for doc in pipeline().pipe(lines[:14_000], batch_size=64):
        for sentence in doc.sents:
            if 8 <= len(sentence) <= 70 and sentence.text not in seen:
                seen.add(sentence.text)
                found.append(sentence.as_doc())
    return found[:SENTENCES]


def target_mentions(loose):
    """(number of the sentence, start, end) of names and pronouns, in a fixed random order."""
    chance, found = random.Random(SEED), []
    for number, doc in enumerate(loose):
        places = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ in TARGETS]
        places += [(t.idx, t.idx + len(t)) for t in doc if t.pos_ == "PRON" and t.lower_ in PRONOUNS]
        chance.shuffle(places)
        found += [(number, *place) for place in places[:3]]
    chance.shuffle(found)
    return found[:MENTIONS]


def teach(labelled, rated, loose):
    """What the teacher says: sentence vectors of rated and loose sentences, chances for loose mentions."""
    from .encoder import Teacher

    teacher = Teacher(SEED)
    teacher.tune(
        [row.text for row in labelled], [(row.start, row.end) for row in labelled], [row.label + 1 for row in labelled]
    )
    own, _ = teacher.read(rated)
    others, _ = teacher.read([doc.text for doc in loose])
    places = target_mentions(loose)
    _, chances = teacher.read([loose[n].text for n, *_ in places], [place for _, *place in places])
    return {"tone": (own, others), "stance": (places, chances)}


def _valence(name, matrix, rows, lexicon):
    """What is known of a word beforehand: its vector, and VADER's valence, good and bad apart."""
    found = np.zeros(matrix.shape[1] + 2)
    placed = place_of(name)
    if placed is None:
        return found
    _, word, sign = placed
    if word in rows:
        found[: matrix.shape[1]] = sign * matrix[rows[word]]
    if word in lexicon:
        found[matrix.shape[1] + int(sign * lexicon[word] < 0)] = abs(lexicon[word]) / 2
    return found


def _learn_tone(rated, loose, own, others):
    known, lexicon = vectors(), analyzer().lexicon
    docs = list(pipeline().pipe([row.text for row in rated], batch_size=64))
    words = [Words.of(doc[:]) for doc in docs]
    features = [sentence_features(w) for w in words]
    features += [sentence_features(Words.of(doc[:])) for doc in loose]
    single = Names([[f for f in row if "<" not in f[0]] for row in features], 1)
    chosen = Names(features, LEAST)
    prior = np.array([_valence(name, known.matrix, known.rows, lexicon) for name in single.names])
    table = sparse.hstack([chosen.matrix(features), sparse.csr_matrix(_scaled(single, features) @ prior)]).tocsr()
    ratings = np.array([row.rating for row in rated])
    groups = {name: number % FOLDS for number, name in enumerate(sorted({row.group for row in rated}))}
    fold = np.array([groups[row.group] for row in rated])
    middle, spread = own.mean(axis=0), own.std(axis=0) + 1e-6
    own, others = (own - middle) / spread, (others - middle) / spread

    def fit(train):
        taught = _teacher_ridge(own[train], ratings[train])(others)
        rows = np.concatenate([train, len(rated) + np.arange(len(loose))])
        return _ridge(table[rows], np.concatenate([ratings[train], taught]))

    predicted = np.zeros(len(rated))
    for number in range(FOLDS):
        found, base = fit(np.flatnonzero(fold != number))
        rows = fold == number
        predicted[rows] = np.clip(table[: len(rated)][rows] @ found + base, -1, 1)
    share = np.array([_known(row, chosen, known.rows, lexicon) for row in features[: len(rated)]])
    figures = tone_figures([row.text for row in rated], predicted, ratings, _held_out(predicted, ratings, share, fold))
    found, base = fit(np.arange(len(rated)))
    learned = _folded(found, base, chosen, known, lexicon) | {"interval": _intervals(predicted, ratings, share)}
    return learned, figures


def _scaled(single, features):
    """Single words as a matrix with each row's own scale, pairs counted in it."""
    table = single.matrix([[f for f in row if "<" not in f[0]] for row in features])
    short = np.array([max(sum("<" not in name for name, _ in row), 1) for row in features])
    whole = np.array([max(len(row), 1) for row in features])
    return sparse.diags(np.sqrt(short / whole)) @ table


def _known(row, chosen, rows, lexicon):
    """The share of words that will have a weight."""
    words = [name for name, _ in row if "<" not in name]
    has = [w in chosen.index or (p := w.removeprefix("not_")) in rows or p in lexicon for w in words]
    return sum(has) / len(has) if has else 0.0


def _folded(weights, base, chosen, known, lexicon):
    """One weight a name: what was learned for it and what its vector and valence add."""
    size = len(chosen.names)
    table = dict(zip(chosen.names, weights[:size].tolist(), strict=True))
    for word in {*known.rows, *(w for w in lexicon if w.isalpha())}:
        for name in (word, f"not_{word}"):
            extra = float(_valence(name, known.matrix, known.rows, lexicon) @ weights[size:])
            if name in table or name == word or abs(extra) > 0.02:
                table[name] = table.get(name, 0.0) + extra
    for name in chosen.names:  # a word that only its negation was seen of, or that no vector knows
        table.setdefault(name, 0.0)
    names = sorted(table)
    return {
        "tone_names": packed(names),
        "tone": np.array([table[n] for n in names], dtype=np.float32),
        "base": np.float32(base),
    }


def _teacher_ridge(inputs, wanted):
    """What the teacher's vectors of sentences say of their rating, as a function of other vectors."""
    found = Ridge(alpha=TEACHER_PENALTY).fit(inputs, wanted)
    return lambda others: np.clip(found.predict(others), -1, 1)


def _ridge(table, wanted):
    """Weights and base of a ridge regression on sparse rows."""
    found = Ridge(alpha=TONE_PENALTY, solver="sparse_cg", tol=1e-6, max_iter=400).fit(table, wanted)
    return found.coef_, found.intercept_


def softmax(table, shares, penalty):
    """Weights (names × classes) and bias of a softmax regression on shares of classes, a row's sum being 1.

    Each row counts once for each class, with its share of it as its weight.
    """
    row, label = np.nonzero(shares)
    found = LogisticRegression(C=1 / penalty, max_iter=1000).fit(table[row], label, sample_weight=shares[row, label])
    return found.coef_.T, found.intercept_


def _intervals(predicted, ratings, share):
    """Residual quantiles at knots of predicted tone: how far below and above nine in ten ratings lie."""
    wider = np.array([widening(s) for s in share])
    order = np.argsort(predicted, kind="stable")
    at, below, above = [], [], []
    for part in np.array_split(order, BINS):
        residuals = (ratings[part] - predicted[part]) / wider[part]
        at.append(predicted[part].mean())
        below.append(max(-np.quantile(residuals, 0.05), 0.02))
        above.append(max(np.quantile(residuals, 0.95), 0.02))
    return np.array([at, below, above], dtype=np.float32)


def _held_out(predicted, ratings, share, fold):
    """Intervals of each fold from the residuals of the others."""
    low, high = np.zeros(len(ratings)), np.zeros(len(ratings))
    for number in range(FOLDS):
        here = fold == number
        at, below, above = _intervals(predicted[~here], ratings[~here], share[~here])
        wider = np.array([widening(s) for s in share[here]])
        low[here] = predicted[here] - np.interp(predicted[here], at, below) * wider
        high[here] = predicted[here] + np.interp(predicted[here], at, above) * wider
    return low, high


def _learn_stance(labelled, loose, places, chances):
    docs = list(pipeline().pipe([row.text for row in labelled], batch_size=64))
    rows = [
        target_features(Words.of(doc[:]), *target_of(doc, row.start, row.end))
        for doc, row in zip(docs, labelled, strict=True)
    ]
    rows += [target_features(Words.of(loose[n][:]), *target_of(loose[n], a, b)) for n, a, b in places]
    chosen, known = Names(rows, LEAST), vectors()
    table = sparse.hstack([chosen.matrix(rows), sparse.csr_matrix(_placed(rows, known))]).tocsr()
    labels = np.array([row.label + 1 for row in labelled])
    order = np.random.default_rng(SEED).permutation(len(labels))
    aside = order[: len(order) // 10]

    def fit(own):
        rest = len(labels) + np.arange(len(places))
        wanted = np.vstack([np.eye(3)[labels[own]], np.eye(3)[labels[own]], chances])
        return softmax(table[np.concatenate([own, own, rest])], wanted, STANCE_PENALTY)  # gold counts twice

    found, bias = fit(order[len(aside) :])
    heat = _temperature(table[aside] @ found + bias, labels[aside])
    print(f"stance: temperature {heat:.2f} on {len(aside):,} targets put aside", flush=True)
    found, bias = (part * heat for part in fit(order))
    size = len(chosen.names)
    kept = np.flatnonzero(np.abs(found[:size]).max(axis=1) >= 0.02)
    return {
        "stance_names": packed([chosen.names[n] for n in kept]),
        "stance": found[kept].astype(np.float16),
        "places": found[size:].reshape(len(PLACES), SIZE, 3).astype(np.float32),
        "bias": bias,
    }


def _temperature(scores, labels):
    """What to multiply scores by so that stated chances are met (Guo et al. 2017)."""

    def cost(heat):
        powers = scores * heat - (scores * heat).max(axis=1, keepdims=True)
        return -(powers - np.log(np.exp(powers).sum(axis=1, keepdims=True)))[np.arange(len(labels)), labels].mean()

    return float(min(np.arange(0.4, 1.6, 0.02), key=cost))


def _placed(rows, known):
    """Word vectors, summed in each relation to the target."""
    table = np.zeros((len(rows), len(PLACES), SIZE), dtype=np.float32)
    at = {place: number for number, place in enumerate(PLACES)}
    for number, row in enumerate(rows):
        scale = max(len(row), 1) ** -0.5
        for name, _ in row:
            placed = place_of(name)
            if placed and placed[1] in known.rows:
                table[number, at[placed[0]]] += placed[2] * scale * known.matrix[known.rows[placed[1]], :SIZE]
    return table.reshape(len(rows), -1)
