"""The exported pages in headless Chromium with the network off: each promise by doing what a person does."""

import pathlib

import axe_playwright_python
import pytest
from conftest import needs_chromium

from helpers import reader
from helpers.article import from_text
from helpers.quotes import find_quotes
from helpers.timeline import find_times

pytestmark = needs_chromium
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WHOLE = "6_whole_picture.html"
QUOTES = "3_quotes.html"


@pytest.fixture
def opened(browser, site):
    """Open a page as a person does: from the file system, with the network off, and note any trouble."""
    contexts, trouble = [], []

    def open_page(name, width=1100, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("requestfailed", lambda request: trouble.append(request.url))
        page.on("dialog", lambda dialog: (trouble.append("a dialog opened"), dialog.dismiss()))
        page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else trouble.append(r.url))
        page.goto(name if "://" in name else (site / name).as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not trouble


@pytest.mark.parametrize(("width", "scheme"), [(1000, "light"), (390, "dark")])
def test_pages_without_a_network(opened, site, width, scheme):
    page = opened("index.html", width, color_scheme=scheme)
    for path in sorted(site.glob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name
        assert page.evaluate("[...document.images].every(i => i.complete && i.naturalWidth > 0)"), path.name
        assert page.evaluate("document.documentElement.lang") == "en"
        assert page.title()
        assert page.locator("meta[name=description]").get_attribute("content")
        assert page.locator("meta[property='og:title']").get_attribute("content") == page.title()
    page.goto((site / "index.html").as_uri())
    page.click("main a[href='3_quotes.html'] >> nth=0")
    assert page.url.endswith("3_quotes.html")
    assert page.locator("h1").inner_text().startswith("Trace the quotes")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened, site, scheme):
    page = opened("index.html", color_scheme=scheme, bypass_csp=True)
    check = f"axe.run({{runOnly: {RULES}}}).then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))"
    for path in sorted(site.glob("*.html")):
        page.goto(path.as_uri())
        page.evaluate(AXE)
        assert page.evaluate(check) == [], path.name
    page.goto((site / WHOLE).as_uri())
    page.evaluate(AXE)
    page.locator("mark.q").first.click()
    assert page.evaluate(check) == []
    for box in page.locator(".cr-reader .controls input[type=checkbox]").all():
        box.uncheck()
    assert page.evaluate(check) == []


def ground(page, selector):
    return page.locator(selector).first.evaluate("e => getComputedStyle(e).backgroundColor")


def test_layers_are_switched_on_and_off(opened):
    page = opened(WHOLE)
    assert ground(page, "mark.q") != "rgba(0, 0, 0, 0)"
    page.get_by_role("checkbox", name="Quotations").uncheck()
    assert ground(page, "mark.q") == "rgba(0, 0, 0, 0)"
    page.get_by_role("checkbox", name="Quotations").check()
    assert ground(page, "mark.q") != "rgba(0, 0, 0, 0)"
    line = "e => getComputedStyle(e).borderBottomStyle"
    assert page.locator("b.a").first.evaluate(line) == "solid"
    page.get_by_role("checkbox", name="Actors").uncheck()
    assert page.locator("b.a").first.evaluate(line) == "none"


def test_pointing_tapping_and_closing(opened):
    page = opened(WHOLE)
    panel = page.locator(".panel")
    assert panel.is_hidden()
    page.locator("em.cue").nth(1).hover()
    assert "quotation" in panel.inner_text()
    page.locator("u.t").first.click()
    assert panel.locator(".what").first.inner_text().startswith("Time")
    panel.get_by_role("button", name="Close").click()
    assert panel.is_hidden()


def test_tapping_on_a_phone(opened):
    page = opened(WHOLE, 390, 800, has_touch=True, is_mobile=True)
    page.locator("mark.q").nth(3).tap()
    assert "Confidence" in page.locator(".panel").inner_text()


def test_marks_by_keyboard_alone(opened):
    page = opened(WHOLE)
    page.get_by_role("searchbox", name="Search the text").focus()
    page.keyboard.press("Tab")
    focused = "document.activeElement.getAttribute('aria-label')"
    first = page.evaluate(focused)
    assert first
    page.keyboard.press("ArrowRight")
    second = page.evaluate(focused)
    assert second
    assert page.evaluate("document.activeElement.className") == "v"
    assert page.locator(".panel").is_visible()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(focused) == first
    kinds = page.evaluate("[...document.querySelectorAll('span.v')].map(b => b.getAttribute('aria-label'))")
    for kind in ("quotation", "Actor: ", "Time", "Tone", "Contradiction"):
        assert any(kind in label for label in kinds), kind
    page.keyboard.press("Escape")
    assert page.locator(".panel").is_hidden()


def test_copied_text_is_the_article(opened, default):
    """What a person selects and copies has the article's words, no marks and no breaks inside a paragraph."""
    page = opened(WHOLE)
    paragraph = page.locator(".cr-reader p.paragraph").first
    assert paragraph.inner_text() == default.blocks["text"].iloc[0]


def test_only_one_speaker(opened):
    page = opened(WHOLE)
    every = page.locator("mark.q:not(.off)").count()
    page.get_by_role("combobox").select_option(label="Xi Jinping")  # the first of that name: as a speaker
    assert 0 < page.locator("mark.q:not(.off)").count() < every
    page.locator("mark.q:not(.off)").first.click()
    assert "Xi Jinping" in page.locator(".panel").inner_text()
    page.get_by_role("combobox").select_option(label="Everyone and everything")
    assert page.locator("mark.q:not(.off)").count() == every


def test_only_one_theme(opened):
    page = opened(WHOLE)
    theme = page.locator("optgroup[label=Themes] option").first.get_attribute("value")
    page.get_by_role("combobox").select_option(theme)
    assert 0 < page.locator(".text [data-s].away").count() < page.locator(".text [data-s]").count()


def test_search(opened, default):
    page = opened(WHOLE)
    page.get_by_role("searchbox", name="Search the text").fill("moscow")
    page.keyboard.press("Enter")
    wanted = page.evaluate(
        "document.querySelector('.cr-reader .text').innerText.toLowerCase().split('moscow').length - 1"
    )
    assert page.locator(".cr-reader .found").inner_text() == f"1 of {wanted}"
    page.locator("button:text('Next')").click()
    assert page.locator(".cr-reader .found").inner_text() == f"2 of {wanted}"
    page.get_by_role("searchbox", name="Search the text").fill("zebra")
    page.get_by_text("0 found").wait_for()


def test_the_map_shows_where_marks_lie_and_leads_there(opened):
    page = opened(WHOLE)
    assert page.locator(".map path").count() >= 4
    page.locator(".map").scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    box = page.locator(".map").bounding_box()
    page.mouse.click(box["x"] + 5, box["y"] + box["height"] * 0.95)
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") > before


def test_a_link_opens_the_page_at_a_passage(opened, site, default):
    row = find_quotes(default).query("kind == 'direct'").iloc[-1]
    page = opened((site / WHOLE).as_uri() + f"#{row.start}-{row.end}")
    assert "Direct quotation" in page.locator(".panel").inner_text()
    words = page.locator("mark.q.here").first
    assert row.text.startswith(words.inner_text()[:20])
    box = words.bounding_box()
    assert 0 <= box["y"] < 900
    # any passage, even one that no mark begins or ends at
    page = opened((site / WHOLE).as_uri() + "#3-9")
    chosen = "[...CSS.highlights.get('cr-target')].map(r => r.toString()).join('')"
    assert page.evaluate(chosen) == default.text[3:9]


def test_offsets_count_signs_outside_the_first_plane_once(opened, tmp_path):
    article = from_text("It was 😀 closed in 1945, she said.\n\n😀😀 It opened in 1946.")
    times = find_times(article)
    page_file = tmp_path / "page.html"
    body = reader.show(article, times=times)._repr_mimebundle_()["text/html"]
    page_file.write_text(f"<!DOCTYPE html><meta charset=utf-8><title>t</title>{body}", encoding="utf8")
    for row in times.itertuples():
        page = opened(page_file.as_uri() + f"#{row.start}-{row.end}")
        assert page.evaluate("[...CSS.highlights.get('cr-target')].map(r => r.toString()).join('')") == row.text


def test_from_a_row_to_its_words_and_back(opened):
    page = opened(WHOLE)
    link = page.locator(".findings a.go").first
    link.click()
    assert page.locator(".panel").is_visible()
    page.get_by_role("button", name="Back to the table").click()
    assert link.evaluate("e => e === document.activeElement")
    page = opened(QUOTES)
    page.locator("tr a.go").nth(3).click()
    page.wait_for_url("**/index.html#*")
    assert page.locator("aside").first.is_visible()
    page.go_back()
    assert page.url.endswith(QUOTES)


def test_tables_sort_filter_and_show_more_columns(opened):
    page = opened(QUOTES)
    table = page.locator(".cr-table").first
    kinds = "t => [...t.querySelectorAll('tbody tr')].filter(r => !r.hidden).map(r => r.cells[1].textContent)"
    before = table.evaluate(kinds)
    table.get_by_role("button", name="Kind").click()
    assert table.evaluate(kinds) == sorted(before)
    assert table.locator("th").nth(1).get_attribute("aria-sort") == "ascending"
    table.get_by_role("button", name="Kind").press("Enter")
    assert table.evaluate(kinds) == sorted(before, reverse=True)
    table.get_by_role("button", name="Confidence").click()
    values = table.evaluate("t => [...t.querySelectorAll('tbody tr')].map(r => r.cells[5].textContent)")
    numbers = [float(value) for value in values if value != "–"]
    assert numbers == sorted(numbers)
    assert values[len(numbers) :] == ["–"] * (len(values) - len(numbers))
    table.get_by_role("searchbox", name="Filter").fill("indirect")
    assert set(table.evaluate(kinds)) == {"indirect"}
    assert f"of {len(before)} rows" in table.get_by_role("status").inner_text()
    assert table.get_by_role("columnheader", name="Place").count() == 0
    table.get_by_role("button", name="More columns").click()
    assert table.get_by_role("columnheader", name="Place").count() == 1


def test_without_scripts_text_marks_and_notes_remain(opened, default):
    page = opened(WHOLE, java_script_enabled=False)
    text = page.locator(".cr-reader .text")
    for block in default.blocks["text"]:
        assert text.get_by_text(block, exact=True).first.is_visible()
    assert ground(page, "mark.q") != "rgba(0, 0, 0, 0)"
    assert page.locator(".cr-reader .controls").is_hidden()
    notes = page.locator(".notes li")
    assert notes.first.is_visible()
    place = notes.nth(2).locator("a").get_attribute("href")
    assert page.locator(f"a[id='{place[1:]}']").count() == 1
    page = opened(QUOTES, java_script_enabled=False)
    assert page.locator("th", has_text="Place").first.is_visible()


def test_print(opened):
    page = opened(WHOLE)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".cr-reader .controls").is_hidden()
    assert page.locator(".map").is_hidden()
    assert page.locator(".notes li").first.is_visible()
    assert page.locator(".text sup").first.is_visible()
    assert ground(page, "mark.q") == "rgba(0, 0, 0, 0)"


def test_high_contrast(opened):
    page = opened(WHOLE, forced_colors="active")
    for selector, style in (("mark.q", "solid"), ("b.a", "solid"), ("u.t", "dashed")):
        assert page.locator(selector).first.evaluate("e => getComputedStyle(e).borderBottomStyle") == style
    page = opened(WHOLE, contrast="more")
    quiet, ink = (
        page.locator(".cr-reader").evaluate(f"e => getComputedStyle(e).getPropertyValue('--r-{name}')")
        for name in ("quiet", "ink")
    )
    assert quiet == ink


def test_nothing_from_outside_may_run(opened):
    """The policy of the pages: a script or picture that got in would do nothing."""
    page = opened(QUOTES)
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    assert "unsafe-eval" not in policy
