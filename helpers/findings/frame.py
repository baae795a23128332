"""What an article says of itself: where it has its news from, who wrote and changed it, how it is laid out."""

import re

from ..article.sections import prose_only
from ..language import sentences
from ..wording import join
from .finding import Finding, in_marks
from .heard import AGENCY
from .in_short import scored
from .salience import marks_paired

OUTLETS = (
    r"(?:[Tt]he )?(?:New York Times|Washington Post|Wall Street Journal|Los Angeles Times|Boston Globe|Chicago Tribune"
    r"|Associated Press|Guardian|Independent|Daily Mail|Daily Telegraph|Financial Times|Hollywood Reporter|Daily Beast"
    r"|Huffington Post|Hill|Atlantic|New Yorker)|Reuters|AFP|AP|BBC(?: News)?|CNN|CNBC|MSNBC|NBC(?: News)?"
    r"|ABC(?: News)?|CBS(?: News| Sports)?|Fox News|NPR|Bloomberg(?: News)?|POLITICO|Politico|USA T(?:ODAY|oday)|Salon"
    r"|BuzzFeed(?: News)?|Breitbart(?: News)?|TMZ|ESPN|Variety|Newsweek|GB News|People magazine|Time magazine"
)
MOST = 3
WHOLE = 45  # words of a note
LAST = 4  # sentences at the end, among which stands who the writer is
# The end of a sentence or a line, and no "Nov. 19" nor "John M. Holm".
_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|No))(?<!\b(?:Mrs|Jan|Feb|Mar|Apr|Aug|Sep|Oct|Nov|Dec))[.!?][”\"]?(?:\s+(?=[A-Z“\"])|$)|\n"
)
_SPEECH = re.compile(r"[“\"]{1,2}[^”\"]{1,2000}[”\"]{1,2}")
_ADVERB = r"(?:(?:has|have|had|was|were|also|first|later|previously|recently) ){0,2}"
# "as CNET noted", "Bloomberg reported", "told CNN": the words by which an outlet is named as where news is from.
TAKEN = re.compile(
    rf"\b(?P<outlet>{OUTLETS}|[a-z][\w-]{{3,30}}\.(?:com|org|net|co\.uk))(?:[’']s [A-Z]\w+ [A-Z]\w+)? {_ADVERB}"
    r"(?:reported|reports|quoted|noted|notes|revealed|obtained)\b(?! (?:to|for|by|on that))"
    rf"|\b(?:told|according to|an? interview with|reported by|first reported in|(?:statement|email|comments) to)"
    rf" (?P<other>{OUTLETS})\b(?![’'-])"
)
NOTES = re.compile(
    r"\b(?:views?(?: and|,)? (?:opinions? )?(?:expressed|presented)|opinions?"
    r" expressed)\b[^.\n]{0,120}\b(?:not|own|author|alone)\b"
    r"|\b(?:[Tt]his (?:story|article|post|report|piece)|[Aa]n? (?:earlier|previous) version of (?:this|the) (?:story"
    r"|article|post|report|headline))\b(?: [\w’',]+){0,4} (?:(?:was|been) (?:updated|corrected|edited"
    r"|amended|first published"
    r"|originally published|translated|adapted|produced|republished|reprinted)|misstated|incorrectly|misidentified)\b"
    r"|^(?:CORRECTION|Correction|CLARIFICATION|Clarification)\b ?:"
    r"|^Editor[’']s [Nn]ote ?:[^\n]{0,300}\b(?:story|article|post|report|version|headline|column|interview|piece"
    r"|published)\b"
)
_WRITER = re.compile(
    r"^(?:[A-Z][\w.’'-]+ ){2,4}(?:is|was) (?:an? |the |co-)(?:[\w’'-]+ ){0,6}(?:co-host|host|fellow"
    r"|professor|writer|reporter"
    r"|correspondent|columnist|author|editor|contributor|blogger|analyst|lecturer|director|scholar|journalist|researcher"
    r"|producer)\b"
)


def outlets(article, tables):
    """“It draws on other news outlets: “told CNN” and “Reuters reported”.”"""
    credit = AGENCY.search(article.text, 0, 600)
    own = f"{article.outlet or ''} {article.url or ''} {credit.group(0) if credit else ''}".casefold()
    found = {}
    for one, _ in scored(article):
        for match in TAKEN.finditer(_SPEECH.sub(lambda speech: " " * len(speech[0]), one.text)):
            name = match["outlet"] or match["other"]
            bare = name.removeprefix("the ").removeprefix("The ")
            first = bare.split()[0].casefold()
            if first in own or bare.replace(" ", "").casefold() in own or (match["other"] and not article.outlet):
                continue  # "told The Guardian", in The Guardian
            place = one.start + match.start(), one.start + match.end()
            found.setdefault(bare.casefold(), place)
    places = list(found.values())
    if not places:
        return []
    told = join([in_marks(article.text[a:b]) for a, b in places[:MOST]])
    opening = "Among the news outlets that it draws on" if len(places) > MOST else "It draws on other news outlets"
    sentence = f"{opening}: {told}."
    return [Finding("outlets", sentence, "findings.frame", *places[0])]


def note(article, tables):
    """“It says of itself: “This story has been updated with a statement of the council”.”"""
    found = []
    for block in article.blocks.itertuples(index=False):
        for match in NOTES.finditer(block.text):
            start = max((stop.end() for stop in _STOP.finditer(block.text, 0, match.start())), default=0)
            stop = _STOP.search(block.text, match.end())
            words = block.text[start : stop.start() if stop else None].strip("()[]* ")
            place = int(block.start) + block.text.index(words, start)
            if words and len(words.split()) <= WHOLE and marks_paired(words):
                found.append((place, place + len(words)))
    if not found:
        return []
    a, b = found[0]
    return [Finding(f"note {a}", f"It says of itself: {in_marks(article.text[a:b])}.", "findings.frame", a, b)]


def writer(article, tables):
    """“Of its writer it says: “Anna Berg is a fellow of the Holm institute”.”"""
    story = prose_only(article, sentences(article)).tail(LAST)
    for row in story.itertuples(index=False):
        text = row.text.strip()
        name = " ".join(text.split()[:2])
        alone = article.text.count(name) == 1 or (article.author or "-") in text
        if _WRITER.search(text) and alone and len(text.split()) <= WHOLE and marks_paired(text):
            place = int(row.start), int(row.start) + len(text)
            return [Finding("writer", f"Of its writer it says: {in_marks(text)}.", "findings.frame", *place)]
    return []


def reckoned(article, tables):
    """“Reckoned again, and it agrees: 500 × 1,500 = 750,000.”"""
    rows = tables["relations_checked"]
    rows = rows[(rows["verdict"] == "agrees") & rows["kind"].isin(("change", "product"))]
    rows = rows[rows["computation"].str.contains(r"\d{3}|per cent", na=False)]  # 4 + 5 = 9 is chance
    return [
        Finding(
            f"reckoned {row.id}",
            f"Reckoned again, and it agrees: {row.computation}.",
            "consistency.relations_checked",
            int(row.start),
            int(row.end),
        )
        for row in rows.head(1).itertuples(index=False)
    ]
