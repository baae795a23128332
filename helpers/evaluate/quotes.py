"""Attributions against gold in PolNeAR's format: word, span, and span with source."""

import re
import time
from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pandas as pd

from ..article import from_text
from ..gold.brat import read_folder
from ..language import parse
from ..quotes import find_quotes
from .scores import Scores, by_rule, figure, pace, scores, shares

SAME = 0.5  # intersection over union, from which on two contents are a pair
KINDS = ("direct", "mixed", "indirect")
SURE = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)  # edges between groups of rows by their confidence
PARTS = {"content": ("content", "content"), "cue": ("cue_at", "cue"), "source": ("source", "source")}
_WORD = re.compile(r"\w+")


def quotes(folder: str | Path) -> Scores:
    """Score `find_quotes` on annotated articles.

    Word: words inside found content against words inside gold content. Span: a pair counts when
    their words overlap by at least half (intersection over union), one to one, best pairs first.
    Span and source: and the found source shares a word with the gold source, or the gold names
    none. Exact: content, cue and source, each with the very words of an annotated one. Rows of kind
    scare and rows with `inside` are left out; rows joined by `continues` count as one. A gold content
    is direct if it begins and ends with a quotation mark, mixed if it holds one, else indirect.
    Errors: the longest first.

    Parameters
    ----------
    folder : str or path
        With `text/*.txt` and `attributions/*.ann`.

    Raises
    ------
    ArticleError
        If the folder has no such files.
    """
    marked, rows, words, errors, exact = [], [], [], [], []
    parsing, beyond, length, corpus = 0.0, 0.0, 0, Path(folder).name
    articles = read_folder(folder)
    for path, text, gold in articles:
        article = from_text(text, language="any")
        begin = time.perf_counter()
        parse(article)
        middle = time.perf_counter()
        table = find_quotes(article)
        parsing, beyond = parsing + middle - begin, beyond + time.perf_counter() - middle
        length += len(text.split())
        found = predictions(article, table)
        pairs, counted, same_source = _compared(text, gold, found)
        words.append(counted)
        exact.append(_exact(text, gold, found))
        marked += [(gold_kind(text, one), j in pairs.values()) for j, one in enumerate(gold)]
        rows += [
            (one["rule"].split(",")[0], one["confidence"], i in pairs, i in same_source) for i, one in enumerate(found)
        ]
        errors += _errors(path.stem, text, gold, found, pairs)
    marked = pd.DataFrame(marked, columns=["kind", "hit"])
    rows = pd.DataFrame(rows, columns=["rule", "confidence", "right", "source"])
    figures = [
        *_main(corpus, words, marked, rows),
        *_by_exactness(corpus, exact),
        figure("quotes", corpus, "articles", len(articles), len(articles)),
    ]
    figures += [*by_rule("quotes", corpus, rows), *_by_confidence(corpus, rows)]
    return scores([*figures, pace("quotes", corpus, parsing, beyond, length)], sorted(errors, key=_longest))


def _main(corpus, words, marked, rows):
    """The figures of the field, and the recall of each kind."""
    hits, found, size = int(rows["right"].sum()), len(rows), len(marked)
    measured = {
        "word": [sum(column) for column in zip(*words, strict=True)],
        "span": (hits, found, size),
        "span + source": (int(rows["source"].sum()), found, size),
    }
    figures = [
        figure("quotes", corpus, f"{name} {share}", value, n)
        for name, counts in measured.items()
        for share, (value, n) in shares(*counts).items()
    ]
    for kind in KINDS:
        own = marked.loc[marked["kind"] == kind, "hit"]
        figures.append(figure("quotes", corpus, f"{kind} recall", own.sum() / max(len(own), 1), len(own)))
    return figures


def _by_exactness(corpus, exact):
    """F1 of contents, cues and sources that have the very words of annotated ones."""
    return [
        figure(
            "quotes",
            corpus,
            f"exact {part} F1",
            *shares(*map(sum, zip(*(one[part] for one in exact), strict=True)))["F1"],
        )
        for part in PARTS
    ]


def _exact(text, gold, found):
    """Part -> (in both, found, annotated) of one article; each annotated one counts once.

    >>> from helpers.gold.brat import Attribution
    >>> one = Attribution(((0, 9),), ((10, 13),), ((14, 18),))
    >>> _exact("It rains, Ann said.", [one], [{"content": ((0, 8),), "source": ((10, 18),), "cue_at": ((14, 18),)}])
    {'content': (1, 1, 1), 'cue': (1, 1, 1), 'source': (0, 1, 1)}
    """
    counted = {}
    for part, (ours, theirs) in PARTS.items():
        own, other = (
            Counter(words for spans in every if (words := _same_words(text, spans)))
            for every in ([one[ours] for one in found], [getattr(one, theirs) for one in gold])
        )
        counted[part] = ((own & other).total(), own.total(), other.total())
    return counted


def _same_words(text, spans):
    """Where the words of spans begin."""
    return tuple(sorted({a + m.start() for a, b in spans for m in _WORD.finditer(text[a:b])}))


def _by_confidence(corpus, rows):
    """How many rows are right among those of like confidence."""
    known = rows.dropna(subset="confidence")
    groups = pd.cut(known["confidence"].astype(float), [*SURE[:-1], 1.1], right=False, labels=SURE[:-1])
    return [
        figure("quotes", corpus, f"right with confidence {low:.1f} to {high:.1f}", own.mean(), len(own), kept=False)
        for low, high in pairwise(SURE)
        if len(own := known.loc[groups == low, "right"])
    ]


def predictions(article, table):
    """Attributions of a table in the source's characters.

    Returns
    -------
    list of dict
        `content` (spans), `source` (spans), `kind`, `confidence`, `rule`, `cue`, `cue_at` (spans).
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
                "cue_at": (article.in_source(int(row.cue_start), int(row.cue_end)),) if row.cue is not None else (),
            }
            found.append(whole)
        by_id[row.id] = whole
    return found


def _compared(text, gold, found):
    """Found row -> gold row that it is a pair with; (words in both, found, gold); found rows with the right source."""
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

    gold_words = [words(one.content) for one in gold]
    found_words = [words(one["content"]) for one in found]
    options = []
    for i, ours in enumerate(found_words):
        for j, theirs in enumerate(gold_words):
            both = len(ours & theirs)
            if both and both >= SAME * len(ours | theirs):
                options.append((both / len(ours | theirs), -i, -j))
    pairs, taken = {}, set()
    for _, i, j in sorted(options, reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    sources = {i: (words(found[i]["source"]), words(gold[j].source)) for i, j in pairs.items()}
    ours, theirs = set().union(*found_words), set().union(*gold_words)
    counted = (len(ours & theirs), len(ours), len(theirs))
    return pairs, counted, {i for i, (own, other) in sources.items() if not other or own & other}


def _errors(name, text, gold, found, pairs):
    taken = set(pairs.values())
    rows = [
        ("missed", name, f"{gold_kind(text, one)} [{_excerpt(text, one.cue)}] {_excerpt(text, one.content)}")
        for j, one in enumerate(gold)
        if j not in taken
    ]
    return rows + [
        ("false", name, f"[{one['cue']}] {_excerpt(text, one['content'])}")
        for i, one in enumerate(found)
        if i not in pairs
    ]


def _longest(error):
    return -len(error[2])


def gold_kind(text, annotation):
    """direct, mixed or indirect, by the double marks in the content.

    >>> from helpers.gold.brat import Attribution
    >>> [gold_kind('He said "no" now', Attribution(((a, b),), (), ())) for a, b in ((8, 12), (8, 16), (0, 2))]
    ['direct', 'mixed', 'indirect']
    """
    content = " ".join(text[a:b] for a, b in annotation.content).strip()
    if not any(mark in content for mark in '“”"'):
        return "indirect"
    return "direct" if content[0] in '“"' and content[-1] in '”"' else "mixed"


def _excerpt(text, spans):
    words = " … ".join(" ".join(text[a:b].split()) for a, b in spans)
    return words if len(words) <= 200 else f"{words[:120]} [...] {words[-70:]}"
