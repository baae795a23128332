"""Where a complement of a cue can begin and end, and ranges of tokens without stops at their ends."""

from ..language.grammar import SUBJECTS

# Relations that never begin a content to the right of its cue.
NO_START = frozenset((*SUBJECTS, *"aux auxpass neg punct prt cc conj mark advmod npadvmod det poss expl".split()))
COMPLEMENTS = frozenset("pobj pcomp".split())
NOMINAL = frozenset("dobj attr acomp oprd pobj".split())
INNER = frozenset("acl relcl ccomp xcomp prep".split())
MOST_STARTS = 6


def trimmed(parsed, first, last):
    """A range of tokens without stops and commas at its ends, and without half a pair of marks."""
    while first < last and parsed.stops_before[first]:
        first += 1
    while first < last and parsed.stops_behind[last - 1]:
        last -= 1
    if first < last:  # a comma before the closing mark stays, and so does the mark
        number = parsed.quote[last - 1]
        if number >= 0 and parsed.passages[number][1] > last:
            end = parsed.passages[number][1]
            if not any(parsed.is_word[last : min(end, last + 4)]) and end <= last + 4:
                last = end
        number = parsed.quote[first]
        if number >= 0 and parsed.passages[number][0] < first:
            start = parsed.passages[number][0]
            if start >= first - 3 and not any(parsed.is_word[start:first]):
                first = start
    return first, last


def starts(parsed, cue):
    """Where content to the right can begin: (token, name of the relation, the child)."""
    found = []
    for kid in parsed.kids[cue]:
        dep = parsed.dep[kid]
        if kid <= cue or dep in NO_START:
            if dep == "advmod" and kid > cue and parsed.kids[kid]:
                found += [(parsed.left[k], "advmod>" + parsed.dep[k], kid) for k in parsed.kids[kid] if k > kid][:1]
            continue
        if dep in ("prep", "agent", "dative"):
            inner = [k for k in parsed.kids[kid] if k > kid and parsed.dep[k] in COMPLEMENTS]
            if parsed.lower[kid] in ("as", "like") or not inner:
                found.append((kid, dep, kid))
            for k in inner[:1]:
                found.append((parsed.left[k], f"{parsed.lower[kid]}>{parsed.dep[k]}", kid))
                found += [
                    (parsed.left[j], f"{parsed.lower[kid]}>{parsed.dep[j]}", kid)
                    for j in parsed.kids[k]
                    if j > k and parsed.dep[j] in ("acl", "ccomp", "relcl")
                ][:1]
            continue
        left = max(parsed.left[kid], cue + 1)
        found.append((left, dep, kid))
        if dep in NOMINAL:
            for k in parsed.kids[kid]:
                if k > kid and parsed.dep[k] in INNER:
                    if parsed.dep[k] == "prep":
                        inner = [j for j in parsed.kids[k] if j > k and parsed.dep[j] in COMPLEMENTS][:1]
                        found += [(parsed.left[j], f"{dep}>{parsed.lower[k]}", kid) for j in inner]
                    else:
                        found.append((max(parsed.left[k], kid + 1), f"{dep}>{parsed.dep[k]}", kid))
    return found[:MOST_STARTS]


def cuts(parsed, child):
    """Where a complement can end early: before a further clause, after a comma or a conjunction."""
    found = []
    for kid in parsed.kids[child]:
        if kid > child and parsed.dep[kid] in ("conj", "advcl", "parataxis", "relcl", "dep", "ccomp", "acl"):
            left = parsed.left[kid]
            if parsed.lower[left - 1] in (",", "--", "—", "–", ";") or parsed.pos[left - 1] == "CCONJ":
                found.append((left, "before " + parsed.dep[kid]))
    return found[:2]


def closes(parsed, begin, end):
    """Where marks close inside a complement: news often goes on about the time and place."""
    found, i = [], begin if parsed.quoted_before[end] > parsed.quoted_before[begin] else end
    while i < end and len(found) < 2:
        number = parsed.quote[i]
        if number < 0:
            i += 1
            continue
        i = parsed.passages[number][1]
        if parsed.passages[number][0] >= begin and i < end:
            found.append(i)
    return found
