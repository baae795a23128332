"""Choosing among contents that overlap, and what becomes of marks that no cue took.

This is the one place where it is decided which row remains when two constructions find the same
words:

1. Contents that share half their words are one attribution; the more probable cue keeps it.
2. A cue inside the content of another attribution reports within a report: it is kept, and its
   `inside` names the smallest attribution that holds it.
3. Words in marks that no attribution covers are somebody's if they are long enough: of the last
   speaker if they follow on, of a name after a dash or before a colon, or of nobody known.
4. Other words in marks are held at arm's length: kind "scare".
"""

from dataclasses import dataclass, replace

from .cues import cue_words, may_report
from .doubt import is_name_of_work, labels_a_turn, over_the_closing_mark
from .edges import moved
from .sources import phrase
from .trust import UNCLEAR, believed, shape
from .weigh import SAME, Found, alike, source_of, weigh, words_in

# What no cue took, by the rule that gives it to somebody or nobody: an example each.
RULES = {
    "continues last speaker": "“The bridge is shut,” said Anna Berg.\n“It will stay so.”\n“Nobody knows how long.”",
    "verb behind marks": "“It is dreadful to be poor and old,” giggled Ann Lee, a nurse.",
    "in the words of": "In the words of the mayor, Ann Lee, the bridge is “a death trap”.",
    "name after dash": "“The bridge stays closed for now and for good.” — Anna Berg",
    "introduced by colon": "The bridge has a history, and it is this: “Here it broke and many drowned.” It rained.",
    "no cue": "The bridge was shut. “It will stay so until the very end of winter.” It rained.",
}
TURN = 0.4  # the least probability of what a name in capitals and a colon lead to
SPOKEN = 7  # words in marks, from which on they are somebody's words even without a cue


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


def choose(parsed, learned):
    """The attributions of an article.

    Parameters
    ----------
    parsed : Parsed
    learned : Weights

    Returns
    -------
    list of Chosen
        In the order of the text.
    """
    chosen = [_whole(parsed, found, learned) for found in sure(parsed, weigh(parsed, learned), learned)]
    _enclose(chosen)
    chosen = [one for one in chosen if one.enclosing is None or shape(parsed, one.found) not in UNCLEAR]
    _enclose(chosen)
    chosen += _uncovered(parsed, chosen, learned)
    chosen += _block_quotations(parsed, chosen, learned)
    return sorted(chosen, key=lambda c: (c.found.parts, c.found.cue))


def once(options):
    """The more probable of contents that are the same; linear, as each word knows who took it."""
    kept, taken = [], {}
    for found in sorted(options, key=lambda f: (-f.probability, f.cue)):
        rivals = {id(taken[i]): taken[i] for i in found.words if i in taken}
        if any(alike(found.words, rival.words) >= SAME for rival in rivals.values()):
            continue
        kept.append(found)
        for i in found.words:
            taken.setdefault(i, found)
    return kept


def sure(parsed, likely, learned):
    """Of what is likely what is believed, each content once."""
    turns = {one.cue for one in likely if one.probability >= TURN and labels_a_turn(parsed, one.cue)}
    trusted = [
        one
        for one in believed(parsed, likely, learned.trust)
        if (one.probability >= learned.threshold or one.cue in turns) and not over_the_closing_mark(parsed, one)
    ]
    return once(trusted)


def _whole(parsed, found, learned):
    """With its source, and with the edges that annotators would give to content, cue and source."""
    source = source_of(parsed, found.cue, found.construction, found.parts, learned)
    parts, cue, source = moved(parsed, found, source, learned.edges)
    return Chosen(replace(found, parts=parts), source, found.construction, cue, probability=found.probability)


def _enclose(chosen):
    """Point each attribution whose cue lies in another's content at the smallest such."""
    by_size = sorted(chosen, key=lambda c: -len(c.found.words))
    holder = {}
    for outer in by_size:  # smaller ones overwrite larger ones
        for a, b in outer.found.parts:
            for i in range(a, b):
                holder.setdefault(i, []).append(outer)
    for inner in chosen:
        size = len(inner.found.words)
        for outer in reversed(holder.get(inner.found.cue, ())):
            if outer is not inner and len(outer.found.words) >= size:
                inner.enclosing = outer
                break


def _uncovered(parsed, chosen, learned):
    """Passages in marks that no attribution covers: whose words are they?"""
    covered, owner = set(), {}
    for one in chosen:
        if one.enclosing is None:
            covered |= one.found.words
            for i in one.found.words:
                owner[i] = one
    extra, last = [], None
    for number, (first, end) in enumerate(parsed.passages):
        words = words_in(parsed, ((first, end),))
        if not words:
            continue
        inside = [i for i in words if i in covered]
        if 2 * len(inside) > len(words):
            last = (end, owner[inside[0]])
            continue
        found, told = Found(0.0, first, "marks", ((first, end),), words), _in_the_words_of(parsed, first)
        if told:
            begin = next(i for i in range(told[1], first + 1) if parsed.is_word[i] or i == first)
            parts = ((begin, end),)
            extra.append(Chosen(Found(0.0, first, "marks", parts, words_in(parsed, parts)), told, "in the words of"))
            last = (end, extra[-1])
            continue
        before, spoken = _before(parsed, number), _verb_behind(parsed, end)
        if (
            is_name_of_work(parsed, first, end)
            or not (len(words) >= SPOKEN or _sentence(parsed, first, end, words))
            or parsed.heading[parsed.sentence[first]]
        ):
            continue
        one = Chosen(found, None, "no cue")
        if spoken:
            cue, head = spoken
            one.found, one.source = Found(0.0, cue, "quotation", ((first, end),), words), phrase(parsed, head, cue)
            one.cue = cue_words(parsed, cue)
            one.rule = "verb behind marks"
        elif last and _adjoins(parsed, last[0], first):
            one.follows, one.rule = last[1], "continues last speaker"
        elif _name_after(parsed, end):
            one.source, one.rule = _name_after(parsed, end), "name after dash"
        elif before is not None:
            one.source = source_of(parsed, before, "colon", found.parts, learned)
            one.rule = "introduced by colon"
        extra.append(one)
        last = (end, one)
    return extra


def _block_quotations(parsed, chosen, learned):
    """Blocks set off as quotations, without marks: the words of whom the sentence before names."""
    covered = set().union(*(one.found.words for one in chosen)) if chosen else set()
    found = []
    for block in (number for number, kind in enumerate(parsed.kinds) if kind == "blockquote"):
        sentences = [number for number, own in enumerate(parsed.block) if own == block]
        if not sentences:
            continue
        first, last = parsed.first[sentences[0]], parsed.last[sentences[-1]]
        while last > first and parsed.space[last - 1]:
            last -= 1
        words = words_in(parsed, ((first, last),))
        if not words or 2 * len(words & covered) > len(words):
            continue
        one = Chosen(Found(0.0, first, "marks", ((first, last),), words), None, "block quotation")
        cue = _introduction(parsed, first, learned)
        if cue is not None:
            one.source = source_of(parsed, cue, "colon", one.found.parts, learned)
        found.append(one)
    return found


def _introduction(parsed, first, learned):
    """The last cue in the sentence before a block quotation: She **wrote** in a letter:"""
    i = first - 1
    while i > 0 and parsed.space[i]:
        i -= 1
    if i < 0:
        return None
    begin = parsed.first[parsed.sentence[i]]
    cues = [t for t in range(begin, i + 1) if parsed.pos[t] == "VERB" and may_report(parsed, t, learned.words)]
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
    """Verb and subject behind a passage, where the verb comes first: “No,” **sighed Ann Lee**; or None."""
    if end >= parsed.size or (parsed.lower[end - 2] not in (",", "?", "!") and parsed.lower[end - 1] != ","):
        return None
    if parsed.pos[end] != "VERB" or parsed.tag[end] not in ("VBD", "VBZ"):
        return None
    subject = next((kid for kid in parsed.kids[end] if kid > end and parsed.dep[kid] == "nsubj"), None)
    return (end, subject) if subject is not None and parsed.pos[subject] in ("PROPN", "NOUN", "PRON") else None


def _in_the_words_of(parsed, first):
    """The source of a passage whose sentence begins: In the words of **Ann Lee**, …; or None."""
    begin = parsed.first[parsed.sentence[first]]
    if parsed.lower[begin : begin + 4] != ["in", "the", "words", "of"]:
        return None
    head = next((kid for kid in parsed.kids[begin + 3] if parsed.dep[kid] == "pobj" and kid < first), None)
    if head is None:
        return None
    name = next((kid for kid in parsed.kids[head] if parsed.dep[kid] == "appos" and parsed.pos[kid] == "PROPN"), None)
    return (parsed.left[head], (parsed.right[name] if name is not None and name < first else head) + 1)
