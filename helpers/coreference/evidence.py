"""What the text itself says of a name's kind: evidence beside the parser's word, which is often wrong.

A rule looks at how a name is written and what stands around it, never at which name it is.
"""

from collections import Counter, defaultdict

from ..language import in_names, parse_columns
from .countries import ALIASES, COUNTRIES, DEMONYMS, SEATS
from .peoples import ADHERENTS
from .signs import (
    PLATFORMS,
    has_article,
    is_acronym,
    is_address,
    is_body,
    is_department,
    is_human,
    is_office,
    is_team,
    is_thing,
    is_town,
    is_where,
    of_his,
    saying,
)
from .words import (
    LAST_WORDS,
    TITLES,
    plain,
)

NOBODY = frozenset(
    "ceo cfo coo suv gmt est edt pst pdt utc cet bst image images photo photos picture video file read-more".split()
)
KINDS_OF_BODIES = frozenset(("PAC", "PACs"))
COMPASS = frozenset("north south east west central northern southern eastern western greater upper lower new".split())
CLUBS = frozenset("real atletico atlético deportivo sporting inter dynamo racing olympique athletic".split())
LOCATIVE = frozenset("in at near outside inside around from through across to of".split())
MASTHEADS = frozenset("herald tribune gazette telegraph guardian observer independent chronicle times inquirer".split())

# what it shows -> (a text, the words, the kind that they have, or None for nobody)
EXAMPLES = {
    "last word": ("They met Anna Berg on Falk Bridge. Falk Bridge was full.", "Falk Bridge", "place"),
    "club": ("Spain voted on Sunday. Real Madrid won the cup.", "Real Madrid", "organisation"),
    "surname": ("Mrs Anna Paris left the hall. Paris was tired.", "Paris", "person"),
    "version": ("The firm Orsa ships Falcon 6 today. Users of Falcon wait.", "Falcon", None),
    "repeated": ("They use the Solvenda magazine. Fans of Solvenda came. Solvenda rose.", "Solvenda", "organisation"),
    "common word": ("Helium is rare. Too little helium is sold, for helium is costly.", "Helium", None),
    "office": (
        "The firm Orsa has a Chief Strategy Officer. The Chief Strategy Officer left.",
        "Chief Strategy Officer",
        None,
    ),
    "acronym of a party": ("They met the SVP. SVP won, and Junge SVP lost to the SVP.", "the SVP", "organisation"),
    "campaign of his": (
        "The crowd met Falko. Falko launched his bid. Then Falko lost his voice.",
        "Falko",
        "person",
    ),
    "noun before": (
        "The school's superintendent Donnie Falk added that they met Donnie Falk.",
        "Donnie Falk",
        "person",
    ),
    "who": ("They met Dara Falk, who had left. Dara Falk sang.", "Dara Falk", "person"),
    "born": ("Brock Falk (born 11 June 1988) plays. They met Brock Falk.", "Brock Falk", "person"),
    "age": ("One voter, Guadalupe Potocacetpl, 35, showed up.", "Guadalupe Potocacetpl", "person"),
    "role": ("They met Nefzi, a professor from Oslo. Nobody sang.", "Nefzi", "person"),
    "says": ("They met Novak Falkovic. The crowd sang. Falkovic said no.", "Novak Falkovic", "person"),
    "site": ("They met Anna Berg. Fans of Twitter sang.", "Twitter", "organisation"),
    "town": ("When she flew to Boise, Idaho, for a speech, it rained.", "Boise", "place"),
    "team of a town": (
        "Who wins, the North Carolina Panthers or the Denver Broncos? They left Denver.",
        "the Denver Broncos",
        "organisation",
    ),
    "first name": ("Trayvon Falk ran. The gun that killed Trayvon is sold.", "Trayvon", "person"),
    "team": ("Tom Roe beat the Marlins. Nobody sang.", "the Marlins", "organisation"),
    "body": ("They fight the Islamic State. Nobody sang.", "the Islamic State", "organisation"),
    "department": ("The secretary of State left. Nobody sang.", "State", None),
    "acronym": ("He likes the NRA. They met the NRA.", "the NRA", "organisation"),
    "adherents": ("A poll of Latinos was held. Nobody sang.", "Latinos", "group"),
    "where": ("Anna Berg, the harbour master of Holm, left. Nobody sang.", "Holm", "place"),
    "article": ("They met Anna Berg. A reporter of the Klan left.", "the Klan", "organisation"),
    "masthead": ("Tom Roe reads the Falk Herald. Nobody sang.", "the Falk Herald", "organisation"),
    "time zone": ("At 15:11 GMT the site was down.", "GMT", None),
}


def widened(doc, rows):
    """Places and groups of which the word beside is a part: **Real** Madrid is no city, nor Islamic **State** a people.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    rows : list
        As from `names.name_spans`.
    """
    taken = {i for span, *_ in rows for i in range(span.start, span.end)}
    found, joined = [], set()
    for span, kind, how, name in rows:
        before = doc[span.start - 1] if span.start else None
        if (
            kind == "place"
            and before is not None
            and before.i not in taken
            and (
                before.pos_ == "PROPN" or (before.pos_ == "ADJ" and not before.is_sent_start) or before.lower_ in CLUBS
            )
            and before.is_title
            and before.dep_ in ("compound", "amod")
            and before.head.i == span.root.i
            and before.ent_type_ in ("", "ORG")
            and before.lower_ not in COMPASS
            and (name in SEATS or name in COUNTRIES)
        ):
            span, kind = doc[before.i : span.end], "organisation"
            name = span.text
        if kind == "group" and is_body(doc, span):
            span, kind = doc[span.start : span.end + 1], "organisation"
            name = span.text
            joined.add(span.end - 1)
        found.append((span, kind, how, name))
    return [row for row in found if not (len(row[0]) == 1 and row[0].start in joined)]


def repeated(doc, rows):
    """Names that the parser passes over wherever they stand, by being written as names more than once.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    rows : list
        As from `names.name_spans`.

    Returns
    -------
    list
        Rows in order, the given and the new ones: places, if most stand behind "in" or "at", else organisations.
    """
    taken = {i for span, *_ in rows for i in range(span.start, span.end)}
    named, columns = in_names(doc), parse_columns(doc)
    places, i = {}, 0
    while i < len(doc):
        first = i
        while i < len(doc) and named[i] and columns.pos[i] == "PROPN" and i not in taken and not doc[i].ent_type_:
            i += 1
        words = columns.text[first:i]
        if words and not all(word.lower() in TITLES or word in DEMONYMS or len(word) < 3 for word in words):
            places.setdefault(" ".join(words), []).append((first, i))
        i = max(i, first + 1)
    more = []
    for spans in places.values():
        if len(spans) > 1 and not any(first and columns.lower[first - 1] in TITLES for first, _ in spans):
            behind = sum(
                bool(first) and columns.lower[first - 1] in LOCATIVE - {"of", "to", "from"} for first, _ in spans
            )
            kind = "place" if 2 * behind > len(spans) else "organisation"
            more += [(doc[first:last], kind, "name", doc[first:last].text) for first, last in spans]
    return sorted(rows + more, key=lambda row: row[0].start)


def weighed(doc, rows):
    """Names with the kinds that the text speaks for; what is nobody (times, things, credits) is left out.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    rows : list
        As from `names.name_spans`.

    Returns
    -------
    list
        Rows of the same shape.
    """
    surnames = {plain(name)[-1] for _, kind, _, name in rows if kind == "person" and " " in name}
    known = {word for _, kind, _, name in rows if kind == "person" and " " in name for word in plain(name)}
    persons = {name for span, kind, _, name in rows if kind in ("place", "organisation") and is_human(doc, span, name)}
    persons |= saying(doc, [row for row in rows if row[1] in ("place", "organisation")]) - COUNTRIES - SEATS.keys()
    persons |= {name.split()[-1] for name in persons} | of_his(doc, rows) - SEATS.keys() | _by_surname(rows)
    teams = Counter(name for span, kind, _, name in rows if kind == "person" and is_team(doc, span, name))
    families = {
        name for span, *_, name in rows if name[:-1] in surnames and name not in surnames and is_team(doc, span, name)
    }
    acronyms = Counter(name for span, *_, name in rows if is_acronym(doc, span, name))
    spots = {name for span, kind, _, name in rows if kind == "place"}
    teams_of_towns = {name for name in spots if name.endswith("s") and name.rpartition(" ")[0] in spots | SEATS.keys()}
    towns = {name for span, *_, name in rows if is_town(doc, span)} - known
    firsts = {plain(name)[0] for _, kind, _, name in rows if kind == "person" and " " in name}
    firsts -= {name for span, *_, name in rows if span.start and doc[span.start - 1].lower_ in LOCATIVE}
    firsts -= {name for span, *_, name in rows if span.end < len(doc) and doc[span.end].pos_ == "PROPN"}
    firsts -= SEATS.keys() | COUNTRIES | ALIASES.keys()
    things, seen, standing, articles = Counter(), Counter(), Counter(), Counter()
    for span, kind, _, name in rows:
        seen[name] += 1
        standing[name] += is_where(doc, span)
        articles[name] += has_article(doc, span)
        if kind in ("organisation", "person"):
            things[name] += is_thing(doc, span)
    columns = parse_columns(doc)
    common = Counter(
        lemma
        for word, lemma, pos in zip(columns.text, columns.lemma, columns.pos, strict=True)
        if pos == "NOUN" and word.islower()
    )
    found = []
    for span, kind, how, name in rows:
        last = name.split()[-1].lower().strip(".")
        if kind in ("person", "place") and any(character.isdigit() for character in name):
            continue
        if how == "name" and common[name.lower()] >= seen[name] and name not in surnames:
            continue  # "Iodine" begins a sentence of a text on iodine
        if last in NOBODY or is_address(doc, span) or (how == "name" and 4 * things[name] > seen[name]):
            continue
        if kind == "organisation" and is_department(doc, span):
            continue
        if (name in ADHERENTS and (kind != "person" or name.endswith("s"))) or name in families:
            kind = "group"
        if acronyms[name] and (kind != "person" or name.isupper()):
            kind = "organisation"
        if how == "name" and " " in name and kind in ("person", "place", "organisation"):
            kind = LAST_WORDS.get(last, kind)
        if kind == "organisation" and how == "name" and (name.lower() in TITLES or name in KINDS_OF_BODIES):
            continue
        if kind != "person" and how == "name" and is_office(name):
            continue
        if how == "name" and kind in ("place", "organisation") and name in persons and last not in LAST_WORDS:
            kind, title = "person", name.split()[0]
            if name.count(" ") > 1 and title.lower() in TITLES:  # Spokeswoman **Haley Morris**
                how, name = "title", name.removeprefix(title).strip()
        if kind == "person" and how == "name" and 2 * teams[name] >= seen[name] and name not in surnames:
            kind = "organisation"
        if kind == "person" and how == "name" and name not in known and standing[name] == seen[name]:
            kind = "place"
        if kind == "person" and how == "name" and name not in known and 2 * articles[name] >= seen[name]:
            kind = "organisation"
        if kind in ("person", "place") and how == "name" and last in MASTHEADS and name not in known:
            kind = "organisation"
        if kind == "place" and name in surnames and (name in SEATS or name in COUNTRIES):
            before = doc[span.start - 1].lower_ if span.start else ""
            kind = kind if before in LOCATIVE else "person"
        if (kind == "person" and name in PLATFORMS - known) or (kind == "place" and name in teams_of_towns):
            kind = "organisation"
        if kind == "organisation" and how == "name" and name in towns:
            kind = "place"
        if kind in ("place", "organisation") and how == "name" and name in firsts:
            kind = "person"
        found.append((span, kind, how, name))
    return found


def _by_surname(rows):
    """Full names that the parser takes for a body's, where their last word alone is only ever a person's.

    >>> body, person = (None, "organisation", "name", "Rahm Falk"), (None, "person", "name", "Falk")
    >>> _by_surname([body, person]), _by_surname([(None, "organisation", "name", "Falk"), *[body, person]])
    ({'Rahm Falk'}, set())
    """
    alone = defaultdict(set)
    for _, kind, _, name in rows:
        if " " not in name:
            alone[name].add(kind)
    return {
        name
        for _, kind, how, name in rows
        if kind == "organisation"
        and how == "name"
        and name.count(" ") in (1, 2)
        and alone[name.split(" ")[-1]] == {"person"}
        and all(word[0].isupper() and word.isalpha() and not word.isupper() for word in name.split(" "))
    }
