"""Noun phrases of the title and of the first sentence with what they are of: "plan to shut three mines"."""

from .spans import ties_to
from .words import LINKS, PICKING

LONGEST = 8  # words
BEFORE = frozenset(("compound", "amod", "nummod", "nmod", "poss"))
WITHOUT = frozenset("PRP$ WP$ JJR JJS".split())  # its, whose, sharper, sharpest
# what the noun has with it -> (a text, the label)
EXAMPLES = {
    "to do something": (
        "The council has a plan to shut three mines. The miners oppose the plan, and the mines stay open.",
        "plan to shut three mines",
    ),
    "a number": (
        "# Dozens hurt in 50-car pileup in Bergen\n\nThe pileup in Bergen began in fog. A car burned.",
        "50-car pileup in Bergen",
    ),
}


def opening_phrases(doc, titles, opening):
    """The nouns of the title and of the first sentence, each with its modifiers and complements.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    titles : list of bool
        Whether each token stands in the title.
    opening : (int, int)
        The first sentence of the prose, as tokens.

    Yields
    ------
    (int, int)
        The span as tokens, without an article before it.
    """
    for number in [*(number for number, yes in enumerate(titles) if yes), *range(*opening)]:
        noun = doc[number]
        if noun.pos_ != "NOUN" or noun.dep_ in ("compound", "amod", "nmod"):
            continue
        first, last = _first(noun), _last(noun, titles[number])
        if first < number and doc[first].ent_type_ == "CARDINAL" and doc[first + 1].text not in ("-", "–"):
            first += 1  # "two ferry strikes"
        if 1 < last - first <= LONGEST + 2 and sum(token.is_alpha for token in doc[first:last]) <= LONGEST:
            yield first, last


def _first(noun):
    """Where a noun with its modifiers begins; "its", "the" and "sharper" are left out."""
    first = noun.i
    for child in sorted(noun.lefts, key=lambda one: -one.i):
        if child.right_edge.i + 1 != first and child.right_edge.i + 2 != first:  # a hyphen or "'s" between
            break
        if child.dep_ not in BEFORE or child.tag_ in WITHOUT or child.lower_ in PICKING:
            break
        edge = child.left_edge
        first = edge.i + (edge.pos_ == "DET")
    return first


def _last(noun, title=False):
    """Where a noun with its complements ends; "Firm to shut mines" as a title tells what the firm will do."""
    last = noun.i + 1
    for child in noun.rights:
        if child.left_edge.i != last:
            break
        if (
            child.dep_ == "prep"
            and child.lower_ in LINKS
            and (_first(noun) < noun.i or ties_to(child.lower_, noun.lemma_.lower()))
        ):
            end = _whole(child, "pobj")
        elif child.dep_ in ("acl", "relcl") and child.tag_ == "VB" and noun.doc[last].lower_ == "to":
            end = 0 if title and noun.dep_ == "ROOT" else _whole(child, "dobj")
        else:
            break
        if not end:
            break
        last = end
    return last


def _whole(word, relation):
    """Where the object of a preposition or verb ends, "farmers **and millers**" with both; 0 if it is no noun."""
    noun = next((one for one in word.rights if one.dep_ == relation), None)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
        return 0
    joined = [one for one in noun.rights if one.dep_ == "conj"]
    if not joined:
        return _last(noun)
    before = noun.doc[joined[0].left_edge.i - 1].lower_
    return _last(joined[0]) if len(joined) == 1 and before in ("and", "or") else 0
