"""Concordance: a word in each of its contexts (KWIC, key word in context; Luhn 1960)."""

import re

from .. import tables
from ..article import ArticleError
from ..language import parse

BY = ("word", "lemma", "phrase")


def concordance(article, pattern, *, window=5, by="word"):
    """Every occurrence of a word, with the words before and after it.

    Parameters
    ----------
    article : Article
    pattern : str
        A word, a lemma, or a phrase of several words; `*` stands for any letters. Capitals do
        not matter.
    window : int
        Words of context on each side, 0 … 50; context stays inside the block.
    by : {"word", "lemma", "phrase"}
        Compare written words, dictionary forms, or several words in a row.

    Returns
    -------
    pandas.DataFrame
        The concordance table: `left`, `match`, `right`, `block`; the span is the match.

    Raises
    ------
    ArticleError
        If the pattern, window or `by` cannot be used.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> lines = concordance(from_text("The ship left. Two ships stayed."), "ship", by="lemma", window=1)
    >>> lines[["left", "match", "right"]].values.tolist()
    [['The', 'ship', 'left'], ['Two', 'ships', 'stayed']]
    """
    if by not in BY:
        raise ArticleError(f'concordance: by is "{by}"; give one of "word", "lemma", "phrase".')
    if not isinstance(window, int) or not 0 <= window <= 50:
        raise ArticleError(f"concordance: window is {window}; give a whole number from 0 to 50.")
    wanted = [_matcher(part) for part in str(pattern).split()]
    if not wanted or (len(wanted) > 1 and by != "phrase"):
        raise ArticleError(f'concordance: "{pattern}" is not one word; give a word, or by="phrase" for several.')
    doc = parse(article)
    rows, starts, block = [], article.blocks["start"].tolist(), 0
    ends = article.blocks["end"].tolist()
    for token in doc[: len(doc) - len(wanted) + 1]:
        found = doc[token.i : token.i + len(wanted)]
        forms = [t.lemma_ if by == "lemma" else t.text for t in found]
        if not all(match(form) for match, form in zip(wanted, forms, strict=True)):
            continue
        while block + 1 < len(starts) and starts[block + 1] <= token.idx:
            block += 1
        left = _words(doc, range(found.start - 1, -1, -1), starts[block], ends[block], window)[::-1]
        right = _words(doc, range(found.end, len(doc)), starts[block], ends[block], window)
        rows.append(
            {
                "start": found.start_char,
                "end": found.end_char,
                "left": " ".join(left),
                "match": found.text,
                "right": " ".join(right),
                "block": block,
            }
        )
    return tables.build("concordance", rows, article.text)


def _words(doc, numbers, start, end, window):
    words = []
    for number in numbers:
        token = doc[number]
        if len(words) == window or not start <= token.idx < end:
            break
        if not token.is_punct and not token.is_space:
            words.append(token.text)
    return words


def _matcher(part):
    """A test for one word with wildcards; linear, because between two `*` the first fit is enough."""
    pieces = [re.escape(piece) for piece in part.lower().split("*")]
    if not any(pieces):
        raise ArticleError('concordance: "*" alone matches every word; give some letters with it.')
    if len(pieces) > 6:
        raise ArticleError(f'concordance: "{part}" has more than five "*"; give fewer.')
    expression = re.compile(r"[^\s]*?".join(pieces))
    return lambda form: expression.fullmatch(form[:80].lower()) is not None
