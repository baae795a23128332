"""Figures of one article set against each other: parts and whole, differences, shares, changes.

Two figures are about one thing only where words say so: the same noun, or "the other", "in all", "up from". What adds
up is told beside what does not; what cannot be compared is told with the reason.
"""

from . import arithmetic, change, linked, majority, parts, shares, sources

RULES = (
    parts.parts,
    majority.majority,
    change.change,
    linked.linked,
    shares.share,
    shares.shares,
    parts.divided,
    arithmetic.arithmetic,
    sources.two_figures,
)
EXAMPLES = parts.EXAMPLES | shares.EXAMPLES | change.EXAMPLES | majority.EXAMPLES


def relations(grounds):
    """Everything that was compared in an article's figures.

    Parameters
    ----------
    grounds : Grounds

    Returns
    -------
    list of Relation
    """
    own = grounds.figures
    found = []
    for rule in RULES:
        taken = {frozenset(one.spans) for one in found}
        found += [one for one in rule(own) if frozenset(one.spans) not in taken]
    return found
