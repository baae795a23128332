"""What comes in at the door: characters that are none, bytes of two encodings, devices, pages without end."""

import contextlib
import json
import os
import time
from datetime import date

import pytest
from hostile.pages import BROKEN, PROSE, SLOW, page
from hostile.word import docx, paragraph

from helpers.article import ArticleError, from_text, load
from helpers.article.decode import decode
from helpers.article.edits import apply


def check(article):
    """All of it can be written anywhere, and the log does what it says."""
    tables = [table.to_json(orient="values") for table in (article.blocks, article.removed, article.left_out)]
    facts = [
        article.text,
        article.source.text,
        article.title,
        article.author,
        article.outlet,
        article.url,
        article.name,
    ]
    written = json.dumps([tables, facts], ensure_ascii=False).encode("utf8").decode()
    for text in (article.text, *filter(None, facts[2:])):
        assert not any(one in text for one in BROKEN)
        assert text.isprintable() or "\n" in text
    assert written
    rows = article.removed[["start", "end", "replacement"]].values.tolist()
    assert apply(article.source.text, rows) == article.text
    for start, end, text in article.removed[["start", "end", "text"]].values.tolist():
        assert article.source.text[start:end] == text


@pytest.mark.parametrize("evil", BROKEN, ids=ascii)
def test_characters_that_are_none_are_cleaned_everywhere_and_logged(tmp_path, evil):
    facts = dict.fromkeys(("title", "author", "outlet"), f"Ann{evil} Lee") | {"url": f"https://port.example/{evil}"}
    article = from_text(f"The port{evil} is shut.\n\n{PROSE}{evil}", **facts)
    check(article)
    reasons = article.removed["reason"].tolist()
    kind = "broken character" if "\ud800" <= evil <= "\udfff" else "control character"
    assert reasons.count(kind) == 2
    assert {f"{kind} in the {name}" for name in ("title", "author", "outlet", "web address")} <= set(reasons)
    assert article.author in ("Ann Lee", "Ann\ufffd Lee")
    head = f"<title>Port{evil} shut</title><meta name=author content='Ann{evil} Lee'>"
    path = tmp_path / "a.html"
    path.write_bytes(page(f"<p>{PROSE}{evil}</p>", head=head).encode("utf8", "surrogatepass"))
    check(load(path))
    path = tmp_path / "a.md"
    path.write_bytes(f"---\ntitle: Port{evil} shut\n---\n{PROSE}{evil} “…”".encode("utf8", "surrogatepass"))
    check(load(path))


def test_two_halves_are_one_character():
    article = from_text(f"{PROSE} \ud83d\ude00", title="\ud83d\ude00 port")
    assert article.text.endswith(" 😀")
    assert article.title == "😀 port"
    check(article)


def test_a_title_of_nothing_but_control_characters_is_none():
    assert from_text(PROSE, title="\x07", author="\u202e").author is None


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"a\nb.txt", b"a\x1bb.txt"])
def test_names_of_files(tmp_path, name):
    path = os.fsdecode(os.path.join(os.fsencode(tmp_path), name))
    with open(path, "w") as file:
        file.write(PROSE)
    check(load(path))
    with open(path, "w") as file:
        file.write("")
    with pytest.raises(ArticleError) as caught:
        load(path)
    str(caught.value).encode("utf8")
    assert "\n" not in str(caught.value)


def test_longest_name(tmp_path):
    path = tmp_path / ("x" * 251 + ".txt")
    path.write_text(PROSE)
    assert load(path).text == PROSE


MIXED = [
    (b"\xe2\x80\x9cIt\x92s over,\xe2\x80\x9d he said", "“It’s over,” he said"),
    (b"caf\xe9 and caf\xc3\xa9s", "café and cafés"),
    (b"\xef\xbb\xbfcaf\xe9 and caf\xc3\xa9s", "café and cafés"),
    (b"caf\xc3\xa9s and a cut one \xe2\x80", "cafés and a cut one \ufffd"),
    (b"5 \xe2\x82\xac, \xed\xa0\xbd\xed\xb8\x80 and \xed\xa0\xbd", "5 €, 😀 and \ufffd"),
    (b"\xff\xfea\x00b\x00\x3d\xd8", "ab\ufffd"),
    (b"\xff\xfea\x00b\x00c", "ab"),
]


@pytest.mark.parametrize(("data", "text"), MIXED)
def test_a_few_bytes_of_another_encoding(data, text):
    article = from_text(decode(data)[0])
    assert article.text == text
    check(article)


def test_one_byte_changes_one_character(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(PROSE.encode() + b" It\x92s raining.")
    assert load(path).text == f"{PROSE} It’s raining."
    assert load(path).source.encoding == "utf-8, single bytes as cp1252"


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no such devices")
def test_devices_and_pipes_are_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "link.txt").symlink_to("/dev/zero")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for path in ("/dev/zero", "/dev/null", tmp_path / "pipe.txt", tmp_path / "link.txt"):
        with pytest.raises(ArticleError, match="is a device or a pipe"):
            load(path)
    for path in (tmp_path / "loop.txt", "a\0b.txt", "x" * 300):
        with pytest.raises(ArticleError, match=r"cannot be read|no name of a file"):
            load(path)


def test_what_says_that_it_is_empty_and_is_not():
    if os.path.exists("/proc/cpuinfo"):
        with pytest.raises(ArticleError):
            load("/proc/cpuinfo")


@pytest.mark.parametrize("inside", SLOW.values(), ids=SLOW)
def test_no_page_takes_long(tmp_path, inside):
    path = tmp_path / "a.html"
    path.write_text(page(inside))
    begin = time.monotonic()
    with contextlib.suppress(ArticleError):
        assert "ferry" in load(path).text
    assert time.monotonic() - begin < 60


def test_sentences_are_true(tmp_path):
    """A large page is not said to have so many characters, a Word file with macros is no ZIP archive."""
    for name, start, problem in (
        ("a.html", b"", "larger than 20 MB"),
        ("a.txt", b"<!doctype html>", "larger than 20 MB"),
        ("a.docx", b"PK", "larger than 50 MB"),
        ("b.txt", b"", "longer than 1,000,000 characters"),
    ):
        with (tmp_path / name).open("wb") as file:
            file.write(start)
            file.truncate(60_000_000)
        with pytest.raises(ArticleError, match=problem):
            load(tmp_path / name)
    (tmp_path / "page.txt").write_text(page("<!--" + "x" * 5_000_000 + "-->"))
    assert "ferry" in load(tmp_path / "page.txt").text
    macros = docx(paragraph(PROSE), more={"word/vbaProject.bin": b"x"})
    for name, data, problem in (
        ("a.docm", macros, "is a Word file with macros"),
        ("word.txt", docx(paragraph(PROSE)), "is a Word file whose name does not end in .docx"),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ArticleError, match=problem):
            load(tmp_path / name)


HIDDEN = [
    ("struck-out text", "<s>{}</s>"),
    ("struck-out text", "<del><b>{}</b></del>"),
    ("struck-out text", "<strike>{}</strike>"),
    ("struck-out text", "<span style='color:red; text-decoration: line-through'>{}</span>"),
    ("hidden text", "<span hidden>{}</span>"),
    ("hidden text", "<span style='display:none'>{}</span>"),
    ("hidden text", "<b style='visibility : hidden'>{}</b>"),
    ("hidden text", "<span style='font-size:0px'>{}</span>"),
    ("hidden text", "<span class='x sr-only'>{}</span>"),
    ("hidden text", "<template>{}</template>"),
    ("hidden text", "<span style='position:absolute; left: -9999px'>{}</span>"),
    ("hidden text", "<span style='display:/**/none'>{}</span>"),
    ("hidden text", "<span style='opacity:.0'>{}</span>"),
    ("hidden text", "<span style='transform: scale(0)'>{}</span>"),
    ("hidden text", "<span popover>{}</span>"),
    ("hidden text", "<style>/* } */ .a, .gone { color: red; display: none }</style><span class='x gone'>{}</span>"),
    ("hidden text", "<style>@media print{p{display:none}} #x1{visibility:hidden}</style><em id='x1'>{}</em>"),
    ("struck-out text", "<style>@import 'x'; em.cut{text-decoration: red line-through}</style><em class='cut'>{}</em>"),
    ("struck-out text", "<style>big{text-decoration-line:line-through}</style><big>{}</big>"),
]


@pytest.mark.parametrize(("kind", "form"), HIDDEN, ids=[form for _, form in HIDDEN])
def test_what_a_page_does_not_show_is_out_and_listed(tmp_path, kind, form):
    path = tmp_path / "a.html"
    path.write_text(page(f"<p>The minister said that the port will {form.replace('{}', 'surely')} open on Monday.</p>"))
    article = load(path)
    assert "the port will open on Monday." in article.text
    assert [kind, 1, "surely"] in article.left_out.values.tolist()


def test_what_looks_like_hidden_and_is_shown(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(page("<p style='font-size:0.9em;opacity:0.8'>The port will surely <ins>open</ins> on Monday.</p>"))
    assert "will surely open on Monday" in load(path).text
    for rules in (
        "@media print { .a { display: none } }",
        ".a { display: none } @media (min-width: 40em) { .wide .a { display: inline } }",
        ".b .a, .a:empty, .a::after { display: none }",
    ):
        path.write_text(page(f"<style>{rules}</style><p>The port will <i class='a'>surely</i> open on Monday.</p>"))
        assert "will surely open on Monday" in load(path).text
    path.write_text(page().replace("<article>", "<article style='display:none'>"))  # until a script shows it
    assert "ferry" in load(path).text


def test_days_that_never_were(tmp_path):
    path = tmp_path / "a.html"
    for day in ("2024-02-30T10:00:00Z", "2023-13-01", "20240231", "Feb 30, 2024", "2024-02-3099"):
        path.write_text(page(head=f"<meta property='article:published_time' content='{day}'>"))
        assert load(path).published is None, day
    for day in ("2024-02-30", "2024-05-08junk", "2024-05-081"):
        with pytest.raises(ArticleError, match="is not a date"):
            from_text(PROSE, published=day)
    assert from_text(PROSE, published="2024-05-08T23:00:00Z").published == date(2024, 5, 8)


def test_windows_characters_that_were_read_as_latin_1_are_logged():
    article = from_text(f"{PROSE} \x93It\x92s 5 \x80,\x94 she said.\x81")
    assert article.text.endswith("“It’s 5 €,” she said.")
    assert article.removed["reason"].tolist().count("mojibake") >= 4
    check(article)


def test_latin_1_is_read_as_browsers_read_it(tmp_path):
    for declared in ("iso-8859-1", "latin1", "us-ascii", "windows-1252", "undefined", "punycode", "utf-16"):
        data = page("<p>“It’s 5 €,” she said at noon.</p>", head=f"<meta charset='{declared}'>").encode("cp1252")
        (tmp_path / "a.html").write_bytes(data)
        assert "“It’s 5 €,” she said" in load(tmp_path / "a.html").text


def test_letters_that_nobody_sees_go_and_flags_stay():
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    article = from_text(f"{PROSE} It\U000e0041\U000e0042 rained. {flag}")
    assert article.text.endswith(f"It rained. {flag}")


@pytest.mark.parametrize("evil", ["&#xFFFE;", "&#xffff;", "&#1;", "&#xD800;", "&#0;", "\ufffe", "\x01", "\ud83d"])
@pytest.mark.parametrize("kind", ["html", "docx"])
def test_characters_that_are_none_as_references(tmp_path, kind, evil):
    if kind == "docx" and evil == "\ud83d":
        evil = "&#xD83D;"  # no writer of ZIP archives takes it otherwise
    story = f"The port{evil} is shut."
    title = f"Port{evil} shut"
    path = tmp_path / f"a.{kind}"
    if kind == "docx":
        path.write_bytes(docx(paragraph(PROSE), paragraph(story), title=title))
    else:
        path.write_bytes(
            page(f"<p>{story} {PROSE}</p>", head=f"<title>{title}</title>").encode("utf8", "surrogatepass")
        )
    article = load(path)
    check(article)
    assert "The port is shut." in article.text.replace("\ufffd", "")
    assert {"control character", "broken character"} & set(article.removed["reason"])


def test_a_reference_at_the_border_of_two_pieces(tmp_path):
    """Word files are read in pieces: nothing of a character is lost between two of them."""
    path = tmp_path / "a.docx"
    text = "The port&#xFFFE; is shut – “for 5 €”, she said. " * 20_000
    path.write_bytes(docx(paragraph(PROSE), paragraph(text)))
    assert load(path).text.count("The port is shut – “for 5 €”, she said.") == 20_000


def test_tables_json_and_mails_are_no_articles(tmp_path):
    row = '{"text": "The port is shut, and nobody knows when it will open."}'
    mail = f"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=x\n\n--x\n{page()}"
    for name, data, problem in (
        ("a.txt", f"[{row}]", "a table or JSON"),
        ("a.json", f"{row}\n{row}\n", "a table or JSON"),
        ("a.tsv", f"title\ttext\nA\t{PROSE}\n", "a table or JSON"),
        ("a.mhtml", mail, "in one file"),
        ("a.html", mail, "in one file"),
        ("a.eml", f"From: a@port.example\nSubject: Port\nMIME-Version: 1.0\n\n{PROSE}", "a mail"),
        ("a.txt", f"<rss><channel><item><description>{PROSE}", "XML"),
        ("a.xml", f"<story><p>{PROSE}</p></story>", "XML"),
    ):
        (tmp_path / name).write_text(data)
        with pytest.raises(ArticleError, match=problem):
            load(tmp_path / name)
    (tmp_path / "a.txt").write_text(f"[1] {PROSE}")
    assert load(tmp_path / "a.txt").text == f"[1] {PROSE}"


def test_what_is_no_page_of_an_article_is_said_truly(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(page("<p>" + "<span>word </span>" * 14_000))
    with pytest.raises(ArticleError, match="in which no article was found"):
        load(path)
    path.write_text(page("<p>" + "<span>word </span>" * 29_000))
    with pytest.raises(ArticleError, match="more than 15,000 tags"):
        load(path)


HEADERS = {
    "folded": "---\ntitle: >-\n  Ships\n  wait\nauthor:\n- Ann Lee\n- name: Tom Roe\npublished: 1 May 2024\n---\n",
    "long, and ending in dots": "---\nTitle: 'Ships wait'\nauthor: [Ann Lee, Tom Roe]\ndate: 2024-05-01\n"
    + "".join(f"k{n}: v\n" for n in range(60))
    + "...\n",
    "TOML": '+++\r\ntitle = "Ships wait"\r\nauthors = ["Ann Lee", "Tom Roe"]\r\ndate = 2024-05-01\r\n+++\r\n',
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_headers_of_markdown(tmp_path, header):
    path = tmp_path / "a.md"
    path.write_text(f"{header}\n{PROSE}\n", newline="")
    article = load(path)
    assert (article.title, article.author, article.published) == ("Ships wait", "Ann Lee, Tom Roe", date(2024, 5, 1))
    assert article.text == PROSE
    check(article)


def test_what_markdown_does_not_show_is_out_and_logged(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        f"---\n\n{PROSE} It is ~~not~~ shut.<!-- Ann,\n\ncheck\u00a0this -->\n\n---\n\nIt is 3 ~~ 4 ~~ 5.\n"
    )
    article = load(path)
    assert article.text == f"{PROSE} It is shut.\n\nIt is 3 ~~ 4 ~~ 5."
    assert {"comment", "struck-out text"} <= {part for one in article.removed["reason"] for part in one.split("; ")}
    check(article)
    for hostile in ("---\n" + "a: b\n" * 10_000, "---\n" + "- : b\n" * 199, "<!--" * 10_000, "~~a" * 20_000):
        path.write_text(f"{hostile}\n\n{PROSE}")
        begin = time.monotonic()
        assert PROSE[:60] in load(path).text
        assert time.monotonic() - begin < 10
