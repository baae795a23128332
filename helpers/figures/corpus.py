"""Figures of many articles: voices, tone and claims over time."""

import pandas as pd
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

from ..wording import count, join, short, signed
from .base import Described, canvas, empty, spread, titled
from .tokens import BLUE, GREEN, GREY, INK, LINE, ORANGE, PAPER, RED, SKY

MOST = 10
COLOURS, MARKS = (BLUE, ORANGE, GREEN, RED, SKY, GREY), "os^DvP"


def _looks(outlets):
    """Colour and mark of each outlet; beyond the sixth they repeat, so the names stand by the lines too."""
    return {outlet: (COLOURS[n % len(COLOURS)], MARKS[n % len(MARKS)]) for n, outlet in enumerate(sorted(set(outlets)))}


def _time_axis(axes):
    locator = AutoDateLocator(maxticks=8)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))


def voices_over_time(table, days, most=MOST):
    """When each source is heard: a lane a source, a mark an article.

    Parameters
    ----------
    table : pandas.DataFrame
        From `questions.voices`.
    days : pandas.DataFrame
        From `questions.voice_days`.
    most : int

    Returns
    -------
    Described
        `values`: (speaker, number of articles, first day, last day).
    """
    shown = table.head(most)
    if shown.empty:
        return empty("No voices to show", "No attribution with a speaker was found in the corpus.")
    if days.empty:
        return _voices_counted(shown)
    shown = shown[shown["speaker"].isin(days["speaker"])]
    figure, axes = canvas(0.36 * len(shown) + 1.9)
    looks = _looks(days["outlet"].fillna("not known"))
    for lane, speaker in enumerate(shown["speaker"]):
        own = days[days["speaker"] == speaker]
        axes.hlines(lane, own["published"].min(), own["published"].max(), color=LINE, linewidth=2, zorder=1)
    for outlet, (colour, mark) in looks.items():
        own = days[(days["outlet"].fillna("not known") == outlet) & days["speaker"].isin(shown["speaker"])]
        lanes = [list(shown["speaker"]).index(speaker) for speaker in own["speaker"]]
        axes.scatter(own["published"], lanes, color=colour, marker=mark, s=34, label=outlet, zorder=2, edgecolor=PAPER)
    axes.set_yticks(range(len(shown)), [short(name, 30) for name in shown["speaker"]])
    axes.invert_yaxis()
    axes.tick_params(axis="y", length=0)
    axes.margins(y=0.08)
    _time_axis(axes)
    figure.legend(loc="outside lower center", ncols=4, fontsize=9, frameon=False)
    values = [(r.speaker, int(r.articles), r.first, r.last) for r in shown.itertuples(index=False)]
    lead = values[0]
    title = f"Heard most: {short(lead[0], 40)}, in {count(lead[1], 'article')}, last on {lead[3]}"
    titled(axes, title)
    each = join(f"{name} in {count(n, 'article')} from {a} to {b}" for name, n, a, b in values)
    return Described(figure, values, f"Dot plot of sources by day of publication. {title}. {each}.")


def _voices_counted(shown):
    """Where no article has a day: in how many articles each source is heard."""
    figure, axes = canvas(0.36 * len(shown) + 1.6)
    lanes = range(len(shown))
    axes.hlines(lanes, 0, shown["articles"], color=LINE, linewidth=2, zorder=1)
    axes.scatter(shown["articles"], lanes, color=BLUE, s=44, zorder=2, edgecolor=PAPER)
    axes.set_yticks(lanes, [short(name, 30) for name in shown["speaker"]])
    axes.invert_yaxis()
    axes.tick_params(axis="y", length=0)
    axes.margins(y=0.08)
    axes.set_xlim(0, int(shown["articles"].max()) + 1)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel("articles")
    values = [(row.speaker, int(row.articles)) for row in shown.itertuples(index=False)]
    title = f"Heard most: {short(values[0][0], 40)}, in {count(values[0][1], 'article')}"
    titled(axes, title)
    each = join(f"{name} in {count(n, 'article')}" for name, n in values)
    return Described(figure, values, f"Dot plot of sources by articles, for none has a day. {title}. {each}.")


def tone_over_time(table):
    """Tone by month and outlet, narrator and speakers apart, with 90 % intervals.

    Parameters
    ----------
    table : pandas.DataFrame
        From `questions.tone_by_month`.

    Returns
    -------
    Described
        `values`: (outlet, who, month, tone, low, high).
    """
    if table.empty:
        return empty("No tone over time", "No article of the corpus has a day of publication.")
    sizes = table.groupby("outlet")["articles"].sum().sort_values(ascending=False, kind="stable")
    outlets = list(sizes.index[:6])
    rows = (len(outlets) + 1) // 2
    figure, grid = canvas(2.0 * rows + 0.9, rows, ncols=2, sharex=True, sharey=True, squeeze=False)
    values = []
    for axes, outlet in zip(grid.flat, outlets, strict=False):
        axes.axhline(0, color=LINE, linewidth=0.8)
        for who, colour, mark, line in (("narrator", INK, "o", "-"), ("speakers", ORANGE, "^", "--")):
            own = table[(table["outlet"] == outlet) & (table["who"] == who)]
            months = pd.to_datetime(own["month"] + "-15")
            axes.plot(months, own["tone"], line, color=colour, marker=mark, markersize=5, label=who)
            axes.vlines(months, own["low"], own["high"], color=colour, linewidth=5, alpha=0.25)
            values += [(outlet, who, *row) for row in own[["month", "tone", "low", "high"]].itertuples(index=False)]
        axes.set_title(short(outlet, 36), fontsize=10, pad=4)
        _time_axis(axes)
    for axes in list(grid.flat)[len(outlets) :]:
        axes.set_visible(False)
    figure.supylabel("tone, −1 … 1", fontsize=9)
    handles, labels = grid.flat[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=2, fontsize=9, frameon=False)
    ranges = {outlet: [v[3] for v in values if v[0] == outlet and v[1] == "narrator"] for outlet in outlets}
    ranges = {outlet: max(own) - min(own) for outlet, own in ranges.items() if own}
    most = max(ranges, key=ranges.get) if ranges else outlets[0]
    title = f"The narrator’s tone moves most in {short(most, 40)}, by {ranges.get(most, 0):.2f}"
    titled(grid.flat[0], title)
    each = join(f"{o} {w} {m} {signed(t)}" for o, w, m, t, _, _ in values if w == "narrator")
    return Described(figure, values, f"Line charts of tone by month, one an outlet. {title}. {each}.")


def claim_spread(table, what):
    """The figures given for one thing, in the order of days.

    Parameters
    ----------
    table : pandas.DataFrame
        From `questions.spread`.
    what : str

    Returns
    -------
    Described
        `values`: (day, outlet, value).
    """
    rows = [
        (day, outlet or "not known", value)
        for day, outlet, value in zip(table["published"], table["outlet"], table["figure"], strict=True)
        if isinstance(day, str)
    ]
    if not rows and len(table):
        return empty(
            f"No figures of “{short(what, 24)}” over time", "No article that gives one has a day; see the table."
        )
    if not rows:
        return empty(f"No figure for “{what}”", "Choose another word from the table above.")
    figure, axes = canvas(3.2)
    looks = _looks({outlet for _, outlet, _ in rows})
    numbers = [
        float(value.replace(",", "")) if value.replace(",", "").replace(".", "", 1).isdigit() else None
        for *_, value in rows
    ]
    for outlet, (colour, mark) in looks.items():
        own = [(pd.Timestamp(day), n) for (day, o, _), n in zip(rows, numbers, strict=True) if o == outlet and n]
        axes.scatter(
            [d for d, _ in own],
            [n for _, n in own],
            color=colour,
            marker=mark,
            s=60,
            label=outlet,
            edgecolor=PAPER,
            zorder=2,
        )
    known = [n for n in numbers if n]
    if known and max(known) > 20 * min(known):
        axes.set_yscale("log")
    axes.set_yticks([])
    axes.minorticks_off()
    axes.margins(y=0.18)
    axes.set_ylabel(f"{short(what, 24)} (log scale)" if axes.get_yscale() == "log" else short(what, 24))
    _time_axis(axes)
    labels = [
        axes.annotate(value, (pd.Timestamp(day), n), xytext=(0, 7), textcoords="offset points", ha="center", fontsize=9)
        for (day, _, value), n in zip(rows, numbers, strict=True)
        if n
    ]
    spread(figure, labels, (7,))
    figure.legend(loc="outside lower center", ncols=4, fontsize=9, frameon=False)
    order = list(dict.fromkeys(value for *_, value in rows))
    title = f"“{short(what, 24)}”: first {order[0]}, then {join(order[1:6])}" if order[1:] else f"“{what}”: {order[0]}"
    titled(axes, title)
    each = join(f"{day} {outlet}: {value}" for day, outlet, value in rows)
    return Described(figure, rows, f"Dot plot of figures by day. {title}. {each}.")
