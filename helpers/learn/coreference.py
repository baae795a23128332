"""Learning whom pronouns and definite phrases mean: `python -m helpers learn coreference`."""

from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd

from ..article import ArticleError, from_text
from ..coreference import names_of, with_links
from ..coreference.linking import best, chooser, least_of, written
from ..coreference.reading import Reading
from ..evaluate.coreference import compared, counted, means, near
from ..evaluate.scores import CROSS, figure, scores
from ..gold.gum import Marked, read_folder
from ..language import parse
from .ranking import Groups
from .second_look import read_article

JUDGED = Path(__file__).resolve().parents[2] / "data" / "gold" / "judged_actors.tsv"
FOLDS, PENALTY, LEAST = 5, 1.0, 5
SMALLEST = 0.02  # weights nearer to 0 are not stored
SHARE = 0.34  # of the union that a mention shares with the gold one
TRIED = [percent / 100 for percent in range(15, 91, 5)]
WHILE_HELD_OUT = 0.5
SURE, NEVER = 0.6, 1.1  # share of links of a form that must be right; the least probability of a form that never is
SURER = frozenset(("he of none", "it of none", "they of none")), 0.7  # or else they are taken from names
MARGIN = 0.005  # of F1, within which more links are taken


def learn_coreference(folder: str | Path, out: str | Path) -> pd.DataFrame:
    """Learn the weights of `coreference.linking`, and write them.

    Parameters
    ----------
    folder : str or path
        With `*.conllu`, as GUM has them. News that readers marked (`data/gold/judged_actors.tsv`) is learned from, too,
        if its corpora lie beside one of the folders that it lies in.
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
    read = [(from_text(text, language="any"), gold) for _, text, gold in read_folder(folder)]
    news = list(_news(Path(folder).resolve()))
    print(f"{len(read)} texts of {Path(folder).name}, {len(news)} of news", flush=True)
    read += news
    texts = [_prepared(article, gold) for article, gold in read]
    groups = _groups(texts, len(news))
    least, figures = _held_out(texts, groups, Path(folder).name)
    figures += _whole(read, texts, groups, least, Path(folder).name)
    table = groups.fit(PENALTY, least=LEAST)
    lines = ["# Learned by: python -m helpers learn coreference. See coreference.md for what it is made from."]
    lines += [
        f"weight\t{written(name)}\t{value:.3f}"
        for name, value in sorted(table.items(), key=lambda row: written(row[0]))
        if abs(value) >= SMALLEST
    ]
    lines += [f"least\t{form}\t{value}" for form, value in sorted(least.items())]
    out.write_text("\n".join(lines) + "\n", encoding="utf8", newline="\n")
    return scores(figures).figures


def _news(folder):
    """Articles of news with what readers marked in them; offsets are of the files, which no cleaning moves."""
    table = pd.read_csv(JUDGED, sep="\t", keep_default_na=False)
    for (corpus, name), own in table.groupby(["corpus", "article"], sort=True):
        place = next((above / corpus for above in folder.parents if (above / corpus).is_dir()), None)
        if place is None:
            continue
        article, gold = read_article(place, name), []
        for row in own.itertuples():
            for named, places in ((True, row.named), (False, row.others)):
                spans = (map(int, span.split("-")) for span in places.split())
                gold += [Marked(start, end, str(row.Index), row.kind, named) for start, end in spans]
        yield article, sorted(gold)


def _prepared(article, gold):
    """One text: parse, mentions, genders, taken tokens, cluster of each actor, cluster of each head in the gold."""
    doc = parse(article)
    found, genders, taken = names_of(article)
    gold = [(*where, one.cluster) for one in gold if (where := _clean(article, one))]
    clusters = defaultdict(Counter)
    for mention in found:
        cluster = _cluster(gold, mention.start, mention.end, mention.how not in ("demonym", "pronoun"))
        if cluster and len(mention.names) == 1:
            clusters[mention.names][cluster] += 1
    heads = {}
    for start, end, cluster in sorted(gold, key=lambda one: one[0] - one[1]):  # of one head the shortest
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            heads[span.root.i] = cluster
    return doc, found, genders, taken, {names: count.most_common(1)[0][0] for names, count in clusters.items()}, heads


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


def _right(clusters, heads, anaphor, rows):
    """The places among the candidates of those that the anaphor means."""
    cluster = heads.get(anaphor.head)
    own = [clusters.get(one.names) if one.names else heads.get(one.places[0].head) for one, _ in rows]
    return [cluster is not None and cluster == other for other in own]


def _groups(texts, news=0):
    """Groups of all texts, the last of which, the news, count twice: it is news that is read."""
    groups = Groups(null=True)
    again = range(len(texts) - news, len(texts))
    for number in (*range(len(texts)), *again):
        doc, found, genders, taken, clusters, heads = texts[number]

        def decide(anaphor, rows, clusters=clusters, heads=heads, number=number):
            right = _right(clusters, heads, anaphor, rows)
            groups.add([names for _, names in rows], [one / max(sum(right), 1) for one in right], number % FOLDS)
            return next((one for (one, _), yes in zip(rows, right, strict=True) if yes), None)

        Reading(doc, found, dict(genders), taken, decide)
    return groups


def _held_out(texts, groups, corpus):
    """The best least probability of each kind of link, and figures with it."""
    gold, links = Counter(), defaultdict(list)
    for fold in range(FOLDS):
        table = groups.fit(PENALTY, least=LEAST, leave_out=fold)
        for doc, found, genders, taken, clusters, heads in texts[fold::FOLDS]:

            def decide(anaphor, rows, clusters=clusters, heads=heads, table=table):
                right, (target, probability) = _right(clusters, heads, anaphor, rows), best(table, rows)
                wanted = [one for (one, _), yes in zip(rows, right, strict=True) if yes]
                if wanted:
                    gold[least_of(anaphor, wanted[0])] += 1
                links[least_of(anaphor, target)].append((probability, any(target is one for one in wanted)))
                return target if probability >= WHILE_HELD_OUT else None

            Reading(doc, found, dict(genders), taken, decide)
    least, figures = {}, []
    for form in sorted(links):
        enough = SURER[1] if form in SURER[0] else SURE
        options = [one for least in TRIED if (one := _at(least, links[form], gold[form]))[0] >= enough]
        top = max((one[1] for one in options), default=0)
        # of those that are as good the one that links most: who is missed counts as wrong as who is false
        chosen = [one for one in options if one[1] >= top - MARGIN and one[1] > 0.01]
        precision, f1, least[form] = chosen[0] if chosen else (0, 0, NEVER)
        said = (("precision", precision), ("F1", f1))
        figures += [
            figure("actors", corpus, f"links of {form}, {how}", value, gold[form], kept=False) for how, value in said
        ]
    return least, figures


def _whole(read, texts, groups, least, corpus):
    """Mention F1 and B³ of all that is found, each fifth of the texts held out in turn."""
    rows, numbers = [None] * len(texts), []
    for fold in range(FOLDS):
        decide = chooser(groups.fit(PENALTY, least=LEAST, leave_out=fold), least)
        for number in range(fold, len(texts), FOLDS):
            (article, gold), (doc, found, genders, taken, *_) = read[number], texts[number]
            both, _ = with_links(doc, found, dict(genders), taken, decide)
            named = {name for one in both if one.how in ("name", "title") for name in one.names}
            own = [(*article.in_source(one.start, one.end), one.names) for one in both if named.issuperset(one.names)]
            rows[number] = compared(gold, own)[0]
            numbers += counted(gold, own, article.source.text)
    return [*means(corpus, rows, how=CROSS, kept=False), near(corpus, numbers, how=CROSS, kept=False)]


def _at(least, links, gold):
    """Precision and F1 of links that are at least so probable."""
    right = [yes for probability, yes in links if probability >= least]
    return sum(right) / max(len(right), 1), 2 * sum(right) / max(len(right) + gold, 1), least
