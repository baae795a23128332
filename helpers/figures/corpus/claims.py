"""A claim in many articles: the figures that are given for it."""

from ...wording import count, join, short
from ..base import Described, Passages, empty
from ..scale import TimeScale
from ..sheet import Sheet, along, fitted, free, width_of
from ..tokens import INK, LINE, PAPER, QUIET


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
