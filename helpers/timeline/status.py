"""Whether an event happened, is planned, is possible, is denied, or is only reported.

The classes follow TimeML's polarity, modality and tense (Pustejovsky et al. 2003) and FactBank
(Saurí & Pustejovsky 2009), reduced to what a reader asks first. Where two apply, the earlier of
denied, possible, planned, reported, happened stands.
"""

from ..language.grammar import NOUN_SUBJECTS
from .tense import WILL, future

MODALS = frozenset("may might could would can should ought".split())
DENYING = frozenset("deny fail refuse decline reject cancel avoid prevent stop halt block abandon".split())
DOUBTING = frozenset("perhaps possibly maybe potentially likely unlikely probably presumably reportedly".split())
INTENDING = frozenset(
    (
        "plan intend aim promise pledge vow agree hope want seek propose expect prepare "
        "schedule set decide commit offer "
        "threaten urge ask invite call order tell ask demand"
    ).split()
)
CONDITIONS = frozenset("if unless whether".split())

# status -> (a sentence, its event)
EXAMPLES = {
    "happened": ("Anna Berg opened the bridge.", "opened"),
    "planned": ("Anna Berg will open the bridge.", "open"),
    "possible": ("Anna Berg may open the bridge.", "open"),
    "denied": ("Anna Berg did not open the bridge.", "open"),
    "reported": ("Officials said that Anna Berg opened the bridge.", "opened"),
}


def status_of(token, reported=False, ahead=False):
    """The status of an event.

    Parameters
    ----------
    token : spacy.tokens.Token
        Its verb or noun.
    reported : bool
        Whether it stands in words that the article attributes to somebody.
    ahead : bool
        Whether a time dates it after the reference.

    Returns
    -------
    str
    """
    verbs = _chain(token)
    words = [child for verb in verbs for child in verb.children]
    if any(word.dep_ == "neg" for word in words) or any(_governs(verb, DENYING) for verb in verbs):
        return "denied"
    if any(word.lower_ in CONDITIONS for verb in verbs for word in verb.children if word.dep_ == "mark"):
        return "possible"
    if any(word.lower_ in MODALS for word in words if word.dep_ == "aux") or any(
        word.lower_ in DOUBTING for word in words if word.dep_ == "advmod"
    ):
        return "possible"
    willed = any(word.lower_ in WILL for word in words if word.dep_ == "aux")
    intended = any(verb.dep_ in ("xcomp", "ccomp") and _to(verb) and _governs(verb, INTENDING) for verb in verbs)
    purpose = any(verb.dep_ in ("advcl", "acl") and _to(verb) for verb in verbs)  # left **to see** the bridge
    if ahead or willed or intended or purpose or (token.pos_ == "VERB" and future(token)):
        return "planned"
    return "reported" if reported else "happened"


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
