"""Actors against a hand-made gold: mention F1 and B³ (Bagga & Baldwin 1998)."""

import csv
import json
from pathlib import Path

from ..article import ArticleError, load
from ..themes import actors as find_actors
from .record import CORPORA, DEVELOPMENT, note

SHARE = 1 / 3  # of the union that two spans must share to be one mention


def actors(gold, article, errors=0):
    """Score `themes.actors` on one article and print mention F1 and B³.

    Spans match one to one if they share a third of their union. B³ counts each mention and name:
    how much of its gold cluster is in its found cluster, and the other way round; a mention that
    was missed counts nothing. A mention of two actors counts once for each.

    Parameters
    ----------
    gold : str or path
        CSV with `start`, `end` (characters of the clean text) and `actor` (names joined by "; "), or JSON: a list of
        objects with `start`, `end` and `names`.
    article : str or path
    errors : int
        How many misses and false finds to print.

    Returns
    -------
    int
        Exit code.

    Raises
    ------
    ArticleError
        If the gold cannot be read.
    """
    wanted = _marked(Path(gold))
    text = load(article)
    found, how = {}, {}
    for row in find_actors(text).itertuples(index=False):
        found.setdefault((int(row.start), int(row.end)), []).append(row.actor)
        how[int(row.start), int(row.end)] = row.how
    found = [(start, end, tuple(names)) for (start, end), names in found.items()]
    pairs = matched(wanted, found)
    mention = _f1(len(pairs), len(found), len(wanted))
    precision, recall = b_cubed(wanted, found, pairs)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print("mentions  precision {:.3f}  recall {:.3f}  F1 {:.3f}".format(*mention), f"({len(wanted):,} in the gold)")
    print(f"B³        precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    corpus = Path(article).stem
    corpus = corpus if corpus in CORPORA else f"PolNeAR development part, {corpus}"
    for name, value in zip(("precision", "recall", "F1"), mention, strict=True):
        note("actors", corpus, f"mention {name}", value, len(wanted), how=DEVELOPMENT)
    for name, value in (("precision", precision), ("recall", recall), ("F1", f1)):
        note("actors", corpus, f"name {name} (B³)", value, len(wanted), how=DEVELOPMENT)
    back = {j: i for i, j in pairs.items()}
    for rule in sorted(set(how.values())):
        own = [j for j, one in enumerate(found) if how[one[:2]] == rule]
        right = sum(j in back and set(wanted[back[j]][2]) == set(found[j][2]) for j in own)
        note("actors", corpus, "precision", right / len(own), len(own), rule, DEVELOPMENT)
    taken = set(pairs.values())
    lines = [("missed", *wanted[i]) for i in range(len(wanted)) if i not in pairs][:errors]
    lines += [("false", *found[j]) for j in range(len(found)) if j not in taken][:errors]
    wrong = [i for i, j in pairs.items() if set(wanted[i][2]) != set(found[j][2])][:errors]
    lines += [(f"found {found[pairs[i]][2]}", *wanted[i]) for i in wrong]
    for what, start, end, names in lines:
        body = text.text
        print(f"{what}: {names}: {body[max(start - 40, 0) : start]}⟦{body[start:end]}⟧{body[end : end + 30]}")
    return 0


def _marked(path):
    """(start, end, names) of each marked mention."""
    try:
        if path.suffix.lower() == ".csv":
            with path.open(encoding="utf8", newline="") as file:
                rows = [{**row, "names": row["actor"].split("; ")} for row in csv.DictReader(file)]
        else:
            rows = json.loads(path.read_text("utf8"))
        return [(int(row["start"]), int(row["end"]), tuple(row["names"])) for row in rows]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise ArticleError(
            f"{path}: is no list of start, end and names in JSON, and no CSV with start, end, actor."
        ) from None


def matched(wanted, found, share=SHARE):
    """Gold row -> found row, one to one, the best overlaps first; on the same words, those with the same labels.

    >>> matched([(0, 10, ("A",))], [(3, 10, ("A",))])
    {0: 0}
    """
    options = []
    for i, (a, b, ours) in enumerate(wanted):
        for j, (x, y, theirs) in enumerate(found):
            both = min(b, y) - max(a, x)
            if both > 0 and both >= share * (max(b, y) - min(a, x)):
                same = sum(one == other for one, other in zip(ours, theirs, strict=False))
                options.append((both / (max(b, y) - min(a, x)), same, -i, -j))
    pairs, taken = {}, set()
    for _, _, i, j in sorted(options, reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs


def b_cubed(wanted, found, pairs):
    """Precision and recall of clusters, over mentions and their names.

    >>> b_cubed([(0, 1, ("A",)), (2, 3, ("A",))], [(0, 1, ("A",)), (2, 3, ("B",))], {0: 0, 1: 1})
    (1.0, 0.5)
    """
    back = {j: i for i, j in pairs.items()}
    gold, ours = _clusters(wanted), _clusters(found)
    ours_in_gold = {name: {back[j] for j in places if j in back} for name, places in ours.items()}
    gold_size = {name: len(places) for name, places in gold.items()}
    recall = [
        max((len(gold[name] & ours_in_gold[other]) / gold_size[name] for other in found[pairs[i]][2]), default=0)
        if i in pairs
        else 0.0
        for i, (_, _, names) in enumerate(wanted)
        for name in names
    ]
    precision = [
        max((len(gold[other] & ours_in_gold[name]) / len(ours[name]) for other in wanted[back[j]][2]), default=0)
        if j in back
        else 0.0
        for j, (_, _, names) in enumerate(found)
        for name in names
    ]
    return sum(precision) / max(len(precision), 1), sum(recall) / max(len(recall), 1)


def _clusters(rows):
    clusters = {}
    for number, (_, _, names) in enumerate(rows):
        for name in names:
            clusters.setdefault(name, set()).add(number)
    return clusters


def _f1(hits, found, gold):
    return hits / max(found, 1), hits / max(gold, 1), 2 * hits / max(found + gold, 1)
