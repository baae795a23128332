"""Where a complement of a cue can begin and end, and ranges of tokens without stops at their ends."""

# Relations that never begin a content to the right of its cue.
NO_START = frozenset(
    "nsubj nsubjpass csubj aux auxpass neg punct prt cc conj mark advmod npadvmod det poss expl".split()
)
COMPLEMENTS = frozenset("pobj pcomp".split())
NOMINAL = frozenset("dobj attr acomp oprd pobj".split())
INNER = frozenset("acl relcl ccomp xcomp prep".split())
# tokens a colon or a pair of marks may be away from its cue
STRIP = frozenset(", . ; : - -- — – … ... ? !".split())
MOST_STARTS = 6


def trimmed(flat, first, last):
    """A range of tokens without stops and commas at its ends, and without half a pair of marks."""
    pos, lower, quote = flat.pos, flat.lower, flat.quote
    while first < last and (flat.space[first] or (lower[first] in STRIP and not _opens(flat, first))):
        first += 1
    while first < last:
        token = last - 1
        opens = quote[token] >= 0 and flat.passages[quote[token]][0] == token
        joins = pos[token] == "CCONJ" and quote[token] < 0
        if not (flat.space[token] or lower[token] in STRIP or opens or joins):
            break
        last -= 1
    if first < last:  # a comma before the closing mark stays, and so does the mark
        number = quote[last - 1]
        if number >= 0 and flat.passages[number][1] > last:
            end = flat.passages[number][1]
            if not any(flat.is_word[i] for i in range(last, min(end, last + 4))) and end <= last + 4:
                last = end
        number = quote[first]
        if number >= 0 and flat.passages[number][0] < first:
            start = flat.passages[number][0]
            if start >= first - 3 and not any(flat.is_word[i] for i in range(start, first)):
                first = start
    return first, last


def _opens(flat, token):
    number = flat.quote[token]
    return number >= 0 and flat.passages[number][0] == token


def starts(flat, cue):
    """Where content to the right can begin: (token, name of the relation, the child)."""
    found = []
    for kid in flat.kids[cue]:
        dep = flat.dep[kid]
        if kid <= cue or dep in NO_START:
            if dep == "advmod" and kid > cue and flat.kids[kid]:
                found += [(flat.left[k], "advmod>" + flat.dep[k], kid) for k in flat.kids[kid] if k > kid][:1]
            continue
        if dep in ("prep", "agent", "dative"):
            inner = [k for k in flat.kids[kid] if k > kid and flat.dep[k] in COMPLEMENTS]
            if flat.lower[kid] in ("as", "like") or not inner:
                found.append((kid, dep, kid))
            for k in inner[:1]:
                found.append((flat.left[k], f"{flat.lower[kid]}>{flat.dep[k]}", kid))
                found += [
                    (flat.left[j], f"{flat.lower[kid]}>{flat.dep[j]}", kid)
                    for j in flat.kids[k]
                    if j > k and flat.dep[j] in ("acl", "ccomp", "relcl")
                ][:1]
            continue
        left = max(flat.left[kid], cue + 1)
        found.append((left, dep, kid))
        if dep in NOMINAL:
            for k in flat.kids[kid]:
                if k > kid and flat.dep[k] in INNER:
                    if flat.dep[k] == "prep":
                        inner = [j for j in flat.kids[k] if j > k and flat.dep[j] in COMPLEMENTS][:1]
                        found += [(flat.left[j], f"{dep}>{flat.lower[k]}", kid) for j in inner]
                    else:
                        found.append((max(flat.left[k], kid + 1), f"{dep}>{flat.dep[k]}", kid))
    return found[:MOST_STARTS]


def cuts(flat, child):
    """Where a complement can end early: before a further clause, after a comma or a conjunction."""
    found = []
    for kid in flat.kids[child]:
        if kid > child and flat.dep[kid] in ("conj", "advcl", "parataxis", "relcl", "dep", "ccomp", "acl"):
            left = flat.left[kid]
            if flat.lower[left - 1] in (",", "--", "—", "–", ";") or flat.pos[left - 1] == "CCONJ":
                found.append((left, "before " + flat.dep[kid]))
    return found[:2]


def closes(flat, begin, end):
    """Where marks close inside a complement: news often goes on about the time and place."""
    found, i = [], begin
    while i < end and len(found) < 2:
        number = flat.quote[i]
        if number < 0:
            i += 1
            continue
        i = flat.passages[number][1]
        if flat.passages[number][0] >= begin and i < end:
            found.append(i)
    return found
