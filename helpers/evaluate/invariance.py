"""What changes that ought not to matter do to many articles, and to attributions against gold."""

from bisect import bisect_left
from pathlib import Path

import pandas as pd

from ..article import from_text
from ..gold.brat import read_folder
from ..quotes import find_quotes
from ..robustness.effects import compare
from ..robustness.substitutions import changes, mover
from .actors import matched
from .scores import Scores, figure, scores

ARTICLES = 100
SHARE = 0.5  # of the characters of either that two contents must have in common
MEASURES = {"tone": "tone", "polarity": "polarity (TextBlob)", "vader": "VADER"}


def invariance(folder: str | Path) -> Scores:
    """Change the names, countries, genders, marks and spelling of annotated articles, and measure what moves.

    A hundred articles are taken, evenly over the folder. Tone: mean absolute change of a sentence. Flips: share of
    mentions whose stance label changes. Agreement: F1 of the attributions before against those after. Against gold:
    F1 of spans before and after the change; a pair shares half of its characters. Errors: the sentence of each article
    and change whose tone moves most.

    Parameters
    ----------
    folder : str or path
        With `text/*.txt` and `attributions/*.ann`.

    Raises
    ------
    ArticleError
        If the folder has no such files.
    """
    every, rows, moving = read_folder(folder), [], []
    for number in sorted({round(n * len(every) / ARTICLES) for n in range(min(ARTICLES, len(every)))}):
        path, text, gold = every[min(number, len(every) - 1)]
        article = from_text(text, language="any")
        spans = _in_clean(article, gold)
        before = _hits(article, spans)
        for change, edits in changes(article).items():
            found = compare(article, edits)
            if found is None or found["sentences"].empty:
                continue
            moved, tones = mover(edits), found["sentences"]
            after = _hits(found["other"], [(moved(a), moved(b, end=True)) for a, b in spans])
            rows.append(
                {
                    "change": change,
                    "articles": 1,
                    "sentences": len(tones),
                    **{measure: float(tones[measure].abs().sum()) for measure in MEASURES},
                    "flips": found["flips"][0],
                    "mentions": found["flips"][1],
                    "kept": 2 * found["kept"],
                    "all": 2 * found["kept"] + found["lost"] + found["new"],
                    **{f"{what} before": n for what, n in zip(("hits", "spans"), before, strict=True)},
                    **{f"{what} after": n for what, n in zip(("hits", "spans"), after, strict=True)},
                }
            )
            worst = tones.loc[tones["tone"].abs().idxmax()]
            words = " ".join(article.text[int(worst["start"]) : int(worst["end"])].split())[:200]
            moving.append((abs(worst["tone"]), change, path.stem, words))
    corpus, figures = f"{Path(folder).name}, changed", []
    for change, own in pd.DataFrame(rows).groupby("change", sort=False).sum().iterrows() if rows else ():
        shares = {f"mean change of {said}": (own[name], own["sentences"]) for name, said in MEASURES.items()}
        shares |= {
            "stance labels flipped": (own["flips"], own["mentions"]),
            "attributions kept (F1)": (own["kept"], own["all"]),
        }
        shares |= {
            f"span F1 against gold {when}": (2 * own[f"hits {when}"], own[f"spans {when}"])
            for when in ("before", "after")
        }
        figures.append(
            figure("invariance", corpus, f"articles, {change}", own["articles"], own["articles"], kept=False)
        )
        figures += [
            figure("invariance", corpus, f"{measure}, {change}", value / max(n, 1), n)
            for measure, (value, n) in shares.items()
        ]
    errors = [("tone", stem, f"{size:.3f} {change}: {words}") for size, change, stem, words in sorted(moving)[::-1]]
    return scores(figures, errors)


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
