"""What stands in marks and is nobody's words, and what only looks like a report."""

from ..language.grammar import SUBJECTS
from .acts import act

WORKS = frozenset(
    "film movie song album book novel play show series single track game video exhibition poem article column episode "
    "documentary podcast musical painting ballad opera magazine paper essay hit tune chapter ship boat operation "
    "project programme program campaign slogan motto nickname name title label sign word term phrase category".split()
)
NAMING = frozenset("call title entitle dub name nickname label term sing play perform record know release".split())
SMALL = frozenset("a an the of in on at to for and or but with from by as is".split())
TITLE = 7  # words of the longest title that the word before makes one
CAPITALS = 3  # words with a capital, from which on a title needs no such word
LONG = 4  # letters of a word of a sentence that is no headline
HOSTS = frozenset("host hosts anchor anchors".split())  # of a programme: the host **of “Meet the Press”**
HEADED = frozenset("said urged promised shown judged framed".split())  # acts that a heading tells of
FINITE = frozenset("VBZ VBD VBP NNS".split())  # in capitals the model takes "Vows" for a noun
IT = frozenset("it this that there what".split())


def is_name_of_work(parsed, first, last):
    """Whether words in marks are the title of a work, a song or a nickname: he sang “Blue Moon”.

    Each word but small ones has a capital, no stop stands at the end, and the word before names a work or gives a name;
    or so many have one that it is no sentence: its hits, among them “Listen To The Music”.
    """
    number = parsed.quote[first]
    if number < 0 or parsed.passages[number] != (first, last):
        return False
    words = [i for i in range(first, last) if parsed.is_word[i]]
    if not words or not parsed.title[words[0]]:
        return False
    if _is_programme(parsed, first, words):
        return True
    if not all(parsed.title[i] or parsed.lower[i] in SMALL for i in words) or parsed.lower[last - 2] in (".", "!", "?"):
        return False
    capitals = sum(parsed.lower[i] not in SMALL and not parsed.upper[i] for i in words)
    if capitals >= CAPITALS and _runs_small(parsed, first, last):
        return True
    if len(words) > TITLE:
        return False
    if first >= 2 and parsed.lower[first - 1] in ("and", "or", ",") and parsed.quote[first - 2] >= 0:
        return is_name_of_work(parsed, *parsed.passages[parsed.quote[first - 2]])
    before = [i for i in range(max(first - 3, 0), first) if parsed.sentence[i] == parsed.sentence[words[0]]]
    return any(parsed.lemma[i] in WORKS or (parsed.lemma[i] in NAMING and parsed.pos[i] == "VERB") for i in before)


def _is_programme(parsed, first, words):
    """Whether a passage is what one is heard on: she said on CNN’s **“State of the Union.”**"""
    if not 1 < len(words) <= TITLE or not all(parsed.title[i] or parsed.lower[i] in SMALL for i in words):
        return False
    before = first - 1
    if before > 1 and parsed.tag[before] == "POS" and parsed.pos[before - 1] == "PROPN":  # on **NBC’s** “Today Show”
        before = parsed.left[before - 1] - 1
        return parsed.lower[before] in ("on", "of", "to") or parsed.lower[before - 1 : before + 1] == ["on", "the"]
    hosted = parsed.lower[before] == "of" and parsed.lower[before - 1] in HOSTS
    return (
        before > 0 and (parsed.lower[before] == "on" or hosted) and parsed.sentence[before] == parsed.sentence[words[0]]
    )


def _runs_small(parsed, first, last):
    """Whether the sentence around a passage is no headline: it has longer words without a capital."""
    number = parsed.sentence[first]
    around = range(parsed.first[number], parsed.last[number])
    return not parsed.heading[number] and any(
        parsed.lower[i].isalpha() and not parsed.title[i] and len(parsed.lower[i]) >= LONG
        for i in around
        if not first <= i < last
    )


def any_work(parsed, first, last):
    """Whether all that stands in marks between two tokens is names of works: “Blue Moon” and “Yesterday” at night."""
    if last - first >= 16 or parsed.quote[first] < 0 or parsed.passages[parsed.quote[first]][0] != first:
        return False
    numbers = {parsed.quote[i] for i in range(first, last)} - {-1}
    return all(is_name_of_work(parsed, *parsed.passages[number]) for number in numbers)


def over_the_closing_mark(parsed, found):
    """Whether a content begins within marks and runs on over their end: “**He is ill,” said Ben** …"""
    for first, last in found.parts:
        number = parsed.quote[first]
        if number >= 0 and parsed.passages[number][0] < first and parsed.passages[number][1] < last:
            return True
    return False


def inverted(parsed, cue):
    """Whether who speaks stands behind the cue, and no content: “It is shut,” **said** Ann Lee, who has a boat."""
    number = parsed.quote[cue - 1] if cue > 2 else -1
    if number < 0 or parsed.passages[number][1] != cue or parsed.lower[cue - 2] not in (",", "?", "!"):
        return False
    opens = all(parsed.space[i] for i in range(parsed.first[parsed.sentence[cue]], parsed.passages[number][0]))
    return opens and parsed.tag[cue] in ("VBD", "VBZ") and act(parsed, cue) == "said"


def labels_a_turn(parsed, cue):
    """Whether a colon stands behind a name in capitals that begins a paragraph: **BERG:** I never saw it."""
    number = parsed.sentence[cue]
    first = parsed.first[number]
    begins = number == 0 or parsed.block[number] != parsed.block[number - 1]
    return (
        begins and parsed.lower[cue] == ":" and 0 < cue - first < 4 and all(parsed.upper[i] for i in range(first, cue))
    )


def nobody_says(parsed, found):
    """Whether a cue outside marks is a question or a command of the writer's: nobody is reported to say it.

    Do they **believe** that it is shut? Who **says** it is shut? **Note** that it is shut.
    But: “It is shut,” **say** police. She **asks** whether it is shut.
    """
    cue = found.cue
    if parsed.quote[cue] >= 0 or parsed.pos[cue] != "VERB":
        return False
    kids = parsed.kids[cue]
    subject = next((kid for kid in kids if parsed.dep[kid] in SUBJECTS), None)
    if subject is None:
        free = not any(parsed.dep[kid] == "aux" or parsed.dep[kid] == "expl" for kid in kids)
        return parsed.tag[cue] == "VB" and parsed.dep[cue] == "ROOT" and free and found.parts[0][0] > cue
    number = parsed.sentence[cue]
    if parsed.dep[cue] != "ROOT" or "?" not in parsed.lower[max(parsed.last[number] - 3, cue) : parsed.last[number]]:
        return False
    if any(parsed.tag[kid] == "WRB" for kid in kids):  # Why did she say that it is shut? So she did.
        return False
    return parsed.tag[subject] == "WP" or any(parsed.dep[kid] == "aux" and kid < subject < cue for kid in kids)


def describes(parsed, found):
    """Whether a cue is a participle that describes a noun behind it: his **repeated** lies; **continued** struggles.

    But: **Continued** Stone: “It rained.” His **repeated** emphasis that it rained.
    """
    cue = found.cue
    head = parsed.head[cue]
    if any(
        parsed.dep[kid] in ("acl", "ccomp") and parsed.lower[parsed.left[kid]] == "that" for kid in parsed.kids[head]
    ):
        return False
    return parsed.dep[cue] == "amod" and cue < head and parsed.tag[cue] in ("VBN", "VBG") and parsed.pos[head] == "NOUN"


def no_headline(parsed, found):
    """Whether a cue in a heading is none that headings report by: the model takes their words for other ones often.

    Reports: Lee **Says** Bread Is Cheap; Lee**:** ‘Bread Is Cheap’; Lee **Sees** ‘Dear’ Bread
    None: Lee Growls in **Response** to Roe; To Lee, **Worried** About Bread; Lee **Sees** Hope; It **Says** a Lot
    """
    cue, first = found.cue, found.parts[0][0]
    if not parsed.heading[parsed.sentence[cue]] or ":" in (parsed.lower[cue], parsed.lower[first - 1]):
        return False
    if any(parsed.lower[kid] in IT and parsed.dep[kid] in SUBJECTS for kid in parsed.kids[cue]):
        return True
    of_noun = parsed.pos[cue] == "NOUN" and parsed.lower[first] != "to"  # Lee's **Refusal** to Speak of ‘Dear’ Bread
    if first > cue and not of_noun and any(parsed.quote[i] >= 0 for i in found.words):
        return False
    return parsed.tag[cue] not in FINITE or act(parsed, cue) not in HEADED
