"""How a time is told: its clause's tense, whether it stands aside, in speech, in which paragraph and section."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from ..language.grammar import clause_verb
from .tense import RELATING, backshifted
from .tense import future as will_be

# Who tells it later tells it in another time: "she **said** in 2003".
SAYING = frozenset("say tell recall remember claim report note cite quote explain argue add".split())
ORIGINS = frozenset("found establish create build incorporate bear launch set".split())  # asides: "founded in 1987"
# In the present tense they lead into a story: It **begins** in October 1981; one has to **go back** to that October.
LEADING = frozenset("begin start open go date trace stretch reach".split())
BESIDE = frozenset("relcl acl appos".split())
NOUNS = frozenset("compound nummod nmod amod poss".split())
# A block of a chronicle opens with its hour: "**11.50pm**: A gauge stops working."
CHRONICLE = re.compile(
    r"(?:(?:about|around|just after|just before) )?(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|\d{1,2}:\d\d|noon|midday|"
    r"midnight|dawn|dusk)[^:\n–—]{0,40}[:–—]",
    re.IGNORECASE,
)
# A block that is a time, or opens with one that what follows is told under: "**March 3**: The trial begins."
ENTRY = re.compile(r"\s*(?:[:–—]|-{1,2}\s|\.\s|\.[–—-])|\s*$")


@dataclass(frozen=True)
class Telling:
    """How a time is told: its clause's tense, and where it stands."""

    future: bool
    past: bool
    had: bool  # "had closed": before the time of the story
    would: bool  # "would close", "was to close", "was put off to": after it, while the story is told in the past
    reporting: bool  # said, wrote, told
    aside: bool  # in a relative clause, at a noun
    origin: bool  # was founded, was born
    speech: bool
    block: int
    section: int
    kind: str  # of the block
    present: int  # how many main clauses in the present tense were told before
    finite: bool = False  # in a relative clause that is told in the past: who **was found** on 1 November
    noun: str = ""  # that the time modifies: the 8 November **election**
    before: bool = False  # at a participle, which tells what was before: a side **promoted** in April
    sentence: int = 0  # where its sentence begins
    chronicle: bool = False  # the block opens with an hour: "11.50pm: A gauge stops working."
    opens: bool = False  # and this is the hour
    scheduled: bool = False  # ahead, but only by its present tense: "It **opens** in May"; in a history it is told
    joined: bool = False  # its verb is joined to another: was held in 2014 and **was freed** in May
    leads: bool = False  # into a story: The dispute **begins** in October 1981
    perfect: bool = False  # it **has** been shut since May: told from the publication
    entry: bool = False  # its block stands under it: "2005", "**March 3**: The trial begins."


def in_the_present(article, doc):
    """Where the main clauses in the present tense stand that tell something, and that nobody is quoted with."""
    speech = _speech(article.text, article.blocks["start"].tolist())
    return [
        sent.root.idx
        for sent in doc.sents
        if sent.root.tag_ in ("VBZ", "VBP") and sent.root.lemma_.lower() not in RELATING and not speech(sent.root.idx)
    ]


def tellings(article, doc, places, tenses, present):
    """How each time is told: places (start, end) in order, (future, past) of each, the clauses in the present tense."""
    kinds = article.blocks["kind"].tolist()
    starts, ends = article.blocks["start"].tolist(), article.blocks["end"].tolist()
    sections, number = [], 0
    for kind in kinds:
        number += kind == "heading"
        sections.append(number)
    speech = _speech(article.text, starts)
    rows, before = [], None  # the time told last, if it is ahead
    year = -1  # the last block that stands under a year
    for (start, end), (future, past) in zip(places, tenses, strict=True):
        span = doc.char_span(start, end, alignment_mode="expand")
        word = span.doc[span.start - 1].lower_ if span is not None and span.start else ""
        lasting = word in ("until", "till")
        if before is not None and not past and _goes_on(before, span):
            future = True
        before = span if future and span is not None else None
        block = max(bisect_left(starts, start + 1) - 1, 0)
        verb = clause_verb(span.root) if span is not None else None
        helpers = (
            {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")} if verb is not None else set()
        )
        opening = CHRONICLE.match(article.text, starts[block]) if starts else None
        if opening and (start < opening.end() or (verb is not None and verb.tag_ in ("VBZ", "VBP"))):
            future, past = False, True  # a chronicle's present tense tells the past
        entry = bool(starts) and start == starts[block] and bool(ENTRY.match(article.text, end, ends[block]))
        if entry and article.text[end - 4 : end].isdigit():
            year = block  # "**2016** – Charges are filed in February."
        if block == year and (entry or (future and span is not None and not will_be(span.root))):
            future, past = False, True
        rows.append(
            Telling(
                future,
                past,
                (bool({"had", "’d"} & helpers) or _looks_back(verb)) and not _by(span),
                bool(future or lasting or "would" in helpers) and span is not None and backshifted(span.root),
                verb is not None and verb.lemma_.lower() in SAYING and not _is_told(verb) and not _leads(verb),
                span is None or word == "dated" or _aside(span, verb),
                verb is not None and verb.lemma_.lower() in ORIGINS and verb.text.lower() != "bore",
                speech(start),
                block,
                sections[block],
                kinds[block],
                bisect_left(present, start),
                span is not None and verb.dep_ == "relcl" and past and not _modified(span),
                "" if span is None or (word == "on" and span.start - 1 == span.sent.start) else _modified(span),
                verb is not None and (word == "dated" or (verb.dep_ == "acl" and verb.tag_ == "VBN")),
                span.sent.start_char if span is not None else start,
                bool(opening),
                bool(opening) and start < opening.end(),
                future and span is not None and not will_be(span.root),
                verb is not None and verb.dep_ == "conj",
                verb is not None and _leads(verb),
                bool({"has", "have", "’ve", "'ve"} & helpers) and "to" not in helpers and not future,
                entry and kinds[block] != "title",
            )
        )
    return rows


def _goes_on(before, span):
    """Whether no verb of its own tells a time after one that is ahead: it opens in May, and a second **in June**."""
    if span is None or span.sent.start != before.sent.start:
        return False
    between = span.doc[before.end : span.start]
    joined = any(word.lower_ in ("and", ",", ";") for word in between) and between[-1].lower_ == "in"
    return joined and not any(word.pos_ in ("VERB", "AUX") for word in between)


def _leads(verb):
    """Whether a present tense leads into a story: It **begins** in October 1981."""
    return verb.tag_ in ("VB", "VBZ", "VBP") and verb.lemma_.lower() in LEADING


def _is_told(verb):
    """Whether a verb of saying is passive, and so tells of the story: it **was reported** as unsafe in March."""
    return any(child.dep_ == "auxpass" for child in verb.children)


def _by(span):
    """Whether a time is the one from which a clause looks back, and not what it looks back to: **by June** it had gone.

    Of a past perfect's three times "by" gives that of reference (Reichenbach 1947), at which the story stands.
    """
    if span is None or not span.start:
        return False
    word = span.doc[span.start - 1]
    return word.lower_ == "by" or (word.lower_ == "the" and word.i > 0 and word.nbor(-1).lower_ == "by")


def _looks_back(verb):
    """Whether a verb shares the "had" of the one that it is joined to: it **had** been reported and put off."""
    joined = verb is not None and verb.dep_ == "conj" and verb.tag_ == "VBN"
    return joined and any(child.lower_ == "had" for child in verb.head.children)


def _aside(span, verb):
    before = span.doc[span.start - 1].lower_ if span.start else ""
    since = verb.dep_ == "advcl" and any(child.lower_ == "since" for child in verb.children)  # it began, in 2009
    return verb.dep_ in BESIDE or bool(_modified(span)) or before in ("since", "(") or since


def _modified(span):
    """The noun that a time stands before, in its dictionary form; "" where there is none."""
    head = span.root.head
    return head.lemma_.lower() if span.root.dep_ in NOUNS and head.pos_ in ("NOUN", "PROPN") else ""


def _speech(text, starts):
    """Whether a place stands in quotation marks that its block opened; asked in the order of the text."""
    marks = [(place, mark) for place, mark in enumerate(text) if mark in '“”"']
    inside, block, opened = [], 0, False
    for place, mark in marks:
        while block < len(starts) and starts[block] <= place:
            block, opened = block + 1, False
        opened = {"“": True, "”": False}.get(mark, not opened)
        inside.append((place, opened, block))
    places = [row[0] for row in inside]

    def asked(place):
        number = bisect_left(places, place) - 1
        if number < 0 or not inside[number][1]:
            return False
        return inside[number][2] == bisect_left(starts, place + 1)  # not of the block before

    return asked
