"""Whether an article tells of another time throughout: a history, a life, and not the news of its week.

A news article names the days of its own week and year ("on Tuesday", "last month", "this year"), and what lies long ago
is told beside; an opinion speaks in the present tense. A history names its years and days, hardly ever its own, and
goes on in the past. What is bare in it belongs to the time that it told last, in whatever construction.
"""

TOLD = 2  # times with their year that lie long before the publication, at least; one, where it opens the text
SHARE = 4  # of them for each time that is counted from the publication
PRESENT = 0.2  # of the sentences may be told in the present tense
LONG = 60  # days
HISTORY, NEWS = "history", "news"

# a text published on Thursday, 2025-05-08; its frame
EXAMPLES = (
    ("The party of 1846 left Springfield in April. In February 1847 it was found.", HISTORY),
    ("The month began badly in March 1932. It ended in April.", HISTORY),
    ("The party of 1846 was found. A film about it, made in 1952, was shown on Tuesday.", NEWS),
    ("The party of 1846 was found. It stands in books since 1952. People read it.", ""),
    ("The hall was founded in 1987. In March the owners left.", ""),
    ("She won in 2008 and lost in 2012. She ran again this year.", NEWS),
)


def frame_of(times, published, present):
    """Whether what an article tells lies long ago, and hardly anything is counted from its own day.

    Parameters
    ----------
    times : iterable of (datetime.date or None, bool, bool)
        Of each time that is nobody's speech: the last day that its own words say, with their year (None where they
        do not); whether it is counted from the publication; whether it says in a main clause when something was.
    published : datetime.date or None
    present : float
        The share of sentences that are told in the present tense.

    Returns
    -------
    str
        HISTORY; NEWS where times are counted from the publication; or an empty text where neither is known.
    """
    told = own = 0
    opens = None  # whether the first time opens a story
    for last, counted, sets in times:
        own += counted
        long_ago = last is not None and (published is None or (published - last).days > LONG)
        told += long_ago
        opens = long_ago and sets if opens is None else opens
    enough = told >= TOLD or (told and opens and not own)
    if enough and told >= SHARE * own and present <= PRESENT:
        return HISTORY
    return NEWS if own else ""
