"""When: contradictions, what is still to come, and dates that cannot be as they stand."""

import re

from ..article.sections import prose_only
from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from ..timeline.iso import day_in_words, day_key
from ..wording import join
from .finding import Finding, in_marks
from .salience import marks_paired
from .standing import RUN_ON
from .told import in_front

MOST = 2
LONGEST = 40  # words of a clause that is quoted
PLANNED = ("set", "due", "schedule", "expect", "slate")
# A year that can be no other number: behind a preposition or a month.
_YEAR = re.compile(
    r"\b(?:in|since|from|until|by|during|before|after|between|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)(?: \d{1,2},)? (?:the )?(?:1\d|20)\d\d(?!\d|,\d|:| \w+s\b)",
    re.IGNORECASE,
)
AIMS = frozenset("way aim goal idea point purpose task plan job answer key".split())  # "The aim is to": no date is set
# "Berg will need his votes in the fall": a view of what comes, no plan.
VIEWS = frozenset("be need want know mean depend require seem appear hope like love".split())
NEAR_WORDS = frozenset(
    "which whom whose i we you they them he she it this that these those".split()
)  # stands elsewhere
_FULL_DAY = re.compile(r"\b\d{4}\b")


def contradictions(article, tables):
    """What the checks found, as they say it."""
    return [
        Finding(f"contradiction {row.id}", row.problem, "consistency.check_consistency", int(row.start), int(row.end))
        for row in tables["consistency"].head(MOST).itertuples(index=False)
        if not _is_guessed(article, row) and not _is_of_a_place(article, row)
    ]


def _is_guessed(article, row):
    """Whether a day of the week was set against a day whose year the article does not give."""
    day = article.text[int(row.evidence_start) : int(row.evidence_end)]
    return row.kind == "weekday" and not _FULL_DAY.search(day)


def _is_of_a_place(article, row):
    """Whether somebody's age is that of a place: "Berlin, 26" is a person only where the name is one's."""
    name = row.problem.partition(" is ")[0]
    return "age" in row.kind and any(
        span.text == name and span.label_ in ("GPE", "LOC", "FAC") for span in parse(article).ents
    )


def after_publication(article, tables):
    """“It tells of 9 May 2026 as past, though it was published on 8 May 2025.”"""
    if article.published is None:
        return []
    day = article.published.isoformat()
    found = []
    for row in _story(article, tables["times"]).itertuples(index=False):
        if row.type != "DATE" or not row.earliest or row.earliest != row.latest or not _FULL_DAY.search(row.text):
            continue
        if day_key(row.earliest) <= day_key(day):
            continue
        verb = _verb_above(article, row)
        if verb is not None and verb.tag_ == "VBD" and verb.dep_ == "ROOT":
            sentence = (
                f"It tells of {day_in_words(row.earliest)} in the past tense, though it was published on "
                f"{day_in_words(day)}."
            )
            found.append(Finding("after", sentence, "timeline.find_times", int(row.start), int(row.end)))
    return found[:1]


def still_to_come(article, tables):
    """“Still to come: “The bridge will reopen on 9 May 2026”.”"""
    day, found = article.published and article.published.isoformat(), []
    spoken = tables["quotes"]
    spoken = spoken[spoken["kind"] == "direct"]
    spans = list(zip(spoken["start"], spoken["end"], strict=True))
    taken = [(one.start, one.end) for one in in_front(article)]
    for row in _story(article, tables["times"]).itertuples(index=False):
        if row.type not in ("DATE", "TIME") or any(a <= row.start < b for a, b in spans):
            continue
        if row.value in ("PRESENT_REF", "PAST_REF") or "_REF" in (row.value or ""):
            continue
        if day and (not row.earliest or day_key(row.earliest) < day_key(day)):
            continue
        if not day and (year := _FULL_DAY.search(row.text)) and year[0] < max(_FULL_DAY.findall(article.text)):
            continue  # a later year stands in the text: that one was past
        verb = _verb_above(article, row)
        clause = _planned(verb, int(row.start)) if verb is not None else None
        if clause and clause not in found and not any(a < clause[1] and clause[0] < b for a, b in taken):
            found.append(clause)
    if not found:
        return []
    told = join(in_marks(article.text[a:b]) for a, b in found[:MOST])
    opening = "Still to come" if day else "Still to come when it was written"
    return [Finding("to come", f"{opening}: {told}.", "timeline.find_times", *found[0])]


def _story(article, times):
    return prose_only(article, times)


def _verb_above(article, row):
    """The verb that a time hangs on; None where there is none."""
    span = parse(article).char_span(int(row.start), int(row.end), alignment_mode="expand")
    if span is None:
        return None
    token = span.root
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token if token.pos_ in ("VERB", "AUX") else None


def _planned(verb, time):
    """The clause of a verb that is told as planned, from its subject on; None where it is not told so."""
    head = verb
    will = any(child.dep_ == "aux" and child.lower_ in ("will", "’ll", "'ll") for child in verb.children)
    if not will:  # “is to open”, “is due to open”
        head = verb.head
        has_to = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
        is_now = any(child.lower_ in ("is", "are") for child in [head, *head.children])
        if not (has_to and is_now and (head.lemma_ == "be" or head.lemma_ in PLANNED)):
            return None
    if verb.lemma_ in VIEWS or any(token.lower_ in ("every", "each") for token in verb.sent):
        return None  # "One key will be reminding voters every day": nothing that comes
    if head.dep_ not in ("ROOT", "conj") or any(child.dep_ == "neg" for child in verb.children):
        return None
    subject = next((child for child in head.children if child.dep_ in NOUN_SUBJECTS), None)
    sentence = verb.sent
    if subject is not None and {token.lower_ for token in subject.subtree} & NEAR_WORDS:
        return None
    if subject is not None and any(word.lower_ in ("a", "an") for word in subject.children):
        return None  # "A typical voter will see it ten times"
    if subject is None or subject.pos_ in ("PRON", "NUM") or "?" in sentence.text:
        return None  # "It is expected to rise", "Another 27 will be elected" lean on what stands before
    if subject.left_edge.idx <= time <= subject.right_edge.idx:
        return None  # "Her victories on Tuesday will hasten it": that Tuesday is over
    if any(token.lower_ == "if" for token in sentence):
        return None
    last = sentence[-1]
    while last.is_punct or last.is_space or last.text == ".":
        last = last.nbor(-1)
    first = subject.left_edge
    if last.i - first.i > LONGEST:
        last = verb.right_edge
    if time < first.idx:
        first = sentence[0]  # "Next May, the hall will open"
    begin, end = first.idx, last.idx + len(last)
    text = sentence.doc.text[begin:end]
    whole = begin <= time < end and last.i - first.i <= LONGEST and not RUN_ON.search(text) and "\n" not in text
    whole = whole and marks_paired(text) and "‘" not in text and subject.lemma_.lower() not in AIMS
    return (begin, begin + len(text.rstrip(". "))) if whole else None
