"""What ought not to matter, and what is wrong: edits are the ones meant, and errors are shown first."""

import csv
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import accuracy, answers, figures
from helpers.article import ArticleError, from_text, load
from helpers.article.edits import apply
from helpers.article.reworded import uncorrected
from helpers.evaluate import against_gold, agreement
from helpers.evaluate.gold import TABLES
from helpers.gold.marked import read
from helpers.quotes import find_quotes
from helpers.robustness import halved, invariance, sensitivity
from helpers.robustness.effects import compare
from helpers.robustness.substitutions import PEOPLE, changes, mover
from helpers.themes import actors

STORY = (
    "Anna Berg praised her town in Berlin. “We labour for the harbour,” she said, and Berg smiled at France.\n"
    "The French minister, Tom Clark, left early. Mr. Clark had failed his voters, Berg said."
)


@pytest.fixture(scope="module")
def story():
    return from_text(STORY)


def test_names_are_exchanged_whole_and_by_surname(story):
    first, second = (name.split() for name in PEOPLE["African"].split(", ")[:2])
    text = apply(story.text, changes(story)["African names"])
    assert text.startswith(f"{first[0]} {first[1]} praised her town")
    assert f"and {first[1]} smiled" in text
    assert f"{second[0]} {second[1]}, left early. Mr. {second[1]} had" in text
    assert "Berg" not in text
    assert "Clark" not in text


def test_countries_genders_spelling_and_marks(story):
    found = {name: apply(story.text, edits) for name, edits in changes(story).items()}
    assert "French" not in found["other countries"]
    assert "France" not in found["other countries"]
    assert "praised his town" in found["other genders"]
    assert "Ms. Clark had failed her voters" in found["other genders"]
    assert "labor for the harbor" in found["American spelling"]
    assert '"We labour for the harbour,"' in found["straight quotation marks"]
    assert "France.\n\nThe French" in found["blank lines between paragraphs"]
    assert "curly quotation marks" not in found


EDITS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 5), st.text(max_size=6)), max_size=8)


@given(st.text(min_size=70, max_size=90), EDITS)
def test_places_move_with_the_text(text, raw):
    edits, last = [], -1
    for start, length, new in sorted(raw):
        if start > last:
            edits.append((start, start + length, new))
            last = start + length
    other, moved = apply(text, edits), mover(edits)
    inside = {place for start, end, _ in edits for place in range(start, end + 1)}
    for place in range(70):
        if place not in inside:
            assert other[moved(place)] == text[place]
            assert moved(place, end=True) == moved(place)


def test_an_edit_that_changes_nothing_moves_nothing(story):
    found = compare(story, [(0, 4, "Anna")])
    assert (found["sentences"][["tone", "polarity", "vader"]] == 0).all(axis=None)
    assert found["flips"][0] == found["lost"] == found["new"] == 0


def test_a_change_of_words_does_move(story):
    start = story.text.index("failed")
    found = compare(story, [(start, start + 6, "delighted")])
    assert found["sentences"]["tone"].abs().max() > 0.1


def test_the_bounds_are_checked(story):
    table = invariance(story)
    assert {"Scandinavian names", "other genders", "other countries"} <= set(table["change"])
    assert "all are kept" in answers.unmoved(table.assign(tone=0.01, flips=0.0, attribution=1.0)).plain
    assert "no stance" in answers.unmoved(table.assign(tone=0.0, flips=0.0, attribution=1.0)).plain
    assert (
        "tone and attribution do not keep" in answers.unmoved(table.assign(tone=0.5, flips=0.0, attribution=0.5)).plain
    )
    assert "None of the changes applies" in answers.unmoved(table.iloc[:0]).plain


def test_the_default_article_within_the_bounds(default):
    table = invariance(default)
    assert table["tone"].max() <= 0.02
    assert table["flips"].max() <= 0.02
    assert table["attribution"].min() >= 0.98


QUOTED = "# The quay\n\nAnna Berg wrote in a letter:\n\n> The quay is broken and will stay so.\n\nNobody answered.\n"


def test_what_a_file_says_of_its_blocks_is_carried_over(tmp_path):
    """Markdown's quotation has no marks: read from the bare text, it would be nobody's words."""
    path = tmp_path / "quay.md"
    path.write_text(QUOTED, encoding="utf8")
    article = load(path)
    assert (article.blocks["kind"] == "blockquote").any()
    found = compare(article, changes(article)["English names"])
    assert found["kept"] == len(find_quotes(article)) > 0
    assert found["lost"] == found["new"] == 0
    assert found["other"].blocks["kind"].tolist() == article.blocks["kind"].tolist()


def test_corrections_are_no_change(tmp_path):
    """What is asked is how steady the program is, not the researcher who overruled it."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf8")
    bare = invariance(load(path))
    (tmp_path / "story.corrections.csv").write_text("kind,text,name\nalias,Anna Berg,Liv Dahl\n", encoding="utf8")
    article = load(path)
    assert "Liv Dahl" in set(actors(article)["actor"])
    assert invariance(article).equals(bare)
    assert halved(article).equals(halved(uncorrected(article)))


def test_errors_come_first(root, default):
    gold = against_gold(default)
    assert set(gold["table"]) == set(TABLES)
    for _, own in gold.groupby("table"):
        assert (own["result"] == "right").sum() >= 0.5 * len(own)
        assert own["result"].eq("right").is_monotonic_increasing
    assert (gold.loc[gold["result"] == "missed", "found"] == "").all()
    assert "Nobody has marked this article" in answers.gold(against_gold(from_text(STORY))).plain


def test_the_settled_gold_is_the_readings_and_the_differences(root, default):
    """Every settled row is in a reading, every row of only one reading is in the list of differences."""
    folder = root / "data" / "gold"
    for name in TABLES:
        first, second = (
            set(read(folder / "passes" / f"xi_putin_moscow.{name}.a{n}.csv", name, default.text)) for n in (1, 2)
        )
        settled = set(read(folder / f"xi_putin_moscow.{name}.csv", name, default.text))
        assert settled <= first | second
        with (folder / "xi_putin_moscow.differences.csv").open(encoding="utf8", newline="") as file:
            places = {(int(row["start"]), int(row["end"])) for row in csv.DictReader(file) if row["table"] == name}
        for start, end, _ in (first ^ second) | (settled ^ first):
            assert any(a < end and start < b for a, b in places), (name, default.text[start:end])


def test_a_second_annotator_is_told_apart_from_a_second_reading(root, default, tmp_path):
    folder = tmp_path / "passes"
    folder.mkdir()
    names = [f"xi_putin_moscow.times.{reading}.csv" for reading in ("a1", "a2", "b1")]
    for name, old in zip(names, ("a1", "a2", "a1"), strict=True):
        shutil.copy(root / "data" / "gold" / "passes" / f"xi_putin_moscow.times.{old}.csv", folder / name)
    table = agreement(default, tmp_path)
    assert table[["first", "second", "alpha"]].values.tolist()[1] == ["a1", "b1", 1.0]
    assert table["whose"].tolist() == ["one annotator's consistency", "two annotators", "two annotators"]
    assert "two annotators: times" in answers.readings(table).plain
    assert "One person read twice" not in answers.readings(table).plain
    assert "no two readings" in answers.readings(agreement(default, tmp_path / "nowhere")).plain


def test_an_own_gold_of_one_table_is_enough_and_a_wrong_one_is_a_sentence(tmp_path):
    (tmp_path / "mine.txt").write_text(STORY, encoding="utf8")
    own = load(tmp_path / "mine.txt")
    start = STORY.index("Berlin")
    path = tmp_path / "mine.actors.csv"
    path.write_text(f"start,end,text,actor\n{start},{start + 6},Berlin,Berlin\n", encoding="utf8")
    table = against_gold(own, tmp_path)
    assert set(table["table"]) == {"actors"}
    assert (table["result"] == "right").sum() == 1
    for wrong in ("start,end,text\n1,2,n\n", "start,end,text,actor\na,2,n,x\n"):
        path.write_text(wrong, encoding="utf8")
        with pytest.raises(ArticleError, match=r"mine\.actors\.csv: cannot be read"):
            against_gold(own, tmp_path)


def test_without_a_family_that_carries_it_the_answer_changes(default):
    table = sensitivity(default)
    assert (table["changes"] == (table["all"] != table["without"])).all()
    assert table.groupby("table")["share"].sum().between(0.99, 1.01).all()
    assert table["changes"].any()
    assert sensitivity(from_text("")).empty


def test_another_text_of_the_same_name_has_no_gold(tmp_path):
    (tmp_path / "xi_putin_moscow.txt").write_text(STORY, encoding="utf8")
    assert against_gold(load(tmp_path / "xi_putin_moscow.txt")) is None


def test_half_an_article(default):
    table = halved(default)
    assert table["same"].le(table["rows"]).all()
    assert table.set_index("table").loc["tones", "share"] == 1.0
    assert halved(from_text("It rained.")).empty


def test_the_picture_says_what_the_file_says():
    described = figures.accuracy(accuracy.summary())
    assert len(described.values) >= 12
    assert described.description.startswith("Dot plot")
