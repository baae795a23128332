"""A sheet to draw on by hand: one unit is one pixel of the page, down is down, and text is measured."""

import warnings
from functools import cache

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Ellipse, Rectangle

from .base import NARROW, WIDE, PlainFigure
from .tokens import INK, LINE, PAPER, QUIET, RC

SIZE = 13
POINTS = 72


@cache
def width_of(text, size=SIZE, weight="normal"):
    """How wide a text is, in pixels."""
    with warnings.catch_warnings(), rc_context(RC):
        warnings.filterwarnings("ignore", message="Glyph")
        font = FontProperties(family="DejaVu Sans", size=size, weight=weight)
        return _renderer().get_text_width_height_descent(text, font, ismath=False)[0]


@cache
def _renderer():
    return RendererAgg(10, 10, POINTS)


def fitted(text, room, size=SIZE, weight="normal"):
    """A text cut at a word, or in it, so that it takes no more room than there is.

    >>> fitted("Anna Berg, the governor of a far-away province", 110)
    'Anna Berg…'
    >>> fitted("Anna Berg", 110)
    'Anna Berg'
    """
    text = " ".join(text.split())
    if width_of(text, size, weight) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width_of(text[:middle] + "…", size, weight) <= room else (low, middle - 1)
    cut = text[:low]
    word = cut.rsplit(" ", 1)[0]
    return (word if len(word) > 0.6 * len(cut) else cut).rstrip(" ,;.–-“") + "…"


class Sheet:
    """A drawing of a given width; its height is what has been drawn, and is said at the end.

    Attributes
    ----------
    figure : matplotlib.figure.Figure
    width : int
    narrow : bool
        Whether it is for a phone.
    """

    def __init__(self, width=WIDE):
        self.width, self.narrow = width, width <= NARROW
        with rc_context(RC):
            self.figure = PlainFigure(figsize=(width / POINTS, 1), facecolor=PAPER, dpi=POINTS)
            FigureCanvasAgg(self.figure)
            self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.axis("off")
        self.axes.set_xlim(0, width)

    def rect(self, x, y, width, height, colour, alpha=None, edge="none"):
        return self.axes.add_patch(
            Rectangle(
                (x, y),
                width,
                height,
                facecolor=colour,
                alpha=alpha,
                edgecolor=edge,
                linewidth=0 if edge == "none" else 1,
            )
        )

    def dot(self, x, y, radius, colour=INK, edge=INK):
        return self.axes.add_patch(
            Ellipse((x, y), 2 * radius, 2 * radius, facecolor=colour, edgecolor=edge, linewidth=1.4)
        )

    def line(self, xs, ys, colour=LINE, width=1.0, style="-"):
        return self.axes.plot(xs, ys, color=colour, linewidth=width, linestyle=style, solid_capstyle="butt")[0]

    def text(self, x, y, words, size=SIZE, colour=INK, ha="left", weight="normal", rotation=0):
        """Words whose line of writing is at y."""
        with rc_context(RC):
            return self.axes.text(
                x,
                y,
                words,
                fontsize=size,
                color=colour,
                ha=ha,
                va="baseline",
                fontweight=weight,
                rotation=rotation,
                rotation_mode="anchor",
            )

    def quiet(self, x, y, words, ha="left", size=12):
        return self.text(x, y, words, size, QUIET, ha)

    def mark(self, key, places, said, *artists):
        """These artists are one mark: it leads to places in the article, and says something."""
        self.figure.mark(key, places, said, *artists)

    def finish(self, height):
        self.figure.set_size_inches(self.width / POINTS, height / POINTS)
        self.axes.set_ylim(height, 0)
        return self.figure
