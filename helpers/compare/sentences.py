"""The sentences of two articles as what can be compared: their words, weighed by how much they tell."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np

from ..coreference import mentions
from ..language import american, parse, sentences
from ..language.spelling import porter_stem
from ..language.vectors import vectors
from ..tables import each, is_missing
from ..timeline import find_times

TOLD = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "X"))
WHO, WHEN = "who:", "when:"  # before what stands for an actor or a day, in whichever words
PRONOUN = 0.5  # how much of a name's weight a pronoun or a description has
NAME = 1.3  # how much more a name or a numeral tells than another word as rare
NUMERAL = 1.3


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence: its place, its words in order (small letters, no signs), and those that tell: stem -> weight."""

    start: int
    end: int
    words: tuple
    spans: tuple
    stem_of: tuple  # of each word: its stem, what it stands for, or nothing
    stems: dict
    rare: tuple  # (stem, weight) as in stems, but for how many sentences of the two have it
    forms: dict  # stem -> a word of it in small letters

    @cached_property
    def letters(self):
        return "".join(self.words).replace("-", "")

    @cached_property
    def total(self):
        return sum(self.stems.values())


def both(a, b):
    """The sentences of two articles.

    A word weighs what it is rare in English, and less the more sentences of the two have it: a name that is in every
    sentence says little about which two of them belong together.

    Parameters
    ----------
    a, b : Article

    Returns
    -------
    (list of Sentence, list of Sentence)

    Examples
    --------
    >>> from helpers.article import from_text
    >>> one, other = both(from_text("The ferry sank."), from_text("A ferry sinks."))
    >>> one[0].words, sorted(one[0].stems) == sorted(other[0].stems)
    (('the', 'ferry', 'sank'), True)
    """
    known = [_read(a, {}), _read(b, partners(a, b))]
    spread = Counter(stem for own in known for *_, told in own for stem in told)
    return tuple([_weighed(one, spread) for one in own] for own in known)


def _read(article, called):
    doc = parse(article)
    days = {row.start: row for row in each(find_times(article), "start end value type") if row.type == "DATE"}
    who = {mention.start: mention for mention in mentions(article)}
    found = []
    for row in each(sentences(article), "start end"):
        span = doc.char_span(row.start, row.end, alignment_mode="expand")
        words, spans, stem_of, told, reach = [], [], [], {}, row.start
        for token in span:
            if not any(sign.isalnum() for sign in token.text):
                continue
            word = american(token.lower_)
            words.append(word)
            spans.append((token.idx, token.idx + len(token)))
            stem_of.append(None)
            if token.idx in days and not is_missing(days[token.idx].value):
                stem_of[-1] = WHEN + days[token.idx].value
                told[stem_of[-1]] = (word, NUMERAL)
                reach = days[token.idx].end
            if token.idx in who and token.idx >= reach:
                weight = NAME if who[token.idx].how in ("name", "title") else PRONOUN
                for name in who[token.idx].names:
                    name = called.get(name, name)
                    stem_of[-1] = WHO + name
                    told[WHO + name] = (name.split()[-1].lower(), max(weight, told.get(WHO + name, ("", 0))[1]))
                reach = who[token.idx].end if weight == NAME else reach
            if token.idx >= reach and ((token.pos_ in TOLD and not token.is_stop) or token.like_num):
                lemma = american(token.lemma_.lower())
                stem_of[-1] = porter_stem(lemma)
                told[stem_of[-1]] = (lemma, NUMERAL if token.like_num else 1.0)
        if words:
            found.append((row.start, row.end, tuple(words), tuple(spans), tuple(stem_of), told))
    return found


def _weighed(one, spread):
    start, end, words, spans, stem_of, told = one
    rare = vectors().rarity
    weights = {stem: more * rare(word) for stem, (word, more) in told.items()}
    stems = {stem: weight / (1 + log(spread[stem])) for stem, weight in weights.items()}
    forms = {stem: word for stem, (word, _) in told.items()}
    return Sentence(start, end, words, spans, stem_of, stems, tuple(weights.items()), forms)


def partners(a, b):
    """The names of the second article's actors that the first calls otherwise: name there -> name here.

    Names are one where they are of one kind and the words of one are the last, or the first, of the other, or all of
    it but for names in the middle, and no other name fits.

    Parameters
    ----------
    a, b : Article

    Returns
    -------
    dict of str to str

    Examples
    --------
    >>> from helpers.article import from_text
    >>> partners(from_text("Anna Berg left."), from_text("Mayor Berg left."))
    {'Berg': 'Anna Berg'}
    >>> partners(from_text("Anna Berg left, she said."), from_text("Anna Maria Berg left, she said."))
    {'Anna Maria Berg': 'Anna Berg'}
    >>> partners(from_text("Desmond Berg left, he said."), from_text("Des Berg left, he said."))
    {'Des Berg': 'Desmond Berg'}
    """
    here, there = (_kinds(article) for article in (a, b))
    found = {}
    for name, kind in there.items():
        if name in here:
            continue
        words = name.lower().split()
        fitting = [other for other, its in here.items() if its == kind and other not in there and _fits(words, other)]
        if len(fitting) == 1:
            found[name] = fitting[0]
    return found


def _kinds(article):
    return {name: mention.kind for mention in mentions(article) for name in mention.names}


def _fits(words, other):
    other = other.lower().split()
    short, long = sorted((words, other), key=len)
    middle = len(short) == 2 and long[-1] == short[-1] and long[0].startswith(short[0])
    return middle or long[-len(short) :] == short or long[: len(short)] == short


def likeness(one, other, near):
    """How much of what each of two sentences tells the other tells too: two shares of weight, 0 … 1.

    Parameters
    ----------
    one, other : Sentence
    near : Nearness
        To the words of both.

    Returns
    -------
    (float, float)
    """
    return _covered(one, other, near), _covered(other, one, near)


def _covered(one, other, near):
    told = 0.0
    for stem, weight in one.stems.items():
        if stem in other.stems:
            told += weight
        else:
            alike = near.alike(one.forms[stem])
            told += weight * max((alike[word] for word in other.forms.values() if word in alike), default=0.0)
    return told / one.total if one.total else 0.0


ALIKE = 0.5  # cosine of two words from which on one can stand for the other
STANDS_IN = 0.6  # what such a word counts, against the same word


SURELY = 1e-3  # by how much a cosine of many at once may be off


class Nearness:
    """Which of some words are alike to another one, by their vectors.

    All are looked at at once: few of thousands are alike.
    """

    def __init__(self, words):
        self._known, self._found = vectors(), {}
        self._words = sorted(self._known.rows.keys() & set(words))
        matrix = self._known.matrix[[self._known.rows[word] for word in self._words]]
        self._units = matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)

    def alike(self, word):
        """The words that are alike to a word -> how much they count in its place, 0 … 1."""
        if word not in self._found:
            self._found[word] = dict(self._near(word)) if word in self._known.rows else {}
        return self._found[word]

    def _near(self, word):
        matrix, rows = self._known.matrix, self._known.rows
        x = matrix[rows[word]]
        length = float(np.linalg.norm(x))
        for number in np.flatnonzero(self._units @ x > (ALIKE - SURELY) * length):
            y = matrix[rows[self._words[number]]]
            cosine = float(x @ y / max(float(np.linalg.norm(x) * np.linalg.norm(y)), 1e-9))
            if cosine > ALIKE:
                yield self._words[number], STANDS_IN * cosine
