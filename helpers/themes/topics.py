"""Themes: the few noun phrases that together say what the article is about, and where each is told.

Every noun phrase and name of the article is weighed by how well it would name a theme, and each passage
by how much of it lies there; both weights are logistic regressions, learned from articles in which a
reader marked the themes (`python -m helpers learn themes`; `helpers/data/themes.md`). The main theme is
the phrase that weighs most; each further one is the phrase that tells most of what those chosen leave
untold (a greedy choice for a submodular sum; Lin & Bilmes 2011).
"""

from functools import cache
from pathlib import Path

import numpy as np

from .. import corrections, tables
from .labels import NAMES as LABEL_NAMES
from .labels import Labels
from .labels import features as label_features
from .passages import NAMES as PASSAGE_NAMES
from .passages import Words, passages, places
from .passages import features as passage_features

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "themes.tsv"
FEWEST, MOST = 2, 6
CONSIDERED = 60  # labels whose passages are looked at
SHOWN = 5  # words kept for a passage
SURE, NEARLY = 0.2, 0.4  # chance that a passage tells a theme; as a share of that of its likeliest theme
ANYWAY = 0.1  # what a label is worth that tells nothing which those before it leave untold
PARTS = {"right": LABEL_NAMES, "main": LABEL_NAMES, "told": PASSAGE_NAMES}  # what is learned, and from which features


def themes(article):
    """What the article is about: two to six themes, the main one first, each with its passages.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The themes table: one row a passage and theme; a passage may tell several themes or none. `theme` is a
        noun phrase of the article, `weight` (0 … 1) how much the passage counts for it (all weights of an article
        add up to 1; the theme with the largest sum is the main one), `words` its phrases and words found there.
        Their number grows with the logarithm of the number of passages: four for five, five for twelve, six for
        a hundred; never more than the text has phrases for.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> table = themes(from_text("Ships wait in port.\\n\\nThe court heard judges."))
    >>> sorted(table["theme"])
    ['port', 'ships']

    References
    ----------
    Lin & Bilmes (2011), ACL.
    """
    return corrections.apply(article, "themes", uncorrected(article))


def uncorrected(article):
    """The themes table without corrections of its rows."""
    return themes_of(Found(article), weights(), article.text)


def themes_of(found, learned, text):
    """The themes table of what is found in an article, by weights as `weights` gives them."""
    if not found.labels.every or not found.size:
        return tables.build("themes", [])
    right, main, told = found.chances(learned)
    chosen = choose(found, right, main, told)
    worth = np.array([main[number] + right[number] / 5 for number in chosen])
    # the first is the main one, whatever the sum says
    share = worth / worth.sum()
    rows = []
    for theme, of_text, own in zip(chosen, share, told_in(told[chosen]), strict=True):
        label, strength = found.labels.every[theme], told[theme]
        phrases = found.company(theme, told)
        for passage in own:
            start, end, block = found.spans[passage]
            rows.append(
                {
                    "start": start,
                    "end": end,
                    "theme": label.form,
                    "weight": round(float(of_text * strength[passage] / strength[own].sum()), 6),
                    "words": found.words_of(label, phrases, passage),
                    "block": block,
                    "key": label.form,
                }
            )
    return tables.build("themes", rows, text)


class Found:
    """An article's passages, its labels and their features."""

    def __init__(self, article):
        self.spans = passages(article)
        self.size = len(self.spans)
        self.labels = Labels(article, *places(article, self.spans))
        self.words = Words(self.labels, self.size)
        self.of_labels = label_features(self.labels, self.words)

    def of_passages(self, chosen):
        """Features of passages, for some labels."""
        return passage_features(self.labels, [self.labels.every[number] for number in chosen], self.words, self.size)

    def chances(self, learned):
        """The chance that each label names a theme, that it names the main one, and that each passage tells it."""
        right, main = (chance(self.of_labels, learned[part]) for part in ("right", "main"))
        # the main theme's label weighs as in `choose`
        first = int(np.argmax((main + right / 5).round(9)))
        considered = np.union1d(first, np.argsort(-right.round(9), kind="stable")[:CONSIDERED])
        told = np.zeros((len(right), self.size))
        told[considered] = chance(self.of_passages(considered), learned["told"])
        return right, main, told

    def company(self, theme, told):
        """Other labels that are told in the same passages and mean something alike, best first."""
        label = self.labels.every[theme]
        like = self.words.like(label.words)
        scored = []
        for number, one in enumerate(self.labels.every):
            if number == theme or not told[number].any() or one.kind == "PERSON":
                continue
            own = [self.words.rows[word] for word in one.words if word in self.words.rows]
            near = like[own].mean() if own else 0
            together = _together(told[number], told[theme])
            scored.append((round(float(near + together), 9), -number))
        return [-number for _, number in sorted(scored, reverse=True)]

    def words_of(self, label, phrases, passage):
        """The phrases that carry a theme in a passage, else the words there that are most like its own."""
        labels, words, found = self.labels, self.words, []
        if any(labels.place[span[0]] == passage for span in label.spans):
            found.append(label.form)
        for number in phrases:
            one = labels.every[number]
            if len(found) == SHOWN:
                break
            within = any(one.form in other or other in one.form for other in found)
            if not within and any(labels.place[span[0]] == passage for span in one.spans):
                found.append(one.form)
        if len(found) < SHOWN:
            value = np.round(words.weight[passage] * (words.like(label.words) + 0.05), 9)
            spelled = list(words.rows)
            told = " ".join(found).lower()
            more = [spelled[i] for i in np.argsort(-value, kind="stable") if value[i] > 0 and spelled[i] not in told]
            found += more[: SHOWN - len(found)]
        return tuple(found)


def _together(one, other):
    """Pearson's correlation of two rows; 0 where one of them does not vary."""
    one, other = one - one.mean(), other - other.mean()
    return float(one @ other) / max(float(np.linalg.norm(one) * np.linalg.norm(other)), 1e-9)


def number_of(size):
    """How many themes so many passages have.

    >>> [number_of(size) for size in (1, 5, 12, 30, 100)]
    [2, 4, 5, 5, 6]
    """
    return min(int(np.clip(round(2.7 + 0.75 * np.log(max(size, 1))), FEWEST, MOST)), max(size, FEWEST))


def choose(found, right, main, told):
    """The labels of an article's themes, the main one first: their numbers."""
    every = found.labels.every
    chosen = [int(np.argmax((main + right / 5).round(9)))]
    covered = told[chosen[0]]
    considered = np.flatnonzero(told.any(axis=1)).tolist()
    while len(chosen) < number_of(found.size):
        used = {word for number in chosen for word in every[number].words}
        free = [number for number in considered if used.isdisjoint(every[number].words)]
        if not free:
            break
        more = np.maximum(told[free] - covered, 0).mean(axis=1)
        best = free[int(np.argmax((right[free] * (more + ANYWAY)).round(9)))]
        chosen.append(best)
        covered = np.maximum(covered, told[best])
    return chosen


def told_in(told):
    """The passages of each theme: where it is likely told, and not much less likely than another."""
    best = told.max(axis=0)
    inside = [np.flatnonzero((row >= SURE) & (row >= NEARLY * best)) for row in told]
    return [own if len(own) else np.array([int(np.argmax(row))]) for own, row in zip(inside, told, strict=True)]


def chance(rows, learned):
    """The chance that a logistic regression gives to each row of features."""
    mean, spread, weight = learned
    return 1 / (1 + np.exp(-((rows - mean) / spread @ weight[:-1] + weight[-1])))


@cache
def weights(path=WEIGHTS):
    """For each of `PARTS` the means and spreads of its features, and their weights with the base last."""
    lines = [line.split("\t") for line in path.read_text("utf8").splitlines() if line and not line.startswith("#")]
    learned = {}
    for part, names in PARTS.items():
        own = {name: list(map(float, values)) for of, name, *values in lines if of == part}
        table = np.array([own[name] for name in (*names, "base")])
        learned[part] = table[:-1, 0], table[:-1, 1], table[:, 2]
    return learned
