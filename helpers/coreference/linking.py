"""Whom a pronoun or a noun phrase means: of those spoken of before it the best, or none of them.

A log-linear choice among the entities known so far, "none" included (mention ranking: Denis & Baldridge
2008; after Luo et al. 2004 each entity is one candidate, seen in its last mention). Entities are the actors
with a name and every other noun phrase, so that a pronoun of somebody without a name is not given to
somebody with one. The weights are learned by `python -m helpers learn coreference`; the card beside them
says from what and how well.
"""

from functools import cache
from math import exp
from pathlib import Path

from spacy.attrs import LOWER

from ..language import tokens_with
from .features import GENDERS
from .phrases import PRONOUNS
from .reading import Reading

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "coreference.tsv"

SURE = 0.4  # least probability of a link that tells a gender before all are read

# what it shows -> (a text, the words, whom they mean)
EXAMPLES = {
    "the owner, by name": ("The owner, Tom Reed, closed the shop. He was tired.", "He", ("Tom Reed",)),
    "he": ("Kim Berg left the hall. He was tired.", "He", ("Kim Berg",)),
    "her": ("Kim Berg sang. Her voice was clear.", "Her", ("Kim Berg",)),
    "thanked her": ("Tom Reed won. Kim Berg clapped. Reed thanked her.", "her", ("Kim Berg",)),
    "his wife": ("Tom Reed won. Mr Reed's wife, Sarah Reed, clapped. Mr Reed thanked her.", "her", ("Sarah Reed",)),
    "a party": ("The Democrats met in Oslo on Monday, and they agreed.", "they", ("Democrats",)),
    "own words": ("Tom Reed won. Kim Berg clapped. “He is brave,” Berg said.", "He", ("Tom Reed",)),
    "words on another": ("Kim Berg spoke. “It is a plan of Tom Reed,” she said.", "she", ("Kim Berg",)),
    "named by what he says": ("Kim Berg met Tom Reed. He suggested that Reed had left.", "He", ("Kim Berg",)),
    "words that go on": (
        "Kim Berg spoke. Tom Reed sang. “It is a plan,” he said. “Reed has it.”",
        "he",
        ("Kim Berg",),
    ),
    "the senator": ("Sen. Kim Berg left. The senator was tired.", "The senator", ("Kim Berg",)),
    "a text's company": (
        "Orsa Motors grew. Orsa Motors hired. Orsa Motors was fined. The company appealed.",
        "The company",
        ("Orsa Motors",),
    ),
    "the Court": ("Oslo Court ruled. Then the Court rose.", "the Court", ("Oslo Court",)),
    "the country, not the town": (
        "Norway voted. Bergen voted first. The country wants peace.",
        "The country",
        ("Norway",),
    ),
    "the country": ("Norway joined the talks. The country wants peace.", "The country", ("Norway",)),
}


def written(feature):
    """A feature as the file of weights has it.

    >>> written(("he", "away", 0, "a", "person")), written(("he", "said last", 1))
    ('he away 0 a person', 'he said_last 1')
    """
    return " ".join(str(part).replace(" ", "_") for part in feature)


def _read(name):
    """A feature that was written.

    >>> _read("he said_last 1")
    ('he', 'said last', 1)
    """
    return tuple(int(part) if part.isdigit() else part.replace("_", " ") for part in name.split(" "))


@cache
def weights(path=WEIGHTS):
    """Feature -> weight, and the least probability of a link by form.

    Returns
    -------
    (dict of tuple to float, dict of str to float)
    """
    found, least = {}, {}
    for line in path.read_text(encoding="utf8").split("\n"):
        if line and not line.startswith("#"):
            kind, name, value = line.split("\t")
            if kind == "weight":
                found[_read(name)] = float(value)
            else:
                least[name] = float(value)
    return found, least


def best(table, rows):
    """The most probable entity of some rows, and its probability beside the others and none of them."""
    get = table.get
    scores = [sum([get(name, 0.0) for name in names]) for _, names in rows]
    top = max(scores)
    return rows[scores.index(top)][0], 1 / (exp(min(-top, 500)) + sum(exp(score - top) for score in scores))


def chooser(table, least):
    """A `decide` for `Reading`: the most probable entity, if it is probable enough for one with or without a name."""

    def decide(anaphor, rows):
        one, probability = best(table, rows)
        return one if probability >= least[least_of(anaphor, one)] else None

    return decide


def least_of(anaphor, one):
    """The least probability that holds for a link: one for each form, with a name or without.

    >>> from helpers.coreference.phrases import Anaphor
    >>> from helpers.coreference.reading import Known
    >>> least_of(Anaphor(0, 0, "she"), Known((), "person", False, 0, "", ""))
    'he of none'
    """
    return f"{anaphor.learned} of a name" if one.names else f"{anaphor.learned} of none"


def linked(doc, mentions, genders, taken, decide=None):
    """Pronouns and noun phrases with whom they mean, and those without a name.

    Parameters
    ----------
    doc, mentions, genders, taken
        As for `Reading`.
    decide : callable, optional
        As for `Reading`; by the weights if left out.

    Returns
    -------
    (list of (Anaphor, Known), list of Known)
        Links to actors with a name; and those without one that are spoken of more than once.
    """
    table, least = weights()
    sure = decide or chooser(table, {form: max(value, SURE) for form, value in least.items()})
    decide = decide or chooser(table, least)
    genders = genders_of_pronouns(doc, mentions, genders, taken, sure) | genders
    reading = Reading(doc, mentions, genders, taken, decide)
    named = [(anaphor, one) for anaphor, one in reading.found if one.names]
    nameless = {id(one): one for _, one in reading.found if not one.names}
    return named, list(nameless.values())


def genders_of_pronouns(doc, mentions, genders, taken, decide):
    """What most pronouns of a whole text say of its names, so that the first of them alone decides nothing.

    Parameters are those of `linked`.

    Returns
    -------
    dict of str to (str or None)
        Canonical name to female or male, and to None where the pronouns disagree; nothing where the text has not
        both he and she.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.coreference import persons
    >>> article = from_text("Kim Berg praised Tom Reed. “He is the best,” Berg said. She smiled, and she left.")
    >>> persons(article)["Kim Berg"].gender
    'female'
    """
    forms = {PRONOUNS[token.lower_] for token in tokens_with(doc, LOWER, PRONOUNS)}
    if not forms.issuperset(GENDERS):
        return {}
    said = Reading(doc, mentions, dict(genders), taken, decide, settled=False).pronouns
    return {name: most(counts) for name, counts in said.items() if counts.total() > 1}


def most(counts):
    """The gender that at least two pronouns more speak for than against.

    >>> from collections import Counter
    >>> most(Counter(female=4, male=1)), most(Counter(female=3, male=2))
    ('female', None)
    """
    ((gender, number),) = counts.most_common(1)
    return gender if 2 * number - counts.total() >= 2 else None
