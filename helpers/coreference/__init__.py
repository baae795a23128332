"""Which words mean the same one: mentions, canonical names, pronouns, descriptions, metonyms.

Names come from the parse; they are gathered under the fullest form in the article without
its title. Third-person pronouns take the nearest fitting name, grammatical subjects first
(after Hobbs 1978 and Lappin & Leass 1994, reduced to what one sentence can defend). A capital
that acts stands for its government, and bears the country's name.
"""

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter

from .. import tables
from ..corrections import aliases, renamed
from ..language import parse
from ..tables import once_per_article
from . import descriptions, peoples, seats
from .canonical import canonical_names, genders, namesakes, with_aliases
from .countries import SEATS
from .descriptions import joint, nationalities
from .evidence import repeated, weighed, widened
from .linking import linked
from .nameless import without_name
from .names import name_spans, prefixed, titled, with_missed_names, without_false_names
from .peoples import demonyms
from .phrases import PRONOUNS as _PRONOUNS
from .portraits import described, genders_behind, spoken_genders
from .pronouns import ORGANS, possessives, together
from .rows import Mention, corrected
from .seats import stands_for_government
from .whole import apart, in_one_case, without_epithets

# how -> a text, the words in it, and whom they stand for
EXAMPLES = {
    "name": ("The bridge pleased Anna Berg.", "Anna Berg", ("Anna Berg",)),
    "title": ("The bridge pleased President Anna Berg.", "President Anna Berg", ("Anna Berg",)),
    "demonym": peoples.EXAMPLES["adjective"],
    "metonym": (seats.EXAMPLES["subject"][0], "Oslo", ("Norway",)),
    "pronoun": ("Anna Berg left, and she was glad.", "she", ("Anna Berg",)),
    "description": descriptions.EXAMPLES["role"],
    "joint": descriptions.EXAMPLES["joint"],
}


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
    return _corrected(article)[0]


def actor_rows(article):
    """Rows of the actors table for all mentions, corrected.

    Parameters
    ----------
    article : Article

    Returns
    -------
    (list of dict, container of int)
        The rows, for `tables.build`; and the numbers of the corrections about actors that fit none of them.
    """
    return _corrected(article)[1:]


@once_per_article
def persons(article):
    """What the article says of its actors beside their names.

    Parameters
    ----------
    article : Article

    Returns
    -------
    dict of str to Person
        Canonical name to `gender` (female, male, mixed or None) and `role_start`, `role_end`: where the words stand
        that say who this is, or None. Names of which nothing is said are left out.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("Kim Berg, the mayor of Oslo, left. He was glad.")
    >>> person = persons(article)["Kim Berg"]
    >>> person.gender, article.text[person.role_start : person.role_end]
    ('male', 'the mayor of Oslo')
    """
    return described(parse(article), mentions(article)) | described(parse(article), nameless(article))


@once_per_article
def _corrected(article):
    return corrected(article, parse(article), uncorrected(article))


def names_of(article):
    """What there is before pronouns and definite phrases are linked: mentions, genders, and tokens that are taken."""
    blocks = tables.each(article.blocks, "start end kind")
    places = [(start, end) for start, end, kind in blocks if kind in ("title", "heading")]
    return _named(parse(article), places, aliases(article))


@once_per_article
def _read(article):
    return with_links(parse(article), *names_of(article))


def nameless(article):
    """Mentions of those who act without a name, and are spoken of more than once: "the asylum seekers", "her daughter".

    Parameters
    ----------
    article : Article

    Returns
    -------
    list of Mention
        In order; each under the fullest definite phrase of its first mentions.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("A man was hurt in Oslo on Monday. The man was cold.")
    >>> [(article.text[m.start : m.end], m.names) for m in nameless(article)]
    [('A man', ('the man',)), ('The man', ('the man',))]
    """
    return _read(article)[1]


@once_per_article
def uncorrected(article):
    """The mentions without corrections of rows; the researcher's aliases and new names are in them."""
    found = _read(article)[0]
    names = renamed(article)
    if not names:
        return found
    return [replace(m, names=tuple(dict.fromkeys(names.get(name, name) for name in m.names))) for m in found]


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
    for mention in mentions_in(article, start, end):
        if mention.head in heads:
            names += [name for name in mention.names if name not in names]
    return tuple(names)


LONGEST = 200  # characters of a mention; how far `mentions_in` looks back


def mentions_in(article, start, end):
    """The mentions that share a character with text[start:end], in order."""
    every = mentions(article)
    place = bisect_left(every, start - LONGEST, key=lambda mention: mention.start)
    found = []
    while place < len(every) and every[place].start < end:
        if every[place].end > start:
            found.append(every[place])
        place += 1
    return found


PRONOUN_FORMS = frozenset(_PRONOUNS.values())
WHOLE = frozenset(("GPE", "ORG", "LOC", "FAC", "EVENT", "LAW"))


def _named(doc, headings=(), own=None):
    """Mentions that name somebody or are told by a rule, genders that the text tells, and tokens that are taken."""
    # "Soviet Union" and "American Airlines" are names of their own
    longer = {i for ent in doc.ents if ent.label_ in WHOLE for i in range(ent.start, ent.end) if len(ent) > 1}
    surnames = {ent[-1].text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1}  # Mark **Cuban**
    peoples = [
        row
        for row in demonyms(doc)
        if row[1] - row[0] == 3
        or not (longer & set(range(row[0], row[1])) or (doc[row[0]].text in surnames and doc[row[0]].dep_ != "amod"))
    ]
    inside = {i for first, last, _, _ in peoples for i in range(first, last)}
    rows = [row for row in name_spans(doc) if not inside.issuperset(range(row[0].start, row[0].end))]
    rows = repeated(doc, widened(doc, rows))
    rows = without_false_names(prefixed(doc, titled(doc, rows)), headings)
    rows = without_false_names(with_missed_names(doc, rows), headings)
    rows = without_epithets(doc, apart(doc, in_one_case(weighed(doc, rows))))
    canonical = canonical_names(rows)
    chosen = namesakes(rows, canonical, genders_behind(doc, rows) | spoken_genders(doc, rows))
    if own:  # the researcher's own aliases come first
        rows = with_aliases(doc, rows, canonical, own)
    found = [
        Mention(
            doc[first].idx,
            doc[last - 1].idx + len(doc[last - 1]),
            names,
            "group" if people else "place",
            "demonym",
            last - 1,
        )
        for first, last, names, people in peoples
    ]
    countries = {canonical[name, kind] for _, kind, _, name in rows if kind == "place"}
    countries |= {name for mention in found for name in mention.names}
    for span, kind, how, name in rows:
        if inside.issuperset(range(span.start, span.end)):
            continue
        full = chosen.get(span.start) or canonical[name, kind]
        country = SEATS.get(name)
        if country in countries and stands_for_government(span.root):
            full, kind, how = country, "government", "metonym"
        first = doc[max(span.start - 1, 0)]
        start = (
            first.idx
            if first.lower_ == "the" and first.dep_ == "det" and first.head in span and name not in (own or ())
            else span.start_char
        )
        found.append(Mention(start, span.end_char, (full,), kind, how, span.root.i))
    found.sort(key=lambda mention: (mention.start, mention.end))
    people = [mention for mention in found if mention.kind == "person"]
    nations = nationalities(doc, people, peoples)
    described = [
        Mention(doc[first].idx, doc[last].idx + len(doc[last]), pair, kind, "joint", head)
        for first, last, head, pair, kind in joint(doc, found, nations)
    ]
    found += described
    found.sort(key=lambda mention: (mention.start, mention.end))
    said = genders(rows, canonical) | spoken_genders(doc, rows)
    people = [mention for mention in found if mention.kind == "person"]
    places = [mention for mention in found if mention.kind in ("place", "government")]
    for token, target, kind in together(doc, people, places):
        found.append(Mention(token.idx, token.idx + len(token), target, kind, "joint", token.i))
    organs = [m for m in found if m.kind in ORGANS and len(m.names) == 1]
    for token, owner in possessives(doc, organs):
        found.append(Mention(token.idx, token.idx + len(token), owner.names, owner.kind, "pronoun", token.i))
    found.sort(key=lambda mention: (mention.start, mention.end))
    taken = {mention.head for mention in found} | {i for span, *_ in rows for i in range(span.start, span.end)}
    return found, said, taken


def with_links(doc, found, said, taken, decide=None):
    """Names with the pronouns and noun phrases that mean the same; and the mentions of those without a name.

    Parameters are those of `linking.linked`; both lists hold Mentions, in order.
    """
    named, others = linked(doc, found, said, taken, decide)
    more = [_mention(doc, anaphor, actor.names, actor.kind) for anaphor, actor in named]
    rest = [_mention(doc, *row) for row in without_name(doc, others)]
    order = attrgetter("start", "end")
    return sorted(found + more, key=order), sorted(rest, key=order)


def _mention(doc, one, names, kind):
    how = "pronoun" if one.form in PRONOUN_FORMS else "description"
    return Mention(doc[one.first].idx, doc[one.head].idx + len(doc[one.head]), names, kind, how, one.head)
