"""Articles of other shapes than the default, each through every notebook."""

import pytest
from conftest import CHROMIUM

from helpers.__main__ import main


def long_article():
    """1,500 words, no two paragraphs alike."""
    paragraph = (
        "“The harbour of town {0} will close in {1},” said Governor Anna Berg on May {2}. Engineer Tom Roe claimed "
        "that {3} ships a day were “far too many” for the old pier, and the council of Northport warned of delays. "
        "She promised repairs within {4} years. He was delighted, but the fishermen were furious about the costs."
    )
    return "\n\n".join(
        paragraph.format(n, 1990 + n % 40, n % 28 + 1, n % 90 + 2, n % 9 + 2) for n in range(1_500 // 54 + 1)
    )


# three_sentences.txt has no quotation, no date and no heading
STORY = "harbour.md"
SCREENS = 20
ARTICLES = [STORY, "three_sentences.txt", "long"]


@pytest.mark.parametrize("name", ARTICLES)
def test_any_article_through_all_notebooks(name, tmp_path, root, capsys, request, coarse, few_changes):
    path = root / "tests" / "articles" / name
    if name == "long":
        path = tmp_path / "long.txt"
        path.write_text(long_article(), encoding="utf8")
    out = tmp_path / "out"
    assert main(["render", str(path), "--out", str(out), "--published", "2025-05-08"]) == 0
    printed = capsys.readouterr().out
    assert printed.count(": done") == 7
    assert "8 pages in" in printed
    for page in out.glob("*.html"):
        text = page.read_text(encoding="utf8")
        assert len(text) < 4_000_000
        assert "xi_putin_moscow" not in text.replace("../data/xi_putin_moscow.txt", "")
    if name == STORY and CHROMIUM:  # a story of 242 words is short to read about, too
        page, screens = request.getfixturevalue("browser").new_page(viewport={"width": 1280, "height": 900}), 0
        for path in out.glob("*.html"):
            page.goto(path.as_uri())
            screens += page.evaluate("document.documentElement.scrollHeight") / 900
        page.close()
        assert 5 < screens <= SCREENS
