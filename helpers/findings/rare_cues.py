"""By which words a sentence is known to deny, accuse, leave open, compare …: the kinds that go first.

What our words say before a quoted sentence names only what the sentence does.
"""

from typing import NamedTuple


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


RARE = {
    "denied": Cue(
        "0",
        "Denied, disputed or refused",
        r"\b(?:denies|denied|deny|denying|disput(?:e|es|ed) (?:the|that|his|her|its|their|any)|contradict(?:s|ed)"
        r"|refut(?:es|ed)|rebut(?:s|ted)|debunked|rul(?:ed|es) out|rejects|rejected"
        r"|refuse[sd] to (?!comment))\b"
        r"(?! (?:visas?|entry|access|bail|permission|a visa|by))",
        "The Port Authority denied that two cables of the ferry quay had rusted before the storm of 1998.",
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
        "Ferry owners accused the council of keeping a report on rusty cables from them for two years.",
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
        r"|determined|set)|yet to be (?:decided|determined|announced)"
        r"|(?:investigation|inquiry) (?:is|was) under ?way)\b",
        "The council has not decided when lorries and buses will be allowed on the quay of Bergen again.",
        "The council has not closed the bridge, although its cables are old.",
        first=True,
    ),
    "first or record": Cue(
        "2",
        "A first or a record",
        r"\bfor the first time (?:since|in (?!the)|ever)|\bbec(?:ame|omes?) the (?:first|youngest|oldest|largest)\b"
        r"|\b(?:all-time|record)[- ](?:high|low)\b|\brecord-(?:high|low|breaking)\b",
        "Ferries of the Holm line carried fewer than 300,000 passengers and cars for the first time in 37 years.",
        "The ferries carried the fewest people in 37 years.",
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
        "The number of ferry passengers fell by 12 percent to 3.4 million in a year of storms.",
        "The number of passengers is not known, and nobody has counted them since 1998.",
        first=True,
    ),
    "limits of a study": Cue(
        "3",
        "A limit of what was found",
        r"\b(?:(?:only|just|merely) an? (?:association|correlation|link)|(?:does|do|did|could"
        r"|can) ?not (?:prove|show (?:that|whether)"
        r"|establish|follow the|measure|include|account for|say (?:whether|if|why))|not"
        r" cause[- ]and[- ]effect|no (?:proof|evidence)"
        r" (?:that|of)|(?:more|further) (?:research|studies|study|work) (?:is|are) needed|margin of error"
        r"|not (?:yet )?been peer[- ]reviewed"
        r"|findings (?:are|were) preliminary)\b",
        "The survey does not show whether passengers would pay more for a new ferry.",
        "The survey shows that passengers would pay more for a new ferry in summer.",
        first=True,
    ),
    "paid for": Cue(
        "3",
        "Who paid",
        r"\b(?:(?:funded|financed|sponsored|underwritten|bankrolled) (?:in part |partly |largely )?by"
        r"|paid for by"
        r"|donated (?:\$|£|€|\d|more than)|gave (?:\$|£|€)\d)",
        "The survey of passengers was paid for by a company that builds bridges.",
        "The survey of passengers was read by a company that builds bridges.",
        first=True,
    ),
    "study or document": Cue(
        "3",
        "What a study or a document says",
        r"^(?:(?:the|a|an|one|this|its|his|her|their|last|another|recent|new|latest|\w+[’']s) ){0,3}(?:[\w-]+ ){0,4}"
        r"(?:study|survey|poll|report|research|findings|letter|memo|filing|lawsuit|complaint|indictment"
        r"|statistics"
        r"|figures|statement|document|documents|analysis|review|bill|ruling|order|rules?|law|guidelines|agreement"
        r"|census)\b"
        r"(?: [\w’'-]+){0,8} (?:found|finds|shows?|showed|says|said|suggests?|suggested|concluded|concludes"
        r"|estimates?|warns"
        r"|warned|requires?|bans?|includes?|revealed|indicates?|indicated|calls? for|states?|argues?|alleges?"
        r"|noted)\b"
        r"|\b[Aa]ccording to (?:the|a|an|its|his|\w+[’']s) (?:[\w’'-]+ ){0,5}(?:study|survey|poll|report|research"
        r"|letter|memo"
        r"|filing|lawsuit|complaint|indictment|statistics|figures|documents?|analysis|review|census|summary)\b",
        "A survey of Bergen University found that half of all ferry passengers would rather take a train or a taxi.",
        "The survey ship sailed on Monday with half of its passengers.",
        first=True,
    ),
    "in court": Cue(
        "2",
        "In court",
        r"\b(?:convict(?:ed|ing|s)|sentenced|acquitted|pleaded|pled (?:guilty|not)|found (?:not )?guilty|indicted"
        r"|(?:was|were|been) charged with|jury|jurors|filed (?:a|the) (?:law)?suit|(?:sued|sues|is"
        r" suing|are suing) )\b",
        "A jury in Bergen convicted both owners of a sunken ferry after less than an hour of talk.",
        "Both owners of the ferry sailed to Holm after less than an hour.",
    ),
    "only one": Cue(
        "2",
        "The only one, as it says",
        r"\b(?:is|are|was|were|remains?) (?:one of )?the (?:(?:world|country|nation|state|city)[’']s )?only \w+",
        "Holm is the only town of Norway that still has a ferry by night and a lighthouse with a keeper.",
        "Holm is a town on the coast that has only a ferry by night.",
    ),
}
