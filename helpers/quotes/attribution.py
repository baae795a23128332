"""From words in quotation marks to cue and source, by syntax; the nearest cue where that fails.

Each rule is one short function that takes a `Passage` and returns the cue token or None; `RULES`
is the order in which they are asked, each with an example that is also a test.
"""

from dataclasses import dataclass

from .cues import NOUNS, VERBS

COMPLEMENTS = ("ccomp", "xcomp", "parataxis", "advcl", "dobj", "prep", "pobj", "acl", "oprd", "attr", "pcomp", "dep")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
NEAR = 12  # tokens a cue may be away where syntax does not reach it
CLIMB = 12  # steps up the tree


@dataclass(frozen=True)
class Passage:
    """Words in marks: tokens doc[first:last]; `taken` are tokens inside any marks."""

    doc: object
    first: int
    last: int
    taken: frozenset

    def inside(self, token):
        return self.first <= token.i < self.last

    def sentences(self):
        """Bounds, in tokens, of the sentences in which the passage begins and ends."""
        return self.doc[self.first].sent.start, self.doc[self.last - 1].sent.end


def cue_class(token):
    """The class of a cue word, or None: verbs by lemma, nouns that announce words."""
    if token.pos_ in ("VERB", "AUX"):
        return VERBS.get(token.lemma_.lower())
    if token.pos_ == "NOUN":
        return NOUNS.get(token.lemma_.lower())
    return None


def governing(passage):
    """The passage depends on the cue, at whatever depth: She **said** “no”; **vowed** to “fight”."""
    for token in passage.doc[passage.first : passage.last]:
        head, steps = token, 0
        while head.head.i != head.i and passage.inside(head) and steps < CLIMB:
            head, steps = head.head, steps + 1
        while not passage.inside(head) and steps < 2 * CLIMB:
            if head.i not in passage.taken and cue_class(head):
                return head
            if head.head.i == head.i:
                break
            head, steps = head.head, steps + 1
    return None


def hosted(passage):
    """The cue hangs in the quoted clause: “The bridge,” the mayor **said**, “is closed.”"""
    for token in passage.doc[passage.first : passage.last]:
        for child in token.children:
            if not passage.inside(child) and child.i not in passage.taken:
                if child.pos_ == "VERB" and cue_class(child) and child.dep_ != "relcl":
                    return child
    return None


def according(passage):
    """**According** to the mayor, the bridge is “safe.”"""
    first, last = passage.sentences()
    for token in passage.doc[first:last]:
        if token.lower_ == "according" and token.i + 1 < len(passage.doc) and token.nbor().lower_ == "to":
            return None if token.i in passage.taken else token
    return None


def introduced(passage):
    """A colon introduces it: The mayor **warned** on Monday: “Stay away.”"""
    before = passage.first - 1
    if before < 1 or passage.doc[before].text not in (":", ","):
        return None
    sentence = passage.doc[before].sent
    for token in reversed(passage.doc[max(sentence.start, before - 3 * NEAR) : before]):
        if token.i not in passage.taken and token.pos_ == "VERB" and cue_class(token):
            return token
    return None


def nearest(passage):
    """The parse went astray: the nearest reporting verb in the sentence, with a subject or after a comma."""
    first, last = passage.sentences()
    first, last = max(first, passage.first - NEAR), min(last, passage.last + NEAR)
    best = None
    for token in passage.doc[first:last]:
        if passage.inside(token) or token.i in passage.taken or token.pos_ != "VERB" or not cue_class(token):
            continue
        gap = passage.first - token.i if token.i < passage.first else token.i - passage.last + 1
        if best is None or gap < best[0]:
            best = (gap, token)
    return best[1] if best else None


RULES = [
    ("governing verb", governing, "The mayor said “the bridge is closed.”"),
    ("clause in quotation", hosted, "“The bridge,” the mayor said, “is closed to all traffic.”"),
    ("according to", according, "According to the mayor, the bridge is “safe.”"),
    ("introduced by colon", introduced, "The mayor warned on Monday: “Stay away.”"),
    ("nearest verb", nearest, "“Stay away, all,” the mayor, tired, said."),
]


def find_cue(passage):
    """The cue of a passage and the rule that found it: (token, rule) or (None, None)."""
    for name, rule, _ in RULES:
        token = rule(passage)
        if token is not None:
            return token, name
    return None, None


def find_source(cue):
    """The words that name the source of a cue, as (first, last) tokens; None if there are none.

    The subject of the verb, of the verb that it leans on, or the noun that it describes; the
    agent of a passive; what follows "according to"; the owner of a noun.
    """
    if cue.lower_ == "according":
        return next((_phrase(t, cue) for p in cue.children for t in p.children if t.dep_ == "pobj"), None)
    if cue.pos_ == "NOUN":
        owner = [t for t in cue.children if t.dep_ in ("poss", "compound") and t.pos_ in ("PROPN", "PRON", "NOUN")]
        if owner:
            return _phrase(owner[0], cue)
    verb, steps = cue, 0
    while steps < 4:
        agent = [t for p in verb.children if p.dep_ == "agent" for t in p.children if t.dep_ == "pobj"]
        subject = agent or [t for t in verb.children if t.dep_ == "nsubj"]
        if not subject and verb.dep_ == "ROOT":
            subject = [t for t in verb.children if t.dep_ == "nsubjpass"] if verb is not cue else []
        if subject:
            if subject[0].tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
                return _phrase(verb.head, cue)
            return _phrase(subject[0], cue)
        if verb.dep_ in ("relcl", "acl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return _phrase(verb.head, cue)
        if verb.head.i == verb.i:
            return None
        verb, steps = verb.head, steps + 1
    return None


def _phrase(head, cue):
    """A noun phrase without the clauses that hang on it, the cue, or a possessive ending."""
    last = head.i
    beyond = cue.i if cue.i > head.i else len(head.doc)
    for token in head.subtree:
        clause = token
        while clause.i != head.i and clause.dep_ not in ("relcl", "acl", "advcl", "parataxis", "ccomp"):
            clause = clause.head
        if clause.i == head.i and last < token.i < beyond and not token.is_punct and token.tag_ != "POS":
            last = token.i
    first = head.left_edge.i
    while first < head.i and (head.doc[first].is_punct or head.doc[first].dep_ == "mark"):
        first += 1
    return first, last + 1


_INSTITUTION_HEADS = frozenset(
    (
        "government ministry council committee company court police department agency embassy commission "
        "parliament party kremlin senate congress office university union bank campaign administration "
        "army military"
    ).split()
)
_MEDIA = frozenset(("media newspaper paper outlet press times post journal news xinhua reuters tass magazine").split())
_HIDDEN = frozenset(("source sources official officials spokesperson insider insiders aide aides anonymous").split())


def source_type(doc, source, speaker_kinds):
    """The type of a source, by the decision table in data/README.md."""
    if source is None:
        return None
    words = {token.lower_ for token in doc[slice(*source)]}
    if "person" in speaker_kinds:
        return "named person"
    if words & _MEDIA:
        return "media"
    if words & _HIDDEN:
        return "anonymous"
    if "organisation" in speaker_kinds or "place" in speaker_kinds or words & _INSTITUTION_HEADS:
        return "institution"
    root = doc[slice(*source)].root
    if root.tag_ in ("NNS", "NNPS") or words & {"they", "both", "many", "some", "we"}:
        return "collective"
    return "anonymous" if root.pos_ == "NOUN" else None
