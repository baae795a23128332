"""What all figures share: a figure that answers, and the words that say what it shows."""

from zlib import crc32

from ..language import sentences
from ..markup import escape, place, sharing_only_snippets
from .sheet import NARROW, WIDE, Sheet, lines_of
from .svg import behind, figure_script, figure_style, inline, listed, saved

DPI = 200


class Described:
    """A figure that answers when touched, and the words that say what it shows.

    Parameters
    ----------
    draw : callable
        Draws it for a width in pixels: for a page, and another time for a phone.
    values : list of tuple
    description : str
    name : str, optional
        Ids in the page begin with it.
    read, sure, function : str
        The caption's second to fourth part: how to read it, of how many and how sure, which function made it.
        Its first is the finding.
    article : Article, optional
        The one whose sentences stand behind the marks.
    passages : Passages, optional
        What stands behind the marks instead, where they come from many articles.

    Attributes
    ----------
    figure : matplotlib.figure.Figure
        The wide drawing.
    values : list of tuple
        The data drawn, from which figure and description are both made.
    description : str
        One to three sentences: the text that describes the image, and what the tests compare.
    """

    def __init__(
        self, draw, values, description, *, name=None, read="", sure="", function="", article=None, passages=None
    ):
        self._draw, self.figure = draw, draw(WIDE)
        self.values, self.description = values, description
        # two figures of a page never share an id, and the same figure has the same one each time
        self.name = name or f"figure-{crc32(description.encode('utf8', 'replace')):08x}"
        self.caption, self.article, self.passages = (read, sure, function), article, passages

    def narrow(self):
        """The drawing for a phone."""
        return self._draw(NARROW)

    def png(self):
        """The figure as PNG bytes, the same for the same figure."""
        return saved(self.figure, "png", {"Software": None}, dpi=DPI)

    def html(self):
        """The figure as HTML with the drawings inline; complete without scripts."""
        if not self.values:  # a sentence needs no picture
            style = f"<style>{figure_style()}</style>"
            return f'{style}<p class="cr-figure" id="{self.name}">{escape(_ended(self.description))}</p>'
        link = _nowhere if self.article is None else _link
        wide = inline(self.figure, f"{self.name}-w", self.description, link)
        narrow = inline(self.narrow(), f"{self.name}-n", self.description, link)
        drawings = f'<div class="wide">{wide}</div><div class="narrow">{narrow}</div>'
        read, sure, function = self.caption
        words = f"<strong>{escape(_ended(self.figure.finding))}</strong> {escape(' '.join(filter(None, (read, sure))))}"
        words += f" <code>{escape(function)}</code>" if function else ""
        return (
            f"<style>{figure_style()}</style>"
            f'<figure class="cr-figure" id="{self.name}">{drawings}<p class="value" role="status"></p>'
            f'<div class="found"></div><figcaption>{words}</figcaption>{self._sentences()}'
            f"<script>{figure_script()}</script></figure>"
        )

    def _sentences(self):
        places = {place for _, places, _ in self.figure.marks.values() for place in places}
        if not places or sharing_only_snippets():
            return ""
        if self.passages is not None:
            return self.passages.html()
        if self.article is None:
            return ""
        spans = sentences(self.article)
        spans = list(zip(map(int, spans["start"]), map(int, spans["end"]), strict=True))
        return behind(self.article.text, spans, places, _link)

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.html(), "text/plain": self.description}

    def __repr__(self):
        return self.description


class Passages:
    """Passages of many articles behind the marks of a figure, as one text: each mark has its places in it."""

    def __init__(self):
        self._rows, self._at = [], 0

    def add(self, passage, where):
        """One more passage, its words in ⟦⟧ as `Corpus.in_context` has it, and where it stands.

        Returns
        -------
        list of tuple of int
            The place of its words, for a mark; none where the passage is missing.

        Examples
        --------
        >>> Passages().add("Then ⟦it rained⟧.", "Oslo Post, 8 May 2025")
        [(5, 14)]
        """
        if not isinstance(passage, str):
            return []
        before, _, rest = passage.partition("⟦")
        words, _, after = rest.partition("⟧")
        start = self._at + len(before)
        text = before + words + after
        self._rows.append((self._at, self._at + len(text), f"<small>{escape(where)}:</small>", text))
        self._at += len(text) + 1
        return [(start, start + len(words))]

    def html(self):
        return listed(self._rows)


def _nowhere(start, end):
    """The passages of many articles have no page of their own."""


def _link(start, end):
    return None if sharing_only_snippets() else place(start, end)


def _ended(sentence):
    return sentence if not sentence or sentence[-1] in ".!?" else f"{sentence}."


def empty(title, why):
    """The figure for nothing, or too little, to draw: it says so in a sentence.

    >>> empty("Nobody speaks", "No attribution was found in the text.").description
    'Nobody speaks: No attribution was found in the text.'
    """

    def draw(width):
        sheet = Sheet(width)
        lines = lines_of(why, width - 4)
        for number, line in enumerate(lines):
            sheet.text(0, 18 + 18 * number, line)
        sheet.figure.finding = title
        return sheet.finish(18 * len(lines) + 8)

    return Described(draw, [], f"{title}: {why}")
