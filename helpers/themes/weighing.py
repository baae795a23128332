"""How much speaks for a label: plain features of a phrase, its words, and where they stand."""

from collections import Counter
from math import log

import numpy as np

from ..coreference.words import is_person
from ..language.grammar import NOUN_SUBJECTS
from ..language.vectors import vectors
from .nominals import BEFALLS, event_verbs
from .words import PLACES

NAMES = (
    "often",
    "head often",
    "share of passages",
    "share of passages with the head",
    "head in the title",
    "share of its words in the title",
    "share of the title in it",
    "share of its words in the first sentence",
    "share of the first sentence in it",
    "in the first passage",
    "head in the first three passages",
    "in a heading",
    "early",
    "subject",
    "object",
    "one word",
    "words",
    "four words or more",
    "joined",
    "an event of the title",
    "ends with an event",
    "person in it",
    "name",
    "person",
    "organisation",
    "place",
    "head is a person",
    "rarity of the head",
    "rarity",
    "near the middle of the text's words",
    "near the title",
    "near the first passage",
    "known words",
    "all capitals",
    "carries the text",
    "carries the text, by words",
    "inside longer phrases",
    "share of passages with another word",
    "others of its words often",
    "length of the text",
)


def features(labels, words):
    """What the choice of labels looks at: a row a label, a column a name of `NAMES`.

    Parameters
    ----------
    labels : labels.Labels
    words : passages.Words
    """
    known, base, columns = vectors(), labels.base, labels.columns
    length, size = max(len(labels.text), 1), max(len(words.weight), 1)
    content = labels.content
    heading = {base[token] for token in content if labels.headings[token]}
    opening = {base[token] for token in content if 0 <= labels.place[token] < 3}
    first = {base[token] for token in content if labels.place[token] == 0}
    lead = labels.lead
    title = {base[token] for token in content if base[token] in labels.in_title} or lead
    spread = {
        word: len({labels.place[token] for token in tokens if labels.place[token] >= 0}) / size
        for word, tokens in labels.where.items()
    }
    often = {word: log(1 + len(tokens)) for word, tokens in labels.where.items()}
    rarity = {word: known.rarity(word) for word in labels.where}
    # how much a word weighs in a title: one that comes back carries more
    value = {word: rarity[word] * often[word] for word in labels.where}
    whole_title, whole_lead = (max(sum(value[word] for word in own), 1e-9) for own in (title, lead))
    near = _nearness(labels, words, title, first)
    centre = words.weight.sum(axis=0)
    centre /= max(float(np.linalg.norm(centre)), 1e-9)
    carry = {word: float(centre[row]) for word, row in words.rows.items()}
    events = {noun for rows in event_verbs().values() for noun, _, shape in rows if shape in BEFALLS}
    longer = Counter()
    for one in labels.every:
        if len(one.words) > 1:
            longer.update(dict.fromkeys(one.words, len(one.spans)))
    rows = []
    for number, one in enumerate(labels.every):
        heads = [labels.head(span) for span in one.spans]
        own = dict.fromkeys(one.words)
        others = [word for word in own if word != one.head]
        rarities = [rarity.get(word) or known.rarity(word) for word in own]
        places = {labels.place[a] for a, _ in one.spans}
        mass = max(sum(value.get(word, 0.3) for word in own), 1e-9)
        in_title, in_lead = (sum(value[word] for word in own if word in there) for there in (title, lead))
        carried = sum(carry.get(word, 0.0) for word in own)
        rows.append(
            (
                log(1 + len(one.spans)),
                often.get(one.head, 0),
                len(places - {-1}) / size,
                spread.get(one.head, 0),
                one.head in title,
                in_title / mass,
                in_title / whole_title,
                in_lead / mass,
                in_lead / whole_lead,
                0 in places,
                one.head in opening,
                not heading.isdisjoint(own),
                1 - labels.start[one.spans[0][0]] / length,
                sum(columns.dep[head] in NOUN_SUBJECTS for head in heads) / len(heads),
                sum(columns.dep[head] in ("dobj", "pobj", "attr") for head in heads) / len(heads),
                len(own) == 1,
                log(len(own)),
                len(own) > 3,
                one.joined,
                one.head in events and one.joined and one.head not in labels.where,
                one.head in events,
                any(labels.kinds[token] == "PERSON" for token in range(*one.spans[0])),
                one.name,
                one.kind == "PERSON",
                one.kind == "ORG",
                one.kind in PLACES,
                is_person(one.head),
                known.rarity(one.head),
                sum(rarities) / len(rarities),
                *near[number],
                sum(word in known.rows for word in own) / len(own),
                one.form.isupper(),
                carried / len(own) ** 0.5,
                carried,
                min(longer[one.head] / max(len(labels.where.get(one.head, ())), 1), 3.0),
                max((spread.get(word, 0) for word in others), default=0),
                sum(often.get(word, 0) for word in others) / max(len(others), 1),
                log(1 + size) / 4,
            )
        )
    return np.array(rows, dtype=float).reshape(len(rows), len(NAMES))


def ties(labels):
    """How much of the title and of the first two sentences is in each label, times how often its words come back.

    A word counts by its rarity and by how often it stands, one of the title twice; the sum is shared by the root of
    the number of words, so that a longer label is not better for its length.
    """
    known, told = vectors(), [token for token in labels.content if labels.place[token] >= 0]
    first = sorted({labels.sentence[token] for token in told})[:2]
    counts = {labels.base[token]: 1 for token in told if labels.sentence[token] in first}
    counts |= {labels.base[token]: 2 for token in labels.content if labels.base[token] in labels.in_title}
    rarity = {word: known.rarity(word) for word in labels.where}
    sentences = {word: len({labels.sentence[token] for token in tokens}) for word, tokens in labels.where.items()}
    found = []
    for one in labels.every:
        own = set(one.words)
        tied = sum(rarity[word] * log(1 + len(labels.where[word])) * counts[word] for word in own if word in counts)
        back = sum(sentences.get(word, 0) * rarity.get(word, 0) for word in own)
        found.append(tied / len(own) ** 0.5 * back / max(sum(rarity.get(word, 1) for word in own), 1e-9))
    return np.array(found)


def _nearness(labels, words, title, first):
    """How near each label's mean vector is to those of the text, of the title, of the first passage."""
    known = vectors()
    middle = known.of([labels.base[token] for token in labels.content])
    targets = np.column_stack([middle, known.of(sorted(title)), known.of(sorted(first))])
    found = np.array([known.of(one.words) for one in labels.every])
    return (found @ targets).tolist() if len(found) else []
