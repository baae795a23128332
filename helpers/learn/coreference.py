"""Learning whom pronouns and definite phrases mean: `python -m helpers learn coreference`."""

from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd

from ..article import ArticleError, from_text
from ..coreference import names_of
from ..coreference.linking import chooser, options
from ..evaluate.scores import figure, scores
from ..gold.gum import read_folder
from ..language import parse
from .ranking import Groups

FOLDS, PENALTY, LEAST = 5, 1.0, 5
SMALLEST = 0.02  # weights nearer to 0 are not stored
SHARE = 0.34  # of the union that a mention shares with the gold one
TRIED = [percent / 100 for percent in range(20, 91, 5)]
SURE, NEVER = 0.6, 1.1  # share of links that must be right; the least probability of a form that never is


def learn_coreference(folder: str | Path, out: str | Path) -> pd.DataFrame:
    """Learn the weights of `coreference.linking`, and write them.

    Parameters
    ----------
    folder : str or path
        With `*.conllu`, as GUM has them.
    out : str or path
        The file to write: kind, name and value a line, with tabs between them.

    Returns
    -------
    pandas.DataFrame
        Precision, recall and F1 of links by form, each fifth of the texts held out in turn.
    """
    out = Path(out)
    if not out.parent.is_dir():
        raise ArticleError(f"{out}: its folder does not exist; make it first.")
    texts = [_prepared(from_text(text, language="any"), gold) for _, text, gold in read_folder(folder)]
    groups = _groups(texts)
    least, figures = _held_out(texts, groups, Path(folder).name)
    table = groups.fit(PENALTY, least=LEAST)
    lines = ["# Learned by: python -m helpers learn coreference. See coreference.md for what it is made from."]
    lines += [f"weight\t{name}\t{value:.3f}" for name, value in sorted(table.items()) if abs(value) >= SMALLEST]
    lines += [f"least\t{form}\t{value}" for form, value in sorted(least.items())]
    out.write_text("\n".join(lines) + "\n", encoding="utf8", newline="\n")
    return scores(figures).figures


def _prepared(article, gold):
    """One text: parse, mentions, genders, taken tokens, cluster of each actor, cluster of each place."""
    doc = parse(article)
    found, genders, taken = names_of(article)
    gold = [(*where, one.cluster) for one in gold if (where := _clean(article, one))]
    clusters = defaultdict(Counter)
    for mention in found:
        cluster = _cluster(gold, mention.start, mention.end, mention.how not in ("demonym", "pronoun"))
        if cluster and len(mention.names) == 1:
            clusters[mention.names][cluster] += 1
    return doc, found, genders, taken, {names: count.most_common(1)[0][0] for names, count in clusters.items()}, gold


def _clean(article, one):
    """Where a gold mention stands in the clean text, from which cleaning took a few spaces."""
    return one.start - _shift(article, one.start), one.end - _shift(article, one.end)


def _shift(article, place):
    removed = article.removed
    return int((removed["end"] - removed["start"] - removed["replacement"].str.len())[removed["end"] <= place].sum())


def _cluster(gold, start, end, within=False):
    """The cluster of the gold mention that is these words, or of the smallest that they stand at the end of."""
    best, smallest = (SHARE, ""), (10**9, "")
    for a, b, cluster in gold:
        if a < end and start < b:
            best = max(best, ((min(b, end) - max(a, start)) / (max(b, end) - min(a, start)), cluster))
            if a <= start and abs(b - end) < 4:
                smallest = min(smallest, (b - a, cluster))
    return best[1] or (smallest[1] if within else None)


def _right(doc, clusters, gold, anaphor, rows):
    """The places among the candidates of those that the anaphor means."""
    start, end = doc[anaphor.first].idx, doc[anaphor.head].idx + len(doc[anaphor.head])
    cluster = _cluster(gold, start, end)
    return [cluster is not None and clusters.get(one.names) == cluster for one, _ in rows]


def _groups(texts):
    groups = Groups(null=True)
    for number, (doc, found, genders, taken, clusters, gold) in enumerate(texts):

        def decide(anaphor, rows, doc=doc, clusters=clusters, gold=gold, number=number):
            right = _right(doc, clusters, gold, anaphor, rows)
            groups.add([names for _, names in rows], [one / max(sum(right), 1) for one in right], number % FOLDS)
            return next((one for (one, _), yes in zip(rows, right, strict=True) if yes), None)

        options(doc, found, dict(genders), taken, decide)
    return groups


def _held_out(texts, groups, corpus):
    """The best least probability of each form, and figures with it."""
    counts = defaultdict(Counter)
    for fold in range(FOLDS):
        table = groups.fit(PENALTY, least=LEAST, leave_out=fold)
        for least in TRIED:
            inner = chooser(table, defaultdict(lambda least=least: least))
            for doc, found, genders, taken, clusters, gold in texts[fold::FOLDS]:

                def decide(anaphor, rows, doc=doc, clusters=clusters, gold=gold, inner=inner, least=least):
                    right, target = _right(doc, clusters, gold, anaphor, rows), inner(anaphor, rows)
                    count = counts[anaphor.learned, least]
                    count["gold"] += any(right)
                    count["found"] += target is not None
                    count["right"] += any(yes and one is target for (one, _), yes in zip(rows, right, strict=True))
                    return target

                options(doc, found, dict(genders), taken, decide)

    def f1(form, least):
        count = counts[form, least]
        return 2 * count["right"] / max(count["gold"] + count["found"], 1)

    forms = sorted({form for form, _ in counts})

    def sure(form, least):
        count = counts[form, least]
        return count["right"] >= SURE * max(count["found"], 1) and count["right"] > 0

    # A form of which no share of links is sure enough is not linked.
    best = {
        form: max((least for least in TRIED if sure(form, least)), key=lambda least: f1(form, least), default=NEVER)
        for form in forms
    }
    figures = [
        figure(
            "actors", corpus, f"links of {form}, F1", f1(form, best[form]), counts[form, best[form]]["gold"], kept=False
        )
        for form in forms
    ]
    return best, figures
