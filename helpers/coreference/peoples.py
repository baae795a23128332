"""Demonyms: "Chinese", "the Russians", "Sino-Russian" stand for their countries; "Republican" for the Republicans."""

from collections import Counter

from ..language import parse_columns
from .countries import DEMONYMS, FORMS

# what it shows -> (a sentence, the words, the countries they stand for)
EXAMPLES = {
    "adjective": ("The Danish minister left.", "Danish", ("Denmark",)),
    "people": ("The Danes left.", "Danes", ("Denmark",)),
    "two words": ("South Korean ships left.", "South Korean", ("South Korea",)),
    "combining form": ("A Franco-German plan failed.", "Franco-German", ("France", "Germany")),
    "descent": ("African-American voters left.", "African-American", ("African Americans",)),
    "two demonyms": ("Danish-Swedish talks failed.", "Danish-Swedish", ("Denmark", "Sweden")),
}
# Parties, faiths and peoples that no country is named after: the plural, and the forms beside the one without its "s".
ADHERENTS = {
    plural: plural
    for plural in (
        "Republicans Conservatives Liberals Libertarians Socialists Communists Marxists Greens Independents Nazis "
        "Islamists Salafists Sunnis Christians Catholics Protestants Evangelicals Baptists Lutherans Methodists "
        "Mormons Hindus Buddhists Sikhs Arabs Palestinians Tibetans Catalans Basques Hispanics Asians Europeans "
        "Africans"
    ).split()
} | {
    form: plural
    for plural, forms in {
        "Democrats": "Democratic Dems Dem",
        "Tories": "Tory",
        "Jews": "Jewish",
        "Muslims": "Moslem Moslems",
        "Shiites": "Shia Shias Shi'ite Shi'ites",
        "Kurds": "Kurdish",
        "Uighurs": "Uyghur Uyghurs",
        "Latinos": "Latino Latina Latinas",
    }.items()
    for form in (plural, *forms.split())
}
# Names of a party that have none of its adherents' words.
BYNAMES = {"GOP": "Republicans", "Grand Old Party": "Republicans"}
# Americans by descent: no word on a continent
DESCENTS = {"African": "African Americans", "Asian": "Asian Americans"}
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
        if first in DESCENTS and (second if second not in HYPHENS else third) in ("American", "Americans"):
            last = i + (3 if second in HYPHENS else 2)
            found.append((i, last, (DESCENTS[first],), True))
            i = last
            continue
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


def adherent(word):
    """The plural of those who are of a party, a faith or a people, if a word is a form of it.

    >>> adherent("Democratic"), adherent("Sunni"), adherent("Republicans"), adherent("Chinese")
    ('Democrats', 'Sunnis', 'Republicans', None)
    """
    return ADHERENTS.get(word) or ADHERENTS.get(word + "s")


def gathered(counts):
    """Names of groups that are forms of one word, with what the article calls it: the plural, if it is there.

    Parameters
    ----------
    counts : dict of (str, str) to int
        Name and kind -> how often.

    Returns
    -------
    dict of str to str

    Examples
    --------
    >>> gathered({("Sunni", "group"): 2, ("Sunnis", "group"): 1, ("Jewish", "group"): 3})
    {'Sunni': 'Sunnis', 'Sunnis': 'Sunnis', 'Jewish': 'Jewish'}
    """
    names = Counter({name: count for (name, kind), count in counts.items() if kind == "group" and " " not in name})
    plurals = {name: adherent(name) or (name if name.endswith("s") else name + "s") for name in names}
    called = {}
    for name, _ in names.most_common():
        called.setdefault(plurals[name], name)
    return {name: plural if plural in names else called[plural] for name, plural in plurals.items()}
