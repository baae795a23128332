"""In which tone, in sentences."""

from ..article.sections import prose_only
from ..markup import paragraphs
from ..sentiment.resample import interval
from ..sentiment.scores import NARRATOR
from ..sentiment.sides import by_side
from ..wording import count, join, signed

FEW = 3  # sentences, below which a mean says nothing
CLEAR = 0.05  # a mean nearer to 0 than this is called even


def tone(article, tones, voices, targets):
    """In which tone the article is written, by whom, toward whom, and how sure that is."""
    body = prose_only(article, tones)
    if body.empty:
        return paragraphs([["There is no sentence to score."]])
    first = [overall(body)]
    strong = body.loc[body["tone"].abs().sort_values(ascending=False, kind="stable").index[0]]
    moved = join(f"“{word}” {signed(push)}" for word, push in strong["words"][:-1][:3])
    if moved:
        first.append(f"The sentence with the strongest tone gets {signed(strong['tone'])}, most of it from {moved}.")
    return paragraphs([first, [_sides(prose_only(article, voices))], [_toward(targets)], [_disagree(body)]])


def overall(body):
    """The mean tone of some sentences, with its interval, in one sentence."""
    mean = float(body["tone"].mean())
    if len(body) < FEW:
        each = join(signed(tone) for tone in body["tone"])
        few = f"{count(len(body), 'sentence')} outside the headings"
        return f"The text has {few}, with a tone of {each}: too few to judge."
    low, high = interval(body["tone"])
    word = "even" if abs(mean) < CLEAR or low < 0 < high else "warm" if mean > 0 else "cold"
    return (
        f"The tone is {word}: the {count(len(body), 'sentence')} outside the headings have a mean of "
        f"{signed(mean)} on a scale from −1 to 1, and with other sentences of the same kind it would lie between "
        f"{signed(low)} and {signed(high)}."
    )


def _sides(voices):
    sides = by_side(voices).set_index("side")
    if "speakers" not in sides.index:
        return "No words are attributed to a speaker, so the narrator’s voice is the only one."
    said = {
        side: f"{signed(row['tone'])} ({signed(row['low'])} to {signed(row['high'])})" for side, row in sides.iterrows()
    }
    if NARRATOR not in said:
        return f"Every word is somebody’s; the mean is {said['speakers']}."
    a, b = sides.loc[NARRATOR], sides.loc["speakers"]
    apart = "clear" if a["high"] < b["low"] or b["high"] < a["low"] else "not clear"
    return (
        f"Weighted by words, the narrator’s own passages have {said[NARRATOR]} and what is attributed to speakers "
        f"{said['speakers']}; the difference is {apart}."
    )


def _toward(targets):
    if targets.empty:
        return "No actor is mentioned often enough (three times) to say toward whom the text is warm or cold."
    warm = targets[targets["low"] > 0].sort_values("score", ascending=False)
    cold = targets[targets["high"] < 0].sort_values("score")
    parts = []
    for word, rows in (("warm", warm), ("cold", cold)):
        if len(rows):
            each = join(f"{row.actor} ({signed(row.score)})" for row in rows.head(3).itertuples())
            parts.append(f"clearly {word} toward {each}")
    if not parts:
        return f"Toward none of the {count(len(targets), 'actor')} mentioned three times or more is it warm or cold."
    return f"Over all mentions, the text is {' and '.join(parts)}."


def _disagree(body):
    zero = int((body["polarity"] == 0).sum())
    split = int((body["agreement"] < 1).sum())
    return (
        f"TextBlob alone would give the same sentences a mean polarity of {signed(body['polarity'].mean())}, and "
        f"exactly 0 to {zero:,} of them; in {split:,} of {len(body):,} sentences TextBlob, VADER and the learned "
        "tone do not agree on negative, neutral or positive."
    )
