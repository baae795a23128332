"""Corpus runs under what people and attackers do: nothing stale, nothing lost, nobody gets in."""

import json
import os
import time
import zipfile

import psutil
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

import helpers.corpus.worker as worker
from helpers.__main__ import main
from helpers.article import ArticleError
from helpers.corpus import Corpus, analyse, items, opened
from helpers.corpus.engine import Cluster

PART = 4  # articles of a part: few, so that several parts are soon done
STORY = (
    "The harbour of town {n} will close in {n} weeks, Governor Anna Berg said on May 2, 2025. “We need {n} more "
    "ships,” she told the council of Northport. Engineer Tom Roe doubted it, and the fishermen were furious.\n\n"
    "In 1998 the old pier had burned down. Nobody was hurt, but the costs of the repair ruined the port of town {n}."
)


@pytest.fixture(autouse=True)
def small_parts():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("helpers.corpus.PART", PART)
        yield


def story(n):
    return STORY.format(n=n)


def folder_of(tmp_path, count, name="in"):
    folder = tmp_path / name
    folder.mkdir(parents=True)
    for n in range(count):
        (folder / f"{n:03}.txt").write_text(story(n), encoding="utf8")
    return folder


def rows_of(out, name="articles"):
    return ds.dataset(out / name, ignore_prefixes=[".", "_"], partitioning=None).to_table().to_pylist()


def run(source, out, **options):
    return analyse(source, out, **{"workers": 0, **options})


def test_rewritten_files_are_read_again_and_the_others_are_not(tmp_path):
    folder, out = folder_of(tmp_path, PART + 2), tmp_path / "out"
    run(folder, out)
    first = (out / "quotes" / "part-000000.parquet").stat().st_mtime_ns
    path = folder / f"{PART:03}.txt"
    was = path.stat()
    path.write_text(story(999)[: was.st_size], encoding="utf8")
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))  # a copy that keeps the time
    done = run(folder, out)
    assert (done["new"], done["changed"], done["gone"]) == (0, 1, 0)
    assert any("town 999" in row["text"] for row in rows_of(out))
    assert (out / "quotes" / "part-000000.parquet").stat().st_mtime_ns == first


def test_deleted_files_leave_the_tables(tmp_path, capsys):
    folder, out = folder_of(tmp_path, 2 * PART + 1), tmp_path / "out"
    run(folder, out)
    for path in sorted(folder.iterdir())[3:]:
        path.unlink()
    assert main(["corpus", str(folder), "--out", str(out), "--workers", "0"]) == 0
    assert f"{2 * PART - 2} gone" in capsys.readouterr().out
    assert len(rows_of(out)) == 3
    assert len(Corpus(out).sql("SELECT DISTINCT article_id FROM sentences")) == 3


def test_a_table_replaced_while_a_run_was_stopped_doubles_nothing(tmp_path):
    source, out = tmp_path / "lines.jsonl", tmp_path / "out"
    lines = [json.dumps({"text": story(n)}) for n in range(2 * PART)]
    source.write_text("\n".join(lines), encoding="utf8")
    run(source, out)
    (out / "_state" / "part-000001.json").unlink()  # as if stopped after the first part
    source.write_text("\n".join(lines[2:] + lines[:2]), encoding="utf8")
    run(source, out)
    assert sorted(row["text"] for row in rows_of(out)) == sorted(story(n) for n in range(2 * PART))


def test_what_failed_for_a_passing_reason_is_tried_again(tmp_path, monkeypatch):
    folder, out = folder_of(tmp_path, 2), tmp_path / "out"
    (folder / "000.txt").write_bytes(b"%PDF-1.7")
    with monkeypatch.context() as broken:
        broken.setattr(worker, "signature", lambda text: 1 / 0)
        assert run(folder, out)["failures"] == 2
    assert run(folder, out)["failures"] == 1
    (folder / "000.txt").write_text(story(0), encoding="utf8")
    assert run(folder, out)["failures"] == 0
    assert len(rows_of(out)) == 2


@pytest.mark.parametrize("harm", ["missing", "half", "no manifest", "no json", "other json"])
def test_a_damaged_part_is_done_again(tmp_path, harm):
    folder, out = folder_of(tmp_path, 2), tmp_path / "out"
    run(folder, out)
    table, manifest = out / "quotes" / "part-000000.parquet", out / "_state" / "part-000000.json"
    if harm == "missing":
        table.unlink()
    elif harm == "half":
        table.write_bytes(table.read_bytes()[:100])
    elif harm == "no manifest":
        manifest.unlink()
    else:
        manifest.write_text("{" if harm == "no json" else "[1]")
    assert run(folder, out)["articles"] == 2
    assert len(rows_of(out, "quotes")) >= 2


def test_damage_that_only_a_reader_sees_is_one_sentence(tmp_path):
    folder, out = folder_of(tmp_path, 2), tmp_path / "out"
    run(folder, out)
    table = out / "articles" / "part-000000.parquet"
    table.write_bytes(b"PAR1" + b"\xff" * 500 + b"PAR1")
    with pytest.raises(ArticleError, match=r"part-000000\.parquet: is damaged"):
        run(folder, out)
    with pytest.raises(ArticleError, match="damaged"):
        Corpus(out)
    (out / "_state" / "run.json").write_text("{", encoding="utf8")
    with pytest.raises(ArticleError, match=r"run\.json: is damaged"):
        run(folder, out)


ROW = "Headline “one”;“We will close the harbour,” Governor Anna Berg said – “for 5 €”. " + story(1)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("said", [False, True])
def test_a_csv_is_read_as_excel_writes_it(tmp_path, encoding, delimiter, said):
    title, text = ROW.split(";", 1)
    lines = [f"sep={delimiter}"] if said else []
    lines += [f"title{delimiter}text", *[f'"{title}"{delimiter}"{text}"'] * 3]
    path = tmp_path / "rows.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding))
    found = list(items(path))
    assert [item.trouble for item in found] == [None] * 3
    assert {item.record["text"].replace("\r\n", "\n") for item in found} == {text}
    assert found[0].record["title"] == "Headline “one”"


def test_the_curly_mark_may_come_late(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_bytes(b"text\r\n" + b"plain words\r\n" * 30_000 + "“late”".encode("cp1252"))
    assert list(items(path))[-1].record["text"] == "“late”"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b""),
        ("a.csv", b"name;price\r\nx;3\r\n"),
        ("a.csv", b"text,title\r\n"),
        ("a.csv", b"PK\x03\x04 a workbook under another name"),
        ("a.jsonl", b""),
        ("a.jsonl", b'{"price": 3}\n'),
    ],
)
def test_a_table_without_an_article_is_refused(tmp_path, capsys, name, data):
    (tmp_path / name).write_bytes(data)
    assert main(["corpus", str(tmp_path / name), "--out", str(tmp_path / "out"), "--workers", "0"]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_strange_table_among_articles_is_a_failure_of_its_own(tmp_path):
    folder = folder_of(tmp_path, 2)
    (folder / "prices.csv").write_text("name;price\nx;3\n", encoding="utf8")
    (folder / "wide.csv").write_text("title,text\nA,B,the harbour closes\n", encoding="utf8")
    done = run(folder, tmp_path / "out")
    assert (done["articles"], done["failures"]) == (2, 2)
    assert "more cells" in str(rows_of(tmp_path / "out", "failures"))


def test_bytes_in_parquet_are_text(tmp_path):
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"text": [story(1).encode("cp1252")], "title": [b"One"]}), path)
    assert [item.record for item in items(path)] == [{"text": story(1), "title": "One"}]


@pytest.mark.parametrize("name", ["o*", "o?", "o[a]", "o[", "o]", "o{a}", "year=2025", "o'a", "o a#%20", "[*]?="])
def test_no_name_of_a_folder_is_a_pattern(tmp_path, name):
    other = folder_of(tmp_path, 3, "oa")
    run(other, tmp_path / "corpora" / "oa")
    folder = folder_of(tmp_path, 2, f"sources/{name}")
    out = tmp_path / "corpora" / name
    run(folder, out)
    corpus = Corpus(out)
    assert corpus.sql("SELECT count(*) AS n FROM articles")["n"][0] == 2
    assert "year" not in corpus.sql("SELECT * FROM quotes")
    assert run(folder, out)["articles"] == 2


def test_copies_of_texts_do_not_stay(tmp_path, monkeypatch):
    removed = []
    monkeypatch.setattr("helpers.corpus.atexit.register", lambda *given, **more: removed.append((given, more)))
    corpus = opened(folder_of(tmp_path, 1))
    ((remove, where), more) = removed[0]
    assert where == corpus.folder
    remove(where, **more)
    assert not where.exists()


def test_halves_of_characters_end_nothing(tmp_path):
    source, out = tmp_path / "lines.jsonl", tmp_path / "out"
    bad = "A \ud83d b\ufffe c\uffff d\x00 e\x1b"
    rows = [{"text": story(n), name: bad} for n, name in enumerate(("title", "author", "id", "url", "outlet"))]
    rows.append({"text": story(9) + f" {bad}"})
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf8")
    done = run(source, out)
    assert (done["articles"], done["failures"]) == (6, 0)
    found = str([{**row, "text": ""} for row in rows_of(out)])
    assert not any(repr(mark)[1:-1] in found for mark in "\ud83d\ufffe\uffff\x00\x1b")


def test_names_that_are_not_utf8_are_read(tmp_path):
    folder = folder_of(tmp_path, 1)
    for end in (b"\xff", b"\xfe"):
        with open(os.fsencode(folder) + b"/caf" + end + b".txt", "w", encoding="utf8") as file:
            file.write(story(5))
    assert run(folder, tmp_path / "out")["articles"] == 3
    assert len({row["article_id"] for row in rows_of(tmp_path / "out")}) == 3
    assert run(folder, tmp_path / "out")["articles"] == 3


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_member_twice_is_two_articles(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for _ in range(3):
            archive.writestr("a.txt", story(1))
    run(tmp_path / "a.zip", tmp_path / "out")
    found = rows_of(tmp_path / "out")
    assert len({row["article_id"] for row in found}) == len({row["source"] for row in found}) == 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--workers", "-1"], "--workers -1"),
        (["--limit", "0"], "--limit"),
        (["--limit", "nan"], "--limit"),
        (["--scheduler", "tcp://127.0.0.1:9"], "no Dask scheduler answers"),
        (["--scheduler", "nonsense"], "no Dask scheduler answers"),
        (["--scheduler", "http://x:y"], "no Dask scheduler answers"),
        (["--benchmark", "--workers", "-1"], "--workers -1"),
    ],
)
def test_what_cannot_work_is_one_sentence(tmp_path, capsys, monkeypatch, options, said):
    monkeypatch.setattr("helpers.corpus.engine.PATIENCE", "2s")
    folder = folder_of(tmp_path, 1)
    began = time.monotonic()
    assert main(["corpus", str(folder), "--out", str(tmp_path / "out"), *options]) == 2
    error = capsys.readouterr().err.strip()
    assert said in error
    assert len(error.splitlines()) == 1
    assert time.monotonic() - began < 60


@pytest.mark.parametrize("number", [13, 28, 30, 122])
def test_a_folder_that_takes_nothing_is_said_before_the_work(tmp_path, monkeypatch, number):
    folder = folder_of(tmp_path, 1)

    def refuse(*_):
        raise OSError(number, os.strerror(number), "somewhere")

    monkeypatch.setattr("helpers.corpus.replace", refuse)
    monkeypatch.setattr("helpers.corpus._run", lambda *_: pytest.fail("the work began"))
    with pytest.raises(ArticleError, match="run the same command again") as told:
        run(folder, tmp_path / "out")
    assert str(tmp_path / "out") in str(told.value)


@pytest.mark.parametrize("number", [28, 30, 122])
def test_a_disk_that_fails_under_way_stops_the_run_and_blames_no_article(tmp_path, monkeypatch, number):
    folder = folder_of(tmp_path, 1)

    def refuse(*_):
        raise OSError(number, os.strerror(number), "somewhere")

    monkeypatch.setattr(worker, "write", refuse)
    with pytest.raises(ArticleError, match="run the same command again"):
        run(folder, tmp_path / "out")
    monkeypatch.undo()
    assert run(folder, tmp_path / "out")["articles"] == 1


@pytest.mark.parametrize("kind", ["/dev/zero", "pipe"])
def test_what_has_no_end_is_refused(tmp_path, capsys, kind):
    source = kind
    if kind == "pipe":
        source = str(tmp_path / "a.txt")
        os.mkfifo(source)
    assert main(["corpus", source, "--out", str(tmp_path / "out"), "--workers", "0"]) == 2
    assert "device or a pipe" in capsys.readouterr().err
    folder = folder_of(tmp_path, 1)
    os.mkfifo(folder / "b.txt")
    (folder / "c.txt").symlink_to("/dev/zero")
    assert run(folder, tmp_path / "out2")["failures"] == 2


def slow(text):
    """Stands in for a library that is busy in C and hears nothing."""
    import ctypes

    if "town 1 " in text or "town 3 " in text:
        ctypes.PyDLL(None).sleep(120)  # holds the interpreter, as a regular expression does
    return b"\0" * 8 * 64


def slow_part(number, part, **options):
    worker.signature = slow
    return worker.analyse_part(number, part, **options)


def test_an_article_that_takes_too_long_is_a_failure_and_the_others_are_done(tmp_path, monkeypatch):
    folder, out = folder_of(tmp_path, 5), tmp_path / "out"
    monkeypatch.setattr("helpers.corpus.analyse_part", slow_part)
    began = time.monotonic()
    done = run(folder, out, workers=1, limit=12)
    assert (done["articles"], done["failures"]) == (3, 2)
    assert time.monotonic() - began < 400
    assert all("longer than 12 seconds" in row["reason"] for row in rows_of(out, "failures"))
    monkeypatch.undo()
    assert run(folder, out, workers=0)["articles"] == 5  # tried again


def test_the_limit_holds_without_a_cluster_too(tmp_path, monkeypatch):
    def endless(text):
        while "town 1 " in text:
            pass
        return b"\0" * 8 * 64

    monkeypatch.setattr(worker, "signature", endless)
    done = run(folder_of(tmp_path, 2), tmp_path / "out", limit=5)
    assert (done["articles"], done["failures"]) == (1, 1)


def test_nobody_else_reaches_the_cluster():
    from distributed import Client

    with Cluster(1, None) as cluster:
        address = cluster.client.scheduler.addr
        assert address.startswith("tls://127.0.0.1:")
        assert cluster.dashboard is None
        me = psutil.Process()
        places = [place for own in (me, *me.children(recursive=True)) for place in own.net_connections("inet")]
        assert {place.laddr.ip for place in places if place.status == "LISTEN"} <= {"127.0.0.1"}
        for stranger in (address, address.replace("tls", "tcp")):
            with pytest.raises((OSError, TypeError, ValueError, RuntimeError)):
                Client(stranger, timeout="2s")


def test_a_dashboard_that_was_asked_for_is_for_this_machine():
    with Cluster(1, None, dashboard=True) as cluster:
        assert cluster.dashboard.startswith("http://127.0.0.1:")
