"""Whether a capital stands for its government or for the place (Markert & Nissim 2002, on metonymy)."""

# with these a capital is a place
LOCATIVE = frozenset("in at near outside inside around across through via into toward towards above".split())
MOTION = frozenset(
    "visit travel return arrive fly trip come go move drive journey flight train road route way transfer".split()
)
VISITING = frozenset("visit leave enter reach tour love explore bomb hit strike quit".split())
# what a government has and a place does not
HAS = frozenset(
    (
        "demand narrative policy position stance claim decision proposal offer response reaction strategy ambition "
        "interest goal aim intention plan threat warning request support opposition refusal view concern pressure "
        "sanction army influence posture effort attempt ally partner backer war security task course fortune rule "
        "commitment hand agenda leverage rhetoric dominance isolation cooperation relation tie alliance"
    ).split()
)
NO_ACTS = frozenset("be have lie sit become grow remain host see wake sleep expand burn freeze".split())

# (a text that has named the country, the capital in it, whether it stands for the government)
EXAMPLES = {
    "subject": ("Norway is small. Oslo demands a reply.", "Oslo", True),
    "in": ("Norway is small. They met in Oslo.", "Oslo", False),
    "to go to": ("Norway is small. They travelled to Oslo.", "Oslo", False),
    "to say to": ("Norway is small. It is a message to Oslo.", "Oslo", True),
    "object": ("Norway is small. The debt exposes Oslo to risks.", "Oslo", True),
    "between": ("Norway is small. The ties between Oslo and Rome grow.", "Oslo", True),
    "possessor": ("Norway is small. They reject Oslo’s demand.", "Oslo", True),
    "possessor of a place": ("Norway is small. They like Oslo’s parks.", "Oslo", False),
    "compound": ("Norway is small. The Oslo summit failed.", "Oslo", False),
}


def stands_for_government(token):
    """Whether the head of a capital's name acts as only a government does.

    Parameters
    ----------
    token : spacy.tokens.Token

    Returns
    -------
    bool
    """
    steps = 0
    while token.dep_ == "conj" and token.head.i != token.i and token.head.pos_ in ("PROPN", "NOUN") and steps < 4:
        token, steps = token.head, steps + 1
    head = token.head
    if token.dep_ in ("nsubj", "agent"):
        if head.pos_ == "VERB":
            return head.lemma_.lower() not in NO_ACTS
        return any(
            child.dep_ in ("acomp", "attr") and any(c.dep_ in ("xcomp", "ccomp") for c in child.children)
            for child in head.children
        )
    if token.dep_ == "nsubjpass":
        return True
    if token.dep_ == "poss":
        return head.lemma_.lower() in HAS
    if token.dep_ in ("dobj", "dative", "iobj"):
        return head.lemma_.lower() not in VISITING
    if token.dep_ == "pobj":
        above = head.head.lemma_.lower()
        if head.lower_ in LOCATIVE or above in MOTION:
            return False
        return head.lower_ in ("to", "between", "by", "with", "against", "for", "on", "of", "toward") and not (
            head.lower_ in ("of", "for") and head.head.pos_ in ("NOUN", "PROPN") and above not in HAS
        )
    return False
