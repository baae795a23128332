"""Every command that measures, and every recipe that learns, on tiny corpora of our own; readers of their formats."""

import re
import sys
from types import SimpleNamespace

import corpora
import numpy as np
import pandas as pd
import pybrat.parser
import pytest
from scipy.optimize import minimize

from helpers.__main__ import EVALUATIONS, main
from helpers.article import ArticleError
from helpers.coreference.linking import weights as weights_of_links
from helpers.evaluate import scores as kept
from helpers.findings.salience import FEATURES
from helpers.gold import brat, contradictions, marked, phrases, ratings, timeml
from helpers.quotes.weigh import weights as weights_of_quotes
from helpers.themes.phrases import NAMES

# command -> how its corpus is made in a folder, and a figure that it must give: measure, value
MEASURED = {
    "quotes": (lambda at: [corpora.polnear(at / "own")], ("span recall", 1.0)),
    "times": (lambda at: [corpora.timeml(at / "own")], ("value F1", 1.0)),
    "events": (lambda at: [corpora.timeml(at / "own")], ("link F1", 1.0)),
    "consistency": (lambda at: [corpora.contradictions(at / "own")], ("recall", 1.0)),
    "quantities": (lambda at: [corpora.quantities(at / "own.json")], ("value F1", 1.0)),
    "phrases": (lambda at: [corpora.kpcrowd(at / "own")], ("recall of the first 15", 1.0)),
    "facts": (lambda at: [corpora.key_facts(at / "own")], ("first fact told", 1.0)),
    "themes": (lambda at: [corpora.headings(at / "own")], ("sections found", 1.0)),
    "pages": (lambda at: corpora.pages(at / "own"), ("title right", 1.0)),
    "actors": (lambda at: corpora.mentions(at / "own"), ("mention recall", 1.0)),
    "coreference": (lambda at: [corpora.gum(at / "own")], ("mention F1", 1.0)),
    "sentiment": (lambda at: [corpora.ratings(at / "own.txt")], ("Spearman", None)),
    "invariance": (lambda at: [corpora.polnear(at / "own")], ("span F1 against gold before, African names", 1.0)),
}


@pytest.fixture
def record(tmp_path, monkeypatch):
    """A record of figures that is not the project's."""
    path = tmp_path / "accuracy.csv"
    monkeypatch.setattr(kept, "FILE", path)
    return path


@pytest.mark.parametrize("what", MEASURED)
def test_a_command_measures_prints_and_records(what, tmp_path, capsys, record):
    made, (measure, value) = MEASURED[what]
    given = [str(path) for path in made(tmp_path)]
    assert main(["evaluate", what, *given, "--errors", "1"]) == 0
    lines = {line.strip().rsplit(" of ", 1)[0] for line in capsys.readouterr().out.splitlines()}
    values = {line[: line.rindex(" ")].strip(): float(line.split()[-1]) for line in lines if line.startswith(measure)}
    assert measure in values
    assert value is None or values[measure] == value
    assert not record.exists()
    if what in (
        "facts",
        "phrases",
        "sentiment",
    ):  # the weights have seen such texts
        assert main(["evaluate", what, *given, "--record"]) == 2
    else:
        assert main(["evaluate", what, *given, "--record"]) == 0
        table = pd.read_csv(record, keep_default_na=False)
        assert measure in set(table["measure"])
        assert (table["version"] != "").all()


def test_stance_is_measured_with_its_curve(tmp_path, capsys, record):
    path = corpora.stances(tmp_path / "newsmtsc" / "dev.jsonl")
    assert main(["evaluate", "sentiment", str(path), "--record"]) == 0
    table = pd.read_csv(record, keep_default_na=False)
    assert {"macro-F1", "macro-F1 (VADER)", "calibration error", "reliability"} <= set(table["measure"])
    assert table.loc[table["measure"] == "reliability", "n"].sum() == len(corpora.STANCES)
    assert set(table["corpus"]) == {"NewsMTSC, development part"}


def test_the_default_article_against_its_gold(root, capsys, record):
    assert main(["evaluate", "gold", str(root / "data" / "xi_putin_moscow.txt"), "--errors", "1"]) == 0
    said = capsys.readouterr().out
    assert "alpha over words" in said
    assert "whole row right" in said


def test_offsets_are_promised_and_a_broken_promise_is_said(tmp_path, capsys, monkeypatch):
    (tmp_path / "quay.txt").write_text(corpora.QUAY, encoding="utf8")
    assert main(["evaluate", "offsets", str(tmp_path)]) == 0
    assert " 0 broken promises" in capsys.readouterr().out
    offsets = sys.modules["helpers.evaluate.offsets"]
    wrong = pd.DataFrame({"start": [0], "end": [4], "text": ["Berg"]})
    monkeypatch.setattr(offsets, "TABLES", {"quotes": lambda article: wrong})
    assert main(["evaluate", "offsets", str(tmp_path)]) == 1
    assert "quay.txt, quotes: row at 0:4 does not hold its words" in capsys.readouterr().out


def test_running_time_that_grows_faster_than_the_text_is_said(capsys, monkeypatch):
    from helpers.evaluate import running_time

    monkeypatch.setattr(running_time, "HOSTILE", {"dashes": "-"})
    monkeypatch.setattr(running_time, "SIZE", 200)
    monkeypatch.setattr(running_time, "RUNS", 1)
    assert main(["evaluate", "linear"]) == 0
    monkeypatch.setattr(running_time, "_times", lambda text: {"parse": (len(text) / 200) ** 2})
    assert main(["evaluate", "linear"]) == 1
    assert "1 steps over" in capsys.readouterr().out


def test_two_articles_are_measured_on_marked_sentences(tmp_path, capsys, monkeypatch):
    from helpers.evaluate import compare  # loads the module
    from helpers.gold.pairs import Marked

    texts = ("The old bridge of Holm was closed on Monday.", "The old bridge of Holm was closed on Monday, at noon.")
    (tmp_path / "text").mkdir()
    names = [f"{name}_2024-05-07_bridge" for name in "ab"]
    for name, text in zip(names, texts, strict=True):
        (tmp_path / "text" / f"{name}.txt").write_text(text, encoding="utf8")
    marked = Marked("first", *names, [("reworded", (0, len(texts[0])), (0, len(texts[1])))])
    monkeypatch.setattr(compare, "read_pairs", lambda: [marked])
    assert main(["evaluate", "compare", str(tmp_path)]) == 0
    assert re.search(r"passages F1 +1\.000 of 1", capsys.readouterr().out)
    marked.rows.append(("fact", (0, 3), (0, 3)))
    assert main(["evaluate", "compare", str(tmp_path)]) == 0
    assert re.search(r"facts recall +0\.000 of 1", capsys.readouterr().out)


def test_every_command_is_run_here():
    assert set(EVALUATIONS) == {*MEASURED, "compare", "gold", "offsets", "linear", "sample"}  # sample: test_sample


def test_what_cannot_be_measured_is_a_sentence(tmp_path, capsys):
    for what in ("quotes", "times", "events", "consistency", "phrases", "offsets"):
        assert main(["evaluate", what, str(tmp_path)]) == 2
        assert "Traceback" not in capsys.readouterr().err
    assert main(["evaluate", "actors", str(tmp_path)]) == 2
    assert main(["evaluate", "quotes"]) == 2
    assert main(["evaluate", "offsets", str(tmp_path), "--record"]) == 2


def test_missing_packages_of_learning_are_a_sentence(tmp_path, capsys, monkeypatch):
    monkeypatch.delitem(sys.modules, "helpers.learn.phrases", raising=False)
    monkeypatch.setitem(sys.modules, "sklearn.linear_model", None)
    assert main(["learn", "phrases", str(tmp_path), "--out", str(tmp_path / "x.tsv")]) == 2
    assert "needs the package sklearn" in capsys.readouterr().err


def test_learning_phrases(tmp_path, capsys, record):
    folder, out = corpora.kpcrowd(tmp_path / "kpcrowd"), tmp_path / "phrases.tsv"
    assert main(["learn", "phrases", str(folder), "--out", str(out), "--record"]) == 0
    lines = [line.split("\t") for line in out.read_text("utf8").splitlines()[1:]]
    assert [line[0] for line in lines] == [*NAMES, "base"]
    table = pd.read_csv(record)
    assert table["n"].tolist() == [len(corpora.TOPICS)] * 3
    assert table.loc[table["measure"].str.startswith("recall"), "value"].item() > 0.9


def test_learning_in_short(tmp_path, capsys, record):
    folder, out = corpora.key_facts(tmp_path / "facts", copies=3), tmp_path / "in_short.tsv"
    assert main(["learn", "in_short", str(folder), "--out", str(out), "--record"]) == 0
    assert [line.split("\t")[0] for line in out.read_text("utf8").splitlines()[1:]] == [*FEATURES, "base"]
    assert pd.read_csv(record).set_index("measure")["value"]["first fact told"] == 1


def test_learning_coreference(tmp_path, capsys):
    folder, out = corpora.gum(tmp_path / "gum", copies=10), tmp_path / "coreference.tsv"
    assert main(["learn", "coreference", str(folder), "--out", str(out)]) == 0
    learned, least = weights_of_links(out)
    assert learned["he", "how", "name", "person"] > 0
    assert least["he of a name"] < 1
    assert "links of he of a name, F1" in capsys.readouterr().out


def test_learning_quotes(tmp_path, capsys):
    folder, out = corpora.polnear(tmp_path / "polnear", copies=8), tmp_path / "quotes.tsv"
    assert main(["learn", "quotes", str(folder), "--out", str(out)]) == 0
    learned = weights_of_quotes(out)
    assert {"say/VERB", "tell/VERB"} <= learned.words
    assert learned.content
    assert learned.source
    assert "span F1 from probability" in capsys.readouterr().out


class Teacher:
    """Stands in for the encoder: vectors and chances by the number of letters."""

    def __init__(self, seed=0):
        pass

    def tune(self, texts, spans, labels):
        assert len(texts) == len(spans) == len(labels)

    def read(self, texts, spans=None):
        length = np.array([[len(text), 1.0] for text in texts])
        return length, np.full((len(texts), 3), 1 / 3)


def test_learning_sentiment(tmp_path, monkeypatch, capsys, record):
    corpora.ratings(tmp_path / "nyt-editorials-dev" / "rated.txt", editorials=10)
    corpora.stances(tmp_path / "newsmtsc" / "train.jsonl", copies=10)
    corpora.stances(tmp_path / "newsmtsc" / "dev.jsonl")
    corpora.polnear(tmp_path / "polnear-train")
    monkeypatch.setitem(sys.modules, "helpers.learn.encoder", SimpleNamespace(Teacher=Teacher))
    out = tmp_path / "sentiment.npz"
    assert main(["learn", "sentiment", str(tmp_path), "--out", str(out), "--record"]) == 0
    table = pd.read_csv(record, keep_default_na=False)
    assert set(table["analysis"]) == {"tone", "stance"}
    own = table.set_index(["analysis", "measure"])["value"]
    assert own["tone", "Spearman"] > 0.8
    assert own["stance", "macro-F1"] == 1.0


def test_scikit_learns_softmax_is_penalised_maximum_likelihood():
    """The weights that are kept were learned by minimising this cost."""
    from helpers.learn.sentiment import softmax

    chance, penalty = np.random.default_rng(1), 0.5
    table = chance.normal(size=(60, 4))
    shares = chance.dirichlet(np.ones(3), size=60)

    def cost(flat):
        weights, bias = flat[:12].reshape(4, 3), flat[12:]
        points = table @ weights + bias
        logs = points - np.log(np.exp(points).sum(axis=1, keepdims=True))
        return -(shares * logs).sum() + penalty / 2 * (weights**2).sum()

    wanted = minimize(cost, np.zeros(15)).x
    found, bias = softmax(table, shares, penalty)
    assert np.allclose(found, wanted[:12].reshape(4, 3), atol=0.01)
    assert np.allclose(bias - bias.mean(), wanted[12:] - wanted[12:].mean(), atol=0.01)


def test_brat_is_read_as_pybrat_reads_it(tmp_path):
    """pybrat takes a cue and the trigger on the same words for an error, and so cannot read these corpora strictly."""
    folder = corpora.polnear(tmp_path / "own")
    ((_, text, ours),) = brat.read_folder(folder)
    (tmp_path / "both").mkdir()
    for path in (*folder.glob("text/*.txt"), *folder.glob("attributions/*.ann")):
        (tmp_path / "both" / f"quay{path.suffix}").write_bytes(path.read_bytes())
    (example,) = pybrat.parser.BratParser(error="ignore").parse(str(tmp_path / "both"))
    theirs = [
        {part.type: [(span.start, span.end) for span in part.spans] for part in event.arguments}
        for event in example.events
    ]
    assert [{"Source": list(o.source), "Cue": list(o.cue), "Content": list(o.content)} for o in ours] == sorted(
        theirs, key=lambda event: event["Content"]
    )
    assert text[slice(*ours[0].content[0])] == "that the quay is broken"


def test_timeml_is_read_with_its_places_and_links(tmp_path):
    folder = corpora.timeml(tmp_path / "own")
    _, text, created, (time,) = timeml.read_folder(folder)[0]
    assert (text[time.start : time.end], str(created)) == ("May 8, 2025", "2025-05-09")
    _, text, _, links = timeml.read_links(folder)[0]
    assert [[text[slice(*span)] for span in link] for link in links] == [["sank", "May 8, 2025"]]
    assert "& nobody" in text


def test_rated_and_labelled_sentences_are_read(tmp_path):
    rows = ratings.read_ratings(corpora.ratings(tmp_path / "rated.txt", editorials=1))
    assert [row.rating for row in rows] == [rating / 4 for rating, _ in corpora.RATED]
    assert {row.group for row in rows} == {"0"}
    rows = ratings.read_stances(corpora.stances(tmp_path / "dev.jsonl"))
    assert {row.text[row.start : row.end] for row in rows} == {"Anna Berg"}


@pytest.mark.parametrize(
    ("read", "name", "content"),
    [
        (ratings.read_ratings, "rated.txt", "1_1\tgood\tIt rained.\n"),
        (ratings.read_stances, "dev.jsonl", '{"sentence": "It rained."}\n'),
        (marked.read_mentions, "quay.json", '{"start": 1}'),
        (lambda path: contradictions.read_folder(path.parent), "own.tsv", "text\nIt rained.\n"),
        (lambda path: list(phrases.read_folder(path.parents[1])), "docsutf8/quay.txt", "It rained."),
    ],
)
def test_another_format_is_one_sentence(read, name, content, tmp_path):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf8")
    with pytest.raises(ArticleError) as caught:
        read(path)
    assert str(caught.value).count("\n") == 0
