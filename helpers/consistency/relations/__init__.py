"""Figures of one article set against each other: parts and whole, differences, shares, changes.

Two figures are about one thing only where words say so: the same noun, or "the other", "in all", "up from". What adds
up is told beside what does not; what cannot be compared is told with the reason.
"""

from ..figures import Figures
from . import change, parts, sources, sums

RULES = (
    parts.remaining,
    sums.majority,
    change.change,
    change.linked,
    parts.share,
    parts.shares,
    parts.shares_apart,
    parts.divided,
    parts.sexes,
    sums.sums,
    sources.two_figures,
)
EXAMPLES = parts.EXAMPLES | change.EXAMPLES | sums.EXAMPLES


def relations(grounds):
    """Everything that was compared in an article's figures.

    Parameters
    ----------
    grounds : Grounds

    Returns
    -------
    list of Relation
    """
    own = Figures(grounds)
    found = []
    for rule in RULES:
        taken = {frozenset(one.spans) for one in found}
        found += [one for one in rule(own) if frozenset(one.spans) not in taken]
    return found
