"""Figures of how the text is built."""

from ..wording import count, short
from .base import Described, empty
from .sheet import Sheet, fitted, width_of
from .tokens import BANDS

MOST_SECTIONS = 24


def sections(article, table):
    """Words in each section, as bars in reading order; nothing where there is one section alone.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        From `article.sections.section_lengths`.

    Returns
    -------
    Described
        `values`: (heading, words) of each bar.
    """
    total = int(table["words"].sum())
    if len(table) < 2:
        return empty("No sections", f"The text has no headings; it has {count(total, 'word')}.")
    shown = table.head(MOST_SECTIONS)
    rows = list(shown.itertuples(index=False))
    values = [(row.heading, int(row.words)) for row in rows]
    largest = max(int(table["words"].max()), 1)

    def draw(width):
        sheet = Sheet(width)
        left, step = (0, 44) if sheet.narrow else (min(360, 12 + max(width_of(v[0]) for v in values)), 25)
        room = width - left - (2 if sheet.narrow else 60)
        for number, (row, (heading, words)) in enumerate(zip(rows, values, strict=True)):
            y = number * step + (18 if sheet.narrow else 2)
            sheet.mark(
                f"section-{number}",
                [(row.start, row.end)],
                f"{heading}: {count(words, 'word')}",
                sheet.rect(left, y, room * words / largest, 16, BANDS["A"]),
                sheet.text(
                    0, y - 5 if sheet.narrow else y + 13, fitted(heading, width - 70 if sheet.narrow else left - 8)
                ),
            )
            if sheet.narrow:
                sheet.quiet(width - 1, y - 5, f"{words:,}", ha="right")
            else:
                sheet.quiet(left + room * words / largest + 7, y + 13, f"{words:,}")
        sheet.figure.finding = title
        return sheet.finish(len(rows) * step + 4)

    longest = max(values, key=lambda value: value[1])
    title = f"{count(total, 'word')} in {count(len(table), 'section')}; the longest is “{short(longest[0], 40)}”"
    each = "; ".join(f"{heading}, {words:,}" for heading, words in values)
    hidden = len(table) - len(rows)
    more = f" {count(hidden, 'more section')} not drawn." if hidden else ""
    return Described(
        draw,
        values,
        f"Bar chart, {title}. Words by section in reading order: {each}.{more}",
        name="sections",
        read="Words under each heading, in reading order.",
        function="article.sections.section_lengths",
        article=article,
    )
