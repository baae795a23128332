"""Who alone is heard, who has the last word, who is spoken of and not heard: only where every passage has its voice."""

import re

from ..language import parse
from ..quotes.summary import attributions
from .finding import Finding, in_marks
from .in_short import scored
from .leaning import ANSWERING, leans, points_back
from .salience import marks_paired
from .standing import AROUND, TOGETHER, stands_alone, without_opening
from .told import in_front, told_sentences
from .voices import LEAST_WORDS, SURE, named

RETOLD = 2  # sure attributions without marks, from which on it matters that nobody is quoted
FEWEST = 300  # words of an article of which it is said that nobody is quoted
QUOTED = 6  # words of a passage that is quoted with its source
VOICES = 3  # that are quoted so
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


def in_full(article, tables):
    """“Quoted: “‘The bridge was never safe,’ Anna Berg said”.”: words with their source, as they stand together."""
    ranked = scored(article)
    taken, found = [(one.start, one.end) for one in in_front(article)], {}
    taken += [(one.start, one.end) for one in told_sentences(article)]
    rows = attributions(tables["quotes"])
    rows = rows[rows["kind"].isin(("direct", "mixed")) & rows["source_start"].notna()]
    for row in rows.itertuples(index=False):
        within = [
            n for n, (one, _) in enumerate(ranked) if one.start < max(row.end, row.source_end) and row.start < one.end
        ]
        if (
            not within
            or len({ranked[n][0].block for n in within}) > 1
            or row.source.lower() in ("i", "we", "you", "who")
        ):
            continue
        place = _with_source(article, row, [ranked[n][0] for n in within])
        if place is None and within[0]:
            place = _with_one_before(article, row, [ranked[n][0] for n in (within[0] - 1, *within)])
        who = row.speaker if isinstance(row.speaker, str) else row.source
        worth = max(ranked[n][1] for n in within)
        if place and not any(a < place[1] and place[0] < b for a, b in taken) and (worth,) > found.get(who, (0,)):
            found[who] = (worth, *place)
    fair = sorted(score for _, score in ranked)[len(ranked) // 4] if ranked else 0
    best = sorted((one for one in found.values() if one[0] >= fair), key=lambda one: -one[0])[:VOICES]
    return [
        Finding(f"quoted {a}", f"Quoted: {in_marks(article.text[a:b])}.", "quotes.find_quotes", a, b)
        for _, a, b in sorted(best, key=lambda one: one[1])
    ]


def _with_source(article, row, parts):
    """The place of the sentences that have a passage and its source, if they can be read alone."""
    start, end = without_opening(article, parts[0].start, parts[0].end), parts[-1].end
    span = parse(article).char_span(start, end, alignment_mode="expand")
    outside = _SPEECH.sub("“”", article.text[start:end])
    source = parse(article).char_span(int(row.source_start), int(row.source_end), alignment_mode="expand")
    if leans(article, source):
        return None  # "the ministry said": which, stands before
    if OTHERS.match(row.source) or POINTS.search(outside) or ANSWERING.search(outside) or points_back(span):
        return None
    if row.kind == "mixed" and (leans(article, span) or OTHERS.search(outside)):
        return None  # "Berg said his comment “has no place here”": whose?
    return (start, end) if _is_quotable(article, row, start, end, LONGEST) else None


def _with_one_before(article, row, parts):
    """The same with the sentence before them, which says who "she" is."""
    first = stands_alone(article, parts[0])
    if first is None or parts[1].start - parts[0].end > NEAR:
        return None
    start, end = first[0], parts[-1].end
    doc = parse(article)
    span = doc.char_span(start, end, alignment_mode="expand")
    if leans(article, span, answers=doc.char_span(*first, alignment_mode="expand")):
        return None
    return (start, end) if _is_quotable(article, row, start, end, TOGETHER) else None


def _is_quotable(article, row, start, end, longest):
    """Whether a place has enough of a passage, with its source, from a capital to a full stop."""
    text = article.text[start:end].strip()
    words = sum(len(article.text[a:b].split()) for a, b in row.marked)
    if words < QUOTED or not start <= row.source_start < end or TITLED.search(text) or SINGLE.search(text):
        return False
    whole = text[-1] in '.”"' and (text[0].isupper() or text[0] in '“"') and marks_paired(text)
    return whole and len(text.split()) <= longest and not AROUND.search(text)


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


def against(article, tables):
    """“Set against each other: “Anna Berg said the quay was safe. But Tom Holm said it was not”.”"""
    found = [one for one, _ in scored(article)]
    rows = attributions(tables["quotes"])
    voice = {}
    for row in rows[rows["confidence"] >= SURE].itertuples(index=False):
        for number, one in enumerate(found):
            if one.start <= row.start < one.end:
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
