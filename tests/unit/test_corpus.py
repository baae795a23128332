"""Many articles: every kind of source, nothing lost and nothing doubled, whatever breaks."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import duckdb
import pandas as pd
import psutil
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from filelock import FileLock
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from helpers.__main__ import main
from helpers.analyses import ANALYSES
from helpers.article import ArticleError, from_text, load
from helpers.corpus import PART, TABLES, Corpus, analyse, duplicates, items, worker
from helpers.corpus.groups import joined_themes
from helpers.corpus.stored import DIGITS
from helpers.corpus.worker import ARTICLES, FAILURES, PERMUTATIONS, analyse_part, read, schema_of
from helpers.export.data_package import from_arrow

STORY = (
    "The harbour of town {n} will close in {n} weeks, Governor Anna Berg said on May {day}, 2025. “We need {n} more "
    "ships,” she told the council of Northport. Engineer Tom Roe doubted it, and the fishermen were furious.\n\n"
    "In 1998 the old pier had burned down. Nobody was hurt, but the costs of the repair ruined the port of town {n}."
)


def story(n):
    return STORY.format(n=n, day=n % 28 + 1)


def rows_of(out, name):
    return ds.dataset(out / name, ignore_prefixes=[".", "_"]).to_table().to_pylist()


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """Forty-six articles in every kind of container, and among them what is broken and what is hostile."""
    folder = tmp_path_factory.mktemp("corpus") / "source"
    (folder / "deep" / "er").mkdir(parents=True)
    for n in range(10):
        (folder / f"story_{n}.txt").write_text(story(n), encoding="utf8")
    (folder / "deep" / "er" / "copy.txt").write_text(story(3), encoding="utf8")
    (folder / "deep" / "near.txt").write_text(story(3) + " The rest is silence.", encoding="utf8")
    with (folder / "lines.jsonl").open("w", encoding="utf8") as file:
        for n in range(10, 20):
            row = {"body": story(n), "headline": f"Story {n}", "date": "2025-05-02T10:00:00Z", "id": n, "outlet": "X"}
            file.write(json.dumps(row) + "\n")
        file.write("{broken\n[1, 2]\n" + json.dumps({"body": ""}) + "\n")
    with (folder / "rows.csv").open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([["title", "text", "url"], *([f"T {n}", story(n), f"https://x/{n}"] for n in range(20, 28))])
    table = pa.table({"content": [story(n) for n in range(28, 36)], "published_at": ["2025-01-01"] * 8})
    pq.write_table(table, folder / "rows.parquet")
    with zipfile.ZipFile(folder / "more.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(36, 40):
            archive.writestr(f"inside/{n}.txt", story(n))
        archive.writestr("../../../outside.txt", story(40))
        archive.writestr("bomb.txt", "a" * 60_000_000)
        archive.writestr("broken.docx", b"PK nothing")
    with (folder / "web.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for n in range(41, 44):
            page = f"<html><head><title>Story {n}</title></head><body><article><h1>Story {n}</h1>" + "".join(
                f"<p>{part}</p>" for part in story(n).split("\n\n")
            )
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0")
            payload = io.BytesIO(f"{page}</article></body></html>".encode())
            writer.write_record(
                writer.create_warc_record(
                    f"https://news.example/{n}", "response", payload=payload, http_headers=headers
                )
            )
    (folder / "broken.docx").write_bytes(b"PK nothing")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "empty.txt").write_text("", encoding="utf8")
    (folder / "pickle.pkl").write_bytes(b"cos\nsystem\n(S'touch /tmp/pwned'\ntR.")
    (folder.parent / "secret.txt").write_text(story(99), encoding="utf8")
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    return folder


@pytest.fixture(scope="module")
def done(source, tmp_path_factory):
    out = tmp_path_factory.mktemp("tables") / "out"
    totals = analyse(source, out, workers=2)
    return out, totals


def test_every_source_is_read(source, done):
    out, totals = done
    found = {row["source"]: row for row in rows_of(out, "articles")}
    assert len(found) == totals["articles"] == 10 + 2 + 10 + 8 + 8 + 5 + 3
    assert found["lines.jsonl#1"]["title"] == "Story 10"
    assert found["lines.jsonl#1"]["published"] == "2025-05-02"
    assert found["lines.jsonl#1"]["outlet"] == "X"
    assert found["lines.jsonl#1"]["given_id"] == "10"
    assert found["rows.csv#3"]["url"] == "https://x/22"
    assert found["rows.parquet#8"]["published"] == "2025-01-01"
    assert found["more.zip#inside/36.txt"]["words"] > 50
    web = [row for place, row in found.items() if place.startswith("web.warc.gz")]
    assert [row["url"] for row in web] == [
        "https://news.example/41",
        "https://news.example/42",
        "https://news.example/43",
    ]
    assert all("Anna Berg said" in row["text"] for row in found.values())


def test_what_cannot_be_read_is_a_row_with_a_sentence(done):
    out, totals = done
    failed = {row["source"]: row["reason"] for row in rows_of(out, "failures")}
    assert len(failed) == totals["failures"]
    for place, word in {
        "binary.txt": "",
        "empty.txt": "",
        "broken.docx": "broken .docx",
        "lines.jsonl#11": "not a JSON object",
        "lines.jsonl#12": "not a JSON object",
        "lines.jsonl#13": "has no text",
        "more.zip#bomb.txt": "is refused",
        "more.zip#broken.docx": "broken .docx",
        "link.txt": "leads out of the source",
    }.items():
        assert word in failed.pop(place)
    assert not failed
    assert not any("secret" in row["source"] for row in rows_of(out, "articles"))


def test_nothing_leads_out_of_the_folder(source, done):
    out, _ = done
    outside = [path for path in out.parent.rglob("*") if path.is_file() and not path.is_relative_to(out)]
    assert not outside
    assert not list(source.parent.rglob("outside.txt"))


def _same(name, own, alone):
    """Whether a corpus gives the rows of the analysis, to the digits that it keeps."""
    one, other = (each.sort_values("id", ignore_index=True) for each in (own, alone.round(DIGITS)))
    if name in ("tones", "voices"):
        other["words"] = [tuple((words, round(push, 4)) for words, push in row) for row in other["words"]]
    pd.testing.assert_frame_equal(one, other)


def _rows(corpus, name, article_id):
    asked = f"SELECT * EXCLUDE (article_id) FROM {name} WHERE article_id = ?"
    return from_arrow(name, corpus.connection.sql(asked, params=[article_id]).to_arrow_table())


def test_rows_are_those_of_each_article_alone(source, done):
    out, _ = done
    articles = rows_of(out, "articles")
    whole = Corpus(out, copies=True)
    alone = {item.place: item for item in items(source) if not item.trouble}
    for row in articles[::5]:
        article, _ = read(alone[row["source"]])
        assert article.text == row["text"]
        for name, analysis in ANALYSES.items():
            _same(name, _rows(whole, name, row["article_id"]), analysis(article))


CORRECTIONS = """kind,text,name,table,column,value,who
rename,Tom Roe,Thomas Roe,,,,AB
change,We need 3 more ships,,quotes,source,the governor,AB
change,We need 3 more ships,,quotes,cue,,AB
change,"Nobody was hurt, but the costs of the repair ruined the port of town 3.",,tones,tone,0.5,AB
change,"Nobody was hurt, but the costs of the repair ruined the port of town 3.",,voices,low,-0.25,AB
change,In 1998 the old pier had burned down.,,voices,voice,Anna Berg,AB
change,3 weeks,,quantities,of,the harbour,AB
add,the fishermen were furious,,quotes,speaker,Anna Berg,AB
add,the council,,actors,actor,Northport,AB
"""


@pytest.mark.parametrize("options", [{}, {"no_text": True}, {"lean": True}])
def test_what_somebody_corrected_comes_back(tmp_path, options):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(story(3), encoding="utf8")
    (tmp_path / "in" / "a.corrections.csv").write_text(CORRECTIONS, encoding="utf8")
    analyse(tmp_path / "in", tmp_path / "out", workers=0, **options)
    corpus, article = Corpus(tmp_path / "out"), load(tmp_path / "in" / "a.txt")
    own = corpus.sql("SELECT article_id FROM articles")["article_id"][0]
    corrected = 0
    for name, analysis in ANALYSES.items():
        alone = analysis(article)
        corrected += alone["corrected"].notna().sum()
        if options.get("lean") and name in ("tones", "voices", "themes"):
            continue  # they have no words
        _same(name, _rows(corpus, name, own), alone)
    assert corrected == 8


def test_what_cannot_be_put_away_is_one_failure(few, tmp_path, monkeypatch):
    source, *_ = few
    kept = worker.stored

    def stored(name, some, **options):
        if any("town 3 " in text for _, text, _ in some):
            raise ValueError("not to be had")
        return kept(name, some, **options)

    monkeypatch.setattr(worker, "stored", stored)
    done = analyse(source, tmp_path / "out", workers=0)
    assert (done["articles"], done["failures"]) == (7, 1)
    assert "not to be had" in rows_of(tmp_path / "out", "failures")[0]["reason"]
    assert len({row["article_id"] for row in rows_of(tmp_path / "out", "sentences")}) == 7


def test_ids_are_stable_and_two_copies_are_two_articles(source, done, tmp_path):
    out, _ = done
    rows = {row["source"]: row for row in rows_of(out, "articles")}
    assert len({row["article_id"] for row in rows.values()}) == len(rows)
    assert rows["story_3.txt"]["checksum"] == rows["deep/er/copy.txt"]["checksum"]
    again = analyse_part(0, [item for item in items(source) if item.place == "story_3.txt"], tmp_path)
    assert again["articles"] == 1
    assert rows_of(tmp_path, "articles")[0]["article_id"] == rows["story_3.txt"]["article_id"]


def test_near_duplicates_are_one_group(done):
    rows = {row["source"]: row for row in rows_of(done[0], "articles")}
    group = {rows[place]["duplicates"] for place in ("story_3.txt", "deep/er/copy.txt", "deep/near.txt")}
    assert len(group) == 1
    assert group <= {row["article_id"] for row in rows.values()}


def test_nearly_all_pairs_that_are_alike_are_proposed():
    assert duplicates.BANDS * duplicates.WIDE <= PERMUTATIONS
    assert 1 - (1 - duplicates.ALIKE**duplicates.WIDE) ** duplicates.BANDS > 0.93


def test_schemas_are_documented(done, root):
    codebook = (root / "data" / "README.md").read_text("utf8")
    for name in (*TABLES, "articles", "failures"):
        found = ds.dataset(done[0] / name, ignore_prefixes=[".", "_"]).schema
        assert found.equals(schema_of(name), check_metadata=False)
    for column, (_, text) in {**ARTICLES, **FAILURES}.items():
        assert f"| `{column}` | {text} |" in codebook


def content(out):
    """All rows of all tables, without regard to the parts that they lie in."""
    return {name: sorted(map(repr, rows_of(out, name))) for name in (*TABLES, "articles", "failures")}


def started(source, out, workers=2, before="", part=2):
    program = f"{before}\nfrom helpers import corpus, __main__\ncorpus.PART = {part}\nraise SystemExit(__main__.main())"
    command = [sys.executable, "-c", program, "corpus", str(source), "--out", str(out), "--workers", str(workers)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """Eight articles in a table and what a run in this process makes of them: its folder and its totals."""
    folder = tmp_path_factory.mktemp("few")
    lines = [json.dumps({"text": story(n)}) for n in range(8)]
    (folder / "lines.jsonl").write_text("\n".join(lines), encoding="utf8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("helpers.corpus.PART", 2)
        totals = analyse(folder / "lines.jsonl", folder / "out", workers=0)
    return folder / "lines.jsonl", folder / "out", totals


def wait_for(condition, process=None, seconds=300):  # a bound for a busy machine: workers load the model first
    for _ in range(seconds * 20):
        if condition():
            return
        assert process is None or process.poll() is None, process.stderr.read().decode()
        time.sleep(0.05)
    if process is not None:
        os.killpg(process.pid, signal.SIGKILL)
    raise AssertionError("did not come to pass")


def test_a_killed_run_continues_where_it_stopped(few, tmp_path, monkeypatch):
    source, whole, done = few
    out = tmp_path / "out"
    process = started(source, out, workers=0)
    wait_for(lambda: list((out / "_state").glob("part-*.json")), process)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    written = [out / "quotes" / f"{path.stem}.parquet" for path in (out / "_state").glob("part-*.json")]
    first = {path: path.stat().st_mtime_ns for path in written}
    monkeypatch.setattr("helpers.corpus.PART", 2)
    totals = analyse(source, out, workers=0)
    same = ("articles", "words", "failures", "parts")
    assert [totals[name] for name in same] == [done[name] for name in same]
    assert content(out) == content(whole)
    assert all(path.stat().st_mtime_ns == when for path, when in first.items())  # nothing was done twice
    assert not list(out.rglob("*.tmp"))


def test_a_killed_worker_is_replaced(few, tmp_path):
    source, whole, done = few
    out = tmp_path / "out"
    process = started(source, out)

    def workers():
        children = psutil.Process(process.pid).children(recursive=True)
        return [child for child in children if "spawn_main" in " ".join(child.cmdline())]

    wait_for(lambda: list((out / "_state").glob("late-*")), process)  # an article is being read
    workers()[0].kill()
    printed, error = process.communicate(timeout=300)
    assert process.returncode == 0, error.decode()
    assert f"{done['articles']} articles" in printed.decode()
    assert content(out) == content(whole)


# Two workers read the first two parts, and are busy with the others until somebody stops them.
ENDLESS = """
import time
from helpers import corpus
whole = corpus.analyse_part
def part(number, *given, **options):
    while number > 1:
        time.sleep(.1)
    return whole(number, *given, **options)
corpus.analyse_part = part
"""


def test_ctrl_c_leaves_a_usable_result(few, tmp_path, monkeypatch):
    source, whole, _ = few
    out = tmp_path / "out"
    process = started(source, out, before=ENDLESS)
    wait_for(lambda: len(list((out / "_state").glob("part-*.json"))) == 2, process)
    time.sleep(1)  # the program waits for its workers
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=300)
    assert process.returncode == 130, error.decode()
    assert "the same command continues" in error.decode()
    assert "Traceback" not in error.decode()
    assert len(rows_of(out, "articles")) == 4
    monkeypatch.setattr("helpers.corpus.PART", 2)
    assert analyse(source, out, workers=0)["articles"] == 8
    assert content(out) == content(whole)


def test_other_settings_and_other_runs_are_refused(source, done, tmp_path, capsys):
    out, _ = done
    before = content(out)
    assert main(["corpus", str(source), "--out", str(out), "--no-text"]) == 2
    assert "--overwrite" in capsys.readouterr().err
    with FileLock(out / "_state" / "lock"), pytest.raises(ArticleError, match="another run"):
        analyse(source, out)
    assert content(out) == before
    (tmp_path / "mine.txt").write_text("mine", encoding="utf8")
    with pytest.raises(ArticleError, match="not a corpus"):
        analyse(source, tmp_path)
    with pytest.raises(ArticleError, match="inside the source"):
        analyse(source, source / "out")
    with pytest.raises(ArticleError, match="does not exist"):
        analyse(tmp_path / "nowhere", tmp_path / "out")
    assert main(["corpus", str(source), "--out", str(tmp_path / "o"), "--columns", "text"]) == 2
    assert "text=body" in capsys.readouterr().err
    with pytest.raises(ArticleError, match="has no column “nowhere”"):
        list(items(source / "rows.csv", {"text": "nowhere"}))


def test_corrections_made_between_two_runs_are_applied_by_the_second(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(PART + 1):
        (folder / f"{n:03}.txt").write_text(story(n), encoding="utf8")
    analyse(folder, tmp_path / "out", workers=0)
    parts = [tmp_path / "out" / "quotes" / f"part-{n:06}.parquet" for n in range(2)]
    before = [path.stat().st_mtime_ns for path in parts]
    sheet = folder / f"{PART:03}.corrections.csv"
    sheet.write_text("kind,text,name,who\nrename,Anna Berg,Kate Moss,AB\n", encoding="utf8")
    analyse(folder, tmp_path / "out", workers=0)
    assert parts[0].stat().st_mtime_ns == before[0]  # the part without corrections stays as it is
    speakers = [{row["speaker"] for row in pq.read_table(path).to_pylist()} for path in parts]
    assert "Kate Moss" in speakers[1] - speakers[0]
    assert len(rows_of(tmp_path / "out", "articles")) == PART + 1  # the sheet is no table of articles
    assert rows_of(tmp_path / "out", "failures") == []
    sheet.unlink()
    analyse(folder, tmp_path / "out", workers=0)
    assert "Kate Moss" not in {row["speaker"] for row in pq.read_table(parts[1]).to_pylist()}


def test_a_full_disk_is_one_sentence(tmp_path, monkeypatch):
    import helpers.corpus.engine as engine

    def full(self, function, parts, done, **options):
        next(iter(parts))
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(engine.Cluster, "map", full)
    (tmp_path / "one.txt").write_text(story(1), encoding="utf8")
    with pytest.raises(ArticleError, match="disk is full"):
        analyse(tmp_path / "one.txt", tmp_path / "out", workers=1)


def test_one_article_is_a_source_too(tmp_path):
    (tmp_path / "one.txt").write_text(story(1), encoding="utf8")
    assert [item.place for item in items(tmp_path / "one.txt")] == ["one.txt"]
    assert load(tmp_path / "one.txt").text == from_text(story(1)).text
    assert PART >= 10


def test_benchmark_measures_and_writes_nothing(source, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["corpus", str(source / "rows.csv"), "--benchmark", "--workers", "1"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("8 articles, ")
    assert "of the bare parse in the same 1 process" in printed
    shares = re.findall(r"\w+ (\d+) %", printed.splitlines()[-1])
    assert len(shares) == len(ANALYSES) + 3
    assert 90 <= sum(map(int, shares)) <= 110
    assert not list(tmp_path.iterdir())
    assert main(["corpus", str(source / "rows.csv")]) == 2
    assert "--out" in capsys.readouterr().err


def test_a_worker_that_joins_over_tcp_shares_the_work(few, tmp_path, monkeypatch):
    """A scheduler and two workers as separate programs, as on a cluster; the address is all that is known."""
    source, whole, done = few
    port = 18786 + os.getpid() % 1000
    address = f"tcp://127.0.0.1:{port}"
    log = (tmp_path / "log").open("w")
    scheduler = [
        sys.executable,
        "-c",
        "from distributed.cli.dask_scheduler import main; main()",
        "--port",
        str(port),
        "--host",
        "127.0.0.1",
        "--no-dashboard",
    ]
    worker = [
        sys.executable,
        "-c",
        "from distributed.cli.dask_worker import main; main()",
        address,
        "--nthreads",
        "1",
        "--no-dashboard",
        "--local-directory",
        str(tmp_path),
    ]
    started_here = [
        subprocess.Popen(command, stdout=log, stderr=log, cwd=Path(__file__).parents[2])
        for command in (scheduler, worker, worker)
    ]
    monkeypatch.setattr("helpers.corpus.PART", 2)
    try:
        totals = analyse(source, tmp_path / "out", scheduler=address)
    finally:
        for process in started_here:
            process.terminate()
        for process in started_here:
            process.wait(30)
        log.close()
    assert totals == done
    assert content(tmp_path / "out") == content(whole)


def test_the_codebooks_query_gives_the_files_their_words(done, root):

    query = (root / "data" / "README.md").read_text("utf8").split("```sql\n")[-1].split("```")[0]
    found = duckdb.sql(query.replace("tables/", f"{done[0]}/")).df().sort_values("id", ignore_index=True)
    wanted = Corpus(done[0]).sql("SELECT * FROM quotes ORDER BY id")
    assert found["text"].tolist() == wanted["text"].tolist()
    plain = pd.read_parquet(done[0] / "quotes")
    assert sorted(plain["id"]) == sorted(wanted["id"])
    assert "text" not in plain
    pandas = (root / "data" / "README.md").read_text("utf8").split("```python\n")[-2].split("```")[0]
    told = {"pd": pd}
    exec(pandas.replace("tables/", f"{done[0]}/"), told)
    assert told["quotes"].sort_values("id")["text"].tolist() == wanted["text"].tolist()


def test_lean_tables_give_the_same_rows(few, tmp_path, monkeypatch):
    monkeypatch.setattr("helpers.corpus.PART", 2)
    source, out, done = few
    assert analyse(source, tmp_path / "out", workers=0, lean=True) == done
    lean, whole = Corpus(tmp_path / "out"), Corpus(out)
    for name in TABLES:
        order = "article_id, id"
        a = whole.sql(f"SELECT * FROM {name} ORDER BY {order}")
        b = lean.sql(f"SELECT * FROM {name} ORDER BY {order}")
        kept = [column for column in a.columns if column != "words" and column in b.columns]
        assert set(a.columns) - set(kept) <= {"words"}
        pd.testing.assert_frame_equal(a[kept], b[kept])
    with pytest.raises(ArticleError, match="choose one"):
        analyse(source, tmp_path / "other", lean=True, no_text=True)


def test_themes_are_joined_over_articles():
    import duckdb

    class Three:
        connection = duckdb.connect()

        def sql(self, query):
            return self.connection.execute(query).df()

    articles = pd.DataFrame({"article_id": ["a", "b", "c"], "outlet": ["North", "North", "South"]})
    rows = [
        ("a", "old bridge", 0, 9, 0.7),
        ("a", "ferry", 9, 20, 0.3),
        ("b", "bridge", 5, 9, 0.9),
        ("c", "ferry", 1, 2, 0.4),
    ]
    themes = pd.DataFrame(rows, columns=["article_id", "theme", "start", "end", "weight"])
    Three.connection.register("articles", articles)
    Three.connection.register("themes", themes)
    table = joined_themes(Three())
    assert table["theme"].tolist() == ["bridge", "ferry"]
    assert table[["articles", "as_main", "where", "also", "article_id"]].values.tolist() == [
        [2, 2, ("North 2",), ("old bridge",), "b"],
        [2, 1, ("North 1", "South 1"), (), "c"],
    ]
