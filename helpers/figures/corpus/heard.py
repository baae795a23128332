"""Who is heard in many articles: when, and what kind of people they are."""

from ...quotes.who_speaks import NO_NAME, NO_ROLE, NOT_SAID
from ...wording import count, join, short
from ..base import Described, Passages, empty
from ..scale import TimeScale
from ..sheet import Sheet, fitted, lines_of
from ..tokens import BANDS, GREY, INK, LINE, PAPER

MOST = 10
OUTLETS = 6
NAMES = 200
ALL = "all together"
UNKNOWN = (NOT_SAID, NO_NAME, NO_ROLE)  # of these it is not known what they are


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


def heard_by(table, what, most=OUTLETS):
    """What part of the words that are somebody's belongs to whom, in each outlet and in all: a bar for each.

    Parameters
    ----------
    table : pandas.DataFrame
        From `questions.heard_by_gender` or `questions.heard_by_role`.
    what : str
        What the groups are: "gender", "role".
    most : int
        Outlets at most.

    Returns
    -------
    Described
        `values`: (outlet, group, words, share).
    """
    if table.empty or not table["words"].sum():
        return empty("Nobody is heard", "No attribution was found in the corpus.")
    every = table.groupby("heard", sort=False)["words"].sum()
    groups = sorted(every.index, key=lambda group: (group in UNKNOWN, -every[group], group))
    sums, passages, behind = {ALL: dict.fromkeys(groups, 0)}, Passages(), {}
    for row in table.itertuples(index=False):
        sums[ALL][row.heard] += int(row.words)
        sums.setdefault(row.outlet, dict.fromkeys(groups, 0))[row.heard] += int(row.words)
        place = passages.add(row.passage, _where(row.published or "no day", row.outlet))
        behind.setdefault((row.outlet, row.heard), []).extend(place)
        behind.setdefault((ALL, row.heard), []).extend(place)
    outlets = [name for name in sums if name == ALL or len(sums) > 2][: most + 1]
    values = [
        (outlet, group, words, words / max(sum(sums[outlet].values()), 1))
        for outlet in outlets
        for group, words in sums[outlet].items()
    ]

    def cell(sheet, number, x, y, room, value):
        outlet, group, words, share = value
        colour = GREY if group in UNKNOWN else BANDS["A"]
        place = f"{what}-{number // len(groups)}-{number % len(groups)}"
        said = f"{outlet}, {group}: {count(words, 'word')}, {100 * share:.0f} %"
        bar = sheet.rect(x, y - 11, max(room * share, 0.5), 13, colour)
        sheet.mark(place, behind.get((outlet, group), ()), said, bar, sheet.reach(x, y - 12, room, 15))

    def draw(width):
        sheet = Sheet(width)
        sheet.figure.finding = title
        if sheet.narrow:
            y = 4
            for number, value in enumerate(values):
                if not number % len(groups):
                    y += 18
                    sheet.text(0, y, fitted(value[0], width - 4, weight="bold"), weight="bold")
                y += 21
                sheet.quiet(0, y, fitted(value[1], 196, 12))
                cell(sheet, number, 206, y, 106, value)
                sheet.quiet(width - 2, y, f"{100 * value[3]:.0f} %", ha="right")
                y += 8 if number % len(groups) == len(groups) - 1 else 0
            return sheet.finish(y + 6)
        left = 150
        room = (width - left) / len(groups)
        heads = [lines_of(group, room - 10, 11, most=3) for group in groups]
        top = 14 * max(map(len, heads)) + 4
        for column, lines in enumerate(heads):
            for line, words in enumerate(lines):
                sheet.quiet(left + column * room, top - 4 - 14 * (len(lines) - 1 - line), words, size=11)
        for number, value in enumerate(values):
            x, y = left + number % len(groups) * room, top + 20 + number // len(groups) * 24
            if not number % len(groups):
                weight = "bold" if value[0] == ALL else "normal"
                sheet.text(0, y, fitted(value[0], left - 12, weight=weight), weight=weight)
            cell(sheet, number, x, y, room - 46, value)
            sheet.quiet(x + (room - 46) * value[3] + 5, y, f"{100 * value[3]:.0f} %", size=11)
        return sheet.finish(top + 10 + len(outlets) * 24)

    known = {group: share for outlet, group, _, share in values if outlet == ALL and group not in UNKNOWN}
    unknown = sum(share for outlet, group, _, share in values if outlet == ALL and group in UNKNOWN)
    lead = max(known, key=known.get) if known else None
    title = f"Most words: {lead}, {100 * known[lead]:.0f} %; of" if lead else "Of"
    title += f" {100 * unknown:.0f} % it is not known"
    each = join(f"{group} {100 * share:.0f} %" for outlet, group, _, share in values if outlet == ALL)
    return Described(
        draw,
        values,
        f"Bars of the words that are somebody’s, by {what} and outlet. {title}. All together: {each}.",
        name=f"heard-{what}",
        read="A bar is a part of an outlet’s words that are somebody’s; grey where the articles do not say.",
        sure=f"{count(sum(sums[ALL].values()), 'word')}. As the articles call them: nobody’s guess.",
        function=f"questions.heard_by_{what}",
        passages=passages,
    )
