"""In which role a source speaks, and which words say so.

The words themselves are data: `role_words`.
"""

from dataclasses import dataclass

from ..coreference import mentions, mentions_in
from ..coreference.words import noun_class
from .channels import UNKNOWN, channel_of, first_hand
from .role_words import (
    AIDES,
    ALSO,
    BY_PARTY,
    FOUND_IN,
    HONORIFICS,
    KIN,
    LEADERS,
    PARTIES,
    PARTY_SIGN,
    PLURAL,
    ROLE_OF,
    SAID,
    SEATS,
    SMALL,
    UNNAMED,
)

ABOUT_HEAD = frozenset("relcl acl appos advcl parataxis punct cc conj".split())
LONGEST = 14  # tokens of an introduction


@dataclass(frozen=True)
class Said:
    """What is known about a source: its role, the tokens that introduce it, channel, and whether at first hand."""

    role: str | None = None
    title: tuple | None = None
    channel: str | None = None
    first_hand: bool | None = None


def about_source(article, parsed, known, source, names, kind, cue, parts):
    """Role, introducing words, channel and first hand of one attribution.

    Parameters
    ----------
    article : Article
    parsed : Parsed
    known : dict
        Name -> tokens, from `introductions`.
    source : (int, int)
        The tokens that name the source, the end exclusive.
    names : list of str
        Canonical names that the words stand for.
    kind : str or None
        The `source_type`.
    cue : int
        Token.
    parts : tuple of (int, int)
        The content.

    Returns
    -------
    Said
    """
    title = _own_title(parsed, source, names)
    role = role_of(parsed, *(title or source))
    if len(names) == 1 and _weak(parsed, role, title or source):
        told = known.get(names[0])
        if told:
            title, role = told, role_of(parsed, *told)
    if role is None and len(names) > 1:  # the role that all of them have
        shared = {role_of(parsed, *known[name]) if name in known else None for name in names}
        role = shared.pop() if len(shared) == 1 else None
    if role in (None, "other"):
        role = _whose(article, parsed, known, names, *(title or source)) or role
    beyond = parsed.start[source[0]]
    if role in (None, "other") and names and PARTY_SIGN.match(article.text, beyond, beyond + 60):
        role = "politician"
    if kind == "media" and role in (None, "other", "company"):
        role = "media"
    if role is None and kind == "anonymous" and any(parsed.lemma[i] in UNNAMED for i in range(*source)):
        role = "anonymous"
    if role is None and title is not None:
        role = "other"
    channel = channel_of(article, parsed, source, cue, parts, role)
    first = first_hand(parsed, kind, channel, cue, parts)
    return Said(role, title, None if channel == UNKNOWN else channel, first)


def _weak(parsed, role, words):
    """Whether words say little of who somebody is: nothing, a resident, whose friend."""
    return role in (None, "other", "affected person") or any(parsed.lower[i] in KIN for i in range(*words))


def _whose(article, parsed, known, names, first, last):
    """The role of the person for whom an aide speaks: a spokesman for **Mrs. Lee**; **Lee**'s team."""
    head = _head(parsed, first, last)
    if not {parsed.lower[head], parsed.lemma[head].lower()} & AIDES:
        return None
    others = [
        m for m in mentions_in(article, parsed.start[first], parsed.end[last - 1]) if not set(m.names) & set(names)
    ]
    told = next((known[name] for m in others if m.kind == "person" for name in m.names if name in known), None)
    if told is None:
        body = any(m.kind == "organisation" for m in others) and parsed.lower[head] in LEADERS
        return "company" if body else "official" if any(m.kind == "government" for m in others) else None
    role = role_of(parsed, *told)
    return None if role == "affected person" else role


def role_of(parsed, first, last):
    """The role that words name, by their head and, where that speaks for another, by the words beside it; or None."""
    role = _role_of(parsed, first, last)
    if role in BY_PARTY and PARTIES & set(parsed.lower[first:last]):
        head = _head(parsed, first, last)
        if role or noun_class(parsed.lemma[head].lower()) != "thing":
            return "politician"
    return role


def _role_of(parsed, first, last):
    head = _head(parsed, first, last)
    lemma, lower = parsed.lemma[head].lower(), parsed.lower[head]
    words = " " + " ".join(parsed.lower[first:last]) + " "
    said = next((role for phrase, role in SAID if phrase in words), None)
    if said:
        return said
    beside = [
        role
        for i in range(first, last)
        if i != head and (role := _single(_noun(parsed, i), parsed.lower[i])) and parsed.lower[i] not in SMALL
    ]
    if lower in AIDES or lemma in AIDES:
        said = next((role for body, role in FOUND_IN if body in words), None)
        own = None if lemma == "team" else _single(lemma, lower)
        if " vice president of " in words and not parsed.title[head]:
            own = "company"  # the vice president of sales; but: Vice President Lee
        elif lemma == "president" and parsed.lower[first] in ("its", "their"):
            own = None  # of whatever was told of
        return said or (beside[0] if beside else own)
    if parsed.pos[head] == "PROPN" and lower not in ROLE_OF:
        return next((role for body, role in FOUND_IN if body in words), None)
    role = _single(lemma, lower)
    if role in ("official", "expert", "advocate"):  # police officials, the police union
        role = "police or court" if " police " in words else role
    if role is None:
        before = [r for i in range(first, head) if (r := _single(_noun(parsed, i), parsed.lower[i]))]
        role = before[-1] if before and parsed.pos[head] == "PROPN" else None
    return role


def _single(lemma, lower):
    if lower in ALSO or lemma in ALSO:
        return ALSO.get(lower, ALSO.get(lemma))
    return ROLE_OF.get(lower) or ROLE_OF.get(lemma)


def _noun(parsed, token):
    return parsed.lower[token] if parsed.lower[token] in ROLE_OF else parsed.lemma[token].lower()


def _head(parsed, first, last):
    """The token of a phrase that the others hang on."""
    return next((i for i in range(first, last) if not first <= parsed.head[i] < last or parsed.head[i] == i), first)


def introductions(article, parsed):
    """Name -> the tokens that introduce it: Ann Lee, **the mayor of Ashby**, …; **Mayor** Ann Lee.

    Where several do, the first that say the role that most of them say; whose friend or kin somebody is comes last.
    """
    at = {start: i for i, start in enumerate(parsed.start)}
    found = {}
    for one in mentions(article):
        if one.how not in ("name", "title") or len(one.names) != 1:
            continue
        first = at.get(one.start)
        if first is None or not 0 <= one.head < parsed.size:
            continue
        last = first
        while last < parsed.size and parsed.start[last] < one.end:
            last += 1
        title = _own_title(parsed, (first, last), one.names)
        role = role_of(parsed, *title) if title else None
        if role:
            found.setdefault(one.names[0], []).append((title, role, _weak(parsed, role, title)))
    return {name: _most(told) for name, told in found.items()}


def _most(told):
    roles = [role for _, role, weak in told if not weak] or [role for _, role, _ in told]
    most = max(roles, key=roles.count)
    return next(title for title, role, _ in told if role == most)


def _own_title(parsed, source, names):
    """The words in or beside a source that introduce it: the first that say its role, or the first."""
    first, last = source
    last = next((i for i in range(first + 1, last) if parsed.lower[i].startswith("(")), last)  # Sen. Ann Lee (D-Ohio
    head = _head(parsed, first, last)
    own = {word for name in names for word in name.lower().split()}
    if parsed.pos[head] == "PROPN":
        said = [words for words in _beside(parsed, head, first, own, len(names)) if words[0] < words[1]]
        return next((w for w in said if not _weak(parsed, role_of(parsed, *w), w)), said[0] if said else None)
    if parsed.pos[head] == "NOUN":
        end = next((i for i in range(first, last) if parsed.lower[i] in own and parsed.title[i]), last)
        while end > first and parsed.pos[end - 1] in ("PUNCT", "ADP"):  # the mayor, Ann Lee
            end -= 1
        return (first, end) if end > first else None
    return None


def _beside(parsed, head, first, own, size):
    """An apposition, the noun that a name stands to, the words before it."""
    for kid in parsed.kids[head]:  # Ann Lee, the mayor of Ashby, …; but: Ann Lee, D-Ohio; Ann Lee (Ohio)
        if kid > head and parsed.dep[kid] == "appos" and parsed.pos[kid] in ("NOUN", "PROPN"):
            if parsed.lower[kid - 1] != "(" and parsed.lower[parsed.left[kid]][:2] not in SEATS:
                yield _phrase(parsed, kid)
                break
    over = parsed.head[head]
    if parsed.dep[head] == "appos" and parsed.pos[over] == "NOUN" and over < head:  # the mayor, Ann Lee, …
        if noun_class(parsed.lemma[over].lower()) in ("person", "people") and not _many(parsed, over, size):
            begin, end = _phrase(parsed, over)
            yield begin, min(end, parsed.left[head])
    begin = min(parsed.left[head], first)
    end = next((i for i in range(begin, head + 1) if parsed.lower[i] in own), head)  # Mayor Ann Lee
    while begin < end and parsed.pos[begin] in ("DET", "PUNCT", "SPACE", "CCONJ", "SCONJ", "ADP", "ADV"):
        begin += 1
    last = next((i for i in range(end - 1, begin, -1) if parsed.lower[i] not in HONORIFICS), begin)
    if begin < end <= begin + LONGEST and not _many(parsed, last, size) and role_of(parsed, begin, end):
        yield begin, end


def _many(parsed, noun, size):
    """Whether a noun is of many, and no title of one: for the **voters** Mrs. Lee is …"""
    return size == 1 and parsed.tag[noun] in PLURAL


def _phrase(parsed, head):
    """A noun with what stands before it and the prepositions behind it, no clause."""
    last = head + 1
    for kid in parsed.kids[head]:
        if kid > head:
            if parsed.dep[kid] in ABOUT_HEAD:
                break
            last = parsed.right[kid] + 1
    for i in range(head + 1, min(last, head + LONGEST)):
        if parsed.dep[i] in ("relcl", "acl") or parsed.lower[i] in (",", ";", "—", "–"):
            last = i
            break
    return parsed.left[head] if head - parsed.left[head] < LONGEST else head, min(last, head + LONGEST)
