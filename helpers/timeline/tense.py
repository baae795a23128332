"""Whether the clause of a time tells what was or what will be."""

from ..language.grammar import clause_verb

WILL = frozenset("will shall ’ll 'll".split())
PLANS = frozenset("plan expect schedule intend set due propose hope go slate aim be".split())


def tense(doc, start, end):
    """Whether the clause of a time is about the future, and whether it is told in the past."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False, False
    before = [token.lower_ for token in doc[max(span.start - 3, 0) : span.start]]
    told = past(span.root)
    if before[-1:] == ["since"]:
        return False, True
    if (before[-1:] == ["until"] and not (told and _had(span.root))) or (
        len(before) == 3 and before[0] == before[2] == "as"
    ):
        return True, False
    ahead = future(span.root)
    return ahead, not ahead and told


def past(token):
    """Whether the clause of a word is told in the past: It **opened** in March; it **was closed**."""
    verb = clause_verb(token)
    return verb.tag_ == "VBD" or (verb.tag_ in ("VBN", "VBG") and any(child.tag_ == "VBD" for child in verb.children))


def _had(token):
    """Whether the clause of a word looks back from the past: Until Friday, it **had** not opened."""
    return any(child.lower_ == "had" for child in clause_verb(token).children)


def future(token):
    """Whether the clause of a word is about the future: It **will** open on Friday; it is **due** Friday."""
    verb = clause_verb(token)
    if any(child.lower_ in WILL for child in verb.children if child.dep_ == "aux"):
        return True
    if verb.tag_ in ("VBD", "VBN") and not any(child.lower_ == "to" for child in verb.children):
        return verb.lemma_.lower() in PLANS and verb.tag_ == "VBN"
    infinitive = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.children)
    return infinitive and verb.head.lemma_.lower() in PLANS
