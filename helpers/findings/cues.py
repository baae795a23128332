"""By which words a sentence is known to deny, accuse, leave open, compare …: data, each with two sentences.

What our words say before a quoted sentence names only what the sentence does.
"""

import re
from typing import NamedTuple

from ..language import parse
from ..language.grammar import NOUN_SUBJECTS


class Cue(NamedTuple):
    """A kind of sentence: `page` whose answer states it, our `opening`, its `pattern`, and two sentences.

    `right` has the cue and `wrong` only looks so. `first`: it goes before other kinds, being rarer and telling more.
    `main`: the cue has to be the verb of the main clause.
    """

    page: str
    opening: str
    pattern: str
    right: str
    wrong: str
    first: bool = False
    main: bool = False


_OUTLETS = (
    r"(?:[Tt]he )?(?:New York Times|Washington Post|Wall Street Journal|Los Angeles Times|Boston Globe|Chicago Tribune"
    r"|Associated Press|Guardian|Independent|Daily Mail|Daily Telegraph|Financial Times|Hollywood Reporter|Daily Beast"
    r"|Huffington Post|Hill|Atlantic|New Yorker)|Reuters|AFP|AP|BBC(?: News)?|CNN|CNBC|MSNBC|NBC(?: News)?"
    r"|ABC(?: News)?|CBS(?: News| Sports)?|Fox News|NPR|Bloomberg(?: News)?|POLITICO|Politico|USA T(?:ODAY|oday)|Salon"
    r"|BuzzFeed(?: News)?|Breitbart(?: News)?|TMZ|ESPN|Variety|Newsweek|GB News|People magazine|Time magazine"
)

CUES = {
    "denied": Cue(
        "0",
        "Denied, disputed or refused",
        r"\b(?:denies|denied|deny|denying|disput(?:e|es|ed) (?:the|that|his|her|its|their|any)|contradict(?:s|ed)"
        r"|refut(?:es|ed)|rebut(?:s|ted)|debunked|rul(?:ed|es) out|rejects|rejected"
        r"|refuse[sd] to (?!comment))\b"
        r"(?! (?:visas?|entry|access|bail|permission|a visa|by))",
        "The Port Authority denied that the cables had rusted before the storm.",
        "The sailors were denied entry to the port because their papers had expired.",
        first=True,
        main=True,
    ),
    "accused": Cue(
        "0",
        "Accused, blamed or criticised",
        r"(?<!\bthe )\b(?:accus(?:es|ed)|critici[sz](?:es|ed)|blam(?:es|ed)|condemn(?:s|ed)|denounc(?:es|ed)"
        r"|rebuk(?:es|ed)"
        r"|lambast(?:s|ed)|deplor(?:es|ed))\b",
        "Ferry owners accused the council of keeping the report from them for two years.",
        "The accused left the court by a side door before noon on Monday.",
        first=True,
        main=True,
    ),
    "not settled": Cue(
        "0",
        "Not known or not settled",
        r"\b(?:(?:is|was|are|were|remains?|remained) (?:still )?(?:unclear|unknown|undecided|uncertain|unresolved)"
        r"|(?:is|was|are|were) not (?:yet |immediately )?(?:clear|known(?! as\b| for\b| to\b)|decided)|(?:isn|wasn"
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
        first=True,
    ),
    "passed on": Cue(
        "3",
        "Passed on, and not vouched for",
        r"\b(?:reportedly|allegedly|purportedly|supposedly|apparently|rumou?red to"
        r"|(?:is|are|was|were) (?:widely )?(?:believed|said|thought|alleged) to|it[’']?s? (?:is )?widely believed)\b",
        "Anna Berg has reportedly sold both of the old boats to a dealer in Bergen.",
        "Anna Berg has sold both of the old boats to a dealer in Bergen.",
        first=True,
    ),
    "from media": Cue(
        "3",
        "Told to a news outlet, or reported by one",
        rf"\b(?:told|according to|interview with|(?:statement|email|comments?|remarks) to) (?-i:{_OUTLETS})\b(?![’'-])"
        rf"|\b(?-i:{_OUTLETS}) (?:has |have |also |first |later )?(?:reported|reports|quoted)\b(?! (?:to|for|by))",
        "The bridge was never safe, Anna Berg told CNN on Monday.",
        "CNN has a new studio, and The Guardian a new owner, Anna Berg told us.",
        first=True,
    ),
    "first or record": Cue(
        "2",
        "A first or a record",
        r"^for the first time,|\bfor the first time (?:since|in (?!the)|ever)"
        r"|\bbec(?:ame|omes?) the (?:first|youngest|oldest|largest)\b"
        r"|\b(?:highest|lowest|largest|biggest|smallest|worst|best|most|fewest|steepest) [^.;,]{0,50}\bsince (?:the"
        r"|\d{4}|[A-Z])|\b(?:highest|lowest|largest|biggest|smallest|worst|best|most|fewest|steepest) [^.;,]{0,50}\bin"
        r" (?:more than |nearly |almost |over )?(?:\d+|a|two|three|four|five|ten|\w+ty) (?:years|decades?|months)\b"
        r"|\brecord[- ](?:high|low|breaking|number|year)\b",
        "The ferries carried fewer than 300,000 people for the first time in 37 years.",
        "The ferries carried people for the first time that she could remember.",
        first=True,
    ),
    "figures set against others": Cue(
        "2",
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
        first=True,
    ),
    "dead or hurt": Cue(
        "2",
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
    "decided": Cue(
        "2",
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
        main=True,
    ),
    "won or lost": Cue(
        "2",
        "Won or lost",
        r"\b(?:won|beat|defeated|lost (?:to|the|by|his|her|their|its)|finished (?:first|second)|tied"
        r"|clinched|qualified for|eliminated)\b",
        "Holm beat Bergen by two boats on the last day of the regatta.",
        "Holm met Bergen on the last day of the regatta in the old harbour.",
        main=True,
    ),
    "study or document": Cue(
        "3",
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
        first=True,
    ),
    "warning": Cue(
        "2",
        "A warning",
        r"(?<!were )(?<!was )(?<!been )(?<!be )\bwarn(?:s|ed)\b",
        "Divers warned that the quay could fall into the harbour within a year.",
        "Divers were warned that the quay could fall into the harbour within a year.",
        main=True,
    ),
    "asked for": Cue(
        "2",
        "Asked for or advised",
        r"\b(?:recommend(?:s|ed)|advise[sd]|urge[sd]|call(?:s|ed) on|demand(?:s|ed)|appealed to)\b",
        "Ferry owners urged the council to open the quay before the summer.",
        "Ferry owners told the council of the quay before the summer.",
        main=True,
    ),
    "feared": Cue(
        "2",
        "Feared",
        r"\b(?:fears?|feared|worr(?:y|ies|ied)|threaten(?:s|ed)? (?:to|the)|alarmed|concerns? (?:that|about|over)"
        r"|concerned (?:that|about|over)|in danger of|the danger that)\b",
        "Shop owners worry about a summer without a single ferry.",
        "Shop owners talk about a summer without a single ferry.",
    ),
    "planned or hoped": Cue(
        "2",
        "Expected, planned or wanted",
        r"\b(?:will (?!have\b)\w+|(?:is|are) (?:set|expected|due|scheduled|supposed|likely|poised) to|expects?"
        r"|plans? to|plan(?:ned|ning) to|hopes? (?:to|that)|aims? to|intends? to|wants? (?:to|the|\w+ to)|is weighing"
        r"|(?:is|are) in talks|(?:is|are) considering|proposes? (?:to|that|a)|proposed (?:to|that|by)|vow(?:s|ed) to"
        r"|promis(?:es|ed) to|pledg(?:es|ed) to)\b",
        "Holm Ferries hopes to run a third ferry from the summer on.",
        "Holm Ferries runs a third ferry from the summer on.",
        main=True,
    ),
    "praised": Cue(
        "2",
        "Praised or supported",
        r"\b(?:praise[sd]|welcome[sd] (?:the|a|his|her|their|its|\w+[’']s)|endorse[sd]|hail(?:s|ed)|applaud(?:s"
        r"|ed)|commend(?:s|ed)"
        r"|congratulate[sd]|backed (?:the|his|her|their|a|\w+[’']s)|supports (?:the|his|her|their|a))\b",
        "Ferry owners praised the council for the speed of the repairs.",
        "Ferry owners met the council at the place of the repairs.",
        main=True,
    ),
    "reason": Cue(
        "2",
        "A reason that it gives",
        r"(?<!just )\b(?:because|due to|as a result of|in response to|thanks to|stems? from|stemmed from)\b",
        "The quay was closed because divers had found holes in its wall.",
        "The quay was closed by divers who had found holes in its wall.",
    ),
    "reservation": Cue(
        "2",
        "What it sets against each other",
        r"^(?:Although|Though|While|Despite|Even though|In spite of)\b"
        r"|, (?:but|although|though|even though|despite|yet)\b",
        "Ferry owners like the new quay, but sailors find it too far from the town.",
        "Ferry owners like the new quay and find it near to the town.",
    ),
    "effect": Cue(
        "2",
        "What had an effect",
        r"\b(?:forced|led to|leads to|caused|causes|triggers?|triggered|prompted|prevents?|prevented|resulted in|helped"
        r" (?:\w+ ){0,2}(?:to )?\w+|helps? (?:to )?\w+|allow(?:s|ed)|enabled?|enables|underscores?)\b",
        "The storm forced Holm Ferries to keep its boats in the harbour.",
        "Holm Ferries kept its boats in the harbour until the storm.",
        main=True,
    ),
    "said": Cue(
        "3",
        "Said, in the article’s words",
        r"\b(?:sa(?:id|ys?)|told|tells|argue[ds]?|note[ds]?|explain(?:ed|s)|believes?|insist(?:ed|s)|claim(?:ed|s)"
        r"|estimates?|announced|confirmed|complain(?:s|ed)|suggested|question(?:s|ed)|cite[sd]?|recall(?:s|ed)"
        r"|testified|repl(?:ies|ied)|acknowledge[sd]|contend(?:s|ed)|stress(?:es|ed)|describe[sd]"
        r"|predict(?:s|ed)|conclude[sd]?)\b",
        "Holm police said on Tuesday that nobody else had been on the quay.",
        "Nobody else had been on the quay when Holm police came on Tuesday.",
        main=True,
    ),
    "figures": Cue(
        "2",
        "Figures that it gives",
        r"\b\d[\d,.]*[- ]?(?:mph|km|kWh|hp|horsepower|miles?|met(?:er|re)s?|feet|inch(?:es)?|tons?|tonnes?|degrees"
        r"|acres"
        r"|gallons|barrels|frames|people|passengers|members|countries|stores|restaurants|patients)\b"
        r"|[$£€] ?\d[\d,.]*(?: ?(?:million|billion|trillion|bn|m)\b)?|\b\d[\d,.]* ?(?:%|per ?cent\b|percent\b)"
        r"|\b\d{1,3}(?:,\d{3})+\b|\b\d[\d.]* (?:million|billion|trillion)\b",
        "Repairs of the bridge cost 4.2 million pounds in the first year alone.",
        "Repairs of the bridge took from May 8, 2025, until the following summer.",
    ),
    "background": Cue(
        "2",
        "What came before",
        r"^(?:[A-Z]\w+ )?(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Aa]fter) (?:[A-Z]\w+ (?:of )?)?(?:1[5-9]|20)\d\d\b"
        r"|\bin (?:[A-Z]\w+ (?:of )?)?(?:1[5-9]|20)\d\d\.?$"
        r"|\b(?:\d+|two|three|four|five|six|ten|twenty|several|a few|many) (?:years|decades|centuries|months) (?:ago"
        r"|before|earlier)\b|\b(?:last|a) (?:year|decade|century) (?:ago|before|earlier)\b",
        "In 1998 the council sold three of its ferries to a company in Bergen.",
        "The council is to sell three of its ferries to a company in Bergen.",
    ),
    "come before": Cue(
        "2",
        "What came before",
        r"\bhad (?:also |already |long |never |not |once )?(?:been )?[a-z]{2,}"
        r"(?:ed|ld|wn|ught|ent|eft|een|ven|ken|ut|ost)\b",
        "The council had sold three of its ferries to a company in Bergen.",
        "The council has sold three of its ferries to a company in Bergen.",
        main=True,
    ),
}

_CUES = {kind: re.compile(cue.pattern, 0 if kind == "background" else re.IGNORECASE) for kind, cue in CUES.items()}
_SPEECH = re.compile(r"[“\"]{1,2}[^”\"]{1,2000}[”\"]{1,2}")


def has_cue(kind, text):
    """Whether a sentence has the cue of a kind of `CUES`, outside what it has in quotation marks.

    >>> [kind for kind, cue in CUES.items() if not has_cue(kind, cue.right) or has_cue(kind, cue.wrong)]
    []
    """
    return bool(_CUES[kind].search(_SPEECH.sub("“”", text)))


def tells(article, kind, start, end):
    """Whether a sentence has the cue of a kind, as the verb of its main clause where it has to be that."""
    if not has_cue(kind, article.text[start:end]):
        return False
    return not CUES[kind].main or any(
        _is_main(parse(article).char_span(*match.span(), alignment_mode="expand"))
        for match in _CUES[kind].finditer(article.text, start, end)
    )


def _is_main(span):
    """Whether words are the verb of a main clause, or one joined to it, and it has a subject."""
    verb = span.root if span is not None else None
    if verb is not None and verb.dep_ in ("aux", "auxpass"):
        verb = verb.head  # "will open"
    elif verb is None or verb.pos_ != "VERB" or (verb.tag_ in ("VB", "VBG") and span[0].tag_ != "MD"):
        return False
    if verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "ROOT" and any(child.dep_ in NOUN_SUBJECTS and not _is_nobody(child) for child in verb.children)


def _is_nobody(subject):
    """“Nobody will argue that” plans nothing."""
    return subject.lower_ in ("nobody", "nothing", "none") or any(word.lower_ == "no" for word in subject.lefts)
