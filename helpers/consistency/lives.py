"""One person has one age."""

import re

from ..coreference import mentions
from ..language.grammar import NOUN_SUBJECTS
from .amounts import Relation
from .grounds import place

EXAMPLES = {
    "two ages": (
        "Ann Lee, 46, was held. Her lawyer said that Ann Lee, aged 49, was innocent.",
        "Ann Lee, 46, was held. Her lawyer said that Ann Lee, aged 46, was innocent.",
    ),
}
_NAMESAKES = re.compile(
    r"\b(?:same name|namesakes?|both (?:named|called)|men named|women named|not related|no relation)\b"
)
_FORMERLY = re.compile(r"\b(?:then|when|was|were|in (?:18|19|20)\d\d|years? (?:ago|earlier|later)|turn\w*)\b")


def lives(grounds):
    """One person with two ages, both told as of now."""
    if _NAMESAKES.search(grounds.text):
        return
    known = {}
    people = {name for mention in mentions(grounds.article) if mention.kind == "person" for name in mention.names}
    for person, number, token in ages(grounds):
        if person not in people:  # "a 26-year-old Berlin man"
            continue
        words = grounds.text[max(token.idx - 30, token.sent.start_char) : token.idx]
        after = grounds.text[token.idx : token.idx + 14]
        if _FORMERLY.search(words) or re.match(r"\d+ (?:when|in|at)\b", after) or "month" in after or "week" in after:
            continue
        if person not in known:
            known[person] = (number, token)
        elif (
            known[person][0] != number
            and known[person][1].sent.start != token.sent.start
            and not _two_names(known[person][1], token)
        ):
            other = known[person][1]
            problem = f"{person} is told to be {other.text} and {token.text} years old."
            yield Relation(
                "two ages",
                (place(token), place(other)),
                f"{other.text} against {token.text}",
                "disagrees",
                f"two ages of {person}",
                problem,
            )
            return


def _two_names(one, other):
    """Whether two ages stand behind two names: **Mr. Murdoch**, 85, and his son **James**, 43."""
    names = [token.doc[token.i - 2] for token in (one, other) if token.i > 1 and token.doc[token.i - 1].text == ","]
    return len(names) == 2 and names[0].pos_ == names[1].pos_ == "PROPN" and names[0].text != names[1].text


def ages(grounds):
    """(person, age, token) of "Olga Stern, 45,", "the 45-year-old Stern", "Stern is 45 years old", "aged 45"."""
    doc = grounds.doc
    for token, number in grounds.numerals:
        if 0 < number < 120:
            before = doc[token.i - 1] if token.i else None
            after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
            if before is not None and before.lower_ == "," and token.i > 1 and after in (",", ".", ""):
                for name in grounds.who([doc[token.i - 2], doc[token.i - 2].head]):
                    yield name, number, token
            elif before is not None and before.lower_ in ("aged", "age", "of"):
                if before.lower_ != "of" or (token.i > 1 and doc[token.i - 2].lower_ == "age"):
                    for name in grounds.who(_subjects(token)):
                        yield name, number, token
            elif after in ("years", "year") and doc[min(token.i + 2, len(doc) - 1)].lower_ == "old":
                for name in grounds.who(_subjects(token)):
                    yield name, number, token
            elif after == "-" and "".join(word.text for word in doc[token.i + 1 : token.i + 5]).lower() == "-year-old":
                old = doc[min(token.i + 4, len(doc) - 1)]
                for name in grounds.who([old.head, *doc[token.i + 5 : token.i + 9]]):
                    yield name, number, token


def _subjects(token):
    """The subjects of the clause of a token."""
    verb = token
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    return [word for word in verb.children if word.dep_ in NOUN_SUBJECTS]
