"""Contradictions: those that are planted are found, the tempting ones are not."""

from csv import DictReader
from pathlib import Path

import pytest

from helpers.article import from_text
from helpers.consistency import EXAMPLES, check_consistency

HERE = Path(__file__).parents[1] / "contradictions"


def texts(name):
    with (HERE / f"{name}.tsv").open(encoding="utf8", newline="") as lines:
        return list(DictReader(lines, delimiter="\t"))


@pytest.mark.parametrize("kind", EXAMPLES)
def test_rule(kind):
    wrong, right = EXAMPLES[kind]
    assert check_consistency(from_text(wrong, published="2025-05-08"))["kind"].tolist() == [kind]
    assert check_consistency(from_text(right, published="2025-05-08")).empty


# "before" was written before the rules, "after" after them, "fresh" when both had been looked at, and
# "later" when all three had; each was then used to mend the rules, so none is a held-out measure.
@pytest.mark.parametrize("name", ["before", "after", "fresh", "later"])
def test_recall_and_precision(name):
    planted = found = right = 0
    for row in texts(name):
        kinds = check_consistency(from_text(row["text"]))["kind"].tolist()
        planted += row["planted"] == "yes"
        found += len(kinds)
        right += row["planted"] == "yes" and row["kind"] in kinds
    assert right >= 0.8 * planted
    assert right >= 0.9 * found


def test_every_kind_has_texts_of_both_sorts():
    rows = texts("before") + texts("after")
    for kind in {row["kind"] for row in rows}:
        assert [sum(row["kind"] == kind and row["planted"] == sort for row in rows) for sort in ("yes", "no")] == [4, 4]


def test_both_places_hold_their_words():
    article = from_text("The bridge was opened on Monday, May 8, 2025. It cost a lot.")
    row = check_consistency(article).iloc[0]
    assert row["text"] == "Monday"
    assert article.text[row["evidence_start"] : row["evidence_end"]] == "Monday, May 8, 2025"


def test_what_two_speakers_dispute_is_no_contradiction_of_the_article():
    text = "Ada Holm said that the fire killed 14 men. Ben Ross said that the 17 men killed in the fire were guests."
    assert check_consistency(from_text(text)).empty


@pytest.mark.parametrize(
    "text",
    [
        "Berg inserted herself into the 2025 primary in recent days.",  # the year is a name's
        "The laptop is quick, and it earned a total score of 2072 in the test.",
        "The rival sold at 2099 and drew less power.",
        "The inquiry is about the 2016 election. The party fears for the 2020 election.",
        "The six firms join the original four firms picked in spring. The four firms were picked from ten.",
        "Till now all of them had been made for outdoor use. The new indoor lamp is cheap.",
        "After a break later that month, the tour goes on on February 7 in Oslo.",
        "“It makes me proud,” Ada Holm said. “If it makes him proud, let it,” Ada Holm said.",
    ],
)
def test_what_fired_on_published_articles_is_silent(text):
    assert check_consistency(from_text(text, published="2024-11-20")).empty


def test_the_year_after_a_preposition_still_counts():
    found = check_consistency(from_text("The new bridge opened in 2031 and was closed.", published="2024-11-20"))
    assert found["kind"].tolist() == ["tense"]
