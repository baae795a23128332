"""What an article denies, leaves open, compares, asks or wants: its own sentences, each found by its cue.

Our words name only what the sentence does; the sentence stands as it is, so that it says what the article says.
"""

import re
from math import ceil

from ..tables import once_per_article
from .cues import CUES, tells
from .finding import Finding, in_marks
from .in_short import alike, in_short, scored
from .standing import stands_alone

TWICE = 0.6  # cosine of their words from which on two sentences tell the same
ENOUGH = 5  # sentences that an article tells so
IN_FRONT = 0.8  # of the story's sentences, by what speaks for them: the others are asides
FIRST = 1.4  # what a kind that goes first is worth beside the others
VIEWS = 3  # sentences of the writer's own that say what should be, from which on an article argues
HYPOTHETICAL = re.compile(
    r"\b(?:would|will|had better|could|might|may|maybe|if)\b", re.IGNORECASE
)  # no sum that is one
NO_BUT = re.compile(r"\bnot (?:[\w-]+ ){0,6}[\w-]+, but\b")  # "in a year of not one, but two storms": no reservation
TWO = 2  # figures, where they are set against each other
_FIGURE = re.compile(r"\b(?!(?:1[5-9]|20)\d\d\b(?![,.]\d| ?%))\d[\d,.]*(?!\d|[\d,.]*(?:st|nd|rd|th)\b)")  # no year
# The writer's own view: "we must", "the council should".
VIEW = re.compile(
    r"\b(?:should|must|ought to|needs? to|has to|have to|deserves?|it is time|it[’']s time|let[’']s|i (?:think|believe"
    r"|hope|fear))\b",
    re.IGNORECASE,
)
MINE = re.compile(r"\b(?:I|[Ww]e|[Oo]urs?|[Mm]y|us|me)\b")


def telling(kind):
    """The statement of a kind of `CUES`: a function of an article and its tables that gives findings."""

    def says(article, tables):
        place = _told(article).get(kind)
        if place is None:
            return []
        told = in_marks(article.text[slice(*place)])
        return [Finding(f"told {kind}", f"{CUES[kind].opening}: {told}.", "findings.told", *place)]

    return says


def told_sentences(article):
    """The sentences that stand under a kind of `CUES`."""
    places = _told(article).values()
    return [one for one, _ in scored(article) if any(one.start < b and a < one.end for a, b in places)]


@once_per_article
def _told(article):
    """Kind -> the place of its sentence; no sentence stands under two kinds, nor In short.

    The sentences that tell most go first, and each stands under the first kind of which it has the cue.
    """
    found = [one for one, _ in scored(article)]
    ranked = sorted(range(len(found)), key=lambda n: -scored(article)[n][1])[: ceil(IN_FRONT * len(found))]
    fits = []
    for number in ranked:
        one, score = scored(article)[number]
        kind = next((kind for kind in CUES if tells(article, kind, one.start, one.end)), None)
        if kind and not _is_weak(kind, one):
            fits.append((score * (FIRST if CUES[kind].first else 1), number, kind))
    known, told = in_front(article), {}
    for _, number, kind in sorted(fits, key=lambda fit: (-fit[0], fit[1])):
        if kind in told or len(told) == ENOUGH or any(alike(found[number], other) > TWICE for other in known):
            continue
        place = stands_alone(article, found[number])
        if place and not any(other.start < place[1] and place[0] < other.end for other in known):
            told[kind] = place
            known += [one for one in found if one.start < place[1] and place[0] < one.end]
    return told


def _is_weak(kind, one):
    """Whether a sentence has a cue and still does not tell what its kind says.

    "Rain could force them to stop" had no effect; "not one, but two" and "up about 1 per cent" are set against nothing.
    """
    if kind == "effect":
        return bool(HYPOTHETICAL.search(one.text))
    if kind == "reservation":
        return bool(NO_BUT.search(one.text))
    return kind == "figures set against others" and len(_FIGURE.findall(one.text)) < TWO


def in_front(article):
    """The sentences that stand In short: what they tell is told."""
    short = in_short(article)
    taken = list(zip(short["start"], short["end"], strict=True))
    return [one for one, _ in scored(article) if any(a < one.end and one.start < b for a, b in taken)]


def view(article, tables):
    """“The writer’s own view: “The council should have closed the quay in May”.”"""
    own = [one for one, _ in scored(article) if not one.attributed and not one.text.rstrip().endswith("?")]
    views = [one for one in own if VIEW.search(one.text)]
    if len(views) < VIEWS or sum(bool(MINE.search(one.text)) for one in own) < VIEWS:
        return []
    known = [*in_front(article), *told_sentences(article)]
    worth = {one.start: score for one, score in scored(article)}
    for one in sorted(views, key=lambda one: -worth[one.start]):
        place = stands_alone(article, one)
        if place and one not in known:
            told = in_marks(article.text[slice(*place)])
            return [Finding("view", f"The writer’s own view: {told}.", "findings.told", *place)]
    return []
