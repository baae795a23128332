"""What those whom an article names say, in its words: quoted, or the whole sentence that reports it."""

import re
from collections import Counter

from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from ..quotes.summary import attributions
from .finding import Finding, in_marks
from .in_short import alike, scored
from .leaning import ANSWERING, leans, points_back
from .salience import marks_paired
from .standing import AROUND, stands_alone
from .told import TWICE, in_front, told_sentences
from .voices import SURE, introduction, named

MOST = 4
SHORT = 2  # of an article of few sentences
FEW = 20  # sentences of one
OF_ONE = 2  # of one voice
NAME = 3  # words up to which a source is no more than a name
FAIR = 0.15  # of the story's sentences, by what speaks for them, are too weak
NEAR = 300  # characters behind somebody's sure words, within which "she said" goes on with them
LEAST = 9  # words that tell something
LONGEST = 40
# What several do who say something: "voters judge that" is the writer's.
SAYING = re.compile(
    r"\b(?:sa(?:y|ys|id)|tell|told|argue|found|finds?|show(?:s|ed)?|state[ds]?|confirm(?:s|ed)?|report(?:s|ed)?|question|warn"
    r"|complain|note|claim|insist|estimate|suggest|conclude|announce|worry|fear)",
    re.IGNORECASE,
)
# What answers or goes on, so that it says nothing alone: "But we can't", "And so it is".
GOES_ON = re.compile(
    r"^(?:And|But|So|Because|Yes|No|Or|Then|Well|Also|Now|Even|Instead|Here|There|Both|Neither)\b|^If [^,]*$|[?:,;—–-]$"
)
# “The quay is safe,” said Berg, who added that she would not walk on it: cut off, the words say more than she did.
QUALIFIED = re.compile(r"\b(?:but|though|although|add(?:ed|ing|s)|while|except)\b")
_SENTENCE = re.compile(
    r"(?<=[a-z]{2}[.!?])(?<!\b(?:Sen|Gov|Rep|Mrs)\.)(?<!\b(?:Mr|Dr|St|Jr|Sr|No)\.) +(?=[“\"‘]?[A-Z])"
    r"|(?<=[a-z\d]{2}[.!?][”’]) +(?=[A-Z])"
)


def in_words(article, tables):
    """“In the words of Anna Berg (“harbour master”): “We told the council twice in the spring of the year”.”"""
    return [
        Finding(f"words {a}", f"In the words of {who}: {in_marks(article.text[a:b])}.", "quotes.find_quotes", a, b)
        for who, a, b, quoted in _chosen(article, tables["quotes"])
        if quoted
    ]


def reported(article, tables):
    """“It reports: “Anna Berg said the bridge had been closed twice before in the same year”.”"""
    return [
        Finding(f"reported {a}", f"It reports: {in_marks(article.text[a:b])}.", "quotes.find_quotes", a, b)
        for _, a, b, quoted in _chosen(article, tables["quotes"])
        if not quoted
    ]


def _chosen(article, quotes):
    """The few passages: who, start, end, whether quoted; what tells most first, and of each voice at most two."""
    story = scored(article)
    if not story:
        return []
    fair, found = sorted(score for _, score in story)[int(FAIR * len(story))], []
    short = in_front(article)
    front, known = [*short, *told_sentences(article)], " ".join([article.title or "", *(one.text for one in short)])
    for row in _sure(article, quotes):
        for a, b, quoted in _passages(article, row):
            one, score = next(((one, s) for one, s in story if one.start <= a < one.end), (None, 0))
            if one is None or score < fair or any(o.start < b and a < o.end for o in front):
                continue
            who = row.speaker or row.source
            words = introduction(article, quotes, who)
            named_alone = row.source_type == "named person" and len(row.source.split()) <= NAME
            if not words and (quoted or named_alone) and who.split()[-1] not in known:
                continue  # a reader does not know who that is
            if quoted:
                who = f"{who} ({in_marks(words)})" if words else who
            if all(alike(one, other) <= TWICE for other in front):
                found.append((score, row.speaker or row.source, who, a, b, quoted, one))
    rows, voices, told = [], Counter(), []
    for _, voice, who, a, b, quoted, one in sorted(found, key=lambda one: -one[0]):
        if len(rows) == (MOST if len(story) >= FEW else SHORT):
            break
        if voices[voice] < OF_ONE and all(alike(one, other) <= TWICE and one is not other for other in told):
            voices[voice] += 1
            told.append(one)
            rows.append((who, a, b, quoted))
    return sorted(rows, key=lambda row: row[1])


def _sure(article, quotes):
    """Sure rows whose source is a name, "he" right behind such a row of the same person, or says itself who it is."""
    by_name = {row.id for row in named(article, quotes, ("direct", "mixed", "indirect"))}
    rows, last = attributions(quotes), None
    for row in rows[rows["confidence"].ge(SURE) & rows["source_start"].notna()].itertuples(index=False):
        known = row.id in by_name
        if not known and last is not None and row.source.lower() in ("he", "she") and row.kind == "direct":
            known = row.speaker == last.speaker and row.start - last.end < NEAR
        if not known and row.kind == "indirect" and row.source_type in ("institution", "media", "collective"):
            span = parse(article).char_span(int(row.source_start), int(row.source_end), alignment_mode="expand")
            said = span.root.pos_ in ("NOUN", "PROPN") and span.root.ent_type_ != "PERCENT"
            known = said and not leans(article, span) and bool(SAYING.search(row.cue))
        if known:
            yield row
        last = row if known else None


def _passages(article, row):
    """The places of a row that can be read alone: sentences in marks, or the whole sentence around the row."""
    text = article.text
    if row.kind != "direct":
        if place := _sentence_around(article, row):
            yield *place, False
        return
    start, end = int(row.start), int(row.end)
    if QUALIFIED.search(text[end : parse(article).char_span(end - 1, end, alignment_mode="expand").sent.end_char]):
        return
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip('“”" '))
    words = inner.strip('“”" ')
    place = 0
    for part in _SENTENCE.split(words):
        place = words.index(part, place)
        a, b = start + place, start + place + len(part)
        done = part[-1:] in ".!" or (b >= start + len(words) and text[b : b + 1] in ',”"' and part[-1:] == ",")
        bare = part.rstrip(",. ")
        if done and part[:1].isupper() and _is_telling(article, a, a + len(bare)):
            yield a, a + len(bare), True
        place += len(part)


def _sentence_around(article, row):
    """Start and end of the sentence in which all of a row stands, if it can be read alone; or None."""
    first = min(row.start, row.source_start, row.cue_start)
    last = max(row.end, row.source_end, row.cue_end)
    one = next((one for one, _ in scored(article) if one.start <= first and last <= one.end), None)
    place = one and stands_alone(article, one)
    return place if place and len(article.text[slice(*place)].split()) >= LEAST else None


def _is_telling(article, start, end):
    """Whether a sentence in quotation marks can be read alone."""
    words = article.text[start:end]
    if not LEAST <= len(words.split()) <= LONGEST or re.search(r"\n|\. \.|…|[“”\"]", words) or AROUND.search(words):
        return False
    span = parse(article).char_span(start, end, alignment_mode="expand")
    if not {child.dep_ for child in span.root.children} & {*NOUN_SUBJECTS, "expl"}:
        return False  # "From a generational standpoint, to the fact that she was there"
    return not (GOES_ON.search(words) or ANSWERING.search(words) or points_back(span)) and marks_paired(words)
