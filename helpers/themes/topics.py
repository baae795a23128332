"""Themes: the few noun phrases that together say what the article is about, and where each is told.

Every noun phrase and name of the article is weighed by how well it would name a theme, and each passage
by how much of it lies there; both weights are logistic regressions, learned from articles in which a
reader marked the themes (`python -m helpers learn themes`; `helpers/data/themes.md`); a third, learned from labels
that a reader judged, keeps those out that would be silly. The main theme is
the phrase that weighs most; each further one is the phrase that tells most of what those chosen leave
untold (a greedy choice for a submodular sum; Lin & Bilmes 2011).
"""

from functools import cache
from pathlib import Path

import numpy as np

from .. import corrections, tables
from ..tables import once_per_article
from .labels import Labels
from .naming import BARE, fuller, main_label, name, partner, stems
from .passages import NAMES as PASSAGE_NAMES
from .passages import Words, passages, places
from .passages import features as passage_features
from .weighing import NAMES as LABEL_NAMES
from .weighing import features as label_features

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "themes.tsv"
FEWEST, MOST = 2, 6
CONSIDERED = 40  # labels whose passages are looked at
SHOWN = 5  # words kept for a passage
SURE, NEARLY = 0.15, 0.5  # chance that a passage tells a theme; as a share of that of its likeliest theme
MAYBE = 0.1  # chance from which the main theme may be told in a passage, if another theme has more of them
ONCE = 0.8  # what a label is worth whose words do not come back
SAID = 0.7  # what is left of how sound a label is that only somebody quoted says
STAYS, MANY, PLAINLY = 0.2, 4, 1  # how much sounder one is whose noun stands in so many sentences; alone, in more
SOUNDEST, RELATIVE = 10, 0.7  # soundest labels of the article, and the share of their mean, if that is less
GATE = 0.5  # how sound a theme beyond the second is at least: rather none than a silly one
ANYWAY = 0.05  # what a label is worth that tells nothing which those before it leave untold
# what is left of how surely a label names a theme: by one common noun, by who or where it is, beside the main one by
# a noun of one sentence, or by somebody's; and how surely one does that tells what happens
PLAIN, WHOSE, ASIDE, HAPPENS = 0.65, 0.75, 0.85, 0.75
# what is learned, and from which features
PARTS = {"right": LABEL_NAMES, "main": LABEL_NAMES, "sound": LABEL_NAMES, "told": PASSAGE_NAMES}


def themes(article):
    """What the article is about: two to six themes, the main one first, each with its passages.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The themes table: one row a passage and theme; a passage may tell several themes or none. `theme` is a
        noun phrase of the article (or, of the main one, two: "Anna Berg and ferry strike"), `weight` (0 … 1) how much
        the passage counts for it (all weights of an article add up to 1; the theme with the largest sum is the main
        one), `words` its phrases and words found there.
        At most as many as the logarithm of the number of passages gives: four for five, five for twelve, six for
        thirty; beyond the second only those whose label is likely sound.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> table = themes(from_text("Ships wait in port.\\n\\nThe ferry brought robots."))
    >>> sorted(table["theme"])
    ['ferry', 'robots']

    References
    ----------
    Lin & Bilmes (2011), ACL.
    """
    return corrections.apply(article, "themes", uncorrected(article))


def uncorrected(article):
    """The themes table without corrections of its rows."""
    return _found(article)[0]


def how_surely(article):
    """How surely each theme's label says to a stranger what the article is about: theme -> 0 … 1.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> sure = how_surely(from_text("The ferry sank. The ferry was old. The children saw how the ferry sank."))
    >>> sure["sinking of the ferry"] >= HAPPENS
    True
    """
    return _found(article)[1]


@once_per_article
def _found(article):
    return themes_of(Found(article), weights(), article.text)


def themes_of(found, learned, text):
    """The themes table of what is found in an article, by weights as `weights` gives them; and `how_surely`."""
    if not found.labels.every or not found.size:
        return tables.build("themes", []), {}
    right, main, told, sound = found.chances(learned)
    picked = choose(found, right, told, sound)
    chosen = [core for core, *_ in picked]
    worth = np.array([main[number] + right[number] / 5 for number in chosen])
    # the first is the main one, whatever the sum says
    share = np.sort(worth / worth.sum())[::-1]
    inside = told_in(told[chosen])
    words = carrying(found, chosen, told[chosen], inside)
    rows, sure = [], {}
    for number, ((theme, *full), of_text, own) in enumerate(zip(picked, share, inside, strict=True)):
        called, strength = name(found, full), told[theme]
        sure[called] = _surely(found.labels, full, float(right[theme]), main=not rows)
        for passage in own:
            start, end, block = found.spans[passage]
            rows.append(
                {
                    "start": start,
                    "end": end,
                    "theme": called,
                    "weight": round(float(of_text * strength[passage] / strength[own].sum()), 6),
                    "words": words[number][passage],
                    "block": block,
                    "key": called,
                }
            )
    return tables.build("themes", rows, text), sure


def _surely(labels, numbers, right, main):
    """How surely labels name a theme to a stranger, by how well the first does: a bare noun says little of a story."""
    label, *more = [labels.every[number] for number in numbers]
    if label.told:
        return max(right, HAPPENS)
    plain = any(" " not in one.form and not one.name for one in (label, *more))
    who = label.who_or_where or (label.kind == "ORG" and not label.joined) or labels.somebody(label)
    if main and (label.who is None or label.who != labels.profiled):
        plain = plain or all(map(labels.canvasses, (label, *more)))
        who = who and not more
    elif main:
        who = False
    else:
        who = who or label.of_people
        right *= ASIDE if len(labels.said[label.head]) < 2 or labels.owned(label) else 1
    return right * (PLAIN if plain else 1) * (WHOSE if who else 1)


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
        """How well each label names a theme, the main one; the chance that each passage tells it; that it is sound."""
        every = self.labels.every
        back = np.array([1 if self.labels.comes_back(one) else ONCE for one in every])
        right, main = (back * chance(self.of_labels, learned[part]) for part in ("right", "main"))
        self.first = main_label(self, right, main)
        self.full = fuller(self, self.first, right, main=True)
        considered = np.union1d([self.first, self.full], np.argsort(-right.round(9), kind="stable")[:CONSIDERED])
        told = np.zeros((len(right), self.size))
        told[considered] = chance(self.of_passages(considered), learned["told"])
        sound = chance(self.of_labels, learned["sound"])
        stays = np.array([len(self.labels.said[one.head]) >= MANY + PLAINLY * one.plain for one in every])
        return right, main, told, np.where(self.labels.spoken, SAID, 1) * sound + STAYS * stays


def number_of(size):
    """How many themes so many passages have.

    >>> [number_of(size) for size in (1, 5, 12, 30, 100)]
    [2, 4, 5, 6, 6]
    """
    return min(int(np.clip(round(3.1 + 0.75 * np.log(max(size, 1))), FEWEST, MOST)), max(size, FEWEST))


def choose(found, right, told, sound):
    """The labels of an article's themes, the main one first: the numbers of each and of its fuller form."""
    every, first, full = found.labels.every, found.first, found.full
    beside = partner(found, full)
    chosen = [(first, full) if beside is None else (first, full, beside)]
    considered = np.flatnonzero(told.any(axis=1)).tolist()
    right = np.where(sound >= gate(sound[considered]), right, 0)
    covered = told[first]
    while len(chosen) < number_of(found.size):
        taken = [every[number] for pair in chosen for number in pair]
        used = {stem for one in taken for stem in stems(one)}
        meant = {one.who for one in taken} - {None}
        free = [
            number
            for number in considered
            if used.isdisjoint(stems(every[number]))
            and every[number].who not in meant
            and not _only_says_who(found.labels, every[number])
            and (right[number] > 0 or len(chosen) < FEWEST)
        ]
        if not free:
            break
        more = np.maximum(told[free] - covered, 0).mean(axis=1)
        less = np.array([BARE if every[number].who_or_where or every[number].of_people else 1 for number in free])
        best = free[int(np.argmax((less * right[free] * (more + ANYWAY)).round(9)))]
        full = fuller(found, best, right)
        chosen.append((best, full if used.isdisjoint(stems(every[full])) else best))
        covered = np.maximum(covered, told[best])
    return chosen


def _only_says_who(labels, label):
    """Whether a label is somebody's office or epithet, and no name: "Vermont senator", "chief policy aide"."""
    return label.head not in labels.in_title and label.form != label.who and labels.somebody(label)


def gate(sound):
    """How sound a label has to be, beside those of its article: in a short text, no word comes back."""
    return min(GATE, RELATIVE * float(np.sort(sound)[-SOUNDEST:].mean()))


def carrying(found, chosen, told, inside):
    """The phrases that carry each theme in each of its passages: passage -> phrases, a dict a theme."""
    labels, words = found.labels, found.words
    profile = told @ words.weight / np.maximum(told.sum(axis=1), 1e-9)[:, None]
    profile = np.maximum(profile - profile.mean(axis=0) / 2, 0) * words.nouns
    spelled, shortest, every = list(words.rows), _phrases_with(labels), []
    for number, passages_ in enumerate(inside):
        label, own = labels.every[chosen[number]], {}
        for passage in passages_.tolist():
            taken = [label.form] if any(labels.place[a] == passage for a, _ in label.spans) else []
            value = (np.sqrt(profile[number]) * words.weight[passage]).round(9)
            for column in np.argsort(-value, kind="stable")[: 4 * SHOWN].tolist():
                if len(taken) == SHOWN or value[column] <= 0:
                    break
                word = spelled[column]
                form = shortest.get((passage, word)) or labels.written(word)
                if not any(form in other or word in other.lower() or other in form for other in taken):
                    taken.append(form)
            own[passage] = tuple(taken)
        every.append(own)
    return every


def _phrases_with(labels):
    """(passage, word) -> the phrase of at most three words there that has the word; the one found most."""
    best = {}
    for one in labels.every:
        if one.joined or len(one.words) > 3:
            continue
        for a, _ in one.spans:
            for word in one.words:
                key, value = (labels.place[a], word), (len(one.spans), len(one.words), one.form)
                if key not in best or value > best[key]:
                    best[key] = value
    return {key: form for key, (*_, form) in best.items()}


def told_in(told):
    """The passages of each theme: where it is likely told, and not much less likely than another.

    The main one, which comes first, gets its likeliest passages until no other theme has more, while it may be told.
    """
    best = told.max(axis=0)
    inside = [np.flatnonzero((row >= SURE) & (row >= NEARLY * best)) for row in told]
    likely = np.argsort(-told[0].round(9), kind="stable")
    likely = likely[told[0][likely] >= MAYBE][: max(len(own) for own in inside)]
    inside[0] = np.union1d(inside[0], likely)
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
