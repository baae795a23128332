"""Files of the shape that Nexis Uni, Factiva and ProQuest hand out, with texts of our own."""

import docx
import pytest

from helpers.corpus import items
from helpers.corpus.archives import archive_of, day_of, documents

BODIES = [
    [
        "The pier of Northport closes on Monday, the harbour office said.",
        "Note: nobody will lose work, Anna Berg said. “We are sorry.”",
    ],
    ["Graphic scenes met the crew when the storm had gone.", "Classification of the damage takes weeks, Tom Roe said."],
    ["The council of Eastmere voted for the bridge.", "It will open in 2027, and cost 4 million crowns."],
]
TITLES = ["Pier closes", "Storm leaves wreck", "Council votes for bridge"]
DAYS = ["2024-05-05", "2024-06-11", "2023-12-30"]
WRITTEN = ["May 5, 2024 Sunday", "June 11, 2024 Tuesday 10:15 PM GMT", "December 30, 2023"]


def nexis():
    lines = ["User Name: reader", "Date and Time: Monday, July 1, 2024", "Job Number: 123", "Documents (3)"]
    for number, title in enumerate(TITLES):
        lines += [f"{number + 1}. {title}"]
    for title, day, body in zip(TITLES, WRITTEN, BODIES, strict=True):
        lines += [
            title,
            "The Port Times",
            day,
            "Copyright 2024 The Port Times All Rights Reserved",
            "Section: NEWS; Pg. 3",
        ]
        lines += ["Length: 512 words", "Byline: By Anna Writer", "Body", *body, "Classification", "Language: ENGLISH"]
        lines += ["Subject: PORTS (90%)", "Load-Date: July 1, 2024", "End of Document"]
    return lines


def factiva(coded):
    lines = []
    days = ["5 May 2024", "11 June 2024", "30 December 2023"]
    for number, (title, day, body) in enumerate(zip(TITLES, days, BODIES, strict=True)):
        name = f"Document PORTT00020240505ek550000{number}"
        if coded:
            lines += [
                "",
                f"HD  {title}",
                "BY  By Anna Writer",
                "WC  512 words",
                f"PD  {day}",
                "SN  The Port Times",
                "SC  PORTT",
                "LA  English",
                "CY  (c) 2024 The Port Times",
                f"LP  {body[0]}",
                "",
                "TD",
                *body[1:],
                "",
                "CO  ptauth : Port Authority",
                "NS  gcat : News",
                f"AN  {name}",
            ]
        else:
            lines += [
                "",
                title,
                "By Anna Writer",
                "512 words",
                day,
                "The Port Times",
                "PORTT",
                "English",
                "(c) 2024 The Port Times",
                "",
                *body,
                "",
                name,
            ]
    return lines


def proquest():
    lines = []
    days = ["May 5, 2024", "Jun 11, 2024", "Dec 30, 2023"]
    for number, (title, day, body) in enumerate(zip(TITLES, days, BODIES, strict=True)):
        lines += [
            "_" * 60,
            "",
            f"Document {number + 1} of 3",
            "",
            title,
            "",
            "Author: Anna Writer",
            "",
            f"Full text: {body[0]}",
            "",
            *body[1:],
            "",
            "Subject: Ports",
            f"Title: {title}",
            "Publication title: The Port Times",
            f"Publication date: {day}",
            f"ProQuest document ID: {number}77",
            f"Document URL: https://proquest.example/{number}",
        ]
    return [*lines, "_" * 60, "", "Contact us at: http://www.proquest.com", "Copyright 2024"]


def as_rtf(lines):
    def escaped(line):
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in line)

    return "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\n" + "\n".join(f"\\pard {escaped(line)}\\par" for line in lines) + "}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archives")
    (folder / "factiva.txt").write_text("\n".join(factiva(False)), encoding="utf8")
    (folder / "factiva_codes.txt").write_text("\r\n".join(factiva(True)), encoding="utf-16")
    (folder / "proquest.txt").write_text("\n".join(proquest()), encoding="utf8")
    (folder / "nexis.txt").write_text("\n".join(nexis()), encoding="cp1252")
    (folder / "nexis.rtf").write_text(as_rtf(nexis()), encoding="ascii")
    document = docx.Document()
    for line in nexis():
        document.add_paragraph(line, style="Heading 1" if line in TITLES else None)
    document.save(folder / "nexis.docx")
    return folder


@pytest.mark.parametrize(
    "name", ["factiva.txt", "factiva_codes.txt", "proquest.txt", "nexis.txt", "nexis.rtf", "nexis.docx"]
)
def test_every_article_with_what_is_said_of_it(folder, name):
    found = list(items(folder / name))
    assert [item.place for item in found] == [f"{name}#{n}" for n in (1, 2, 3)]
    records = [item.record for item in found]
    assert [record["text"] for record in records] == ["\n\n".join(body) for body in BODIES]
    assert [record["title"] for record in records] == TITLES
    assert [record["published"] for record in records] == DAYS
    assert {record["outlet"] for record in records} == {"The Port Times"}
    assert {record["author"] for record in records} == {"Anna Writer"}


def test_what_only_speaks_of_documents_is_one_article(tmp_path):
    (tmp_path / "one.txt").write_text("Body\n\nThe end of document production, 300 words in all.\n", encoding="utf8")
    assert [item.path is not None for item in items(tmp_path / "one.txt")] == [True]
    (tmp_path / "one.rtf").write_text(as_rtf(["The pier is “closed”.", "Nobody was hurt."]), encoding="ascii")
    assert [item.record["text"] for item in items(tmp_path / "one.rtf")] == [
        "The pier is “closed”.\n\nNobody was hurt."
    ]


def test_a_piece_without_text_is_not_lost():
    lines = nexis()
    at = lines.index("Body", lines.index("Body") + 1)
    found = list(documents(lines[:at] + lines[at + 1 :], "nexis"))
    assert [bool(record["text"]) for record in found] == [True, False, True]


@pytest.mark.parametrize(
    "lines", [["Length: 5 words"] * 50_000 + ["Body"], ["A" * 200_000], ["1" * 100_000 + " words"]]
)
def test_hostile_lines_are_read_in_linear_time(lines):
    for archive in ("nexis", "factiva", "proquest"):
        list(documents(lines, archive))
    archive_of(lines)
    assert day_of("2024 " * 10_000) is None
