"""Lines that are about the article are blocks of their kinds and facts, and no analysis takes them for the story."""

from datetime import date

import pytest

from helpers.article import ABOUT, from_text, load
from helpers.article.about import DATELINES, EXAMPLES, dateline, kind_of
from helpers.language import parse, sentences
from helpers.quotes import find_quotes
from helpers.sentiment import score_sentences
from helpers.themes import actors, key_phrases, themes
from helpers.timeline import find_events, find_times

BODY = (
    "The last ferry to Norholm stopped on Monday. “It was our only road,” said Ada Holm, who runs the shop.\n\n"
    "The council will sell the ferry in April. It had served the islands for forty years."
)
TEXT = (
    "Ferry to Norholm stops after forty years\n\nBy Helen Marsh\n\nPublished 14 March 2025\n\n"
    "Updated at 10:45 on 15 March 2025\n\nPhoto: Carl Weiss/NewsNet\n\nLONDON (NewsNet) — "
    + BODY
    + "\n\nPhoto by Tom Roe\n\nCorrection: an earlier version of this article misnamed Olga Stern."
)


@pytest.mark.parametrize("line", EXAMPLES)
def test_line(line):
    assert kind_of(line) == EXAMPLES[line]


@pytest.mark.parametrize("text", DATELINES)
def test_dateline(text):
    assert (text[: dateline(text)] or None) == DATELINES[text]


@pytest.mark.parametrize("name", ["article.txt", "article.md"])
def test_kinds_and_facts(tmp_path, name):
    (tmp_path / name).write_text(TEXT, encoding="utf8")
    article = load(tmp_path / name)
    kinds = ["title", "byline", "published", "note", "credit", "dateline", "paragraph", "paragraph", "credit", "note"]
    assert article.blocks["kind"].tolist() == kinds
    assert article.title == "Ferry to Norholm stops after forty years"
    assert (article.author, article.published) == ("Helen Marsh", date(2025, 3, 14))
    block = article.blocks.iloc[5]
    assert block["text"] == "LONDON (NewsNet) —"
    for start, end, text in article.blocks[["start", "end", "text"]].itertuples(index=False):
        assert article.text[start:end] == text


def test_no_analysis_takes_them_for_the_story():
    article = from_text(TEXT)
    about = article.blocks[article.blocks["kind"].isin(ABOUT)]
    printed = about["kind"].isin(("published", "dateline"))  # the day that is printed is a time, and no more
    for find in (find_quotes, actors, find_times, find_events, score_sentences, themes, sentences):
        rows = find(article)
        for start, end in about.loc[~printed if find is find_times else slice(None), ["start", "end"]].itertuples(
            index=False
        ):
            assert not ((rows["start"] < end) & (rows["end"] > start)).any(), find.__name__
    said = " ".join(key_phrases(article)["phrase"])
    assert not any(word in said for word in ("Marsh", "NewsNet", "Weiss", "Roe", "Stern", "version"))
    assert parse(article).text == article.text


@pytest.mark.parametrize(
    ("first", "day"),
    [
        ("OSLO, 14 March 2025 (NewsNet) — ", date(2025, 3, 14)),
        ("OSLO, March 14 (NewsNet) — ", None),
        ("OSLO — ", None),
    ],
)
def test_the_day_of_a_dateline_is_a_fact(first, day):
    assert from_text(first + BODY).published == day


def test_a_dateline_without_a_year_is_what_times_lean_on():
    article = from_text("OSLO, March 14 (NewsNet) — The ferry stopped yesterday. It had come since 2025.")
    assert find_times(article)["value"].tolist() == ["2025-03-14", "2025-03-13", "2025"]


def test_a_month_is_no_day():
    assert from_text("Ferry stops for good\n\nPublished March 2025\n\n" + BODY).published is None


@pytest.mark.parametrize(
    "name", ["By Ann Lee, Harbour Correspondent", "By Ann Lee | 14 March 2025", "By Ann Lee in Oslo"]
)
def test_an_author_has_no_job_day_or_place(name):
    assert from_text(f"Ferry stops for good\n\n{name}\n\n{BODY}").author == "Ann Lee"


@pytest.mark.parametrize(
    "text",
    [
        "Anna: The ferry was our road.\n\nBen: The road was our ferry, and it sank.\n\nAnna: The council sold it.",
        "The ferry — a wreck — sank on Monday, and nobody was hurt in the end.",
        "By Monday the ferry had sunk, and nobody knew why it had.\n\nThe council was told of it on the same day.",
    ],
)
def test_what_looks_like_them_is_the_story(text):
    assert not set(from_text(text).blocks["kind"]) & ABOUT
