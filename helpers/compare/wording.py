"""How two articles name the same actor and the same act, and which words each has more often."""

from collections import defaultdict
from difflib import SequenceMatcher
from math import log2

from ..coreference import persons
from ..language import parse
from ..quotes import find_quotes
from ..themes.instruments import log_likelihood
from .columns import build

KINDS = {"NOUN": "noun", "VERB": "verb", "ADJ": "adjective"}
LONG = 3  # words, of which one tells, that may stand in place of as many
NEAR = 0.6  # share of the words of two sentences that are in both in one order, from which on the others stand in place
AROUND = 4  # words beside them that are the same, on both sides together
LEAST = 2  # words that say who somebody is; occurrences of a word that is counted, in one of the two
KEY = 3.84  # log-likelihood from which on a difference is by chance in less than one of twenty words


def wording(a, b, ours, theirs, pairs, called):
    """The wording table: other words for the same actor, and words that stand in each other's place.

    Parameters
    ----------
    a, b : Article
    ours, theirs : list of Sentence
    pairs : list of Pair
    called : dict of str to str

    Returns
    -------
    pandas.DataFrame

    Examples
    --------
    >>> from helpers.compare import compare
    >>> from helpers.article import from_text
    >>> a = from_text("On Monday the fighters left the old town near the river.")
    >>> b = from_text("On Monday the militants left the old town near the river.")
    >>> compare(a, b)["wording"][["kind", "a_words", "b_words"]].values.tolist()
    [['noun', 'fighters', 'militants']]
    """
    rows = _actors(a, b, called)
    for pair in pairs:
        rows += _replaced(a, b, ours[pair.a], theirs[pair.b])
    return build("wording", rows, a, b)


def _actors(a, b, called):
    """How the writer of each says who somebody is, where each says something that the other does not.

    >>> from helpers.article import from_text
    >>> a = from_text("Anna Berg, a former mayor of Oslo, left on Monday. She was ill.")
    >>> b = from_text("Anna Berg, the richest owner of ships, left on Monday. She was ill.")
    >>> [row["a_words"] for row in _actors(a, b, {})]
    ['a former mayor of Oslo']
    """
    here, there = _introduced(a, {}), _introduced(b, called)
    rows = []
    for name in here.keys() & there.keys():
        places = here[name], there[name]
        words = [article.text[slice(*place)] for article, place in zip((a, b), places, strict=True)]
        stems = [_telling(article, *place) for article, place in zip((a, b), places, strict=True)]
        if stems[0] - stems[1] and stems[1] - stems[0]:
            row = {"a": places[0], "b": places[1], "kind": "actor", "about": name}
            rows.append(row | {f"{side}_words": " ".join(own.split()) for side, own in zip("ab", words, strict=True)})
    return sorted(rows, key=lambda row: row["a"])


def _introduced(article, called):
    """Name -> where the article itself says in two words or more who this is."""
    said = [(q.start, q.end) for q in find_quotes(article).itertuples() if q.kind != "scare"]
    places = {
        name: (own.role_start, own.role_end) for name, own in persons(article).items() if own.role_start is not None
    }
    return {
        called.get(name, name): place
        for name, place in places.items()
        if len(_telling(article, *place)) >= LEAST and not any(a < place[1] and place[0] < b for a, b in said)
    }


def _telling(article, start, end):
    """Dictionary forms of the words that tell."""
    span = parse(article).char_span(start, end, alignment_mode="expand")
    return {token.lemma_.lower().strip(".") for token in span if token.is_alpha and not token.is_stop}


def _replaced(a, b, one, other):
    """Words of one kind that stand in each other's place between words that are the same."""
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    rows, codes = [], matcher.get_opcodes()
    if matcher.ratio() < NEAR:
        return []
    for number, (code, i, to_i, j, to_j) in enumerate(codes):
        beside = codes[max(0, number - 1) : number + 2]
        around = sum(to - start for beside_code, start, to, *_ in beside if beside_code == "equal")
        if code != "replace" or to_i - i > LONG or to_j - j > LONG or around < AROUND:
            continue
        if "".join(one.words[i:to_i]).replace("-", "") == "".join(other.words[j:to_j]).replace("-", ""):
            continue  # "non-members" and "nonmembers"
        here = one.spans[i][0], one.spans[to_i - 1][1]
        there = other.spans[j][0], other.spans[to_j - 1][1]
        (kind, word), (its_kind, its_word) = _kind(a, *here), _kind(b, *there)
        if kind and kind == its_kind and word != its_word:
            words = a.text[slice(*here)], b.text[slice(*there)]
            rows.append({"a": here, "b": there, "kind": kind, "a_words": words[0], "b_words": words[1]})
    return rows


def _kind(article, start, end):
    """(noun, verb or adjective, dictionary form) of the words' head; (None, …) where a name or figure is among them."""
    span = parse(article).char_span(start, end, alignment_mode="expand")
    told = not any(token.like_num or token.pos_ in ("PROPN", "PRON") for token in span)
    return KINDS.get(span.root.pos_) if told else None, span.root.lemma_.lower()


def keyness(a, b):
    """The keyness table: words that one article has more often than the other, most sure first.

    Parameters
    ----------
    a, b : Article

    Returns
    -------
    pandas.DataFrame

    References
    ----------
    Rayson and Garside 2000 (log-likelihood); Hardie 2014 (log ratio; a word that one does not have counts as a half).
    """
    found = [_counted(article) for article in (a, b)]
    sizes = [max(1, sum(1 for token in parse(article) if token.is_alpha)) for article in (a, b)]
    rows = []
    for word in sorted(found[0].keys() | found[1].keys()):
        places = [own.get(word, []) for own in found]
        counts = [len(own) for own in places]
        if max(counts) < LEAST:
            continue
        total = sum(counts)
        expected = [size * total / sum(sizes) for size in sizes]
        likelihood = log_likelihood(counts, expected)
        if likelihood < KEY:
            continue
        ratio = log2((counts[0] or 0.5) / sizes[0] / ((counts[1] or 0.5) / sizes[1]))
        row = {"a": places[0][0] if places[0] else None, "b": places[1][0] if places[1] else None, "word": word}
        row |= {"a_count": counts[0], "b_count": counts[1]}
        rows.append(row | {"log_likelihood": likelihood, "log_ratio": ratio})
    rows.sort(key=lambda row: (-row["log_likelihood"], row["word"]))
    return build("keyness", rows, a, b)


def _counted(article):
    found = defaultdict(list)
    for token in parse(article):
        if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "ADV") and not token.is_stop and token.text[0].isalpha():
            word = token.lower_ if token.pos_ == "PROPN" else token.lemma_.lower()
            found[word].append((token.idx, token.idx + len(token)))
    return found
