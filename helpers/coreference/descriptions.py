"""Descriptions that stand for two names: "the two leaders".

Only what the article itself has said is used: the two names that it last joined by "and", or its two most frequent.
"""

from collections import Counter, defaultdict

from spacy.attrs import TAG

from ..language import tokens_with
from .countries import SEATS

# Plural nouns after "the two" or "both" -> the kind of actor.
JOINT = {
    "leader": "person",
    "president": "person",
    "man": "person",
    "woman": "person",
    "minister": "person",
    "candidate": "person",
    "counterpart": "person",
    "rival": "person",
    "premier": "person",
    "chancellor": "person",
    "senator": "person",
    "politician": "person",
    "chief": "person",
    "country": "place",
    "nation": "place",
    "government": "place",
    "capital": "place",
    "state": "place",
    "power": "place",
    "side": "place",
    "neighbor": "place",
    "neighbour": "place",
    "ally": "place",
    "company": "organisation",
    "firm": "organisation",
    "group": "organisation",
}
EXAMPLES = {
    "joint": ("Anna Berg and Tom Roe met. The two leaders agreed.", "The two leaders", ("Anna Berg", "Tom Roe")),
    "both": ("Norway and Denmark signed. Both countries gained.", "Both countries", ("Norway", "Denmark")),
    "role": ("Anna Berg, a spokeswoman, was there. The spokeswoman left.", "The spokeswoman", ("Anna Berg",)),
}


def joint(doc, names, nationality):
    """Joint descriptions: (first token, last token, head, names of two).

    Parameters
    ----------
    doc : spacy.tokens.Doc
    names : list of Mention
        Names in the order of the text.
    nationality : dict of str to str
        Person to country, where the article says it ("Danish minister Anna Berg").
    """
    found, counts, pairs, seen, last = [], defaultdict(Counter), {}, 0, None
    for token in tokens_with(doc, TAG, ("NNS",)):
        if token.lemma_.lower() not in JOINT:
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
                    if "demonym" not in (mention.how, before.how):
                        pairs[kind] = (_country(before.names[0]), _country(mention.names[0]))
                        last = kind if kind in ("person", "place") else last
            seen += 1
        kind = JOINT[token.lemma_.lower()]
        pair = pairs.get(kind)
        if kind == "place" and (not pair or last == "person"):  # "the two nations" of Berg and Ek
            pair = _nations(pairs, counts, nationality) or pair
        pair = pair or tuple(name for name, number in counts[kind].most_common(2) if number > 1)
        if len(pair) == 2:
            found.append((token.left_edge.i, token.i, token.i, pair, kind))
    return found


def _nations(pairs, counts, nationality):
    """The countries of the two persons whom the article has joined, or names most."""
    people = pairs.get("person") or tuple(name for name, _ in counts["person"].most_common(2))
    nations = tuple(dict.fromkeys(nationality[name] for name in people if name in nationality))
    return nations if len(nations) == 2 else None


def nationalities(doc, people, demonyms):
    """Person -> country, of "Danish minister Anna Berg" and "her Swedish counterpart Ulf Ek".

    Parameters
    ----------
    doc : spacy.tokens.Doc
    people : list of Mention
    demonyms : list
        As from `peoples.demonyms`.
    """
    found, country = {}, {first: names[0] for first, _, names, _ in demonyms if len(names) == 1}
    for mention in people:
        head = doc[mention.head]
        words = [head, *head.lefts, *(t for left in head.lefts for t in left.lefts)]
        words += [*head.head.lefts] if head.dep_ in ("appos", "nmod", "compound") else []
        words += [t for child in head.children if child.dep_ == "appos" for t in child.lefts]
        for word in words:
            if word.i in country and len(mention.names) == 1:
                found.setdefault(mention.names[0], country[word.i])
                break
    return found


def _country(name):
    """The country of a capital: "the two nations" are never two cities."""
    return SEATS.get(name, name)
