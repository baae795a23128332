"""What the title and the first sentence tell with a verb, as noun phrases: "she was suspended" is her suspension."""

from functools import cache
from pathlib import Path

from ..quotes.cues import CLASS_OF

FILE = Path(__file__).resolve().parents[1] / "data" / "event_verbs.tsv"
PERHAPS = frozenset("may might could should would must can cannot to".split())
LONGEST = 6  # words of whom it befalls
# shape of the clause -> (a text, the label, or None)
EXAMPLES = {
    "passive": ("The harbour master was suspended on Monday. The harbour is open.", "suspension of the harbour master"),
    "active": ("Guards arrested the ferry captain. The ferry left.", "arrest of the ferry captain"),
    "person": ("Anna Berg was arrested in Oslo.", "arrest of Anna Berg"),
    "its subject": ("The harbour bridge will close in March.", "closure of the harbour bridge"),
    "title": ("# Ferry captain arrested in Oslo\n\nThe captain was drunk. The ferry left.", "arrest of ferry captain"),
    "threatened": ("Anna Berg threatened to close the harbour bridge.", None),
    "denied": ("The harbour bridge will not close in March.", None),
}


@cache
def event_verbs(path=FILE):
    """Verb -> (noun, link, whether its subject is what it befalls)."""
    lines = [line.split("\t") for line in path.read_text("utf8").splitlines() if line and not line.startswith("#")]
    return {verb: (noun, link, alone == "alone") for verb, noun, link, alone in lines[1:]}


def nominals(doc, titles, opening, phrases, people):
    """The events of the title and of the first sentence as noun phrases.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    titles : list of bool
        Whether each token stands in the title.
    opening : (int, int)
        The first sentence of the prose, as tokens.
    phrases : dict of int to (int, int)
        Head -> the noun phrase of which it is the head.
    people : dict of int to str
        Head -> the name of a person.

    Yields
    ------
    (noun, (int, int), str, int, int)
        The noun, the span from the verb to whom it befalls, that one in words with the noun before, its head, and
        the head of whoever does it, or −1.
    """
    every = [number for number, yes in enumerate(titles) if yes] + list(range(*opening))
    for number in every:
        token = doc[number]
        if token.pos_ not in ("VERB", "ADJ", "PROPN", "NOUN") or token.tag_[:1] not in ("V", "J"):
            continue
        noun, link, alone = event_verbs().get(token.lemma_.lower(), ("", "", False))
        whom = _befalls(token, alone, titles[number]) if noun else None
        if whom is None or not _happens(token):
            continue
        a, b = phrases.get(whom.i, (0, 0))
        if whom.i in people:
            words = people[whom.i]
            a, b = whom.i, whom.i + 1
        elif b and b - a <= LONGEST:
            a -= a > 0 and doc[a - 1].lower_ in ("a", "an", "the")
            words = "".join(one.text_with_ws for one in doc[a:b]).strip()
            if (
                doc[a].pos_ in ("DET", "NOUN", "ADJ")
                and doc[a].ent_type_ != "NORP"
                and words[1:2] in (" ", words[1:2].lower())
            ):
                words = words[0].lower() + words[1:]
        else:
            continue
        yield (
            noun,
            (min(number, a), max(number + 1, b)),
            f"{noun} {link} {' '.join(words.split())}".replace(" 's ", "'s ").replace(" ’s ", "’s "),
            whom.i,
            _doer(token),
        )


def _happens(verb):
    """Whether a clause says that it happens, or will: no "not", no "may", nothing that somebody threatens or wants."""
    if any(child.dep_ == "neg" or child.lower_ in PERHAPS for child in verb.children):
        return False
    if verb.dep_ == "ccomp":
        return verb.head.lemma_.lower() in CLASS_OF and verb.head.dep_ == "ROOT"
    return verb.dep_ == "ROOT" or (verb.dep_ in ("acl", "conj") and verb.head.dep_ == "ROOT")


def whose(name):
    """A name as an owner's.

    >>> whose("Anna Berg"), whose("Republicans")
    ("Anna Berg's", "Republicans'")
    """
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _doer(verb):
    """The number of the word for whoever does what a verb tells, or −1: "Berg rejects it", "he is sued by Roe"."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            return child.i
        if child.dep_ == "agent":
            return next((one.i for one in child.children if one.dep_ == "pobj"), -1)
    return -1


def _befalls(verb, alone, title):
    """The word for the one whom a verb's act befalls, or None."""
    by = {child.dep_: child for child in verb.children}
    if "nsubjpass" in by:
        return by["nsubjpass"]
    if "dobj" in by:
        return by["dobj"]
    if "nsubj" in by and (alone or (title and verb.tag_ in ("VBN", "VBD") and "ccomp" not in by)):
        return by["nsubj"]
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and title:
        return verb.head
    return None
