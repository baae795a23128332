"""How often each analysis was right, in one picture."""

from ..wording import join
from .base import Described, empty
from .sheet import Sheet, lines_of
from .tokens import INK, LINE, PAPER, QUIET

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
    if not rows:
        return empty("Nothing was measured", "There is no figure of how often an analysis is right.")
    least = {what: min(value for other, value, *_ in rows if other == what) for what, *_ in rows}
    lanes = sorted(least, key=lambda what: (least[what], what))

    def draw(width):
        sheet = Sheet(width)
        left, right, y = (4, width - 8, 0) if sheet.narrow else (330, width - 10, 4)
        unit = right - left
        shares = (0, 0.25, 0.5, 0.75, 1)
        for number, lane in enumerate(lanes):
            words = lines_of(lane, width - 4 if sheet.narrow else left - 20)
            for place, line in enumerate(words):
                sheet.text(0, y + 14 + 17 * place, line)
            middle = y + 17 * len(words) + 10 if sheet.narrow else y + 9 + 8.5 * (len(words) - 1)
            y = middle + 14 if sheet.narrow else y + 17 * len(words) + 8
            sheet.line([left, right], [middle, middle])
            sheet.ticks([left + unit * share for share in shares], middle + 5, 10, LINE)
            for step, (_, value, of, texts, seen) in enumerate(row for row in rows if row[0] == lane):
                dot = sheet.dot(left + unit * value, middle, 4.5, PAPER if seen else INK, QUIET if seen else INK)
                how = "texts that the rules have seen" if seen else "learned without them"
                said = f"{lane}: {100 * value:.0f} of 100 on {texts} ({of:,}), {how}"
                sheet.mark(f"right-{number}-{step}", (), said, dot)
        for share in shares:
            ha = {0: "left", 1: "right"}.get(share, "center")
            sheet.quiet(left + unit * share, y + 15, f"{100 * share:.0f}{' of 100' if share == 1 else ''}", ha=ha)
        sheet.figure.finding = title
        return sheet.finish(y + 24)

    title = f"Least sure: {lanes[0][0].lower() + lanes[0][1:]}, {round(100 * least[lanes[0]])} of 100"
    each = join(f"{what} {round(100 * value)} on {corpus}" for what, value, _, corpus, _ in rows)
    return Described(
        draw,
        rows,
        f"Dot plot of how many of 100 were right, worst first. {title}. {each}.",
        name="accuracy",
        read="How many of 100 were right, worst first. Open: on texts that the rules have seen, which flatters; full: "
        "on texts that nothing was learned from.",
        function="accuracy.summary",
    )
