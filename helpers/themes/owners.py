"""Whose something is, by name or by pronoun: "his strategy" is Tom Roe's strategy."""

from collections import defaultdict

from ..coreference.words import is_person
from .nominals import whose
from .words import GROUPS, WORN

MODIFIERS = frozenset(("compound", "amod"))
LONGEST = 3  # words of a name, words of what is owned
# what somebody has and is no theme of a text
WORN_OWNED = frozenset(
    "office house home name face hand voice word mind life career right answer question comment remark campaign".split()
)
# how it is said -> (a text, the label)
EXAMPLES = {
    "by name and by pronoun": (
        "Tom Roe came to Oslo. His strategy is old. Roe praised his strategy.",
        "Tom Roe's strategy",
    ),
}


def owned_forms(labels, means):
    """What is somebody's, at least twice or at the opening: head, words, spans and form of each label.

    Parameters
    ----------
    labels : labels.Labels
    means : dict of int to str
        Head of a mention -> the one whom it names.
    """
    found = []
    for (who, words), spans in _owned(labels, means).items():
        last = spans[0][1]
        head = labels.base[last - 1]
        opening = any(labels.titles[a] or labels.opening[0] <= a < labels.opening[1] for a, _ in spans)
        if head not in WORN | WORN_OWNED and not is_person(head) and (opening or len(spans) > 1):
            form = f"{whose(who)} {labels.as_written(last - len(words), last)}"
            found.append((head, (*who.lower().split(), *words), spans, form))
    return found


def _owned(labels, means):
    """What belongs to somebody with a name: (name, words in dictionary form) -> token spans."""
    columns, found = labels.columns, defaultdict(list)
    for number, dep in enumerate(columns.dep):
        who = means.get(number) if dep == "poss" else None
        head = columns.head[number]
        if who is None or columns.pos[head] != "NOUN" or head < number or not who[:1].isupper():
            continue
        first = number + 1 + (columns.pos[number] != "PRON" and columns.lower[number + 1] in ("'s", "’s", "'", "’"))
        between = range(first, head)
        if head + 1 - first > LONGEST or len(who.split()) > LONGEST:
            continue
        if labels.goes_on(first, head + 1) or labels.base[head] in GROUPS:
            continue
        if all(columns.dep[one] in MODIFIERS and columns.head[one] == head for one in between):
            found[who, tuple(labels.base[first : head + 1])].append((number, head + 1))
    return found
