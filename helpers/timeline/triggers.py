"""Where in a text an expression of time can stand: around the words and digits that each of them has.

The rules are many, and most of a text is not about time; they look only where one of these words
is near, and a rule only where letters stand that each of its matches has. That halves their cost twice over and
changes nothing in what they find.
"""

import re

try:  # parts of `re` that no version promises
    from re import _constants as kinds
    from re import _parser as parser
except ImportError:
    kinds = parser = None

from .meaning import feasts

WORDS = frozenset(
    (
        "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september "
        "october november december mon tue tues wed thu thurs fri monday tuesday wednesday "
        "thursday friday saturday sunday "
        "mondays tuesdays wednesdays thursdays fridays saturdays sundays "
        "half fortnight fortnights "
        "second minute hour day night week weekend month quarter year decade century centurie millennium "
        "seconds minutes hours days nights weeks weekends months quarters years decades centuries millennia "
        "daylong weeklong monthlong yearlong hourlong decadelong centurylong period spring summer autumn fall winter "
        "morning afternoon evening noon midnight midday today tonight yesterday tomorrow clock now currently nowadays "
        "present moment time recently lately future past date hourly daily weekly "
        "monthly annually yearly nightly "
        "twenties thirties forties fifties sixties seventies eighties nineties nineteen thousand twenty"
    ).split()
)
_NAMED = frozenset(re.findall("[a-z]+", " ".join(feasts.NAMED).lower())) - {"s", "of", "the", "al"}
BEFORE, AFTER = 60, 90  # characters around such a word in which the rules look
_TOKEN = re.compile(r"[A-Za-z]+|\d+")
DIGIT = r"\d"  # stands for any of them among the runs of letters
_DIGIT = re.compile(DIGIT)


def windows(text, start, end):
    """The stretches of a block in which an expression of time can stand.

    Parameters
    ----------
    text : str
    start, end : int
        The block.

    Yields
    ------
    (int, int)
        Start and end, in order, apart from each other, beginning and ending beside white space.
    """
    opened = closes = None
    for token in _TOKEN.finditer(text, start, end):
        word = token.group()
        if not word[0].isdigit() and (lower := word.lower()) not in WORDS and lower not in _NAMED:
            continue
        # Never further back than the window that is open, nor forward twice: linear on text without a space.
        edge = start if closes is None else closes
        begin = _space(text, max(token.start() - BEFORE, edge), edge, -1)
        if opened is None or begin > closes:
            if opened is not None:
                yield opened, closes
            opened = begin
        if closes is None or token.end() + AFTER > closes:
            closes = _space(text, min(token.end() + AFTER, end), end, 1)
    if opened is not None:
        yield opened, closes


def _space(text, position, edge, step):
    """The next place beside white space, or the edge."""
    while position != edge and not text[position - (step < 0)].isspace():
        position += step
    return position


def runs_in(text, runs):
    """Which runs of letters (of `needed`) a text in lower case has.

    >>> sorted(runs_in("at 5 today", {"day", "week", DIGIT}))
    ['\\\\d', 'day']
    """
    found = {run for run in runs if run in text}
    return found | {DIGIT} if DIGIT in runs and _DIGIT.search(text) else found


def needed(pattern):
    """Runs of letters that each match of a pattern has: one at least of each set.

    Parameters
    ----------
    pattern : re.Pattern

    Returns
    -------
    frozenset of frozenset of str
        In lower case.

    Examples
    --------
    >>> sorted(map(sorted, needed(re.compile("(?:on )?(Mon|Tues)day"))))
    [['day'], ['mon', 'tues']]
    >>> sorted(map(sorted, needed(re.compile("[Tt]his (week|year)|today")))), needed(re.compile("[a-z]+"))
    ([['his ', 'today']], frozenset())
    >>> sorted(map(sorted, needed(re.compile(r"(about )?\\d{1,2}[ap]\\.m\\."))))
    [['.m.'], ['\\\\d']]
    """
    if parser is None:  # then every rule is asked everywhere
        return frozenset()
    return frozenset(_needed(parser.parse(pattern.pattern, pattern.flags)))


def _needed(items):
    found, run = [], ""
    for kind, what in [*items, (None, None)]:
        if kind is kinds.LITERAL:
            run += chr(what).lower()
            continue
        if run:
            found.append(frozenset((run,)))
            run = ""
        if kind is kinds.IN and all(map(_is_digit, what)):
            found.append(frozenset((DIGIT,)))
        elif kind is kinds.SUBPATTERN:
            found += _needed(what[-1])
        elif kind is kinds.MAX_REPEAT and what[0]:
            found += _needed(what[2])
        elif kind is kinds.BRANCH:
            ways = [max(_needed(way), key=_says, default=None) for way in what[1]]
            found += [] if None in ways else [frozenset().union(*ways)]
    return found


def _is_digit(member):
    kind, what = member
    if kind in (kinds.LITERAL, kinds.RANGE):
        return all(chr(end) in "0123456789" for end in (what if kind is kinds.RANGE else (what,)))
    return kind is kinds.CATEGORY and what is kinds.CATEGORY_DIGIT


def _says(runs):
    """How much a set of runs tells: the longer the shortest one and the fewer, the more."""
    return min(map(len, runs)), -len(runs)
