"""Figures of many articles: voices, tone and claims over time."""

from ..wording import count, join, short, signed
from .base import Described, Passages, empty
from .scale import TimeScale
from .sheet import Sheet, along, fitted, free, width_of
from .tokens import BANDS, INK, LINE, PAPER, QUIET

MOST = 10
OUTLETS = 6
NAMES = 200


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
    heard, passages = {}, Passages()
    for row in days.itertuples(index=False):
        day = str(row.published)[:10]
        place = passages.add(row.passage, _where(day, row.outlet))
        heard.setdefault(row.speaker, []).append((day, row.outlet, place))
    values = [
        (r.speaker, int(r.articles), r.first, r.last) for r in shown.itertuples(index=False) if r.speaker in heard
    ]
    spans = [(day, day) for name, *_ in values for day, *_ in heard[name]]

    def draw(width):
        sheet = Sheet(width)
        left, step = (6, 40) if sheet.narrow else (NAMES, 25)
        scale = TimeScale(spans, left, width - 50, most=1)
        for number, (name, articles, *_) in enumerate(values):
            y = number * step + (28 if sheet.narrow else 13)
            base = y - 13 if sheet.narrow else y + 4
            xs = [scale.span(day, day)[0] for day, *_ in heard[name]]
            sheet.text(0, base, fitted(name, width - 60 if sheet.narrow else left - 14))
            sheet.quiet(width - 2, base, f"{articles:,}", ha="right")
            sheet.line([min(xs), max(xs)], [y, y], LINE, 2)
            for place, (x, (day, outlet, words)) in enumerate(zip(xs, heard[name], strict=True)):
                said = f"{name}: {_where(day, outlet)}"
                sheet.mark(f"heard-{number}-{place}", words, said, sheet.dot(x, y, 4, INK, PAPER))
        foot = len(values) * step + 6
        scale.draw(sheet, foot)
        sheet.figure.finding = title
        return sheet.finish(foot + 24)

    lead = values[0]
    title = f"Heard most: {short(lead[0], 40)}, in {count(lead[1], 'article')}, last on {lead[3]}"
    each = join(f"{name} in {count(n, 'article')} from {a} to {b}" for name, n, a, b in values)
    return Described(
        draw,
        values,
        f"Dot plot of sources by day of publication. {title}. {each}.",
        name="heard",
        read="A dot is an article that reports words of the source, at its day, with the first of them behind it. "
        "Right: how many articles.",
        sure=f"{len(values)} of {count(len(table), 'source')}.",
        function="questions.voices",
        passages=passages,
    )


def _where(day, outlet):
    return f"{day}, {outlet}" if isinstance(outlet, str) else day


def _voices_counted(shown):
    """Where no article has a day: in how many articles each source is heard."""
    values = [(row.speaker, int(row.articles)) for row in shown.itertuples(index=False)]
    largest = max(number for _, number in values)

    def draw(width):
        sheet = Sheet(width)
        left, step = (0, 44) if sheet.narrow else (NAMES, 25)
        room = width - left - (2 if sheet.narrow else 50)
        for number, (name, articles) in enumerate(values):
            y = number * step + (18 if sheet.narrow else 2)
            sheet.text(0, y - 5 if sheet.narrow else y + 13, fitted(name, width - 60 if sheet.narrow else left - 14))
            bar = sheet.rect(left, y, room * articles / largest, 16, BANDS["A"])
            sheet.mark(f"heard-{number}", (), f"{name}: {count(articles, 'article')}", bar)
            x = width - 2 if sheet.narrow else left + room * articles / largest + 7
            sheet.quiet(x, y - 5 if sheet.narrow else y + 13, f"{articles:,}", ha="right" if sheet.narrow else "left")
        sheet.figure.finding = title
        return sheet.finish(len(values) * step + 4)

    title = f"Heard most: {short(values[0][0], 40)}, in {count(values[0][1], 'article')}"
    each = join(f"{name} in {count(n, 'article')}" for name, n in values)
    return Described(
        draw,
        values,
        f"Bar chart of sources by articles, for none has a day. {title}. {each}.",
        name="heard",
        read="In how many articles each is heard; none has a day.",
        function="questions.voices",
    )


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


def claim_spread(table, what):
    """The figures given for one thing, in the order of days; words stand where the figure is a new one.

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
    passages, places, rows = Passages(), [], []
    for row in table.itertuples(index=False):
        if isinstance(row.published, str):
            day, outlet = row.published[:10], row.outlet if isinstance(row.outlet, str) else "not known"
            rows.append((day, outlet, row.figure))
            places.append(passages.add(row.passage, f"{day}, {outlet}"))
    if not rows and len(table):
        return empty(
            f"No figures of “{short(what, 24)}” over time", "No article that gives one has a day; see the table."
        )
    if not rows:
        return empty(f"No figure for “{what}”", "Choose another word from the table above.")
    numbers = [_number(value) for *_, value in rows]
    known = sorted({number for number in numbers if number})
    even = not known or known[-1] <= 20 * known[0]
    ranks = {number: place for place, number in enumerate(known)}
    new = [value not in [other for *_, other in rows[:place]] for place, (*_, value) in enumerate(rows)]

    def height(number):
        if len(known) < 2:
            return 0.5
        return (number - known[0]) / (known[-1] - known[0]) if even else ranks[number] / (len(known) - 1)

    def draw(width):
        sheet = Sheet(width)
        left, right, top, tall = 8, width - 12, 28, min(240, max(90, 34 * len(known)))
        scale = TimeScale([(day, day) for day, *_ in rows], left, right - 40, most=1)
        spots = [
            (scale.span(day, day)[0], top + tall * (1 - height(number or known[0] if known else 0)))
            for (day, *_), number in zip(rows, numbers, strict=True)
        ]
        boxes = [(x - 5, y - 5, x + 5, y + 5) for x, y in spots] + along(spots)
        labels = {}
        for place, ((_, outlet, value), (x, y)) in enumerate(zip(rows, spots, strict=True)):
            for words in (f"{value}, {outlet}", value) if new[place] else ():
                words = fitted(words, 180, 12)
                size = width_of(words, 12)
                for dx, dy in (
                    (9, 4),
                    (-size / 2, -10),
                    (-size / 2, 20),
                    (-size - 9, 4),
                    (9, -9),
                    (9, 19),
                    (-size - 9, -9),
                ):
                    a, b = min(max(x + dx, 0), width - size - 2), y + dy
                    if place not in labels and free(boxes, (a, b - 11, a + size, b + 4)):
                        labels[place] = sheet.text(a, b, words, 12)
        sheet.line(*zip(*spots, strict=True), LINE, 1.2)
        for place, ((day, outlet, value), (x, y)) in enumerate(zip(rows, spots, strict=True)):
            dot = sheet.dot(x, y, 4.5, INK if new[place] else PAPER, INK if new[place] else QUIET)
            sheet.mark(
                f"claim-{place}", places[place], f"{day}, {outlet}: {value}", dot, *filter(None, [labels.get(place)])
            )
        scale.draw(sheet, top + tall + 26)
        sheet.figure.finding = title
        return sheet.finish(top + tall + 48)

    order = list(dict.fromkeys(value for *_, value in rows))
    title = f"“{short(what, 24)}”: first {order[0]}, then {join(order[1:6])}" if order[1:] else f"“{what}”: {order[0]}"
    each = join(f"{day} {outlet}: {value}" for day, outlet, value in rows)
    return Described(
        draw,
        rows,
        f"Dot plot of figures by day. {title}. {each}.",
        name="claim",
        read=f"A dot is an article that gives a figure; full where it is a new one. The higher the larger"
        f"{'' if even else ', in even steps'}.",
        sure=f"{count(len(rows), 'article')} with a day. Two figures may be of two things: read the passages.",
        function="questions.spread",
        passages=passages,
    )


def _number(value):
    plain = value.replace(",", "")
    return float(plain) if plain.replace(".", "", 1).isdigit() else None
