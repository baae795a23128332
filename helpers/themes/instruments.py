"""Reading instruments for words: where they stand, which are typical, which keep company."""

from collections import Counter, defaultdict
from math import log, log2

import pandas as pd

from ..article import ArticleError
from ..language import parse
from .frequency import frequency

PARTS = 10  # equal parts of the text for dispersion
COUNTED = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "ADV"))


def _words(article):
    return [t for t in parse(article) if t.pos_ in COUNTED and not t.is_stop and len(t) > 1 and t.text[0].isalpha()]


def dispersion(article, words, *, parts=PARTS):
    """How evenly words are spread over the text.

    Parameters
    ----------
    article : Article
    words : sequence of str
        Dictionary forms; capitals do not matter.
    parts : int
        Equal parts that the text is cut into, 2 … 100.

    Returns
    -------
    pandas.DataFrame
        `word`, `count`, `juilland_d` (0 all in one part … 1 evenly; Juilland, Brodin & Davidovitch
        1970), `dp` (0 evenly … 1 all in one part; Gries 2008), `mentions` (start, end of each).
        D and DP are missing for a word that does not occur.

    Raises
    ------
    ArticleError
        If `parts` cannot be used.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> dispersion(from_text("Ships came. Ships left."), ["ship"], parts=2)[["count", "juilland_d"]].values.tolist()
    [[2.0, 1.0]]
    """
    if not isinstance(parts, int) or not 2 <= parts <= 100:
        raise ArticleError(f"dispersion: parts is {parts}; give a whole number from 2 to 100.")
    tokens = [t for t in parse(article) if not t.is_space and not t.is_punct]
    rows = []
    for word in words:
        wanted = str(word).lower()
        places = [n for n, t in enumerate(tokens) if wanted in (t.lemma_.lower(), t.lower_)]
        found = [tokens[n] for n in places]
        counts = [0] * parts
        for n in places:
            counts[min(n * parts // max(len(tokens), 1), parts - 1)] += 1
        total = sum(counts)
        even = total / parts
        spread = (sum((c - even) ** 2 for c in counts) / parts) ** 0.5 if total else None
        rows.append(
            {
                "word": word,
                "count": total,
                "juilland_d": 1 - spread / even / (parts - 1) ** 0.5 if total else None,
                "dp": sum(abs(c / total - 1 / parts) for c in counts) / 2 if total else None,
                "mentions": tuple((t.idx, t.idx + len(t)) for t in found),
            }
        )
    return pd.DataFrame(rows, columns=["word", "count", "juilland_d", "dp", "mentions"])


def keyness(article, *, least=2, without=frozenset()):
    """Words that the text uses more than general English does.

    Parameters
    ----------
    article : Article
    least : int
        Occurrences at least.
    without : set of int
        Offsets at which words begin that do not count.

    Returns
    -------
    pandas.DataFrame
        `word` (dictionary form), `count`, `per_million` here, `expected` per million in general
        English (wordfreq; Speer 2022), `log_likelihood` (G²; Dunning 1993, Rayson & Garside 2000),
        `log_ratio` (how many doublings more frequent; Hardie 2014), `mentions`. Most key first. In a
        short text every repeated word looks key: with fewer than some 1,000 words read the order,
        not the size.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> keyness(from_text("The ferry came. The ferry left. The man left."))["word"].tolist()[0]
    'ferry'
    """
    places = defaultdict(list)
    for token in (token for token in _words(article) if token.idx not in without):
        places[token.lower_ if token.pos_ == "PROPN" else token.lemma_.lower()].append(
            (token.idx, token.idx + len(token))
        )
    size = sum(1 for t in parse(article) if not t.is_space and not t.is_punct)
    rows = []
    for word, spans in places.items():
        if len(spans) < least:
            continue
        share = frequency(word)
        expected = share * size
        rows.append(
            {
                "word": word,
                "count": len(spans),
                "per_million": 1e6 * len(spans) / size,
                "expected": 1e6 * share,
                "log_likelihood": log_likelihood((len(spans),), (expected,)),
                "log_ratio": log2(len(spans) / size / share),
                "mentions": tuple(spans),
            }
        )
    table = pd.DataFrame(
        rows, columns=["word", "count", "per_million", "expected", "log_likelihood", "log_ratio", "mentions"]
    )
    table = table[table["log_ratio"] > 0]
    return table.sort_values(["log_likelihood", "word"], ascending=[False, True], ignore_index=True)


def collocations(article, *, window=5, least=2):
    """Pairs of words that stand near each other more often than chance.

    Parameters
    ----------
    article : Article
    window : int
        Content words between which a pair is looked for, 1 … 20, within a sentence.
    least : int
        Occurrences of a pair at least.

    Returns
    -------
    pandas.DataFrame
        `pair`, `count`, `log_likelihood` (Dunning 1993), `log_dice` (at most 14; Rychlý 2008),
        `mentions` (start of the first word, end of the second).

    Raises
    ------
    ArticleError
        If `window` cannot be used.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> table = collocations(from_text("Trade talks began. Trade talks stalled."))
    >>> table[["pair", "count"]].values.tolist()
    [['trade talk', 2]]
    """
    if not isinstance(window, int) or not 1 <= window <= 20:
        raise ArticleError(f"collocations: window is {window}; give a whole number from 1 to 20.")
    words = [(t.lower_ if t.pos_ == "PROPN" else t.lemma_.lower(), t, t.sent.start) for t in _words(article)]
    single, pairs = Counter(word for word, *_ in words), defaultdict(list)
    for i, (word, token, sentence) in enumerate(words):
        for other, later, place in words[i + 1 : i + 1 + window]:
            if place != sentence:
                break
            if other != word:
                pairs[word, other].append((token.idx, later.idx + len(later)))
    total = max(len(words) * window, 1)
    rows = []
    for (a, b), spans in pairs.items():
        if len(spans) >= least:
            rows.append(
                {
                    "pair": f"{a} {b}",
                    "count": len(spans),
                    "log_likelihood": _likelihood(len(spans), single[a] * window, single[b], total),
                    "log_dice": 14 + log2(2 * len(spans) / (single[a] + single[b])),
                    "mentions": tuple(spans),
                }
            )
    table = pd.DataFrame(rows, columns=["pair", "count", "log_likelihood", "log_dice", "mentions"])
    return table.sort_values(["log_likelihood", "pair"], ascending=[False, True], ignore_index=True)


def log_likelihood(counts, expected):
    """G²: how far counts are from those expected, by no more than chance about 3.84 once in twenty.

    Parameters
    ----------
    counts : iterable of int
    expected : iterable of float
        As many, above 0.

    Returns
    -------
    float
        0 where they are the same.

    References
    ----------
    Dunning 1993; Rayson and Garside 2000. Where both have one sum, the last term is 0.

    Examples
    --------
    >>> log_likelihood((5, 5), (5.0, 5.0)), round(log_likelihood((8, 2), (5.0, 5.0)), 2)
    (0.0, 3.85)
    """
    pairs = list(zip(counts, expected, strict=True))
    return 2 * sum((n * log(n / e) if n else 0.0) - (n - e) for n, e in pairs)


def _likelihood(both, first, second, total):
    """Dunning's log-likelihood ratio of a two-by-two table."""
    cells = (both, max(first - both, 0), max(second - both, 0), max(total - first - second + both, 0))
    rows, columns = (cells[0] + cells[1], cells[2] + cells[3]), (cells[0] + cells[2], cells[1] + cells[3])
    size = sum(cells)
    expected = [rows[i] * columns[j] / size for i in (0, 1) for j in (0, 1)]
    told = [(n, e) for n, e in zip(cells, expected, strict=True) if e]
    return log_likelihood(*zip(*told, strict=True))
