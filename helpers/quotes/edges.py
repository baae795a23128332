"""Where the words of a cue, a content and a source begin and end, as annotators mark them.

`weigh` finds about where a content is and which noun names the source; annotators have habits at the edges ("has said",
"called for", "that" inside the content, a title but no dateline in the source). Each edge is a log-linear choice among
a few places near the first guess, with weights learned by `python -m helpers learn quotes`.
"""

from math import log2

from .cues import MARKS, cue_words
from .edge_features import SIDES, between, edge_facts, highest

REACH = 6  # words that a cue can have on either side of its head
MOST = 10  # places that are tried beside the first guess
FINITE = frozenset("VBD VBP VBZ MD".split())
FAR = 40  # tokens that an edge moves at most
SHORT = 3  # words of a parenthesis that may be a part of a name
RARE = 6  # a chance that is halved three times or more


def moved(parsed, founds, sources, learned):
    """Content, cue and source of attributions with their edges moved to where they most likely are.

    Parameters
    ----------
    parsed : Parsed
    founds : list of weigh.Found
    sources : list of (int, int) or None
        First token and one past the last.
    learned : weigh.Weights

    Returns
    -------
    list of tuple
        The parts of the content, the cue, and the source.
    """
    runs = [follow(parsed, found, source) for found, source in zip(founds, sources, strict=True)]
    asked, ends = {number: next(run) for number, run in enumerate(runs)}, {}
    while asked:  # a question of each at a time, so that the answers are weighed together
        best = _best(parsed, [(founds[number], *question) for number, question in asked.items()], learned)
        for number, answer in zip(list(asked), best, strict=True):
            try:
                asked[number] = runs[number].send(answer)
            except StopIteration as end:
                ends[number] = end.value
                del asked[number]
    return [ends[number] for number in range(len(runs))]


def follow(parsed, found, source):
    """Ask for each edge in turn, the content's first: what is the content's is not the cue's.

    Parameters
    ----------
    parsed : Parsed
    found : weigh.Found
    source : (int, int) or None

    Yields
    ------
    tuple
        Kind, side ("first", "last"), guess and walls; the guess with that edge moved is sent back.

    Returns
    -------
    tuple
        As one of `moved`.
    """
    cue, parts = cue_words(parsed, found.cue), list(found.parts)
    own = [one for one in (cue, source) if one]
    for place, side in ((len(parts) - 1, "last"), (0, "first")):
        others = [*own, *(part for part in parts if part != parts[place])]
        others.append((parsed.until_report(parts[place][1], parsed.size, found.cue), parsed.size))  # as a wall
        words = yield "content", side, _words(parsed, parts[place]), _walls(parsed, parts[place], others)
        parts[place] = _widened(parsed, parts[place], words)
    if parsed.lower[found.cue] not in MARKS:
        apart = [source] if source and not source[0] <= found.cue < source[1] else []
        walls = _walls(parsed, cue, [*parts, *apart])
        for side in SIDES:
            cue = yield "cue", side, cue, walls
    if source:
        walls = _walls(parsed, source, [cue, *parts])
        for side in SIDES:
            source = yield "source", side, source, walls
    parts[-1] = without_aside(parsed, *parts[-1])
    return tuple(parts), cue, source


def without_aside(parsed, first, last):
    """Words without a parenthesis of the writer's at their end: she said **the quay is safe** (it broke a week later).

    A short one stays, as the speaker may be to name it so: **the Oslo Harbour Board (OHB)**; so does what is quoted.
    """
    end = last - 1 if parsed.lower[last - 1] == ")" else last
    if end >= parsed.size or parsed.lower[end] != ")" or parsed.quote[end] >= 0:
        return first, last
    opening = next((i for i in range(end - 1, max(first, end - FAR), -1) if parsed.lower[i] in "()"), first)
    if opening == first or parsed.lower[opening] != "(" or sum(parsed.is_word[opening:end]) <= SHORT:
        return first, last
    if any(number >= 0 for number in parsed.quote[opening:end]):  # a text (“**The quay is safe and sound**”)
        return first, last
    return first, _before(parsed, opening, first)


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


def _best(parsed, questions, learned):
    """The most likely of the places that each question leaves open."""
    every, facts = [], {}
    for found, kind, side, guess, walls in questions:
        options = places(parsed, kind, side, guess, found, walls)
        every.append(options)
        if len(options) > 1:
            rows = facts.setdefault(f"{kind} {side}", [])
            rows += [edge_facts(parsed, side, one, guess, found, chance) for one, chance in options.items()]
    weights = {edge: iter(learned.edge[edge](rows).tolist()) for edge, rows in facts.items()}
    best, get = [], learned.edges.get
    for (found, kind, side, guess, _), options in zip(questions, every, strict=True):
        if len(options) > 1:
            of_options = [next(weights[f"{kind} {side}"]) for _ in options]
            for number, one in enumerate(options):
                for name in between(parsed, kind, side, one, guess, found.cue):
                    of_options[number] += get(f"{kind} {side} {name}", 0.0)
            guess = list(options)[of_options.index(max(of_options))]
        best.append(guess)
    return best


def places(parsed, kind, side, guess, found, walls):
    """The spans that differ from a guess at one edge, the guess first.

    Returns
    -------
    dict of (int, int) to str
        How likely each is by the contents that were weighed for the cue: how often one halves the chance, twice over.
    """
    (first, last), cue = guess, found.cue
    likely = _likely(parsed, side, found) if kind == "content" else {}
    if side == "first":
        near = range(cue, cue - REACH - 1, -1) if kind == "cue" else [*likely, *_firsts(parsed, first, last)]
        spans = [(place, last) for place in near if max(walls[0], first - FAR) <= place < last]
    else:
        near = range(cue + 1, cue + REACH + 2) if kind == "cue" else [*likely, *_lasts(parsed, kind, first, last)]
        spans = [(first, place) for place in near if first < place <= min(walls[1], last + FAR)]
    spans = [(a, b) for a, b in spans if parsed.is_word[a] and parsed.is_word[b - 1]]
    if kind == "source":  # Ann said **the police** knew it: who reports it again is not in the source
        spans = [(a, b) for a, b in spans if a >= first or not any(parsed.tag[i] in FINITE for i in range(a, first))]
    if kind == "cue":
        spans = [(a, b) for a, b in spans if parsed.sentence[a] == parsed.sentence[b - 1] == parsed.sentence[cue]]
    else:
        spans = [one for one in dict.fromkeys(spans) if one != guess][:MOST]
    if not likely:
        return dict.fromkeys((guess, *spans), "")
    moving, total = SIDES.index(side), sum(likely.values())
    return {
        one: str(min(int(-2 * log2(likely[one[moving]] / total)), RARE)) if one[moving] in likely else ""
        for one in (guess, *spans)
    }


def _likely(parsed, side, found):
    """The first (or last) words of the likely contents of a cue, and how likely each is."""
    edges = {}
    for chance, parts in found.likely:
        edge = _words(parsed, parts[0])[0] if side == "first" else _words(parsed, parts[-1])[1]
        edges[edge] = edges.get(edge, 0.0) + chance
    return dict(sorted(edges.items()))


def _firsts(parsed, first, last):
    """Places near the first word: a few to either side, and where its sentence and clause begin."""
    begin = parsed.first[parsed.sentence[first]]
    words = [i for i in range(first + 1, min(first + 12, last)) if parsed.is_word[i]][:4]
    words += [i for i in range(first - 1, max(first - 12, begin - 1, -1), -1) if parsed.is_word[i]][:4]
    top = highest(parsed, first, "first")
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
        place = min(parsed.right[highest(parsed, place, "first")] + 1, end)
        found.append(_before(parsed, place, first))
    if kind == "content":
        found.append(_before(parsed, end, first))
    return found


def _before(parsed, place, first):
    """A place behind a word: stops and marks before it are left out."""
    while place > first + 1 and not parsed.is_word[place - 1]:
        place -= 1
    return place
