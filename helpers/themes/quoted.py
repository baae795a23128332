"""Phrases and quotation marks: which are cut by one, which only somebody quoted says; and verbs of headlines."""

from bisect import bisect_left, bisect_right
from functools import cached_property

from ..language.marks import pair_marks
from .spans import Phrases

SPOKEN = 4  # words of a passage in marks that is somebody's, and no mere term
# what it is -> (a text, what is no label)
EXAMPLES = {
    "half a quotation": (
        "# Mayor defends ‘Berg built harbour’ plan\n\nThe harbour plan is old. Berg built the harbour.\n\nIt is shut.",
        "harbour’ plan",
    ),
    "verb of a headline": (
        "# Council rolls for harbour\n\nThe council voted on the harbour.\n\nThe vote rolled on.",
        "rolls for harbour",
    ),
}


class Quoted(Phrases):
    """The phrases of an article, with its quotation marks.

    Parameters
    ----------
    article : Article
    doc : spacy.tokens.Doc
    titles : list of bool
        Whether each token stands in the title.
    """

    def __init__(self, article, doc, titles):
        super().__init__(doc, titles)
        blocks = zip(article.blocks["start"].astype(int), article.blocks["end"].astype(int), strict=True)
        marks = pair_marks(article.text, list(blocks))
        self._marked = [(one.start, one.end) for one in marks]
        self._closed = sorted((end, start) for start, end in self._marked)
        self._said = [(a, b) for a, b in self._marked if self.text.count(" ", a, b) >= SPOKEN - 1]

    def said_by_somebody(self, spans):
        """Whether a phrase stands in somebody's words in marks alone: the article need not be about it."""
        return all(self._is_said(first) for first, _ in spans)

    def _is_said(self, token):
        number = bisect_right(self._said, (self.start[token], len(self.text))) - 1
        return number >= 0 and self.start[token] < self._said[number][1] and not self.titles[token]

    def cuts(self, spans):
        """Whether a phrase has an end of a quotation without the other, or the verb of a headline for a noun."""
        return all(self._halves(*span) or any(map(self._is_verb, range(*span))) for span in spans)

    def _halves(self, first, last):
        start, end = self.start[first], self.end[last - 1]
        opened = self._marked[bisect_left(self._marked, (start + 1,)) : bisect_left(self._marked, (end,))]
        closed = self._closed[bisect_left(self._closed, (start + 1,)) : bisect_left(self._closed, (end,))]
        return any(to > end for _, to in opened) or any(since < start for _, since in closed)

    def _is_verb(self, token):
        """Whether a word of a headline is its verb, if below it no such noun stands: "Berg **rolls** in"."""
        word, pos = self.columns.lower[token], self.columns.pos
        after_noun = token > 0 and self.titles[token - 1] and pos[token - 1] in ("NOUN", "PROPN")
        verbal = self.titles[token] and pos[token] == "NOUN" and word.endswith("s") and after_noun
        return verbal and word not in self._nouns_below

    @cached_property
    def _nouns_below(self):
        """The nouns of the text below its title, as they are written."""
        columns = zip(self.columns.lower, self.columns.pos, self.titles, strict=True)
        return {word for word, pos, title in columns if pos == "NOUN" and not title}
