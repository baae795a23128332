"""Key phrases against those that readers marked: F1 of the first fifteen."""

import time
from pathlib import Path

from ..gold.phrases import read_folder, stemmed
from ..language import parse
from ..themes import key_phrases
from .scores import Scores, figure, pace, scores

FIRST = 15
MEASURES = ("precision", "recall", "F1")


def phrases(folder: str | Path) -> Scores:
    """Score `key_phrases` on a folder of texts with marked phrases.

    Precision, recall and F1 of the first fifteen phrases, compared after stemming each word (Porter 1980), averaged
    over texts. On the texts that the weights were learned from they flatter, so no record keeps them: `learn phrases`
    measures on texts held out. Errors: phrases found that readers did not mark, a text at a time.

    Parameters
    ----------
    folder : str or path
        As `gold.phrases.read_folder` reads it.

    Raises
    ------
    ArticleError
        If the folder has no such files.
    """
    rows, errors, parsing, beyond, words = [], [], 0.0, 0.0, 0
    for name, article, gold in read_folder(folder):
        begin = time.perf_counter()
        parse(article)
        middle = time.perf_counter()
        found = key_phrases(article)["phrase"].tolist()
        parsing, beyond = parsing + middle - begin, beyond + time.perf_counter() - middle
        words += len(article.text.split())
        rows.append(score(found, gold))
        errors.append(("false", name, ", ".join(phrase for phrase in found[:FIRST] if stemmed(phrase) not in gold)))
    corpus = Path(folder).name
    figures = [*means(corpus, rows, kept=False), pace("key_phrases", corpus, parsing, beyond, words)]
    return scores(figures, errors)


def means(corpus, rows, kept=True) -> list[dict]:
    """The means of precision, recall and F1 over texts, as figures."""
    columns = zip(MEASURES, zip(*rows, strict=True), strict=True)
    return [
        figure("key_phrases", corpus, f"{name} of the first {FIRST}", sum(values) / len(rows), len(rows), kept=kept)
        for name, values in columns
    ]


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
