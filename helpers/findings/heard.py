"""Whether anybody is quoted, who is set against whom, and whose text it is."""

import re

from ..language import parse
from ..quotes.summary import attributions
from .finding import Finding, in_marks
from .in_short import in_short, scored
from .leaning import leans
from .salience import marks_paired
from .standing import stands_alone
from .told import in_front
from .voices import LEAST_WORDS, SURE

RETOLD = 1  # sure attributions without marks, from which on it matters that nobody is quoted
FEWEST = 200  # words of an article of which it is said that nobody is quoted
_MARKED = re.compile(r"[“\"„«]([^”\"»]{1,3000})[”\"»]|(?<!\w)[‘']([^‘’'\n]{15,600})[’'](?!\w)")
OTHERS = re.compile(r"\b(?:he|she|they|it|his|her|him|them|their|its)\b", re.IGNORECASE)
AGENCY = re.compile(
    r"\((AP|Reuters(?: Health)?|AFP|UPI|CNN|Xinhua|Bloomberg|Hollywood Reporter|HealthDay News|IANS|PTI|Kyodo|dpa"
    r"|ANI)\)(?= ?[-–—_])"
    r"|(?:[-–—] ?|\bCopyright(?: \d{4})? (?:The )?)(Associated Press|Reuters|AFP|Agence France-Presse"
    r"|Bloomberg News)\b"
    r"(?=[^\w]*(?:$|\n|\. All))|\bProvided by ((?:[A-Z][\w’'-]+(?: (?:of|for|the|and))? ?){1,6})(?=\s*$|\n)"
)

BUT = re.compile(r"(?:But|However|Yet|By contrast|In contrast)\b")
NEAR = 4  # characters between two sentences that are set against each other
BOTH = 70  # words of both


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


def against(article, tables):
    """“Set against each other: “Anna Berg said the quay was safe. But Tom Holm said it was not”.”"""
    found = [one for one, _ in scored(article)]
    rows = attributions(tables["quotes"])
    voice = {}
    for row in rows[rows["confidence"] >= SURE].itertuples(index=False):
        for number, one in enumerate(found):
            if one.start <= row.start < one.end:
                if row.source and not OTHERS.fullmatch(row.source):
                    voice.setdefault(number, row.who)
    front = in_front(article)
    for number in sorted(range(1, len(found)), key=lambda n: -scored(article)[n][1] - scored(article)[n - 1][1]):
        one, before = found[number], found[number - 1]
        if not BUT.match(one.text) or one.start - before.end > NEAR or (one in front and before in front):
            continue
        if not voice.get(number) or not voice.get(number - 1) or voice[number] == voice[number - 1]:
            continue
        place = stands_alone(article, before)
        text = article.text[before.start : one.end]
        if place is None or len(text.split()) > BOTH or not marks_paired(text) or "(" in text:
            continue
        doc = parse(article)
        first = doc.char_span(*place, alignment_mode="expand")
        if leans(article, doc.char_span(place[0], one.end, alignment_mode="expand"), answers=first):
            continue
        told = f"{in_marks(article.text[slice(*place)])} – {in_marks(one.text)}"
        return [Finding("against", f"Set against each other: {told}.", "findings.heard", place[0], one.end)]
    return []
