"""Who is mentioned most, as far as that is clear however one counts."""

from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from ..tables import each
from ..themes.actors import FIRST
from ..themes.summary import BY_NAME, SELDOM, by_actor, scenes

FEW = 4  # names of a sentence
OFTEN = 5  # mentions from which on somebody is said to be mentioned most
# So many times the mentions of whoever is not named have those who are, at least: a pronoun may be wrongly understood.
AHEAD = 1.2
TWICE = 2  # mentions by first name that such a namesake has at least: “Bill Clinton”, once, takes no “Clinton”
MODIFYING = ("compound", "amod", "nmod")
ALIKE = 0.5  # share of somebody's mentions by first name that a namesake has, from which on a surname may be either's


def named_most(article, table):
    """The names that clearly are mentioned most, most first, and where each is mentioned first; and the settings.

    Those who are named lead without adjectives (“Russian”, “Republican voters”) and without whoever says “I”, and the
    others trail with them: the figure of the mentions counts both. The order is the figure's.

    Parameters
    ----------
    article : Article
    table : pandas.DataFrame
        The actors table.

    Returns
    -------
    (dict of str to tuple of int, list of str)
        Up to four names; and the places where things only happen that would stand before the last of them.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.themes import actors
    >>> article = from_text("Anna Berg came to Holm. She sat. She ate. She left. Then she slept. Tom Hill woke her.")
    >>> named_most(article, actors(article))
    ({'Anna Berg': (0, 9)}, [])
    """
    everyone, own = by_actor(table), by_actor(table[~aside(table)])
    every = dict(zip(everyone["actor"], everyone["count"], strict=True))
    scene, (modifiers, idle) = scenes(article), _bodies(article, table)
    left = scene | modifiers
    ranked = [row for row in each(own, "actor count") if row.actor not in left]
    named = []
    for number, row in enumerate(ranked[:FEW], 1):
        if row.count < OFTEN or (number > 1 and row.actor in idle):
            break
        leading = [one.actor for one in ranked[:number]]
        others = (many for who, many in every.items() if who not in {*leading, *left})
        if row.count >= AHEAD * max(others, default=0) and not any(is_mixed(table, who, leading) for who in leading):
            named = leading
    least = min((row.count for row in ranked if row.actor in named), default=0)
    settings = [row.actor for row in each(own, "actor count") if named and row.count > least and row.actor in scene]
    first = table.drop_duplicates("actor").set_index("actor")
    named.sort(key=lambda who: -every[who])
    return {who: (int(first.at[who, "start"]), int(first.at[who, "end"])) for who in named}, settings


def aside(table):
    """Which mentions are none of somebody: “Christian values” are no Christians, and who says “I” is heard.

    Parameters
    ----------
    table : pandas.DataFrame
        The actors table.

    Returns
    -------
    pandas.Series
        True or False for each row.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.themes import actors
    >>> table = actors(from_text("Norway praised Anna Berg. The Norwegian ferry left."))
    >>> dict(zip(table["text"], aside(table).tolist()))
    {'Norway': False, 'Anna Berg': False, 'Norwegian': True}
    """
    adjective = table["kind"].eq("group") & table["how"].eq("name") & ~table["text"].str.endswith("s")
    return adjective | table["how"].eq("demonym") | table["text"].str.lower().isin(FIRST)


def _bodies(article, table):
    """Bodies and groups that mostly stand before another noun (“Zika virus”), and those that seldom do something.

    >>> from helpers.article import from_text
    >>> from helpers.themes import actors
    >>> article = from_text("FIFA officials met. FIFA lawyers came. NATO officials met. NATO said no. I told the BBC.")
    >>> [sorted(names) for names in _bodies(article, actors(article))]
    [['FIFA'], ['BBC', 'FIFA']]
    """
    doc, modifiers, idle = parse(article), set(), set()
    for actor, own in table[table["kind"].ne("person")].groupby("actor", sort=False):
        spans = [doc.char_span(int(a), int(b), alignment_mode="expand") for a, b in each(own, "start end")]
        parts = [span.root.dep_ for span in spans if span is not None]
        if 2 * sum(part in MODIFYING for part in parts) > len(own):
            modifiers.add(actor)
        if own["kind"].iloc[0] != "place" and SELDOM * sum(part in NOUN_SUBJECTS for part in parts) < len(own):
            idle.add(actor)
    return modifiers, idle


def is_mixed(table, who, named=()):
    """Whether a surname may be somebody else's: George W. Bush's in an article on Jeb Bush.

    Parameters
    ----------
    table : pandas.DataFrame
        The actors table.
    who : str
    named : container of str
        Those who are named too, so that it does not matter whose a mention is.

    Returns
    -------
    bool

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.themes import actors
    >>> table = actors(from_text("Anna Berg ate. Tom Berg left. Tom Berg sang. Ole Moe saw Ada Moe."))
    >>> [is_mixed(table, who) for who in ("Anna Berg", "Ada Moe")]
    [True, False]
    """
    names = table[table["kind"].eq("person") & table["how"].isin(BY_NAME)]
    own = _by_first_name(names, who)
    return any(
        other != who and other not in named and _by_first_name(names, other) >= max(TWICE, ALIKE * own)
        for other in names["actor"].unique()
        if len(other.split()) > 1 and other.split()[-1] == who.split()[-1]
    )


def _by_first_name(names, who):
    return int(names.loc[names["actor"].eq(who), "text"].str.contains(who.split()[0], regex=False).sum())
