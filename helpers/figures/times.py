"""Figures of time: what the article's dates cover, and in which order it tells them."""

from itertools import pairwise

from matplotlib import rc_context
from matplotlib.patheffects import withStroke

from ..timeline.iso import day_in_words, day_key, moment_key, span_in_words
from ..wording import count, join, short, times_over
from .base import Described, canvas, empty, make_room, spread, titled
from .tokens import BLUE, GREEN, INK, PAPER, RC

MOST = 24


def _dated(times):
    """Times with both ends of their interval, the same words and interval only once."""
    dated = times[times["earliest"].notna() & times["latest"].notna() & times["type"].isin(("DATE", "TIME"))]
    rows, seen = [], set()
    for row in dated.itertuples(index=False):
        key = (row.text.lower(), row.earliest, row.latest)
        if key not in seen:
            seen.add(key)
            rows.append((row.text, row.earliest, row.latest, int(row.start)))
    return sorted(rows, key=lambda r: (*_when(r[1:3]), r[3]))


def _when(interval):
    return moment_key(interval[0]), moment_key(interval[1])


LABEL = 40
INFERRED = PAPER


def event_line(article, events, most=MOST):
    """The events whose time is known, past to future, a row each.

    Stated times are filled, inferred ones hollow; a day is a dot, an interval a bar. The scale is
    even in order, not in years, so that 1945 and next week stand on one page. Events of which the
    text says only that they are past or to come are counted, not drawn.

    Parameters
    ----------
    article : Article
    events : pandas.DataFrame
        The events table.
    most : int
        Rows at most; stated ones come first.

    Returns
    -------
    Described
        `values`: (label, earliest, latest, inferred) from top to bottom.
    """
    known = events[events["earliest"].notna() & events["latest"].notna()]
    if known.empty:
        return empty("No event with a known time", "No event of the text has both ends of an interval.")
    kept = known.assign(late=known["inferred"].astype(bool)).sort_values("late", kind="stable").head(most)
    rows = []
    for row in kept.itertuples(index=False):
        label = _event(article.text, row)
        rows.append((label, row.earliest, row.latest, bool(row.inferred), row.status, row.start))
    rows.sort(key=lambda r: (_when(r[1:3]), r[5]))
    edges = sorted({edge for row in rows for edge in row[1:3]}, key=moment_key)
    place = {edge: number for number, edge in enumerate(edges)}
    figure, axes = canvas(max(2.1, 0.33 * len(rows) + 1.4))
    notes = []
    for number, (label, a, b, inferred, status, start) in enumerate(rows):
        face = INFERRED if inferred else BLUE if a == b else GREEN
        if a == b:
            (artist,) = axes.plot([place[a]], [number], "o", markerfacecolor=face, markeredgecolor=BLUE, markersize=8)
        else:
            (artist,) = axes.barh(
                [number], [place[b] - place[a]], left=[place[a]], height=0.34, facecolor=face, edgecolor=GREEN
            )
        said = [span_in_words(a, b), *([status] if status != "happened" else []), *(["inferred"] if inferred else [])]
        note = " · ".join(said)
        notes.append(note)
        figure.mark(f"time-{number}", [(start, start + 1)], f"{label}: {note}", artist)
        axes.annotate(
            note, (place[b], number), xytext=(9, 0), textcoords="offset points", va="center", fontsize=9, color=INK
        )
    axes.set_yticks(range(len(rows)), [row[0] for row in rows])
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xlim(-0.5, max(len(edges), 1) * 1.75)
    axes.set_xticks([])
    key = "earlier  →  later (even steps)  ·  dot: a day or hour  ·  bar: an interval  ·  hollow: inferred"
    with rc_context(RC):
        figure.supxlabel(key, x=0.01, ha="left", fontsize=9)
    axes.tick_params(axis="y", length=0)
    low, high = rows[0][1], max((row[2] for row in rows), key=day_key)
    title = f"{count(len(rows), 'event')} in order, from {day_in_words(low)} to {day_in_words(high)}"
    titled(axes, title)
    make_room(figure, axes, axes.texts)
    each = "; ".join(f"{row[0]}: {note}" for row, note in zip(rows, notes, strict=True))
    rest = len(events) - len(rows)
    hidden = f" {count(rest, 'more event')} without a known interval or room are not drawn." if rest else ""
    values = [row[:4] for row in rows]
    return Described(
        figure,
        values,
        f"Events, past to future. {title}. {each}.{hidden}",
        name="times",
        read="Even steps, not years. A dot is a day or hour, a bar an interval; hollow: inferred.",
        function="timeline.find_events",
        article=article,
    )


def _event(text, row):
    """Who, and the words that begin with the event: "Anna Berg: opened the bridge on…"."""
    words = text[row.start : row.end + LABEL].split("\n")[0].split(". ")[0]
    who = short(join(row.actors[:2]), LABEL // 2)
    return short(f"{who}: {words}" if who else words, LABEL).rstrip(".,;")


def telling_order(article, times, most=40):
    """The order of telling against the order of time: where the text jumps.

    Parameters
    ----------
    article : Article
    times : pandas.DataFrame
        The times table.
    most : int
        With more dated times than these, only the order of years is drawn.

    Returns
    -------
    Described
        `values`: (words, offset in the text, rank in time) in the order of the text.
    """
    rows = sorted(_dated(times), key=lambda r: r[3])
    if len(rows) < 2:
        return empty("No order to compare", "Fewer than two expressions of time have a known date.")
    ranks = {key: number for number, key in enumerate(sorted({(a, b) for _, a, b, _ in rows}, key=_when))}
    values = [(text, start, ranks[a, b]) for text, a, b, start in rows]
    figure, axes = canvas(3.8)
    axes.plot([v[1] for v in values], [v[2] for v in values], "-o", color=BLUE, markersize=6, linewidth=1.2)
    marks, halo = [], withStroke(linewidth=3, foreground=PAPER)  # a line behind a label does not cross it
    for text, start, rank in values[:MOST]:
        side = "left" if start < 0.8 * len(article.text) else "right"
        marks.append(
            axes.annotate(
                short(text, 18),
                (start, rank),
                xytext=(0, 8),
                textcoords="offset points",
                ha=side,
                fontsize=8.5,
                path_effects=[halo],
            )
        )
    axes.set_xlim(0, len(article.text) * 1.02)
    axes.set_xticks([0, len(article.text)], ["beginning", "end of the text"])
    labels = axes.get_xticklabels()
    labels[0].set_ha("left")
    labels[-1].set_ha("right")
    low, high = min(ranks.values()), max(ranks.values())
    axes.set_ylim(low - 0.8, high + 0.8)
    axes.set_yticks([low, high], [f"earliest\n({day_in_words(min((a for a, _ in ranks), key=day_key))})", "latest"])
    jumps = sum(1 for a, b in pairwise(values) if b[2] < a[2])
    title = f"The text steps back in time {times_over(jumps)}" if jumps else "The text tells its times in order"
    titled(axes, title)
    spread(figure, marks, (8, -16, 20, -28))
    each = join(f"{text} ({rank + 1})" for text, _, rank in values[:most])
    words = f"Order of telling against order of time. {title}. In order of the text, with rank in time: {each}."
    return Described(figure, values, words)
