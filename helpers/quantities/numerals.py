"""Numbers as news writes them: figures, words, fractions, dozens, ordinals, multiples, with their value.

One pattern a form, the longest reading first. What a number counts, and whether it counts at all, is asked later.
"""

import re
from dataclasses import dataclass

from ..language.grammar import ONES, TEENS, TENS

SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12}
SCALES |= {"lakh": 1e5, "crore": 1e7}
SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
SMALL = ONES | TEENS | TENS
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
FOLD = {"twice": 2, "thrice": 3, "double": 2, "triple": 3, "quadruple": 4}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split()
ORDINALS = {word: number for number, word in enumerate(_ORDINALS, 1)} | {
    f"{ten[:-1]}ieth": value for ten, value in TENS.items()
}
ORDINALS |= {word: number for number, word in enumerate("fourteen fifteen sixteen seventeen eighteen".split(), 14)}
ORDINALS = {(word if word.endswith(("h", "t", "d")) else f"{word}th"): number for word, number in ORDINALS.items()}
ORDINALS |= {"nineteenth": 19, "hundredth": 100}
ORDINALS |= {
    f"{ten}-{word}": value + number for ten, value in TENS.items() for word, number in ORDINALS.items() if number < 10
}

_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]{1,15})(?:\.[0-9]{1,9})?|\.[0-9]{1,6}"
_SCALE = r"hundred|thousand|million|billion|trillion|dozen|lakh|crore"
_ONE = "|".join(sorted(SMALL, key=len, reverse=True))

FORMS = {
    # "one in five", "nine out of ten", "3 in 10"
    "ratio": re.compile(
        rf"\b(?P<upper>{_ONE}|[0-9]{{1,2}})(?: out of| in)(?: every)? (?P<lower>{_ONE}|[0-9]{{1,3}})\b(?![.,:][0-9])",
        re.I,
    ),
    # "a third of the voters", "two-thirds", "half of them", "half its staff", "three quarters of"
    "fraction": re.compile(
        r"\b(?:(?P<halves>(?:one[- ]|a )?half(?= (?:of|the|its|his|her|their|our|my|all)\b)|(?<=\bby )(?:a )?half)\b"
        r"|(?:(?<=remaining )|(?<=other ))(?P<last>third|quarter|fifth|sixth)(?= (?:to|of|is|will|went|goes|was)\b)"
        r"|(?P<number>an?|one|two|three|four|five|seven|nine)[- ](?P<part>thirds?|quarters?|fifths?|sixths?|sevenths?|"
        r"eighths?|tenths?)(?=(?: of | (?:were|was|are|is|said|say|have|had|want|think|to|is|"
        r"more|less|fewer|"
        r"higher|lower|larger|smaller|off|on|in|since|from|over|by|between|and|or)\b|[,.;:)]))"
        r"|(?:(?<=\bby )|(?<=\bup )|(?<=down )|(?<=almost )|(?<=nearly )|(?<=about )|(?<=roughly )|(?<=than "
        r")|(?<=\bcut ))"
        r"(?P<alone>an?|one|two|three)[- ](?P<piece>thirds?|quarters?|fifths?|sixths?|eighths?|"
        r"tenths?)(?![- ]\w+(?:st|th)\b))",
        re.I,
    ),
    # "hundreds of", "tens of thousands"
    "plural": re.compile(
        r"\b(?:tens of thousands|hundreds of (?:thousands|millions)|dozens|hundreds|thousands|millions|billions)\b",
        re.I,
    ),
    # "1.2bn", "12,000", "4.5 million", "1.99×10−30", "½", "3½"
    "figures": re.compile(
        rf"(?P<sign>[-−–+]|minus[- ])?(?P<digits>{_DIGITS})(?:[ ]?[x×][ ]?10(?P<power>[-−–]?[0-9]{{1,2}})"
        rf"|(?P<vulgar>[½¼¾⅓⅔])|[ -]?(?P<scale>{_SCALE})s?\b|[ ]?(?P<short>bn|tn|trn|mn|mln)\b|(?P<letter>[kmb])\b)?"
        r"|(?P<alone>[½¼¾⅓⅔])",
        re.I,
    ),
    # "twelve", "twenty-five", "three hundred and four", "a dozen", "half a million", "half a" mile
    "words": re.compile(
        rf"\b(?:half an? (?:{_SCALE})|half an?(?= (?:hour|mile|kilomet|met(?:re|er)\b|inch|acre|ton|pint))"
        rf"|an? (?:{_SCALE})|(?:{_ONE})(?:[ -](?:and )?(?:{_ONE}|{_SCALE}))*)\b",
        re.I,
    ),
}
_ORDINAL = re.compile(
    rf"\b(?:(?P<figures>[0-9]{{1,4}})(?:st|nd|rd|th)|(?P<word>{'|'.join(sorted(ORDINALS, key=len, reverse=True))}))\b",
    re.I,
)
_MULTIPLE = re.compile(
    rf"\b(?:(?P<fold>twice|thrice|double|triple|quadruple)(?= (?:as|the|that|its|what|their)\b)"
    rf"|(?P<word>{_ONE}|[0-9]{{1,4}}(?:\.[0-9])?)[- ]?(?:fold\b"
    r"|times (?=as|more|higher|larger|bigger|greater|the|its|what)))",
    re.I,
)
_LETTERS, _DIGIT = re.compile(r"[^\W\d_]+"), re.compile(r"[0-9½¼¾⅓⅔]")
_OF_DIGITS = ("ratio", "figures", "multiple", "ordinal")
# One of these words has to stand where a form is told in words.
_NEEDED = {
    "ratio": frozenset(SMALL),
    "fraction": frozenset([*PARTS, *(f"{part}s" for part in PARTS)]),
    "plural": frozenset("tens dozens hundreds thousands millions billions".split()),
    "words": frozenset([*SMALL, *SCALES]),
    "multiple": frozenset([*FOLD, *SMALL]),
    "ordinal": frozenset(part for word in ORDINALS for part in word.split("-")[-1:]),
}
_INSIDE = re.compile(r"[A-Za-z0-9_]$|[A-Za-z][-–./’']$|[0-9][:/.,]$|[#@№§&]$|[A-Z]{2,} -$")

# A currency, or what is no part of a name: "US$5", "$A5", "EUR5", "her now-18 month-old".
_SIGNED = re.compile(r"(?:\b(?:US|PS|RM|Rs\.?|Rp|DM|[SND]Kr|K?Sh|EUR|USD|GBP)|\$[A-Z]{1,2}|\b(?:to|now|then|mid)-)$")


@dataclass
class Numeral:
    """A number in the text."""

    start: int
    end: int
    value: float
    high: float | None
    form: str
    letter: str = ""  # k, m or b, which scale money alone


def value_of(words):
    """The number that words say.

    >>> value_of("three hundred and four"), value_of("half a million"), value_of("two dozen"), value_of("half a")
    (304.0, 500000.0, 24.0, 0.5)
    """
    whole = part = 0.0
    half = False
    for word in re.split(r"[ -]+", words.lower()):
        word = word.rstrip("s") if word not in SMALL else word
        if word in SMALL:
            part += SMALL[word]
        elif word in ("half", "hal"):
            half = True
        elif word in ("hundred", "dozen"):
            part = max(part, 1) * SCALES[word]
        elif word in SCALES:
            whole, part = whole + max(part, 1) * SCALES[word], 0
    return (max(whole + part, 1) / 2) if half else whole + part


def several(words):
    """Least and most of an indefinite plural: dozens, hundreds, tens of thousands.

    >>> several("millions"), several("tens of thousands"), several("dozens")
    ((1000000.0, 10000000.0), (10000.0, 100000.0), (12.0, 100.0))
    """
    low = 1.0
    for word in words.lower().split():
        low *= {"tens": 10, "dozens": 12, "of": 1}.get(word) or SCALES[word.rstrip("s")]
    return low, 100.0 if low == 12 else 10 * low


def numerals(text, start, end):
    """The numbers between two places of a text, none inside another.

    Parameters
    ----------
    text : str
    start, end : int

    Returns
    -------
    list of Numeral

    Examples
    --------
    >>> text = "A third of the 12,000 homes, £1.2bn, half a dozen, dozens of boats, nine out of ten."
    >>> [(text[one.start : one.end], one.value) for one in numerals(text, 0, len(text))][:4]
    [('A third', 0.3333333333333333), ('12,000', 12000.0), ('1.2bn', 1200000000.0), ('half a dozen', 6.0)]
    >>> [one.value for one in numerals("34%-54%", 0, 7)]
    [34.0, 54.0]
    """
    words = {word.lower() for word in _LETTERS.findall(text, start, end)}
    digits = bool(_DIGIT.search(text, start, end))
    found = []
    for form, pattern in FORMS.items():
        if _may_be(form, words, digits):
            found += [one for match in pattern.finditer(text, start, end) if (one := _read(form, match, text))]
    if _may_be("multiple", words, digits):
        for match in _MULTIPLE.finditer(text, start, end):
            word = (match["fold"] or match["word"]).lower()
            found.append(Numeral(*match.span(), FOLD.get(word) or _number(word), None, "multiple"))
    if _may_be("ordinal", words, digits):
        for match in _ORDINAL.finditer(text, start, end):
            value = float(match["figures"] or ORDINALS[match["word"].lower()])
            found.append(Numeral(*match.span(), value, None, "ordinal"))
    found.sort(key=lambda one: (one.start, -one.end))
    kept, position = [], start
    for one in found:
        if one.start >= position:
            kept.append(one)
            position = one.end
    return kept


def _may_be(form, words, digits):
    """Whether a sentence has a word or digit without which no number of a form is told: most have none.

    >>> _may_be("words", {"twelve", "boats"}, False), _may_be("ordinal", {"twelve", "boats"}, False)
    (True, False)
    """
    return (digits and form in _OF_DIGITS) or not words.isdisjoint(_NEEDED.get(form, ()))


def _number(word):
    return float(word) if word[0].isdigit() else float(SMALL[word])


def _read(form, match, text):
    first, last = match.span()
    if form == "ratio":
        upper, lower = _number(match["upper"].lower()), _number(match["lower"].lower())
        round_lower = lower in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000) and 0 < upper < lower
        return Numeral(first, last, upper / lower, None, form) if round_lower else None
    if form == "fraction":
        if match["halves"]:
            return Numeral(first, last, 0.5, None, form)
        if match["last"]:
            return Numeral(first, last, 1 / PARTS[match["last"].lower()], None, form)
        number, part = (match["number"] or match["alone"]).lower(), (match["part"] or match["piece"]).lower()
        upper = 1 if number in ("a", "an") else SMALL[number]
        return Numeral(first, last, upper / PARTS[part.rstrip("s")], None, form)
    if form == "plural":
        return Numeral(first, last, *several(match.group()), form)
    if form == "words":
        words = match.group()
        if " and " in words and not re.search(r"(?:hundred|thousand|million) and ", words, re.I):
            words = words[: words.index(" and ")]
        return Numeral(first, first + len(words), value_of(words), None, form)
    sign = match["sign"] or ""
    if sign in ("-", "–", "−") and re.search(r"[\w%]$", text[max(first - 1, 0) : first]):  # of a range or a score
        first, sign = first + 1, ""
    before = text[max(first - 5, 0) : first]
    if _INSIDE.search(before) and not _SIGNED.search(before):
        return None
    if match["alone"]:
        return Numeral(first, last, VULGAR[match["alone"]], None, form)
    value = (
        float(match["digits"].replace(",", "")) if not match["digits"].startswith(".") else float("0" + match["digits"])
    )
    value += VULGAR.get(match["vulgar"], 0)
    value *= SCALES.get((match["scale"] or "").lower(), 1) * SHORT.get((match["short"] or "").lower(), 1)
    if match["power"]:
        value *= 10.0 ** int(re.sub("[−–]", "-", match["power"]))
    if sign.startswith(("-", "−", "–", "minus")):
        value = -value
    letter = match["letter"] or ""
    return Numeral(first, last - len(letter), value, None, form, letter)
