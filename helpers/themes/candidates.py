"""What could be a key phrase: content words, names, and noun phrases, with all their places."""

import re
from collections import Counter
from dataclasses import dataclass, field

from spacy.attrs import ENT_TYPE, IDX, IS_STOP, LENGTH

from ..language import doc_text, parse_columns, spelled

SINGLE = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))
RUN = frozenset(("NOUN", "PROPN", "ADJ"))
LONGEST, WIDEST = 4, 24  # words of a phrase; tokens of a run that are looked at

ADDRESS = re.compile(r"[@#/\\_=]|\.[a-z]{2,}|https?|www\.", re.IGNORECASE)
REPORTING = frozenset("say".split())  # who says what is the quotes table's

# what it is -> (a sentence, a candidate in it)
EXAMPLES = {
    "word": ("The ships waited.", "ship"),
    "noun phrase": ("The new trade talks failed.", "new trade talk"),
    "name": ("The painter Anna Berg spoke.", "anna berg"),
}


@dataclass
class Candidate:
    """A phrase: `key` (lower-case lemmas), and of each place its token span, how it is written, and of its last word
    the part of speech and the kind of entity.
    """

    key: str
    spans: list = field(default_factory=list)
    forms: list = field(default_factory=list)
    tags: list = field(default_factory=list)
    entities: list = field(default_factory=list)

    @property
    def form(self):
        """How it is written most."""
        return max(Counter(self.forms).items(), key=lambda item: (item[1], item[0]))[0]


def most(values):
    """The value that comes most often, the first of those; None of none.

    >>> most(["sea", "port", "port"]), most([])
    ('port', None)
    """
    if not values or values.count(values[0]) == len(values):
        return values[0] if values else None
    return Counter(values).most_common(1)[0][0]


def candidates(doc):
    """Candidates in the order of the text; found once for each document.

    Parameters
    ----------
    doc : spacy.tokens.Doc

    Returns
    -------
    list of Candidate
    """
    if "candidates" not in doc.user_data:
        doc.user_data["candidates"] = _found(doc)
    return doc.user_data["candidates"]


def _found(doc):
    text = doc_text(doc)
    every = parse_columns(doc)
    table = doc.to_array((IS_STOP, ENT_TYPE, IDX, LENGTH))
    entity, start = spelled(doc, table[:, 1]), table[:, 2].tolist()
    end = (table[:, 2] + table[:, 3]).tolist()
    bases = [w if pos == "PROPN" else base for w, base, pos in zip(every.lower, every.lemma, every.pos, strict=True)]
    words = list(zip(every.pos, bases, every.text, entity, table[:, 0].tolist(), strict=True))
    found = {}

    def add(first, last):
        key = " ".join(bases[first:last])
        one = found.get(key)
        if one is None:
            one = found[key] = Candidate(key)
        one.spans.append((first, last))
        pos, _, _, kind, _ = words[last - 1]
        one.forms.append(text[start[first] : end[last - 1]])
        one.tags.append(pos)
        one.entities.append(kind)

    for i, (pos, _, word, _, stop) in enumerate(words):
        if pos in SINGLE and not stop and len(word) > 1 and word[0].isalpha() and _is_word(words, i):
            add(i, i + 1)
    for first, last in _runs(doc, words):
        for a, b in _phrases(words, first, last):
            add(a, b)
    return sorted(found.values(), key=lambda one: one.spans[0])


def _is_word(words, i):
    """Whether a token is a word of its own: no address or handle, no "said", no "cent" of "per cent".

    >>> _is_word([("NOUN", "cent", "cent", "", False)], 0), _is_word([("X", "", "a.org", "", False)], 0)
    (True, False)
    """
    word, base = words[i][2], words[i][1]
    before = words[i - 1][2].lower() if i else ""
    if ADDRESS.search(word) or before in ("@", "#") or base in REPORTING:
        return False
    return not (before == "per" and base == "cent")


def _runs(doc, words):
    """Runs of adjectives and nouns inside a sentence, without adjectives at their end."""
    i = 0
    while i < len(words):
        if words[i][0] not in RUN or not words[i][2][0].isalnum() or not _is_word(words, i):
            i += 1
            continue
        last = i + 1
        while (
            last < len(words)
            and words[last][0] in RUN
            and words[last][2][0].isalnum()
            and not doc[last].is_sent_start
            and _is_word(words, last)
        ):
            last += 1
        end = last
        while end > i and words[end - 1][0] == "ADJ":
            end -= 1
        if end - i > 1:
            yield i, min(end, i + WIDEST)
        i = last


def _phrases(words, first, last):
    """The whole run if it is short, and each name in it."""
    if last - first <= LONGEST:
        yield first, last
    a = first
    while a < last:
        b = a
        while b < last and words[b][0] == "PROPN":
            b += 1
        if 2 <= b - a <= LONGEST and (a, b) != (first, last):
            yield a, b
        a = max(b, a + 1)
