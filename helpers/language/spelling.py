"""One spelling for words that British and American English write differently, for quotation marks, and for stems."""

from functools import lru_cache

from .partial_import import alone
from .vectors import vectors

STRAIGHT = str.maketrans("“”‘’", "\"\"''")  # for str.translate
SHORTEST = 6  # letters of a word that an ending may tell: not "four" or "acre"
# Ending, American ending, example. A word changes only if the outcome is a frequent English word: not "promise".
ENDINGS = (
    ("our", "or", "favour"),
    ("ours", "ors", "neighbours"),
    ("oured", "ored", "favoured"),
    ("ouring", "oring", "neighbouring"),
    ("ourable", "orable", "honourable"),
    ("ise", "ize", "organise"),
    ("ised", "ized", "organised"),
    ("ising", "izing", "organising"),
    ("isation", "ization", "organisation"),
    ("yse", "yze", "analyse"),
    ("tre", "ter", "centre"),
    ("tres", "ters", "theatres"),
    ("ence", "ense", "defence"),
)
WORDS = dict(
    pair.split()
    for pair in (
        "towards toward, afterwards afterward, programme program, programmes programs, grey gray, sceptic skeptic, "
        "sceptical skeptical, scepticism skepticism, judgement judgment, ageing aging, whilst while, amongst among, "
        "cheque check, fulfil fulfill, enrol enroll, instalment installment, skilful skillful, manoeuvre maneuver, "
        "plough plow, tyre tire, learnt learned, burnt burned, mould mold, moustache mustache, fibre fiber, "
        "calibre caliber, aluminium aluminum, catalogue catalog"
    ).split(", ")
)


_porter = alone("nltk.stem.porter").PorterStemmer()


@lru_cache(100_000)  # of a corpus of any size
def porter_stem(word):
    """The stem of a word, in lower case (Porter 1980, as NLTK has it).

    >>> porter_stem("harbours"), porter_stem("Harbour")
    ('harbour', 'harbour')
    """
    return _porter.stem(word)


@lru_cache(100_000)
def american(word):
    """The American spelling of a word in lower case; the word itself if there is no other.

    Examples
    --------
    >>> [american(word) for word in ("favour", "centre", "organise", "towards")]
    ['favor', 'center', 'organize', 'toward']
    >>> [american(word) for word in ("four", "promise", "sentence", "contour")]
    ['four', 'promise', 'sentence', 'contour']
    """
    if word in WORDS:
        return WORDS[word]
    if len(word) < SHORTEST:
        return word
    for ending, other, _ in ENDINGS:
        if word.endswith(ending):
            found = word.removesuffix(ending) + other
            if found in vectors().rows:
                return found
    return word
