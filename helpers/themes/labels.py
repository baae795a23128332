"""What could name a theme: noun phrases and names of the article, each as it would stand alone."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from spacy.attrs import ENT_TYPE, IDX, LENGTH, SENT_START

from ..coreference import mentions
from ..coreference.descriptions import PERSONAL
from ..coreference.words import actor_nouns, is_person
from ..language import doc_text, parse, parse_columns, spelled
from ..language.vectors import vectors
from ..quotes.cues import CLASS_OF
from .candidates import ADDRESS, candidates
from .nominals import nominals

LONGEST = 6  # words of a label that several phrases make: "regulatory reach of the agency"
RARE, FAIR = (
    0.78,
    0.62,
)  # rarity of a common noun that may stand alone: that of "ferry" is more; less where the title has it
PROFILE = 8  # sentences that a text about one person has at least
OF_SENTENCES, OF_PASSAGES = 0.55, 0.78  # shares that tell of the person whom an article is about
OFTEN = 5  # times that a name comes back that neither title nor first sentence has
LINKS = frozenset("of in on against for to by over with between at about from among".split())
ARTICLES = frozenset("a an the".split())
NOT = frozenset("no not n't n’t never without neither nor".split())
BARELY = frozenset("only just merely simply".split())  # "not only the ferry" is the ferry
NOT_THEMES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE"))
PLACES = frozenset(("GPE", "LOC", "FAC"))
WHO = PLACES | {"NORP"}
WORN = frozenset(  # nouns that carry no theme in news prose
    (
        "mr mrs ms dr thing way lot number part kind sort bit end beginning rest couple half quarter side point case "
        "reason example fact idea question year month week weekend day hour minute second time moment today yesterday "
        "tomorrow morning afternoon evening night decade century monday tuesday wednesday thursday friday saturday "
        "sunday january february march april may june july august september october november december percent "
        "thousand hundred million billion dozen one other person people man woman guy something nothing everything "
        "anything everyone someone statement interview comment source official spokesman spokeswoman spokesperson "
        "place photo image p pm am a.m. p.m. euro dollar pound mile kilometre kilometer metre meter ton tonne acre "
        "member head area level amount series set row step sense matter issue term name word story article news"
    ).split()
)
# adjectives that pick one out and say nothing of it: a label does without them
PICKING = frozenset(
    (
        "several many such other same last next former upcoming recent new first second third early earlier own few "
        "more most further certain various big good great late later whole full entire previous current latest only "
        "main major key different similar possible likely better best little able due much less least past future "
        "additional potential already then-"
    ).split()
)
# people that are named by no more than their number, age or part in the story
FOLK = frozenset(
    (
        "child kid student pupil parent father mother wife husband friend girl boy resident supporter voter fan user "
        "reader victim patient customer expert critic leader candidate son daughter brother sister adult youth guest "
        "witness ally"
    ).split()
)
GROUPS = frozenset(
    "family crowd group team crew couple government company office agency party side staff public".split()
)
# what a label is made of -> (a sentence, the label, a phrase that is none)
EXAMPLES = {
    "whole phrase": ("The asylum backlog grew again.", "asylum backlog", "asylum"),
    "joined phrases": ("They feared a shortage of clean water.", "shortage of clean water", "shortage of"),
    "joined twice": (
        "The theft of ballots in the harbour towns was a crime.",
        "theft of ballots in the harbour towns",
        "in",
    ),
    "whose it is": ("They discussed Anna Berg’s role in the fight.", "Anna Berg’s role in the fight", "Berg’s role"),
    "hyphen": ("The all-girl chess team won.", "all-girl chess team", "girl chess team"),
    "person": ("President Anna Berg spoke. Berg left.", "Anna Berg", "President Anna Berg"),
    "no date": ("The ferry sank on Monday.", "ferry", "Monday"),
    "picked out": ("They saw the former power plant.", "power plant", "former power plant"),
    "to do something": (
        "They saw Anna Berg’s refusal to leave the harbour, and the harbour saw her refusal.",
        "Anna Berg’s refusal to leave the harbour",
        "Anna Berg’s refusal",
    ),
    "both that it is between": (
        "The contest between farmers and millers began. The farmers lost the contest, the millers won.",
        "contest between farmers and millers",
        "contest between farmers",
    ),
    "denied": ("There were no major ferry strikes at the harbour.", "harbour", "ferry strikes"),
    "no common noun alone": ("The ferry took the children.", "ferry", "children"),
}


def most(values):
    """The value that comes most often, the first of those; None of none.

    >>> most(["sea", "port", "port"]), most([])
    ('port', None)
    """
    return values[0] if len(values) == 1 else Counter(values).most_common(1)[0][0] if values else None


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

    @property
    def who_or_where(self):
        """Whether it is no more than somebody's or a place's name."""
        return self.kind == "PERSON" or (self.name and self.kind in WHO and not self.joined)

    @property
    def of_people(self):
        """Whether it says who, and not what: critics, a former minister."""
        return is_person(self.head) or self.head in PERSONAL | FOLK


class Labels:
    """The phrases of an article that could name a theme, as `every`, and the words that they are made of.

    `base` is the dictionary form of each token, `place` its passage (−1 outside of them), `content` the tokens that
    can carry a theme.
    """

    def __init__(self, article, place, titles, headings):
        self.doc = doc = parse(article)
        self.columns = parse_columns(doc)
        table = doc.to_array((ENT_TYPE, IDX, LENGTH, SENT_START))
        self.opens = (table[:, 3] == 1).tolist()
        self.kinds = spelled(doc, table[:, 0])
        self.start = table[:, 1].tolist()
        self.end = (table[:, 1] + table[:, 2]).tolist()
        self.text, self.place = doc_text(doc), place
        self.titles, self.headings = titles, headings
        self.sentence = np.cumsum(table[:, 3] == 1).tolist()
        lower, lemma, pos = self.columns.lower, self.columns.lemma, self.columns.pos
        nouns = {word: base for word, base, part in zip(lower, lemma, pos, strict=True) if part == "NOUN"}
        self.base = [
            nouns.get(word, word) if part == "PROPN" else base
            for word, base, part in zip(lower, lemma, pos, strict=True)
        ]
        self.said = defaultdict(set)  # the sentences of each word
        for base, sentence in zip(self.base, self.sentence, strict=True):
            self.said[base].add(sentence)
        found = candidates(doc)
        self.content = sorted(
            first
            for one in found
            if " " not in one.key
            for first, _ in one.spans
            if self.base[first] not in WORN and lemma[first] not in CLASS_OF and self.kinds[first] not in NOT_THEMES
        )
        self.where = defaultdict(list)
        for token in self.content:
            self.where[self.base[token]].append(token)
        # a page's title need not stand in its text
        headline = frozenset(re.findall(r"\w+", (article.title or "").lower()))
        self.in_title = frozenset(
            base
            for base, word, yes in zip(self.base, lower, titles, strict=True)
            if yes or (word in headline and base in self.where)
        )
        first = next((token for token, here in enumerate(place) if here == 0), -1)
        self.opening = (first, doc[first].sent.end) if first >= 0 else (0, 0)
        self.profiled = None
        self.lead = {self.base[token] for token in self.content if self.opening[0] <= token < self.opening[1]}
        every = [
            one
            for one in self._named(article, self._gathered(found))
            if not ADDRESS.search(one.form) and not self._reports(one, article.outlet)
        ]
        self.every = [one for one in every if self._stands_alone(one)] or every

    def _gathered(self, found):
        """Spans of phrases by their words, in dictionary form: phrases, and what they make together."""
        single = {self._with_hyphen(*span) for one in found for span in one.spans if self._stands(*span)}
        single = sorted({self._unpicked(*span) for span in single if not self._is_denied(*span)})
        ends, owners = {}, {}
        for first, last in single:
            ends[first] = max(last, ends.get(first, 0))
            owners[last] = min(first, owners.get(last, first))
        whole = {span for one in found for span in one.spans}
        for first, last in whole:  # whose it is may be a person, of whom a phrase is no label
            if self.columns.pos[last - 1] == "PROPN":
                owners[last] = min(first, owners.get(last, first))
        together = set()
        for first, last in single:
            begins = [first]
            if self._is_owned(first) and first - 1 in owners:
                begins.append(owners[first - 1])
            for begin in begins:
                stop = last
                while begin < first - 2 and self.kinds[first - 2] == "PERSON" != self.kinds[begin]:
                    begin += 1  # "magnate Anna Berg’s" is Anna Berg's
                if begin != first and not self._goes_on(begin, last):
                    together.add((begin, last))
                for _ in range(2):
                    stop = self._joined(begin, stop, ends)
                    if not stop:
                        break
                    together.add((begin, stop))
        phrases = defaultdict(list)
        for joined, spans in ((False, single), (True, sorted(together - set(single)))):
            for span in spans:
                phrases[joined, tuple(self.base[span[0] : span[1]])].append(span)
        return [(spans, joined) for (joined, _), spans in phrases.items()]

    def _stands(self, first, last):
        """Whether a phrase is no fragment: its head is a noun that no other noun follows, and it cuts no name."""
        columns, head = self.columns, last - 1
        if columns.pos[head] not in ("NOUN", "PROPN") or self.kinds[head] in NOT_THEMES or self.base[head] in WORN:
            return False
        if columns.dep[head] in ("compound", "amod", "nmod") and columns.head[head] > head:
            return False
        if self.kinds[head] == "NORP" and columns.dep[head] == "amod":
            return False
        following = self.columns.text[last] if last < len(self.base) else ""
        if following in ("-", "–") and self.start[last] == self.end[head]:
            return False
        if last < len(self.base) and self.columns.pos[last] in ("NOUN", "PROPN") and self.kinds[last] not in NOT_THEMES:
            return False  # clipped: "mayor rebuffs" of "mayor rebuffs Trump", "Browns" of "Browns defender"
        inside = self.doc[first].ent_iob_ == "I" or (last < len(self.base) and self.doc[last].ent_iob_ == "I")
        return not inside

    def _with_hyphen(self, first, last):
        """ "All-girl team" is one phrase, though its hyphen ends a run of words."""
        while first > 1 and self.columns.text[first - 1] in ("-", "–") and self.start[first] == self.end[first - 1]:
            if self.start[first - 1] != self.end[first - 2]:
                break
            first -= 2
        return first, last

    def _is_denied(self, first, last):
        """Whether a phrase is said not to be there: **no** major ferry strikes, **without** a licence."""
        for token in range(first, max(first - 4, -1), -1):
            lower = self.columns.lower[token]
            if lower in NOT:
                return True
            if token < first and (lower in BARELY or self.columns.pos[token] not in ("DET", "ADJ", "ADV", "NUM")):
                break
        return False

    def _goes_on(self, first, last):
        """Whether a phrase is cut before what it is of, or before what it is to do: "refusal" of "refusal to go"."""
        columns = self.columns
        if last + 1 >= len(self.base) or columns.lower[last] not in LINKS:
            return False
        if columns.pos[last] == "ADP":
            return first <= columns.head[last] < last
        return first <= columns.head[columns.head[last]] < last

    def _unpicked(self, first, last):
        """A phrase without the adjectives that only pick it out."""
        while (
            first < last - 1
            and self.columns.text[first + 1] not in ("-", "–")
            and (
                self.columns.lower[first] in PICKING
                or (self.kinds[first] in NOT_THEMES and self.columns.pos[first] != "NOUN")
            )
        ):
            first += 1
        return first, last

    def _is_owned(self, first):
        """Whether a possessive stands before a phrase: Berg’s **role**."""
        return (
            first > 1 and self.columns.lower[first - 1] in ("’s", "'s", "’", "'") and self.doc[first - 1].tag_ == "POS"
        )

    def _joined(self, first, last, ends):
        """Where a phrase ends with the one that a preposition ties to its noun, or None."""
        columns = self.columns
        if not self._goes_on(first, last) or (columns.pos[last - 1] != "NOUN" and not self.titles[first]):
            return None
        link = last if columns.pos[last] == "ADP" else columns.head[last]  # "of", or the verb after "to"
        then = link + 1
        for _ in range(2):  # "between farmers **and millers**"
            then += then < len(self.base) and columns.lower[then] in ARTICLES
            end = ends.get(then)
            if (
                end is None
                or end - first > LONGEST + 4
                or columns.head[end - 1] != link
                or (
                    columns.pos[link] == "VERB"
                    and not any(columns.lower[t] in ("’s", "'s", "’", "'") for t in range(first, last))
                )
            ):
                return None
            more = [token for token in self.doc[end - 1].rights if token.dep_ == "conj"]
            if not more:
                return end if (last - first) + (end - then) <= LONGEST else None
            if columns.lower[end] not in ("and", "or"):
                return None
            link, then = end - 1, end + 1
        return None

    def _stands_alone(self, label):
        """Whether a reader would know what it means: two words, a name, or a noun that is not of everyday."""
        if label.form.isupper() and " " in label.form:
            return False  # headings inside the text, cries
        if label.who_or_where:
            return label.head in self.in_title or label.head in self.lead or len(label.spans) >= OFTEN
        if label.name or label.joined:
            return True
        if len(label.words) > 1:
            return self._says_enough(label)
        if all(self._goes_on(*span) for span in label.spans):
            return False
        head, rarity = label.head, vectors().rarity(label.head)
        if head in FOLK | GROUPS or head in PERSONAL or (is_person(head) and head not in self.in_title):
            return False
        return rarity >= (FAIR if head in self.in_title else RARE)

    def _says_enough(self, label):
        """Whether a noun with its adjectives has a noun that is not of everyday, or one of the title."""
        first, last = label.spans[0]
        nouns = {
            self.base[token]
            for token in range(first, last)
            if self.columns.pos[token] in ("NOUN", "PROPN") and self.kinds[token] != "NORP"
        }
        if not nouns.isdisjoint(self.in_title):
            return True
        return any(vectors().rarity(noun) >= FAIR and noun not in FOLK | GROUPS for noun in nouns)

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
        self.profiled = self._profiled(told_of)
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
                if not told and not all(self._in_body(token) for token in range(*spans[0])):
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
        for noun, span, form, whom in nominals(self.doc, self.titles, self.opening, longest, named):
            if form.lower() not in have:
                have.add(form.lower())
                whole = longest.get(whom, (whom, whom + 1))
                words = tuple(self.base[token] for token in range(*whole) if token in self._content)
                every.append(Label(noun, (noun, *words), [span], form, False, "", True, None, True))
        return every

    def _in_body(self, token):
        """Whether a word of the title stands in the text, and not as a verb only, or carries nothing."""
        there = [other for other in self.where[self.base[token]] if self.place[other] >= 0]
        return token not in self._content or any(self.columns.pos[other] != "VERB" for other in there)

    def _reports(self, label, outlet):
        """Whether a name mostly is an outlet that reports or is told: "told Reuters", "the Gazette reported"."""
        if label.name and outlet and label.form.lower() in outlet.lower():
            return True
        if label.kind != "ORG":
            return False
        columns, told = self.columns, 0
        for span in label.spans:
            head = self.head(span)
            verb = columns.head[head]
            told += columns.lemma[verb] in CLASS_OF and columns.dep[head] in ("nsubj", "dobj", "dative")
        return 2 * told >= len(label.spans)

    @cached_property
    def _content(self):
        return frozenset(self.content)

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
                pieces.append(gap + self._spelled.get(self.columns.lower[token], self.columns.text[token]))
            return "".join(pieces)
        opens = self.opens[first] and self.columns.pos[first] != "PROPN" and words[1:2].islower()
        return words[0].lower() + words[1:] if opens else words

    def head(self, span):
        """The noun that a phrase is about: the last one before a preposition."""
        for token in range(span[0] + 1, span[1]):
            if self.columns.lower[token] in LINKS:
                return token - 1
        return span[1] - 1
