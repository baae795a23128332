"""Who is heard most, as far as that is clear."""

from ..findings.voices import SURE
from ..quotes.summary import LAST, UNNAMED, WRITER, by_speaker
from ..tables import each
from .named import is_mixed

FEW = 3  # names of a sentence
WORDS = 10  # of somebody's, surely so and twice, from which on it is said who that is
ONCE = 20  # and of one sentence of theirs
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
        place or a group or has a namesake, or many are near each other.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.quotes import find_quotes
    >>> from helpers.themes import actors
    >>> text = "“We go to the old harbour of Holm now,” said Anna Berg. “Seven ships lie there,” said Berg."
    >>> article = from_text(text)
    >>> heard_most(find_quotes(article), actors(article))
    {'Anna Berg': (0, 39)}
    """
    words, places, sure, times = {}, {}, {}, {}
    for rows, sums in ((spoken, words), (spoken[spoken["confidence"].ge(SURE)], sure)):
        for row in each(by_speaker(rows, UNNAMED), "who attributions marked paraphrased mentions"):
            for who in row.who.split("; "):
                sums[who] = sums.get(who, 0) + row.marked + row.paraphrased
                places.setdefault(who, row.mentions[0])
                times[who] = max(times.get(who, 0), row.attributions)
    kinds = dict(zip(table["actor"], table["kind"], strict=True))
    ranked = sorted((who for who in words if who not in (*LAST, WRITER)), key=lambda who: -words[who])
    named, ahead = 0, AHEAD
    for number, who in enumerate(ranked[:FEW], 1):
        # A body is heard through its people, too: behind one of them its words may be theirs.
        body = kinds.get(who) == "organisation" and number > 1
        if body or kinds.get(who) not in SPEAKING or is_mixed(table, who):
            break
        if sure.get(who, 0) < (WORDS if times[who] > 1 else ONCE):
            break
        following = words[ranked[number]] if number < len(ranked) else 0
        lead = words[who] / max(following, WORDS / AHEAD)
        if lead >= ahead:
            named, ahead = number, lead
    return {who: places[who] for who in ranked[:named]}
