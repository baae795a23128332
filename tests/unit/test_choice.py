"""Which article the notebooks read: environment, line, choice, default."""

import pytest

from helpers import choice
from helpers.article import ArticleError


@pytest.fixture(autouse=True)
def kept(tmp_path, monkeypatch):
    for name in ("ARTICLE", "PUBLISHED", "IGNORE_CHOICE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(choice, "CHOSEN", tmp_path / "chosen")
    return tmp_path / "chosen"


def test_order(tmp_path, monkeypatch):
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.txt").write_text(
            f"This is article {name}. It rained in Moscow on Friday.", encoding="utf8"
        )
    assert choice.chosen().source.path == choice.DEFAULT
    choice.choose(tmp_path / "one.txt", "2024-01-02")
    assert "article one" in choice.chosen().text
    assert choice.chosen().published.year == 2024
    other = choice.chosen(tmp_path / "two.txt")
    assert "article two" in other.text
    assert other.published is None
    monkeypatch.setenv("ARTICLE", str(tmp_path / "three.txt"))
    assert "article three" in choice.chosen(tmp_path / "two.txt").text
    monkeypatch.delenv("ARTICLE")
    monkeypatch.setenv("IGNORE_CHOICE", "1")
    assert choice.chosen().source.path == choice.DEFAULT


def test_contents_stay_beside_the_notebooks(kept):
    choice.choose_contents("../../pasted.txt", b"The harbour opened on Monday. Nobody came to see it.")
    assert "harbour" in choice.chosen().text
    assert choice.chosen().source.path.parent == kept


def test_a_bad_article_is_not_kept(tmp_path, kept):
    with pytest.raises(ArticleError):
        choice.choose(tmp_path / "none.txt")
    assert not (kept / "choice.json").exists()


def test_a_spoilt_choice_is_one_sentence(kept):
    kept.mkdir()
    (kept / "choice.json").write_text("[", encoding="utf8")
    with pytest.raises(ArticleError, match="choose the article again"):
        choice.chosen()
