"""The consistency checks on short texts in which a contradiction is planted, and on tempting ones without."""

from collections import Counter
from csv import DictReader
from pathlib import Path

from ..article import ArticleError, from_text
from ..timeline import check_consistency
from .record import note


def consistency(folder, errors=0):
    """Score `check_consistency` on texts and print recall and precision.

    A planted contradiction is found if a row of its kind is. Every other row is a false find.

    Parameters
    ----------
    folder : str or path
        With .tsv files: `kind`, `planted` (yes or no), `text`.
    errors : int
        How many errors to print.

    Returns
    -------
    int
        Exit code.

    Raises
    ------
    ArticleError
        If there is no such file.
    """
    paths = sorted(Path(folder).glob("*.tsv"))
    if not paths:
        raise ArticleError(f"{folder}: holds no .tsv file with kind, planted and text; name a folder that does.")
    counts, shown = Counter(), []
    for path in paths:
        with path.open(encoding="utf8", newline="") as lines:
            rows = list(DictReader(lines, delimiter="\t"))
        for row in rows:
            if not {"kind", "planted", "text"} <= set(row):
                raise ArticleError(f"{path}: has no columns kind, planted and text; its first line must name them.")
            kinds = check_consistency(from_text(row["text"]))["kind"].tolist()
            wanted = row["planted"] == "yes"
            hit = wanted and row["kind"] in kinds
            counts["texts"] += 1
            counts["planted"] += wanted
            counts["right"] += hit
            for kind in kinds:
                counts["found", kind] += 1
            counts["hit", row["kind"]] += hit
            counts["found"] += len(kinds)
            if hit != wanted or len(kinds) != hit:
                shown.append(f"{path.stem}: {row['kind']}, planted: {row['planted']}, found: {kinds}: {row['text']}")
    recall, precision = counts["right"] / max(counts["planted"], 1), counts["right"] / max(counts["found"], 1)
    print(
        f"{counts['texts']:,} texts  recall {recall:.3f} of {counts['planted']:,}  precision {precision:.3f} of "
        f"{counts['found']:,}"
    )
    name = Path(folder).name
    note("consistency", name, "recall", recall, counts["planted"])
    note("consistency", name, "precision", precision, counts["found"])
    for kind in sorted(key[1] for key in counts if isinstance(key, tuple) and key[0] == "found"):
        share = counts["hit", kind] / counts["found", kind]
        note("consistency", name, "precision", share, counts["found", kind], kind)
    for line in shown[:errors]:
        print(line)
    return 0
