"""Tone: every part belongs to words, edges have defined results, the known methods are unchanged."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from helpers import accuracy
from helpers.article import from_text
from helpers.language import american, pipeline
from helpers.language.spelling import ENDINGS
from helpers.sentiment import by_target, by_voice, score_sentences, score_voices, tone_toward
from helpers.sentiment.features import RELATIONS, Words, target_relations
from helpers.sentiment.lexicons import textblob, vader
from helpers.sentiment.model import REST, SURE, stance_of, tone_of

WORDS = st.lists(
    st.sampled_from("The bad good war peace not no never failed praised shame Oslo 12 . , “ ” és 東京 xqzt".split()),
    max_size=30,
)
VADER = SentimentIntensityAnalyzer()
ODD = [
    "",
    "War",
    "THE WAR WAS A TERRIBLE DISASTER",
    "12 345 6.7",
    "東京は日本の首都です。",
    "xqzt brft glonk",
    "!!! ???",
    "good " * 5000,
]


def words_of(text):
    return Words.of(pipeline()(text)[:])


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_words_add_up_to_the_tone(words):
    found = tone_of(words_of(" ".join(words)))
    assert math.isclose(sum(push for _, push in found["words"]), found["tone"], abs_tol=1e-9)
    assert -1 <= found["low"] <= found["tone"] <= found["high"] <= 1
    assert found["words"][-1][0] == REST


@settings(max_examples=30, deadline=None)
@given(WORDS.filter(len), st.integers(0, 29))
def test_words_add_up_to_the_stance(words, place):
    run = words_of(" ".join(words))
    first = min(place, len(run) - 1)
    found = stance_of(run, first, first + 1)
    assert math.isclose(sum(found["chances"]), 1)
    assert found["low"] <= found["high"]
    odds = math.log(found["chances"][2] / found["chances"][0])
    assert math.isclose(sum(push for _, push in found["words"]), odds, abs_tol=1e-6)


@pytest.mark.parametrize("text", ODD, ids=lambda text: text[:12] or "empty")
def test_odd_text_has_a_defined_tone(text):
    for table in (score_sentences(from_text(text, language="any")), score_voices(from_text(text, language="any"))):
        numbers = table[["polarity", "subjectivity", "vader", "tone", "low", "high", "agreement"]].to_numpy(dtype=float)
        assert not numbers.size or not (numbers != numbers).any()
        assert (table["low"] <= table["tone"]).all()
        assert (table["tone"] <= table["high"]).all()


def test_interval_widens_where_nothing_is_known():
    known, strange = tone_of(words_of("The train left.")), tone_of(words_of("Xqzt brft glonk."))
    assert strange["high"] - strange["low"] > known["high"] - known["low"]


# What one of the two methods turns, raises, takes for a face or cuts apart, beside words that they rate.
TURNS = """n't not never no very really but BUT kind of so this without doubt least at (!) ! ?! ... :) 8 ) xD x D :-.
Dr. U.S. 's ' " “ ’ don't it's ( ) İ ΑΣ a I '' 2015 and/or day, 😀 END-OF-SENTENCE good bad
badly GREAT awful war""".split()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*TURNS, "\n", "\n\n", "\r\n"]), max_size=14), st.sampled_from([" ", " ", ""]))
def test_known_methods_are_unchanged(words, between):
    text = between.join(words)
    found = textblob(text)
    assert (found["polarity"], found["subjectivity"]) == tuple(TextBlob(text).sentiment)
    assert vader(text) == VADER.polarity_scores(text)["compound"]


def test_tone_tells_good_from_bad():
    table = score_sentences(from_text("The attack killed a child. The festival was a wonderful success."))
    assert table["tone"].iloc[0] < -0.05
    assert table["tone"].iloc[1] > 0.05


@pytest.mark.parametrize("relation", RELATIONS)
def test_relation(relation):
    text, word = RELATIONS[relation]
    doc = pipeline()(text)
    target = [token.i for token in doc if token.text in ("Anna", "Berg")]
    how = target_relations(Words.of(doc[:]), target[0], target[-1] + 1)
    assert how[next(token.i for token in doc if token.text == word)] == relation


def test_stance_follows_the_target():
    article = from_text("The court praised Anna Berg. The court condemned Tom Roe as a criminal.")
    places = {name: article.text.index(name) for name in ("Anna Berg", "Tom Roe")}
    scores = {name: tone_toward(article, start, start + len(name))["score"] for name, start in places.items()}
    assert scores["Anna Berg"] > 0 > scores["Tom Roe"]


def test_the_label_goes_by_the_score():
    article = from_text("The court praised Anna Berg. It met Tom Roe. It condemned Liv Dahl as a criminal.")
    for name in ("Anna Berg", "Tom Roe", "Liv Dahl"):
        start = article.text.index(name)
        found = tone_toward(article, start, start + len(name))
        wanted = "positive" if found["score"] > SURE else "negative" if found["score"] < -SURE else "neutral"
        assert found["label"] == wanted


def test_where_the_label_changes_is_said(root):
    assert f"between -{SURE} and {SURE}" in tone_toward.__doc__
    assert f"by more than {SURE}, else neutral" in (root / "notebooks" / "4_sentiment.ipynb").read_text("utf8")


@pytest.mark.parametrize("ending", ENDINGS)
def test_british_spelling_counts_as_american(ending):
    old, new, example = ending
    assert american(example) == example.removesuffix(old) + new


def test_a_sentence_keeps_its_tone_in_british_spelling():
    texts = ("The centre was a great honour towards peace.", "The center was a great honor toward peace.")
    assert len({score_sentences(from_text(text))["tone"].iloc[0] for text in texts}) == 1


def test_stance_needs_a_word():
    with pytest.raises(ValueError, match="no word between"):
        tone_toward(from_text("It rained."), 2, 3)


def test_aggregates_hold_their_intervals(default):
    for table, mean in ((by_voice(score_voices(default)), "tone"), (by_target(default), "score")):
        assert len(table)
        assert (table["low"] <= table[mean] + 1e-9).all()
        assert (table[mean] <= table["high"] + 1e-9).all()


def test_what_was_measured_is_there():
    table = accuracy.compared()
    best = table[table["kind"] == "Spearman"].set_index("method")["result"]
    assert best["tone"] > best["VADER"] > best["TextBlob"]
    assert set(accuracy.compared(reliability=True)["method"]) == {"tone", "stance"}
