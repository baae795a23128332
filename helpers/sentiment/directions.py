"""Falls of bad things and rises of good ones: good news told with bad words, and the other way round.

"Crime fell sharply" has three words that are bad by themselves. A pair of a direction and what moves
in it counts once, with the sign of both; "lost fewer jobs" has two directions.
"""

from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "data" / "directions.tsv"
STEPS = 3  # nouns from what moves up to what is said to move: the number of deaths by drowning
DOWN = {"falls": -1, "rises": 1}, {"cuts": -1, "raises": 1}, {"fewer": -1, "more": 1}, {"fall": -1, "rise": 1}
_DENY = frozenset("not n't never no neither nor hardly barely".split())
_FAIL = frozenset("fail refuse unable neglect decline powerless".split())

# what is told -> its sign
EXAMPLES = {
    "Crime fell sharply.": 1,
    "Crime rose sharply.": -1,
    "The drug prevents severe illness.": 1,
    "The drug did not prevent illness.": 0,
    "The firm lost fewer jobs.": 1,
    "The firm lost many jobs.": -1,
    "The number of deaths dropped.": 1,
    "A drop in unemployment came.": 1,
    "The crime rate was reduced.": 1,
    "Exports grew.": 1,
}


@cache
def listed():
    """Lemma -> what it is, by kind; see `helpers/data/directions.md`."""
    lines = [line.split("\t") for line in FILE.read_text("utf8").splitlines() if line and not line.startswith("#")]
    return {kind: frozenset(words.split()) for kind, words in lines}


def turns(words):
    """The pairs of a direction and what moves.

    Parameters
    ----------
    words : features.Words

    Returns
    -------
    list of (int, int, int, frozenset of int)
        Sign of the news (1 good, -1 bad), the token that moves, the token of the direction, and all
        tokens that belong to the pair.

    Examples
    --------
    >>> from helpers.language import pipeline
    >>> from .features import Words
    >>> turns(Words.of(pipeline()("Crime fell sharply.")[:]))
    [(1, 0, 1, frozenset({0, 1, 2}))]
    """
    known, found = listed(), []
    for i, lemma in enumerate(words.lemma):
        value = -1 if lemma in known["bad"] else 1 if lemma in known["good"] else 0
        if not value or words.pos[i] not in ("NOUN", "PROPN") or i in words.own:
            continue
        steps, moved = _directions(words, i, known)
        if steps and not any(_denied(words, j) for j, _ in steps):
            sign = value
            for _, step in steps:
                sign *= step
            pair = {i, *moved, *(j for j, _ in steps)}
            pair |= {
                j
                for j in range(len(words))
                if words.head[j] in pair and words.dep[j] in ("amod", "advmod", "compound", "prep")
            }
            found.append((sign, i, steps[0][0], frozenset(pair)))
    return found


def _directions(words, i, known):
    """((token, -1 or 1) of each direction, nouns between) of what moves."""
    subject, object_, adjective, noun = DOWN
    steps, between, head, dep, lemma = [], [], words.head, words.dep, words.lemma

    def look(j, kinds):
        step = next((sign for kind, sign in kinds.items() if lemma[j] in known[kind]), 0)
        if step:
            steps.append((j, step))
        return bool(step)

    for _ in range(STEPS):
        for j in range(len(words)):
            if head[j] == i and j != i and dep[j] in ("amod", "advmod", "nummod"):
                look(j, adjective)
        while dep[i] == "conj" and head[i] != i and words.pos[head[i]] in ("NOUN", "PROPN"):  # crime and poverty fell
            i = head[i]
        up = head[i]
        if up == i:
            break
        if dep[i] == "nsubj" and words.pos[up] in ("VERB", "AUX"):
            look(up, subject)
            break
        if dep[i] in ("dobj", "nsubjpass"):
            look(up, object_)
            break
        if dep[i] == "compound" and (lemma[up] in known["measure"] or look(up, noun)):
            i = up
        elif dep[i] == "pobj" and lemma[up] in ("in", "of", "to", "from") and head[up] != up:
            over = head[up]
            if lemma[over] not in known["measure"] and not (words.pos[over] == "NOUN" and look(over, noun)):
                break
            i = over
        else:
            break
        between.append(i)
        if steps and steps[-1][0] == i:
            break
    return steps, between


def _denied(words, j):
    """Whether a direction is denied: did **not** prevent, **failed** to prevent."""
    if any(words.head[k] == j and (words.dep[k] == "neg" or words.lower[k] in _DENY) for k in range(len(words))):
        return True
    return words.dep[j] in ("xcomp", "ccomp") and words.lemma[words.head[j]] in _FAIL
