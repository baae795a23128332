"""Descriptions that stand for names: "the two leaders", "the spokeswoman".

Only what the article itself has said is used: a joint description takes the two names that it
last joined by "and", or its two most frequent; a definite description takes the last person who
was introduced with that very noun.
"""

from collections import Counter, defaultdict

from .countries import SEATS

# Plural nouns after "the two" or "both" -> the kind of actor.
JOINT = {
    "leader": "person", "president": "person", "man": "person", "woman": "person", "minister": "person",
    "candidate": "person", "counterpart": "person", "rival": "person", "premier": "person",
    "chancellor": "person", "senator": "person", "politician": "person", "chief": "person",
    "country": "place", "nation": "place", "government": "place", "capital": "place", "state": "place",
    "power": "place", "neighbor": "place", "neighbour": "place", "ally": "place",
    "company": "organisation", "firm": "organisation", "group": "organisation",
}  # fmt: skip
EXAMPLES = {
    "joint": ("Anna Berg and Tom Roe met. The two leaders agreed.", "The two leaders", ("Anna Berg", "Tom Roe")),
    "both": ("Norway and Denmark signed. Both countries gained.", "Both countries", ("Norway", "Denmark")),
    "role": ("Anna Berg, a spokeswoman, was there. The spokeswoman left.", "The spokeswoman", ("Anna Berg",)),
}
PERSONAL = frozenset(
    "spokesman spokeswoman spokesperson lawyer attorney mayor governor senator minister president chancellor premier "
    "secretary director chairman chairwoman analyst professor judge prosecutor officer captain coach author professor "
    "ambassador congressman congresswoman doctor engineer farmer teacher economist historian".split()
)


def joint(doc, names):
    """Joint descriptions: (first token, last token, head, names of two).

    Parameters
    ----------
    doc : spacy.tokens.Doc
    names : list of Mention
        Names in the order of the text.
    """
    found, counts, pairs, seen = [], defaultdict(Counter), {}, 0
    for token in doc:
        if token.tag_ != "NNS" or token.lemma_.lower() not in JOINT:
            continue
        first = next((t for t in token.lefts if t.lower_ in ("two", "both")), None)
        if first is None or any(t.dep_ in ("relcl", "acl") for t in token.rights):
            continue
        while seen < len(names) and names[seen].end <= token.idx:
            mention = names[seen]
            kind = "place" if mention.kind == "government" else mention.kind
            counts[kind][_country(mention.names[0])] += 1
            before = names[seen - 1] if seen else None
            if before and before.kind == mention.kind and before.names != mention.names:
                if doc[mention.head].head.i == before.head and doc[mention.head].dep_ == "conj":
                    pairs[kind] = (_country(before.names[0]), _country(mention.names[0]))
            seen += 1
        kind = JOINT[token.lemma_.lower()]
        pair = pairs.get(kind) or tuple(name for name, number in counts[kind].most_common(2) if number > 1)
        if len(pair) == 2:
            found.append((token.left_edge.i, token.i, token.i, pair, kind))
    return found


def _country(name):
    """The country of a capital: "the two nations" are never two cities."""
    return SEATS.get(name, name)


def roles(doc, people):
    """Definite descriptions of a person: (first token, last token, head, name).

    Parameters
    ----------
    doc : spacy.tokens.Doc
    people : list of Mention
        Names of persons in the order of the text.
    """
    introduced = {}  # noun -> (token from which on it is known, name)
    events = []
    for mention in people:
        head = doc[mention.head]
        near = [*head.lefts, *(t for t in head.rights if t.dep_ == "appos")]
        near += [head.head] if head.dep_ == "appos" else []
        events += [
            (mention.head, token.lemma_.lower(), mention.names[0])
            for token in near
            if token.lemma_.lower() in PERSONAL and token.ent_type_ != "PERSON"
        ]
    events.sort()
    found, place = [], 0
    for token in doc:
        while place < len(events) and events[place][0] < token.i:
            introduced[events[place][1]] = events[place][2]
            place += 1
        noun = token.lemma_.lower()
        if noun not in introduced or token.tag_ != "NN" or token.dep_ in ("compound", "appos", "attr"):
            continue
        lefts = list(token.lefts)
        if [t.lower_ for t in lefts] in (["the"], ["this"], ["that"]) and not any(
            t.dep_ in ("appos", "relcl", "acl", "prep") for t in token.rights
        ):
            found.append((lefts[0].i, token.i, token.i, (introduced[noun],)))
    return found
