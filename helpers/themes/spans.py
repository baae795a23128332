"""Which runs of words are phrases that could stand alone, and which make one phrase together."""

from collections import defaultdict

import numpy as np
from spacy.attrs import ENT_TYPE, IDX, LENGTH, SENT_START

from ..language import doc_text, parse_columns, spelled
from .words import ARTICLES, BARELY, BETWEEN, HOLDERS, LINKS, NOT, NOT_THEMES, PICKING, TOGETHER, WORN

LONGEST = 6  # words of a label that several phrases make: "regulatory reach of the agency"
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
    "judged": ("The contentious harbour plan failed.", "harbour plan", "contentious harbour plan"),
    "with, of something shared": (
        "The deal with the millers failed. Anna Berg sat at a table with the pilots.",
        "deal with the millers",
        "table with the pilots",
    ),
    "from its beginning": (
        "They made new policy demands on the millers. The demands are old.",
        "policy demands on the millers",
        "demands on the millers",
    ),
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
    "a holder": ("A network of harbour pilots met.", "harbour pilots", "network of harbour pilots"),
    "between": (
        "The council met. A debate in support of the plan was long. The tax plan failed.",
        "tax plan",
        "debate in support of the plan",
    ),
    "denied": ("There were no major ferry strikes at the harbour.", "harbour", "ferry strikes"),
    "no common noun alone": ("The ferry took the children.", "ferry", "children"),
}


def ties_to(link, noun):
    """Whether a preposition after a bare noun makes one phrase with it.

    >>> ties_to("of", "face"), ties_to("with", "face"), ties_to("with", "deal")
    (True, False, True)
    """
    return link != "with" or noun in TOGETHER


class Phrases:
    """The tokens of an article, and its phrases: whole, uncut, and tied by a preposition.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    titles : list of bool
        Whether each token stands in the title.
    """

    def __init__(self, doc, titles):
        self.doc, self.titles = doc, titles
        self.columns = parse_columns(doc)
        table = doc.to_array((ENT_TYPE, IDX, LENGTH, SENT_START))
        self.opens = (table[:, 3] == 1).tolist()
        self.kinds = spelled(doc, table[:, 0])
        self.start = table[:, 1].tolist()
        self.end = (table[:, 1] + table[:, 2]).tolist()
        self.text = doc_text(doc)
        self.sentence = np.cumsum(table[:, 3] == 1).tolist()
        lower, lemma, pos = self.columns.lower, self.columns.lemma, self.columns.pos
        nouns = {word: base for word, base, part in zip(lower, lemma, pos, strict=True) if part == "NOUN"}
        self.base = [
            nouns.get(word, word) if part == "PROPN" else base
            for word, base, part in zip(lower, lemma, pos, strict=True)
        ]

    def gathered(self, found, opening=()):
        """Spans of phrases by their words, in dictionary form: phrases, and what they make together.

        Parameters
        ----------
        found : list of candidates.Candidate
        opening : iterable of (int, int)
            Longer phrases, as `opening_phrases` finds them.

        Returns
        -------
        list of (list of (int, int), bool)
            Token spans, and whether several phrases make them.
        """
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
        together = {
            span
            for span in (self._with_hyphen(*span) for span in opening)
            if self.kinds[self.head(span)] not in NOT_THEMES
            and self.base[self.head(span)] not in WORN | HOLDERS
            and not self._is_denied(*span)
        }
        for first, last in single:
            if self._is_clipped(first, last):
                continue
            begins = [first]
            if self._is_owned(first) and first - 1 in owners:
                begins.append(owners[first - 1])
            for begin in begins:
                stop = last
                while begin < first - 2 and self.kinds[first - 2] == "PERSON" != self.kinds[begin]:
                    begin += 1  # "magnate Anna Berg’s" is Anna Berg's
                if begin != first and not self.goes_on(begin, last):
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

    def goes_on(self, first, last):
        """Whether a phrase is cut before what it is of, or before what it is to do: "refusal" of "refusal to go"."""
        columns = self.columns
        if last + 1 >= len(self.base) or columns.lower[last] not in LINKS:
            return False
        if columns.pos[last] == "ADP":
            return first <= columns.head[last] < last and (
                last - first > 1 or ties_to(columns.lower[last], self.base[first])
            )
        return first <= columns.head[columns.head[last]] < last

    def _unpicked(self, first, last):
        """A phrase without the adjectives that only pick it out."""
        while (
            first < last - 1
            and self.columns.text[first + 1] not in ("-", "–")
            and self.doc[first + 1].ent_iob_ != "I"  # "New" of "New Hampshire" is no adjective
            and self._picks(first)
        ):
            first += 1
        return first, last

    def _picks(self, token):
        """Whether a word before a noun only picks one out, judges it or counts."""
        return (
            self.columns.lower[token] in PICKING
            or self.doc[token].tag_ in ("JJR", "JJS")
            or (self.kinds[token] in NOT_THEMES and self.columns.pos[token] != "NOUN")
        )

    def _is_clipped(self, first, last):
        """Whether a word before a phrase belongs to it: "race for mayor" of "a Senate race for mayor"."""
        before = first - 1
        return (
            before >= 0
            and self.columns.dep[before] in ("compound", "amod", "nmod")
            and first <= self.columns.head[before] < last
            and not self._picks(before)
        )

    def _is_owned(self, first):
        """Whether a possessive stands before a phrase: Berg’s **role**."""
        return (
            first > 1 and self.columns.lower[first - 1] in ("’s", "'s", "’", "'") and self.doc[first - 1].tag_ == "POS"
        )

    def _joined(self, first, last, ends):
        """Where a phrase ends with the one that a preposition ties to its noun, or None."""
        columns = self.columns
        if self.base[last - 1] in HOLDERS:
            return None
        if not self.goes_on(first, last) or (columns.pos[last - 1] != "NOUN" and not self.titles[first]):
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
                or (self.base[end - 1] in BETWEEN and self.goes_on(then, end))
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

    def head(self, span):
        """The noun that a phrase is about: the last one before a preposition."""
        for token in range(span[0] + 1, span[1]):
            if self.columns.lower[token] in LINKS and self.columns.text[token + 1] not in ("-", "–"):
                return token - 1  # "by-now" has no link
        return span[1] - 1
