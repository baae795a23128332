"""Which event a time dates: the word above it, through the constructions that news uses.

TimeML calls the relation a TLINK (Pustejovsky et al. 2003). The constructions are rows of EXAMPLES;
what they reach on TimeBank's links is printed by `python -m helpers evaluate events`.
"""

from functools import cache
from pathlib import Path

_FILE = Path(__file__).parents[1] / "data" / "event_nouns.txt"
STEPS = 8
INSIDE = frozenset(("compound", "amod", "nmod", "poss", "nummod", "quantmod"))
# Between a time and these words lies another relation than "then": before May 8 is not on May 8.
UNTIL = frozenset("before until till by prior".split())
FROM = frozenset("after since from past".split())
EDGES = frozenset("end begin start".split())
PLANNING = frozenset("plan schedule set expect propose prepare organize organise".split())

# construction -> (a sentence, the time in it, the event that it dates)
EXAMPLES = {
    "time under verb": ("Anna Berg opened the bridge on Monday.", "Monday", "opened"),
    "time beside noun": ("Their October summit failed.", "October", "summit"),
    "time under noun": ("The summit in October was a failure.", "October", "summit"),
    "time of an argument": ("The 2024 report praises the bridge.", "2024", "praises"),
    "time of the copula": ("Monday was a success for her campaign.", "Monday", "success"),
}


@cache
def event_nouns():
    """Lemmas of nouns that name an event."""
    lines = _FILE.read_text(encoding="utf8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_event_noun(token):
    """Whether a word names an event: the **summit**, her **visit**."""
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in event_nouns()


def event_of(span):
    """The word for the event that a time dates, and the construction; None if there is none near.

    Parameters
    ----------
    span : spacy.tokens.Span
        The expression of time.

    Returns
    -------
    (spacy.tokens.Token, str) or None
    """
    token, inside = span.root, set(range(span.start, span.end))
    rule = "time under verb"
    for step in range(STEPS):
        head = token.head
        if head.i == token.i:
            return None
        if token.dep_ in INSIDE and head.pos_ in ("NOUN", "PROPN") and head.i not in inside:
            if is_event_noun(head):
                return head, "time beside noun"
            rule = "time of an argument"
        elif head.pos_ in ("NOUN", "PROPN") and is_event_noun(head) and head.i not in inside:
            if step <= 1 or token.dep_ in ("prep", "npadvmod", "appos"):
                return head, "time under noun"
        elif head.pos_ == "VERB" and head.dep_ == "acl" and head.lemma_.lower() in EDGES:
            rule = "time of an argument"  # "in the year ended May 31" is about the year
        elif head.pos_ == "VERB":
            return _planned(head, inside), rule
        elif head.pos_ == "AUX":
            return _of_copula(head, inside)
        token = head
    return None


def _planned(verb, inside):
    """What is planned rather than the planning: They **planned** a **rally** on Saturday."""
    if verb.lemma_.lower() in PLANNING:
        for child in verb.children:
            if child.dep_ in ("dobj", "nsubjpass") and is_event_noun(child) and child.i not in inside:
                return child
    return verb


def _of_copula(verb, inside):
    """What is said to be: the noun or adjective of "was a success"; the verb itself if there is none."""
    for child in verb.children:
        if child.dep_ in ("attr", "acomp") and child.i not in inside:
            return child, "time of the copula"
    return verb, "time under verb"


def relation(span):
    """The preposition between a time and its event: "in", "before"; empty where there is none."""
    token = span.root
    for _ in range(STEPS):
        if token.head.i == token.i or token.pos_ in ("VERB", "AUX"):
            return ""
        if token.dep_ in ("pobj", "pcomp") or (token.dep_ == "prep" and token.i in range(span.start, span.end)):
            return token.head.lower_ if token.dep_ != "prep" else token.lower_
        token = token.head
    return ""


def nearest_verb(span):
    """The baseline: the verb with the fewest words between it and the time, in the same sentence."""
    verbs = [token for token in span.root.sent if token.pos_ == "VERB" and not span.start <= token.i < span.end]
    return min(verbs, key=lambda verb: min(abs(verb.i - span.start), abs(verb.i - span.end + 1)), default=None)
