"""Expressions of time against gold in TimeML, by TempEval-3's definitions."""

import time
from collections import Counter

from ..article import from_text
from ..language import parse
from ..timeline import find_times
from ..timeline.times import rules_used
from .record import CORPORA, note
from .timeml import read_folder


def times(folder, errors=0):
    """Score `find_times` on TimeML files and print the figures, for each subfolder and each half.

    Strict: the same first and last character. Relaxed: the extents overlap. Type and value: the
    extents overlap and the attribute is the same, letter by letter (UzZaman et al. 2013). Files
    of even and odd place by name are also scored apart, so that rules written while looking at
    the even ones can be checked on the odd ones.

    Parameters
    ----------
    folder : str or path
    errors : int
        How many errors to print, from files of even place only.

    Returns
    -------
    int
        Exit code.

    Raises
    ------
    ArticleError
        If there is no .tml file.
    """
    totals, shown = {}, []
    place = Counter()
    spent = Counter()
    for path, text, created, gold in read_folder(folder):
        half = "even" if place[path.parent] % 2 == 0 else "odd"
        place[path.parent] += 1
        article = from_text(text, published=created, language="any")
        begin = time.perf_counter()
        parse(article)
        middle = time.perf_counter()
        table = find_times(article)
        spent["parse"] += middle - begin
        spent["beyond"] += time.perf_counter() - middle
        rules = rules_used(article)["rule"]
        found = [
            (*article.in_source(int(row.start), int(row.end)), row.type, row.value or "", rule)
            for row, rule in zip(table.itertuples(index=False), rules, strict=True)
        ]
        for name in (path.parent.name, f"{path.parent.name} {half}"):
            _score(totals.setdefault(name, Counter()), gold, found)
        if half == "even":
            shown += _errors(path.stem, text, gold, found)
    for name, counts in sorted(totals.items()):
        _report(name, counts)
        _note(name, counts)
    print(f"time beyond the parse: {spent['beyond'] / spent['parse']:.0%} of it")
    if errors:
        kinds = Counter(kind for kind, *_ in shown)
        print(", ".join(f"{kind} {number:,}" for kind, number in kinds.most_common()))
        step = max(len(shown) // errors, 1)
        for kind, where, line in shown[::step][:errors]:
            print(f"{kind}: {where}: {line}")
    return 0


def _score(counts, gold, found):
    counts["gold"] += len(gold)
    counts["found"] += len(found)
    spans = {(start, end) for start, end, *_ in found}
    for *_, rule in found:
        counts["found", rule] += 1
    counts["strict"] += sum((g.start, g.end) in spans for g in gold)
    for g, f in _pairs(gold, found):
        counts["relaxed"] += 1
        counts["type"] += g.type == f[2]
        counts["value"] += g.value == f[3]
        counts["right", f[4]] += g.value == f[3]


def _pairs(gold, found):
    """Each gold expression with the found one that overlaps it most, one to one."""
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
            yield gold[-i], found[-j]


def _report(name, counts):
    figures = []
    for measure in ("strict", "relaxed", "type", "value"):
        hits = counts[measure]
        precision, recall = hits / max(counts["found"], 1), hits / max(counts["gold"], 1)
        f1 = 2 * hits / max(counts["found"] + counts["gold"], 1)
        figures.append(f"{measure} {f1:.3f} ({precision:.3f}/{recall:.3f})")
    print(f"{name:<15}{counts['gold']:>5} gold  F1 (precision/recall)  {'  '.join(figures)}")


def _note(name, counts):
    for measure in ("strict", "relaxed", "type", "value"):
        f1 = 2 * counts[measure] / max(counts["found"] + counts["gold"], 1)
        note("times", name, f"{measure} F1", f1, counts["gold"])
    note("times", name, "found at all", counts["relaxed"] / max(counts["gold"], 1), counts["gold"])
    note("times", name, "value right of those found", counts["value"] / max(counts["found"], 1), counts["found"])
    if name in CORPORA and not name.endswith(("even", "odd")):
        for rule in sorted(key[1] for key in counts if isinstance(key, tuple) and key[0] == "found"):
            n = counts["found", rule]
            note("times", name, "precision", counts["right", rule] / n, n, rule)


def _errors(name, text, gold, found):
    pairs = list(_pairs(gold, found))
    paired_gold = {id(g) for g, _ in pairs}
    paired_found = {id(f) for _, f in pairs}

    def around(start, end):
        return " ".join(f"{text[max(start - 50, 0) : start]}⟦{text[start:end]}⟧{text[end : end + 40]}".split())

    lines = []
    for g in gold:
        if id(g) not in paired_gold:
            lines.append(("missed", name, f"{g.type} {g.value}: {around(g.start, g.end)}"))
    for f in found:
        if id(f) not in paired_found:
            lines.append(("false", name, f"{f[2]} {f[3]}: {around(f[0], f[1])}"))
    for g, f in pairs:
        if (g.start, g.end) != (f[0], f[1]):
            lines.append(("extent", name, f"found “{text[f[0] : f[1]]}”: {around(g.start, g.end)}"))
        if g.value != f[3]:
            lines.append(("value", name, f"{g.value}, found {f[3]}: {around(g.start, g.end)}"))
    return lines
