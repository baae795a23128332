"""How often each analysis was right, in one picture."""

from ..wording import join
from .base import Described, canvas, titled
from .tokens import BLUE, GREY, LINE, ORANGE, PAPER

SEEN = "development"


def accuracy(table):
    """Main figures of each analysis, worst first.

    Parameters
    ----------
    table : pandas.DataFrame
        From `accuracy.summary`.

    Returns
    -------
    Described
        `values`: (what, figure, of how many, on what, whether the rules have seen it).
    """
    rows = [
        (row.what, float(row.right), int(row.of), row.texts, row.how.startswith(SEEN))
        for row in table.itertuples(index=False)
    ]
    least = {what: min(value for other, value, *_ in rows if other == what) for what, *_ in rows}
    lanes = sorted(least, key=lambda what: (least[what], what))
    figure, axes = canvas(0.34 * len(lanes) + 1.4)
    axes.hlines(range(len(lanes)), 0, 1, color=LINE, linewidth=1, zorder=0)
    for seen, mark, colour, label in (
        (True, "o", ORANGE, "the rules have seen these texts"),
        (False, "D", BLUE, "weights were learned without them"),
    ):
        own = [row for row in rows if row[4] == seen]
        axes.scatter(
            [row[1] for row in own],
            [lanes.index(row[0]) for row in own],
            marker=mark,
            color=colour,
            s=42,
            label=label,
            edgecolor=PAPER,
            zorder=2,
        )
    axes.set_yticks(range(len(lanes)), lanes)
    axes.invert_yaxis()
    axes.tick_params(axis="y", length=0)
    axes.set_xlim(0, 1.02)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100 of 100"])
    axes.spines["left"].set_color(GREY)
    figure.legend(loc="outside lower center", ncols=2, fontsize=9, frameon=False)
    title = f"Least sure: {lanes[0][0].lower() + lanes[0][1:]}, {round(100 * least[lanes[0]])} of 100"
    titled(axes, title)
    each = join(f"{what} {round(100 * value)} on {corpus}" for what, value, _, corpus, _ in rows)
    return Described(figure, rows, f"Dot plot of how many of 100 were right, worst first. {title}. {each}.")
