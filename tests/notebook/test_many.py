"""Many articles, asked: what the key of the practice corpus says is found, and every answer leads to words."""

import csv
import json

import pandas as pd
import pytest

from helpers import answers, corpus, figures
from helpers.article import ArticleError
from helpers.corpus import questions
from helpers.render.run import run_all
from helpers.tables import COLUMNS


@pytest.fixture(scope="module")
def key(root):
    with (root / "data" / "corpus" / "key.csv").open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def many(practice):
    return corpus.opened(practice)


@pytest.fixture(scope="module")
def once(many):
    return corpus.opened(many, copies=False)


def planted(key, what):
    return [row for row in key if row["planted"].startswith(what)]


def test_the_corpus_is_whole(many):
    table = questions.coverage(many)
    assert table["articles"].sum() == 40
    assert set(table["outlet"]) == {"Ostrand Post", "Kesten Courier", "Velmora Wire", "Tarrow Review"}
    assert many.sql("SELECT * FROM failures").empty


def test_the_claim_that_spreads(many, key):
    claims = questions.changing_claims(many)
    rows = planted(key, "claim")
    assert claims["what"].iloc[0] == rows[0]["what"]
    assert claims["values"].iloc[0] == " → ".join(dict.fromkeys(row["value"] for row in rows))
    spread = questions.spread(many, rows[0]["what"])
    found = set(zip(spread["published"], spread["outlet"], spread["figure"], strict=True))
    assert {(row["article"][:10], row["outlet"], row["value"]) for row in rows} <= found
    assert all(f"⟦{value}" in passage for value, passage in zip(spread["figure"], spread["passage"], strict=True))
    assert spread.loc[spread["published"] == "2024-02-09", "speaker"].tolist() == ["Jonas Oake"]


def test_who_is_heard_by_gender_and_role_adds_up(once):
    for table, unknown in (
        (questions.heard_by_gender(once), "persons of whom it is not said"),
        (questions.heard_by_role(once), "not said"),
    ):
        assert (table.groupby("outlet")["share"].sum().round(6) == 1).all()
        assert unknown in set(table["heard"])
        assert table["passage"].str.contains("⟦").all()
    women = questions.heard_by_gender(once).set_index("heard").loc["women"]
    assert women["quotations"].sum() > 10
    figure = figures.heard_by(questions.heard_by_gender(once), "gender")
    assert sum(share for outlet, *_, share in figure.values if outlet == "all together") == pytest.approx(1)


def test_the_source_that_falls_silent(once, key):
    row = planted(key, "source")[0]
    found = questions.silent(questions.voices(once))
    assert found["speaker"].tolist() == [row["what"]]
    assert found["last"].tolist() == [row["article"][:10]]
    assert questions.words_of(once, row["what"])["published"].iloc[0] == row["article"][:10]


def test_the_tone_that_turns(once, key):
    row = planted(key, "tone")[0]
    found = questions.turns(questions.tones(once))
    sure = found[found["chance"] <= 0.05 / len(found)]
    assert sure[["outlet", "turn"]].values.tolist() == [[row["outlet"], row["article"][:10]]]
    assert sure["before"].iloc[0] > 0 > sure["after"].iloc[0]


def test_the_copies(many, once, key):
    pairs = many.sql(
        "SELECT a.source AS copy, b.source AS of_ FROM articles a JOIN articles b "
        "ON a.duplicates = b.article_id WHERE a.article_id <> b.article_id"
    )
    wanted = {(row["article"], row["value"].removeprefix("of ")) for row in planted(key, "republished")}
    assert set(pairs.itertuples(index=False, name=None)) == wanted
    assert once.sql("SELECT count(*) AS n FROM articles")["n"][0] == 40 - len(wanted)


def test_the_answer_says_it(many, once):
    voices, tones = questions.voices(once), questions.tones(once)
    said = answers.corpus(
        questions.coverage(many),
        voices,
        questions.silent(voices),
        questions.turns(tones),
        questions.changing_claims(once),
    ).plain
    for words in ("40 articles of 4 outlets", "4 repeat", "Mara Lind falls silent", "Ostrand Post turns", "“barrels”"):
        assert words in said


def test_every_row_leads_to_its_words(many):
    for name in ("quotes", "times", "tones", "actors"):
        assert name in COLUMNS
        rows = many.sql(f'SELECT article_id, start, "end", text FROM {name} LIMIT 30')
        for row in rows.itertuples(index=False):
            assert many.article(row.article_id).text[row.start : row.end] == row.text
    about = questions.quoted_about(many)
    shown = many.in_context(about)
    assert all("⟦" in passage for passage in shown["passage"])
    assert questions.surprising(many)["surprise"].is_monotonic_decreasing
    assert (questions.themes_over_time(many).groupby("month").size() <= 4).all()


def test_chance_by_counting():
    """The hypergeometric chance is what counting all orders gives."""
    from itertools import combinations

    for n, k, since in ((6, 2, 3), (7, 3, 1), (5, 1, 0)):
        orders = list(combinations(range(n), k))
        counted = sum(all(place < n - since for place in order) for order in orders) / len(orders)
        assert questions.chance_of_silence(n, k, since) == pytest.approx(counted)


def test_noise_turns_rarely():
    """On tones without a turn, chances below .05 come about one time in twenty."""
    import numpy as np

    random = np.random.default_rng(3)
    rows = [
        {
            "article_id": f"{o}-{d}",
            "outlet": f"paper {o}",
            "published": pd.Timestamp(2024, 1, 1 + d),
            "who": "narrator",
            "tone": random.normal(),
            "words": 100,
        }
        for o in range(60)
        for d in range(12)
    ]
    chances = questions.turns(pd.DataFrame(rows))["chance"]
    assert 0 <= (chances <= 0.05).mean() <= 0.15


def test_a_surname_alone_is_joined_only_if_one_bears_it(tmp_path):
    said = "Anna Berg said that the harbour would close. The council agreed with her."
    texts = {
        "a": said,
        "b": "Berg said on Monday that the harbour was full. Nobody answered.",
        "c": "Tom Clark said that the pier was old.",
        "d": "Kate Clark said that the pier was new.",
        "e": "Clark said on Friday that the pier was gone. Everybody agreed.",
    }
    (tmp_path / "in").mkdir()
    for name, text in texts.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf8")
    opened = corpus.opened(tmp_path / "in")
    people = dict(opened.sql("SELECT speaker, person FROM people").itertuples(index=False, name=None))
    assert people["Berg"] == "Anna Berg"
    assert people["Clark"] == "Clark"
    voices = questions.voices(opened)  # no day of publication: everybody is counted, nobody is placed in time
    assert dict(zip(voices["speaker"], voices["articles"], strict=True))["Anna Berg"] == 2
    assert voices[["first", "last", "since", "chance"]].isna().all(axis=None)
    assert questions.silent(voices).empty
    assert questions.quietest(voices) == "Anna Berg"
    assert questions.turns(questions.tones(opened)).empty
    assert questions.tone_by_month(questions.tones(opened)).empty
    assert questions.grouping(opened) is None
    assert questions.typical_phrases(opened).empty
    assert set(questions.voices_by_article(opened)["most_heard"]) == {"Anna Berg", "Tom Clark", "Kate Clark", "Clark"}
    said = answers.corpus(
        questions.coverage(opened),
        voices,
        questions.silent(voices),
        questions.turns(questions.tones(opened)),
        questions.changing_claims(opened),
    ).plain
    assert "5 articles, whose outlets are not known, none of them with a day" in said
    assert "not asked" in said
    assert "outlet that" not in said
    assert figures.voices_over_time(voices, questions.voice_days(opened)).values[0] == ("Anna Berg", 2)
    for figure in (
        figures.voices_over_time(voices, questions.voice_days(opened)),
        figures.tone_over_time(questions.tone_by_month(questions.tones(opened))),
        figures.claim_spread(questions.spread(opened, "barrels"), "barrels"),
    ):
        assert figure.description


def test_what_cannot_be_opened(tmp_path, monkeypatch):
    with pytest.raises(ArticleError, match="does not exist"):
        corpus.opened(tmp_path / "nothing")
    with pytest.raises(ArticleError, match="is not an analysed corpus"):
        corpus.Corpus(tmp_path)
    (tmp_path / "many.jsonl").write_text('{"text": "x"}\n' * 201, encoding="utf8")
    with pytest.raises(ArticleError, match="more than 200 articles"):
        corpus.opened(tmp_path / "many.jsonl")


def test_without_texts_the_numbers_remain(tmp_path, root):
    corpus.analyse(root / "data" / "corpus" / "texts", tmp_path / "out", workers=0, no_text=True)
    opened = corpus.opened(tmp_path / "out")
    spread = questions.spread(opened, "barrels")
    assert len(spread) == 10
    assert set(spread["passage"]) == {"the text was left out"}
    with pytest.raises(ArticleError, match="--no-text"):
        opened.article(spread["article_id"].iloc[0])


def test_thirty_texts_without_days_run_through_the_notebook(tmp_path, root, monkeypatch):
    """The commonest corpus: a folder of .txt of one paper, in which nothing says when they appeared."""
    names = ("Anna Berg", "Tom Roe", "Ines Falk")
    for n in range(30):
        place, kind = ("harbour", "mail") if n % 2 else ("bridge", "times")
        text = (
            f"The {place} closes\n\nThe council voted on Monday to close the {place}, {names[n % 3]} said. The work "
            f"will cost {n * 100 + 300} crowns.\n\n“We are angry about report {n},” {names[n % 3]} said.\n"
        )
        (tmp_path / f"{kind}_{n:02}.txt").write_text(text, encoding="utf8")
    monkeypatch.setenv("CORPUS", str(tmp_path))
    [notebook] = run_all([root / "notebooks" / "8_many_articles.ipynb"]).values()
    said = {cell.id: str(cell.get("outputs")) for cell in notebook.cells}
    assert "30 articles, whose outlets are not known" in said["many-04"]
    assert "Heard most: " in said["many-10"]
    assert "Turns are not asked" in said["many-20"]
    assert "Compared by: name" in said["many-28"]


def test_where_nothing_is_found_nothing_is_reassured(tmp_path):
    for place in ("harbour", "bridge", "old school"):
        text = f"The {place} lay in the rain. The water rose slowly, and the wind turned north over the {place}."
        (tmp_path / f"{place}.txt").write_text(text, encoding="utf8")
    opened = corpus.opened(tmp_path)
    voices, tones = questions.voices(opened), questions.tones(opened)
    turns, claims = questions.turns(tones), questions.changing_claims(opened)
    assert voices.empty
    assert claims.empty
    said = answers.corpus(questions.coverage(opened), voices, questions.silent(voices), turns, claims).plain
    assert "which does not say that nobody speaks" in said
    assert "not asked" in said
    assert questions.words_of(opened, questions.quietest(voices)).empty
    assert questions.spread(opened, "").empty


def test_outlets_are_compared_where_there_are_no_days(tmp_path):
    rows = [
        {
            "text": f"The {place} will close in May, Anna Berg said. Report {n} on the {place} names the costs.",
            "outlet": o,
        }
        for o, place in (("The Mail", "harbour"), ("The Times", "old school"))
        for n in range(6)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf8")
    opened = corpus.opened(tmp_path / "a.jsonl")
    assert questions.grouping(opened) == "outlet"
    found = questions.typical_phrases(opened)
    assert {"The Mail", "The Times"} == set(found["group"])
    assert "harbour" in set(found.loc[found["group"] == "The Mail", "phrase"])
