"""Records against the other figures: the highest, the fewest, a record, "lower than at any time since"."""

import re

from ..tables import is_missing
from .amounts import Relation, told

UP = (
    "highest largest biggest greatest longest most heaviest fastest hottest wettest deepest strongest "
    "oldest dearest tallest"
)
DOWN = "lowest smallest fewest least shortest lightest slowest coldest driest cheapest weakest youngest"
MORE = "more higher larger bigger greater longer hotter heavier"
LESS = "lower less fewer smaller shorter colder"
_SIGN = dict.fromkeys((UP + " " + MORE).split(), 1) | dict.fromkeys((DOWN + " " + LESS).split(), -1)
# How far a record reaches: **ever**, **since 1976**, **in its history**, **on record**.
_EVER = (
    r"(?:ever\b|on record|in (?:its|the \w+[’']s|their|\w+) history|of all time|since records began|"
    r"since (?:the [\w ]{1,30} (?:of )?)?(?P<since>(?:1[89]|20)\d\d)|(?:in|for) (?P<years>[\w-]+) years|"
    r"(?:in|for) a decade)"
)
_SUPERLATIVE = re.compile(
    rf"\b(?P<word>{(UP + ' ' + DOWN).replace(' ', '|')})\b(?P<between>[^.;“”\"]{{0,60}}?) {_EVER}", re.I
)
_COMPARATIVE = re.compile(
    rf"\b(?P<word>{(MORE + ' ' + LESS).replace(' ', '|')})(?: [\w ]{{1,20}})? than (?:at any (?:time|point)|"
    rf"ever|in any|any)"
    r"(?P<between>[^.;“”\"]{0,40}?)(?:since (?:the [\w ]{1,30} (?:of )?)?(?P<since>(?:1[89]|20)\d\d)|before|"
    r"(?:in|for) (?P<years>[\w-]+) years|\bhistory)",
    re.I,
)
# What makes a record one of a part: "for that month", "for a woman", "at home".
_PART = re.compile(
    r"\b(?:(?<!paid )for (?:that|a|an|the|any|this)|among|of the (?:year|season|match|day)|by a|at home|"
    r"one of|second|third)\b",
    re.I,
)
_BUT = re.compile(
    r"\b(?:but|except|although|apart from|not counting|excluding|unofficial\w*|disputed|wind-assisted|if|would)\b", re.I
)
_YEARS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twenty": 20,
}
BESIDE = 60  # characters between a record and its figure
RATIO = 2.0  # figures farther apart are hardly of one kind

EXAMPLES = {
    "record": (
        "The lake stands at 44 feet, lower than at any time since 1976. In 1995 it touched 41 feet.",
        "The lake stands at 40 feet, lower than at any time since 1976. In 1995 it touched 41 feet.",
    ),
}


def records(grounds):
    """A record that another figure of the same measure breaks: lower than at any time **since 1976**; in "
    "1995 **41**."""
    found = [one for pattern in (_SUPERLATIVE, _COMPARATIVE) for one in pattern.finditer(grounds.text)]
    if not found:
        return
    own = grounds.figures
    for one in found:
        sign = _SIGN[one["word"].lower()]
        if _PART.search(grounds.text[max(one.start() - 12, 0) : one.end() + 12]):
            continue
        here = grounds.sentence_at(one.start())
        since = _since(grounds, one)
        figure = _figure(own, one, here)
        if figure is None or figure.ranged or figure.approximate in ("more than", "at least"):
            continue
        for other in own.all:
            if other is figure or other.sentence == here or not _same_measure(own, figure, other):
                continue
            if _BUT.search(own.words(other.sentence)) or not _told_past(grounds, own, other, since):
                continue
            if (other.value - figure.value) * sign > 0 and 1 < max(
                other.value / figure.value, figure.value / other.value
            ) <= RATIO:
                claim = one.span()
                yield Relation(
                    "record",
                    (claim, other.place, figure.place),
                    f"{told(figure.value)} against {told(other.value)}",
                    "disagrees",
                    f"{other.text} is beyond it",
                    f"“{one.group()}” is said of {figure.text}, but the article tells of {other.text}.",
                )
                break


def _since(grounds, found):
    """The year after which a record holds; 0 for ever, None where nobody can tell."""
    if found["since"] if "since" in found.re.groupindex else None:
        return int(found["since"])
    years = found["years"] if "years" in found.re.groupindex else None
    decade = "a decade" in found.group()
    if years or decade:
        number = 10 if decade else int(years) if years.isdecimal() else _YEARS.get(years.lower())
        return grounds.day.year - number if number and grounds.day else None
    return 0


def _figure(own, found, here):
    """The figure of which a record is told: the nearest in its sentence that is no year and no rank."""
    near = [
        one
        for one in own.by_sentence.get(here, ())
        if one.kind in ("money", "measure", "count", "share") and not _of_record(one, found) and one.value > 0
    ]
    near = [one for one in near if one.unit not in ("year", "decade", "month", "week", "day") and not one.change]
    if not near:
        return None
    apart = [(min(abs(one.start - found.end()), abs(found.start() - one.end)), one.start, one) for one in near]
    distance, _, nearest = min(apart)
    return nearest if distance <= BESIDE else None


def _of_record(one, found):
    return found.start() <= one.start and one.end <= found.end()


def _same_measure(own, figure, other):
    """Whether two figures are of one unit, and of one thing as far as the article says it."""
    if other.kind != figure.kind or other.ranged or other.unit != figure.unit or not figure.unit or other.value <= 0:
        return False
    if other.change or other.approximate in ("less than", "at most") or not is_missing(other.per):
        return False
    if figure.kind in ("count", "share", "money"):
        shared = own.topic(figure) & own.topic(other)
        return bool(shared) or (figure.kind == "money" and _sold(own, figure) and _sold(own, other))
    return True


_SALES = re.compile(r"\b(?:sold|sells?|fetch\w*|paid|auction\w*|hammer|bought|went for|price)\b", re.I)


def _sold(own, one):
    return bool(_SALES.search(own.words(one.sentence)))


def _told_past(grounds, own, other, since):
    """Whether a figure is told of a time within a record's reach."""
    if since is None:
        return False
    sentence = grounds.sentences[other.sentence]
    years = [time.year for time in grounds.times_in(sentence) if time.year]
    now = grounds.day.year if grounds.day else 9999
    return any(since < year < now for year in years)
