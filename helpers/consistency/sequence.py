"""What is told to end before it began."""

from ..language.grammar import NOUN_SUBJECTS
from .grounds import Finding

BEGINNING = frozenset("found bear establish create begin start build form launch open".split())
ENDING = frozenset("close die dissolve end finish complete demolish disband collapse bankrupt scrap".split())
REACH = 12  # sentences that only say "it", back to the one that names what it is
PRONOUNS = frozenset("it he she they which".split())

EXAMPLES = {
    "order": (
        "The mill was opened in 1934, and it closed in 1929 for want of money.",
        "The mill was opened in 1934, and it closed in 1939 for want of money.",
    ),
}


def order(grounds):
    """What closed before it was opened: it **was opened in 1934** … and **closed in 1929**."""
    begun = {}
    for time in grounds.dated:
        verb = time.span.root.head.head if time.span.root.dep_ == "pobj" else time.span.root.head
        lemma = verb.lemma_.lower()
        if lemma not in BEGINNING | ENDING or verb.pos_ != "VERB":
            continue
        for who in whose(grounds, verb):
            if lemma in BEGINNING:
                begun.setdefault(who, (time, verb))
            elif who in begun and time.last < begun[who][0].first:
                known, earlier = begun[who]
                yield Finding(
                    "order",
                    time.place,
                    known.place,
                    f"It “{verb.text}” in {time.text}, before it was “{earlier.text}” in {known.text}.",
                )


def whose(grounds, verb, reach=REACH):
    """What a verb is about: names of its subject, or the subject's noun; through "and closed", and "it"."""
    for _ in range(4):
        subject = [child for child in verb.children if child.dep_ in NOUN_SUBJECTS]
        if subject:
            if names := grounds.who(subject):
                return names
            if subject[0].pos_ != "PRON":
                return {subject[0].lemma_.lower()}
            if verb.dep_ == "conj":  # "The mine was opened …, and it closed"
                return whose(grounds, verb.head, reach)
            number = grounds.place_of[verb.sent.start]
            return (
                whose(grounds, grounds.sentences[number - 1].root, reach - 1)
                if number and reach and subject[0].lower_ in PRONOUNS
                else set()
            )
        if verb.dep_ == "acl":
            return grounds.who([verb.head]) or {verb.head.lemma_.lower()}
        if verb.dep_ != "conj":
            return set()
        verb = verb.head
    return set()
