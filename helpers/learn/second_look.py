"""Learning what a second look at found attributions weighs: their edges, and how far each is to be believed."""

import gzip
import tempfile
from collections import Counter
from contextlib import suppress
from hashlib import blake2s
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.optimize import minimize

from ..article import ArticleError, from_text, load
from ..gold import gum, ratings, timeml
from ..quotes.choose import once
from ..quotes.edge_features import edge_features
from ..quotes.edges import follow, places
from ..quotes.trust import LIKELY, TERMS, terms, told, trust_features
from ..quotes.weigh import SAME, alike, source_of, weigh, words_in
from .ranking import Groups

JUDGED = Path(__file__).resolve().parents[2] / "data" / "gold" / "judged_quotes.tsv"
EDGE_PENALTY, EDGE_LEAST = 3.0, 10
TRUST_PENALTY, TRUST_LEAST = 16.0, 5
JUDGED_PARTS = 5  # in which the articles of judged rows are held out, one after another
SHARE = 0.3  # of the weight of all rows that those judged in other news have together


class Seen(NamedTuple):
    """An attribution found by weights that had not seen its article, and the annotated one that it is (or None).

    Edges are learned from what is `near`, too: the annotated content of the same cue, of which too much or too little
    was found.
    """

    parsed: object
    found: object
    source: tuple | None
    gold: tuple | None
    near: tuple | None
    spoken: dict
    group: str


def found_by(parsed, gold, learned, group):
    """What held-out weights find in one article, each content once.

    A report within a report is not annotated: what was found there is neither right nor wrong.
    """
    likely = weigh(parsed, learned)
    spoken, left, seen = told(parsed, likely), list(gold), []
    within = frozenset().union(*(content for content, _, _ in gold))
    for one in once([one for one in likely if one.probability >= LIKELY]):
        fit, best = max(((alike(one.words, row[0]), n) for n, row in enumerate(left)), default=(0, 0))
        if fit < SAME and one.cue in within:
            continue
        source = source_of(parsed, one.cue, one.construction, one.parts, learned)
        right = left.pop(best) if fit >= SAME else None
        near = right or next((row for row in gold if one.cue in row[2] and one.words & row[0]), None)
        seen.append(Seen(parsed, one, source, right, near, spoken, group))
    return seen


def learn_edges(seen):
    """Weights of edges, from attributions that were found."""
    groups = Groups(null=False)
    for one in seen:
        if one.near is not None:
            content, source, cue = (sorted(i for i in words if one.parsed.is_word[i]) for words in one.near)
            teacher = _teacher(one, groups, {"content": content, "source": source, "cue": cue})
            with suppress(StopIteration):
                asks, answer = follow(one.parsed, one.found, one.source), None
                while True:
                    answer = teacher(*asks.send(answer))
    return groups.fit(EDGE_PENALTY, least=EDGE_LEAST, steps=100)


def _teacher(one, groups, gold):
    """A mover of edges that moves them to where the annotators have them, and notes the choice."""

    def move(kind, side, guess, walls):
        if not gold[kind]:
            return guess
        options = places(one.parsed, kind, side, guess, one.found, walls)
        wanted = gold[kind][0] if side == "first" else gold[kind][-1] + 1
        hits = [float((option[0] if side == "first" else option[1]) == wanted) for option in options]
        if not sum(hits):
            return guess
        if len(options) > 1:
            rows = [
                edge_features(one.parsed, kind, side, option, guess, one.found, chance)
                for option, chance in options.items()
            ]
            groups.add([sound(names) for names in rows], hits)
        return list(options)[hits.index(1.0)]

    return move


def trust_rows(seen, judged):
    """Features, whether right, and weight of each row; those judged in other news have `SHARE` of all weight."""
    own = [(trust_features(one.parsed, one.found, one.spoken), one.gold is not None, one.group) for one in seen]
    each = SHARE / (1 - SHARE) * len(own) / max(len(judged), 1)
    return [(*row, 1.0) for row in own] + [(*row, each) for row in judged]


def learn_trust(rows):
    """Weights of a logistic regression with a Gaussian prior over (features, right, group, weight)."""
    counts = Counter(name for features, *_ in rows for name in features)
    index, cells = {}, ([], [], [])
    for number, (features, *_) in enumerate(rows):
        for name, value in features.items():
            if counts[name] >= TRUST_LEAST and sound([name]):
                for cell, entry in zip(cells, (number, index.setdefault(name, len(index)), value), strict=True):
                    cell.append(entry)
    matrix = sparse.csr_matrix((cells[2], (cells[0], cells[1])), shape=(len(rows), len(index)))
    turned, right = matrix.T.tocsr(), np.array([row[1] for row in rows], dtype=float)
    weight = np.array([row[3] for row in rows])

    def cost(weights):
        scores = matrix @ weights
        value = (weight * (np.logaddexp(0, scores) - right * scores)).sum() + TRUST_PENALTY / 2 * weights @ weights
        return value, turned @ (weight * (1 / (1 + np.exp(-scores)) - right)) + TRUST_PENALTY * weights

    best = minimize(cost, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return dict(zip(index, best.tolist(), strict=True))


def held_out(rows):
    """The log odds of each row by trust that was learned without its part of the news."""
    parts = [row[2] if isinstance(row[2], int) else f"judged {int(digest(row[2]), 16) % JUDGED_PARTS}" for row in rows]
    odds = np.zeros(len(rows))
    for part in set(parts):
        learned = learn_trust([row for row, own_part in zip(rows, parts, strict=True) if own_part != part])
        for number, (features, *_) in enumerate(rows):
            if parts[number] == part:
                odds[number] = sum(learned.get(name, 0.0) * x for name, x in features.items())
    return odds


def calibration(rows, odds, own):
    """Weights of `trust.terms` that make held-out log odds right in both kinds of news.

    Trust is too sure of what it finds in news that it has few rows of (Platt 1999), the more the less of it is about
    campaigns and the less is reported in it. The annotated rows, of which there are `own`, weigh as much as the judged.
    """
    right = np.array([float(row[1]) for row in rows])
    facts = np.array([terms(one, row[0]) for one, row in zip(odds, rows, strict=True)])
    weight = np.repeat([1 / own, 1 / max(len(rows) - own, 1)], [own, len(rows) - own])

    def cost(by):
        scores = facts @ by
        return (weight * (np.logaddexp(0, scores) - right * scores)).sum()

    by = minimize(cost, np.eye(len(TERMS))[0], method="L-BFGS-B").x
    return dict(zip(TERMS, by.tolist(), strict=True)), facts @ by


def held_out_curves(rows, odds, own, gold):
    """F1 and precision by least probability.

    Parameters
    ----------
    rows : list
        As from `trust_rows`: the annotated corpus' own first.
    odds : numpy.ndarray
        Their log odds, as `calibration` gives them.
    own : int
        How many rows those are.
    gold : int
        How many attributions the annotated corpus has.

    Returns
    -------
    dict of (str, str) to list of (float, float, int)
        Corpus ("annotated", "judged") and measure -> least probability, value, rows kept.
    """
    chance = 1 / (1 + np.exp(-odds))
    right, curves = np.array([bool(row[1]) for row in rows]), {}
    for corpus, start, stop, every in (("annotated", 0, own, gold), ("judged", own, len(rows), int(right[own:].sum()))):
        for percent in range(20, 81, 5):
            kept = chance[start:stop] >= percent / 100
            hits, number = int(right[start:stop][kept].sum()), int(kept.sum())
            values = {"span F1 from probability": 2 * hits / max(number + every, 1), "precision": hits / max(number, 1)}
            for measure, value in values.items():
                curves.setdefault((corpus, measure), []).append((percent / 100, value, number))
        for low in range(0, 100, 10):
            inside = (chance[start:stop] >= low / 100) & (chance[start:stop] < (low + 10) / 100)
            share = float(right[start:stop][inside].mean()) if inside.any() else 0.0
            curves.setdefault((corpus, "right of those of probability"), []).append(
                (low / 100, share, int(inside.sum()))
            )
    return curves


def sound(names):
    """Features that can be written on a line."""
    return [name for name in names if name and not any(letter in name for letter in "\t\n\r")]


def judged_rows(folder, learned, prepared):
    """Features, whether right, and article of each row that a reader judged.

    Parameters
    ----------
    folder : pathlib.Path
        With a folder for each corpus that the list names.
    learned : Weights
    prepared : callable
        From an article to its parse as `Parsed`.

    Raises
    ------
    ArticleError
        If an article of the list is not there.
    """
    table, rows = pd.read_csv(JUDGED, sep="\t", dtype={"words": str}), []
    for (corpus, name), own in table.groupby(["corpus", "article"], sort=True):
        if not (folder / corpus).is_dir():
            print(f"{len(own)} judged rows of {corpus}/{name} are left out: {folder / corpus} is not there.")
            continue
        article = read_article(folder / corpus, name)
        parsed = prepared(article)
        likely = weigh(parsed, learned)
        spoken = told(parsed, likely)
        places = {parsed.start[one.cue]: one for one in likely if one.probability >= LIKELY}
        for row in own.itertuples(index=False):
            one = places.get(row.cue)
            if one is not None and digest(article.text[row.start : row.end]) == row.words:
                content = frozenset(
                    i for i in range(parsed.size) if row.start <= parsed.start[i] < row.end and parsed.is_word[i]
                )
                same = max(alike(words_in(parsed, parts), content) for parts in _parts(one)) >= SAME
                rows.append((trust_features(parsed, one, spoken), bool(row.right and same), f"{corpus}/{name}"))
    return rows


def _parts(found):
    """The whole of a content and each of its parts: a reader judged one row, which holds one part."""
    return [found.parts, *((part,) for part in found.parts)]


def digest(words):
    """What tells whether the words at a place are still those that were judged."""
    return blake2s(words.encode("utf8"), digest_size=4).hexdigest()


def read_article(folder, name):
    """An article of a public corpus, by the corpus' folder and its name there."""
    for path in (folder / "docsutf8" / f"{name}.txt", folder / "text" / f"{name}.txt"):
        if path.is_file():
            return load(path, language="any")
    for path in folder.rglob(f"{name}.tml"):
        return from_text(timeml.read(path.read_text(encoding="utf8", errors="replace"))[0], language="any")
    for path in folder.rglob(f"{name}.conllu"):
        return from_text(gum.read(path.read_text(encoding="utf8"))[0], language="any")
    for path in folder.glob("*_GroundTruth.txt"):  # sentences of editorials, with two apostrophes for a mark
        sentences = [one.text for one in ratings.read_ratings(path) if one.group == name]
        return from_text(" ".join(sentences).replace("''", '"'), language="any")
    path = folder / "html" / f"{name}.html.gz"
    if not path.is_file():
        raise ArticleError(
            f"{folder}: has no article {name}; judged rows need the corpora beside the annotated folder."
        )
    with tempfile.TemporaryDirectory() as place:
        page = Path(place) / f"{name}.html"
        page.write_bytes(gzip.decompress(path.read_bytes()))
        return load(page, language="any")
