"""What could name a theme: noun phrases and names of the article, and how much speaks for each.

How much speaks for a phrase is a logistic regression on plain features, learned from articles in
which a reader named the themes (`python -m helpers learn themes`).
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np
from spacy.attrs import ENT_TYPE, IDX, LENGTH

from ..coreference import mentions
from ..language import doc_text, parse, parse_columns, spelled
from ..language.grammar import NOUN_SUBJECTS
from ..language.vectors import vectors
from ..quotes.cues import CLASS_OF
from .candidates import ADDRESS, candidates

LONGEST = 5  # words of a label that two phrases make: "regulatory reach of the agency"
LINKS = frozenset("of in on against for to by over".split())
ARTICLES = frozenset("a an the its their his her our".split())
NOT_THEMES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE"))
WORN = frozenset(  # nouns that carry no theme in news prose
    (
        "mr mrs ms dr thing way lot number part kind sort bit end beginning rest couple half quarter side point case "
        "reason example fact idea question year month week weekend day hour minute second time moment today yesterday "
        "tomorrow morning afternoon evening night decade century monday tuesday wednesday thursday friday saturday "
        "sunday january february march april may june july august september october november december percent "
        "thousand hundred million billion dozen one other person people man woman guy something nothing everything "
        "anything everyone someone statement interview comment source official spokesman spokeswoman spokesperson "
        "place photo image p pm am a.m. p.m."
    ).split()
)
# what a label is made of -> (a sentence, the label, a phrase that is none)
EXAMPLES = {
    "whole phrase": ("The asylum backlog grew again.", "asylum backlog", "asylum"),
    "joined phrases": ("They feared a shortage of clean water.", "shortage of clean water", "shortage of"),
    "hyphen": ("The all-girl chess team won.", "all-girl chess team", "girl chess team"),
    "person": ("President Anna Berg spoke. Berg left.", "Anna Berg", "President Anna Berg"),
    "no date": ("The ferry sank on Monday.", "ferry", "Monday"),
}


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


class Labels:
    """The phrases of an article that could name a theme, as `every`, and the words that they are made of.

    `base` is the dictionary form of each token, `place` its passage (−1 outside of them), `content` the tokens that
    can carry a theme.
    """

    def __init__(self, article, place, titles, headings):
        self.doc = doc = parse(article)
        self.columns = parse_columns(doc)
        table = doc.to_array((ENT_TYPE, IDX, LENGTH))
        self.kinds = spelled(doc, table[:, 0])
        self.start = table[:, 1].tolist()
        self.end = (table[:, 1] + table[:, 2]).tolist()
        self.text, self.place = doc_text(doc), place
        self.titles, self.headings = titles, headings
        lower, lemma, pos = self.columns.lower, self.columns.lemma, self.columns.pos
        nouns = {word: base for word, base, part in zip(lower, lemma, pos, strict=True) if part == "NOUN"}
        self.base = [
            nouns.get(word, word) if part == "PROPN" else base
            for word, base, part in zip(lower, lemma, pos, strict=True)
        ]
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
        self.every = [
            one
            for one in self._named(article, self._gathered(found))
            if not ADDRESS.search(one.form) and not self._reports(one, article.outlet)
        ]

    def _gathered(self, found):
        """Spans of phrases by their words, in dictionary form."""
        phrases = defaultdict(list)
        for span in sorted({span for one in found for span in one.spans if self._stands(*span)}):
            span = self._with_hyphen(*span)
            phrases[tuple(self.base[span[0] : span[1]])].append(span)
        ends = {first: max(last for a, last in spans if a == first) for spans in phrases.values() for first, _ in spans}
        joined = defaultdict(list)
        for spans in list(phrases.values()):
            for first, last in spans:
                whole = self._joined(first, last, ends)
                if whole:
                    joined[tuple(self.base[first:whole])].append((first, whole))
        return [(spans, False) for spans in phrases.values()] + [(spans, True) for spans in joined.values()]

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
        inside = self.doc[first].ent_iob_ == "I" or (last < len(self.base) and self.doc[last].ent_iob_ == "I")
        return not inside and not self.titles[first]

    def _with_hyphen(self, first, last):
        """ "All-girl team" is one phrase, though its hyphen ends a run of words."""
        while first > 1 and self.columns.text[first - 1] in ("-", "–") and self.start[first] == self.end[first - 1]:
            if self.start[first - 1] != self.end[first - 2]:
                break
            first -= 2
        return first, last

    def _joined(self, first, last, ends):
        """Where a phrase ends with the one that a preposition ties to its noun, or None."""
        columns = self.columns
        if last + 1 >= len(self.base) or columns.lower[last] not in LINKS or columns.head[last] != last - 1:
            return None
        if columns.pos[last - 1] != "NOUN":
            return None
        then = last + 1 + (columns.lower[last + 1] in ARTICLES)
        end = ends.get(then)
        if end is None or (last - first) + (end - then) > LONGEST or columns.head[end - 1] != last:
            return None
        return end

    def _named(self, article, phrases):
        """Labels; whoever is a person counts once, under the fullest name."""
        named = {}
        for one in mentions(article):
            if one.kind == "person" and one.how in ("name", "title") and len(one.names) == 1:
                named[one.head] = one.names[0]
        every, people = [], {}
        for spans, joined in phrases:
            heads = [self.head(span) for span in spans]
            who = Counter(named[head] for head in heads if head in named).most_common(1)
            if who and not joined:
                label = people.get(who[0][0])
                if label:
                    label.spans = sorted({*label.spans, *spans})
                    continue
                words = tuple(who[0][0].lower().split())
                label = people[who[0][0]] = Label(words[-1], words, spans, who[0][0], True, "PERSON", False)
            else:
                forms = Counter(self._written(*span) for span in spans)
                form = forms.most_common(1)[0][0]
                words = tuple(self.base[token] for token in range(*spans[0]) if token in self._content)
                kind = Counter(self.kinds[head] for head in heads).most_common(1)[0][0]
                is_name = 2 * sum(self.columns.pos[head] == "PROPN" for head in heads) > len(heads)
                label = Label(self.base[heads[0]], words, spans, form, is_name, kind, joined)
            if label.words and len(label.form) > 2:
                every.append(label)
        return every

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

    def _written(self, first, last):
        """A phrase as it would stand inside a sentence."""
        words = " ".join(self.text[self.start[first] : self.end[last - 1]].split())
        opens = self.doc[first].is_sent_start and self.columns.pos[first] != "PROPN" and words[1:2].islower()
        return words[0].lower() + words[1:] if opens else words

    def head(self, span):
        """The noun that a phrase is about: the last one before a preposition."""
        for token in range(span[0] + 1, span[1]):
            if self.columns.lower[token] in LINKS:
                return token - 1
        return span[1] - 1


NAMES = (
    "often",
    "head often",
    "share of passages",
    "share of passages with the head",
    "head in the title",
    "whole in the title",
    "in the first passage",
    "head in the first passage",
    "head in the first three passages",
    "in a heading",
    "early",
    "subject",
    "object",
    "one word",
    "three words or more",
    "joined",
    "name",
    "person",
    "organisation",
    "place",
    "rarity of the head",
    "rarity",
    "near the middle of the text's words",
    "near the title",
    "near the first passage",
    "known words",
    "all capitals",
    "carries the text",
    "inside longer phrases",
    "share of passages with another word",
    "others of its words often",
    "length of the text",
)


def features(labels, words):
    """What the choice of labels looks at: a row a label, a column a name of `NAMES`.

    Parameters
    ----------
    labels : Labels
    words : passages.Words
    """
    known, base, doc = vectors(), labels.base, labels.columns
    length, size = max(len(labels.text), 1), max(len(words.weight), 1)
    in_title = {base[token] for token, yes in enumerate(labels.titles) if yes}
    in_heading = {base[token] for token in labels.content if labels.headings[token]}
    first, opening = ({base[token] for token in labels.content if 0 <= labels.place[token] < last} for last in (1, 3))
    spread = {
        word: len({labels.place[token] for token in tokens if labels.place[token] >= 0}) / size
        for word, tokens in labels.where.items()
    }
    middle = known.of([base[token] for token in labels.content])
    lede = known.of(sorted(first))
    title = known.of(sorted(word for word in in_title if word in labels.where)) if in_title else lede
    centre = words.weight.sum(axis=0)
    centre /= max(float(np.linalg.norm(centre)), 1e-9)
    longer = Counter()
    for one in labels.every:
        if len(one.words) > 1:
            longer.update(dict.fromkeys(one.words, len(one.spans)))
    rows = []
    for one in labels.every:
        heads = [labels.head(span) for span in one.spans]
        others = [word for word in one.words if word != one.head]
        vector = known.of(one.words)
        rarities = [known.rarity(word) for word in one.words]
        places = {labels.place[a] for a, _ in one.spans}
        rows.append(
            (
                log(1 + len(one.spans)),
                log(1 + len(labels.where.get(one.head, ()))),
                len(places - {-1}) / size,
                spread.get(one.head, 0),
                one.head in in_title,
                bool(in_title) and in_title.issuperset(one.words),
                0 in places,
                one.head in first,
                one.head in opening,
                not in_heading.isdisjoint(one.words),
                1 - labels.start[one.spans[0][0]] / length,
                sum(doc.dep[head] in NOUN_SUBJECTS for head in heads) / len(heads),
                sum(doc.dep[head] in ("dobj", "pobj", "attr") for head in heads) / len(heads),
                len(one.words) == 1,
                len(one.words) > 2,
                one.joined,
                one.name,
                one.kind == "PERSON",
                one.kind == "ORG",
                one.kind in ("GPE", "LOC", "FAC"),
                known.rarity(one.head),
                sum(rarities) / len(rarities),
                float(vector @ middle),
                float(vector @ title),
                float(vector @ lede),
                sum(word in known.rows for word in one.words) / len(one.words),
                one.form.isupper(),
                float(centre[[words.rows[word] for word in one.words if word in words.rows]].sum())
                / len(one.words) ** 0.5,
                min(longer[one.head] / max(len(labels.where.get(one.head, ())), 1), 3.0),
                max((spread.get(word, 0) for word in others), default=0),
                sum(log(1 + len(labels.where.get(word, ()))) for word in others) / max(len(others), 1),
                log(1 + size) / 4,
            )
        )
    return np.array(rows, dtype=float).reshape(len(rows), len(NAMES))
