"""What a text says about itself: who wrote it, where and when, whose the picture is, what was corrected.

Such lines stand at the head or the foot; they are facts of the article and no part of its story.
"""

import re
from datetime import date

from .days import MONTHS
from .days import day_of as iso_day

HEAD, FOOT = 7, 4  # lines from the top and from the end in which such a line may stand
_I = re.IGNORECASE

_BYLINE = re.compile(r"(?:By|BY|Written by|Story by|Words by|Text by|Author:) (?=[A-Z])(?P<author>[^.!?:;]{2,120})")
_JOB = re.compile(
    r"(?:\b(?:correspondent|editor|reporter|writer|staff|bureau|chief|news|press|columnist|contributor|producer|agency"
    r"|journalist|analyst|desk|times|post|reuters|afp|ap|bbc|online|today|magazine|professor|lecturer)\b"
    r".{0,80}$)|^for ",
    _I,
)
_NO_NAME = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|The|Then|Now|Noon|Midnight|Early|Late|All|Some|Most|Any|This|That|Contrast|Law|Then)(?:\b|$)"
)
_PUBLISHED = re.compile(
    r"(?:(?:Published|Posted|First published|Publication date|Date)(?: on| at)?:? +)?"
    r"(?P<date>[A-Za-z0-9,:./+ -]{6,60})",
    _I,
)
_UPDATED = re.compile(r"[\s,;|•·(–—-]*\b(?:last )?(?:updated|modified|corrected|amended)\b.{0,80}$", _I)
_NOTE = re.compile(
    r"[(\[*_]{0,2}(?:(?:Last )?(?:updated|modified|amended)\b(?=.{0,80}\d).{0,80}"
    r"|(?:Correction|Clarification|Editor['’]?s['’]? note|Update)\b.{0,40}?[:.—–-].{0,900}"
    r"|(?:This|The) (?:article|story|report|post|page|version|headline|piece)\b.{0,60}"
    r"\b(?:updated|corrected|amended|clarified|first published|originally published|changed)\b.{0,900})",
    _I,
)
_CREDIT = re.compile(
    r"[(\[]?(?:(?:Photo|Photograph|Picture|Image|Illustration|Graphic|Video|Cover)s?(?: credit| courtesy of)?"
    r"(?: by\b|[:|/]| (?=courtesy))|(?:Credits?|Photographer|Illustrator):) ?(?P<who>.{2,120}?)[)\]]?\.?",
    _I,
)
_IN_DATES = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
        "st nd rd th at on of the am pm a m p gmt utc est edt cst cdt mst mdt pst pdt et pt ct bst cet cest ist "
        "hrs hours local time t z"
    ).split()
)
_SMALL = frozenset("of via for and by the courtesy from with at".split())
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WHEN = rf"(?:(?:[A-Z][a-z]+day,? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)"
_UPPER = r"(?:[A-Z](?:[A-Z'’.-]){1,20}|[A-Z][A-Z])"
_PLACE = r"[A-Z][\w'’.-]{1,20}(?: (?:de |of |la |el |al-|upon )?[A-Z][\w'’.-]{1,20}){0,2}"
_CAPITALS = rf"{_UPPER}(?:[ -]{_UPPER}){{0,3}}"
_REGION = rf"(?:, {_PLACE}){{0,2}}"
_AGENCY = r"\((?P<agency>[A-Z][\w&.'’/ -]{1,30})\)"
_DASH = r"(?:—|–|--|-)"
_DATELINES = [
    re.compile(rf"(?:{_CAPITALS}|{_PLACE}){_REGION}(?:,? (?P<when>{_WHEN}))? ?{_AGENCY} ?{_DASH}(?= )"),
    re.compile(rf"{_CAPITALS}{_REGION}(?:, (?P<when>{_WHEN}))? ?(?:—|–|--| -)(?= )"),
    re.compile(rf"{_PLACE}{_REGION}, (?P<when>{_WHEN}) ?{_DASH}(?= )"),
    re.compile(rf"{_PLACE}{_REGION} (?:—|–|--)(?= [“\"'‘]?[A-Z])"),
    re.compile(rf"{_PLACE}(?:, (?P<when>{_WHEN}))?:(?= [“\"'‘]?[A-Z])"),
]
_COLON = 4  # the shape that speakers, questions and labels have too
_NO_PLACE = re.compile(
    r"(?:update|correction|note|breaking|watch|analysis|opinion|question|answer|q|a|editor|exclusive|review|warning|photo"
    r"|caption|source|summary|background|verdict|result|live|video|interview|comment|yes|no|well|so|and|but|the|in|on|at"
    r"|it|he|she|they|we|i|this|that|these|those|there|here|today|yesterday|tomorrow|now|then|what|who|why|how|when"
    r"|where|listen|read)\b",
    _I,
)

# line -> its kind at the head or foot of a text
EXAMPLES = {
    "OSLO, March 14 (NewsNet) --": "dateline",
    "By Helen Marsh": "byline",
    "By Ann Lee and Tom Roe, Harbour Correspondent": "byline",
    "Published 14 March 2025": "published",
    "Friday, March 14, 2025": "published",
    "Updated at 10:45 on 15 March 2025": "note",
    "Correction: an earlier version misnamed the ferry.": "note",
    "Photo: Tom Roe/NewsNet": "credit",
    "(Photo by Ann Lee)": "credit",
    "Photo: The ferry leaves the harbour in the morning.": None,
    "By Monday the harbour was closed, and nobody knew for how long it would be.": None,
    "Updated rules come into force for ships.": None,
}
# the beginning of a story -> its dateline
DATELINES = {
    "LONDON (NewsNet) — The ferry sank.": "LONDON (NewsNet) —",
    "HAYWARD, Calif. (AP) — The ferry sank.": "HAYWARD, Calif. (AP) —",
    "WASHINGTON, March 3 (Reuters) - The ferry sank.": "WASHINGTON, March 3 (Reuters) -",
    "PARIS — The ferry sank.": "PARIS —",
    "NEW YORK -- The ferry sank.": "NEW YORK --",
    "Oslo, 14 March 2025 – The ferry sank.": "Oslo, 14 March 2025 –",
    "New Delhi: The ferry sank.": "New Delhi:",
    "NATO and the EU — two clubs — met.": None,
    "Update: The ferry sank.": None,
    "The ferry — a wreck — sank.": None,
    "US-China talks began.": None,
}


def kind_of(line):
    """The kind of a line at the head or foot of a text that is about the article, or None.

    >>> [kind_of(line) for line in EXAMPLES] == list(EXAMPLES.values())
    True
    """
    if len(line) > 1000:
        return None
    if _NOTE.fullmatch(line):
        return "note"
    if line.endswith(("—", "–", "--")) and dateline(f"{line} It rained.") >= len(line):
        return "dateline"  # on a line of its own
    if author_of(line):
        return "byline"
    if is_credit(line):
        return "credit"
    return "published" if day_of(line) else None


def is_credit(line):
    """Whether a line names whose a picture is, and says nothing of what it shows.

    >>> is_credit("Image: Ann Lee via NewsNet"), is_credit("Image: the wreck on Monday")
    (True, False)
    """
    match = _CREDIT.fullmatch(line[:200])
    words = re.findall(r"[^\W\d_][\w'’-]*", match["who"]) if match else []
    told = [word for word in words if word.lower() not in _SMALL]
    return bool(told) and len(words) <= 12 and sum(word[0].isupper() for word in told) > 0.7 * len(told)


def author_of(line):
    """The author that a byline names, without job, place and day; None if it is no byline.

    >>> author_of("By Ann Lee, Harbour Correspondent | 14 March 2025")
    'Ann Lee'
    """
    match = _BYLINE.fullmatch(line)
    if not match or _NO_NAME.match(match["author"]):
        return None
    words = [word for word in re.split(r"[\s,/|&]+", match["author"]) if word[:1].isalpha()]
    if not words or len(words) > 14 or sum(word[0].isupper() for word in words) < 0.6 * len(words):
        return None
    names = []
    for part in re.split(r" ?[|•·] ?|, | [–—-] ", match["author"].strip()):
        if _JOB.search(part) or _YEAR.search(part) or re.search(r"\d", part):
            break
        names.append(re.sub(r" (?:in|at) [A-Z].*$", "", part))
    return ", ".join(names) or match["author"].strip()


def day_of(line):
    """The whole day that a line is made of; None where it says less than year, month and day.

    >>> day_of("Published: 8 May 2025"), day_of("Published March 2024")
    (datetime.date(2025, 5, 8), None)
    """
    match = _PUBLISHED.fullmatch(_UPDATED.sub("", line).strip(" |•·"))
    if not match or not _YEAR.search(match["date"]):
        return None
    words = {word.lower() for word in re.findall(r"[A-Za-z]+", match["date"])}
    return _whole_day(match["date"]) if words <= _IN_DATES | set(MONTHS) else None


def _whole_day(words):
    found = iso_day(words)
    return date.fromisoformat(found) if found else None


def dateline(text, dialogue=False):
    """How many characters at the beginning of a story are its dateline; 0 if it has none.

    `dialogue`: other paragraphs begin with a name and a colon, as speakers do.

    >>> {text: text[: dateline(text)] or None for text in DATELINES} == DATELINES
    True
    """
    head = text[:160]
    if _NO_PLACE.match(head):
        return 0
    for number, pattern in enumerate(_DATELINES):
        match = pattern.match(head)
        if match and not (number == _COLON and dialogue) and len(text) > match.end() + 1:
            return match.end()
    return 0


SPEAKER = _DATELINES[_COLON]


def facts_of(text, kind):
    """(author, published) as far as a block says them; each None if it does not.

    >>> facts_of("OSLO, 14 March 2025 (NewsNet) —", "dateline")
    (None, datetime.date(2025, 3, 14))
    """
    if kind == "byline":
        found = re.search(rf"(?:{_WHEN})|\d{{4}}-\d\d-\d\d", text)
        return author_of(text), _whole_day(found.group()) if found and _YEAR.search(found.group()) else None
    if kind == "published":
        return None, day_of(text)
    if kind == "dateline":
        found = re.search(_WHEN, text)
        return None, _whole_day(found.group()) if found and _YEAR.search(found.group()) else None
    return None, None
