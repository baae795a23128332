"""Is this an article at all, and in English? Asked by `load`, never by `from_text`."""

import re

from .model import ABOUT
from .tongue import language_of

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENDS = re.compile(r"""[.!?…。！？؟।]["”’'»)\]]*$""")
LANGUAGE_SAMPLE = 20_000  # characters looked at for the language

# Words that only hold English sentences together; a text without them is not English prose.
FUNCTION_WORDS = frozenset(
    (
        "the of and to in a is that for it was on with as his he be by at have are this not but had from "
        "or they she which you one we all were her would there their will when who him been has more if "
        "no out so"
    ).split()
)
LEAST_FUNCTION_WORDS = 0.12  # of English news it is 0.3 to 0.5; of link lists and code under 0.05


def problem(text, blocks, language):
    """(problem, way out) if a text is no article of the language asked for, else None.

    Parameters
    ----------
    text : str
        Clean text.
    blocks : list of (start, end, kind)
    language : str
        "en", or "any" to take every language.

    Examples
    --------
    >>> problem("", [], "en")[0]
    'has no text in it'
    """
    if not text.strip():
        return "has no text in it", "check that it is the right file"
    prose = _prose(text, blocks)
    words = _WORD.findall(prose)
    letters = sum(map(str.isalpha, prose))
    if not words or letters < 0.6 * len(prose.replace(" ", "")):
        return (
            "has no prose in it (it looks like a table, code or a list)",
            "give a file with the article's sentences",
        )
    if language == "any":
        return None
    share = sum(word.lower() in FUNCTION_WORDS for word in words) / len(words)
    if share >= max(LEAST_FUNCTION_WORDS, 0.25):
        return None
    sample = prose[:LANGUAGE_SAMPLE]
    guess = language_of(sample if not sample.isupper() else sample.lower())
    if share >= LEAST_FUNCTION_WORDS and guess == "en":
        return None
    if guess == "en":
        return (
            "has no prose in it (it looks like a table, code or a list)",
            "give a file with the article's sentences",
        )
    return (
        f'does not seem to be in English (it looks like language code "{guess}")',
        'the helpers read English only; pass language="any" to load it all the same',
    )


def _prose(text, blocks):
    """The blocks that look like sentences: enough words, a sentence's end, mostly letters."""
    parts = []
    for start, end, kind in blocks:
        block = text[start:end]
        if kind in ("title", "heading", *ABOUT) or not any(map(str.isalpha, block)):
            continue
        # Scripts without spaces have few "words"; their length counts.
        long_enough = block.count(" ") >= 3 or (len(block) >= 12 and not block.isascii())
        letters = sum(map(str.isalpha, block))
        if (
            long_enough
            and letters >= 0.6 * len(block.replace(" ", ""))
            and (_ENDS.search(block[-8:]) or block.count(" ") >= 20)
        ):
            parts.append(block)
    return " ".join(parts)
