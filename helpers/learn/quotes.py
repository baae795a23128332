"""Learning to weigh attributions from annotated news: `python -m helpers learn quotes`."""

import os
from collections import Counter
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pandas as pd

from ..article import ArticleError, from_text
from ..evaluate.scores import figure, scores
from ..gold.brat import read_folder
from ..language import parse, story
from ..language.marks import pair_marks
from ..quotes.candidates import candidates
from ..quotes.cues import may_report
from ..quotes.features import CANDIDATE, candidate_facts, cue_features
from ..quotes.parsed import Parsed
from ..quotes.sources import SOURCE, no_source_features, phrase, source_candidates, source_facts
from ..quotes.weigh import SAME, Weights, alike, words_in
from .ranking import Groups
from .second_look import (
    calibration,
    found_by,
    held_out,
    held_out_curves,
    judged_rows,
    learn_edges,
    learn_trust,
    sound,
    trust_rows,
)

FOLDS = 2
PENALTY = 4.0
OFTEN, SHARE = 2, 0.03  # a word is a cue word if it was one so often, and in such a share of its uses
SMALLEST = 0.02  # weights nearer to 0 are not stored
LEAST = 0.55  # rows of .5 to .6 were right in 38 of 100 that readers judged in other news, of .6 to .7 in 61


def learn_quotes(folder: str | Path, out: str | Path) -> pd.DataFrame:
    """Learn the weights of `quotes.weigh` and write them.

    Parameters
    ----------
    folder : str or path
        With `text/*.txt` and `attributions/*.ann`, as PolNeAR has them.
    out : str or path
        The file to write; readable lines of kind, name and value.

    Returns
    -------
    pandas.DataFrame
        Figures on halves held out, as `evaluate.scores` has them: F1 of spans by the least probability, and how many
        are right of those of like probability. No record keeps them: `evaluate quotes` measures on other articles.

    Raises
    ------
    ArticleError
        If the folder holds no annotated articles, or `out` cannot be written.
    """
    out = Path(out)
    if not out.parent.is_dir():
        raise ArticleError(f"{out}: its folder does not exist; make it first.")
    data = read_folder(folder)
    print(f"{len(data)} articles, {sum(len(gold) for _, _, gold in data):,} attributions; parsing …", flush=True)
    with get_context("spawn").Pool(min(2, os.cpu_count() or 1)) as pool:
        texts = pool.map(_prepared, [(text, gold) for _, text, gold in data], chunksize=8)
    words = _cue_words(texts)
    contents = _content_groups(texts, words)
    print(f"{len(words):,} cue words, {len(contents.sizes):,} cues, {sum(contents.sizes):,} candidates", flush=True)
    source = _source_groups(texts, words).fit(1.0, least=5, steps=120)
    halves = [Weights(words, contents.fit(PENALTY, leave_out=fold), source, {}, {}, {}, 0.0) for fold in range(FOLDS)]
    content = contents.fit(PENALTY)
    learned, curves = second_look(texts, halves, Weights(words, content, source, {}, {}, {}, 0.0), Path(folder).parent)
    write(out, learned)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB, least probability {learned.threshold}")
    return scores(
        [
            figure("quotes", corpus, measure, value, number, at=at, kept=False)
            for (corpus, measure), points in curves.items()
            for at, value, number in points
        ]
    ).figures


def _prepared(pair):
    """One article: its parsed parse, and content, source and cue of each attribution as tokens."""
    text, gold = pair
    article = from_text(text, language="any")
    parsed = parsed_of(article)
    places = [article.in_source(a, b) for a, b in zip(parsed.start, parsed.end, strict=True)]

    def tokens(spans, words_only):
        return frozenset(
            i
            for i, (a, b) in enumerate(places)
            if b > a and (parsed.is_word[i] or not words_only) and any(a < y and b > x for x, y in spans)
        )

    rows = [(tokens(g.content, True), tokens(g.source, True), tokens(g.cue, False)) for g in gold]
    return parsed, [row for row in rows if row[0]]


def parsed_of(article):
    """An article as the weights see it."""
    blocks = list(zip(article.blocks["start"], article.blocks["end"], strict=True))
    return Parsed(parse(article), blocks, article.blocks["kind"].tolist(), pair_marks(article.text, story(article)))


def _cue_words(texts):
    """Words that were cues often enough to be looked at."""
    seen, hits = Counter(), Counter()
    for parsed, gold in texts:
        cues = frozenset().union(*(cue for _, _, cue in gold))
        for i in range(parsed.size):
            if parsed.pos[i] in ("VERB", "NOUN", "ADJ", "AUX"):
                word = f"{parsed.lemma[i]}/{parsed.pos[i]}"
                seen[word] += 1
                hits[word] += i in cues
    return frozenset(word for word, n in hits.items() if n >= OFTEN and n / seen[word] >= SHARE)


def _heads(parsed, gold, words):
    """The token that stands for each attribution's cue: a verb first, its head outside the cue."""
    heads = {}
    for row in gold:
        content, _, cue = row
        options = []
        for i in cue:
            if may_report(parsed, i, words):
                fit = max((alike(words_in(parsed, place[3]), content) for place in candidates(parsed, i)), default=0)
                verb = parsed.pos[i] == "VERB" and parsed.lemma[i] not in ("be", "have")
                outside = parsed.head[i] not in cue or parsed.head[i] == i
                options.append((fit >= SAME, verb, outside, fit, i))
        if options:
            heads.setdefault(max(options)[-1], []).append(row)
    return heads


def _content_groups(texts, words):
    groups = Groups(null=True)
    for number, (parsed, gold) in enumerate(texts):
        heads = _heads(parsed, gold, words)
        # A report within a report is not annotated; its cue is neither right nor wrong.
        within = frozenset().union(*(content for content, _, _ in gold))
        for cue in range(parsed.size):
            if not may_report(parsed, cue, words) or (cue in within and cue not in heads):
                continue
            places = candidates(parsed, cue)
            if not places:
                continue
            own = cue_features(parsed, cue)
            rows, gains = [], []
            for place, facts in zip(places, candidate_facts(parsed, cue, places), strict=True):
                covered = words_in(parsed, place[3])
                fit = max((alike(covered, content) for content, _, _ in heads.get(cue, ())), default=0)
                gains.append(fit**6 if fit >= SAME else 0.0)
                crossed = [f"+{place[0]}|{name}" for name in own]
                rows.append(sound([*own, *crossed, *CANDIDATE.names(facts)]))
            groups.add(rows, _shares(gains), number % FOLDS)
    return groups


def _source_groups(texts, words):
    groups = Groups(null=False)
    for parsed, gold in texts:
        for cue, rows in _heads(parsed, gold, words).items():
            for content, source, _ in rows:
                best = max(
                    ((alike(words_in(parsed, place[3]), content), place) for place in candidates(parsed, cue)),
                    key=lambda pair: pair[0],
                    default=(0, None),
                )
                if best[0] < SAME:
                    continue
                construction, parts = best[1][0], best[1][3]
                options = source_candidates(parsed, cue, parts)
                fits = [alike(frozenset(range(*phrase(parsed, option[0], cue))), source) for option in options]
                gains = [float(not source), *(fit**3 if fit >= 0.2 else 0.0 for fit in fits)]
                if not sum(gains):
                    continue
                features = [no_source_features(parsed, cue, construction)]
                features += [SOURCE.names(facts) for facts in source_facts(parsed, cue, construction, parts, options)]
                groups.add([sound(names) for names in features], _shares(gains))
    return groups


def _shares(gains):
    total = sum(gains)
    return [gain / total for gain in gains] if total else [0.0] * len(gains)


def second_look(texts, halves, whole, beside):
    """Weights with edges and trust added, and figures on held-out articles.

    Parameters
    ----------
    texts : list
        As from `_prepared`.
    halves : list of Weights
        Each learned without every `FOLDS`th article.
    whole : Weights
        Learned from all.
    beside : pathlib.Path
        Where the corpora of the judged rows lie.

    Returns
    -------
    (Weights, dict)
        The figures: (corpus, measure) -> (least probability, value, rows).
    """
    seen = [
        one
        for number, (parsed, gold) in enumerate(texts)
        for one in found_by(parsed, gold, halves[number % FOLDS], number % FOLDS)
    ]
    judged = judged_rows(beside, whole, parsed_of)
    rows = trust_rows(seen, judged)
    odds = held_out(rows)
    by, calm = calibration(rows, odds, len(seen))
    curves = held_out_curves(rows, calm, len(seen), sum(len(gold) for _, gold in texts))
    print(f"{len(seen):,} found on halves held out, {len(judged)} judged in other news", flush=True)
    learned = replace(whole, edges=learn_edges(seen), trust=learn_trust(rows), calibration=by, threshold=LEAST)
    return learned, curves


def write(out, learned):
    """Write weights as lines of kind, name and value."""
    lines = ["# Learned by: python -m helpers learn quotes. See quotes.md for what it is made from."]
    lines += [f"cue\t{word}\t1" for word in sorted(learned.words)]
    for kind, digits in (("content", 2), ("source", 2), ("edges", 2), ("trust", 3), ("calibration", 3)):
        table = getattr(learned, kind)
        least = SMALLEST if digits == 2 else 0.001
        lines += [f"{kind}\t{name}\t{value:.{digits}f}" for name, value in sorted(table.items()) if abs(value) >= least]
    lines.append(f"threshold\tcontent\t{learned.threshold}")
    out.write_text("\n".join(lines) + "\n", encoding="utf8", newline="\n")
