"""Whether a sentence may be quoted alone: whole, of the story, and leaning on nothing."""

import re

from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from .leaning import leans
from .salience import marks_paired

LEAST, LONGEST = 6, 38  # words of a sentence that is told
SPOKEN = 0.5  # share of a sentence in direct speech, from which on it is not the article that tells it
# What stands around a story and is none.
AROUND = re.compile(
    r"\badvertisement\b|copyright|all rights reserved|photo (?:by|courtesy)|\bread more\b|\bclick\b|\bsubscribe"
    r"|https?:"
    r"|\bwww\.|@\w+\.|\bphotos?:|…$|\.\.\.$|\| |_ _|~",
    re.IGNORECASE,
)
# A capital where none can be, or a colon: headings and lists that the splitter took for the sentence.
RUN_ON = re.compile(
    r"(?<![.:“\"‘'(—–-]) (?:On|In|At|By|For|It|He|She|We|They|This|These|If|When|While|After|But|And)\b|:$"
    r"|: [A-Z]\w+ \w+"
    r"(?: \w+)?$"
)
# A full stop that is not the end, an opening that answers what stands before, "did so".
UNFINISHED = re.compile(
    r"\b[A-Z]{1,3}\.$|^(?:Possibly|Perhaps|Maybe|Probably|Partly|Mainly|Just|Simply) because\b|^(?:Yes|No|Well|Oh"
    r"|Because|Note|Sure|Perhaps not|Like|Even so|Plus|Likewise|Similarly|Moreover|Furthermore|Besides|Therefore|Thus"
    r"|Hence|Either way|There|Elsewhere|Later|Afterwards?)\b|\b(?:do|does|did|done|doing) so\b|(?:^| )[“\"]{1,2} "
    r"|\. \."
)
OPENING = re.compile(
    r"(?:But either way|So far|But|And|Yet|However|Meanwhile|Still|So|Also|Instead(?! of)|Indeed|Then"
    r"|By contrast|In contrast"
    r"|In fact|Of course|Finally|Nevertheless|Nonetheless),? "
)
_TWO = re.compile(r"[.!?][”\"]* [A-Z“\"](?!\.)")
_SHORT = re.compile(r"\b(?:[A-Z][a-z]{0,4}|[A-Z]|a\.m|p\.m)\.")


def without_opening(article, start, end):
    """Where a sentence begins without the "but" or "by contrast" before it."""
    opening = OPENING.match(article.text[start:end])
    return start + (opening.end() if opening else 0)


def stands_alone(article, sentence):
    """Start and end of a sentence, without the "but" before it, that can be read without those around it; or None.

    Parameters
    ----------
    article : Article
    sentence : salience.Sentence
    """
    start = without_opening(article, sentence.start, sentence.end)
    text = article.text[start : sentence.end].rstrip()
    if not _is_whole(text) or sentence.spoken > SPOKEN or UNFINISHED.search(text):
        return None
    span = parse(article).char_span(start, start + len(text), alignment_mode="expand")
    if span is None or leans(article, span) or not any(_is_clause(token) for token in span):
        return None
    return start, start + len(text)


def _is_whole(text):
    """Whether words are one sentence of the story, from a capital to a full stop.

    >>> _is_whole("The old quay of Holm fell."), _is_whole("The old quay of Holm fell. It rained there.")
    (True, False)
    """
    if not LEAST <= len(text.split()) <= LONGEST or "\n" in text or AROUND.search(text) or RUN_ON.search(text):
        return False
    if text[-1] not in '.”"' or not (text[0].isalnum() or text[0] in '“"$£€') or not marks_paired(text):
        return False
    return not _TWO.search(_SHORT.sub("", text))


def _is_clause(token):
    """Whether a word is the verb of a main clause that has a subject and no "because"."""
    children = [child.dep_ for child in token.children]
    return token.dep_ == "ROOT" and token.pos_ in ("VERB", "AUX") and bool({*NOUN_SUBJECTS, "expl"} & {*children})
