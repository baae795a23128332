"""Names: found by the parse, freed of titles, gathered under one form."""

from collections import Counter, defaultdict

from spacy.attrs import IS_TITLE, ORTH

from ..language import doc_text, tokens_with
from .countries import ALIASES, COUNTRIES, SEATS

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
        "spokesman spokeswoman spokesperson attorney "
        "det det. insp insp. detective inspector superintendent supt supt. constable pc sergeant sgt cpl cpl. corporal "
        "lt lieutenant major maj maj. commander cmdr cmdr. admiral adm adm. brigadier commissioner sheriff deputy "
        "trooper officer cllr cllr. councillor councilman councilwoman congressman congresswoman baroness baron duke "
        "duchess earl countess cardinal pastor rabbi coach capt"
    ).split()
)
MALE_TITLES = frozenset(
    "mr mr. king prince sir lord chairman spokesman pope baron duke earl congressman councilman".split()
)
FEMALE_TITLES = frozenset(
    "mrs mrs. ms ms. miss queen princess lady dame chairwoman spokeswoman baroness duchess countess congresswoman "
    "councilwoman".split()
)
# with these a name may begin though they are written small
PARTICLES = TITLES | frozenset(
    "van von der den de del della di da du dos la le al el bin ibn ben abu ter ten zu".split()
)
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())


def name_spans(doc):
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
        end = next((i for i in range(start + 1, end) if doc[i].text == "("), end)  # the World Health Organization (WHO
        if kind == "person":  # "Clinton's van" is hers, not her name
            end = next((i for i in range(start + 1, end) if doc[i].tag_ == "POS"), end)
        if kind == "person":  # she **rang** Taylor
            while start < end - 1 and doc[start].is_lower and doc[start].lower_ not in PARTICLES:
                start += 1
            small = (i for i in range(start + 1, end) if doc[i].is_lower and doc[i].lower_ not in PARTICLES)
            end = next((i for i in small if doc[i - 1].text != "-"), end)  # but Kim Jong-**un**
        first = start
        if kind == "person":
            while first < end - 1 and doc[first].lower_ in TITLES:
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
        if name in SEATS or name in COUNTRIES or name in ALIASES:
            kind = "place"
        rows.append((doc[start:end], kind, "title" if first > start else "name", doc[first:end].text))
    return rows


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
    taken.update(span.start for span, *_ in more)
    return sorted(rows + more + _again(doc, rows, taken), key=lambda row: row[0].start)


def _again(doc, rows, taken):
    """Names of several words where they stand once more, word for word: rows as from `name_spans`."""
    wholes = {}
    for _, kind, _, name in rows:
        if " " in name:
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
    lasts = {name.split()[-1]: kind for name, kind in usual.items() if kind == "person"}
    # A surname alone is the person, whatever the parser takes it for; but Washington is a city too.
    full = {name.split()[-1] for name in usual if usual[name] == "person" and " " in name} - SEATS.keys() - COUNTRIES
    known = {**lasts, **usual, **dict.fromkeys(full & usual.keys(), "person")}
    heads = [row for row in heads if row[3] in known]
    return [(span, known[name], how, name) for span, _, how, name in sorted(body + heads, key=lambda row: row[0].start)]


def plain(name):
    """The words of a person's name without Jr. and the like.

    >>> plain("Patrick W. Carling Jr.")
    ['Patrick', 'W.', 'Carling']
    """
    words = name.replace(",", "").split()
    while len(words) > 1 and words[-1].lower() in SUFFIXES:
        words.pop()
    return words


def short_of(short, full):
    """Whether a person's name shortens another: by its last words, its first one, or without what is between.

    >>> short_of("Hale Sawyer", "Karen Hale Sawyer"), short_of("Hale Sawyer", "Karen Sawyer")
    (True, False)
    >>> short_of("Ann Berg", "Ann Lise Berg"), short_of("Ann", "Ann Lise Berg"), short_of("Lise", "Ann Lise Berg")
    (True, True, False)
    """
    own, other = plain(short), plain(full)
    if len(own) > len(other) or (len(own) == len(other) and (own != other or len(short) >= len(full))):
        return False
    if own == other[-len(own) :]:
        return True
    return own == other[:1] or (len(own) > 1 and own[0] == other[0] and own[-1] == other[-1])


def canonical_names(rows):
    """Bare name and kind -> the fullest form that it is an alias of."""
    counts = Counter((name, kind) for _, kind, _, name in rows)
    fuller_than, place = fuller_names(counts), {key: number for number, key in enumerate(counts)}
    initials = {}
    for name, kind in counts:
        if kind in ("organisation", "place") and " " in name:
            letters = "".join(word[0] for word in name.split() if word[0].isupper())
            initials.setdefault(letters, name)
    canonical = {}
    for name, kind in counts:
        full = ALIASES.get(name, name) if kind == "place" else name
        if kind == "person":
            fuller = fuller_than.get(name)
            full = fuller[0] if fuller else name
        elif kind == "organisation" and name.isupper() and len(name) > 1:
            full = initials.get(name, name)
        elif (
            kind == "organisation" and " " not in name
        ):  # the Post, of the New York Post; Northmoor, of Northmoor Water
            fuller = [other for other, k in counts if k == kind and " " in other and other.split()[-1] == name]
            if not fuller and (name, "place") not in counts:
                # Google stays itself, though a Google Fiber Project comes up late and once
                fuller = [
                    other
                    for other, k in counts
                    if k == kind
                    and " " in other
                    and other.split()[0] == name
                    and (place[other, k] < place[name, k] or 2 * counts[other, k] >= counts[name, k])
                ]
            full = fuller[0] if len(fuller) == 1 else name
        canonical[name, kind] = full
    # HAYWARD is Hayward, where the text writes both
    usual = {name.upper(): full for (name, _), full in canonical.items() if not name.isupper()}
    for name, kind in canonical:
        if name.isupper() and len(name) > 3:
            canonical[name, kind] = usual.get(name, canonical[name, kind])
    return canonical


def fuller_names(counts):
    """A person's name -> the fuller ones that it may shorten, the most frequent first, then the one that came first."""
    every = [name for name, kind in counts if kind == "person"]
    by_word = defaultdict(list)
    for name in every:
        words = plain(name)
        if len(words) > 1:
            for word in {words[0], words[-1]}:
                if len(by_word[word]) < MOST_NAMESAKES:  # keeps a list of 10,000 names of one family linear
                    by_word[word].append(name)
    found = {}
    for name in every:
        words = plain(name)
        options = [other for other in by_word.get(words[-1], ()) if short_of(name, other)]
        if len(words) == 1 and not options:
            options = [other for other in by_word.get(words[0], ()) if short_of(name, other)]
        # the fullest form of one person, not each of its forms
        fullest = [one for one in options if not any(short_of(one, other) for other in options if other != one)]
        if fullest:
            found[name] = sorted(fullest, key=lambda other: -counts[other, "person"])
    return found


MOST_NAMESAKES = 30


def namesakes(rows, canonical, genders):
    """Whom a name means that several persons of the article bear.

    A title or the text's own words on he and she decide first ("Mr Reed" is not Sarah Reed); then who
    is named far more often; then who was named last.

    Parameters
    ----------
    rows : list
        As from `name_spans`, in order.
    canonical : dict
        As from `canonical_names`.
    genders : dict of str to str
        Canonical name to female or male, where the text says.

    Returns
    -------
    dict of int to str
        First token of a name to the fuller name.
    """
    counts = Counter((name, kind) for _, kind, _, name in rows)
    several = {name: options for name, options in fuller_names(counts).items() if len(options) > 1}
    if not several:
        return {}
    found, last = {}, {}
    for span, kind, how, name in rows:
        if kind != "person":
            continue
        options = several.get(name)
        if not options:
            last[canonical[name, kind]] = span.start
            continue
        title = {token.lower_ for token in span} if how == "title" else set()
        gender = "male" if title & MALE_TITLES else "female" if title & FEMALE_TITLES else None
        fit = [one for one in options if not gender or genders.get(one, gender) == gender] or options
        sure = [one for one in fit if gender and genders.get(one) == gender]
        often = counts[fit[0], kind] >= 2 * max((counts[one, kind] for one in fit[1:]), default=0)
        best = sure[0] if len(sure) == 1 else fit[0] if often else max(fit, key=lambda one: last.get(one, -1))
        found[span.start] = last_named = best
        last[last_named] = span.start
    return found


def with_aliases(doc, rows, canonical, own):
    """Names with the researcher's own aliases found in the text and put first.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    rows : list
        As from `name_spans`.
    canonical : dict
        As from `canonical_names`; what an alias stands for is added.
    own : dict of str to str
        Words as the article writes them -> actor.

    Returns
    -------
    list
        Rows in order, none of them overlapping an alias.
    """
    text, found, taken = doc_text(doc), [], set()
    kinds = {full: kind for (_, kind), full in canonical.items()}
    for alias in sorted(own, key=len, reverse=True):
        place = text.find(alias)
        while place >= 0:
            span = doc.char_span(place, place + len(alias))
            if span is not None and not taken & set(range(span.start, span.end)):
                taken |= set(range(span.start, span.end))
                same = [kind for other, kind, *_ in rows if other.start < span.end and span.start < other.end]
                kind = kinds.get(own[alias]) or (same[0] if same else "organisation")
                canonical[alias, kind] = own[alias]
                found.append((span, kind, "name", alias))
            place = text.find(alias, place + len(alias))
    rest = [row for row in rows if not taken & set(range(row[0].start, row[0].end))]
    return sorted(rest + found, key=lambda row: row[0].start)


def genders(rows, canonical):
    """What titles say about he and she: canonical name -> male or female."""
    found = {}
    for span, kind, how, name in rows:
        if how == "title":
            title = {token.lower_ for token in span}
            gender = "male" if title & MALE_TITLES else "female" if title & FEMALE_TITLES else None
            if gender:
                found[canonical[name, kind]] = gender
    return found
