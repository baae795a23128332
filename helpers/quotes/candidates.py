"""What could be the content of a cue: constructions, each with its name and an example.

A cue word opens a few places where its content can stand: to its right under one of its
complements, to its left ("…, he said"), on both sides, or in the nearest quotation marks. This
module only lists the places; which of them it is, if any, is weighed in `weigh`.
"""

from ..language.grammar import SUBJECTS
from .cues import MARKS, cue_class
from .spans import closes, cuts, starts, trimmed

NO_END = frozenset("punct cc".split())
CLAUSE_SUBJECTS = (*SUBJECTS, "csubjpass")
CLAUSAL_LEFT = frozenset("ccomp parataxis dep dobj advcl intj xcomp".split())
MOST_ENDS = 5
REACH = 60
CLOSE = 8  # words behind a passage in which its own cue stands
VIEWS = frozenset("view opinion word account eye mind perspective estimate telling reading".split())

# Name -> an example and the content in it, the parts separated by " … ".
CONSTRUCTIONS = {
    "complement": ("The mayor said that the bridge is closed.", "that the bridge is closed"),
    "content first": ("The bridge is closed, the mayor said.", "The bridge is closed"),
    "content around": ("The bridge, the mayor said, is closed for good.", "The bridge … is closed for good"),
    "content after": ("According to the mayor, the bridge is closed.", "the bridge is closed"),
    "quotation": (
        "Anna Berg laughed. “Nobody knows what will happen to us.”",
        "“Nobody knows what will happen to us.”",
    ),
    "passive subject": ("The bridge is expected to close.", "The bridge … to close"),
    "head of relative clause": ("He read the claims that Anna Berg made.", "the claims"),
    "colon": ("The mayor: “The bridge stays closed.”", "“The bridge stays closed.”"),
    "dash": ("“The bridge stays closed.” — Anna Berg", "“The bridge stays closed.”"),
}


def candidates(flat, cue):
    """The places where the content of a cue could stand.

    Parameters
    ----------
    flat : Flat
    cue : int
        Token: a verb, noun, adjective, "according" or a colon.

    Returns
    -------
    list of (str, str, str, tuple)
        Construction, how the content begins, how it ends, and its parts as (first, last) tokens,
        the end exclusive. No two have the same parts.
    """
    found = {}

    def add(construction, begin, end, *parts):
        parts = tuple(part for part in (trimmed(flat, *p) for p in parts) if part[1] > part[0])
        if parts and not any(a <= cue < b for a, b in parts):
            found.setdefault(parts, (construction, begin, end))

    number = flat.sentence[cue]
    first, last = flat.first[number], flat.last[number]
    while last - 1 > cue and flat.space[last - 1]:
        last -= 1
    if flat.lower[cue] == ":":
        _colon(flat, cue, first, last, add)
    elif flat.lower[cue] in MARKS:
        if flat.quote[cue] < 0 and cue and flat.quote[cue - 1] >= 0:
            add("dash", "before", "marks", flat.passages[flat.quote[cue - 1]])
    else:
        core, beyond = _core(flat, cue, first)
        if not _parenthesis(flat, cue):
            _right(flat, cue, first, last, add)
        _left(flat, cue, first, last, core, beyond, add)
        _quoted(flat, cue, first, last, core, beyond, add)
    return [(*how, parts) for parts, how in found.items()]


def _parenthesis(flat, cue):
    """Whether cue and source only frame the sentence: **according** to her; in her **view**; as she **put** it."""
    if flat.lower[cue] == "according" or _is_view(flat, cue):
        return True
    marked = any(flat.dep[kid] == "mark" and flat.lower[kid] == "as" for kid in flat.kids[cue])
    return marked and any(flat.lower[kid] == "it" and flat.dep[kid] == "dobj" for kid in flat.kids[cue])


def _is_view(flat, cue):
    head = flat.head[cue]
    return flat.lemma[cue] in VIEWS and flat.pos[cue] == "NOUN" and flat.lower[head] in ("in", "by", "from", "to")


def _core(flat, cue, first):
    """Bounds of the words that name cue and source: (first token, one past the last)."""
    core, beyond = cue, cue + 1
    if flat.lower[cue] == "according":
        return cue, flat.right[cue] + 1
    if _is_view(flat, cue):
        return flat.head[cue], flat.right[flat.head[cue]] + 1
    for kid in flat.kids[cue]:
        dep = flat.dep[kid]
        if kid < cue and dep in ("nsubj", "nsubjpass", "aux", "auxpass", "neg", "expl", "poss", "det"):
            core = min(core, flat.left[kid])
        elif kid > cue and dep in CLAUSE_SUBJECTS:
            beyond = max(beyond, flat.right[kid] + 1)
    if core == cue and flat.dep[cue] == "conj" and flat.head[cue] < cue:  # "X, he said and added"
        head = flat.head[cue]
        for kid in flat.kids[head]:
            if kid < head and flat.dep[kid] in CLAUSE_SUBJECTS:
                core = flat.left[kid]
    return max(core, first), beyond


def _right(flat, cue, first, last, add):
    begins = starts(flat, cue)
    ends = [(flat.right[k] + 1, flat.dep[k]) for k in flat.kids[cue] if k > cue and flat.dep[k] not in NO_END]
    ends = ends[:MOST_ENDS]
    passive = [k for k in flat.kids[cue] if flat.dep[k] == "nsubjpass" and flat.lower[k] not in ("it", "there")]
    for begin, name, child in begins:
        for end, dep in [*ends, *cuts(flat, child)]:
            if end > begin and end > child:
                add("complement", name, dep, (begin, end))
                for close in closes(flat, begin, end):
                    add("complement", name, "marks", (begin, close))
                if passive and dep in ("xcomp", "ccomp", "oprd", "advcl", "acl", "prep"):
                    subject = (flat.left[passive[0]], flat.right[passive[0]] + 1)
                    add("passive subject", name, dep, subject, (begin, end))
        add("complement", name, "sentence", (begin, last))
        number = flat.quote[last - 1]
        if number >= 0 and flat.passages[number][1] > last and flat.passages[number][0] > cue:
            add("complement", name, "marks", (begin, flat.passages[number][1]))
    if not begins and last - cue > 2:
        add("complement", "rest", "sentence", (cue + 1, last))
    for kid in passive:
        add("passive subject", "nsubjpass", "nsubjpass", (flat.left[kid], flat.right[kid] + 1))
    if flat.dep[cue] in ("relcl", "acl") and flat.head[cue] < cue and flat.tag[cue] in ("VBD", "VBP", "VBZ"):
        head = flat.head[cue]
        add("head of relative clause", "head", flat.dep[head], (flat.left[head], max(flat.left[cue], head + 1)))
    for kid in flat.kids[cue]:
        if kid < cue and flat.dep[kid] in ("dobj", "ccomp", "attr", "pobj"):
            add("content first", "fronted", flat.dep[kid], (flat.left[kid], flat.right[kid] + 1))


def _left(flat, cue, first, last, core, beyond, add):
    """Content before the cue's clause, after it, or around it."""
    host = cue
    if _is_view(flat, cue):
        host = flat.head[flat.head[cue]]
    elif flat.lower[cue] == "according" or flat.dep[cue] in ("parataxis", "advcl", "ccomp", "conj", "dep"):
        host = flat.head[cue]
    after = max(beyond, flat.right[cue] + 1) if host != cue else beyond
    comma = next((i for i in range(beyond, min(last, beyond + 14)) if flat.lower[i] == ","), None)
    tails = []
    for begin, name in ((after, "after clause"), (comma + 1 if comma is not None else None, "after comma")):
        if begin is not None and last - begin > 2:
            tails.append((begin, name))
    number = flat.quote[last - 1]
    stop = flat.passages[number][1] if number >= 0 and flat.passages[number][0] > cue else last
    if core - first > 1 and (flat.pos[core - 1] == "PUNCT" or flat.quote[core - 1] >= 0 or host != cue):
        begins = [(first, "sentence")]
        quote = flat.quote[core - 1] if flat.quote[core - 1] >= 0 else flat.quote[max(core - 2, 0)]
        if quote >= 0 and flat.passages[quote][1] <= core:
            begins.append((flat.passages[quote][0], "marks"))
        clause = [k for k in flat.kids[cue] if k < core and flat.dep[k] in CLAUSAL_LEFT]
        if clause and flat.left[clause[0]] != first:
            begins.append((flat.left[clause[0]], flat.dep[clause[0]]))
        if host != cue and host < core and flat.left[host] > first:
            begins.append((flat.left[host], "host"))
        for begin, name in begins:
            add("content first", name, "cue", (begin, core))
            for tail, how in tails:
                add("content around", name, how, (begin, core), (tail, stop))
            follows = _follows(flat, last)
            if follows:
                add("content around", name, "next sentence", (begin, core), follows)
    elif core - first > 1 and host == cue:
        add("content first", "unmarked", "cue", (first, core))
    if core - first <= 1 or _parenthesis(flat, cue) or host != cue:
        for tail, how in tails:
            add("content after", how, "sentence", (tail, stop))
        if host != cue and host > cue:
            add("content after", "host", "host", (after, flat.right[host] + 1))


def _follows(flat, last):
    """The quoted passage that begins the next sentence of the same block, if there is one."""
    while last < flat.size and flat.space[last]:
        return None
    if last >= flat.size:
        return None
    number = flat.quote[last]
    if number >= 0 and flat.passages[number][0] == last and not _has_cue(flat, flat.passages[number][1]):
        return flat.passages[number]
    return None


def _has_cue(flat, end):
    """Whether a passage that ends here has a cue of its own behind it: “We won,” **Ben Ross said**."""
    for i in range(end, min(end + CLOSE, flat.size)):
        if flat.quote[i] >= 0 or flat.sentence[i] != flat.sentence[end - 1]:
            return False
        if flat.pos[i] == "VERB" and cue_class(flat, i) is not None:
            return True
    return False


def _quoted(flat, cue, first, last, core, beyond, add):
    """The nearest passages in marks, before the cue and after it."""
    before = after = None
    i = core - 1
    while i >= max(first - 2, core - REACH, 0):
        if flat.quote[i] >= 0 and flat.quote[i] != flat.quote[cue]:
            before = flat.quote[i]
            break
        i -= 1
    for i in range(beyond, min(last + 2, beyond + REACH, flat.size)):
        if flat.quote[i] >= 0 and flat.quote[i] != flat.quote[cue]:
            after = flat.quote[i]
            break
    runs = flat.passages
    if before is not None:
        add("quotation", "before", "marks", runs[before])
    if after is not None:
        add("quotation", "after", "marks", runs[after])
        more = after
        while more + 1 < len(runs) and runs[more + 1][0] < last:
            more += 1
        if more > after:
            add("quotation", "after", "several", (runs[after][0], runs[more][1]))
        if before is not None:
            add("quotation", "before", "after", runs[before], runs[after])
    follows = _follows(flat, last)
    if follows:
        if after is not None and flat.passages[after] != follows:
            add("quotation", "after", "next sentence", runs[after], follows)
        if before is not None:
            add("quotation", "before", "next sentence", runs[before], follows)
        add("quotation", "next", "next sentence", follows)


def _colon(flat, cue, first, last, add):
    number = flat.quote[cue + 1] if cue + 1 < flat.size else -1
    if number >= 0 and flat.passages[number][0] == cue + 1:
        add("colon", "marks", "marks", flat.passages[number])
    if last - cue > 2:
        add("colon", "after", "sentence", (cue + 1, last))
        block, sentence = flat.block[flat.sentence[cue]], flat.sentence[cue]
        while (
            sentence + 1 < len(flat.first) and flat.block[sentence + 1] == block and sentence - flat.sentence[cue] < 8
        ):
            sentence += 1
        end = flat.last[sentence]
        while end > last and flat.space[end - 1]:
            end -= 1
        add("colon", "after", "block", (cue + 1, end))
    else:
        following = flat.sentence[cue] + 1
        if following < len(flat.first):
            add("colon", "next", "sentence", (flat.first[following], flat.last[following]))
    if cue - first > 3:
        add("colon", "before", "sentence", (first, cue))
