"""Two articles side by side, against pairs in which a reader marked what tells the same and which facts differ."""

from collections import Counter
from pathlib import Path

from ..article import ArticleError, load
from ..compare import compare as compared
from ..compare.passages import SAME
from ..gold.pairs import ALIGNED, FACT, MAYBE, read_pairs
from .scores import Scores, figure, scores


def compare(folder: str | Path) -> Scores:
    """Score `compare` on the pairs of `data/gold/pairs.tsv`.

    Two sentences are found if a row of passages has them both; a fact, if a row of facts shares characters with both
    of its places. What the reader called doubtful counts neither as right nor as missed.

    Parameters
    ----------
    folder : str or path
        With `text/*.txt`: PolNeAR's training part.

    Returns
    -------
    Scores
        Precision, recall and F1 of sentences and of facts, and how many pairs found have the right kind; for the
        pairs that were open while rules were made and for those opened last. Errors: what is missed or wrong.

    Raises
    ------
    ArticleError
        If the folder has not the texts.
    """
    counts, errors = {}, []
    for pair in read_pairs():
        a, b = _load(folder, pair.a), _load(folder, pair.b)
        tables, count = compared(a, b), counts.setdefault(pair.opened, Counter())
        for name, right in (("passages", ALIGNED), ("facts", (FACT,))):
            rows = tables[name].dropna(subset=["a_start", "b_start"])
            places = [((int(r.a_start), int(r.a_end)), (int(r.b_start), int(r.b_end))) for r in rows.itertuples()]
            told = [(kind, x, y) for kind, x, y in pair.rows if kind in right]
            doubtful = [(x, y) for kind, x, y in pair.rows if kind in MAYBE]
            # A fact is marked by its words, and its sentences are a pair too.
            doubtful += [(x, y) for kind, x, y in pair.rows if kind == FACT] if name == "passages" else []
            for place, kind in zip(places, rows["kind"], strict=True):
                hit = next((own for own in told if _both(place, own[1:])), None)
                if hit:
                    count[name, "found"] += 1
                    count[name, "kind"] += (hit[0] == "same") == (kind == SAME)
                elif not any(_both(place, own) for own in doubtful):
                    count[name, "found"] += 1
                    count[name, "wrong"] += 1
                    errors.append((f"{name}: wrong", pair.a, _words(a, b, place)))
            for kind, *place in told:
                count[name, "gold"] += 1
                if any(_both(own, place) for own in places):
                    count[name, "told"] += 1
                else:
                    errors.append((f"{name}: missed", f"{pair.a}, {kind}", _words(a, b, place)))
    figures = []
    for opened, count in counts.items():
        for name in ("passages", "facts"):
            found, right = count[name, "found"], count[name, "found"] - count[name, "wrong"]
            gold, told = count[name, "gold"], count[name, "told"]
            precision, recall = right / max(found, 1), told / max(gold, 1)
            own = {
                "precision": (precision, found),
                "recall": (recall, gold),
                "F1": (2 * precision * recall / max(precision + recall, 1e-9), gold),
            }
            for measure, (value, size) in own.items():
                if size:  # of nothing no share can be told
                    figures.append(figure("compare", f"pairs {opened}", f"{name} {measure}", value, size))
        kinds, right = count["passages", "kind"], count["passages", "found"] - count["passages", "wrong"]
        figures.append(figure("compare", f"pairs {opened}", "right kind", kinds / max(right, 1), right))
    return scores(figures, errors)


def _load(folder, name):
    path = Path(folder) / "text" / f"{name}.txt"
    if not path.is_file():
        raise ArticleError(f"{path}: is not there; give a folder with PolNeAR's texts (text/*.txt).")
    return load(path, published=name.split("_")[1])


def _both(place, other):
    return all(x[0] < y[1] and y[0] < x[1] for x, y in zip(place, other, strict=True))


def _words(a, b, place):
    return f"{a.text[slice(*place[0])]} | {b.text[slice(*place[1])]}"
