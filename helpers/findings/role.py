"""What a sentence In short does: read from its own main clause, and not said where that does not show it.

A label that is missing misleads nobody; a wrong one does.
"""

import re

from ..language.grammar import NOUN_SUBJECTS
from .leaning import PERSONS
from .salience import marks_paired, without_speech

OWN = 0.3  # share of a sentence that is anybody's, up to which its narrator tells it
HALF = 0.5  # and from which on it is theirs
OPINION = 0.15  # share of sentences in the first person from which on an article gives its writer's view
FIGURES = 2  # numerals, from which on a sentence is about figures
LEAD = 4  # sentences that tell the news, unless they say that it is older
BRIEF = 20  # words, up to which one will do
DISPUTING = frozenset(
    "deny dispute reject criticize criticise oppose object contradict condemn accuse blame challenge denounce rebuke "
    "refute rebut protest slam decry lambast sue".split()
)
OPPONENTS = frozenset("critic opponent detractor skeptic sceptic protester plaintiff environmentalist".split())
SAYING = frozenset(
    "say tell argue note write explain claim insist warn add estimate announce testify comment state suggest believe "
    "predict think report acknowledge admit concede stress tweet maintain declare describe call urge ask".split()
)
ANSWER = re.compile(r"[QA]: ")
STATES = frozenset("be have seem appear remain mean include need want like know".split())
UNSETTLED = re.compile(
    r"\b(?:(?:declin|refus)ed to (?:comment|say|answer|discuss|provide|respond|speak)|(?:did|has|have|had) not (?:yet |"
    r"immediately |offer a )?(?:respon|repl|return|said|say|decided|announced|released?|disclosed|been (?:decided"
    r"|released|named|identified|determined|found))\w*|neither \w+(?: \w+){1,6} (?:was|were) (?:identified|named)"
    r"|no (?:immediate )?plans|yet to (?:be )?(?:decide|announce|release|determine|see|say)\w*|(?:is|are|remains?|was"
    r"|were) (?:still )?(?:unclear|unknown|undecided|uncertain|(?:an )?open)\b|(?:not|n[’']t) (?:yet )?(?:clear|known"
    r"|settled)\b|open question|remains? to be seen|still to come|could not be reached|under investigation)",
    re.IGNORECASE,
)
# "down 35 per cent", "$12 million", "1,900 of 2,600": no hour, address or age.
FIGURE = re.compile(
    r"\d ?(?:%|per ?cent\b)|[$£€] ?\d|\b\d[\d,.]* (?:million|billion|trillion|points?\b|votes\b|seats\b)"
    r"|\b(?:than|about|nearly|almost|over|at least|up to|as many as|some|estimated) \d(?!\d? ?(?:[ap]\.?m|o[’']clock))"
    r"|\b\d{1,3}(?:,\d{3})+\b",
    re.IGNORECASE,
)
# What dates a sentence to the news, and what dates it to what came before.
NOW = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|yesterday|tonight|this (?:week|month|morning|afternoon"
    r"|weekend)|last (?:night|week)|overnight)\b",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"\bhad\b|\b(?:years?|months|decades) (?:ago|before|earlier)\b|\blast year\b|\bin (?:\w+ ){0,2}(?:19|20)\d\ds?\b",
    re.IGNORECASE,
)
# A figure of then is not the main one: "was promised $90 million in the early 1990s".
LONG_AGO = re.compile(r"\b(?:19|20)\d0s\b|\b(?:years|decades) (?:ago|before|earlier)\b", re.IGNORECASE)
PLANNED = frozenset("expect set schedule due slate poise".split())


def role(doc, found, number, is_first=False):
    """What a sentence does among the few, or "" where its own words do not show it.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    found : list of salience.Sentence
    number : int
    is_first : bool
        Whether it is the first row, which tells what happened if it is the narrator who tells it in the past.

    Returns
    -------
    str
        what happened, main figure, who says it, disputed, open, verdict or "".

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.findings.in_short import scored
    >>> from helpers.language import parse
    >>> article = from_text("The council closed the bridge. Its owner denied the charge. Anna Berg said it would fall. "
    ...     "Repairs cost 4 million pounds in 2020 and 9 million in May. Nobody has not said when it opens. It is old.")
    >>> found = [one for one, _ in scored(article)]
    >>> [role(parse(article), found, number) for number in range(6)]
    ['what happened', 'disputed', 'who says it', 'main figure', 'open', '']
    """
    sentence = found[number]
    if not marks_paired(sentence.text):
        return ""  # a part of a longer quotation
    own = [one.attributed < HALF and one.has("first person") for one in found]
    span = doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    if sentence.attributed < HALF and sentence.has("first person"):
        interview = any(ANSWER.match(one.text) for one in found)
        judges = sum(own) > OPINION * len(found) and not interview and span.root.tag_ != "VBD"
        return "verdict" if judges else ""
    told = without_speech(sentence.text)
    root = _reported_first(span.root) if is_first else span.root
    verbs = [word for word in span if word == root or (word.dep_ == "conj" and word.head == root)]
    if UNSETTLED.search(told) or any(_is_planned(verb) for verb in verbs):
        return "open"
    if any(_is_disputing(verb) for verb in verbs):
        return "disputed"
    if sentence.attributed >= OWN and any(_is_voice(verb) for verb in verbs):
        return "who says it"
    much = sentence.figures >= FIGURES or len(sentence.text.split()) <= BRIEF
    news = sentence.number < LEAD or NOW.search(told)
    if FIGURE.search(told) and much and sentence.spoken < OWN and (news or not LONG_AGO.search(told)):
        return "main figure"
    if sentence.attributed >= OWN and not (is_first and sentence.spoken < OWN and root.lemma_ not in SAYING):
        return ""  # what the first row reports happened, whoever hopes or says something in it
    if not any(_is_past(verb) for verb in verbs):
        return ""
    return "what happened" if is_first or (news and not BEFORE.search(told)) else ""


def _reported_first(root):
    """The verb of what is told before who says it: "Two men were hurt on Monday, police said"."""
    if root.lemma_ not in SAYING:
        return root
    return next((child for child in root.lefts if child.dep_ == "ccomp"), root)


def _is_planned(verb):
    """ "It is expected to pass", "is set to open"."""
    return verb.lemma_.lower() in PLANNED and any(
        child.dep_ in ("auxpass", "aux") and child.lower_ in ("is", "are") for child in verb.children
    )


def _is_disputing(verb):
    """ "She denied it", "critics fear for it"; not "they were denied visas"."""
    subjects = [child for child in verb.children if child.dep_ in NOUN_SUBJECTS]
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return (verb.lemma_.lower() in DISPUTING and not passive) or any(
        word.lemma_.lower() in OPPONENTS for word in subjects
    )


def _is_voice(verb):
    """ "Anna Berg said", "the owner wrote", "Holm Water notes"; not "a letter says", nor "many say"."""
    subject = next((child for child in verb.children if child.dep_ in NOUN_SUBJECTS), None)
    person = subject is not None and (
        subject.pos_ == "PROPN" or subject.lower_ in ("he", "she") or subject.lemma_.lower() in PERSONS
    )
    return person and verb.lemma_.lower() in SAYING


def _is_past(verb):
    return (
        verb.pos_ == "VERB"
        and verb.lemma_.lower() not in STATES
        and (
            verb.tag_ == "VBD" or any(child.lower_ in ("has", "have", "was", "were", "been") for child in verb.children)
        )
    )
