"""How far an article's results can be trusted, in sentences."""

from ..markup import paragraphs
from ..wording import count, join

OWN = "one annotator's consistency"
TONE, FLIPS, ATTRIBUTION = 0.02, 0.02, 0.98  # bounds of what a change that says nothing may do


WHAT = {
    "actors": ("marked mention of an actor", "marked mentions of actors"),
    "quotes": ("marked attribution", "marked attributions"),
    "times": ("marked expression of time", "marked expressions of time"),
    "consistency": ("marked contradiction", "marked contradictions"),
}


def gold(table):
    """What became of what was marked in an article; that nothing is marked, where nothing is.

    Parameters
    ----------
    table : pandas.DataFrame or None
        From `evaluate.against_gold`.
    """
    if table is None:
        return paragraphs(
            [
                [
                    "Nobody has marked this article, so nothing can be said of how often the tables are right "
                    "here. What can be shown without that comes below: how much the results move when "
                    "something changes that ought not to matter."
                ]
            ]
        )
    said = sorted((_errors(name, own) for name, own in table.groupby("table", sort=False)), key=lambda pair: -pair[0])
    return paragraphs(
        [
            [sentence for _, sentence in said],
            [
                "Each error is listed below. Where the rules were written while looking at an article, as with "
                "the default one, expect more errors elsewhere."
            ],
        ]
    )


def _errors(name, own):
    """The share of a table's rows that are wrong, and a sentence."""
    counts = own["result"].value_counts()
    false, right = int(counts.get("false", 0)), int(counts.get("right", 0))
    parts = [f"{int(counts['missed']):,} missed"] if "missed" in counts else []
    other = [(result.replace("other", "another"), n) for result, n in counts.items() if "other" in result]
    parts += [f"{n:,} found with {what}" for what, n in other]
    parts += [f"{false:,} found that nobody marked"] if false else []
    verb = "is" if right == 1 else "are"
    said = f"Of {count(len(own) - false, *WHAT[name])}, {right:,} {verb} right in every respect"
    return (len(own) - right) / len(own), f"{said}; {join(parts) or 'nothing is found that nobody marked'}."


def readings(table):
    """How far the readings of an article agree, and what that is.

    Parameters
    ----------
    table : pandas.DataFrame
        From `evaluate.agreement`.
    """
    if table.empty:
        return paragraphs([["There are no two readings of this article to compare."]])
    said = []
    for whose, own in table.groupby("whose", sort=False):
        alphas = join(f"{row.table} {row.alpha:.2f}" for row in own.itertuples(index=False) if row.alpha is not None)
        said.append(
            f"Krippendorff's alpha over the words of the article, {whose}: {alphas} (1 is the same reading, 0 "
            "what chance would give)."
        )
    if (table["whose"] == OWN).all():
        said.append(
            "One person read twice: that shows how steady the rules of marking are, not that a second person "
            "would mark the same."
        )
    return paragraphs([said])


def unmoved(table):
    """Whether changes that ought not to matter did not.

    Parameters
    ----------
    table : pandas.DataFrame
        From `robustness.invariance`.
    """
    if table.empty:
        return paragraphs(
            [["None of the changes applies to this article: it has no names, pronouns or marks to change."]]
        )
    moved, flipped = table.loc[table["tone"].idxmax()], table.loc[table["flips"].idxmax()]
    lost = table.loc[table["attribution"].idxmin()]
    if moved["tone"] < 0.00005 and not flipped["flips"] and lost["attribution"] == 1:
        changes = count(len(table), "change")
        return paragraphs([[f"{changes} that ought not to matter moved no tone, no stance and no attribution."]])
    over = [
        name
        for name, is_over in (
            ("tone", moved["tone"] > TONE),
            ("stance", flipped["flips"] > FLIPS),
            ("attribution", lost["attribution"] < ATTRIBUTION),
        )
        if is_over
    ]
    stance = "no stance label changed"
    if flipped["flips"]:
        stance = (
            f"the stance label of {100 * flipped['flips']:.1f} of 100 mentions changed at most ({flipped['change']})"
        )
    said = (
        f"{count(len(table), 'change')} that ought not to matter moved the tone of a sentence by "
        f"{moved['tone']:.4f} at most on average ({moved['change']}); {stance}, and attributions "
        f"before and after agree to {lost['attribution']:.2f} at least ({lost['change']})."
    )
    verdict = f"Bounds were set at {TONE}, {100 * FLIPS:.0f} of 100 and {ATTRIBUTION}: " + (
        f"{' and '.join(over)} {'does' if len(over) == 1 else 'do'} not keep to them." if over else "all are kept."
    )
    return paragraphs([[said, verdict]])
