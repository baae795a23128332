"""Figures in headless Chromium with the network off: each mark says its value and lists what stands behind it."""

import pytest
from conftest import needs_chromium

from helpers import corpus, figures
from helpers.analyses import collect
from helpers.corpus import questions
from helpers.export.pictures import FIGURES
from helpers.reader.shell import hash_of

pytestmark = needs_chromium
OF_MANY = ("voices", "tone", "claim", "gender")
POLICY = (
    f"default-src 'none'; style-src 'unsafe-inline'; script-src {hash_of(figures.figure_script())}; base-uri 'none'"
)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory, default, practice):
    """A page with every figure of the default article, and one with those of the practice corpus; each by its name."""
    tables = collect(default)
    own = {name: draw(default, tables) for name, draw in FIGURES.items()}
    once = corpus.opened(corpus.opened(practice), copies=False)
    voices, tones, claims = questions.voices(once), questions.tones(once), questions.changing_claims(once)
    what = claims["what"].iloc[0]
    many = {
        "voices": figures.voices_over_time(voices, questions.voice_days(once, voices["speaker"].head(10))),
        "tone": figures.tone_over_time(questions.tone_by_month(tones), questions.month_passages(once)),
        "claim": figures.claim_spread(questions.spread(once, what), what),
        "gender": figures.heard_by(questions.heard_by_gender(once), "gender"),
    }
    folder = tmp_path_factory.mktemp("figures")
    for page, found in (("article", own), ("corpus", many)):
        body = "".join(figure.html() for figure in found.values())
        policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        html = f'<!doctype html><html lang="en"><meta charset="utf-8">{policy}<body class="page">{body}</body></html>'
        (folder / f"{page}.html").write_text(html, encoding="utf8")
    return folder, own, many


def opened(browser, drawn, name, width=1000, **options):
    page = browser.new_context(viewport={"width": width, "height": 900}, offline=True, **options).new_page()
    page.goto((drawn[0] / f"{name}.html").as_uri())
    return page


def listed(figure):
    """The passages under a figure, and the words in them that are marked."""
    return figure.locator(".found li").all_inner_texts(), figure.locator(".found mark").all_inner_texts()


@pytest.mark.parametrize(("width", "drawing"), [(1000, "wide"), (390, "narrow")])
def test_every_mark_lists_its_sentences_by_a_click_and_by_enter(browser, drawn, default, width, drawing):
    page = opened(browser, drawn, "article", width)
    text = " ".join(default.text.split())
    for name, described in drawn[1].items():
        figure = page.locator(f"#{described.name}")
        marks = figure.locator(f".{drawing} svg a[data-at]:not([data-at=''])")
        assert marks.count() >= 1, name
        for n in {0, marks.count() - 1}:
            marks.nth(n).focus()
            said = marks.nth(n).locator("title").text_content()
            assert figure.locator(".value").inner_text() == said, name
            marks.nth(n).press("Enter")
            rows, marked = listed(figure)
            assert rows, (name, said)
            assert marked, (name, said)
            assert all(" ".join(words.split()) in text for words in marked), (name, said)
            assert figure.locator(".found p").inner_text() == said
            marks.nth(n).press("Escape")
            assert listed(figure) == ([], [])
            marks.nth(n).dispatch_event("click")
            assert listed(figure) == (rows, marked)
            figure.get_by_role("button", name="Close").click()
            assert listed(figure) == ([], [])
        assert page.url.endswith("article.html"), name  # a click does not lead away
    page.context.close()


def test_a_bar_is_clicked_and_pointed_at_where_it_is_drawn(browser, drawn):
    page = opened(browser, drawn, "article")
    figure = page.locator("#voices")
    bar = figure.locator(".wide svg a[data-at] path").first
    bar.hover()
    said = figure.locator(".wide svg a[data-at] title").first.text_content()
    assert figure.locator(".value").inner_text() == said
    bar.click()
    rows, _ = listed(figure)
    assert len(rows) >= 5
    page.context.close()


def test_one_stop_for_the_keyboard_and_arrows_from_mark_to_mark(browser, drawn):
    page = opened(browser, drawn, "article")
    drawing = page.locator("#voices .wide svg")
    assert drawing.locator("a[tabindex='0']").count() == 1
    drawing.locator("a[tabindex='0']").focus()
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") != first
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == first
    page.context.close()


@pytest.mark.parametrize("name", OF_MANY)
def test_marks_of_many_articles_list_their_passages(browser, drawn, name):
    page = opened(browser, drawn, "corpus")
    described = drawn[2][name]
    figure = page.locator(f"#{described.name}")
    marks = figure.locator(".wide svg a[data-at]:not([data-at=''])")
    assert marks.count() == len({key for key, places, _ in described.figure.marks.values() if places}) > 5
    for n in (0, marks.count() - 1):
        marks.nth(n).focus()
        marks.nth(n).press("Enter")
        rows, marked = listed(figure)
        assert 1 <= len(rows) <= 4
        assert len(marked) == len(rows)
        assert all(row.startswith("20") for row in rows)  # the day, and the outlet where it is not the figure's
        assert marks.nth(n).get_attribute("href") is None
        assert marks.nth(n).get_attribute("role") == "button"
    page.context.close()


def test_without_scripts_the_sentences_are_there(browser, drawn):
    page = opened(browser, drawn, "article", java_script_enabled=False)
    figure = page.locator("#voices")
    figure.locator("summary").click()
    assert figure.locator(".behind li").count() >= 20
    assert figure.locator(".behind a.go").first.is_visible()
    page.context.close()
