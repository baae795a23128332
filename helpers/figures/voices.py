"""Figures of who speaks."""

from ..quotes.summary import NOBODY, attributions
from ..tables import CUE_CLASSES
from ..wording import count, join, joined, short
from .base import Described, canvas, empty, titled
from .tokens import BLUE, GREY, INK, ORANGE, PAPER, QUIET

MOST = 12


def speakers(table, most=MOST):
    """How many words each source gets, in its own words and in the reporter's.

    Parameters
    ----------
    table : pandas.DataFrame
        From `quotes.summary.by_speaker`.
    most : int

    Returns
    -------
    Described
        `values`: (who, words in quotation marks, words without).
    """
    if table.empty:
        return empty("Nobody speaks", "No attribution was found in the text.")
    table = table.sort_values("who", key=lambda who: who == NOBODY, kind="stable")
    rows = [(joined(r.who), int(r.marked), int(r.paraphrased)) for r in table.itertuples(index=False)]
    shown = rows[:most]
    figure, axes = canvas(max(1.9, 0.36 * len(shown) + 1.3))
    places = range(len(shown))
    marked, rest = [v[1] for v in shown], [v[2] for v in shown]
    colours = [GREY if v[0] == NOBODY else BLUE for v in shown]
    axes.barh(places, marked, color=colours, height=0.66)
    axes.barh(places, rest, left=marked, color=ORANGE, height=0.66, hatch="///", edgecolor=PAPER, linewidth=0)
    axes.set_yticks(places, [short(v[0], 36) for v in shown])
    axes.invert_yaxis()
    axes.tick_params(axis="y", length=0)
    for place, (_, a, b) in enumerate(shown):
        parts = [f"{a:,} quoted" if a else "", f"{b:,} paraphrased" if b else ""]
        axes.annotate(
            " + ".join(p for p in parts if p),
            (a + b, place),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
            fontsize=9,
        )
    axes.set_xlim(0, max(a + b for _, a, b in shown) * 1.45)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel("words   ·   plain: in quotation marks   ·   hatched: in the reporter’s words", fontsize=9)
    lead = rows[0]
    if lead[0] == NOBODY:
        title = f"{count(lead[1] + lead[2], 'word')} of speech, and the article names no source"
    else:
        share = round(100 * lead[1] / max(lead[1] + lead[2], 1))
        title = f"Most words: {short(lead[0], 44)}, {lead[1] + lead[2]:,}, of which {share} % are quoted"
    titled(axes, title)
    each = join(f"{name} {_parts(a, b)}" for name, a, b in shown)
    hidden = f" {count(len(rows) - len(shown), 'further source')} not drawn." if len(rows) > len(shown) else ""
    return Described(figure, shown, f"Bar chart of words by source. {title}. {each}.{hidden}")


def _parts(quoted, paraphrased):
    parts = [f"{quoted:,} in marks" if quoted else "", f"{paraphrased:,} without" if paraphrased else ""]
    return " and ".join(part for part in parts if part) or "0"


def speaks_of(table, most=9):
    """Who names whom: lines from sources to the names in their words.

    Parameters
    ----------
    table : pandas.DataFrame
        From `quotes.summary.speaks_of`.
    most : int
        Names at most on each side.

    Returns
    -------
    Described
        `values`: (who, name, attributions) of each line.
    """
    if table.empty:
        return empty("Nobody speaks of anybody", "No attribution with a source names an actor.")
    table = table.assign(who=table["who"].map(joined))
    return _links(
        table, most, ("speaks", "is spoken of"), "of", "attribution", "Lines from sources to the names in their words."
    )


def acts_on(table, most=20):
    """Who acts on whom: lines from actors to those that their verbs have as object.

    Parameters
    ----------
    table : pandas.DataFrame
        From `themes.relations`.
    most : int
        Names at most on each side, those with the most lines.

    Returns
    -------
    Described
        `values`: (actor, target, sentences) of each line.
    """
    table = table[table["target"].notna()]
    if table.empty:
        return empty("Nobody acts on anybody", "No verb has one actor as subject and another in its object.")
    counts = table.groupby(["actor", "target"], sort=False).size().reset_index(name="attributions")
    counts = counts.rename(columns={"actor": "who", "target": "names"})
    counts = counts.sort_values("attributions", ascending=False, kind="stable")
    return _links(counts, most, ("acts", "is acted on"), "on", "place", "Lines from actors to those they act on.")


def _links(table, most, ends, link, unit, note):
    """Lines from names on the left to names on the right, the thicker the more often."""
    left = list(table.groupby("who")["attributions"].sum().sort_values(ascending=False, kind="stable").index[:most])
    right = list(table.groupby("names")["attributions"].sum().sort_values(ascending=False, kind="stable").index[:most])
    shown = table[table["who"].isin(left) & table["names"].isin(right)]
    left = [name for name in left if name in set(shown["who"])]
    right = [name for name in right if name in set(shown["names"])]
    values = [(r.who, r.names, int(r.attributions)) for r in shown.itertuples(index=False)]
    # A name stands beside those it is tied to, so that few lines cross (barycentre; Sugiyama et al. 1981).
    rank = {name: number for number, name in enumerate(left)}
    right.sort(key=lambda name: round(float(shown.loc[shown["names"] == name, "who"].map(rank).mean()), 6))
    longest = max(len(left), len(right))
    figure, axes = canvas(max(2.0, (0.42 if longest <= 12 else 0.3) * longest + 1.2))
    heights = {}
    for side, names in enumerate((left, right)):
        step = longest / max(len(names), 1)
        for number, name in enumerate(names):
            heights[side, name] = (number + 0.5) * step
            axes.annotate(
                short(name, 30),
                (side, heights[side, name]),
                xytext=(-8 if not side else 8, 0),
                textcoords="offset points",
                ha="left" if side else "right",
                va="center",
                fontsize=9.5,
                color=INK,
            )
    largest = max(v[2] for v in values)
    for who, name, number in values:
        axes.plot(
            [0, 1],
            [heights[0, who], heights[1, name]],
            color=BLUE,
            linewidth=0.8 + 4 * number / largest,
            alpha=0.3 + 0.5 * number / largest,
            solid_capstyle="round",
        )
    axes.set_xlim(-0.95, 1.75)
    axes.set_ylim(longest + 0.1, -0.6)
    axes.axis("off")
    axes.annotate(ends[0], (0, -0.35), xytext=(-8, 0), textcoords="offset points", ha="right", color=QUIET)
    axes.annotate(ends[1], (1, -0.35), xytext=(8, 0), textcoords="offset points", ha="left", color=QUIET)
    top = values[0]
    title = f"Most often: {short(top[0], 36)} {link} {short(top[1], 28)}, in {count(top[2], unit)}"
    titled(axes, title)
    each = "; ".join(f"{who} {link} {name}: {number:,}" for who, name, number in values[:40])
    lines = count(len(table) - len(values), "further pair")
    hidden = f" {lines} not drawn." if len(table) > len(values) else ""
    return Described(figure, values, f"{note} {title}. {each}.{hidden}")


def cue_classes(quotes, most=10):
    """In which manner each source is reported: attributions by class of the cue.

    Parameters
    ----------
    quotes : pandas.DataFrame
        The quotes table.
    most : int

    Returns
    -------
    Described
        `values`: (who, class, attributions) of each cell that is not empty.
    """
    rows = attributions(quotes).drop_duplicates("whole").dropna(subset=["cue_class"])
    if rows.empty:
        return empty("No reporting word", "No attribution has a cue of a known class.")
    rows = rows.assign(who=rows["who"].map(joined))
    names = list(rows["who"].value_counts(sort=False).sort_values(ascending=False, kind="stable").index[:most])
    counts = rows.groupby(["who", "cue_class"]).size()
    values = [
        (who, name, int(counts[who, name])) for who in names for name in CUE_CLASSES if (who, name) in counts.index
    ]
    figure, axes = canvas(max(2.2, 0.34 * len(names) + 1.5))
    for who, name, number in values:
        place = (CUE_CLASSES.index(name), names.index(who))
        axes.scatter(*place, s=130 + 60 * min(number, 8), color=BLUE, alpha=0.25, linewidths=0)
        axes.annotate(f"{number:,}", place, ha="center", va="center", fontsize=9)
    axes.set_xticks(range(len(CUE_CLASSES)), CUE_CLASSES, fontsize=9)
    axes.xaxis.tick_top()
    axes.set_yticks(range(len(names)), [short(name, 34) for name in names])
    axes.set_xlim(-0.6, len(CUE_CLASSES) - 0.4)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    total = rows["cue_class"].value_counts()
    neutral = int(total.get("neutral", 0))
    title = f"{neutral:,} of {count(len(rows), 'cue')} are neutral; the others take a stance"
    titled(axes, title)
    listed = join(f"{name} {int(total[name]):,}" for name in CUE_CLASSES if name in total.index)
    each = "; ".join(f"{who}, {name}: {number:,}" for who, name, number in values)
    return Described(figure, values, f"Attributions by source and class of cue. {title}. In all: {listed}. {each}.")
