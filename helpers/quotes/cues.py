"""Cue words: what reports speech, and in which manner.

The classes follow the literature on reporting verbs: neutral, assertive and doubting after
Thompson & Ye (1991) and Bergler (1992); demanding and promising are the directives and
commissives of Searle (1976); emotional and thinking are the private states of Wiebe, Wilson &
Cardie (2005). `LEMMAS` is data: lemmas by class, verbs and the nouns and adjectives made of
them. A cue that is in no class is "neutral" if it is a mark, and else has no class.

A new reporting word gets its class here. Whether it is looked at as a cue is learned: it must be a word of
`data/quotes.tsv` (`python -m helpers learn quotes`), of `RARE`, or of a researcher's own cues (`corrections`).
"""

LEMMAS = {
    "neutral": "say tell add note state report write comment remark speak explain describe mention call name respond "
    "reply answer ask testify quote read refer observe cite publish announce recount relate narrate tweet post put "
    "term dub label frame characterize characterise portray present depict accord show indicate repeat introduce "
    "discuss talk express address issue deliver list include define identify outline detail document release "
    "illustrate begin continue interject inform title paint sign statement comment remark reference portrayal "
    "description narrative announcement message speech question response letter theme slogan motto word talk "
    "footage document signal invite nominate compare liken attribute summarize summarise review echo",
    "assertive": "declare insist assert maintain stress emphasize emphasise underscore underline affirm confirm "
    "reaffirm reiterate argue contend proclaim point conclude highlight hold acknowledge admit concede reveal "
    "disclose demonstrate prove determine rule defend champion advocate support back endorse favor favour promote "
    "tout embrace recognize recognise argument assertion insistence endorsement support stance position case finding "
    "conclusion ruling decision acknowledgment confirmation advance",
    "doubting": "claim allege deny suggest imply insinuate purport dispute reject refute question doubt dismiss accuse "
    "blame charge challenge oppose refuse decline contradict rebut seem appear hint speculate allude claim allegation "
    "accusation denial suggestion rejection opposition refusal disagreement skeptical skepticism doubt reluctance",
    "demanding": "demand urge call order request require warn caution advise appeal press recommend propose instruct "
    "remind encourage push plead seek prohibit forbid allow persuade convince lobby beg warning demand call appeal "
    "request proposal advice recommendation push order",
    "promising": "promise pledge vow swear agree offer commit guarantee vouch threaten undertake plan intend aim vote "
    "promise pledge vow threat offer plan intent intention commitment goal willing assure reassure",
    "emotional": "complain lament joke quip laugh shout scream cry exclaim whisper laud praise hail denounce condemn "
    "criticize criticise slam blast mock thank welcome applaud snap sigh rage fume boast celebrate regret vent mutter "
    "murmur attack ridicule rail decry assail chide brag yell chant lambaste chastise fire revile congratulate "
    "ridicule love hate like enjoy anger rebuke scold deride decry bash criticism complaint praise attack "
    "condemnation anger outrage frustration",
    "thinking": "think believe feel hope hop fear expect know consider see view regard suspect worry wonder predict "
    "estimate find guess imagine recall remember understand decide want learn prefer wish deem judge assume envision "
    "anticipate project forecast interpret mean look realize realise desire belief hope fear concern view opinion "
    "expectation thought worry idea understanding perception assessment sense confident sure aware convinced hopeful "
    "worried concerned afraid certain optimistic desire wish interest reason theorize",
}
EXAMPLES = {
    "neutral": "The mayor said “the bridge is closed.”",
    "assertive": "The mayor insisted that “the bridge is safe.”",
    "doubting": "The mayor claimed “the bridge was safe.”",
    "demanding": "The mayor urged drivers to “stay away.”",
    "promising": "The mayor pledged to “rebuild the bridge.”",
    "emotional": "The mayor praised “a brave crew.”",
    "thinking": "The mayor believed “it was a brave crew.”",
}
CLASS_OF = {}
for _name, _lemmas in LEMMAS.items():
    for _lemma in _lemmas.split():
        CLASS_OF.setdefault(_lemma, _name)

# Verbs of speaking and reasoning that are too rare to have been learned; what surrounds them decides.
RARE = frozenset(
    "confide counsel divulge enthuse gripe groan grumble holler insinuate intone lambaste moan murmur mutter prophesy "
    "purport rant reason retort scream shriek sigh snap sneer stipulate tease theorize thunder underline venture "
    "whisper".split()
)
MARKS = frozenset(": — – ― -- -".split())


def cue_class(parsed, cue):
    """The class of a cue, or None if it is on no list.

    Parameters
    ----------
    parsed : Parsed
    cue : int
        Token.

    Returns
    -------
    str or None
        The researcher's own, if the corrections have the word.
    """
    if cue in parsed.own:
        return parsed.own[cue]
    return "neutral" if parsed.lower[cue] in MARKS else CLASS_OF.get(parsed.lemma[cue])


def cue_words(parsed, cue):
    """The first guess at the reporting words, as (first, last) tokens, the end exclusive: the head, "according to"."""
    to = parsed.lower[cue] == "according" and cue + 1 < parsed.size and parsed.lower[cue + 1] == "to"
    return cue, cue + 1 + to


def may_report(parsed, token, words):
    """Whether a token may be a cue at all: a word that has been one, a colon, a dash after marks.

    Parameters
    ----------
    parsed : Parsed
    token : int
    words : set of str
        As "lemma/POS", from the weights.
    """
    lower = parsed.lower[token]
    if lower in (":", "according"):
        return True
    if parsed.pos[token] == "VERB" and parsed.lemma[token] in RARE:
        return True
    if parsed.pos[token] in ("VERB", "NOUN", "ADJ", "AUX"):
        return f"{parsed.lemma[token]}/{parsed.pos[token]}" in words
    return lower in MARKS and token > 0 and parsed.quote[token] < 0 <= parsed.quote[token - 1]
