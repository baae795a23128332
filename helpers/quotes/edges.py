"""Where the words of a cue, a content and a source begin and end, as annotators mark them.

`weigh` finds about where a content is and which noun names the source; annotators have habits at the edges ("has said",
"called for", "that" inside the content, a title but no dateline in the source). Each edge is a log-linear choice among
a few places near the first guess, with weights learned by `python -m helpers learn quotes`.
"""

from .cues import MARKS, cue_words
from .features import _bucket

KINDS = ("cue", "content", "source")
REACH = 6  # words that a cue can have on either side of its head
MOST = 10  # places that are tried beside the first guess
FINITE = frozenset("VBD VBP VBZ MD".split())
FAR = 40  # tokens that an edge moves at most


def moved(parsed, found, source, learned):
    """Content, cue and source with their edges moved to where they most likely are.

    Parameters
    ----------
    parsed : Parsed
    found : weigh.Found
    source : (int, int) or None
        First token and one past the last.
    learned : dict of str to float

    Returns
    -------
    tuple
        The parts of the content, the cue, and the source.
    """

    def move(kind, side, guess, walls):
        return _best(parsed, kind, side, guess, found.cue, walls, learned)

    return follow(parsed, found, source, move)


def follow(parsed, found, source, move):
    """Move each edge in turn, the content's first: what is the content's is not the cue's.

    Parameters
    ----------
    parsed : Parsed
    found : weigh.Found
    source : (int, int) or None
    move : callable
        Of kind, side ("first", "last"), guess and walls; gives the guess with that edge moved.
    """
    cue, parts = cue_words(parsed, found.cue), list(found.parts)
    own = [one for one in (cue, source) if one]
    for place, side in ((0, "first"), (len(parts) - 1, "last")):
        others = [*own, *(part for part in parts if part != parts[place])]
        others.append((parsed.until_report(parts[place][1], parsed.size, found.cue), parsed.size))  # as a wall
        parts[place] = _widened(
            parsed,
            parts[place],
            move("content", side, _words(parsed, parts[place]), _walls(parsed, parts[place], others)),
        )
    if parsed.lower[found.cue] not in MARKS:
        apart = [source] if source and not source[0] <= found.cue < source[1] else []
        walls = _walls(parsed, cue, [*parts, *apart])
        for side in ("first", "last"):
            cue = move("cue", side, cue, walls)
    if source:
        walls = _walls(parsed, source, [cue, *parts])
        for side in ("first", "last"):
            source = move("source", side, source, walls)
    return tuple(parts), cue, source


def _words(parsed, span):
    """A span without stops and marks at its ends."""
    first, last = span
    while first < last - 1 and not parsed.is_word[first]:
        first += 1
    while last - 1 > first and not parsed.is_word[last - 1]:
        last -= 1
    return first, last


def _widened(parsed, before, after):
    """The moved words with the stops and marks that belong to them: those of before where an edge did not move."""
    inner = _words(parsed, before)
    first = before[0] if after[0] == inner[0] else after[0]
    last = before[1] if after[1] == inner[1] else after[1]
    if (first, last) == before:
        return before
    number = parsed.quote[first]
    if first and number >= 0 and first - 2 <= parsed.passages[number][0] < first:  # a mark may be two
        first = parsed.passages[number][0] if not parsed.is_word[first - 1] else first
    number = parsed.quote[last - 1]
    if number >= 0 and last < parsed.passages[number][1] <= last + 3:
        last = parsed.passages[number][1]
    return first, last


def _walls(parsed, span, others):
    """Least first and greatest last token of a span, so that it stays apart from others."""
    first, last = 0, parsed.size
    for a, b in others:
        if b <= span[0]:
            first = max(first, b)
        elif a >= span[1]:
            last = min(last, a)
    return first, last


def _best(parsed, kind, side, guess, cue, walls, learned):
    options = places(parsed, kind, side, guess, cue, walls)
    if len(options) < 2:
        return guess
    get = learned.get
    return max(
        options, key=lambda one: sum([get(name, 0.0) for name in edge_features(parsed, kind, side, one, guess, cue)])
    )


def places(parsed, kind, side, guess, cue, walls):
    """The spans that differ from a guess at one edge, the guess first.

    Returns
    -------
    list of (int, int)
    """
    first, last = guess
    if side == "first":
        near = range(cue, cue - REACH - 1, -1) if kind == "cue" else _firsts(parsed, first, last)
        found = [(place, last) for place in near if max(walls[0], first - FAR) <= place < last]
    else:
        near = range(cue + 1, cue + REACH + 2) if kind == "cue" else _lasts(parsed, kind, first, last)
        found = [(first, place) for place in near if first < place <= min(walls[1], last + FAR)]
    found = [(a, b) for a, b in found if parsed.is_word[a] and parsed.is_word[b - 1]]
    if kind == "source":  # Ann said **the police** knew it: who reports it again is not in the source
        found = [(a, b) for a, b in found if a >= first or not any(parsed.tag[i] in FINITE for i in range(a, first))]
    if kind == "cue":
        found = [(a, b) for a, b in found if parsed.sentence[a] == parsed.sentence[b - 1] == parsed.sentence[cue]]
    else:
        found = [one for one in dict.fromkeys(found) if one != guess][:MOST]
    return [guess, *(one for one in found if one != guess)]


def _firsts(parsed, first, last):
    """Places near the first word: a few to either side, and where its sentence and clause begin."""
    begin = parsed.first[parsed.sentence[first]]
    words = [i for i in range(first + 1, min(first + 12, last)) if parsed.is_word[i]][:4]
    words += [i for i in range(first - 1, max(first - 12, begin - 1, -1), -1) if parsed.is_word[i]][:4]
    top = _top(parsed, first, "first")
    return [*words, *(i for i in (parsed.left[parsed.head[top]], begin) if i < first)]


def _lasts(parsed, kind, first, last):
    """Places near the last word: before what it ends with, after what follows, the end of the sentence."""
    found, end = [], parsed.last[parsed.sentence[last - 1]]
    token = last - 1
    for _ in range(8):  # what the words end with, from the smallest: a phrase, its clause, the clause over it
        if parsed.left[token] > first:
            found.append(_before(parsed, parsed.left[token], first))
        over = parsed.head[token]
        if over == token or not first <= over < last:
            break
        token = over
    place = last
    for _ in range(3):
        while place < end and not parsed.is_word[place]:
            place += 1
        if place >= end:
            break
        place = min(parsed.right[_top(parsed, place, "first")] + 1, end)
        found.append(_before(parsed, place, first))
    if kind == "content":
        found.append(_before(parsed, end, first))
    return found


def _before(parsed, place, first):
    """A place behind a word: stops and marks before it are left out."""
    while place > first + 1 and not parsed.is_word[place - 1]:
        place -= 1
    return place


def _top(parsed, token, side):
    """The highest word of what begins (or ends) with a token."""
    bound = parsed.left if side == "first" else parsed.right
    for _ in range(12):
        over = parsed.head[token]
        if over == token or bound[over] != bound[token]:
            break
        token = over
    return token


def _relation(parsed, token, span, cue):
    """How a word hangs on the cue or on the words of the span."""
    head = parsed.head[token]
    if token == cue:
        return "cue"
    if head == cue:
        return "of cue"
    if parsed.head[cue] == token:
        return "over cue"
    if head == parsed.head[cue]:
        return "beside cue"
    return "in" if span[0] <= head < span[1] else "out"


def edge_features(parsed, kind, side, span, guess, cue):
    """Features of one place for an edge.

    Returns
    -------
    list of str
    """
    first, last = span
    inside, outside = (first, first - 1) if side == "first" else (last - 1, last)
    step = -1 if side == "first" else 1
    gap = ""
    while 0 <= outside < parsed.size and not parsed.is_word[outside] and not parsed.space[outside] and len(gap) < 3:
        gap += parsed.form[outside][:1]
        outside += step
    known = (
        0 <= outside < parsed.size and parsed.sentence[outside] == parsed.sentence[inside] and parsed.is_word[outside]
    )
    moved = (guess[0] - first) if side == "first" else (last - guess[1])
    far = max(-7, min(7, moved))
    lemma = parsed.base[cue]
    i, o = parsed.form[inside], parsed.form[outside] if known else "^"
    top_in = _top(parsed, inside, "last" if side == "last" else "first")
    top_out = _top(parsed, outside, "first" if side == "last" else "last") if known else -1
    rin = f"{parsed.dep[top_in]}/{_relation(parsed, top_in, span, cue)}"
    rout = f"{parsed.dep[top_out]}/{_relation(parsed, top_out, span, cue)}" if known else "^"
    number = parsed.quote[inside]
    cut = number >= 0 and number == (parsed.quote[outside] if known else -1)
    names = [
        f"m={far}",
        f"m={far}/{lemma}",
        f"m={far}/{parsed.pos[cue]}/{parsed.dep[cue]}",
        f"i={i}",
        f"i={i}/{far}",
        f"i={i}/{lemma}",
        f"o={o}",
        f"o={o}/{far}",
        f"o={o}/{lemma}",
        f"o={o}/{rout}",
        f"ri={rin}",
        f"ro={rout}",
        f"ro={rout}/{far}",
        f"ro={rout}/{gap}",
        f"ro={rout}/{lemma}",
        f"ri={rin}/{rout}",
        f"io={i}/{o}",
        f"g={gap}/{far}",
        f"g={gap}/{o}",
        f"t={parsed.tag[inside]}/{parsed.tag[outside] if known else '^'}",
        f"t={parsed.tag[outside] if known else '^'}/{rout}/{parsed.tag[cue]}",
        f"q={cut}/{number >= 0}/{far}",
        f"n={_bucket(last - first)}",
        f"c={outside == cue}/{inside == cue}/{far}",
    ]
    if kind == "cue":
        words = range(first, cue) if side == "first" else range(cue + 1, last)
        for word in words:
            relation = f"{parsed.dep[word]}/{_relation(parsed, word, span, cue)}"
            names += [f"b={relation}", f"b={parsed.form[word]}/{relation}", f"b={parsed.form[word]}/{lemma}"]
    elif side == "last" and moved:
        low, high = sorted((last, guess[1]))
        names += [f"d={parsed.dep[k]}/{moved > 0}" for k in range(low, high) if parsed.head[k] < low][:3]
    return [f"{kind} {side} {name}" for name in names]
