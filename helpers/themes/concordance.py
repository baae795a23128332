"""Concordance: a word in each of its contexts (KWIC, key word in context; Luhn 1960).

Words are what a reader sees between spaces and punctuation: "anti-government", "cease-fire",
"state’s", "$350", "1,200", "U.S." are one word each.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from .. import tables
from ..article import ArticleError
from ..language import parse

BY = ("word", "lemma", "phrase")
WITHIN = ("block", "sentence")
MOST_STARS = 5

_CHARACTER = "[^\\W_]|[\u0300-\u036f]"
_WORD = re.compile(
    rf"[$€£¥₹@#]?(?:{_CHARACTER})+"
    rf"(?:(?:['’ʼ\-‐‑&@_]|\.-|\.(?=\w)|(?<=\d)[,:](?=\d)|–(?=[A-Z\d]))(?:{_CHARACTER})+)*"
    r"(?:(?<=\d)%|(?<=\.\w)\.|['’](?!\w))?"
)
_CLITIC = re.compile(r"(?:n['’]t|['’ʼ](?:s|re|ll|ve|d|m)?)$", re.IGNORECASE)
_EDGES = re.compile(r"^[^\w*?$€£¥₹@#'’]+|[^\w*?%.'’]+$")
_QUOTED = re.compile(r"^['’](?!(?:s|re|ll|ve|d|m)$)|(?<!s)['’]$|(?<!\.[A-Za-z\d])\.$")
_ALIKE = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"})

# what is asked -> (a text, the lines that come)
EXAMPLES = {
    "anti-government": ("Anti-government protests grew; the government fell.", ["Anti-government"]),
    "state's": ("It is the state’s duty.", ["state’s"]),
    "state": ("It is the state’s duty. The statement came.", ["state"]),
    "wom?n": ("A woman and two women came.", ["woman", "women"]),
    "non*": ("Non-violent and nonstop.", ["Non-violent", "nonstop"]),
    "$350": ("It cost $350, for 350 people.", ["$350"]),
    "350": ("It cost $350, for 350 people.", ["350", "350"]),
    "U.S.": ("The U.S. left. The U.S.-led force came.", ["U.S."]),
    "fellow *": ("Fellow members and a fellow. He left.", ["Fellow members"]),
    "talks, however": ("The talks, however, failed. Talks however long fail.", ["talks, however", "Talks however"]),
}


@dataclass(frozen=True)
class _Word:
    """A word as a reader sees it: its place, and the places of what else may be looked for in it, longest first."""

    start: int
    end: int
    forms: tuple  # (start, end)


def concordance(article, pattern, *, window=5, by="word", within="block"):
    """Every occurrence of a word, with the words before and after it.

    Parameters
    ----------
    article : Article
    pattern : str
        A word, a lemma, or a phrase of several words. `*` stands for any letters (in a phrase, alone,
        for any word), `?` for one. Capitals and the shape of apostrophes and hyphens do not matter.
        A compound with a hyphen is one word: "government" does not find "anti-government",
        "*government" does. "state" finds "state’s" too, "state's" that alone.
    window : int
        Words of context on each side, 0 … 50.
    by : {"word", "lemma", "phrase"}
        Compare written words, dictionary forms, or several words in a row. Words of a phrase stand
        side by side; where the pattern has punctuation between two, the text may have it.
    within : {"block", "sentence"}
        Where the context ends at the latest.

    Returns
    -------
    pandas.DataFrame
        The concordance table: `left`, `match`, `right`, `block`; the span is the match.

    Raises
    ------
    ArticleError
        If the pattern, window, `by` or `within` cannot be used: a pattern without a letter or digit,
        or an inflected form looked for among dictionary forms.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> lines = concordance(from_text("The ship left. Two ships stayed."), "ship", by="lemma", window=1)
    >>> lines[["left", "match", "right"]].values.tolist()
    [['The', 'ship', 'left'], ['Two', 'ships', 'stayed']]
    """
    if by not in BY:
        raise ArticleError(f'concordance: by is "{by}"; give one of "word", "lemma", "phrase".')
    if within not in WITHIN:
        raise ArticleError(f'concordance: within is "{within}"; give one of "block", "sentence".')
    if not isinstance(window, int) or not 0 <= window <= 50:
        raise ArticleError(f"concordance: window is {window}; give a whole number from 0 to 50.")
    wanted = _wanted(str(pattern), by)
    words = _words(article.text)
    found = _found(article, words, wanted, by == "lemma")
    if by == "lemma" and not found:
        _only_inflected(article, words, wanted, pattern)
    blocks = article.blocks["start"].tolist()
    edges = blocks if within == "block" else [sentence.start_char for sentence in parse(article).sents]
    unit = [bisect_right(edges, word.start) for word in words]
    rows = []
    for first, last, start, end in found:
        left = [w for w in range(max(first - window, 0), first) if unit[w] == unit[first]]
        right = [w for w in range(last, min(last + window, len(words))) if unit[w] == unit[last - 1]]
        rows.append(
            {
                "start": start,
                "end": end,
                "left": " ".join(article.text[words[w].start : words[w].end] for w in left),
                "match": article.text[start:end],
                "right": " ".join(article.text[words[w].start : words[w].end] for w in right),
                "block": max(bisect_right(blocks, start) - 1, 0),
            }
        )
    return tables.build("concordance", rows, article.text)


def _words(text):
    """The words of a text; a word's forms are itself, without a clitic or a sign, and the clitic."""
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        inner = start + (word[0] in "$€£¥₹@#"), end - (word[-1] in "%.")
        forms = [(start, end), (inner[0], end), (start, inner[1]), inner]
        clitic = _CLITIC.search(word)
        if clitic and clitic.start():
            cut = start + clitic.start()
            forms += [(start, cut), (cut, end)]
        found.append(_Word(start, end, tuple(dict.fromkeys(forms))))
    return found


def _found(article, words, wanted, lemma):
    """(first word, word after the last, start, end) of each occurrence."""
    text, bases = article.text, _lemmas(article) if lemma else None

    def form(start, end):
        return _lemma(text, bases, start, end) if lemma else text[start:end].translate(_ALIKE)

    rows = []
    for first in range(len(words) - len(wanted) + 1):
        places = []
        for step, (match, gap) in enumerate(wanted):
            word = words[first + step]
            between = text[words[first + step - 1].end : word.start] if step else ""
            if (step and "\n" in between) or (between.strip() and not gap):
                break
            # Inside a phrase a word without its clitic is not next to what follows.
            forms = word.forms if step == len(wanted) - 1 else [one for one in word.forms if one[1] == word.end]
            place = next((one for one in forms if match(form(*one))), None)
            if place is None:
                break
            places.append(place)
        else:
            rows.append((first, first + len(wanted), places[0][0], places[-1][1]))
    return rows


def _lemmas(article):
    """Start of each token -> (its end, its lemma)."""
    return {token.idx: (token.idx + len(token), token.lemma_) for token in parse(article)}


def _lemma(text, bases, start, end):
    """The dictionary form of a word: of a compound, that of its last part ("cease-fires": "cease-fire")."""
    at, before = start, ""
    while at in bases and bases[at][0] < end:
        before += text[at : bases[at][0]]
        at = bases[at][0]
    last = bases[at][1] if at in bases and bases[at][0] == end else text[at:end]
    return (before + last).translate(_ALIKE)


def _only_inflected(article, words, wanted, pattern):
    """An inflected form among dictionary forms can match nothing, though the article has it: say so."""
    written = _found(article, words, wanted, False)
    if written:
        base = _lemma(article.text, _lemmas(article), *written[0][2:])
        raise ArticleError(
            f'concordance: "{pattern}" is no dictionary form in this article; give "{base}", or by="word".'
        )


def _wanted(pattern, by):
    """(test, whether punctuation may come before) for each word of a pattern."""
    parts, gap = [], False
    for part in pattern.split():
        # Loose punctuation is dropped; the text may have it there.
        bare = _QUOTED.sub("", _EDGES.sub("", part))
        at = part.find(bare) if bare else 0
        if not re.search(r"[\w*?]", bare):
            gap = True
            continue
        parts.append((bare, bool(parts) and (gap or at > 0)))
        gap = at + len(bare) < len(part)
    if not any(re.search(r"\w", bare) for bare, _ in parts):
        raise ArticleError(
            f'concordance: "{pattern}" has no letter or digit, and words are what is looked for; give some with it.'
        )
    if len(parts) > 1 and by != "phrase":
        raise ArticleError(f'concordance: "{pattern}" is not one word; give a word, or by="phrase" for several.')
    return [(_matcher(bare), gap) for bare, gap in parts]


def _matcher(part):
    """A test for one word with wildcards; linear, because between two `*` the first fit is enough."""
    if part.count("*") > MOST_STARS:
        raise ArticleError(f'concordance: "{part}" has more than five "*"; give fewer.')
    pieces = [re.escape(piece).replace(r"\?", r"\S") for piece in part.lower().translate(_ALIKE).split("*")]
    expression = re.compile(r"\S*?".join(pieces))
    return lambda form: expression.fullmatch(form[:80].lower()) is not None
