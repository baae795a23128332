"""What every check looks at: the parse, the dated times, and a finding."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from spacy.attrs import POS

from ..coreference import mentions
from ..language import parse, parse_columns, tokens_with
from ..language.grammar import NOUN_SUBJECTS
from ..quantities import find_quantities
from ..quotes import find_quotes
from ..tables import each
from ..timeline.dating import event_of
from ..timeline.times import find_times, reference_day
from .amounts import Figures
from .number_words import number_of, ordinal_of

# Before four bare digits that are a year.
YEAR_AFTER = frozenset(
    (
        "in since until till by from to through before after during between and or late early mid spring summer autumn "
        "fall winter around about throughout , ( – — - : ; s year years was is again then , both"
    ).split()
) | {""}


# Of what four digits are the measure: a score of 2072.
MEASURED = frozenset(
    (
        "score price total cost sum fee salary number count population distance height length depth altitude weight "
        "speed value rate rating capacity attendance average maximum minimum limit record amount bill fine reward loss "
        "profit turnout majority minority ratio index resolution volume level mark tally"
    ).split()
)


@dataclass(frozen=True)
class Finding:
    """Two places that do not go together, and one sentence that says why."""

    kind: str
    claim: tuple  # start and end
    evidence: tuple
    problem: str


@dataclass(frozen=True)
class Dated:
    """An expression of time with both ends of its interval, on the parse."""

    start: int
    end: int
    text: str
    type: str
    value: str
    first: date
    last: date
    span: object
    leaned: bool
    named: bool  # a year that is part of a name: the 2025 primary

    @property
    def year(self):
        """The year, if it lies in one only."""
        return self.first.year if self.first.year == self.last.year else None

    @property
    def place(self):
        return self.start, self.end


@dataclass(frozen=True)
class Happening:
    """A dated time, the word for what it dates, and the number of the sentence."""

    time: Dated
    verb: object
    sentence: int

    @property
    def lemma(self):
        return self.verb.lemma_.lower()


class Grounds:
    """One article as the checks see it."""

    def __init__(self, article):
        self.article, self.text, self.doc = article, article.text, parse(article)
        self.day, self.trusted = reference_day(article), article.published is not None
        self.times = find_times(article)

    @cached_property
    def dated(self):
        """Dates and times of day with both ends, in order."""
        rows = []
        for row in each(self.times, "start end text type value earliest latest anchor"):
            if row.type not in ("DATE", "TIME") or not row.earliest or not row.latest or not row.value:
                continue
            span = self.doc.char_span(row.start, row.end, alignment_mode="expand")
            try:
                first, last = (
                    date.fromisoformat(row.earliest.partition("T")[0]),
                    date.fromisoformat(row.latest.partition("T")[0]),
                )
            except ValueError:  # before the year 1 or after 9999
                continue
            if span is not None and not row.value.endswith("_REF") and not _no_year(span):
                place = (int(row.start), int(row.end), row.text, row.type, row.value)
                rows.append(Dated(*place, first, last, span, row.anchor is not None, _names(span)))
        return rows

    @cached_property
    def by_sentence(self):
        """Dated times by the first token of their sentence."""
        groups = {}
        for time in self.dated:
            groups.setdefault(time.span.root.sent.start, []).append(time)
        return groups

    @cached_property
    def words(self):
        """The tokens as lists."""
        return parse_columns(self.doc)

    @cached_property
    def numerals(self):
        """(token, number) of each token that says a number."""
        return self._saying(number_of)

    @cached_property
    def ordinals(self):
        """(token, number) of each token that says an ordinal."""
        return self._saying(ordinal_of)

    def _saying(self, number_in):
        """(token, number) of the tokens in which a function finds a number; each word is asked for once."""
        told = {word: number for word in set(self.words.lower) if (number := number_in(word)) is not None}
        return [(self.doc[i], told[word]) for i, word in enumerate(self.words.lower) if word in told]

    def with_lemma(self, wanted):
        """The tokens with one of some lemmas, in lower grounds."""
        return [self.doc[i] for i, lemma in enumerate(self.words.lemma) if lemma in wanted]

    def with_word(self, wanted):
        """The tokens that are one of some words, in lower grounds."""
        return [self.doc[i] for i, word in enumerate(self.words.lower) if word in wanted]

    @cached_property
    def sentences(self):
        return list(self.doc.sents)

    @cached_property
    def place_of(self):
        """Position of a sentence by its first token."""
        return {sentence.start: number for number, sentence in enumerate(self.sentences)}

    @cached_property
    def names(self):
        """Canonical names by the token that is a mention's head, surnames that no mention has included."""
        names = {mention.head: mention.names for mention in mentions(self.article)}
        called = {}
        for name in self.people:
            called.setdefault(name.split()[-1], []).append(name)
        for token in tokens_with(self.doc, POS, ("PROPN",)):
            if token.i not in names:
                fits = called.get(token.text, ())
                if len(fits) == 1:
                    names[token.i] = (fits[0],)
        return names

    @cached_property
    def people(self):
        """Canonical names of persons."""
        return {mention.names[0] for mention in mentions(self.article) if mention.kind == "person" and mention.names}

    @cached_property
    def quotes(self):
        return find_quotes(self.article)

    @cached_property
    def attributed(self):
        """Offset -> speaker of what the article attributes to somebody."""
        rows = each(self.quotes, "start end kind speaker source")
        return {
            place: row.speaker or row.source or ""
            for row in rows
            if row.kind != "scare"
            for place in range(row.start, row.end)
        }

    @cached_property
    def happenings(self):
        """What the article dates: each dated time with the word for its event, in order."""
        found = []
        for time in self.dated:
            event = event_of(time.span)
            word = event[0] if event else time.span.root
            if not time.named:
                found.append(Happening(time, word, self.place_of[word.sent.start]))
        return found

    def doers(self, verb):
        """Names of the subjects of a verb, through "and left", "who left", "said to have left"."""
        for _ in range(4):
            subject = [child for child in verb.children if child.dep_ in NOUN_SUBJECTS]
            if subject and subject[0].lower_ not in ("who", "which", "that"):
                return self.who([word for one in subject for word in (one, *one.conjuncts)])
            if verb.dep_ in ("relcl", "acl"):
                return self.who([verb.head])
            if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp"):
                return set()
            verb = verb.head
        return set()

    @cached_property
    def figures(self):
        """The quantities as the relations see them."""
        return Figures(self)

    @cached_property
    def amounts(self):
        """The rows of quantities of this article."""
        columns = "id start end text value high unit approximate change kind"
        return list(each(find_quantities(self.article), columns))

    def sentence_at(self, place):
        """Position of the sentence at an offset."""
        return max(bisect_right(self._starts, place) - 1, 0)

    @cached_property
    def _starts(self):
        return [sentence.start_char for sentence in self.sentences]

    def times_in(self, sentence):
        return self.by_sentence.get(sentence.start, [])

    def who(self, tokens):
        """Canonical names of the mentions among some tokens."""
        return {name for token in tokens for name in self.names.get(token.i, ())}


def _names(span):
    """Whether four bare digits are part of a name: the **2025** primary."""
    doc, last = span.doc, span.end
    bare = len(span) == 1 and span.text.isdecimal() and last < len(doc)
    return bare and doc[last].pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "SYM") and doc[last].idx > span.end_char


def _no_year(span):
    """Whether four bare digits are a score, a price or a model, and no year.

    >>> from helpers.language import pipeline
    >>> doc = pipeline()("It had a score of 2072 in 2031.")
    >>> _no_year(doc[5:6]), _no_year(doc[7:8])
    (True, False)
    """
    if len(span) != 1 or not span.text.isdecimal() or _names(span):
        return False
    doc, first = span.doc, span.start
    before = doc[first - 1].lower_ if first else ""
    if before == "of":
        return any(word.lemma_.lower() in MEASURED for word in doc[max(first - 4, 0) : first - 1])
    return before not in YEAR_AFTER and not before.endswith(("ly", "-"))


def place(span):
    """Start and end of a span or token in the text."""
    if hasattr(span, "start_char"):
        return span.start_char, span.end_char
    return span.idx, span.idx + len(span)
