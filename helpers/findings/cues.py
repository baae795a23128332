"""Whether a sentence has the cue of a kind: of all kinds, those that tell most first."""

import re

from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from .common_cues import COMMON
from .rare_cues import RARE

CUES = RARE | COMMON
_CUES = {kind: re.compile(cue.pattern, re.IGNORECASE) for kind, cue in CUES.items()}
_SPEECH = re.compile(r"[“\"]{1,2}[^”\"]{1,2000}[”\"]{1,2}")


def has_cue(kind, text):
    """Whether a sentence has the cue of a kind of `CUES`, outside what it has in quotation marks.

    >>> [kind for kind, cue in CUES.items() if not has_cue(kind, cue.right) or has_cue(kind, cue.wrong)]
    []
    """
    return bool(_CUES[kind].search(_SPEECH.sub("“”", text)))


def tells(article, kind, start, end):
    """Whether a sentence has the cue of a kind, as the verb of its main clause where it has to be that."""
    if not has_cue(kind, article.text[start:end]):
        return False
    return not CUES[kind].main or any(
        _is_main(parse(article).char_span(*match.span(), alignment_mode="expand"), start)
        for match in _CUES[kind].finditer(article.text, start, end)
    )


def _is_main(span, start):
    """Whether words are the verb of the main clause from `start` on, or one joined to it, neither bare nor negated."""
    verb = span.root if span is not None else None
    if verb is not None and verb.sent.start_char > start:
        return False  # the label is about what is said first
    if verb is not None and verb.dep_ in ("aux", "auxpass"):
        verb = verb.head  # "will open"
    elif verb is None or verb.pos_ != "VERB" or (verb.tag_ in ("VB", "VBG") and span[0].tag_ != "MD"):
        return False
    if any(child.dep_ == "neg" for child in verb.children):
        return False  # "Holm has not voted for the bridge in decades" decides nothing
    if verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "ROOT" and any(child.dep_ in NOUN_SUBJECTS and not _is_nobody(child) for child in verb.children)


def _is_nobody(subject):
    """“Nobody will argue that” plans nothing."""
    return subject.lower_ in ("nobody", "nothing", "none") or any(word.lower_ == "no" for word in subject.lefts)
