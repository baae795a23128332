"""Corpus runs under what people and attackers do: nothing stale, nothing lost, nobody gets in."""

import contextlib
import gc
import io
import json
import operator
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import psutil
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import helpers.corpus.worker as worker
from helpers.__main__ import main
from helpers.article import ArticleError
from helpers.corpus import Corpus, analyse, items, opened
from helpers.corpus.engine import Cluster
from helpers.corpus.item import Item

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


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """Two articles and what a run makes of them, and another run of one."""
    place = tmp_path_factory.mktemp("two")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("helpers.corpus.PART", PART)
        run(folder_of(place, 2), place / "out")
        run(folder_of(place, 1, "other"), place / "theirs")
    return place


@pytest.mark.parametrize("harm", ["missing", "half", "middle", "another's", "no manifest", "no json", "other", "deep"])
def test_a_damaged_part_is_done_again(tmp_path, two, harm):
    folder, out = two / "in", tmp_path / "out"
    shutil.copytree(two / "out", out)
    table, manifest = out / "quotes" / "part-000000.parquet", out / "_state" / "part-000000.json"
    if harm == "missing":
        table.unlink()
    elif harm == "half":
        table.write_bytes(table.read_bytes()[:100])
    elif harm == "middle":
        data = table.read_bytes()
        table.write_bytes(data[:60] + b"\0" * 140 + data[200:])
        with pytest.raises(ArticleError, match="damaged"):
            Corpus(out).sql("SELECT * FROM quotes")
    elif harm == "another's":
        shutil.copy(two / "theirs" / "quotes" / table.name, table)
    elif harm == "no manifest":
        manifest.unlink()
    else:
        manifest.write_text({"no json": "{", "other": "[1]", "deep": "[" * 100_000}[harm])
    assert run(folder, out)["articles"] == 2
    known = {row["article_id"] for row in rows_of(out)}
    assert {row["article_id"] for row in rows_of(out, "quotes")} == known


def test_duplicates_found_later_are_no_damage(tmp_path):
    folder, out = folder_of(tmp_path, 2), tmp_path / "out"
    (folder / "copy.txt").write_text(story(1), encoding="utf8")
    run(folder, out)
    first = (out / "quotes" / "part-000000.parquet").stat().st_mtime_ns
    run(folder, out)
    assert (out / "quotes" / "part-000000.parquet").stat().st_mtime_ns == first


def test_damage_that_only_a_reader_sees_is_one_sentence(tmp_path):
    folder, out = folder_of(tmp_path, 2), tmp_path / "out"
    run(folder, out)
    table = out / "articles" / "part-000000.parquet"
    table.write_bytes(b"PAR1" + b"\xff" * 500 + b"PAR1")
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
        ("a.csv", b'"text,title\r\n'),
        ("a.csv", b"text,text\r\na,b\r\n"),
        ("a.tsv", b"name\tprice\r\n"),
        ("a.json", b'[{"text": "a"}]'),
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
def test_no_name_of_a_folder_is_a_pattern(tmp_path, two, name):
    shutil.copytree(two / "theirs", tmp_path / "corpora" / "oa")  # what each of the patterns would fit
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
        (["--limit", "inf"], "--limit"),
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

    if "town 1 " in text:
        ctypes.PyDLL(None).sleep(120)  # holds the interpreter, as a regular expression does
    return b"\0" * 8 * 64


def slow_part(number, part, **options):
    worker.signature = slow
    return worker.analyse_part(number, part, **options)


def test_an_article_that_takes_too_long_is_a_failure_and_the_others_are_done(tmp_path, monkeypatch):
    folder, out = folder_of(tmp_path, 3), tmp_path / "out"
    monkeypatch.setattr("helpers.corpus.analyse_part", slow_part)
    began = time.monotonic()
    done = run(folder, out, workers=1, limit=3)
    assert (done["articles"], done["failures"]) == (2, 1)
    assert time.monotonic() - began < 400
    assert all("longer than 3 seconds" in row["reason"] for row in rows_of(out, "failures"))
    monkeypatch.undo()
    assert run(folder, out, workers=0)["articles"] == 3  # tried again


def test_the_limit_holds_without_a_cluster_too(tmp_path, monkeypatch):
    def endless(text):
        while "town 1 " in text:
            pass
        return b"\0" * 8 * 64

    monkeypatch.setattr(worker, "signature", endless)
    done = run(folder_of(tmp_path, 2), tmp_path / "out", limit=3)
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


IN_THE_WAY = ["_state/part-000000.json", "_state/part-000000.parquet", "_state/lock", "_state/run.json"]
IN_THE_WAY += ["_state/tried", "quotes/part-000000.parquet", "_state", "quotes"]


@pytest.mark.parametrize("where", IN_THE_WAY)
@pytest.mark.parametrize("what", ["folder", "file", "link"])
def test_what_stands_in_the_place_of_ours_stays(tmp_path, capsys, monkeypatch, where, what):
    monkeypatch.setattr("helpers.corpus._run", lambda *_: dict.fromkeys(("articles", "words", "failures"), 1))
    folder, out = folder_of(tmp_path, 1), tmp_path / "out"
    path = out / where
    path.parent.mkdir(parents=True)
    if where != "_state":
        (out / "_state").mkdir(exist_ok=True)
    (tmp_path / "diary").write_text("mine")
    if what == "folder":
        (path / "mine").mkdir(parents=True)
    elif what == "link":
        path.symlink_to(tmp_path / "diary")
    else:
        path.write_text("mine")
    with contextlib.suppress(KeyError):
        main(["corpus", str(folder), "--out", str(out), "--workers", "0"])
    assert len(capsys.readouterr().err.strip().splitlines()) <= 1
    assert (tmp_path / "diary").read_text() == "mine"
    assert what != "folder" or (path / "mine").is_dir()


@pytest.mark.parametrize("name", ["o" * 300, "file/out", "nowhere", "loop"])
def test_no_folder_for_tables_is_one_sentence(tmp_path, capsys, monkeypatch, name):
    monkeypatch.setattr("helpers.corpus._run", lambda *_: pytest.fail("the work began"))
    (tmp_path / "file").write_text("mine")
    (tmp_path / "nowhere").symlink_to(tmp_path / "not" / "there")
    (tmp_path / "loop").symlink_to("loop")
    assert main(["corpus", str(folder_of(tmp_path, 1)), "--out", str(tmp_path / name), "--workers", "0"]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


@pytest.mark.parametrize("source", ["x" * 300, "loop", "nowhere"])
def test_no_source_is_one_sentence(tmp_path, capsys, source):
    (tmp_path / "loop").symlink_to("loop")
    assert main(["corpus", str(tmp_path / source), "--out", str(tmp_path / "out"), "--workers", "0"]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_source_without_articles_changes_nothing(tmp_path, capsys):
    folder, out = folder_of(tmp_path, 1), tmp_path / "out"
    run(folder, out)
    (folder / "000.txt").rename(tmp_path / "elsewhere.txt")  # or a disk that is not there now
    assert main(["corpus", str(folder), "--out", str(out), "--workers", "0"]) == 2
    assert main(["corpus", str(folder), "--out", str(tmp_path / "new"), "--workers", "0"]) == 2
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 2
    assert "has no article in it" in said[0]
    assert len(rows_of(out)) == 1
    assert not (tmp_path / "new").exists()


def test_links_and_other_kinds_in_a_folder_are_said(tmp_path):
    folder = folder_of(tmp_path, 1)
    for name, target in (("again", folder), ("loop.txt", "loop.txt"), ("a.txt", "b.txt"), ("b.txt", "a.txt")):
        (folder / name).symlink_to(target)
    kinds = "pdf xlsx json 7z tar.gz jsonl.gz doc mhtml".split()
    for kind in kinds:
        (folder / f"c.{kind}").write_bytes(b'[{"text": "a"}]')
    (folder / "picture.png").write_bytes(b"x")
    found = {item.place: item.trouble for item in items(folder)}
    assert {place for place, trouble in found.items() if trouble} == {"again", "loop.txt", "a.txt", "b.txt"}
    assert set(found) == {"000.txt", "again", "loop.txt", "a.txt", "b.txt", *(f"c.{kind}" for kind in kinds)}


def test_an_item_of_a_long_name_is_read_and_the_others_too(tmp_path):
    names = ["a.txt", "b" * 300 + ".txt", "c.txt", "é" * 200 + ".txt"]
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in names:
            archive.writestr(name, story(1))
    found = list(items(tmp_path / "a.zip"))
    assert [item.trouble for item in found] == [None] * 4
    assert [worker.read(item)[0].text for item in found] == [story(1)] * 4
    (folder_of(tmp_path, 0) / ("x" * 251 + ".txt")).write_text(story(1), encoding="utf8")
    assert [item.trouble for item in items(tmp_path / "in")] == [None]


def test_a_csv_of_two_encodings(tmp_path):
    path = tmp_path / "a.csv"
    row = "A “café”,“Über” – he said".encode
    path.write_bytes(b"title,text\r\n" + row() + b"\r\n" + row("cp1252") + b"\r\n" + b"caf\xe9,caf\xc3\xa9s\r\n")
    found = [item.record for item in items(path)]
    assert found[0] == found[1] == {"title": "A “café”", "text": "“Über” – he said"}
    assert found[2]["title"] == "café"


UNCLOSED = [
    ('A,"one\nB,"two"\nC,three\n', ["two", "three"]),
    ('A,one\nB,"two\nC,three\n', ["one", "three"]),
    ('A,one\nB,"two, and\n\nmore of two\nC,"three"\n', ["one", "three"]),
    ('A,"He said \\"go\\" and left."\nB,two\n', ["two"]),
    ('A,"two\nlines"\nB,"a ""mark"" in it"\n', ["two\nlines", 'a "mark" in it']),
]


@pytest.mark.parametrize(("rows", "texts"), UNCLOSED)
def test_a_mark_that_is_not_closed_swallows_nothing(tmp_path, rows, texts):
    (tmp_path / "a.csv").write_text("title,text\n" + rows)
    found = list(items(tmp_path / "a.csv"))
    assert [item.record["text"] for item in found if item.record] == texts
    assert any("quotation mark" in item.trouble for item in found if item.trouble) is (rows != UNCLOSED[-1][0])


def test_marks_that_never_close_take_no_time(tmp_path):
    (tmp_path / "a.csv").write_text("title,text\n" + 'a","\n' * 20_000)
    began = time.monotonic()
    assert all(item.trouble for item in items(tmp_path / "a.csv"))
    assert time.monotonic() - began < 30


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_characters_that_are_none_in_a_csv(tmp_path, encoding):
    (tmp_path / "a.csv").write_bytes(f'title,text\r\n\0B\0,"\0{story(1)}\0"\r\n'.encode(encoding))
    [item] = items(tmp_path / "a.csv")
    article, _ = worker.read(item)
    assert (article.title, article.text) == ("B", story(1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_json_lines_in_any_encoding(tmp_path, encoding):
    rows = [{"text": story(n), "author": ["Anna Berg", "Tom Roe"]} for n in range(5)]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (tmp_path / "a.jsonl").write_bytes(lines.encode(encoding))
    found = list(items(tmp_path / "a.jsonl"))
    assert [item.record for item in found] == [{**row, "author": "Anna Berg, Tom Roe"} for row in rows]


def test_json_lines_leave_out_what_they_do_not_know(tmp_path):
    path = tmp_path / "a.jsonl"
    rows = [{"body": "one", "date": "2024-01-01"}, {"body": ["two", "three"]}, {"text": "four"}, {"body": {"en": "x"}}]
    rows += [{"body": "five", "date": float("nan")}, {"body": 5}]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf8")
    found = list(items(path, {"text": "body", "published": "date"}))
    texts = [item.record["text"] if item.record else None for item in found]
    assert texts == ["one", "two\n\nthree", None, None, "five", None]
    assert [item.record.get("published") for item in found if item.record] == ["2024-01-01", None, None]
    assert "no “dat”" in list(items(path, {"text": "body", "published": "dat"}))[-1].trouble


def warc(gzip=True):
    data = io.BytesIO()
    writer = WARCWriter(data, gzip=gzip)
    for n, status in enumerate(("200 OK", "200 OK", "404 Not Found", "200 OK")):
        head = StatusAndHeaders(status, [("Content-Type", "text/html")] if n else [], protocol="HTTP/1.0")
        body = io.BytesIO(b"<html>" + os.urandom(2000).hex().encode())
        writer.write_record(writer.create_warc_record(f"http://x/{n}", "response", payload=body, http_headers=head))
    return data.getvalue()


@pytest.mark.parametrize("gzip", [True, False])
def test_a_web_archive_that_was_cut_off_or_damaged_says_so(tmp_path, gzip):
    path, data = tmp_path / ("a.warc.gz" if gzip else "a.warc"), warc(gzip)

    def read(bytes_):
        path.write_bytes(bytes_)
        return [item.trouble for item in items(path)]

    whole = read(data)
    assert [bool(trouble) for trouble in whole] == [False, False, True, False]
    assert "status 404" in whole[2]
    for cut in (len(data) - 300, len(data) // 2 + 300, 3 * len(data) // 4 + 40):
        assert read(data[:cut])[-1], cut
    if gzip:
        middle = len(data) // 4 + 300
        troubles = read(data[:middle] + b"\0" * 60 + data[middle + 60 :])
        assert troubles[0] is None
        assert troubles[-1]


def test_half_files_of_a_killed_run_go(tmp_path):
    folder, out = folder_of(tmp_path, 1), tmp_path / "out"
    run(folder, out)
    (out / "articles" / ".0123456789abcdef.tmp").write_text("half")
    (out / "articles" / ".mine.tmp").write_text("mine")
    run(folder, out)
    assert [path.name for path in (out / "articles").glob(".*")] == [".mine.tmp"]


def test_corrections_that_cannot_be_reached_are_said(tmp_path):
    folder = folder_of(tmp_path, 3)
    (folder / "000.corrections.csv").symlink_to("nowhere.csv")
    os.mkfifo(folder / "001.corrections.csv")
    done = run(folder, tmp_path / "out")
    assert (done["articles"], done["failures"]) == (1, 2)
    assert "corrections are not known" in rows_of(tmp_path / "out", "failures")[0]["reason"]
    (folder / "000.corrections.csv").unlink()
    assert run(folder, tmp_path / "out")["articles"] == 2


def test_a_source_among_the_tables_stays(tmp_path):
    folder, out = folder_of(tmp_path, 1), tmp_path / "out"
    run(folder, out)
    for source in (out, out / "articles", out / "articles" / "part-000000.parquet"):
        with pytest.raises(ArticleError, match="lies inside"):
            run(source, out, overwrite=True)
    assert len(rows_of(out)) == 1


@pytest.mark.parametrize("where", ["in/sub", "in"])
def test_a_folder_that_cannot_be_read_is_said(tmp_path, monkeypatch, where):
    folder = folder_of(tmp_path, 1)
    (folder / "sub").mkdir()
    real = os.scandir

    def refused(path):
        if str(path) == str(tmp_path / where):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refused)
    if where == "in":
        with pytest.raises(ArticleError, match="cannot be read"):
            list(items(folder))
    else:
        assert [item.trouble is None for item in items(folder)] == [True, False]


@pytest.mark.parametrize("which", ["000.txt", "000.corrections.csv"])
def test_a_file_that_may_not_be_read_is_a_failure_of_its_own(tmp_path, monkeypatch, which):
    folder = folder_of(tmp_path, 2)
    (folder / "000.corrections.csv").write_text("kind,text,name\n", encoding="utf8")
    real = Path.open

    def refused(self, *given, **more):
        if self.name == which:
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *given, **more)

    monkeypatch.setattr(Path, "open", refused)
    monkeypatch.setattr(Path, "read_bytes", lambda self: self.open("rb").read())
    done = run(folder, tmp_path / "out")
    assert (done["articles"], done["failures"]) == (1, 1)


def test_a_run_without_a_place_for_what_it_says(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stderr", None)
    assert run(folder_of(tmp_path, 1), tmp_path / "out")["articles"] == 1


def test_a_name_that_is_no_utf8_for_tables_is_refused_before_the_work(tmp_path, monkeypatch):
    monkeypatch.setattr("helpers.corpus._run", lambda *_: pytest.fail("the work began"))
    with pytest.raises(ArticleError, match="no UTF-8"):
        run(folder_of(tmp_path, 1), os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))


def test_libraries_are_silent_when_a_scheduler_dies(tmp_path):
    """Only our sentence is on the screen."""
    script = (
        "import threading, distributed, helpers.corpus as corpus, sys\n"
        "cluster = distributed.LocalCluster(n_workers=0, processes=False, dashboard_address=':0')\n"
        "from helpers.corpus.engine import Cluster\n"
        "from helpers.article import ArticleError\n"
        "threading.Timer(2, cluster.close).start()\n"
        "try:\n"
        "    with Cluster(None, cluster.scheduler_address) as ours:\n"
        "        ours.map(print, iter([(0, [])]), print)\n"
        "except ArticleError as error:\n"
        "    print(error, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120)
    assert "the Dask scheduler was lost" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_long_run_keeps_no_texts_in_the_process_that_started_it():
    """Dask remembered a thousand messages of each connection, with the texts of each part in them."""
    before = sum(isinstance(one, Item) for one in gc.get_objects())
    parts = ((number, [Item(place=f"{number}.txt", record={"text": "It rained."})]) for number in range(60))
    with Cluster(1, None) as cluster:
        cluster.map(operator.is_, parts, [].append)
        gc.collect()
        assert sum(isinstance(one, Item) for one in gc.get_objects()) - before <= 30
