"""Counts against what is enumerated."""

import re

from ..language.grammar import NOUN_SUBJECTS
from .grounds import Finding, place
from .number_words import number_of

AFTER = frozenset("following after".split())
TIMES = {"twice": 2, "thrice": 3}

EXAMPLES = {
    "names": (
        "Two stations are to close. They are Crowle, Saxey and Wend.",
        "Three stations are to close. They are Crowle, Saxey and Wend.",
    ),
    "count": ("She saw three cities: Lyon and Basel.", "She saw two cities: Lyon and Basel."),
}


def count(grounds):
    """A number that is not that of the things named: **three** cities: Lyon and Basel."""
    yield from _lists(grounds)
    yield from _ordinals(grounds)
    yield from _years(grounds)


def _lists(grounds):
    """A number before a noun, and a list after a colon or as an apposition."""
    for token, number in grounds.numerals:
        if not 2 <= number <= 20 or token.dep_ not in ("nummod", "det", "predet", "preconj"):
            continue
        noun = token.head
        if noun.tag_ != "NNS" or noun.lower_ == "others" or token.lower_ == "both":
            continue
        items, kind = _after_colon(grounds, noun) or _apposed(noun), "count"
        if items is None:
            items, kind = _named_after(grounds, noun), "names"
        if items is None or (named := _named(grounds.text, items)) == number:
            continue
        yield Finding(
            kind,
            (token.idx, noun.idx + len(noun)),
            (items[0][0], items[-1][1]),
            f"“{token.text} {noun.text}” are announced, but {named} are named.",
        )


def _named(text, items):
    """How many a list names: its items, or what they come to where they are counted: **two** wins, **a** draw.

    >>> text = "two wins and three draws"
    >>> _named(text, [(0, 8), (13, 24)]), _named("Ann and Ben", [(0, 3), (8, 11)])
    (5, 2)
    """
    numbers = [number_of(text[start:end].split()[0]) for start, end in items]
    return sum(number or 1 for number in numbers) if any(numbers) else len(items)


_THEY_ARE = re.compile(
    r"(?:They|These|Those(?: [a-z]+)?|The (?:[a-z-]+ ){0,2}(?P<noun>[a-z]+s|men|women|people|dead))(?:, [a-z ]+,)? "
    r"(?:are|were)(?: named as| identified as| listed as)? (?=[A-Z])"
)
_OF_PLACE = re.compile(
    r" of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*|, (?:aged )?\d{1,2}(?=,|;| and\b|$)|(?<=\w) \(\d{1,2}\)"
)


def _named_after(grounds, noun):
    """Places of the names in the next sentence: **Five stations** are to close. **They are** Crowle, Saxey and Wend."""
    after = noun.sent.end
    if after >= len(grounds.doc) or noun.dep_ not in NOUN_SUBJECTS:
        return None
    sentence = grounds.doc[after].sent
    found = _THEY_ARE.match(sentence.text)
    if not found or (found["noun"] and not _taken_up(noun, sentence, found)):
        return None
    words, start = sentence.text[found.end() :].rstrip(" .\n"), sentence.start_char + found.end()
    words = _plain(words)
    if re.search(r"[“”\":;()—–]|\b(?:of|who|which|with)\b", words):
        return None
    items = _items(words, start)
    return items if items and all(grounds.text[first].isupper() for first, _ in items) else None


def _taken_up(noun, sentence, found):
    """Whether "the … are" names what was counted: four mayors were **suspended**; the **suspended** officials."""
    again = {word.lemma_.lower() for word in sentence if word.idx < sentence.start_char + found.end("noun")}
    return bool(again & {word.lemma_.lower() for word in noun.sent if word.pos_ in ("NOUN", "VERB", "ADJ")})


def _plain(words):
    """A list of names without their ages and places, each character in its place.

    >>> _plain("Ann Lee of Holm, 34, and Ben Roe, 29")
    'Ann Lee            , and Ben Roe    '
    """
    return _OF_PLACE.sub(lambda found: " " * len(found.group()), words)


_SPLIT = re.compile(r",? and |, |; (?:and )?")


def _after_colon(grounds, noun):
    """Places of the items that follow a colon in the same sentence, if it is a plain list of names or nouns."""
    sentence = noun.sent
    colon = next((word for word in sentence if word.text == ":" and word.i > noun.i), None)
    if colon is None or colon.i - noun.i > 12:
        return None
    if colon.i + 1 == sentence.end and sentence.end < len(grounds.doc):  # the parser may end a sentence at a colon
        sentence = grounds.doc[sentence.start : grounds.doc[sentence.end].sent.end]
    if colon.i + 1 >= sentence.end:
        return None
    between = grounds.doc[noun.i + 1 : colon.i]
    if any(word.tag_ == "NNS" or word.pos_ == "NUM" for word in between):
        return None  # something else may be what is listed
    start, end = grounds.doc[colon.i + 1].idx, sentence.end_char
    words = _plain(grounds.text[start:end].rstrip(' .!?”"'))
    if any(mark in words for mark in '“”"():—–') or (";" in words and "," in words):
        return None
    rest = grounds.doc[colon.i + 1 : sentence.end]
    verbs = [word for word in rest if word.pos_ in ("VERB", "AUX") and not word.is_title]
    if verbs or any(word.dep_ == "relcl" or word.lower_ in ("including", "among") for word in rest):
        return None
    return _items(words, start)


def _items(words, start):
    items, position = [], 0
    for joint in [*_SPLIT.finditer(words), None]:
        end = joint.start() if joint else len(words)
        if end > position:
            items.append((start + position, start + end))
        position = joint.end() if joint else end
    joined = re.search(r" and [^,]*$", words)
    plain = words.count(" and ") == 1  # "labels and tapes, disks and paper" can be cut in two ways
    return items if len(items) >= 2 and joined and plain else None


def _apposed(noun):
    """Places of the names in "the three ministers, Ada Holm and Ben Ross,": nothing but names, commas and "and"."""
    doc, position = noun.doc, noun.i + 1
    if position >= len(doc) or doc[position].text not in (",", "—", "–", "("):
        return None
    names, joined, inside = [], False, False
    for token in doc[position + 1 : noun.sent.end]:
        if token.pos_ == "PROPN":
            begin = names.pop()[0] if inside else token.idx
            names.append((begin, token.idx + len(token)))
            inside = True
        elif token.text == "," and not joined:
            inside = False
        elif token.lower_ == "and" and names:
            joined, inside = True, False
        else:
            return names if joined and len(names) >= 2 and token.text in (",", "—", "–", ")", ".") else None
    return None


def _ordinals(grounds):
    """The third this year, following one in October (of the year before) and one in January."""
    for token, number in grounds.ordinals:
        if not 2 <= number <= 12 or token.dep_ not in ("amod", "nummod"):
            continue
        sentence = token.sent
        times = grounds.times_in(sentence)
        word = next((w for w in sentence if w.lower_ in AFTER and w.i > token.i), None)
        if word is None:
            continue
        whole = [time for time in times if time.year and time.value == str(time.year)]
        within = [time for time in whole if time.span.start > token.i and time.span.end <= word.i]
        listed = [time for time in times if time.span.start > word.i and time.year]
        if not within or not listed:
            continue
        year = within[0].year
        outside = [time for time in listed if time.year != year]
        inside = len(listed) - len(outside)
        if (outside and len(listed) <= number - 1 and inside < number - 1) or inside > number - 1:
            claim = (token.idx, within[0].end)
            evidence = outside[0] if outside else listed[-1]
            named = grounds.text[slice(*claim)]
            if outside:
                rest = f"only {inside + 1} of those named lie in {year}"
                why = f"“{evidence.text}” is read as {evidence.year}, so {rest}."
            else:
                why = f"{inside} earlier ones in {year} are named."
            yield Finding("count", claim, evidence.place, f"“{named}” counts {number} in {year}, but {why}")


def _years(grounds):
    """Won it **twice**, in 2010, 2012 and 2014."""
    for token in grounds.with_word((*TIMES, "times")):
        number = TIMES.get(token.lower_)
        if number is None and token.lower_ == "times" and token.i:
            number = number_of(grounds.doc[token.i - 1])
        if number is None:
            continue
        claim = place(token) if token.lower_ in TIMES else (grounds.doc[token.i - 1].idx, token.idx + len(token))
        rest = [time for time in grounds.times_in(token.sent) if time.start > token.idx]
        run = rest[:1]
        for time in rest[1:]:
            between = grounds.text[run[-1].end : time.start].strip(" ")
            if between in (",", "and", ", and"):
                run.append(time)
            else:
                break
        lead = grounds.text[claim[1] : run[0].start].strip(" ,:").lower() if run else "?"
        if len(run) >= 2 and lead in ("in", "on", "") and len(run) != number:
            yield Finding(
                "count",
                claim,
                (run[0].start, run[-1].end),
                f"“{grounds.text[slice(*claim)]}”, but {len(run)} times are named.",
            )
