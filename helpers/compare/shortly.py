"""In short, for two: the three largest differences, by the articles' own sentences."""

from ..findings import in_short
from ..tables import is_missing
from .columns import build

MOST = 3
# How much a kind of difference weighs before its size is looked at; a second of one kind has a third of it.
FIGURE, TIME, INEXACT, UNTOLD, UNHEARD, CUE = 3.0, 2.5, 2.0, 1.5, 1.2, 1.1
AGAIN = 1 / 3
DOUBT = ("doubting", "assertive", "demanding", "emotional")


def differences(a, b, ours, theirs, pairs, tables):
    """The in_short table about two articles: sentences that tell where they differ most, most important first.

    Another figure or time of the same thing comes first, then what one of them has among the sentences that tell it
    and the other does not tell at all, then the longest words of a speaker whom only one hears, and words reported
    with another stance. Each row has sentences of the articles and nothing else.

    Parameters
    ----------
    a, b : Article
    ours, theirs : list of Sentence
    pairs : list of Pair
    tables : dict of str to pandas.DataFrame
        facts, voices and speakers.

    Returns
    -------
    pandas.DataFrame
    """
    found = [*_facts(tables["facts"], ours, theirs), *_cues(tables["voices"], ours, theirs)]
    for side, article, sentences in (("a", a, ours), ("b", b, theirs)):
        told = {pair.a if side == "a" else pair.b for pair in pairs}
        given = [row[side] for row in found if row.get("a") and row.get("b")]
        told |= {number for number, one in enumerate(sentences) if (one.start, one.end) in given}
        found += _untold(side, article, sentences, told)
        found += _unheard(side, tables, sentences, told)
    chosen, kinds = [], []
    while found and len(chosen) < MOST:
        best = max(found, key=lambda row: row["score"] * AGAIN ** kinds.count(row["kind"]))
        found = [row for row in found if not (_near(row, best, "a") or _near(row, best, "b"))]
        kinds.append(best["kind"])
        chosen.append(best)
    return build("in_short", chosen, a, b)


def _near(row, best, side):
    return row.get(side) is not None and row.get(side) == best.get(side)


def _sentence(sentences, start):
    return next(((one.start, one.end) for one in sentences if one.start <= start < one.end), None)


def _facts(facts, ours, theirs):
    for row in facts.itertuples(index=False):
        score = {"other value": FIGURE, "other time": TIME}.get(row.difference, INEXACT)
        places = {"a": _sentence(ours, row.a_start), "b": _sentence(theirs, row.b_start)}
        yield places | {"kind": "another figure" if row.kind == "quantity" else "another time", "score": score}


def _cues(voices, ours, theirs):
    for row in voices[voices["a_start"].notna() & voices["b_start"].notna()].itertuples(index=False):
        classes = {row.a_class, row.b_class}
        if len(classes) == 2 and None not in classes and classes & set(DOUBT):
            places = {"a": _sentence(ours, row.a_start), "b": _sentence(theirs, row.b_start)}
            yield places | {"kind": "reported otherwise", "score": CUE}


def _untold(side, article, sentences, told):
    """Of the sentences that tell an article, those that the other does not tell."""
    for rank, row in enumerate(in_short(article).itertuples(index=False)):
        for number, one in enumerate(sentences):
            if row.start <= one.start < row.end and number not in told and one.end == row.end:
                place = {side: (one.start, one.end)}
                yield place | {"kind": f"told only in {side.upper()}", "score": UNTOLD / (1 + 0.3 * rank)}


def _unheard(side, tables, sentences, told):
    """The first words of a named speaker whom the other article does not hear."""
    speakers = tables["speakers"]
    for row in speakers[speakers["kind"] == f"only in {side.upper()}"].itertuples(index=False):
        start = getattr(row, f"{side}_start")
        if row.speaker.startswith(("“", "(")) or is_missing(start):
            continue
        number = next((n for n, one in enumerate(sentences) if one.start <= start < one.end), None)
        if number is not None and number not in told:
            share = getattr(row, f"{side}_share")
            place = {side: (sentences[number].start, sentences[number].end)}
            yield place | {"kind": f"heard only in {side.upper()}", "score": UNHEARD * min(1.0, 0.5 + 5 * share)}
