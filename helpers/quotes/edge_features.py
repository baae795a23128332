"""What the weights look at where an edge of a cue, a content or a source may be."""

from .features import _bucket
from .templates import NO, Templates

KINDS = ("cue", "content", "source")
SIDES = ("first", "last")
# What is looked at of a place for an edge. What a letter stands for: m how far it is from the guess, i the word inside
# and o the one outside, ri and ro what they hang on, g the stops between them, t tags, q marks, n how many words, c the
# cue, v how likely the contents that were weighed for the cue make the place, h the construction, j what the phrase
# outside is about ("in a **ruling**").
EDGE = Templates(
    "lemma pos dep tag far in out in_rel out_rel gap in_tag out_tag cut quoted size out_cue in_cue chance how object",
    "m={far} m={far}/{lemma} m={far}/{pos}/{dep} i={in} i={in}/{far} i={in}/{lemma} o={out} o={out}/{far} "
    "o={out}/{lemma} o={out}/{out_rel} ri={in_rel} ro={out_rel} ro={out_rel}/{far} ro={out_rel}/{gap} "
    "ro={out_rel}/{lemma} ri={in_rel}/{out_rel} io={in}/{out} g={gap}/{far} g={gap}/{out} t={in_tag}/{out_tag} "
    "t={out_tag}/{out_rel}/{tag} q={cut}/{quoted}/{far} n={size} c={out_cue}/{in_cue}/{far} "
    "v={chance} v={chance}/{far} v={chance}/{how} h={how}/{far} j={object} j={object}/{out} j={object}/{out_rel}",
)


def highest(parsed, token, side):
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


def edge_facts(parsed, side, span, guess, found, chance):
    """The facts of `EDGE` for one place.

    Returns
    -------
    tuple of str
    """
    (first, last), cue = span, found.cue
    inside, outside = (first, first - 1) if side == "first" else (last - 1, last)
    step = -1 if side == "first" else 1
    gap = ""
    while 0 <= outside < parsed.size and not parsed.is_word[outside] and not parsed.space[outside] and len(gap) < 3:
        gap += parsed.form[outside][:1]
        outside += step
    known = (
        0 <= outside < parsed.size and parsed.sentence[outside] == parsed.sentence[inside] and parsed.is_word[outside]
    )
    top_in = highest(parsed, inside, "last" if side == "last" else "first")
    top_out = highest(parsed, outside, "first" if side == "last" else "last") if known else -1
    number = parsed.quote[inside]
    return (
        parsed.base[cue],
        parsed.pos[cue],
        parsed.dep[cue],
        parsed.tag[cue],
        str(max(-7, min(7, _moved(side, span, guess)))),
        parsed.form[inside],
        parsed.form[outside] if known else "^",
        f"{parsed.dep[top_in]}/{_relation(parsed, top_in, span, cue)}",
        f"{parsed.dep[top_out]}/{_relation(parsed, top_out, span, cue)}" if known else "^",
        gap,
        parsed.tag[inside],
        parsed.tag[outside] if known else "^",
        NO[number >= 0 and number == (parsed.quote[outside] if known else -1)],
        NO[number >= 0],
        str(_bucket(last - first)),
        NO[outside == cue],
        NO[inside == cue],
        chance,
        found.construction,
        _object(parsed, top_out),
    )


def _object(parsed, token):
    """What a phrase is about: the noun of **in** a ruling, the verb of a clause."""
    if token < 0:
        return "^"
    for kid in parsed.kids[token]:
        if kid > token and parsed.dep[kid] in ("pobj", "pcomp"):
            token = kid
            break
    return parsed.what[token] or parsed.base[token]


def _moved(side, span, guess):
    """By how many tokens an edge makes a span longer than the guess."""
    return guess[0] - span[0] if side == "first" else span[1] - guess[1]


def between(parsed, kind, side, span, guess, cue):
    """Features of the words between a cue and its edge, or between an edge and the guess."""
    first, last = span
    if kind == "cue":
        found = []
        for word in range(first, cue) if side == "first" else range(cue + 1, last):
            relation = f"{parsed.dep[word]}/{_relation(parsed, word, span, cue)}"
            form = parsed.form[word]
            found += [f"b={relation}", f"b={form}/{relation}", f"b={form}/{parsed.base[cue]}"]
        return found
    if side == "last" and last != guess[1]:
        low, high = sorted((last, guess[1]))
        return [f"d={parsed.dep[k]}/{last > guess[1]}" for k in range(low, high) if parsed.head[k] < low][:3]
    return []


def edge_features(parsed, kind, side, span, guess, found, chance):
    """Features of one place for an edge.

    Returns
    -------
    list of str
    """
    names = EDGE.names(edge_facts(parsed, side, span, guess, found, chance))
    return [f"{kind} {side} {name}" for name in (*names, *between(parsed, kind, side, span, guess, found.cue))]
