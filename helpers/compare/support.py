"""Whether an article tells what a sentence of the other tells, though none of its sentences tells the same."""

import re
from math import exp, log

from ..article.boilerplate import boilerplate
from ..findings.in_short import NO_LEAD, ONLY_SPOKEN, scored
from ..language import parse
from .absent import within
from .sentences import WHEN, WHO, Nearness

# How likely a sentence without a partner is told all the same: a logistic regression on eleven pairs whose sentences
# two readers aligned, on the share of its words that the other article has anywhere, and on how much speaks for the
# sentence there that is nearest (`passages.scores`). Of 302 sentences 162 stand alone, of which the readers had found
# none with a partner and four with one that they doubted; at .11 it was 184, one and eight.
EVERY, NEAREST, BASE, LEAST = 3.1, 0.48, -1.5, 1e-4
UNLIKELY = 0.09  # up to which a sentence stands alone
MOVED = 0.6  # share of a sentence that another version tells, from which on it is not removed but told elsewhere
# Names, figures or rare words that the other has in no form, which a sentence needs to stand alone: of the 160 it left
# 108, none with a partner and two with one that was doubted.
NOWHERE = 2
TELLING = 4  # words that tell which a sentence needs, for more than the words to be missing in the other
# How a note of the desk begins, at the end of a text: credits, corrections, what was added since.
NOTE = re.compile(
    r"(?:corrections?|clarification|update|editor['’]s note|contributing)\b\s*(?::|appended)|(?:this|the|an|one) "
    r"(?:[a-z]+ ){0,3}(?:article|story|post|piece|version)\b.{0,160}?\b(?:updated|corrected|misstated|misspelled"
    r"|misidentified|incorrectly|erroneously)\b|[\w.’ ]{2,40} (?:reported from|contributed to)\b",
    re.I,
)
NOTES = (
    "Contributing: Ann Lee",
    "Lee reported from Oslo.",
    "This post has been updated with the mayor's reply.",
    "An earlier version of this story incorrectly named the port.",
)
LAST = 2 / 3  # of a text, after which such a note may stand
HEADING = 14  # words up to which the first blocks are headings
SHORTEST, LONGEST = 8, 60  # words of a sentence that is shown
POINTING = frozenset("this that these those".split())
SPANS = frozenset("day week month year decade time season morning evening night summer spring fall winter".split())
# What opens a sentence that needs the one before it, or that is somebody's talk without marks.
TALK = re.compile(
    r"(?:[AQ]:|Number [a-z]+,|(?:Except|After all|So|Yet|Or|Nor)\b)|(?:(?!'')[^“”\"])*\b(?:I|me|my|you|your)\b"
)


def support(one, told, near):
    """Share of what a sentence tells that the other article tells anywhere, 0 … 1.

    Parameters
    ----------
    one : Sentence
    told : set of str
        The stems of the other article.
    near : Nearness
        To the words of the other article.

    Returns
    -------
    float
        By how rare the words are in English, however often the two articles have them.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.compare.sentences import both
    >>> a, b = both(from_text("The old ferry sank."), from_text("A ferry came. It was old. It sank."))
    >>> support(a[0], *told_by(b))
    1.0
    """
    found = sum(weight * _near(one, stem, told, near) for stem, weight in one.rare)
    return found / (sum(weight for _, weight in one.rare) or 1.0)


def told_by(sentences):
    """The stems of an article's sentences, and which words are alike to theirs."""
    stems = {stem for one in sentences for stem in one.stems}
    return stems, Nearness(word for one in sentences for word in one.forms.values())


def _near(one, stem, told, near):
    if stem in told:
        return 1.0
    return 0.0 if stem.startswith((WHO, WHEN)) else max(near.alike(one.forms[stem]).values(), default=0.0)


def alone(article, sentences, others, told, nearest, lacking, *, versions=False):
    """The sentences of an article that the other one is not likely to tell.

    Captions, headings, credits, notes of the desk and very short sentences are never among them: they differ without
    telling another thing.

    Parameters
    ----------
    article : Article
    sentences, others : list of Sentence
        The article's, and the other one's.
    told : set of int
        The numbers of those that have a partner.
    nearest : dict of int to float
        Number of a sentence -> how much speaks for the sentence of the other that is nearest, 0 … 1.
    lacking : list of Missing
        From `absent.missing`: what the article has and the other has in no form, of which such a sentence needs some.
    versions : bool, optional
        Whether the two are versions of one text: what has no partner is then told in it alone unless it was moved.

    Returns
    -------
    set of int

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.compare.absent import Elsewhere, missing
    >>> from helpers.compare.sentences import both
    >>> a = from_text("The old ferry sank off Oslo. The owner had promised a new ship two years ago.")
    >>> b = from_text("A ferry sank. It was old. Oslo lies near.")
    >>> ours, theirs = both(a, b)
    >>> alone(a, ours, theirs, set(), {0: 0.1, 1: 0.0}, missing(a, Elsewhere(b)))
    {1}
    """
    story, found, elsewhere = told_in_story(article), set(), told_by(others)
    for number, one in enumerate(sentences):
        text = article.text[one.start : one.end].strip()
        if number in told or one.start not in story or boilerplate(text, at_end=True):
            continue
        every = support(one, *elsewhere)
        chance = 1 / (1 + exp(-(BASE + EVERY * every + NEAREST * log(nearest.get(number, 0.0) + LEAST))))
        rare = {its.text for its in within((one.start, one.end), lacking)}
        if every < MOVED if versions else len(rare) >= NOWHERE and len(one.stems) >= TELLING and chance <= UNLIKELY:
            found.add(number)
    return found


def told_in_story(article):
    """Where the sentences of the story begin: no headings and lines below them, no notes of the desk.

    >>> from helpers.article import from_text
    >>> told = "The ferry sank off Oslo on Monday night, and its owner left the town with all of his papers."
    >>> text = f"Old ferry sank\\n\\nOwner left Oslo.\\n\\n{told}\\n\\nHe is 70.\\n\\n" + NOTES[2]
    >>> [text[start:][:6] for start in sorted(told_in_story(from_text(text)))]
    ['The fe', 'He is ']
    """
    blocks = [(int(start), article.text[start:end]) for start, end in article.blocks[["start", "end"]].to_numpy()]
    first = next((start for start, text in blocks if len(text.split()) > HEADING), 0)
    notes = (own.start for own, _ in scored(article) if own.start > LAST * len(article.text) and NOTE.match(own.text))
    last = next(notes, len(article.text))
    return {own.start for own, _ in scored(article) if first <= own.start < last}


def readable_in(article, leaning=False):
    """Place -> how much it tells, of the sentences of the story that can be read alone; or of those that lean, too."""
    story, doc, found = told_in_story(article), parse(article), {}
    for own, chance in scored(article):
        text = own.text.strip()
        if own.start not in story:
            continue
        leans = own.leans or own.spoken > ONLY_SPOKEN
        if TALK.match(text) or NO_LEAD.match(text) or (leans and not leaning):
            continue
        if SHORTEST <= len(text.split()) <= LONGEST and is_whole(text) and text[-1] in ".”’\"'" and "?" not in text:
            if not _points(doc.char_span(own.start, own.end, alignment_mode="expand")):
                found[own.start, own.end] = chance
    return found


def _points(span):
    """Whether a sentence has a word with “that” or “such”, which stands before it: “that suggestion”, no “this week”.

    >>> from helpers.article import from_text
    >>> [_points(parse(from_text(text))[:]) for text in ("Berg rejected that idea.", "Berg left the town this week.")]
    [True, False]
    """
    return any(
        token.dep_ == "det" and token.lower_ in POINTING and token.head.lemma_.lower() not in SPANS for token in span
    )


def is_whole(text):
    """Whether every quotation, and every bracket, that begins in a passage ends in it.

    >>> is_whole("“We left,” he said. “It was late."), is_whole("“We left,” he said. It was late.")
    (False, True)
    """
    if text.count("(") != text.count(")") or text.count("[") != text.count("]"):
        return False
    return text.count("“") == text.count("”") and not text.count('"') % 2 and not text.count("''") % 2


def sentence_at(sentences, start):
    """The place of the sentence that a character stands in, or None."""
    return next(((one.start, one.end) for one in sentences if one.start <= start < one.end), None)
