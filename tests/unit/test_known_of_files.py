"""A folder of texts, and what is known of them besides: in their names, in a table."""

import pytest

from helpers import corpus
from helpers.article import ArticleError
from helpers.corpus.known_of_files import described, pattern_of
from helpers.corpus.sources import items

TEXT = "The pier closes\n\nThe harbour office will close the pier on Monday, and nobody was asked. Report {}.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    for n, name in enumerate(("The_Port_Times_2024-03-05_1", "Mail_20240306_2", "Mail_7 May 2024_3")):
        (tmp_path / "in" / f"{name}.txt").write_text(TEXT.format(n), encoding="utf8")
    return tmp_path / "in"


def test_fields_come_from_names_into_the_corpus(folder, tmp_path):
    (folder / "Mail_spring_4.txt").write_text(TEXT.format(4), encoding="utf8")
    corpus.analyse(folder, tmp_path / "out", workers=0, names="{outlet}_{published}_*")
    opened = corpus.opened(tmp_path / "out")
    rows = opened.sql("SELECT outlet, published::VARCHAR AS day FROM articles ORDER BY day")
    assert list(rows.itertuples(index=False, name=None)) == [
        ("The Port Times", "2024-03-05"),
        ("Mail", "2024-03-06"),
        ("Mail", "2024-05-07"),
    ]
    assert "does not fit --names" in opened.sql("SELECT reason FROM failures")["reason"][0]


def test_a_table_is_joined_by_file_name(folder):
    table = folder / "about.csv"
    table.write_text(
        "﻿Filename;Newspaper;Date;Author\nThe_Port_Times_2024-03-05_1.txt;The Port Times;5 March 2024;Jo Field\n"
        "Mail_20240306_2;The Mail;March 2024;\nnowhere.txt;The Mail;2024-03-07;\n",
        encoding="utf8",
    )
    found = {item.place: item for item in described(items(folder), metadata=table)}
    assert found["The_Port_Times_2024-03-05_1.txt"].record == {
        "outlet": "The Port Times",
        "published": "2024-03-05",
        "author": "Jo Field",
    }
    assert found["Mail_20240306_2.txt"].record == {"outlet": "The Mail"}  # a month is no day
    assert found["Mail_7 May 2024_3.txt"].record is None
    assert "“nowhere.txt”" in found["about.csv#3"].trouble
    assert not any(place.startswith("about.csv#") and place != "about.csv#3" for place in found)


def test_what_cannot_be_is_said(folder, tmp_path):
    for names in ("*", "{paper}_*", "{outlet}{title}", "{outlet}_{outlet}"):
        with pytest.raises(ArticleError, match="--names"):
            pattern_of(names)
    table = tmp_path / "about.csv"
    for content, problem in (
        ("a,b\n1,2\n", "needs a column “file”"),
        ("file,outlet\nx.txt,Mail\n", "none of its rows"),
    ):
        table.write_text(content, encoding="utf8")
        with pytest.raises(ArticleError, match=problem):
            list(described(items(folder), metadata=table))
    with pytest.raises(ArticleError, match="cannot be read"):
        list(described(items(folder), metadata=tmp_path / "none.csv"))


def test_a_day_in_words_is_read_from_a_table_and_a_month_is_none(tmp_path):
    (tmp_path / "a.csv").write_text(
        'text,date\n"The pier was closed on Monday, the office said.","March 5, 2024"\n'
        '"The bridge was closed on Monday, the office said.",March 2024\n',
        encoding="utf8",
    )
    opened = corpus.opened(tmp_path / "a.csv")
    days = opened.sql("SELECT published::VARCHAR AS day FROM articles ORDER BY source")["day"]
    assert [day if isinstance(day, str) else None for day in days] == ["2024-03-05", None]


def test_a_table_that_contradicts_itself_is_not_believed(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(TEXT.format(name), encoding="utf8")
    table = tmp_path / "about.csv"
    table.write_text("file,outlet\na/x.txt,Mail\nb/x.txt,Times\na/x.txt,Post\n", encoding="utf8")
    with pytest.raises(ArticleError, match="its rows 1 and 3"):
        list(described(items(tmp_path), metadata=table))
    table.write_text("file,outlet\nx.txt,Mail\n", encoding="utf8")
    found = [item.trouble for item in described(items(tmp_path), metadata=table)]
    assert found[0] is None
    assert "name both with their folders" in found[1]
    table.write_text('file,outlet\nx.txt,"Mail\nb/x.txt,Times\n', encoding="utf8")
    with pytest.raises(ArticleError, match="row 1 has a quotation mark"):
        list(described(items(tmp_path), metadata=table))
