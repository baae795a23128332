"""Who alone is heard, who has the last word, who is spoken of and not heard: only where every passage has its voice."""

import re

from .finding import Finding, in_marks
from .in_short import scored
from .voices import LEAST_WORDS, SURE, named, sole_source
from .voices import only_one as alone

RETOLD = 2  # sure attributions without marks, from which on it matters that nobody is quoted
ENOUGH = 150  # words of an article of which it is said that nobody is quoted
SHARE = 0.35  # of an article's words in marks, from which on that is said
END = 60  # characters between the last quotation and the end of the story
LONGEST = 38
UNLIKELY = 0.5  # confidence, below which a row is no source
OFFICIAL = frozenset("police officials officers authorities investigators prosecutors researchers scientists".split())
_MARKED = re.compile(r"[“\"„«]([^”\"»]{1,3000})[”\"»]|(?<!\w)[‘']([^‘’'\n]{15,600})[’'](?!\w)")
AGENCY = re.compile(
    r"\((AP|Reuters|AFP|UPI|CNN|Xinhua|Bloomberg|Hollywood Reporter|HealthDay News|IANS|PTI|Kyodo|dpa"
    r"|ANI)\)(?= ?[-–—_])"
    r"|(?:[-–—] ?|\bCopyright(?: \d{4})? (?:The )?)(Associated Press|Reuters|AFP|Agence France-Presse"
    r"|Bloomberg News)\b"
    r"(?=[^\w]*(?:$|\n|\. All))|\bProvided by ((?:[A-Z][\w’'-]+(?: (?:of|for|the|and))? ?){1,6})(?=\s*$|\n)"
)


def only_source(article, tables):
    """“Only one person is named as a source: Anna Berg.”"""
    row = sole_source(article, tables["quotes"])
    if row is None:
        return _only_words(tables["quotes"])
    sentence = f"Only one person is named as a source: {row.speaker}."
    return [Finding("only source", sentence, "quotes.find_quotes", int(row.start), int(row.end))]


def _only_words(quotes):
    """“Its only source is “police”.”"""
    rows = quotes[(quotes["kind"] != "scare") & ~(quotes["confidence"] < UNLIKELY)]
    heads = {source.split()[-1].lower() for source in rows["source"].dropna()}
    if len(rows) < 2 or len(heads) != 1 or rows["source"].isna().any() or not heads <= OFFICIAL:
        return []
    place = int(rows["source_start"].iloc[0]), int(rows["source_end"].iloc[0])
    return [Finding("only source", f"Its only source is {in_marks(heads.pop())}.", "quotes.find_quotes", *place)]


def only_one(article, tables):
    """“Only one person is quoted word for word: Anna Berg.”"""
    row = alone(article, tables["quotes"])
    if row is None or sole_source(article, tables["quotes"]) is not None:
        return []
    sentence = f"Only one person is quoted word for word: {row.speaker}."
    return [Finding("only one", sentence, "quotes.find_quotes", int(row.start), int(row.end))]


def nobody(article, tables):
    """“Nobody is quoted word for word.”"""
    found = [one for one, _ in scored(article)]
    text = " ".join(one.text for one in found)
    rows = tables["quotes"]
    long = rows["kind"].isin(("direct", "mixed", "scare")) & (rows["text"].str.split().str.len() >= LEAST_WORDS)
    if not found or len(text.split()) < ENOUGH or long.any():
        return []
    # Of a table, a letter or a list of quips that says nothing; of a report whose sources are retold it does.
    if rows["confidence"].ge(SURE).sum() < RETOLD or any(one.has("first person") for one in found):
        return []
    if any(len((a or b).split()) >= LEAST_WORDS for a, b in _MARKED.findall(article.text)):
        return []
    return [Finding("nobody", "Nobody is quoted word for word.", "quotes.find_quotes", found[0].start, found[0].end)]


def last_word(article, tables):
    """“The last word is Anna Berg’s: “We told them twice”.”"""
    found = [one for one, _ in scored(article)]
    if not found:
        return []
    end = found[-1].end
    rows = [row for row in named(article, tables["quotes"], ("direct", "mixed")) if row.end <= end + 1]
    row = max(rows, key=lambda row: row.end, default=None)
    if row is None or end - row.end > END or not len(row.text.split()) >= LEAST_WORDS:
        return []
    between = article.text[row.end : end]
    if re.search(r"[.!?][”\"]? +[A-Z“\"]", between) or "\n" in between:
        return []
    words = article.text[row.start : row.end].strip("“”\"'‘’ ").rstrip(",.")
    told = "" if row.kind == "mixed" or len(words.split()) > LONGEST or '"' in words else f": {in_marks(words)}"
    name = f"{row.speaker}’" if row.speaker.endswith("s") else f"{row.speaker}’s"
    return [Finding("last word", f"The last word is {name}{told}.", "quotes.find_quotes", int(row.start), int(row.end))]


def in_marks_mostly(article, tables):
    """“About half of its words stand in quotation marks.”"""
    rows = tables["quotes"]
    rows = rows[rows["kind"].isin(("direct", "mixed"))]
    spans = sorted({(int(a), int(b)) for marked in rows["marked"] for a, b in marked})
    inside = reach = 0
    for start, end in spans:
        start = max(start, reach)
        inside += len(article.text[start:end].split()) if start < end else 0
        reach = max(reach, end)
    every = sum(len(one.text.split()) for one, _ in scored(article))
    if not every or every < ENOUGH or not SHARE <= inside / every <= 1:
        return []
    share = inside / every
    told = "More than a third" if share < 0.45 else "About half" if share < 0.55 else "More than half"
    sentence = f"{told} of its words stand in quotation marks and are somebody’s."
    return [Finding("share", sentence, "quotes.find_quotes", *spans[0])]


def agency(article, tables):
    """“It bears the name of an agency or another house: “Reuters”.”"""
    text = article.text
    match = AGENCY.search(text, 0, 600) or AGENCY.search(text, max(0, len(text) - 300))
    if match is None:
        return []
    number = next(n for n in (1, 2, 3) if match.group(n))
    name = match.group(number).strip()
    if article.outlet and article.outlet.casefold() in name.casefold():
        return []
    sentence = f"Its text comes from elsewhere, by its own line: {in_marks(name)}."
    return [Finding("agency", sentence, "findings.heard", *match.span(number))]
