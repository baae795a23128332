"""What an article denies, leaves open, passes on or calls a first: its own sentences, each found by its cue.

Our words name only what the sentence does; the sentence stands as it is, so that it says what the article says.
"""

import re

from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from ..tables import once_per_article
from ..wording import join
from .finding import Finding, in_marks
from .in_short import alike, in_short, scored
from .who import ROLES

MOST = 2  # sentences of a kind
ONE = (
    "required",
    "hoped",
    "reasons",
    "reserved",
    "judged",
    "sums",
    "decided",
    "praised",
    "advised",
    "warned",
)  # kinds of which one is enough
TWICE = 0.6  # cosine of their words from which on two sentences tell the same
ENOUGH = 6  # kinds that an article tells
OWN = ("judged",)  # kinds that only what nobody else is said to say can show
LEAST, LONGEST = 6, 38  # words of a sentence that is told
FIRST_PERSON = 2  # sentences of the writer's own with "I", from which on it is not a slip of the marks
SPOKEN = 0.5  # share of a sentence in direct speech, from which on it is not the article that tells it
REFERRING = frozenset("he she they it him her them his their its".split())
HE_OR_SHE = frozenset("he she him her his".split())
FIRST_AND_SECOND = frozenset("i me my we us our you your".split())
BODIES = frozenset(
    "firm company companies group groups pair duo site organization organisation man men woman couple employee team "
    "app agency suspect victim".split()
)
IMPERSONAL = frozenset("be take seem appear remain become believe think know say".split())
PERSONS = ROLES | frozenset("man woman boy girl child son daughter brother sister wife husband person".split())
POINTING = frozenset("this that these those such".split())
TIME_WORDS = frozenset("year month week day summer winter spring autumn fall season time morning evening night".split())
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
    r"|Because|Note|Sure|Perhaps not|Like|Even so|Plus)\b|\b(?:do|does|did|done|doing) so\b|(?:^| )[“\"]{1,2} "
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
        "The owner has reportedly sold both of the old boats to a dealer in Bergen.",
        "The owner has sold both of the old boats to a dealer in Bergen.",
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
        "The survey found that half of the passengers would rather take a bus.",
        "The survey ship sailed on Monday with half of its passengers.",
    ),
    "required": (
        "What has to be done",
        r"\b(?:must (?!have|say|admit|be (?:said|noted))|(?:is|are|will be|would be) required to|will have to)\b",
        "Owners of boats must show their papers at the quay before noon.",
        "Owners of boats show their papers at the quay before noon.",
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
        r"\b(?:recommend(?:s|ed)?|advise[sd]?|urge[sd]?|call(?:s|ed) (?:for|on)|demand(?:s|ed)|asked that"
        r"|appealed to)\b",
        "Ferry owners urged the council to open the quay before the summer.",
        "Ferry owners told the council of the quay before the summer.",
    ),
    "warned": (
        "A risk or a warning",
        r"\b(?:warn(?:s|ed)|(?:the|a|an|at|high|higher|greater) (?:\w+ )?risks?|(?:is|are) dangerous"
        r"|threats? (?:to|of)"
        r"|threatens"
        r"|could (?:hurt|harm|damage|kill|cost))\b",
        "Divers warned that the quay could fall into the harbour within a year.",
        "Divers said that the quay was built out of stones from the old harbour.",
    ),
    "reasons": (
        "A reason that it gives",
        r"\b(?:because|due to|as a result of|in response to|in protest of|thanks to|the reason)\b",
        "The quay was closed because its oldest stones had begun to sink.",
        "The quay was closed, and its oldest stones had begun to sink.",
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
    "reserved": (
        "With a reservation",
        r"^(?:Although|Though|Despite|Even though|Unlike)\b|, (?:although|though|even though|despite|whereas"
        r"|but)\b(?!,)",
        "Although the divers liked the plan, few of them thought that it would help.",
        "The divers welcomed the plan, and most of them thought that it would help.",
    ),
    "judged": (
        "The writer’s own judgement",
        r"\b(?:arguably|unfortunately|fortunately|sadly|surely|ironically|hopefully|admittedly|remarkably"
        r"|shameful(?:ly)?"
        r"|ludicrous|absurd|ridiculous|disgraceful|inexcusable|brilliant|superb|dazzling|terrific"
        r"|disappointing(?:ly)?"
        r"|impressive(?:ly)?|should (?:not )?(?:be|have)|ought to|deserves?)\b",
        "The ferry is arguably the most beautiful ship that the harbour has seen.",
        "The ferry is the longest ship that the harbour has seen in May.",
    ),
}
MAIN = (
    "denied",
    "accused",
    "decided",
    "hoped",
    "praised",
    "advised",
)  # kinds of which the cue must be the verb of a main clause
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
        places = _told(article).get(kind, [])
        if not places:
            return []
        told = join(in_marks(article.text[a:b]) for a, b in places)
        return [Finding(f"told {kind}", f"{CUES[kind][0]}: {told}.", "findings.told", *places[0])]

    return says


@once_per_article
def _told(article):
    """Kind -> places of its sentences, in the order of the text; no sentence stands under two kinds, nor In short."""
    short = in_short(article)
    taken = list(zip(short["start"], short["end"], strict=True))
    ranked = sorted(scored(article), key=lambda one: -one[1])
    known = [one for one, _ in ranked if any(a < one.end and one.start < b for a, b in taken)]
    told = {}
    for kind in CUES:
        for sentence, _ in ranked if len(told) < ENOUGH else []:
            if len(told.get(kind, ())) == (1 if kind in ONE else MOST):
                break
            if (kind in OWN and sentence.attributed > 0.1) or (kind == "sums" and HYPOTHETICAL.search(sentence.text)):
                continue
            if any(a < sentence.end and sentence.start < b for a, b in taken) or not has_cue(kind, sentence.text):
                continue
            if any(alike(sentence, other) > TWICE for other in known):
                continue
            place = stands_alone(article, sentence)
            if place and (kind not in MAIN or _is_main(article, kind, place)):
                told.setdefault(kind, []).append(place)
                taken.append(place)
                known.append(sentence)
    return {kind: sorted(places) for kind, places in told.items()}


def _is_main(article, kind, place):
    """Whether the cue of a kind is the verb of a main clause, or one joined to it, and has a subject."""
    for match in _CUES[kind].finditer(article.text, *place):
        span = parse(article).char_span(match.start(), match.end(), alignment_mode="expand")
        verb = span.root if span is not None else None
        if verb is not None and verb.pos_ == "VERB" and (verb.dep_ == "ROOT" or verb.head.dep_ == "ROOT"):
            subject = any(child.dep_ in NOUN_SUBJECTS for child in verb.children) or verb.dep_ == "conj"
            if subject and verb.dep_ in ("ROOT", "conj", "ccomp", "advcl") and verb.tag_ not in ("VB", "VBG"):
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
    if text[-1] not in '.”"' or not (text[0].isalnum() or text[0] in '“"$£€') or not _marks_paired(text):
        return None
    if re.search(r"[.!?][”\"]* [A-Z“\"](?!\.)", re.sub(r"\b(?:[A-Z][a-z]{0,4}|[A-Z]|a\.m|p\.m)\.", "", text)):
        return None  # two sentences taken for one
    if RUN_ON.search(text) or UNFINISHED.search(text):
        return None
    span = parse(article).char_span(start, start + len(text), alignment_mode="expand")
    if span is None or leans(span) or not any(_is_clause(token) for token in span):
        return None
    return start, start + len(text.rstrip("."))


def _marks_paired(text):
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")


def leans(span, own=False):
    """Whether a word points at something before the sentence: "he" with no person, "this" with nothing before it.

    `own`: "I" and "you" point at nobody before it.
    """
    seen = person = False
    for token in span:
        word = token.lower_
        if word in FIRST_AND_SECOND:
            if not own and not _SPEECH.search(span.text):
                return True
        elif (word in HE_OR_SHE and not person) or (word in REFERRING and not seen and not _expletive(token)):
            return True
        if not person and not seen and word in BODIES and token.pos_ == "NOUN":
            return True  # "the firm", "both companies": which, stands before
        if word in POINTING and token.dep_ in ("det", *NOUN_SUBJECTS, "dobj", "pobj", "predet"):
            if token.head.lemma_.lower() not in TIME_WORDS and not (
                word == "that" and token.head.pos_ == "VERB" and seen
            ):
                return True
        if word in ("latter", "former", "others", "another", "same") and token.pos_ != "PROPN" and not seen:
            return True
        seen = seen or (token.pos_ == "PROPN" or (token.pos_ == "NOUN" and token.lemma_.lower() not in TIME_WORDS))
        person = person or token.ent_type_ == "PERSON" or (token.pos_ == "NOUN" and token.lower_ in PERSONS)
    return False


def _is_clause(token):
    """Whether a word is the verb of a main clause that has a subject and no "because"."""
    children = [child.dep_ for child in token.children]
    return token.dep_ == "ROOT" and token.pos_ in ("VERB", "AUX") and bool({*NOUN_SUBJECTS, "expl"} & {*children})


def _expletive(token):
    """ "It is not clear", "It was not possible": an it that stands for what follows."""
    near = [*token.head.children, *(word for child in token.head.children for word in child.children)]
    clause = any(word.dep_ in ("ccomp", "xcomp", "csubj", "acl") and word.i > token.head.i for word in near)
    return (
        token.lower_ == "it" and clause and token.head.lemma_ in IMPERSONAL and token.dep_ in (*NOUN_SUBJECTS, "expl")
    )


def in_first_person(article, tables):
    """“Its writer speaks as “I”: “I still think that larger screens win”.”"""
    quotes = tables["quotes"]
    unclosed = quotes["rule"].str.contains("mark repaired", na=False).any()
    spans = list(zip(quotes["start"], quotes["end"], strict=True))
    short = in_short(article)
    taken = set(short["start"])
    own = [one for one, _ in sorted(scored(article), key=lambda pair: -pair[1]) if _says_i(one, spans)]
    if unclosed or len(own) < FIRST_PERSON:
        return []
    for one in own:
        text = one.text.strip()
        if one.start in taken:
            continue
        if LEAST <= len(text.split()) <= LONGEST and text[-1] == "." and text[0].isalpha() and _marks_paired(text):
            span = parse(article).char_span(one.start, one.start + len(text), alignment_mode="expand")
            if "\n" not in text and not AROUND.search(text) and span is not None and not leans(span, own=True):
                place = (one.start, one.start + len(text.rstrip(".")))
                sentence = f"Its writer speaks as “I”: {in_marks(article.text[slice(*place)])}."
                return [Finding("I", sentence, "findings.told", *place)]
    return []


def _says_i(sentence, spans):
    """Whether a sentence has an "I" that stands in nobody's words."""
    if not re.search(r"\bI\b(?!\.)", _SPEECH.sub("", sentence.text)):
        return False
    places = [sentence.start + match.start() for match in re.finditer(r"\bI\b(?!\.)", sentence.text)]
    return any(not any(a <= place < b for a, b in spans) for place in places)
