"""What could name a theme: noun phrases and names of the article, each as it would stand alone."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from ..article.about import dateline
from ..coreference import mentions
from ..coreference.words import actor_nouns, is_person
from ..language import parse
from ..language.vectors import vectors
from ..quotes.cues import CLASS_OF
from .candidates import ADDRESS, candidates, most
from .nominals import nominals
from .opening import opening_phrases
from .standing import PERSONAL, Standing
from .words import FOLK, NOT_THEMES, PLACES, WHO, WORN

DATED = 160  # characters in which a dateline stands
SENTENCE = 4  # words and points of a first sentence
DOER = 4  # words of whoever does what is told
PROFILE = 8  # sentences that a text about one person has at least
OF_SENTENCES, OF_PASSAGES = 0.55, 0.78  # shares that tell of the person whom an article is about


@dataclass
class Label:
    """A phrase that could name a theme: its content `words`, their `head`, token `spans`, how it is written."""

    head: str
    words: tuple
    spans: list
    form: str
    name: bool
    kind: str
    joined: bool
    who: str | None = None  # the name of whoever it means
    told: bool = False  # told with a verb by the title or first sentence
    doer: int = -1  # the token for whoever does what is told so
    by: str = ""  # that one in words

    @property
    def who_or_where(self):
        """Whether it is no more than somebody's or a place's name."""
        return self.kind == "PERSON" or (self.name and self.kind in WHO and not self.joined)

    @property
    def plain(self):
        """Whether it is one common noun."""
        return len(self.words) == 1 and not self.name

    @property
    def of_people(self):
        """Whether it says who, and not what: critics, a former minister."""
        return is_person(self.head) or self.head in PERSONAL | FOLK


class Labels(Standing):
    """The phrases of an article that could name a theme, as `every`, and the words that they are made of.

    `base` is the dictionary form of each token, `place` its passage (−1 outside of them), `content` the tokens that
    can carry a theme.
    """

    def __init__(self, article, place, titles, headings):
        super().__init__(article, parse(article), titles)
        self.place, self.headings = place, headings
        lower, lemma = self.columns.lower, self.columns.lemma
        self.said = defaultdict(set)  # the sentences of each word
        for base, sentence in zip(self.base, self.sentence, strict=True):
            self.said[base].add(sentence)
        found = candidates(self.doc)
        self.content = sorted(
            first
            for one in found
            if " " not in one.key
            for first, _ in one.spans
            if self.base[first] not in WORN
            and (self.columns.pos[first] == "NOUN" or lemma[first] not in CLASS_OF)
            and self.kinds[first] not in NOT_THEMES
        )
        self.where = defaultdict(list)
        for token in self.content:
            self.where[self.base[token]].append(token)
        # a page's title need not stand in its text
        self.headline = frozenset(re.findall(r"\w+", article.title or ""))
        headline = frozenset(word.lower() for word in self.headline)
        self.in_title = frozenset(
            base
            for base, word, yes in zip(self.base, lower, titles, strict=True)
            if yes or (word in headline and base in self.where)
        )
        self.opening = self._opening()
        self.profiled = None
        self.lead = {self.base[token] for token in self.content if self.opening[0] <= token < self.opening[1]}
        every = [
            one
            for one in self._named(article, self.gathered(found, opening_phrases(self.doc, titles, self.opening)))
            if not ADDRESS.search(one.form) and not self._reports(one, article.outlet) and not self.cuts(one.spans)
        ]
        self.every = [one for one in every if self._stands_alone(one)] or every
        self.spoken = [not one.name and self.said_by_somebody(one.spans) for one in self.every]

    def _opening(self):
        """The first sentence of the prose that is no headline, no dateline, no mark of a part such as "Abstract."."""
        below, told = -1, None
        for token, here in enumerate(self.place):
            start = self.start[token]
            if here < 0 or self.titles[token] or start < below:
                continue
            if here != told:
                told, below = here, start + dateline(self.text[start : start + DATED])
            last = self.doc[token].sent.end
            if start >= below and last - token >= SENTENCE:
                return token, last
        return 0, 0

    def opens_text(self, token):
        """Whether a token stands in the title or in the first sentence."""
        return self.titles[token] or self.opening[0] <= token < self.opening[1]

    def headlined(self, person):
        """Whether a page's title has the last name of a person, as the text writes it."""
        return any(self.columns.text[last - 1] in self.headline for _, last in person.spans)

    def comes_back(self, label, head=False):
        """Whether its noun, or (if not by its `head` alone) its rarest word, stands in two sentences, or told."""
        words = {label.head} if head else {label.head, max(label.words, key=vectors().rarity)}
        return label.told or any(len(self.said.get(word, ())) > 1 for word in words)

    def somebody(self, label):
        """Whether it means one person without a name: "the admiral", not "the admirals"."""
        who = label.of_people or actor_nouns().get(label.head) == "person"
        return who and all(self.columns.lower[self.head(span)] == label.head for span in label.spans)

    def _named(self, article, phrases):
        """Labels; whoever is a person counts once, under the fullest name."""
        named, lands, means, told_of = {}, set(), {}, defaultdict(set)
        for one in mentions(article):
            if len(one.names) == 1:
                means[one.head] = one.names[0]
                if one.kind == "person" and self.place[one.head] >= 0:
                    told_of[one.names[0]].add(one.head)
            if one.how in ("name", "title", "metonym") and len(one.names) == 1:
                if one.kind == "person":
                    named[one.head] = one.names[0]
                elif one.kind in ("place", "government"):
                    lands.add(one.head)
        self.means, self.profiled = means, self._profiled(told_of)
        every, people = [], {}
        for spans, joined in phrases:
            heads = [self.head(span) for span in spans]
            who = most([named[head] for head in heads if head in named])
            if who and not joined:
                label = people.get(who)
                if label:
                    label.spans = sorted({*label.spans, *spans})
                    continue
                words = tuple(who.lower().split())
                label = people[who] = Label(words[-1], words, spans, who, True, "PERSON", False, who)
            else:
                told = [span for span in spans if not self.titles[span[0]]]
                if not told and not self._carried_on(spans[0], heads[0], joined):
                    continue
                form = most([self._written(*span) for span in told or spans])
                words = tuple(self.base[token] for token in range(*spans[0]) if token in self._content)
                kind = most([self.kinds[head] for head in heads])
                is_name = 2 * sum(self.columns.pos[head] == "PROPN" for head in heads) > len(heads)
                if is_name and kind not in PLACES and 2 * sum(head in lands for head in heads) > len(heads):
                    kind = "GPE"
                meant = None if joined else most([means[head] for head in heads if head in means])
                label = Label(self.base[heads[0]], words, spans, form, is_name, kind, joined, meant)
            if label.words and len(label.form) > 2:
                every.append(label)
        return every + self._told(named, phrases, {one.form.lower() for one in every})

    def _profiled(self, told_of):
        """The person whom the article is about: told of from its start to its end, twice as often as anybody else."""
        size = max(self.place, default=-1) + 1
        told = {token for token, place in enumerate(self.place) if place >= 0}
        sentences = len({self.sentence[token] for token in told})
        if sentences < PROFILE:
            return None
        often = {who: len({self.sentence[head] for head in heads}) / sentences for who, heads in told_of.items()}
        for who, share in often.items():
            places = {self.place[head] for head in told_of[who]}
            if (
                share > OF_SENTENCES
                and len(places) > OF_PASSAGES * size
                and min(places) < 3
                and self._first(who, often)
            ):
                return who
        return None

    @staticmethod
    def _first(who, often):
        return all(2 * share < often[who] for other, share in often.items() if other != who)

    def _told(self, named, phrases, have):
        """Labels of what the title and the first sentence tell with a verb."""
        longest = {}
        for span in (span for spans, _ in phrases for span in spans):
            head = self.head(span)
            if head not in longest or span[1] - span[0] > longest[head][1] - longest[head][0]:
                longest[head] = span
        every = []
        for noun, span, form, whom, doer in nominals(
            self.doc, self.titles, self.opening, longest, named, self._written
        ):
            if form.lower() not in have:
                have.add(form.lower())
                whole = longest.get(whom, (whom, whom + 1))
                words = tuple(self.base[token] for token in range(*whole) if token in self._content)
                by = self._by(doer, named, longest)
                every.append(Label(noun, (noun, *words), [span], form, False, "", True, None, True, doer, by))
        return every

    def _by(self, doer, named, longest):
        """Whoever does what is told, in words; none of several, of a pronoun, a dateline, a phrase with another."""
        first, last = longest.get(doer, (0, 0))
        if doer < 0 or not self.opens_text(doer) or any(child.dep_ == "conj" for child in self.doc[doer].children):
            return ""
        if doer not in named:
            first = max((token + 1 for token in range(first, last) if self.doc[token].tag_ == "POS"), default=first)
            return self._written(first, last) if last == doer + 1 and last - first <= DOER else ""
        who = named[doer]
        alike = {name for name in named.values() if name.split()[-1] == who.split()[-1]}
        return who if len(alike) == 1 else who.split()[-1]

    def _carried_on(self, span, head, joined):
        """Whether the text has the words of a phrase of the title: all, or of a long one its noun and most others."""
        there = [self._in_body(token) for token in range(*span) if token in self._content]
        return all(there) or (joined and self._in_body(head) and 3 * sum(there) >= 2 * len(there))

    def _in_body(self, token):
        """Whether a word of the title stands in the text, and not as a verb only, or carries nothing."""
        there = [other for other in self.where[self.base[token]] if self.place[other] >= 0]
        return token not in self._content or any(self.columns.pos[other] != "VERB" for other in there)

    @cached_property
    def _content(self):
        return frozenset(self.content)

    def written(self, base):
        """A word as the text writes it: a name and what comes from one with its capital."""
        first = next(iter(self.where.get(base, ())), None)
        if first is None:
            return base
        token = self.columns.text[first]
        return token if self.columns.pos[first] == "PROPN" or self.kinds[first] else base

    @cached_property
    def _spelled(self):
        """How words of the text are written most: in a title all of them may have capitals."""
        counts = defaultdict(Counter)
        for token, place in enumerate(self.place):
            if place >= 0 and not self.opens[token]:
                counts[self.columns.lower[token]][self.columns.text[token]] += 1
        return {word: own.most_common(1)[0][0] for word, own in counts.items()}

    def _written(self, first, last):
        """A phrase as it would stand inside a sentence."""
        words = " ".join(self.text[self.start[first] : self.end[last - 1]].split())
        words = words.replace(" 's ", "'s ").replace(" ’s ", "’s ")
        if self.titles[first]:
            pieces = []
            for token in range(first, last):
                gap = " " if token > first and self.start[token] > self.end[token - 1] else ""
                lower, is_name = self.columns.lower[token], self.columns.pos[token] == "PROPN" or self.kinds[token]
                pieces.append(gap + self._spelled.get(lower, self.columns.text[token] if is_name else lower))
            return "".join(pieces)
        opens = self.opens[first] and self.columns.pos[first] != "PROPN" and words[1:2].islower()
        return words[0].lower() + words[1:] if opens else words
