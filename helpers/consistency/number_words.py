"""The numbers and ordinals that words say."""

from ..language.grammar import NUMBER_WORDS, ONES, TENS


def number_of(token):
    """The number that a token says, in digits or words; None if it says none.

    >>> number_of("twelve"), number_of("1,200"), number_of("many")
    (12, 1200, None)
    """
    word = str(token).lower()
    if not word[:1].isdigit():
        return WORDS.get(word)
    word = word.replace(",", "")
    return int(word) if word.isdecimal() and len(word) < 12 else None


WORDS = NUMBER_WORDS | {f"{ten}-{one}": TENS[ten] + ONES[one] for ten in TENS for one in ONES if ONES[one]}
WORDS |= {"both": 2, "dozen": 12, "hundred": 100}
ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
ORDINALS = {word: number for number, word in enumerate(ORDINALS)} | {
    "fifteenth": 15,
    "twentieth": 20,
    "twenty-fifth": 25,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "seventy-fifth": 75,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}


def ordinal_of(token):
    """The number of an ordinal: 3 of "third" and "3rd"; None if it is none."""
    word = str(token).lower()
    if not word[:1].isdigit():
        return ORDINALS.get(word)
    if word[:-2].isdecimal() and word[-2:] in ("st", "nd", "rd", "th") and len(word) < 8:
        return int(word[:-2])
    return None
