"""Figures of who speaks."""

from ..accuracy import how_sure
from ..quotes.summary import NOBODY, attributions, by_speaker
from ..tables import CUE_CLASSES
from ..wording import count, join, joined, short
from .base import Described, canvas, empty, titled
from .sheet import Sheet, fitted, width_of
from .tokens import BANDS, BLUE, GREY, INK, QUIET

MOST = 12
LEAST = 5  # of so few counts a matrix says nothing
MEASURED = "Attributions with their source (F1)"
UNNAMED = "sources without a name"


def speakers(article, quotes, most=MOST):
    """How many words each source gets, in its own words and in the reporter's; sources without a name are one.

    Parameters
    ----------
    article : Article
    quotes : pandas.DataFrame
        The quotes table.
    most : int

    Returns
    -------
    Described
        `values`: (who, words in quotation marks, words without).
    """
    table = by_speaker(quotes, unnamed=UNNAMED)
    if table.empty:
        return empty("Nobody speaks", "No attribution was found in the text.")
    table = table.sort_values("who", key=lambda who: who.isin((NOBODY, UNNAMED)), kind="stable")
    rows = [(joined(r.who), int(r.marked), int(r.paraphrased), r.mentions) for r in table.itertuples(index=False)]
    shown = rows[:most]
    values = [row[:3] for row in shown]
    largest = max(a + b for _, a, b in values) or 1

    def draw(width):
        sheet = Sheet(width)
        notes = [f"{count(a + b, 'word')}, {count(len(places), 'passage')}" for _, a, b, places in shown]
        after = max(width_of(note, 12) for note in notes) + 10
        left, step = (0, 44) if sheet.narrow else (min(200, 12 + max(width_of(v[0]) for v in values)), 25)
        room = width - left - (2 if sheet.narrow else after)
        for number, ((who, a, b, places), note) in enumerate(zip(shown, notes, strict=True)):
            y = number * step + (18 if sheet.narrow else 2)
            colour = GREY if who in (NOBODY, UNNAMED) else BANDS["ABCDEF"[number]] if number < 6 else GREY
            label = fitted(who, width - after if sheet.narrow else left - 8)
            one, two = room * a / largest, room * b / largest
            sheet.mark(
                f"voice-{number}",
                places,
                f"{who}: {note}, {_parts(a, b)} quotation marks",
                sheet.rect(left, y, one, 16, colour),
                sheet.rect(left + one, y, two, 16, colour, alpha=0.42),
                sheet.text(0, y - 5 if sheet.narrow else y + 13, label),
            )
            if sheet.narrow:
                sheet.quiet(width - 1, y - 5, note, ha="right")
            else:
                sheet.quiet(left + one + two + 7, y + 13, note)
        sheet.figure.finding = title
        return sheet.finish(len(shown) * step + 4)

    total, named = sum(row[1] + row[2] for row in rows), [row for row in rows if row[0] not in (NOBODY, UNNAMED)]
    if not named:
        title = f"{count(total, 'word')} of speech, and the article names no source"
    else:
        lead = max(named, key=lambda row: row[1] + row[2])
        share = round(100 * lead[1] / max(lead[1] + lead[2], 1))
        title = f"Most words: {short(lead[0], 44)}, {lead[1] + lead[2]:,}, of which {share} % are quoted"
    each = join(f"{name} {_parts(a, b)}" for name, a, b in values)
    hidden = f" {count(len(rows) - len(shown), 'further source')} not drawn." if len(rows) > len(shown) else ""
    return Described(
        draw,
        values,
        f"Bar chart of words by source. {title}. {each}.{hidden}",
        name="voices",
        read="Full colour: in quotation marks; pale: retold.",
        sure=f"{count(total, 'word')} of {count(len(rows), 'source')}. {how_sure(MEASURED)}",
        function="quotes.find_quotes",
        article=article,
    )


def _parts(quoted, paraphrased):
    parts = [f"{quoted:,} in marks" if quoted else "", f"{paraphrased:,} without" if paraphrased else ""]
    return " and ".join(part for part in parts if part) or "0"


def speaks_of(article, table, most=9):
    """Who names whom: a matrix of sources and of the names in their words, with counts.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        From `quotes.summary.speaks_of`.
    most : int
        Names at most on each side.

    Returns
    -------
    Described
        `values`: (who, name, attributions) of each square.
    """
    if table["attributions"].sum() < LEAST:
        return empty("Nobody speaks of anybody", "Too few attributions with a source name an actor for a picture.")
    table = table.assign(who=table["who"].map(joined))

    def top(column, number):
        return list(
            table.groupby(column)["attributions"].sum().sort_values(ascending=False, kind="stable").index[:number]
        )

    right = top("names", most)
    inside = table[table["names"].isin(right)]
    left = [who for who in top("who", most) if who in set(inside["who"])]
    shown = inside[inside["who"].isin(left)]
    values = [(r.who, r.names, int(r.attributions)) for r in shown.itertuples(index=False)]
    places = dict(zip(zip(shown["who"], shown["names"], strict=True), shown["mentions"], strict=True))
    largest = max(v[2] for v in values)

    def draw(width):
        sheet = Sheet(width)
        names = right[:5] if sheet.narrow else right
        start, tail = (118, 34) if sheet.narrow else (210, 90)
        step, head, row = (width - start - tail) / len(names), 74, 28
        for number, name in enumerate(names):
            x = start + (number + 0.3) * step
            room = min(96, (width - x - 12) / 0.82)  # 0.82: a slope of 35 degrees
            sheet.text(x, head - 8, fitted(name, room, 12), 12, rotation=35)
        lanes = [who for who in left if any(v[0] == who and v[1] in names for v in values)]
        for number, who in enumerate(lanes):
            y = head + number * row
            sheet.text(0, y + 18, fitted(who, start - 10))
            sheet.line([start, width], [y + row, y + row])
            for name, (_, _, many) in ((v[1], v) for v in values if v[0] == who and v[1] in names):
                side = 22 * (many / largest) ** 0.5
                x = start + names.index(name) * step + 13
                sheet.mark(
                    f"of-{left.index(who)}-{right.index(name)}",
                    places[who, name],
                    f"{who} of {name}: {many:,}",
                    sheet.rect(x - side / 2, y + 14 - side / 2, side, side, BANDS["A"]),
                )
                sheet.quiet(x + side / 2 + 3, y + 18, f"{many:,}", size=11)
        sheet.figure.finding = title
        return sheet.finish(head + len(lanes) * row + 4)

    tops = [v for v in values if v[2] == values[0][2]]
    title = f"Most often: {short(tops[0][0], 36)} of {short(tops[0][1], 28)}, in {count(tops[0][2], 'attribution')}"
    if len(tops) > 1:
        title += f", and {count(len(tops) - 1, 'further pair')} as often"
    each = "; ".join(f"{who} of {name}: {number:,}" for who, name, number in values[:40])
    lines = count(len(table) - len(values), "further pair")
    hidden = f" {lines} not drawn." if len(table) > len(values) else ""
    return Described(
        draw,
        values,
        f"Matrix of sources and the names in their words. {title}. {each}.{hidden}",
        name="of",
        read="Rows say, columns are spoken of; the area is the number of attributions. Empty: never.",
        sure=f"{count(len(values), 'pair')} of {len(table):,}. {how_sure(MEASURED)}",
        function="quotes.summary.speaks_of",
        article=article,
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
