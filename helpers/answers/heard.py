"""Who is heard most, as far as that is clear."""

from ..findings.voices import SURE
from ..quotes.summary import LAST, UNNAMED, WRITER, by_speaker
from ..tables import each

FEW = 3  # names of a sentence
WORDS = 10  # of somebody's, surely so, from which on it is said who that is
# So many times the words of the next one have those who are named, at least: others may be wrongly ranked.
AHEAD = 1.25
SPEAKING = ("person", "organisation")


def heard_most(spoken, table):
    """The names that clearly have most of the reported words, most first, and where each is heard first.

    Parameters
    ----------
    spoken : pandas.DataFrame
        The quotes table.
    table : pandas.DataFrame
        The actors table.

    Returns
    -------
    dict of str to tuple of int
        Up to three, to where the next one has least beside the one before; none, where the one with most words is a
        place or a group, or many are near each other.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.quotes import find_quotes
    >>> from helpers.themes import actors
    >>> text = "“We go to the old harbour of Holm with seven ships now,” said Anna Berg. Tom Hill said no."
    >>> article = from_text(text)
    >>> heard_most(find_quotes(article), actors(article))
    {'Anna Berg': (0, 56)}
    """
    words, places, sure = {}, {}, {}
    for rows, sums in ((spoken, words), (spoken[spoken["confidence"].ge(SURE)], sure)):
        for row in each(by_speaker(rows, UNNAMED), "who marked paraphrased mentions"):
            for who in row.who.split("; "):
                sums[who] = sums.get(who, 0) + row.marked + row.paraphrased
                places.setdefault(who, row.mentions[0])
    kinds = dict(zip(table["actor"], table["kind"], strict=True))
    ranked = sorted((who for who in words if who not in (*LAST, WRITER)), key=lambda who: -words[who])
    named, ahead = 0, AHEAD
    for number, who in enumerate(ranked[:FEW], 1):
        if kinds.get(who) not in SPEAKING or sure.get(who, 0) < WORDS:
            break
        following = words[ranked[number]] if number < len(ranked) else 0
        lead = words[who] / max(following, WORDS / AHEAD)
        if lead >= ahead:
            named, ahead = number, lead
    return {who: places[who] for who in ranked[:named]}
