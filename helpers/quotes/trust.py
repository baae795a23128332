"""How far a found content is to be believed to be somebody's words, also in news that is no politics.

The weights of `weigh` were learned from political news, where "he supports the bill" is a stance that somebody is
reported to have. Elsewhere the same words tell what is done. A second, small choice looks at what a row is like: who
speaks, what kind of cue and of content it has, and how much is reported in the article at all. It is learned from
political news and from rows of other articles that a reader judged (`python -m helpers learn quotes`).
"""

from dataclasses import replace
from math import exp, log

from ..language.grammar import SUBJECTS
from .acts import act
from .cues import MARKS, cue_class
from .features import stands_for, subject_of
from .parsed import NAME
from .role_words import ROLE_OF, ROLES

WRITER = frozenset("i we".split())
NOBODY = frozenset("you one nobody everyone everybody anyone anybody someone what which that it this these".split())
POLITICIANS, OFFICIALS = (frozenset(ROLES[role].split()) for role in ("politician", "official"))
# Words of campaigns and parliaments: where they abound, a stance is reported as if it were said.
CONTEST = frozenset(
    "campaign election vote voter candidate poll primary caucus nominee nomination convention debate ballot presidency "
    "presidential republican democrat democratic conservative liberal party delegate senate congress".split()
)
SURE = 0.9  # a report this probable counts for how much is reported in the article
LIKELY = 0.1  # what is less probable is not looked at
UNCLEAR = ("thing", "words")  # shapes of what is told and not reported, where another report encloses it
WH = frozenset("what who how why whether when where which if".split())
# What stands before a cue that nobody has used yet, or not for sure -> what it is called.
MODALS = {
    **dict.fromkeys("would could might may 'd".split(), "might"),
    **dict.fromkeys("should must ought need shall".split(), "should"),
    **dict.fromkeys("will wo 'll ca can".split(), "will"),
    "to": "to",
}
UNDONE = frozenset("without than".split())  # before a cue that nobody uses
CONDITIONS = frozenset("if unless lest whether".split())
TERMS = ("odds", "odds by contest", "bias", "contest", "talk", "marks")
STEPS = 4  # up from a cue to the clause that makes a condition of it
# What a content is like -> a sentence with such a content.
SHAPES = {
    "marks": "The mayor praised “a brave crew.”",
    "that": "The mayor said that the bridge is closed.",
    "question": "The mayor asked whether the bridge is closed.",
    "clause": "The mayor said the bridge is closed.",
    "to": "The mayor promised to mend the bridge.",
    "verb": "The mayor criticised building a bridge.",
    "thing": "The mayor condemned the attack on the bridge.",
    "words": "The mayor hates crime.",
}


def shape(parsed, found):
    """What a content is like, of `SHAPES`."""
    first = found.parts[0][0]
    if any(parsed.quote[i] >= 0 and parsed.quote[i] != parsed.quote[found.cue] for i in found.words):
        return "marks"
    if parsed.lower[first] == "that" and parsed.dep[first] == "mark":
        return "that"
    if parsed.lower[first] in WH:
        return "question"
    if parsed.lower[first] == "to":
        return "to"
    verbs = [i for i in found.words if parsed.pos[i] in ("VERB", "AUX") and parsed.dep[i] != "amod"]
    if any(
        parsed.dep[kid] in (*SUBJECTS, "expl") and kid in found.words
        for i in verbs
        if parsed.dep[i] not in ("relcl", "acl")
        for kid in parsed.kids[i]
    ):
        return "clause"
    return "verb" if verbs else "words" if len(found.words) < 3 else "thing"


def speaker_kind(parsed, token):
    """What the subject of a cue is like: name, he or she, role, thing and so on."""
    if token < 0:
        return "none"
    token = stands_for(parsed, token)
    word = parsed.lower[token]
    if word in WRITER:
        return "writer"
    if word in NOBODY:
        return "nobody"
    if word == "who":
        return "who"
    if parsed.pos[token] == "PRON":
        return "pronoun"
    if parsed.what[token] == NAME or parsed.pos[token] == "PROPN":
        return "name"
    if parsed.lemma[token] in ROLE_OF or word in ROLE_OF:
        return "document" if ROLE_OF.get(parsed.lemma[token], ROLE_OF.get(word)) == "document" else "role"
    return parsed.what[token] or "thing"


def supposed(parsed, cue):
    """What makes a mere thought of a report: a condition over it, or a modal or "to" before it; or "".

    If they **say** so, we go; they might **say** so; he came to **warn** us. But: if it rains, he **says**, we stay.
    """
    verb = cue
    for _ in range(STEPS):
        if any(parsed.lower[kid] in CONDITIONS and parsed.dep[kid] == "mark" for kid in parsed.kids[verb]):
            return "if"
        if parsed.dep[verb] not in ("conj", "xcomp", "dobj", "prep", "pobj", "relcl", "acl", "nsubj", "attr", "acomp"):
            break
        verb = parsed.head[verb]
    return next((MODALS[w] for kid in parsed.kids[cue] if kid < cue and (w := parsed.lower[kid]) in MODALS), "")


def unsaid(parsed, found):
    """Whether a paraphrase is nobody's yet, or the writer's: they **might say** so; if they **say** so; I **think** so.

    I never **thought** so; without **saying** so; rules bind them to **vote** so.
    But: they **say** so; I **told** them so; “I **think** so,” they say.
    """
    cue, tag = found.cue, parsed.tag[found.cue]
    if parsed.quote[cue] >= 0 or shape(parsed, found) == "marks":
        return False
    if parsed.dep[cue] == "pcomp" and parsed.lower[parsed.head[cue]] in UNDONE:
        return True
    if tag == "VB" and act(parsed, cue) == "wanted" and any(parsed.tag[kid] == "TO" for kid in parsed.kids[cue]):
        return True
    own = tag == "VBP" and speaker_kind(parsed, subject_of(parsed, cue)) == "writer"
    if not own and any(parsed.lower[kid] in WRITER and parsed.dep[kid] in SUBJECTS for kid in parsed.kids[cue]):
        own = tag not in ("VBD", "VBN") or act(parsed, cue) not in ("said", "urged")
    return own or supposed(parsed, cue) in ("if", "might", "should", "will")


def taken(parsed, cue):
    """For or as what somebody is taken: "as" (regards it **as** a risk, calls it **a risk**), "of", "for", "on", or "".

    It tells what is said of the object: he lauded the crew **as** a model. But: he lauded the crew.
    """
    for kid in parsed.kids[cue]:
        if kid > cue and parsed.dep[kid] in ("oprd", "acomp"):
            return "as"
        for one in (kid, *parsed.kids[kid]) if parsed.dep[kid] in ("dobj", "prep", "nsubjpass") else ():
            if one > cue and parsed.dep[one] == "prep" and parsed.lower[one] in ("as", "of", "for", "on"):
                if parsed.lower[one] == "as" or parsed.head[one] == cue:
                    return parsed.lower[one]
    return ""


def told(parsed, likely):
    """What kind of article it is: how much is reported in it, how much is about politics and contests; logarithms.

    "He supports the bill" is a stance that politicians are reported to have; "she supports her mother" is an act.
    """
    sure = sum(one.probability >= SURE and cue_class(parsed, one.cue) in ("neutral", "assertive") for one in likely)
    words = sum(parsed.is_word)
    politics = sum((lemma in POLITICIANS) + (lemma in OFFICIALS) for lemma in parsed.lemma)
    contest = sum(lemma in CONTEST for lemma in parsed.lemma)
    return {
        "talk": round(log((1 + sure) / (0.2 + words / 1000)), 1),
        "politics": round(log((3 + politics) / (200 + words)) + 4, 1),
        "contest": round(log((1 + contest) / (200 + words)) + 4, 1),
    }


def trust_features(parsed, found, article):
    """Features and values of a row.

    Parameters
    ----------
    parsed : Parsed
    found : weigh.Found
    article : dict of str to float
        As `told` gives it.

    Returns
    -------
    dict of str to float
    """
    cue, chance = found.cue, min(max(found.probability, 0.001), 0.999)
    mark = parsed.lower[cue] in MARKS
    kind = "mark" if mark else cue_class(parsed, cue) or "no class"
    form = shape(parsed, found)
    own = any(parsed.dep[kid] in SUBJECTS for kid in parsed.kids[cue])
    who = f"mark {speaker_kind(parsed, cue - 1)}" if mark else speaker_kind(parsed, subject_of(parsed, cue))
    pos, does = parsed.pos[cue], "mark" if mark else act(parsed, cue)
    size = len(found.words)
    length = "1" if size < 2 else "2" if size < 3 else "5" if size < 6 else "10" if size < 11 else "more"
    as_told = any(parsed.lower[kid] == "as" and parsed.dep[kid] == "mark" for kid in parsed.kids[cue])
    sentence = parsed.sentence[cue]
    asked = parsed.lower[parsed.last[sentence] - 1] == "?"
    deps = {parsed.dep[kid] for kid in parsed.kids[cue]}
    if_so, quoted = supposed(parsed, cue), parsed.quote[cue] >= 0
    names = [
        "bias",
        f"class={kind}",
        f"shape={form}",
        f"class={kind}/shape={form}",
        f"class={kind}/pos={pos}",
        f"act={does}",
        f"act={does}/pos={pos}",
        f"act={does}/shape={form}",
        f"act={does}/shape={form}/pos={pos}",
        f"act={does}/who={who}",
        f"act={does}/tag={parsed.tag[cue]}",
        f"act={does}/as={as_told}",
        f"who={who}",
        f"who={who}/shape={form}",
        f"who={who}/class={kind}",
        f"length={length}",
        f"length={length}/pos={pos}",
        f"tag={parsed.tag[cue]}/own={own}",
        f"tag={parsed.tag[cue]}/dep={parsed.dep[cue]}",
        f"construction={found.construction}",
        f"construction={found.construction}/{form}",
        f"construction={found.construction}/mark={parsed.lower[cue] if mark else ''}",
        f"inside={quoted}",
        f"who={who}/inside={quoted}",
        f"if={if_so}",
        f"if={if_so}/act={does}",
        f"if={if_so}/{form}",
        f"if={if_so}/who={who}",
        f"taken={taken(parsed, cue)}/act={does}",
        f"taken={taken(parsed, cue)}/{form}",
        f"asked={asked}",
        f"negated={'neg' in deps}",
        f"heading={parsed.heading[sentence]}",
        f"passive={'nsubjpass' in deps}/{form}",
        f"lemma={parsed.base[cue]}/{pos}",
        f"lemma={parsed.base[cue]}/{form}",
    ]
    facts = dict.fromkeys(names, 1.0)
    chances = log(chance / (1 - chance)) / 2
    for name, value in {"chance": chances, **article}.items():
        facts |= {name: value, f"{name}/{form}": value, f"{name}/class={kind}": value, f"{name}/act={does}": value}
    return facts


def terms(odds, facts):
    """What makes calibrated log odds of trust's: each has a weight of its own, by the names of `TERMS`."""
    return odds, odds * facts["contest"], 1.0, facts["contest"], facts["talk"], facts.get("shape=marks", 0.0)


def believed(parsed, likely, learned):
    """What was found, with the probability that it is an attribution with this content.

    Parameters
    ----------
    parsed : Parsed
    likely : list of weigh.Found
    learned : weigh.Weights

    Returns
    -------
    list of weigh.Found
    """
    article, found = told(parsed, likely), []
    by = [learned.calibration[name] for name in TERMS]
    for one in likely:
        if one.probability >= LIKELY:
            facts = trust_features(parsed, one, article)
            odds = sum([learned.trust.get(name, 0.0) * value for name, value in facts.items()])
            total = sum([weight * term for weight, term in zip(by, terms(odds, facts), strict=True)])
            found.append(replace(one, probability=1 / (1 + exp(-total))))
    return found
