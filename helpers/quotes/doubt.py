"""Shapes of rows that are wrong more often than their weights say, above all in news that is no politics.

The weights were learned from political news, where "he supports the bill" is a stance that somebody is reported to
have. Elsewhere the same shapes tell what is done. Each shape has the least probability from which on a row of it
stays, an example that must not become a row, and a like one that must.
"""

from typing import NamedTuple

from ..language.grammar import SUBJECTS
from .cues import MARKS, cue_class
from .features import subject_of
from .source_roles import ROLE_OF

NOT_SOMEBODY = frozenset("who you one nobody everyone everybody anyone anybody someone what which".split())
WRITER = frozenset("i we".split())
WORKS = frozenset(
    "film movie song album book novel play show series single track game video exhibition poem article column episode "
    "documentary podcast musical painting ballad opera magazine paper essay hit tune chapter ship boat operation "
    "project programme program campaign slogan motto nickname name title label sign word term phrase category".split()
)
NAMING = frozenset("call title entitle dub name nickname label term sing play perform record know release".split())
SMALL = frozenset("a an the of in on at to for and or but with from by as is".split())
TITLE = 7  # words of the longest title


def is_name_of_work(parsed, first, last):
    """Whether words in marks are the title of a work, a song or a nickname: he sang “Blue Moon”.

    Each word but small ones has a capital, no stop stands at the end, and the word before names a work or gives a name.
    """
    number = parsed.quote[first]
    if number < 0 or parsed.passages[number] != (first, last):
        return False
    words = [i for i in range(first, last) if parsed.is_word[i]]
    if not words or len(words) > TITLE or not parsed.title[words[0]]:
        return False
    if not all(parsed.title[i] or parsed.lower[i] in SMALL for i in words) or parsed.lower[last - 2] in (".", "!", "?"):
        return False
    if first >= 2 and parsed.lower[first - 1] in ("and", "or", ",") and parsed.quote[first - 2] >= 0:
        return is_name_of_work(parsed, *parsed.passages[parsed.quote[first - 2]])
    before = [i for i in range(max(first - 3, 0), first) if parsed.sentence[i] == parsed.sentence[words[0]]]
    return any(parsed.lemma[i] in WORKS or (parsed.lemma[i] in NAMING and parsed.pos[i] == "VERB") for i in before)


def any_work(parsed, first, last):
    """Whether all that stands in marks between two tokens is names of works: “Blue Moon” and “Yesterday” at night."""
    numbers = {parsed.quote[i] for i in range(first, last)} - {-1}
    inside = [parsed.passages[number] for number in numbers]
    return (
        bool(inside)
        and last - first < 16
        and all(is_name_of_work(parsed, a, b) for a, b in inside)
        and (parsed.quote[first] >= 0 and parsed.passages[parsed.quote[first]][0] == first)
    )


def _plain(parsed, found):
    return parsed.lower[found.cue] not in MARKS and not any(parsed.quote[i] >= 0 for i in found.words)


def _clause(parsed, found):
    return any(parsed.pos[i] in ("VERB", "AUX") and parsed.dep[i] != "amod" for i in found.words)


def _thing(parsed, found):
    return _plain(parsed, found) and not _clause(parsed, found)


def _few_words(parsed, found):
    return len(found.words) <= 2 and _thing(parsed, found)


def _unlisted(parsed, found):
    return _plain(parsed, found) and parsed.pos[found.cue] != "ADJ" and cue_class(parsed, found.cue) is None


def _cannot_speak(parsed, found):
    subject = subject_of(parsed, found.cue)
    if subject < 0 or parsed.pos[subject] != "NOUN" or parsed.what[subject] or not _plain(parsed, found):
        return False
    if not any(parsed.dep[kid] == "nsubj" for kid in parsed.kids[found.cue]):
        return False
    return parsed.lemma[subject].lower() not in ROLE_OF and parsed.lower[subject] not in ROLE_OF


def _nobody(parsed, found):
    own = [kid for kid in parsed.kids[found.cue] if parsed.dep[kid] in SUBJECTS]
    asked = parsed.lower[parsed.last[parsed.sentence[found.cue]] - 1] == "?"
    return any(
        parsed.lower[kid] in NOT_SOMEBODY - {"who"} or (asked and parsed.lower[kid] == "who") for kid in own
    ) and (_plain(parsed, found))


def _writer(parsed, found):
    own = [kid for kid in parsed.kids[found.cue] if parsed.dep[kid] in SUBJECTS]
    return any(parsed.lower[kid] in WRITER for kid in own) and _plain(parsed, found) and parsed.quote[found.cue] < 0


def _about_marks(parsed, found):
    """Content that begins within marks and runs on over their end: “He is ill,” said Ben …"""
    for first, last in found.parts:
        number = parsed.quote[first]
        if number >= 0 and parsed.passages[number][0] < first and parsed.passages[number][1] < last:
            return True
    return False


class Doubt(NamedTuple):
    """A shape of rows, the least probability of such a row, a sentence without a row, and one with."""

    holds: callable
    least: float
    example: str
    counter: str


INSIDE = 0.6  # of a report within a report that has a clause; what has none is told and not reported
DOUBTS = {
    "a thing, no clause": Doubt(
        _thing, 0.5, "The index recorded its worst week since August.", "The mayor demanded that the list be published."
    ),
    "one or two words": Doubt(_few_words, 0.65, "He hates crime.", "The mayor said no more buses would run."),
    "a verb on no list": Doubt(
        _unlisted,
        0.55,
        "The firm tied its fortunes to the harbour.",
        "The mayor blurted out that the bridge is closed.",
    ),
    "a subject that cannot speak": Doubt(
        _cannot_speak, 0.65, "The anniversary recalled old quarrels.", "The report found that nobody was hurt."
    ),
    "nobody in particular": Doubt(_nobody, 0.7, "Who cares about the colour?", "He, who said it was late, left."),
    "the writer": Doubt(_writer, 0.6, "I wanted to buy a copy.", "“I am late,” I said."),
    "over the closing mark": Doubt(
        _about_marks, 2.0, "“He says he will go,” said Ann Lee, a nurse.", "Ann Lee said “he will go” by bus."
    ),
}


def least(parsed, found, threshold):
    """The least probability from which on a row stays: the greatest of the shapes it has."""
    return max([threshold, *(doubt.least for doubt in DOUBTS.values() if doubt.holds(parsed, found))])


def least_inside(parsed, found):
    """The least probability of a report within a report: He hates crime, the police said."""
    return 2.0 if _thing(parsed, found) else INSIDE
