"""Words that say who or what bears a name, or is spoken of: titles, last words of names, nouns."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "data" / "actor_nouns.tsv"
PLACES = frozenset("country nation state city town village region capital district area territory".split())
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
        "duchess earl countess cardinal pastor rabbi coach capt speaker"
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
# The last word of a name -> what bears such names.
LAST_WORDS = dict.fromkeys(
    "bridge street road avenue square park station airport stadium river lake mountain island islands beach valley "
    "county province harbour harbor tower palace prison jail cathedral highway castle".split(),
    "place",
) | dict.fromkeys(
    "university college school council committee commission ministry department agency party bank company corporation "
    "corp inc ltd plc group foundation institute association union league club court police hospital church team "
    "airlines airways fc law journal review newspaper magazine news network studios library museum gallery "
    "theatre theater orchestra records motors holdings bureau office federation confederation society "
    "centre center house administration campaign".split(),
    "organisation",
)
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
FEMALE_NOUNS = FEMALE_TITLES | frozenset(
    "woman girl mother daughter sister wife widow aunt niece grandmother granddaughter girlfriend bride actress "
    "businesswoman congresswoman councilwoman policewoman chairwoman spokeswoman sportswoman alderwoman heroine "
    "waitress hostess heiress duchess countess baroness empress nun mum mom housewife schoolgirl goddess "
    "stepmother stepdaughter stepsister fiancée ex-wife first-lady mistress ballerina actresses".split()
)
MALE_NOUNS = MALE_TITLES | frozenset(
    "man boy father son brother husband widower uncle nephew grandfather grandson boyfriend groom actor businessman "
    "congressman councilman policeman chairman spokesman sportsman alderman waiter duke count baron emperor monk dad "
    "gentleman fisherman schoolboy stepfather stepson stepbrother fiancé ex-husband priest"
    " gunman salesman cameraman".split()
) - {"actor", "count", "priest"}  # "Whoever acts or takes an order" may be either; to count is a verb
SAYERS = frozenset("say tell add write tweet claim argue warn note explain insist recall announce ask admit".split())
PERSON_NOUNS = ("er", "or", "ist", "man", "woman", "person", "ian", "ant", "ent", "men", "women", "people")
NO_PERSONS = ("number", "power", "paper", "matter", "order", "center", "water", "event", "government", "ment", "factor")

TITLE_NOUNS = {  # short for
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "dr": "doctor",
    "prof": "professor",
    "rev": "reverend",
    "det": "detective",
    "insp": "inspector",
    "supt": "superintendent",
    "cllr": "councillor",
    "cpl": "corporal",
    "maj": "major",
    "cmdr": "commander",
    "adm": "admiral",
}


def noun_of_title(title):
    """The noun by which somebody with a title is spoken of, or None.

    >>> noun_of_title("sen."), noun_of_title("mayor"), noun_of_title("former")
    ('senator', 'mayor', None)
    """
    noun = TITLE_NOUNS.get(title.rstrip("."), title)
    return noun if noun in TITLES and noun_class(noun) == "person" else None


@cache
def actor_nouns():
    """Noun -> person, organisation or people (a couple, a family)."""
    lines = FILE.read_text(encoding="utf8").split("\n")
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def noun_class(lemma):
    """Of whom or what a noun is said: person, people, organisation, place or thing.

    >>> noun_class("widow"), noun_class("couple"), noun_class("company"), noun_class("city"), noun_class("plan")
    ('person', 'people', 'organisation', 'place', 'thing')
    >>> noun_class("undersecretary"), noun_class("ex-wife")
    ('person', 'person')
    """
    kind = actor_nouns().get(lemma) or _last_part(lemma)
    return kind or ("place" if lemma in PLACES or LAST_WORDS.get(lemma) == "place" else "thing")


@cache
def _last_part(lemma):
    """What the last part of a compound noun says: under**secretary**."""
    parts = (lemma[cut:] for cut in range(2, len(lemma) - 4))
    return next((kind for part in parts if (kind := actor_nouns().get(part)) == "person"), None)


def plain(name):
    """The words of a person's name without Jr. and the like.

    >>> plain("Patrick W. Carling Jr.")
    ['Patrick', 'W.', 'Carling']
    """
    words = name.replace(",", "").split()
    while len(words) > 1 and words[-1].lower() in SUFFIXES:
        words.pop()
    return words


def gender_of(word):
    """What a noun says of somebody's gender, or None.

    >>> gender_of("actress"), gender_of("widower"), gender_of("doctor")
    ('female', 'male', None)
    """
    return "female" if word in FEMALE_NOUNS else "male" if word in MALE_NOUNS else None


def is_person(lemma):
    """Whether a noun is that of a person, by its ending if no list has it."""
    return bool(gender_of(lemma)) or (lemma.endswith(PERSON_NOUNS) and not lemma.endswith(NO_PERSONS))
