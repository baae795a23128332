"""Figures of who speaks."""

from ..accuracy import how_sure
from ..quotes.summary import NOBODY, UNNAMED
from ..tables import CUE_CLASSES, is_missing
from ..wording import count, join, joined, short
from .base import Described, empty
from .sheet import SIZE, Sheet, fitted, width_of
from .tokens import BANDS, GREY, INK, QUIET

MOST = 12
LEAST = 5  # of so few counts a matrix says nothing
STANCES = CUE_CLASSES[1:]  # all but neutral


def speakers(article, table, most=MOST):
    """How many words each source gets, in its own words and in the reporter's; sources without a name are one.

    Parameters
    ----------
    article : Article
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
    rows = [(joined(r.who), int(r.marked), int(r.paraphrased), r.mentions) for r in table.itertuples(index=False)]
    order = [n for n, row in enumerate(rows) if row[0] not in (NOBODY, UNNAMED)]
    last = [n for n in range(len(rows)) if n not in order]  # what has no name is drawn however many names there are
    drawn = sorted(order[: most - len(last)] + last)
    shown, told = [rows[n] for n in drawn], table["attributions"].iloc[drawn].tolist()
    values = [row[:3] for row in shown]
    largest = max(a + b for _, a, b in values) or 1

    def draw(width):
        sheet = Sheet(width)
        notes = [
            f"{count(a + b, 'word')}, {count(n, 'attribution')}" for (_, a, b), n in zip(values, told, strict=True)
        ]
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
        title = (
            f"Most words of a named source: {short(lead[0], 44)}, {lead[1] + lead[2]:,}, of which {share} % are quoted"
        )
    each = join(f"{name} {_parts(a, b)}" for name, a, b in values)
    hidden = f" {count(len(rows) - len(shown), 'further source')} not drawn." if len(rows) > len(shown) else ""
    return Described(
        draw,
        values,
        f"Bar chart of words by source. {title}. {each}.{hidden}",
        name="voices",
        read="Full colour: in quotation marks; pale: retold.",
        sure=how_sure(),
        function="quotes.find_quotes",
        article=article,
    )


def _parts(quoted, paraphrased):
    parts = [f"{quoted:,} in marks" if quoted else "", f"{paraphrased:,} without" if paraphrased else ""]
    return " and ".join(part for part in parts if part) or "0"


def speaks_of(article, table):
    """Who names whom: a matrix of sources and of the names in their words, with counts.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        From `quotes.summary.speaks_of`; the rows that have a place in the matrix are drawn.

    Returns
    -------
    Described
        `values`: (who, name, attributions) of each square.
    """
    if table["attributions"].sum() < LEAST:
        return empty("Nobody speaks of anybody", "Too few attributions with a source name an actor for a picture.")
    shown = [
        (joined(r.who), r.names, int(r.attributions), int(r.row), int(r.column), r.mentions)
        for r in table[table["row"].notna()].itertuples(index=False)
    ]
    values = [row[:3] for row in shown]
    left = [who for _, who in sorted({(row[3], row[0]) for row in shown})]
    right = [name for _, name in sorted({(row[4], row[1]) for row in shown})]
    places = {row[:2]: row[5] for row in shown}
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
        sure=f"{count(len(values), 'pair')} of {len(table):,}. {how_sure()}",
        function="quotes.summary.speaks_of",
        article=article,
    )


def cue_classes(article, table, classes, most=MOST):
    """With which words each source is reported; those that take a stance stand out, with their class.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        From `quotes.reporting.reporting_words`.
    classes : pandas.DataFrame
        From `quotes.reporting.by_cue_class`.
    most : int
        Sources at most.

    Returns
    -------
    Described
        `values`: (who, word, class or None, attributions) of each word, source by source.
    """
    if table.empty:
        return empty("No reporting word", "No attribution has a word that reports it.")
    lanes = [(joined(who), list(own.itertuples(index=False))) for who, own in table.groupby("who", sort=False)]
    shown = lanes[:most]
    values = [
        (who, row.cue, None if is_missing(row.cue_class) else row.cue_class, int(row.attributions))
        for who, own in shown
        for row in own
    ]

    def draw(width):
        sheet = Sheet(width)
        left, y = (0 if sheet.narrow else 210), 2
        for number, (who, own) in enumerate(shown):
            if number:
                sheet.line([0, width], [y, y])
            sheet.text(0, y + 18, fitted(who, width - 4 if sheet.narrow else left - 12))
            y += 22 if sheet.narrow else 0
            x, below = left, 0
            for place, row in enumerate(own):
                kind = None if is_missing(row.cue_class) else row.cue_class
                stance = kind in STANCES
                word = fitted(f"{row.cue} {row.attributions}" if row.attributions > 1 else row.cue, width - left - 10)
                weight = "bold" if stance else "normal"
                room = max(width_of(word, SIZE, weight), width_of(kind, 11) if stance else 0)
                if x > left and x + room > width - 2:
                    x, y, below = left, y + 22 + below, 0
                drawn = [sheet.reach(x - 3, y + 3, room + 6, 34 if stance else 20)]
                drawn.append(sheet.text(x, y + 18, word, colour=INK if stance else QUIET, weight=weight))
                if stance:
                    drawn.append(sheet.quiet(x, y + 31, kind, size=11))
                    below = 13
                told = f"{who}, {row.cue}: {count(row.attributions, 'attribution')}, {kind or 'of no class'}"
                sheet.mark(f"cue-{number}-{place}", row.mentions, told, *drawn)
                x += room + 16
            y += below
            y += 28
        sheet.figure.finding = title
        return sheet.finish(y)

    counts = list(classes.itertuples(index=False))
    total, taken = sum(row.attributions for row in counts), sum(row.attributions for row in counts if row.stance)
    title = (
        f"{taken:,} of {count(total, 'reporting word')} take a stance"
        if taken
        else f"No word of {total:,} takes a stance"
    )
    listed = join(f"{row.cue_class} {row.attributions:,}" for row in counts)
    each = "; ".join(f"{who}, {word}: {number:,}" for who, word, _, number in values)
    hidden = f" {count(len(lanes) - len(shown), 'further source')} not drawn." if len(lanes) > len(shown) else ""
    return Described(
        draw,
        values,
        f"Reporting words by source. {title}. In all: {listed}. {each}.{hidden}",
        name="cues",
        read="Bold: a word by which the article takes a stance on what it reports, with its class below; the others "
        "only report. A number: how often, where more than once.",
        sure=f"{count(len(shown), 'source')} of {len(lanes):,}. {how_sure()}",
        function="quotes.reporting.reporting_words",
        article=article,
    )
