"""Names with a day, a month or a number in them that are no times: the Sunday Times, April Jones, a score of 2072."""

PAPERS = frozenset(
    "times telegraph mirror mail express people world herald independent sun star post business league school "
    "roast service club football lights magazine ledger chronicle gazette tribune observer journal record press "
    "review".split()
)
# What comes before a weekday in the name of a day, a team or a song; those that are days of each year are feasts.
DAYS = frozenset("black bloody super sheffield ruby blue manic giving casual spy stormy sunny crazy freaky".split())
BOOKS = frozenset("programme program show tonight".split())
# "**2031** behind", "a score of **2072**": what is counted, and by what.
COUNTED = frozenset("behind ahead clear short".split())
TOTALS = frozenset(
    "score total record tally population number average high low level capacity price value altitude height weight "
    "speed depth distance maximum minimum majority attendance crowd rating mark sum count page lot room flight".split()
)
# What is called by the year it is held in: World Cup **2018**.
HELD = frozenset(
    "cup championship championships expo euro euros games olympics paralympics con summit conference festival awards "
    "biennale vision".split()
)
# "**1990** levels", "the **1992** protests".
OF_A_YEAR = frozenset(
    "levels prices figures rates results dollars elections protests attacks riots talks games olympics championships "
    "floods wildfires fires bombings hearings negotiations accords sanctions reforms rules guidelines changes cuts "
    "estimates forecasts earnings profits sales".split()
)
# Words of a match, in whose company a quarter is one of its four.
MATCH = frozenset(
    "touchdown yard halftime half-time quarterback rebound basket layup tackle puck possession innings kickoff "
    "turnover fumble interception dunk free-throw jumper scoreless coach".split()
)
TITLE = 5  # words before the last one of a title
MARKS = ("“", "”", '"', "‘", "’", "'", "''", "``")
FILES = r"\.(?:pdf|docx?|xlsx?|jpe?g|png|gif|csv|html?|txt|zip|mp[34])\b"

# words in a text -> whether they are a time there
EXAMPLES = (
    ("She told The Sunday Times about it.", "Sunday", False),
    ("The Times wrote on Sunday that it was closed.", "Sunday", True),
    ("The sketch on Saturday Night Live was short.", "Saturday", False),
    ("They met on Saturday Night as the lights went on.", "Saturday", True),
    ("He sang it on his record, A Month of Sundays.", "Sundays", False),
    ("They sell the fish of Sundays.", "Sundays", True),
    ("They play The Humours of May Day.", "May Day", False),
    ("It stood in The Sunday Ledger.", "Sunday", False),
    ("He reads the Lark Daily at breakfast.", "Daily", False),
    ("More than a quarter, 26 in 100, stay.", "More than a quarter", False),
    ("She spoke in the 2016 primaries.", "2016", True),
    ("It rained just days before the vote.", "days", True),
    ("It rained FRIDAY in Oslo.", "FRIDAY", True),
    ("It rose from the lows of the early summer.", "the early summer", True),
    ("They met on Saturday night.", "Saturday night", True),
    ("He spoke on “Oslo News Sunday.” It rained.", "Sunday", False),
    ("He spoke of “the news of Sunday.” It rained.", "Sunday", True),
    ("The song is about Bloody Sunday.", "Sunday", False),
    ("The lawyer told USA TODAY about it.", "TODAY", False),
    ("The lawyer told the court today about it.", "today", True),
    ("She spoke on CBS This Morning about it.", "This Morning", False),
    ("She spoke on ABC’s This Week about it.", "This Week", False),
    ("This week ABC spoke of it.", "This week", True),
    ("April Jones gave evidence.", "April", False),
    ("In April Anna Jones gave evidence.", "April", True),
    ("The chip earned a total score of 2072 in the test.", "2072", False),
    ("It was built in the spring of 2019.", "the spring of 2019", True),
    ("He won, 2031 behind the winner.", "2031", False),
    ("They lost the World Cup 2018 in Moscow.", "2018", True),
    ("Emissions fell below 1990 levels.", "1990", True),
    ("The home team scored 24 points in the third quarter.", "the third quarter", False),
    ("The bank lost money in the third quarter.", "the third quarter", True),
    ("The index closed at 1462.93 points.", "1462", False),
    ("It stands in the file report-2019.pdf here.", "2019", False),
    ("The hall was full (file, 2008) and loud.", "2008", False),
)


def in_title(span, doc):
    """Whether a day stands in a title: A Month of **Sundays**."""
    if span.start < 2 or doc[span.start - 1].lower_ != "of":
        return False
    noun = doc[span.start - 2]
    return noun.text[:1].isupper() and noun.pos_ in ("NOUN", "PROPN") and not noun.is_sent_start


def ends_title(span, doc):
    """Whether a day is the last word of a title in marks: “Oslo News **Sunday**”."""
    behind = doc[span.end : span.end + 2].text.lstrip(",. ")[:1]
    first = span.start
    while first and span.start - first < TITLE and doc[first - 1].text[:1].isupper():
        first -= 1
    return bool(behind) and behind in MARKS and span.start - first > 1 and bool(first) and doc[first - 1].text in MARKS


def weekday(span, doc):
    """Whether a weekday stands in a name: the **Sunday** Times, Bloody **Sunday**."""
    if ends_title(span, doc):
        return True
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    if before is not None and before.lower_ in DAYS and before.text[:1].isupper():
        return True
    if after is not None and after.text == "Night" and doc[min(span.end + 1, len(doc) - 1)].text[:1].isupper():
        return True
    if (
        before is not None
        and before.lower_ == "on"
        and span.start > 1
        and doc[span.start - 2].text in ("Mail", "Independent")
    ):
        return True
    return after is not None and after.lower_ in PAPERS and after.text[:1].isupper()


def day_word(span, doc):
    """Whether "today", "tonight" or "this" with a time stands in a name: USA **TODAY**, CBS **This Morning**."""
    first = span[0]
    if first.lower_ not in ("today", "tonight", "this") or not (
        first.text[:1].isupper() and span[-1].text[:1].isupper()
    ):
        return False
    before = doc[span.start - 1] if span.start else None
    if before is not None and before.text in ("’s", "'s"):
        before = doc[span.start - 2]  # "ABC’s This Week"
    after = doc[span.end] if span.end < len(doc) else None
    named = before is not None and before.pos_ == "PROPN" and before.text[:1].isupper() and before.ent_type_ != "DATE"
    return named or (after is not None and after.lower_ in BOOKS and not first.is_sent_start)


def month(span, doc):
    """Whether a month is a given name: **April** Jones."""
    if in_title(span, doc) and span.end < len(doc) and doc[span.end].text[:1].isupper():
        return True  # The Humours of **May** Day
    if span[0].text not in ("April", "May", "June", "August", "March", "January") or len(span) > 1:
        return False
    after = doc[span.end] if span.end < len(doc) else None
    before = doc[span.start - 1] if span.start else None
    if before is not None and before.pos_ in ("ADP", "DET") and before.lower_ != "by":
        return False
    return after is not None and after.tag_ == "NNP" and span.root.dep_ == "compound" and after.text[:1].isupper()


def quarter(span, doc):
    """Whether a quarter is one of a match: 24 points in the **third quarter**."""
    words = {token.lemma_.lower() for token in span.root.sent}
    return bool(words & MATCH) or ("score" in words and bool(words & {"point", "goal", "team"}))


def number(span, doc):
    """Whether a number of four digits counts something: a score of **2072**; **2031** behind."""
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and after.lower_ in COUNTED:
        return True
    if before is not None and before.lower_ == "of" and span.start > 1 and doc[span.start - 2].lower_ in TOTALS:
        return True
    return span.start > 1 and doc[span.start - 2].lower_ in ("file", "photo") and before.text == ","
