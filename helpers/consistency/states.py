"""Who is dead, away or in bed does not act: a state that holds, and what somebody is told to have done in it."""

import re

from ..language.grammar import NOUN_SUBJECTS, clause_verb
from .figures import Relation

EXAMPLES = {
    "absent": (
        "Tom Roe was taken to hospital on Thursday and has not left his bed since. He woke. Tom Roe led the singers.",
        "Tom Roe was taken to hospital on Thursday and has not left his bed since. He woke. Ann Lee led the singers.",
    ),
}
# A person's state that keeps away from everything else.
_AWAY = re.compile(
    r"\b(?:has not left (?:his|her|the|its) (?:bed|hospital bed|home|house|hospital|room|cell|ward)\b|"
    r"(?:was|were|is|are) (?:absent|not present|not there|not at the|away|abroad|too ill to attend|unable "
    r"to attend|in hospital)\b|"
    r"(?:did not|didn[’']t|could not|couldn[’']t|was unable to|were unable to|would not) (?:attend|come|"
    r"appear|take part|turn up)\b|"
    r"(?:stayed|remained) (?:away|at home|in bed|in hospital|outside)\b|sent (?:his|her|their) apologies|"
    r"missed the (?:meeting|ceremony|match|game|vote|hearing|service|dinner|session))"
)
# What somebody does with his body in a place; speech can come from afar.
ACTS = frozenset(
    "lead stand walk rise clap applaud wave bow embrace hug kiss shake hand present lay cut stride nod wink "
    "step sit dance "
    "sing play kick score bowl bat vote second march light ring raise carry greet hold enter climb kneel "
    "arrive leave".split()
)
_ELSEWHEN = re.compile(
    r"\b(?:before|earlier|last (?:week|month|year)|(?:19|20)\d\d|ago|previous\w*|will|would|had|statement|"
    r"video|telephone|"
    r"phone|letter|later|returned|recover\w*|afterwards|once|used to|if)\b",
    re.I,
)


def states(grounds):
    """Somebody who is away, and acts there all the same."""
    for found in _AWAY.finditer(grounds.text):
        span = grounds.doc.char_span(*found.span(), alignment_mode="expand")
        if span is None or (
            found.start() in grounds.attributed and '"' in grounds.text[found.start() - 3 : found.start()]
        ):
            continue
        verb = clause_verb(span.root)
        who = grounds.doers(verb) | _subject_names(grounds, span)
        if len(who) != 1:
            continue
        here = grounds.sentence_at(found.start())
        for number in range(max(here - 4, 0), min(here + 8, len(grounds.sentences))):
            sentence = grounds.sentences[number]
            if number == here or _ELSEWHEN.search(sentence.text):
                continue
            act = next((word for word in sentence if _acts(grounds, word, who)), None)
            if act is not None and not _other_time(grounds, sentence, span.sent):
                name = next(iter(who))
                yield Relation(
                    "absent",
                    ((act.idx, act.idx + len(act)), found.span()),
                    f"“{found.group()}” against “{act.text}”",
                    "disagrees",
                    f"{name} is told to be away",
                    f"{name} is told to act (“{act.text}”), and “{found.group()}” is said of the same person.",
                )
                break


def _subject_names(grounds, span):
    """Names of the subjects left of some words, in their clause."""
    subjects = [word for word in span.sent if word.dep_ in NOUN_SUBJECTS and word.i < span.start]
    return grounds.who(subjects[-1:]) if subjects else set()


def _acts(grounds, word, who):
    """Whether a word is what somebody did in a place, told as done."""
    if word.pos_ != "VERB" or word.tag_ != "VBD" or word.lemma_.lower() not in ACTS:
        return False
    return grounds.doers(word) == who and word.idx not in grounds.attributed


def _other_time(grounds, act, state):
    """Whether the act lies on a day before the state's."""
    days = [[time for time in grounds.times_in(one) if time.first == time.last] for one in (act, state)]
    return bool(days[0] and days[1] and days[0][0].last < days[1][-1].first)
