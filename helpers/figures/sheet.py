"""A sheet to draw on by hand: one unit is one pixel of the page, down is down, and text is measured."""

import warnings
from functools import cache
from itertools import pairwise

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Ellipse, Rectangle

from ..article.sections import paragraph_numbers
from .tokens import FONT, INK, LINE, PAPER, QUIET, RC, SOFT

WIDE, NARROW = 720, 360  # pixels: a page, a phone
SIZE, SMALL = 13, 12
POINTS = 72


class PlainFigure(Figure):
    """A figure that knows its marks and what it shows.

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


@cache
def width_of(text, size=SIZE, weight="normal"):
    """How wide a text is, in pixels."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")
        font = FontProperties(family=FONT, size=size, weight=weight)
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


def lines_of(text, room, size=SIZE, weight="normal", most=None):
    """A text in lines that take no more room than there is; of too many lines the last kept one is cut.

    >>> lines_of("Anna Berg opened the new bridge on Monday", 130)
    ['Anna Berg opened', 'the new bridge on', 'Monday']
    >>> lines_of("Anna Berg opened the new bridge on Monday", 130, most=2)
    ['Anna Berg opened', 'the new bridge…']
    """
    lines, words = [], text.split()
    while words and (most is None or len(lines) < most - 1):
        number = 1
        while number < len(words) and width_of(" ".join(words[: number + 1]), size, weight) <= room:
            number += 1
        lines.append(fitted(" ".join(words[:number]), room, size, weight))
        words = words[number:]
    return lines + ([fitted(" ".join(words), room, size, weight)] if words else [])


def free(boxes, box, apart=3):
    """Whether a box (left, top, right, bottom) touches none of the others; if so it is put to them.

    >>> boxes = [(0, 0, 10, 10)]
    >>> free(boxes, (5, 5, 20, 20)), free(boxes, (20, 0, 30, 10)), len(boxes)
    (False, True, 2)
    """
    left, top, right, bottom = box
    if any(left < c + apart and a < right + apart and top < d and b < bottom for a, b, c, d in boxes):
        return False
    boxes.append(box)
    return True


def along(spots, every=4):
    """Small boxes along a line through some places, for `free`: what is written keeps off the line.

    >>> along([(0, 0), (8, 0)])
    [(-1, -1, 1, 1), (3.0, -1.0, 5.0, 1.0), (7.0, -1.0, 9.0, 1.0)]
    """
    found = [(x - 1, y - 1, x + 1, y + 1) for x, y in spots[:1]]
    for (a, b), (c, d) in pairwise(spots):
        steps = max(1, int(max(abs(c - a), abs(d - b)) // every))
        for step in range(1, steps + 1):
            x, y = a + (c - a) * step / steps, b + (d - b) * step / steps
            found.append((x - 1, y - 1, x + 1, y + 1))
    return found


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

    def reach(self, x, y, width, height):
        """Nothing to see, for a pointer to find."""
        return self.rect(x, y, width, height, "none")

    def dot(self, x, y, radius, colour=INK, edge=INK):
        return self.axes.add_patch(
            Ellipse((x, y), 2 * radius, 2 * radius, facecolor=colour, edgecolor=edge, linewidth=1.4, zorder=3)
        )

    def line(self, xs, ys, colour=LINE, width=1.0, style="-"):
        return self.axes.plot(xs, ys, color=colour, linewidth=width, linestyle=style, solid_capstyle="butt")[0]

    def ticks(self, xs, foot, height, colour=INK, width=1.0):
        """Short upright lines on one line of writing, as one drawing."""
        return self.axes.vlines(xs, foot - height, foot, color=colour, linewidth=width)

    def text(self, x, y, words, size=SIZE, colour=INK, ha="left", weight="normal", rotation=0):
        """Words whose line of writing is at y."""
        # All is given here: a context of settings for each text would take as long as all the drawing.
        return self.axes.text(
            x,
            y,
            words,
            fontfamily=FONT,
            fontsize=size,
            color=colour,
            ha=ha,
            va="baseline",
            fontweight=weight,
            rotation=rotation,
            rotation_mode="anchor",
            parse_math=False,  # "$" is a dollar sign
        )

    def quiet(self, x, y, words, ha="left", size=SMALL):
        return self.text(x, y, words, size, QUIET, ha)

    def course(self, article, left, right, lanes, foot=None, least=24):
        """The article from left to right, a pale ground for each paragraph in each lane, their numbers below.

        Parameters
        ----------
        article : Article
        left, right : float
        lanes : list of tuple of float
            Top and height of each.
        foot : float, optional
            Where the numbers are written; just below the last lane if it is not given.
        least : float
            Room that a number takes.

        Returns
        -------
        callable
            Place in the text -> x.
        """
        unit = (right - left) / max(len(article.text), 1)
        below, after = foot or max(top + height for top, height in lanes) + 14, left - least
        blocks = zip(article.blocks["start"], article.blocks["end"], paragraph_numbers(article), strict=True)
        ground = []
        for start, end, number in blocks:
            if number is None:
                continue
            a, b = left + unit * start, left + unit * end
            ground.append((a, max(b - a - 1, 0.5)))
            middle = min(max((a + b) / 2, left + 4), right - 10)
            if middle >= after + least:
                self.quiet(middle, below, f"{number}", ha="center", size=11)
                after = middle
        for top, height in lanes:
            self.axes.broken_barh(ground, (top, height), facecolor=SOFT, linewidth=0)
        return lambda place: left + unit * place

    def mark(self, key, places, said, *artists):
        """These artists are one mark: it leads to places in the article, and says something."""
        self.figure.mark(key, places, said, *artists)

    def finish(self, height):
        self.figure.set_size_inches(self.width / POINTS, height / POINTS)
        self.axes.set_ylim(height, 0)
        return self.figure
