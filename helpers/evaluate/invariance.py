"""What changes that ought not to matter do to many articles, and to attributions against gold."""

from bisect import bisect_left
from collections import Counter
from pathlib import Path

from ..article import from_text
from ..quotes import find_quotes
from ..robustness.effects import compare
from ..robustness.substitutions import changes, mover
from .actors import matched
from .brat import read_folder
from .record import note

ARTICLES = 100
SHARE = 0.5  # of the characters of either that two contents must have in common
MEASURES = {"tone": "tone", "polarity": "polarity (TextBlob)", "vader": "VADER"}


def invariance(folder, errors=0):
    """Change the names, countries, genders, marks and spelling of annotated articles, and print what moves.

    A hundred articles are taken, evenly over the folder. Tone: mean absolute change of a sentence. Flips: share of
    mentions whose stance label changes. Agreement: F1 of the attributions before against those after. Against gold:
    F1 of spans before and after the change; a pair shares half of its characters.

    Parameters
    ----------
    folder : str or path
        With `text/*.txt` and `attributions/*.ann`.
    errors : int
        How many of the sentences whose tone moved most to print.

    Returns
    -------
    int
        Exit code.

    Raises
    ------
    ArticleError
        If the folder has no such files.
    """
    every = list(read_folder(folder))
    counts, moving = {}, []
    for number in sorted({round(n * len(every) / ARTICLES) for n in range(min(ARTICLES, len(every)))}):
        path, text, gold = every[min(number, len(every) - 1)]
        article = from_text(text, language="any")
        spans = _in_clean(article, gold)
        before = _hits(article, spans)
        for name, edits in changes(article).items():
            found = compare(article, edits)
            if found is None or found["sentences"].empty:
                continue
            own = counts.setdefault(name, Counter())
            own["articles"] += 1
            own["sentences"] += len(found["sentences"])
            for measure in MEASURES:
                own[measure] += float(found["sentences"][measure].abs().sum())
            own["flips"] += found["flips"][0]
            own["mentions"] += found["flips"][1]
            own["kept"] += 2 * found["kept"]
            own["all"] += 2 * found["kept"] + found["lost"] + found["new"]
            moved = mover(edits)
            after = _hits(found["other"], [(moved(a), moved(b, end=True)) for a, b in spans])
            for when, (hits, total) in (("before", before), ("after", after)):
                own[f"hits {when}"] += 2 * hits
                own[f"total {when}"] += total
            worst = found["sentences"].loc[found["sentences"]["tone"].abs().idxmax()]
            words = article.text[int(worst["start"]) : int(worst["end"])]
            moving.append((abs(worst["tone"]), name, path.stem, words))
    corpus = f"{Path(folder).name}, changed"
    for name, own in counts.items():
        figures = {
            f"mean change of {said}": (own[measure] / own["sentences"], own["sentences"])
            for measure, said in MEASURES.items()
        }
        figures |= {
            "stance labels flipped": (own["flips"] / max(own["mentions"], 1), own["mentions"]),
            "attributions kept (F1)": (own["kept"] / max(own["all"], 1), own["all"]),
            "span F1 against gold before": _f1(own, "before"),
            "span F1 against gold after": _f1(own, "after"),
        }
        print(
            f"{name:<32}{own['articles']:>4} articles  "
            + "  ".join(f"{measure} {own[measure] / own['sentences']:.4f}" for measure in MEASURES)
            + f"  flips {own['flips'] / max(own['mentions'], 1):.4f} of {own['mentions']:,}"
            + f"  kept {own['kept'] / max(own['all'], 1):.3f}"
            + f"  against gold {_f1(own, 'before')[0]:.3f} → {_f1(own, 'after')[0]:.3f}",
            flush=True,
        )
        for measure, (value, n) in figures.items():
            note("invariance", corpus, f"{measure}, {name}", value, n)
    for size, name, stem, words in sorted(moving, reverse=True)[:errors]:
        print(f"{size:.3f} {name}: {stem}: {' '.join(words.split())[:200]}")
    return 0


def _f1(own, when):
    return own[f"hits {when}"] / max(own[f"total {when}"], 1), own[f"total {when}"]


def _in_clean(article, gold):
    """Hulls of gold contents in characters of the clean text."""
    begins = [article.in_source(n, n + 1)[0] for n in range(len(article.text))]
    hulls = [(min(a for a, _ in one.content), max(b for _, b in one.content)) for one in gold if one.content]
    return [(bisect_left(begins, a), bisect_left(begins, b)) for a, b in hulls]


def _hits(article, spans):
    """(gold contents that are found, both counted)"""
    table = find_quotes(article)
    table = table[(table["kind"] != "scare") & table["inside"].isna() & table["continues"].isna()]
    found = [(int(a), int(b), ()) for a, b in zip(table["start"], table["end"], strict=True)]
    wanted = [(a, b, ()) for a, b in spans]
    return len(matched(wanted, found, SHARE)), len(wanted) + len(found)
