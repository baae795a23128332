"""What an article denies, leaves open, passes on or calls a first: its own sentences, each found by its cue.

Our words name only what the sentence does; the sentence stands as it is, so that it says what the article says.
"""

import re
from math import ceil

from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from ..tables import once_per_article
from .finding import Finding, in_marks
from .in_short import alike, in_short, scored
from .leaning import leans
from .salience import marks_paired

TWICE = 0.6  # cosine of their words from which on two sentences tell the same
ENOUGH = 5  # kinds that an article tells
IN_FRONT = 0.8  # of the story's sentences, by what speaks for them: the others are asides
LEAST, LONGEST = 6, 38  # words of a sentence that is told
FIRST_PERSON = 2  # sentences of the writer's own with "I", from which on it is not a slip of the marks
SPOKEN = 0.5  # share of a sentence in direct speech, from which on it is not the article that tells it
# What stands around a story and is none.
AROUND = re.compile(
    r"\badvertisement\b|copyright|all rights reserved|photo (?:by|courtesy)|\bread more\b|\bclick\b|\bsubscribe"
    r"|https?:"
    r"|\bwww\.|@\w+\.|\bphotos?:|…$|\.\.\.$|\| |_ _|~",
    re.IGNORECASE,
)
# A capital where none can be, or a colon: headings and lists that the splitter took for the sentence.
RUN_ON = re.compile(
    r"(?<![.:“\"‘'(—–-]) (?:On|In|At|By|For|It|He|She|We|They|This|These|If|When|While|After|But|And)\b|:$"
    r"|: [A-Z]\w+ \w+"
    r"(?: \w+)?$"
)
# A full stop that is not the end, an opening that answers what stands before, "did so".
UNFINISHED = re.compile(
    r"\b[A-Z]{1,3}\.$|^(?:Possibly|Perhaps|Maybe|Probably|Partly|Mainly|Just|Simply) because\b|^(?:Yes|No|Well|Oh"
    r"|Because|Note|Sure|Perhaps not|Like|Even so|Plus)\b|\b(?:do|does|did|done|doing) so\b|(?:^| )[“\"]{1,2} |\. \."
)
HYPOTHETICAL = re.compile(r"\b(?:would|will|had better|could|might|if)\b", re.IGNORECASE)  # no sum that is one
OPENING = re.compile(r"(?:But|And|Yet|However|Meanwhile|Still|So|Also|Instead|Indeed|Then),? ")

# kind -> (what our words say before the sentence, its cue outside quotation marks, a sentence that has it, one that
# only looks so).
CUES = {
    "denied": (
        "Denied or disputed",
        r"\b(?:denies|denied|deny|denying|disput(?:e|es|ed) (?:the|that|his|her|its|their|any)|contradict(?:s|ed)"
        r"|refut(?:es|ed)|rebut(?:s|ted)|debunked|rul(?:ed|es) out|rejects|rejected)\b"
        r"(?! (?:visas?|entry|access|bail|permission|a visa|by))",
        "The Port Authority denied that the cables had rusted before the storm.",
        "The sailors were denied entry to the port because their papers had expired.",
    ),
    "accused": (
        "Accused, blamed or criticised",
        r"(?<!\bthe )\b(?:accus(?:es|ed)|critici[sz](?:es|ed)|blam(?:es|ed)|condemn(?:s|ed)|denounc(?:es|ed)"
        r"|rebuk(?:es|ed)"
        r"|lambast(?:s|ed)|deplor(?:es|ed))\b",
        "Ferry owners accused the council of keeping the report from them for two years.",
        "The accused left the court by a side door before noon on Monday.",
    ),
    "unsettled": (
        "Not known or not settled",
        r"\b(?:(?:is|was|are|were|remains?|remained) (?:still )?(?:unclear|unknown|undecided|uncertain|unresolved)"
        r"|(?:is|was|are|were) not (?:yet |immediately )?(?:clear|known|decided)|(?:isn|wasn"
        r"|aren)[’']t (?:yet )?(?:clear"
        r"|known)|remains? to be seen|no way to (?:verify|know|tell)|not possible to (?:independently )?(?:verify"
        r"|confirm"
        r"|say)|(?:could|can) not (?:be )?(?:independently |immediately )?(?:be )?(?:verify|verified|confirm(?:ed)?)"
        r"|(?:is|are|remains?) under investigation"
        r"|(?:has|have|had) not (?:yet )?(?:been )?(?:said|decided"
        r"|released|announced|disclosed"
        r"|determined|set)|yet to (?:be (?:decided|determined|announced)|decide|announce|release))\b",
        "The council has not decided when the bridge will be open to cars again.",
        "The council has not closed the bridge, although its cables are old.",
    ),
    "passed on": (
        "Passed on, and not vouched for",
        r"\b(?:reportedly|allegedly|purportedly|supposedly|apparently|rumou?red to"
        r"|(?:is|are|was|were) (?:widely )?(?:believed|said|thought|alleged) to|it[’']?s? (?:is )?widely believed)\b",
        "Anna Berg has reportedly sold both of the old boats to a dealer in Bergen.",
        "Anna Berg has sold both of the old boats to a dealer in Bergen.",
    ),
    "compared": (
        "Figures set against others",
        r"(?:\b(?:up|down|rose|risen|rises?|fell|fallen|falls?|grew|grown|dropp?(?:ed|ing)?|declin(?:ed|es)"
        r"|increas(?:ed|es)"
        r"|decreas(?:ed|es)|climbed|slipped|jumped|soared|cut|reduced|narrowed|widened|gained"
        r"|lost)\b[^.;]{0,60}\d[\d,.]*"
        r" ?(?:%|per ?cent|percentage|points?|million|billion|people|to \d)|\b(?:doubled|tripled|quadrupled|halved)\b"
        r"|\d[^.;]{0,60}\b(?:compared (?:with|to)|up from|down from|versus)\b[^.;]{0,60}\d"
        r"|\bbetween \d[\d,.]*(?: per ?cent| %|%| million| billion)? and \d[\d,.]*(?: per ?cent| %|%| million"
        r"| billion)"
        r"|\bfrom \$?\d[\d,.]*(?: per ?cent| %|%| million| billion| \w+)? to \$?\d[\d,.]*(?: per ?cent| %|%| million"
        r"| billion)|\d[\d,.]* (?:percentage )?points? (?:ahead|behind|lead)"
        r"|\d[\d,.]* ?(?:%|per ?cent|percent)[^.;]{0,80}\b(?:while|but only|and just"
        r"|whereas)\b[^.;]{0,40}\d[\d,.]* ?(?:%|per"
        r" ?cent|percent))",
        "The number of passengers fell by 12 percent to 3.4 million in the year of the storm.",
        "The number of passengers is not known, and nobody has counted them since 1998.",
    ),
    "hurt": (
        "Dead, hurt or missing",
        r"\b(?:kill(?:ed|s|ing)|died|dead|injured|wounded|missing|drowned)\b[^.;]{0,60}\b(?:\d[\d,]*|two|three"
        r"|four|five|six"
        r"|seven|eight|nine|ten|dozens|hundreds|thousands) (?!years|months|days|weeks|hours|minutes)"
        r"|\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\b (?!years|months"
        r"|days"
        r"|weeks|hours|minutes)[^.;]{0,40}\b(?:killed|died|dead|injured|wounded|missing|drowned)\b",
        "The storm killed three sailors and a boy on the quay that night.",
        "The storm killed the plan for a new quay three years later.",
    ),
    "decided": (
        "Decided, ordered or agreed",
        r"\b(?:agreed to|approved|voted (?:to|for|against|in)|ordered (?:the|a|an|that|\w+ to)|ruled that|banned"
        r"|was (?:arrested"
        r"|charged|convicted|sentenced|acquitted|fined|fired|appointed|elected)|were (?:arrested|charged|convicted"
        r"|sentenced"
        r"|acquitted|fined|fired)|decided (?:to|that|not)|signed (?:the|a|an) (?:\w+ ){0,3}(?:bill|order|law|deal"
        r"|contract"
        r"|agreement|treaty)|resigned|overturned|blocked)\b",
        "The council voted to sell both ferries to a company in Bergen.",
        "The council met on Monday to talk of ferries and of a company in Bergen.",
    ),
    "sums": (
        "Figures that it gives",
        r"\b\d[\d,.]*[- ]?(?:mph|km|kWh|hp|horsepower|miles?|met(?:er|re)s?|feet|inch(?:es)?|tons?|tonnes?|degrees"
        r"|acres"
        r"|gallons|barrels|frames|people|passengers|members|countries|stores|restaurants|patients)\b"
        r"|[$£€] ?\d[\d,.]*(?: ?(?:million|billion|trillion|bn|m)\b)?|\b\d[\d,.]* ?(?:%|per ?cent\b|percent\b)"
        r"|\b\d{1,3}(?:,\d{3})+\b|\b\d[\d.]* (?:million|billion|trillion)\b",
        "Repairs of the bridge cost 4.2 million pounds in the first year alone.",
        "Repairs of the bridge took from May 8, 2025, until the following summer.",
    ),
    "studied": (
        "What a study or a document says",
        r"^(?:(?:the|a|an|one|this|its|his|her|their|last|another|recent|new|latest|\w+[’']s) ){0,3}(?:[\w-]+ ){0,4}"
        r"(?:study|survey|poll|report|research|findings|letter|memo|filing|lawsuit|complaint|indictment|data"
        r"|statistics"
        r"|figures|statement|document|documents|analysis|review|bill|ruling|order|rules?|law|guidelines|agreement"
        r"|census)\b"
        r"(?: [\w’'-]+){0,8} (?:found|finds|shows?|showed|says|said|suggests?|suggested|concluded|concludes"
        r"|estimates?|warns"
        r"|warned|requires?|bans?|includes?|revealed|indicates?|indicated|calls? for|states?|argues?|alleges?"
        r"|noted)\b"
        r"|\b[Aa]ccording to (?:the|a|an|its|his|\w+[’']s) (?:[\w’'-]+ ){0,5}(?:study|survey|poll|report|research"
        r"|letter|memo"
        r"|filing|lawsuit|complaint|indictment|data|statistics|figures|documents?|analysis|review|census|summary)\b",
        "A survey of Bergen University found that half of the passengers would rather take a bus.",
        "The survey ship sailed on Monday with half of its passengers.",
    ),
    "hoped": (
        "Planned, wanted or hoped for",
        r"\b(?:plans? to|plan(?:ned|ning) to|hopes? (?:to|that)|aims? to|intends? to|wants? (?:to|the|\w+ to)"
        r"|is weighing"
        r"|(?:is|are) in talks|(?:is|are) considering|proposes? (?:to|that|a)|proposed (?:to|that|by)|vow(?:s|ed) to"
        r"|promis(?:es|ed) to|pledg(?:es|ed) to)\b",
        "Holm Ferries hopes to run a third ferry from the summer on.",
        "Holm Ferries runs a third ferry from the summer on.",
    ),
    "praised": (
        "Praised or supported",
        r"\b(?:praise[sd]|welcome[sd] (?:the|a|his|her|their|its|\w+[’']s)|endorse[sd]|hail(?:s|ed)|applaud(?:s"
        r"|ed)|commend(?:s|ed)"
        r"|congratulate[sd]|backed (?:the|his|her|their|a|\w+[’']s)|supports (?:the|his|her|their|a))\b",
        "Ferry owners praised the council for the speed of the repairs.",
        "Ferry owners met the council at the place of the repairs.",
    ),
    "advised": (
        "Asked for or advised",
        r"\b(?:recommend(?:s|ed)|advise[sd]|urge[sd]|call(?:s|ed) on|demand(?:s|ed)|appealed to)\b",
        "Ferry owners urged the council to open the quay before the summer.",
        "Ferry owners told the council of the quay before the summer.",
    ),
    "warned": (
        "A warning",
        r"(?<!were )(?<!was )(?<!been )(?<!be )\bwarn(?:s|ed)\b",
        "Divers warned that the quay could fall into the harbour within a year.",
        "Divers were warned that the quay could fall into the harbour within a year.",
    ),
    "stated": (
        "Said, in the article’s words",
        r"^[^“”\"]*(?:\b[A-Z][\w’'-]+|\b(?:police|officials|researchers|scientists|analysts|experts|authorities"
        r"|investigators|prosecutors|lawyers|doctors|critics|economists)) (?:has |have |also |later )?(?:said|says"
        r"|say|told"
        r"|tells|argue[ds]?|note[ds]?|explain(?:ed|s)|believes?|insist(?:ed|s)|claim(?:ed|s)?|estimates?|announced"
        r"|confirmed)\b[^“”\"]*$|^[^“”\"]*\baccording to (?:[A-Z]|the [A-Z]|police|officials|researchers|experts)"
        r"[^“”\"]*$|^[^“”\"]*, (?:[A-Z][\w’'-]+ )*[A-Z][\w’'-]+ said$",
        "Holm police said on Tuesday that nobody else had been on the quay.",
        "Nobody else had been on the quay when Holm police came on Tuesday.",
    ),
}
MAIN = (
    "denied",
    "accused",
    "decided",
    "hoped",
    "praised",
    "advised",
    "warned",
)  # kinds of which the cue must be the verb of the main clause
_CUES = {
    kind: re.compile(pattern, 0 if kind == "stated" else re.IGNORECASE) for kind, (_, pattern, _, _) in CUES.items()
}
_SPEECH = re.compile(r"[“\"]{1,2}[^”\"]{1,2000}[”\"]{1,2}")


def has_cue(kind, text):
    """Whether a sentence has the cue of a kind of `CUES`, outside what it has in quotation marks.

    >>> [kind for kind, (_, _, right, wrong) in CUES.items() if not has_cue(kind, right) or has_cue(kind, wrong)]
    []
    """
    return bool(_CUES[kind].search(_SPEECH.sub("“”", text)))


def telling(kind):
    """The statement of a kind of `CUES`: a function of an article and its tables that gives findings."""

    def says(article, tables):
        place = _told(article).get(kind)
        if place is None:
            return []
        told = in_marks(article.text[slice(*place)])
        return [Finding(f"told {kind}", f"{CUES[kind][0]}: {told}.", "findings.told", *place)]

    return says


def told_sentences(article):
    """The sentences that stand under a kind of `CUES`."""
    return [one for one, _ in scored(article) if any(one.start <= a < one.end for a, _ in _told(article).values())]


@once_per_article
def _told(article):
    """Kind -> the place of its sentence; no sentence stands under two kinds, nor In short."""
    ranked = sorted(scored(article), key=lambda one: -one[1])
    ranked = [one for one, _ in ranked]
    known, told = in_front(article), {}
    for kind in CUES:
        for sentence in ranked[: ceil(IN_FRONT * len(ranked))] if len(told) < ENOUGH else []:
            if not has_cue(kind, sentence.text) or any(alike(sentence, other) > TWICE for other in known):
                continue
            if kind == "sums" and HYPOTHETICAL.search(sentence.text):
                continue
            place = stands_alone(article, sentence)
            if place and (kind not in MAIN or _is_main(article, kind, place)):
                told[kind] = place
                known.append(sentence)
                break
    return told


def in_front(article):
    """The sentences that stand In short: what they tell is told."""
    short = in_short(article)
    taken = list(zip(short["start"], short["end"], strict=True))
    return [one for one, _ in scored(article) if any(a < one.end and one.start < b for a, b in taken)]


def _is_main(article, kind, place):
    """Whether the cue of a kind is the verb of the main clause, or one joined to it, and has a subject."""
    for match in _CUES[kind].finditer(article.text, *place):
        span = parse(article).char_span(match.start(), match.end(), alignment_mode="expand")
        verb = span.root if span is not None else None
        if verb is None or verb.pos_ != "VERB" or verb.tag_ in ("VB", "VBG"):
            continue
        if verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT"):
            if verb.dep_ == "conj" or any(child.dep_ in NOUN_SUBJECTS for child in verb.children):
                return True
    return False


def stands_alone(article, sentence):
    """Start and end of a sentence, without the "but" before it, that can be read without those around it; or None.

    Parameters
    ----------
    article : Article
    sentence : salience.Sentence
    """
    text = article.text[sentence.start : sentence.end]
    opening = OPENING.match(text)
    start = sentence.start + (opening.end() if opening else 0)
    text = article.text[start : sentence.end].rstrip()
    if not LEAST <= len(text.split()) <= LONGEST or "\n" in text or AROUND.search(text) or sentence.spoken > SPOKEN:
        return None
    if text[-1] not in '.”"' or not (text[0].isalnum() or text[0] in '“"$£€') or not marks_paired(text):
        return None
    if re.search(r"[.!?][”\"]* [A-Z“\"](?!\.)", re.sub(r"\b(?:[A-Z][a-z]{0,4}|[A-Z]|a\.m|p\.m)\.", "", text)):
        return None  # two sentences taken for one
    if RUN_ON.search(text) or UNFINISHED.search(text):
        return None
    span = parse(article).char_span(start, start + len(text), alignment_mode="expand")
    if span is None or leans(article, span) or not any(_is_clause(token) for token in span):
        return None
    return start, start + len(text.rstrip("."))


def _is_clause(token):
    """Whether a word is the verb of a main clause that has a subject and no "because"."""
    children = [child.dep_ for child in token.children]
    return token.dep_ == "ROOT" and token.pos_ in ("VERB", "AUX") and bool({*NOUN_SUBJECTS, "expl"} & {*children})


def asks(article, tables):
    """“It asks: “Who is going to pay for the ferries that the harbour needs?””"""
    for one, _ in sorted(scored(article), key=lambda pair: -pair[1]):
        text = one.text.strip()
        if not text.endswith("?") or one.attributed or not LEAST <= len(text.split()) <= LONGEST or "\n" in text:
            continue
        span = parse(article).char_span(one.start, one.start + len(text), alignment_mode="expand")
        plain = text[0].isupper() and not re.search(r"[“”\":]|[.?!] ", text) and not AROUND.search(text)
        if plain and span is not None and not leans(article, span) and one not in in_front(article):
            place = one.start, one.start + len(text)
            return [Finding("asks", f"It asks: {in_marks(text)}.", "findings.told", *place)]
    return []
