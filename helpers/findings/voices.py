"""Who is heard, and who is not: said only where the article's own words make it sure."""

import re

from ..article.sections import prose_only
from ..language import parse, sentences
from ..language.grammar import NOUN_SUBJECTS
from ..wording import join
from .finding import Finding, in_marks
from .in_short import in_short
from .leaning import leans
from .salience import marks_paired
from .standing import are_known
from .who import LEANING, descriptions

LONGEST = 45  # words of a sentence that is quoted
INTRODUCED = 14  # words at most that say who somebody is
LEADING = frozenset(
    "his her their its and or with as of fellow in at on from to by for".split()
)  # "his colleague", "of Holm": not who somebody is
ABBREVIATION = re.compile(r"\b(?:Sen|Rep|Gov|Lt|Col|Gen|Dr|Mr|Mrs|Sir|Dame|Lord|Lady)\.?$|^(?:[DR]|[A-Z]\.)-")
# What goes on behind the comma: "ships, boats and ferries", "Holm, Lund Cos."
GOES_ON = re.compile(r", (?:(?!an? |the )[\w’'-]+(?: [\w’'-]+)?,? and \w|[A-Z])")
CLAUSE = re.compile(r"\b(?:who|whose|which|that)\b")  # cut off at a comma as often as not
WHICH = re.compile(r"\b(?:of|at|for|in|with|from) the [a-z][a-z’' -]*$")  # "president of the association": of which?
SURE = 0.8  # calibrated confidence of an attribution, from which on it is stated
# Words that say that a name is kept back.
WITHHELD = re.compile(
    r"\b(?:on (?:the )?condition of anonymity|(?:spoke|speak|speaking) anonymously|anonymous (?:source|official|aide)s?"
    r"|(?:asked|declined|refused|wanted) (?:not )?to be (?:named|identified)|(?:was|were)(?: not|n[’']t)"
    r" authori[sz]ed to (?:speak|discuss|comment|talk)|whose names? (?:is|are|was|were) (?:not|being)"
    r" (?:given|withheld|disclosed))\b",
    re.IGNORECASE,
)
NO_ANSWER = re.compile(
    r"\b(?:(?:declined|refused) (?:to (?:comment|be (?:named|identified)|discuss|answer|say|speak"
    r"|elaborate"
    r"|respond)|comment\b|repeated requests)"
    r"|(?:did not|didn[’']t|has not|have not|had not) (?:immediately |yet )?"
    r"(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)? (?:\w+ ){0,3}(?:calls?|messages?|emails?|requests?))"
    r"|could not (?:immediately )?be reached)\b",
    re.IGNORECASE,
)


TAKEN_BACK = re.compile(r",? (?:but|though|although|saying|instead)\b")


def introduction(article, quotes, name):
    """The words by which an article says who somebody is: at the name, or in the source of an attribution; or None."""
    place = descriptions(article)[0].get(name)
    if place:
        return article.text[slice(*place)] if _is_whole(article, *place) else None
    for source in quotes.loc[quotes["speaker"] == name, "source"].dropna():
        before, whole, behind = source.partition(name)
        for words in (behind.strip(" ,"), before.strip(" ,")):
            if (
                whole
                and 2 <= len(words.split()) <= INTRODUCED
                and not LEANING.search(words)
                and "(" not in words
                and is_introduction(words)
            ):
                return words
    return None


def _is_whole(article, start, end):
    """Whether an introduction is all of one: not "time champion" of a five-time one, nor the first of a list.

    >>> from helpers.article import from_text
    >>> article = from_text("Anna Berg, head of Holm ships, boats and ferries, left.")
    >>> _is_whole(article, 11, 29), _is_whole(article, 11, 24)
    (False, True)
    """
    before = parse(article).char_span(max(0, start - 2), start, alignment_mode="expand")
    counted = before is not None and any(token.pos_ == "NUM" or token.text == "-" for token in before)
    return not counted and not GOES_ON.match(article.text, end) and is_introduction(article.text[start:end])


def is_introduction(words):
    """Whether words say who somebody is, and do not lean: no "his colleague", no "The Post's", no bare "Sen.".

    >>> [is_introduction(words) for words in ("the harbour master of Holm", "his colleague", "The Post's", "'s not so")]
    [True, False, False, False]
    >>> [is_introduction(words) for words in ("a sailor", "front-runner", "president of the lawyers association")]
    [True, False, False]
    """
    if len(words.split()) < 2 or WHICH.search(words) or "''" in words:
        return False
    leaning = (
        words.split()[0].lower() in LEADING or CLAUSE.search(words) or re.search(r"^['’]|['’]s$|[<>=@]| [-–—] ", words)
    )
    return not leaning and not ABBREVIATION.search(words) and marks_paired(words)


def no_answer(article, tables):
    """“Gave no answer: “The Port Authority declined to comment.””"""
    found = []
    story = prose_only(article, sentences(article))
    for start, text in zip(story["start"], story["text"], strict=True):
        match = NO_ANSWER.search(text)
        if match:
            clause = _clause(article, int(start) + match.start())
            if clause:
                found.append(clause)
    if not found:
        return []
    told = join(in_marks(article.text[a:b]) for a, b in found[:2])
    return [Finding("no answer", f"Gave no answer: {told}.", "findings.voices", *found[0])]


def _clause(article, position):
    """From the subject of the verb at a place to the end of what it governs; None where it has no subject.

    Nor where the sentence goes on: "Holm Ferries declined an interview, but a spokesman said that nothing changes".
    """
    doc = parse(article)
    span = doc.char_span(position, position + 1, alignment_mode="expand")
    verb = span.root if span is not None else None
    while verb is not None and verb.dep_ in ("aux", "auxpass", "neg") and verb.head != verb:
        verb = verb.head
    subject = next((child for child in verb.children if child.dep_ in NOUN_SUBJECTS), None) if verb else None
    if subject is None or subject.pos_ == "PRON":
        return None
    first, last = subject.left_edge, verb.right_edge
    clause = doc[first.i : last.i + 1]
    known = " ".join([article.title or "", *in_short(article)["text"]])
    if subject.pos_ == "PROPN" and first == subject and subject.text not in known:
        return None  # “Love did not respond”: who that is, stands elsewhere
    if leans(article, clause) or not are_known(article, clause) or TAKEN_BACK.match(doc.text, last.idx + len(last)):
        return None
    while last.is_punct and last.i > verb.i:
        last = last.nbor(-1)
    return first.idx, last.idx + len(last)


def withheld(article, tables):
    """“A name is withheld: “Officials spoke on condition of anonymity”.”"""
    story, short = prose_only(article, sentences(article)), in_short(article)
    for start, end, text in zip(story["start"], story["end"], story["text"], strict=True):
        if (short["start"].lt(end) & short["end"].gt(start)).any():
            continue
        match = WITHHELD.search(text)
        span = parse(article).char_span(int(start), int(end), alignment_mode="expand")
        if (
            match
            and span is not None
            and len(text.split()) <= LONGEST
            and "\n" not in text
            and not leans(article, span)
        ):
            words = in_marks(text.strip().rstrip("."))
            return [Finding("withheld", f"A name is withheld: {words}.", "findings.voices", int(start), int(end))]
    return []
