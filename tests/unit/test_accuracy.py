"""What is claimed is what was measured: every figure comes out of data/accuracy.csv."""

import csv
import re

import pytest

from helpers import accuracy, answers
from helpers.__main__ import main
from helpers.evaluate import scores as record

ANALYSES = tuple("actors consistency events invariance key_phrases quotes stance themes times tone".split())


def short(value, digits=2):
    return f"{value:.{digits}f}".removeprefix("0")


def test_every_analysis_is_in_it():
    table = accuracy.figures()
    assert set(table["analysis"]) == {
        *ANALYSES,
        "compare",
        "in_short",
        "pages",
        "quantities",
    }  # which notebooks say nothing about
    shares = table[table["measure"] != "articles"]
    assert shares["value"].between(0, 1).all()
    assert (table["n"] > 0).all()
    assert not table["how"].eq("not known").any()
    assert not table.duplicated(["analysis", "corpus", "measure"]).any()
    assert len(accuracy.by_rule("quotes")) > 8


def rows_of(path, heading):
    """The rows of the table under a heading, by what they are about."""
    text = path.read_text(encoding="utf8").split(f"\n{heading}\n")[1].split("\n## ")[0]
    return {row.split("|")[1].strip(): row for row in text.splitlines() if row.startswith("| ")}


def test_the_short_table_says_what_the_long_one_says(root):
    short, long = (
        rows_of(root / path, heading)
        for path, heading in (("README.md", "## Measured"), ("data/README.md", "## What was measured"))
    )
    del short[""], long[""]
    assert short.keys() == long.keys()
    for name, row in short.items():
        for figure in re.findall(r"(?<!\d)\.\d\d\d?\b|\b\d[\d.,]*\b", row):
            assert figure in long[name], (name, figure)


def test_the_codebook_claims_what_was_measured(root):
    line = rows_of(root / "data" / "README.md", "## What was measured")

    def value(analysis, corpus, measure):
        return accuracy.value(analysis, corpus, measure)

    def marked(table):
        rows = accuracy.figures(table).set_index(["corpus", "measure"]).loc["the default article, row by row"]
        row = rows.loc["whole row right"]
        return f"{round(row['value'] * row['n'])} of {row['n']}"

    def invariance():
        rows = accuracy.figures("invariance")
        rows = rows[rows["corpus"] == accuracy.CHANGED]
        worst = rows.groupby(rows["measure"].str.rpartition(", ")[0])["value"].max()
        return [f"{worst['mean change of tone']:.4f}", f"{100 * worst['stance labels flipped']:.1f} of 100"]

    polnear, default = "PolNeAR, development part", "the default article"
    wanted = {
        "quotes": [short(value("quotes", polnear, f"{what} F1")) for what in ("word", "span", "span + source")],
        "actors": [short(value("actors", default, measure)) for measure in ("mention F1", "name F1 (B³)")],
        "key phrases": [short(value("key_phrases", "500N-KPCrowd, development part", "F1 of the first 15"), 3)],
        "themes": [f"{100 * value('themes', 'twelve articles of our own with headings', 'sections found'):.0f} of 100"],
        "tone": [
            short(value("tone", record.CORPORA["NYT editorials"][0], measure))
            for measure in ("Spearman", "Spearman (TextBlob)", "Spearman (VADER)")
        ],
        "stance": [
            short(value("stance", record.CORPORA["newsmtsc dev"][0], measure))
            for measure in ("macro-F1", "macro-F1 (TextBlob)", "macro-F1 (VADER)", "calibration error")
        ],
        "times": [
            short(value("times", f"TempEval-3 {corpus}", f"{measure} F1"))
            for measure in ("strict", "relaxed", "value")
            for corpus in ("AQUAINT", "TimeBank")
        ],
        "numbers": [
            short(value("quantities", record.CORPORA["newsquant last"][0], f"{measure} F1"))
            for measure in ("value", "value + unit", "value + change")
        ],
        "contradictions of another writer": [
            f"{100 * value('consistency', accuracy.STORIES, measure):.0f} of 100"
            for measure in ("planted found", "controls flagged", "relations found")
        ],
        "contradictions": [f"{100 * value('consistency', accuracy.PLANTED, 'recall'):.0f} of 100"],
        "the default article": [marked(table) for table in ("quotes", "times", "actors", "consistency")],
        "invariance": invariance(),
        "pages": [
            short(value("pages", record.CORPORA["pages, English"][0], "F1")),
            f"on all 87 pages {short(value('pages', record.CORPORA['pages'][0], 'F1'))})",
            *(
                f"{what} on {100 * value('pages', record.CORPORA['pages, English'][0], f'{fact} right'):.0f}"
                for fact, what in (("title", "title"), ("author", "author"), ("published", "day"))
            ),
        ],
        "two articles": [
            f"{measure} {short(value('compare', record.CORPORA[pairs][0], f'passages {measure}'))}"
            for pairs in ("pairs last", "pairs first")
            for measure in ("precision", "recall", "F1")
        ],
        "events": [short(value("events", f"TempEval-3 {corpus}", "link F1")) for corpus in ("AQUAINT", "TimeBank")],
    }
    for name, figures in wanted.items():
        for figure in figures:
            assert figure in line[name], (name, figure, line[name])


def test_the_readme_says_in_words_what_was_measured(root):
    text = "".join((root / path).read_text(encoding="utf8") for path in ("README.md", "data/README.md"))

    def hundred(analysis, corpus, measure):
        return round(100 * accuracy.value(analysis, corpus, measure))

    def both(measure):
        low, high = sorted(hundred("times", f"TempEval-3 {corpus}", measure) for corpus in ("AQUAINT", "TimeBank"))
        return f"{low} in 100" if low == high else f"{low}–{high} in 100"

    polnear = "PolNeAR, development part"
    direct, mixed, indirect = (hundred("quotes", polnear, f"{kind} recall") for kind in ("direct", "mixed", "indirect"))
    lower = [
        100
        * (
            accuracy.value("times", f"TempEval-3 {corpus}, even files", f"{measure} F1")
            - accuracy.value("times", f"TempEval-3 {corpus}, odd files", f"{measure} F1")
        )
        for corpus in ("AQUAINT", "TimeBank")
        for measure in ("strict", "relaxed", "value")
    ]
    assert [round(min(lower)), round(max(lower))] == [1, 4]
    three = accuracy.figures("actors")
    three = three[three["corpus"].str.startswith("PolNeAR")].groupby("measure")["value"].mean()
    for words in (
        f"finds {direct} in 100 direct, {mixed} in 100 mixed and {indirect} in 100 indirect attributions",
        f"{hundred('quotes', polnear, 'span precision')} in 100 of its rows are right",
        f"find {both('found at all')} expressions, and {both('value right of those found')} of what they find",
        "up to four hundredths lower",
        f"and {short(three['mention F1'])} on average; B³",
        f", and {short(three['name F1 (B³)'])} |",
        f"(by chance {hundred('themes', 'twelve articles of our own with headings', 'sections found by chance')})",
        f"interval covers {hundred('tone', record.CORPORA['NYT editorials'][0], 'coverage of 90 % interval')} %",
    ):
        assert words in text


@pytest.mark.parametrize("analysis", ANALYSES)
def test_sentences_are_made_from_the_file(analysis, monkeypatch):
    said = answers.accuracy(analysis).plain
    assert re.search(r"\d", said)
    table = accuracy._read().copy()
    table["value"] = table["value"].where(table["measure"] == "articles", 0.1234)
    monkeypatch.setattr(accuracy, "_read", lambda: table)
    assert answers.accuracy(analysis).plain != said


def test_only_recording_writes_and_only_its_rows(tmp_path, monkeypatch, root, capsys):
    before = (root / "data" / "accuracy.csv").read_bytes()
    target = tmp_path / "accuracy.csv"
    target.write_bytes(before)
    monkeypatch.setattr(record, "FILE", target)
    assert main(["evaluate", "themes", str(sorted((root / "tests" / "sections").iterdir())[0])]) == 0
    assert target.read_bytes() == before
    assert main(["evaluate", "themes", str(root / "tests" / "sections"), "--record"]) == 0
    assert "2 figures kept" in capsys.readouterr().out
    assert target.read_bytes() == before  # measured again, the figures are the same
    record.keep(record.scores([record.figure("themes", "mine", "sections found", 1, 2)]).figures, target)
    with target.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(before.decode("utf8").splitlines())  # one more than were there, without the header
    assert (root / "data" / "accuracy.csv").read_bytes() == before


def test_round_words_in_notebooks_are_what_was_measured(root):
    """ "One in eight", "one in ten", "two in five" stand in prose: they have to stay true."""
    mentions = accuracy.figures("actors")
    mentions = mentions[(mentions["measure"] == "mention F1") & (mentions["corpus"] != "the default article")]
    links = [accuracy.value("events", f"TempEval-3 {corpus}", "link F1") for corpus in ("AQUAINT", "TimeBank")]
    right = accuracy.value("quotes", "PolNeAR, development part", "span precision")
    measured = {
        "one in eight reported attributions": (1 - right, 1 / 8),
        "one in ten mentions": (1 - mentions["value"].mean(), 1 / 10),
        "two links in five": (1 - sum(links) / len(links), 2 / 5),
    }
    text = "".join(path.read_text(encoding="utf8") for path in sorted((root / "notebooks").glob("*.ipynb"))).lower()
    for words, (value, said) in measured.items():
        assert words in text
        assert value == pytest.approx(said, abs=0.05)
