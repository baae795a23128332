"""From which day an article's relative times are read, in a sentence."""

from datetime import date

from ..timeline import find_times
from ..wording import day_in_full


def read_from(article):
    """What “last year” is counted from.

    >>> from helpers.article import from_text
    >>> read_from(from_text("It rained last year."))
    'No day of publication is known, so times such as “last year” stay open.'
    """
    if article.published:
        return f"Relative times are read from the day of publication, {day_in_full(article.published)}."
    assumed = find_times(article)["anchor"].dropna()
    assumed = assumed[assumed.str.startswith("assumed ")]
    if assumed.empty:
        return "No day of publication is known, so times such as “last year” stay open."
    day, _, words = assumed.iloc[0].removeprefix("assumed ").partition(", from ")
    return (
        f"No day of publication is known. Relative times are read from {_assumed(day)}, an assumption from the "
        f"article’s own words {words}."
    )


def _assumed(day):
    """A day, month or year as ISO 8601 writes it, in words."""
    if len(day) == 10:
        return day_in_full(date.fromisoformat(day))
    return f"{date.fromisoformat(day + '-01'):%B} {day[:4]}" if len(day) == 7 else day
