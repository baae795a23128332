"""Whom a pronoun or a definite phrase means: of the actors named before it the best, or none of them.

A log-linear choice among the actors known so far, "none" included (mention ranking: Denis & Baldridge
2008; after Luo et al. 2004 each actor is one candidate, seen in its last mention). The weights are learned
by `python -m helpers learn coreference`; the card beside them says from what and how well.
"""

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from heapq import merge
from itertools import islice
from math import exp
from pathlib import Path

from spacy.attrs import LOWER

from ..language import parse_columns, sentence_numbers, tokens_with
from ..language.grammar import NOUN_SUBJECTS
from .evidence import LAST_WORDS
from .portraits import gender_of

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "coreference.tsv"
PRONOUNS = (
    dict.fromkeys(("he", "him", "his", "himself"), "he")
    | dict.fromkeys(("she", "her", "hers", "herself"), "she")
    | dict.fromkeys(("it", "its", "itself"), "it")
    | dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they")
)
GENDERS = {"he": "male", "she": "female"}
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
CANDIDATES = 10  # actors that are weighed for one mention, those named last
REACH = {"he": 6, "she": 6, "they": 3, "it": 3}  # sentences that a pronoun may look back
PERSON_NOUNS = ("er", "or", "ist", "man", "woman", "person", "ian", "ant", "ent", "men", "women", "people")
NO_PERSONS = ("number", "power", "paper", "matter", "order", "center", "water", "event", "government", "ment", "factor")

# what it shows -> (a text, the words, whom they mean)
EXAMPLES = {
    "he": ("Kim Berg left the hall. He was tired.", "He", ("Kim Berg",)),
    "her": ("Kim Berg sang. Her voice was clear.", "Her", ("Kim Berg",)),
    "the country": ("Norway joined the talks. The country wants peace.", "The country", ("Norway",)),
}


@dataclass
class Known:
    """An actor as far as the text has come."""

    names: tuple
    kind: str
    last: int  # token of the last mention
    dep: str
    how: str
    count: int = 0
    nouns: set = field(default_factory=set)  # by which the text has said what it is
    words: frozenset = frozenset()


@dataclass(frozen=True)
class Anaphor:
    """A mention that names nobody: its first token, its head, and how it is written."""

    first: int
    head: int
    form: str  # he, she, it, they; thing, things for definite phrases in singular and plural

    @property
    def learned(self):
        """The form as the weights know it: she is weighed as he, so that neither is worse known."""
        return "he" if self.form == "she" else self.form


def anaphors(doc, taken):
    """Pronouns of the third person and definite phrases, in order.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    taken : set of int
        Tokens that are mentions already.
    """
    found = [
        Anaphor(token.i, token.i, PRONOUNS[token.lower_])
        for token in tokens_with(doc, LOWER, PRONOUNS)
        if token.i not in taken
    ]
    for token in tokens_with(doc, LOWER, DEFINITE):
        head = token.head
        if token.dep_ != "det" or head.i <= token.i or head.i - token.i > 5 or head.i in taken:
            continue
        if head.tag_ not in ("NN", "NNS") or head.dep_ in ("compound", "npadvmod") or head.ent_type_ in TIMES:
            continue
        found.append(Anaphor(token.i, head.i, "thing" if head.tag_ == "NN" else "things"))
    return sorted(found, key=lambda one: (one.head, one.first))


# nouns that say what an actor is, by kind
NOUNS = (
    LAST_WORDS
    | dict.fromkeys(
        "organization organisation firm agency charity newspaper paper network publisher retailer manufacturer maker "
        "airline operator regulator union government administration campaign band side".split(),
        "organisation",
    )
    | dict.fromkeys("country nation city town village state region capital district area territory".split(), "place")
)
SAYERS = frozenset("say tell add write tweet claim argue warn note explain insist recall announce ask admit".split())
TIMES = frozenset(("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"))


def options(doc, mentions, genders, taken, decide):
    """Weigh each anaphor in the order of the text.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    mentions : list of Mention
        In the order of the text.
    genders : dict of str to str
        Canonical name to female or male, where the text says; what pronouns tell is added.
    taken : set of int
        Tokens that are mentions already.
    decide : callable
        Of an anaphor and its candidates, a list of (Known, features): the Known it means, or None.

    Returns
    -------
    list of (Anaphor, Known)
    """
    sentence_of, columns = sentence_numbers(doc), parse_columns(doc)
    quoted = _quoted(columns.text)
    known, found = {}, []
    singles = [mention for mention in mentions if len(mention.names) == 1 and mention.head >= 0]
    events = merge(
        ((mention.head, 0, number, mention) for number, mention in enumerate(singles)),
        ((one.head, 1, number, one) for number, one in enumerate(anaphors(doc, taken))),
    )
    persons = _person_nouns(doc, taken)
    for _, which, _, what in events:
        if not which:
            _met(doc, columns, known, what)
            continue
        here = sentence_of[what.head]
        reach = REACH.get(what.form, 10**6)
        near = list(islice(reversed(known.values()), CANDIDATES))  # `known` has who was mentioned last at its end
        near = [one for one in near if here - sentence_of[one.last] <= reach and _may_mean(what, one, genders)]
        if not near:
            continue
        own = _own(doc, columns, what, quoted, persons, sentence_of)
        rows = [
            (one, _features(columns, what, one, place, own, genders, sentence_of, quoted))
            for place, one in enumerate(near)
        ]
        target = decide(what, rows)
        if target is not None:
            found.append((what, target))
            target.last, target.dep, target.how = what.head, columns.dep[what.head], "pronoun"
            target.count += 1
            known[target.names] = known.pop(target.names)
            if what.form in GENDERS and target.kind == "person":
                genders.setdefault(target.names[0], GENDERS[what.form])
    return found


def _met(doc, columns, known, mention):
    """A name: its actor is what was mentioned last."""
    one = known.pop(mention.names, None)
    if one is None:
        words = frozenset(word.lower() for word in mention.names[0].split())
        one = Known(mention.names, mention.kind, mention.head, "", "", words=words)
    known[mention.names] = one
    one.last, one.dep, one.how = mention.head, columns.dep[mention.head], mention.how
    one.count += 1
    head = doc[mention.head]
    for token in (*head.lefts, *head.rights, head.head):
        if token.tag_ in ("NN", "NNS") and (
            token.dep_ in ("appos", "compound", "nmod", "attr") or head.dep_ == "appos"
        ):
            one.nouns.add(token.lemma_.lower())
    if columns.dep[mention.head] in NOUN_SUBJECTS and columns.lemma[head.head.i] == "be":
        one.nouns |= {token.lemma_.lower() for token in head.head.rights if token.dep_ == "attr"}


def _may_mean(anaphor, one, genders):
    """He and she are persons, of their own gender; it is none."""
    if anaphor.form in GENDERS:
        return one.kind == "person" and genders.get(one.names[0], GENDERS[anaphor.form]) == GENDERS[anaphor.form]
    return anaphor.form != "it" or one.kind != "person"


def _quoted(words):
    """How many quotation marks stand before each word, by twos: odd within, even outside."""
    count, found = 0, []
    for word in words:
        if word in ("“", "”", '"'):
            count += 1
        found.append(count)
    return found


def _person_nouns(doc, taken):
    """Where common nouns of persons stand: they may be whom a pronoun means, and are nobody's name."""
    columns = parse_columns(doc)
    return [
        i
        for i, pos in enumerate(columns.pos)
        if pos == "NOUN" and i not in taken and columns.dep[i] != "compound" and is_person(columns.lemma[i])
    ]


def is_person(lemma):
    return bool(gender_of(lemma)) or (lemma.endswith(PERSON_NOUNS) and not lemma.endswith(NO_PERSONS))


def _own(doc, columns, anaphor, quoted, persons, sentence_of):
    """Features of the anaphor alone."""
    head, form = anaphor.head, anaphor.learned
    lemma = columns.lemma[head]
    found = [f"{form}", f"{form} {_role(columns.dep[head])}", f"{form} in quotes {quoted[head] % 2}"]
    if form in ("thing", "things"):
        token = doc[head]
        rights = {child.dep_ for child in token.rights}
        shape = "clause" if rights & {"relcl", "acl"} else "prep" if "prep" in rights else "bare"
        found += [f"{form} {shape}", f"{form} modifiers {min(head - anaphor.first - 1, 2)}", f"noun {lemma}"]
        found += [f"{columns.lower[anaphor.first]} {form}", f"person noun {is_person(lemma)}"]
    elif form == "it":
        verb = columns.head[head]
        found += [f"it {columns.lemma[verb]}"] if columns.dep[head] in NOUN_SUBJECTS else []
    return found, _before(persons, head), lemma


def _before(places, head):
    place = bisect_left(places, head)
    return places[place - 1] if place else None


def _role(dep):
    return {"nsubj": "subject", "nsubjpass": "subject", "poss": "poss", "dobj": "object", "pobj": "object"}.get(
        dep, "other"
    )


def _features(columns, anaphor, one, place, own, genders, sentence_of, quoted):
    """Features of an anaphor with one candidate; how they are written is their only meaning."""
    alone, noun_at, lemma = own
    form, head = anaphor.learned, anaphor.head
    away = min(sentence_of[head] - sentence_of[one.last], 7)
    role = _role(one.dep)
    gender = genders.get(one.names[0])
    known = "same" if gender and gender == GENDERS.get(anaphor.form) else "none" if not gender else "other"
    found = [
        *alone,
        f"{form} away {away}",
        f"{form} place {min(place, 5)}",
        f"{form} {one.kind}",
        f"{form} {role} away {min(away, 2)}",
        f"{form} how {one.how}",
        f"{form} count {min(one.count, 8) // 2}",
        f"{form} gender {known}",
        f"{form} same side {quoted[head] == quoted[one.last]}",
    ]
    if (
        quoted[head] % 2
        and not quoted[one.last] % 2
        and columns.lemma[columns.head[one.last]] in SAYERS
        and role == "subject"
    ):
        found.append(f"{form} quoted of sayer")
    if noun_at is not None and noun_at > one.last:
        found.append(
            f"{form} noun between {_role(columns.dep[noun_at])} {sentence_of[head] - sentence_of[noun_at] < 2}"
        )
    if away == 0 and columns.head[one.last] == columns.head[head]:
        found.append(f"{form} same verb")
    if away == 0 and role == "subject" and columns.dep[head] == "poss":
        found.append(f"{form} poss of subject")
    if form in ("thing", "things"):
        found += [f"noun {lemma} {one.kind}", f"person noun {is_person(lemma)} {one.kind}"]
        found += [f"{form} class {NOUNS.get(lemma, 'person' if is_person(lemma) else 'other')} {one.kind}"]
        found += [f"{form} known noun"] if lemma in one.nouns else []
        found += [f"{form} word of name"] if columns.lower[head] in one.words else []
        between = range(anaphor.first + 1, head)
        if between:
            shared = any(columns.lower[i] in one.words for i in between)
            named = any(columns.pos[i] == "PROPN" for i in between)
            found.append(f"{form} modifier shared {shared} named {named}")
    return found


@cache
def weights(path=WEIGHTS):
    """Feature -> weight, and the least probability of a link by form.

    Returns
    -------
    (dict of str to float, dict of str to float)
    """
    found, least = {}, {}
    for line in path.read_text(encoding="utf8").split("\n"):
        if line and not line.startswith("#"):
            kind, name, value = line.split("\t")
            (found if kind == "weight" else least)[name] = float(value)
    return found, least


def chooser(table, least):
    """A `decide` for `options`: the most probable actor, if it is probable enough."""

    def decide(anaphor, rows):
        scores = [sum(table.get(name, 0.0) for name in names) for _, names in rows]
        top = max(scores)
        probability = 1 / (exp(min(-top, 500)) + sum(exp(score - top) for score in scores))
        return rows[scores.index(top)][0] if probability >= least.get(anaphor.learned, 0.5) else None

    return decide


def linked(doc, mentions, genders, taken):
    """Pronouns and definite phrases with the actor that they mean: a list of (Anaphor, Known)."""
    return options(doc, mentions, genders, taken, chooser(*weights()))
