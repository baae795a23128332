"""What speaks for and against a pronoun or noun phrase meaning one of those spoken of: named features."""

from collections import Counter

from ..language.grammar import NOUN_SUBJECTS
from .countries import COUNTRIES, SEATS, STATE_NAMES
from .words import NOUNS, SAYERS

GENDERS = {"he": "male", "she": "female"}
ROLES = {"nsubj": "subject", "nsubjpass": "subject", "poss": "poss", "dobj": "object", "pobj": "object"}


def rows(reading, anaphor, near, above=()):
    """Each candidate of an anaphor with its features: a list of (Known, list of tuple).

    Parameters
    ----------
    reading : Reading
    anaphor : Anaphor
    near : list of Known
    above : list of Known
        Of a pronoun, as from `candidates.acting_above`.
    """
    own = alone(reading, anaphor)
    ranks, found = Counter(), []
    for place, one in enumerate(near):
        found.append((one, own + pair(reading, anaphor, one, place, above, ranks[one.kind] if one.names else 3)))
        ranks[one.kind] += bool(one.names)
    return found


def alone(reading, anaphor):
    """Features of the anaphor alone; how they are written is their only meaning."""
    columns, head, form = reading.columns, anaphor.head, anaphor.learned
    role = ROLES.get(columns.dep[head], "other")
    found = [(form,), (form, role), (form, "quoted", reading.quoted[head] % 2)]
    if anaphor.form in ("thing", "things"):
        found += [
            (form, "rest", anaphor.rest),
            (form, "det", anaphor.det),
            (form, "words", min(len(anaphor.words), 2)),
            (form, "sort", anaphor.kind),
            ("noun", anaphor.lemma),
        ]
    elif form == "it" and columns.dep[head] in NOUN_SUBJECTS:
        found.append((form, "of", columns.lemma[columns.head[head]]))
    return found


def pair(reading, anaphor, one, place, above, rank):
    """Features of an anaphor with one candidate."""
    columns, head, form = reading.columns, anaphor.head, anaphor.learned
    last = one.last
    away = min(reading.sentence[head] - reading.sentence[last], 7)
    role, own = ROLES.get(one.dep, "other"), ROLES.get(columns.dep[head], "other")
    sort = ("a", one.kind) if one.names else ("no", one.kind)
    found = [
        (form, "away", away, *sort),
        (form, "how", one.how, one.kind),
        (form, "count", min(one.count, 8) // 2, sort[0]),
        (form, "plural", int(one.plural), *sort),
        (form, "side", int(reading.quoted[head] == reading.quoted[last]), sort[0]),
    ]
    if anaphor.form in ("thing", "things"):
        shared = bool(anaphor.words & one.words)
        if anaphor.lemma in one.nouns:
            known = "shared" if shared else "more" if anaphor.words and one.words else "same"
            found.append((form, "noun", known, sort[0], anaphor.det))
            found.append((form, "noun", sort[0], anaphor.kind))
            found.append((form, "noun away", sort[0], away))
        else:
            found.append((form, "words", int(shared), int(bool(anaphor.words)), sort[0]))
            found.append((form, "kinds", NOUNS.get(anaphor.lemma, anaphor.kind), *sort))
            found.append((form, "place", min(place, 5), sort[0]))
            found.append(("noun", anaphor.lemma, one.kind))
            if one.names:
                found.append(("noun", anaphor.lemma, sort_of(one), min(rank, 2)))
                said = NOUNS.get(anaphor.lemma, anaphor.kind)
                found.append((form, "rank", said, sort_of(one), min(rank, 2), anaphor.det))
                found.append((form, "often", min(one.often, 8) // 2, one.kind))
        if anaphor.lemma in one.words:
            found.append((form, "word of name"))
            if one.names:
                found.append((form, "word of name", int(anaphor.lemma == one.last_word), anaphor.det, anaphor.kind))
        role, own = ROLES.get(one.dep, "other"), ROLES.get(columns.dep[head], "other")
        found.append((form, "role", role, own, min(away, 2), sort[0]))
        if away == 0 and columns.head[last] == columns.head[head]:
            found.append((form, "verb", sort[0]))
        if one.names:
            called = int(anaphor.lemma in one.nouns)
            found.append((form, "beside", min(len(anaphor.words), 2), called, int(shared), anaphor.det))
            found.append((form, "after", anaphor.rest, called))
        return found
    found += _by_clause(reading, anaphor, one, above, sort[0])
    gender = reading.gender(one)
    wanted = GENDERS.get(anaphor.form)
    found += [
        (form, "place", min(place, 5)),
        (form, "place", min(place, 2), *sort),
        (form, "away", min(away, 2), role, own),
        (form, role, sort[0]),
        (form, "gender", "same" if gender and gender == wanted else "none"),
    ]
    if form == "they" and one.names:
        several = int(one.last_word.endswith("s"))
        found += [
            (form, "several", several, one.kind),
            (form, "several", several, min(away, 2), role == own == "subject"),
        ]
    if away == 0:
        found.append((form, "verb", int(columns.head[last] == columns.head[head]), own))
        if role == "subject" and own == "poss":
            found.append((form, "poss of subject"))
    if (
        reading.quoted[head] % 2
        and not reading.quoted[last] % 2
        and columns.lemma[columns.head[last]] in SAYERS
        and role == "subject"
    ):
        found.append((form, "quoted of sayer"))
    return found


def sort_of(one):
    """Of a place whether it is a country or a capital: "the country" is no town."""
    if not one.names or one.kind not in ("place", "government"):
        return one.kind
    name = one.names[0]
    return (
        "country" if name in COUNTRIES else "state" if name in STATE_NAMES else "capital" if name in SEATS else "place"
    )


def _by_clause(reading, anaphor, one, above, named):
    """Features of who acts in the clauses around a pronoun, and of who speaks."""
    columns, head, form, sentence = reading.columns, anaphor.head, anaphor.learned, reading.sentence
    place = next((number for number, subject in enumerate(above) if subject is one), None)
    own = "poss" if columns.dep[head] == "poss" else ROLES.get(columns.dep[head], "other")
    found = [(form, "often", min(one.often, 8) // 2, named)]
    if place is not None:
        found += [(form, "subject above", place, own), (form, "subject above", place, named)]
    elif any(subject is not None for subject in above):
        found.append((form, "other above", own))
    if reading.quoted[head] % 2:
        found.append((form, "quoted of who said", min(max(sentence[head] - one.said, 0), 3)))
    elif columns.dep[head] in NOUN_SUBJECTS and columns.lemma[columns.head[head]] in SAYERS:
        found.append((form, "says again", min(max(sentence[head] - one.said, 0), 4), named))
        found.append((form, "said last", int(one is reading.sayer), named))
        found.append((form, "said last", int(one is reading.sayer), min(max(sentence[head] - one.said, 0), 4)))
    return found
