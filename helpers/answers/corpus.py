"""What many articles say together, as sentences."""

from ..markup import paragraphs
from ..wording import count, join, signed


def corpus(coverage, voices, silent, turns, claims):
    """The answer of the notebook on many articles.

    Parameters
    ----------
    coverage, voices, silent, turns, claims : pandas.DataFrame
        From the functions of `corpus.questions` of these names (`claims`: `changing_claims`).

    Returns
    -------
    markup.Html
    """
    articles, copies = int(coverage["articles"].sum()), int(coverage["copies"].sum())
    days = sorted(day for column in ("first", "last") for day in coverage[column].dropna())
    first = [f"The corpus has {count(articles, 'article')}{_outlets(coverage)}{_when(coverage, days)}."]
    again = "one repeats" if copies == 1 else f"{copies:,} repeat"
    first.append(
        f"Of these, {again} an earlier one word for word or nearly."
        if copies
        else "No near duplicates were found by their words; a rewritten copy is not found so."
    )
    second = []
    if len(voices):
        lead = voices.iloc[0]
        second.append(f"Most heard is {lead['speaker']}, in {count(int(lead['articles']), 'article')}.")
    for row in silent.head(3).itertuples(index=False):
        second.append(
            f"{row.speaker} falls silent: the last words are of {row.last}, and none of the "
            f"{count(int(row.since), 'later article')} has any (by chance: {_chance(row.chance)})."
        )
    if voices.empty:
        second.append("No attribution with a speaker was found, which does not say that nobody speaks.")
    elif not days:
        second.append("Who falls silent is not asked: the articles have no days.")
    elif silent.empty:
        second.append(
            "Of nobody could it be shown that a silence is more than chance: few articles show only long ones."
        )
    third = []
    turned = turns[turns["chance"] <= 0.05 / max(len(turns), 1)]
    for row in turned.head(3).itertuples(index=False):
        third.append(
            f"The narrator’s tone in {row.outlet} turns from {signed(row.before)} to {signed(row.after)} with the "
            f"article of {row.turn} (by chance: {_chance(row.chance)})."
        )
    if not days:
        third.append("Whether the tone turns is not asked either.")
    elif turns.empty:
        third.append("Whether the tone turns is not asked: no outlet has six articles with a day.")
    elif turned.empty:
        third.append("Of no outlet could it be shown that the narrator’s tone turns; a small turn would not be found.")
    if len(claims):
        row = claims.iloc[0]
        told = row["values"].replace(" · ", " → ").split(" → ")
        listed = join(told[:6]) + (" and others" if len(told) > 6 else "")
        most = "most outlets give" if row["outlets"] > 1 else "most articles give"
        order = ", in the order of their first day" if isinstance(row["first"], str) else ""
        of = f" of {count(int(row['outlets']), 'outlet')}" if row["outlets"] > 1 else ""
        third.append(
            f"The figure that {most}, and differently, is of “{row['what']}”: {listed}{order}, "
            f"in {count(int(row['articles']), 'article')}{of}."
        )
    return paragraphs([first, second, third])


def _outlets(coverage):
    """How many outlets are known; articles whose outlet is not are no outlet's."""
    unknown = int(coverage.loc[coverage["outlet"] == "not known", "articles"].sum())
    known = int((coverage["outlet"] != "not known").sum())
    if not known:
        return ", whose outlets are not known"
    return f" of {count(known, 'outlet')}" + (f" ({unknown:,} of an outlet that is not known)" if unknown else "")


def _when(coverage, days):
    if not days:
        return ", none of them with a day of publication"
    undated = int(coverage["undated"].sum()) if "undated" in coverage else 0
    return f", published from {days[0]} to {days[-1]}" + (f" ({undated:,} without a day)" if undated else "")


def _chance(share):
    """A chance as a reader has it.

    >>> _chance(0.012), _chance(0.0000044)
    ('1 in 83', 'less than 1 in 1,000')
    """
    return "less than 1 in 1,000" if share < 0.001 else f"1 in {round(1 / share):,}"
