"""Attributions against gold in PolNeAR's format: word, span, and span with source."""

import re
import time
from bisect import bisect_left
from collections import Counter
from pathlib import Path

from ..article import from_text
from ..language import parse
from ..quotes import find_quotes
from .brat import read_folder
from .record import note

SAME = 0.5  # intersection over union, from which on two contents are a pair
KINDS = ("direct", "mixed", "indirect")
_WORD = re.compile(r"\w+")


def quotes(folder, errors=0):
    """Score `find_quotes` on annotated articles and print the figures.

    Word: words inside found content against words inside gold content. Span: a pair counts when
    their words overlap by at least half (intersection over union), one to one, best pairs first.
    Span and source: and the found source shares a word with the gold source, or the gold names
    none. Rows of kind scare and rows with `inside` are left out; rows joined by `continues` count
    as one. A gold content is direct if it begins and ends with a quotation mark, mixed if it
    holds one, else indirect.

    Parameters
    ----------
    folder : str or path
        With `text/*.txt` and `attributions/*.ann`.
    errors : int
        How many of the longest misses and of the longest false finds to print.

    Returns
    -------
    int
        Exit code.

    Raises
    ------
    ArticleError
        If the folder has no such files.
    """
    totals, misses, finds = Counter(), [], []
    name = Path(folder).name
    chances = []
    for path, text, gold in read_folder(folder):
        article = from_text(text, language="any")
        begin = time.perf_counter()
        parse(article)
        middle = time.perf_counter()
        table = find_quotes(article)
        totals["parse"] += middle - begin
        totals["beyond"] += time.perf_counter() - middle
        totals["length"] += len(text.split())
        totals["articles"] += 1
        _score(path.stem, text, gold, predictions(article, table), totals, misses, finds, chances)
    _report(totals, chances, name)
    for title, rows in (("missed", misses), ("found and not there", finds)):
        for row in sorted(rows, reverse=True)[:errors]:
            print(f"{title}: {row[1]}")
    return 0


def predictions(article, table):
    """Attributions of a table in the source's characters.

    Returns
    -------
    list of dict
        `content` (spans), `source` (spans), `kind`, `confidence`, `rule`, `cue`.
    """
    found, by_id = [], {}
    for row in table[(table["kind"] != "scare") & table["inside"].isna()].itertuples(index=False):
        span = article.in_source(int(row.start), int(row.end))
        source = (article.in_source(int(row.source_start), int(row.source_end)),) if row.source is not None else ()
        if row.continues in by_id:
            whole = by_id[row.continues]
            whole["content"] += (span,)
            whole["source"] = whole["source"] or source
        else:
            whole = {
                "content": (span,),
                "source": source,
                "confidence": row.confidence,
                "rule": row.rule,
                "cue": row.cue,
            }
            found.append(whole)
        by_id[row.id] = whole
    return found


def _score(name, text, gold, found, totals, misses, finds, chances):
    places = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    ends = [end for _, end in places]

    def words(spans):
        inside = set()
        for start, end in spans:
            i = bisect_left(ends, start + 1)
            while i < len(places) and places[i][0] < end:
                inside.add(i)
                i += 1
        return inside

    gold_words = [words(g.content) for g in gold]
    found_words = [words(f["content"]) for f in found]
    pairs = []
    for i, ours in enumerate(found_words):
        for j, theirs in enumerate(gold_words):
            both = len(ours & theirs)
            if both and both >= SAME * len(ours | theirs):
                pairs.append((both / len(ours | theirs), -i, -j))
    partner, taken = {}, {}
    for _, i, j in sorted(pairs, reverse=True):
        if -i not in partner and -j not in taken:
            partner[-i], taken[-j] = -j, -i
    ours, theirs = set().union(*found_words), set().union(*gold_words)
    totals["words both"] += len(ours & theirs)
    totals["words found"] += len(ours)
    totals["words gold"] += len(theirs)
    totals["found"] += len(found)
    totals["gold"] += len(gold)
    for i, prediction in enumerate(found):
        j = partner.get(i)
        totals["pairs"] += j is not None
        totals["found", prediction["rule"].split(",")[0]] += 1
        totals["right", prediction["rule"].split(",")[0]] += j is not None
        if prediction["confidence"] is not None and prediction["confidence"] == prediction["confidence"]:
            chances.append((prediction["confidence"], j is not None))
        if j is None:
            finds.append(
                (len(found_words[i]), f"{name}: [{prediction['cue']}] {_excerpt(text, prediction['content'])}")
            )
        else:
            own, other = words(prediction["source"]), words(gold[j].source)
            totals["pairs with source"] += not other or bool(own & other)
    for j, annotation in enumerate(gold):
        kind = gold_kind(text, annotation)
        totals[f"gold {kind}"] += 1
        totals[f"pairs {kind}"] += j in taken
        if j not in taken:
            cue = _excerpt(text, annotation.cue)
            misses.append((len(gold_words[j]), f"{name}: {kind} [{cue}] {_excerpt(text, annotation.content)}"))


def gold_kind(text, annotation):
    """direct, mixed or indirect, by the double marks in the content.

    >>> from helpers.evaluate.brat import Gold
    >>> [gold_kind('He said "no" now', Gold(((a, b),), (), ())) for a, b in ((8, 12), (8, 16), (0, 2))]
    ['direct', 'mixed', 'indirect']
    """
    content = " ".join(text[a:b] for a, b in annotation.content).strip()
    if not any(mark in content for mark in '“”"'):
        return "indirect"
    return "direct" if content[0] in '“"' and content[-1] in '”"' else "mixed"


def _excerpt(text, spans):
    words = " … ".join(" ".join(text[a:b].split()) for a, b in spans)
    return words if len(words) <= 200 else f"{words[:120]} [...] {words[-70:]}"


def _report(totals, chances, corpus):
    def line(name, hits, found, gold):
        precision, recall = hits / max(found, 1), hits / max(gold, 1)
        f1 = 2 * hits / max(found + gold, 1)
        print(f"{name:<16}precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
        for measure, value, n in (("precision", precision, found), ("recall", recall, gold), ("F1", f1, gold)):
            note("quotes", corpus, f"{name} {measure}", value, n)

    line("word", totals["words both"], totals["words found"], totals["words gold"])
    line("span", totals["pairs"], totals["found"], totals["gold"])
    line("span + source", totals["pairs with source"], totals["found"], totals["gold"])
    for kind in KINDS:
        share = totals[f"pairs {kind}"] / max(totals[f"gold {kind}"], 1)
        print(f"{kind:<16}recall {share:.3f} of {totals[f'gold {kind}']:,}")
        note("quotes", corpus, f"{kind} recall", share, totals[f"gold {kind}"])
    note("quotes", corpus, "articles", totals["articles"], totals["articles"])
    for rule in sorted(key[1] for key in totals if isinstance(key, tuple) and key[0] == "found"):
        n = totals["found", rule]
        note("quotes", corpus, "precision", totals["right", rule] / n, n, rule)
    for low in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9):
        rows = [right for confidence, right in chances if low <= confidence < (low + 0.1 if low else 0.5)]
        if rows:
            upper = low + 0.1 if low else 0.5
            print(f"confidence {low:.1f}–{upper:.1f}: {sum(rows) / len(rows):.2f} of {len(rows):,} rows are right")
    print(f"time beyond the parse: {totals['beyond'] / totals['parse']:.0%} of it, on {totals['length']:,} words")
