"""Cue words: what reports speech, and in which manner.

The classes follow the newsroom literature on reporting verbs: neutral, assertive and
doubting after Bergler (1992) and Thompson & Ye (1991); demanding and promising are the
directives and commissives of Searle (1976); thinking holds the private states of Wiebe et
al. (2005). `CLASSES` is data: lemma by class, each class with an example.
"""

CLASSES = {
    "neutral": "say tell add note state report write comment remark speak explain describe mention call name "
    "respond reply answer ask testify quote read refer observe cite publish announce recount relate narrate "
    "tweet post put term dub label frame characterize characterise portray present depict",
    "assertive": "declare insist assert maintain stress emphasize emphasise underscore underline affirm confirm "
    "reaffirm reiterate argue contend proclaim point conclude highlight hold acknowledge admit concede reveal "
    "disclose make",
    "doubting": "claim allege deny suggest imply insinuate purport dispute reject refute question doubt dismiss "
    "accuse blame charge",
    "demanding": "demand urge call order request require warn caution advise appeal press recommend propose "
    "instruct tell invite remind",
    "promising": "promise pledge vow swear agree offer commit guarantee vouch threaten undertake",
    "emotional": "complain lament joke quip laugh shout scream cry exclaim whisper laud praise hail denounce "
    "condemn criticize criticise slam blast mock thank welcome applaud snap sigh rage fume boast celebrate regret "
    "vent mutter murmur",
    "thinking": "think believe feel hope fear expect know consider see view regard suspect worry wonder predict "
    "estimate find guess imagine recall remember conclude understand decide want",
}
EXAMPLES = {
    "neutral": "The mayor said “the bridge is closed.”",
    "assertive": "The mayor insisted that “the bridge is safe.”",
    "doubting": "The mayor claimed “the bridge was safe.”",
    "demanding": "The mayor urged drivers to “stay away.”",
    "promising": "The mayor pledged to “rebuild the bridge.”",
    "emotional": "The mayor praised “a brave crew.”",
    "thinking": "The mayor believed it was “a brave crew.”",
}
VERBS = {}
for _name, _lemmas in CLASSES.items():
    for _lemma in _lemmas.split():
        VERBS.setdefault(_lemma, _name)

# Nouns whose complement is somebody's words.
NOUNS = {
    "statement": "neutral", "comment": "neutral", "remark": "neutral", "word": "neutral", "reference": "neutral",
    "claim": "doubting", "allegation": "doubting", "accusation": "doubting", "denial": "doubting",
    "warning": "demanding", "demand": "demanding", "call": "demanding", "appeal": "demanding",
    "promise": "promising", "pledge": "promising", "vow": "promising", "slogan": "neutral", "motto": "neutral",
    "concern": "thinking", "belief": "thinking", "fear": "thinking", "hope": "thinking", "theme": "neutral",
}  # fmt: skip
