"""Whose words are they that no cue took: words in marks, blocks set off as quotations, turns of an interview."""

from dataclasses import dataclass

from ..coreference.words import noun_class
from ..language.grammar import NOUN_SUBJECTS
from .acts import act
from .cues import cue_words, may_report
from .doubt import is_name_of_work, labels_a_turn
from .features import subject_of
from .sources import phrase
from .trust import speaker_kind
from .weigh import Found, source_of, words_in

# By the rule that gives words to somebody or nobody: an example each.
RULES = {
    "continues last speaker": "“The bridge is shut,” said Anna Berg.\n“It will stay so.”\n“Nobody knows how long.”",
    "speaker of the report before": "Anna Berg said the bridge is shut. “It will stay so until the very end.”",
    "verb behind marks": "“It is dreadful to be poor and old,” giggled Ann Lee, a nurse.",
    "in the words of": "In the words of the mayor, Ann Lee, the bridge is “a death trap”.",
    "name after dash": "“The bridge stays closed for now and for good.” — Anna Berg",
    "introduced by colon": "The bridge has a history, and it is this: “Here it broke and many drowned.” It rained.",
    "turn": "LEE: I saw it.\n\nROE: You did not see it.\n\nLEE: I was there when the bridge broke.",
    "no cue": "The bridge was shut. “It will stay so until the very end of winter.” It rained.",
}
# name -> a text, and the speaker of its last row
EXAMPLES = {
    "a name and a verb behind marks": ("“It is dreadful to be poor,” Ann Lee fumed on Tuesday.", "Ann Lee"),
    "who stands behind the verb": (
        "“It will be a battle for the ages,” said Ann Lee, a nurse who heads it.",
        "Ann Lee",
    ),
    "behind an aside": ("“It is a small quay,” Ann Lee said. It lies in the west. “That’s a tough area.”", "Ann Lee"),
    "somebody else acts": ("“It is a small quay,” Ann Lee said. Tom Roe shook his head. “That’s a tough area.”", None),
    "a programme": ("“It is a small quay,” Ann Lee said on NBC’s “Meet the Press.” Tom Roe left.", None),
}
SPEAKING = frozenset("name pronoun role who".split())  # subjects of a report whose words may go on in marks
SPOKEN = 7  # words in marks, from which on they are somebody's words even without a cue
BEHIND = 8  # tokens behind marks among which a name and its verb stand


@dataclass(eq=False)
class Chosen:
    """An attribution: what `find_quotes` makes rows of; `cue` are the first and one past the last of its tokens."""

    found: Found
    source: tuple | None
    rule: str
    cue: tuple | None = None
    enclosing: "Chosen | None" = None
    follows: "Chosen | None" = None
    probability: float | None = None


def _words_of(parsed, cue, first, end, construction="marks"):
    """What stands between two tokens as a content that no weights found."""
    parts = ((first, end),)
    return Found(0.0, cue, construction, parts, words_in(parsed, parts))


def uncovered(parsed, chosen, learned):
    """Passages in marks that no attribution covers: whose words are they?"""
    owner = {i: one for one in chosen if one.enclosing is None for i in one.found.words}
    extra, last, reports = [], None, _by_sentence(parsed, chosen)
    for number, (first, end) in enumerate(parsed.passages):
        words = words_in(parsed, ((first, end),))
        if not words:
            continue
        inside = [i for i in words if i in owner]
        if 2 * len(inside) > len(words):
            last = (end, owner[inside[0]])
            continue
        one = _in_the_words_of(parsed, first, end)
        if one is None:
            if (
                is_name_of_work(parsed, first, end)
                or not (len(words) >= SPOKEN or _sentence(parsed, first, end, words))
                or parsed.heading[parsed.sentence[first]]
            ):
                continue
            one = _given(parsed, number, last, reports, learned)
        extra.append(one)
        last = (end, one)
    return extra


def _given(parsed, number, last, reports, learned):
    """A passage as an attribution, to whom the first of the rules gives it that holds; `last` is the one before."""
    first, end = parsed.passages[number]
    one = Chosen(_words_of(parsed, first, first, end), None, "no cue")
    colon = _before(parsed, number)
    if spoken := _verb_behind(parsed, end):
        cue, head = spoken
        found = _words_of(parsed, cue, first, end, "quotation")
        return Chosen(found, phrase(parsed, head, cue), "verb behind marks", cue_words(parsed, cue))
    if last and _adjoins(parsed, last[0], first):
        one.follows, one.rule = last[1], "continues last speaker"
    elif report := _goes_on(parsed, first, reports) or _after_an_aside(parsed, first, reports):
        if any(parsed.quote[i] >= 0 for i in report.found.words):
            one.follows, one.rule = report, "continues last speaker"
        else:
            one.source, one.rule = report.source, "speaker of the report before"
    elif source := _name_after(parsed, end):
        one.source, one.rule = source, "name after dash"
    elif colon is not None:
        one.source = source_of(parsed, colon, "colon", one.found.parts, learned)
        one.rule = "introduced by colon"
    return one


def _by_sentence(parsed, chosen):
    """Sentence -> the attribution with the last cue in it that stands outside marks."""
    found = {}
    for one in sorted(chosen, key=lambda one: one.found.cue):
        if one.enclosing is None and one.cue and parsed.quote[one.found.cue] < 0:
            found[parsed.sentence[one.found.cue]] = one
    return found


def _goes_on(parsed, first, reports):
    """The attribution that a passage goes on with, or None: what was said before it, and by whom, is told already.

    “It is late,” Ann said, “and cold.” “Nobody comes,” Ann said. “It is cold.” Ann said it was late. “It is cold.”
    """
    number = parsed.sentence[first]
    same = reports.get(number)
    if same and same.found.cue < first and parsed.lower[first - 1] == "," and parsed.quote[first - 1] < 0:
        begins = min(a for a, _ in same.found.parts)
        return same if begins < same.found.cue and parsed.quote[begins] >= 0 else None
    if not all(parsed.space[i] for i in range(parsed.first[number], first)):
        return None
    report = reports.get(number - 1)
    if report and report.source and not any(parsed.quote[i] >= 0 for i in report.found.words):
        return report if speaker_kind(parsed, subject_of(parsed, report.found.cue)) in SPEAKING else None
    return report


def _after_an_aside(parsed, first, reports):
    """The attribution that a passage goes on with behind a sentence of the writer's in which nobody else acts, or None.

    “It is a small quay,” Ann said. She has a shop there. **“That’s a tough area.”** But not: … Tom shook his head. “…”
    """
    number = parsed.sentence[first]
    begin = parsed.first[number]
    report = reports.get(number - 2)
    if report is None or report.source is None or not all(parsed.space[i] for i in range(begin, first)):
        return None
    if parsed.block[number - 2] != parsed.block[number] or any(parsed.space[i] for i in range(report.found.cue, first)):
        return None
    named = {parsed.lower[i] for i in range(*report.source)}
    others = any(
        parsed.dep[i] in NOUN_SUBJECTS
        and (parsed.quote[i] >= 0 or (_somebody(parsed, i) and parsed.lower[i] not in named))
        for i in range(parsed.first[number - 1], begin)
    )
    marked = any(parsed.quote[i] >= 0 for i in report.found.words)
    return report if marked and not others and number - 1 not in reports else None


def _somebody(parsed, token):
    """Whether a subject is a name or a person: **Tom** or **a man** shook his head; not: **he**, **the face**."""
    return parsed.pos[token] == "PROPN" or noun_class(parsed.lemma[token]) in ("person", "people")


def block_quotations(parsed, chosen, learned):
    """Blocks set off as quotations, without marks: the words of whom the sentence before the first of them names.

    Where nobody is said to say anything before them, they may be advertisements or summaries, and are nobody's words.
    """
    covered = set().union(*(one.found.words for one in chosen)) if chosen else set()
    found, last, introduced = [], None, None
    for block in (number for number, kind in enumerate(parsed.kinds) if kind == "blockquote"):
        sentences = [number for number, place in enumerate(parsed.block) if place == block]
        if not sentences:
            continue
        first, end = parsed.first[sentences[0]], parsed.last[sentences[-1]]
        while end > first and parsed.space[end - 1]:
            end -= 1
        own = _words_of(parsed, first, first, end)
        if not own.words or 2 * len(own.words & covered) > len(own.words):
            continue
        if last != block - 1:
            introduced = _introduction(parsed, first, learned)
        last = block
        if introduced is not None:
            source = source_of(parsed, introduced, "colon", own.parts, learned)
            found.append(Chosen(own, source, "block quotation"))
    return found


def _introduction(parsed, first, learned):
    """The last cue in the sentence before a block quotation, a verb of speaking or one before a colon, or None.

    She **wrote** in a letter:
    """
    i = first - 1
    while i > 0 and parsed.space[i]:
        i -= 1
    if i < 0:
        return None
    begin = parsed.first[parsed.sentence[i]]
    cues = [
        t
        for t in range(begin, i + 1)
        if parsed.pos[t] == "VERB" and may_report(parsed, t, learned.words)
        if parsed.lower[i] == ":" or act(parsed, t) == "said"
    ]
    return cues[-1] if cues else None


def _sentence(parsed, first, end, words):
    """Whether a passage reads like a sentence: a capital first, a stop last, at least three words."""
    stops = [parsed.lower[i][-1] in ".!?…," for i in range(max(first, end - 3), end)]
    return len(words) >= 3 and parsed.title[min(words)] and any(stops)


def _adjoins(parsed, end, first):
    """Whether only white space lies between two passages: the next sentence or paragraph."""
    return all(parsed.space[i] for i in range(end, first))


def _before(parsed, number):
    """The colon that stands before a passage, or None."""
    i = parsed.passages[number][0] - 1
    while i > 0 and parsed.space[i]:
        i -= 1
    return i if i >= 0 and parsed.lower[i] == ":" else None


def _name_after(parsed, end):
    """The name that a dash after a passage leads to: “No.” — Anna Berg; “No.” -Mayor Anna Berg"""
    if end >= parsed.size:
        return None
    dash = parsed.lower[end] in ("—", "–", "―", "--", "-")
    glued = not dash and parsed.lower[end][0] in "—–―-" and parsed.is_word[end]
    if not (dash or glued):
        return None
    begin = end + dash
    last = begin + glued
    while last < parsed.size and parsed.pos[last] in ("PROPN", "NOUN"):
        last += 1
    return (begin, last) if last > begin else None


def _verb_behind(parsed, end):
    """Verb and subject behind a passage: “No,” **sighed Ann Lee**; “No,” **Ann Lee fumed**; or None."""
    comma = end < parsed.size and "," in (parsed.lower[end - 2], parsed.lower[end - 1])
    if end >= parsed.size or not (comma or parsed.lower[end - 2] in ("?", "!")):
        return None
    for verb in range(end, min(end + BEHIND if comma else end + 1, parsed.size)):
        if parsed.space[verb] or parsed.quote[verb] >= 0:
            return None
        if parsed.pos[verb] == "VERB" and parsed.tag[verb] in ("VBD", "VBZ"):
            subject = next((kid for kid in parsed.kids[verb] if parsed.dep[kid] == "nsubj"), None)
            if subject is None or parsed.pos[subject] not in ("PROPN", "NOUN", "PRON") or parsed.tag[subject] == "WDT":
                return None
            if any(parsed.dep[kid] == "xcomp" for kid in parsed.kids[verb]):  # “Yes,” **she seems to say**
                return None
            return (verb, subject) if (subject > verb == end) or parsed.left[subject] == end < verb else None
    return None


def _in_the_words_of(parsed, first, end):
    """A passage whose sentence begins: In the words of **Ann Lee**, the quay is “a death trap”; or None."""
    begin = parsed.first[parsed.sentence[first]]
    if parsed.lower[begin : begin + 4] != ["in", "the", "words", "of"]:
        return None
    head = next((kid for kid in parsed.kids[begin + 3] if parsed.dep[kid] == "pobj" and kid < first), None)
    if head is None:
        return None
    name = next((kid for kid in parsed.kids[head] if parsed.dep[kid] == "appos" and parsed.pos[kid] == "PROPN"), None)
    source = (parsed.left[head], (parsed.right[name] if name is not None and name < first else head) + 1)
    begin = next(i for i in range(source[1], first + 1) if parsed.is_word[i] or i == first)
    return Chosen(_words_of(parsed, first, begin, end), source, "in the words of")


def turns(parsed):
    """Paragraphs that begin with a name in capitals and a colon, as those of an interview do: each is its words.

    Two names at least, and one of them twice: RELATED: is no speaker.
    """
    ends = dict(zip(parsed.block, parsed.last, strict=True))
    found = []
    for number, first in enumerate(parsed.first):
        colon = next((i for i in range(first + 1, min(first + 4, parsed.size)) if labels_a_turn(parsed, i)), None)
        if colon is not None:
            end = ends[parsed.block[number]]
            while end > colon + 1 and parsed.space[end - 1]:
                end -= 1
            one = Chosen(_words_of(parsed, colon, colon + 1, end, "colon"), (first, colon), "turn")
            found += [one] if one.found.words else []
    labels = [tuple(parsed.lower[slice(*one.source)]) for one in found]
    return found if 1 < len(set(labels)) < len(labels) else []
