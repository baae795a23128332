"""In short against an editor's key facts: are they told, and which rows fell into a trap?"""

from pathlib import Path

from ..findings import in_short
from ..gold.key_facts import read_folder, tells
from .scores import Scores, figure, scores


def facts(folder: str | Path) -> Scores:
    """Score `in_short` on articles in which an editor marked the facts.

    A fact is told if a row shares at least half of the characters of a passage that tells it.

    Parameters
    ----------
    folder : str or path
        With `facts.json` and `articles/`.

    Returns
    -------
    Scores
        Share of articles whose first row tells the first fact, whose first fact is told, mean share of all facts told
        (all 0 … 1), and how many rows are traps; errors: the facts that no row tells, and the traps.

    Raises
    ------
    ArticleError
        If the folder has no such files.
    """
    front, first, shares, traps, errors = [], [], [], 0, []
    for name, article, wanted, tempting in read_folder(folder):
        spans = list(in_short(article)[["start", "end"]].itertuples(index=False, name=None))
        told = [any(tells([span], one.passages) for span in spans) for one in wanted]
        front.append(tells(spans[:1], wanted[0].passages))
        first.append(told[0])
        shares.append(sum(told) / len(told))
        for one, is_told in zip(wanted, told, strict=True):
            if not is_told and one.passages:
                errors.append(("not told", name, f"{one.rank} {one.kind}: {article.text[slice(*one.passages[0])]}"))
        for trap in tempting:
            if any(tells([span], (trap,)) for span in spans):
                traps += 1
                errors.append(("trap", name, article.text[slice(*trap)]))
    corpus, size = Path(folder).name, len(first)
    # The weights have seen such articles: what is kept are the figures of `learn in_short`, each article left out.
    figures = [
        figure("in_short", corpus, "first row tells the first fact", sum(front) / size, size, kept=False),
        figure("in_short", corpus, "first fact told", sum(first) / size, size, kept=False),
        figure("in_short", corpus, "facts told", sum(shares) / size, size, kept=False),
        figure("in_short", corpus, "traps an article", traps / size, size, kept=False),
    ]
    return scores(figures, errors)
