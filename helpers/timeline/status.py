"""Whether an event happened, is planned, is possible, is denied, or is only reported.

The classes follow TimeML's polarity, modality and tense (Pustejovsky et al. 2003) and FactBank
(Saurí & Pustejovsky 2009), reduced to what a reader asks first. Where two apply, the earlier of
denied, possible, planned, reported, happened stands. What somebody wants, asks for or does something for
is possible and no plan, and so is what somebody says will be, on no day: a promise or a forecast. A plan is what is
said to be settled for a day that is not over.
"""

from ..language.grammar import NOUN_SUBJECTS
from .tense import WILL

MODALS = frozenset("may might could would can should ought must".split())
DENYING = frozenset("deny fail refuse decline reject cancel avoid prevent stop halt block abandon".split())
DOUBTING = frozenset("perhaps possibly maybe potentially likely unlikely probably presumably reportedly".split())
# Who wants or asks it does not say that it is settled.
WANTING = frozenset(
    (
        "intend aim promise pledge vow agree hope want seek propose prepare decide commit offer threaten urge ask "
        "invite call order tell demand try mean need wish like hop"  # the model's "hopes"
    ).split()
)
SETTLED = frozenset(
    "set due schedule slate slat expect plan go about".split()
)  # "is due **to open**", "is going **to open**"
PLANNING = frozenset("schedule plan set expect".split())  # with what is planned as their object: They planned a rally
ONCE = frozenset("was were had".split())
CONDITIONS = frozenset("if unless whether".split())
# With "will", what somebody thinks will be, or what comes by itself: "critics will **deplore** it"; it will **grow**.
MIND = frozenset(
    (
        "deplore think believe know remember forget regret agree disagree wonder feel see notice recognize recognise "
        "love hate like enjoy understand realize realise find judge mean matter welcome resent admire dislike mind "
        "scoff grow rise fall increase decrease decline drop shrink improve worsen recover rebound continue"
    ).split()
)
ANYBODY = frozenset(
    "you one nobody anybody everybody somebody everyone anyone someone nothing something anything history time".split()
)
# What says how it will be, and settles nothing: the polls **foretell** a triumph next year.
FORECASTS = frozenset("foretell predict forecast project estimate foresee envision envisage promise".split())
# "Our **job** is to open it" says what it is for; "the bridge is to open" that it is settled.
AIMS = frozenset(
    "job goal aim task role idea purpose point intention duty mission challenge way key answer imperative thing "
    "it".split()
)
POINTING = frozenset("this that which these".split())  # what was just told: **that** will help
HAVE = frozenset("have has had ’ve 've having".split())

# status -> (a sentence, its event)
EXAMPLES = {
    "happened": ("Anna Berg opened the bridge.", "opened"),
    "planned": ("Anna Berg will open the bridge.", "open"),
    "possible": ("Anna Berg may open the bridge.", "open"),
    "denied": ("Anna Berg did not open the bridge.", "open"),
    "reported": ("Officials said that Anna Berg opened the bridge.", "opened"),
}
# a sentence of an article published on Thursday, 2025-05-08; its event; planned, or what it is instead
PLANS = (
    ("Anna Berg is due to open the bridge.", "open", "planned"),
    ("The bridge is set to open on Friday.", "open", "planned"),
    ("The bridge is to open next week.", "open", "planned"),
    ("The rally is scheduled for Saturday.", "scheduled", "planned"),
    ("The bridge opens on Friday.", "opens", "planned"),
    ("The May 12 summit will be short.", "summit", "planned"),
    ("They planned a rally on Saturday.", "rally", "planned"),
    ("The bridge was due to open on May 5, 2025.", "open", "possible"),  # that day is over
    ("Anna Berg hopes to open the bridge on Friday.", "open", "possible"),
    ("Critics will deplore the bridge.", "deplore", "possible"),
    ("Our job is to open the bridge.", "open", "possible"),
    ("It is up to Lee to open the bridge.", "open", "possible"),
    ("She is going to have to open the bridge.", "open", "possible"),
    ("What will the bridge be like a year from now?", "be", "possible"),
    ("The polls foretell a triumph next year.", "triumph", "possible"),
    ("When they go to open the bridge, they wave.", "open", None),
    ("She is going to open the bridge.", "open", "planned"),
    ("She set out to open the bridge.", "open", "happened"),
    ("Her policy has been to open the bridge.", "open", "possible"),
    ("She was opening the bridge ahead of next Monday's vote.", "opening", None),
    ("She recalled going to open the bridge.", "open", "happened"),  # no plan
    ("“We are going to open the bridge,” said Lee.", "open", "possible"),
    ("Nobody knows what is going to open the bridge.", "open", "possible"),
    ("Prices will continue to rise.", "rise", "possible"),
    ("Investors expect a rally in the coming months.", "rally", "possible"),
    ("The states have set a higher toll.", "set", "happened"),
    ("A vote has been set for Monday.", "set", "planned"),
    ("The toll is set by the states.", "set", "happened"),
    ("It was like the office set up for her in 1999.", "set", "happened"),
    ("“Anna Berg will open the bridge,” said Lee.", "open", "possible"),  # he promises it
    ("“Anna Berg will open the bridge on Friday,” said Lee.", "open", "planned"),
    ("The bridge will open if the council agrees.", "open", "possible"),
    ("If Berg loses and Lee wins on Friday, the bridge will open.", "wins", "possible"),
    ("The bridge can be different tomorrow.", "different", "possible"),
    ("The best thing for her is to open the bridge.", "open", "possible"),
    ("That will help the bridge.", "help", "possible"),
    ("Berg will have won six games by Friday.", "won", "possible"),
    ("She went to Oslo on May 5, 2025, to open the bridge.", "open", None),
    ("The critics called for an election on June 3.", "called", None),  # which happened on no known day
)


def status_of(token, reported=False, when=None):
    """The status of an event.

    Parameters
    ----------
    token : spacy.tokens.Token
        Its verb or noun.
    reported : bool
        Whether it stands in words that the article attributes to somebody.
    when : {"ahead", "over"}, optional
        Whether the time that dates it lies after the reference, or before it.

    Returns
    -------
    str
    """
    verbs = _chain(token)
    words = [child for verb in verbs for child in verb.children]
    if not verbs and token.dep_ in ("acomp", "attr") and token.head.lemma_.lower() == "be":
        words = [*token.head.children]  # tomorrow **can be** different
    if any(word.dep_ == "neg" for word in words) or any(_governs(verb, DENYING) for verb in verbs):
        return "denied"
    if _conditional(verbs) or any(word.lower_ in MODALS for word in words if word.dep_ == "aux"):
        return "possible"
    if any(word.lower_ in DOUBTING for word in words if word.dep_ == "advmod"):
        return "possible"
    if when == "ahead" and token.lemma_.lower() in FORECASTS:
        return "possible"
    if token.dep_ == "dobj" and token.head.lemma_.lower() in FORECASTS | {"expect"} and when != "over":
        return "possible"
    if any(_has_to(verb) or _is_aim(verb) for verb in verbs):
        return "possible"  # has **to open** it; our job is **to open** it
    if any(_governs(verb, WANTING) for verb in verbs) or (verbs and purpose(verbs[-1])):
        return "possible"
    if (told := _settled(token, verbs, words)) or when == "ahead":
        if _presumed(verbs, words) or _asked(token) or when == "over" or (told == "once" and when is None):
            return "possible"  # a plan of a day that is over, or that may have come to nothing
        if (
            told == "will"
            and when is None
            and (reported or any(word.lower_ in POINTING for word in words if word.dep_ == "nsubj"))
        ):
            return "possible"  # “she will open it”, he said; **that** will help: what somebody thinks
        if told or not is_over(token):
            return "planned"
    return "reported" if reported else "happened"


def is_over(token):
    """Whether a verb's form tells the past: she **opened** it; she **was opening** it ahead of Monday's vote."""
    return token.tag_ in ("VBD", "VBN") or any(word.dep_ == "aux" and word.lower_ in ONCE for word in token.children)


def purpose(verb):
    """Whether a verb tells what something is done for: She left **to see** the bridge; a plan **to see** it."""
    governed = verb.dep_ == "xcomp" and (verb.head.pos_ in ("VERB", "AUX") or _is_settled(verb.head))
    return _to(verb) and verb.dep_ != "ROOT" and not governed


def _settled(token, verbs, words):
    """Whether an event is said to be settled: "will", "now" (is due to), "once" (it was due to open), or None."""
    helpers = {word.lower_ for word in words if word.dep_ == "aux"}
    if helpers & WILL:
        return "once" if "have" in helpers else "will"  # by then she **will have** won
    for verb in verbs:
        head = verb.head
        if _to(verb) and verb.dep_ == "xcomp" and _is_settled(head):
            around = (head, *head.children, head.head) if head.pos_ == "ADJ" else (head, *head.children)
            if head.lemma_.lower() == "go":
                return "will"
            had = head.tag_ == "VBN" and any(word.lower_ in ("’d", "'d") for word in head.children)
            return "once" if had or any(word.lower_ in ONCE for word in around) else "now"
    head = token.head
    if not verbs and head.lemma_.lower() in PLANNING and token.dep_ in ("dobj", "nsubjpass"):
        if head.lemma_.lower() != "expect" or token.dep_ == "nsubjpass":
            return "now"  # They **planned** a rally
    active = any(word.lower_ in HAVE for word in words) and not any(word.dep_ == "auxpass" for word in words)
    # The office **set up** for her; the toll **is set** by the states.
    active |= any(word.dep_ in ("agent", "prt") for word in words)
    if token.tag_ == "VBN" and token.lemma_.lower() in PLANNING and not active:
        return "once" if any(word.lower_ in ONCE for word in words) else "now"
    return None


def _is_settled(head):
    if head.lemma_.lower() == "be":  # "the bridge is **to open**"
        around = [child for child in head.children if child.dep_ in ("attr", "acomp", *NOUN_SUBJECTS)]
        unsettled = any(child.dep_ in ("attr", "acomp") or child.lemma_.lower() in AIMS for child in around)
        return head.lower_ != "been" and not unsettled
    if head.lemma_.lower() == "go":  # she **is** going to open it
        return head.tag_ == "VBG" and any(child.dep_ == "aux" for child in head.children)
    return head.lemma_.lower() in SETTLED and not any(child.dep_ == "prt" for child in head.children)  # **set out** to


def _has_to(verb):
    return _to(verb) and verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "have"


def _is_aim(verb):
    return _to(verb) and verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "be" and not _is_settled(verb.head)


def _asked(token):
    """Whether a question asks for it: What **will** it **be** like a year from now?"""
    return any(word.text == "?" for word in token.sent[-3:])


def _presumed(verbs, words):
    """Whether it is what somebody thinks will be, and no plan: "history will judge"; nobody is said to do it."""
    if not verbs:
        return False
    top = verbs[-1].head if verbs[-1].dep_ == "xcomp" else verbs[-1]
    above = top.head.children if top.pos_ == "ADJ" else top.children
    subjects = [word for word in (*words, *above) if word.dep_ in NOUN_SUBJECTS]
    return (
        not subjects
        or any(verb.lemma_.lower() in MIND for verb in verbs)
        or any(word.tag_ == "WP" for word in subjects)  # what is going to work
        or any(word.lower_ in ANYBODY for word in subjects)
    ) and verbs[0].dep_ not in ("relcl", "acl")


def _conditional(verbs):
    """Whether it stands under a condition: "**if** it opens"; "it will open **if** they agree"."""
    joined = [*verbs]
    while joined and joined[-1].dep_ == "conj" and joined[-1].head.i < joined[-1].i:
        joined.append(joined[-1].head)  # **if** she loses and he wins
    clauses = [*joined, *(child for verb in verbs for child in verb.children if child.dep_ == "advcl")]
    return any(word.lower_ in CONDITIONS for verb in clauses for word in verb.children if word.dep_ == "mark")


def _chain(token):
    """The event's verb and the verbs above it: "wants to **try** to **open**", "will **help** her **open**".

    Of "will open and close" the second verb has the auxiliary of the first.
    """
    verbs = [token] if token.pos_ in ("VERB", "AUX") else []
    while verbs and len(verbs) < 5 and verbs[-1].head.pos_ in ("VERB", "AUX"):
        verb = verbs[-1]
        bare = verb.dep_ == "ccomp" and verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children)
        if verb.dep_ != "xcomp" and not bare and not (verb.dep_ == "conj" and not _own_subject(verb)):
            break
        verbs.append(verb.head)
    return verbs


def _own_subject(verb):
    return any(child.dep_ in (*NOUN_SUBJECTS, "aux", "auxpass", "neg") for child in verb.children)


def _to(verb):
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _governs(verb, words):
    return verb.dep_ in ("xcomp", "ccomp", "pcomp") and verb.head.lemma_.lower() in words
