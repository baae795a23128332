"""Two pages never differ on a number: what stands in two places is counted once."""

import re
from datetime import date

import pytest

from helpers import answers
from helpers.analyses import collect
from helpers.article import from_text, load
from helpers.findings import STATEMENTS, findings
from helpers.quotes.summary import by_speaker, of_story, voice_share
from helpers.reader.page_data import page_data

LONG = sorted(STATEMENTS, key=lambda one: -len(one.right[0]))[:9]


def articles(root):
    yield "default", load(root / "data" / "xi_putin_moscow.txt")
    for one in LONG:
        text, published = one.right
        yield one.name, from_text(f"A headline\n\n{text}", published=published and date.fromisoformat(published))


@pytest.fixture(scope="module")
def counted(root):
    return [(name, article, collect(article)) for name, article in articles(root)]


def test_words_are_counted_once(counted):
    assert len(counted) == 10
    for name, article, tables in counted:
        page = page_data(article, tables)
        told = re.search(r"running text has ([\d,]+) word", answers.about(article).plain)
        assert int(told[1].replace(",", "")) == page["words"], name
        somebodys, every = voice_share(article, tables["quotes"])
        assert (page["narrator"], page["words"]) == (every - somebodys, every), name


def test_words_of_a_headline_are_nobodys_share():
    article = from_text("# Berg: “The quay is safe”\n\n“The quay is safe,” said Anna Berg. It rained.")
    page = page_data(article)
    assert sum(one["marked"] + one["retold"] for one in page["voices"]) + page["narrator"] == page["words"]
    assert answers.quotes(article).plain.startswith("About 44 % of its words")


def test_a_voice_has_the_same_words_on_the_page_and_in_the_figure(counted):
    compared = 0
    for name, article, tables in counted:
        figure = by_speaker(of_story(article, tables["quotes"])).set_index("who")
        for voice in page_data(article, tables)["voices"]:
            if voice["k"] in figure.index:
                row = figure.loc[voice["k"]]
                assert (voice["marked"], voice["retold"]) == (row["marked"], row["paraphrased"]), (name, voice["k"])
                compared += 1
    assert compared > 3


def test_the_page_states_what_the_findings_are(counted):
    stated_at_all = 0
    for name, article, tables in counted:
        stated = findings(article, tables)
        first = [row.finding for row in stated.itertuples() if row.page == "0"]
        assert [one["t"] for one in page_data(article, tables)["findings"]] == first, name
        assert stated["finding"].is_unique, name
        stated_at_all += len(first)
    assert stated_at_all
