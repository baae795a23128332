"""The reading page in headless Chromium with the network off: each promise by doing what a person does."""

import csv
import html
import json
import pathlib
import re
import sys

import axe_playwright_python
import pandas as pd
import pytest
from conftest import ARTICLES, needs_chromium

from helpers import reader
from helpers.analyses import collect
from helpers.article import from_text, load
from helpers.corrections import COLUMNS
from helpers.quotes import find_quotes
from helpers.quotes.shown import GREY, voices_shown
from helpers.quotes.unheard import never_heard
from helpers.quotes.who_speaks import by_gender
from helpers.reader.page import script as page_script
from helpers.themes import actors
from helpers.timeline import find_times

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHECK = f"axe.run({{runOnly: {RULES}}}).then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))"
PANELS = ((1280, "light"), (1280, "dark"), (390, "light"))
COLOURS = CHECK.replace(str(RULES), "{type: 'rule', values: ['color-contrast', 'link-in-text-block']}")
HOSTILE = (
    "“</script><script>alert(1)</script> $x$ <img src=x onerror=alert(2)>\u2028,” said Anna Berg in Oslo on May 8. "
    '“Never & ‘no’,” </title> Tom "Roe" O\'Neil told 😀 reporters on Monday, May 8, 2025.'
    "\n\n<b>It</b> 😀😀 opened in 1946."
)
UNHEARD = (
    "😀 Ann Lee accused Tom Roe of lying about the bridge. Tom Roe left. Nobody saw Tom Roe again. "
    "The firm did not respond to a request."
)
BIGGEST = 1_500_000


@pytest.fixture(scope="module")
def written(tmp_path_factory, default):
    """Pages by name: the default article, and one that tries to break out."""
    folder = tmp_path_factory.mktemp("pages")
    articles = {"default": default, "hostile": from_text(HOSTILE), "empty": from_text("")}
    for name, article in articles.items():
        (folder / f"{name}.html").write_text(reader.page(article), encoding="utf8")
    rows = [
        ("r1", 0, 23, "sum", ((0, 23), (42, 47)), "2 + 3 = 5", "agrees", None),
        ("r2", 0, 23, "sum", ((0, 23),), None, "not comparable", "Old."),
    ]
    relations = pd.DataFrame(rows, columns=["id", "start", "end", *"kind spans computation verdict reason".split()])
    tables = {**collect(default), "relations_checked": relations}
    (folder / "unheard.html").write_text(reader.page(from_text(UNHEARD)), encoding="utf8")
    (folder / "compared.html").write_text(reader.page(default, tables), encoding="utf8")
    whole = page_script()
    with pytest.MonkeyPatch.context() as patch:  # as an article of 5,000 words is shown
        patch.setattr(sys.modules["helpers.reader.page"], "script", lambda: whole.replace("LONG = 30000", "LONG = 300"))
        (folder / "long.html").write_text(reader.page(default), encoding="utf8")
    return folder


@pytest.fixture
def opened(browser, written):
    """Open a page as a person does, with the network off, and note any trouble."""
    contexts, trouble = [], []

    def open_page(name="default", width=1280, height=900, place="", **options):
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: (trouble.append("a dialog opened"), dialog.dismiss()))
        page.on("request", lambda r: None if r.url.startswith(("file:", "data:", "blob:")) else trouble.append(r.url))
        page.goto((written / f"{name}.html").as_uri() + place)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not trouble


def chosen(page, name="target"):
    return page.evaluate(f"[...(CSS.highlights.get('{name}') || [])].map(r => r.toString())")


def panel(page):
    return page.locator("#body").inner_text()


def words_of(body):
    """The article's words in the page's HTML, tags taken away."""
    text = re.search(r'<article id="text".*?>(.*)</article>', body, re.S)[1]
    return html.unescape(re.sub(r"<[^>]*>", "", text))


@pytest.mark.parametrize("path", [*ARTICLES[:6], None], ids=lambda path: path.stem if path else "hostile")
def test_the_text_between_tags_is_the_articles_and_nothing_else(path):
    article = load(path) if path else from_text(HOSTILE)
    body = reader.page(article)
    assert words_of(body) == "".join(article.blocks["text"])
    assert len(body.encode()) < BIGGEST


def test_nothing_of_an_article_becomes_markup():
    body = reader.page(from_text(HOSTILE))
    assert body.count("<script") == body.count("</script>") == 2
    assert "<img" not in body
    assert "<b>It" not in body
    data = json.loads(body.split('id="data">')[1].split("</script>")[0])
    assert data["text"] == from_text(HOSTILE).text
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', body)[1]
    assert "unsafe" not in policy


def test_unnamed_voices_are_grouped_and_no_two_have_one_sign(default):
    table = voices_shown(default, find_quotes(default))
    assert table["sign"].is_unique
    assert table["short"].iloc[0] == "Xi and Putin"
    assert (table["colour"] != GREY).sum() <= 6
    names = table["voice"].tolist()
    assert names.index("anonymous") > names.index("Russia")
    text = "“One,” officials said. “Two,” sources said. “Three,” Anna Berg said. “Four,” said Xu Berg."
    article = from_text(text)
    table = voices_shown(article, find_quotes(article)).set_index("voice")
    assert table.loc["Anna Berg", "short"] == "Anna Berg"  # two are called Berg
    assert len(table.loc["anonymous", "passages"]) == 2


@needs_chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 1024, 390])
@pytest.mark.parametrize("name", ["default", "hostile", "empty"])
def test_axe_finds_nothing_and_nothing_is_cut_off(opened, name, width, scheme):
    page = opened(name, width, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    page.evaluate(AXE)
    check = CHECK if scheme == "light" else COLOURS  # the dark page differs in its colours alone
    assert page.evaluate(check) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # The panel is the same at 1280 and 1024.
    for number in range(1, 7) if name == "default" and (width, scheme) in PANELS else ():
        page.keyboard.press(str(number))
        page.evaluate("for (const one of document.querySelectorAll('#body details')) one.open = true")
        row = page.locator("#body button[data-row], #body button.scale").first
        if row.count():
            row.click()
        assert page.evaluate(check) == [], number


@needs_chromium
def test_a_mark_opens_its_row(opened, default):
    page = opened()
    page.locator("mark.direct").first.click()
    told = panel(page)
    for words in (
        "Says it",
        "Xi Jinping",
        "declared – stands by it",
        "all in quotation marks",
        "times in 100",
        "Found as",
    ):
        assert words in told
    row = find_quotes(default).query("kind == 'direct'").iloc[0]
    assert page.url.endswith(f"#{row.start}-{row.end}")
    assert page.locator(".bit.here").count() == 1
    page.keyboard.press("Escape")
    assert "Says it" not in panel(page)


@needs_chromium
def test_each_voice_lists_all_its_passages(opened, default):
    page = opened()
    table = voices_shown(default, find_quotes(default))
    for number, passages in enumerate(table["passages"]):
        page.locator(f"#body [data-row='{number}']").click()
        assert page.locator("#body .inner .bit:not(.who-is)").count() == len(passages)
        assert page.locator("mark.q.on[id]").count() == len(passages)
        page.locator(f"#body [data-row='{number}']").click()


@needs_chromium
def test_the_legend_chooses_one_voice(opened):
    page = opened()
    chip = page.locator(".legend button").nth(1)
    chip.click()
    assert chip.get_attribute("aria-pressed") == "true"
    assert 0 < page.locator("mark.q.on").count() < page.locator("mark.q").count()
    chip.click()
    assert page.locator("mark.q.on").count() == 0


@needs_chromium
def test_what_is_chosen_comes_into_view(opened):
    page = opened()
    seen = (
        "nodes => nodes.some(n => n.getBoundingClientRect().top < innerHeight && n.getBoundingClientRect().bottom > 0)"
    )
    for number in range(page.locator(".legend button").count()):
        page.evaluate("scrollTo(0, 0)")
        page.locator(".legend button").nth(number).click()
        assert page.locator("mark.q.on").evaluate_all(seen)


@needs_chromium
def test_the_open_tab_is_the_layer(opened, default):
    page = opened()
    ground = "n => getComputedStyle(n).backgroundColor"
    said = page.locator(".said").first
    assert said.evaluate(ground) != "rgba(0, 0, 0, 0)"
    page.keyboard.press("3")
    assert said.evaluate(ground) == "rgba(0, 0, 0, 0)"
    assert page.locator(".t").first.evaluate(ground) != "rgba(0, 0, 0, 0)"
    assert page.locator("#body button[data-row]").count() == len(find_times(default))
    page.locator(".t").first.click()
    assert "TIMEX3" in panel(page)
    page.keyboard.press("2")
    actor = page.locator("#body [data-row='0']")
    count = int(actor.locator(".n").first.inner_text())
    actor.click()
    assert page.locator("#body .kwic").count() == count
    assert page.locator(".a.lit").count() >= count
    page.keyboard.press("5")
    assert page.locator(".claim:not(.agree, .other)").count() == len(collect(default)["consistency"])


@needs_chromium
def test_what_agrees_stands_beside_what_does_not(opened, default):
    page = opened("compared", bypass_csp=True, reduced_motion="reduce")
    page.keyboard.press("5")
    assert page.locator(".claim:not(.agree, .other)").count() == len(collect(default)["consistency"])
    agreed = page.locator(".claim.agree")
    assert agreed.locator("h3").inner_text() == "2 + 3 = 5"
    agreed.locator(".bit").nth(1).click()
    assert chosen(page) == [default.text[42:47]]
    assert page.locator(".claim.other h3").inner_text() == "Old."
    page.evaluate(AXE)
    assert page.evaluate(CHECK) == []


@needs_chromium
def test_who_is_heard_and_who_they_are(opened, default):
    page = opened()
    summary = page.locator(".who-heard summary")
    assert re.fullmatch(
        r"As far as the article says it, \w+ have \d+ % of these words(, [\w ]+ \d+ %)*(; of \d+ % it does not say)?",
        summary.inner_text(),
    )
    summary.press("Enter")
    table = by_gender(find_quotes(default), actors(default))
    assert page.locator(".heard").first.locator("li").count() == len(table)
    page.locator("#body [data-row='1']").click()
    assert page.locator(".who-heard[open]").count() == 1  # it stays as it was
    page.locator(".bit.who-is").click()
    assert chosen(page) == ["Chinese President"]


@needs_chromium
def test_who_begins_who_ends_and_who_is_not_heard(opened):
    page = opened()
    assert re.match(r"First to speak: .+ \(¶.1\); last: .+\.", page.locator(".ends").inner_text())
    page.locator(".ends button").last.click()
    assert "Says it" in panel(page)
    page.keyboard.press("Escape")
    page, article = opened("unheard", bypass_csp=True, reduced_motion="reduce"), from_text(UNHEARD)
    (row,) = never_heard(article, find_quotes(article)).itertuples(index=False)
    own = page.locator(".unheard .row", has_text=row.actor).first
    assert own.locator(".n").inner_text() == f"{row.sentences} sentences"
    own.press("Enter")
    assert page.locator(".unheard .kwic").count() == len(row.mentions)
    page.locator(".unheard .kwic").first.click()
    assert chosen(page) == [article.text[slice(*row.mentions[0])]]
    told = page.locator(".unheard").inner_text()
    for words in ("Gave no answer", "Firm", "Accused, and says nothing here", "Tom Roe", "by Ann Lee"):
        assert words in told
    page.locator(".unheard .row", has_text="Firm").click()
    page.locator(".unheard .bit").click()
    assert chosen(page) == ["The firm did not respond to a request"]
    page.evaluate(AXE)
    assert page.evaluate(CHECK) == []


@needs_chromium
def test_the_keyboard_alone(opened):
    page = opened()
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == first
    assert page.locator("#text [tabindex='0']").count() == 1  # one stop in the text
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith(("Quoted", "Retold"))
    page.keyboard.press("4")
    assert page.locator("[role=tab][aria-selected=true]").inner_text() == "Tone"
    page.locator("[role=tab][aria-selected=true]").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("[role=tab][aria-selected=true]").inner_text().startswith("Checks")
    page.keyboard.press("6")  # where nothing is marked before a phrase is chosen
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.dataset.q")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.press("Escape")
    before = page.evaluate("scrollY")
    page.locator("#strip").focus()
    page.keyboard.press("End")
    page.wait_for_timeout(1000)
    assert page.evaluate("scrollY") > before + 500


@needs_chromium
def test_search_is_a_list_of_lines(opened, default):
    page = opened()
    page.keyboard.press("/")
    page.keyboard.type("moscow")
    page.locator("#body .kwic").first.wait_for()
    wanted = default.text.lower().count("moscow")
    assert page.locator("#body .kwic").count() == wanted
    assert page.locator("#strip .hit").count() == wanted
    assert f"{wanted} times" in panel(page)
    page.keyboard.press("Enter")
    assert [word.lower() for word in chosen(page)] == ["moscow"]
    page.locator("#search").fill("a.b(*")
    page.get_by_text("Not in the text.").wait_for()


@needs_chromium
def test_selected_words_are_noted_and_taken_along(opened, default):
    page = opened()
    page.locator("#p2").scroll_into_view_if_needed()
    page.evaluate("""() => { const range = document.createRange(), leaf = document.querySelector('#p2 .a').firstChild;
        range.selectNodeContents(leaf); getSelection().removeAllRanges(); getSelection().addRange(range);
        document.dispatchEvent(new PointerEvent('pointerup', {bubbles: true})); }""")
    page.locator("textarea.note").fill("Look this up")
    page.get_by_role("button", name="Keep note").click()
    assert "Look this up" in page.locator(".yours").inner_text()
    with page.expect_download() as got:
        page.get_by_role("button", name="Download notes").click()
    note = json.loads(pathlib.Path(got.value.path()).read_text(encoding="utf8"))["items"][0]
    at, quoted = note["target"]["selector"]
    assert default.text[at["start"] : at["end"]] == quoted["exact"]
    page.reload()
    assert "Look this up" in page.locator(".yours").inner_text()


@needs_chromium
def test_a_row_that_is_wrong_gives_a_line_that_is_read(opened, default, tmp_path):
    page = opened()
    page.locator("mark.direct").first.click()
    page.get_by_role("button", name="This is wrong").click()
    page.locator(".wrong input").fill('Tom, the "Roe"')
    page.get_by_role("button", name="Keep it").click()
    with page.expect_download() as got:
        page.get_by_role("button", name="Download corrections").click()
    path = tmp_path / "own.corrections.csv"
    got.value.save_as(path)
    with path.open(encoding="utf8", newline="") as file:
        (line,) = csv.DictReader(file)
    assert tuple(line) == COLUMNS
    article = load(default.source.path, corrections=path)
    quotes = find_quotes(article).set_index("start")
    assert quotes.loc[int(line["start"]), "speaker"] == 'Tom, the "Roe"'


@needs_chromium
def test_a_link_opens_any_passage(opened, default):
    page = opened(place="#3-9")
    assert chosen(page) == [default.text[3:9]]
    row = find_quotes(default).query("kind == 'direct'").iloc[-1]
    page = opened(place=f"#{row.start}-{row.end}", reduced_motion="reduce")
    assert "Says it" in panel(page)
    assert 0 <= page.locator("mark.q.here").first.bounding_box()["y"] < 900
    page = opened()
    link = page.locator(".short a").nth(2)
    start, end = map(int, link.get_attribute("href")[1:].split("-"))
    link.click()
    assert chosen(page) == [default.text[start:end]]
    page.go_back()


@needs_chromium
def test_offsets_count_signs_outside_the_first_plane_once(opened):
    article = from_text(HOSTILE)
    for row in find_times(article).itertuples():
        page = opened("hostile", place=f"#{row.start}-{row.end}")
        assert chosen(page) == [row.text]
        page.keyboard.press("3")
        page.locator(f"#body [data-row='{row.id}']").click()
        assert page.url.endswith(f"#{row.start}-{row.end}")


@needs_chromium
def test_copied_text_is_the_articles(opened, default):
    page = opened()
    for key in "135":
        page.keyboard.press(key)
        assert page.locator("#p1").inner_text() == default.blocks["text"].iloc[0]


@needs_chromium
def test_on_a_phone_the_panel_is_a_sheet(opened):
    page = opened(width=390, height=844, has_touch=True, is_mobile=True, reduced_motion="reduce")
    page.locator("mark.direct").first.tap()
    sheet = page.locator("#panel").bounding_box()
    assert sheet["height"] <= 0.46 * 844
    assert page.locator("mark.q.here").first.bounding_box()["y"] < sheet["y"]
    assert "Says it" in panel(page)
    page.locator("#grip").tap()
    assert page.locator("#panel").bounding_box()["y"] > 700
    page.locator("mark.direct").first.tap()
    page.keyboard.press("Escape")
    assert page.locator("#panel").bounding_box()["y"] > 700


@needs_chromium
def test_without_scripts_and_in_print(opened, default):
    page = opened(java_script_enabled=False)
    assert page.locator("#p1").inner_text() == default.blocks["text"].iloc[0]
    assert page.locator(".notes li").count() >= 25
    assert page.locator(".notes").is_visible()
    assert page.locator("#panel").is_hidden()
    page = opened()
    page.emulate_media(media="print")
    assert page.locator(".notes").is_visible()
    assert page.locator("#panel").is_hidden()


@needs_chromium
def test_in_a_frame_the_page_works_and_reaches_nothing(browser, default, tmp_path):
    """As in a notebook: no origin of its own, so nothing is stored, and nothing gets out but a correction."""
    file = tmp_path / "notebook.html"
    body = reader.frame(default)._repr_mimebundle_()["text/html"]
    listens = "<script>addEventListener('message', e => { window.got = e.data })</script>"
    file.write_text(f"<!doctype html><meta charset=utf-8>{listens}{body}", encoding="utf8")
    page = browser.new_page()
    trouble = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(file.as_uri())
    inner = page.frame_locator("iframe")
    inner.locator("mark.direct").first.click()
    assert "Says it" in inner.locator("#body").inner_text()
    inner.get_by_role("button", name="This is wrong").click()
    inner.locator(".wrong input").fill("Tom Roe")
    inner.get_by_role("button", name="Keep it").click()
    page.wait_for_function("window.got")
    assert page.evaluate("got.line.value") == "Tom Roe"
    inner.locator(".short a").first.click()
    assert inner.locator("#text").is_visible()  # still the page, not the notebook within itself
    page.evaluate(
        "document.querySelector('iframe').contentWindow.postMessage({closeReading: 'open', start: 3, end: 9}, '*')"
    )
    page.close()
    assert not trouble


@needs_chromium
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_a_link_into_a_long_text_opens_at_its_words(opened, default, width, height):
    last = find_quotes(default).iloc[-1]
    page = opened("long", width, height, place=f"#{last.start}-{last.end}")
    assert page.evaluate("document.documentElement.classList.contains('long')")
    seen = "(({top, bottom}) => [top, bottom])([...CSS.highlights.get('target')][0].getBoundingClientRect())"
    page.wait_for_timeout(500)
    top, bottom = page.evaluate(seen)
    assert 0 < top < bottom < height
    name = page.locator("mark[data-who]").first
    name.scroll_into_view_if_needed()
    page.wait_for_timeout(200)
    assert name.evaluate("node => node.style.getPropertyValue('--top')").endswith("px")
