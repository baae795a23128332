"""Whom a pronoun or a noun phrase may mean, of those whom a text has spoken of so far."""

from heapq import merge
from itertools import islice

from ..language.grammar import NOUN_SUBJECTS
from .countries import NATIONS, STATE_NAMES
from .features import GENDERS
from .peoples import adherent
from .pronouns import ORGANS
from .words import LAST_WORDS, gender_of

REACH = {"he": 6, "she": 6, "they": 3, "it": 2}  # sentences that a pronoun may look back
CANDIDATES = 8  # that are weighed for one pronoun, those spoken of last
CLIMB, CLAUSES = 12, 3  # words up from a pronoun, and clauses, in which subjects are looked for
RELATIVES = frozenset(("who", "that", "which"))
BACK = 30  # actors that are looked through for those that fit a noun
PLAIN = frozenset(("new", "young", "late"))  # tell nobody apart
NEAR, FAR = 8, 20  # sentences within which another is near, and beyond which a noun no longer means one
BODIES = frozenset("company firm corporation group organization organisation".split())  # that a name need not tell
FIRMS = frozenset("company corporation corp inc ltd plc group motors holdings airlines airways studios records".split())
OFTEN = 3  # mentions by name of the one that such a noun means
NAMED, ALIKE = 8, 3  # actors with a name, and others of the same sort, that are weighed for one noun phrase


def acting_above(reading, token):
    """The subjects of the clauses that a token stands in, the nearest first.

    Parameters
    ----------
    reading : Reading
    token : int

    Returns
    -------
    list of Known
        None for a subject that is nobody spoken of.
    """
    columns, found, steps = reading.columns, [], 0
    word = token
    while columns.head[word] != word and steps < CLIMB and len(found) < CLAUSES:
        under, word, steps = word, columns.head[word], steps + 1
        if columns.pos[word] not in ("VERB", "AUX"):
            continue
        for child in reading.doc[word].lefts:
            if child.dep_ in NOUN_SUBJECTS and child.i != token:
                subject = columns.head[word] if child.lower_ in RELATIVES and columns.dep[word] == "relcl" else child.i
                if child.i != under:  # within its own subject nothing acts yet
                    found.append(reading.at.get(subject))
                break
    return found


def of_pronoun(reading, anaphor, above):
    """Candidates of a pronoun, what was spoken of last at the beginning.

    Parameters
    ----------
    reading : Reading
    anaphor : Anaphor
    above : list of Known
        As from `acting_above`.

    Returns
    -------
    list of Known
    """
    form, here, found = anaphor.form, reading.sentence[anaphor.head], []
    below = _named_below(reading, anaphor.head)
    named, others = reversed(reading.named.values()), reversed(reading.others.values())
    for one in merge(named, others, key=lambda one: -one.last):
        if here - reading.sentence[one.last] > REACH[form] or len(found) == CANDIDATES:
            break
        if (
            _may_mean(reading, form, one)
            and not _acts_on(reading, one, anaphor.head, above)
            and not _in_own_words(reading, one, anaphor)
            and one.names not in below
        ):
            found.append(one)
    return found


def _may_mean(reading, form, one):
    """He and she are one person, of their own gender; it is none; they are not one person with a name."""
    if form in GENDERS:
        if one.kind != "person" or one.plural:
            return False
        return reading.gender(one) in (None, GENDERS[form])
    if form == "it":
        return one.kind not in ("person", "group") and not one.plural
    return one.kind not in ("person", "place") if one.names else one.plural or one.kind != "thing"


def _acts_on(reading, one, pronoun, above):
    """Whether somebody is the subject of the verb whose object a pronoun is: Reed thanked **her**, not himself."""
    columns = reading.columns
    if columns.dep[pronoun] not in ("dobj", "dative") or columns.lower[pronoun].endswith(("self", "selves")):
        return False
    return any(subject is one for subject in above[:1]) or (
        columns.dep[one.last] in NOUN_SUBJECTS and columns.head[one.last] == columns.head[pronoun]
    )


def _named_below(reading, pronoun):
    """Whom the clause of a subject names behind it: **he** suggested that Reed had left is not Reed (Chomsky 1981)."""
    if reading.columns.dep[pronoun] not in NOUN_SUBJECTS:
        return frozenset()
    last = reading.doc[reading.columns.head[pronoun]].right_edge.i
    return {names for head, names in reading.names.items() if pronoun < head <= last}


def _in_own_words(reading, one, anaphor):
    """Whether somebody would be he or she in their own quotation, or be the one who says what names them.

    “**He** lost,” Reed said of another. “Reed lost,” **she** said. “No,” **she** said. “Reed lost.”
    """
    head, form = anaphor.head, anaphor.form
    if form not in GENDERS or not one.names:
        return False
    if reading.quoted[head] % 2:
        return reading.speaker.get(reading.quoted[head]) == one.names
    return any(one.names in reading.within[number] for number in reading.says.get(head, ()))


def by_role(reading, anaphor):
    """The one with a name whom the text has called by a noun: Sen. Kim Berg left. **The senator** was tired.

    None where another has been called so since, and where what stands beside the noun may tell another.

    Parameters
    ----------
    reading : Reading
    anaphor : Anaphor

    Returns
    -------
    Known or None
    """
    if anaphor.form != "thing" or anaphor.det not in ("the", "this") or anaphor.rest != "bare":
        return None
    if anaphor.kind not in ("person", "organisation") or not PLAIN.issuperset(anaphor.words):
        return None
    if any(token.dep_ == "appos" for token in reading.doc[anaphor.head].rights):
        return None
    gender, told = gender_of(anaphor.lemma), reading.by_noun.get(anaphor.lemma, ())
    told = [
        one for one in told if one.kind == anaphor.kind and reading.gender(one) in (None, gender or reading.gender(one))
    ]
    if not told:
        return None
    *others, one = sorted(dict.fromkeys(told), key=lambda one: one.last)
    here = reading.sentence[anaphor.head]
    near = others and here - reading.sentence[others[-1].last] <= NEAR
    return one if one.names and not near and here - reading.sentence[one.last] <= FAR else None


def by_sort(reading, anaphor):
    """The body that a text is about, where it is called by a noun that fits most of them: **the company** denied it.

    The only one that is named near, or is named twice as often as any other; no university, and no party, as its last
    word tells.

    Parameters
    ----------
    reading : Reading
    anaphor : Anaphor

    Returns
    -------
    Known or None
    """
    if anaphor.lemma not in BODIES or anaphor.form != "thing" or anaphor.det not in ("the", "this"):
        return None
    beside = {reading.columns.pos[i] for i in range(anaphor.first, min(anaphor.head + 2, len(reading.doc)))}
    if anaphor.rest != "bare" or "PROPN" in beside or reading.by_noun.get(anaphor.lemma):
        return None  # the company **Falk Orsa**
    here = reading.sentence[anaphor.head]
    near = [
        one
        for one in reading.named.values()
        if one.kind == "organisation" and here - reading.sentence[one.last] <= NEAR and one.often > 1
    ]
    near = [one for one in near if one.last_word in FIRMS or one.last_word not in LAST_WORDS]
    near = [one for one in near if not adherent(one.names[0])]
    one, *others = sorted(near, key=lambda one: -one.often) or [None]
    if one is None or one.often < OFTEN or any(2 * other.often > one.often for other in others):
        return None
    return one


def of_noun(reading, anaphor):
    """Candidates of a noun phrase: those called by the noun, actors with a name, others of its sort.

    Parameters
    ----------
    reading : Reading
    anaphor : Anaphor

    Returns
    -------
    list of Known
    """
    if not anaphor.definite and (anaphor.det == "a" or not anaphor.plural):
        return []
    found, sort = list(dict.fromkeys(reversed(reading.by_noun.get(anaphor.lemma, ())[-ALIKE:]))), anaphor.kind
    inside, gender = range(anaphor.first, anaphor.head), gender_of(anaphor.lemma)
    if anaphor.definite:
        fit = (one for one in islice(reversed(reading.named.values()), BACK) if _fits(reading, one, anaphor))
        found += [one for one in islice(fit, NAMED) if one not in found]
        if sort in ("person", "organisation"):
            more = 0
            for one in reversed(reading.others.values()):
                if more == ALIKE or reading.sentence[anaphor.head] - reading.sentence[one.last] > 3:
                    break
                if one.kind == sort and one.plural == anaphor.plural and one not in found:
                    found.append(one)
                    more += 1
    return [
        one
        for one in found
        if (one.names or one.last not in inside) and not (gender and reading.gender(one) not in (None, gender))
    ]


def _fits(reading, one, anaphor):
    """Whether a name may be what a noun says: called so, or a place, but no town is **the country**."""
    if anaphor.det == "poss" and one.last in range(anaphor.first, anaphor.head):
        return False
    if anaphor.lemma in one.words:
        return True
    if anaphor.lemma in ("country", "nation") and one.names[0] not in NATIONS:
        return False
    if anaphor.lemma == "state" and one.names[0] not in NATIONS | STATE_NAMES:
        return False
    return anaphor.lemma in one.nouns or (anaphor.kind == "place" and one.kind in ORGANS)
