"""Who is heard, and who is not: said only where the article's own words make it sure."""

import re

from ..article.sections import prose_only
from ..language import parse, sentences
from ..language.grammar import NOUN_SUBJECTS
from ..quotes.summary import attributions
from ..wording import join
from .finding import Finding, in_marks
from .leaning import leans
from .who import is_name, is_title

FEW = 5
LONGEST = 45  # words of a sentence that is quoted
LEAST_WORDS = 4  # of a passage in marks, from which on it is no title and no single term
NEARLY_ALL = 0.9  # of the words in marks: so many have their speaker, where it is said who is quoted
MOSTLY = 0.4  # and where it is said who is among them
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
    r"\b(?:(?:declined|refused) (?:to (?:comment|be (?:named|interviewed|identified)|discuss|answer|say|speak"
    r"|elaborate"
    r"|respond)|(?:comment|an interview)\b|repeated requests)"
    r"|(?:did not|didn[’']t|has not|have not|had not) (?:immediately |yet )?"
    r"(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)? (?:\w+ ){0,3}(?:calls?|messages?|emails?|requests?))"
    r"|could not (?:immediately )?be reached)\b",
    re.IGNORECASE,
)


def in_their_own_words(article, tables):
    """“Quoted word for word: Anna Berg and Tom Holm.”"""
    names = {}
    quotes = tables["quotes"]
    rows = named(article, quotes, ("direct", "mixed"))
    for row in rows:
        names.setdefault(row.speaker, (int(row.start), int(row.end)))
    share = _assigned(quotes, set(names)) if names else 0
    if share < NEARLY_ALL and (len(names) < 2 or share < MOSTLY):
        return []  # the most quoted may be among those who were not found
    opening = "Quoted word for word" if share >= NEARLY_ALL else "Among those quoted word for word"
    return _told("own words", opening, names)


def _assigned(quotes, names):
    """Share of the words of passages in marks that are these persons'."""
    rows = attributions(quotes).set_index("id")
    told = whole = 0
    for row in quotes[quotes["kind"].isin(("direct", "mixed", "scare"))].itertuples(index=False):
        words = sum(b - a for a, b in row.marked) if row.kind == "mixed" else row.end - row.start
        if len(row.text.split()) >= LEAST_WORDS:
            whole += words
            told += words if row.kind != "scare" and rows["speaker"].get(row.id) in names else 0
    return told / whole if whole else 0.0


def named(article, quotes, kinds):
    """Sure rows of one person whose name stands in the source's own words, so that no pronoun had to be resolved.

    Where two persons share a surname ("Liz Cheney", "Dick Cheney"), the source has to have the whole name.
    """
    rows = attributions(quotes)
    rows = rows[rows["kind"].isin(kinds) & (rows["source_type"] == "named person") & (rows["confidence"] >= SURE)]
    rows = rows[rows["speaker"].notna() & rows["source"].notna()]
    found = []
    for row in rows.itertuples(index=False):
        if ";" in row.speaker or not is_name(row.speaker):
            continue
        first, last = row.speaker.split()[0], row.speaker.split()[-1]
        before = set(re.findall(rf"\b([A-Z][\w.’'-]+) {re.escape(last)}\b", article.text))
        others = {word for word in before if not is_title(word)} - {first, row.speaker.split()[-2]}
        if (row.speaker if others else last) in row.source:
            found.append(row)
    return found


def _told(key, opening, places):
    if not places:
        return []
    names = list(places)
    told = names[:FEW] + (["others"] if len(names) > FEW else [])
    return [Finding(key, f"{opening}: {join(told).removesuffix('.')}.", "quotes.find_quotes", *places[names[0]])]


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
    """From the subject of the verb at a place to the end of what it governs; None where it has no subject."""
    doc = parse(article)
    span = doc.char_span(position, position + 1, alignment_mode="expand")
    verb = span.root if span is not None else None
    while verb is not None and verb.dep_ in ("aux", "auxpass", "neg") and verb.head != verb:
        verb = verb.head
    subject = next((child for child in verb.children if child.dep_ in NOUN_SUBJECTS), None) if verb else None
    if subject is None or subject.pos_ == "PRON":
        return None
    first, last = subject.left_edge, verb.right_edge
    if leans(article, doc[first.i : last.i + 1]):
        return None
    while last.is_punct and last.i > verb.i:
        last = last.nbor(-1)
    return first.idx, last.idx + len(last)


def withheld(article, tables):
    """“A name is withheld: “Officials spoke on condition of anonymity”.”"""
    story = prose_only(article, sentences(article))
    for start, end, text in zip(story["start"], story["end"], story["text"], strict=True):
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
