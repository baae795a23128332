"""Whether an article tells what a sentence of the other tells: in the few of its sentences that tell it best."""

import re

from ..article.boilerplate import boilerplate
from ..findings.in_short import scored
from ..language import parse
from .sentences import WHEN, WHO

FEW = 3  # sentences that may tell together what one of the other article does
# Shares of a sentence's weight that the few and all sentences of the other article tell, up to which it stands alone,
# and those where a name or figure in it is not in the other article at all. Set by reading eleven pairs.
FEW_TELL, ALL_TELL = 0.4, 0.45
FEW_TELL_NEW, ALL_TELL_NEW = 0.5, 0.5
KERNEL_TELLS = 0.5  # share of what the main clause tells that the other may tell too
NEW = 2  # words of the main clause that the other has not
NEARLY = 0.5  # from which on another word stands for one
MOVED = 0.6  # share of a sentence that another version tells, from which on it is not removed but told elsewhere
TELLING = 4  # words that tell which a sentence needs, for more than the words to be missing in the other
BESIDE = ("advcl", "relcl", "acl", "appos", "parataxis")  # what hangs on a main clause and is not of it
# How a note of the desk begins, at the end of a text: credits, corrections, what was added since.
NOTE = re.compile(
    r"(?:corrections?|clarification|update|editor['’]s note|contributing)\b\s*(?::|appended)|(?:this|the|an|one) "
    r"(?:[a-z]+ ){0,3}(?:article|story|post|piece|version)\b[^.]{0,120}?\b(?:updated|corrected|misstated|misspelled"
    r"|misidentified|incorrectly|erroneously)\b",
    re.I,
)
NOTES = (
    "Contributing: Ann Lee",
    "This post has been updated with the mayor's reply.",
    "An earlier version of this story incorrectly named the port.",
)
LAST = 2 / 3  # of a text, after which such a note may stand
HEADING = 14  # words up to which the first blocks are headings


def support(one, others, near, stems=None):
    """How much of what a sentence tells the sentences of the other article tell.

    Parameters
    ----------
    one : Sentence
    others : list of Sentence
        The other article's.
    near : callable
        From `sentences.nearness`.
    stems : set of str, optional
        Those of the sentence that are looked at; all, if it is not given.

    Returns
    -------
    (float, float)
        Shares of its weight, 0 … 1: in the best `FEW` sentences together, and in all.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.compare.sentences import both, nearness
    >>> a, b = both(from_text("The old ferry sank."), from_text("A ferry came. It was old. It sank."))
    >>> support(a[0], b, nearness())
    (1.0, 1.0)
    """
    stems = one.stems if stems is None else stems
    told = dict.fromkeys(stems, 0.0)
    shares = [{stem: _near(one, stem, other, near) for stem in told} for other in others]
    every = {stem: max((share[stem] for share in shares), default=0.0) for stem in told}
    for _ in range(min(FEW, len(shares))):
        best = max(shares, key=lambda share: sum(one.stems[stem] * max(0.0, share[stem] - told[stem]) for stem in told))
        told = {stem: max(value, best[stem]) for stem, value in told.items()}
    total = sum(one.stems[stem] for stem in stems) or 1.0
    return tuple(sum(one.stems[stem] * own[stem] for stem in own) / total for own in (told, every))


def _near(one, stem, other, near):
    if stem in other.stems:
        return 1.0
    if stem.startswith((WHO, WHEN)):
        return 0.0
    return max((near(one.forms[stem], word) for word in other.forms.values()), default=0.0)


def alone(article, sentences, others, told, near, *, versions=False):
    """The sentences of an article of whose telling words the other article has few.

    Captions, headings, credits, notes of the desk and very short sentences are never among them: they differ without
    telling another thing.

    Parameters
    ----------
    article : Article
    sentences, others : list of Sentence
        The article's, and the other one's.
    told : set of int
        The numbers of those that have a partner.
    near : callable
        From `sentences.nearness`.
    versions : bool, optional
        Whether the two are versions of one text: what has no partner is then told in it alone unless it was moved.

    Returns
    -------
    set of int

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.compare.sentences import both, nearness
    >>> a = from_text("The old ferry sank off Oslo. The owner had promised a new ship two years ago.")
    >>> b = from_text("A ferry sank. It was old. Oslo lies near.")
    >>> ours, theirs = both(a, b)
    >>> alone(a, ours, theirs, set(), nearness())
    {1}
    """
    story, doc = told_in_story(article), parse(article)
    words = {word for other in others for word in other.words}
    found = set()
    for number, one in enumerate(sentences):
        text = article.text[one.start : one.end].strip()
        if number in told or one.start not in story or boilerplate(text, at_end=True):
            continue
        if len(one.stems) < TELLING and not versions:
            continue
        few, every = support(one, others, near)
        if versions:
            found |= {number} if few < MOVED else set()
            continue
        is_new = any(_is_new(one, stem, words) for stem in one.stems)
        if few > (FEW_TELL_NEW if is_new else FEW_TELL) or every > (ALL_TELL_NEW if is_new else ALL_TELL):
            continue
        main = kernel(doc, one)
        new = sum(max(_near(one, stem, other, near) for other in others) < NEARLY for stem in main)
        if new >= NEW and support(one, others, near, main)[1] <= KERNEL_TELLS:
            found.add(number)
    return found


def told_in_story(article):
    """Where the sentences of the story begin: no headings and lines below them, no notes of the desk.

    >>> from helpers.article import from_text
    >>> told = "The ferry sank off Oslo on Monday night, and its owner left the town with all of his papers."
    >>> text = f"Old ferry sank\\n\\nOwner left Oslo.\\n\\n{told}\\n\\nHe is 70.\\n\\n" + NOTES[1]
    >>> [text[start:][:6] for start in sorted(told_in_story(from_text(text)))]
    ['The fe', 'He is ']
    """
    blocks = [(int(start), article.text[start:end]) for start, end in article.blocks[["start", "end"]].to_numpy()]
    first = next((start for start, text in blocks if len(text.split()) > HEADING), 0)
    notes = (own.start for own, _ in scored(article) if own.start > LAST * len(article.text) and NOTE.match(own.text))
    last = next(notes, len(article.text))
    return {own.start for own, _ in scored(article) if first <= own.start < last}


def _is_new(one, stem, words):
    """Whether a name or a figure is nowhere in the words of the other article."""
    if stem.startswith(WHO):
        return not words & set(stem.removeprefix(WHO).lower().split())
    return one.forms[stem] not in words and any(sign.isdigit() for sign in one.forms[stem])


def kernel(doc, sentence):
    """What the main clause of a sentence tells, without clauses that hang on it and say when, why or who.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    sentence : Sentence

    Returns
    -------
    set of str
        Stems of the sentence.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.language import parse
    >>> from helpers.compare.sentences import both
    >>> article = from_text("The owner sold the ferry after the storm had broken its mast.")
    >>> (one,), _ = both(article, from_text("It rained."))
    >>> sorted(kernel(parse(article), one))
    ['ferri', 'owner', 'sell']
    """
    span = doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    beside = set()
    for token in span:
        if token.dep_ in BESIDE and token != span.root:
            beside |= {own.idx for own in token.subtree}
    placed = zip(sentence.spans, sentence.stem_of, strict=True)
    return {stem for (start, _), stem in placed if stem in sentence.stems and start not in beside}
