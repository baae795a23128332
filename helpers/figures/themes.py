"""Figures of what the article is about: who is on stage when, its themes in the text, the words that are its own."""

from ..wording import count, join, short
from .base import Described, empty
from .sheet import Sheet, fitted, width_of
from .tokens import BANDS, INK, LINE, QUIET

MOST_LANES = 10
MOST_WORDS = 14
PALE = 0.2  # how full the colour of a strip is at least
NAMES = 170  # pixels of a lane's name


def _lane(sheet, row, step):
    """Top of a lane, where its name is written, and where the lane begins and ends."""
    if sheet.narrow:
        return row * step + 20, row * step + 14, 0, sheet.width - 2
    return row * step + 2, row * step + 15, NAMES, sheet.width - 40


def actor_lanes(article, table, most=MOST_LANES):
    """Who is on stage when: a lane an actor, a mark a mention, tall where it is by name.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        From `themes.summary.by_actor`.
    most : int
        Lanes at most; the others are in the table.

    Returns
    -------
    Described
        `values`: (actor, mentions, of them by name) of each lane.
    """
    if table.empty:
        return empty("No actor is named", "No name was found in the text.")
    rows = list(table.head(most).itertuples(index=False))
    values = [(row.actor, int(row.count), len(row.named)) for row in rows]

    def draw(width):
        sheet = Sheet(width)
        step = 40 if sheet.narrow else 23
        lanes = [_lane(sheet, number, step) for number in range(len(rows))]
        *_, left, right = lanes[0]
        xs = sheet.course(article, left, right, [(top, 16) for top, *_ in lanes])
        for number, (row, (top, base, *_)) in enumerate(zip(rows, lanes, strict=True)):
            name = fitted(row.actor, width - 50 if sheet.narrow else NAMES - 10)
            drawn = [sheet.text(0, base, name), sheet.reach(left, top, right - left, 16)]
            for places, high, colour, thick in ((row.others, 7, QUIET, 1.2), (row.named, 16, INK, 1.6)):
                if places:
                    drawn.append(sheet.ticks([xs(a) for a, _ in places], top + 16, high, colour, thick))
            sheet.quiet(width - 2, base, f"{row.count:,}", ha="right")
            said = f"{row.actor}: {count(row.count, 'mention')}, {len(row.named):,} by name"
            sheet.mark(f"actor-{number}", sorted(row.named + row.others), said, *drawn)
        sheet.figure.finding = title
        return sheet.finish(lanes[-1][0] + 36)

    total, lead = int(table["count"].sum()), values[0]
    title = f"Most often: {short(lead[0], 40)}, {count(lead[1], 'mention')} of {total:,}"
    each = join(f"{name} {number:,}" for name, number, _ in values)
    more = f" {count(len(table) - len(rows), 'further actor')} not drawn." if len(table) > len(rows) else ""
    return Described(
        draw,
        values,
        f"Mentions over the course of the text, one lane an actor. {title}. Mentions: {each}.{more}",
        name="actors",
        read="Every mention from the first paragraph to the last: tall by name, short by pronoun, adjective, "
        "description or jointly. Below are the paragraphs, at the right how many.",
        sure=f"{len(rows)} of {count(len(table), 'actor')}.",
        function="themes.summary.by_actor",
        article=article,
    )


def theme_strips(article, table):
    """The largest themes as strips on the text: the fuller the colour, the more of the lane's theme lies there.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        From `themes.summary.largest_themes`.

    Returns
    -------
    Described
        `values`: (theme, start, share of the theme in percent) of each strip, theme by theme.
    """
    if table.empty:
        return empty("No theme", "The text is too short to find themes.")
    table = table.assign(weight=table["weight"] / table.groupby("theme")["weight"].transform("sum"))
    lanes = [(theme, list(own.itertuples(index=False))) for theme, own in table.groupby("theme", sort=False)]
    values = [(theme, int(row.start), round(100 * row.weight)) for theme, own in lanes for row in own]

    def draw(width):
        sheet = Sheet(width)
        step, words_below = (58, 50) if sheet.narrow else (42, 32)
        tops = [_lane(sheet, number, step) for number in range(len(lanes))]
        *_, left, right = tops[0]
        foot = tops[-1][0] + 46
        xs = sheet.course(article, left, right, [(top, 16) for top, *_ in tops], foot)
        for number, ((theme, own), (top, base, *_)) in enumerate(zip(lanes, tops, strict=True)):
            sheet.text(0, base, fitted(theme, width - 4 if sheet.narrow else NAMES - 10))
            words = list(dict.fromkeys(word for row in sorted(own, key=lambda r: -r.weight) for word in row.words))
            sheet.quiet(left, number * step + words_below, fitted(", ".join(words), right - left, 12))
            fullest = max(row.weight for row in own)
            for row in own:
                a, b = xs(row.start), xs(row.end)
                alpha = PALE + (1 - PALE) * float(row.weight / fullest)
                bar = sheet.rect(a, top, max(b - a - 1, 2), 16, BANDS["A"], alpha=alpha)
                said = f"{theme}: {round(100 * row.weight)} % of it lies here, with {join(row.words[:5])}"
                sheet.mark(f"theme-{number}-{row.start}", [(row.start, row.end)], said, bar)
        sheet.figure.finding = title
        return sheet.finish(foot + 6)

    each = []
    for theme, own in lanes:
        top = max(own, key=lambda row: (row.weight, -row.start))
        each.append(f"{theme}: {count(len(own), 'passage')}, most at {top.start:,} ({round(100 * top.weight)} percent)")
    title = f"Themes that fill most of the text: {join(f'“{short(theme, 30)}”' for theme, _ in lanes)}"
    return Described(
        draw,
        values,
        f"Themes as strips on the text. {title}. {'; '.join(each)}.",
        name="themes",
        read="A theme is words that keep company in the same passages, named by words of the text. The fuller the "
        "colour, the more of it lies there. Numbers below are paragraphs.",
        sure="Few words carry a theme of a short text: read the passages before you trust a name.",
        function="themes.summary.largest_themes",
        article=article,
    )


def typical_words(article, table, most=MOST_WORDS):
    """The words that are most the text's own: how many times as often as in general English, in that order.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        From `themes.summary.typical_words`; of its rows those with the surest difference are drawn.
    most : int

    Returns
    -------
    Described
        `values`: (word, occurrences, how many times as often as in general English) from top to bottom.
    """
    if table.empty:
        return empty("No word is typical of it", "No word but names stands here twice and more often than elsewhere.")
    rows = list(table.head(most).sort_values(["log_ratio", "word"], ascending=[False, True]).itertuples(index=False))
    values = [(row.word, int(row.count), round(2**row.log_ratio)) for row in rows]
    reach = 4 * -(-max(row.log_ratio for row in rows) // 4)  # the next power of sixteen

    def draw(width):
        sheet = Sheet(width)
        left = min(150 if sheet.narrow else 220, 14 + max(width_of(row.word) for row in rows))
        right, step = width - 46, 22
        foot = step * len(rows) + 2
        for doublings in range(0, int(reach) + 1, 8 if reach > 12 and sheet.narrow else 4):
            x = left + (right - left) * doublings / reach
            sheet.line([x, x], [0, foot])
            words = f"{2**doublings:,} ×" if doublings else "as in English" if not sheet.narrow else "1 ×"
            sheet.quiet(x, foot + 15, words, ha="center")
        for number, row in enumerate(rows):
            y, x = number * step + 12, left + (right - left) * row.log_ratio / reach
            sheet.mark(
                f"word-{number}",
                row.mentions,
                f"{row.word}: {count(row.count, 'occurrence')}, {round(2**row.log_ratio):,} times as often as in "
                f"general English (G² {row.log_likelihood:.1f})",
                sheet.reach(0, y - 11, width, 22),
                sheet.text(left - 10, y + 4, fitted(row.word, left - 12), ha="right"),
                sheet.line([left, x], [y, y], LINE, 1),
                sheet.dot(x, y, 4.5),
            )
            sheet.quiet(x + 10, y + 4, f"{row.count:,}")
        sheet.figure.finding = title
        return sheet.finish(foot + 24)

    word, _, times = values[0]
    title = f"“{short(word, 30)}” is the word most its own: {times:,} times as often as in general English"
    each = join(f"{word} {times:,} ({number:,})" for word, number, times in values)
    return Described(
        draw,
        values,
        f"Dot plot of typical words, by how many times as often they stand here. {title}. Times as often, and "
        f"occurrences: {each}.",
        name="words",
        read="Names and verbs of saying are left out. Place: how many times as often; the number: occurrences.",
        sure=f"{len(rows)} of {count(len(table), 'word')}, those with the surest difference (G²). In a short text read "
        "the order, not the size.",
        function="themes.summary.typical_words",
        article=article,
    )
