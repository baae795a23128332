"""A value of a table as people read it, and the headings of columns in words."""

from dataclasses import dataclass

from ...markup import escape
from ...tables import is_missing
from ...timeline.iso import value_in_words
from ...wording import decimal, signed

NUMBER = "number"  # how the value of a quantity is called here: that of a time is no number
# Column -> heading in words, for tables that people read.
HEADINGS = {
    "speaker": "Speaker",
    "who": "Who",
    "heard": "Who is heard",
    "kind": "Kind",
    "cue": "Cue",
    "cue_class": "Cue class",
    "source": "Source",
    "source_type": "Type of source",
    "rule": "Found by",
    "value": "TIMEX3",
    NUMBER: "Number",
    "type": "Type",
    "earliest": "Earliest",
    "latest": "Latest",
    "anchor": "Leans on",
    "then": "Then",
    "problem": "What does not go together",
    "status": "Status",
    "inferred": "Inferred",
    "dated_by": "Dated by",
    "rows": "Rows",
    "polarity": "TextBlob",
    "vader": "VADER",
    "tone": "Tone",
    "low": "Low",
    "high": "High",
    "agreement": "Agreement",
    "driven": "TextBlob’s words",
    "method": "Method",
    "corpus": "Sentences",
    "result": "Result",
    "subjectivity": "Subjectivity",
    "voice": "Voice",
    "actor": "Actor",
    "how": "How",
    "theme": "Theme",
    "weight": "Weight",
    "phrase": "Phrase",
    "score": "Score",
    "count": "Mentions",
    "words": "Words",
    "reason": "Reason",
    "text": "Words",
    "replacement": "Becomes",
    "actors": "Actors",
    "word": "Word",
    "log_likelihood": "Log-likelihood",
    "log_ratio": "Log ratio",
    "log_dice": "logDice",
    "juilland_d": "Juilland’s D",
    "dp": "Gries’ DP",
    "verb": "Acts",
    "target": "On",
    "left": "Left",
    "match": "Match",
    "right": "Right",
    "pieces": "Passages",
}
NOTHING = "–"
BRIEF = 16  # characters; a word as short as this is not broken


@dataclass
class Cell:
    """A cell: its HTML, what plain text has for it, classes, and the heading of its column in words."""

    body: str
    plain: str
    look: str = ""
    label: str = ""
    column: str = ""


def heading(column):
    return HEADINGS.get(column, column.replace("_", " ").capitalize())


def cell(value, column, digits=2, more=False, again=False):
    text, is_number = _said(value, digits)
    if column == NUMBER and is_number:  # 27 million has no hundredths
        text = f"{float(value):,.2f}".rstrip("0").rstrip(".").replace("-", "−")
    brief = len(text) <= BRIEF and " " not in text
    look = " ".join(filter(None, ["number" if is_number else "brief" if brief else "", "more" if more else ""]))
    body = escape(text)
    if column == "value" and isinstance(value, str) and (words := value_in_words(value, again)) != value:
        body += f'<br><small class="quiet">{escape(words)}</small>'  # a code means nothing to most readers
    return Cell(body, text, look, heading(column), column)


def _said(value, digits=2):
    """(text, is a number) of a value: missing is a dash, never a word."""
    if isinstance(value, tuple):
        parts = [
            f"{word} {signed(push)}" if isinstance(push, float) else str(word)
            for word, push in (item if isinstance(item, tuple) else (item, None) for item in value)
        ]
        return ", ".join(parts) or NOTHING, False
    if is_missing(value):
        return NOTHING, False
    if isinstance(value, bool):
        return ("yes" if value else "no"), False
    if isinstance(value, float):
        return decimal(value, digits), True
    if hasattr(value, "__index__"):
        return f"{int(value):,}", True
    if not str(value).strip():  # only white space: made visible, or a dash for nothing
        return str(value).replace(" ", "␣").replace("\n", "⏎").replace("\t", "⇥") or NOTHING, False
    return str(value), False


def cell_text(value):
    """A value of a table as people read it.

    >>> cell_text(-0.25), cell_text(("a", "b")), cell_text(True)
    ('−0.25', 'a, b', 'yes')
    """
    return _said(value)[0]
