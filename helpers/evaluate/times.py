"""Expressions of time against gold in TimeML, by TempEval-3's definitions."""

import time
from pathlib import Path

import pandas as pd

from ..article import from_text
from ..gold.timeml import read_folder
from ..language import parse
from ..timeline import find_times
from ..timeline.times import rules_used
from .events import in_halves, parts
from .scores import CORPORA, Scores, by_rule, figure, pace, scores, shares

MEASURES = ("strict", "relaxed", "type", "value")
HALVES = ("even", "odd")


def times(folder: str | Path) -> Scores:
    """Score `find_times` on TimeML files, for each subfolder and each half.

    Strict: the same first and last character. Relaxed: the extents overlap. Type and value: the
    extents overlap and the attribute is the same, letter by letter (UzZaman et al. 2013). Files
    of even and odd place by name are also scored apart, so that rules written while looking at
    the even ones can be checked on the odd ones; errors are from files of even place only.

    Parameters
    ----------
    folder : str or path

    Raises
    ------
    ArticleError
        If there is no .tml file.
    """
    marked, rows, errors = [], [], []  # each gold expression and each found one, with what was right of it
    parsing = beyond = words = 0
    for corpus, half, path, text, created, gold in in_halves(read_folder(folder)):
        article = from_text(text, published=created, language="any")
        begin = time.perf_counter()
        parse(article)
        middle = time.perf_counter()
        table = find_times(article)
        parsing, beyond = parsing + middle - begin, beyond + time.perf_counter() - middle
        words += len(text.split())
        found = [
            (*article.in_source(int(row.start), int(row.end)), row.type, row.value or "", rule)
            for row, rule in zip(table.itertuples(index=False), rules_used(article)["rule"], strict=True)
        ]
        pairs = dict(_pairs(gold, found))
        spans = {(start, end) for start, end, *_ in found}
        for number, wanted in enumerate(gold):
            other = found[pairs[number]] if number in pairs else None
            hit = (wanted.start, wanted.end) in spans, other is not None
            same = (other and wanted.type == other[2]), (other and wanted.value == other[3])
            marked.append((corpus, half, *hit, *map(bool, same)))
        right = {j for i, j in pairs.items() if gold[i].value == found[j][3]}
        rows += [(corpus, half, rule, j in right) for j, (*_, rule) in enumerate(found)]
        if half == "even":
            errors += _errors(path.stem, text, gold, found, pairs)
    marked = pd.DataFrame(marked, columns=["corpus", "half", *MEASURES])
    rows = pd.DataFrame(rows, columns=["corpus", "half", "rule", "right"])
    figures = []
    for name, (gold, own) in parts(marked, rows).items():
        figures += _figures(name, gold, own)
        if name in CORPORA and not name.endswith(HALVES):
            figures += by_rule("times", name, own)
    return scores([*figures, pace("times", Path(folder).name, parsing, beyond, words)], errors)


def _figures(name, gold, found):
    figures = []
    for measure in MEASURES:
        for share, (value, n) in shares(int(gold[measure].sum()), len(found), len(gold)).items():
            figures.append(figure("times", name, f"{measure} {share}", value, n, kept=share == "F1"))
    hits, right = gold["relaxed"].sum(), gold["value"].sum()
    figures.append(figure("times", name, "found at all", hits / max(len(gold), 1), len(gold)))
    figures.append(figure("times", name, "value right of those found", right / max(len(found), 1), len(found)))
    return figures


def _pairs(gold, found):
    """(number of a gold expression, number of the found one that overlaps it most), one to one."""
    options = [
        (min(g.end, f[1]) - max(g.start, f[0]), -i, -j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if f[0] < g.end and g.start < f[1]
    ]
    used_gold, used_found = set(), set()
    for _, i, j in sorted(options, reverse=True):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            yield -i, -j


def _errors(name, text, gold, found, pairs):
    def around(start, end):
        return " ".join(f"{text[max(start - 50, 0) : start]}⟦{text[start:end]}⟧{text[end : end + 40]}".split())

    taken, rows = set(pairs.values()), []
    rows += [
        ("missed", name, f"{g.type} {g.value}: {around(g.start, g.end)}") for i, g in enumerate(gold) if i not in pairs
    ]
    rows += [("false", name, f"{f[2]} {f[3]}: {around(f[0], f[1])}") for j, f in enumerate(found) if j not in taken]
    for g, f in ((gold[i], found[j]) for i, j in pairs.items()):
        if (g.start, g.end) != (f[0], f[1]):
            rows.append(("extent", name, f"found “{text[f[0] : f[1]]}”: {around(g.start, g.end)}"))
        if g.value != f[3]:
            rows.append(("value", name, f"{g.value}, found {f[3]}: {around(g.start, g.end)}"))
    return rows
