"""Exports, each read back by a reader that is not ours where there is one."""

import json

import cassis
import pandas as pd
import pyarrow.parquet as pq
import pybrat.parser
import pytest
from frictionless import Package, system
from PIL import Image

from helpers import __version__
from helpers.analyses import collect
from helpers.article import ArticleError, from_text, load
from helpers.export import FORMATS, brat, export
from helpers.export.cas import SPACE, TYPES
from helpers.export.data_package import from_arrow
from helpers.export.pictures import FIGURES
from helpers.files import MANIFEST, put
from helpers.findings import findings
from helpers.tables import COLUMNS, build, columns

TEXT = (
    "# Port “closed” 😀\n\nAnna Berg said on May 8, 2025: “The port is 😀 closed,\nand <b>it</b> costs $5 & more.”\n\n"
    "“It will reopen in 1850,” she added in Oslo. “Nobody came,” Tom Roe claimed. It was terrible 𝒳 for Norway.\n"
)


def written_in(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    path = tmp_path_factory.mktemp("article") / "port.md"
    path.write_text(TEXT, encoding="utf8")
    return load(path, published="2025-05-09")


@pytest.fixture(scope="module")
def folder(article, tmp_path_factory):
    out = tmp_path_factory.mktemp("export")
    files = export(article, out)
    assert sorted(files) == written_in(out)
    return out


@pytest.fixture(scope="module")
def tables(article):
    found = collect(article)
    return {**found, "findings": findings(article, found)}


def test_every_format_is_in_the_readme(root):
    readme = (root / "README.md").read_text("utf8").replace("[", "").replace("](https://datapackage.org)", "")
    for name, each in FORMATS.items():
        assert name == "text" or each.what in readme, name


def test_every_table_comes_back_from_parquet(folder, tables):
    for name, table in tables.items():
        back = from_arrow(name, pq.read_table(folder / "tables" / f"{name}.parquet"))
        pd.testing.assert_frame_equal(back, table)


def test_parquet_says_what_each_column_holds(folder, tables):
    for name in tables:
        schema = pq.read_schema(folder / "tables" / f"{name}.parquet")
        for column, (_, description) in columns(name).items():
            assert schema.field(column).metadata[b"description"].decode() == description


def test_every_csv_comes_back_with_pandas(folder, tables):
    for name, table in tables.items():
        back = pd.read_csv(folder / "tables" / f"{name}.csv", encoding="utf8")
        assert len(back) == len(table)
        assert list(back.columns) == list(table.columns)
        for column, (kind, _) in columns(name).items():
            if kind == "several" and len(table):
                values = [
                    tuple(tuple(v) if isinstance(v, list) else v for v in json.loads(one)) for one in back[column]
                ]
                assert values == table[column].tolist()
            elif kind == "offset":
                assert back[column].astype("Int64").tolist() == table[column].tolist()


def test_frictionless_finds_the_package_valid(folder):
    with system.use_context(trusted=True):
        package = Package(str(folder / "datapackage.json"))
        assert package.validate().flatten(["message"]) == []
    data = json.loads((folder / "datapackage.json").read_text("utf8"))
    described = {
        one["name"]: {field["name"]: field["description"] for field in one["schema"]["fields"]}
        for one in data["resources"]
    }
    for name in set(COLUMNS) - {"concordance"}:
        assert described[name.replace("_", "-")] == {column: text for column, (_, text) in columns(name).items()}


def test_web_annotations_select_their_words(folder, article, tables):
    page = json.loads((folder / "annotations.jsonld").read_text("utf8"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    text = (folder / "article.txt").read_text("utf8")
    assert text == article.text
    wanted = sum(len(tables[n]) for n in ("quotes", "actors", "times", "tones", "themes", "consistency"))
    assert len(page["items"]) == wanted
    assert len({item["id"] for item in page["items"]}) == wanted
    for item in page["items"]:
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            position, quote = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


def test_brat_is_read_by_pybrat(folder, article, tables):
    # it takes two marks on one span for an error, which brat does not
    examples = pybrat.parser.BratParser(error="ignore").parse(str(folder / "brat"))
    assert len(examples) == 1
    found = examples[0]
    assert found.text == article.text
    for entity in found.entities:
        words = " ".join(article.text[span.start : span.end] for span in entity.spans)
        assert words == entity.mention
        assert "\n" not in entity.mention
    of_kind = lambda kind: [entity for entity in found.entities if entity.type == kind]  # noqa: E731
    spans = {(min(s.start for s in e.spans), max(s.end for s in e.spans)) for e in of_kind("Quotation")}
    assert spans == set(zip(tables["quotes"]["start"], tables["quotes"]["end"], strict=True))
    assert len(of_kind("Actor")) == len(tables["actors"])
    assert len([r for r in found.relations if r.type == "SourceOf"]) == tables["quotes"]["source"].notna().sum()


def test_brat_marks_do_not_run_over_lines(tmp_path):
    article = from_text("“It rained.\n\n“It snowed,” she said.")
    tables = {name: build(name, [], article.text) for name in brat.LABELS}
    tables["quotes"] = build("quotes", [{"start": 0, "end": 26, "kind": "direct"}], article.text)
    put(tmp_path, brat.contents(article, tables))
    entity = pybrat.parser.BratParser(error="raise").parse(str(tmp_path / "brat"))[0].entities[0]
    assert [(span.start, span.end) for span in entity.spans] == [(0, 11), (13, 26)]


def test_cas_comes_back_with_cassis(folder, article, tables):
    with (folder / "cas" / "TypeSystem.xml").open("rb") as file:
        system = cassis.load_typesystem(file)
    with (folder / "cas" / "article.xmi").open("rb") as file:
        cas = cassis.load_cas_from_xmi(file, typesystem=system)
    assert cas.sofa_string == article.text
    for table, name in TYPES.items():
        rows = cas.select(SPACE + name)
        assert sorted((row.row, row.begin, row.end, row.get_covered_text()) for row in rows) == sorted(
            zip(*(tables[table][column] for column in ("id", "start", "end", "text")), strict=True)
        )
    spoken = {row.row: row.speaker for row in cas.select(SPACE + "Quotation")}
    assert spoken == dict(zip(tables["quotes"]["id"], tables["quotes"]["speaker"], strict=True))
    tokens = [t.get_covered_text() for t in cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")]
    assert "😀" in tokens
    # XMI counts UTF-16 code units: an offset after a sign outside the first plane is larger than ours
    xmi = (folder / "cas" / "article.xmi").read_text("utf8")
    last = max(int(end) for end in tables["tones"]["end"])
    assert f'end="{last + sum(ord(sign) > 0xFFFF for sign in article.text[:last])}"' in xmi


def test_figures_for_print_with_captions(folder):
    pictures = sorted((folder / "figures").glob("*.png"))
    assert {picture.stem for picture in pictures} == set(FIGURES)
    for picture in pictures:
        with Image.open(picture) as image:
            assert round(image.info["dpi"][0]) == 300
            assert image.width >= 2300
        caption = picture.with_suffix(".txt").read_text("utf8").strip()
        assert caption
        svg = picture.with_suffix(".svg").read_text("utf8")
        assert svg.lstrip().startswith("<?xml")
        assert "<dc:date>" not in svg


def test_the_same_article_gives_the_same_bytes(folder, article, tmp_path):
    for path in export(article, tmp_path):
        assert path.read_bytes() == (folder / path.relative_to(tmp_path)).read_bytes(), path.name


def test_a_citation_for_each_finding(folder, article, tables):
    lines = (folder / "citations.txt").read_text("utf8").splitlines()
    assert len(lines) == len(tables["findings"])
    for line, row in zip(lines, tables["findings"].itertuples(), strict=True):
        assert f"characters {row.start}–{row.end}" in line
        assert article.source.sha256[:12] in line
        assert row.method in line
        assert line.endswith(f"Close Reading {__version__}.")


def test_versions_agree(root):
    assert f'version = "{__version__}"' in (root / "pyproject.toml").read_text("utf8")
    assert f"version: {__version__}" in (root / "CITATION.cff").read_text("utf8")


def test_snippets_leave_the_text_out(article, tmp_path, coarse):
    files = export(article, tmp_path, snippets=True)
    sentence = "It was terrible 𝒳 for Norway"
    assert sentence in article.text
    for path in files:
        if path.suffix in (".csv", ".json", ".txt", ".svg", ".parquet"):
            assert sentence.encode() not in path.read_bytes(), path
    assert not any(path.name in ("article.txt", "article.ann", "article.xmi", "annotations.jsonld") for path in files)
    assert "text" not in pd.read_csv(tmp_path / "tables" / "tones.csv").columns


def test_nothing_of_the_users_is_overwritten(tmp_path):
    article = from_text("It rained.")
    for name in ("datapackage.json", "article.txt"):
        folder = tmp_path / name.replace(".", "_")
        folder.mkdir()
        (folder / name).write_text("mine", encoding="utf8")
        with pytest.raises(ArticleError, match="not an earlier export"):
            export(article, folder)
        assert [path.name for path in folder.iterdir()] == [name]
        assert (folder / name).read_text("utf8") == "mine"
    (tmp_path / "file").write_text("x", encoding="utf8")
    with pytest.raises(ArticleError, match="is a file"):
        export(article, tmp_path / "file")


def test_snippets_take_away_the_text_of_an_earlier_export(tmp_path, few_figures):
    article = from_text("It rained in Oslo.")
    export(article, tmp_path)
    assert (tmp_path / "article.txt").exists()
    files = export(article, tmp_path, snippets=True)
    assert sorted(files) == written_in(tmp_path)
    assert not any("rained in" in path.read_text("utf8", errors="replace") for path in files if path.suffix == ".csv")


def test_an_empty_text_is_exported_too(tmp_path, coarse):
    files = export(from_text(""), tmp_path)
    assert (tmp_path / "tables" / "quotes.csv").read_text("utf8").startswith("id,start,end,text,kind")
    assert len(files) > 40
