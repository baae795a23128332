"""The answers say what the tables say, each name once, and lead to the words."""

import re

import pytest

from helpers import answers
from helpers.article import from_text
from helpers.themes import actors
from helpers.themes.summary import by_actor

VOICES = (
    "“We go home now to our old harbour with all of our seven ships,” said Anna Berg and Tom Hill. "
    "“We will never again go to any harbour at all in winter,” said Anna Berg."
)


def test_who_speaks_alone_and_with_others_is_named_once():
    assert answers.quotes(from_text(VOICES)).plain.endswith("Heard most: Anna Berg.")


def test_who_is_heard_as_much_as_another_is_not_heard_most():
    said = "“We go home now to our old harbour with all of our seven {} and with nine of the old nets,” said {}. "
    two = from_text(
        said.format("ships", "Anna Berg") + said.format("boats", "Tom Hill") + said.format("men", "Ada Moe")
    )
    assert "Heard most: Ada Moe, Anna Berg and Tom Hill." in answers.quotes(two).plain
    four = from_text(two.text + said.format("cats", "Ola Lie"))
    assert "Heard most" not in answers.quotes(four).plain


def test_the_words_of_an_answer_lead_to_the_article(monkeypatch):
    article = from_text(VOICES)
    ways = re.findall(r'<a data-to="#(\d+)-(\d+)">([^<]+)</a>', answers.quotes(article).body)
    assert [(name, article.text[int(a) : int(b)][:8]) for a, b, name in ways][:1] == [("Anna Berg", "“We go h")]
    monkeypatch.setenv("SNIPPETS", "1")
    assert "data-to" not in answers.quotes(article).body


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [
        ("The council of Holm closed the bridge on Monday.", "2025-05-08", "Monday, 5 May 2025"),
        ("The council of Holm closed the bridge on Monday.", None, None),  # nobody knows which
        ("The council of Holm will close the bridge on Monday.", "2025-05-08", None),
        ("The council of Holm closed the bridge in May.", "2025-05-08", None),
        ("Divers of Holm fear for the bridge that was closed on Monday.", "2025-05-08", None),
        ("The council of Holm met on Monday and closed the bridge for good in May 2030.", "2025-05-08", "5 May 2025"),
    ],
)
def test_the_day_of_the_news_is_that_of_its_own_verb(text, published, told):
    said = answers.timeline(from_text(text, published=published)).plain
    assert said.startswith("What it reports first is dated") == bool(told)
    assert not told or told in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It rained.", "It has no two numbers to compare."),
        (
            "Seven ships sank off Holm, and 12 divers came.",
            "It has 2 numbers; no two were found that could be checked.",
        ),
    ],
)
def test_nothing_to_compare_is_said_with_how_many_numbers_there_are(text, said):
    assert answers.numbers(from_text(text)).plain == said


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("“We go to Holm with seven ships,” said {0}. “We come back with nine of them,” said {0}.", True),
        ("“We go to Holm with seven ships and with nine boats,” said {0}.", False),
        (
            "Tom Berg ate. Tom Berg left. “We go to Holm with six ships,” said {0}. “We like old ships,” said {0}.",
            False,
        ),
    ],
)
def test_who_is_heard_once_and_briefly_or_has_a_namesake_is_not_heard_most(text, heard):
    assert ("Heard most" in answers.quotes(from_text(text.format("Anna Berg"))).plain) is heard


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("She ate. " * 5 + "Tom Hill saw her.", "Anna Berg"),
        ("She ate. " * 5 + "Tom Hill saw her. " + "He ate. " * 4, "Anna Berg and Tom Hill"),
        (
            "She ate. " * 5 + "“I ate, I sat, I ran, I won and I lost,” said Tom Hill.",
            None,
        ),  # the figure shows him first
        ("She ate. " * 5 + "She met a FIFA lawyer. She saw FIFA officials. " * 3, "Anna Berg"),
        ("She ate. " * 5 + "Tom Berg saw her. Tom Berg wept.", None),  # whose is a surname alone?
    ],
)
def test_who_is_mentioned_most_clearly_leads(text, named):
    said = answers.themes(from_text(f"Anna Berg ate. {text}")).plain
    assert said.partition("Mentioned most, pronouns counted: ")[2].rstrip(".") == (named or ""), said


def test_the_answer_names_first_whom_the_figure_shows_first(default):
    order = list(answers.named.named_most(default, actors(default))[0])
    assert order == by_actor(actors(default))["actor"].head(len(order)).tolist()
    assert len(order) > 1


def test_a_place_where_things_only_happen_is_a_setting():
    text = "Anna Berg spoke in Holm. She praised it. " * 3 + "It rained in Holm. " * 5
    said = answers.themes(from_text(text)).plain
    assert said.endswith("Mentioned most, pronouns counted and mere settings (Holm) left out: Anna Berg.")


def test_adjectives_of_a_group_are_not_mentions_of_it():
    text = "Anna Berg praised the {}. She wrote of the {}. She met the {}. She left the {}. The {} saw her."
    said = (answers.themes(from_text(text.format(*[word] * 5))).plain for word in ("Republicans", "Republican plan"))
    many, few = said
    assert "Republicans" in many.split("Mentioned most")[1]
    assert "Republicans" not in few.split("Mentioned most")[1]


def test_adjectives_of_a_country_are_not_mentions_of_it():
    text = "Anna Berg praised {0} voters. She met {0} women. She left {0} men. She saw {0} boys. She heard {0} girls."
    said = answers.themes(from_text(text.format("Norwegian"))).plain
    assert said.endswith("Mentioned most, pronouns counted: Anna Berg.")
