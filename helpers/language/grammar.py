"""Grammar that several analyses ask for: which relations a subject has to its verb, and numbers in words."""

# "Anna **opened** it"; "it **was opened**"; "that it opened **surprised** her" (nominal, passive, clausal).
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
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
