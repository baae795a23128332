"""How often the analyses were right where somebody has checked: `data/accuracy.csv`, read."""

from functools import cache
from pathlib import Path

import pandas as pd

FILE = Path(__file__).resolve().parents[1] / "data" / "accuracy.csv"
COLUMNS = ("analysis", "corpus", "measure", "rule", "value", "n", "how", "version")


@cache
def _read():
    table = pd.read_csv(FILE, keep_default_na=False)
    return table.astype({"value": float, "n": int})


def figures(analysis=None):
    """What was measured, as `evaluate --record` wrote it.

    Parameters
    ----------
    analysis : str, optional
        actors, events, key_phrases, quotes, stance, themes, times or tone; all if left out.

    Returns
    -------
    pandas.DataFrame
        `analysis`, `corpus`, `measure`, `value` (0 … 1), `n` (of how many), `how` (whether the rules
        or weights have seen the corpus), `version`. The figures of single rules are in `by_rule`.

    Examples
    --------
    >>> set(figures("quotes")["analysis"])
    {'quotes'}
    """
    table = _read()
    table = table[table["rule"] == ""].drop(columns="rule")
    return table[table["analysis"] == analysis].reset_index(drop=True) if analysis else table.reset_index(drop=True)


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


def by_rule(analysis):
    """How often each rule of an analysis was right.

    Returns
    -------
    pandas.DataFrame
        `rule`, `example` (a sentence that it reads), `right` (rows that annotators had too), `found` (rows of the
        rule), `share`; the most used first.

    Examples
    --------
    >>> table = by_rule("quotes")
    >>> bool((table["right"] <= table["found"]).all())
    True
    >>> bool(table["example"].ne("").all())
    True
    """
    table = _read()
    own = table[(table["analysis"] == analysis) & (table["rule"] != "")]
    own = own.assign(right=(own["value"] * own["n"]).round())
    found = own.groupby("rule", as_index=False)[["right", "n"]].sum()
    found = found.assign(share=found["right"] / found["n"], right=found["right"].astype(int))
    said = examples(analysis)
    found = found.assign(example=[said.get(rule, "") for rule in found["rule"]])
    found = found.rename(columns={"n": "found"})[["rule", "example", "right", "found", "share"]]
    return found.sort_values(["found", "rule"], ascending=[False, True], ignore_index=True)


def examples(analysis):
    """A sentence for each rule of an analysis.

    Parameters
    ----------
    analysis : {"quotes", "times", "events", "consistency"}

    Returns
    -------
    dict of str to str

    Examples
    --------
    >>> examples("events")["time under noun"]
    'The summit in October was a failure.'
    """
    from .quotes.candidates import CONSTRUCTIONS
    from .quotes.choose import RULES as LEFT_OVER
    from .timeline import consistency, dating
    from .timeline.rules import RULES

    return {
        "quotes": lambda: LEFT_OVER | {name: said for name, (said, _) in CONSTRUCTIONS.items()},
        "times": lambda: {rule.name: rule.example for rule in RULES},
        "events": lambda: {name: said for name, (said, *_) in dating.EXAMPLES.items()},
        "consistency": lambda: {name: wrong for name, (wrong, _) in consistency.EXAMPLES.items()},
    }[analysis]()
