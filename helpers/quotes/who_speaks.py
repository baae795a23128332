"""What kind of people the speakers are, as the article says it: he or she, and who somebody is."""

import pandas as pd

from ..tables import each, is_missing
from .summary import WRITER, attributions, by_speaker

GENDERS = {"female": "women", "male": "men", "mixed": "women and men together"}
NOT_SAID, NO_PERSON, NO_NAME = "persons of whom it is not said", "bodies and places", "sources without a name"
ORDER = (*GENDERS.values(), NOT_SAID, NO_PERSON, NO_NAME)
NO_ROLE = "not said"


def known_of(actors):
    """What the actors table knows of each actor.

    Parameters
    ----------
    actors : pandas.DataFrame
        The actors table.

    Returns
    -------
    dict of str to dict
        Actor -> `kind` (of most mentions), `gender`, and `role` with `role_start` and `role_end`: of the first mention
        that has one; missing are None.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.themes import actors
    >>> known_of(actors(from_text("Mrs Berg, the mayor of Oslo, came.")))["Berg"]["gender"]
    'female'
    """
    found = {}
    for row in each(actors, "actor kind gender role role_start role_end"):
        one = found.setdefault(row.actor, {"kinds": [], "gender": None, "role": None, "role_start": None})
        one["kinds"].append(row.kind)
        if one["gender"] is None and not is_missing(row.gender):
            one["gender"] = row.gender
        if one["role"] is None and not is_missing(row.role):
            one |= {"role": row.role, "role_start": int(row.role_start), "role_end": int(row.role_end)}
    for one in found.values():
        kinds = one.pop("kinds")
        one["kind"] = max(kinds, key=kinds.count)
    return found


def gender_of(names, known):
    """The group of a voice: women, men, both together, persons of whom it is not said, or no person.

    >>> gender_of(["Ann Lee", "Tom Roe"], {"Ann Lee": {"kind": "person", "gender": "female"}})
    'persons of whom it is not said'
    """
    own = [known.get(name, {"kind": "person", "gender": None}) for name in names]
    if not any(one["kind"] == "person" for one in own):
        return NO_PERSON
    genders = {one["gender"] for one in own}
    if None in genders:
        return NOT_SAID
    return GENDERS[genders.pop()] if len(genders) == 1 else GENDERS["mixed"]


def by_role(quotes):
    """Who is heard how much, by what the sources are: officials, experts, affected persons and so on.

    Parameters
    ----------
    quotes : pandas.DataFrame
        The quotes table.

    Returns
    -------
    pandas.DataFrame
        `heard` (the role; "not said" where the text does not say it), `voices`, `attributions`, `words`, `share`
        (0 … 1 of the words that are somebody's), most words first, "not said" last.
    """
    rows = attributions(quotes)
    words = rows["text"].str.split().str.len()
    own = rows.assign(words=words, heard=rows["source_role"].fillna(NO_ROLE))
    sums = own.groupby("heard", as_index=False).agg(
        voices=("who", "nunique"), attributions=("whole", "nunique"), words=("words", "sum")
    )
    sums["share"] = sums["words"] / max(int(words.sum()), 1)
    last = sums["heard"] == NO_ROLE
    order = sums.assign(last=last).sort_values(["last", "words", "heard"], ascending=[True, False, True])
    return order.drop(columns="last").reset_index(drop=True)


def by_gender(quotes, actors):
    """Who is heard how much: women, men, those of whom the article does not say it, and voices that are no person.

    Parameters
    ----------
    quotes, actors : pandas.DataFrame
        The article's tables.

    Returns
    -------
    pandas.DataFrame
        `heard` (the group), `voices`, `attributions`, `words`, `share` (0 … 1 of the words that are somebody's).
        Gender is that of the article's own titles, nouns and pronouns, and nobody's guess.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.quotes import find_quotes
    >>> from helpers.themes import actors
    >>> article = from_text("“We go,” said Mrs Berg. “Never,” said Tom Roe.")
    >>> by_gender(find_quotes(article), actors(article))[["heard", "words"]].values.tolist()
    [['women', 2], ['persons of whom it is not said', 1]]
    """
    known, sums = known_of(actors), {}
    for row in by_speaker(quotes).itertuples(index=False):
        named = not row.who.startswith(("“", "(")) and row.who != WRITER
        group = gender_of(row.who.split("; "), known) if named else NO_NAME
        one = sums.setdefault(group, [0, 0, 0])
        for place, number in enumerate((1, row.attributions, row.marked + row.paraphrased)):
            one[place] += number
    every = max(sum(one[2] for one in sums.values()), 1)
    rows = [(group, *sums[group], sums[group][2] / every) for group in ORDER if group in sums]
    return pd.DataFrame(rows, columns=["heard", "voices", "attributions", "words", "share"])
