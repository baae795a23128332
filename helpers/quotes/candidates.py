"""What could be the content of a cue: constructions, each with its name and an example.

A cue word opens a few places where its content can stand: to its right under one of its
complements, to its left ("…, he said"), on both sides, or in the nearest quotation marks. This
module only lists the places; which of them it is, if any, is weighed in `weigh`.
"""

from ..language.grammar import NOUN_SUBJECTS, SUBJECTS
from .acts import act
from .cues import MARKS, cue_class
from .doubt import any_work, inverted, labels_a_turn
from .spans import closes, cuts, starts, trimmed

NO_END = frozenset("punct cc".split())
CLAUSE_SUBJECTS = (*SUBJECTS, "csubjpass")
BEFORE_CUE = frozenset((*NOUN_SUBJECTS, "aux", "auxpass", "neg", "expl", "poss", "det"))
CLAUSAL_LEFT = frozenset("ccomp parataxis dep dobj advcl intj xcomp".split())
FINITE = frozenset("VBD VBZ VBP".split())
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


def candidates(parsed, cue):
    """The places where the content of a cue could stand.

    Parameters
    ----------
    parsed : Parsed
    cue : int
        Token: a verb, noun, adjective, "according" or a colon.

    Returns
    -------
    list of (str, str, str, tuple)
        Construction, how the content begins, how it ends, and its parts as (first, last) tokens,
        the end exclusive. No two have the same parts.
    """
    found = {}
    own = parsed.passages[parsed.quote[cue]] if parsed.quote[cue] >= 0 else None

    def add(construction, begin, end, *parts):
        if own:  # who is quoted says nothing beyond the marks: “Ann says **she is ill**,” said Ben
            parts = ((max(a, own[0] + 1), min(b, own[1] - 1)) for a, b in parts)
        kept = []
        for part in parts:
            part = _from_colon(parsed, *trimmed(parsed, *part))
            if part[1] > part[0] and not any_work(parsed, *part):
                if part[0] <= cue < part[1]:
                    return
                kept.append(part)
        if kept:
            found.setdefault(tuple(kept), (construction, begin, end))

    number = parsed.sentence[cue]
    first, last = parsed.first[number], parsed.last[number]
    while last - 1 > cue and parsed.space[last - 1]:
        last -= 1
    first = next((i + 1 for i in range(first + 1, min(first + 4, cue)) if labels_a_turn(parsed, i)), first)
    if parsed.lower[cue] == ":":
        _colon(parsed, cue, first, last, add)
    elif parsed.lower[cue] in MARKS:
        if parsed.quote[cue] < 0 and cue and parsed.quote[cue - 1] >= 0:
            add("dash", "before", "marks", parsed.passages[parsed.quote[cue - 1]])
    else:
        core, beyond = _core(parsed, cue, first)
        if not _parenthesis(parsed, cue) and not inverted(parsed, cue):
            _right(parsed, cue, first, last, add)
        _left(parsed, cue, first, last, core, beyond, add)
        _quoted(parsed, cue, first, last, core, beyond, add)
    return [(*how, parts) for parts, how in found.items()]


def _from_colon(parsed, first, last):
    """Of words that lead to a colon and one quoted passage the passage: in a letter: **“The bridge is closed.”**"""
    number = parsed.quote[last - 1] if last > first else -1
    if number >= 0:
        begin, end = parsed.passages[number]
        if first < begin - 1 and end == last and parsed.lower[begin - 1] == ":":
            return begin, last
    return first, last


def _parenthesis(parsed, cue):
    """Whether cue and source only frame the sentence: **according** to her; in her **view**; as she **told** us."""
    if parsed.lower[cue] == "according" or _is_view(parsed, cue):
        return True
    kids = parsed.kids[cue]
    if not any(parsed.dep[kid] == "mark" and parsed.lower[kid] == "as" for kid in kids):
        return False
    it = any(parsed.lower[kid] == "it" and parsed.dep[kid] == "dobj" for kid in kids)
    own = any(parsed.dep[kid] in ("ccomp", "xcomp") and kid > cue for kid in kids)
    return it or (not own and parsed.dep[cue] == "advcl" and cue_class(parsed, cue) in ("neutral", "assertive"))


def _is_view(parsed, cue):
    head = parsed.head[cue]
    return parsed.lemma[cue] in VIEWS and parsed.pos[cue] == "NOUN" and parsed.lower[head] in ("in", "by", "from", "to")


def _core(parsed, cue, first):
    """Bounds of the words that name cue and source: (first token, one past the last)."""
    core, beyond = cue, cue + 1
    if parsed.lower[cue] == "according":
        return cue, parsed.right[cue] + 1
    if _is_view(parsed, cue):
        return parsed.head[cue], parsed.right[parsed.head[cue]] + 1
    for kid in parsed.kids[cue]:
        dep = parsed.dep[kid]
        if kid < cue and dep in BEFORE_CUE:
            core = min(core, parsed.left[kid])
        elif kid > cue and dep in CLAUSE_SUBJECTS:
            beyond = max(beyond, parsed.right[kid] + 1)
    if core == cue and parsed.dep[cue] == "conj" and parsed.head[cue] < cue:  # "X, he said and added"
        head = parsed.head[cue]
        for kid in parsed.kids[head]:
            if kid < head and parsed.dep[kid] in CLAUSE_SUBJECTS:
                core = parsed.left[kid]
    return max(core, first), beyond


def _right(parsed, cue, first, last, add):
    begins = starts(parsed, cue)
    ends = [(parsed.right[k] + 1, parsed.dep[k]) for k in parsed.kids[cue] if k > cue and parsed.dep[k] not in NO_END]
    ends = ends[:MOST_ENDS]
    passive = [k for k in parsed.kids[cue] if parsed.dep[k] == "nsubjpass" and parsed.lower[k] not in ("it", "there")]
    for begin, name, child in begins:
        for end, dep in [*ends, *cuts(parsed, child)]:
            end = parsed.until_report(begin + 1, end, cue)
            if end > begin and end > child:
                add("complement", name, dep, (begin, end))
                for close in closes(parsed, begin, end):
                    add("complement", name, "marks", (begin, close))
                if passive and dep in ("xcomp", "ccomp", "oprd", "advcl", "acl", "prep"):
                    subject = (parsed.left[passive[0]], parsed.right[passive[0]] + 1)
                    add("passive subject", name, dep, subject, (begin, end))
        add("complement", name, "sentence", (begin, parsed.until_report(begin + 1, last, cue)))
        number = parsed.quote[last - 1]
        if number >= 0 and parsed.passages[number][1] > last and parsed.passages[number][0] > cue:
            add("complement", name, "marks", (begin, parsed.passages[number][1]))
    behind = any(kid > cue and parsed.dep[kid] in SUBJECTS for kid in parsed.kids[cue])  # “No,” said Ann Lee, a nurse
    if not begins and not behind and last - cue > 2:
        add("complement", "rest", "sentence", (cue + 1, parsed.until_report(cue + 2, last, cue)))
    for kid in passive:
        add("passive subject", "nsubjpass", "nsubjpass", (parsed.left[kid], parsed.right[kid] + 1))
    if parsed.dep[cue] in ("relcl", "acl") and parsed.head[cue] < cue and parsed.tag[cue] in ("VBD", "VBP", "VBZ"):
        head = parsed.head[cue]
        add("head of relative clause", "head", parsed.dep[head], (parsed.left[head], max(parsed.left[cue], head + 1)))
    for kid in parsed.kids[cue]:
        if kid < cue and parsed.dep[kid] in ("dobj", "ccomp", "attr", "pobj"):
            add("content first", "fronted", parsed.dep[kid], (parsed.left[kid], parsed.right[kid] + 1))


def _left(parsed, cue, first, last, core, beyond, add):
    """Content before the cue's clause, after it, or around it."""
    host = cue
    if _is_view(parsed, cue):
        host = parsed.head[parsed.head[cue]]
    elif parsed.lower[cue] == "according" or parsed.dep[cue] in ("parataxis", "advcl", "ccomp", "conj", "dep"):
        host = parsed.head[cue]
    after = max(beyond, parsed.right[cue] + 1) if host != cue else beyond
    comma = next((i for i in range(beyond, min(last, beyond + 14)) if parsed.lower[i] == ","), None)
    tails = []
    for begin, name in ((after, "after clause"), (comma + 1 if comma is not None else None, "after comma")):
        if begin is not None and last - begin > 2:
            tails.append((begin, name))
    number = parsed.quote[last - 1]
    stop = parsed.passages[number][1] if number >= 0 and parsed.passages[number][0] > cue else last
    if core - first > 1 and (parsed.pos[core - 1] == "PUNCT" or parsed.quote[core - 1] >= 0 or host != cue):
        begins = [(first, "sentence")]
        quote = parsed.quote[core - 1] if parsed.quote[core - 1] >= 0 else parsed.quote[max(core - 2, 0)]
        if quote >= 0 and parsed.passages[quote][1] <= core:
            begins.append((parsed.passages[quote][0], "marks"))
        clause = [k for k in parsed.kids[cue] if k < core and parsed.dep[k] in CLAUSAL_LEFT]
        if clause and parsed.left[clause[0]] != first:
            begins.append((parsed.left[clause[0]], parsed.dep[clause[0]]))
        if host != cue and host < core and parsed.left[host] > first:
            begins.append((parsed.left[host], "host"))
        for begin, name in begins:
            add("content first", name, "cue", (begin, core))
            for tail, how in tails:
                if parsed.lower[tail] != "that":  # Despite that, he said **that** the bridge is closed
                    add("content around", name, how, (begin, core), (tail, stop))
            follows = _follows(parsed, last)
            if follows:
                add("content around", name, "next sentence", (begin, core), follows)
    elif core - first > 1 and host == cue:
        add("content first", "unmarked", "cue", (first, core))
    if core - first <= 1 or _parenthesis(parsed, cue) or host != cue:
        for tail, how in tails:
            add("content after", how, "sentence", (tail, stop))
        if host != cue and host > cue:
            add("content after", "host", "host", (after, parsed.right[host] + 1))


def _follows(parsed, last):
    """The quoted passage that begins the next sentence of the same block, if there is one."""
    while last < parsed.size and parsed.space[last]:
        return None
    if last >= parsed.size:
        return None
    number = parsed.quote[last]
    if number >= 0 and parsed.passages[number][0] == last and not _has_cue(parsed, parsed.passages[number][1]):
        return parsed.passages[number]
    return None


def _has_cue(parsed, end):
    """Whether a passage that ends here has a cue of its own behind it: “We won,” **Ben Ross said**."""
    for i in range(end, min(end + CLOSE, parsed.size)):
        if parsed.quote[i] >= 0 or parsed.sentence[i] != parsed.sentence[end - 1]:
            return False
        if parsed.pos[i] == "VERB" and cue_class(parsed, i) is not None:
            return True
    return False


def _quoted(parsed, cue, first, last, core, beyond, add):
    """The nearest passages in marks, before the cue and after it."""
    before = after = None
    own = parsed.quote[cue]
    low = max(first - 2, core - REACH, 0)
    if low < core and parsed.quoted_before[core] > parsed.quoted_before[low]:
        for i in range(core - 1, low - 1, -1):
            if parsed.quote[i] >= 0 and parsed.quote[i] != own:
                before = parsed.quote[i]
                break
            if parsed.space[i]:  # what another paragraph quotes has a cue of its own
                break
    high = min(last + 2, beyond + REACH, parsed.size)
    if beyond < high and parsed.quoted_before[high] > parsed.quoted_before[beyond]:
        after = next((number for number in parsed.quote[beyond:high] if number >= 0 and number != own), None)
    runs = parsed.passages
    if before is not None:
        add("quotation", "before", "marks", runs[before])
    if after is not None:
        add("quotation", "after", "marks", runs[after])
        more = after
        while more + 1 < len(runs) and runs[more + 1][0] < last:
            more += 1
        if more > after:
            add("quotation", "after", "several", (runs[after][0], runs[more][1]))
        apart = parsed.sentence[runs[after][0]] != parsed.sentence[cue]
        again = any(act(parsed, i) == "said" and parsed.tag[i] in FINITE for i in range(cue + 1, runs[after][0]))
        if before is not None and not again and not (apart and _has_cue(parsed, runs[after][1])):
            add("quotation", "before", "after", runs[before], runs[after])
    follows = _follows(parsed, last)
    if follows:
        if after is not None and parsed.passages[after] != follows:
            add("quotation", "after", "next sentence", runs[after], follows)
        if before is not None:
            add("quotation", "before", "next sentence", runs[before], follows)
        add("quotation", "next", "next sentence", follows)


def _colon(parsed, cue, first, last, add):
    number = parsed.quote[cue + 1] if cue + 1 < parsed.size else -1
    if number >= 0 and parsed.passages[number][0] == cue + 1:
        add("colon", "marks", "marks", parsed.passages[number])
    if last - cue > 2:
        add("colon", "after", "sentence", (cue + 1, last))
        block, sentence = parsed.block[parsed.sentence[cue]], parsed.sentence[cue]
        while (
            sentence + 1 < len(parsed.first)
            and parsed.block[sentence + 1] == block
            and sentence - parsed.sentence[cue] < 8
        ):
            sentence += 1
        end = parsed.last[sentence]
        while end > last and parsed.space[end - 1]:
            end -= 1
        add("colon", "after", "block", (cue + 1, end))
    else:
        following = parsed.sentence[cue] + 1
        if following < len(parsed.first):
            add("colon", "next", "sentence", (parsed.first[following], parsed.last[following]))
    if cue - first > 3:
        add("colon", "before", "sentence", (first, cue))
