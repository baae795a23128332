"""Demonyms: "Chinese", "the Russians", "Sino-Russian" stand for their countries."""

from ..language import parse_columns
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
    words = [*parse_columns(doc).text, "", ""]
    while i < len(doc):
        first, second, third = words[i : i + 3]
        pair = _pair(first, second, third)
        if pair and doc[i + 1].idx == doc[i].idx + len(first):
            found.append((i, i + 3, pair, False))
            i += 3
            continue
        two = f"{first} {second}"
        if two in DEMONYMS:
            found.append((i, i + 2, (DEMONYMS[two],), False))
            i += 2
            continue
        if first in DEMONYMS and not _other(doc, doc[i]):
            found.append((i, i + 1, (DEMONYMS[first],), doc[i].tag_ in ("NNS", "NNPS")))
        i += 1
    return found


def _pair(first, hyphen, second):
    """The countries of "Sino-Russian" and "Danish-Swedish"."""
    if hyphen not in HYPHENS:
        return None
    first = FORMS.get(first) or DEMONYMS.get(first)
    second = DEMONYMS.get(second)
    return (first, second) if first and second else None


def _other(doc, token):
    """Whether a word that looks like a demonym is something else: the **West** Bank; speaks **Danish**."""
    if token.text == "West":
        before = doc[token.i - 1].lower_ if token.i else ""
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        return before != "the" or (after is not None and after.pos_ == "PROPN")
    return token.ent_type_ in ("LANGUAGE", "PERSON", "WORK_OF_ART", "FAC")
