"""Falls of bad things and rises of good ones: forty pairs, half of them controls in which bad things do rise."""

import pytest

from helpers.article import from_text
from helpers.language import pipeline
from helpers.sentiment import score_sentences
from helpers.sentiment.directions import EXAMPLES, turns
from helpers.sentiment.features import Words

# good news, and the bad news beside it
PAIRS = [
    ("Crime fell sharply last year.", "Crime rose sharply last year."),
    ("Unemployment dropped to a record low.", "Unemployment climbed to a record high."),
    ("The clinic cut deaths from malaria.", "The flood caused deaths and malaria."),
    ("The treatment ended years of pain.", "The treatment caused years of pain."),
    ("The new dam averted a flood.", "The broken dam worsened the flood."),
    ("The pilot avoided a crash.", "The pilot caused a crash."),
    ("The factory lost fewer jobs than before.", "The factory lost many jobs."),
    ("The number of murders declined.", "The number of murders increased."),
    ("A sharp fall in poverty was reported.", "A sharp rise in poverty was reported."),
    ("Pollution was reduced by half.", "Pollution was worsened by the plant."),
    ("Fewer accidents were reported.", "More accidents were reported."),
    ("Homelessness and hunger fell.", "Homelessness and hunger grew."),
    ("The vaccine prevents severe disease.", "The virus causes severe disease."),
    ("The crisis eased.", "The crisis worsened."),
    ("The infection rate fell.", "The infection rate soared."),
    ("The reform reduced inequality.", "The reform increased inequality."),
    ("Profits rose and wages grew.", "Profits fell and wages dropped."),
    ("The town eradicated polio.", "Polio spread in the town."),
    ("Violence subsided.", "Violence escalated."),
    ("The truce halted the bloodshed.", "The raid increased the bloodshed."),
]


@pytest.mark.parametrize("text", EXAMPLES)
def test_rule(text):
    assert [sign for sign, *_ in turns(Words.of(pipeline()(text)[:]))] == [EXAMPLES[text]] * bool(EXAMPLES[text])


@pytest.mark.parametrize(("good", "bad"), PAIRS)
def test_good_news_told_with_bad_words(good, bad):
    better, worse = (score_sentences(from_text(text)).iloc[0] for text in (good, bad))
    assert better["tone"] > -0.05
    assert worse["tone"] < 0.05
    assert better["tone"] > worse["tone"] + 0.1


def test_who_denies_it_is_not_turned():
    assert score_sentences(from_text("The drug failed to prevent deaths."))["tone"].iloc[0] < 0.05


def test_the_words_add_up_to_the_tone():
    row = score_sentences(from_text("Crime fell sharply and unemployment dropped to a record low.")).iloc[0]
    assert sum(push for _, push in row["words"]) == pytest.approx(row["tone"], abs=1e-3)
    assert "crime … fell" in dict(row["words"])


def test_a_part_of_a_sentence_whose_first_noun_is_joined_to_one_outside_it_ends():
    """ "Crime" is not in it, so that "poverty" is joined to nothing: a loop that climbed it never ended."""
    assert turns(Words.of(pipeline()("Crime and poverty fell.")[2:])) == []
