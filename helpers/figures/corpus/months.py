"""Tone in many articles, by month and outlet."""

from ...wording import join, short, signed
from ..base import Described, Passages, empty
from ..scale import TimeScale
from ..sheet import Sheet, fitted
from ..tokens import BANDS, INK, PAPER

OUTLETS = 6


def tone_over_time(table, telling=None, most=OUTLETS):
    """Tone by month and outlet, narrator and speakers apart, with 90 % intervals, on a symmetric scale.

    Parameters
    ----------
    table : pandas.DataFrame
        From `questions.tone_by_month`; its first outlets are drawn.
    telling : pandas.DataFrame, optional
        From `questions.month_passages`: what stands behind the marks.
    most : int
        Outlets at most.

    Returns
    -------
    Described
        `values`: (outlet, who, month, tone, low, high).
    """
    if table.empty:
        return empty("No tone over time", "No article of the corpus has a day of publication.")
    passages, behind = Passages(), {}
    for row in telling.itertuples(index=False) if telling is not None else ():
        place = passages.add(row.passage, f"{row.published}, {signed(row.tone)}")
        behind.setdefault((row.outlet, row.who, row.month), []).extend(place)
    panels = [
        (outlet, who, list(own.sort_values("month")[["month", "tone", "low", "high"]].itertuples(index=False)))
        for outlet in table["outlet"].unique()[:most]
        for who in ("narrator", "speakers")
        if len(own := table[(table["outlet"] == outlet) & (table["who"] == who)])
    ]
    values = [(outlet, who, *map(_rounded, row)) for outlet, who, rows in panels for row in rows]
    outlets = list(dict.fromkeys(outlet for outlet, *_ in panels))
    reach = min(1, max(0.25, *(abs(end) for value in values for end in value[3:] if end == end)))
    spans = [(f"{value[2]}-15", f"{value[2]}-15") for value in values]

    def draw(width):
        sheet = Sheet(width)
        half, tall = 46, 166
        columns = 1 if sheet.narrow else 2
        room = (width - 30 * (columns - 1)) / columns
        for place, outlet in enumerate(outlets):
            left, top = place % columns * (room + 30) + 40, place // columns * tall
            right, zero = left + room - 44, top + 32 + half
            sheet.text(left - 40, top + 14, fitted(outlet, room, weight="bold"), weight="bold")
            scale = TimeScale(spans, left + 8, right - 70, most=1)
            for tone, words in ((reach, "warm"), (0, "0"), (-reach, "cold")):
                sheet.line([left, right - 66], [zero - half * tone / reach] * 2)
                sheet.quiet(left - 6, zero - half * tone / reach + 4, words, ha="right", size=11)
            ends = []
            for who, rows in ((who, rows) for name, who, rows in panels if name == outlet):
                colour, shift = (INK, -2) if who == "narrator" else (BANDS["D"], 2)
                spots = [
                    (scale.span(f"{r.month}-15", f"{r.month}-15")[0] + shift, zero - half * r.tone / reach)
                    for r in rows
                ]
                sheet.line(*zip(*spots, strict=True), colour, 1.2, "-" if who == "narrator" else "--")
                for step, (row, (x, y)) in enumerate(zip(rows, spots, strict=True)):
                    bars = []
                    if row.low == row.low:
                        low, high = (zero - half * max(-reach, min(reach, end)) / reach for end in (row.low, row.high))
                        bars = [sheet.line([x, x], [low, high], colour, 1.4)]
                    said = f"{outlet}, {who}, {row.month}: {signed(row.tone)}"
                    said += f", {signed(row.low)} to {signed(row.high)}" if bars else ""
                    dot = sheet.dot(x, y, 4, INK if who == "narrator" else PAPER, colour)
                    sheet.mark(
                        f"month-{place}-{who}-{step}", behind.get((outlet, who, row.month), ()), said, dot, *bars
                    )
                ends.append((spots[-1], who))
            ends.sort(key=lambda end: end[0][1])
            at = [end[0][1] + 4 for end in ends]
            if len(at) == 2 and at[1] - at[0] < 15:  # the two words stand one above the other
                middle = min(max(sum(at) / 2, zero - half + 12), zero + half - 4)
                at = [middle - 7.5, middle + 7.5]
            for ((x, _), who), y in zip(ends, at, strict=True):
                sheet.quiet(max(x + 9, right - 62), y, who, size=11)
            scale.draw(sheet, zero + half + 4)
        sheet.figure.finding = title
        return sheet.finish(-(-len(outlets) // columns) * tall)

    ranges = {outlet: [v[3] for v in values if v[0] == outlet and v[1] == "narrator"] for outlet in outlets}
    ranges = {outlet: max(own) - min(own) for outlet, own in ranges.items() if own}
    most = max(ranges, key=ranges.get) if ranges else outlets[0]
    title = f"The narrator’s tone moves most in {short(most, 40)}, by {ranges.get(most, 0):.2f}"
    each = join(f"{o} {w} {m} {signed(t)}" for o, w, m, t, _, _ in values if w == "narrator")
    return Described(
        draw,
        values,
        f"Line charts of tone by month, one an outlet. {title}. {each}.",
        name="months",
        read="A dot is the mean of a month, its line where it lies nine times in ten. Full: narrator; open: speakers.",
        sure=f"The scale shows {signed(-reach)} to {signed(reach)} of −1 to 1.",
        function="questions.tone_by_month",
        passages=passages,
    )


def _rounded(value):
    return value if isinstance(value, str) else round(float(value), 3)
