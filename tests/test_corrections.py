"""The researcher's own aliases come first, and a file that cannot be used is never passed over."""

import pytest

from helpers.article import ArticleError, load
from helpers.quotes import find_quotes
from helpers.themes import actors

TEXT = "The Iron Lady spoke in Oslo. “We will stay,” said the Iron Lady. Anna Berg left early."


def article(folder, rows):
    (folder / "a.txt").write_text(TEXT, encoding="utf8")
    (folder / "a.corrections.csv").write_text("kind,text,name\n" + rows, encoding="utf8")
    return load(folder / "a.txt")


def test_alias_comes_first(tmp_path):
    own = article(tmp_path, "alias,Iron Lady,Anna Berg\n")
    table = actors(own)
    assert table[table["actor"] == "Anna Berg"]["text"].tolist()[:2] == ["Iron Lady", "We"]
    assert find_quotes(own)["speaker"].dropna().tolist() == ["Anna Berg"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("quote,x,y\n", "of kind “quote”"),
        ("alias,,y\n", "empty text or name"),
        ("alias,x\n", "has no kind, text, name"),
    ],
)
def test_what_cannot_be_applied_is_said(tmp_path, rows, said):
    with pytest.raises(ArticleError, match=said):
        actors(article(tmp_path, rows))
