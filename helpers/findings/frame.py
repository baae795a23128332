"""What an article says of itself, and who wrote it."""

import re

from ..article.sections import prose_only
from ..language import sentences
from .finding import Finding, in_marks
from .salience import marks_paired

WHOLE = 45  # words of a note
LAST = 4  # sentences at the end, among which stands who the writer is
# The end of a sentence or a line, and no "Nov. 19" nor "John M. Holm".
_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|No))(?<!\b(?:Mrs|Jan|Feb|Mar|Apr|Aug|Sep|Oct|Nov|Dec))[.!?][”\"]?(?:\s+(?=[A-Z“\"])|$)|\n"
)
NOTES = re.compile(
    r"\b(?:views?(?: and|,)? (?:opinions? )?(?:expressed|presented)|opinions?"
    r" expressed)\b[^.\n]{0,120}\b(?:not|own|author|alone)\b"
    r"|\b(?:[Tt]his (?:story|article|post|report|piece)|[Aa]n? (?:earlier|previous) version of (?:this|the) (?:story"
    r"|article|post|report|headline))\b(?: [\w’',]+){0,4} (?:(?:was|been) (?:corrected|edited"
    r"|amended|first published"
    r"|originally published|translated|adapted|produced|republished|reprinted)|misstated|incorrectly|misidentified)\b"
    r"|^(?:CORRECTION|Correction|CLARIFICATION|Clarification)\b ?:"
    r"|^Editor[’']s [Nn]ote ?:[^\n]{0,300}\b(?:story|article|post|report|version|headline|column|interview|piece"
    r"|published)\b"
)
_WRITER = re.compile(
    r"^(?:[A-Z][\w.’'-]+ ){2,4}(?:is|was) (?:an? |the |co-)(?:[\w’'-]+ ){0,6}(?:co-host|host|fellow"
    r"|professor|writer|reporter"
    r"|correspondent|columnist|author|editor|contributor|blogger|analyst|lecturer|director|scholar|journalist|researcher"
    r"|producer)\b"
)


def note(article, tables):
    """“It says of itself: “This story has been corrected: the council met on Monday”.”"""
    found = []
    for block in article.blocks.itertuples(index=False):
        for match in NOTES.finditer(block.text):
            start = max((stop.end() for stop in _STOP.finditer(block.text, 0, match.start())), default=0)
            stop = _STOP.search(block.text, match.end())
            words = block.text[start : stop.start() if stop else None].strip("()[]* ")
            place = int(block.start) + block.text.index(words, start)
            if words and len(words.split()) <= WHOLE and marks_paired(words) and not _WRITER.search(words):
                found.append((place, place + len(words)))
    if not found:
        return []
    a, b = found[0]
    return [Finding(f"note {a}", f"It says of itself: {in_marks(article.text[a:b])}.", "findings.frame", a, b)]


def writer(article, tables):
    """“Of its writer it says: “Anna Berg is a fellow of the Holm institute”.”"""
    story = prose_only(article, sentences(article)).tail(LAST)
    for row in story.itertuples(index=False):
        text = row.text.strip()
        name = " ".join(text.split()[:2])
        alone = article.text.count(name) == 1 or (article.author or "-") in text
        if _WRITER.search(text) and alone and len(text.split()) <= WHOLE and marks_paired(text):
            place = int(row.start), int(row.start) + len(text)
            return [Finding("writer", f"Of its writer it says: {in_marks(text)}.", "findings.frame", *place)]
    return []
