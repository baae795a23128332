"""Cue words: what reports speech, and in which manner.

The classes follow the literature on reporting verbs: neutral, assertive and doubting after
Thompson & Ye (1991) and Bergler (1992); demanding and promising are the directives and
commissives of Searle (1976); emotional and thinking are the private states of Wiebe, Wilson &
Cardie (2005). `LEMMAS` is data: lemmas by class, verbs and the nouns and adjectives made of
them. A cue that is in no class is "neutral" if it is a mark, and else has no class.
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
    "worried concerned afraid certain optimistic desire wish interest",
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

MARKS = frozenset(": — – ― -- -".split())
# Verbs that only carry the noun that reports: "expressed concern", "made a promise".
LIGHT = frozenset("express make give have issue voice raise offer take show draw lodge repeat renew deliver".split())


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
    """The reporting words around the head of a cue, as (first, last) tokens, the end exclusive.

    A verb with its particle and negation ("did not say", "pointed out"), a noun with the verb that
    carries it ("expressed concern"), "according to".
    """
    first, last = cue, cue + 1
    if parsed.lower[cue] == "according" and last < parsed.size and parsed.lower[last] == "to":
        return first, last + 1
    for kid in parsed.kids[cue]:
        if parsed.dep[kid] == "prt" and kid == last:
            last = kid + 1
        elif parsed.dep[kid] == "neg" and kid == first - 1:
            first = kid
            if first and parsed.dep[first - 1] == "aux" and parsed.head[first - 1] == cue:
                first -= 1
    head = parsed.head[cue]
    if parsed.dep[cue] == "dobj" and parsed.lemma[head] in LIGHT and cue - 6 < head < cue:
        first = head
    return first, last


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
    if parsed.pos[token] in ("VERB", "NOUN", "ADJ", "AUX"):
        return f"{parsed.lemma[token]}/{parsed.pos[token]}" in words
    return lower in MARKS and token > 0 and parsed.quote[token] < 0 <= parsed.quote[token - 1]
