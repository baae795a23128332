"""Where an article's own words contradict each other: the places at which a careful editor would stop.

Each check is one short function with an example; it reports two places in the text and one
sentence. Nothing is compared with what the world knows.
"""

from .. import corrections, tables
from . import calendar, counts, durations, sequence, told_twice
from .grounds import Grounds

CHECKS = (
    counts.count,
    durations.anniversary,
    durations.duration,
    durations.age,
    calendar.weekday,
    calendar.impossible,
    calendar.tense,
    sequence.order,
    sequence.first_since,
    told_twice.number,
    told_twice.quotation,
    told_twice.attribute,
)
EXAMPLES = calendar.EXAMPLES | counts.EXAMPLES | durations.EXAMPLES | sequence.EXAMPLES | told_twice.EXAMPLES


def check_consistency(article):
    """The contradictions in an article's own words.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The consistency table: the span is the claim, `evidence_start` and `evidence_end` the
        other place, `problem` one sentence in plain words, `kind` one of count, anniversary,
        duration, weekday, date, tense, order, first since, number, quotation, attribute.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("The bridge was opened on Monday, May 8, 2025.")
    >>> check_consistency(article)[["text", "kind", "problem"]].values.tolist()
    [['Monday', 'weekday', '8 May 2025 is a Thursday, not a Monday.']]
    """
    return corrections.apply(article, "consistency", uncorrected(article))


def uncorrected(article):
    """The consistency table without corrections of its rows."""
    grounds, rows, seen = Grounds(article), [], set()
    for check in CHECKS:
        for found in check(grounds):
            key = (found.kind, frozenset((found.claim, found.evidence)))
            if key in seen:
                continue
            seen.add(key)
            rows.append(
                {
                    "start": found.claim[0],
                    "end": found.claim[1],
                    "evidence_start": found.evidence[0],
                    "evidence_end": found.evidence[1],
                    "problem": found.problem,
                    "kind": found.kind,
                    "key": (found.kind, found.evidence),
                }
            )
    return tables.build("consistency", rows, article.text)
