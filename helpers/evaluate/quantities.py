"""The quantities table against sentences in which every quantity is marked."""

from pathlib import Path

from ..article import from_text
from ..gold.newsquant import read_file, words
from ..quantities import find_quantities
from ..tables import each
from .scores import Scores, figure, scores

NEAR = 1e-3  # two values are one, as a share of the larger


def quantities(path: str | Path) -> Scores:
    """F1 of value, value with unit, and value with change, on a file as NewsQuant has it.

    A row found is a marked one if its `value` or `high` is one of the marked numbers, one to one. The unit is right
    where words of `unit` or `of` are words of the marked unit. Of changes, "=" wants none, "~", "<" and ">" want
    `approximate` or `change`, "up" and "down" want `change`.

    Parameters
    ----------
    path : str or path

    Raises
    ------
    ArticleError
        If it is no such file.

    References
    ----------
    Almasian, Kazakov, Göldner & Gertz 2023 (CQE), on whose measure this one is modelled.
    """
    hits, errors, found, marked = {"value": 0, "value + unit": 0, "value + change": 0}, [], 0, 0
    for text, wanted in read_file(path):
        rows = each(find_quantities(from_text(text, language="any")), "text value high unit approximate change of")
        found, marked, left = found + len(rows), marked + len(wanted), list(rows)
        for one in wanted:
            hit = next((row for row in left if _same(row, one)), None)
            if hit is None:
                errors.append(("missed", text, f"{one.values}"))
                continue
            left.remove(hit)
            unit = words(hit.unit, hit.of)
            right = not one.unit or bool(one.unit & unit)
            moved = hit.change is not None or (one.change in "~<>" and hit.approximate is not None)
            if one.change == "=":
                moved = hit.change is None
            hits["value"] += 1
            hits["value + unit"] += right
            hits["value + change"] += moved
            errors += [("unit", text, f"{hit.text}: {hit.unit}")] * (not right)
            errors += [("change", text, f"{hit.text}: {hit.change}, marked {one.change}")] * (not moved)
        errors += [("found beside", text, row.text) for row in left]
    corpus = Path(path).stem if Path(path).parent.name != "newsquant" else f"newsquant {Path(path).stem}"
    figures = [
        figure("quantities", corpus, f"{name} F1", 2 * count / max(found + marked, 1), marked)
        for name, count in hits.items()
    ]
    return scores(figures, errors)


def _same(row, marked):
    own = [abs(value) for value in (row.value, row.high) if value == value]
    return any(abs(a - b) <= NEAR * max(1, abs(b)) for a in own for b in marked.values)
