"""What is an archive's file of many articles, and no article: by the marks that each archive sets."""

import re
from collections import Counter

NAMES = {"nexis": "Nexis Uni", "lexisnexis": "LexisNexis", "factiva": "Factiva", "proquest": "ProQuest"}
COUNTED = re.compile(
    r"(?:\d{1,6} of \d{1,6} DOCUMENTS?|Dokument \d{1,6} von \d{1,6}|Document \d{1,6} de \d{1,6})"
)  # LexisNexis, in English, German, French
FACTIVA_END = re.compile(r"Document [A-Za-z0-9]{4,20}\d{4,10}[A-Za-z0-9]{2,20}")
WORDS = re.compile(r"[\d,.]{1,9} (?:words|mots|Wörter)")
_NUMBERED = re.compile(r"(?:document|article|item|record|story) {1,3}#?\d{1,6}(?: {0,2}(?:of|/) {0,2}\d{1,6})?", re.I)
_FIELD = re.compile(r"[ \t]{0,8}([A-Za-z][A-Za-z -]{1,30}?) {0,2}:(?!\S)")
_CODED = re.compile(r"(HD|BY|WC|PD|SN|SC|LA|CY|LP|TD|AN)(?:\s|$)")
# Names of fields that archives set before their values; an article has one of each at most.
_FIELDS = frozenset(
    (
        "title|headline|heading|subtitle|date|published|publication date|pub date|load-date|load date|author|authors|"
        "byline|by|source|publication|publication title|newspaper|outlet|publisher|journal|length|word count|words|"
        "section|page|pages|text|body|full text|fulltext|article|content|abstract|language|url|link|document url|"
        "copyright|subject|subjects|keywords|document type|publication-type|publication type|database|dateline|"
        "graphic|edition|id|accession number|issn|country|titel|datum|autor|quelle|titre|auteur|langue"
    ).split("|")
)
XML_PROBLEM = ("is XML, not an article’s text", "save the article’s text as .txt, or the page as .html")
LEAST = 3  # different fields, each of which stands there again
# Marks in web pages and XML; the words of an archive's name alone are no mark.
_MARKUP = (
    ("lexisnexis", (re.compile(r">\s{0,9}\d{1,6} of \d{1,6} DOCUMENTS?\s{0,9}<"),)),
    (
        "factiva",
        (
            re.compile(r"""<div[^>]{0,200}\bclass=["']article\b"""),
            re.compile(r"articleParagraph|factiva", re.IGNORECASE),
            re.compile(r"""Document [A-Z0-9]{4,20}\d{4}|class=["']index["']|>[\d,.]{1,9} words<"""),
        ),
    ),
    ("factiva", (re.compile(r"<(?:\w{1,20}:)?(?:leadParagraph|tailParagraphs|ppsarticle|PPSResponse)\b"),)),
    (
        "proquest",
        (
            re.compile(r"ProQuest document (?:link|ID)|search\.proquest\.com/docview", re.IGNORECASE),
            re.compile(r"Full text\s{0,3}:", re.IGNORECASE),
        ),
    ),
)
XML = re.compile(
    r"\s{0,100}<(?:\?xml\b|!DOCTYPE (?!html)|(?:\w{1,20}:)?(?:PPSResponse|ppsarticle|nitf|newsml|TEI|rss|feed)\b)", re.I
)


def archive_of(lines):
    """Which archive the first lines of a file come from: "nexis", "lexisnexis", "factiva", "proquest" or None.

    >>> archive_of(["A title", "The Paper", "Body", "Text.", "End of Document"])
    'nexis'
    >>> archive_of(["Body", "An article about bodies."]) is None
    True
    >>> archive_of(["The court has seen 1 of 2 documents."]) is None
    True
    """
    stripped = {line.strip() for line in lines}
    lower = {line.lower() for line in stripped}
    if any(COUNTED.fullmatch(line) for line in stripped) and any(
        line.startswith(("length:", "load-date:", "language:", "body:", "länge:", "longueur:", "sprache:", "langue:"))
        for line in lower
    ):
        return "lexisnexis"
    if "Body" in stripped and ("End of Document" in stripped or any(line.startswith("length:") for line in lower)):
        return "nexis"
    marks = ("proquest document id:", "document url: http", "publication title:", "publication info:")
    if any(line.startswith("full text:") for line in lower) and (
        any(line.startswith(marks) for line in lower) or "proquest document link" in lower
    ):
        return "proquest"
    counted = any(WORDS.fullmatch(line.removeprefix("WC").strip()) for line in stripped)
    if counted and (any(FACTIVA_END.fullmatch(line) for line in stripped) or {"LP", "TD"} <= {s[:2] for s in stripped}):
        return "factiva"
    return None


def archive_in_markup(text):
    """Which archive a web page or an XML file comes from, or None.

    >>> archive_in_markup("<p>1 of 2 DOCUMENTS</p>"), archive_in_markup("<p>The archive Factiva has words.</p>")
    ('lexisnexis', None)
    """
    return next((name for name, marks in _MARKUP if all(mark.search(text) for mark in marks)), None)


def repeated_fields(lines):
    """Names of fields that stand there several times, if there are enough of them to tell of several articles.

    >>> repeated_fields(["Title: A", "Date: 1 May", "Source: B", "Text."] * 2)
    ('date', 'source', 'title')
    >>> repeated_fields(["Q: Who?", "A: I.", "Title: A"] * 3)
    ()
    """
    counts = Counter()
    for line in lines:
        match = _FIELD.match(line[:60])
        name = match[1].lower() if match else None
        if name in _FIELDS:
            counts[name] += 1
        elif match := _CODED.match(line):
            counts[match[1]] += 1
    again = sorted(name for name, n in counts.items() if n > 1)
    return tuple(again) if len(again) >= LEAST else ()


def archive_problem(text, markup=False):
    """(problem, way out) if a text is several articles as an archive hands them out, else None.

    Parameters
    ----------
    text : str
        Of the file as it is: with its tags if `markup`.
    markup : bool
        Whether it is a web page or XML.

    Examples
    --------
    >>> archive_problem("Document 1 of 2\\n\\nRain.\\n\\nDocument 2 of 2\\n\\nSun.")[0]
    'looks like several articles from an archive, in a shape that is not known (“Document 1 of 2” …)'
    """
    if markup:
        found = archive_in_markup(text)
        if found:
            return known(found)
        return None if "<html" in text[:2000].lower() or not XML.match(text) else XML_PROBLEM
    lines = text.splitlines()
    found = archive_of(lines)
    if found:
        return known(found)
    fields = repeated_fields(lines)
    numbered = [line.strip() for line in lines if len(line) < 80 and _NUMBERED.fullmatch(line.strip())]
    mark = ", ".join(fields[:4]) if fields else f"“{numbered[0]}” …" if len(set(numbered)) > 1 else None
    if mark:
        return (
            f"looks like several articles from an archive, in a shape that is not known ({mark})",
            "save each article as a file of its own, or make a table (.csv) with an article a row",
        )
    return None


def known(archive):
    """The sentence's parts for a file of an archive that is known."""
    return (
        f"holds articles as {NAMES[archive]} hands them out, not one article",
        "let the command split it: python -m helpers corpus FILE --out FOLDER",
    )
