"""Figures of time: what the article's dates cover, and in which order it tells them."""

from datetime import date
from itertools import pairwise

from .base import BLUE, GREEN, INK, Described, canvas, count, empty, join, short, spread, titled

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
    return sorted(rows, key=lambda r: (r[1], r[2], r[3]))


def time_line(times, most=MOST):
    """The times that the article names, past to future, a row each.

    The scale is even in order, not in years: 1945 and next week stand on one page, and the
    interval itself is written beside each mark.

    Parameters
    ----------
    times : pandas.DataFrame
        The times table.
    most : int
        Rows at most: the earliest and the latest are kept.

    Returns
    -------
    Described
        `values`: (words, earliest, latest) from top to bottom.
    """
    rows = _dated(times)
    if not rows:
        return empty("No dated time", "No expression of time in the text has a known date.")
    shown = rows if len(rows) <= most else rows[: most // 2] + rows[-(most - most // 2) :]
    edges = sorted({edge for _, a, b, _ in shown for edge in (a, b)})
    place = {edge: number for number, edge in enumerate(edges)}
    figure, axes = canvas(max(1.9, 0.34 * len(shown) + 1.3))
    for number, (_, a, b, _) in enumerate(shown):
        if a == b:
            axes.plot([place[a]], [number], "o", color=BLUE, markersize=8)
        else:
            axes.plot([place[a], place[b]], [number, number], "-", color=GREEN, linewidth=7, solid_capstyle="butt")
        axes.annotate(_span(a, b), (place[b], number), xytext=(9, 0), textcoords="offset points", va="center",
                      fontsize=9, color=INK)  # fmt: skip
    axes.set_yticks(range(len(shown)), [short(text, 30) for text, *_ in shown])
    axes.set_ylim(len(shown) - 0.4, -0.6)
    axes.set_xlim(-0.5, max(len(edges), 1) * 1.45)
    axes.set_xticks([])
    axes.set_xlabel("earlier  →  later (even steps, not to scale)   ·   dot: a day   ·   bar: an interval", fontsize=9)
    axes.tick_params(axis="y", length=0)
    title = f"From {_plain(rows[0][1])} to {_plain(max(r[2] for r in rows))}: {count(len(rows), 'dated expression')}"
    titled(axes, title)
    values = [(text, a, b) for text, a, b, _ in shown]
    each = "; ".join(f"{text}: {_span(a, b)}" for text, a, b in values)
    hidden = f" {count(len(rows) - len(shown), 'time')} between them not drawn." if len(rows) > len(shown) else ""
    return Described(figure, values, f"Time line, past to future. {title}. {each}.{hidden}")


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
    ranks = {key: number for number, key in enumerate(sorted({(a, b) for _, a, b, _ in rows}))}
    values = [(text, start, ranks[a, b]) for text, a, b, start in rows]
    figure, axes = canvas(3.8)
    axes.plot([v[1] for v in values], [v[2] for v in values], "-o", color=BLUE, markersize=6, linewidth=1.2)
    marks = []
    for text, start, rank in values[:MOST]:
        side = "left" if start < 0.8 * len(article.text) else "right"
        marks.append(axes.annotate(short(text, 18), (start, rank), xytext=(0, 8), textcoords="offset points",
                                    ha=side, fontsize=8.5))  # fmt: skip
    axes.set_xlim(0, len(article.text) * 1.02)
    axes.set_xticks([0, len(article.text)], ["beginning", "end of the text"])
    labels = axes.get_xticklabels()
    labels[0].set_ha("left")
    labels[-1].set_ha("right")
    low, high = min(ranks.values()), max(ranks.values())
    axes.set_ylim(low - 0.8, high + 0.8)
    axes.set_yticks([low, high], [f"earliest\n({_plain(min(a for a, _ in ranks))})", "latest"])
    jumps = sum(1 for a, b in pairwise(values) if b[2] < a[2])
    title = f"The text steps back in time {_times(jumps)}" if jumps else "The text tells its times in order"
    titled(axes, title)
    spread(figure, marks, (8, -16, 20, -28))
    each = join(f"{text} ({rank + 1})" for text, _, rank in values[:most])
    words = f"Order of telling against order of time. {title}. In order of the text, with rank in time: {each}."
    return Described(figure, values, words)


def _times(number):
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def _plain(day):
    """An ISO day in words: 8 May 2025; a year alone for its first or last day."""
    try:
        moment = date.fromisoformat(day[:10])
    except ValueError:
        return day
    if (moment.month, moment.day) in ((1, 1), (12, 31)):
        return str(moment.year)
    return f"{moment.day} {moment:%B} {moment.year}"


def _span(a, b):
    """An interval in words: a day, a month, a year, or both ends."""
    try:
        first, last = date.fromisoformat(a[:10]), date.fromisoformat(b[:10])
    except ValueError:
        return f"{a} – {b}"
    if first == last:
        return f"{first.day} {first:%B} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= 28:
        return f"{first:%B} {first.year}"
    return f"{first.day} {first:%B} {first.year} – {last.day} {last:%B} {last.year}"
