"""Whether a sentence can be read alone, or points at what stands before it."""

import re

from ..coreference import mentions
from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from ..tables import once_per_article
from .who import ROLES

REFERRING = frozenset("he she they it him her them his their its".split())
HE_OR_SHE = frozenset("he she him her his".split())
SEVERAL = frozenset("they them their".split())
FIRST_AND_SECOND = frozenset("i me my we us our you your".split())
# "the firm", "both companies": which, stands before.
BODIES = frozenset(
    "firm company companies group groups pair duo site organization organisation man men woman couple employee team "
    "app agency service outlet newspaper network exchange association suspect victim".split()
)
IMPERSONAL = frozenset("be take seem appear remain become believe think know say".split())
WEATHER = frozenset("rain snow hail thunder freeze".split())
PERSONS = ROLES | frozenset(
    "man woman boy girl child kid teen teenager baby son daughter brother sister wife husband person people suspect "
    "victim offender defendant attacker gunman shooter driver prisoner hostage patient pedophile".split()
)
COUNTED = frozenset("one two three four five six both neither none each".split())
POINTING = frozenset("this that these those such".split())
TIME_WORDS = frozenset("year month week day summer winter spring autumn fall season time morning evening night".split())
OPENING = 4  # sentences, whose nouns a reader knows
# "the" before them points at nothing in the article: there is one, or everybody knows which.
KNOWN = TIME_WORDS | frozenset(
    "world public country government state nation media press internet police president economy past future end "
    "beginning rest way fact moon sun sea sky ground hospital law truth weather market right left top bottom first "
    "last poor rich young old north south east west street road air water home number start".split()
)
# Words that answer what stands before their sentence.
ANSWERING = re.compile(
    r"(?<!even) \bthough(?=[.,])|, (?:however|too|instead|therefore|then|meanwhile|by contrast|on the other hand"
    r"|for (?:example|instance)|of course|nevertheless|nonetheless)(?=[,.]|$)|\b(?:likewise|similarly|thereby"
    r"|therefore|thus|nevertheless|nonetheless|otherwise|moreover|furthermore|thereafter|as a result(?! of)"
    r"|in addition(?! to)|for (?:that|this) reason|in (?:other words|turn|that case)|(?:a )?(?:different|similar)"
    r" (?:reason|way|one|thing|case|note|vein)|the former(?= (?:is|was|has|had|says|said|would)\b|[,.])"
    r"|the (?:two|three|four|pair|duo|other|others|latter)\b(?! of)"
    r"(?! \w+ of)|other than that|at the time|that time|the same \w+\b(?! (?:as|that|who)\b)(?! \w+ as\b)"
    r"|the (?:opposite|reverse)(?! of))\b"
    r"|\b(?:than|least|most|about|around|nearly|almost|over|to|win) \d[\d,]{0,9}[.”\"]{0,3}$"  # "to over 3,000"
    r"|\bof the \d[\d,]{0,9} (?!(?:\w+ )?\w+s\b|\w*(?:people|men|women)\b)",  # "12 of the 19 contain secrets"
    re.IGNORECASE,
)
_SPEECH = re.compile(r"[“\"]{1,2}[^”\"]{1,2000}[”\"]{1,2}")


def points_back(span, persons=frozenset()):
    """Whether a word stands for something before a sentence: "he" with no person, "this" with nothing before it.

    `persons` are words that are surely names of one, whatever the recogniser of names says.
    """
    seen = person = thing = placed = several = False
    for token in span:
        word = token.lower_
        if word in SEVERAL and not several:
            return True  # "Berg conducts them repeatedly": one name does not say what
        several = several or token.tag_ in ("NNS", "NNPS") or word in ("and", "everyone", "nobody", "people")
        if (word in HE_OR_SHE and (not person or _is_other(token))) or (
            word in REFERRING and not seen and not _expletive(token)
        ):
            return True
        if word == "its" and not thing:
            return True  # "Many people ripped its launch"
        if word == "there" and token.dep_ == "advmod" and not placed:
            return True  # "polls there": where?
        placed = placed or (token.pos_ == "PROPN" and (token.dep_ == "pobj" or token.ent_type_ != "PERSON"))
        if word == "it" and token.dep_ == "pobj" and not thing:
            return True  # "Berg is a better mayor because of it"
        if word == "it" and _is_judged(token) and not _besides_subject(token, span):
            return True  # "The inspector judged it much worse"
        if word == "both" and token.dep_ in ("det", "predet") and not _joined(token, span):
            return True  # "Berg found both issues to be grave"
        if word in POINTING and token.dep_ in ("det", *NOUN_SUBJECTS, "dobj", "pobj", "predet"):
            shown = token.head.lemma_.lower() in TIME_WORDS - {"time"}  # “this time”: unlike when?
            if not shown and not (word == "that" and token.head.pos_ == "VERB" and token.i < token.head.i and seen):
                return True
        if word == "such" and token.i > span.start and token.nbor(-1).lower_ == "no":
            return True  # "No such ship was seen"
        if word in COUNTED and token.dep_ in NOUN_SUBJECTS and not seen and not any(token.children):
            return True  # "One would require a vote": one of what?
        if word in ("latter", "former", "others", "another", "same") and token.pos_ != "PROPN" and not seen:
            return True
        seen = seen or (token.pos_ == "PROPN" or (token.pos_ == "NOUN" and token.lemma_.lower() not in TIME_WORDS))
        is_person = token.ent_type_ == "PERSON" or token.text in persons
        is_person = is_person or (token.pos_ == "NOUN" and token.lower_ in PERSONS)
        person = person or is_person
        thing = thing or (token.pos_ in ("NOUN", "PROPN") and not is_person and token.lemma_.lower() not in TIME_WORDS)
    return False


def _is_judged(token):
    """Whether "it" is an object, or what is found, made or judged to be something."""
    near = (*token.head.children, *token.head.head.children)
    if any(word.dep_ in ("ccomp", "xcomp", "advcl") and word != token.head for word in near):
        return False  # "makes it clear that"
    return token.dep_ in ("dobj", "pobj") or (token.dep_ == "nsubj" and token.head.pos_ in ("ADJ", "NOUN", "ADV"))


def _besides_subject(token, span):
    """Whether a thing stands before "it" that is not the subject whose act reaches it."""
    acting = next(
        (word for up in token.ancestors for word in up.children if word.dep_ in NOUN_SUBJECTS and word != token), None
    )
    own = {word.i for word in acting.subtree} if acting is not None else set()
    return any(
        word.pos_ in ("NOUN", "PROPN") and word.i not in own and word.lemma_.lower() not in TIME_WORDS
        for word in span[: token.i - span.start]
    )


def _joined(token, span):
    """Whether two things stand before "both", or are joined behind it; there are two parties and sides."""
    bodies = token.head.lemma_.lower() in PERSONS | BODIES
    before = bodies and any(word.dep_ == "conj" for word in span[: token.i - span.start])
    behind = any(word.lower_ == "and" for word in span[token.i - span.start : token.i - span.start + 9])
    return before or behind or token.head.lemma_.lower() in ("party", "side")


def _is_other(token):
    """ "Anna Berg describes her": somebody else than the subject of the same verb."""
    subject = next((word for word in token.head.children if word.dep_ in NOUN_SUBJECTS), None)
    if token.dep_ not in ("dobj", "dative") or subject is None or subject.ent_type_ != "PERSON":
        return False
    return (
        sum(word.ent_type_ == "PERSON" and word.ent_iob_ == "B" for word in token.sent[: token.i - token.sent.start])
        == 1
    )


def leans(article, span, own=False, answers=None):
    """Whether anything in a sentence leans on what is not in it: pronouns, "the firm", "however", "the two".

    Parameters
    ----------
    article : Article
    span : spacy.tokens.Span
    own : bool
        Whether it is the writer who speaks, so that "I" and "you" point at nobody before it.
    answers : spacy.tokens.Span, optional
        The part in which "however" and "also" may not stand; in the others they answer it. Without it the whole.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("Anna Berg left in May. However, the two firms are to stay. They like Holm.")
    >>> [leans(article, sentence) for sentence in parse(article).sents]
    [False, True, True]
    """
    told = _SPEECH.sub("“”", (answers or span).text)
    if points_back(span, _persons(article)) or ANSWERING.search(told):
        return True
    named = False
    for token in span:
        word = token.lower_
        if word in FIRST_AND_SECOND and not own and not _SPEECH.search(span.text):
            return True
        if not named and word in BODIES and token.pos_ == "NOUN":
            return True
        if word == "the" and _is_unnamed(article, token.head):
            return True
        if (
            word in ("the", "both")
            and token.dep_ in ("det", "predet", "preconj")
            and _known_before(article, token.head, span)
        ):
            return True
        named = named or token.pos_ == "PROPN" or token.pos_ == "NOUN"
    return False


def _is_unnamed(article, noun):
    """ "The father of five said": who he is, neither the title nor the words around him say."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in PERSONS - KNOWN or noun.dep_ not in NOUN_SUBJECTS:
        return False
    said = any(word.dep_ in ("appos", "relcl", "acl") or word.ent_type_ == "PERSON" for word in noun.children)
    return not said and noun.lemma_.lower() not in (article.title or "").lower()


def _known_before(article, noun, span):
    """Whether "the" and a noun say which by what stands before, and neither title nor opening have the noun."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or lemma in KNOWN:
        return False
    if says_which(noun):
        return False
    first, opening = _nouns(article)
    return lemma not in opening and (lemma in PERSONS or first.get(lemma, noun.i) < span.start)


def says_which(noun, *by):
    """ "The driver of the lorry": it says itself which."""
    by = by or ("prep", "relcl", "acl", "appos", "poss", "amod", "compound", "nummod")
    return any(word.dep_ in by for word in [*noun.lefts, *noun.rights])


@once_per_article
def _persons(article):
    """The last words of the names of persons: "Trump", which alone is taken for a place as often as not."""
    return {mention.names[0].split()[-1] for mention in mentions(article) if mention.kind == "person" and mention.names}


@once_per_article
def _nouns(article):
    """Noun -> its first token, and the nouns of the title and of the opening."""
    first, opening = {}, {word.lower() for word in (article.title or "").split()}
    for number, sentence in enumerate(parse(article).sents):
        for token in sentence:
            if token.pos_ in ("NOUN", "PROPN"):
                first.setdefault(token.lemma_.lower(), token.i)
                if number < OPENING:
                    opening.add(token.lemma_.lower())
    return first, opening


def _expletive(token):
    """ "It is not clear", "It was not possible": an it that stands for what follows; "it rained"."""
    if token.lower_ == "it" and token.head.lemma_ in WEATHER:
        return True
    near = [*token.head.children, *(word for child in token.head.children for word in child.children)]
    clause = any(word.dep_ in ("ccomp", "xcomp", "csubj", "acl") and word.i > token.head.i for word in near)
    return (
        token.lower_ == "it" and clause and token.head.lemma_ in IMPERSONAL and token.dep_ in (*NOUN_SUBJECTS, "expl")
    )
