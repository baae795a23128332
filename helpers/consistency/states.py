"""Who is dead, away or in bed does not act: a state that holds, and what somebody is told to have done in it."""

import re

from ..language.grammar import NOUN_SUBJECTS, clause_verb
from .amounts import Relation

EXAMPLES = {
    "absent": (
        "Tom Roe was taken to hospital on Thursday and has not left his bed since. He woke. Tom Roe led the singers.",
        "Tom Roe was taken to hospital on Thursday and has not left his bed since. He woke. Ann Lee led the singers.",
    ),
    "dead": (
        "Tom Roe died on 17 July 2024. Roe began the song in 2019 and finished it in April 2025.",
        "Tom Roe died on 17 July 2024. Roe began the song in 2019 and finished it in April 2024.",
    ),
}
# A person's state that keeps away from everything else.
_AWAY = re.compile(
    r"\b(?:has not left (?:his|her|the|its) (?:bed|hospital bed|home|house|hospital|room|cell|ward)\b|"
    r"(?:was|were|is|are) (?:absent|not present|not there|not at the|away|abroad|too ill to attend|on holiday|"
    r"on leave|on honeymoon|in a coma|in intensive care|unable "
    r"to attend|in hospital)\b|"
    r"(?:did not|didn[’']t|could not|couldn[’']t|was unable to|were unable to|would not) "
    r"(?:attend|come(?! (?:out|up|to|close|under))|appear|take part|turn up)\b|"
    r"(?:stayed|remained) (?:away|at home|in bed|in hospital|outside)\b|sent (?:his|her|their) apologies|"
    r"(?:is|are|was|were|remain\w*) (?:still |now )?(?:on the run|at large|being sought|in hiding|not in court)\b|"
    r"missed the (?:meeting|ceremony|match|game|vote|hearing|service|dinner|session))"
)
# What somebody does with his body in a place; speech can come from afar.
ACTS = frozenset(
    "lead stand walk rise clap applaud wave bow embrace hug kiss shake hand present lay cut stride nod wink "
    "step sit dance "
    "sing play kick score bowl bat vote second march light ring raise carry greet hold enter climb kneel "
    "arrive leave chair preside address interrupt heckle propose".split()
)
_ELSEWHEN = re.compile(
    r"\b(?:before|earlier|last (?:week|month|year)|(?:19|20)\d\d|ago|previous\w*|will|would|had|statement|"
    r"video|telephone|"
    r"phone|letter|later|returned|recover\w*|afterwards|once|used to|if)\b",
    re.I,
)


def states(grounds):
    """Somebody who is away or dead, and acts all the same."""
    yield from _away(grounds)
    yield from _dead(grounds)


# What the dead are told to do.
_AFTER_DEATH = frozenset("be have become get receive win appear lie live leave make seem remain die deserve".split())
_NOT_DONE = frozenset("will would could should might may must not never if".split())


def _dead(grounds):
    """What somebody did after the day on which he died, told as done."""
    deaths = {}
    for one in grounds.happenings:
        if one.lemma == "die" and one.verb.pos_ == "VERB" and one.verb.tag_ in ("VBD", "VBN"):
            who = _died(grounds, one.verb)
            if len(who) == 1 and (one.time.last - one.time.first).days < 367:
                deaths.setdefault(next(iter(who)), []).append(one)
    for one in grounds.happenings if deaths else ():
        verb = _main(one.verb)
        if verb.pos_ != "VERB" or verb.tag_ != "VBD" or verb.lemma_.lower() in _AFTER_DEATH:
            continue
        if any(child.lower_ in _NOT_DONE or child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
            continue
        for name in grounds.doers(verb):
            died = deaths.get(name) or _by_first_name(grounds, name, deaths)
            if died and _is_daughter(grounds, name, verb, died[0].verb):
                continue
            if len(died) == 1 and one.time.first > died[0].time.last and len(grounds.doers(verb)) == 1:
                yield Relation(
                    "dead",
                    (one.time.place, died[0].time.place),
                    f"{died[0].time.last} is before {one.time.first}",
                    "disagrees",
                    f"{name} was dead by then",
                    f"{name} died in {died[0].time.text}, but acts (“{verb.text}”) in {one.time.text}.",
                )


def _is_daughter(grounds, name, verb, death):
    """Whether it is **Miss** Berg who acts, where Tom Berg died, whom nobody calls Miss: a namesake."""
    titled = re.compile(rf"\b(?:Miss|Mrs\.?|Ms\.?) (?:[A-Z]\w+ )?{re.escape(name.split()[-1])}\b")
    return bool(titled.search(verb.sent.text)) and not titled.search(grounds.text, 0, death.sent.end_char)


def _died(grounds, verb):
    """Who died: the subject, or the name before "himself"."""
    subjects = [child for child in verb.children if child.dep_ in NOUN_SUBJECTS]
    if subjects and subjects[0].lower_ in ("himself", "herself"):
        for word in reversed(verb.doc[max(subjects[0].i - 4, verb.sent.start) : subjects[0].i]):
            if word.pos_ == "PROPN" and grounds.names.get(word.i):
                return set(grounds.names[word.i])
    return grounds.doers(verb)


def _by_first_name(grounds, name, deaths):
    """The deaths of the only one who has a first name that stands alone: old **Stamatis** is Stamatis Kaloudis."""
    bearers = {other for names in grounds.names.values() for other in names if other.split()[0] == name} - {name}
    return deaths.get(next(iter(bearers)), ()) if len(bearers) == 1 else ()


def _main(verb):
    """The verb whose act comes later: pressed on Thursday, he **replied**."""
    later = verb.tag_ == "VBN" and verb.dep_ == "advcl" and verb.i < verb.head.i
    return verb.head if later else verb


def _away(grounds):
    """Somebody who is away, and acts there."""
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
