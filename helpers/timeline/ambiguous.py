"""Words that look like a time, and the company that makes them one: May the month, 1945 the year.

Each check takes the match, its span on the parse and the doc, and says whether the words are a
time; each has sentences in EXAMPLES, where they are and where they are not.
"""

from . import names
from .tense import SET, future

BEFORE_YEAR = frozenset(
    (
        "in since by until till from of to during through before after early late mid around and circa for "
        "between about or"
    ).split()
)
OWNING = frozenset("a an the this that his her its their our my your 's ’s".split())
# "March" and "May" are months in such company only.
BEFORE_MONTH = frozenset(
    "in since by until till from of to during through before after early late mid last the".split()
)
BEFORE_SEASON = frozenset(
    "in of to till during since until by through into over throughout this early late for".split()
)
BEFORE_UNITS = frozenset("for over in of after within through many few recent past coming".split())
RELATED = frozenset("after before".split())
BEFORE_ONE = frozenset("for in within over half during after barely".split())
# What takes time: It **lasts** a week; she **served** a year.
LASTING = frozenset("last take spend serve wait give need require offer run stay work play lose miss".split())


def year(match, span, doc):
    if match.groupdict().get("modifier") or match.group()[0] not in "12":
        return True
    if names.number(span, doc):
        return False
    before, after = _around(span, doc)
    if before in names.HELD or (after is not None and after.lower_ in names.OF_A_YEAR):
        return True
    follows_noun = after is not None and after.tag_ in ("NN", "NNP") and span.root.dep_ in ("nummod", "compound")
    owner = after is not None and after.tag_ == "POS"
    held = before in OWNING and int(match.group("year")) % 100 != 0  # the **2016** primaries; the 2000 men are counted
    counted = before == "as" and span.start > 1 and doc[span.start - 2].lower_ in ("early", "late", "recently")
    opens = after is not None and span.start and "\n" in doc[span.start - 1].text and after.text in ("-", "–", "—", ":")
    alone = before == "(" and after is not None and after.text == ")"
    plural = after is not None and after.tag_ == "NNS" and span.root.head.i == after.i
    return (
        (before in BEFORE_YEAR and not plural)
        or follows_noun
        or owner
        or opens  # **2016** – Charges are filed
        or counted  # as early **as 1995**
        or held
        or alone
        or (span.root.ent_type_ == "DATE" and not plural)
    )


def month(match, span, doc):
    if names.month(span, doc):
        return False
    if match.group("month") not in ("March", "May"):
        return True
    before, _ = _around(span, doc)
    if before == "for":  # scheduled **for May**; a vote for May is another thing
        return span.start > 1 and doc[span.start - 2].lower_ in SET
    return span.root.pos_ == "PROPN" and (before in BEFORE_MONTH or match.group("modifier") is not None)


def bare_season(match, span, doc):
    before, after = _around(span, doc)
    noun = span.root.pos_ in ("NOUN", "PROPN") and span.root.dep_ != "compound"
    fell = before == "of" and match.group().lower() == "fall"  # the seventh month of **fall**
    called = (before in BEFORE_SEASON and not fell) or match.group("modifier")
    return bool(noun and called) and not (after is not None and after.lower_ == "of")


def vague_duration(match, span, doc):
    words = match.group().lower()
    if words.endswith("long") or words.startswith("many"):
        return True
    before, after = _around(span, doc)
    if words.startswith("the"):
        return before in ("over", "through", "throughout") and not (
            after is not None and after.lower_ in ("of", "before")
        )
    bare = after is not None and after.lower_ == "of" and not any(True for _ in span.root.lefts)
    follows = bare and span.root.dep_ in ("dobj", "nsubj", "pobj")
    alone = span.root.dep_ != "conj" and all(word.dep_ == "advmod" for word in span.root.lefts)
    related = alone and after is not None and after.lower_ in RELATED  # just **days** before the vote
    return before in BEFORE_UNITS or follows or related


def duration(match, span, doc):
    if _title(match, span, doc):
        return False
    before, after = _around(span, doc)
    number = match.groupdict().get("number") or ""
    if number.isdigit() and 1900 <= int(number) <= 2100 and not match.group().endswith("s"):
        return False  # "World Cup 2018 day five"
    if number.lower() in ("a", "one") and match.group("unit").lower() == "quarter" and match.group()[0] not in "aAoO":
        return False  # more than **a quarter** of them
    if match.group("unit").lower() == "quarter" and (
        "-" in match.group() or (after is not None and after.lower_ == "of")
    ):
        return False
    one = match.group().lower().startswith(("a ", "an ", "a-")) and not number.lower().startswith(("a few", "a couple"))
    long = match.group().lower().endswith("-long")  # "a decade-long dispute" is the next rule's
    related = after is not None and after.lower_ in RELATED  # **a day** after the vote
    return not one or ((before in BEFORE_ONE or related or _lasts(span)) and not long)


def _lasts(span):
    """Whether it is what something takes: It lasts **a week**."""
    head = span.root.head
    return span.root.dep_ in ("dobj", "npadvmod", "attr", "dative") and head.lemma_.lower() in LASTING


def another_unit(match, span, doc):
    before, _ = _around(span, doc)
    return before in BEFORE_UNITS or before in BEFORE_ONE or _lasts(span)


def weekday(match, span, doc):
    return not names.weekday(span, doc)


def day_word(match, span, doc):
    return not names.day_word(span, doc)


def no_title(match, span, doc):
    return not names.in_title(span, doc)


def quarter(match, span, doc):
    return not names.quarter(span, doc)


def shifted_unit(match, span, doc):
    return not (_title(match, span, doc) or names.day_word(span, doc))


def in_a_while(match, span, doc):
    return future(span.root)


def amount(match, span, doc):
    if not span.start:
        return False
    before = doc[span.start - 1]
    counted = before.pos_ == "NUM" or before.like_num or any(child.pos_ == "NUM" for child in before.children)
    return counted and before.pos_ in ("NUM", "NOUN", "SYM", "PROPN") and span.root.dep_ in ("npadvmod", "prep", "pobj")


def often(match, span, doc):
    if match.groupdict().get("adverb") is None:
        return True
    _, after = _around(span, doc)
    paper = after is not None and after.pos_ == "PROPN"  # the **daily** Record
    return span.root.pos_ != "NOUN" and not paper and not (match.group()[0].isupper() and span.root.pos_ == "PROPN")


def one_day(match, span, doc):
    _, after = _around(span, doc)
    if after is not None and after.lower_ in RELATED:
        return False
    helped = span.start and doc[span.start - 1].tag_ == "MD"  # it will **one day** be, taken for a subject
    return helped or (span.root.dep_ == "npadvmod" and future(span.root))


def another_day(match, span, doc):
    _, after = _around(span, doc)
    return after is None or after.pos_ not in ("NOUN", "NUM", "PROPN", "ADJ")


def day_alone(match, span, doc):
    """No noun follows that it counts: on **the 12th** floor."""
    number = span[-1]
    _, after = _around(span, doc)
    counted = number.dep_ in ("amod", "compound", "nummod") and number.head.i > number.i
    return not counted and (after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM"))


CHECKS = {
    "year": year,
    "month": month,
    "bare season": bare_season,
    "vague duration": vague_duration,
    "duration": duration,
    "shifted unit": shifted_unit,
    "in a while": in_a_while,
    "amount a unit": amount,
    "set": often,
    "one day": one_day,
    "another day": another_day,
    "another unit": another_unit,
    "day alone": day_alone,
    "weekday": weekday,
    "day word": day_word,
    "part of today": day_word,
    "bare quarter": quarter,
    "weekdays": no_title,
    "feast": no_title,
}
# check -> (a sentence in which the words are a time, the words; one in which they are none, or another)
EXAMPLES = {
    "year": ("It opened in 1945.", "1945", "Some 1945 soldiers marched."),
    "month": ("It opened in May.", "May", "They may march, and so may we."),
    "bare season": ("It opened in the fall.", "the fall", "It was built after the fall of the wall."),
    "vague duration": ("It lasted for weeks.", "weeks", "Those weeks are over."),
    "duration": ("It lasted for a year.", "a year", "She told “60 Minutes” of three-quarters of its food."),
    "shifted unit": ("It opens next week.", "next week", "She told “This Week” about it."),
    "in a while": ("It will open in two weeks.", "two weeks", "It was built in two weeks."),
    "amount a unit": ("It costs $33 million a year.", "a year", "A year is long."),
    "set": ("It is checked daily.", "daily", "He bought the Lark Daily and the Oslo daily Lyn at the station."),
    "one day": ("It will one day be the largest.", "one day", "It will open one day after the vote."),
    "another day": ("It opens on May 6 and 7.", "7", "It opened on May 6 and 12 people came."),
    "another unit": ("It may go on for another month.", "another month", "Another month is lost."),
    "day alone": ("It opens on the 12th.", "the 12th", "It opens on the 12th floor."),
    "weekday": ("She told the Times on Sunday.", "Sunday", "She told the Sunday Times."),
    "day word": ("She told the court today.", "today", "She told USA Today."),
    "part of today": ("She told ABC this morning.", "this morning", "She spoke on ABC This Morning."),
    "weekdays": ("They met on Sundays.", "Sundays", "He wrote A Month of Sundays."),
    "feast": ("They met on May Day.", "May Day", "He wrote The Humours of May Day."),
    "bare quarter": ("Sales fell in the third quarter.", "the third quarter", "He scored a goal in the third quarter."),
}


def stands(rule, match, start, end, doc):
    """Whether the words of a match are a time."""
    check = CHECKS.get(rule.name)
    if check is None:
        return True
    span = doc.char_span(start, end, alignment_mode="expand")
    return span is not None and check(match, span, doc)


def _around(span, doc):
    before = doc[span.start - 1].lower_ if span.start else ""
    return before, doc[span.end] if span.end < len(doc) else None


def _title(match, span, doc):
    """Whether the unit is written large, as in the name of a programme: “60 Minutes”."""
    unit = match.group("unit")
    if not unit[:1].isupper() or match.start("unit") == match.start():
        return False
    before, _ = _around(span, doc)
    return before in ("“", '"', "``", "''", "‘", "'")
