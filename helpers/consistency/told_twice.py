"""One thing told twice: numbers, quotations and attributes that differ."""

import re
from csv import DictReader
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

from ..timeline.triggers import needed
from .grounds import Finding

WHOLE = 10  # words of a quotation that another speaker does not say by chance with one word changed
_FILE = Path(__file__).parents[1] / "data" / "opposites.tsv"
CHANGING = frozenset(
    (
        "first initially earlier previously rose risen rise rising fell fallen fall raised "
        "increased grew up down revised "
        "another more additional other further extra later last originally instead remaining least"
    ).split()
)
NEAR = 120  # tokens between two sentences, up to which the same noun alone says that the same is counted
WORDS = 5  # of a quotation that is more than a phrase
MARKED = 100  # quotations back to which another is compared
OTHER_TIME = frozenset("later earlier ago previously afterwards".split())
# Words that change with who speaks: "that makes me proud", "that makes him proud".
POINTING = frozenset("i me my mine we us our he him his she her they them their you your a an the".split())
OTHERS = frozenset("another other others next again new newest old older previous former each".split())
OPPOSED = frozenset("for against with without in out up down from to not n't".split())
# Nouns for what is done to those who are counted: the loss of 240 jobs, the jobs that were lost.
DONE = dict(
    pair.split(":")
    for pair in (
        "loss:lose death:die killing:kill sale:sell theft:steal closure:close purchase:buy deportation:deport "
        "arrest:arrest release:release destruction:destroy recovery:recover delivery:deliver rescue:rescue"
    ).split()
)
UNITS = frozenset(
    "year month week day hour minute percent % time million billion dollar euro pound people mile".split()
)

EXAMPLES = {
    "number": (
        "The fire killed 14 men. The 17 men killed in the fire were guests.",
        "The fire killed 14 men. Another 17 men were hurt.",
    ),
    "quotation": (
        "“It is a bad day for every harbour,” Ada Holm said. She said: “It is a good day for every harbour.”",
        "“It is a bad day for every harbour,” Ada Holm said. She spoke of “a bad day for every harbour.”",
    ),
    "attribute": (
        "It passed in a unanimous vote. Two members voted against it.",
        "It passed in a unanimous vote. Nine members voted for it.",
    ),
}


def number(grounds):
    """Two numbers of the same things: killed **14** people; the **17** people killed."""
    seen, together = {}, _told_together(grounds)
    for token, value in grounds.numerals:
        if token.dep_ != "nummod" or value < 2 or token.head.pos_ not in ("NOUN", "PROPN"):
            continue
        noun = token.head
        if noun.i < token.i or noun.tag_ in ("NN", "NNP"):  # "iPhone 4", "the 2016 election" count nothing
            continue
        lemma = noun.lemma_.lower()
        if lemma in UNITS and lemma != "people":
            continue
        if CHANGING & {word.lower_ for word in token.sent if word.dep_ != "prt"} or (
            token.i and grounds.doc[token.i - 1].like_num
        ):
            continue
        verbs = _verbs(noun)
        if any(child.lower_ in ("the", "these", "those") for child in noun.children):  # what was counted before
            for known, other, other_verbs in seen.get(lemma, ()):
                if _kind(noun) != _kind(other.head) and _kind(noun) and _kind(other.head):
                    continue  # 578 likely voters of one party, 1,737 registered voters
                shared = verbs & other_verbs and (_same_rest(token, other) or _same_way(noun, other.head))
                if (lemma, frozenset((known, value))) in together:
                    continue  # two groups: the five companies join the nine
                if known == value or other.sent.start == token.sent.start or _two_voices(grounds, token, other):
                    continue
                bare = not (_described(noun) or _kind(noun) or _kind(other.head))
                bare &= other.sent.end + NEAR > token.sent.start
                if shared or bare:
                    claim, evidence = (token.idx, noun.idx + len(noun)), (other.idx, other.head.idx + len(other.head))
                    problem = f"Here “{grounds.text[slice(*claim)]}”, there “{grounds.text[slice(*evidence)]}”."
                    yield Finding("number", claim, evidence, problem)
                    break
        seen.setdefault(lemma, []).append((value, token, verbs))


def _told_together(grounds):
    """(noun, two numbers of it) that one sentence tells side by side."""
    found, groups = set(), {}
    for token, value in grounds.numerals:
        if token.dep_ == "nummod":
            groups.setdefault((token.sent.start, token.head.lemma_.lower()), set()).add(value)
    for (_, lemma), values in groups.items():
        found.update((lemma, frozenset(pair)) for pair in combinations(sorted(values), 2))
    return found


def _verbs(noun):
    """Lemmas of the verbs that a noun is subject or object of, or that its clauses have."""
    found = {noun.head.lemma_.lower()} if noun.head.pos_ == "VERB" and noun.dep_ != "npadvmod" else set()
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":  # "the loss of 240 jobs"
        found.add(DONE.get(noun.head.head.lemma_.lower(), noun.head.head.lemma_.lower()))
    found |= {
        child.lemma_.lower() for child in noun.children if child.dep_ in ("acl", "relcl") and child.pos_ == "VERB"
    }
    return found - {"be", "have", "say", "include", "take", "make", "get"}


def _same_way(noun, other):
    """Whether what two nouns did has the same particle: burned **down**; not voted **for** and **against**."""
    ways = []
    for one in (noun, other):
        verbs = [child for child in one.children if child.dep_ in ("acl", "relcl") and child.pos_ == "VERB"]
        verbs = verbs or ([one.head] if one.head.pos_ == "VERB" else [])
        ways.append({child.lower_ for verb in verbs for child in verb.children if child.dep_ in ("prt", "neg", "prep")})
    return bool(ways[0] & ways[1]) and not (ways[0] ^ ways[1]) & OPPOSED


def _same_rest(token, other):
    """Whether the clauses of two numbers share another noun or name: the **fire**."""

    def words(number):
        return {word.lemma_.lower() for word in number.sent if word.pos_ in ("NOUN", "PROPN")} - {
            number.head.lemma_.lower()
        }

    return bool(words(token) & words(other))


def _kind(noun):
    """Adjectives and the like that make a noun another thing: the old cabins, the 20 **new** cabins."""
    return {child.lemma_.lower() for child in noun.children if child.dep_ in ("amod", "compound", "poss")}


def _described(noun):
    """Whether words after a noun say which ones: the 95 delegates **needed**, the houses **of the town**."""
    return any(child.i > noun.i and child.dep_ in ("acl", "relcl", "prep", "amod", "advmod") for child in noun.children)


def _two_voices(grounds, token, other):
    """Whether two speakers give the two numbers: a dispute between them, not of the article."""
    a, b = grounds.attributed.get(token.idx), grounds.attributed.get(other.idx)
    return a is not None and b is not None and a != b


_MARKED = re.compile(r"[“\"]([^“”\"\n]{1,300})[”\"]")


def quotation(grounds):
    """Words in marks that come again with another word in them: of one speaker, or of a note or a recording."""
    known, named = [], {name for names in grounds.names.values() for name in names}
    for found in _MARKED.finditer(grounds.text):
        words, who = _plain(found[1]), grounds.attributed.get(found.start(1))
        for place, other, speaker in known[-MARKED:]:
            one_voice = not {who, speaker} <= named or who.split()[-1] == speaker.split()[-1]
            if (one_voice or len(words) >= WHOLE) and _other_word(words, other):
                twice = f"“{' '.join(words)}”, “{' '.join(other)}”"
                problem = f"The same words are quoted twice, with another word in them: {twice}."
                yield Finding("quotation", found.span(1), place, problem)
                break
        known.append((found.span(1), words, who))


def _other_word(one, other):
    """Whether two quotations are the same but for a word in four: none is left out but at their edges.

    >>> told = [f"{words} to the shirt".split() for words in ("it was a disgrace", "a disgrace", "it was an insult")]
    >>> _other_word(told[0], "it was a disgrace to the club".split()), _other_word(told[0], told[1])
    (True, False)
    >>> _other_word(told[0], told[2])
    False
    """
    fewest = min(len(one), len(other))
    if fewest < WORDS or len(set(one) & set(other)) < fewest // 2:
        return False
    steps = [step for step in SequenceMatcher(None, one, other, autojunk=False).get_opcodes() if step[0] != "equal"]
    apart = [(one[a:b], other[c:d]) for how, a, b, c, d in steps if how == "replace"]
    edges = [step for step in steps if step[0] != "replace"]
    if any((a > 0 and b < len(one)) or max(b - a, d - c) > 2 for _, a, b, c, d in edges):
        return False
    words = {word for pair in apart for side in pair for word in side}
    return bool(words - POINTING) and sum(max(map(len, pair)) for pair in apart) <= fewest // 4


def _plain(words):
    return re.findall(r"[^\W_]+(?:[’'][^\W_]+)?", words.lower())


def _opposites():
    """Two patterns that exclude each other, and the letters that a text has where both match."""
    with _FILE.open(encoding="utf8", newline="") as lines:
        pairs = [
            tuple(re.compile(rf"\b(?:{row[side]})\b", re.IGNORECASE) for side in ("one", "other"))
            for row in DictReader(lines, delimiter="\t")
        ]
    return [(one, other, needed(one) | needed(other)) for one, other in pairs]


OPPOSITES = _opposites()


def attribute(grounds):
    """Two attributes that exclude each other, of one thing: a **unanimous** vote; three **voted against**."""
    letters = grounds.text.casefold()
    for one, other, needs in OPPOSITES:
        if not all(any(run in letters for run in runs) for runs in needs):
            continue
        for first in one.finditer(grounds.text):
            span = grounds.doc.char_span(*first.span(), alignment_mode="expand")
            if span is None or _denied(span):
                continue
            number = grounds.place_of[span.root.sent.start]
            for sentence in grounds.sentences[max(number - 1, 0) : number + 2]:
                matches = other.finditer(grounds.text, sentence.start_char, sentence.end_char)
                second = next((m for m in matches if m.end() <= first.start() or m.start() >= first.end()), None)
                if not second or (sentence.start == span.root.sent.start and _joined(grounds, first, second)):
                    continue
                there = grounds.doc.char_span(*second.span(), alignment_mode="expand")
                if sentence.start != span.root.sent.start and OTHER_TIME & {word.lower_ for word in sentence}:
                    continue  # "A week later …" may be about another one
                if there is None or _denied(there) or not _one_thing(grounds, span, there):
                    continue
                both = f"“{first.group()}” and “{second.group()}”"
                problem = f"{both} are said of the same thing, and exclude each other."
                yield Finding("attribute", first.span(), second.span(), problem)
                break


def _joined(grounds, first, second):
    """Whether the two are set side by side as different: face-to-face and by video; not by video but in person."""
    low, high = sorted((first.span(), second.span()))
    between = grounds.text[low[1] : high[0]].lower()
    return bool(re.search(r"\b(?:and|or|but|rather than|instead of|not|than|with|while)\b", between)) and not re.search(
        r"\b(?:following|after)\b", between
    )


def _denied(span):
    return any(child.dep_ == "neg" for child in span.root.head.children) or any(
        word.lower_ in ("not", "no", "never", "if", "will", "without", "unlike")
        for word in span.doc[max(span.start - 3, 0) : span.start]
    )


def _one_thing(grounds, one, other):
    """Whether both are about one thing: a noun that both clauses share, or an enumeration of the first one's noun."""
    if one.root.sent.start == other.root.sent.start:
        low, high = sorted((one.start, other.start))
        listed = any(word.lower_ in ("following", "after") for word in grounds.doc[low:high])
        return listed or one.root.head.i == other.root.head.i
    if any(OTHERS & {c.lower_ for w in (span.root, span.root.head) for c in w.children} for span in (one, other)):
        return False  # "They were made for outdoor use. The new indoor camera …"
    times = [grounds.times_in(span.root.sent) for span in (one, other)]
    if times[0] and times[1] and times[0][0].last < times[1][0].first:
        return False
    return not any(word.lower_ in ("another", "other", "next", "again") for word in other.root.sent)
