"""Saved web pages: what becomes text, what is left out and said, what a page says about itself."""

from dataclasses import replace

import pytest
from lxml import html

from helpers import answers
from helpers.article import ArticleError, load
from helpers.article.boilerplate import boilerplate
from helpers.article.model import left_out as article_left_out
from helpers.article.page_facts import page_facts
from helpers.language.parse import story

PROSE = [
    "The harbour was closed on Monday after a storm had torn the roof off the old customs house.",
    "Two ferries waited outside the wall for six hours, and the passengers slept on the benches.",
    "The harbour master, Ann Lee, told reporters that the channel would be open by Thursday noon.",
    "Fishermen had asked for a higher wall for years, but the town never found the money for it.",
    "The government has now promised a loan, and the council will vote on the terms next month.",
]
DAY = '<meta property="article:published_time" content="2024-03-05T10:00:00Z">'


def page(tmp_path, body, head=DAY):
    path = tmp_path / "page.html"
    path.write_text(
        f"<!DOCTYPE html><html><head><title>Harbour shut | The Port Times</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav><main><article><h1>Harbour shut</h1>"
        f"{body}</article></main><footer>Port Times</footer></body></html>",
        encoding="utf8",
    )
    return load(path)


def paragraphs(extra=""):
    return "".join(f"<p>{line}</p>" for line in PROSE) + extra


def lines(article):
    return article.blocks["text"].tolist()


def test_breaks_part_words(tmp_path):
    article = page(tmp_path, paragraphs("<p>Boats leave at these hours:<br>Monday at 9am<br>Tuesday at noon</p>"))
    assert lines(article)[-3:] == ["Boats leave at these hours:", "Monday at 9am", "Tuesday at noon"]


def test_two_breaks_make_a_paragraph(tmp_path):
    assert lines(page(tmp_path, f"<div>{'<br><br>'.join(PROSE)}</div>"))[-5:] == PROSE


def test_inline_elements_part_sentences_and_not_words(tmp_path):
    article = page(
        tmp_path, paragraphs("<p><span>They leave at noon.</span><span>It is un<b>believ</b>ably quiet.</span></p>")
    )
    assert "They leave at noon. It is unbelievably quiet." in article.text


def test_a_body_in_two_equal_parts_is_whole(tmp_path):
    part = "<div class='row'><div class='article__body'>{}</div></div>"
    half = [part.format("".join(f"<p>{line}</p>" for line in some)) for some in (PROSE[:2], PROSE[2:])]
    text = page(tmp_path, f"{half[0]}<div class='ad'>Ad</div>{half[1]}").text
    assert [line for line in PROSE if line not in text] == []


def test_a_form_and_its_box_are_left_out_and_named(tmp_path):
    box = "<div><h3>Harbour Letter</h3><form><input><button>Join</button></form><p>Thanks for joining us!</p></div>"
    article = page(tmp_path, paragraphs() + box)
    assert "Harbour Letter" not in article.text
    forms = article.left_out[article.left_out["kind"] == "form"]
    assert forms["text"].str.contains("Harbour Letter").any()


def test_a_table_is_left_out_and_named(tmp_path):
    article = page(tmp_path, paragraphs("<table><tr><td>Monday</td><td>9 boats</td></tr></table>"))
    assert "table" in article.left_out["kind"].tolist()
    assert "navigation" in article.left_out["kind"].tolist()


FIGURE = (
    "<figure><img><figcaption>The roof lay in the water.<span class='photo-credit'>Photo: Jo Field</span></figcaption>"
    "</figure>"
)


def kinds(article):
    return list(zip(article.blocks["kind"], article.blocks["text"], strict=True))


def test_captions_and_credits_stand_where_they_stood_and_are_no_story(tmp_path):
    half = ["".join(f"<p>{line}</p>" for line in some) for some in (PROSE[:2], PROSE[2:])]
    found = kinds(page(tmp_path, half[0] + FIGURE + half[1]))
    at = found.index(("caption", "The roof lay in the water."))
    assert found[at - 1] == ("paragraph", PROSE[1])
    assert found[at + 1 : at + 3] == [("credit", "Photo: Jo Field"), ("paragraph", PROSE[2])]


@pytest.mark.parametrize("box", ["<div class='photo'><span class='newsCaption'>{}</span></div>", "<figure>{}</figure>"])
def test_a_caption_is_said_by_its_class_or_its_element(tmp_path, box):
    words = "The roof of the customs house."
    inner = words if "Caption" in box else f"<figcaption>{words}</figcaption>"
    half = ["".join(f"<p>{line}</p>" for line in some) for some in (PROSE[:2], PROSE[2:])]
    assert ("caption", words) in kinds(page(tmp_path, half[0] + box.format(inner) + half[1]))


def test_a_caption_of_another_story_is_left_out_and_named(tmp_path):
    card = "<aside><a href='/x'><figure><img><figcaption>Ten ferries to see</figcaption></figure></a></aside>"
    article = page(tmp_path, paragraphs() + card)
    assert "Ten ferries" not in article.text
    assert article.left_out["text"].str.contains("Ten ferries").any()


def test_a_pull_quote_repeats_the_story_and_is_not_read_twice(tmp_path):
    pulled = "<aside class='pull-quote'>The channel would be open by Thursday noon</aside>"
    article = page(tmp_path, "".join(f"<p>{line}</p>" for line in PROSE[:4]) + pulled + f"<p>{PROSE[4]}</p>")
    assert ("pull quote", "The channel would be open by Thursday noon") in kinds(article)
    assert [article.text[a:b] for a, b in story(article)].count("The channel would be open by Thursday noon") == 0
    other = "<aside>“Nobody asked the ferrymen.”</aside>"
    assert ("blockquote", "“Nobody asked the ferrymen.”") in kinds(
        page(tmp_path, paragraphs()[:400] + other + PROSE[4])
    )


def test_lists_in_lists_are_lines_once(tmp_path):
    inner = "<ul><li><b>By sea</b><ul><li>Ann took the boat</li><li>Ben swam</li></ul></li><li>By land</li></ul>"
    items = [text for kind, text in kinds(page(tmp_path, paragraphs(inner))) if kind == "list item"]
    assert items == ["By sea", "Ann took the boat", "Ben swam", "By land"]


def test_brackets_and_quotation_marks_end_what_stands_before_another_element(tmp_path):
    body = "<p><cite>Oslo (NewsNet)</cite>A ferry sank.</p><p><i>He said “no.”</i><b>Then</b> he left.</p>"
    text = page(tmp_path, paragraphs(body)).text
    assert "(NewsNet) A ferry" in text
    assert "“no.” Then he left" in text


def test_divisions_between_paragraphs_are_paragraphs_and_headings(tmp_path):
    long = "".join(f"<p>{line}</p>" for line in PROSE * 6)
    lead = f"<div class='lead'>{PROSE[0].replace('Monday', 'Sunday')}</div><div class='sub-headline'>The wall</div>"
    found = kinds(page(tmp_path, f"<div class='text'>{lead}{long}</div>"))
    assert ("paragraph", PROSE[0].replace("Monday", "Sunday")) in found
    assert ("heading", "The wall") in found


def test_a_comment_in_the_mark_up_cuts_no_sentence(tmp_path):
    article = page(tmp_path, paragraphs(f"{FIGURE}<p>At first,<!-- --> her doctor thought<!-- --> of the cold.</p>"))
    assert "At first, her doctor thought of the cold." in article.text


def test_links_to_other_stories_under_the_text_are_left_out(tmp_path):
    body = "<ul><li><a href='/a'>Ten ferries to see</a></li><li><a href='/b'>A wall for Lindow</a></li></ul>"
    article = page(tmp_path, paragraphs(body + "<p><a href='/c'>More about the harbour master’s plan</a></p>"))
    assert "Ten ferries" not in article.text
    assert "More about" not in article.text
    assert article.left_out["text"].str.contains("Ten ferries").any()


@pytest.mark.parametrize(
    ("author", "found"),
    [
        ("Jo Field, Senior Reporter", "Jo Field"),
        ("Jo Field, Lee Marsh and Reuters", "Jo Field; Lee Marsh"),
        ("Port Times Staff", None),
    ],
)
def test_authors_are_people(tmp_path, author, found):
    assert page(tmp_path, paragraphs(), f'{DAY}<meta name="author" content="{author}">').author == found


def test_lines_at_the_headline_name_author_and_day_where_the_head_does_not(tmp_path):
    for line in ("<div>Written by <a>Jo Field, RN</a> on March 5, 2024</div>", "<p>by Jo Field</p><p>5 March 2024</p>"):
        article = page(tmp_path, f"<section>{line}</section>" + paragraphs(), "")
        assert (article.author, str(article.published)) == ("Jo Field", "2024-03-05")
    two = "<main><p>5 March 2024</p><h1>The harbour is shut</h1><p>6 March 2024</p></main>"  # one is another story's
    assert "published" not in page_facts(html.document_fromstring(two))
    story = "<p>On March 5, 2024 the roof fell, and by Jo Field’s count it had stood for ninety years.</p>"
    assert page(tmp_path, story + paragraphs(), "").published is None


@pytest.mark.parametrize(("hour", "day"), [("03", "2024-03-04"), ("11", "2024-03-05")])
def test_the_address_has_the_day_where_the_time_in_utc_allows_it(tmp_path, hour, day):
    head = f'{DAY.replace("10:00", hour + ":00")}<link rel="canonical" href="https://port.example/2024/03/04/harbour">'
    assert str(page(tmp_path, paragraphs(), head).published) == day


def test_the_address_has_the_day_where_the_page_names_none(tmp_path):
    link = '<link rel="canonical" href="https://port.example/2019/nov/18/harbour/">'
    article = page(tmp_path, "<p>Said on October 13, 2019 in a speech:</p>" + paragraphs(), link)
    assert str(article.published) == "2019-11-18"


def test_the_title_has_no_site(tmp_path):
    head = DAY + '<meta property="og:title" content="Harbour shut - The Port Times">'
    assert page(tmp_path, paragraphs(), head).title == "Harbour shut"


def test_a_script_in_the_headline_is_no_part_of_the_title(tmp_path):
    body = "<h1>Harbour <script>a(1)</script>shut</h1>" + paragraphs()
    assert page(tmp_path, body, DAY).title == "Harbour shut"


def test_contact_lines_are_no_text():
    assert boilerplate("Got a story? Jo Field may be reached at jo@port.example.") == "contact line"
    assert boilerplate("“Have a tip for the builders? Tell them,” he said.") is None


@pytest.mark.parametrize(
    "piece", ["<span>a</span>" * 40_000, "<div>x<br><br>" * 20_000, "<p " + "a=b " * 50_000 + ">x</p>", "<b>" * 50_000]
)
def test_hostile_pages_are_refused_in_a_sentence(tmp_path, piece):
    with pytest.raises(ArticleError, match="too many for an article"):
        page(tmp_path, paragraphs() + piece)


def test_the_answer_names_what_was_left_out_and_warns_only_of_lost_prose(tmp_path):
    article = page(tmp_path, paragraphs("<table><tr><td>Monday</td><td>9 boats</td></tr></table>"))
    words = str(answers.about(article))
    assert "Menus, adverts and links were left out; the words are unchanged." in words
    assert "table (3 words)" in words
    assert "Warning" not in words
    lost = article_left_out([("text", " ".join(PROSE * 3))])
    assert "under half of the page" in str(answers.about(replace(article, left_out=lost)))
