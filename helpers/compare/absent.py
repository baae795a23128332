"""What of one article stands nowhere in another, in any form: names, figures and rare words."""

import re
from dataclasses import dataclass

from ..coreference import mentions
from ..language import american, parse
from ..language.spelling import porter_stem
from ..language.vectors import vectors
from ..quantities import find_quantities
from ..quantities.numerals import value_of
from ..tables import each, is_missing
from .measured import COUNTED
from .sentences import Nearness

RARE = 0.75  # rarity from which on a word tells: below it are words that any article may have
FAMILY = 5  # letters at the beginning that make two words one family: immigrant and immigration
CLOSE = 0.15  # share by which a figure may be off and still be the other one's, rounded
WORDS = ("NOUN", "VERB", "ADJ")
NAMED = ("person", "organisation", "place")
# Words of names that are in many others' names.
COMMON = frozenset("the of and for new united north south east west san los saint st mr mrs ms dr sen rep gov".split())
REACH = 40  # characters from a figure to the end of what it counts, to be named with it
LEAST = 3  # letters of a word of a name that is looked for


@dataclass(frozen=True)
class Missing:
    """Words that the other has in no form: their place, kind (name, figure, noun or word), and what they tell."""

    start: int
    end: int
    kind: str
    text: str  # a name in full; a word as it stands


class Elsewhere:
    """All that an article mentions, to ask whether something is in it in any form.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> its = Elsewhere(from_text("The immigrants left France for the Federal Housing Office. Nearly 1,200 had come."))
    >>> its.has_word("immigration"), its.has_word("harbour"), its.has_name("FHO", "organisation")
    (True, False, True)
    >>> its.has_figure(1180), its.has_figure(40)
    (True, False)
    """

    def __init__(self, article):
        doc, self.text = parse(article), article.text
        tokens = [token for token in doc if any(sign.isalnum() for sign in token.text)]
        # A hyphen joins words that the other may write apart: “anti-Trump”.
        parts = [part for token in tokens for part in re.split(r"[-–/]", token.text) if part]
        self.raw = {part.lower().strip("'’.") for part in parts} | {token.lower_ for token in tokens}
        self.forms = {american(form) for form in self.raw} | {american(token.lemma_.lower()) for token in tokens}
        self.stems = {porter_stem(form) for form in self.forms}
        self.families = {form[:FAMILY] for form in self.forms if len(form) >= FAMILY}
        self.telling = {american(token.lemma_.lower()) for token in tokens if token.pos_ in WORDS and not token.is_stop}
        self.values = {value for part in self.raw if (value := _value(part))}
        for row in each(find_quantities(article), "value high"):
            self.values |= {float(value) for value in (row.value, row.high) if not is_missing(value)}
        self.values |= {100 * value for value in self.values if 0 < value < 1}  # half of them are 50 percent
        self.letters = {_initials(name) for mention in mentions(article) for name in mention.names} - {""}
        named = {word for mention in mentions(article) for name in mention.names for word in name.lower().split()}
        self.raw |= named | {form.replace(".", "") for form in self.raw}
        self.short = {form[1].lower() for form in re.finditer(r"\b([A-Z][a-z]{1,5})\.", article.text)} - COMMON
        self.near = Nearness(self.telling)

    def has_word(self, word):
        """Whether a word stands here, or one of its family, or one that can stand in its place."""
        word = american(word.lower())
        if porter_stem(word) in self.stems or (len(word) >= FAMILY and word[:FAMILY] in self.families):
            return True
        return bool(self.near.alike(word))

    def has_name(self, name, kind):
        """Whether a name stands here: a person's last, any word of others, or its initials."""
        if kind == "person":
            return is_named(name, self.text) or name.split()[-1].lower() in self.raw
        words = [word.strip(".,’'\"").lower() for word in re.split(r"[\s-]+", name)]
        own = [word for word in words if len(word) >= LEAST and word not in COMMON] or words
        if any(word in self.raw or porter_stem(word) in self.stems for word in own):
            return True
        if any(_shortens(short, word) for word in own for short in self.short):
            return True
        letters = _initials(name)
        return bool(letters and letters.lower() in self.raw) or name.replace(".", "").upper() in self.letters

    def has_figure(self, value):
        """Whether a number stands here, or one so near that it may be the same, rounded."""
        return any(abs(value - other) <= CLOSE * max(abs(value), abs(other)) for other in self.values)


def _shortens(short, word):
    """Whether letters can be a short form of a word: they begin alike, and it has all of them in order.

    >>> _shortens("vt", "vermont"), _shortens("calif", "california"), _shortens("pa", "panama"), _shortens("pa", "iowa")
    (True, True, True, False)
    """
    rest = iter(word[1:])
    return short[0] == word[0] and all(letter in rest for letter in short[1:])


def is_named(name, text):
    """Whether a text has the last word of a person's name, or the first one alone.

    >>> is_named("Anna Berg", "Mr. Berg left."), is_named("Anna Berg", "Anna left."), is_named("Anna Berg", "Anna Dahl")
    (True, True, False)
    """
    first, last = re.escape(name.split()[0]), re.escape(name.split()[-1])
    return bool(re.search(rf"(?i:\b{last}\b)|\b{first}\b(?![\w.’'-]* [A-Z])", text))


def _value(word):
    """The number that one word says, in figures or in letters; None of any other.

    >>> _value("$1,237"), _value("forty"), _value("ferry"), _value("4th")
    (1237.0, 40.0, None, None)
    """
    figure = re.fullmatch(r"\D?(\d[\d,]*(?:\.\d+)?)%?", word)
    return float(figure[1].replace(",", "")) if figure else value_of(word) or None


def _is_full(name, kind):
    """Whether a name can be looked for: a person's of two words, a body's too, and no initials or short form.

    >>> _is_full("Anna Berg", "person"), _is_full("GOP", "organisation"), _is_full("Fla.", "place")
    (True, False, False)
    """
    words = name.split()
    if not all(word[:1].isalpha() for word in words) or any(word.isupper() for word in words if len(word) > 1):
        return False
    if name.endswith((".", "State", "City")):  # “the Granite State”: the other may call it by its own name
        return False
    return len(words) > 1 if kind != "place" else words[0].istitle()


def _initials(name):
    letters = "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
    return letters if len(letters) > 1 else ""


def missing(article, other):
    """What an article has and the other has in no form, in order.

    Parameters
    ----------
    article : Article
    other : Elsewhere

    Returns
    -------
    list of Missing

    Examples
    --------
    >>> from helpers.article import from_text
    >>> a = from_text("Anna Berg said on Monday that 40 smugglers had drowned off Oslo.")
    >>> [one.text for one in missing(a, Elsewhere(from_text("Men drown off Oslo, says Kim Dahl.")))]
    ['Anna Berg', '40 smugglers', 'smugglers']
    """
    doc, found, names = parse(article), [], set()
    known = {}
    for one in mentions(article):
        if one.how not in ("name", "title"):
            continue
        names |= set(range(one.start, one.end))
        for name in one.names:
            if one.kind in NAMED and _is_full(name, one.kind):
                if known.setdefault((name, one.kind), None) is None:
                    known[name, one.kind] = other.has_name(name, one.kind)
                if not known[name, one.kind]:
                    found.append(Missing(one.start, one.end, "name", name))
    for row in each(find_quantities(article), "start end value high kind of_end"):
        values = [float(value) for value in (row.value, row.high) if not is_missing(value)]
        if row.kind in COUNTED and values and not any(other.has_figure(value) for value in values):
            end = max(row.end, 0 if is_missing(row.of_end) else row.of_end)
            end = int(end if end - row.start < REACH else row.end)
            found.append(Missing(int(row.start), end, "figure", " ".join(article.text[row.start : end].split())))
    rare, asked = vectors().rarity, {}
    for token in doc:
        if (
            token.pos_ not in WORDS
            or token.is_stop
            or token.idx in names
            or token.ent_type_
            or not token.text.islower()
        ):
            continue
        if "-" in article.text[max(0, token.idx - 1) : token.idx + len(token) + 1]:  # “front-runner” is one word
            continue
        lemma = token.lemma_.lower()
        if lemma not in asked:
            asked[lemma] = other.has_word(lemma) or other.has_word(token.lower_) or rare(american(lemma)) < RARE
        if not asked[lemma]:
            kind = "noun" if token.pos_ == "NOUN" else "word"
            found.append(Missing(token.idx, token.idx + len(token), kind, token.text))
    return sorted(found, key=lambda one: (one.start, one.end))


def within(place, lacking, kind=None):
    """Those of `lacking` that begin in a (start, end), of one kind if it is given."""
    return [one for one in lacking if place[0] <= one.start < place[1] and kind in (None, one.kind)]


def outermost(lacking):
    """Those that stand in no other one: “90 percent of the delegates”, and not “delegates” beside it.

    >>> from helpers.article import from_text
    >>> a = from_text("Anna Berg said on Monday that 40 smugglers had drowned off Oslo.")
    >>> [one.text for one in outermost(missing(a, Elsewhere(from_text("Men drown off Oslo, says Kim Dahl."))))]
    ['Anna Berg', '40 smugglers']
    """
    return [
        one
        for one in lacking
        if not any(own is not one and own.start <= one.start and one.end <= own.end for own in lacking)
    ]
