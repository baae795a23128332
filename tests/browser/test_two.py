"""The page of two articles in headless Chromium with the network off."""

import pathlib

import axe_playwright_python
import pytest
from conftest import needs_chromium

from helpers.article import from_text, load
from helpers.compare import compare
from helpers.compare.page import page

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHECK = f"axe.run({{runOnly: {RULES}}}).then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))"
TWO = "data/corpus/two/2024-05-22_{}.md"
pytestmark = needs_chromium


@pytest.fixture(scope="module")
def written(tmp_path_factory, root):
    folder = tmp_path_factory.mktemp("two")
    a, b = (load(root / TWO.format(name)) for name in ("velmora-wire", "tarrow-review"))
    told = "The <i>ferry</i> “sank” off Oslo on Monday, </script><script>alert(1)</script>."
    hostile = from_text(f"{told} It rained."), from_text(f"{told} $x$ came.")
    for name, pair in (("pair", (a, b)), ("hostile", hostile)):
        (folder / f"{name}.html").write_text(page(*pair, compare(*pair)), encoding="utf8")
    return folder


@pytest.fixture
def opened(browser, written):
    contexts, trouble = [], []

    def open_page(name="pair", width=1280, place="", **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, offline=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        page.goto((written / f"{name}.html").as_uri() + place)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert trouble == []


def test_a_sentence_leads_to_the_one_that_tells_the_same(opened):
    page = opened()
    page.locator("#a a.s", has_text="The crew did everything right").click()
    lit = page.locator("#b .s.here")
    assert lit.count() == 1
    assert lit.text_content().startswith("“The crew did everything right,” claimed")
    lit.press("Enter")
    assert "within ten minutes" in page.locator("#a .s.here").text_content()
    page.keyboard.press("Escape")
    assert page.locator(".s.here").count() == 0


def test_one_kind_of_sentences_alone_is_seen(opened):
    page = opened()
    chip = page.get_by_role("button", name="Only in B")
    chip.click()
    assert chip.get_attribute("aria-pressed") == "true"
    seen = (
        "[...document.querySelectorAll('#b .s')].filter(s => getComputedStyle(s).opacity === '1').map(s => s.className)"
    )
    assert {name.split()[2] for name in page.evaluate(seen)} == {"onb"}
    chip.click()
    assert page.locator(".only-onb").count() == 0


def test_keys_go_from_one_reworded_sentence_to_the_next(opened):
    page = opened()
    page.keyboard.press("j")
    first = page.locator("#a .s.here").first.text_content()
    page.keyboard.press("j")
    assert page.locator("#a .s.here").first.text_content() != first
    page.keyboard.press("k")
    assert page.locator("#a .s.here").first.text_content() == first


def test_a_cell_of_a_table_leads_to_its_sentence(opened):
    page = opened()
    page.locator(".found a", has_text="212").click()
    assert "212 passengers" in page.locator("#b .s.here").text_content()


@pytest.mark.parametrize("width", [1280, 1024, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_overflows_and_all_can_be_read(opened, width, scheme):
    page = opened(width=width, color_scheme=scheme, reduced_motion="reduce")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(AXE)
    assert page.evaluate(CHECK) == []


def test_on_a_phone_one_article_is_shown_and_a_sentence_leads_to_the_other(opened):
    page = opened(width=390, reduced_motion="reduce")
    assert page.locator("#a").is_visible()
    assert not page.locator("#b").is_visible()
    page.locator("#a a.s.other").first.click()
    assert page.locator("#b .s.here").first.is_visible()
    page.get_by_role("button", name="Article A").click()
    assert page.locator("#a").is_visible()


def test_without_scripts_both_texts_and_their_links_are_there(opened):
    page = opened(java_script_enabled=False)
    assert page.locator("#a").is_visible()
    assert page.locator("#b").is_visible()
    link = page.locator("#a a.s").first
    target = link.get_attribute("href")
    link.click()
    assert page.url.endswith(target)


def test_an_article_that_tries_to_break_out_stays_text(opened):
    page = opened("hostile")
    assert "</script><script>alert(1)</script>" in page.locator("#a").text_content()
