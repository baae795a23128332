"""Which passages may be quoted alone: whole sentences of the story, with those beside them that they need."""

import re
from itertools import pairwise

import pandas as pd

from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from ..quotes import find_quotes
from ..quotes.summary import attributions
from ..tables import once_per_article
from .in_short import GAP, in_short, scored
from .leaning import ANSWERING, HE_OR_SHE, KNOWN, REFERRING, leans, says_which
from .role import HALF, OPINION
from .salience import marks_paired

LEAST, LONGEST = 6, 45  # words of a sentence that is told
PASSAGE = 70  # and of a passage
AROUND_IT = 2  # sentences beside one that it may need
# What stands around a story and is none.
AROUND = re.compile(
    r"\badvertisement\b|copyright|all rights reserved|photo (?:by|courtesy)|\bread more\b|\bclick\b|\bsubscribe"
    r"|https?:"
    r"|\bwww\.|@\w+\.|\bphotos?:|…$|\.\.\.$|\| |_ _|~",
    re.IGNORECASE,
)
# A capital where none can be, or a colon: headings and lists that the splitter took for the sentence.
RUN_ON = re.compile(
    r"(?<![.:“\"‘'(—–-]) (?:On|In|At|By|For|It|He|She|We|They|This|These|If|When|While|After|But|And|Meanwhile|However"
    r"|Also)\b|:$"
    r"|\b[A-Z]{4,} [A-Z]{4,}\b|: [A-Z]\w+ \w+"
    r"(?: \w+)?$"
)
# A full stop that is not the end, an opening that answers what stands before, "did so".
UNFINISHED = re.compile(
    r"\b[A-Z]{1,3}\.$|^(?:Possibly|Perhaps|Maybe|Probably|Partly|Mainly|Just|Simply) because\b|^(?:Yes|No|Well|Oh"
    r"|Because|Note|Sure|Perhaps not|Like|Even so|Plus|Likewise|Similarly|Moreover|Furthermore|Besides|Therefore|Thus"
    r"|Hence|Either way|There|Elsewhere|Later|Afterwards?|Maybe|Perhaps|None)\b(?! of)"
    r"|\b(?:do|does|did|done|doing) so\b|(?:^| )[“\"]{1,2} "
    r"|\. \.|\b[Tt]hat (?:day|night|morning|evening|week|month|year|summer|winter|spring|autumn|fall)\b"
)
OPENING = re.compile(r"(?:Meanwhile|Also|Finally|So far),? ")
# What answers the sentence before, so that it is not told without it.
ANSWER = re.compile(
    r"(?:(?:Since|By|Until|Even) then|For one|Conversely|On the contrary|The only|Recall|Consider|Imagine"
    r"|Remember|But|And|Yet|Still|However|So|Then|Instead(?! of)|Indeed|By contrast|By comparison|In contrast"
    r"|In fact|Of course|Nevertheless|Nonetheless|For (?:example|instance)|As a result|In other words|In turn|That is"
    r"|The (?:first|second|third|last|next|rest) (?:was|is|are|were|came|has|had)"
    r"|Other|Another|Such|Both|Either|Neither|Each|That[’']s|(?:One|Some|Many|Most|Two|Three)(?: of them| others?"
    r"| (?:option|reason|example|thing|problem|way)s?)|(?:It|They|He|She)\b(?! (?:is|was|remains) (?:not |still )?"
    r"(?!so |too )\w+ (?:whether|that|how|if|when|why|what)\b))\b"
)
# What goes on in speech, so that it says nothing alone: "“But we can't,” she said", "“And so it is.”"
GOES_ON = re.compile(
    r"[“\"‘' ]{1,4}(?:And|But|So|Because|Yes|No|Or|Then|Well|Also|Now|Even|Instead|Here|There|Both|Neither|That|This"
    r"|These|Those|It|They)\b"
)
# "Ireland's reached ten per cent": its what?
ELLIPTIC = re.compile(r"[A-Z]\w+[’']s (?:was|is|are|were|has|had|\w+ed)\b")
CLOSED = re.compile(r"[^“\"”]*(?:”|(?<![ (—–-])(?<!^)\")")  # the end of what was said before
SHOUTED = ("!” ", "?” ", '!" ', '?" ')
ASKED = re.compile(r"\basked\b|\?[”\"]*$")
TURN = re.compile(r"[“\"‘' ]{0,4}(?:But|However|Yet|Still|Nevertheless|Nonetheless|By contrast|In contrast)\b")
SURELY = ("prep", "relcl", "acl", "appos", "poss")  # "the strange idea", "the tax cut plans": which?
_TWO = re.compile(r"[.!?][”\"]* [A-Z“\"](?!\.)")
_SHORT = re.compile(r"\b(?:[A-Z][a-z]{0,4}|[A-Z]|a\.m|p\.m)\.")


def without_opening(article, start, end):
    """Where a sentence begins without the "but" or "by contrast" before it."""
    opening = OPENING.match(article.text[start:end])
    return start + (opening.end() if opening else 0)


def passages(article, number):
    """The passages around a sentence of the story that can be read alone, the shortest first.

    A sentence whose pronoun needs it brings the one before it; speech brings the sentences that it goes on in, and
    "but" the sentence that it turns, so that nobody is quoted with half of what is said.

    Parameters
    ----------
    article : Article
    number : int
        Of `in_short.scored`.

    Yields
    ------
    tuple
        Start, end, and the list of salience.Sentence.
    """
    found = [one for one, _ in scored(article)]
    behind = AROUND_IT if found[number].spoken else 0
    tried = [
        (first, last)
        for first in range(max(0, number - AROUND_IT), number + 1)
        for last in range(number, min(number + behind, len(found) - 1) + 1)
        if last - first <= AROUND_IT and not (first == number and _needs_more(found, number))
    ]
    for first, last in sorted(tried, key=lambda ends: (ends[1] - ends[0], ends[1])):
        if _is_turned_later(found, last):
            continue
        window = found[first : last + 1 + _is_turned(found, last)]
        place = _alone(article, window)
        if place:
            yield *place, window


def _needs_more(found, number):
    """Whether a sentence needs the one before it: for a pronoun, a “but”, or a question that it answers."""
    one = found[number]
    asked = bool(number and one.spoken and ASKED.search(found[number - 1].text))
    return one.leans or is_turn(one) or asked


def _is_turned(found, last):
    """Whether the next sentence, be it of another paragraph, takes back what this one says."""
    return last + 1 < len(found) and is_turn(found[last + 1])


def _is_turned_later(found, last):
    """Whether the paragraph goes on, and the next one takes it back: “Holm promised ten. … But he gave two.”"""
    after = next((n for n in range(last + 1, len(found)) if found[n].block != found[last].block), None)
    return after is not None and after > last + 1 and is_turn(found[after])


def is_turn(sentence):
    """Whether a sentence says “but” to the one before it."""
    return bool(TURN.match(sentence.text))


def _follow(window):
    """Whether each sentence goes on from the one before it: in its paragraph, or with a “but” or a pronoun.

    The first sentence of another paragraph tells something else as often as not: “The council spent two million.”,
    “Anna Berg never asked a diver for money.”
    """
    return all(
        other.start - one.end < GAP and (other.block == one.block or other.leans or is_turn(other))
        for one, other in pairwise(window)
    )


def _alone(article, window):
    """Start and end of sentences that follow each other and need no other."""
    start = without_opening(article, window[0].start, window[0].end)
    text = article.text[start : window[-1].end].rstrip()
    parts = [article.text[start : window[0].end], *(one.text for one in window[1:])]
    if not _follow(window) or len(text.split()) > PASSAGE or not marks_paired(text.replace('""', '"')):
        return None
    shouted = article.text[:start].endswith(SHOUTED)  # "“To the quay!” Berg shouted", split behind the mark
    if shouted or GOES_ON.match(text) or ANSWER.match(text) or CLOSED.match(text) or ELLIPTIC.match(text):
        return None
    if not all(_is_whole(part.strip()) and not UNFINISHED.search(part.strip()) for part in parts):
        return None
    doc = parse(article)
    span = doc.char_span(start, start + len(text), alignment_mode="expand")
    if span is None or not any(_is_clause(token) for token in span) or not _is_attributed(article, span, window):
        return None
    opening = doc.char_span(start, window[0].end, alignment_mode="expand")
    if leans(article, span, is_own(article), opening) or _points(article, opening) or not are_known(article, span):
        return None
    return start, start + len(text)


def _is_whole(text):
    """Whether words are one sentence of the story, from a capital to a full stop.

    >>> _is_whole("The old quay of Holm fell."), _is_whole("The old quay of Holm fell. It rained there.")
    (True, False)
    """
    if not LEAST <= len(text.split()) <= LONGEST or "\n" in text or AROUND.search(text) or RUN_ON.search(text):
        return False
    if text[-1] not in '.”"' or not (text[0].isalnum() or text[0] in '“"$£€'):
        return False
    return not _TWO.search(_SHORT.sub("", text))


def _is_clause(token):
    """Whether a word is the verb of a main clause that has a subject and no "because"."""
    children = [child.dep_ for child in token.children]
    return token.dep_ == "ROOT" and token.pos_ in ("VERB", "AUX") and bool({*NOUN_SUBJECTS, "expl"} & {*children})


def _is_attributed(article, span, window):
    """Whether whoever speaks in a passage is named in it, and no speech leans on what stands before it."""
    rows = _spoken(article)
    rows = rows[rows["start"].lt(span.end_char) & rows["end"].gt(span.start_char) & rows["kind"].ne("indirect")]
    inside = rows["source_start"].ge(span.start_char) & rows["source_end"].le(span.end_char)
    names = rows.loc[inside & rows["source"].str.lower().isin(HE_OR_SHE), "speaker"]
    if any(pd.isna(name) or name.split()[-1] not in span.text for name in names):
        return False  # "“We will end the Holm tax,” he said": not Holm
    if not inside.groupby(rows["start"]).any().all() or (rows.empty and any(one.spoken for one in window)):
        return False
    return not any(ANSWERING.search(text) for text in rows.loc[rows["kind"] == "direct", "text"])


@once_per_article
def _spoken(article):
    return attributions(find_quotes(article))


@once_per_article
def is_own(article):
    """Whether an article is told in the first person, so that “I” points at nobody before it."""
    own = [one.attributed < HALF and one.has("first person") for one, _ in scored(article)]
    return sum(own) > OPINION * len(own)


def _points(article, span):
    """Whether “the incidents” or a subject “it” points at what neither its sentence nor title nor In short has."""
    known, subjects = _nouns_in_front(article), 0
    for token in span:
        if token.dep_ in NOUN_SUBJECTS:
            if token.lower_ in REFERRING and token.head.dep_ == "ROOT" and not subjects and token.i > span.start:
                return True
            subjects += 1
        if token.lower_ == "the" and token.dep_ == "det" and token.head.pos_ == "NOUN":
            noun = token.head
            before = {word.lemma_.lower() for word in span if word.i < token.i}
            own = says_which(noun, *(SURELY if noun.dep_ in NOUN_SUBJECTS else ()))
            own = own or any(word.pos_ == "PROPN" for word in noun.lefts)
            if not (own or noun.lemma_.lower() in KNOWN | known | before):
                return True
    return False


@once_per_article
def _nouns_in_front(article):
    """The words of title and In short."""
    doc, places = parse(article), in_short(article)
    found = {word.lower() for word in re.findall(r"\w+", article.title or "")}
    for start, end in zip(places["start"], places["end"], strict=True):
        found |= {token.lemma_.lower() for token in doc.char_span(start, end, alignment_mode="expand")}
    return found


def are_known(article, span):
    """Whether nobody in a passage is only a surname that neither it nor title nor In short has in full."""
    known = " ".join([article.title or "", *in_short(article)["text"], span.text])
    return all(
        len(person.text.split()) > 1 or re.search(rf"\w+ {re.escape(person.text)}\b|^{re.escape(person.text)}", known)
        for person in span.ents
        if person.label_ == "PERSON"
    )
