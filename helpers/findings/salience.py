"""What speaks for a sentence as one of the few that tell the article: plain features, few enough for few articles.

Position, title and length are Edmundson's (1969) and Kupiec, Pedersen and Chen's (1995); the cues are those of what
an editor marks as a fact: a figure with its comparison, a dispute, what is open.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt

from spacy.lang.en.stop_words import STOP_WORDS

from ..language import parse
from ..language.spelling import porter_stem
from .leaning import points_back

LONGEST = 45  # words, beyond which a sentence is not longer for us
MUCH = 35  # words, from which on length speaks against it
REPEATED = 3  # sentences with a word, from which on the article comes back to it
HEADLINE = 16  # words of a first block at most, if it is one
LINES = 2  # that a headline has at most
FINITE = frozenset("VBD VBZ VBP MD".split())  # tags of verbs; a sentence without them is a caption or a title
STORY = ("paragraph", "list item", "blockquote")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMERAL = re.compile(r"\d[\d,.]*")
_DAY = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\b|\b(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b"
)
# "(AP) HOLM, Norway - ", "HOLM (Reuters) ", "Holm, NY – ", with a caption before it: no part of the first sentence.
_CITY = r"[A-Z][A-Z.’']{2,20}(?: [A-Z][A-Z.’']{1,20}){0,3}(?:, [A-Z][A-Za-z.]{1,14}(?: [A-Z][a-z]{1,14}| \d{1,2})?)?"
_AGENCY = r"\((?:AP|AFP|Reuters|UPI|CNN|dpa|HealthDay News)\)"
DATELINE = re.compile(
    rf"(?:{_CITY} ?[-–—]{{1,2}}|[A-Z][a-z]{{2,14}}(?: [A-Z][a-z]{{1,14}})?, [A-Z]{{2}} [-–—]"
    rf"|(?:[^\n]{{0,200}}? )??(?:{_AGENCY} {_CITY} ?[-–—]{{1,2}}|{_CITY} {_AGENCY} ?[-–—]{{0,2}})) ?(?=[A-Z“\"])"
)
DATED = 3  # sentences among which a dateline may stand
_SPEECH = re.compile(r"[“\"]{1,2}[^”\"]{1,2000}[”\"]{1,2}")  # each mark may stand twice

# Pronouns at the beginning: what they stand for stands in the sentence before (of “it”, `points_back` judges).
_POINTS = re.compile(
    r"[“\"‘'(]?(?:(?:but|and|so|however|meanwhile|instead|yet),? )?"
    r"(?:he|she|they|his|her|their|its|this|that|these|those|both|such)\b",
    re.IGNORECASE,
)

# name -> (pattern on the sentence in lower case, an example where it holds, one where it does not).
CUES = {
    "disputed": (
        r"\b(?:den(?:y|ies|ied|ying)|disput\w+|reject\w*|critici[sz]\w*|critics?|oppos(?:e|es|ed|ing|ition)"
        r"|object(?:s|ed"
        r"|ions?)|contradict\w*|condemn\w*|fear(?:s|ed)?|accus\w+|blam(?:e|es|ed|ing)|controvers\w+|challeng(?:es"
        r"|ed|ing)"
        r"|protest\w*|worr(?:y|ies|ied))\b",
        "The company denied that the valve had been checked.",
        "The valve was checked in May.",
    ),
    "contested": (
        r"\b(?:den(?:ies|ied|ying)|disput(?:es|ed|ing)|reject(?:s|ed|ing)?|critici[sz](?:e[ds]?|ing|ms?)|critics?"
        r"|oppos(?:e[ds]?|ing|ition)|object(?:s|ed) to|contradict(?:s|ed)|condemn(?:s|ed|ing)|accus(?:e[ds]?|ing)"
        r"|blam(?:e[ds]|ing)|controversial|challeng(?:ed|ing) (?:the|a|his|her|their|it)|protest(?:s|ed|ers?)"
        r"|(?:fear|worry|worries|fears|feared|worried) (?:that|for|about))\b",
        "Critics fear for their shops.",
        "One of the challenges is the fear of water.",
    ),
    "open": (
        r"\b(?:unclear|uncertain\w*|unlikely|not (?:yet )?(?:said|known|clear|decided|released?)|declined to|did not "
        r"(?:immediately )?(?:respond|return)|no (?:immediate )?plans|remains? (?:an )?(?:open|unclear|unknown|to be)"
        r"|will|(?:is|are) to|expected to|scheduled|could not|yet to|whether)\b",
        "The council has not said when the bridge will reopen.",
        "The council closed the bridge.",
    ),
    "comparison": (
        r"[$£€] ?\d|\d[- ]?(?:%|per ?cent|million|billion|trillion|times|fold|points?)|\b\d{1,3}(?:,\d{3})+\b"
        r"|\b(?:than|about|nearly|almost|over|some|around|at least|up to|as many as|from|of the) \d"
        r"|\b\d+ (?:out )?of (?:the|every) ",
        "Some 40 of the 90 boats were lost, 3 per cent.",
        "Of the crew, Holm, 44, was first.",
    ),
    "study": (
        r"\b(?:study|survey|poll|reports?|research\w*|found|finds|according)\b",
        "A survey found that half of them walk.",
        "Half of them walk.",
    ),
    "first person": (
        r"\b(?:i|my|me|we|our)\b",
        "I went back on Tuesday.",
        "She went back on Tuesday.",
    ),
    "caption": (
        r"\b(?:image|photo|pictured|file photo|photograph)\b|\((?:left|right|centre|center|file|pictured)\b"
        r"|\b(?:reporting|editing|writing) by\b|\b(?:click|subscribe|sign up|follow us|read more)\b"
        r"|\bfor more information\b|\bwww\.|https?:|^tel(?:ephone)?[:.]|^as published in\b|\ball rights reserved\b"
        r"|\bwe (?:hope|invite) you\b|\bwe(?:[’']ve| have) asked (?:him|her|them)\b|\bjoin us\b"
        r"|\b(?:views|opinions) expressed (?:in|here|by)\b|\bcheck out (?:the|our)\b",
        "Berg (left) and Holm at the harbour.",
        "Berg met Holm at the harbour.",
    ),
}
_CUES = {name: re.compile(pattern) for name, (pattern, _, _) in CUES.items()}


def cue(name, text):
    """Whether a sentence has a cue of `CUES`, outside what it has in quotation marks.

    >>> [name for name, (_, example, counter) in CUES.items() if not cue(name, example) or cue(name, counter)]
    []
    """
    return bool(_CUES[name].search(without_speech(text).lower()))


def without_speech(text):
    """A sentence without what it has in quotation marks."""
    return _SPEECH.sub("", text)


def marks_paired(text):
    """Whether a sentence closes what it opens.

    >>> marks_paired("“Yes,” she said."), marks_paired("“Yes. She left.")
    (True, False)
    """
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")


def stems(text):
    """The stems of the words that carry meaning.

    >>> sorted(stems("The bridges were closed"))
    ['bridg', 'close']
    """
    return {porter_stem(word) for word in _WORD.findall(text.lower()) if word not in STOP_WORDS}


@dataclass
class Sentence:
    """A sentence of the story, with what its features are asked of."""

    start: int
    end: int
    text: str
    block: int
    number: int  # among the sentences of the story, from 0
    of: int
    title: frozenset  # stems of the article's title
    spoken: float  # share of its characters in quotation marks that somebody says, 0 … 1
    attributed: float  # share that is anybody's, 0 … 1
    leans: bool  # on the sentence before it
    central: float = 0.0  # how near it is to all others, 0 … 1
    repeated: int = 0  # how many of its words the article comes back to

    @cached_property
    def stems(self):
        return stems(self.text)

    @cached_property
    def figures(self):
        """How many numerals it has that are not part of a date."""
        return len(_NUMERAL.findall(_DAY.sub("", self.text.lower())))

    def has(self, name):
        return cue(name, self.text)


FEATURES = {
    "words of the title": lambda s: len(s.stems & s.title) / max(1, len(s.title)),
    "early": lambda s: -log(s.number + 1),
    "length": lambda s: min(len(s.text.split()), LONGEST) / 20,
    "long": lambda s: max(0, len(s.text.split()) - MUCH) / 10,
    "question": lambda s: "?" in s.text,
    "colon": lambda s: ":" in s.text,
    "central": lambda s: s.central,
    "repeated": lambda s: s.repeated,
    "spoken": lambda s: s.spoken,
    "numerals": lambda s: min(s.figures, 4) / 2,
    "disputed": lambda s: s.has("disputed"),
    "study": lambda s: s.has("study"),
    "leans": lambda s: s.leans,
}


def story(article, sentences, quotes):
    """The sentences of the story: captions, credits, titles, headings and what has no finite verb are left out.

    Parameters
    ----------
    article : Article
    sentences, quotes : pandas.DataFrame
        Its tables.

    Returns
    -------
    list of Sentence
        Empty where the article has none.
    """
    kinds, headlines, doc = article.blocks["kind"].tolist(), _headlines(article), parse(article)
    rows = []
    for row in zip(sentences["start"], sentences["end"], sentences["text"], sentences["block"], strict=True):
        if kinds[row[3]] in STORY and row[3] >= headlines and not cue("caption", row[2]):
            span = doc.char_span(row[0], row[1], alignment_mode="expand")
            if any(token.tag_ in FINITE for token in span):
                rows.append((*row, bool(_POINTS.match(row[2])) or points_back(span)))
    own = article.title or " ".join(_block(article, number) for number in range(headlines))
    title = frozenset(stems(own))
    said = quotes[quotes["kind"] != "scare"]
    spans = list(zip(said["start"], said["end"], said["kind"] == "direct", strict=True))
    found = []
    for number, (start, end, text, block, leans) in enumerate(rows):
        if number < DATED:
            start, text = _without_dateline(start, text)
        parts = [(min(b, end) - max(a, start), direct) for a, b, direct in spans if a < end and b > start]
        share = sum(part for part, _ in parts) / (end - start)
        spoken = sum(part for part, direct in parts if direct) / (end - start)
        shares = min(spoken, 1.0), min(share, 1.0)
        found.append(Sentence(start, end, text, block, number, len(rows), title, *shares, leans))
    _compare(found)
    return found


def _without_dateline(start, text):
    """Where a first sentence begins, and its words, behind its dateline.

    >>> _without_dateline(0, "HOLM, Norway - The ferry sank."), _without_dateline(0, "A 10-YEAR-OLD sank it.")
    ((15, 'The ferry sank.'), (0, 'A 10-YEAR-OLD sank it.'))
    """
    match = DATELINE.match(text)
    return (start + match.end(), text[match.end() :]) if match else (start, text)


def _compare(found):
    """How near each sentence is to all others (mean cosine of its rare words), and how many of its words come back."""
    counts = Counter(stem for one in found for stem in one.stems)
    weights = {stem: log((len(found) + 1) / (number + 0.5)) for stem, number in counts.items()}
    sums, norms = Counter(), []
    for one in found:
        norms.append(sqrt(sum(weights[stem] ** 2 for stem in one.stems)) or 1.0)
        for stem in one.stems:
            sums[stem] += weights[stem] / norms[-1]
    for one, norm in zip(found, norms, strict=True):
        near = sum(weights[stem] * (sums[stem] - weights[stem] / norm) for stem in one.stems) / norm
        one.central = near / len(found)
        one.repeated = sum(counts[stem] >= REPEATED for stem in one.stems)


def _headlines(article):
    """How many first blocks are a headline and its second line, though nothing says so: short, before a longer one."""
    sizes = [len(_block(article, number).split()) for number in range(min(LINES + 1, len(article.blocks)))]
    short = next((number for number, size in enumerate(sizes) if size > HEADLINE), 0)
    return short if short else int(len(sizes) > 1 and sizes[0] <= HEADLINE and sizes[1] > sizes[0])


def _block(article, number):
    return article.text[slice(*article.blocks[["start", "end"]].iloc[number])]


def features(sentence):
    """The features of a sentence, in the order of `FEATURES`: a list of float."""
    return [float(feature(sentence)) for feature in FEATURES.values()]
