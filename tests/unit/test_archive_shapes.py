"""What archives hand out, in every shape that was met: split with title, author, outlet and day, or refused."""

import io
import re
import zipfile
from email.message import EmailMessage

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from helpers.article import ArticleError, load
from helpers.article.days import day_of
from helpers.corpus import items

BODIES = [
    ["The harbour office will close the pier on Monday.", "IN THE END nobody was hurt, Anna Berg said."],
    ["The bridge of Eastmere will open in May, the council said.", "Note: it costs 4 million crowns."],
]
TITLES = ["Pier closes for repairs", "Council votes for bridge"]
DAYS = ["2024-03-05", "2024-03-06"]
AUTHORS = ["Jo Field", "Lee Marsh"]
LONG = ["March 5, 2024 Tuesday", "March 6, 2024 Wednesday 2nd Edition"]
SHORT = ["5 March 2024", "6 March 2024"]
EACH = list(zip(TITLES, AUTHORS, LONG, SHORT, BODIES, strict=True))


def lexisnexis_new(n, title, author, long, short, body):
    return (
        f"\n\n     {n} of 2 DOCUMENTS\n\n\n        The Port Times\n\n     {long}\n     Late Edition\n\n{title}\n\n"
        f"BYLINE: {author.upper()}\n\nSECTION: NEWS; Pg. 1\n\nLENGTH: 57 words\n\nDATELINE: EASTMERE\n\n"
        + "\n\n".join(body)
        + "\n\nGRAPHIC: The pier\n\nLOAD-DATE: March 9, 2024\n\nLANGUAGE: ENGLISH\n\n"
        "        Copyright 2024 Port Times Ltd\n     All Rights Reserved\n"
    )


def lexisnexis_old(n, title, author, long, short, body):
    wrapped = "\n\n".join(text.replace(" the ", "\nthe ", 1) for text in body)  # lines are wrapped
    return (
        f"                 {n} of 2 DOCUMENTS\n\n      Copyright 2024 Port Times Ltd\n      All Rights Reserved\n"
        f"      The Port Times\n\n      {long}\n\nSECTION: News; Pg. 3\n\nLENGTH: 57 words\n\nHEADLINE: {title}\n\n"
        f"BYLINE:  By {author}\n\nBODY:\n{wrapped}\n\nLOAD-DATE: March 9, 2024\n\n"
    )


def lexisnexis_html(n, title, author, long, short, body):
    half = title.split()
    title = f"{' '.join(half[:2])}<br>{' '.join(half[2:])}"
    paragraphs = "".join(f'<p class="c8"><span class="c2">{text}</span></p>' for text in body)
    return (
        f'<a name="DOC_ID_0_{n}"></a><div class="c0"><p class="c1"><span class="c2">{n} of 2 DOCUMENTS</span></p></div>'
        '<div class="c0"><br><p class="c1"><span class="c2">The Port Times</span></p></div>'
        f'<div class="c3"><p class="c1"><span class="c4">{long}</span><span class="c2"><br>Final</span></p></div>'
        f'<div class="c5"><p class="c6"><span class="c7">{title}</span></p></div>'
        f'<div class="c5"><p class="c6"><span class="c7">BYLINE: </span><span class="c2">{author}</span></p></div>'
        '<div class="c5"><p class="c6"><span class="c7">LENGTH: </span><span class="c2">57 words</span></p></div>'
        f'<div class="c5">{paragraphs}</div>'
        '<div class="c5"><p class="c6"><span class="c7">LOAD-DATE: </span><span>March 9, 2024</span></p></div>'
        '<div class="c0"><p class="c1"><span class="c2">Copyright 2024 Port Times Ltd<br>All Rights Reserved</span></p>'
        "</div>"
    )


def factiva_html(n, title, author, long, short, body):
    fields = {"SE": "News", "HD": title, "BY": f"By {author}", "WC": "57 words", "PD": short, "ET": "09:15"}
    fields |= {"SN": "The Port Times", "SC": "PTTI", "LA": "English", "CY": "Copyright 2024"}
    fields |= {"LP": f"<p class='articleParagraph'>{body[0]}</p>", "TD": f"<p class='articleParagraph'>{body[1]}</p>"}
    fields |= {"NS": "gcat : General", "AN": f"Document PTTI00002024030{n}ek35000{n}"}
    rows = "".join(f'<tr><td class="index"><b>{k}</b>&nbsp;</td><td>{v}</td></tr>' for k, v in fields.items())
    return f'<div class="article enArticle"><table>{rows}</table></div>'


def factiva_html_plain(n, title, author, long, short, body):
    lines = [f"By {author}", "57 words", short, "09:15", "The Port Times", "PTTI", "English", "(c) 2024 Port Times"]
    parts = "".join(f'<p class="articleParagraph enarticleParagraph">{text}</p>' for text in body)
    return (
        f'<div id="article-{n}" class="article enArticle"><div id="hd"><span class="enHeadline">{title}</span></div>'
        + "".join(f"<div>{line}</div>" for line in lines)
        + f"{parts}<p>Document PTTI00002024030{n}ek35000{n}</p></div>"
    )


def factiva_xml(n, title, author, long, short, body):
    first, last = title.split(" ", 1)
    return (
        f"<ppsarticle><article><accessionNo>PTTI{n}</accessionNo><headline><paragraph><hlt>{first}</hlt> {last}"
        f"</paragraph></headline><byline><paragraph>By {author}</paragraph></byline><leadParagraph><paragraph>{body[0]}"
        f"</paragraph></leadParagraph><publicationDate><dateTime>{DAYS[n - 1]}T01:35:58Z</dateTime></publicationDate>"
        f"<sourceName>The Port Times</sourceName><tailParagraphs><paragraph>{body[1]}</paragraph></tailParagraphs>"
        "</article></ppsarticle>"
    )


def proquest_html(n, title, author, long, short, body):
    def field(name, value):
        return f'<p style="margin:0;"><strong>{name}: </strong>{value}</p>\n'

    parts = "".join(f"<p>{text}</p>   " for text in body)
    return (
        f'<div style="margin:20px">\n<a name="DocID_MSTAR_{n}"></a><p></p>\n<p style="bold">{title}</p>\n'
        + field("Author", author)
        + field("Publication info", "The Port Times [Eastmere]: A.1.")
        + '<p><a href="https://search.proquest.com/docview/1">ProQuest document link</a></p>\n'
        + field("Abstract", "")
        + f"<p>{body[0]}</p>\n<p><strong>Full text: </strong><text wordcount='57'><title></title>{parts}</text></p>\n"
        + field("Subject", "Piers")
        + field("Company / organization", "Name: Port Office")
        + field("Publication title", "The Port Times")
        + field("Publication date", short)
        + field("ProQuest document ID", str(n))
        + "</div>\n"
    )


def proquest_text(rule):
    def made(n, title, author, long, short, body):
        return (
            f"{rule}\n\nDocument {n} of 2\n\n{title}\n\nAuthor: {author}\n\nProQuest document link\n\n"
            f"Abstract: Short.\n\nFull Text: {body[0]}\n\n{body[1]}\n\nSubject: Piers\n\nTitle: {title}\n\n"
            f"Publication title: The Port Times\n\nPublication date: {short}\n\nDocument URL: https://proquest.example/{n}\n\n"
        )

    return made


def joined(made, before="", after=""):
    return before + "".join(made(n, *one) for n, one in enumerate(EACH, 1)) + after


def mail(page):
    inner = EmailMessage()
    inner["Subject"] = "ProQuest results"
    inner.set_content("Your reader shows no pages.")
    inner.add_alternative(page, subtype="html", cte="quoted-printable")
    outer = EmailMessage()
    outer["Subject"] = "Fwd: results"
    outer.set_content("For you.")
    outer.add_attachment(inner)
    return outer.as_bytes()


PAGE = "<html><head><title>{}</title></head><body>".format
SHAPES = {
    "lexisnexis.txt": joined(lexisnexis_new, "Download Request: Selected Items: 1-2\nTime Of Request: March 9, 2024\n"),
    "lexisnexis_old.txt": joined(lexisnexis_old),
    "lexisnexis.html": joined(
        lexisnexis_html, PAGE("x") + "<table class='c1'><tr><td>Return to List</td></tr></table>"
    ),
    "factiva.html": joined(factiva_html, PAGE("Factiva") + "<h1>Dow Jones</h1>", "<div id='pageFooter'>2024</div>"),
    "factiva_plain.htm": joined(factiva_html_plain, PAGE("Factiva")),
    "factiva.xml": joined(
        factiva_xml,
        '<?xml version="1.0" encoding="utf-8"?><PPSResponse><ppsArticleResponse '
        'xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet>',
        "</ppsarticleResultSet></ppsArticleResponse></PPSResponse>",
    ),
    "proquest.html": joined(proquest_html),
    "proquest.eml": mail(joined(proquest_html, PAGE("mail"), "<div class='copyright'>2024</div>")),
    "proquest_rule.txt": joined(proquest_text("_" * 60)),
    "proquest_stars.txt": joined(proquest_text("*" * 50)),
    "proquest_numbers.txt": joined(proquest_text("")),
}


def written(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf8"))
    return path


@pytest.mark.parametrize("name", SHAPES)
def test_each_shape_is_split(tmp_path, name):
    found = list(items(written(tmp_path, name, SHAPES[name])))
    assert [item.trouble for item in found] == [None, None]
    records = [item.record for item in found]
    assert [record["text"] for record in records] == ["\n\n".join(body) for body in BODIES]
    assert [record["title"] for record in records] == TITLES
    assert [record["author"].title() for record in records] == AUTHORS
    assert [record["outlet"] for record in records] == ["The Port Times"] * 2
    assert [record["published"] for record in records] == DAYS


@pytest.mark.parametrize("name", [name for name in SHAPES if not name.endswith(".eml")])
def test_none_of_them_is_loaded_as_one_article(tmp_path, name):
    with pytest.raises(ArticleError, match="not one article; let the command split it: python -m helpers corpus"):
        load(written(tmp_path, name, SHAPES[name]))


def test_an_archive_in_a_zip_is_split_and_one_within_another_is_said(tmp_path):
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inner.zip", b"PK")
        archive.writestr("more/factiva.html", SHAPES["factiva.html"])
        archive.writestr("more/table.csv", "text\nRain.\n")
    found = list(items(path))
    assert [item.record["title"] for item in found if not item.trouble] == TITLES
    assert [item.place for item in found if item.trouble] == ["all.zip#inner.zip", "all.zip#more/table.csv"]


def test_content_types_are_read_in_any_case(tmp_path):
    path = tmp_path / "pages.warc"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=False)
        for kind in ("text/HTML; charset=UTF-8", "application/pdf", "image/png"):
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
            writer.write_record(
                writer.create_warc_record(
                    "http://port.example/", "response", payload=io.BytesIO(b"<p>Rain."), http_headers=headers
                )
            )
    found = list(items(path))
    assert [bool(item.trouble) for item in found] == [False, True]


UNKNOWN = "Newspaper: The Port Times\nDate: 5 March 2024\nHeadline: {}\n\nThe pier will close on Monday.\n\n"


def test_what_looks_like_several_articles_is_never_one(tmp_path):
    several = written(tmp_path, "several.txt", UNKNOWN.format("Pier") + UNKNOWN.format("Bridge"))
    with pytest.raises(ArticleError, match=r"shape that is not known .*; save each article as a file of its own"):
        load(several)
    once = written(tmp_path, "once.txt", UNKNOWN.format("Pier") * 1 + "The mayor said that it would open again in May.")
    assert "pier will close" in load(once).text
    talk = "Title: a song\n\nQ: Who are you? I am asking you.\n\nA: I am the one who is asked.\n\n"
    assert "asked" in load(written(tmp_path, "talk.txt", talk * 3)).text


def test_xml_and_mail_of_other_kinds_are_said(tmp_path):
    xml = written(tmp_path, "feed.xml", "<?xml version='1.0'?><rss><item>The pier closes on Monday.</item></rss>")
    plain = written(tmp_path, "letter.eml", b"Subject: Hello\n\nThe pier closes on Monday.\n")
    assert "XML of a kind that is not known" in next(items(xml)).trouble
    assert "no archive’s articles" in next(items(plain)).trouble
    with pytest.raises(ArticleError, match="is XML"):
        load(xml)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("March 4-10, 2024", "2024-03-04"),
        ("Tuesday, March 5th, 2024, First Edition", "2024-03-05"),
        ("2nd Edition March 6, 2024", "2024-03-06"),
        ("Wednesday 6th March 2024 2nd Edition", "2024-03-06"),
        ("2024-03-06T10:15:00Z", "2024-03-06"),
        ("28 December 2023 - 3 January 2024", "2023-12-28"),
        ("25/03/2024", "2024-03-25"),
        ("29 décembre 2011", "2011-12-29"),
        ("March 2024", None),
        ("Spring 2024", None),
        ("March 5", None),
        ("February 30, 2024", None),
        ("Issue 3 March 2024", None),
        ("No. 12, May 2024", None),
        ("2024", None),
        ("Tuesday 10:15 AM", None),
    ],
)
def test_a_day_is_what_the_line_says(line, day):
    assert day_of(line) == day


def test_a_month_of_publication_gets_no_day_and_a_day_of_loading_is_none(tmp_path):
    text = "Pier closes\nThe Port Monthly\n\n{}\n\nBody\n\nThe pier closes.\n\nLoad-Date: March 9, 2024\n\n"
    path = written(
        tmp_path, "n.txt", "".join(text.format(when) + "End of Document\n" for when in ("March 2024", "Spring 2024"))
    )
    records = [item.record for item in items(path)]
    assert [record.get("published") for record in records] == [None, None]
    assert [record["outlet"] for record in records] == ["The Port Monthly"] * 2


def test_a_headline_with_a_colon_is_no_field(tmp_path):
    text = "Storm: what we know\nThe Port Times\n{}\n\nLength: 9 words\n\nByline: JO FIELD\n\nBody\n\nRain fell.\n\n"
    path = written(tmp_path, "n.txt", 2 * (text.format(LONG[1]) + "End of Document\n"))
    assert [item.record["title"] for item in items(path)] == ["Storm: what we know"] * 2
    old = joined(lexisnexis_old).replace(TITLES[0], "STORM: What we know")
    assert next(items(written(tmp_path, "o.txt", old))).record["title"] == "STORM: What we know"


def test_what_lexisnexis_failed_to_hand_out_is_said(tmp_path):
    failed = "1 of 3 DOCUMENTS\n\nThe Port Times\n\nWe are sorry but there is an error in this document and it is not "
    found = list(items(written(tmp_path, "l.txt", failed + "possible to display it.\n" + joined(lexisnexis_new))))
    assert [bool(item.trouble) for item in found] == [True, False, False]


def test_no_day_comes_from_the_clock(root):
    """The day on which the command runs is asked nowhere where articles are read."""
    for room in ("article", "corpus"):
        for path in (root / "helpers" / room).rglob("*.py"):
            text = path.read_text(encoding="utf8")
            assert not re.search(r"today\(|\bnow\(|dateutil", text), path.name
