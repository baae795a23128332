"""What a cue tells of its source: that something was said, urged or promised, thought, known, wanted, or done.

Classes of cues (`cues.LEMMAS`) say in which manner something is reported; a class holds acts of speech and others
side by side ("pledge" and "plan" are both promising). Whether news that is no politics counts a row as somebody's
words turns on this: a pledge is said, a plan need not be. The groups follow the classes of verbs of Levin (1993) and
VerbNet (say 37.7, promise 37.13, order 58.3, judgment 33.1, characterize 29.2, conjecture 29.5, want 32.1), and
Searle's (1976) directives, commissives and expressives.
"""

# Group -> verbs, nouns and adjectives.
LEMMAS = {
    "said": "say tell add note state report write comment remark explain reply answer respond testify recount relate "
    "narrate tweet announce declare insist assert maintain stress emphasize underscore affirm confirm reaffirm "
    "reiterate argue contend proclaim point acknowledge admit concede confess disclose claim allege deny suggest imply "
    "insinuate hint complain lament joke quip caution mention observe opine muse explain clarify elaborate confide "
    "mutter murmur whisper shout cry exclaim yell scream groan grumble recall repeat echo speculate theorize boast "
    "brag accord inform notify brief reassure assure statement comment remark announcement claim allegation assertion "
    "declaration argument denial complaint joke report message tweet testimony reply answer response warning reason "
    "retort interject intone snap sneer tease vent gush enthuse profess purport chant",
    "urged": "demand urge call order request warn advise appeal recommend propose instruct remind encourage ask beg "
    "plead implore exhort press counsel lobby petition dare demand call appeal request plea proposal advice "
    "recommendation reminder instruction",
    "promised": "promise pledge vow swear guarantee threaten vouch promise pledge vow threat guarantee assurance",
    "judged": "praise laud hail applaud extol commend credit thank congratulate welcome celebrate condemn denounce "
    "criticize slam blast mock ridicule accuse blame fault chide scold rebuke reprimand decry deride assail lambaste "
    "bash rail chastise revile belittle disparage berate lash attribute ascribe praise criticism "
    "condemnation accusation denunciation ridicule rebuke tribute",
    "framed": "describe depict portray characterize frame cast paint label brand dub call term liken compare "
    "highlight tout present herald name description portrayal depiction characterization",
    "shown": "show indicate find reveal prove demonstrate conclude determine estimate project forecast predict "
    "finding conclusion estimate forecast prediction",
    "thought": "think believe feel hope fear consider see view regard suspect worry wonder doubt guess imagine assume "
    "deem judge expect anticipate envision belief view opinion hope fear concern "
    "worry doubt feeling thought impression expectation confident convinced hopeful worried concerned afraid sure "
    "certain optimistic skeptical",
    "known": "know notice realize understand remember forget learn discover hear aware",
    "wanted": "want wish seek aim plan intend decide vote agree offer refuse decline prefer like love hate try push "
    "fight hesitate desire opt choose prepare desire wish goal plan intention intent willing reluctant eager "
    "willingness refusal decision agreement",
    "sided": "support back endorse oppose favor advocate defend champion reject dismiss embrace promote dispute "
    "challenge question resist support opposition backing endorsement objection rejection",
}
EXAMPLES = {
    "said": "The mayor complained that the bridge is closed.",
    "urged": "The mayor urged drivers to stay away.",
    "promised": "The mayor vowed to mend the bridge.",
    "judged": "The mayor lauded the crew as a model for all.",
    "framed": "The mayor portrayed the bridge as a ruin.",
    "shown": "The study found that the bridge is unsafe.",
    "thought": "The mayor believes that the bridge is unsafe.",
    "known": "The mayor knows that the bridge is unsafe.",
    "wanted": "The mayor plans to mend the bridge.",
    "sided": "The mayor backed the new bridge.",
}
ACT_OF = {}
for _name, _lemmas in LEMMAS.items():
    for _lemma in _lemmas.split():
        ACT_OF.setdefault(_lemma, _name)


def act(parsed, cue):
    """The group of a cue, or "other".

    Parameters
    ----------
    parsed : Parsed
    cue : int
        Token.
    """
    lemma = parsed.lemma[cue]
    if lemma == "call" and parsed.pos[cue] == "VERB":  # called for a strike; called the strike a shame
        return "urged" if any(parsed.lower[kid] in ("for", "on", "upon") for kid in parsed.kids[cue]) else "framed"
    return ACT_OF.get(lemma, "other")


def acts_of(doc, start, end):
    """The groups of the words of a cue at its place in a text; "other" alone where none has one.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    start, end : int
        Offsets.

    Returns
    -------
    set of str

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.language import parse
    >>> acts_of(parse(from_text("The mayor has backed the bridge.")), 10, 20)
    {'sided'}
    """
    span = doc.char_span(int(start), int(end), alignment_mode="expand")
    return {ACT_OF.get(token.lemma_.lower(), "other") for token in span} - {"other"} or {"other"}
