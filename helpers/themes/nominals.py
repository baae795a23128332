"""What the title and the first sentence tell with a verb, as noun phrases: "she was suspended" is her suspension."""

from functools import cache
from pathlib import Path

from ..quotes.cues import CLASS_OF

FILE = Path(__file__).resolve().parents[1] / "data" / "event_verbs.tsv"
PERHAPS = frozenset("may might could should would must can cannot to".split())
BEFALLS = ("", "alone")  # shapes of rows whose noun tells what befalls somebody
# verbs whose object is their subject's: "Berg faces a deep image problem"
HAVING = frozenset(
    "build continue deliver draw expand face file give have hold lose make mount need offer outline plan present "
    "propose reboot renew resume run score set stage unveil win".split()
)
INFINITIVE = ("xcomp", "advcl")
LONGEST = 6  # words of whom it befalls
# shape of the clause -> (a text, the label, or None)
EXAMPLES = {
    "passive": ("The harbour master was suspended on Monday. The harbour is open.", "suspension of the harbour master"),
    "active": ("Guards arrested the ferry captain. The ferry left.", "arrest of the ferry captain"),
    "person": ("Anna Berg was arrested in Oslo.", "arrest of Anna Berg"),
    "its subject": ("The harbour bridge will close in March.", "closure of the harbour bridge"),
    "title": ("# Ferry captain arrested in Oslo\n\nThe captain was drunk. The ferry left.", "arrest of ferry captain"),
    "to do something": (
        "Anna Berg threatened to close the harbour bridge.",
        "threat to close the harbour bridge",
    ),
    "with a preposition": (
        "The harbour pilots apologised for the long ferry strike. The strike is over.",
        "apology for ferry strike",
    ),
    "title of what will be": (
        "# Council to close harbour bridge\n\nThe bridge is old. It is shut.",
        "closure of harbour bridge",
    ),
    "refused": ("The council refused to shut the harbour bridge.", "refusal to shut the harbour bridge"),
    "wanted": ("Anna Berg wanted to close the harbour bridge.", None),
    "denied": ("The harbour bridge will not close in March.", None),
}


@cache
def event_verbs(path=FILE):
    """Verb -> its rows: noun, link, shape."""
    lines = [line.split("\t") for line in path.read_text("utf8").splitlines() if line and not line.startswith("#")]
    found = {}
    for verb, *row in lines[1:]:
        found.setdefault(verb, []).append(tuple(row))
    return found


def nominals(doc, titles, opening, phrases, people, written):
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
    written : callable
        How the words of a span are written inside a sentence.

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
        if not _happens(token, titles[number]):
            continue
        noun, link, whom = _told(token, titles[number])
        if whom is None:
            continue
        a, b = phrases.get(whom.i, (0, 0))
        if whom.i in people:
            if link == "in":  # "growth in Anna Berg"
                continue
            words = people[whom.i]
            a, b = whom.i, whom.i + 1
        elif b and b - a <= LONGEST:
            a -= a > 0 and doc[a - 1].lower_ in ("a", "an", "the")
            words = written(a, b) if titles[a] else "".join(one.text_with_ws for one in doc[a:b]).strip()
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


def _told(verb, title):
    """Noun, link and the word for the one whom it befalls, of the first row of a verb that its clause has."""
    for noun, link, shape in event_verbs().get(verb.lemma_.lower(), ()):
        if shape == "to":
            then = next((one for one in verb.children if one.dep_ in INFINITIVE and one.tag_ == "VB"), None)
            starts = then is not None and any(one.lower_ == "to" for one in then.lefts)
            whom = next((one for one in then.rights if one.dep_ == "dobj"), None) if starts else None
            link = f"to {then.lower_}" if starts else link
            if whom is not None and any(
                one.dep_ == "neg" or (one.i > then.i + 1 and one.i < whom.i) for one in then.children
            ):
                whom = None  # "to shut down the bridge"
        elif shape == "prep":
            tie = next((one for one in verb.children if one.dep_ == "prep" and one.lower_ == link), None)
            whom = next((one for one in tie.rights if one.dep_ == "pobj"), None) if tie is not None else None
        elif any(one.dep_ in ("prt", "xcomp", "oprd") for one in verb.children):
            whom = None  # "calls off", "declines to speak"
        else:
            whom = _befalls(verb, shape == "alone", title)
        if whom is not None:
            return noun, link, whom
    return "", "", None


def _happens(verb, title):
    """Whether a clause says that it happens, or will: no "not", no "may"; "to shut" says so in a title alone."""
    if any(child.dep_ == "neg" or child.lower_ in PERHAPS for child in verb.children if child.i < verb.i):
        only_to = [child.lower_ for child in verb.children if child.lower_ in PERHAPS or child.dep_ == "neg"] == ["to"]
        if not (title and verb.dep_ == "ROOT" and only_to):
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


def had_by(noun):
    """The number of whoever has something, as a verb tells, or None: "Berg faces a harbour strike"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in HAVING:
        return None
    before = list(verb.lefts)
    if any(one.dep_ == "neg" or one.lower_ in PERHAPS for one in before):
        return None
    whose_it_is = [one for one in before if one.dep_ == "nsubj"]
    whose_it_is += [one for owner in whose_it_is for one in owner.rights if one.dep_ == "conj"]
    return whose_it_is[0].i if len(whose_it_is) == 1 else None


def _doer(verb):
    """The number of the word for whoever does what a verb tells, or −1: "Berg rejects it", "he is sued by Roe"."""
    by = {child.lower_ if child.dep_ == "prep" else child.dep_: child for child in verb.children}
    agent = by.get("agent") or (by.get("by") if verb.tag_ == "VBN" else None)  # in a title, without "is"
    if agent is not None:
        return next((one.i for one in agent.children if one.dep_ == "pobj"), -1)
    return by["nsubj"].i if "nsubj" in by else -1


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
