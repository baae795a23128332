"""Changes that ought not to matter: the same article with other names, countries, pronouns, marks, spelling."""

import re
from bisect import bisect_left
from itertools import accumulate

from ..coreference import mentions
from ..coreference.countries import DEMONYMS
from ..language.spelling import STRAIGHT, american

# Enough of each origin that no article of the usual length needs names made up of others.
PEOPLE = {
    "Scandinavian": "Astrid Lindqvist, Henrik Solberg, Ingrid Nygaard, Lars Halvorsen, Maja Bergström, Nils Dahl, "
    "Sigrid Ekman, Anders Holmberg, Kirsten Madsen, Erik Sandvik, Solveig Hagen, Mikkel Rasmussen, Freja Thomsen, "
    "Gunnar Lundgren, Liv Aasen, Jens Mortensen, Karin Sjöberg, Olav Brekke",
    "African": "Amina Okafor, Kwame Mensah, Thandiwe Dlamini, Chinedu Eze, Fatou Diallo, Tendai Moyo, "
    "Ngozi Adeyemi, Kofi Boateng, Zanele Khumalo, Juma Kamau, Aissatou Ndiaye, Tadesse Bekele, Wanjiru Mwangi, "
    "Sipho Nkosi, Abena Asante, Oumar Traoré, Nomvula Sithole, Babajide Balogun",
    "Latin American": "Lucía Herrera, Diego Morales, Camila Rojas, Mateo Quispe, Valentina Souza, Andrés Pacheco, "
    "Gabriela Mendoza, Javier Ortega, Ximena Fuentes, Ricardo Salazar, Paula Cardoso, Hernán Villalba, Rosa Mamani, "
    "Sebastián Ibarra, Beatriz Almeida, Emilio Cáceres, Daniela Guzmán, Rafael Nogueira",
    "English": "Emily Carter, James Whitmore, Sarah Bennett, Thomas Ashworth, Laura Hughes, George Palmer, "
    "Alice Thornton, Edward Collins, Hannah Fletcher, William Barlow, Charlotte Dawson, Henry Wakefield, "
    "Rachel Norris, Oliver Hartley, Megan Prescott, Simon Garfield, Victoria Lawson, Peter Holloway",
}
COUNTRIES = ("Norway", "Brazil", "Kenya", "Canada", "Vietnam", "Poland", "Nigeria", "Mexico")
PAIRS = "man woman, men women, chairman chairwoman, spokesman spokeswoman, husband wife, himself herself, he she"
GENDERS = {"him": "her", "his": "her", "mr": "ms", "mr.": "ms.", "ms": "mr", "ms.": "mr.", "mrs": "mr", "mrs.": "mr."}
for _one, _other in (pair.split() for pair in PAIRS.split(", ")):
    GENDERS |= {_one: _other, _other: _one}
# British words to be spelled as Americans do and back; what `language.american` leaves alone is spelled out.
BRITISH = (
    "centre centres defence programme towards labour harbour grey organise recognise favour honour colour neighbour "
    "behaviour"
).split()
DOUBLED = {"travelled": "traveled", "cancelled": "canceled"}
PEOPLES = {}  # country -> its adjectives and nouns, the adjective first
for _demonym, _country in DEMONYMS.items():
    PEOPLES.setdefault(_country, []).append(_demonym)
_WORD = re.compile(r"[^\W\d_]+\.?")


def changes(article):
    """Every change that this article can undergo: name -> edits (start, end, new words) of its text.

    Parameters
    ----------
    article : Article

    Returns
    -------
    dict of str to list of tuple
        Only changes that change something.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> found = changes(from_text("Anna Berg praised her town. Berg was glad that France agreed."))
    >>> sorted(found)[:3]
    ['African names', 'English names', 'Latin American names']
    """
    found = {f"{origin} names": _names(article, people.split(", ")) for origin, people in PEOPLE.items()}
    found["other countries"] = _countries(article)
    found["other genders"] = _words(article, GENDERS, _his_or_her)
    spelled = {british: american(british) for british in BRITISH} | DOUBLED
    found["American spelling"] = _words(article, spelled)
    found["British spelling"] = _words(article, {other: british for british, other in spelled.items()})
    found["straight quotation marks"] = [
        (n, n + 1, letter.translate(STRAIGHT)) for n, letter in enumerate(article.text) if letter in "“”‘’"
    ]
    found["curly quotation marks"] = _curly(article.text)
    found["blank lines between paragraphs"] = [
        (match.start(), match.end(), "\n\n") for match in re.finditer(r"\n{1,9}", article.text) if match[0] != "\n\n"
    ]
    return {name: edits for name, edits in found.items() if edits}


def mover(edits):
    """A function that says where a place of the text stands after the edits.

    Within changed words it gives their beginning, or with `end=True` their end.

    >>> moved = mover([(0, 9, "Kim Lee")])
    >>> moved(0), moved(5), moved(5, end=True), moved(9), moved(12)
    (0, 0, 7, 7, 10)
    """
    starts = [start for start, _, _ in edits]
    shifts = [0, *accumulate(len(new) - (stop - start) for start, stop, new in edits)]

    def moved(place, end=False):
        number = bisect_left(starts, place)
        if number:
            start, stop, new = edits[number - 1]
            if start < place < stop:
                return start + shifts[number - 1] + (len(new) if end else 0)
        return place + shifts[number]

    return moved


def _names(article, people):
    """Each person under another name, the whole as the whole and a surname as a surname."""
    persons = {}
    for mention in mentions(article):
        if mention.kind == "person" and mention.how in ("name", "title") and len(mention.names) == 1:
            persons.setdefault(mention.names[0], []).append(mention)
    edits = []
    for number, (full, own) in enumerate(persons.items()):
        first, last = people[number % len(people)].split()
        if number >= len(people):
            last += "sen" * (number // len(people))
        known = full.split()
        for mention in own:
            for match in _WORD.finditer(article.text, mention.start, mention.end):
                word = match[0].rstrip(".")
                if word in known:
                    new = last if word == known[-1] else first if word == known[0] else None
                    if new:
                        edits.append((match.start(), match.start() + len(word), new))
    return _apart(edits)


def _countries(article):
    """Each country another, its people's name too."""
    named, edits = {}, []
    for mention in mentions(article):
        if len(mention.names) == 1 and mention.names[0] in PEOPLES and mention.how in ("name", "demonym"):
            old = mention.names[0]
            others = [name for name in COUNTRIES if name != old]
            new = named.setdefault(old, others[len(named) % len(others)])
            text = article.text[mention.start : mention.end]
            if text == old:
                edits.append((mention.start, mention.end, new))
            elif text in PEOPLES[old]:
                plural = text.endswith("s") and len(PEOPLES[new]) > 1
                edits.append((mention.start, mention.end, PEOPLES[new][1 if plural else 0]))
    return _apart(edits)


def _his_or_her(text, match):
    """ "her" is "his" before a noun and "him" elsewhere; what follows tells well enough for a test of tone."""
    if match[0].lower() != "her":
        return None
    following = text[match.end() : match.end() + 2]
    new = "his" if following[:1] == " " and following[1:2].isalpha() else "him"
    return new.capitalize() if match[0][0].isupper() else new


def _words(article, wanted, special=lambda text, match: None):
    edits = []
    for match in _WORD.finditer(article.text):
        new = special(article.text, match)
        word = match[0] if match[0].lower() in wanted else match[0].rstrip(".")
        if new is None and word.lower() in wanted:
            new = wanted[word.lower()]
            new = new.capitalize() if word[0].isupper() else new
        if new is not None:
            edits.append((match.start(), match.start() + len(word), new))
    return edits


def _curly(text):
    """Straight quotation marks set as curly ones."""
    edits, is_open = [], False
    for n, letter in enumerate(text):
        if letter == '"':
            is_open = not is_open
            edits.append((n, n + 1, "“" if is_open else "”"))
        elif letter == "\n":
            is_open = False
    return edits


def _apart(edits):
    edits.sort()
    kept = []
    for edit in edits:
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept
