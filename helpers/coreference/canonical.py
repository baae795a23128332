"""Names gathered under one form: which shortens which, and whom a name means that several bear."""

from collections import Counter, defaultdict

from spacy.attrs import ORTH

from ..language import doc_text, tokens_with
from .countries import ALIASES, STATES
from .peoples import BYNAMES, adherent, gathered
from .words import FEMALE_TITLES, MALE_TITLES, plain


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


CHAMBERS = frozenset("House Senate Congress Parliament Commons Lords Assembly Legislature".split())
PARTS_OF_CHAMBERS = frozenset("Committee Subcommittee Caucus".split())
JOINING = frozenset(("and", "&"))


def last_of(short, full):
    """Whether the last word of an organisation's name may stand for it.

    Not where the words before it only say whose or which it is, nor where the word is the name of another.

    >>> last_of("Post", "New York Post"), last_of("Senate", "U.S. Senate"), last_of("House", "White House")
    (True, True, False)
    >>> last_of("Senate", "Republican Senate"), last_of("Orsa", "Falk and Orsa"), last_of("Orsa", "Falk's Orsa")
    (False, False, False)
    """
    if not full.endswith(" " + short) or full == "White House":
        return False
    *before, _ = full.split()
    return not any(word in JOINING or adherent(word) or word.endswith(("'s", "’s", "s'", "s’")) for word in before)


def canonical_names(rows):
    """Bare name and kind -> the fullest form that it is an alias of.

    >>> canonical_names([(None, "place", 0, "N.H."), (None, "place", 0, "New Hampshire")])["N.H.", "place"]
    'New Hampshire'
    >>> early, late = [(None, "organisation", 0, "Falk Orsa")], [(None, "organisation", 0, "Orsa")]
    >>> canonical_names(early + late)["Orsa", "organisation"], canonical_names(late + early)["Orsa", "organisation"]
    ('Falk Orsa', 'Orsa')
    """
    counts = Counter((name, kind) for _, kind, _, name in rows)
    with_article = {name for span, *_, name in rows if span and span.start and span.doc[span.start - 1].lower_ == "the"}
    fuller_than, place = fuller_names(counts), {key: number for number, key in enumerate(counts)}
    initials = {}
    for name, kind in counts:
        if kind in ("organisation", "place") and " " in name:
            letters = "".join(word[0] for word in name.split() if word[0].isupper())
            initials.setdefault(letters, name)
    canonical, groups = {}, gathered(counts)
    for name, kind in counts:
        full = ALIASES.get(name, name) if kind == "place" else name
        if (STATES.get(name), kind) in counts:
            full = STATES[name]
        if kind == "person":
            fuller = fuller_than.get(name)
            full = fuller[0] if fuller else name
        elif kind == "group":
            full = groups.get(name, name)
        elif kind == "organisation" and name.isupper() and len(name) > 1:
            full = initials.get(name.replace(".", ""), name)
            if name == "GOP" and ("Republican Party", kind) in counts:
                full = "Republican Party"
        elif (
            kind == "organisation" and " " not in name
        ):  # the Post, of the New York Post; Northmoor, of Northmoor Water
            # a longer name that comes up later is another body, unless the short one has an article
            fuller = [
                other
                for other, k in counts
                if k == kind
                and last_of(name, other)
                and (name in with_article or name in CHAMBERS or place[other, k] < place[name, k])
            ]
            if not fuller and (name, "place") not in counts:
                # Google stays itself, though a Google Fiber Project comes up late and once
                fuller = [
                    other
                    for other, k in counts
                    if k == kind
                    and " " in other
                    and other.split()[0] == name
                    and not (name in CHAMBERS and other.split()[-1] in PARTS_OF_CHAMBERS)
                    and (place[other, k] < place[name, k] or 2 * counts[other, k] >= counts[name, k])
                ]
            full = fuller[0] if len(fuller) == 1 else name
        canonical[name, kind] = full
    canonical |= _parties(canonical)
    # HAYWARD is Hayward, where the text writes both
    usual = {name.upper(): full for (name, _), full in canonical.items() if not name.isupper()}
    for name, kind in canonical:
        if name.isupper() and len(name) > 3:
            canonical[name, kind] = usual.get(name, canonical[name, kind])
    return canonical


def _parties(canonical):
    """A party and its adherents under one name, where the text has them in the plural: the party's, if that is there.

    >>> names = {(name, "group"): "Republicans" for name in ("Republicans", "Republican")}
    >>> _parties(names | {("GOP", "organisation"): "GOP"})
    {('GOP', 'organisation'): 'Republicans'}
    >>> party = {("Republican Party", "organisation"): "Republican Party"}
    >>> _parties(names | party)["Republicans", "group"], _parties(party)
    ('Republican Party', {})
    """
    plurals = {full for (_, kind), full in canonical.items() if kind == "group"}
    parties = {
        adherent(name.removesuffix(" Party").removesuffix(" party")): full
        for (name, kind), full in canonical.items()
        if kind == "organisation" and name.lower().endswith(" party")
    }
    parties = {plural: full for plural, full in parties.items() if plural in plurals}
    found = {key: parties[full] for key, full in canonical.items() if full in parties}
    for name, kind in canonical:
        if kind == "organisation" and (plural := BYNAMES.get(name)) in plurals:
            found[name, kind] = parties.get(plural, plural)
    return found


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
    has been named in full before the surname stands alone, or first after a title in which it does; then who
    is named more often in full; then who was named first: others of a family are called by first names.

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

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.coreference import mentions
    >>> text = "Kim Berg spoke in Oslo. Berg was calm. Tom Berg listened. Berg thanked Tom Berg, and Tom Berg left."
    >>> [mention.names[0] for mention in mentions(from_text(text)) if text[mention.start : mention.end] == "Berg"]
    ['Kim Berg', 'Kim Berg']
    """
    counts = Counter((name, kind) for _, kind, _, name in rows)
    several = {name: options for name, options in fuller_names(counts).items() if len(options) > 1}
    if not several:
        return {}
    found, first = {}, {}
    for span, kind, _, name in rows:
        if kind == "person" and name not in several:
            first.setdefault(canonical[name, kind], span.start)
    alone = _alone(rows, several)
    forms = Counter(canonical[name, kind] for _, kind, _, name in rows if kind == "person" and name not in several)
    for span, kind, how, name in rows:
        options = several.get(name) if kind == "person" else None
        if not options:
            continue
        title = {token.lower_ for token in span} if how == "title" else set()
        gender = "male" if title & MALE_TITLES else "female" if title & FEMALE_TITLES else None
        fit = [one for one in options if not gender or genders.get(one, gender) == gender] or options
        sure = [one for one in fit if gender and genders.get(one) == gender]
        places = [first.get(one, alone[name] + 1) for one in options]
        before = max(alone[name], min(places))
        ranked = sorted(fit, key=lambda one: (first.get(one, before + 1) > before, -forms[one], first.get(one, 0)))
        found[span.start] = sure[0] if len(sure) == 1 else ranked[0]
    return found


def _alone(rows, several):
    """Where each surname that several bear stands alone first: in a title that names nobody in full, too."""
    doc, taken = rows[0][0].doc, {i for span, *_ in rows if len(span) > 1 for i in range(span.start, span.end)}
    words = {name.split(" ")[-1]: name for name in several}
    found = {name: len(doc) for name in several}
    for token in reversed([token for token in tokens_with(doc, ORTH, words) if token.i not in taken]):
        found[words[token.text]] = token.i
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
