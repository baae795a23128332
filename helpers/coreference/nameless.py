"""Actors without a name: what they are called, and of what kind they are."""

KINDS = {"person": "person", "people": "group", "organisation": "organisation"}
FIRST = 3  # mentions among which the fullest phrase is looked for
LONGEST = 8  # tokens of what somebody is called


def without_name(doc, known):
    """Those spoken of more than once who act: persons, groups of them, organisations.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    known : list of Known
        As from `linking.linked`.

    Returns
    -------
    list of (Anaphor, tuple of str, str)
        Each mention, with what its actor is called, and its kind.
    """
    found, taken = [], set()
    for one in known:
        kind = KINDS.get(one.kind)
        if kind is None or len(one.places) < 2:
            continue
        if kind == "person" and one.plural:
            kind = "group"
        phrases = [words for place in _fullest(one) if (words := _called(doc, place))]
        name = next((words for words in phrases if words not in taken), None)
        if name:
            taken.add(name)
            found += [(place, (name,), kind) for place in one.places]
    return found


def _fullest(one):
    """The noun phrases of an actor by which it is called: definite ones of the first mentions, the longest first."""
    nouns = [place for place in one.places if place.lemma]
    return sorted(nouns[:FIRST], key=lambda place: (not place.definite, place.first - place.head))


def _called(doc, place):
    first, last = place.first, place.head
    for child in doc[last].rights:  # the head **of the union**
        if child.lower_ == "of" and child.i == last + 1 and child.right_edge.i - first < LONGEST:
            last = child.right_edge.i
    span = doc[first : last + 1]
    if "\n" in span.text or len(span) > LONGEST:
        return None
    word = doc[first].text
    if (doc[first].pos_ in ("DET", "PRON", "ADJ", "NOUN", "NUM", "VERB") and word[1:].islower()) or len(word) == 1:
        word = word.lower()
    return word + span.text[len(doc[first].text) :]
