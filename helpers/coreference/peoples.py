"""Demonyms: "Chinese", "the Russians", "Sino-Russian" stand for their countries."""

from .countries import DEMONYMS, FORMS

# what it shows -> (a sentence, the words, the countries they stand for)
EXAMPLES = {
    "adjective": ("The Danish minister left.", "Danish", ("Denmark",)),
    "people": ("The Danes left.", "Danes", ("Denmark",)),
    "two words": ("South Korean ships left.", "South Korean", ("South Korea",)),
    "combining form": ("A Franco-German plan failed.", "Franco-German", ("France", "Germany")),
    "two demonyms": ("Danish-Swedish talks failed.", "Danish-Swedish", ("Denmark", "Sweden")),
}
HYPHENS = frozenset(("-", "–", "‑"))


def demonyms(doc):
    """Demonyms in a document.

    Returns
    -------
    list of (int, int, tuple of str, bool)
        First token, one past the last, countries, and whether it names people.
    """
    found, i = [], 0
    while i < len(doc):
        pair = _pair(doc, i)
        if pair:
            found.append((i, i + 3, pair, False))
            i += 3
            continue
        two = f"{doc[i].text} {doc[i + 1].text}" if i + 1 < len(doc) else ""
        if two in DEMONYMS:
            found.append((i, i + 2, (DEMONYMS[two],), False))
            i += 2
            continue
        token = doc[i]
        if token.text in DEMONYMS and not _other(doc, token):
            found.append((i, i + 1, (DEMONYMS[token.text],), token.tag_ in ("NNS", "NNPS")))
        i += 1
    return found


def _pair(doc, i):
    """The countries of "Sino-Russian" and "Danish-Swedish"."""
    if i + 2 >= len(doc) or doc[i + 1].text not in HYPHENS or doc[i + 1].idx != doc[i].idx + len(doc[i]):
        return None
    first = FORMS.get(doc[i].text) or DEMONYMS.get(doc[i].text)
    second = DEMONYMS.get(doc[i + 2].text)
    return (first, second) if first and second else None


def _other(doc, token):
    """Whether a word that looks like a demonym is something else: the **West** Bank; speaks **Danish**."""
    if token.text == "West":
        before = doc[token.i - 1].lower_ if token.i else ""
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        return before != "the" or (after is not None and after.pos_ == "PROPN")
    return token.ent_type_ in ("LANGUAGE", "PERSON", "WORK_OF_ART", "FAC")
