"""Every number of an article: what it is, its unit, what it counts or measures, and whose figure it is."""

from .. import corrections, tables
from ..language import parse, story
from ..quotes import find_quotes
from ..quotes.acts import acts_of
from ..timeline import find_times
from .facts import facts

DESCRIBED = frozenset(("sided", "judged", "framed"))  # acts whose object is told in the narrator's words


def find_quantities(article):
    """Every quantity that an article tells.

    Dates, times of day, addresses, names of models and numbers of sections are none.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The quantities table: `value`, `high` (the other end of a range or score), `unit` (its name in the
        singular: percentage, US dollar, kilometre, year of age; of a count the counted noun), `approximate`
        (about, at least, more than, at most, less than), `change` (rise, fall, from, to, by), `of` with its
        offsets (the words counted or measured), `per`, `whole` (of what it is a part), `time` and `quote`
        (ids of the rows of times and quotes), `kind` (count, money, share, rate, age, score, measure,
        ordinal, multiple).

    Examples
    --------
    >>> from helpers.article import from_text
    >>> found = find_quantities(from_text("About 60 of the 400 houses burned, and £1.2bn was lost."))
    >>> found[["value", "unit", "approximate", "whole", "kind"]].values.tolist()[0]
    [60.0, 'house', 'about', 'the 400 houses', 'count']
    >>> found[["text", "value", "unit", "kind"]].values.tolist()[2]
    ['£1.2bn', 1200000000.0, 'pound', 'money']

    References
    ----------
    What a quantity has after CQE (Almasian, Kazakov, Göldner & Gertz 2023).
    """
    return corrections.apply(article, "quantities", uncorrected(article))


@tables.once_per_article
def uncorrected(article):
    """The quantities table without corrections of its rows."""
    times, quotes, doc = find_times(article), find_quotes(article), parse(article)
    found = facts(article.text, doc, story(article), times)
    rows = tables.each(quotes, "id start end kind cue_start cue_end")
    own = [row for row in rows if row.kind != "scare" and not _is_described(doc, row)]
    rows = []
    for fact in found:
        inside = [row for row in own if row.start <= fact.start and fact.end <= row.end]
        row = fact.row()
        row["quote"] = min(inside, key=lambda row: row.end - row.start).id if inside else None
        rows.append(row)
    return tables.build("quantities", rows, article.text)


def _is_described(doc, row):
    """Whether the narrator says what an attribution is about, and the figure: Lee **backed** one of three plans.

    But: Lee **said** that there are three plans; Lee backed “three plans”.
    """
    if row.kind != "indirect" or tables.is_missing(row.cue_start):
        return False
    return acts_of(doc, row.cue_start, row.cue_end) <= DESCRIBED
