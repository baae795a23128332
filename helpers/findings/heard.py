"""Whether anybody is quoted, and whose text it is."""

import re

from .finding import Finding, in_marks
from .in_short import in_short, scored
from .voices import LEAST_WORDS, SURE

RETOLD = 1  # sure attributions without marks, from which on it matters that nobody is quoted
FEWEST = 200  # words of an article of which it is said that nobody is quoted
_MARKED = re.compile(r"[“\"„«]([^”\"»]{1,3000})[”\"»]|(?<!\w)[‘']([^‘’'\n]{15,600})[’'](?!\w)")
AGENCY = re.compile(
    r"\((AP|Reuters(?: Health)?|AFP|UPI|CNN|Xinhua|Bloomberg|Hollywood Reporter|HealthDay News|IANS|PTI|Kyodo|dpa"
    r"|ANI)\)(?= ?[-–—_])"
    r"|(?:[-–—] ?|\bCopyright(?: \d{4})? (?:The )?)(Associated Press|Reuters|AFP|Agence France-Presse"
    r"|Bloomberg News)\b"
    r"(?=[^\w]*(?:$|\n|\. All))|\bProvided by ((?:[A-Z][\w’'-]+(?: (?:of|for|the|and))? ?){1,6})(?=\s*$|\n)"
)


def nobody(article, tables):
    """“Nobody is quoted word for word.”"""
    found = [one for one, _ in scored(article)]
    text = " ".join(one.text for one in found)
    rows = tables["quotes"]
    long = rows["kind"].isin(("direct", "mixed", "scare")) & (rows["text"].str.split().str.len() >= LEAST_WORDS)
    if not found or len(text.split()) < FEWEST or long.any():
        return []
    # Of a table, a letter or a list of quips that says nothing; of a report whose sources are retold it does.
    if rows["confidence"].ge(SURE).sum() < RETOLD or any(one.has("first person") for one in found):
        return []
    if any(len((a or b).split()) >= LEAST_WORDS for a, b in _MARKED.findall(article.text)):
        return []
    return [Finding("nobody", "Nobody is quoted word for word.", "quotes.find_quotes", found[0].start, found[0].end)]


def agency(article, tables):
    """“Whose text it is, by its own line: “Reuters”.”"""
    text = article.text
    match = AGENCY.search(text, 0, 600) or AGENCY.search(text, max(0, len(text) - 300))
    if match is None:
        return []
    short = in_short(article)
    if (short["start"].lt(match.end()) & short["end"].gt(match.start())).any():
        return []  # a reader has seen it
    number = next(n for n in (1, 2, 3) if match.group(n))
    name = match.group(number).strip()
    if article.outlet and article.outlet.casefold() in name.casefold():
        return []
    sentence = f"Whose text it is, by its own line: {in_marks(name)}."
    return [Finding("agency", sentence, "findings.heard", *match.span(number))]
