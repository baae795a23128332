"""In short: the few sentences of the article itself that tell it.

The words are the article's; what can be wrong is the choice. How likely a sentence tells a fact is a logistic
regression on a few features (`salience.FEATURES`), learned from articles in which an editor marked the facts
(`python -m helpers learn in_short`); a greedy walk does not tell a thing twice (maximal marginal relevance;
Carbonell and Goldstein 1998). What a sentence does is a rule of its own (`findings.role`).
"""

import re
from functools import cache
from math import exp, sqrt
from pathlib import Path

from .. import tables as layout
from ..language import parse, sentences
from ..quotes import find_quotes
from ..tables import once_per_article
from .role import LEAD, role
from .salience import FEATURES, features, marks_paired, story

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "in_short.tsv"
MOST = 5
OPENING = 4  # sentences among which the first row is looked for: news tells first what happened
OPENS = 10  # words of a first row at least, unless there is none
SPOKEN = 0.5  # share of it in direct speech, up to which it tells what happened
ONLY_SPOKEN = 0.8  # share of a sentence in direct speech, from which on it leans on the one that names who speaks
# What opens a sentence that is no beginning: "We’ve asked him", "Also,".
NO_LEAD = re.compile(
    r"[“\"‘'(]?(?:I|We|He|She|They|It|This|These|That|Those|Here|There|You|Also|But|And)\b|.*[;?:]$", re.DOTALL
)
ALIKE = 0.6  # share of its worth that a sentence wholly equal to one told loses
SAME = 0.7  # cosine of their words from which on two sentences tell the same
WITH_IT = 0.25  # share that a sentence brought along adds to the one that needs it
ALONE = 0.3  # share that a sentence loses which leans on one that cannot be brought along
BEFORE = 2  # sentences that are brought along at most
PASSAGE = 70  # and words of them all
PLAIN = ("what happened", "main figure")  # roles that the narrator's own sentence has
# Words that a passage shares with the first row, if it is about the same: strangers misunderstood 9 of 100 such,
# 32 of others.
TIES = 2
LEAST = 6  # words of a row: “Holm replied.” tells nothing
GAP = 4  # characters between two sentences, from which on something stands between them


def in_short(article):
    """The few sentences of the article that tell it, best first.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The in_short table, five rows at most, best first: `start`, `end`, `text` (a sentence, or a sentence with
        those before it that its pronoun needs), `role` (what happened, main figure, who says it, disputed, open
        or verdict; missing where the sentence does not show it) and `score` (how likely it tells a fact, less what
        others tell already; what is brought along adds a little). Captions, credits, titles and headings are never
        rows.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("The council closed the bridge on Monday. It has not said when it will reopen.")
    >>> in_short(article)["role"].tolist()
    ['what happened']
    """
    return _in_short(article)


@once_per_article
def scored(article):
    """The sentences of the story and how likely each tells a fact: a list of (salience.Sentence, float), in order."""
    found = story(article, sentences(article), find_quotes(article))
    weights, base = _weights()
    sums = [base + sum(w * x for w, x in zip(weights, features(one), strict=True)) for one in found]
    return [(one, 1 / (1 + exp(-value))) for one, value in zip(found, sums, strict=True)]


@once_per_article
def _in_short(article):
    found, scores = [one for one, _ in scored(article)], [score for _, score in scored(article)]
    rows, doc, event = [], parse(article), set()
    for first, last, score in choose(found, scores):
        event = event or found[last].stems
        does = role(doc, found, last, not rows) or None
        if does in PLAIN and first < last:
            does = None  # what is brought along may tell something else
        aside = found[last].number >= LEAD and len(found[last].stems & event) < TIES
        if does == "main figure" and (aside or does in {row["role"] for row in rows}):
            does = None  # one figure is the main one, and of what happened
        end = found[_closing(found, first, last)].end
        rows.append({"start": found[first].start, "end": end, "role": does, "score": score})
    return layout.build("in_short", rows, article.text)


def choose(found, scores, most=MOST):
    """Which sentences, best first: (number of the first, number of the last, score) of each row.

    Parameters
    ----------
    found : list of salience.Sentence
    scores : list of float
    most : int

    Returns
    -------
    list of tuple
        The first is another than the last where a sentence begins with a pronoun and brings the one before it.
    """
    rows, told = [], set()
    while len(rows) < most:
        best = None
        for last in range(len(found)) if rows else _lead(found):
            sentence = found[last]
            first = _brought(found, last)
            near = max((alike(found[n], found[m]) for n in {first, last} for m in told), default=0.0)
            if near > SAME or not told.isdisjoint(range(first, last + 1)):
                continue
            if rows and len(sentence.text.split()) < LEAST:
                continue
            value = scores[last] * (1 - ALIKE * near) + WITH_IT * bool(rows) * sum(scores[first:last])
            if _leans(found[first]) or _is_open(found, first, last):
                value *= 1 - ALONE
            if best is None or value > best[2]:
                best = (first, last, value)
        if best is None:
            return rows
        rows.append(best)
        told |= set(range(best[0], _closing(found, *best[:2]) + 1))
    return rows


def _lead(found):
    """The number of the sentence that comes first, in a list: the first long one that is no question and no speech."""
    for number, one in enumerate(found[:OPENING]):
        leads = len(one.text.split()) >= OPENS and one.spoken < SPOKEN and not NO_LEAD.match(one.text.rstrip())
        if leads and not (number and one.leans):
            return [number]
    return [0] if found else []


def _leans(one):
    return one.leans or one.spoken > ONLY_SPOKEN


def _brought(found, number):
    """The number of the sentence from which a row must begin, so that its first pronoun has what it stands for.

    That may stand in the paragraph before it, but right before it, and a row stays a short passage.
    """
    first = number
    while (
        _leans(found[first]) and first and number - first < BEFORE and found[first].start - found[first - 1].end < GAP
    ):
        if found[first - 1].text.rstrip().endswith("?"):
            break
        if sum(len(one.text.split()) for one in found[first - 1 : number + 1]) > PASSAGE:
            break
        first -= 1
    return first


def _is_open(found, first, last):
    """Whether a passage ends within marks that it opens."""
    return not marks_paired(" ".join(one.text for one in found[first : _closing(found, first, last) + 1]))


def _closing(found, first, last):
    """The number of the sentence that closes the marks that a passage opens: of the same paragraph, one of two next."""
    for number in range(last, min(last + 1 + BEFORE, len(found))):
        passage = " ".join(one.text for one in found[first : number + 1])
        if found[number].block != found[last].block or len(passage.split()) > PASSAGE:
            break
        if marks_paired(passage):
            return number
    return last


def alike(one, other):
    """Cosine of two sentences' stems, 0 … 1."""
    return len(one.stems & other.stems) / sqrt(max(1, len(one.stems)) * max(1, len(other.stems)))


@cache
def _weights():
    lines = [line.split("\t") for line in WEIGHTS.read_text("utf8").splitlines() if not line.startswith("#")]
    named = {name: float(weight) for name, weight in lines}
    return [named[name] for name in FEATURES], named["base"]
