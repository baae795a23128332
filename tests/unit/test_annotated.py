"""Exports that somebody changed in brat or INCEpTION come back as corrections."""

import shutil

import cassis
import pytest

from helpers import analyses, corrections
from helpers.__main__ import main
from helpers.article import ArticleError, load
from helpers.export import export
from helpers.export.read_back import from_annotations
from helpers.quotes import find_quotes
from helpers.themes import actors
from helpers.timeline import find_times

STORY = (
    "Anna Berg said on Monday that the harbour would close. Tom Clark, the engineer, doubted it.\n\n"
    "“We need more ships,” she told the council in Oslo. Anna Berg and Tom Clark met in May. The two leaders talked. "
    "It was Clark's second visit in 2024, after visits in March 2024, June 2024 and July 2024.\n"
)


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    folder = tmp_path_factory.mktemp("exported")
    (folder / "port.txt").write_text(STORY, encoding="utf8")
    export(load(folder / "port.txt", published="2025-05-09"), folder / "out")
    return folder


@pytest.fixture
def exported(once, tmp_path):
    """The article and a copy of its export, which a test may change."""
    shutil.copytree(once, tmp_path, dirs_exist_ok=True)
    return load(tmp_path / "port.txt", published="2025-05-09"), tmp_path


def ann(folder):
    return folder / "out" / "brat" / "article.ann"


def cas(folder):
    return folder / "out" / "cas" / "article.xmi"


@pytest.mark.parametrize("where", [ann, cas])
def test_what_nobody_changed_says_nothing(exported, where):
    article, folder = exported
    assert from_annotations(article, where(folder), who="AB") == ([], [])


def test_changes_in_brat(exported):
    _, folder = exported
    path = ann(folder)
    lines = path.read_text(encoding="utf8").splitlines()
    quote = next(line.split("\t")[0] for line in lines if line.endswith("“We need more ships,”"))
    place = next(line.split("\t")[0] for line in lines if line.startswith("T") and "\tActor" in line and "Oslo" in line)
    note = next(n for n, line in enumerate(lines) if line.startswith("#") and f" {quote}\t" in line)
    lines[note] = lines[note].replace("Tom Clark", "Anna Berg")
    lines = [line for line in lines if line.split("\t")[0] != place and f" {place}" not in line.replace("\t", " \t")]
    start = STORY.index("the council")
    lines += [
        f"T900\tActor {start} {start + 11}\tthe council",
        "#900\tAnnotatorNotes T900\tHarbour Council",
        "A900\tActor_kind T900 organisation",
        "A901\tActor_how T900 name",
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf8")
    assert main(["correct", str(folder / "port.txt"), str(path), "--who", "AB", "--published", "2025-05-09"]) == 0
    again = load(folder / "port.txt", published="2025-05-09")
    row = find_quotes(again).set_index("text").loc["“We need more ships,”"]
    assert (row["speaker"], row["corrected"]) == ("Anna Berg", "AB")
    table = actors(again).set_index("text")
    assert "Oslo" not in table.index
    council = table.loc["the council"]
    assert council[["actor", "kind", "corrected"]].tolist() == ["Harbour Council", "organisation", "AB"]
    assert not analyses.report(again)["result"].str.startswith("no longer").any()
    # taken over once; what follows from it ("We" is Anna Berg now) is not in the file, which is older
    assert [line.text for line in from_annotations(again, path)[0]] == ["We"]


def test_changes_in_inception(exported):
    article, folder = exported
    path = cas(folder)
    with open(path.with_name("TypeSystem.xml"), "rb") as file:
        system = cassis.load_typesystem(file)
    with open(path, "rb") as file:
        whole = cassis.load_cas_from_xmi(file, typesystem=system)
    (time,) = (one for one in whole.select("webanno.custom.Time") if one.get_covered_text() == "May")
    time.value = "2024-05"
    (visit,) = (one for one in whole.select("webanno.custom.Time") if one.get_covered_text() == "Monday")
    whole.remove(visit)
    pair = [one for one in whole.select("webanno.custom.Actor") if one.get_covered_text() == "The two leaders"]
    assert len(pair) == 2
    pair[0].actor = "Harbour Council"
    start = STORY.index("The two leaders")
    whole.add(system.get_type("webanno.custom.Quotation")(begin=start, end=start + 15, kind="indirect"))
    whole.to_xmi(path)
    lines, absent = from_annotations(article, path, who="CD")
    assert not absent
    corrections.append(corrections.beside(folder / "port.txt"), *lines)
    again = load(folder / "port.txt", published="2025-05-09")
    times = find_times(again).set_index("text")
    assert times.loc["May", "value"] == "2024-05"
    assert "Monday" not in times.index
    both = actors(again)
    both = both[both["text"] == "The two leaders"]
    assert set(both["actor"]) == {"Harbour Council", pair[1].actor}
    assert set(both["kind"]) == {pair[0].kind, pair[1].kind}
    assert "The two leaders" in find_quotes(again)["text"].tolist()
    # the event that Monday dated went with it, and its mark is still there; all else is taken over once
    assert {line.table for line in from_annotations(again, path)[0]} == {"events"}


def test_a_table_without_any_mark_is_left_alone(exported, capsys):
    article, folder = exported
    path = ann(folder)
    kept = [line for line in path.read_text(encoding="utf8").splitlines() if line.startswith("T") and "\tTime" in line]
    path.write_text("\n".join(kept), encoding="utf8")
    main(["correct", str(folder / "port.txt"), str(path), "--published", "2025-05-09"])
    assert "Left alone" in capsys.readouterr().out
    assert len(actors(load(folder / "port.txt", published="2025-05-09"))) == len(actors(article))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.ann", "T1\tTime 0 4\tabcd\n", "does not stand at 0 to 4"),
        ("a.ann", "A1\tTime_type T9 DATE\n", "is not in brat's stand-off format"),
        ("a.xmi", "<xml/>", "cannot be read as a CAS"),
        ("a.txt", "", "is no brat .ann"),
        (None, "", "there is no such file"),
    ],
)
def test_other_files_get_one_sentence(exported, name, content, said):
    article, folder = exported
    path = folder / (name or "b.ann")
    if name:
        path.write_text(content, encoding="utf8")
    with pytest.raises(ArticleError, match=said.replace(".", r"\.")):
        from_annotations(article, path)


def test_a_cas_of_another_text(exported):
    _, folder = exported
    shutil.copy(cas(folder).with_name("TypeSystem.xml"), folder)
    shutil.copy(cas(folder), folder)
    (folder / "other.txt").write_text(STORY + "It rained.\n", encoding="utf8")
    with pytest.raises(ArticleError, match="of another text"):
        from_annotations(load(folder / "other.txt"), folder / "article.xmi")
