"""How far an article's results can be trusted, in sentences."""

from ..figures.base import count
from ..markup import paragraphs

TONE, FLIPS, ATTRIBUTION = 0.02, 0.02, 0.98  # bounds of what a change that says nothing may do


def gold(table):
    """What became of an article's marked mentions; that there are none, where there are none.

    Parameters
    ----------
    table : pandas.DataFrame or None
        From `evaluate.against_gold`.
    """
    if table is None:
        return paragraphs([["Nobody has marked this article, so nothing can be said of how often the tables are right "
                            "here. What can be shown without that comes below: how much the results move when "
                            "something changes that ought not to matter."]])  # fmt: skip
    counts = table["result"].value_counts()
    wrong = {name: int(counts.get(name, 0)) for name in ("missed", "false", "other name")}
    verb = "is" if wrong["false"] == 1 else "are"
    more = f"{wrong['false']:,} more {verb} found that {verb} none"
    if not wrong["false"]:
        more = "none is found that is none"
    return paragraphs([[
        f"A person marked {count(len(table) - wrong['false'], 'mention')} of actors in this article.",
        f"{wrong['missed']:,} are missed, {wrong['other name']:,} have another name, and {more}; "
        f"{int(counts.get('right', 0)):,} are right.",
        "The errors are listed first. The rules were written while looking at this article: elsewhere expect more.",
    ]])  # fmt: skip


def unmoved(table):
    """Whether changes that ought not to matter did not.

    Parameters
    ----------
    table : pandas.DataFrame
        From `invariance.invariance`.
    """
    if table.empty:
        return paragraphs([["None of the changes applies to this article: it has no names, pronouns or marks to "
                            "change."]])  # fmt: skip
    moved, flipped = table.loc[table["tone"].idxmax()], table.loc[table["flips"].idxmax()]
    lost = table.loc[table["attribution"].idxmin()]
    over = [name for name, is_over in (("tone", moved["tone"] > TONE), ("stance", flipped["flips"] > FLIPS),
                                       ("attribution", lost["attribution"] < ATTRIBUTION)) if is_over]  # fmt: skip
    said = (f"{count(len(table), 'change')} that ought not to matter moved the tone of a sentence by "
            f"{moved['tone']:.3f} at most on average ({moved['change']}); the stance label of "
            f"{100 * flipped['flips']:.1f} of 100 mentions changed at most ({flipped['change']}), and attributions "
            f"before and after agree to {lost['attribution']:.2f} at least ({lost['change']}).")  # fmt: skip
    verdict = (f"Bounds were set at {TONE}, {100 * FLIPS:.0f} of 100 and {ATTRIBUTION}: "
               + (f"{' and '.join(over)} {'does' if len(over) == 1 else 'do'} not keep to them." if over else
                  "all are kept."))  # fmt: skip
    return paragraphs([[said, verdict]])
