"""In short: a few of the article's own sentences, and never what only stands beside the story."""

import pytest
from nltk.stem import PorterStemmer

from helpers.article import from_text, load
from helpers.findings import in_short
from helpers.findings.in_short import scored
from helpers.findings.role import role as role_of
from helpers.language import parse
from helpers.language.partial_import import alone

REPORT = """Bridge to close for a year

The council will close the Holm bridge for a year from May because its cables have rusted, it said on Monday.

Repairs cost 4.2 million pounds, twice as much as was planned in 2020.

Ferry owner Anna Berg said her two boats could not carry the 9,000 people who cross each day. She wants a third boat.

Traders in the old town reject the plan and fear for their shops. They have asked a court to stop it.

The council has not said who will pay for the ferries.

It rained on the day of the announcement.
"""


def test_it_tells_few_things_in_the_articles_own_words():
    article = from_text(REPORT)
    table = in_short(article)
    assert 1 <= len(table) <= 5
    assert table["start"].iloc[0] == article.text.index("The council will close")
    for row in table.itertuples():
        assert article.text[row.start : row.end] == row.text
    assert "rained" not in " ".join(table["text"])
    assert len({place for row in table.itertuples() for place in range(row.start, row.end)}) == sum(
        table["end"] - table["start"]
    )  # nothing is told twice


@pytest.mark.parametrize(
    ("words", "role"),
    [("4.2 million", "main figure"), ("reject the plan", "disputed"), ("has not said", "open")],
)
def test_roles_are_read_from_cues(words, role):
    table = in_short(from_text(REPORT))
    assert table.set_index("role")["text"].str.contains(words).get(role) is not None
    assert table.loc[table["text"].str.contains(words), "role"].tolist() == [role]


@pytest.mark.parametrize(
    ("figure", "role"),
    [
        ("The ferries of Holm carry 9,000 people on a day without a bridge.", "main figure"),
        ("Norway has 5,000,000 sheep and about 12 million trout.", None),  # of something else
        ("Holm was promised $90 million for the bridge in the early 1990s.", None),  # of then
    ],
)
def test_the_main_figure_is_of_what_happened(figure, role):
    before = "The council will close the bridge of Holm to all traffic on Monday. It rained. It snowed. It hailed.\n\n"
    table = in_short(from_text(before + figure))
    told = table.loc[table["text"] == figure, "role"]
    assert [None if missing else one for one, missing in zip(told, told.isna(), strict=True)] == [role]


@pytest.mark.parametrize(
    ("first", "role"),
    [
        ("Two men were killed on Monday when a boat exploded in the harbour of Holm, police said.", "what happened"),
        (
            "The council closed the bridge on Monday, saying it would fall unless its cables were changed.",
            "what happened",
        ),
        ("Mayor Anna Berg said on Monday that the bridge of Holm would have to be closed to cars.", "who says it"),
        ("There is a bridge in Holm that nobody who lives there wants to cross on a windy day.", None),
    ],
)
def test_what_the_first_row_does(first, role):
    table = in_short(from_text(first + " It rained."))
    assert (None if table["role"].isna().iloc[0] else table["role"].iloc[0]) == role


def test_a_passage_closes_the_marks_that_it_opens():
    said = "The bridge of Holm must close, Anna Berg told the council on Monday, “because its cables rust. It is old.”"
    table = in_short(from_text(said))
    assert table["text"].tolist() == [said]


def test_a_pronoun_brings_the_sentence_that_it_leans_on():
    table = in_short(from_text(REPORT))
    for text in table["text"]:
        assert not text.startswith(("She ", "They "))


def test_what_a_pronoun_needs_may_stand_in_the_paragraph_before_but_not_beyond_a_caption():
    story = "The old ferry of Holm sank on Monday near the quay.\n\n{}She had warned the council of the ferry in May."
    told = in_short(from_text(story.format("")))["text"]
    assert not told.str.startswith("She").any()
    apart = from_text(story.format("Berg (left) at the quay.\n\n"))
    assert in_short(apart)["text"].tolist()[0].endswith("quay.")


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The girls were refused by the school in May.", "what happened"),
        ("The company denied the charge in court.", "disputed"),
        ("The council is expected to vote on the bridge on Tuesday.", "open"),
        ("The council expected a vote on the bridge by the end of May.", None),
        ("The bridge is old.", None),
        ("“The bridge will be closed for a year,” Anna Berg said.", "who says it"),
        (
            "The bridge, which cost 40 million pounds, fell into the sea while the guests of the mayor stood on the "
            "quay and waved at the boats.",
            "what happened",
        ),
    ],
)
def test_a_role_is_read_from_the_main_clause_or_is_missing(sentence, role):
    article = from_text(f"The council met on Monday to talk of ferries. {sentence}")
    found = [one for one, _ in scored(article)]
    assert role_of(parse(article), found, 1) == (role or "")


def test_a_sentence_told_twice_counts_once():
    article = from_text(REPORT + "\nThe council will close the Holm bridge for a year from May, it said.\n")
    assert in_short(article)["text"].str.contains("will close the Holm bridge").sum() == 1


def test_a_caption_is_no_row(tmp_path):
    article = from_text("Berg (left) and Holm at the new ferry on May 2.\n\n" + REPORT.split("\n\n", 1)[1])
    assert not in_short(article)["text"].str.contains("(left)", regex=False).any()


@pytest.mark.parametrize("text", ["", "Yes.", "It will.", "12 %"])
def test_a_text_of_next_to_nothing_gives_a_table(text):
    table = in_short(from_text(text, language="any"))
    assert list(table.columns)[:4] == ["id", "start", "end", "text"]
    assert len(table) <= 1


def test_the_default_article_begins_with_what_happened(root):
    table = in_short(load(root / "data" / "xi_putin_moscow.txt"))
    assert len(table) == 5
    assert table["role"].iloc[0] == "what happened"


def test_the_stemmer_is_nltks_own(default):
    words = sorted(set(default.text.split()))
    ours, theirs = alone("nltk.stem.porter").PorterStemmer(), PorterStemmer()
    assert [ours.stem(word) for word in words] == [theirs.stem(word) for word in words]
