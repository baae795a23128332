"""Whether the clause of a time tells what was or what will be: "opens on Friday" is ahead, "opened on Friday" over."""

from ..language.grammar import clause_verb

WILL = frozenset("will shall ’ll 'll".split())
# With a bare verb what is still to come, with "have" what may have been: It **may** open; it may have opened.
COMING = WILL | frozenset("would could may might should must can".split())
# Before "to", of what is still to come.
PLANS = frozenset(
    (
        "plan expect schedule intend set due propose hope go slate aim be want ask agree promise pledge vow decide "
        "offer threaten urge invite prepare wait order call ready likely unlikely bound certain sure about need "
        "hop slat"  # as the model has "hopes" and "slated"
    ).split()
)
# As participles without "to": a rally **planned** for Saturday.
PLANNED = frozenset("plan expect schedule intend set propose slate slat".split())
SCHEDULING = frozenset("schedule plan set slate slat".split())  # They **scheduled** a vote for Monday
SET = frozenset("due set scheduled slated planned expected earmarked tipped".split())  # for, on, by a day
AHEAD = frozenset("for until ahead".split())  # of a day's event in no past tense: preparing **for** Friday's vote
# A present tense of these says how things hang together, and schedules nothing: It **follows** talks in October.
RELATING = frozenset(
    (
        "follow mark show mean suggest reflect include bring compare date say tell report claim believe think know "
        "have seem appear remain contain describe cover stem result remember recall depict see reveal cite quote note"
    ).split()
)
DELAYING = frozenset("postpone delay adjourn defer extend suspend put push give have".split())  # until a later day
MOVED = frozenset("up down".split())  # since then: he is **up** from two in a hundred in January
CAUSES = frozenset("because despite".split())  # what makes somebody act is over: will leave **because** of it
# Of what is done then, as a gerund: her chances **of** winning in November.
HOPES = frozenset("chance hope prospect odds possibility likelihood importance path way road".split())
HAVE = frozenset("have has had ’ve 've having".split())
NOT = frozenset("not n’t n't neither nor never no nobody none".split())
BACKSHIFTED = frozenset("would was were did had ’d 'd".split())
STILL = WILL | frozenset("is are am has have".split())
LOOKING_BACK = frozenset("was were had did".split())
DIRECT = frozenset("prep pobj npadvmod attr tmod nummod dep advmod pcomp amod compound appos quantmod".split())
STEPS = 12

# a sentence of an article published on Thursday, 2025-05-08; the weekday in it; its day
EXAMPLES = (
    ("The film opens on Friday.", "Friday", "2025-05-09"),
    ("The film opened on Friday.", "Friday", "2025-05-02"),
    ("Leeds play Derby on Saturday.", "Saturday", "2025-05-10"),
    ("The two teams meet on Saturday.", "Saturday", "2025-05-10"),
    ("She will be allowed to sing on Sunday.", "Sunday", "2025-05-11"),
    ("The band hopes to play in Leeds on Saturday.", "Saturday", "2025-05-10"),
    ("The vote is due on Monday.", "Monday", "2025-05-12"),
    ("He is travelling to Oslo on Monday.", "Monday", "2025-05-12"),
    ("He was travelling to Oslo on Monday.", "Monday", "2025-05-05"),
    ("They said they would meet on Monday.", "Monday", "2025-05-12"),
    ("They could have met on Monday.", "Monday", "2025-05-05"),
    ("She could not be reached on Monday.", "Monday", "2025-05-05"),
    ("Neither he nor she could be reached on Monday.", "Monday", "2025-05-05"),
    ("It follows talks on Monday.", "Monday", "2025-05-05"),
    ("A second one follows on Monday.", "Monday", "2025-05-12"),
    ("The final is on Sunday.", "Sunday", "2025-05-11"),
    ("A man is dead after Sunday's crash.", "Sunday", "2025-05-04"),
    ("Police were called on Monday.", "Monday", "2025-05-05"),
    ("They scheduled a vote for Monday.", "Monday", "2025-05-12"),
    ("They set out on Monday.", "Monday", "2025-05-05"),
    ("They failed to agree on Monday.", "Monday", "2025-05-05"),
    ("She wants to understand Monday's debate.", "Monday", "2025-05-05"),
    ("They had hoped to meet on Monday.", "Monday", "2025-05-05"),
    ("A rally planned for Saturday drew anger.", "Saturday", "2025-05-10"),
    ("She is preparing for Saturday's match.", "Saturday", "2025-05-10"),
    ("The case is heard on Monday.", "Monday", "2025-05-12"),
    ("She is the favourite to win it come Monday.", "Monday", "2025-05-12"),
    ("She will travel to Oslo to open it on Monday.", "Monday", "2025-05-12"),
    ("He is up from two points on Monday.", "Monday", "2025-05-05"),
    ("Fares go up on Monday.", "Monday", "2025-05-12"),
    ("It could make it more difficult to win on Monday.", "Monday", "2025-05-12"),
    ("She has hopes of winning on Monday.", "Monday", "2025-05-12"),
    ("Both shares were trading lower until Monday's announcement.", "Monday", "2025-05-05"),
    ("They will vote for her because of the crash on Sunday.", "Sunday", "2025-05-04"),
    ("She said on Sunday that she will be allowed to sing.", "Sunday", "2025-05-04"),
)
HEADLINE = (
    "Ferry sinks on Monday",
    "The ferry sank off Norholm with forty people on board, and all of them were saved.",
)


def tense(doc, start, end, headline=False):
    """Whether the clause of a time is about the future, and whether it is told in the past.

    A headline's present tense tells the past: "Ferry sinks on Monday".
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False, False
    before = [token.lower_ for token in doc[max(span.start - 3, 0) : span.start]]
    told = past(span.root)
    if before[-1:] == ["come"]:  # to win **come** November
        return True, False
    if before[-1:] in (["since"], ["ended"]):
        return False, True
    if len(before) == 3 and before[0] == before[2] == "as":
        return True, False
    if before[-1:] in (["until"], ["till"]):
        return not (told and _lasted(span.root)), told and _lasted(span.root)
    ahead = future(span.root) or (not headline and (timetable(span) or _looked_forward_to(span, told)))
    return ahead, not ahead and told


def past(token):
    """Whether the clause of a word is told in the past: It **opened** in March; it **was closed**."""
    verb = clause_verb(token)
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":  # "she **failed** to return by noon"
        verb = verb.head
    if (
        verb.dep_ == "conj"
        and verb.tag_ != "VBD"
        and verb.head.tag_ == "VBD"
        and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    ):
        return True  # "they met in May and **parted** in June", taken for a participle
    return verb.tag_ == "VBD" or (verb.tag_ in ("VBN", "VBG") and any(child.tag_ == "VBD" for child in verb.children))


def _lasted(token):
    """Whether what went on until a time is over: It **burned** until Friday; until Friday, it **had** not opened.

    What was put off may still be ahead: It **was postponed** until Friday.
    """
    verb = clause_verb(token)
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    went_on = verb.tag_ == "VBG" and words & {"was", "were"}
    return bool(words & {"had", "did"} or went_on) or (verb.tag_ == "VBD" and verb.lemma_.lower() not in DELAYING)


# Who wants to do this with an event of a day looks back at it: to **understand** Thursday's debate.
LOOKING_AT = frozenset("understand know remember explain discuss describe analyze analyse review assess recall".split())


def future(token):
    """Whether the clause of a word is about the future: It **will** open on Friday; it is **due** Friday."""
    verb = clause_verb(token)
    for word in _path(token, verb):
        if word.lower_ in SET:
            return True
        if word.lower_ in CAUSES:
            return False
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.head.lemma_.lower() in HOPES:
        return True
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(word in COMING for word in helpers):
        words = (word for child in verb.children for word in (child, *child.children))
        unable = "could" in helpers and any(word.lower_ in NOT for word in words)  # could **not** be reached
        return not unable and not any(word in HAVE for word in helpers)
    lemma = verb.lemma_.lower()
    if any(child.dep_ == "prt" for child in verb.children) and lemma == "set":  # they **set out** in May
        return False
    if verb.tag_ in ("VBD", "VBN") and "to" not in helpers:
        scheduled = lemma in SCHEDULING and any(child.dep_ == "dobj" for child in verb.children)
        return scheduled or (lemma in PLANNED and verb.tag_ == "VBN")
    if verb.tag_ not in ("VB", "VBN") or "to" not in helpers or any(word in HAVE for word in helpers):
        return False
    head = verb.head
    if head.i == verb.i:  # a headline: Court **to hear** appeal on Friday
        return True
    beside = verb.lemma_.lower() in LOOKING_AT and any(word.pos_ == "NOUN" for word in _path(token, verb))
    if beside or any(child.lower_ == "had" for child in head.children):
        return False
    return (
        head.lemma_.lower() in PLANS
        or head.lower_ in SET
        or ((verb.dep_ in ("xcomp", "advcl") or head.pos_ == "ADJ") and future(head))
    )


def backshifted(token):
    """Whether what was ahead is told in the past: It **would** close in May; it **was to** close; it **was** put off.

    The finite verb of the clause says so, or that of the clause above where the lower one has none.
    """
    verb = clause_verb(token)
    for _ in range(STEPS):
        words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")} | {verb.lower_}
        if words & BACKSHIFTED or verb.tag_ == "VBD":
            return True
        if verb.tag_ in ("VBZ", "VBP") or words & STILL or verb.head.i == verb.i or verb.dep_ == "ccomp":
            return False
        verb = clause_verb(verb.head)
    return False


def timetable(span):
    """Whether a present tense puts a time ahead: It **opens** on Friday; he **is travelling** on Monday."""
    verb = clause_verb(span.root)
    if any(
        word.dep_ not in DIRECT or word.pos_ in ("NOUN", "VERB") for word in _path(span.root, verb) if word not in span
    ):
        return False  # dead after Sunday's **crash**
    if verb.tag_ in ("VBZ", "VBP"):
        if verb.lemma_.lower() == "be" and any(child.lower_ in MOVED for child in verb.children):
            return False
        lemma = verb.lemma_.lower()
        alone = lemma == "follow" and not any(child.dep_ in ("dobj", "ccomp") for child in verb.children)
        return (alone or lemma not in RELATING) and not any(child.lower_ in LOOKING_BACK for child in verb.children)
    words = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return (
        verb.tag_ in ("VBG", "VBN")
        and any(word in ("is", "are", "am", "’s", "'s", "’re", "'re") for word in words)
        and (not any(word in HAVE for word in words))
    )


def _looked_forward_to(span, told):
    """Whether an event is looked forward to: preparing **for** Saturday's match."""
    if told:
        return False
    word = span.root
    while word.dep_ in ("poss", "compound", "nmod", "amod", "npadvmod") and word.head.pos_ in ("NOUN", "PROPN"):
        word = word.head
    return word.i != span.root.i and word.dep_ == "pobj" and word.head.lower_ in AHEAD


def _path(token, verb):
    """The words between a time and its verb."""
    steps = 0
    while token.i != verb.i and token.head.i != token.i and steps < STEPS:
        yield token
        token, steps = token.head, steps + 1
