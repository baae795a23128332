"""What all figures share: a figure that answers, and the words that say what it shows."""

import warnings
from zlib import crc32

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from ..article.sections import section_starts
from ..language import sentences
from ..markup import escape, place, sharing_only_snippets
from .svg import behind, figure_script, figure_style, inline, saved
from .tokens import LINE, PAPER, RC

WIDTH = 8  # inches: 720 CSS pixels, at 12.5 pixels a letter
DPI = 200
WIDE, NARROW = 720, 360  # pixels: a page, a phone


class PlainFigure(Figure):
    """A figure in which no text is mathematics, whenever its labels were made: "$" is a dollar sign.

    Attributes
    ----------
    marks : dict of str to tuple
        Id of an artist -> (id of the mark, places in the article, what pointing says).
    finding : str
        What the figure shows, in a sentence.
    """

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.marks, self.finding = {}, ""
        self.patch.set_gid("paper")

    def mark(self, key, places, said, *artists):
        """These artists are one mark."""
        places = [(int(start), int(end)) for start, end in places]
        for artist in artists:
            gid = f"mark{len(self.marks)}"
            artist.set_gid(gid)
            self.marks[gid] = (key, places, said)

    def draw(self, renderer):
        with rc_context({"text.parse_math": False}):  # ticks are made while the figure is drawn
            for text in self.findobj(Text):
                text.set_parse_math(False)
            super().draw(renderer)


class Described:
    """A figure that answers when touched, and the words that say what it shows.

    Parameters
    ----------
    drawn : matplotlib.figure.Figure or callable
        A drawing, or what draws it for a width in pixels: then a phone gets a drawing of its own.
    values : list of tuple
    description : str
    name : str, optional
        Ids in the page begin with it.
    read, sure, function : str
        The caption's second to fourth part: how to read it, of how many and how sure, which function made it.
        Its first is the finding.
    article : Article, optional
        The one whose sentences stand behind the marks.

    Attributes
    ----------
    figure : matplotlib.figure.Figure
        The wide drawing.
    values : list of tuple
        The data drawn, from which figure and description are both made.
    description : str
        One to three sentences: the text that describes the image, and what the tests compare.
    """

    def __init__(self, drawn, values, description, *, name=None, read="", sure="", function="", article=None):
        self._draw = drawn if callable(drawn) else None
        self.figure = drawn(WIDE) if callable(drawn) else drawn
        self.values, self.description = values, description
        # two figures of a page never share an id, and the same figure has the same one each time
        self.name = name or f"figure-{crc32(description.encode('utf8', 'replace')):08x}"
        self.caption, self.article = (read, sure, function), article

    def narrow(self):
        """The drawing for a phone; the wide one where there is no other."""
        return self._draw(NARROW) if self._draw else None

    def png(self):
        """The figure as PNG bytes, the same for the same figure."""
        return saved(self.figure, "png", {"Software": None}, dpi=DPI)

    def html(self):
        """The figure as HTML with the drawings inline; complete without scripts."""
        wide = inline(self.figure, f"{self.name}-w", self.description, _link)
        drawings = f'<div class="wide">{wide}</div>'
        narrow = self.narrow()
        if narrow is not None:
            drawings += f'<div class="narrow">{inline(narrow, f"{self.name}-n", self.description, _link)}</div>'
        else:
            drawings = drawings.replace('class="wide"', 'class="both"', 1)
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
        if self.article is None or not places or sharing_only_snippets():
            return ""
        spans = sentences(self.article)
        spans = list(zip(map(int, spans["start"]), map(int, spans["end"]), strict=True))
        return behind(self.article.text, spans, places, _link)

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.html(), "text/plain": self.description}

    def __repr__(self):
        return self.description


def _link(start, end):
    return None if sharing_only_snippets() else place(start, end)


def _ended(sentence):
    return sentence if not sentence or sentence[-1] in ".!?" else f"{sentence}."


def canvas(height, rows=1, **options):
    """A figure of the collection's width with its axes."""
    with rc_context(RC):
        figure = PlainFigure(figsize=(WIDTH, height), layout="constrained", facecolor=PAPER)
        FigureCanvasAgg(figure)
        return figure, figure.subplots(rows, **options)


def titled(axes, title):
    """The finding: the first sentence of the caption."""
    axes.figure.finding = title


def spread(figure, labels, heights):
    """Move labels up or down until none covers another; one that finds no place is not shown.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
    labels : list of matplotlib.text.Annotation
    heights : sequence of float
        Offsets in points to try, best first.
    """
    with rc_context(RC), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")
        figure.draw_without_rendering()
        renderer = figure.canvas.get_renderer()
        ticks = [label for axes in figure.axes for label in (*axes.get_xticklabels(), *axes.get_yticklabels())]
        placed = [tick.get_window_extent(renderer) for tick in ticks]
        for label in labels:
            for height in heights:
                label.xyann = (label.xyann[0], height)
                box = label.get_window_extent(renderer).padded(2)
                if not any(box.overlaps(other) for other in placed):
                    placed.append(box)
                    break
            else:
                label.set_visible(False)


def make_room(figure, axes, labels):
    """Widen the x axis to the right until no label is cut off there."""
    with rc_context(RC), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")
        for _ in range(8):
            figure.draw_without_rendering()
            renderer = figure.canvas.get_renderer()
            right = max((label.get_window_extent(renderer).x1 for label in labels), default=0)
            if right <= figure.bbox.x1 - 4:
                return
            low, high = axes.get_xlim()
            axes.set_xlim(low, high + 0.12 * (high - low))


def empty(title, why):
    """The figure for nothing to draw: it says so."""
    figure, axes = canvas(1.3)
    axes.axis("off")
    axes.text(0, 0.5, why, fontsize=11, va="center", transform=axes.transAxes)
    titled(axes, title)
    return Described(figure, [], f"{title}: {why}")


def course_axis(axes, article):
    """An x axis that runs through the text, with a tick at each section's beginning."""
    axes.set_xlim(0, max(len(article.text), 1))
    starts = section_starts(article)
    for start, _ in starts[1:]:
        axes.axvline(start, color=LINE, linewidth=0.8, zorder=0)
    length = len(article.text)
    axes.set_xticks([0, length / 2, length], ["beginning", "middle", "end of the text"])
    labels = axes.get_xticklabels()
    labels[0].set_ha("left")
    labels[-1].set_ha("right")
    axes.tick_params(axis="x", length=0)
