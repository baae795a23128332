"""Key phrases against those that readers marked: F1 of the first fifteen."""

import time
from pathlib import Path

from nltk.stem import PorterStemmer

from ..article import ArticleError, from_text
from ..language import parse
from ..themes import key_phrases
from .record import is_recording, note

FIRST = 15
_stemmer = PorterStemmer()


def phrases(folder, errors=0):
    """Score `key_phrases` on a folder of texts with marked phrases, and print the figures.

    Precision, recall and F1 of the first fifteen phrases, compared after stemming each word
    (Porter 1980), averaged over texts.

    Parameters
    ----------
    folder : str or path
        With `docsutf8/*.txt` and `keys/*.key`, one phrase a line.
    errors : int
        How many texts to print with what was found, and which of it readers marked.

    Returns
    -------
    int
        Exit code.

    Raises
    ------
    ArticleError
        If the folder has no such files.
    """
    figures, spent = [], [0.0, 0.0]
    for name, article, gold in read_folder(folder):
        begin = time.perf_counter()
        parse(article)
        middle = time.perf_counter()
        found = key_phrases(article)["phrase"].tolist()
        spent[0] += middle - begin
        spent[1] += time.perf_counter() - middle
        figures.append(score(found, gold))
        if len(figures) <= errors:
            print(
                f"{name}: {', '.join(phrase if stemmed(phrase) in gold else f'[{phrase}]' for phrase in found[:FIRST])}"
            )
    means = [sum(values) / len(figures) for values in zip(*figures, strict=True)]
    print(f"{len(figures):,} texts  precision@15 {means[0]:.3f}  recall@15 {means[1]:.3f}  F1@15 {means[2]:.3f}")
    print(f"time beyond the parse: {spent[1] / spent[0]:.0%} of it")
    if is_recording():  # the weights have seen these texts: what is kept is what they give on texts held out
        from ..learn.phrases import cross_validated

        n, *values = cross_validated(folder)
        for name, value in zip(("precision", "recall", "F1"), values, strict=True):
            note("key_phrases", Path(folder).name, f"{name} of the first 15", value, n)
    return 0


def read_folder(folder):
    """Yield name, article and the stemmed phrases that readers marked."""
    paths = sorted((Path(folder) / "docsutf8").glob("*.txt"))
    if not paths:
        raise ArticleError(f"{folder}: holds no docsutf8/*.txt; name a folder with docsutf8 and keys.")
    for path in paths:
        keys = (path.parents[1] / "keys" / f"{path.stem}.key").read_text("utf8", errors="replace").splitlines()
        article = from_text(path.read_text("utf8", errors="replace"), language="any")
        yield path.stem, article, {stemmed(key) for key in keys if key.strip()}


def stemmed(phrase):
    """A phrase with each word cut to its stem.

    >>> stemmed("Trade Talks")
    'trade talk'
    """
    return " ".join(_stemmer.stem(word) for word in phrase.lower().split())


def score(found, gold):
    """Precision, recall and F1 of the first fifteen different phrases.

    >>> score(["Talks", "talk"], {"talk", "ship"})
    (1.0, 0.5, 0.6666666666666666)
    """
    first = list(dict.fromkeys(stemmed(phrase) for phrase in found))[:FIRST]
    hits = sum(phrase in gold for phrase in first)
    if not hits:
        return 0.0, 0.0, 0.0
    precision, recall = hits / len(first), hits / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)
