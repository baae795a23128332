"""What an article tells beside In short: whole passages of its own, with the words that attribute them.

Our words say only whether somebody surely reports a passage; it stands as it is, so that it says what the article says.
What is told goes by how likely its sentence tells a fact, and by how much it has that title and In short do not.
"""

import re

from ..language import parse
from ..quotes import find_quotes
from ..quotes.summary import attributions
from ..tables import once_per_article
from .finding import Finding, in_marks
from .in_short import TIES, alike, in_short, scored
from .salience import stems
from .standing import is_own, passages
from .voices import SURE, introduction

TWICE = 0.6  # cosine of their words from which on two sentences tell the same
NEAR = 0.4  # and of two that are told
MOST = 4  # passages
SHORT = 2  # of a short article
LONG = 400  # words, from which on it is long
NEW = 4  # words that neither title nor In short have: a passage with fewer adds nothing
LEAST = {"told": 0.4, "reported": 0.35}  # that a passage is worth
ENOUGH = 15  # from which on it does not add more
WORTH = 0.02  # of such a word, beside how likely a sentence tells a fact
MID = 0.1  # what it costs to begin within a paragraph: what stands before may be needed, whatever the words say
OF_ME = 0.15  # what “I” costs: who speaks of himself tells less of the matter
_I = re.compile(r"\b(?:I|[Mm]y|me)\b")


def telling(kind):
    """The statement of "reported" or of "told": a function of an article and its tables."""

    def says(article, tables):
        return [
            Finding(f"told {a}", f"{OPENINGS[kind]}{who}: {in_marks(article.text[a:b])}.", "findings.told", a, b)
            for of, who, a, b in _told(article)
            if of == kind
        ]

    return says


OPENINGS = {"reported": "It reports", "told": "It also tells"}


@once_per_article
def _told(article):
    """The passages in their order: kind, “ of Anna Berg (“harbour master”)” or nothing, start and end."""
    story = scored(article)
    front, fits = in_front(article), []
    known = stems(" ".join([article.title or "", *(one.text for one in front)]))
    is_long = len(article.text.split()) > LONG
    judges = is_own(article) or in_short(article)["role"].eq("verdict").any()
    event = stems(in_short(article)["text"].iloc[0]) if front else set()
    for number, (one, score) in enumerate(story):
        if one in front or any(alike(one, other) > TWICE for other in front):
            continue
        for start, end, window in passages(article, number):
            words = stems(article.text[start:end])
            if any(other in front for other in window) or len(words & event) < TIES or len(words - known) < NEW:
                continue
            kind = _kind(article, start, end)
            if kind == "told" and judges:
                continue  # what a writer argues is no fact that the article tells
            value = score + WORTH * min(len(words - known), ENOUGH) - OF_ME * bool(_I.search(article.text[start:end]))
            value -= MID * any(before.block == window[0].block for before, _ in story[: window[0].number])
            if value >= LEAST[kind]:
                fits.append((value, number, kind, (start, end, window)))
                break
    told, rows = [], []
    for _, _, kind, (a, b, window) in sorted(fits, key=lambda fit: (-fit[0], fit[1])):
        if len(rows) == (MOST if is_long else SHORT):
            break
        if any(one in told or alike(one, other) > NEAR for one in window for other in told):
            continue
        who = _introduced(article, a, b, " ".join([article.title or "", *(one.text for one in front)]))
        # A sentence of the writer's own would be told as somebody's.
        if who is None or (who and any(not one.attributed for one in window)):
            continue
        told += window
        rows.append((kind, who if kind == "reported" else "", a, b))
    return sorted(rows, key=lambda row: row[2])


def _kind(article, start, end):
    """Whether a passage reports what somebody surely says who stands in it."""
    rows = attributions(find_quotes(article))
    rows = rows[rows["confidence"].ge(SURE) & rows["source_start"].ge(start) & rows["source_end"].le(end)]
    return "told" if rows[rows["start"].ge(start) & rows["end"].le(end)].empty else "reported"


def _introduced(article, start, end, known):
    """“ of Anna Berg (“harbour master”)” where a passage gives a name alone, "" where it says more; None if unknown."""
    quotes = find_quotes(article)
    for row in quotes[quotes["source_start"].ge(start) & quotes["source_end"].le(end)].itertuples(index=False):
        if row.source_type != "named person" or len(row.source.split()) > 3 or row.source.split()[-1] in known:
            continue
        span = parse(article).char_span(int(row.source_start), int(row.source_end), alignment_mode="expand")
        if any(child.dep_ in ("appos", "compound") and child.ent_type_ != "PERSON" for child in span.root.children):
            continue
        words = introduction(article, quotes, row.speaker or row.source)
        if not words:
            return None
        if words not in article.text[start:end]:
            return f" of {row.speaker} ({in_marks(words)})"
    return ""


def in_front(article):
    """The sentences that stand In short: what they tell is told."""
    short = in_short(article)
    taken = list(zip(short["start"], short["end"], strict=True))
    return [one for one, _ in scored(article) if any(a < one.end and one.start < b for a, b in taken)]
