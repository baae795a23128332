"""In short, for two: the three largest differences, by the articles' own sentences."""

import re
from difflib import SequenceMatcher

from ..findings import in_short
from ..findings.in_short import scored
from .columns import build
from .voices import heard_only

MOST = 3
# How much a kind of difference weighs before its size is looked at; a second of one kind has a third of it.
FIGURE, TIME, INEXACT, CHANGED, UNTOLD, UNHEARD, CUE = 3.0, 2.5, 2.0, 2.0, 1.5, 1.2, 1.1
AGAIN = 1 / 3
DOUBT = ("doubting", "assertive", "demanding", "emotional")


def differences(a, b, ours, theirs, alone, tables):
    """The in_short table about two articles: sentences that tell where they differ most, most important first.

    Another figure or time of the same thing comes first, then what one of them has among the sentences that tell it
    and of which the other has hardly a word, then the first words of the person who says most in one and is not named
    in the other, and the same words reported with another stance. Each row has sentences of the articles alone.

    Parameters
    ----------
    a, b : Article
    ours, theirs : list of Sentence
    alone : (set of int, set of int)
        From `support.alone`: the sentences of each article that the other does not tell.
    tables : dict of str to pandas.DataFrame
        facts and voices.

    Returns
    -------
    pandas.DataFrame
    """
    found = [*_facts(tables["facts"], ours, theirs), *_cues(tables["voices"], ours, theirs)]
    found += _changed(a, tables["versions"])
    for side, article, sentences, own in (("a", a, ours, alone[0]), ("b", b, theirs, alone[1])):
        only = [one for number, one in enumerate(sentences) if number in own]
        found += (_left if len(tables["versions"]) else _untold)(side, article, only)
    for side, name, place, share in heard_only(a, b):
        score = UNHEARD * min(1.0, 0.5 + 5 * share)
        found.append({side: place, "kind": f"heard only in {side.upper()}", "score": score, "name": name.split()[-1]})
    chosen, kinds = [], []
    while found and len(chosen) < MOST:
        best = max(found, key=lambda row: row["score"] * AGAIN ** kinds.count(row["kind"]))
        told = " ".join(article.text[slice(*best[side])] for side, article in (("a", a), ("b", b)) if best.get(side))
        found = [row for row in found if not (_near(row, best, "a") or _near(row, best, "b"))]
        found = [row for row in found if row.get("name", "\0") not in told]
        kinds.append(best["kind"])
        chosen.append(best)
    return build("in_short", [{**row, "name": None} for row in chosen], a, b)


def told_alone(table, side, sentences):
    """The numbers of the sentences that the in_short table says one article (`a` or `b`) alone tells."""
    rows = table[table["kind"] == f"told only in {side.upper()}"]
    places = list(zip(rows[f"{side}_start"], rows[f"{side}_end"], strict=True))
    return {n for n, one in enumerate(sentences) if any(start <= one.start < end for start, end in places)}


def _near(row, best, side):
    own, its = row.get(side), best.get(side)
    return bool(own and its) and own[0] < its[1] and its[0] < own[1]


def _sentence(sentences, start):
    return next(((one.start, one.end) for one in sentences if one.start <= start < one.end), None)


def _facts(facts, ours, theirs):
    for row in facts.itertuples(index=False):
        score = {"other value": FIGURE, "other time": TIME}.get(row.difference, INEXACT)
        places = {"a": _sentence(ours, row.a_start), "b": _sentence(theirs, row.b_start)}
        yield places | {"kind": "another figure" if row.kind == "quantity" else "another time", "score": score}


def _cues(voices, ours, theirs):
    for row in voices[voices["kind"].isin(("same words", "trimmed"))].itertuples(index=False):
        classes = {row.a_class, row.b_class}
        if len(classes) == 2 and None not in classes and classes & set(DOUBT):
            places = {"a": _sentence(ours, row.a_start), "b": _sentence(theirs, row.b_start)}
            yield places | {"kind": "reported otherwise", "score": CUE}


def _untold(side, article, sentences):
    """Of the sentences that tell an article, those that the other does not tell and that can be read alone."""
    leaning = {own.start for own, _ in scored(article) if own.leans}
    for rank, row in enumerate(in_short(article).itertuples(index=False)):
        inside = [one for one in sentences if row.start <= one.start < row.end]
        if not inside or inside[0].start != row.start or inside[-1].end != row.end or row.start in leaning:
            continue
        if _is_whole(row.text):
            place = {side: (int(row.start), int(row.end))}
            yield place | {"kind": f"told only in {side.upper()}", "score": UNTOLD / (1 + 0.3 * rank)}


def _changed(a, versions):
    """Of the sentences that another version tells otherwise, those that tell most."""
    chances = {own.start: chance for own, chance in scored(a)}
    for row in versions[versions["kind"].isin(("changed", "figure changed"))].itertuples(index=False):
        words = [re.findall(r"\w+", text.lower()) for text in (row.a_text, row.b_text)]
        differ = 1 - SequenceMatcher(None, *words, autojunk=False).ratio()
        score = CHANGED * chances.get(row.a_start, 0.0) * min(1.0, 2 * differ)
        places = {side: (int(getattr(row, f"{side}_start")), int(getattr(row, f"{side}_end"))) for side in "ab"}
        yield places | {"kind": row.kind, "score": score}


def _left(side, article, sentences):
    """Of the sentences that one version alone has, those that tell most."""
    places = {(one.start, one.end) for one in sentences}
    likely = sorted((-chance, own.start, own.end) for own, chance in scored(article))
    for rank, (_, start, end) in enumerate(own for own in likely if own[1:] in places):
        if _is_whole(article.text[start:end]):
            yield {side: (start, end), "kind": f"told only in {side.upper()}", "score": UNTOLD / (1 + 0.3 * rank)}


def _is_whole(text):
    """Whether every quotation that begins in a passage ends in it.

    >>> _is_whole("“We left,” he said. “It was late."), _is_whole("“We left,” he said. It was late.")
    (False, True)
    """
    return text.count("“") == text.count("”") and not text.count('"') % 2 and not text.count("''") % 2
