"""Grammar that several analyses ask for: subjects and verbs of clauses, and numbers in words."""

# "**Anna** opened it"; "**it** was opened".
NOUN_SUBJECTS = ("nsubj", "nsubjpass")
# "**that it opened** surprised her".
SUBJECTS = (*NOUN_SUBJECTS, "csubj")
# Who does it in a passive clause stands in its agent: "it was opened **by** Anna".
DOERS = (*SUBJECTS, "agent")

_ONES = "zero one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ONES = {word: number for number, word in enumerate(_ONES)}
TEENS = {word: number for number, word in enumerate(_TEENS, 10)}
TENS = {word: 10 * number for number, word in enumerate(_TENS, 2)}
NUMBER_WORDS = ONES | TEENS | TENS
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}

STEPS = 12  # from a word up to its verb


def clause_verb(token):
    """The verb of the clause that a word stands in, or the top of its sentence: what a time hangs on.

    Parameters
    ----------
    token : spacy.tokens.Token

    Returns
    -------
    spacy.tokens.Token

    Examples
    --------
    >>> from helpers.language import pipeline
    >>> clause_verb(pipeline()("She opened the bridge in the spring of 2024.")[8])
    opened
    """
    steps = 0
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i and steps < STEPS:
        token, steps = token.head, steps + 1
    return token
