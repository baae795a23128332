"""A parsed article as plain lists.

Asking a spaCy token for its head costs more than the sums that follow; the analysis asks for
every token several times, so it reads the parse once into lists.
"""

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from spacy.attrs import ENT_TYPE, LENGTH, SENT_START, TAG
from spacy.attrs import IDX as OFFSET

from ..corrections import NEVER
from ..language import in_names, parse_columns, spelled
from ..language.spelling import STRAIGHT
from .acts import act

NAME = "NAME"  # what the weights see in place of a name
AMOUNTS = frozenset("DATE TIME MONEY PERCENT QUANTITY CARDINAL ORDINAL".split())

# The model takes these for forms of "hop".
HOPE = {"hoped": "hope", "hoping": "hope", "hopes": "hope"}
# Verbs that are spelled in two ways are one verb to the weights, which were learned from American news.
AMERICAN = {
    "apologise": "apologize",
    "characterise": "characterize",
    "criticise": "criticize",
    "emphasise": "emphasize",
    "favour": "favor",
    "publicise": "publicize",
    "realise": "realize",
    "recognise": "recognize",
    "summarise": "summarize",
    "theorise": "theorize",
}
# What joins a further report to one, by the form of its verb: **and** Ann said; **with** Ann saying.
JOINING = dict.fromkeys(("VBD", "VBP", "VBZ"), ("and", "but", "while", "though", "whereas")) | {"VBG": ("with",)}
REPORTING = frozenset("said urged judged promised".split())  # acts with which a report is joined to another
HAS_OWN = frozenset("nsubj nsubjpass csubj aux auxpass".split())
MARKS = 4  # tokens that a mark, or one that closes and one that opens, can be
SHORT = 8  # tokens of a sentence that may be nothing but a cue and its source
STOPS = frozenset(". ! ? … , ;".split())
STRIP = frozenset(", . ; : - -- — – … ... ? !".split())  # at the ends of a content
TYPICAL = {"VERB": "say", "AUX": "say", "NOUN": "statement", "ADJ": "sure"}


class Parsed:
    """The parse of an article, a list an attribute, indexed by token.

    Attributes
    ----------
    start, end : list of int
        Offsets in the article's text.
    lower, lemma, pos, tag, dep, entity : list of str
        As spaCy has them; `lemma` in lower case.
    form, base, what : list of str
        `lower`, `lemma` and `entity` as the weights see them: names are all alike, marks straight.
    head : list of int
    kids : list of list of int
        The tokens that depend on a token, in order.
    left, right : list of int
        First and last token of a token's subtree.
    sentence : list of int
        Number of the sentence; `first[n]` and `last[n]` are its bounds, the end exclusive.
    quote : list of int
        Number of the quoted passage that the token stands in, -1 for none.
    passages : list of (int, int)
        First token and one past the last of each quoted passage, marks included; one that goes on
        over several paragraphs is one passage.
    marks : list of list of Marked
        The marks of each passage, one a paragraph.
    quoted_before : list of int
        How many tokens before each, and before the end, are in quoted passages.
    stops_before, stops_behind : list of bool
        Whether what begins (ends) with a token begins (ends) behind (before) it: stops, half a pair of marks, "and".
    inner : list of bool
        Whether a token stands in marks within marks.
    marked : list of int
        Tokens in marks, by sentence.
    upper, title, space, is_word : list of bool
    block : list of int
        Number of the block of each sentence.
    kinds : list of str
        Kind of each block of the article.
    heading : list of bool
        Whether a sentence stands in a title or heading.
    own : dict of int to str
        Tokens that the researcher's corrections call a cue -> its class.
    """

    def __init__(self, doc, blocks, kinds, marked, cues=None):
        table, every = doc.to_array((OFFSET, LENGTH, TAG, ENT_TYPE, SENT_START)), parse_columns(doc)
        self.size = len(doc)
        self.start = table[:, 0].tolist()
        self.end = [start + length for start, length in zip(self.start, table[:, 1].tolist(), strict=True)]
        self.lower, self.pos, self.dep, self.head = every.lower, every.pos, every.dep, every.head
        self.tag, self.entity = spelled(doc, table[:, 2]), spelled(doc, table[:, 3])
        self.lemma = [
            AMERICAN.get(lemma, HOPE.get(word, lemma)) for word, lemma in zip(self.lower, every.lemma, strict=True)
        ]
        self.own = {}
        if cues:
            self._correct(cues)
        self._mask(in_names(doc))
        self.upper = [word.isupper() for word in every.text]
        self.title = [word[:1].isupper() for word in every.text]
        self.space = [word.isspace() for word in every.text]
        worded = {word: any(map(str.isalnum, word)) for word in set(every.text)}
        self.is_word = [worded[word] for word in every.text]
        self._tree()
        starts = table[:, 4].astype("int64").tolist()
        self._sentences(self._with_starts(starts, marked), blocks, kinds)
        self._passages(marked)

    def _correct(self, cues):
        """Own cues are weighed as the commonest cue of their part of speech; what is none is no known word."""
        for i, (word, lemma) in enumerate(zip(self.lower, self.lemma, strict=True)):
            kind = cues.get(word) or cues.get(lemma)
            if kind == NEVER:
                self.lemma[i] = ""
            elif kind:
                self.lemma[i], self.own[i] = TYPICAL.get(self.pos[i], lemma), kind

    def _mask(self, is_name):
        """What the weights look at: neither which name it is nor how the model took it, nor how marks are set.

        The model takes "Amina" for a person here and for a country there; what was said is the same.
        """
        self.form, self.base = (
            [NAME if f else w if w.isascii() else w.translate(STRAIGHT) for f, w in zip(is_name, words, strict=True)]
            for words in (self.lower, self.lemma)
        )
        self.what = [
            NAME if flag else kind if kind in AMOUNTS else "" for flag, kind in zip(is_name, self.entity, strict=True)
        ]

    def _tree(self):
        size, heads = self.size, self.head
        self.kids = kids = [[] for _ in range(size)]
        self.left, self.right = left, right = list(range(size)), list(range(size))
        waiting = [0] * size
        for i, head in enumerate(heads):
            if head != i:
                kids[head].append(i)
                waiting[head] += 1
        ready = [i for i in range(size) if not waiting[i]]
        while ready:  # leaves first, so that each token is ready once all below it are
            i = ready.pop()
            head = heads[i]
            if head == i:
                continue
            if left[i] < left[head]:
                left[head] = left[i]
            if right[i] > right[head]:
                right[head] = right[i]
            waiting[head] -= 1
            if not waiting[head]:
                ready.append(head)

    def _with_starts(self, starts, marked):
        """Where sentences begin: also behind a full stop and closing marks, which the model takes for a comma at times.

        A cue stands behind a comma or a question: “It is shut.” **He** said no more. “Is it shut?” he asked. What is
        short may be a cue all the same: “It is shut.” Ann Lee said.
        """
        for mark in marked:
            after = bisect_right(self.start, mark.end - 1)
            inner = bisect_right(self.end, mark.end) - 1
            last = next((i for i in range(inner, max(inner - MARKS, -1), -1) if self._no_mark(i)), 0)
            word = next((i for i in range(after, min(after + MARKS, self.size)) if self._no_mark(i)), self.size)
            whole = self.start[last] >= mark.start and self.lower[last] == "."
            if whole and not mark.level and word < self.size and self.title[word]:
                end = next((i for i in range(word, min(word + SHORT, self.size)) if starts[i] == 1 and i > after), None)
                if after != word or end is None or not any(act(self, i) == "said" for i in range(word, end)):
                    starts[after] = 1
        return starts

    def _no_mark(self, token):
        return self.is_word[token] or self.lower[token] in STOPS

    def _sentences(self, starts, blocks, kinds):
        self.first = [i for i, flag in enumerate(starts) if flag == 1 or i == 0]
        self.last = [*self.first[1:], self.size] if self.size else []
        self.sentence = [n for n, (a, b) in enumerate(zip(self.first, self.last, strict=True)) for _ in range(a, b)]
        begins = [start for start, _ in blocks]
        self.block = [max(bisect_right(begins, self.start[i]) - 1, 0) for i in self.first]
        self.kinds = list(kinds)
        self.heading = [bool(kinds) and kinds[number] in ("heading", "title") for number in self.block]

    @cached_property
    def reports(self):
        """Tokens before which another report begins, by the form of the cue that it follows ("" for any).

        It rains**,** and Ann said so; he left**,** according to; Ann said it rains **and** warned drivers.
        """
        found = {"": []}
        for i in range(2, self.size):
            if self.quote[i] >= 0:
                continue
            tag = self.tag[i]
            if self.lower[i] == "according" and self.lower[i - 1] == ",":
                found[""].append(i - 1)
            elif tag in JOINING and self.dep[i] != "relcl" and act(self, i) in REPORTING:
                own = next((kid for kid in self.kids[i] if kid < i and self.dep[kid] in HAS_OWN), None)
                first = i if own is None else self.left[own]
                comma = self.lower[first - 2] == ","
                if own is None and tag != "VBG" and self.dep[i] == "conj" and self.lower[i - 1] in ("and", "but"):
                    found.setdefault(tag, []).append(i - 1 - comma)
                elif own is not None and self.dep[own] == "nsubj" and act(self, i) == "said" and first > 1 and comma:
                    if self.lower[first - 1] in JOINING[tag]:
                        found[""].append(first - 2)
        return {tag: sorted(places) for tag, places in found.items()}

    def until_report(self, begin, end, cue):
        """The end of what begins at a token, or the first place before which another report than the cue's begins."""
        for places in (self.reports[""], self.reports.get(self.tag[cue], ())):
            place = bisect_left(places, begin)
            end = min(end, places[place]) if place < len(places) else end
        return end

    def _passages(self, marked):
        self.quote, self.passages, self.marks = [-1] * self.size, [], []
        self.inner = [False] * self.size
        goes_on = False  # a paragraph that is quoted to its end and goes on in the next
        for mark in marked:
            first = bisect_right(self.end, mark.start)
            last = bisect_right(self.start, mark.end - 1)
            if mark.level:
                self.inner[first:last] = [True] * (last - first)
            if mark.level or first >= last:
                continue
            if goes_on:
                self.passages[-1] = (self.passages[-1][0], last)
                self.marks[-1].append(mark)
            else:
                self.passages.append((first, last))
                self.marks.append([mark])
            for i in range(self.passages[-1][0], last):
                self.quote[i] = len(self.passages) - 1
            goes_on = mark.rule == "paragraph"
        self.quoted_before = [0, *accumulate([number >= 0 for number in self.quote])]
        self.marked = [0] * len(self.first)
        for number, (first, last) in enumerate(zip(self.first, self.last, strict=True)):
            self.marked[number] = self.quoted_before[last] - self.quoted_before[first]
        stops = [space or word in STRIP for space, word in zip(self.space, self.lower, strict=True)]
        opening = {first for first, _ in self.passages}
        joins = [pos == "CCONJ" and number < 0 for pos, number in zip(self.pos, self.quote, strict=True)]
        self.stops_before = [stop and i not in opening for i, stop in enumerate(stops)]
        self.stops_behind = [stops[i] or joins[i] or i in opening for i in range(self.size)]
