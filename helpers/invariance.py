"""What ought not to matter: the same article with other names, countries, pronouns, quotation marks, spelling.

After the invariance tests of CheckList (Ribeiro, Wu, Guestrin and Singh 2020) and the audit of
sentiment tools by names (Kiritchenko and Mohammad 2018): a change that leaves what is said and
how it is said as they were ought to leave tone and attribution as they were.
"""

import re
from bisect import bisect_left
from itertools import accumulate
from weakref import WeakKeyDictionary

import pandas as pd

from .article import from_text
from .article.reworded import reworded, uncorrected
from .coreference import mentions
from .coreference.countries import DEMONYMS
from .language import sentences
from .quotes import find_quotes
from .sentiment.scores import scored
from .sentiment.toward import tone_toward

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
# British spelling -> American.
SPELLED = dict(pair.split() for pair in (
    "centre center, centres centers, defence defense, programme program, towards toward, labour labor, harbour harbor, "
    "travelled traveled, cancelled canceled, grey gray, organise organize, recognise recognize, favour favor, "
    "honour honor, colour color, neighbour neighbor, behaviour behavior").split(", "))  # fmt: skip
PEOPLES = {}  # country -> its adjectives and nouns, the adjective first
for _demonym, _country in DEMONYMS.items():
    PEOPLES.setdefault(_country, []).append(_demonym)
MARKS = str.maketrans("“”‘’", "\"\"''")
_judged, _plain = WeakKeyDictionary(), WeakKeyDictionary()
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
    >>> apply("Anna Berg", [(0, 9, "Kim Lee")])
    'Kim Lee'
    >>> sorted(found)[:3]
    ['African names', 'English names', 'Latin American names']
    """
    found = {f"{origin} names": _names(article, people.split(", ")) for origin, people in PEOPLE.items()}
    found["other countries"] = _countries(article)
    found["other genders"] = _words(article, GENDERS, _his_or_her)
    found["American spelling"] = _words(article, SPELLED)
    found["British spelling"] = _words(article, {american: british for british, american in SPELLED.items()})
    found["straight quotation marks"] = [
        (n, n + 1, letter.translate(MARKS)) for n, letter in enumerate(article.text) if letter in "“”‘’"
    ]
    found["curly quotation marks"] = _curly(article.text)
    found["blank lines between paragraphs"] = [
        (match.start(), match.end(), "\n\n") for match in re.finditer(r"\n{1,9}", article.text) if match[0] != "\n\n"
    ]
    return {name: edits for name, edits in found.items() if edits}


def apply(text, edits):
    """A text with edits made."""
    parts, position = [], 0
    for start, end, new in edits:
        parts += [text[position:start], new]
        position = end
    return "".join([*parts, text[position:]])


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


def compare(article, edits):
    """What an edit does to the tone of each sentence, the stance toward each mention, and the attributions.

    Returns
    -------
    dict
        `other`: the changed article.
        `sentences`: a DataFrame with `start`, `end`, and the change of `tone`, `polarity` (TextBlob) and `vader`;
        `flips`: (mentions whose label changed, all); `lost` and `new`: attributions that are no longer found, or
        only now; `kept`: those found both times.
    """
    other = _changed(article, edits)
    if other is None:
        return None
    moved, rows = mover(edits), []
    for start, end in sentences(article)[["start", "end"]].astype(int).itertuples(index=False):
        old = scored(article, start, end)
        new = scored(other, moved(start), moved(end, end=True))
        rows.append({"start": start, "end": end, "tone": new["tone"] - old["tone"],
                     "polarity": new["polarity"] - old["polarity"], "vader": new["vader"] - old["vader"]})  # fmt: skip
    labels = _labels(article)
    flips = sum(tone_toward(other, moved(start), moved(end, end=True))["label"] != label
                for (start, end), label in labels)  # fmt: skip
    old = sorted({(moved(start), moved(end, end=True)) for start, end in _attributions(article)})
    new = sorted(set(_attributions(other)))
    kept, found = _found_again(old, new), _found_again(new, old)
    return {"other": other, "sentences": pd.DataFrame(rows, columns=["start", "end", "tone", "polarity", "vader"]),
            "flips": (flips, len(labels)), "kept": kept, "lost": len(old) - kept, "new": len(new) - found}  # fmt: skip


def _changed(article, edits):
    """The article after the edits, read anew where its text alone says what its blocks are; None if cleaning undoes it.

    What a web page, Markdown or Word says of its blocks is carried over.
    """
    text = apply(article.text, edits)
    if article not in _plain:
        again = from_text(article.text, published=article.published, language="any").blocks
        _plain[article] = again[["start", "end", "kind"]].equals(article.blocks[["start", "end", "kind"]])
    if _plain[article]:
        other = from_text(text, published=article.published, language="any")
        return other if other.text == text else None
    moved = mover(edits)
    places = zip(article.blocks["start"].tolist(), article.blocks["end"].tolist(), strict=True)
    return reworded(article, text, [(moved(start), moved(end, end=True)) for start, end in places])


def _labels(article):
    """(place, label of the stance) of every mention, judged once for all changes."""
    if article not in _judged:
        places = [(mention.start, mention.end) for mention in mentions(article)]
        _judged[article] = [(place, tone_toward(article, *place)["label"]) for place in places]
    return _judged[article]


def _attributions(article):
    table = find_quotes(article)
    table = table[(table["kind"] != "scare") & table["inside"].isna()]
    return [(int(s), int(e)) for s, e in zip(table["start"], table["end"], strict=True)]


def _found_again(spans, others):
    """How many of some spans share half of the longer one with one of the others, which are sorted.

    >>> _found_again([(0, 10), (20, 30)], [(2, 12), (29, 60)])
    1
    """
    found = 0
    for start, end in spans:
        # one that begins further to the left is more than twice as long
        near = others[bisect_left(others, (2 * start - end,)) : bisect_left(others, (end,))]
        found += any(2 * (min(end, b) - max(start, a)) >= max(end - start, b - a) for a, b in near)
    return found


def invariance(article):
    """How much each change moves what it ought not to move; without anybody's corrections.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        `change`, `edits` (places changed), `sentences`; `tone`, `polarity` (TextBlob), `vader`: mean absolute change of
        the sentences; `flips`: share of the `counted` mentions whose stance label changed; `attribution`: F1 of the
        attributions before against those after; `start`, `end`, `worst`: the sentence whose tone changed most, and
        by how much.
    """
    rows, article = [], uncorrected(article)
    for name, edits in changes(article).items():
        found = compare(article, edits)
        if found is None or found["sentences"].empty:
            continue
        each = found["sentences"]
        worst = each.loc[each["tone"].abs().idxmax()]
        wrong = found["lost"] + found["new"]
        rows.append({"change": name, "edits": len(edits), "sentences": len(each), "tone": each["tone"].abs().mean(),
                     "polarity": each["polarity"].abs().mean(), "vader": each["vader"].abs().mean(),
                     "flips": found["flips"][0] / max(found["flips"][1], 1), "counted": found["flips"][1],
                     "attribution": 2 * found["kept"] / (2 * found["kept"] + wrong) if found["kept"] + wrong else 1.0,
                     "start": int(worst["start"]), "end": int(worst["end"]), "worst": worst["tone"]})  # fmt: skip
    columns = ["change", "edits", "sentences", "tone", "polarity", "vader", "flips", "counted", "attribution", "start",
               "end", "worst"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)
