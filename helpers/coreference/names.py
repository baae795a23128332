"""Names: found by the parse, freed of titles and of what is no part of them."""

import re
from collections import Counter, defaultdict

from spacy.attrs import IS_TITLE, ORTH

from ..language import parse_columns, tokens_with
from .countries import ALIASES, COUNTRIES, NATIONS, SEATS
from .words import PARTICLES, TITLES, noun_class, plain

KINDS = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organisation",
    "NORP": "group",
}


# what it shows -> (a text, the name in it)
EDGES = {
    "adverb": ("Certainly Anna Berg has gone. Anna Berg left.", "Anna Berg"),
    "dash": ("The drummer Tom Roe - she knew him - left.", "Tom Roe"),
    "possessive": ("Anna Berg's van was full.", "Anna Berg"),
    "hyphen": ("Kim Jong-un left.", "Kim Jong-un"),
    "office": ("Treasurer Tom Figg spoke to reporters.", "Tom Figg"),
    "list": ("They buy at People Tree or Gossypium.", "People Tree"),
}
DASHES = frozenset(("-", "–", "—", "--", "/", ";", ":", "|"))
# a name neither begins nor goes on with these
LEADING = frozenset(("ADV", "SCONJ", "CCONJ", "ADP", "PRON", "INTJ", "VERB"))
BROKEN_OFF = frozenset(
    "or to from with that who which has have had is are was were said says than but nor as "
    "after before when while amid".split()
)


def name_spans(doc):
    """Named entities without article, title and possessive: (span, kind, how, bare name)."""
    rows = []
    for ent in doc.ents:
        kind = KINDS.get(ent.label_)
        if kind is None:
            continue
        start, end = _edges(doc, ent.start, ent.end, kind)
        first = start
        if kind == "person":
            while first < end - 1 and (doc[first].lower_ in TITLES or _is_office(doc, first, end)):
                first += 1
            while start > 0 and doc[start - 1].lower_ in TITLES and doc[start - 1].is_title:
                start -= 1
        if first >= end or not any(c.isalpha() for c in doc[first:end].text):
            continue
        name = doc[first:end].text
        if "\n" in name or not any(c.isupper() for c in name) or _abbreviation(doc, start, end):
            continue
        if name.strip(".") == "I":  # “So do I.”
            continue
        if name in SEATS or name in NATIONS or name in ALIASES:
            kind = "place"
        rows.append((doc[start:end], kind, "title" if first > start else "name", name))
    return rows


def _edges(doc, start, end, kind):
    """Where a name begins and ends within what the parser takes for one."""
    while end > start and (doc[end - 1].tag_ == "POS" or not any(c.isalnum() for c in doc[end - 1].text)):
        end -= 1
    while start < end and (doc[start].lower_ in ("the", "a", "an") or not doc[start].text[0].isalnum()):
        start += 1
    # the World Health Organization (WHO; Tom Roe - she
    end = next((i for i in range(start + 1, end) if doc[i].text == "(" or _is_dash(doc, i)), end)
    if kind == "person":
        # "Clinton's van" is hers, not her name
        end = next((i for i in range(start + 1, end) if doc[i].tag_ == "POS"), end)
        while start < end - 1 and doc[start].is_lower and doc[start].lower_ not in PARTICLES:  # she **rang** Taylor
            start += 1
        small = (i for i in range(start + 1, end) if doc[i].is_lower and doc[i].lower_ not in PARTICLES)
        end = next((i for i in small if doc[i - 1].text != "-"), end)  # but Kim Jong-**un**
        while start < end - 1 and doc[start].pos_ in LEADING and doc[start + 1].is_title:
            start += 1
    else:
        end = next((i for i in range(start + 1, end) if doc[i].text in BROKEN_OFF), end)
    return start, end


def _is_dash(doc, i):
    """Whether a mark stands by itself between words, and joins none."""
    return doc[i].text in DASHES and bool(doc[i - 1].whitespace_ or doc[i].text in ";:|")


def _is_office(doc, first, end):
    """Whether a noun before a full name is that of an office: **Treasurer** Tom Figg."""
    return first < end - 2 and doc[first + 1].is_title and noun_class(doc[first].lower_) == "person"


def titled(doc, rows):
    """People whom the parser does not know for names, by the title before them: "Mayor **Ines Falk** said".

    Returns
    -------
    list
        Rows as from `name_spans`, in order: the given ones and the new ones.
    """
    taken = {i for span, *_ in rows for i in range(span.start, span.end)}
    more = []
    for token in tokens_with(doc, IS_TITLE, (1,)):
        i = token.i + 1
        in_a_word = token.i and doc[token.i - 1].text.endswith("-")  # the Commander-in-Chief Forum
        if token.lower_ not in TITLES or token.i in taken or in_a_word:
            continue
        end = i
        while end < min(len(doc), i + 3) and _may_be_name(doc[end]) and end not in taken:
            end += 1
        if end > i and not (end < len(doc) and _may_be_name(doc[end])):
            more.append((doc[token.i : end], "person", "title", doc[i:end].text))
            taken.update(range(token.i, end))
    return sorted(rows + more, key=lambda row: row[0].start)


def _may_be_name(token):
    return (
        token.pos_ == "PROPN"
        and token.is_title
        and token.is_alpha
        and len(token) > 1
        and token.ent_type_ in ("", "WORK_OF_ART")
        and token.lower_ not in TITLES
    )


PREFIXED = re.compile(r"(?:D|L|O)[’'][A-Z][a-z]+")


def prefixed(doc, rows):
    """People whose name the parser takes for a common word: Dinesh **D’Souza** left.

    Returns
    -------
    list
        Rows as from `name_spans`, in order: the given ones and the new ones.

    Examples
    --------
    >>> from helpers.language import pipeline
    >>> [name for *_, name in prefixed(pipeline()("The author Nigel D’Ancona left. So D’Ancona left."), [])]
    ['Nigel D’Ancona', 'D’Ancona']
    """
    taken, more = {i for span, *_ in rows for i in range(span.start, span.end)}, []
    for i, word in enumerate(parse_columns(doc).text):
        if "’" in word and i not in taken and PREFIXED.fullmatch(word):
            first, before = i, doc[i - 1] if i else None
            if before is not None and before.is_title and before.pos_ == "PROPN" and before.i not in taken:
                first -= before.lower_ not in TITLES
            more.append((doc[first : i + 1], "person", "name", doc[first : i + 1].text))
    return sorted(rows + more, key=lambda row: row[0].start)


PARTS = frozenset(("EVENT", "LAW", "FAC", "PRODUCT", "DATE"))  # of these names a word is no name of its own


def _abbreviation(doc, start, end):
    """Whether capitals in brackets only shorten common words: liquefied natural gas (**LNG**)."""
    name = doc[start:end].text
    if not name.isupper() or start < 2 or doc[start - 1].text != "(":
        return False
    before = doc[max(start - 1 - len(name), 0) : start - 1]
    return "".join(t.text[0] for t in before).upper() == name and all(t.is_lower for t in before)


def with_missed_names(doc, rows):
    """Names that the parser has passed over where they stand again: surnames, countries.

    Returns
    -------
    list
        Rows as from `name_spans`, in order: the given ones and the restored ones.
    """
    known, taken = {}, set()
    for span, kind, _, name in rows:
        taken.update(range(span.start, span.end))
        if kind == "person" and " " in name:
            known.setdefault(plain(name)[-1], set()).add(kind)
            known.setdefault(plain(name)[0], set()).add(kind)
        elif " " not in name and (kind == "place" or len(name) > 3):
            known.setdefault(name, set()).add(kind)
    again = _again(doc, rows, taken)
    # The parser takes some names for words, above all in headlines: "Clinton And **Trump** Face"
    surnames = {plain(name)[-1] for _, kind, _, name in rows if kind == "person" and " " in name}
    more = [
        (doc[t.i : t.i + 1], "person" if t.text in surnames else next(iter(known[t.text])), "name", t.text)
        for t in tokens_with(doc, ORTH, known)
        if t.i not in taken
        and t.ent_type_ not in PARTS
        and (t.pos_ == "PROPN" or (t.text in surnames and t.pos_ in ("NOUN", "VERB")) or t.text.isupper())
        and (t.text in surnames or len(known.get(t.text, ())) == 1)
        and (not t.is_stop or t.text.isupper())
    ]
    return sorted(rows + more + again, key=lambda row: row[0].start)


def _again(doc, rows, taken):
    """Names of several words where they stand once more, word for word: rows as from `name_spans`."""
    wholes = {}
    for _, kind, _, name in rows:
        if " " in name and not name[-1].isdigit():
            wholes.setdefault(name.split(" ")[0], {})[name] = kind
    found = []
    for token in tokens_with(doc, ORTH, wholes):
        for name, kind in wholes[token.text].items():
            end = token.i + name.count(" ") + 1
            if doc[token.i : end].text == name and not taken.intersection(range(token.i, end)):
                found.append((doc[token.i : end], kind, "name", name))
                taken.update(range(token.i, end))
    return found


def without_false_names(rows, headings):
    """Names as the running text has them: in title case every word looks like a name.

    A name in a heading counts if it stands in the text too, in whole or by its last word; a
    name that the parser takes for several kinds gets the one it has most often.
    """
    inside = iter([*headings, (10**9, 10**9)])
    start, end = next(inside)
    body, heads = [], []
    for row in rows:
        while row[0].start_char >= end:
            start, end = next(inside)
        (heads if row[0].start_char >= start else body).append(row)
    votes = defaultdict(Counter)
    for _, kind, _, name in body:
        votes[name][kind] += 1
    usual = {name: count.most_common(1)[0][0] for name, count in votes.items()}
    # Governor **Falk** is a person wherever the parser takes Falk for a town
    called = {name for _, kind, how, name in body if how == "title" and kind == "person"} - SEATS.keys() - COUNTRIES
    usual |= dict.fromkeys(called, "person")
    lasts = {plain(name)[-1]: kind for name, kind in usual.items() if kind == "person"}
    # A surname alone is the person, whatever the parser takes it for; but Washington is a city too.
    full = {plain(name)[-1] for name in usual if usual[name] == "person" and " " in name} - SEATS.keys() - COUNTRIES
    known = {**lasts, **usual, **dict.fromkeys(full & usual.keys(), "person")}
    heads = [row for row in heads if row[3] in known]
    return [(span, known[name], how, name) for span, _, how, name in sorted(body + heads, key=lambda row: row[0].start)]
