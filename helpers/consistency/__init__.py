"""Where an article's own words contradict each other: the places at which a careful editor would stop.

Each check is one short function with an example; it reports two places in the text and one
sentence. Nothing is compared with what the world knows.

A new check is a function in the module of its kind and a row of `CHECKS` (of `Grounds`, gives `Finding`: only what
contradicts) or of `RELATIONS` (gives `Relation`: what agrees too); its examples, a wrong text and a right one, are
that module's `EXAMPLES`. What contradicts is stated on the page.
"""

from .. import corrections, tables
from . import (
    ages,
    calendar,
    counts,
    lasting,
    ordinals,
    pauses,
    persons,
    records,
    sequence,
    states,
    stretches,
    told_twice,
)
from .amounts import Relation
from .dates import anniversaries, dateline, weekdays
from .grounds import Finding, Grounds
from .relations import EXAMPLES as relations_examples
from .relations import relations

CHECKS = (
    counts.count,
    calendar.weekday,
    calendar.impossible,
    calendar.tense,
    sequence.order,
    told_twice.number,
    told_twice.quotation,
    told_twice.attribute,
)
RELATIONS = (
    anniversaries,
    relations,
    weekdays,
    dateline,
    lasting.lasting,
    pauses.pauses,
    records.records,
    ordinals.ordinals,
    ordinals.beyond,
    persons.persons,
    states.states,
    ages.ages,
    stretches.spans,
)
EXAMPLES = (
    relations_examples
    | ages.EXAMPLES
    | lasting.EXAMPLES
    | pauses.EXAMPLES
    | records.EXAMPLES
    | ordinals.EXAMPLES
    | persons.EXAMPLES
    | states.EXAMPLES
    | calendar.EXAMPLES
    | counts.EXAMPLES
    | sequence.EXAMPLES
    | told_twice.EXAMPLES
)


def check_consistency(article):
    """The contradictions in an article's own words.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The consistency table: the span is the claim, `evidence_start` and `evidence_end` the
        other place, `problem` one sentence in plain words, `kind` what was compared (count, weekday, order …: the
        kinds of `EXAMPLES`).

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("The bridge was opened on Monday, May 8, 2025.")
    >>> check_consistency(article)[["text", "kind", "problem"]].values.tolist()
    [['Monday', 'weekday', '8 May 2025 is a Thursday, not a Monday.']]
    """
    return corrections.apply(article, "consistency", uncorrected(article))


def relations_checked(article):
    """All places of an article that were compared, whether they agree or not.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The relations_checked table: `spans` (every place compared), `kind`, `computation` ("71 + 12 = 83"),
        `verdict` (agrees, disagrees, not comparable) and `reason`.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("Of the club’s 96 boats, 60 were sold. The other 36 are for hire.")
    >>> relations_checked(article)[["computation", "verdict"]].values.tolist()
    [['96 − 60 = 36', 'agrees']]
    """
    own = [*_compared(article), *(_of_check(found, article.text) for found in _contradictions(article))]
    rows = []
    for one in own:
        first, last = one.spans[0]
        row = {"start": first, "end": last, "spans": one.spans, "kind": one.kind, "computation": one.computation}
        rows.append(row | {"verdict": one.verdict, "reason": one.reason, "key": (one.kind, one.spans)})
    return tables.build("relations_checked", rows, article.text)


@tables.once_per_article
def _read(article):
    """What is compared, and what contradicts, of one reading of the article."""
    grounds = Grounds(article)
    return _relations(grounds), _finds(grounds)


def _compared(article):
    return _read(article)[0]


def _contradictions(article):
    return _read(article)[1]


def _relations(grounds):
    """Relations of figures and of dates, each once: an anniversary is no span of years besides."""
    found, seen = [], set()
    for rule in RELATIONS:
        for one in rule(grounds):
            key = frozenset(one.spans)
            if key not in seen and not any(_is_its_anniversary(other, one) for other in found):
                seen.add(key)
                found.append(one)
    return found


def _is_its_anniversary(one, span):
    """Whether a relation is of an anniversary all of whose places a span of years has too."""
    if (one.kind, span.kind) != ("anniversary", "span"):
        return False
    return all(any(_overlap(place, other) for other in span.spans) for place in one.spans)


def _of_check(found, text):
    """A check's find as a relation: its two places, and why they do not go together."""
    spans = (found.claim, found.evidence) if found.claim != found.evidence else (found.claim,)
    computation = " against ".join(f"“{text[start:end]}”" for start, end in spans)
    return Relation(found.kind, spans, computation, "disagrees", found.problem)


def _finds(grounds):
    """What the checks find, each once."""
    kept, seen = [], set()
    for check in CHECKS:
        for found in check(grounds):
            key = (found.kind, frozenset((found.claim, found.evidence)))
            if key not in seen:
                seen.add(key)
                kept.append(found)
    return kept


def _meets(one, other):
    """Whether two finds are of the same places, in either order."""
    places = ((one.claim, one.evidence), (other.claim, other.evidence))
    straight = all(_overlap(a, b) for a, b in zip(*places, strict=True))
    return straight or all(_overlap(a, b) for a, b in zip(places[0], places[1][::-1], strict=True))


def _overlap(one, other):
    return one[0] < other[1] and other[0] < one[1]


def uncorrected(article):
    """The consistency table without corrections of its rows."""
    rows = []
    told = [
        Finding(one.kind, one.spans[0], one.spans[1], one.problem)
        for one in _compared(article)
        if one.verdict == "disagrees"
    ]
    own = list(_contradictions(article))
    own += [one for one in told if not any(_meets(one, found) for found in own)]
    for found in own:
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
