"""A sample to judge: there and back in a spreadsheet and in a CAS, with two people."""

import errno

import cassis
import lxml.etree
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from scipy.stats import binomtest

from helpers import corpus, files
from helpers.__main__ import main
from helpers.article import ArticleError
from helpers.sample import STRATA, draw, judged, methods, write
from helpers.sample.draw import shares
from helpers.sample.judged import alpha, wilson
from helpers.sample.sheet import TYPE


@pytest.fixture(scope="module")
def many(practice):
    return corpus.opened(practice)


@pytest.fixture
def sheet(many, tmp_path):
    rows = draw(many, "quotes", 40)
    write(rows, "quotes", tmp_path / "sample.xlsx")
    return tmp_path / "sample.xlsx", rows


def judge(path, wrong=(), empty=(), copy=None):
    """What a person does: open the file, fill in the column, save it."""
    book = load_workbook(path)
    for line in book["judge"].iter_rows(min_row=2):
        number = line[0].value
        line[1].value = None if number in empty else "no" if number in wrong else "Yes"
    book.save(copy or path)
    return copy or path


@pytest.mark.parametrize("table", STRATA)
def test_every_table_can_be_drawn(many, table):
    rows = draw(many, table, 20) if table != "consistency" else None
    if rows is None:
        with pytest.raises(ArticleError, match="no row to draw"):
            draw(many, table)
        return
    assert len(rows) == 20
    assert not rows.duplicated(["article_id", "id"]).any()
    assert rows["passage"].str.contains("⟦").all()
    assert rows.equals(draw(many, table, 20))
    assert not rows["id"].equals(draw(many, table, 20, seed=2)["id"])


@given(
    st.dictionaries(st.text(min_size=1, max_size=3), st.integers(1, 5000), min_size=1, max_size=8), st.integers(1, 400)
)
def test_shares_are_neither_too_many_nor_none(sizes, n):
    found = shares(sizes, n)
    assert all(1 <= found[name] <= size for name, size in sizes.items())
    assert sum(found.values()) <= max(n, len(sizes))


def test_there_and_back_in_a_spreadsheet(sheet):
    path, rows = sheet
    judge(path, wrong=(1, 2, 3), empty=(4,))
    table = judged(path)
    whole = table.iloc[-1]
    assert (whole["stratum"], whole["judged"], whole["right"]) == ("all", 39, 36)
    assert table.attrs["missing"] == 1
    for row in table.iloc[:-1].itertuples(index=False):
        own = rows[(rows["stratum"] == row.stratum) & (rows["number"] != 4)]
        assert row.judged == len(own)
        assert row.right == len(own) - own["number"].isin((1, 2, 3)).sum()
        assert (row.low, row.high) == wilson(row.right, row.judged)
    weights = table.iloc[:-1]["rows"] / table.iloc[:-1]["rows"].sum()
    assert whole["precision"] == pytest.approx((weights * table.iloc[:-1]["precision"]).sum())
    assert whole["low"] < whole["precision"] < whole["high"] <= 1


@pytest.mark.parametrize(("right", "n"), [(0, 1), (0, 40), (3, 7), (34, 40), (40, 40)])
def test_intervals_are_those_of_scipy(right, n):
    own = binomtest(right, n).proportion_ci(method="wilson")
    assert wilson(right, n) == pytest.approx((own.low, own.high), abs=1e-6)


def test_two_people(sheet, tmp_path):
    path, _ = sheet
    other = judge(path, wrong=(1, 2, 5), copy=tmp_path / "second.xlsx")
    judge(path, wrong=(1, 2, 3), empty=(4,))
    table = judged(path, other)
    assert table.attrs["both"] == 39
    assert table.attrs["agreement"] == pytest.approx(37 / 39)
    assert 0 < table.attrs["alpha"] < 1
    text = methods(table)
    assert "A second person judged 39" in text
    assert f"{table.attrs['alpha']:.2f}" in text
    assert "Wilson 1927" in text


def test_there_and_back_in_a_cas(sheet):
    path, _ = sheet
    folder = path.with_name("sample_inception")
    with (folder / "TypeSystem.xml").open("rb") as file:
        system = cassis.load_typesystem(file)
    with (folder / "sample.xmi").open("rb") as file:
        cas = cassis.load_cas_from_xmi(file, typesystem=system)
    found = list(cas.select(TYPE))
    assert len(found) == 40
    assert all(one.get_covered_text().strip() and "kind: " in one.what for one in found)
    for one in found:
        one.right = "no" if one.number in ("1", "2", "3") else "yes"
    cas.to_xmi(folder / "sample.xmi")
    assert judged(folder / "sample.xmi").iloc[-1]["right"] == 37
    judge(path, wrong=(1, 2, 3))
    assert judged(path, folder / "sample.xmi").attrs["alpha"] == 1.0


def test_the_command(practice, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    source = str(practice)
    assert main(["sample", source, "--n", "12", "--table", "times"]) == 0
    assert "12 rows to judge" in capsys.readouterr().out
    assert main(["sample", source]) == 2
    assert "perhaps with judgements in it" in capsys.readouterr().err
    judge(tmp_path / "sample.xlsx", wrong=(1,))
    assert main(["evaluate", "sample", "sample.xlsx"]) == 0
    printed = capsys.readouterr().out
    assert "11 of 12" in printed
    assert "Precision says how often a row is right" in printed


def test_what_an_article_says_is_no_formula(tmp_path):
    (tmp_path / "in").mkdir()
    text = "=HYPERLINK(1) said on Monday that the pier would close. Anna Berg said “=1+1 is two” on Tuesday in Oslo."
    (tmp_path / "in" / "a.txt").write_text(text, encoding="utf8")
    rows = draw(corpus.opened(tmp_path / "in"), "quotes", 10)
    write(rows, "quotes", tmp_path / "s.xlsx")
    cells = [cell for line in load_workbook(tmp_path / "s.xlsx")["judge"].iter_rows() for cell in line]
    assert any("=HYPERLINK" in str(cell.value) for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)
    words = [cell for cell in cells if isinstance(cell.value, str) and cell.row > 1]
    assert all(cell.number_format == "@" and cell.quotePrefix for cell in words)  # nor does it become one when edited


@pytest.mark.parametrize(("value", "said"), [("perhaps", "write yes or no"), ("=1", "write yes or no")])
def test_an_answer_that_is_none_is_said(sheet, value, said):
    path, _ = sheet
    book = load_workbook(path)
    book["judge"]["B2"].value = value
    book["judge"]["B2"].data_type = "s"
    book.save(path)
    with pytest.raises(ArticleError, match=said):
        judged(path)


def test_other_files_are_refused(sheet, tmp_path, many):
    path, _ = sheet
    (tmp_path / "x.xlsx").write_bytes(b"no spreadsheet")
    with pytest.raises(ArticleError, match="is no sample"):
        judged(tmp_path / "x.xlsx")
    with pytest.raises(ArticleError, match="no such file"):
        judged(tmp_path / "nothing.xlsx")
    write(draw(many, "quotes", 40, seed=2), "quotes", tmp_path / "other.xlsx", seed=2)
    with pytest.raises(ArticleError, match="not the same sample"):
        judged(path, tmp_path / "other.xlsx")
    with pytest.raises(ArticleError, match="cannot be sampled"):
        draw(many, "themes")
    with pytest.raises(ArticleError, match=r"ends in \.xlsx"):
        write(draw(many, "quotes", 2), "quotes", tmp_path / "s.csv")


def test_alpha_is_the_textbooks():
    """Krippendorff's own example of two observers and binary data (2011): alpha = 0.095."""
    a = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    b = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert alpha(np.array([a, b], dtype=float)) == pytest.approx(0.095, abs=0.001)


@pytest.mark.parametrize("sign", ["\ufffe", "\x01", "\uffff"])
def test_signs_that_a_sheet_has_not(many, tmp_path, sign):
    rows = draw(many, "quotes", 12)
    rows["passage"] = rows["passage"].str.replace("e", f"e{sign}")
    rows["speaker"] = f"Anna{sign}Berg"
    written = write(rows, "quotes", tmp_path / "s.xlsx")
    assert judged(judge(tmp_path / "s.xlsx")).iloc[-1]["judged"] == 12
    lxml.etree.parse(written[1])


def test_half_a_sample_is_never_left(many, tmp_path, monkeypatch):
    rows, put_down = draw(many, "quotes", 12), files.replace

    def full(path, data):
        if path.suffix == ".xlsx":
            raise OSError(errno.ENOSPC, "no space")
        put_down(path, data)

    monkeypatch.setattr(files, "replace", full)
    with pytest.raises(ArticleError, match=r"s\.xlsx: cannot be written: the disk is full"):
        write(rows, "quotes", tmp_path / "s.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("out", ["s.txt", "no/s.xlsx", "link.xlsx", "there.xlsx", "file/s.xlsx", f"{'x' * 300}.xlsx"])
def test_where_a_sample_goes_is_tried_before_rows_are_drawn(tmp_path, monkeypatch, capsys, out):
    """A link to nowhere, too, would be somebody else's file."""
    (tmp_path / "link.xlsx").symlink_to(tmp_path / "diary.xlsx")
    for name in ("there.xlsx", "file"):
        (tmp_path / name).write_text("mine", encoding="utf8")
    monkeypatch.setattr("helpers.corpus.opened", lambda folder: pytest.fail("the corpus was read"))
    assert main(["sample", str(tmp_path), "--out", str(tmp_path / out)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "diary.xlsx").exists()


def test_a_sample_with_a_long_name_comes_back(many, tmp_path):
    path = tmp_path / f"{'x' * 250}.xlsx"
    written = write(draw(many, "quotes", 12), "quotes", path)
    assert judged(judge(path)).iloc[-1]["judged"] == 12
    assert judged(written[1]).iloc[-1]["judged"] == 0


def test_a_sheet_that_is_none_is_one_sentence(sheet, tmp_path, capsys):
    path, _ = sheet
    for number, spoil in enumerate(
        (
            lambda book: book.remove(book["how"]),
            lambda book: book["judge"].delete_cols(1),
            lambda book: book["judge"].delete_rows(1, 100),
            lambda book: book["judge"].cell(2, 1, "first"),
            lambda book: book["judge"].cell(3, 1, book["judge"].cell(2, 1).value),
        )
    ):
        book = load_workbook(path)
        spoil(book)
        book.save(tmp_path / f"{number}.xlsx")
    for name, data in (
        ("empty", b""),
        ("text", b"number,right"),
        ("zip", b"PK\x05\x06" + bytes(18)),
        ("xls", b"\xd0\xcf"),
    ):
        (tmp_path / f"{name}.xlsx").write_bytes(data)
    (tmp_path / "other.ods").write_bytes(b"x")
    for bad in sorted({*tmp_path.glob("*.xlsx"), tmp_path / "other.ods"} - {path}):
        assert main(["evaluate", "sample", str(bad)]) == 2, bad
        said = capsys.readouterr().err
        assert said.startswith(str(bad))
        assert said.count("\n") == 1


def test_a_row_that_was_taken_out_is_missed(sheet):
    path, _ = sheet
    judge(path)
    book = load_workbook(path)
    book["judge"].delete_rows(4)
    book.save(path)
    with pytest.raises(ArticleError, match="is missing; put it back"):
        judged(path)


@pytest.mark.parametrize("seed", [-1, 2**32])
def test_a_seed_that_cannot_be_used_is_said(many, seed):
    with pytest.raises(ArticleError, match="seed"):
        draw(many, seed=seed)
