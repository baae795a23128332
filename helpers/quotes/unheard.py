"""Who is not heard: those spoken about who never speak, those who gave no answer, and accusations without one."""

import re

import pandas as pd

from ..coreference import mentions, mentions_in, who
from ..coreference.words import noun_class
from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from .spoken_for import same, voiced
from .summary import attributions

OFTEN = 3  # sentences in which somebody is spoken about
ANSWERS = re.compile(r"^A(?:nswer)?[.:] \S", re.M)  # of somebody in an interview whom the text does not name there
# What is done when no answer is given: the verb's lemma -> words one of which stands behind it within its sentence.
NO_ANSWER = {
    "decline": frozenset("comment interview speak discuss respond answer elaborate".split()),
    "refuse": frozenset("comment speak discuss answer elaborate".split()),
    "respond": frozenset(
        "request requests call calls email emails message messages question questions comment".split()
    ),
    "return": frozenset("call calls email emails message messages request requests".split()),
    "reply": frozenset("request requests email emails message messages question questions".split()),
    "answer": frozenset("request requests call calls email emails question questions".split()),
    "reach": frozenset("comment".split()),
}
NEGATED = frozenset("respond return reply answer reach".split())  # these say so only with "not"
ACCUSING = frozenset(
    "accuse allege blame charge criticize criticise condemn denounce attack slam blast fault assail decry".split()
)
MODIFIERS = frozenset("compound amod nmod".split())  # a **Holm** boat says nothing of Holm
EVENTS = frozenset(
    "convention primary caucus debate election act bill law index poll security medicare medicaid award awards prize "
    "festival cup league series bowl olympics games amendment agreement treaty deal war".split()
)  # last words of names that are of nobody
AGAINST = frozenset("against on at of".split())
WHERE = frozenset("in at on from inside outside within via during".split())  # where something is, or when
DONE = frozenset(("nsubjpass", "dobj", "dative", "poss"))  # who acts, is acted on, has


def never_heard(article, quotes):
    """Those who are spoken about in three sentences or more and never speak, nor anybody for them.

    Whose spokeswoman, lawyer or campaign speaks is heard, and so is a body of which somebody speaks (`spoken_for`). A
    body or group is spoken about where it is what a word is about ("Holm sold a boat"), not where it only modifies a
    word ("a Holm boat") or is a place ("in the Senate").

    Parameters
    ----------
    article : Article
    quotes : pandas.DataFrame
        The quotes table; rows that a page does not show do not count.

    Returns
    -------
    pandas.DataFrame
        `actor`, `kind`, `sentences`, `mentions` (the places of the words), most sentences first.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.quotes import find_quotes
    >>> article = from_text("Ann Lee left. Tom Roe said that Ann Lee was late. Nobody followed Ann Lee.")
    >>> never_heard(article, find_quotes(article))[["actor", "sentences"]].values.tolist()
    [['Ann Lee', 3]]
    """
    doc, heard, found = parse(article), voiced(article, quotes), {}
    answered = ANSWERS.search(article.text)
    for one in mentions(article):
        if (
            one.kind == "place"
            or (answered and one.kind == "person")
            or not 0 <= one.head < len(doc)
            or not (one.kind == "person" or _about(doc[one.head]))
        ):
            continue
        for name in one.names:
            if name not in heard:
                own = found.setdefault(name, (one.kind, set(), [], []))
                own[1].add(doc[one.head].sent.start)
                own[2].append((one.start, one.end))
                own[3].append(one.kind != "organisation" or _acts(doc[one.head]))
    rows = [
        (name, kind, len(sentences), tuple(places))
        for name, (kind, sentences, places, acts) in found.items()
        if len(sentences) >= OFTEN and any(acts) and _can_speak(name) and not any(same(name, one) for one in heard)
    ]
    rows.sort(key=lambda row: (-row[2], row[0]))
    return pd.DataFrame(rows, columns=["actor", "kind", "sentences", "mentions"])


def _aimed_at(token, cues):
    """Whether a verb is said against it: blamed **Lee**, **Lee**'s boat; attacked **Lee**; alleged **Lee** lied."""
    while token.dep_ in ("conj", "poss") and token.head.i != token.i:
        token = token.head
    over = token.head
    if token.dep_ == "pobj":
        return over.lower_ in AGAINST and over.head in cues
    clause = token.dep_ in NOUN_SUBJECTS and over.dep_ == "ccomp" and over.head in cues
    return clause or (token.dep_ in ("dobj", "nsubjpass") and over in cues)


def _about(token):
    """Whether a word for a body or a group speaks of it: not a Holm boat, in the Senate; but: Muslim voters."""
    if token.dep_ in MODIFIERS or (token.pos_ == "ADJ" and token.head.i > token.i):
        return token.head.tag_ == "NNS" and noun_class(token.head.lemma_.lower()) in ("person", "people")
    return not (token.dep_ == "pobj" and token.head.lower_ in WHERE)


def _can_speak(name):
    """Whether a name is of somebody or of a body: not of an event, a law, a measure.

    >>> _can_speak("Holm Ferries"), _can_speak("Ashby Convention")
    (True, False)
    """
    return name.split()[-1].lower() not in EVENTS


def _acts(token):
    """Whether it does something, is done to or has something: **Holm** left; they sued **Holm**; **Holm**'s boat."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    if token.dep_ == "nsubj":
        return token.head.pos_ == "VERB"  # not: **Holm** is a town
    return token.dep_ in DONE or (token.dep_ == "pobj" and token.head.dep_ == "agent")


def no_answer(article):
    """Those who declined to comment, could not be reached or did not respond.

    Returns
    -------
    pandas.DataFrame
        `start`, `end`, `text` (the words that say so, with who it is), `source` (the words that name who), `actor`
        (canonical names joined by "; ", or missing).

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("Ann Lee declined to comment. The firm did not respond to a request. Tom Roe responded.")
    >>> no_answer(article)[["source", "actor"]].values.tolist()
    [['Ann Lee', 'Ann Lee'], ['The firm', None]]
    """
    rows = []
    for token in parse(article):
        signs = NO_ANSWER.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
        if not signs or (token.lemma_.lower() in NEGATED and not any(kid.dep_ == "neg" for kid in token.children)):
            continue
        sign = next((after for after in token.sent[token.i - token.sent.start :] if after.lower_ in signs), None)
        subject = next((kid for kid in token.children if kid.dep_ in NOUN_SUBJECTS and kid.i < token.i), None)
        if sign is None or subject is None:
            continue
        source = article.text[subject.left_edge.idx : subject.idx + len(subject)]
        start, end = subject.left_edge.idx, sign.idx + len(sign)
        names = "; ".join(who(article, start, subject.idx + len(subject))) or None
        rows.append((start, end, article.text[start:end], source, names))
    return pd.DataFrame(rows, columns=["start", "end", "text", "source", "actor"], dtype=object)


def unanswered(article, quotes):
    """Claims of an accusing kind whose target says nothing in the article.

    Returns
    -------
    pandas.DataFrame
        `id` (of the quotes row), `start`, `end`, `text`, `speaker`, `target` (the first whom the verb is said against).

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.quotes import find_quotes
    >>> article = from_text("Ann Lee accused Tom Roe of lying about the bridge.")
    >>> unanswered(article, find_quotes(article))[["speaker", "target"]].values.tolist()
    [['Ann Lee', 'Tom Roe']]
    """
    heard, doc = voiced(article, quotes), parse(article)
    accusing = {token.idx: token for token in doc if token.lemma_.lower() in ACCUSING}
    rows = []
    for row in attributions(quotes).drop_duplicates("whole").itertuples(index=False):
        if row.cue is None or not row.speaker:
            continue
        cues = [accusing[place] for place in range(int(row.cue_start), int(row.cue_end)) if place in accusing]
        if not cues:
            continue
        own = set(row.speaker.split("; "))
        named = [
            name
            for one in mentions_in(article, int(row.start), int(row.end))
            if one.kind != "place" and _aimed_at(doc[one.head], cues)
            for name in one.names
        ]
        target = next((name for name in named if name not in own), None)
        if target and not any(target == one or same(target, one) for one in heard):
            rows.append((row.id, int(row.start), int(row.end), row.text, row.speaker, target))
    return pd.DataFrame(rows, columns=["id", "start", "end", "text", "speaker", "target"])
