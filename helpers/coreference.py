"""Which words mean the same one: mentions, canonical names, the simplest pronouns.

Names come from the parse; they are gathered under the fullest form in the article without
its title. Third-person pronouns take the nearest fitting name, grammatical subjects first
(after Hobbs 1978 and Lappin & Leass 1994, reduced to what one sentence can defend).
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from .language import parse

KINDS = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organisation",
    "NORP": "group",
}
TITLES = frozenset(
    (
        "president vice premier prime minister chancellor king queen prince princess pope senator sen "
        "sen. rep rep. representative governor gov gov. mayor secretary general gen gen. col col. colonel "
        "captain capt. lt. sgt. judge justice chief chairman chairwoman chair director ambassador mr mr. "
        "mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame rev rev. reverend bishop "
        "archbishop imam sheikh ayatollah foreign defense defence former then-president ex-president "
        "spokesman spokeswoman spokesperson attorney"
    ).split()
)
MALE_TITLES = frozenset("mr mr. king prince sir lord chairman spokesman pope".split())
FEMALE_TITLES = frozenset("mrs mrs. ms ms. miss queen princess lady dame chairwoman spokeswoman".split())
PRONOUNS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
    "they": "many", "them": "many", "their": "many", "theirs": "many", "themselves": "many",
}  # fmt: skip
LOOK_BACK = 3  # sentences a pronoun may look back
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "agent")


@dataclass(frozen=True)
class Mention:
    """Words that stand for one actor, or for several at once.

    `how`: name, title, pronoun, joint (as in the actors table).
    """

    start: int
    end: int
    names: tuple
    kind: str
    how: str
    head: int  # token index


_found = WeakKeyDictionary()


def mentions(article):
    """All mentions in an article, in order.

    Parameters
    ----------
    article : Article

    Returns
    -------
    list of Mention

    Examples
    --------
    >>> from helpers.article import from_text
    >>> found = mentions(from_text("President Anna Berg spoke. Berg left early. She was tired."))
    >>> [(m.names, m.how) for m in found]
    [(('Anna Berg',), 'title'), (('Anna Berg',), 'name'), (('Anna Berg',), 'pronoun')]
    """
    if article not in _found:
        headings = article.blocks[article.blocks["kind"].isin(("title", "heading"))]
        _found[article] = _mentions(parse(article), list(zip(headings["start"], headings["end"], strict=True)))
    return _found[article]


def who(article, start, end):
    """Canonical names of those whom the words text[start:end] name, as a tuple.

    The mention nearest the head of the words counts; names that only describe it
    ("the Berlin spokesman") do not. Empty if nobody is named.

    >>> from helpers.article import from_text
    >>> article = from_text("President Anna Berg and Tom Roe spoke. Berg left early.")
    >>> who(article, 0, 31)
    ('Anna Berg', 'Tom Roe')
    """
    doc = parse(article)
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return ()
    heads = {span.root.i}
    heads |= {token.i for token in span.root.conjuncts if span.start <= token.i < span.end}
    heads |= {
        token.i for token in span if token.dep_ == "appos" and token.head.i in heads and token.ent_type_ == "PERSON"
    }
    names = []
    for mention in mentions(article):
        if mention.start < end and start < mention.end and mention.head in heads:
            names += [name for name in mention.names if name not in names]
    return tuple(names)


def _mentions(doc, headings=()):
    named = _trusted(_named(doc), headings)
    canonical = _canonical(named)
    found = []
    for span, kind, how, name in named:
        found.append(Mention(span.start_char, span.end_char, (canonical[name, kind],), kind, how, span.root.i))
    found += _pronouns(doc, found, _genders(named, canonical))
    return sorted(found, key=lambda mention: (mention.start, mention.end))


def _named(doc):
    """Named entities without article, title and possessive: (span, kind, how, bare name)."""
    rows = []
    for ent in doc.ents:
        kind = KINDS.get(ent.label_)
        if kind is None:
            continue
        start, end = ent.start, ent.end
        while end > start and (doc[end - 1].tag_ == "POS" or not any(c.isalnum() for c in doc[end - 1].text)):
            end -= 1
        while start < end and (doc[start].lower_ in ("the", "a", "an") or not doc[start].text[0].isalnum()):
            start += 1
        first = start
        if kind == "person":
            while first < end - 1 and doc[first].lower_ in TITLES:
                first += 1
            while start > 0 and doc[start - 1].lower_ in TITLES and doc[start - 1].is_title:
                start -= 1
        if first >= end or not any(c.isalpha() for c in doc[first:end].text):
            continue
        if "\n" in doc[start:end].text:
            continue
        rows.append((doc[start:end], kind, "title" if first > start else "name", doc[first:end].text))
    return rows


def _trusted(named, headings):
    """Names as the running text has them: in title case every word looks like a name.

    A name in a heading counts if it stands in the text too, in whole or by its last word; a
    name that the parser takes for several kinds gets the one it has most often.
    """
    inside = iter([*headings, (10**9, 10**9)])
    start, end = next(inside)
    body, heads = [], []
    for row in named:
        while row[0].start_char >= end:
            start, end = next(inside)
        (heads if row[0].start_char >= start else body).append(row)
    votes = defaultdict(Counter)
    for _, kind, _, name in body:
        votes[name][kind] += 1
    usual = {name: count.most_common(1)[0][0] for name, count in votes.items()}
    lasts = {name.split()[-1]: kind for name, kind in usual.items() if kind == "person"}
    known = {**lasts, **usual}
    heads = [row for row in heads if row[3] in known]
    return [(span, known[name], how, name) for span, _, how, name in sorted(body + heads, key=lambda row: row[0].start)]


def _canonical(named):
    """Bare name and kind -> the fullest form that it is an alias of."""
    counts = Counter((name, kind) for _, kind, _, name in named)
    by_last = defaultdict(list)
    for name, kind in counts:
        words = name.split()
        if kind == "person" and len(words) > 1:
            for word in {words[0], words[-1]}:
                by_last[word].append(name)
    initials = {}
    for name, kind in counts:
        if kind in ("organisation", "place") and " " in name:
            letters = "".join(word[0] for word in name.split() if word[0].isupper())
            initials.setdefault(letters, name)
    canonical = {}
    for name, kind in counts:
        full = name
        if kind == "person" and " " not in name:
            fuller = sorted(by_last.get(name, ()), key=lambda other: (-counts[other, kind], -len(other), other))
            full = fuller[0] if fuller else name
        elif kind == "organisation" and name.isupper() and len(name) > 1:
            full = initials.get(name, name)
        canonical[name, kind] = full
    return canonical


def _genders(named, canonical):
    """What titles say about he and she: canonical name -> male or female."""
    genders = {}
    for span, kind, how, name in named:
        if how == "title":
            title = {token.lower_ for token in span}
            gender = "male" if title & MALE_TITLES else "female" if title & FEMALE_TITLES else None
            if gender:
                genders[canonical[name, kind]] = gender
    return genders


def _pronouns(doc, names, genders):
    """Pronouns with the nearest fitting name: the same sentence first, subjects first."""
    people = [mention for mention in names if mention.kind == "person"]
    sentence_of, number = {}, 0
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            sentence_of[token.i] = number
    resolved, first = [], 0
    for token in doc:
        wanted = PRONOUNS.get(token.lower_)
        if wanted is None:
            continue
        here = sentence_of[token.i]
        while first < len(people) and sentence_of[people[first].head] < here - LOOK_BACK:
            first += 1
        # The last few names are enough, and keep a list of 10,000 names linear.
        near = _window(people, first, token.idx)
        target = _joint(doc, near, sentence_of) if wanted == "many" else _one(doc, near, sentence_of, genders, wanted)
        if target:
            end = token.idx + len(token)
            kind = "joint" if len(target) > 1 else "pronoun"
            resolved.append(Mention(token.idx, end, target, "person", kind, token.i))
            genders.setdefault(target[0], wanted) if len(target) == 1 and wanted != "many" else None
    return resolved


def _window(people, first, before, most=12):
    near = []
    for mention in people[first:]:
        if mention.end > before:
            break
        near.append(mention)
        if len(near) > most:
            near.pop(0)
    return near


def _one(doc, near, sentence_of, genders, wanted):
    fitting = [m for m in near if genders.get(m.names[0], wanted) == wanted]
    if not fitting:
        return None
    best = max(fitting, key=lambda m: (sentence_of[m.head], doc[m.head].dep_ in SUBJECTS, m.start))
    return best.names


def _joint(doc, near, sentence_of):
    """ "They" after "Xi and Putin": names joined by "and", in the nearest sentence that has such."""
    for mention in reversed(near):
        joined = {token.i for token in doc[mention.head].conjuncts} | {mention.head}
        names = []
        for other in near:
            if other.head in joined and sentence_of[other.head] == sentence_of[mention.head]:
                names += [name for name in other.names if name not in names]
        if len(names) > 1:
            return tuple(names)
    return None
