"""How often the analyses were right where somebody has checked: `data/accuracy.csv`, read."""

from collections import Counter
from functools import cache
from pathlib import Path

import pandas as pd

from . import consistency
from .coreference import EXAMPLES
from .quotes.candidates import CONSTRUCTIONS
from .quotes.uncovered import RULES as LEFT_OVER
from .timeline import dating
from .timeline.rules import RULES

FILE = Path(__file__).resolve().parents[1] / "data" / "accuracy.csv"
COLUMNS = ("analysis", "corpus", "measure", "rule", "at", "value", "n", "how", "version")

# The corpora that sentences name.
POLNEAR, AQUAINT, TIMEBANK = "PolNeAR, development part", "TempEval-3 AQUAINT", "TempEval-3 TimeBank"
KPCROWD, DEFAULT = "500N-KPCrowd, development part", "the default article"
CHANGED = "100 articles of PolNeAR, training part, changed"
PLANTED = "short texts of our own, contradictions planted in half of them"
STORIES = "90 stories of two other writers, a contradiction planted in half of them"
SECTIONS = "twelve articles of our own with headings"

# (analysis, measure) -> what it asks, in words
SHOWN = {
    ("quotes", "direct recall"): "Direct quotations that are found",
    ("quotes", "mixed recall"): "Partly marked quotations that are found",
    ("quotes", "indirect recall"): "Paraphrases that are found",
    ("quotes", "span precision"): "Attributions found that are there",
    ("quotes", "span + source F1"): "Attributions with their source (F1)",
    ("actors", "mention F1"): "Mentions of actors (F1)",
    ("consistency", "recall"): "Contradictions planted that are found",
    ("consistency", "planted found"): "Contradictions planted that are found",
    ("times", "found at all"): "Expressions of time that are found",
    ("times", "value F1"): "Times with the right value (F1)",
    ("events", "link F1"): "Events with the right time (F1)",
    ("themes", "sections found"): "Sections whose theme fits the heading",
    ("key_phrases", "precision of the first 15"): "Key phrases that readers marked",
    ("stance", "macro-F1"): "Warm, cold or neutral toward somebody (F1)",
}


@cache
def _read():
    table = pd.read_csv(FILE, keep_default_na=False)
    return table.assign(at=pd.to_numeric(table["at"])).astype({"value": float, "n": int})


def figures(analysis=None):
    """What was measured, as `evaluate --record` wrote it.

    Parameters
    ----------
    analysis : str, optional
        actors, consistency, events, in_short, invariance, key_phrases, pages, quantities, quotes, stance,
        themes, times or tone;
        all if left out.

    Returns
    -------
    pandas.DataFrame
        `analysis`, `corpus`, `measure`, `value` (0 … 1), `n` (of how many), `how` (whether the rules
        or weights have seen the corpus), `version`. The figures of single rules are in `by_rule`, those at the points
        of a curve in `compared`.

    Examples
    --------
    >>> set(figures("quotes")["analysis"])
    {'quotes'}
    """
    table = _read()
    table = table[(table["rule"] == "") & table["at"].isna()].drop(columns=["rule", "at"])
    return table[table["analysis"] == analysis].reset_index(drop=True) if analysis else table.reset_index(drop=True)


def summary():
    """The figure of each analysis that says most, on each corpus, without halves.

    Returns
    -------
    pandas.DataFrame
        `what` (in words), `right` (0 … 1), `of` (how many), `texts` (the corpus), `how`; the worst first.

    Examples
    --------
    >>> table = summary()
    >>> bool(table["right"].is_monotonic_increasing)
    True
    """
    table = figures()
    table = table.assign(what=[SHOWN.get(pair) for pair in zip(table["analysis"], table["measure"], strict=True)])
    halves = table["corpus"].str.endswith(("even files", "odd files"))
    rows = ("row by row",)  # the same article is there with the figures of the field
    table = table[table["what"].notna() & ~halves & ~table["corpus"].str.endswith(rows)]
    table = table.rename(columns={"value": "right", "n": "of", "corpus": "texts"})
    return table.sort_values(["right", "what"], ignore_index=True)[["what", "right", "of", "texts", "how"]]


def value(analysis, corpus, measure):
    """One figure.

    Raises
    ------
    KeyError
        If it was not measured.

    Examples
    --------
    >>> 0 < value("quotes", "PolNeAR, development part", "span F1") < 1
    True
    """
    table = figures(analysis)
    own = table[(table["corpus"] == corpus) & (table["measure"] == measure)]
    if own.empty:
        raise KeyError(f"{analysis}, {corpus}, {measure}: not measured")
    return float(own["value"].iloc[0])


def hundred(analysis, corpus, measure):
    """A figure as so many of 100."""
    return round(100 * value(analysis, corpus, measure))


def actors_elsewhere():
    """Of 100 mentions in articles other than the default one, how many the actors table has or should have."""
    table = figures("actors")
    own = table[(table["corpus"] != DEFAULT) & (table["measure"] == "mention F1")]
    return round(100 * float(own["value"].mean())), len(own)


def times_right():
    """(least, most) of 100 expressions whose value is the annotated one, over the corpora."""
    found = sorted(hundred("times", corpus, "value F1") for corpus in (AQUAINT, TIMEBANK))
    return found[0], found[-1]


def compared(*, reliability=False):
    """Figures of tone and stance beside those of the lexicons, on sentences that people rated or labelled.

    Parameters
    ----------
    reliability : bool
        The points of the reliability diagram in place of everything else.

    Returns
    -------
    pandas.DataFrame
        `kind` (the measure), `method` (tone, stance, TextBlob, VADER), `corpus`, `x` (of a point: the predicted value),
        `result`, `n` (sentences), `how`.

    Examples
    --------
    >>> compared().query("kind == 'macro-F1'")["method"].tolist()
    ['TextBlob', 'VADER', 'stance']
    """
    table = _read()
    table = table[table["analysis"].isin(("tone", "stance")) & ((table["measure"] == "reliability") == reliability)]
    parts = table["measure"].str.extract(r"^(?P<kind>[^(]*[^( ])(?: \((?P<method>.*)\))?$")
    table = table.assign(kind=parts["kind"], method=parts["method"].fillna(table["analysis"]))
    table = table.rename(columns={"at": "x", "value": "result"})
    order = {"Spearman": 0, "macro-F1": 0, "TextBlob": -2, "VADER": -1, "tone": 0, "stance": 1}
    table = table.sort_values(
        ["analysis", "kind", "method", "x"],
        key=lambda column: column if column.name == "x" else column.map(lambda name: order.get(name, 2)),
        kind="stable",
        ignore_index=True,
    )
    return table[["kind", "method", "corpus", "x", "result", "n", "how"]]


def by_rule(analysis, here=None):
    """How often each rule of an analysis was right.

    Parameters
    ----------
    analysis : str
    here : iterable of str, optional
        The rules by which rows of an article were found, one each: only these rules are told of.

    Returns
    -------
    pandas.DataFrame
        `rule`, `example` (a sentence that it reads), `right` (rows that annotators had too), `found` (rows of the
        rule), `share`; the most used first. With `here`: how many rows of the article it found.

    Examples
    --------
    >>> table = by_rule("quotes")
    >>> bool((table["right"] <= table["found"]).all())
    True
    >>> bool(table["example"].ne("").all())
    True
    >>> by_rule("quotes", here=["complement", "complement"])[["rule", "here"]].values.tolist()
    [['complement', 2]]
    """
    table = _read()
    own = table[(table["analysis"] == analysis) & (table["rule"] != "")]
    own = own.assign(right=(own["value"] * own["n"]).round())
    found = own.groupby("rule", as_index=False)[["right", "n"]].sum()
    found = found.assign(share=found["right"] / found["n"], right=found["right"].astype(int))
    said = examples(analysis)
    found = found.assign(example=[said.get(rule, "") for rule in found["rule"]])
    found = found.rename(columns={"n": "found"})[["rule", "example", "right", "found", "share"]]
    if here is not None:
        used = Counter(here)
        found = found.assign(here=[used[rule] for rule in found["rule"]])
        found = found[found["here"] > 0]
    return found.sort_values(["found", "rule"], ascending=[False, True], ignore_index=True)


def examples(analysis):
    """A sentence for each rule of an analysis.

    Parameters
    ----------
    analysis : {"actors", "quotes", "times", "events", "consistency"}

    Returns
    -------
    dict of str to str

    Examples
    --------
    >>> examples("events")["time under noun"]
    'The summit in October was a failure.'
    """
    return {
        "actors": {name: said for name, (said, *_) in EXAMPLES.items()},
        "quotes": LEFT_OVER | {name: said for name, (said, _) in CONSTRUCTIONS.items()},
        "times": {rule.name: rule.example for rule in RULES},
        "events": {name: said for name, (said, *_) in dating.EXAMPLES.items()},
        "consistency": {name: wrong for name, (wrong, _) in consistency.EXAMPLES.items()},
    }[analysis]


def how_sure():
    """How often attributions were right, in a sentence for a caption: of those found, and of those that readers marked.

    >>> how_sure().startswith("On annotated articles ")
    True
    """
    right, found = (hundred("quotes", POLNEAR, f"span + source {share}") for share in ("precision", "recall"))
    return (
        f"On annotated articles {right} of 100 attributions were right with their source; of 100 that readers marked, "
        f"{found} were found so."
    )
