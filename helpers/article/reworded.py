"""The same article with other words: for asking what its results hang on."""

from dataclasses import replace
from hashlib import sha256

from .model import Source


def reworded(article, text, places):
    """An article with another text in the same kinds of blocks, the same facts, and nobody's corrections.

    Parameters
    ----------
    article : Article
    text : str
        Already clean.
    places : list of (int, int)
        Start and end in `text` of each block of the article, or of the first ones.

    Returns
    -------
    Article

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("It rained.\\n\\nWe stayed.")
    >>> reworded(article, "It snowed.", [(0, 10)]).blocks["text"].tolist()
    ['It snowed.']
    """
    blocks = article.blocks.iloc[: len(places)].copy()
    blocks["start"], blocks["end"] = [start for start, _ in places], [end for _, end in places]
    blocks["text"] = [text[start:end] for start, end in places]
    checksum = sha256(text.encode("utf8", "surrogatepass")).hexdigest()
    return replace(
        article,
        text=text,
        blocks=blocks,
        removed=article.removed.iloc[:0],
        left_out=article.left_out.iloc[:0],
        corrections=None,
        _places=(),
        source=Source(None, checksum, None, "given", text),
    )


def uncorrected(article):
    """The article as the program reads it, without anybody's corrections."""
    return replace(article, corrections=None) if article.corrections else article
