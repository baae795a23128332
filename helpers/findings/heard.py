"""Who alone is heard, who has the last word, who is spoken of and not heard: only where every passage has its voice."""

import re

from ..language import parse
from ..quotes.summary import attributions
from ..wording import join
from .finding import Finding, in_marks
from .in_short import in_short, scored
from .leaning import ANSWERING, leans, points_back
from .salience import marks_paired
from .voices import LEAST_WORDS, SURE, named

RETOLD = 2  # sure attributions without marks, from which on it matters that nobody is quoted
FEWEST = 60  # words of an article of which it is said that nobody is quoted
ENOUGH = 150  # and of one of which it is said how much is
SHARE = 0.35  # of an article's words in marks, from which on that is said
QUOTED = 6  # words of a passage that is quoted with its source
VOICES = 2  # that are quoted so
END = 60  # characters between the last quotation and the end of the story
LONGEST = 42
_MARKED = re.compile(r"[“\"„«]([^”\"»]{1,3000})[”\"»]|(?<!\w)[‘']([^‘’'\n]{15,600})[’'](?!\w)")
_SPEECH = re.compile(r"[“\"]{1,2}[^”\"]{1,2000}[”\"]{1,2}")
# Beside the words in marks, what stands for something before them.
POINTS = re.compile(r"^(?:He|She|They|It|This|That|These|Those|His|Her|Their)\b")
TITLED = re.compile(r"\b(?:titled|entitled|called|named|dubbed|headlined),? [“\"]")  # a title, and nobody's words
SINGLE = re.compile(r"[.!?,][‘’'] ?[A-Za-z]")  # speech in single marks, which are not paired: where it ends is unsure
OTHERS = re.compile(r"\b(?:he|she|they|it|his|her|him|them|their|its)\b", re.IGNORECASE)
AGENCY = re.compile(
    r"\((AP|Reuters|AFP|UPI|CNN|Xinhua|Bloomberg|Hollywood Reporter|HealthDay News|IANS|PTI|Kyodo|dpa"
    r"|ANI)\)(?= ?[-–—_])"
    r"|(?:[-–—] ?|\bCopyright(?: \d{4})? (?:The )?)(Associated Press|Reuters|AFP|Agence France-Presse"
    r"|Bloomberg News)\b"
    r"(?=[^\w]*(?:$|\n|\. All))|\bProvided by ((?:[A-Z][\w’'-]+(?: (?:of|for|the|and))? ?){1,6})(?=\s*$|\n)"
)

FEW_MEDIA = 5  # that are listed
_OUTLETS = (
    r"(?:[Tt]he )?(?:New York Times|Washington Post|Wall Street Journal|Los Angeles Times|Boston Globe|Chicago Tribune"
    r"|Associated Press|Guardian|Independent|Daily Mail|Daily Telegraph|Financial Times|Hollywood Reporter|Daily Beast"
    r"|Huffington Post|Hill|Atlantic|New Yorker)|Reuters|AFP|AP|BBC(?: News)?|CNN|CNBC|MSNBC|NBC(?: News)?"
    r"|ABC(?: News)?|CBS(?: News| Sports)?|Fox News|NPR|Bloomberg(?: News)?|POLITICO|Politico|USA T(?:ODAY|oday)|Salon"
    r"|BuzzFeed(?: News)?|Breitbart(?: News)?|TMZ|ESPN|Variety|Newsweek|GB News|People magazine|Time magazine"
)
# "told CNN", "according to The New York Times", "Reuters reported": an outlet that passes words or facts on.
FROM_MEDIA = re.compile(
    rf"\b(?:told|according to|interview with|(?:statement|email|comments?|remarks) to) ({_OUTLETS})\b(?![’'-])"
    rf"|\b({_OUTLETS}) (?:has |have |also |first |later )?(?:reported|reports|quoted)\b(?! (?:to|for|by))"
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


def in_full(article, tables):
    """“Quoted: “‘The bridge was never safe,’ Anna Berg said”.”: words with their source, as they stand together."""
    short = in_short(article)
    taken = list(zip(short["start"], short["end"], strict=True))
    ranked = scored(article)
    found = {}
    rows = attributions(tables["quotes"])
    rows = rows[rows["kind"].isin(("direct", "mixed")) & rows["source_start"].notna()]
    for row in rows.itertuples(index=False):
        if OTHERS.match(row.source) or row.source.lower() in ("i", "we", "you", "who"):
            continue
        within = [
            (one, score) for one, score in ranked if one.start < max(row.end, row.source_end) and row.start < one.end
        ]
        if not within or len({one.block for one, _ in within}) > 1:
            continue
        start, end = within[0][0].start, within[-1][0].end
        text = article.text[start:end].strip()
        if not start <= row.source_start < end or any(a < end and start < b for a, b in taken):
            continue
        words = sum(len(article.text[a:b].split()) for a, b in row.marked)
        span = parse(article).char_span(start, end, alignment_mode="expand")
        if words < QUOTED or points_back(span) or (row.kind == "mixed" and leans(article, span)):
            continue
        if TITLED.search(text) or SINGLE.search(text):
            continue
        if row.kind == "mixed" and OTHERS.search(_SPEECH.sub("", text)):
            continue  # "Berg said his comment “has no place here”": whose?
        whole = text[-1] in '.”"' and (text[0].isupper() or text[0] in '“"') and marks_paired(text)
        outside = _SPEECH.sub("“”", text)
        if whole and len(text.split()) <= LONGEST and "\n" not in text and not ANSWERING.search(outside):
            who = row.speaker if isinstance(row.speaker, str) else row.source
            if not POINTS.search(outside) and who not in found:
                found[who] = (max(score for _, score in within), start, start + len(text.rstrip(".")))
    best = sorted(found.values(), key=lambda one: -one[0])[:VOICES]
    return [
        Finding(f"quoted {a}", f"Quoted: {in_marks(article.text[a:b])}.", "quotes.find_quotes", a, b)
        for _, a, b in sorted(best, key=lambda one: one[1])
    ]


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
    if points_back(parse(article).char_span(int(row.start), int(row.end), alignment_mode="expand")):
        return []
    words = article.text[row.start : row.end].strip("“”\"'‘’ ").rstrip(",.")
    if row.kind == "mixed" or len(words.split()) > LONGEST or '"' in words:
        return []
    name = f"{row.speaker}’" if row.speaker.endswith("s") else f"{row.speaker}’s"
    return [
        Finding(
            "last word",
            f"The last word is {name}: {in_marks(words)}.",
            "quotes.find_quotes",
            int(row.start),
            int(row.end),
        )
    ]


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
    sentence = f"{told} of its words stand in quotation marks."
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


def media(article, tables):
    """“Media named as a source: CNN and The New York Times.”"""
    found, told = {}, [one for one, _ in scored(article)]
    for one in told:
        for match in FROM_MEDIA.finditer(one.text):
            name = (match.group(1) or match.group(2)).removeprefix("the ")
            if not article.outlet or name.removeprefix("The ").casefold() not in article.outlet.casefold():
                place = one.start + match.start(), one.start + match.end()
                found.setdefault(name.removeprefix("The "), (name, place))
    names = [name for name, _ in found.values()]
    if not names or len(names) > FEW_MEDIA:
        return []
    _, place = next(iter(found.values()))
    return [Finding("media", f"Media named as a source: {join(names)}.", "findings.heard", *place)]
