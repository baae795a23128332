"""The two offset promises, over texts that nobody would write."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.article import from_text, load
from helpers.article.boilerplate import RULES
from helpers.article.characters import CHARACTERS
from helpers.article.edits import apply, compose
from helpers.evaluate.offsets import TABLES, problems
from helpers.tables import columns

WORDS = (
    'Anna Berg said warned that the “bridge” ‘span’ "is" safe, on Friday in May 2025 two weeks ago . He ; they’d '
    "don't 6'2\" U.S. $5 naïve 東京 Москва العربية e\u0301 👩‍👩‍👧 🇳🇴 ﬁ \ud800 ＡＢ #1 # > - * ** == --- «oui» „ja“ "
    "<b> &amp; © \u202eabc"
).split(" ")
PIECES = (
    WORDS
    + [row[3] for row in CHARACTERS]
    + [f"\n{rule.example}\n" for rule in RULES]
    + [
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "  ",
        "\u00a0",
        "\u200b",
        ".",
        "”",
        "“",
        "â€™",
        "Ã©",
        "\n====\n",
        "\n---\n",
        "\n# ",
        "\n> ",
    ]
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map(" ".join)
COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def check_cleaning(article):
    rows = article.removed[["start", "end", "replacement"]].values.tolist()
    assert apply(article.source.text, rows) == article.text
    for (_, end, _), (start, _, _) in pairwise(rows):
        assert end <= start
    for start, end, text in zip(article.blocks["start"], article.blocks["end"], article.blocks["text"], strict=True):
        assert article.text[start:end] == text
        assert text == text.strip(" \n")


@settings(COMMON, max_examples=400)
@given(TEXTS)
def test_cleaning_is_its_own_log(text):
    article = from_text(text)
    check_cleaning(article)
    removed = article.removed[["start", "end"]].values.tolist()
    for position, character in enumerate(article.text):
        start, end = article.in_source(position, position + 1)
        assert start < end
        unchanged = article.source.text[start:end]
        edited = any(first < end and last > start for first, last in removed)
        assert edited or unchanged == character


@settings(COMMON, max_examples=60)
@given(TEXTS)
def test_every_table_points_at_its_words(text):
    article = from_text(text, published="2020-06-15")
    for name, table in TABLES.items():
        assert problems(article, table(article)) == [], name


@settings(COMMON, max_examples=300)
@given(st.text("abc \n", max_size=30), st.data())
def test_composed_edits_do_what_two_steps_do(text, data):
    def edits_on(current):
        cuts = sorted(data.draw(st.sets(st.integers(0, len(current)), max_size=8)))
        pairs = zip(cuts[::2], cuts[1::2], strict=False)
        return [(a, b, data.draw(st.text("xy", max_size=3)), "r") for a, b in pairs]

    first = edits_on(text)
    between = apply(text, first)
    second = edits_on(between)
    assert apply(text, compose(text, first, second)) == apply(between, second)


@pytest.mark.parametrize("text", ["", " \n ", "\ufeff", "…", "READ MORE: nothing", "“", "7"])
@pytest.mark.parametrize("name", TABLES)
def test_hardly_any_text_gives_tables_with_all_columns(text, name):
    article = from_text(text)
    table = TABLES[name](article)
    assert list(table.columns) == list(columns(name))
    assert problems(article, table) == []


def test_every_table_of_every_article(root):
    for path in sorted((root / "tests" / "articles").iterdir()):
        article = load(path)
        check_cleaning(article)
        for name, table in TABLES.items():
            assert problems(article, table(article)) == [], (path.name, name)


def test_ids_are_stable(root):
    path = root / "tests" / "articles" / "harbour.md"
    for table in TABLES.values():
        assert table(load(path))["id"].tolist() == table(load(path))["id"].tolist()
