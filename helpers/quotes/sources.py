"""Which words name the source: the noun phrases near a cue, and what speaks for each."""

from ..coreference.words import noun_class
from .features import _bucket, stands_for
from .templates import NO, Templates

HEADS = frozenset("NOUN PROPN PRON".split())
NOWHERE = frozenset("GPE LOC FAC DATE TIME ORG".split())
NEAR = 40  # tokens
BODILESS = ("place", "thing", "organisation")  # of these nobody says "who"
CLAUSES = frozenset("relcl acl advcl parataxis ccomp".split())
MOST = 14
STEPS = 6  # up from a noun to the verb of its clause
ASKING = frozenset("why how when where did does do can could should would is are was were has have".split())


def source_candidates(parsed, cue, parts):
    """Heads of the noun phrases that may name the source of a cue.

    Parameters
    ----------
    parsed : Parsed
    cue : int
    parts : tuple of (int, int)
        The content, as tokens: nothing in it is its own source.

    Returns
    -------
    list of (int, str)
        Head and its path from the cue in the tree: "^" a step up, "v" a step down.
    """
    number = parsed.sentence[cue]
    first, last = parsed.first[number], parsed.last[number]
    up, node, steps = {cue: ""}, cue, 0
    while parsed.head[node] != node and steps < 6:
        up[parsed.head[node]] = up[node] + "^" + parsed.dep[node]
        node, steps = parsed.head[node], steps + 1
    found = []
    for token in range(max(first, cue - NEAR), min(last, cue + NEAR)):
        if parsed.pos[token] not in HEADS and not (token == cue - 1 or token in up):
            continue
        if token == cue or parsed.pos[token] in ("PUNCT", "SPACE", "ADP", "AUX", "VERB", "DET", "ADV", "PART"):
            continue
        if any(a <= token < b for a, b in parts):
            continue
        if parsed.dep[token] in ("compound", "npadvmod") and parsed.head[token] != cue:
            continue
        if parsed.lower[token] == "condition" and "anonymity" in parsed.lower[token + 1 : token + 3]:
            continue  # said on the condition of anonymity
        path, node, steps = "", token, 0
        while node not in up and parsed.head[node] != node and steps < 5:
            path = "v" + parsed.dep[node] + path
            node, steps = parsed.head[node], steps + 1
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


SOURCE = Templates(
    "lemma pos cue_tag cue_dep construction root path near_path dep kind side gap inside word base between rank number "
    "head after",
    "p={path} p={path}/{pos} p={path}/{lemma} p={path}/{construction} p={path}/{kind} p={path}/{cue_tag} "
    "p={near_path} d={dep} d={dep}/{side}/{gap} d={dep}/{construction}/{side} k={kind} k={kind}/{side}/{construction} "
    "w={word} w={base}/{dep} g={side}/{gap} g={side}/{gap}/{construction} i={inside} b={between}/{side} "
    "r={rank}/{side} n={number} h={head}/{dep} c={cue_dep}/{dep}/{side}/{root} a={after}/{dep}",
    always="bias",
)
MOST_RANK, MOST_NUMBER = 5, 6


def source_facts(parsed, cue, construction, parts, candidates):
    """The facts of `SOURCE` for each source candidate of a cue.

    Yields
    ------
    tuple of str
    """
    own = (parsed.lemma[cue], parsed.pos[cue], parsed.tag[cue], parsed.dep[cue], construction)
    root = NO[parsed.head[cue] == cue]
    for rank, (token, path) in enumerate(candidates):
        low, high = sorted((token, cue))
        yield (
            *own,
            root,
            path,
            path[-12:],
            parsed.dep[token],
            parsed.what[token] or parsed.tag[token],
            "before" if token < cue else "after",
            str(_bucket(high - low)),
            NO[parsed.quote[token] >= 0 and parsed.quote[token] != parsed.quote[cue]],
            parsed.form[token],
            parsed.base[token],
            NO[any(low < a < high for a, _ in parts)],
            str(min(rank, MOST_RANK)),
            str(min(len(candidates), MOST_NUMBER)),
            parsed.base[parsed.head[token]],
            parsed.form[token + 1] if token + 1 < parsed.size else "",
        )


def no_source_features(parsed, cue, construction):
    """Features of the choice that the article names no source."""
    deps = [parsed.dep[kid] for kid in parsed.kids[cue]]
    return [
        "null",
        f"null={parsed.lemma[cue]}",
        f"null={parsed.pos[cue]}/{parsed.dep[cue]}",
        f"null={parsed.lemma[cue]}/{parsed.dep[cue]}",
        f"null={'nsubj' in deps}/{'nsubjpass' in deps}/{'agent' in deps}/{parsed.pos[cue]}",
        f"null={construction}",
        f"null={parsed.tag[cue]}/{parsed.dep[cue]}",
        f"null/head={parsed.base[parsed.head[cue]]}",
    ]


def phrase(parsed, head, cue):
    """The noun phrase of a head as (first, last) tokens: no clause that hangs on it, not the cue."""
    over = parsed.head[head]
    if parsed.dep[head] == "appos" and parsed.pos[over] == "PROPN" and (over < head < cue or cue < over):
        head = over  # Ann Lee, the mayor, said
    last = head
    beyond = cue if cue > head else parsed.size
    for token in range(head + 1, min(parsed.right[head] + 1, beyond)):
        if parsed.quote[token] >= 0 > parsed.quote[head]:
            break  # said Ann Lee, a nurse, “and it is cold”
        node = token
        while node != head and parsed.dep[node] not in CLAUSES and parsed.head[node] != node:
            node = parsed.head[node]
        if node == head and parsed.pos[token] not in ("PUNCT", "SPACE") and parsed.tag[token] != "POS":
            last = token
    first = parsed.left[head]
    if first <= cue < head:
        first = cue + 1
    while first < head and (parsed.pos[first] in ("PUNCT", "SPACE", "SCONJ", "CCONJ") or parsed.dep[first] == "mark"):
        first += 1
    return first, last + 1


def _who(parsed, noun):
    """The people in a place, of a body or on a day of whom a clause with "who" tells: **hikers** from Oslo who say so.

    An **adviser** to the campaign who says so; a **nurse** familiar with the plan, who says so.
    """
    kids = [kid for kid in parsed.kids[noun] if parsed.dep[kid] == "relcl"]
    if parsed.dep[noun] != "pobj" or not any(parsed.lower[one] == "who" for kid in kids for one in parsed.kids[kid]):
        return noun
    if parsed.entity[noun] not in NOWHERE and noun_class(parsed.base[noun]) not in BODILESS:
        return noun
    over = parsed.head[parsed.head[noun]]
    over = parsed.head[over] if parsed.pos[over] == "ADJ" else over
    options = [over, *(kid for kid in parsed.kids[over] if parsed.dep[kid] in ("dobj", "pobj"))]
    people = (i for i in options if i < noun and noun_class(parsed.base[i]) in ("person", "people"))
    return next((i for i in people if parsed.pos[i] in HEADS), noun)


def _doer(parsed, head, cue):
    """Whose acts a clause tells that took the subject of the cue behind it: **nurses** hoping for rain say so."""
    if parsed.dep[head] not in ("pobj", "dobj", "advcl", "csubj") or head > cue:
        return head
    node = head
    for _ in range(STEPS):
        if parsed.head[node] in (node, cue) or node == parsed.head[cue]:
            break
        node = parsed.head[node]
    deps = [parsed.dep[kid] for kid in parsed.kids[node]]
    before = parsed.dep[node] in ("advcl", "csubj") and parsed.head[node] == cue
    if parsed.tag[node] != "VBG" or "aux" in deps or not (before or node == parsed.head[cue]):
        return head
    return next((kid for kid in parsed.kids[node] if parsed.dep[kid] == "nsubj" and parsed.pos[kid] in HEADS), head)


def named(parsed, source, cue):
    """A source, or what it stands for where it is a relative pronoun: **Ann Lee**, who said so; **all** who say so.

    A word that asks is not of it: Why **Ann Lee** says so; Will **Lee** Say So? But: **Will Lee** says so.
    """
    first, last = source
    noun = _who(parsed, stands_for(parsed, first))
    if last - first == 1 and noun != first and parsed.pos[noun] in HEADS:
        return phrase(parsed, noun, first)
    head = next((i for i in range(first, last) if not first <= parsed.head[i] < last), first)
    doer = _doer(parsed, head, cue)
    if doer != head:
        return phrase(parsed, doer, cue)
    over = _who(parsed, head)
    if over != head and over < first:  # **hikers** around the lake who say so
        return phrase(parsed, over, last)
    number = parsed.sentence[first]
    asks = parsed.lower[first] in ASKING or (
        parsed.lower[first] == "will" and "?" in parsed.lower[max(parsed.last[number] - 3, last) : parsed.last[number]]
    )
    return (first + 1, last) if asks and last - first > 1 and first == parsed.first[number] else source
