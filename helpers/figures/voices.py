"""Figures of who speaks."""

from .base import BLUE, GREY, ORANGE, Described, canvas, count, empty, join, short, titled

MOST = 12
NOBODY = "(no speaker named)"


def speakers(quotes, most=MOST):
    """How many words each speaker gets, in full quotation and in quoted fragments.

    Parameters
    ----------
    quotes : pandas.DataFrame
        The quotes table; scare quotes are left out.
    most : int

    Returns
    -------
    Described
        `values`: (speaker, words in direct quotations, words in the marks of mixed ones).
    """
    spoken = quotes[quotes["kind"].isin(("direct", "mixed"))]
    if spoken.empty:
        return empty("Nobody is quoted", "No quotation with a cue was found in the text.")
    sums = {}
    for row in spoken.itertuples(index=False):
        pair = sums.setdefault(row.speaker or NOBODY, [0, 0])
        marked = sum(len(row.text[a - row.start : b - row.start].split()) for a, b in row.marked)
        pair[row.kind == "mixed"] += marked
    values = sorted(((name, *pair) for name, pair in sums.items()), key=lambda v: (v[0] == NOBODY, -v[1] - v[2], v[0]))
    shown = values[:most]
    figure, axes = canvas(max(1.9, 0.36 * len(shown) + 1.3))
    places = range(len(shown))
    direct, mixed = [v[1] for v in shown], [v[2] for v in shown]
    colours = [GREY if v[0] == NOBODY else BLUE for v in shown]
    axes.barh(places, direct, color=colours, height=0.66)
    axes.barh(places, mixed, left=direct, color=ORANGE, height=0.66, hatch="///", edgecolor="white", linewidth=0)
    axes.set_yticks(places, [short(v[0], 36) for v in shown])
    axes.invert_yaxis()
    axes.tick_params(axis="y", length=0)
    for place, (_, a, b) in enumerate(shown):
        parts = [f"{a:,} whole" if a else "", f"{b:,} in fragments" if b else ""]
        axes.annotate(" + ".join(p for p in parts if p), (a + b, place), xytext=(4, 0), textcoords="offset points",
                      va="center", fontsize=9)  # fmt: skip
    axes.set_xlim(0, max(a + b for _, a, b in shown) * 1.35)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel("words in quotation marks")
    named = [v for v in values if v[0] != NOBODY]
    if named:
        title = f"Most quoted: {short(named[0][0], 40)}, with {count(named[0][1] + named[0][2], 'word')} in marks"
    else:
        title = f"{count(len(spoken), 'quotation')}, and the article names no speaker"
    titled(axes, title)
    each = join(f"{name} {a + b:,} ({a:,} in whole quotations, {b:,} in fragments)" for name, a, b in shown)
    return Described(figure, shown, f"Bar chart of quoted words by speaker. {title}. Words: {each}.")
