"""Figures of tone: its course through the text, by voice, toward whom, and how far to believe it."""

from ..sentiment.scores import NARRATOR
from ..wording import count, decimal, join, joined, short, signed
from .base import Described, canvas, course_axis, empty, titled
from .sheet import Sheet, fitted
from .tokens import BLUE, GREY, INK, LINE, ORANGE, PAPER, QUIET

MOST = 12
SIDES = (("narrator", BLUE, 0.42), ("speakers", ORANGE, 0.30))


def tone_course(article, sections, sides):
    """The mean tone of each section, narrator and speakers apart, each with its 90 % interval.

    Parameters
    ----------
    article : Article
    sections, sides : pandas.DataFrame
        From `sentiment.by_section`, and from `sentiment.by_side` over the whole text without its headings.

    Returns
    -------
    Described
        `values`: (section, "narrator" or "speakers", mean tone, low, high, passages), in the order
        of the text, weighted by words. The band is the interval of the mean over the section's passages,
        by resampling them; a single passage has none.
    """
    if sections.empty:
        return empty("No tone", "There is no sentence to score.")
    figure, axes = canvas(3.9)
    course_axis(axes, article)
    axes.axhline(0, color=LINE, linewidth=0.8)
    looks = {side: (colour, alpha) for side, colour, alpha in SIDES}
    values = []
    for row in sections.itertuples(index=False):
        colour, alpha = looks[row.side]
        if row.passages > 1:
            axes.fill_between([row.start, row.end], row.low, row.high, color=colour, alpha=alpha, linewidth=0)
        style = "-" if row.side == NARRATOR else (0, (3, 1.5))
        axes.hlines(row.tone, row.start, row.end, color=colour, linewidth=2.6, linestyle=style)
        values.append((row.section, row.side, round(row.tone, 3), round(row.low, 3), round(row.high, 3), row.passages))
    _scale(axes, [value for row in values for value in row[3:5]])
    title = _course_title(sides.set_index("side")["tone"])
    titled(axes, title)
    axes.set_xlabel(
        "line: mean of a section   ·   band: its 90 % interval   ·   solid: narrator, dashed: speakers", fontsize=9
    )
    words = f"Mean tone by section, narrator and speakers apart, with 90 percent intervals. {title}."
    own = [value for value in values if value[1] == "narrator"] or values
    if len(own) > 1:
        warm, cold = max(own, key=lambda v: v[2]), min(own, key=lambda v: v[2])
        words += (
            f" The {own[0][1]} {'is' if own[0][1] == 'narrator' else 'are'} warmest in “{warm[0]}” "
            f"({signed(warm[2])}) and coldest in “{cold[0]}” ({signed(cold[2])})."
        )
    return Described(figure, values, words)


def _course_title(whole):
    each = [f"the {side} at {signed(whole[side])}" for side, *_ in SIDES if side in whole]
    return f"On a scale from −1 to 1 the tone has {join(each)}"


def _scale(axes, values):
    """A y axis of tone that shows what there is, never less than a quarter of the scale."""
    reach = max(0.25, *(abs(value) for value in values)) * 1.15
    reach = min(reach, 1.05)
    axes.set_ylim(-reach, reach)
    ticks = [t for t in (-1, -0.5, -0.2, 0, 0.2, 0.5, 1) if abs(t) <= reach]
    names = {min(ticks): f"{signed(min(ticks))} negative", max(ticks): f"{signed(max(ticks))} positive", 0: "0"}
    axes.set_yticks(ticks, [names.get(t, signed(t)) for t in ticks])


def _dots(rows, title, what, note, name, places, article):
    """Means with intervals on one symmetric scale, a row each; what they are stands in a column."""
    reach = max(0.25, *(abs(end) for row in rows for end in row[1:4]))

    def draw(width):
        sheet = Sheet(width)
        left, column = (0, 0) if sheet.narrow else (210, 150)
        step, middle = (46 if sheet.narrow else 26), left + (width - left - column) / 2
        unit, foot = (width - left - column - 16) / 2 / reach, step * len(rows) + 4
        sheet.line([middle, middle], [0, foot])
        for number, (who, mean, low, high, many) in enumerate(rows):
            y = number * step + (34 if sheet.narrow else 13)
            told = f"{signed(mean)} on {count(many, what)}"
            sheet.text(0, y - 18 if sheet.narrow else y + 4, fitted(who, width - 150 if sheet.narrow else left - 12))
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


def _places(table, column):
    """Name -> the places of its rows."""
    if table is None:
        return {}
    return {joined(name): list(zip(own["start"], own["end"], strict=True)) for name, own in table.groupby(column)}


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
        (joined(r.voice), round(r.tone, 3), round(r.low, 3), round(r.high, 3), int(r.words))
        for r in table.head(most).itertuples(index=False)
    ]
    return _dots(
        rows, _voice_title(rows), "word", "Mean tone by voice, −1 to 1.", "tone", _places(voices, "voice"), article
    )


def _voice_title(rows):
    narrator = next((row for row in rows if row[0] == NARRATOR), None)
    others = [row for row in rows if row[0] not in (NARRATOR, "unknown")]
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
    warm = [row[0] for row in rows if row[2] > 0]
    cold = [row[0] for row in rows if row[3] < 0][::-1]
    parts = [
        f"warm toward {short(join(warm[:2]), 36)}" if warm else "",
        f"cold toward {short(join(cold[:2]), 36)}" if cold else "",
    ]
    said = [part for part in parts if part]
    title = f"The text is {' and '.join(said)}" if said else "The text is clearly warm or cold toward nobody"
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
    panels = [("tone", "predicted tone", "mean rating"), ("stance", "chance of the likeliest label", "share right")]
    figure, both = canvas(3.6, rows=1, ncols=2)
    values, gaps = [], []
    for axes, (method, across, up) in zip(both, panels, strict=True):
        rows = table[table["method"] == method]
        points = list(zip(rows["x"].round(3), rows["result"].round(3), rows["n"].astype(int), strict=True))
        low, high = (-0.6, 0.6) if method == "tone" else (0.3, 1.0)
        axes.plot([low, high], [low, high], "--", color=GREY, linewidth=1)
        axes.plot([x for x, _, _ in points], [y for _, y, _ in points], "o-", color=BLUE, markersize=5)
        axes.set_xlim(low, high)
        axes.set_ylim(low, high)
        axes.set_xlabel(across)
        axes.set_ylabel(up)
        values += [(method, x, y, n) for x, y, n in points]
        gaps.append(max((abs(x - y) for x, y, _ in points), default=0))
    title = f"Groups of scores lie within {gaps[0]:.2f} of ratings, stated chances within {gaps[1]:.2f} of shares"
    titled(both[0], title)
    each = "; ".join(f"{method} {decimal(x)}: {decimal(y)} ({n:,})" for method, x, y, n in values)
    return Described(figure, values, f"Reliability on sentences held out; the dashed line is perfect. {title}. {each}.")
