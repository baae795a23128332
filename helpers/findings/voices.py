"""Who is heard, and who is not: said only where the article's own words make it sure."""

import re

from ..article.sections import prose_only
from ..coreference import mentions
from ..language import parse, sentences
from ..language.grammar import NOUN_SUBJECTS
from ..quotes.summary import NOBODY, attributions
from ..wording import join
from .finding import Finding, in_marks

FEW = 5
NEAR = 250  # characters before and behind a paraphrase, in which no mark stands where somebody is not quoted
LEAST_WORDS = 4  # of a passage in marks, from which on it is no title and no single term
SURE = 0.8  # calibrated confidence of an attribution, from which on it is stated
LOOSE = re.compile(r"\b(?:for|and)\b")  # where the model often takes two names for one
# What shows that a name is a body's and no person's, beside “the” and capitals (FBI).
BODY = re.compile(
    r"\b(?:Department|Office|Times|Post|Journal|Tribune|Guardian|Telegraph|Herald|Agency|Commission|Committee|University"
    r"|College|Institute|Police|Court|Council|News|Association|Society|Bank|Ministry|Government|House|Party|Union|Company"
    r"|Group|Foundation|Church|Board|Bureau|Service|Authority)\b"
)
NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}")  # two to four words: no dash, no number
ABBREVIATED = re.compile(r"\b[A-Z]{2,}\b")  # "QB Tom Holm", "FBI"
# Sources whose names are kept back, by the words that describe them.
WITHHELD = re.compile(
    r"\b(?:on (?:the )?condition of anonymity|anonym\w+|unnamed|unidentified"
    r"|(?:senior|top|former|administration|government|intelligence|defen[cs]e|security|police|western|u\.?s\.?|american"
    r"|campaign|white house|military) (?:officials?|sources?|aides?|advis[eo]rs?|diplomats?)"
    r"|(?:a|an|one|two|three|several|some) (?:\w+ )?(?:officials?|sources?|aides?|diplomats?|insiders?)(?! of)"
    r"|(?:person|people|sources?) (?:familiar|close|with knowledge))\b",
    re.IGNORECASE,
)
NO_ANSWER = re.compile(
    r"\b(?:(?:declined|refused) (?:to (?:comment|be (?:named|interviewed|identified)|discuss|answer|say|speak|elaborate"
    r"|respond)|(?:comment|an interview)\b|repeated requests)"
    r"|(?:did not|didn[’']t|has not|have not|had not) (?:immediately |yet )?"
    r"(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)? (?:\w+ ){0,3}(?:calls?|messages?|emails?|requests?))"
    r"|could not (?:immediately )?be reached)\b",
    re.IGNORECASE,
)


def in_their_own_words(article, tables):
    """“Quoted word for word: Anna Berg and Tom Holm.”"""
    names = {}
    rows = named(tables["quotes"], ("direct", "mixed"))
    for row in [] if only_one(tables["quotes"]) or sole_source(tables["quotes"]) else rows:
        names.setdefault(row.speaker, (int(row.start), int(row.end)))
    every = attributions(tables["quotes"])
    every = every[every["kind"].isin(("direct", "mixed")) & (every["text"].str.split().str.len() >= LEAST_WORDS)]
    others = set(every["who"]) - set(names) - {NOBODY}
    return _told("own words", "Quoted word for word" + (", among others" if others else ""), names)


def only_one(quotes):
    """The row of the person whose every passage of four words or more in marks is; None where there is no such one."""
    marked = quotes[quotes["kind"].isin(("direct", "mixed", "scare"))]
    marked = marked[marked["text"].str.split().str.len() >= LEAST_WORDS]
    rows = attributions(quotes).set_index("id")
    speakers = {rows["speaker"].get(row.id) if row.kind != "scare" else None for row in marked.itertuples(index=False)}
    sure = {row.speaker: row for row in reversed(named(quotes, ("direct", "mixed")))}
    return sure[speakers.pop()] if len(marked) > 1 and len(speakers) == 1 and speakers <= set(sure) else None


def sole_source(quotes):
    """A sure row of the one person who is named as a source in any attribution; None where there is no such one."""
    persons = quotes.loc[quotes["source_type"].isin(("named person", "collective")), "speaker"].dropna()
    sure = named(quotes, ("direct", "mixed", "indirect"))
    return sure[0] if len(sure) > 1 and persons.nunique() == 1 and sure[0].speaker == persons.iloc[0] else None


def in_paraphrase(article, tables):
    """“Paraphrased, and not quoted: Tom Holm.”"""
    rows = attributions(tables["quotes"])
    quoted = set(rows.loc[rows["kind"].isin(("direct", "mixed")), "speaker"].dropna())
    names = {}
    for row in named(tables["quotes"], ("indirect",)):
        near = article.text[max(0, row.start - NEAR) : row.end + NEAR]
        if row.speaker not in quoted and not sole_source(tables["quotes"]) and not set(near) & set('“”"«»'):
            names.setdefault(row.speaker, (int(row.start), int(row.end)))
    return _told("paraphrase", "Paraphrased, and not quoted", names)


def institutions(article, tables):
    """“Institutions that it cites: the Port Authority.”"""
    names = {}
    for row in named(tables["quotes"], ("direct", "mixed", "indirect"), ("institution", "media")):
        if row.speaker.replace(" ", "").replace(".", "").isalpha() and not LOOSE.search(row.speaker):
            place = (int(row.source_start), int(row.source_end))
            name = _with_article(article, *place, row.speaker)
            if name.startswith("the ") or row.speaker.isupper() or BODY.search(row.speaker):
                names.setdefault(name, place)
    return _told("institutions", "Institutions that it cites", names)


def named(quotes, kinds, types=("named person",), sure=SURE):
    """Rows of one speaker whose name stands in the source's own words, so that no pronoun had to be resolved."""
    rows = attributions(quotes)
    rows = rows[rows["kind"].isin(kinds) & rows["source_type"].isin(types) & (rows["confidence"] >= sure)]
    rows = rows[rows["speaker"].notna() & rows["source"].notna()]
    person = types == ("named person",)
    return [
        row
        for row in rows.itertuples(index=False)
        if ";" not in row.speaker
        and row.speaker.split()[-1] in row.source
        and (not person or (NAME.fullmatch(row.speaker) and not ABBREVIATED.search(row.speaker)))
    ]


def _with_article(article, start, end, name):
    """A name with “the” where the article writes it so."""
    before = article.text[max(0, start - 4) : end].lower()
    return f"the {name}" if f"the {name.lower()}" in before else name


def _told(key, opening, places):
    if not places:
        return []
    names = list(places)
    told = names[:FEW] + (["others"] if len(names) > FEW else [])
    return [Finding(key, f"{opening}: {join(told).removesuffix('.')}.", "quotes.find_quotes", *places[names[0]])]


def no_answer(article, tables):
    """“Gave no answer: “The Port Authority declined to comment.””"""
    found = []
    story = prose_only(article, sentences(article))
    for start, text in zip(story["start"], story["text"], strict=True):
        match = NO_ANSWER.search(text)
        if match:
            clause = _clause(article, int(start) + match.start())
            if clause:
                found.append(clause)
    if not found:
        return []
    told = join(in_marks(article.text[a:b]) for a, b in found[:2])
    return [Finding("no answer", f"Gave no answer: {told}.", "findings.voices", *found[0])]


def _clause(article, position):
    """From the subject of the verb at a place to the end of what it governs; None where it has no subject."""
    doc = parse(article)
    span = doc.char_span(position, position + 1, alignment_mode="expand")
    verb = span.root if span is not None else None
    while verb is not None and verb.dep_ in ("aux", "auxpass", "neg") and verb.head != verb:
        verb = verb.head
    subject = next((child for child in verb.children if child.dep_ in NOUN_SUBJECTS), None) if verb else None
    if subject is None or subject.pos_ == "PRON":
        return None
    first, last = subject.left_edge, verb.right_edge
    while last.is_punct and last.i > verb.i:
        last = last.nbor(-1)
    return first.idx, last.idx + len(last)


def withheld(article, tables):
    """“Sources whose names are withheld: “a senior official”.”"""
    rows = attributions(tables["quotes"])
    rows = rows[rows["source"].notna() & rows["speaker"].isna()]
    named = [(m.start, m.end) for m in mentions(article) if m.how == "name" and m.kind == "person"]
    found = {}
    for row in rows.itertuples(index=False):
        has_name = any(a < row.source_end and b > row.source_start for a, b in named)
        if WITHHELD.search(row.source) and not has_name:
            found.setdefault(row.source.casefold(), (row.source, int(row.source_start), int(row.source_end)))
    if not found:
        return []
    told = join(in_marks(words) for words, _, _ in list(found.values())[:FEW])
    number = "A source whose name is" if len(found) == 1 else "Sources whose names are"
    return [Finding("withheld", f"{number} withheld: {told}.", "quotes.find_quotes", *next(iter(found.values()))[1:])]
