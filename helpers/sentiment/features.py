"""What the weights of tone and stance look at: words, pairs, relations to a target.

A feature is a name and the token that it belongs to, so that whatever it adds to a score is that
token's. Words are lemmas; a word under a negation is another word ("not_good"). Pairs are a word
and the word that it depends on (Ng, Dasgupta & Arifin 2006), which brings "fail" and "hope"
together with what fails or is hoped.

Who it is about is not a feature: names and demonyms have no weight, and a woman's words have a man's,
so that a sentence keeps its tone when it is said of somebody else (Kiritchenko & Mohammad 2018).
"""

from dataclasses import dataclass, field

from ..coreference.countries import DEMONYMS
from ..language import american, in_names, parse_columns
from ..language.grammar import DOERS

CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "ADV", "INTJ"))
NEGATIONS = frozenset("no not n't never without hardly barely neither nor none cannot lack fail deny avoid".split())
OBJECTS = frozenset(("dobj", "dative", "attr", "oprd", "acomp"))
PEOPLES = frozenset(word.lower() for word in DEMONYMS) - {"polish"}
SAME = {
    "she": "he",
    "him": "he",
    "her": "he",
    "his": "he",
    "hers": "he",
    "herself": "himself",
    "woman": "man",
    "wife": "husband",
    "girl": "boy",
    "mother": "father",
    "daughter": "son",
    "sister": "brother",
    "lady": "gentleman",
    "female": "male",
    "actress": "actor",
    "chairwoman": "chairman",
    "spokeswoman": "spokesman",
    "businesswoman": "businessman",
    "congresswoman": "congressman",
    "queen": "king",
    "ms.": "mr.",
    "mrs.": "mr.",
    "ms": "mr.",
    "mrs": "mr.",
    "mr": "mr.",
}
STEPS = 4  # arcs between a word and the target, beyond which the relation is only a side

# relation to the target -> a sentence about Anna Berg, and the word that has the relation
RELATIONS = {
    "act": ("Anna Berg deceived the voters.", "deceived"),
    "undergoes": ("Voters praised Anna Berg.", "praised"),
    "modifier": ("The brilliant Anna Berg came.", "brilliant"),
    "own": ("Anna Berg's failure was long.", "failure"),
    "object of act": ("Anna Berg deceived the voters.", "voters"),
    "subject of act": ("Voters praised Anna Berg.", "Voters"),
    "below act": ("Anna Berg came with shameful lies.", "shameful"),
    "above act": ("They regret that Anna Berg came.", "regret"),
    "left": ("Shame is here, and it rains, and Anna Berg came.", "Shame"),
    "right": ("If Anna Berg comes, all is shame.", "shame"),
}


@dataclass
class Words:
    """A run of tokens as plain lists, as the features need them; `head` counts from the run's start."""

    lower: list = field(default_factory=list)
    lemma: list = field(default_factory=list)
    pos: list = field(default_factory=list)
    dep: list = field(default_factory=list)
    head: list = field(default_factory=list)
    name: list = field(default_factory=list)
    own: dict = field(default_factory=dict)

    @classmethod
    def of(cls, span, valences=None):
        """From a spaCy span; a head outside the span counts as the token itself.

        `valences`: a researcher's own tones of words, -1 … 1; `own` has the tokens that are such a word.
        """
        first, last, all_ = span.start, span.end, parse_columns(span.doc)
        head = [h - first if first <= h < last else i for i, h in enumerate(all_.head[first:last])]
        lower, lemma = all_.lower[first:last], all_.lemma[first:last]
        return cls(
            lower,
            lemma,
            all_.pos[first:last],
            all_.dep[first:last],
            head,
            _named(span, lower),
            _valued(lower, lemma, valences or {}),
        )

    def __len__(self):
        return len(self.lower)


def _named(span, lower):
    """Which tokens are part of a name, or say where somebody is from."""
    is_name = in_names(span.doc)[span.start : span.end]
    return [
        flag or (word in PEOPLES and span[i].text[:1].isupper())
        for i, (flag, word) in enumerate(zip(is_name, lower, strict=True))
    ]


def _valued(lower, lemma, valences):
    """Token -> the researcher's own tone of it."""
    if not valences:
        return {}
    told = {i: valences.get(word, valences.get(base)) for i, (word, base) in enumerate(zip(lower, lemma, strict=True))}
    return {i: value for i, value in told.items() if value is not None}


def negated(words):
    """Tokens under a negation: of "did not help", **help**; of "no help", **help**.

    >>> from helpers.language import pipeline
    >>> words = Words.of(pipeline()("She did not help.")[:])
    >>> [words.lower[i] for i in negated(words)]
    ['help']
    """
    found = set()
    for i, word in enumerate(words.lower):
        if words.dep[i] == "neg" or (word in NEGATIONS and words.dep[i] in ("det", "preconj", "advmod", "cc")):
            head = words.head[i]
            found.add(head)
            found.update(
                j
                for j in range(head + 1, min(head + 6, len(words)))
                if words.head[j] == head and words.dep[j] in ("acomp", "attr", "xcomp", "dobj")
            )
        elif word in NEGATIONS or words.lemma[i] in NEGATIONS:
            found.update(
                j for j in range(i + 1, len(words)) if words.head[j] == i and words.dep[j] in ("dobj", "pobj", "xcomp")
            )
    return found


def names(words):
    """The word that each token counts as, in American spelling; empty where it is a name, a demonym, or has no letter.

    >>> from helpers.language import pipeline
    >>> names(Words.of(pipeline()("It was no help.")[:]))
    ['it', 'be', 'no', 'not_help', '']
    >>> names(Words.of(pipeline()("She met the Danish king Frederik.")[:]))
    ['he', 'meet', 'the', '', 'king', '', '']
    """
    under, found = negated(words), []
    for i, lemma in enumerate(words.lemma):
        is_name = words.name[i] and i not in words.own
        lemma = "" if is_name or not lemma[:1].isalpha() else SAME.get(lemma, american(lemma))
        found.append(f"not_{lemma}" if lemma and i in under else lemma)
    return found


def _paired(words, i):
    """Whether a word and the one that it depends on make a pair: two content words."""
    head = words.head[i]
    return head != i and words.pos[i] in CONTENT and words.pos[head] in CONTENT


def sentence_features(words):
    """Features of a sentence's tone.

    Parameters
    ----------
    words : Words

    Returns
    -------
    list of (str, int)
        Name and token.

    Examples
    --------
    >>> from helpers.language import pipeline
    >>> sentence_features(Words.of(pipeline()("It failed badly.")[:]))
    [('it', 0), ('fail', 1), ('badly', 2), ('badly<fail', 2)]
    """
    own = names(words)
    found = [(name, i) for i, name in enumerate(own) if name]
    for i, name in enumerate(own):
        head = words.head[i]
        if name and own[head] and _paired(words, i):
            found.append((f"{name}<{own[head]}", i))
    return found


def target_relations(words, first, last):
    """How each token relates to a target; empty for the target itself.

    Parameters
    ----------
    words : Words
    first, last : int
        The target's tokens, end exclusive.

    Returns
    -------
    list of str
        Keys of `RELATIONS`.
    """
    head = words.head
    root = next((i for i in range(first, last) if not first <= head[i] < last or head[i] == i), last - 1)
    found = ["left" if i < first else "right" for i in range(len(words))]
    above, role = _climb(words, root)
    act = above[-1] if above else root
    for i in range(len(words)):
        if first <= i < last:
            found[i] = ""
            continue
        chain = _up(head, i)
        if i in above:
            found[i] = "own" if words.pos[i] in ("NOUN", "PROPN") and role == "poss" else ""
            found[i] = found[i] or ("act" if role in DOERS else "undergoes")
        elif root in chain or any(first <= j < last for j in chain):
            found[i] = "modifier"
        elif act in chain:
            child = chain[chain.index(act) - 1] if chain.index(act) else i
            near = len(chain) <= chain.index(act) + STEPS and chain.index(act) <= 1
            if near and words.dep[child] in OBJECTS | {"pobj", "prep"} and role in DOERS:
                found[i] = "object of act"
            elif near and words.dep[child] in DOERS:
                found[i] = "subject of act"
            else:
                found[i] = "below act"
        elif i in _up(head, act):
            found[i] = "above act"
    return found


def _climb(words, root):
    """The words from a target up to its verb, and the target's role there."""
    above, role, i = [], words.dep[root], root
    for _ in range(STEPS):
        if words.head[i] == i:
            break
        j = words.head[i]
        if words.dep[i] in ("conj", "appos", "compound", "nmod") and words.pos[j] in ("NOUN", "PROPN"):
            role = words.dep[j]
        above.append(j)
        if words.dep[i] == "poss":
            break
        if words.pos[j] in ("VERB", "AUX"):
            break
        i = j
    return above, role


def _up(head, i):
    """The tokens above one, nearest first."""
    chain = []
    while head[i] != i and len(chain) < 12:
        i = head[i]
        chain.append(i)
    return chain


def target_features(words, first, last):
    """Features of the stance toward a target.

    Parameters
    ----------
    words : Words
    first, last : int
        The target's tokens, end exclusive.

    Returns
    -------
    list of (str, int)
        Name and token: each word alone and with its relation to the target, and each pair.
    """
    own, how = names(words), target_relations(words, first, last)
    found = []
    for i, name in enumerate(own):
        if not how[i] or not name:
            continue
        found.append((name, i))
        found.append((f"{how[i]}:{name}", i))
        head = words.head[i]
        pair = "TARGET" if first <= head < last else own[head]
        if pair and _paired(words, i):
            found.append((f"{name}<{pair}", i))
    kind = "PRON" if words.pos[last - 1] == "PRON" else words.dep[last - 1]
    found.append((f"target={kind}", first))
    return found
