"""Which words name the source: the noun phrases near a cue, and what speaks for each."""

from .features import _bucket

HEADS = frozenset("NOUN PROPN PRON".split())
NEAR = 40  # tokens
CLAUSES = frozenset("relcl acl advcl parataxis ccomp".split())
MOST = 14


def source_candidates(flat, cue, parts):
    """Heads of the noun phrases that may name the source of a cue.

    Parameters
    ----------
    flat : Flat
    cue : int
    parts : tuple of (int, int)
        The content, as tokens: nothing in it is its own source.

    Returns
    -------
    list of (int, str)
        Head and its path from the cue in the tree: "^" a step up, "v" a step down.
    """
    number = flat.sentence[cue]
    first, last = flat.first[number], flat.last[number]
    up, node, steps = {cue: ""}, cue, 0
    while flat.head[node] != node and steps < 6:
        up[flat.head[node]] = up[node] + "^" + flat.dep[node]
        node, steps = flat.head[node], steps + 1
    found = []
    for token in range(max(first, cue - NEAR), min(last, cue + NEAR)):
        if flat.pos[token] not in HEADS and not (token == cue - 1 or token in up):
            continue
        if token == cue or flat.pos[token] in ("PUNCT", "SPACE", "ADP", "AUX", "VERB", "DET", "ADV", "PART"):
            continue
        if any(a <= token < b for a, b in parts):
            continue
        if flat.dep[token] in ("compound", "npadvmod") and flat.head[token] != cue:
            continue
        path, node, steps = "", token, 0
        while node not in up and flat.head[node] != node and steps < 5:
            path = "v" + flat.dep[node] + path
            node, steps = flat.head[node], steps + 1
        if node not in up:
            path = "far"
        if _within_clause(path):
            continue
        found.append((token, up.get(node, "") + path))
    if len(found) > MOST:
        found.sort(key=lambda pair: abs(pair[0] - cue))
        found = sorted(found[:MOST])
    return found


def _within_clause(path):
    """Whether a path goes into a clause about the subject: said Jonas Oake, who speaks for forty crews.

    >>> _within_clause("vnsubjvrelclvprepvpobj"), _within_clause("vnsubjvprepvpobj")
    (True, False)
    """
    about = path.partition("vnsubj")[2]
    return any(f"v{clause}" in about for clause in ("relcl", "acl"))


def source_features(flat, cue, construction, parts, candidate, place):
    """Features of one source candidate; `place` is its rank and the number of candidates."""
    token, path = candidate
    lemma, pos = flat.lemma[cue], flat.pos[cue]
    dep, kind = flat.dep[token], flat.what[token] or flat.tag[token]
    side = "before" if token < cue else "after"
    gap = _bucket(abs(token - cue))
    inside = flat.quote[token] >= 0 and flat.quote[token] != flat.quote[cue]
    word = flat.form[token]
    between = any(min(token, cue) < a < max(token, cue) for a, _ in parts)
    root = flat.head[cue] == cue
    return [
        "bias",
        f"p={path}",
        f"p={path}/{pos}",
        f"p={path}/{lemma}",
        f"p={path}/{construction}",
        f"p={path}/{kind}",
        f"p={path}/{flat.tag[cue]}",
        f"p={path[-12:]}",
        f"d={dep}",
        f"d={dep}/{side}/{gap}",
        f"d={dep}/{construction}/{side}",
        f"k={kind}",
        f"k={kind}/{side}/{construction}",
        f"w={word}",
        f"w={flat.base[token]}/{dep}",
        f"g={side}/{gap}",
        f"g={side}/{gap}/{construction}",
        f"i={inside}",
        f"b={between}/{side}",
        f"r={place[0]}/{side}",
        f"n={place[1]}",
        f"h={flat.base[flat.head[token]]}/{dep}",
        f"c={flat.dep[cue]}/{dep}/{side}/{root}",
        f"a={flat.form[token + 1] if token + 1 < flat.size else ''}/{dep}",
    ]


def no_source_features(flat, cue, construction):
    """Features of the choice that the article names no source."""
    deps = [flat.dep[kid] for kid in flat.kids[cue]]
    return [
        "null",
        f"null={flat.lemma[cue]}",
        f"null={flat.pos[cue]}/{flat.dep[cue]}",
        f"null={flat.lemma[cue]}/{flat.dep[cue]}",
        f"null={'nsubj' in deps}/{'nsubjpass' in deps}/{'agent' in deps}/{flat.pos[cue]}",
        f"null={construction}",
        f"null={flat.tag[cue]}/{flat.dep[cue]}",
        f"null/head={flat.base[flat.head[cue]]}",
    ]


def phrase(flat, head, cue):
    """The noun phrase of a head as (first, last) tokens: no clause that hangs on it, not the cue."""
    last = head
    beyond = cue if cue > head else flat.size
    for token in range(head + 1, min(flat.right[head] + 1, beyond)):
        node = token
        while node != head and flat.dep[node] not in CLAUSES and flat.head[node] != node:
            node = flat.head[node]
        if node == head and flat.pos[token] not in ("PUNCT", "SPACE") and flat.tag[token] != "POS":
            last = token
    first = flat.left[head]
    if first <= cue < head:
        first = cue + 1
    while first < head and (flat.pos[first] in ("PUNCT", "SPACE", "SCONJ", "CCONJ") or flat.dep[first] == "mark"):
        first += 1
    return first, last + 1
