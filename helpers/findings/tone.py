"""In which words: said only beyond the measured error, as wording and not as temper."""

from ..coreference import mentions
from ..language import parse
from ..sentiment import tone_toward
from ..sentiment.lexicons import vader
from ..sentiment.scores import NARRATOR
from ..wording import join
from .finding import Finding, in_marks

LEAST = 10  # sentences
CLEAR = 0.25  # what a word must push, to be named
SENTENCES = 3  # that must be clear, each alone
STRONG = 0.48  # what a word that is named is worth to VADER alone: "grim", not "right"
# Words that the lexicons rate and that only say what happened: games, gifts, growth.
PLAIN = frozenset(
    "best champion champions award awards honored honoured success love tops win wins won winning winner "
    "victory gift gifts improve improved score scored goal goals fine like share shared growth increase "
    "increased gain gained free support supported interest top play resign resigned fire fired lose loses lost "
    "losing defeat defeated beat cut tax debt".split()
)


def words_toward(article, tables):
    """“The article itself uses these kind words of Anna Berg: “brilliant”, “superb” and “excellent”.”"""
    voices = tables["voices"]
    own = voices[voices["voice"] == NARRATOR]
    spans = list(zip(own["start"], own["end"], strict=True))
    doc = parse(article)
    found = {}
    for mention in mentions(article):
        if len(mention.names) != 1 or not any(a <= mention.start and mention.end <= b for a, b in spans):
            continue
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        word = _judgement(span.root) if span is not None else None
        if word is None:
            continue
        stance = tone_toward(article, mention.start, mention.end)
        if abs(vader(word.text)) >= STRONG and abs(stance["score"]) > CLEAR and stance["label"] != "neutral":
            side = stance["label"]
            found.setdefault((mention.names[0], side), {}).setdefault(word.sent.start, word)
    rows = []
    for (name, side), words in found.items():
        if len(words) >= SENTENCES:
            kind = "kind" if side == "positive" else "hard"
            told = join(dict.fromkeys(in_marks(word.text) for word in words.values()))
            first = next(iter(words.values()))
            sentence = f"The article itself uses these {kind} words of {name}: {told}."
            rows.append(Finding(f"{side} {name}", sentence, "sentiment.tone_toward", first.idx, first.idx + len(first)))
    return rows


def _judgement(root):
    """The adjective by which the narrator judges a subject: “Berg is a brilliant captain”, “Berg is brilliant”."""
    if root.dep_ != "nsubj" or root.head.lemma_ != "be":
        return None
    for child in root.head.children:
        if child.dep_ == "acomp" and child.pos_ == "ADJ":
            return child
        if child.dep_ == "attr":
            return next((word for word in child.children if word.dep_ == "amod"), None)
    return None
