"""Figures of tone: its course through the text, by voice, toward whom, and how far to believe it."""

from ..quotes.summary import UNNAMED
from ..sentiment.scores import NARRATOR, UNKNOWN
from ..wording import count, decimal, join, joined, short, signed
from .base import Described, empty
from .sheet import Sheet, fitted, width_of
from .tokens import INK, LINE, PAPER, QUIET

MOST = 12
DENSE = 9  # pixels a paragraph: with fewer the drawing has no interval at each
WIDE = 36  # characters of names in a title


def tone_course(article, table):
    """The mean tone of each paragraph with its 90 % interval, on a symmetric scale.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        From `sentiment.by_block`; headings are left out.

    Returns
    -------
    Described
        `values`: (paragraph, mean tone, low, high) in the order of the text.
    """
    rows = list(table[table["paragraph"].notna()].itertuples(index=False))
    if len(rows) < 2:
        return empty("No course of tone", "Fewer than two paragraphs have a sentence to score.")
    values = [(int(r.paragraph), round(r.tone, 3), round(r.low, 3), round(r.high, 3)) for r in rows]
    # Lines may be cut at the frame, no dot: otherwise the widest one leaves the others no room.
    reach, longest = _reach([value[1] for value in values]), max(abs(end) for value in values for end in value[2:])
    clear = [value[2] > 0 or value[3] < 0 for value in values]
    warmest, coldest = max(values, key=lambda v: (v[1], -v[0])), min(values, key=lambda v: (v[1], v[0]))

    def draw(width):
        sheet = Sheet(width)
        left, right, zero, half = 44, width - 10, 100, 78
        step = (right - left) / len(rows)
        xs = [left + step * (number + 0.5) for number in range(len(rows))]
        ys = [zero - half * value[1] / reach for value in values]
        for tone, word in ((reach, "warm"), (0, "0"), (-reach, "cold")):
            y = zero - half * tone / reach
            sheet.line([left, right], [y, y], LINE, 1 if tone else 1.4)
            sheet.quiet(left - 6, y + 4, word, ha="right")
        sheet.line(xs, ys, QUIET if step < DENSE else LINE, 1.2)
        radius, after = min(4, max(1.5, step / 3)), -30
        for number, (row, value, x, y) in enumerate(zip(rows, values, xs, ys, strict=True)):
            drawn = [sheet.reach(x - step / 2, zero - half, step, 2 * half)]
            if step >= DENSE or clear[number]:
                ends = [zero - half * max(-reach, min(reach, end)) / reach for end in value[2:]]
                drawn.append(sheet.line([x, x], ends, QUIET, 1.4))
            drawn.append(sheet.dot(x, y, radius, INK if clear[number] else PAPER))
            said = f"Paragraph {value[0]}: {signed(value[1])}, {signed(value[2])} to {signed(value[3])}"
            sheet.mark(f"tone-{value[0]}", [(row.start, row.end)], said, *drawn)
            if x - after >= 24:
                sheet.quiet(x, zero + half + 34, f"{value[0]}", ha="center", size=11)
                after = x
        for value, end, away in ((warmest, warmest[3], -6), (coldest, coldest[2], 16)):
            told, y = signed(value[1]), zero - half * max(-reach, min(reach, end)) / reach + away
            room = width_of(told, 13, "bold") / 2
            x = min(max(xs[values.index(value)], left + room), right - room)
            sheet.text(x, y, told, ha="center", weight="bold")
        sheet.figure.finding = title
        return sheet.finish(zero + half + 42)

    title = _course_title(values, clear)
    each = "; ".join(f"{number} {signed(tone)}" for number, tone, *_ in values[:60])
    more = f" {count(len(values) - 60, 'further paragraph')} in the drawing alone." if len(values) > 60 else ""
    return Described(
        draw,
        values,
        f"Mean tone by paragraph, −1 to 1, with 90 percent intervals. {title}. By paragraph: {each}.{more}",
        name="course",
        read="A dot is a paragraph’s mean, its line where people’s judgement would lie nine times in ten. Open: it "
        "crosses zero.",
        sure=f"The scale shows {signed(-reach)} to {signed(reach)} of −1 to 1"
        f"{'; a longer line is cut' if longest > reach else ''}.",
        function="sentiment.by_block",
        article=article,
    )


def _reach(ends):
    """Half of the scale, or all of it: figures of tone have one of two scales, so that they can be set side by side.

    >>> _reach([0.2, -0.41]), _reach([0.2, -0.54])
    (0.5, 1.0)
    """
    return 0.5 if max(map(abs, ends)) <= 0.5 else 1.0


def _course_title(values, clear):
    warm = [value[0] for value, sure in zip(values, clear, strict=True) if sure and value[1] > 0]
    cold = [value[0] for value, sure in zip(values, clear, strict=True) if sure and value[1] < 0]
    parts = [f"{count(len(own), 'paragraph')} clearly {word}" for own, word in ((warm, "warm"), (cold, "cold")) if own]
    top, low = max(values, key=lambda v: (v[1], -v[0]))[0], min(values, key=lambda v: (v[1], v[0]))[0]
    said = f"{join(parts)} of {len(values):,}" if parts else "No paragraph is clearly warm or cold"
    return f"{said}; ¶ {top} is the warmest, ¶ {low} the coldest"


def _dots(rows, title, what, note, name, places, article):
    """Means with intervals on one symmetric scale, a row each; what they are stands in a column."""
    reach = _reach([end for row in rows for end in row[1:4]])

    def draw(width):
        sheet = Sheet(width)
        left, column = (0, 0) if sheet.narrow else (210, 150)
        step, middle = (46 if sheet.narrow else 26), left + (width - left - column) / 2
        unit, foot = (width - left - column - 16) / 2 / reach, step * len(rows) + 4
        sheet.line([middle, middle], [0, foot])
        for number, (who, mean, low, high, many) in enumerate(rows):
            y = number * step + (34 if sheet.narrow else 13)
            told = f"{signed(mean)} on {count(many, what)}"
            sheet.text(
                0,
                y - 18 if sheet.narrow else y + 4,
                fitted(who, width - width_of(told, 12) - 14 if sheet.narrow else left - 12),
            )
            sheet.quiet(width - 2, y - 18 if sheet.narrow else y + 4, told, ha="right")
            clear = low > 0 or high < 0
            bar = sheet.line([middle + unit * low, middle + unit * high], [y, y], QUIET, 1.6)
            (dot,) = sheet.axes.plot(
                [middle + unit * mean], [y], "o", color=INK, markersize=8, markerfacecolor=INK if clear else PAPER
            )
            said = f"{who}: {told}, {signed(low)} to {signed(high)}"
            sheet.mark(f"{name}-{number}", places.get(who, ()), said, bar, dot)
        for value, ha in ((-reach, "left"), (0, "center"), (reach, "right")):
            word = {-1: " colder", 0: "", 1: " warmer"}[(value > 0) - (value < 0)]
            sheet.quiet(middle + unit * value, foot + 14, f"{signed(value)}{word}" if value else "0", ha=ha)
        sheet.figure.finding = title
        return sheet.finish(foot + 22)

    each = join(
        f"{who} {signed(mean)} ({signed(low)} to {signed(high)}, {count(number, what)})"
        for who, mean, low, high, number in rows
    )
    return Described(
        draw,
        rows,
        f"{note} {title}. Means with 90 percent intervals: {each}.",
        name=name,
        read="A dot is a mean, its line where it lies nine times in ten. Open: the line crosses zero.",
        sure=f"The scale shows {signed(-reach)} to {signed(reach)} of −1 to 1.",
        function="sentiment.by_voice" if name == "tone" else "sentiment.by_target",
        article=article,
    )


def _called(voice):
    """A voice as the figures of quotations call it."""
    return UNNAMED if voice == UNKNOWN else joined(voice)


def _places(table, column):
    """Name -> the places of its rows."""
    if table is None:
        return {}
    return {_called(name): list(zip(own["start"], own["end"], strict=True)) for name, own in table.groupby(column)}


def tone_by_voice(table, most=MOST, article=None, voices=None):
    """Mean tone of each voice with its interval, and how many words it rests on.

    Parameters
    ----------
    table : pandas.DataFrame
        From `sentiment.by_voice`.
    most : int
    article : Article, optional
    voices : pandas.DataFrame, optional
        The voices table: with both, a row opens its sentences.

    Returns
    -------
    Described
        `values`: (voice, mean tone, low, high, words).
    """
    if table.empty:
        return empty("No voice", "There is no sentence to score.")
    rows = [
        (_called(r.voice), round(r.tone, 3), round(r.low, 3), round(r.high, 3), int(r.words))
        for r in table.head(most).itertuples(index=False)
    ]
    return _dots(
        rows, _voice_title(rows), "word", "Mean tone by voice, −1 to 1.", "tone", _places(voices, "voice"), article
    )


def _voice_title(rows):
    narrator = next((row for row in rows if row[0] == NARRATOR), None)
    others = [row for row in rows if row[0] not in (NARRATOR, UNNAMED)]
    if narrator is None or not others:
        return "Only the narrator speaks" if narrator else "Only quoted voices speak"
    clear = [row for row in others if row[2] > narrator[3] or row[3] < narrator[2]]
    if not clear:
        return "No voice is clearly warmer or colder than the narrator"
    far = max(clear, key=lambda row: (abs(row[1] - narrator[1]), -rows.index(row)))
    word = "warmer" if far[1] > narrator[1] else "colder"
    return f"{short(far[0], 36)} ({signed(far[1])}) is {word} than the narrator ({signed(narrator[1])})"


def stance_by_actor(table, most=MOST, article=None, actors=None):
    """The author's stance toward each actor, over all mentions, with its interval.

    Parameters
    ----------
    table : pandas.DataFrame
        From `sentiment.by_target`.
    most : int
    article : Article, optional
    actors : pandas.DataFrame, optional
        The actors table: with both, a row opens its sentences.

    Returns
    -------
    Described
        `values`: (actor, mean score, low, high, mentions), warmest first.
    """
    if table.empty:
        return empty("No stance", "No actor is mentioned three times or more.")
    kept = table.head(most).sort_values(["score", "actor"], ascending=[False, True])
    rows = [
        (r.actor, round(r.score, 3), round(r.low, 3), round(r.high, 3), int(r.mentions))
        for r in kept.itertuples(index=False)
    ]
    clear = [f"{short(row[0], WIDE)} ({signed(row[1])})" for row in (rows[0], rows[-1]) if row[2] > 0 or row[3] < 0]
    title = f"Surely not neutral: {join(dict.fromkeys(clear))}" if clear else "Toward nobody is it surely warm or cold"
    return _dots(
        rows, title, "mention", "Stance toward each actor, −1 to 1.", "stance", _places(actors, "actor"), article
    )


def reliability(table):
    """What people said where the program said so: tone against ratings, and chances against shares.

    Parameters
    ----------
    table : pandas.DataFrame
        From `accuracy.compared(reliability=True)`: `method`, `x`, `result`, `n`.

    Returns
    -------
    Described
        `values`: (method, predicted, observed, number of sentences).
    """
    panels = [
        ("tone", "mean rating, by predicted tone", (-0.6, 0.6)),
        ("stance", "share right, by stated chance", (0.3, 1.0)),
    ]
    points = {}
    for method, *_ in panels:
        rows = table[table["method"] == method]
        points[method] = list(zip(rows["x"].round(3), rows["result"].round(3), rows["n"].astype(int), strict=True))
    values = [(method, *point) for method in points for point in points[method]]
    if not values:
        return empty("No reliability", "Nothing was measured.")

    def draw(width):
        sheet = Sheet(width)
        side = 230 if sheet.narrow else 250
        for number, (method, words, (low, high)) in enumerate(panels):
            left, top = (56, 30 + number * (side + 76)) if sheet.narrow else (56 + number * 350, 30)

            def place(x, y, left=left, top=top, low=low, high=high):
                x, y = (min(max(value, low), high) for value in (x, y))
                return left + side * (x - low) / (high - low), top + side * (high - y) / (high - low)

            sheet.text(left - 44, top - 14, words)
            for tick in (low, (low + high) / 2, high):
                x, y = place(tick, tick)
                sheet.line([left, left + side], [y, y])
                sheet.quiet(left - 6, y + 4, decimal(tick, 1 if method == "tone" else 2), ha="right")
                sheet.quiet(x, top + side + 17, decimal(tick, 1 if method == "tone" else 2), ha="center")
            sheet.line(*zip(place(low, low), place(high, high), strict=True), QUIET, 1, "--")
            sheet.line(*zip(*(place(x, y) for x, y, _ in points[method]), strict=True), QUIET, 1) if points[
                method
            ] else None
            for step, (x, y, n) in enumerate(points[method]):
                said = f"{words}: {decimal(y)} at {decimal(x)}, {count(n, 'sentence')}"
                sheet.mark(f"{method}-{step}", (), said, sheet.dot(*place(x, y), 4.5))
        sheet.figure.finding = title
        return sheet.finish((2 * side + 146) if sheet.narrow else side + 60)

    gaps = [max((abs(x - y) for x, y, _ in points[method]), default=0) for method in points]
    title = f"Groups of scores lie within {gaps[0]:.2f} of ratings, stated chances within {gaps[1]:.2f} of shares"
    each = "; ".join(f"{method} {decimal(x)}: {decimal(y)} ({n:,})" for method, x, y, n in values)
    return Described(
        draw,
        values,
        f"Reliability on sentences held out; the dashed line is perfect. {title}. {each}.",
        name="reliability",
        read="A dot is a group of sentences that nothing was learned from; on the dashed line people agree with it.",
        function="accuracy.compared",
    )
