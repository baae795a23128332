"""Figures of time: when it happened, and in which order it is told."""

from ..timeline.iso import day_in_words, day_key, span_in_words
from ..wording import count, join, short, times_over
from .base import Described, empty
from .scale import TimeScale
from .sheet import Sheet, along, fitted, free, lines_of, width_of
from .tokens import INK, LINE, PAPER, QUIET

MOST = 24
FEW = 2  # an order needs so many dates
STATUS = ("happened", None)
LONG = 120  # characters of a clause in a title, well under the 25 words that may be passed on


def event_line(article, table, most=MOST):
    """The events whose time is known, past to future, each with its clause, on a scale that is true between breaks.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        From `timeline.clauses.dated`.
    most : int
        Rows at most; those whose time the text itself gives come first.

    Returns
    -------
    Described
        `values`: (clause, earliest, latest, inferred) from top to bottom.
    """
    if table.empty:
        return empty("No event with a known time", "No event of the text has both ends of an interval.")
    kept = table.sort_values("inferred", kind="stable").head(most).sort_index()
    rows = [
        (" ".join(r.text.split()), r.earliest, r.latest, bool(r.inferred), r.status, [(int(r.start), int(r.end))])
        for r in kept.itertuples(index=False)
    ]
    notes = [_when(*row[1:5]) for row in rows]
    spans = [(row[1], row[2]) for row in rows]
    beyond = [TimeScale(spans, 0, 500, most=3).beyond(*span) for span in spans]

    def draw(width):
        sheet = Sheet(width)
        left, column = (4, 0) if sheet.narrow else (452, 158)
        scale, y = TimeScale(spans, left + 4, width - 8, most=3), 0
        for number, ((clause, a, b, inferred, _, places), note) in enumerate(zip(rows, notes, strict=True)):
            top = y
            if sheet.narrow:
                words = lines_of(clause, width - 4, most=2)
                drawn = [sheet.quiet(0, y + 16, fitted(note, width - 4, 12))]
                drawn += [sheet.text(0, y + 33 + 17 * n, line) for n, line in enumerate(words)]
                y += 33 + 17 * len(words)
                middle = y - 5
                y += 12
            else:
                words = lines_of(clause, left - column - 20, most=2)
                when = lines_of(note, column - 12, 12, most=2)
                drawn = [sheet.quiet(0, y + 15 + 16 * n, line) for n, line in enumerate(when)]
                drawn += [sheet.text(column, y + 15 + 16 * n, line) for n, line in enumerate(words)]
                middle = y + 11
                y += 16 * max(len(words), len(when)) + 10
            x0, x1 = scale.span(a, b)
            face = PAPER if inferred else INK
            drawn.append(
                sheet.rect(x0, middle - 4, x1 - x0, 8, face, edge=INK)
                if x1 - x0 >= 10
                else sheet.dot((x0 + x1) / 2, middle, 4.5, face)
            )
            for x, towards, past in zip((x0, x1), (1, -1), beyond[number], strict=True):
                if past and x1 - x0 >= 20:
                    at = [x + towards * step for step in (9, 5, 9)]
                    drawn.append(sheet.line(at, [middle - 3, middle, middle + 3], INK if inferred else PAPER, 1.5))
            sheet.line([left, width], [top + 0.5, top + 0.5]) if number else None
            sheet.mark(
                f"time-{number}",
                places,
                f"{note}: {short(clause, LONG)}",
                sheet.reach(0, top, width, y - top - 1),
                *drawn,
            )
        scale.draw(sheet, y + 6)
        sheet.figure.finding = title
        return sheet.finish(y + 28)

    low, high = spans[0][0], max((b for _, b in spans), key=day_key)
    title = f"{count(len(rows), 'event')} with a time, from {_day(low)} to {_day(high)}"
    if _day(low) == _day(high):
        title = f"{count(len(rows), 'event')} with a time, all of {_day(low)}"
    each = "; ".join(f"{note}: {short(row[0], LONG)}" for row, note in zip(rows, notes, strict=True))
    rest = len(table) - len(rows)
    hidden = f" {count(rest, 'more event')} not drawn." if rest else ""
    own = sum(not row[3] for row in rows)
    return Described(
        draw,
        [row[:4] for row in rows],
        f"Events, past to future. {title}. {each}.{hidden}",
        name="times",
        read="The scale is true in each piece; a zigzag leaves out time without an event. A bar: some time in it."
        + (" An arrowhead: it goes on beyond the scale." if any(map(any, beyond)) else "")
        + (" Open: not said, but inferred." if own < len(rows) else ""),
        sure="Events of which the text says no time, only that they are past or to come, are in the table.",
        function="timeline.clauses.dated",
        article=article,
    )


def _day(day):
    return day_in_words(day.partition("T")[0])


def _when(earliest, latest, inferred, status):
    """When, and how it is told if it is not simply told."""
    told = [span_in_words(earliest, latest), *([status] if status not in STATUS else [])]
    return ", ".join(told + ["inferred"] * inferred)


def _beside(x, y, size):
    """Where the words of a dot may begin: to its right, its left, below and above it, the nearest first."""
    for far in (0, 8, 16):
        yield from ((x + 8 + far, y + 4), (x - size - 8 - far, y + 4))
        for row in (y + 18 + far, y - 9 - far):
            yield from ((x - size / 2, row), (x + 6, row), (x - size - 6, row))


def telling_order(article, table):
    """The order of telling against the order of time; words stand where the text jumps back.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        From `timeline.clauses.telling`.

    Returns
    -------
    Described
        `values`: (words, offset in the text, rank in time) in the order of the text.
    """
    if len(table) < FEW:
        return empty("No order to compare", "Fewer than two expressions of time have a known date.")
    rows = [
        (r.text, int(r.start), int(r.end), int(r.rank), int(r.back), span_in_words(r.earliest, r.latest))
        for r in table.itertuples(index=False)
    ]
    last = max(max(row[3] for row in rows), 1)
    jumps = [row for row in rows if row[4]]
    ends = [min(rows, key=lambda row: row[3]), max(rows, key=lambda row: row[3])]

    def draw(width):
        sheet = Sheet(width)
        left, right, top = 4, width - 8, 46
        height = min(320, max(110, 26 * last))
        xs = sheet.course(article, left, right, [(top + height + 18, 8)])
        spots = [(xs((row[1] + row[2]) / 2), top + height * (1 - row[3] / last)) for row in rows]
        sheet.line(*zip(*spots, strict=True), LINE, 1.5)
        sheet.quiet(left, 14, f"↑ latest: {fitted(ends[1][5], width - 90, 12)}")
        sheet.quiet(left, 30, f"↓ earliest: {fitted(ends[0][5], width - 100, 12)}")
        boxes = [(x - 5, y - 5, x + 5, y + 5) for x, y in spots] + along(spots)
        labels = {}
        for row in sorted(jumps, key=lambda row: (-row[4], row[1])):
            x, y = spots[rows.index(row)]
            words = fitted(f"{row[0]}", 130, 12)
            size = width_of(words, 12)
            for a, b in _beside(x, y, size):
                a = min(max(a, 0), width - size - 2)
                if b <= top + height + 16 and free(boxes, (a, b - 11, a + size, b + 4)):
                    labels[row] = sheet.text(a, b, words, 12)
                    break
        for number, (row, (x, y)) in enumerate(zip(rows, spots, strict=True)):
            dot = sheet.dot(x, y, 4, INK if row[4] else PAPER, INK if row[4] else QUIET)
            own = [labels[row]] if row in labels else []
            back = ", a step back" if row[4] else ""
            sheet.mark(f"told-{number}", [row[1:3]], f"{row[0]}: {row[5]}{back}", dot, *own)
        sheet.figure.finding = title
        return sheet.finish(top + height + 42)

    title = (
        f"The text steps back in time {times_over(len(jumps))}" if jumps else "The text tells its times in their order"
    )
    each = join(f"{row[0]} ({row[3] + 1})" for row in rows[:40])
    more = f" {count(len(rows) - 40, 'further time')} in the drawing alone." if len(rows) > 40 else ""
    return Described(
        draw,
        [(row[0], row[1], row[3]) for row in rows],
        f"Order of telling against order of time. {title}. In order of the text, with rank in time: {each}.{more}",
        name="telling",
        read="Left to right as it is told, by paragraphs; the higher, the later it lies, in even steps. Full: the text "
        "steps back here.",
        sure=f"{count(len(rows), 'date')}, each with its words once.",
        function="timeline.clauses.telling",
        article=article,
    )
