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
    when = f", published from {days[0]} to {days[-1]}" if days else ", none of them with a day of publication"
    first = [f"The corpus has {count(articles, 'article')} of {count(len(coverage), 'outlet')}{when}."]
    again = "one repeats" if copies == 1 else f"{copies:,} repeat"
    first.append(f"Of these, {again} an earlier one word for word or nearly." if copies else "None repeats another.")
    second = []
    if len(voices):
        lead = voices.iloc[0]
        second.append(f"Most heard is {lead['speaker']}, in {count(int(lead['articles']), 'article')}.")
    for row in silent.head(3).itertuples(index=False):
        second.append(
            f"{row.speaker} falls silent: the last words are of {row.last}, and none of the "
            f"{count(int(row.since), 'later article')} has any (by chance: {_chance(row.chance)})."
        )
    if silent.empty:
        second.append("No voice is missing for longer than chance explains.")
    third = []
    turned = turns[turns["chance"] <= 0.05 / max(len(turns), 1)]
    for row in turned.head(3).itertuples(index=False):
        third.append(
            f"The narrator’s tone in {row.outlet} turns from {signed(row.before)} to {signed(row.after)} with the "
            f"article of {row.turn} (by chance: {_chance(row.chance)})."
        )
    if turned.empty:
        third.append("In no outlet does the narrator’s tone turn by more than chance explains.")
    if len(claims):
        row = claims.iloc[0]
        told = row["values"].split(" → ")
        listed = join(told[:6]) + (" and others" if len(told) > 6 else "")
        third.append(
            f"The figure that most outlets give, and differently, is of “{row['what']}”: {listed}, in the order of "
            f"their first day, in {count(int(row['articles']), 'article')} of {count(int(row['outlets']), 'outlet')}."
        )
    return paragraphs([first, second, third])


def _chance(share):
    """A chance as a reader has it.

    >>> _chance(0.012), _chance(0.0000044)
    ('1 in 83', 'less than 1 in 1,000')
    """
    return "less than 1 in 1,000" if share < 0.001 else f"1 in {round(1 / share):,}"
