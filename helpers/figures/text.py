"""Figures of the text itself: the whole at a glance, its sections, who is on stage when."""

from ..article import ABOUT
from ..article.sections import section_of, section_starts
from ..wording import count, join, short
from .base import Described, canvas, course_axis, empty, titled
from .tokens import BLUE, GREEN, GREY, INK, ORANGE, SKY, SOFT

MOST_SECTIONS = 24
MOST_LANES = 10
COLOURED = 0.1  # a tone nearer to 0 is neither warm nor cold


def sections(article):
    """Words in each section, as bars in reading order.

    Parameters
    ----------
    article : Article

    Returns
    -------
    Described
        `values`: (heading, words) of each bar.
    """
    starts = section_starts(article)
    if not starts:
        return empty("No section", "The text is empty.")
    words = [0] * len(starts)
    for start, text, kind in zip(article.blocks["start"], article.blocks["text"], article.blocks["kind"], strict=True):
        if kind not in ("heading", "title", *ABOUT):
            words[section_of(starts, start)] += len(text.split())
    rows = [(heading, number) for (_, heading), number in zip(starts, words, strict=True)]
    total = sum(words)
    hidden = len(rows) - MOST_SECTIONS
    shown = rows[:MOST_SECTIONS]
    figure, axes = canvas(max(1.8, 0.32 * len(shown) + 1.1))
    axes.barh(range(len(shown)), [number for _, number in shown], color=BLUE, height=0.7)
    axes.set_yticks(range(len(shown)), [short(heading, 44) for heading, _ in shown])
    axes.invert_yaxis()
    for place, (_, number) in enumerate(shown):
        axes.annotate(f"{number:,}", (number, place), xytext=(4, 0), textcoords="offset points", va="center")
    axes.set_xlim(0, max(max(words), 1) * 1.1)
    axes.set_xlabel("words")
    axes.tick_params(axis="y", length=0)
    longest = max(rows, key=lambda row: row[1])
    if len(rows) == 1:
        title = f"One section of {count(total, 'word')}"
    else:
        title = f"{count(total, 'word')} in {count(len(rows), 'section')}; the longest is “{short(longest[0], 40)}”"
    titled(axes, title)
    each = "; ".join(f"{heading}, {number:,}" for heading, number in shown)
    more = f" {count(hidden, 'more section')} not drawn." if hidden > 0 else ""
    return Described(figure, shown, f"Bar chart, {title}. Words by section in reading order: {each}.{more}")


def _lane_rows(actors, most):
    """The most mentioned actors with the positions of their mentions."""
    counts = actors.groupby("actor", sort=False).agg(mentions=("start", "size"), first=("start", "min"))
    order = counts.sort_values(["mentions", "first"], ascending=[False, True]).index[:most]
    return [(name, sorted(map(int, actors.loc[actors["actor"] == name, "start"]))) for name in order]


def actor_lanes(article, actors, most=MOST_LANES):
    """Who is on stage when: a lane an actor, a mark a mention.

    Parameters
    ----------
    article : Article
    actors : pandas.DataFrame
        The actors table.
    most : int
        Lanes at most; the others are in the table.

    Returns
    -------
    Described
        `values`: (actor, mentions) of each lane.
    """
    if actors.empty:
        return empty("No actor is named", "No name was found in the text.")
    lanes = _lane_rows(actors, most)
    figure, axes = canvas(max(1.8, 0.34 * len(lanes) + 1.1))
    course_axis(axes, article)
    for place, (_, positions) in enumerate(lanes):
        axes.hlines(place, 0, len(article.text), color=SOFT, linewidth=6, zorder=1)
        (line,) = axes.plot(
            positions, [place] * len(positions), "|", color=BLUE, markersize=13, markeredgewidth=1.8, zorder=2
        )
        own = actors[actors["actor"] == lanes[place][0]]
        said = f"{lanes[place][0]}: {count(len(positions), 'mention')}"
        figure.mark(f"actor-{place}", zip(own["start"], own["end"], strict=True), said, line)
        axes.annotate(
            str(len(positions)),
            (1, place),
            xycoords=("axes fraction", "data"),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            annotation_clip=False,
        )
    axes.set_yticks(range(len(lanes)), [short(name) for name, _ in lanes])
    axes.set_ylim(len(lanes) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    lead = lanes[0]
    title = f"{short(lead[0], 40)} is named most: {count(len(lead[1]), 'mention')} of {len(actors):,}"
    titled(axes, title)
    values = [(name, len(positions)) for name, positions in lanes]
    each = join(f"{name} {number:,}" for name, number in values)
    names = actors["actor"].nunique()
    words = f"Mentions over the course of the text, one lane an actor. {title}. Mentions: {each}."
    if names > len(lanes):
        words += f" {count(names - len(lanes), 'further actor')} not drawn."
    return Described(
        figure,
        values,
        words,
        name="actors",
        read="Every mention from the beginning to the end, one line an actor; at the right how many.",
        function="themes.actors",
        article=article,
    )


def overview(article, actors, quotes, times, tones):
    """The whole article at a glance: main actors, reported words, times and tone on one course.

    Parameters
    ----------
    article : Article
    actors, quotes, times, tones : pandas.DataFrame
        The tables of the same names.

    Returns
    -------
    Described
        `values`: (lane, how many) from top to bottom; an attribution in several parts is one.
    """
    if not len(article.blocks):
        return empty("Nothing to show", "The text is empty.")
    lanes = [(name, [(p, p) for p in positions], BLUE) for name, positions in _lane_rows(actors, 3)]
    spoken = quotes[(quotes["kind"] != "scare") & quotes["inside"].isna()]
    lanes.append(("Reported words", _spans(spoken), ORANGE))
    lanes.append(("Times", _spans(times), GREEN))
    lanes.append(("Warm sentences", _spans(tones[tones["tone"] > COLOURED]), SKY))
    lanes.append(("Cold sentences", _spans(tones[tones["tone"] < -COLOURED]), GREY))
    values = [(name, len(spans)) for name, spans, _ in lanes]
    values = [(name, int(spoken["continues"].isna().sum()) if name == "Reported words" else n) for name, n in values]
    figure, axes = canvas(0.36 * len(lanes) + 1.2)
    course_axis(axes, article)
    for place, (_, spans, colour) in enumerate(lanes):
        least = len(article.text) * 0.003  # a mark must be wide enough to see
        bars = [(a, max(b - a, least)) for a, b in spans]
        axes.broken_barh(bars, (place - 0.32, 0.64), facecolors=colour, edgecolor="none", zorder=2)
        axes.annotate(
            f"{values[place][1]:,}",
            (1, place),
            xycoords=("axes fraction", "data"),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            annotation_clip=False,
        )
    axes.set_yticks(range(len(lanes)), [short(name) for name, _, _ in lanes])
    axes.set_ylim(len(lanes) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0, labelcolor=INK)
    axes.spines["left"].set_visible(False)
    title = f"{count(len(article.text.split()), 'word')} at a glance: names, reported words, times and tone"
    titled(axes, title)
    each = join(f"{name} {number:,}" for name, number in values)
    return Described(figure, values, f"Lanes over the course of the text. {title}. How many in each lane: {each}.")


def _spans(table):
    return list(zip(map(int, table["start"]), map(int, table["end"]), strict=True))
