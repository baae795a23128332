"""What all figures share: a described figure, colours, type, and the course of the text."""

import io
import textwrap
import warnings

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from ..article.sections import section_starts

WIDTH = 8  # inches: 800 CSS pixels
DPI = 200
# Okabe & Ito's colours, safe for colour-blind readers; form or label always says the same.
BLUE, ORANGE, GREEN, RED, SKY, GREY, INK = "#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#999999", "#222222"

RC = {
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "axes.titlesize": 13,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.titlepad": 12,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#888888",
    "xtick.color": INK,
    "ytick.color": INK,
    "text.color": INK,
    "text.parse_math": False,  # a dollar sign in an article is a dollar sign
    "axes.formatter.use_mathtext": False,
    "svg.hashsalt": "close-reading",
}


class PlainFigure(Figure):
    """A figure in which no text is mathematics, whenever its labels were made: "$" is a dollar sign."""

    def draw(self, renderer):
        with rc_context({"text.parse_math": False}):  # ticks are made while the figure is drawn
            for text in self.findobj(Text):
                text.set_parse_math(False)
            super().draw(renderer)


class Described:
    """A figure and the words that say what it shows.

    Attributes
    ----------
    figure : matplotlib.figure.Figure
    values : list of tuple
        The data drawn, from which figure and description are both made.
    description : str
        One to three sentences: the image's alternative text, and what the tests compare.
    """

    def __init__(self, figure, values, description):
        self.figure, self.values, self.description = figure, values, description

    def png(self):
        """The figure as PNG bytes, the same for the same figure."""
        buffer = io.BytesIO()
        with warnings.catch_warnings(), rc_context(RC):
            warnings.filterwarnings("ignore", message="Glyph")  # scripts the font lacks show as boxes
            self.figure.savefig(buffer, format="png", dpi=DPI, metadata={"Software": None})
        return buffer.getvalue()

    def _repr_mimebundle_(self, include=None, exclude=None):
        width = round(self.figure.get_figwidth() * 100)
        data = {"image/png": self.png(), "text/plain": self.description}
        return data, {"image/png": {"alt": self.description, "width": width}}

    def __repr__(self):
        return self.description


def canvas(height, rows=1, **options):
    """A figure of the collection's width with its axes."""
    with rc_context(RC):
        figure = PlainFigure(figsize=(WIDTH, height), layout="constrained", facecolor="white")
        FigureCanvasAgg(figure)
        return figure, figure.subplots(rows, **options)


def titled(axes, title):
    """A title that states the finding, wrapped to the figure's width, from its left edge."""
    with rc_context(RC):
        axes.figure.suptitle("\n".join(textwrap.wrap(title, 68)), x=0.01, ha="left", fontsize=13, fontweight="bold")


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
        axes.axvline(start, color="#dddddd", linewidth=0.8, zorder=0)
    length = len(article.text)
    axes.set_xticks([0, length / 2, length], ["beginning", "middle", "end of the text"])
    labels = axes.get_xticklabels()
    labels[0].set_ha("left")
    labels[-1].set_ha("right")
    axes.tick_params(axis="x", length=0)
