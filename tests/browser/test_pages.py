"""The exported pages in headless Chromium with the network off: each promise by doing what a person does."""

import pathlib

import axe_playwright_python
import pytest
from conftest import needs_chromium

pytestmark = needs_chromium
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf8")
# All that is closed is opened. What repeats a row's markup is left out: axe's time grows with it, its findings do not.
OPEN = """for (const one of document.querySelectorAll('details')) one.open = true;
for (const body of document.querySelectorAll('tbody')) while (body.rows.length > 6) body.deleteRow(-1);
for (const list of document.querySelectorAll('ol, ul')) while (list.children.length > 12) list.lastChild.remove();
for (const drawing of document.querySelectorAll('svg'))
    [...drawing.querySelectorAll('a[data-at]')].slice(12).forEach(mark => mark.remove());"""
RULES = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "dark": ["color-contrast", "link-in-text-block"],  # the same page in other colours
}
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


def test_the_pages_are_short_and_no_table_is_wider_than_a_phone(opened, site):
    """At 1280 × 900, with what is behind "More" closed, all together."""
    page, screens = opened("index.html", 1280), 0
    for path in sorted(site.glob("*.html")):
        page.goto(path.as_uri())
        screens += page.evaluate("document.documentElement.scrollHeight") / 900
    assert screens <= 45
    page = opened("index.html", 390)
    for path in sorted(site.glob("*.html")):
        page.goto(path.as_uri())
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        wide = "[...document.querySelectorAll('.cr-table table')].map(t => t.scrollWidth).filter(w => w > innerWidth)"
        assert page.evaluate(wide) == [], path.name


@pytest.mark.parametrize("scheme", RULES)
def test_axe_finds_nothing(opened, site, scheme):
    page = opened("index.html", color_scheme=scheme, bypass_csp=True)
    options = f"{{runOnly: {RULES[scheme]}, resultTypes: ['violations'], iframes: false}}"
    check = f"axe.run({options}).then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))"
    for path in sorted(site.glob("*.html") if scheme == "light" else [site / "index.html", site / QUOTES]):
        page.goto(path.as_uri())
        page.evaluate(OPEN)
        page.evaluate(AXE)
        assert page.evaluate(check) == [], path.name


def test_from_a_row_to_its_words_and_back(opened):
    page = opened(QUOTES)
    link = page.locator("tr a.go").nth(3)
    place = link.get_attribute("href")
    link.click()
    page.wait_for_url(f"**/{place}")
    assert place.startswith("index.html#")
    assert page.locator("mark.q.here").count() >= 1
    page.go_back()
    assert page.url.endswith(QUOTES)


def test_all_rows_of_a_table_are_one_touch_away_and_the_filter_searches_them(opened):
    page = opened(QUOTES)
    table = page.locator(".cr-table").first
    seen, every = table.locator("tbody tr:visible"), table.locator("tbody tr")
    assert seen.count() == 12 < every.count()
    last = every.last.locator("mark").first.inner_text()
    table.get_by_role("searchbox", name="Filter").fill(last)
    assert any(last in row.inner_text() for row in seen.all())
    table.get_by_role("searchbox", name="Filter").fill("")
    assert seen.count() == 12
    table.get_by_role("button", name=f"Show all {every.count()} rows").click()
    assert seen.count() == every.count()
    table.get_by_role("button", name="Show the first 12 rows").click()
    assert seen.count() == 12
    page = opened(QUOTES, java_script_enabled=False)
    assert page.locator(".cr-table tbody tr.rest").first.is_visible()


def test_on_a_phone_rows_are_cards_headed_by_whom_they_are_about(opened):
    page = opened(QUOTES, 390)
    row = page.locator(".cr-table tbody tr:has(td.head)").first
    head, words = row.locator("td.head").bounding_box(), row.locator("td.words").bounding_box()
    assert head["y"] + head["height"] <= words["y"] + 1
    assert row.get_attribute("role") == "row"


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


def test_nothing_from_outside_may_run(opened):
    """The policy of the pages: a script or picture that got in would do nothing."""
    page = opened(QUOTES)
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    assert "unsafe-eval" not in policy


def test_what_is_more_is_closed_and_opens_by_keyboard(opened):
    page = opened(QUOTES)
    more = page.locator("details.more")
    assert more.count() >= 3
    inner = more.first.locator(".cr-figure").first
    assert not inner.is_visible()
    more.first.locator("summary").first.press("Enter")
    assert inner.is_visible()


def test_pages_speak_to_readers_and_not_to_those_who_work_in_jupyterlab(opened, site):
    page = opened(QUOTES)
    for path in sorted(site.glob("*.html")):
        page.goto(path.as_uri())
        text = page.locator("main").inner_text()
        assert "CHANGE THIS" not in text, path.name
        assert "a control that works in JupyterLab" not in text, path.name
        assert page.locator("table.dataframe").count() == 0, path.name


def test_high_contrast(opened):
    page = opened("index.html", forced_colors="active")
    assert page.locator(".said").first.evaluate("e => getComputedStyle(e).borderBottomStyle") == "solid"
    page = opened("index.html", contrast="more")
    quiet, ink = (
        page.locator(".meta").evaluate("e => getComputedStyle(e).color"),
        page.locator("body").evaluate("e => getComputedStyle(e).color"),
    )
    assert quiet == ink
