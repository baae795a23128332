"""What judgements say: precision with its interval, by stratum, and how far two judges agree."""

from pathlib import Path

import cassis
import numpy as np
import pandas as pd
from openpyxl import load_workbook

from .. import __version__
from ..article import ArticleError
from .sheet import TYPE, inception_folder

YES, NO = ("yes", "y", "1", "true", "right", "1.0"), ("no", "n", "0", "false", "wrong", "0.0")
Z = 1.959964  # of a 95 % interval


def judged(path, second=None):
    """Read judgements back.

    Parameters
    ----------
    path : str or path
        The spreadsheet that `write` made, judged; or beside it the .xmi that INCEpTION exported.
    second : str or path, optional
        Another person's, of the same sample.

    Returns
    -------
    pandas.DataFrame
        `stratum` (at last "all"), `rows` (in the corpus), `judged`, `right`, `precision`, `low`, `high`: the 95 %
        interval (Wilson 1927; of all, strata weighted by their rows, from the strata's variances).
        `attrs`: `table`, `seed`, `version`, `missing` (rows not judged), and with two people `agreement`
        (share of rows judged alike), `alpha` (Krippendorff 2004) and `both` (rows judged by both).

    Raises
    ------
    ArticleError
        If a file is no sample, holds another sample, or has an answer that is neither yes nor no.
    """
    frame, facts = _read(Path(path))
    answers = frame.set_index("number")["right"]
    rows = []
    for stratum, own in frame.groupby("stratum", sort=True):
        told = own["right"].dropna()
        low, high = wilson(int(told.sum()), len(told))
        share = float(told.mean()) if len(told) else float("nan")
        size = int(own["rows"].iloc[0])
        rows.append(
            {
                "stratum": stratum,
                "rows": size,
                "judged": len(told),
                "right": int(told.sum()),
                "precision": share,
                "low": low,
                "high": high,
            }
        )
    table = pd.DataFrame(rows)
    table = pd.concat([table, pd.DataFrame([_all(table)])], ignore_index=True)
    table.attrs = {**facts, "missing": int(answers.isna().sum())}
    if second is not None:
        other, others = _read(Path(second), frame)
        if (
            others != facts
            or set(other["number"]) != set(frame["number"])
            or not (other.set_index("number")["id"].equals(frame.set_index("number")["id"]))
        ):
            raise ArticleError(f"{second}: is not the same sample as {path}.")
        pair = pd.DataFrame({"a": answers, "b": other.set_index("number")["right"]}, dtype=float)
        both = pair.dropna()
        table.attrs |= {
            "both": len(both),
            "agreement": float((both["a"] == both["b"]).mean()) if len(both) else None,
            "alpha": alpha(pair.to_numpy().T),
        }
    return table


def alpha(values):
    """Krippendorff's alpha of judges (rows) on things (columns), NaN where one did not judge; None if undefined.

    >>> alpha(np.array([[1.0, 0, 1, 0], [1.0, 0, 1, 0]]))
    1.0
    >>> alpha(np.array([[1.0, 1], [1.0, 1]])) is None
    True
    """
    values = np.asarray(values, dtype=float)
    known = values[:, ~np.isnan(values).any(axis=0)]
    if known.size == 0 or len(set(known.ravel())) < 2:  # nothing varies: nothing could have been agreed by chance
        return None
    import krippendorff  # who reads no judgements waits for neither this nor SciPy's statistics

    return float(krippendorff.alpha(reliability_data=values, level_of_measurement="nominal"))


def nominal(readings):
    """The same of labels in words, one list a reader.

    >>> nominal([["a", "b", "a"], ["a", "b", "a"]])
    1.0
    """
    code = {label: number for number, label in enumerate(sorted({label for own in readings for label in own}))}
    return alpha([[code[label] for label in own] for own in readings])


def wilson(right, n):
    """The 95 % interval of a share (Wilson 1927).

    >>> [round(value, 3) for value in wilson(8, 10)]
    [0.49, 0.943]
    >>> wilson(0, 0)
    (0.0, 1.0)
    """
    if not n:
        return 0.0, 1.0
    share, weight = right / n, Z * Z / n
    middle = (share + weight / 2) / (1 + weight)
    half = Z / (1 + weight) * (share * (1 - share) / n + weight / (4 * n)) ** 0.5
    return max(middle - half, 0.0), min(middle + half, 1.0)


def _all(table):
    own = table[table["judged"] > 0]
    weight = own["rows"] / max(own["rows"].sum(), 1)
    share = float((weight * own["precision"]).sum()) if len(own) else float("nan")
    # One right and one wrong judgement more a stratum: a stratum without errors is not one without doubt.
    near = (own["right"] + 1) / (own["judged"] + 2)
    half = Z * float(np.sqrt((weight**2 * near * (1 - near) / (own["judged"] + 2)).sum()))
    return {
        "stratum": "all",
        "rows": int(table["rows"].sum()),
        "judged": int(table["judged"].sum()),
        "right": int(table["right"].sum()),
        "precision": share,
        "low": max(share - half, 0.0),
        "high": min(share + half, 1.0),
    }


def _read(path, like=None):
    """Rows with number, id, stratum, rows and right (True, False, missing), and the facts of the sample."""
    if not path.is_file():
        raise ArticleError(f"{path}: there is no such file; give the sheet that was judged.")
    if path.suffix.lower() == ".xmi":
        return _read_cas(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        sheet, how = book["judge"], {row[0]: row[1] for row in book["how"].iter_rows(values_only=True) if len(row) > 1}
        header, *rows = sheet.iter_rows(values_only=True)
        frame = pd.DataFrame(rows, columns=header, dtype=object)
        frame = frame[frame["number"].notna()][["number", "id", "stratum", "rows", "right"]]
        frame["number"], frame["rows"] = frame["number"].astype(int), frame["rows"].astype(int)
    except Exception:  # openpyxl raises many kinds on files that are no spreadsheet
        raise ArticleError(f"{path}: is no sample; give a file that `python -m helpers sample` has written.") from None
    twice = frame["number"][frame["number"].duplicated()]
    if len(twice):
        raise ArticleError(f"{path}: has row {twice.iloc[0]} twice; delete one of the two.")
    gone = sorted(set(range(1, int(how.get("rows") or 0) + 1)) - set(frame["number"]))
    if gone:
        raise ArticleError(
            f"{path}: row {gone[0]} is missing; put it back, and leave its answer empty if you have none."
        )
    answers = zip(frame["right"], frame["number"], strict=True)
    frame["right"] = pd.Series([_answer(value, path, number) for value, number in answers], frame.index, dtype=object)
    facts = {name: how.get(name) for name in ("table", "seed", "version")}
    return frame.reset_index(drop=True), facts


def _read_cas(path):
    """Judgements made in INCEpTION: the sheet of the same sample says which rows they are of."""
    sheets = sorted(path.resolve().parent.parent.glob("*.xlsx"))
    sheet = next((sheet for sheet in sheets if inception_folder(sheet).name == path.resolve().parent.name), None)
    if sheet is None:
        raise ArticleError(
            f"{path}: the sheet of the same sample is not beside its folder; put the .xlsx there whose name it has."
        )
    frame, facts = _read(sheet)
    try:
        with open(path.with_name("TypeSystem.xml"), "rb") as file:
            system = cassis.load_typesystem(file)
        with open(path, "rb") as file:
            cas = cassis.load_cas_from_xmi(file, typesystem=system)
        given = {int(one.number): _answer(one.right, path, one.number) for one in cas.select(TYPE)}
    except ArticleError:
        raise
    except Exception:  # cassis and lxml raise many kinds on files that are no CAS
        raise ArticleError(f"{path}: cannot be read as a CAS with its TypeSystem.xml beside it.") from None
    frame["right"] = pd.Series([given.get(number) for number in frame["number"]], frame.index, dtype=object)
    return frame, facts


def _answer(value, path, number):
    if value is None or value != value or not str(value).strip():
        return None
    word = str(value).strip().lower()
    if word in YES or word in NO:
        return word in YES
    raise ArticleError(f"{path}: row {number} says “{value}”; write yes or no, or leave it empty.")


def described(table):
    """What the judgements say, as lines to be read: each stratum, how two people agree, a paragraph on methods.

    Parameters
    ----------
    table : pandas.DataFrame
        From `judged`.

    Returns
    -------
    str
    """
    lines = [
        f"{row.stratum:<16}{row.right:>5} of {row.judged:<5} right  {row.precision:.3f} ({row.low:.3f}–{row.high:.3f})"
        for row in table.itertuples(index=False)
    ]
    facts = table.attrs
    if facts["missing"]:
        lines.append(f"{facts['missing']:,} rows are not judged")
    if "both" in facts:
        alpha = "not defined" if facts["alpha"] is None else f"{facts['alpha']:.3f}"
        agreement = f"alike {facts['agreement'] or 0:.3f}, Krippendorff's alpha {alpha}"
        lines.append(f"two people: {facts['both']:,} rows, {agreement}")
    return "\n".join([*lines, methods(table)])


def methods(table):
    """A paragraph for a paper's section on methods; every figure in it is computed.

    Parameters
    ----------
    table : pandas.DataFrame
        From `judged`.

    Returns
    -------
    str
    """
    whole = table[table["stratum"] == "all"].iloc[0]
    facts = table.attrs
    parts = "; ".join(
        f"{row.stratum} {row.precision:.2f} ({row.low:.2f}–{row.high:.2f}, n = {row.judged})"
        for row in table.itertuples(index=False)
        if row.stratum != "all" and row.judged
    )
    text = [
        f"The table {facts['table']} was computed with Close Reading {facts['version']} (`python -m helpers corpus`), "
        "which rests on spaCy (Honnibal et al. 2020).",
        f"From its {whole['rows']:,} rows a stratified sample was drawn (`python -m helpers sample --table "
        f"{facts['table']} --seed {facts['seed']}`), and {whole['judged']:,} rows were judged by hand.",
        f"Weighted by the size of the strata, {100 * whole['precision']:.0f} of 100 rows were right (95 % interval "
        f"{100 * whole['low']:.0f} to {100 * whole['high']:.0f}); by stratum, with Wilson intervals (Wilson 1927): "
        f"{parts}.",
    ]
    if facts.get("both"):
        known = f"; Krippendorff’s alpha {facts['alpha']:.2f} (Krippendorff 2004)" if facts["alpha"] is not None else ""
        text.append(
            f"A second person judged {facts['both']:,} of the rows independently and agreed on "
            f"{100 * facts['agreement']:.0f} of 100{known}."
        )
    text.append("Precision says how often a row is right, not how much was missed.")
    if facts["version"] != __version__:
        text.append(f"(The judgements were read back with version {__version__}.)")
    return " ".join(text)
